//! What a change of the policy comes to, told before it is saved. Nothing is changed by it, and the
//! connection that writes is not held up.

use super::{Change, Entry, Plan, checked, current, plan};
use crate::domain::account::Account;
use crate::domain::policy::{Policy, Values};
use crate::domain::review::{Advice, Turn, advice, may_turn, turned};
use crate::domain::role::Permission;
use crate::domain::setting::{SETTINGS, Setting, Value};
use crate::domain::time::Timestamp;
use crate::service::{Actor, Caller, Service, ServiceError, allowed};
use crate::store::{StoreError, Tx, facts};

/// How many accounts are named.
pub const NAMED: usize = 200;

/// A setting whose value in force changes.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The key.
    pub key: String,
    /// Its row.
    pub setting: &'static Setting,
    /// The value in force before.
    pub old: Value,
    /// The value in force after.
    pub new: Value,
}

/// An account that a change touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The principal name.
    pub upn: String,
    /// The display name.
    pub name: Option<String>,
}

/// Accounts that a change touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// How many.
    pub count: u64,
    /// The first [`NAMED`] of them, by their principal names.
    pub first: Vec<Person>,
}

impl Touched {
    fn add(&mut self, account: &Account) {
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(Person {
                upn: account.upn.clone(),
                name: account.profile.name.clone(),
            });
        }
    }
}

/// What a change of the policy comes to.
#[derive(Clone, Debug)]
pub struct Review {
    /// What changes; a setting that is what it was is left out.
    pub differences: Vec<Difference>,
    /// Accounts that could reset and can't any more.
    pub stranded: Touched,
    /// Accounts that could not reset and can now.
    pub reached: Touched,
    /// What is weak afterwards, of the settings that were asked about.
    pub advice: Vec<&'static Advice>,
}

impl Service {
    /// What setting these values would come to; refused where saving them would be.
    pub async fn review_policy(
        &self,
        actor: &Actor,
        entries: &[Entry],
        now: Timestamp,
    ) -> Result<Review, ServiceError> {
        let changes = checked(entries)?;
        let asker = actor.clone();
        self.ask(actor, Permission::ReadPolicy, now, move |tx| {
            let caller = Caller::load(tx, &asker)?;
            let plan = allowed!(plan(tx, &caller, &changes)?);
            review(tx, &plan, &changes).map(Ok)
        })
        .await
    }
}

/// What planned changes come to.
pub(in crate::service) fn review(
    tx: &mut Tx<'_>,
    plan: &Plan,
    changes: &[Change],
) -> Result<Review, StoreError> {
    let (stranded, reached) = touched(tx, &plan.before, &plan.after)?;
    let differences = differences(plan, changes);
    let asked = |advice: &&Advice| {
        let changed = changes.iter().map(|change| change.key.as_str());
        let mut keys = changed.chain(differences.iter().map(|one| one.key.as_str()));
        keys.any(|key| advice.keys.contains(&key))
    };
    let advice = advice(&Policy::new(&plan.after)).filter(asked).collect();
    Ok(Review {
        differences,
        stranded,
        reached,
        advice,
    })
}

/// What changes, and what changes by itself with it, as the least length does with the preset.
fn differences(plan: &Plan, changes: &[Change]) -> Vec<Difference> {
    let asked = changes
        .iter()
        .map(|change| (change.key.as_str(), change.setting));
    let others = SETTINGS.iter().filter(|setting| {
        let named = |change: &Change| change.key == setting.key;
        !setting.family && !changes.iter().any(named)
    });
    let all = asked.chain(others.map(|setting| (setting.key, setting)));
    let difference = |(key, setting): (&str, &'static Setting)| {
        let old = current(&plan.before, key, setting);
        let new = current(&plan.after, key, setting);
        let key = key.to_owned();
        (old != new).then_some(Difference {
            key,
            setting,
            old,
            new,
        })
    };
    all.filter_map(difference).collect()
}

/// Who is stranded and who is newly reached, by one look at each account, and none where the change
/// can't touch anybody.
fn touched(
    tx: &mut Tx<'_>,
    before: &Values,
    after: &Values,
) -> Result<(Touched, Touched), StoreError> {
    let (mut stranded, mut reached) = (Touched::default(), Touched::default());
    let (before, after) = (Policy::new(before), Policy::new(after));
    if may_turn(&before, &after) {
        facts::each_under_both(tx, [&before, &after], |account, [was, is]| {
            match turned((was, &before), (is, &after)) {
                Some(Turn::Stranded) => stranded.add(account),
                Some(Turn::Reached) => reached.add(account),
                None => {}
            }
        })?;
    }
    Ok((stranded, reached))
}
