//! Registered methods: authenticators, their sealed seeds, and the last step each has accepted.

use std::collections::HashMap;

use super::tx::params;
use super::{StoreError, Tx};
use crate::crypto::totp::Seed;
use crate::domain::method::Method;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;

/// Authenticators an account may have.
pub const MOST_AUTHENTICATORS: i64 = 5;

/// A method an account has registered.
#[derive(Clone, Debug)]
pub struct Registered {
    /// Its number.
    pub id: i64,
    /// Which method.
    pub method: Method,
    /// Since when.
    pub created: Timestamp,
}

/// Adds an authenticator whose seed is sealed for `place`; `None` when there are enough.
pub fn add_app_code(
    tx: &mut Tx<'_>,
    account: i64,
    place: &str,
    sealed: &[u8],
) -> Result<Option<i64>, StoreError> {
    if count(tx, account, Method::AppCode)? >= MOST_AUTHENTICATORS {
        return Ok(None);
    }
    tx.maybe(
        "INSERT INTO method (account_id, method, place, secret, last_step, created)
         VALUES ($1, $2, $3, $4, 0, $5) RETURNING id",
        params![account, Method::AppCode.key(), place, sealed, tx.now()],
        |mut row| row.int(),
    )
}

/// An account's registered methods, oldest first.
pub fn list(tx: &mut Tx<'_>, account: i64) -> Result<Vec<Registered>, StoreError> {
    let rows = tx.rows(
        "SELECT id, method, created FROM method WHERE account_id = $1 ORDER BY id",
        params![account],
        |mut row| Ok((row.int()?, row.text()?, row.time()?)),
    )?;
    let known = |(id, key, created): (i64, String, Timestamp)| {
        Method::from_key(&key).map(|method| Registered {
            id,
            method,
            created,
        })
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// Deletes one of an account's methods; which it was.
pub fn delete(tx: &mut Tx<'_>, account: i64, id: i64) -> Result<Option<Method>, StoreError> {
    let key = tx.maybe(
        "DELETE FROM method WHERE account_id = $1 AND id = $2 RETURNING method",
        params![account, id],
        |mut row| row.text(),
    )?;
    Ok(key.and_then(|key| Method::from_key(&key)))
}

/// How many of one method an account has registered.
pub fn count(tx: &mut Tx<'_>, account: i64, method: Method) -> Result<i64, StoreError> {
    tx.one(
        "SELECT count(*) FROM method WHERE account_id = $1 AND method = $2",
        params![account, method.key()],
        |mut row| row.int(),
    )
}

/// How many of one method each account has registered.
pub fn counts(tx: &mut Tx<'_>, method: Method) -> Result<HashMap<i64, i64>, StoreError> {
    let rows = tx.rows(
        "SELECT account_id, count(*) FROM method WHERE method = $1 GROUP BY account_id",
        params![method.key()],
        |mut row| Ok((row.int()?, row.int()?)),
    )?;
    Ok(rows.into_iter().collect())
}

/// Consumes an authenticator code: right only if it is of this step or the one before, and no step
/// of that authenticator so late was accepted before. `clock` is the clock's own time, because the
/// authenticator has no other.
pub fn consume_app_code(
    tx: &mut Tx<'_>,
    account: i64,
    code: &SecretText,
    clock: Timestamp,
) -> Result<bool, StoreError> {
    let seeds = tx.rows(
        "SELECT id, place, secret, last_step FROM method WHERE account_id = $1 AND method = $2",
        params![account, Method::AppCode.key()],
        |mut row| Ok((row.int()?, row.text()?, row.bytes()?, row.int()?)),
    )?;
    for (id, place, sealed, last_step) in seeds {
        let bytes = tx
            .keys()
            .open(&place, &sealed)
            .map_err(|error| StoreError::Damaged(error.to_string()))?;
        let Some(step) = Seed::from_bytes(&bytes).matching_step(code, clock) else {
            continue;
        };
        if step > last_step {
            tx.execute(
                "UPDATE method SET last_step = $2 WHERE id = $1",
                params![id, step],
            )?;
            return Ok(true);
        }
    }
    Ok(false)
}
