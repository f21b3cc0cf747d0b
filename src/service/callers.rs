//! Verifying who calls the help desk, for those who may help: random values here, every decision in
//! one transaction of the store.

use super::reset::new_code;
use super::{Actor, Service, ServiceError};
use crate::domain::audit::{Activity, Event};
use crate::domain::caller::{Answered, Asked, CallerWay};
use crate::domain::journey::Chosen;
use crate::domain::role::Permission;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::store::{audit, callers, settings};

impl Service {
    /// Every way to verify the owner of an account now, masked; the look is recorded.
    pub async fn caller_ways(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<Vec<CallerWay>, ServiceError> {
        let permission = Permission::HelpPeople;
        self.act_on(actor, permission, upn, now, |tx, _, account, by| {
            let event = Event::new(Activity::AccountViewed, by).about(account.upn.clone());
            audit::append(tx, event)?;
            let policy = settings::policy(tx)?;
            Ok(Ok(callers::ways(tx, &account, &policy)?))
        })
        .await
    }

    /// Begins to verify a caller: sends a code to what the account holds, or waits for one of its
    /// authenticator.
    pub async fn ask_caller(
        &self,
        actor: &Actor,
        upn: &str,
        chosen: impl Into<Chosen>,
        now: Timestamp,
    ) -> Result<Asked, ServiceError> {
        let (chosen, new) = (chosen.into(), new_code()?);
        let permission = Permission::HelpPeople;
        self.act_on(actor, permission, upn, now, move |tx, _, account, by| {
            Ok(Ok(callers::ask(tx, &account, by, chosen, &new)?))
        })
        .await
    }

    /// Compares the code that the caller has told.
    pub async fn answer_caller(
        &self,
        actor: &Actor,
        upn: &str,
        typed: SecretText,
        now: Timestamp,
    ) -> Result<Answered, ServiceError> {
        let permission = Permission::HelpPeople;
        self.act_on(actor, permission, upn, now, move |tx, _, account, by| {
            Ok(Ok(callers::answer(tx, &account, by, &typed, now)?))
        })
        .await
    }
}
