//! Usage in numbers: who could reset, what was done, where people gave up, and which calls the help
//! desk was spared.

use std::time::Duration;

use super::accounts::view;
use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::domain::audit::{Activity, Outcome};
use crate::domain::licence::Operation;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::reports::{self as rows, PERIODS, Since};
pub use crate::store::reports::{Counted, Counts};
use crate::store::{StoreError, Tx, facts, settings};

/// How far back each period goes, the shortest first.
pub type Periods = [Duration; PERIODS];

/// The steps of a journey, in order.
const STEPS: [&str; 3] = ["verification_step_1", "verification_step_2", "new_password"];

/// A journey's step at which people gave up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abandoned {
    /// `verification_step_1`, `verification_step_2` or `new_password`; how many gates an ordinary
    /// account needs is what policy says today.
    pub step: &'static str,
    /// Why the journey ended.
    pub reason: Option<String>,
    /// How often.
    pub counts: Counts,
}

/// Accounts and journeys in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Every account.
    pub accounts: u64,
    /// Accounts in use that policy and licence let reset.
    pub enabled: u64,
    /// Those of them with enough methods for the gates.
    pub registered: u64,
    /// Accounts that could reset now.
    pub capable: u64,
    /// Journeys that were given up, by step and reason.
    pub abandoned: Vec<Abandoned>,
    /// Calls the help desk was spared: one for every reset that succeeded.
    pub calls_avoided: Counts,
}

impl Service {
    /// Accounts enabled, registered and capable; journeys abandoned, and where; calls avoided.
    pub async fn usage(
        &self,
        actor: &Actor,
        periods: Periods,
        now: Timestamp,
    ) -> Result<Usage, ServiceError> {
        self.report(actor, periods, now, |tx, since| {
            let policy = settings::policy(tx)?;
            let mut usage = Usage {
                accounts: 0,
                enabled: 0,
                registered: 0,
                capable: 0,
                abandoned: Vec::new(),
                calls_avoided: [0; PERIODS],
            };
            let ordinary = policy.required;
            facts::each(tx, &policy, |account, facts| {
                let view = view(account.clone(), facts, &policy);
                let enabled = view.account.enabled && view.enabled_for_sspr;
                usage.accounts += 1;
                usage.enabled += u64::from(enabled);
                usage.registered += u64::from(enabled && view.registered);
                usage.capable += u64::from(view.capable);
            })?;
            for given_up in rows::given_up(tx, since)? {
                let passed = usize::try_from(given_up.passed).unwrap_or_default();
                let [first, second, password] = STEPS;
                let step = match passed {
                    0 => first,
                    1 if ordinary > 1 => second,
                    _ => password,
                };
                usage.abandoned.push(Abandoned {
                    step,
                    reason: given_up.reason,
                    counts: given_up.counts,
                });
            }
            merge(&mut usage.abandoned);
            for reset in rows::counted(tx, Activity::PasswordReset, since)? {
                if reset.outcome == Outcome::Success.key() {
                    add(&mut usage.calls_avoided, reset.counts);
                }
            }
            Ok(usage)
        })
        .await
    }

    /// Methods that were registered, by method and outcome.
    pub async fn registrations(
        &self,
        actor: &Actor,
        periods: Periods,
        now: Timestamp,
    ) -> Result<Vec<Counted>, ServiceError> {
        self.report(actor, periods, now, |tx, since| {
            let mut all = rows::counted(tx, Activity::MethodAdded, since)?;
            all.sort();
            Ok(all)
        })
        .await
    }

    /// Resets by method and outcome: those that succeeded by the gates they passed, those that were
    /// refused or given up by the reason.
    pub async fn resets(
        &self,
        actor: &Actor,
        periods: Periods,
        now: Timestamp,
    ) -> Result<Vec<Counted>, ServiceError> {
        self.report(actor, periods, now, |tx, since| {
            let mut all = rows::counted(tx, Activity::PasswordReset, since)?;
            // A journey that started well is counted by how it ended.
            let started = rows::counted(tx, Activity::ResetStarted, since)?;
            all.extend(
                started
                    .into_iter()
                    .filter(|row| row.outcome == Outcome::Failure.key()),
            );
            all.extend(rows::counted(tx, Activity::ResetAbandoned, since)?);
            all.sort();
            Ok(all)
        })
        .await
    }

    /// Answers for somebody who may read the log, where the organisation's licence has reports.
    async fn report<T: Send + 'static>(
        &self,
        actor: &Actor,
        periods: Periods,
        now: Timestamp,
        mut question: impl FnMut(&mut Tx<'_>, Since) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, ServiceError> {
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            let licence = settings::policy(tx)?.licence;
            if !licence.allows(Operation::PremiumReports, false) {
                return Ok(Err(Denied::new(Refusal::ReportsLicence(licence))));
            }
            let now = tx.now();
            question(tx, periods.map(|period| now.minus(period))).map(Ok)
        })
        .await
    }
}

fn add(to: &mut Counts, more: Counts) {
    for (sum, count) in to.iter_mut().zip(more) {
        *sum += count;
    }
}

/// Adds up what stands for the same step and reason, in the order of the steps.
fn merge(all: &mut Vec<Abandoned>) {
    let place = |row: &Abandoned| STEPS.iter().position(|step| *step == row.step);
    all.sort_by_key(|row| (place(row), row.reason.clone()));
    all.dedup_by(|next, kept| {
        let same = (next.step, &next.reason) == (kept.step, &kept.reason);
        if same {
            add(&mut kept.counts, next.counts);
        }
        same
    });
}
