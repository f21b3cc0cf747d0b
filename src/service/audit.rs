//! The audit log as administrators read it, and whether it is whole.

use super::{Actor, Service, ServiceError};
use crate::domain::audit::Record;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::audit::{self as rows, Filter, Head, Verdict};

impl Service {
    /// Hands every record that fits to `found`, oldest first, as it is read; whether
    /// there was any.
    pub async fn audit(
        &self,
        actor: &Actor,
        filter: Filter,
        found: impl Fn(Record) + Send + 'static,
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            let mut any = false;
            rows::each(tx, &filter, |record| {
                any = true;
                found(record);
                Ok(())
            })?;
            Ok(Ok(any))
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
        self.ask(actor, Permission::ReadAudit, now, move |tx| {
            Ok(Ok(rows::verify(tx, head.as_ref())?))
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
