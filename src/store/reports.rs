//! What the audit log tells in numbers. Reads only.

use super::audit::first_at;
use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::audit::{Activity, Outcome};
use crate::domain::time::Timestamp;

/// How many periods are counted at once.
pub const PERIODS: usize = 3;

/// The beginnings of the periods, the latest first; a record counts in each it is later than.
pub type Since = [Timestamp; PERIODS];

/// How often something happened in each period.
pub type Counts = [i64; PERIODS];

/// Records of one kind with the same outcome.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// By which method or methods.
    pub method: Option<String>,
    /// How it went.
    pub outcome: String,
    /// Why not.
    pub reason: Option<String>,
    /// How often.
    pub counts: Counts,
}

/// Counts the records of an activity by method, outcome and reason.
pub fn counted(
    tx: &mut Tx<'_>,
    activity: Activity,
    since: Since,
) -> Result<Vec<Counted>, StoreError> {
    let [latest, middle, earliest] = since;
    let first = first_at(tx, earliest)?;
    tx.rows(
        "SELECT method, outcome, reason,
                sum(CASE WHEN time > $2 THEN 1 ELSE 0 END),
                sum(CASE WHEN time > $3 THEN 1 ELSE 0 END),
                sum(CASE WHEN time > $4 THEN 1 ELSE 0 END)
         FROM audit WHERE activity = $1 AND seq >= $5 AND time > $4 GROUP BY method, outcome, reason",
        params![activity.key(), latest, middle, earliest, first],
        |mut row| {
            Ok(Counted {
                method: row.maybe_text()?,
                outcome: row.maybe_text()?.unwrap_or_default(),
                reason: row.maybe_text()?,
                counts: [row.int()?, row.int()?, row.int()?],
            })
        },
    )
}

/// Journeys that were given up for one reason after so many gates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// How many gates had been passed.
    pub passed: i64,
    /// Why it ended.
    pub reason: Option<String>,
    /// How often.
    pub counts: Counts,
}

/// Counts journeys that were given up, by how far they had come.
pub fn given_up(tx: &mut Tx<'_>, since: Since) -> Result<Vec<GivenUp>, StoreError> {
    let [latest, middle, earliest] = since;
    let first = first_at(tx, earliest)?;
    tx.rows(
        "SELECT passed, reason,
                sum(CASE WHEN time > $1 THEN 1 ELSE 0 END),
                sum(CASE WHEN time > $2 THEN 1 ELSE 0 END),
                sum(CASE WHEN time > $3 THEN 1 ELSE 0 END)
         FROM (SELECT ended.time AS time, ended.reason AS reason,
                      (SELECT count(*) FROM audit AS gate
                       WHERE gate.reference = ended.reference AND gate.journey = ended.journey
                         AND gate.activity = $4 AND gate.outcome = $5) AS passed
               FROM audit AS ended WHERE ended.activity = $6 AND ended.seq >= $7 AND ended.time > $3) AS given_up
         GROUP BY passed, reason ORDER BY passed, COALESCE(reason, '')",
        params![
            latest,
            middle,
            earliest,
            Activity::GateTried.key(),
            Outcome::Success.key(),
            Activity::ResetAbandoned.key(),
            first,
        ],
        |mut row| {
            Ok(GivenUp {
                passed: row.int()?,
                reason: row.maybe_text()?,
                counts: [row.int()?, row.int()?, row.int()?],
            })
        },
    )
}
