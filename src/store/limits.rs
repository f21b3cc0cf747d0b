//! The durable limits per account: charged before anything is compared or sent.

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
    let limit = counted.limit(policy);
    let used = tx.one(
        "SELECT count(*) FROM attempt WHERE account_id = $1 AND kind = $2 AND at > $3",
        params![account, counted.key(), tx.now().minus(limit.window)],
        |mut row| row.int(),
    )?;
    if used >= limit.count {
        return block(tx, account, counted, policy).map(Charge::Blocked);
    }
    let id = tx.one(
        "INSERT INTO attempt (account_id, kind, at) VALUES ($1, $2, $3) RETURNING id",
        params![account, counted.key(), tx.now()],
        |mut row| row.int(),
    )?;
    Ok(Charge::Allowed {
        id,
        left: limit.count - used - 1,
    })
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
    tx.execute(
        "DELETE FROM attempt WHERE account_id = $1 AND kind = $2",
        params![account, counted.key()],
    )?;
    Ok(until)
}

/// Forgets every charge and the block: a reset succeeded, or an administrator released it.
pub fn clear(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM attempt WHERE account_id = $1",
        params![account],
    )?;
    tx.execute(
        "UPDATE account SET blocked_until = NULL WHERE id = $1",
        params![account],
    )?;
    Ok(())
}
