//! Accounts written out one after another.

use super::account_file::COLUMNS;
use super::accounts::{View, view};
use super::cells::guard;
use super::{Actor, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event};
use crate::domain::people::AccountFilter;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::{audit, people, settings};

impl Service {
    /// Hands every account that is meant to `found`, one after another; so many contact data at once
    /// are recorded before, and want a fresh proof.
    pub async fn export_accounts(
        &self,
        actor: &Actor,
        filter: AccountFilter,
        mut found: impl FnMut(View) + Send + 'static,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let by = actor.name();
        self.recorded_look(actor, Permission::ReadAccounts, now, move |tx, caller| {
            allowed!(caller.require_fresh());
            audit::append(tx, Event::new(Activity::AccountsExported, by.clone()))?;
            Ok(Ok(()))
        })
        .await?;
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let policy = settings::policy(tx)?;
            people::each(tx, &filter, |account, facts| {
                found(view(account.clone(), facts, &policy));
            })?;
            Ok(Ok(()))
        })
        .await
    }
}

/// The header row of an export.
pub fn header() -> String {
    format!("{}\r\n", COLUMNS.join(","))
}

/// An account as a row, which can be read again.
pub fn row(view: &View) -> String {
    let account = &view.account;
    let profile = account.profile.clone();
    let roles: Vec<&str> = account.roles.iter().map(|role| role.key()).collect();
    let must_change = if account.must_change { "yes" } else { "no" };
    let cells = [
        Some(account.upn.clone()),
        profile.name,
        profile.given,
        profile.surname,
        profile.email,
        profile.alternate_email,
        profile.mobile,
        profile.office,
        account.licence.map(|licence| licence.key().to_owned()),
        Some(roles.join(",")),
        profile.language,
        Some(must_change.to_owned()),
    ];
    let cells = cells.map(|cell| cell_text(&cell.unwrap_or_default()));
    format!("{}\r\n", cells.join(","))
}

/// A cell, in quotation marks where it needs them.
fn cell_text(cell: &str) -> String {
    let cell = guard(cell);
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.into_owned(),
    }
}
