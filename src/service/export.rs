//! Every account, written out one after another.

use super::accounts::{View, view};
use super::{Actor, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event};
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::{audit, facts, settings};

impl Service {
    /// Hands every account to `found`, in the order of their names; so many contact data at once
    /// are recorded before, and want a fresh proof.
    pub async fn export_accounts(
        &self,
        actor: &Actor,
        mut found: impl FnMut(View) + Send + 'static,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let by = actor.name();
        self.act(actor, Permission::ReadAccounts, now, move |tx, caller| {
            allowed!(caller.require_fresh());
            audit::append(tx, Event::new(Activity::AccountsExported, by.clone()))?;
            Ok(Ok(()))
        })
        .await?;
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let policy = settings::policy(tx)?;
            facts::each(tx, &policy, |account, facts| {
                found(view(account.clone(), facts, &policy));
            })?;
            Ok(Ok(()))
        })
        .await
    }
}
