//! What one account's page shows besides the account: its journeys, and what is left of its limits.
//! Reads only.

use super::tx::params;
use super::{StoreError, Tx, audit};
use crate::domain::audit::Record;
use crate::domain::policy::Policy;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;

/// A journey as administrators see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journey {
    /// What audit calls it.
    pub handle: String,
    /// What the person read off the screen.
    pub reference: String,
    /// Where it happened.
    pub terminal: String,
    /// What the person came for.
    pub purpose: Purpose,
    /// `open`, `done`, `ended`, `refused` or `expired`.
    pub state: String,
    /// When it began.
    pub created: Timestamp,
    /// When it is over at the latest.
    pub expires: Timestamp,
}

/// What is left of one limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    /// What is counted.
    pub counted: Counted,
    /// How often it happened in the limit's window.
    pub used: i64,
    /// How often it may.
    pub limit: i64,
    /// When the oldest of them counts no more; none where there are none.
    pub until: Option<Timestamp>,
}

impl Counter {
    /// Whether the next one blocks the account.
    pub const fn is_used_up(&self) -> bool {
        self.used >= self.limit
    }
}

/// The last journeys of an account, the newest first. Those long past are kept nowhere but in audit.
pub fn journeys(tx: &mut Tx<'_>, account: i64, limit: i64) -> Result<Vec<Journey>, StoreError> {
    tx.rows(
        "SELECT handle, reference, terminal, purpose, state, created, expires FROM journey
         WHERE account_id = $1 ORDER BY created DESC, handle LIMIT $2",
        params![account, limit],
        |mut row| {
            Ok(Journey {
                handle: row.text()?,
                reference: row.text()?,
                terminal: row.text()?,
                purpose: Purpose::from_key(&row.text()?),
                state: row.text()?,
                created: row.time()?,
                expires: row.time()?,
            })
        },
    )
}

/// The last records about an account of this name, the newest first.
pub fn records(tx: &mut Tx<'_>, upn: &str, limit: i64) -> Result<Vec<Record>, StoreError> {
    let filter = audit::Filter {
        account: Some(upn.to_owned()),
        ..audit::Filter::default()
    };
    audit::page(tx, &filter, audit::Page::Before(i64::MAX), limit)
}

/// What is left of every limit of an account.
pub fn counters(
    tx: &mut Tx<'_>,
    account: i64,
    policy: &Policy,
) -> Result<Vec<Counter>, StoreError> {
    let mut all = Vec::with_capacity(Counted::ALL.len());
    for counted in Counted::ALL {
        let limit = counted.limit(policy);
        let (used, oldest) = tx.one(
            "SELECT count(*), min(at) FROM attempt
             WHERE account_id = $1 AND kind = $2 AND at > $3",
            params![account, counted.key(), tx.now().minus(limit.window)],
            |mut row| Ok((row.int()?, row.maybe_time()?)),
        )?;
        all.push(Counter {
            counted,
            used,
            limit: limit.count,
            until: oldest.map(|oldest| oldest.plus(limit.window)),
        });
    }
    Ok(all)
}
