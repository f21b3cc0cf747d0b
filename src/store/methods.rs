//! Registered methods: authenticators, their sealed seeds, and the last step each has accepted.

use std::collections::HashMap;

use super::tx::params;
use super::{StoreError, Tx};
use crate::crypto::totp::Seed;
use crate::domain::enrolment::MOST_AUTHENTICATORS;
use crate::domain::method::Method;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;

/// A method an account has registered.
#[derive(Clone, Debug)]
pub struct Registered {
    /// Its number.
    pub id: i64,
    /// Which method.
    pub method: Method,
    /// The address or number, of those that have one.
    pub value: Option<String>,
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
    if usize::try_from(count(tx, account, Method::AppCode)?).is_ok_and(|n| n >= MOST_AUTHENTICATORS)
    {
        return Ok(None);
    }
    tx.maybe(
        "INSERT INTO method (account_id, method, place, secret, last_step, created)
         VALUES ($1, $2, $3, $4, 0, $5) RETURNING id",
        params![account, Method::AppCode.key(), place, sealed, tx.now()],
        |mut row| row.int(),
    )
}

/// Adds an authenticator whose code of this step was typed, which is used up by it.
pub fn add_confirmed_app_code(
    tx: &mut Tx<'_>,
    account: i64,
    place: &str,
    sealed: &[u8],
    last_step: i64,
) -> Result<(), StoreError> {
    let row = NewRow {
        method: Method::AppCode,
        place,
        sealed,
        value: None,
        last_step,
    };
    put(tx, account, &row, None)
}

/// What is kept of a method that its owner registers.
pub(super) struct NewRow<'a> {
    /// Which method.
    pub method: Method,
    /// What the secret is sealed for.
    pub place: &'a str,
    /// The sealed secret; empty where there is none.
    pub sealed: &'a [u8],
    /// The address or number.
    pub value: Option<&'a str>,
    /// The last step of an authenticator that was accepted.
    pub last_step: i64,
}

/// Registers a method, in place of another where one is named.
pub(super) fn put(
    tx: &mut Tx<'_>,
    account: i64,
    row: &NewRow<'_>,
    instead: Option<i64>,
) -> Result<(), StoreError> {
    if let Some(id) = instead {
        tx.execute(
            "UPDATE method SET place = $3, secret = $4, value = $5, last_step = $6, created = $7
             WHERE account_id = $1 AND id = $2",
            params![
                account,
                id,
                row.place,
                row.sealed,
                row.value,
                row.last_step,
                tx.now()
            ],
        )?;
        return Ok(());
    }
    tx.execute(
        "INSERT INTO method (account_id, method, place, secret, value, last_step, created)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            account,
            row.method.key(),
            row.place,
            row.sealed,
            row.value,
            row.last_step,
            tx.now()
        ],
    )?;
    Ok(())
}

/// Adds the app that takes requests by a topic, which is sealed for `place`; whether there was none.
pub fn add_app(
    tx: &mut Tx<'_>,
    account: i64,
    place: &str,
    sealed: &[u8],
) -> Result<bool, StoreError> {
    if count(tx, account, Method::AppNotification)? > 0 {
        return Ok(false);
    }
    let row = NewRow {
        method: Method::AppNotification,
        place,
        sealed,
        value: None,
        last_step: 0,
    };
    put(tx, account, &row, None)?;
    Ok(true)
}

/// An account's registered methods, oldest first.
pub fn list(tx: &mut Tx<'_>, account: i64) -> Result<Vec<Registered>, StoreError> {
    let rows = tx.rows(
        "SELECT id, method, value, created FROM method WHERE account_id = $1 ORDER BY id",
        params![account],
        |mut row| Ok((row.int()?, row.text()?, row.maybe_text()?, row.time()?)),
    )?;
    let known = |(id, key, value, created): (i64, String, Option<String>, Timestamp)| {
        Method::from_key(&key).map(|method| Registered {
            id,
            method,
            value,
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

/// How many apps an account has registered.
#[derive(Clone, Copy, Debug, Default)]
pub struct Apps {
    /// Authenticators.
    pub code: i64,
    /// Apps that take requests.
    pub notification: i64,
}

/// The apps of one account.
pub fn apps(tx: &mut Tx<'_>, account: i64) -> Result<Apps, StoreError> {
    tx.one(
        "SELECT coalesce(sum(CASE WHEN method = $2 THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN method = $3 THEN 1 ELSE 0 END), 0)
         FROM method WHERE account_id = $1",
        params![
            account,
            Method::AppCode.key(),
            Method::AppNotification.key()
        ],
        |mut row| {
            Ok(Apps {
                code: row.int()?,
                notification: row.int()?,
            })
        },
    )
}

/// The apps of every account that has one.
pub fn apps_of_all(tx: &mut Tx<'_>) -> Result<HashMap<i64, Apps>, StoreError> {
    let rows = tx.rows(
        "SELECT account_id, sum(CASE WHEN method = $1 THEN 1 ELSE 0 END),
                sum(CASE WHEN method = $2 THEN 1 ELSE 0 END)
         FROM method WHERE method IN ($1, $2) GROUP BY account_id",
        params![Method::AppCode.key(), Method::AppNotification.key()],
        |mut row| {
            let account = row.int()?;
            let (code, notification) = (row.int()?, row.int()?);
            Ok((account, Apps { code, notification }))
        },
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
