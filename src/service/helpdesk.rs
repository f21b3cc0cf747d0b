//! Looking things up for a caller: from a reference to the reason, and what the help desk may do next.
//! Every look is recorded with what was looked at, also one that found nothing.

use super::accounts::{View, view};
use super::{Actor, Caller, Refusal, Service, ServiceError};
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event, Record};
use crate::domain::caller::CallerWay;
use crate::domain::clear;
use crate::domain::eligibility::{Check, Facts, assess};
use crate::domain::remedy::{Remedy, remedies};
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::audit::{Filter, Page};
use crate::store::passes::Live;
use crate::store::{StoreError, Tx, accounts as rows, audit, callers, facts, passes, settings};

/// More records than any journey leaves behind.
const RECORDS: i64 = 1_000;

/// An account as it stands now.
pub struct Standing {
    /// The account, its methods and whether it could reset.
    pub view: View,
    /// Every check with its verdict now.
    pub checks: [Check; 11],
    /// How its owner can be verified.
    pub ways: Vec<CallerWay>,
    /// Until when its owner counts as verified by who asks, if they do.
    pub verified: Option<Timestamp>,
    /// The temporary access pass it has.
    pub pass: Option<Live>,
    /// What helps, and whether who asks may do it.
    pub next: Vec<(Remedy, bool)>,
}

/// What a reference leads to.
pub struct Found {
    /// The reference, as the screen had it.
    pub reference: String,
    /// The account as it was named then.
    pub named: Option<String>,
    /// Where it happened.
    pub terminal: Option<String>,
    /// Why it came to nothing, as a code; none where it did not.
    pub refusal: Option<String>,
    /// Everything recorded under it, in order.
    pub records: Vec<Record>,
    /// Every check with its verdict now, of an unknown account too.
    pub checks: [Check; 11],
    /// What helps, and whether who asks may do it.
    pub next: Vec<(Remedy, bool)>,
    /// The account now, if there is one.
    pub standing: Option<Standing>,
}

impl Service {
    /// What a reference leads to that a caller reads off their screen.
    pub async fn look_up_reference(
        &self,
        actor: &Actor,
        typed: &str,
        now: Timestamp,
    ) -> Result<Found, ServiceError> {
        let reference = clear::read(typed, clear::REFERENCE).ok_or(Refusal::MalformedReference)?;
        let (reference, by) = (reference.expose().to_owned(), actor.name());
        let named = reference.clone();
        let found = self.recorded_look(actor, Permission::HelpPeople, now, move |tx, caller| {
            let records = recorded(tx, &reference)?;
            let looked = Event {
                reference: Some(reference.clone()),
                ..Event::new(Activity::ReferenceViewed, by.clone())
            };
            if records.is_empty() {
                audit::append(tx, looked.failed("unknown_reference"))?;
                return Ok(Ok(None));
            }
            let found = found(tx, caller, &by, &reference, records)?;
            audit::append(
                tx,
                Event {
                    account: found.named.clone(),
                    ..looked
                },
            )?;
            Ok(Ok(Some(found)))
        });
        Ok(found.await?.ok_or(Refusal::NoReference(named))?)
    }

    /// One account as the help desk needs to see it.
    pub async fn look_up_account(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<Standing, ServiceError> {
        let (typed, by) = (upn.to_owned(), actor.name());
        let found = self.recorded_look(actor, Permission::HelpPeople, now, move |tx, caller| {
            let event = Event::new(Activity::AccountViewed, by.clone());
            let Some(account) = rows::look_up(tx, &typed)? else {
                audit::append(tx, event.failed("unknown_account"))?;
                return Ok(Ok(None));
            };
            audit::append(tx, event.about(account.upn.clone()))?;
            Ok(Ok(Some(standing(tx, caller, &by, account, None)?)))
        });
        let unknown = || Refusal::NoAccount(text::clean(upn));
        Ok(found.await?.ok_or_else(unknown)?)
    }
}

/// What the journey itself left behind under its reference; not who looked at it since.
fn recorded(tx: &mut Tx<'_>, reference: &str) -> Result<Vec<Record>, StoreError> {
    let filter = Filter {
        reference: Some(reference.to_owned()),
        ..Filter::default()
    };
    let mut records = audit::page(tx, &filter, Page::After(0), RECORDS)?;
    records.retain(|record| record.field("activity") != Some(Activity::ReferenceViewed.key()));
    Ok(records)
}

fn found(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    reference: &str,
    records: Vec<Record>,
) -> Result<Found, StoreError> {
    let first = |name: &str| {
        let found = records.iter().find_map(|record| record.field(name));
        found.map(str::to_owned)
    };
    let (named, terminal) = (first("account"), first("terminal"));
    let last = records.last();
    let refusal = last
        .and_then(|record| record.field("reason"))
        .map(str::to_owned);
    let account = match &named {
        Some(name) => rows::find(tx, name)?,
        None => None,
    };
    let (checks, next, standing) = match account {
        Some(account) => {
            let standing = standing(tx, caller, by, account, refusal.as_deref())?;
            (standing.checks, standing.next.clone(), Some(standing))
        }
        None => {
            let policy = settings::policy(tx)?;
            let checks = assess(&Facts::unknown(), &policy);
            let next = allowed_remedies(caller, None, &checks, false, refusal.as_deref());
            (checks, next, None)
        }
    };
    Ok(Found {
        reference: reference.to_owned(),
        named,
        terminal,
        refusal,
        records,
        checks,
        next,
        standing,
    })
}

fn standing(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    account: Account,
    refusal: Option<&str>,
) -> Result<Standing, StoreError> {
    let policy = settings::policy(tx)?;
    let facts = facts::of(tx, Some(&account), &policy)?;
    let checks = assess(&facts, &policy);
    let locked = account.locked_until.is_some_and(|until| until > tx.now());
    let next = allowed_remedies(caller, Some(&account), &checks, locked, refusal);
    Ok(Standing {
        checks,
        next,
        ways: callers::ways(tx, &account, &policy)?,
        verified: callers::verified(tx, account.id, by)?,
        pass: passes::live(tx, account.id)?,
        view: view(account, &facts, &policy),
    })
}

fn allowed_remedies(
    caller: &Caller,
    account: Option<&Account>,
    checks: &[Check],
    locked: bool,
    refusal: Option<&str>,
) -> Vec<(Remedy, bool)> {
    let may = |remedy: Remedy| match (remedy.permission(), account) {
        (None, _) => true,
        (Some(permission), Some(account)) => caller.require_over(permission, account).is_ok(),
        (Some(permission), None) => caller.require(permission).is_ok(),
    };
    let all = remedies(checks, locked, refusal).into_iter();
    all.map(|remedy| (remedy, may(remedy))).collect()
}
