//! The durable limits per account: charged before anything is compared or sent.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::policy::Policy;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;

/// What a charge came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// It counts; `last` when it used the limit up. The number takes it back.
    Allowed {
        /// The charge's number.
        id: i64,
        /// How many are left after it.
        left: i64,
    },
    /// The limit is used up: the account is blocked until then.
    Blocked(Timestamp),
}

/// Charges one more to the account, or blocks it.
pub fn charge(
    tx: &mut Tx<'_>,
    account: i64,
    counted: Counted,
    policy: &Policy,
) -> Result<Charge, StoreError> {
    match reserve(tx, account, counted, policy)? {
        Some((id, left)) => Ok(Charge::Allowed { id, left }),
        None => block(tx, account, counted, policy).map(Charge::Blocked),
    }
}

/// Charges one more to the account: the charge's number and how many are left; none where the limit
/// is used up, which blocks nothing.
pub fn reserve(
    tx: &mut Tx<'_>,
    account: i64,
    counted: Counted,
    policy: &Policy,
) -> Result<Option<(i64, i64)>, StoreError> {
    let left = left(tx, account, counted, policy)?;
    if left <= 0 {
        return Ok(None);
    }
    let id = record(tx, account, counted.key())?;
    Ok(Some((id, left - 1)))
}

/// Whether no more of it is left to the account now.
pub fn is_used_up(
    tx: &mut Tx<'_>,
    account: i64,
    counted: Counted,
    policy: &Policy,
) -> Result<bool, StoreError> {
    Ok(left(tx, account, counted, policy)? <= 0)
}

fn left(
    tx: &mut Tx<'_>,
    account: i64,
    counted: Counted,
    policy: &Policy,
) -> Result<i64, StoreError> {
    let limit = counted.limit(policy);
    let used = tx.one(
        "SELECT count(*) FROM attempt WHERE account_id = $1 AND kind = $2 AND at > $3",
        params![account, counted.key(), tx.now().minus(limit.window)],
        |mut row| row.int(),
    )?;
    Ok(limit.count - used)
}

fn record(tx: &mut Tx<'_>, account: i64, kind: &str) -> Result<i64, StoreError> {
    tx.one(
        "INSERT INTO attempt (account_id, kind, at) VALUES ($1, $2, $3) RETURNING id",
        params![account, kind, tx.now()],
        |mut row| row.int(),
    )
}

/// Counts one more message to a destination, whoever's it is; false where the day's limit for it is
/// used up. A destination is known by a keyed hash, and no reset clears its count.
pub fn reserve_destination(
    tx: &mut Tx<'_>,
    account: i64,
    destination: &str,
    policy: &Policy,
) -> Result<bool, StoreError> {
    let kind = tx.keys().destination_tag(destination);
    let day = tx.now().minus(Duration::from_secs(24 * 3600));
    let used = tx.one(
        "SELECT count(*) FROM attempt WHERE kind = $1 AND at > $2",
        params![kind.as_str(), day],
        |mut row| row.int(),
    )?;
    if used >= policy.per_destination {
        return Ok(false);
    }
    record(tx, account, &kind)?;
    Ok(true)
}

/// The charges against the organisation's day of text messages. No reset and no block clears them.
const SMS_OF_THE_DAY: &str = "sms_day";
/// The same of calls.
const CALLS_OF_THE_DAY: &str = "call_day";

/// Counts one more text message of the organisation; false where the day's budget is used up.
pub fn reserve_sms(tx: &mut Tx<'_>, account: i64, policy: &Policy) -> Result<bool, StoreError> {
    reserve_of_the_day(tx, account, SMS_OF_THE_DAY, policy.sms_per_day)
}

/// Counts one more call of the organisation; false where the day's budget is used up.
pub fn reserve_call(tx: &mut Tx<'_>, account: i64, policy: &Policy) -> Result<bool, StoreError> {
    reserve_of_the_day(tx, account, CALLS_OF_THE_DAY, policy.calls_per_day)
}

fn reserve_of_the_day(
    tx: &mut Tx<'_>,
    account: i64,
    kind: &str,
    most: i64,
) -> Result<bool, StoreError> {
    let day = tx.now().minus(Duration::from_secs(24 * 3600));
    let used = tx.one(
        "SELECT count(*) FROM attempt WHERE kind = $1 AND at > $2",
        params![kind, day],
        |mut row| row.int(),
    )?;
    if used >= most {
        return Ok(false);
    }
    record(tx, account, kind)?;
    Ok(true)
}

/// Takes a charge back: it was no failure.
pub fn refund(tx: &mut Tx<'_>, charge: i64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM attempt WHERE id = $1", params![charge])?;
    Ok(())
}

/// Blocks the account from SSPR for as long as this limit says. The block pays for its charges:
/// when it ends, the next proof is the first again, also where it is shorter than their window.
pub fn block(
    tx: &mut Tx<'_>,
    account: i64,
    counted: Counted,
    policy: &Policy,
) -> Result<Timestamp, StoreError> {
    let until = tx.now().plus(counted.limit(policy).block);
    tx.execute(
        "UPDATE account SET blocked_until = $2 WHERE id = $1",
        params![account, until],
    )?;
    forget(tx, account, counted)?;
    Ok(until)
}

/// Forgets the charges of one kind.
pub fn forget(tx: &mut Tx<'_>, account: i64, counted: Counted) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM attempt WHERE account_id = $1 AND kind = $2",
        params![account, counted.key()],
    )?;
    Ok(())
}

/// Forgets every charge and the block: a reset succeeded, or an administrator released it.
pub fn clear(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    for counted in Counted::ALL {
        forget(tx, account, counted)?;
    }
    tx.execute(
        "UPDATE account SET blocked_until = NULL WHERE id = $1",
        params![account],
    )?;
    Ok(())
}
