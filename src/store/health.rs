//! What shows whether the agents do their work. Reads only.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::time::Timestamp;

/// What has not left the outbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Letters that wait.
    pub waiting: u64,
    /// Those of them that have waited too long.
    pub late: u64,
    /// Letters that were refused and could still be tried again.
    pub refused: u64,
}

/// How many letters wait, how many of them longer than `late`, and how many were refused.
pub fn waiting(tx: &mut Tx<'_>, late: Duration) -> Result<Waiting, StoreError> {
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    tx.one(
        "SELECT count(CASE WHEN state = 'waiting' THEN 1 END),
                count(CASE WHEN state = 'waiting' AND created < $1 THEN 1 END),
                count(CASE WHEN state = 'failed' AND payload IS NOT NULL THEN 1 END)
         FROM outbox WHERE state IN ('waiting', 'failed')",
        params![tx.now().minus(late)],
        |mut row| {
            Ok(Waiting {
                waiting: count(row.int()?),
                late: count(row.int()?),
                refused: count(row.int()?),
            })
        },
    )
}

/// Every agent by its host, and when it was last heard from.
pub fn agents(tx: &mut Tx<'_>) -> Result<Vec<(String, Timestamp)>, StoreError> {
    tx.rows(
        "SELECT host, last_seen FROM agent ORDER BY host",
        params![],
        |mut row| Ok((row.text()?, row.time()?)),
    )
}
