//! What shows whether the agents do their work. Reads only.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::time::Timestamp;

/// How many letters have waited longer than `late`, and how many were refused and could still be
/// tried again.
pub fn stuck(tx: &mut Tx<'_>, late: Duration) -> Result<(u64, u64), StoreError> {
    let (waiting, refused) = tx.one(
        "SELECT count(CASE WHEN state = 'waiting' AND created < $1 THEN 1 END),
                count(CASE WHEN state = 'failed' AND payload IS NOT NULL THEN 1 END)
         FROM outbox WHERE state IN ('waiting', 'failed')",
        params![tx.now().minus(late)],
        |mut row| Ok((row.int()?, row.int()?)),
    )?;
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Ok((count(waiting), count(refused)))
}

/// Every agent by its host, and when it was last heard from.
pub fn agents(tx: &mut Tx<'_>) -> Result<Vec<(String, Timestamp)>, StoreError> {
    tx.rows(
        "SELECT host, last_seen FROM agent ORDER BY host",
        params![],
        |mut row| Ok((row.text()?, row.time()?)),
    )
}
