//! Deleting accounts. What is recorded of one stays for ever.

use super::last_way::may_go;
use super::{Actor, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event};
use crate::domain::role::Permission;
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
            move |tx, caller, account, by| {
                allowed!(may_go(tx, caller, &account)?);
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
