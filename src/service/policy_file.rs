//! A whole policy as a file has it: what it would change, and changing it, all or nothing.

pub use super::policy::Entry;
use super::policy::review::{Review, review};
use super::policy::{Change, applied, checked, plan, shown, write};
use super::{Actor, Caller, Service, ServiceError, allowed};
use crate::domain::policy::{Values, check_whole};
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::settings;

/// What a file would change: the key, the value in force, the value in the file.
pub type Difference = (String, String, String);

impl Service {
    /// What importing these values would change.
    pub async fn policy_diff(
        &self,
        actor: &Actor,
        entries: &[Entry],
        now: Timestamp,
    ) -> Result<Vec<Difference>, ServiceError> {
        let wanted = checked(entries)?;
        let load = self.ask(actor, Permission::ReadPolicy, now, |tx| {
            Ok(Ok(settings::load(tx)?))
        });
        let before = load.await?;
        let changes = differing(&before, &wanted);
        let after = applied(&before, &changes);
        check_whole(&after)?;
        let line = |change: Change| {
            let (old, new) = (change.current(&before), change.current(&after));
            (change.key, shown(&old), shown(&new))
        };
        Ok(changes.into_iter().map(line).collect())
    }

    /// Sets what differs, all or nothing; how many settings, and how many accounts could reset
    /// before and can't any more. A setting that is not in the file stays as it is.
    pub async fn import_policy(
        &self,
        actor: &Actor,
        entries: &[Entry],
        now: Timestamp,
    ) -> Result<(usize, u64), ServiceError> {
        let wanted = checked(entries)?;
        let stranded = self.review_file(actor, entries, now).await?.stranded.count;
        let by = actor.name();
        let done = self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            let changes = differing(&settings::load(tx)?, &wanted);
            let plan = allowed!(plan(tx, caller, &changes)?);
            allowed!(write(tx, (caller, &by), &plan, &changes, None)?);
            Ok(Ok(changes.len()))
        });
        Ok((done.await?, stranded))
    }

    /// What importing these values would come to.
    async fn review_file(
        &self,
        actor: &Actor,
        entries: &[Entry],
        now: Timestamp,
    ) -> Result<Review, ServiceError> {
        let (wanted, asker) = (checked(entries)?, actor.clone());
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let caller = Caller::load(tx, &asker)?;
            let changes = differing(&settings::load(tx)?, &wanted);
            let plan = allowed!(plan(tx, &caller, &changes)?);
            review(tx, &plan, &changes).map(Ok)
        })
        .await
    }
}

/// What must be set for the file's values to be in force. Changing one setting can move what is in
/// force for another, so it is looked at again until nothing more differs.
fn differing(before: &Values, wanted: &[Change]) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    loop {
        let now = applied(before, &changes);
        let differs = |change: &&Change| Some(&change.current(&now)) != change.value.as_ref();
        let more: Vec<Change> = wanted.iter().filter(differs).cloned().collect();
        if more.is_empty() {
            return changes;
        }
        changes.extend(more);
    }
}
