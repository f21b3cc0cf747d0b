//! The store as a thing to be looked after: copied out, put back, given a new key.

use std::path::Path;
use std::sync::Arc;

use super::refusal::Refusal;
use super::{Actor, Service, ServiceError};
use crate::crypto::{Keys, random};
use crate::domain::audit::{Activity, Event};
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::backup::{self, BackupError, Restored};
use crate::store::rekey::{self, Rekeyed};
use crate::store::{Place, audit};

impl From<BackupError> for ServiceError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Refused(sentence) => Refusal::Other(sentence).into(),
            BackupError::Store(error) => error.into(),
        }
    }
}

impl Service {
    /// Refuses who may not look after the store.
    pub async fn may_keep_store(&self, actor: &Actor, now: Timestamp) -> Result<(), ServiceError> {
        self.ask(actor, Permission::ManageStore, now, |_| Ok(Ok(())))
            .await
    }

    /// Copies one moment of the store into a new file, while others write. The file gets its name
    /// when it is whole and recorded.
    pub async fn back_up(
        &self,
        actor: &Actor,
        to: &Path,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        self.may_keep_store(actor, now).await?;
        let (place, path) = (self.store.place().clone(), to.to_owned());
        let copying = tokio::task::spawn_blocking(move || backup::copy_out(&place, &path));
        let copied = match copying.await {
            Ok(copied) => copied?,
            Err(_) => {
                let sentence = "the copying was broken off; try again";
                return Err(Refusal::Other(sentence.to_owned()).into());
            }
        };
        let by = actor.name();
        let name = text::clean(&to.file_name().unwrap_or_default().to_string_lossy());
        self.act(actor, Permission::ManageStore, now, move |tx, _| {
            let event = Event::new(Activity::StoreBackedUp, by.clone());
            audit::append(tx, event.detail(name.clone()))?;
            Ok(Ok(()))
        })
        .await?;
        Ok(copied.publish()?)
    }

    /// Gives the store to a new key; from then on nobody with the old one can use it.
    pub async fn rekey(
        &self,
        actor: &Actor,
        new: Arc<Keys>,
        now: Timestamp,
    ) -> Result<Rekeyed, ServiceError> {
        let (seed, by) = (random::bytes::<32>()?, actor.name());
        self.act(actor, Permission::ManageStore, now, move |tx, _| {
            Ok(Ok(rekey::rekey(tx, &new, &seed, &by)?))
        })
        .await
    }
}

/// Puts a backup in the place of a store that nobody has open. The record of it is the first thing
/// written into what is put back.
pub fn restore(
    place: &Place,
    from: &Path,
    keys: &Keys,
    actor: &Actor,
    now: Timestamp,
) -> Result<Restored, ServiceError> {
    match place {
        Place::Sqlite(path) => Ok(backup::restore(path, from, keys, &actor.name(), now)?),
        Place::Postgres(_) | Place::Memory => Err(Refusal::Other(
            "a PostgreSQL store is restored by its server; run pg_restore into an empty database and name that with --store"
                .to_owned(),
        )
        .into()),
    }
}
