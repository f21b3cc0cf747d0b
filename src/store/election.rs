//! Which of a host's processes is its agent.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::outgoing::Channel;

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

/// A worker that stands for election.
#[derive(Clone)]
pub struct Candidate {
    /// Its host.
    pub host: String,
    /// What tells it from others of the host.
    pub instance: String,
    /// Its version.
    pub version: &'static str,
    /// What it can carry.
    pub carried: Vec<Channel>,
}

/// Whether this instance is the host's agent: it is, while no other of the host has been heard from
/// for `silence`.
pub fn elect(
    tx: &mut Tx<'_>,
    candidate: &Candidate,
    silence: Duration,
) -> Result<bool, StoreError> {
    let carried = candidate.carried.iter().map(|channel| channel.key());
    let touched = tx.execute(
        "INSERT INTO agent (host, instance, version, last_seen, carries)
         VALUES ($1, $2, $3, $4, $6)
         ON CONFLICT (host) DO UPDATE SET instance = excluded.instance,
             version = excluded.version, last_seen = excluded.last_seen,
             carries = excluded.carries
         WHERE agent.instance = excluded.instance OR agent.last_seen <= $5",
        params![
            candidate.host.as_str(),
            candidate.instance.as_str(),
            candidate.version,
            tx.now(),
            tx.now().minus(silence),
            carried.collect::<Vec<_>>().join(","),
        ],
    )?;
    Ok(touched > 0)
}

/// What the agents of all hosts carry that were heard from within `silence`.
pub fn carried(tx: &mut Tx<'_>, silence: Duration) -> Result<Vec<Channel>, StoreError> {
    let lists = tx.rows(
        "SELECT carries FROM agent WHERE last_seen > $1",
        params![tx.now().minus(silence)],
        |mut row| row.text(),
    )?;
    let words = lists.iter().flat_map(|list| list.split(','));
    Ok(words.filter_map(Channel::from_key).collect())
}

/// Steps down, so that another need not wait.
pub fn resign(tx: &mut Tx<'_>, host: &str, instance: &str) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM agent WHERE host = $1 AND instance = $2",
        params![host, instance],
    )?;
    Ok(())
}
