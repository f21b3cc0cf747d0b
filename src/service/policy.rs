//! The policy as administrators read and change it: all pairs or none, checked as a whole, audited
//! old → new.

use std::sync::Arc;

use super::refusal::{Denied, Refusal};
use super::{Actor, Answer, Caller, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event};
use crate::domain::eligibility::first_failure;
use crate::domain::policy::{Policy, Values, check_whole, in_force};
use crate::domain::role::Permission;
use crate::domain::setting::{Kind, SETTINGS, Setting, SettingError, Value};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::{Tx, accounts, audit, groups, settings};

/// A key and the value an administrator typed for it.
pub type Pair = (String, String);

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

    /// Sets every pair or none; how many accounts could reset before and can't any more.
    pub async fn set_policy(
        &self,
        actor: &Actor,
        pairs: Vec<Pair>,
        now: Timestamp,
    ) -> Result<u64, ServiceError> {
        let mut parsed: Vec<(String, &'static Setting, Value)> = Vec::new();
        for (key, typed) in &pairs {
            let unknown = || SettingError::Unknown(text::clean(key));
            let setting = Setting::find(key).ok_or_else(unknown)?;
            parsed.push((key.clone(), setting, setting.parse(key, typed)?));
        }
        let changes = parsed.clone();
        let counted = self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let before = settings::load(tx)?;
            let after = applied(&before, &changes);
            stranded(tx, &Policy::new(&before), &Policy::new(&after)).map(Ok)
        });
        let stranded = counted.await?;
        let by = actor.name();
        self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            change(tx, caller, &by, &parsed)
        })
        .await?;
        Ok(stranded)
    }
}

pub(super) fn applied(before: &Values, changes: &[(String, &'static Setting, Value)]) -> Values {
    let mut after = before.clone();
    for (key, _, value) in changes {
        after.insert(key.clone(), value.clone());
    }
    after
}

pub(super) fn change(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    changes: &[(String, &'static Setting, Value)],
) -> Answer<()> {
    let before = settings::load(tx)?;
    let after = applied(&before, changes);
    for (key, setting, value) in changes {
        allowed!(caller.require(setting.who));
        if let (Kind::Groups, Value::List(names)) = (&setting.kind, value) {
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
    let old = |key: &str, setting: &Setting| match before.get(key) {
        Some(old) => old.clone(),
        None => in_force(&before, setting),
    };
    let mut changed = changes.iter();
    if changed.any(|(key, setting, value)| setting.weakens(&old(key, setting), value)) {
        allowed!(caller.require_fresh());
    }
    for (key, setting, value) in changes {
        let old = old(key, setting);
        if old == *value && before.contains_key(key) {
            continue;
        }
        settings::save(tx, key, value)?;
        let event = Event::new(Activity::PolicyChanged, by);
        let detail = format!("{key}: {} → {}", shown(&old), shown(value));
        audit::append(tx, event.detail(detail))?;
    }
    Ok(Ok(()))
}

pub(super) fn shown(value: &Value) -> String {
    match value.shown() {
        text if text.is_empty() => "nothing".to_owned(),
        text => text.replace('\n', " ⏎ "),
    }
}

pub(super) fn stranded(
    tx: &mut Tx<'_>,
    before: &Policy,
    after: &Policy,
) -> Result<u64, crate::store::StoreError> {
    let mut capable = std::collections::HashSet::new();
    accounts::each_facts(tx, before, |account, facts| {
        if first_failure(facts, before).is_none() {
            capable.insert(account.id);
        }
    })?;
    let mut count = 0;
    if !capable.is_empty() {
        accounts::each_facts(tx, after, |account, facts| {
            if capable.contains(&account.id) && first_failure(facts, after).is_some() {
                count += 1;
            }
        })?;
    }
    Ok(count)
}
