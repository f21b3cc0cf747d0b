//! Journeys whose time is over are ended; what is of no use any more goes: what was to be registered
//! and was not, journeys, charges, passes, callers' checks and letters long past. The audit log is never shortened.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx, callers, human, journeys, passes, sources};

const DAY: Duration = Duration::from_secs(24 * 3600);
/// Longer than any journey lives or any limit looks back.
const PASSED: Duration = DAY.saturating_mul(7);
/// How long it can be looked up what became of a letter.
const LETTERS: Duration = DAY.saturating_mul(30);

/// Deletes what is long past; how many rows.
pub fn purge(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    journeys::close_late(tx, None)?;
    let passed = tx.now().minus(PASSED);
    let letters = tx.now().minus(LETTERS);
    let journeys = tx.execute("DELETE FROM journey WHERE expires < $1", params![passed])?;
    let enrolments = tx.execute(
        "DELETE FROM enrolment WHERE state <> 'open' OR expires <= $1",
        params![tx.now()],
    )?;
    let charges = tx.execute("DELETE FROM attempt WHERE at < $1", params![passed])?;
    let elsewhere = human::purge(tx)?
        + sources::purge(tx, passed)?
        + passes::purge(tx, passed)?
        + callers::purge(tx, passed)?;
    let letters = tx.execute(
        "DELETE FROM outbox WHERE state <> 'waiting' AND created < $1",
        params![letters],
    )?;
    Ok(journeys + enrolments + charges + elsewhere + letters)
}
