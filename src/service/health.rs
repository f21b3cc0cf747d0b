//! What `doctor` asks a store that is open.

use std::sync::Arc;
use std::time::Duration;

use super::overview::LATE;
use super::{Actor, Service, ServiceError};
use crate::domain::policy::Policy;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::{facts, health as rows, settings};

/// A store from inside.
#[derive(Debug)]
pub struct Health {
    /// By how much the clock is behind what the store has recorded.
    pub behind: Duration,
    /// The agents and when each was last heard from.
    pub agents: Vec<(String, Timestamp)>,
    /// Letters that wait for longer than a channel should need.
    pub late: u64,
    /// Letters that were refused for good and are not given up yet.
    pub refused: u64,
    /// The policy in force.
    pub policy: Arc<Policy>,
    /// How many accounts could reset now.
    pub capable: u64,
}

impl Service {
    /// What there is to say of the store's use.
    pub async fn health(&self, actor: &Actor, now: Timestamp) -> Result<Health, ServiceError> {
        self.ask(actor, Permission::ManageStore, now, move |tx| {
            let policy = settings::policy(tx)?;
            let waiting = rows::waiting(tx, LATE)?;
            let mut capable = 0;
            facts::each(tx, &policy, |_, facts| {
                let able = crate::domain::eligibility::first_failure(facts, &policy).is_none();
                capable += u64::from(able);
            })?;
            Ok(Ok(Health {
                behind: now.until(tx.now()),
                agents: rows::agents(tx)?,
                late: waiting.late,
                refused: waiting.refused,
                policy,
                capable,
            }))
        })
        .await
    }
}
