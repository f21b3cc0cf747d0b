//! One account's page: what it is, whether it can be reset and why not, what blocks it, what
//! happened last. A look by somebody who may only help is recorded.

use std::time::Duration;

use super::accounts::{View, view};
use super::methods::{Held, held};
use super::{Actor, Caller, Service, ServiceError, allowed, existing};
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event, FIELDS, Record};
use crate::domain::eligibility::{Check, assess, gates_required, usable_methods};
use crate::domain::method::Method;
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::account_page::{self as rows, Counter, Journey};
use crate::store::{StoreError, Tx, audit, facts, groups, settings};

/// How many journeys and records a page shows.
const LAST: i64 = 20;

/// For how long one look is one look.
const LOOK: Duration = Duration::from_secs(300);

/// One account's page.
pub struct AccountPage {
    /// The account.
    pub view: View,
    /// Every check of eligibility with its verdict.
    pub checks: [Check; 11],
    /// How many gates it must pass.
    pub gates: usize,
    /// The methods that these may be.
    pub usable: Vec<Method>,
    /// What it holds; whole values only for those who may manage methods.
    pub methods: Vec<Held>,
    /// The groups it is in, directly or by nesting, by their canonical names.
    pub groups: Vec<String>,
    /// What is left of each limit.
    pub counters: Vec<Counter>,
    /// Its last journeys, the newest first.
    pub journeys: Vec<Journey>,
    /// The last records about it, the newest first; none for those who may not read them.
    pub records: Option<Vec<Record>>,
    /// What who looks may do to this account.
    pub may: Vec<Permission>,
}

/// What can be done to an account from its page.
const ACTIONS: [Permission; 4] = [
    Permission::ManageAccounts,
    Permission::HelpPeople,
    Permission::ManageMethods,
    Permission::ManageAdministrators,
];

impl Service {
    /// Everything about one account.
    pub async fn account_page(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<AccountPage, ServiceError> {
        let (upn, by) = (upn.to_owned(), actor.name());
        self.recorded_look(actor, Permission::ReadAccounts, now, move |tx, caller| {
            let account = allowed!(existing(tx, &upn)?);
            record(tx, caller, &account, &by)?;
            let policy = settings::policy(tx)?;
            let facts = facts::of(tx, Some(&account), &policy)?;
            let may = |permission: &Permission| caller.require_over(*permission, &account).is_ok();
            let mut may: Vec<Permission> = ACTIONS.into_iter().filter(may).collect();
            let whole = may.contains(&Permission::ManageMethods);
            may.retain(|permission| !(caller.is_read_only && permission.changes()));
            let records = match caller.require(Permission::ReadAudit) {
                Ok(()) => Some(rows::records(tx, &account.upn, LAST)?),
                Err(_) => None,
            };
            let methods = held(tx, &account, whole)?;
            let account = seen(account, whole);
            Ok(Ok(AccountPage {
                checks: assess(&facts, &policy),
                gates: gates_required(&facts, &policy),
                usable: usable_methods(&facts, &policy),
                methods,
                groups: groups::names_of(tx, account.id)?,
                counters: rows::counters(tx, account.id, &policy)?,
                journeys: rows::journeys(tx, account.id, LAST)?,
                records,
                may,
                view: view(account, &facts, &policy),
            }))
        })
        .await
    }

    /// The last journeys of an account, the newest first.
    pub async fn journeys_of(
        &self,
        actor: &Actor,
        upn: &str,
        limit: i64,
        now: Timestamp,
    ) -> Result<Vec<Journey>, ServiceError> {
        let upn = upn.to_owned();
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let account = allowed!(existing(tx, &upn)?);
            Ok(Ok(rows::journeys(tx, account.id, limit)?))
        })
        .await
    }

    /// What is left of each limit of an account.
    pub async fn limits_of(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<Vec<Counter>, ServiceError> {
        let upn = upn.to_owned();
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let account = allowed!(existing(tx, &upn)?);
            let policy = settings::policy(tx)?;
            Ok(Ok(rows::counters(tx, account.id, &policy)?))
        })
        .await
    }
}

/// The account as it is shown: what is masked among the methods is masked in the profile, too.
fn seen(mut account: Account, whole: bool) -> Account {
    if !whole {
        let profile = &mut account.profile;
        let mask = |value: &mut Option<String>, mask: fn(&str) -> String| {
            *value = value.as_deref().map(mask);
        };
        mask(&mut profile.alternate_email, text::mask_address);
        mask(&mut profile.mobile, text::mask_number);
        mask(&mut profile.office, text::mask_number);
    }
    account
}

/// Records that somebody looked, unless what they change is recorded anyway. A page that is drawn
/// again is the same look.
fn record(tx: &mut Tx<'_>, caller: &Caller, account: &Account, by: &str) -> Result<(), StoreError> {
    if caller.require(Permission::ManageAccounts).is_ok() {
        return Ok(());
    }
    let since = tx.now().minus(LOOK);
    let (viewed, by_whom) = (Activity::AccountViewed.key(), Some(by));
    let field = |record: &Record, name: &str| {
        let at = FIELDS.iter().position(|field| *field == name);
        at.and_then(|at| record.fields.get(at)?.clone())
    };
    let before = rows::records(tx, &account.upn, LAST)?;
    let seen = before.iter().any(|record| {
        record.time > since
            && field(record, "activity").as_deref() == Some(viewed)
            && field(record, "actor").as_deref() == by_whom
    });
    match seen {
        true => Ok(()),
        false => {
            let event = Event::new(Activity::AccountViewed, by).about(account.upn.clone());
            audit::append(tx, event)
        }
    }
}
