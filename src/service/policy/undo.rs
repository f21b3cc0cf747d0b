//! Every save of the policy, and taking one back: what it changed is put back as it was, unless
//! somebody changed it since. Taking back is a save, too, and can be taken back.

use super::review::{Review, review};
use super::save::{Conflict, behind};
use super::{Change, Plan, plan, row, write};
use crate::domain::policy::Values;
use crate::domain::role::Permission;
use crate::domain::setting::{Setting, Value};
use crate::domain::time::Timestamp;
use crate::service::{Actor, Answer, Caller, Refusal, Service, ServiceError, allowed};
use crate::store::policy_saves::{self, Changed, Save};
use crate::store::{StoreError, Tx, settings};

/// What a save did to one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The key.
    pub key: String,
    /// The value before; none where nothing was set.
    pub before: Option<Value>,
    /// The value since; none where nothing is set.
    pub after: Option<Value>,
}

/// One save of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastSave {
    /// Its number.
    pub id: i64,
    /// Who saved.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Whether it was taken back.
    pub undone: bool,
    /// The save that it took back.
    pub undoes: Option<i64>,
    /// What it changed, by key.
    pub changes: Vec<Done>,
}

/// What became of taking a save back.
#[derive(Clone, Debug)]
pub enum Undone {
    /// It is taken back, which came to this.
    Done(PastSave, Review),
    /// Nothing was changed, because these were changed since.
    Conflict(PastSave, Vec<Conflict>),
}

impl Service {
    /// At most so many saves before one, the latest first.
    pub async fn policy_history(
        &self,
        actor: &Actor,
        before: Option<i64>,
        limit: i64,
        now: Timestamp,
    ) -> Result<Vec<PastSave>, ServiceError> {
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let saves = policy_saves::list(tx, before, limit)?;
            Ok(Ok(saves.into_iter().map(past).collect()))
        })
        .await
    }

    /// What taking a save back would come to; without a number, the last that is in force.
    pub async fn review_undo(
        &self,
        actor: &Actor,
        save: Option<i64>,
        now: Timestamp,
    ) -> Result<Undone, ServiceError> {
        let asker = actor.clone();
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let caller = Caller::load(tx, &asker)?;
            Ok(Ok(match allowed!(back(tx, &caller, save)?) {
                Back::Ready(save, plan, changes) => {
                    Undone::Done(save, review(tx, &plan, &changes)?)
                }
                Back::Conflict(save, conflicts) => Undone::Conflict(save, conflicts),
            }))
        })
        .await
    }

    /// Takes a save back, all of it or nothing; without a number, the last that is in force.
    pub async fn undo_policy(
        &self,
        actor: &Actor,
        save: Option<i64>,
        now: Timestamp,
    ) -> Result<Undone, ServiceError> {
        let reviewed = self.review_undo(actor, save, now).await?;
        let Undone::Done(meant, review) = reviewed else {
            return Ok(reviewed);
        };
        let by = actor.name();
        self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            // The save that was reviewed, whatever was saved since.
            Ok(Ok(match allowed!(back(tx, caller, Some(meant.id))?) {
                Back::Ready(save, plan, changes) => {
                    let by = (caller, by.as_str());
                    allowed!(write(tx, by, &plan, &changes, Some(meant.id))?);
                    Undone::Done(save, review.clone())
                }
                Back::Conflict(save, conflicts) => Undone::Conflict(save, conflicts),
            }))
        })
        .await
    }
}

/// A save that is to be taken back.
enum Back {
    /// This would take it back.
    Ready(PastSave, Plan, Vec<Change>),
    /// These were changed since.
    Conflict(PastSave, Vec<Conflict>),
}

fn back(tx: &mut Tx<'_>, caller: &Caller, id: Option<i64>) -> Answer<Back> {
    let save = match id {
        Some(id) => policy_saves::get(tx, id)?.ok_or(Refusal::NoSave(id)),
        None => policy_saves::last(tx)?.ok_or(Refusal::NothingToUndo),
    };
    let save = allowed!(save);
    if save.undone {
        return Ok(Err(Refusal::UndoneAlready(save.id).into()));
    }
    let mut changes = Vec::new();
    for changed in &save.changes {
        let setting = allowed!(row(&changed.key).map_err(Refusal::from));
        changes.push(Change {
            key: changed.key.clone(),
            setting,
            value: value(setting, &changed.before),
        });
    }
    let found = settings::load(tx)?;
    let conflicts = since(tx, &found, &save.changes, &changes)?;
    let save = past(save);
    if !conflicts.is_empty() {
        return Ok(Ok(Back::Conflict(save, conflicts)));
    }
    let plan = allowed!(plan(tx, caller, &changes)?);
    Ok(Ok(Back::Ready(save, plan, changes)))
}

/// What was changed since a save.
fn since(
    tx: &mut Tx<'_>,
    now: &Values,
    saved: &[Changed],
    changes: &[Change],
) -> Result<Vec<Conflict>, StoreError> {
    let mut found = Vec::new();
    for (saved, change) in saved.iter().zip(changes) {
        let (set, left) = (now.get(&change.key), &saved.after);
        if set.map(Value::stored) != *left {
            let seen = value(change.setting, left);
            found.push(Conflict {
                by: behind(tx, now, &change.key)?,
                key: change.key.clone(),
                seen: seen.unwrap_or_else(|| change.setting.default_value()),
                theirs: change.current(now),
            });
        }
    }
    Ok(found)
}

fn value(setting: &Setting, stored: &Option<String>) -> Option<Value> {
    setting.restore(stored.as_deref()?)
}

fn past(save: Save) -> PastSave {
    let done = |changed: Changed| {
        let setting = Setting::find(&changed.key)?;
        Some(Done {
            before: value(setting, &changed.before),
            after: value(setting, &changed.after),
            key: changed.key,
        })
    };
    PastSave {
        id: save.id,
        by: save.by,
        at: save.at,
        undone: save.undone,
        undoes: save.undoes,
        changes: save.changes.into_iter().filter_map(done).collect(),
    }
}
