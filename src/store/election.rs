//! Which of a host's processes is its agent.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx};

/// Whether another instance is the host's agent and was heard from within `silence`.
pub fn is_elected_elsewhere(
    tx: &mut Tx<'_>,
    host: &str,
    instance: &str,
    silence: Duration,
) -> Result<bool, StoreError> {
    let found = tx.maybe(
        "SELECT 1 FROM agent WHERE host = $1 AND instance <> $2 AND last_seen > $3",
        params![host, instance, tx.now().minus(silence)],
        |mut row| row.int(),
    )?;
    Ok(found.is_some())
}

/// Whether this instance is the host's agent: it is, while no other of the host has been heard from
/// for `silence`.
pub fn elect(
    tx: &mut Tx<'_>,
    host: &str,
    instance: &str,
    version: &str,
    silence: Duration,
) -> Result<bool, StoreError> {
    let touched = tx.execute(
        "INSERT INTO agent (host, instance, version, last_seen) VALUES ($1, $2, $3, $4)
         ON CONFLICT (host) DO UPDATE SET instance = excluded.instance,
             version = excluded.version, last_seen = excluded.last_seen
         WHERE agent.instance = excluded.instance OR agent.last_seen <= $5",
        params![host, instance, version, tx.now(), tx.now().minus(silence)],
    )?;
    Ok(touched > 0)
}

/// Steps down, so that another need not wait.
pub fn resign(tx: &mut Tx<'_>, host: &str, instance: &str) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM agent WHERE host = $1 AND instance = $2",
        params![host, instance],
    )?;
    Ok(())
}
