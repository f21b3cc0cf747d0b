//! The policy as administrators read and change it: all of a change or nothing, checked as a whole,
//! audited old → new, and kept so that it can be undone. [`review`] tells before what it comes to,
//! [`save`] keeps two administrators from overwriting each other, [`undo`] takes back.

pub mod review;
pub mod save;
pub mod undo;

use std::sync::Arc;

use super::refusal::{Denied, Refusal};
use super::{Actor, Answer, Caller, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event};
use crate::domain::policy::{Policy, Values, check_whole, in_force};
use crate::domain::role::Permission;
use crate::domain::setting::{Kind, SETTINGS, Setting, SettingError, Value};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::policy_saves::{self, Changed};
use crate::store::{Tx, audit, groups, settings};

/// A key and the value an administrator typed for it.
pub type Pair = (String, String);

/// A key and its value.
pub type Entry = (String, Value);

/// What a setting is to be.
#[derive(Clone)]
pub(super) struct Change {
    /// The key; of a family, the member's.
    pub key: String,
    /// Its row.
    pub setting: &'static Setting,
    /// The value, which fits it; none leaves it at its default.
    pub value: Option<Value>,
}

impl Change {
    /// The change that puts a value in force, if it fits.
    pub fn checked((key, value): &Entry) -> Result<Self, SettingError> {
        let setting = row(key)?;
        Ok(Self {
            key: key.clone(),
            setting,
            value: Some(setting.check(key, value.clone())?),
        })
    }

    /// The value in force of the same setting.
    pub fn current(&self, values: &Values) -> Value {
        current(values, &self.key, self.setting)
    }
}

/// The row of a key, or the sentence that there is none.
pub(super) fn row(key: &str) -> Result<&'static Setting, SettingError> {
    Setting::find(key).ok_or_else(|| SettingError::Unknown(text::clean(key)))
}

/// The value in force of a setting; of a family, of one member.
pub(super) fn current(values: &Values, key: &str, setting: &Setting) -> Value {
    match values.get(key) {
        Some(value) => value.clone(),
        None => in_force(values, setting),
    }
}

/// Values as an administrator types them; of two for one key the last counts.
pub fn typed(pairs: &[Pair]) -> Result<Vec<Entry>, SettingError> {
    let mut entries: Vec<Entry> = Vec::with_capacity(pairs.len());
    for (key, typed) in pairs {
        let value = row(key)?.parse(key, typed)?;
        match entries.iter_mut().find(|(known, _)| known == key) {
            Some(known) => known.1 = value,
            None => entries.push((key.clone(), value)),
        }
    }
    Ok(entries)
}

impl Service {
    /// Every setting in the table's order with the value in force; members of a family that are
    /// set come in its place.
    pub async fn policy_values(
        &self,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Vec<(String, &'static Setting, Value)>, ServiceError> {
        let values = self
            .ask(actor, Permission::ReadPolicy, now, |tx| {
                Ok(Ok(settings::load(tx)?))
            })
            .await?;
        let mut all = Vec::new();
        for setting in &SETTINGS {
            if setting.family {
                let members = values.iter().filter(|(key, _)| {
                    Setting::find(key).is_some_and(|found| found.key == setting.key)
                });
                all.extend(members.map(|(key, value)| (key.clone(), setting, value.clone())));
            } else {
                all.push((setting.key.to_owned(), setting, in_force(&values, setting)));
            }
        }
        Ok(all)
    }

    /// The policy in force, for front ends and letters that show some of it.
    pub async fn policy(&self, now: Timestamp) -> Result<Arc<Policy>, ServiceError> {
        Ok(self.store.look(now, settings::policy).await?)
    }

    /// Sets every pair or none, whatever the values were; how many accounts could reset before and
    /// can't any more.
    pub async fn set_policy(
        &self,
        actor: &Actor,
        pairs: Vec<Pair>,
        now: Timestamp,
    ) -> Result<u64, ServiceError> {
        let entries = typed(&pairs)?;
        let review = self.review_policy(actor, &entries, now).await?;
        let changes = checked(&entries)?;
        let by = actor.name();
        self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            let plan = allowed!(plan(tx, caller, &changes)?);
            let saved = write(tx, (caller, &by), &plan, &changes, None)?;
            Ok(saved.map(drop))
        })
        .await?;
        Ok(review.stranded.count)
    }
}

/// Values that fit their settings.
pub(super) fn checked(entries: &[Entry]) -> Result<Vec<Change>, SettingError> {
    entries.iter().map(Change::checked).collect()
}

/// The policy before a change and after it.
pub(super) struct Plan {
    pub before: Values,
    pub after: Values,
}

pub(super) fn applied(before: &Values, changes: &[Change]) -> Values {
    let mut after = before.clone();
    for change in changes {
        match &change.value {
            Some(value) => after.insert(change.key.clone(), value.clone()),
            None => after.remove(&change.key),
        };
    }
    after
}

/// What these changes come to, where this caller may make them and the whole of it is sound.
pub(super) fn plan(tx: &mut Tx<'_>, caller: &Caller, changes: &[Change]) -> Answer<Plan> {
    let before = settings::load(tx)?;
    let after = applied(&before, changes);
    for Change {
        key,
        setting,
        value,
    } in changes
    {
        allowed!(caller.require(setting.who));
        if let (Kind::Groups, Some(Value::List(names))) = (&setting.kind, value) {
            for name in names {
                if groups::find(tx, name)?.is_none() {
                    return Ok(Err(Denied::new(Refusal::SettingGroup(
                        key.clone(),
                        name.clone(),
                    ))));
                }
            }
        }
    }
    if let Err(error) = check_whole(&after) {
        return Ok(Err(Denied::new(error)));
    }
    Ok(Ok(Plan { before, after }))
}

/// Makes planned changes, each audited, and keeps them as one save; its number, where there was
/// something to change. Weakening the policy wants a fresh proof of who does it.
pub(super) fn write(
    tx: &mut Tx<'_>,
    (caller, by): (&Caller, &str),
    plan: &Plan,
    changes: &[Change],
    undoes: Option<i64>,
) -> Answer<Option<i64>> {
    let weakens = |change: &Change| {
        let (from, to) = (change.current(&plan.before), change.current(&plan.after));
        change.setting.weakens(&from, &to)
    };
    if changes.iter().any(weakens) {
        allowed!(caller.require_fresh());
    }
    let mut made = Vec::new();
    for change in changes {
        let (key, set) = (&change.key, plan.before.get(&change.key));
        if set == change.value.as_ref() {
            continue;
        }
        match &change.value {
            Some(value) => settings::save(tx, key, value)?,
            None => settings::unset(tx, key)?,
        }
        let (old, new) = (change.current(&plan.before), change.current(&plan.after));
        let event = Event::new(Activity::PolicyChanged, by);
        let detail = format!("{key}: {} → {}", shown(&old), shown(&new));
        audit::append(tx, event.detail(detail))?;
        made.push(Changed {
            key: key.clone(),
            before: set.map(Value::stored),
            after: change.value.as_ref().map(Value::stored),
        });
    }
    match made.is_empty() {
        true => Ok(Ok(None)),
        false => policy_saves::record(tx, by, undoes, &made).map(|save| Ok(Some(save))),
    }
}

/// A value as the record and the command line have it, on one line.
pub fn shown(value: &Value) -> String {
    match value.shown() {
        text if text.is_empty() => "nothing".to_owned(),
        text => text.replace('\n', " ⏎ "),
    }
}
