//! Finding records among millions: by what is asked together, one page at a time, keyed by number.
//! Time never runs backwards in the log, so that a span of time is a span of numbers, found by
//! halving. What leads to fewest records leads by its index; the rest is compared as it is read.

use super::read;
use crate::domain::audit::Record;
use crate::domain::time::Timestamp;
use crate::store::tx::{Value, params};
use crate::store::{StoreError, Tx};

/// What records are asked for, all of it together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this account.
    pub account: Option<String>,
    /// Of this activity.
    pub activity: Option<String>,
    /// With this outcome.
    pub outcome: Option<String>,
    /// From this terminal.
    pub terminal: Option<String>,
    /// With this reference.
    pub reference: Option<String>,
    /// Not before then.
    pub since: Option<Timestamp>,
    /// Before then.
    pub until: Option<Timestamp>,
}

/// Where a page begins, and which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Records after this number, oldest first.
    After(i64),
    /// Records before this number, newest first.
    Before(i64),
}

/// A statement that one column leads, the others compared without their indexes.
macro_rules! page {
    ($reference:literal $account:literal $terminal:literal $activity:literal $order:literal) => {
        concat!(
            "SELECT seq, time, activity, outcome, reason, account, actor, terminal, journey,
                    method, reference, detail, hash
             FROM audit
             WHERE seq > $1 AND seq < $2
               AND ",
            $reference,
            " AND ",
            $account,
            " AND ",
            $terminal,
            " AND ",
            $activity,
            " AND (CAST($7 AS TEXT) IS NULL OR outcome = $7)
               AND time >= $8 AND time < $9
             ORDER BY seq ",
            $order,
            " LIMIT $10"
        )
    };
}

macro_rules! both_ways {
    ($reference:literal $account:literal $terminal:literal $activity:literal) => {
        [
            page!($reference $account $terminal $activity "ASC"),
            page!($reference $account $terminal $activity "DESC"),
        ]
    };
}

/// By reference, by account, by terminal, by activity, by number alone; each oldest and newest first.
static STATEMENTS: [[&str; 2]; 5] = [
    both_ways!(
        "reference = $3"
        "(CAST($4 AS TEXT) IS NULL OR COALESCE(account, '') = $4)"
        "(CAST($5 AS TEXT) IS NULL OR COALESCE(terminal, '') = $5)"
        "(CAST($6 AS TEXT) IS NULL OR COALESCE(activity, '') = $6)"
    ),
    both_ways!(
        "(CAST($3 AS TEXT) IS NULL OR COALESCE(reference, '') = $3)"
        "account = $4"
        "(CAST($5 AS TEXT) IS NULL OR COALESCE(terminal, '') = $5)"
        "(CAST($6 AS TEXT) IS NULL OR COALESCE(activity, '') = $6)"
    ),
    both_ways!(
        "(CAST($3 AS TEXT) IS NULL OR COALESCE(reference, '') = $3)"
        "(CAST($4 AS TEXT) IS NULL OR COALESCE(account, '') = $4)"
        "terminal = $5"
        "(CAST($6 AS TEXT) IS NULL OR COALESCE(activity, '') = $6)"
    ),
    both_ways!(
        "(CAST($3 AS TEXT) IS NULL OR COALESCE(reference, '') = $3)"
        "(CAST($4 AS TEXT) IS NULL OR COALESCE(account, '') = $4)"
        "(CAST($5 AS TEXT) IS NULL OR COALESCE(terminal, '') = $5)"
        "activity = $6"
    ),
    both_ways!(
        "(CAST($3 AS TEXT) IS NULL OR COALESCE(reference, '') = $3)"
        "(CAST($4 AS TEXT) IS NULL OR COALESCE(account, '') = $4)"
        "(CAST($5 AS TEXT) IS NULL OR COALESCE(terminal, '') = $5)"
        "(CAST($6 AS TEXT) IS NULL OR COALESCE(activity, '') = $6)"
    ),
];

impl Filter {
    fn statement(&self, page: Page) -> &'static str {
        let [reference, account, terminal, activity, number] = &STATEMENTS;
        let [oldest_first, newest_first] = match self {
            Self {
                reference: Some(_), ..
            } => reference,
            Self {
                account: Some(_), ..
            } => account,
            Self {
                terminal: Some(_), ..
            } => terminal,
            Self {
                activity: Some(_), ..
            } => activity,
            _ => number,
        };
        match page {
            Page::After(_) => oldest_first,
            Page::Before(_) => newest_first,
        }
    }
}

/// At most so many of the records that fit.
pub fn page(
    tx: &mut Tx<'_>,
    filter: &Filter,
    page: Page,
    most: i64,
) -> Result<Vec<Record>, StoreError> {
    let (mut above, mut below) = match page {
        Page::After(seq) => (seq, i64::MAX),
        Page::Before(seq) => (0, seq),
    };
    if let Some(since) = filter.since {
        above = above.max(first_at(tx, since)? - 1);
    }
    if let Some(until) = filter.until {
        below = below.min(first_at(tx, until)?);
    }
    let bound = |at: Option<Timestamp>, else_: i64| Value::Int(at.map_or(else_, Timestamp::micros));
    tx.rows(
        filter.statement(page),
        params![
            above,
            below,
            filter.reference.clone(),
            filter.account.clone(),
            filter.terminal.clone(),
            filter.activity.clone(),
            filter.outcome.clone(),
            bound(filter.since, i64::MIN),
            bound(filter.until, i64::MAX),
            most,
        ],
        read,
    )
}

/// The number of the first record that is not before a moment; one more than the last where none is.
pub fn first_at(tx: &mut Tx<'_>, moment: Timestamp) -> Result<i64, StoreError> {
    let (last, _) = super::head(tx)?;
    let (mut low, mut high) = (1, last + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        let found = tx.maybe(
            "SELECT seq, time FROM audit WHERE seq >= $1 ORDER BY seq LIMIT 1",
            params![middle],
            |mut row| Ok((row.int()?, row.time()?)),
        )?;
        match found {
            Some((seq, time)) if time < moment => low = seq + 1,
            _ => high = middle,
        }
    }
    Ok(low)
}
