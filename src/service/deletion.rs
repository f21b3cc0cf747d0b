//! Deleting accounts. What is recorded of one stays for ever.

use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::domain::audit::{Activity, Event};
use crate::domain::role::{Permission, Role};
use crate::domain::time::Timestamp;
use crate::store::{accounts as rows, audit};

impl Service {
    /// Deletes an account with its methods, passwords, journeys and waiting letters; never the last
    /// global administrator who could still sign in.
    pub async fn delete_account(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        self.act_on(
            actor,
            Permission::ManageAccounts,
            upn,
            now,
            move |tx, _, account, by| {
                let is_global = |roles: &[Role]| roles.contains(&Role::Global);
                if account.enabled && is_global(&account.roles) {
                    let another = rows::administrators(tx)?.into_iter().any(|other| {
                        other.id != account.id && other.enabled && is_global(&other.roles)
                    });
                    if !another {
                        return Ok(Err(Denied::new(Refusal::LastAdministrator(account.upn))));
                    }
                }
                rows::delete(tx, account.id)?;
                audit::append(
                    tx,
                    Event::new(Activity::AccountDeleted, by).about(account.upn),
                )?;
                Ok(Ok(()))
            },
        )
        .await
    }
}
