//! The audit log as administrators read it: page by page, as it grows, written out, and whether it
//! is whole. What is long is read in pieces, so that others get their turn in between, and a role
//! that was taken meanwhile ends it.

use super::{Actor, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event, Record};
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::audit::{self as rows, Page};
pub use crate::store::audit::{Filter, Head, Verdict, Verified};
use crate::store::{StoreError, Tx, accounts};

/// How many records are one piece.
const PIECE: i64 = 5_000;

/// What came after a record.
#[derive(Debug)]
pub struct News {
    /// The records that fit, oldest first.
    pub records: Vec<Record>,
    /// The number of the last record that was looked at.
    pub seen: i64,
}

/// Names the account as the log does, where what was typed finds one.
fn resolved(tx: &mut Tx<'_>, filter: &Filter) -> Result<Filter, StoreError> {
    let mut filter = filter.clone();
    if let Some(typed) = &filter.account
        && let Some(account) = accounts::look_up(tx, typed)?
    {
        filter.account = Some(account.upn);
    }
    Ok(filter)
}

impl Service {
    /// The newest records that fit, newest first; `before` is the number of a record that they are
    /// older than.
    pub async fn audit_page(
        &self,
        actor: &Actor,
        filter: &Filter,
        before: Option<i64>,
        most: i64,
        now: Timestamp,
    ) -> Result<Vec<Record>, ServiceError> {
        let (filter, page) = (filter.clone(), Page::Before(before.unwrap_or(i64::MAX)));
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            let filter = resolved(tx, &filter)?;
            rows::page(tx, &filter, page, most).map(Ok)
        })
        .await
    }

    /// What has come after a record, some of it: go on after what was seen until nothing comes.
    pub async fn audit_after(
        &self,
        actor: &Actor,
        filter: &Filter,
        after: i64,
        now: Timestamp,
    ) -> Result<News, ServiceError> {
        let filter = filter.clone();
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            let (last, _) = rows::head(tx)?;
            let filter = resolved(tx, &filter)?;
            let records = match after < last {
                true => rows::page(tx, &filter, Page::After(after), PIECE)?,
                false => Vec::new(),
            };
            let is_full = i64::try_from(records.len()) == Ok(PIECE);
            let seen = match records.last() {
                Some(record) if is_full => record.seq,
                _ => last.max(after),
            };
            Ok(Ok(News { records, seen }))
        })
        .await
    }

    /// Hands every record that fits to `found`, oldest first, up to the last there is when it begins;
    /// whether there was any.
    pub async fn audit(
        &self,
        actor: &Actor,
        filter: Filter,
        mut found: impl FnMut(Record) + Send,
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        let last = self.audit_head(actor, now).await?.seq;
        let (mut any, mut seen) = (false, 0);
        while seen < last {
            let news = self.audit_after(actor, &filter, seen, now).await?;
            seen = news.seen;
            for record in news.records {
                if record.seq <= last {
                    any = true;
                    found(record);
                }
            }
        }
        Ok(any)
    }

    /// The same to be taken away: it wants a fresh proof, and is recorded before.
    pub async fn export_audit(
        &self,
        actor: &Actor,
        filter: Filter,
        found: impl FnMut(Record) + Send,
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        self.begin_audit_export(actor, now).await?;
        self.audit(actor, filter, found, now).await
    }

    /// Records that somebody takes records away, which wants a fresh proof; the number of the last
    /// record there is then.
    pub async fn begin_audit_export(
        &self,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<i64, ServiceError> {
        let by = actor.name();
        self.recorded_look(actor, Permission::ReadAudit, now, move |tx, caller| {
            allowed!(caller.require_fresh());
            rows::append(tx, Event::new(Activity::AuditExported, by.clone()))?;
            let (last, _) = rows::head(tx)?;
            Ok(Ok(last))
        })
        .await
    }

    /// Computes the whole chain again, against a head exported earlier if there is one.
    pub async fn verify_audit(
        &self,
        actor: &Actor,
        head: Option<Head>,
        now: Timestamp,
    ) -> Result<Verdict, ServiceError> {
        let mut from = Verified::default();
        loop {
            let piece = self.verify_audit_on(actor, from, head.clone(), now);
            match piece.await? {
                Ok(verdict) => return Ok(verdict),
                Err(more) => from = more,
            }
        }
    }

    /// One piece of it, after what is verified: the verdict, or how far it has come.
    pub async fn verify_audit_on(
        &self,
        actor: &Actor,
        from: Verified,
        head: Option<Head>,
        now: Timestamp,
    ) -> Result<Result<Verdict, Verified>, ServiceError> {
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            rows::verify_some(tx, from.clone(), PIECE, head.as_ref()).map(Ok)
        })
        .await
    }

    /// The number and hash of the last record, to be kept elsewhere.
    pub async fn audit_head(&self, actor: &Actor, now: Timestamp) -> Result<Head, ServiceError> {
        self.ask(actor, Permission::ReadAudit, now, |tx| {
            let (seq, hash) = rows::head(tx)?;
            Ok(Ok(Head { seq, hash }))
        })
        .await
    }
}
