//! Temporary access passes: one live one an account, kept as a keyed hash, good once. At a terminal
//! it is a second factor of a sign-in and the fresh proof of a change, charged like any other; a
//! reset never asks for it, and an administrator's account never has one.

use super::journeys::{Open, refuse, slowed, step};
use super::tx::params;
use super::{StoreError, Tx, audit, gates, limits, notices, sources};
use crate::crypto::keys::same;
use crate::domain::access_pass::KEY;
use crate::domain::account::Account;
use crate::domain::audit::Activity;
use crate::domain::eligibility::Reason;
use crate::domain::journey::{Proof, Step};
use crate::domain::letter::Letter;
use crate::domain::policy::Policy;
use crate::domain::secret::SecretText;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;

/// A pass that can still be used, without what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// Who gave it.
    pub given_by: String,
    /// When.
    pub created: Timestamp,
    /// Until when it is good.
    pub expires: Timestamp,
}

/// What the store keeps of a pass: keyed, and bound to the account.
fn tag(tx: &Tx<'_>, account: i64, pass: &SecretText) -> [u8; 32] {
    tx.keys().code_tag(&account.to_be_bytes(), KEY, pass)
}

/// Makes this the account's pass; an earlier one is good no more. Its owner is told by mail, never
/// what it is; `told` is the stem of the letters' places, and what their nonces are drawn from.
pub fn give(
    tx: &mut Tx<'_>,
    account: &Account,
    by: &str,
    pass: &SecretText,
    expires: Timestamp,
    policy: &Policy,
    told: (&str, &[u8; 32]),
) -> Result<(), StoreError> {
    withdraw(tx, account.id)?;
    let tag = tag(tx, account.id, pass);
    tx.execute(
        "INSERT INTO access_pass (account_id, tag, state, given_by, created, expires)
         VALUES ($1, $2, 'live', $3, $4, $5)",
        params![account.id, tag.as_slice(), by, tx.now(), expires],
    )?;
    let letter = Letter::PassGiven {
        upn: account.upn.clone(),
        when: tx.now(),
        until: expires,
    };
    notices::tell_owner(tx, account, policy, told, &letter)
}

/// Ends the account's pass; whether there was one.
pub fn withdraw(tx: &mut Tx<'_>, account: i64) -> Result<bool, StoreError> {
    expire(tx, account)?;
    let ended = tx.execute(
        "UPDATE access_pass SET state = 'withdrawn' WHERE account_id = $1 AND state = 'live'",
        params![account],
    )?;
    Ok(ended > 0)
}

/// The account's pass, if it has one that can still be used.
pub fn live(tx: &mut Tx<'_>, account: i64) -> Result<Option<Live>, StoreError> {
    tx.maybe(
        "SELECT given_by, created, expires FROM access_pass
         WHERE account_id = $1 AND state = 'live' AND expires > $2",
        params![account, tx.now()],
        |mut row| {
            Ok(Live {
                given_by: row.text()?,
                created: row.time()?,
                expires: row.time()?,
            })
        },
    )
}

/// Whether one can be used by this account now: none of an administrator's, whenever it became one.
pub(super) fn is_offered(tx: &mut Tx<'_>, account: &Account) -> Result<bool, StoreError> {
    Ok(account.roles.is_empty() && live(tx, account.id)?.is_some())
}

/// What is seen to be too late stays so, also when the clock is set back.
fn expire(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE access_pass SET state = 'expired'
         WHERE account_id = $1 AND state = 'live' AND expires <= $2",
        params![account, tx.now()],
    )?;
    Ok(())
}

/// Tries a pass at a sign-in; none is what has not the form of one. Charged before it is compared,
/// like a second factor, and used up in the same transaction in which it was right.
pub fn prove(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    typed: Option<&SecretText>,
) -> Result<Step<(Proof, Open)>, StoreError> {
    let mut open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    if !open.is_sign_in() {
        return Ok(Step::Go((Proof::NotOffered, open)));
    }
    let account = open.account.id;
    if !open.pass_live {
        expire(tx, account)?;
        return Ok(Step::Go((Proof::TooLate, open)));
    }
    let Some(typed) = typed else {
        let digits = crate::domain::access_pass::LETTERS;
        return Ok(Step::Go((Proof::Malformed { digits }, open)));
    };
    let here = match sources::charge_proof(tx, terminal)? {
        Ok(charge) => charge,
        Err(slow) => return slowed(tx, &open, slow).map(Step::Refused),
    };
    let charged = limits::reserve(tx, account, Counted::SecondFactor, &open.policy)?;
    let Some((charge, left)) = charged else {
        return refuse(tx, &open, Reason::Blocked).map(Step::Refused);
    };
    let tag = tag(tx, account, typed);
    let held = tx.maybe(
        "SELECT id, tag FROM access_pass WHERE account_id = $1 AND state = 'live'",
        params![account],
        |mut row| Ok((row.int()?, row.bytes()?)),
    )?;
    let mut event = open.event(Activity::IdentityProved);
    event.method = Some(KEY.to_owned());
    match held {
        Some((pass, held)) if same(&held, &tag) => {
            tx.execute(
                "UPDATE access_pass SET state = 'used' WHERE id = $1",
                params![pass],
            )?;
            limits::refund(tx, charge)?;
            sources::refund(tx, here)?;
            audit::append(tx, event)?;
            open.pass_live = false;
            gates::pass_by_pass(tx, &mut open)?;
            Ok(Step::Go((Proof::Passed, open)))
        }
        _ => {
            audit::append(tx, event.failed("wrong_pass"))?;
            if left == 0 {
                return refuse(tx, &open, Reason::Blocked).map(Step::Refused);
            }
            Ok(Step::Go((Proof::Wrong { left }, open)))
        }
    }
}

/// Deletes what nobody asks about any more; how many rows.
pub fn purge(tx: &mut Tx<'_>, passed: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "DELETE FROM access_pass WHERE expires < $1",
        params![passed],
    )
}
