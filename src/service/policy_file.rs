//! A whole policy as a file has it: what it would change, and changing it, all or nothing.

use super::policy::{applied, change, shown, stranded};
use super::{Actor, Service, ServiceError};
use crate::domain::policy::{Policy, Values, check_whole, in_force};
use crate::domain::role::Permission;
use crate::domain::setting::{Setting, SettingError, Value};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::settings;

/// A key and its value in a file.
pub type Entry = (String, Value);

/// What a file would change: the key, the value in force, the value in the file.
pub type Difference = (String, String, String);

type Checked = (String, &'static Setting, Value);

impl Service {
    /// What importing these values would change.
    pub async fn policy_diff(
        &self,
        actor: &Actor,
        entries: &[Entry],
        now: Timestamp,
    ) -> Result<Vec<Difference>, ServiceError> {
        let checked = check(entries)?;
        let load = self.ask(actor, Permission::ReadPolicy, now, |tx| {
            Ok(Ok(settings::load(tx)?))
        });
        let before = load.await?;
        let changes = differing(&before, &checked);
        check_whole(&applied(&before, &changes))?;
        let line = |(key, setting, value): Checked| {
            let old = current(&before, &key, setting);
            (key, shown(&old), shown(&value))
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
        let checked = check(entries)?;
        let values = checked.clone();
        let counted = self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let before = settings::load(tx)?;
            let after = applied(&before, &differing(&before, &values));
            stranded(tx, &Policy::new(&before), &Policy::new(&after)).map(Ok)
        });
        let stranded = counted.await?;
        let by = actor.name();
        let done = self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            let before = settings::load(tx)?;
            let changes = differing(&before, &checked);
            let done = change(tx, caller, &by, &changes)?;
            Ok(done.map(|()| changes.len()))
        });
        Ok((done.await?, stranded))
    }
}

fn check(entries: &[Entry]) -> Result<Vec<Checked>, SettingError> {
    let one = |(key, value): &Entry| {
        let unknown = || SettingError::Unknown(text::clean(key));
        let setting = Setting::find(key).ok_or_else(unknown)?;
        Ok((key.clone(), setting, setting.check(key, value.clone())?))
    };
    entries.iter().map(one).collect()
}

fn current(values: &Values, key: &str, setting: &Setting) -> Value {
    match values.get(key) {
        Some(value) => value.clone(),
        None => in_force(values, setting),
    }
}

/// What must be set for the file's values to be in force. Changing one setting can move what is in
/// force for another, so it is looked at again until nothing more differs.
fn differing(before: &Values, wanted: &[Checked]) -> Vec<Checked> {
    let mut changes: Vec<Checked> = Vec::new();
    loop {
        let now = applied(before, &changes);
        let more = wanted
            .iter()
            .filter(|(key, setting, value)| current(&now, key, setting) != *value);
        let more: Vec<Checked> = more.cloned().collect();
        if more.is_empty() {
            return changes;
        }
        changes.extend(more);
    }
}
