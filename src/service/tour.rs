//! The guided tours as the store tells them: what was recorded since one began, read back like any
//! administrator reads it. Writes nothing.

use super::{Actor, Service, ServiceError};
use crate::domain::letter::Happening;
use crate::domain::policy::Reach;
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::domain::tour::{Checklist, Story, Tour};
use crate::store::audit::{self, Filter, Head, Page, Verdict, Verified};
use crate::store::{StoreError, Tx, accounts, facts, groups, notices, settings};

/// Where a tour began.
#[derive(Clone, Debug)]
pub struct Beginning {
    tour: Tour,
    guest: String,
    admin: String,
    at: Timestamp,
    /// The last record before it.
    head: Head,
}

impl Service {
    /// Begins a tour about this account, and this administrator: what was before counts for nothing.
    pub async fn begin_tour(
        &self,
        actor: &Actor,
        tour: Tour,
        guest: &str,
        admin: &str,
        now: Timestamp,
    ) -> Result<Beginning, ServiceError> {
        Ok(Beginning {
            tour,
            guest: guest.to_owned(),
            admin: admin.to_owned(),
            at: now,
            head: self.audit_head(actor, now).await?,
        })
    }

    /// How far a tour has come.
    pub async fn tour(
        &self,
        actor: &Actor,
        begun: &Beginning,
        now: Timestamp,
    ) -> Result<Checklist, ServiceError> {
        let begun = begun.clone();
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            let mut story = story(tx, &begun)?;
            let list = Checklist::of(begun.tour, &story);
            if !list.wants_record() {
                return Ok(Ok(list));
            }
            // A tour's log is short: all of it at once.
            let whole = Verified::default();
            let verdict = audit::verify_some(tx, whole, i64::MAX, Some(&begun.head))?;
            story.intact = matches!(verdict, Ok(Verdict::Whole(_)));
            Ok(Ok(Checklist::of(begun.tour, &story)))
        })
        .await
    }
}

fn story(tx: &mut Tx<'_>, begun: &Beginning) -> Result<Story, StoreError> {
    let after = Page::After(begun.head.seq);
    let mut story = Story {
        guest: begun.guest.clone(),
        records: audit::page(tx, &Filter::default(), after, i64::MAX)?,
        admin: begun.admin.clone(),
        ..Story::default()
    };
    let Some(account) = accounts::find(tx, &begun.guest)? else {
        return Ok(story);
    };
    let policy = settings::policy(tx)?;
    let facts = facts::of(tx, Some(&account), &policy)?;
    story.selected = policy.reach == Reach::Selected && facts.selected && !facts.excluded;
    let within = groups::names_of(tx, account.id)?;
    story.grouped = groups::list(tx)?
        .iter()
        .any(|group| group.created >= begun.at && within.contains(&text::canonical(&group.name)));
    if let Some(at) = story.reset_at() {
        let kind = Happening::PasswordReset.key();
        story.notices = notices::delivered(tx, account.id, kind, at)?;
    }
    Ok(story)
}
