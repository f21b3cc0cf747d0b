//! The administrator's console as the store knows it: a sign-in that is complete by a second factor,
//! of an account with a role. It stays open while the console does, and what ends it (another
//! password, another role, a disabled account) ends the console.

use std::time::Duration;

use super::journeys::{self, NewJourney, Open};
use super::session::{self, Due};
use super::tx::params;
use super::{StoreError, Tx, audit};
use crate::domain::audit::Activity;
use crate::domain::enrolment::Needs;
use crate::domain::journey::Step;
use crate::domain::time::Timestamp;

/// How long an administrator stays signed in at most, whatever they do (NIST SP 800-63B-4 §2.3.3).
pub const LONGEST: Duration = Duration::from_secs(12 * 3600);

/// What stands between a sign-in and the console.
#[derive(Debug)]
pub enum Standing {
    /// Nothing.
    Admitted,
    /// A second factor or a new password.
    First(Due),
    /// A second factor is to be registered.
    Register(Needs),
    /// The account is no administrator's.
    NoRole,
}

/// Opens a sign-in, and says how it stands to the console.
pub fn stand(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
) -> Result<Step<(Open, Standing)>, StoreError> {
    let open = match session::signed_in(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let standing = match session::due(tx, &open)? {
        due @ (Due::SecondFactor | Due::Password(_)) => Standing::First(due),
        _ if open.account.roles.is_empty() => Standing::NoRole,
        _ if is_proved(&open) => Standing::Admitted,
        // What else completes a sign-in opens no console.
        _ if !open.second_factors().is_empty() => Standing::First(Due::SecondFactor),
        _ => {
            let mut needs = session::needs(tx, &open)?;
            needs.addable.retain(|method| method.is_second_factor());
            Standing::Register(needs)
        }
    };
    Ok(Step::Go((open, standing)))
}

/// Whether a second factor that counts now was given on the sign-in.
fn is_proved(open: &Open) -> bool {
    let second = open.second_factors();
    open.gates.iter().any(|gate| second.contains(gate))
}

/// The same on the way in: whoever has no role is signed out, and where the password was all there is
/// to prove with, it is the proof of registering the second factor.
pub fn enter(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
) -> Result<Step<(Open, Standing)>, StoreError> {
    let step = stand(tx, id, terminal)?;
    if let Step::Go((open, standing)) = &step {
        match standing {
            Standing::NoRole => {
                journeys::end(tx, id, "refused")?;
                audit::append(tx, open.event(open.given_up()).failed("no_role"))?;
            }
            Standing::Register(_) if open.facts.methods.is_empty() && open.fresh.is_none() => {
                // As long after the password as any other fresh proof is good for.
                tx.execute(
                    "UPDATE journey SET fresh = created WHERE id = $1",
                    params![id],
                )?;
            }
            _ => {}
        }
    }
    Ok(step)
}

/// Opens the console for a sign-in that may have it, which then lives as long as the console may.
pub fn open(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
) -> Result<Option<(Open, Timestamp)>, StoreError> {
    let Step::Go((open, Standing::Admitted)) = stand(tx, id, terminal)? else {
        return Ok(None);
    };
    tx.execute(
        "UPDATE journey SET expires = $2 WHERE id = $1",
        params![id, tx.now().plus(LONGEST)],
    )?;
    audit::append(tx, open.event(Activity::ConsoleOpened))?;
    Ok(Some((open, tx.now())))
}

/// Whether the sign-in that a console was opened for is still the account's and open.
pub fn is_open(tx: &mut Tx<'_>, id: &[u8], account: i64) -> Result<bool, StoreError> {
    let found = tx.maybe(
        "SELECT id FROM journey
         WHERE id = $1 AND account_id = $2 AND state = 'open' AND expires > $3",
        params![id, account, tx.now()],
        |mut row| row.bytes(),
    )?;
    Ok(found.is_some())
}

/// Begins a sign-in of whoever is in the console, for which only the second factor is asked: the
/// password was given on the one that is open.
pub fn again(tx: &mut Tx<'_>, id: &[u8], new: &NewJourney) -> Result<Step<Open>, StoreError> {
    match stand(tx, id, &new.terminal)? {
        Step::Go((open, Standing::Admitted)) => {
            journeys::insert(tx, new, Some(&open.account), "open")?;
            journeys::step(tx, &new.id, &new.terminal)
        }
        Step::Refused(refusal) => Ok(Step::Refused(refusal)),
        Step::Go(_) | Step::Gone => Ok(Step::Gone),
    }
}

/// Puts the sign-in that was completed anew in the place of the one that is open, and ends that. It
/// lives no longer than that one would have.
pub fn renew(
    tx: &mut Tx<'_>,
    id: &[u8],
    anew: &[u8],
    terminal: &str,
) -> Result<Option<(Open, Timestamp)>, StoreError> {
    let Step::Go((before, Standing::Admitted)) = stand(tx, id, terminal)? else {
        return Ok(None);
    };
    let Step::Go((open, Standing::Admitted)) = stand(tx, anew, terminal)? else {
        return Ok(None);
    };
    if before.account.id != open.account.id || id == anew {
        return Ok(None);
    }
    tx.execute(
        "UPDATE journey SET expires = (SELECT expires FROM journey WHERE id = $2) WHERE id = $1",
        params![anew, id],
    )?;
    journeys::end(tx, id, "done")?;
    Ok(Some((open, tx.now())))
}
