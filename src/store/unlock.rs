//! Unlocking a sign-in by passed gates, without a new password.

use super::journeys::{self, Open};
use super::notices::{self, Reader};
use super::tx::params;
use super::{StoreError, Tx, audit, credentials, limits};
use crate::domain::audit::Activity;
use crate::domain::journey::Step;
use crate::domain::letter::Happening;
use crate::domain::throttle::Counted;
use crate::domain::unlock::Unlocking;

/// What unlocking came to.
#[derive(Debug)]
pub enum Unlock {
    /// Sign-in is unlocked.
    Done {
        /// Whether the account's addresses are told.
        told: bool,
    },
    /// It can't be done now; how the journey stands.
    Not(Box<Open>),
}

/// Unlocks the sign-in of a journey's account, if its gates are passed, it is locked and policy
/// leaves that to its owner. What counts against signing in is forgotten; the failed proofs of
/// reset are not: only a new password clears those, because only it makes what was learnt before
/// worthless. `seed` draws the nonces of the notices.
pub fn unlock(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    seed: &[u8; 32],
) -> Result<Step<Unlock>, StoreError> {
    let open = match journeys::step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    if !open.complete() || open.unlocking() != Some(Unlocking::Ask) {
        return Ok(Step::Go(Unlock::Not(Box::new(open))));
    }
    let account = open.account.id;
    credentials::clear_sign_in(tx, account)?;
    limits::forget(tx, account, Counted::SecondFactor)?;
    journeys::close_all(tx, account)?;
    tx.execute(
        "UPDATE journey SET state = 'done' WHERE id = $1",
        params![id],
    )?;
    let mut event = open.event(Activity::AccountUnlocked);
    let gates: Vec<&str> = open.gates.iter().map(|gate| gate.key()).collect();
    event.method = Some(gates.join("+"));
    audit::append(tx, event)?;
    let mut told = false;
    if open.policy.notify_users {
        let readers = Reader::own(&open.account, &open.letter_language());
        told = !readers.is_empty();
        let letter = open.notice(Happening::Unlocked, tx.now());
        notices::post(tx, &open.handle, seed, readers, &letter)?;
    }
    Ok(Step::Go(Unlock::Done { told }))
}
