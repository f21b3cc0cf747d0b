//! The state of things at a glance, each part for those who may see it: what is cheap is asked again
//! and again, what takes long is counted a page at a time, so that nobody else waits for it.

use std::sync::Arc;
use std::time::Duration;

use super::accounts::view;
use super::{Actor, Caller, Service, ServiceError};
use crate::domain::alert::Alert;
use crate::domain::policy::Policy;
use crate::domain::role::Permission;
use crate::domain::setting::Value;
use crate::domain::time::Timestamp;
use crate::store::health;
pub use crate::store::health::Waiting;
use crate::store::outbox;
pub use crate::store::outbox::Item;
use crate::store::{accounts as rows, alerts, facts, settings};

/// How long a letter may wait before somebody should look why.
pub const LATE: Duration = Duration::from_secs(10 * 60);
/// How far back alerts are shown.
const DAY: Duration = Duration::from_secs(24 * 3600);
/// The most alerts that are shown.
const ALERTS: i64 = 20;
/// The most letters that are listed.
const LETTERS: i64 = 500;
/// Accounts that are counted in one go.
const PAGE: i64 = 500;

/// What is cheap to know.
#[derive(Clone, Debug)]
pub struct Glance {
    /// The policy in force.
    pub policy: Arc<Policy>,
    /// The groups that reset is for, named as they were typed.
    pub groups: Vec<String>,
    /// By how much the clock is behind what the store has recorded.
    pub behind: Duration,
    /// The agents and when each was last heard from.
    pub agents: Vec<(String, Timestamp)>,
    /// The outbox, for those who look after it.
    pub outbox: Option<Waiting>,
    /// The alerts of the last day with the place and the moment of each, newest first, for those who
    /// read the log.
    pub alerts: Option<Vec<(Alert, String, Timestamp)>>,
}

/// How many accounts there are, and how many of them can help themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headcount {
    /// All of them.
    pub accounts: u64,
    /// Those that reset is for.
    pub enabled: u64,
    /// Those of them with enough methods.
    pub registered: u64,
    /// Those that could reset now.
    pub capable: u64,
}

impl Headcount {
    /// Both together.
    pub const fn and(self, other: Self) -> Self {
        Self {
            accounts: self.accounts + other.accounts,
            enabled: self.enabled + other.enabled,
            registered: self.registered + other.registered,
            capable: self.capable + other.capable,
        }
    }
}

impl Service {
    /// What is cheap to know, for whoever has a role.
    pub async fn glance(&self, actor: &Actor, now: Timestamp) -> Result<Glance, ServiceError> {
        let who = actor.clone();
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let caller = Caller::load(tx, &who)?;
            let may = |permission| caller.require(permission).is_ok();
            let (reads, manages) = (may(Permission::ReadAudit), may(Permission::ManageOutbox));
            let behind = now.until(tx.now());
            let yesterday = tx.now().minus(DAY);
            Ok(Ok(Glance {
                policy: settings::policy(tx)?,
                groups: match settings::load(tx)?.remove("sspr.groups") {
                    Some(Value::List(names)) => names,
                    _ => Vec::new(),
                },
                behind,
                agents: health::agents(tx)?,
                outbox: manages.then(|| health::waiting(tx, LATE)).transpose()?,
                alerts: reads
                    .then(|| alerts::since(tx, yesterday, ALERTS))
                    .transpose()?,
            }))
        })
        .await
    }

    /// What has not left yet: what waits, and what failed and can be tried again; newest first.
    pub async fn undelivered(
        &self,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Vec<Item>, ServiceError> {
        self.ask(actor, Permission::ManageOutbox, now, |tx| {
            Ok(Ok(outbox::undelivered(tx, LETTERS)?))
        })
        .await
    }

    /// Counts the accounts after a principal name; after which to go on, if there are more.
    pub async fn headcount(
        &self,
        actor: &Actor,
        after: &str,
        now: Timestamp,
    ) -> Result<(Headcount, Option<String>), ServiceError> {
        let after = after.to_owned();
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let policy = settings::policy(tx)?;
            let page = rows::list(tx, &after, PAGE)?;
            let whole = i64::try_from(page.len()).is_ok_and(|count| count == PAGE);
            let last = page.last().map(|account| account.upn.clone());
            let mut counted = Headcount::default();
            for account in page {
                let facts = facts::of(tx, Some(&account), &policy)?;
                let view = view(account, &facts, &policy);
                let enabled = view.account.enabled && view.enabled_for_sspr;
                counted = counted.and(Headcount {
                    accounts: 1,
                    enabled: u64::from(enabled),
                    registered: u64::from(enabled && view.registered),
                    capable: u64::from(view.capable),
                });
            }
            Ok(Ok((counted, last.filter(|_| whole))))
        })
        .await
    }
}
