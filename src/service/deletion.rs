//! Deleting accounts. What is recorded of one stays for ever.

use super::last_way::may_go;
use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError, allowed, existing};
use crate::domain::audit::{Activity, Event, FIELDS};
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::{StoreError, Tx, account_page, accounts as rows, audit};

impl Service {
    /// Deletes an account with its methods, passwords, journeys and waiting letters; never the last
    /// global administrator who could still sign in.
    pub async fn delete_account(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (upn, by) = (upn.to_owned(), actor.name());
        self.act(actor, Permission::ManageAccounts, now, move |tx, caller| {
            let account = match existing(tx, &upn)? {
                Ok(account) => account,
                Err(unknown) => return Ok(Err(deleted(tx, &upn)?.unwrap_or(unknown))),
            };
            allowed!(caller.require_over(Permission::ManageAccounts, &account));
            allowed!(may_go(tx, caller, &account)?);
            rows::delete(tx, account.id)?;
            let event = Event::new(Activity::AccountDeleted, by.as_str());
            audit::append(tx, event.about(account.upn))?;
            Ok(Ok(()))
        })
        .await
    }
}

/// The refusal that somebody else has deleted an account already, where the records say so.
fn deleted(tx: &mut Tx<'_>, upn: &str) -> Result<Option<Denied>, StoreError> {
    let last = account_page::records(tx, upn, 1)?.into_iter().next();
    let Some(record) = last else { return Ok(None) };
    let field = |name: &str| {
        let at = FIELDS.iter().position(|field| *field == name)?;
        record.fields.get(at)?.as_deref()
    };
    let by = field("actor").unwrap_or_default();
    let refusal = || Refusal::Deleted {
        upn: text::clean(upn),
        by: by.to_owned(),
        at: record.time,
    };
    let gone = field("activity") == Some(Activity::AccountDeleted.key());
    Ok(gone.then(|| refusal().into()))
}
