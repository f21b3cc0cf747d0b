//! Saving with what one has seen: where somebody else changed a setting meanwhile, nothing is saved
//! and the answer says what they did.

use super::{Change, plan, write};
use crate::domain::policy::Values;
use crate::domain::review::decided_by;
use crate::domain::role::Permission;
use crate::domain::setting::{SettingError, Value};
use crate::domain::time::Timestamp;
use crate::service::{Actor, Service, ServiceError, allowed};
use crate::store::{StoreError, Tx, policy_saves, settings};

/// A value for a setting, by somebody who has seen what it was.
#[derive(Clone, Debug)]
pub struct Edit {
    /// The key.
    pub key: String,
    /// The value in force when it was seen.
    pub seen: Value,
    /// The value it is to have.
    pub value: Value,
}

/// A setting that somebody else changed meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The key.
    pub key: String,
    /// The value that was expected.
    pub seen: Value,
    /// The value in force.
    pub theirs: Value,
    /// Who saved it, and when, where it is known.
    pub by: Option<(String, Timestamp)>,
}

/// What became of a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is in force; its number, where there was something to change.
    Done(Option<i64>),
    /// Nothing was saved, because these were changed meanwhile.
    Conflict(Vec<Conflict>),
}

impl Service {
    /// Saves every edit or none.
    pub async fn save_policy(
        &self,
        actor: &Actor,
        edits: Vec<Edit>,
        now: Timestamp,
    ) -> Result<Saved, ServiceError> {
        let changes: Result<Vec<Change>, SettingError> = edits
            .iter()
            .map(|edit| Change::checked(&(edit.key.clone(), edit.value.clone())))
            .collect();
        let (changes, by) = (changes?, actor.name());
        self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            let found = settings::load(tx)?;
            let conflicts = conflicts(tx, &found, &edits, &changes)?;
            if !conflicts.is_empty() {
                return Ok(Ok(Saved::Conflict(conflicts)));
            }
            let plan = allowed!(plan(tx, caller, &changes)?);
            let saved = write(tx, (caller, &by), &plan, &changes, None)?;
            Ok(saved.map(Saved::Done))
        })
        .await
    }
}

/// The edits of what is neither as it was seen nor as it is wanted.
fn conflicts(
    tx: &mut Tx<'_>,
    now: &Values,
    edits: &[Edit],
    changes: &[Change],
) -> Result<Vec<Conflict>, StoreError> {
    let mut found = Vec::new();
    for (edit, change) in edits.iter().zip(changes) {
        let theirs = change.current(now);
        if theirs != edit.seen && Some(&theirs) != change.value.as_ref() {
            found.push(Conflict {
                by: behind(tx, now, &edit.key)?,
                key: edit.key.clone(),
                seen: edit.seen.clone(),
                theirs,
            });
        }
    }
    Ok(found)
}

/// Who saved last what decides a setting's value in force.
pub(super) fn behind(
    tx: &mut Tx<'_>,
    values: &Values,
    key: &str,
) -> Result<Option<(String, Timestamp)>, StoreError> {
    policy_saves::last_of(tx, decided_by(values, key))
}
