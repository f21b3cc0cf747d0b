//! The facts eligibility is computed from: of one account, or of every one by a single look at each.

use std::collections::{HashMap, HashSet};

use super::methods::Apps;
use super::{StoreError, Tx, accounts, groups, methods, questions};
use crate::domain::account::Account;
use crate::domain::eligibility::{Facts, Writeback};
use crate::domain::licence::Operation;
use crate::domain::method::Method;
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;

/// What eligibility is computed from. An unknown account costs the same queries.
pub fn of(
    tx: &mut Tx<'_>,
    account: Option<&Account>,
    policy: &Policy,
) -> Result<Facts, StoreError> {
    let teams = groups::names_of(tx, account.map_or(0, |account| account.id))?;
    let apps = methods::apps(tx, account.map_or(0, |account| account.id))?;
    let answers = questions::count(tx, account.map_or(0, |account| account.id), policy)?;
    let Some(account) = account else {
        return Ok(Facts::unknown());
    };
    let within = |names: &[String]| teams.iter().any(|team| names.contains(team));
    let groups = (within(&policy.groups), within(&policy.excluded_groups));
    Ok(facts_of(account, groups, apps, answers, policy, tx.now()))
}

/// The same from what is already read; of the groups, whether it is in a selected one and whether in
/// an excluded one.
fn facts_of(
    account: &Account,
    (selected, excluded): (bool, bool),
    apps: Apps,
    answers: usize,
    policy: &Policy,
    now: Timestamp,
) -> Facts {
    let licence = account.licence.unwrap_or(policy.licence);
    let calls = licence.allows(Operation::PhoneCalls, policy.trial);
    let held = |method: &Method| match method {
        Method::AppCode => apps.code > 0,
        Method::Email => account.alternate().is_some(),
        // What nothing may be sent to can't be proved.
        Method::MobilePhone => account
            .phones()
            .iter()
            .any(|number| !policy.blocks_number(number)),
        Method::OfficePhone => {
            let office = account.profile.office.as_deref();
            calls && office.is_some_and(|number| !policy.blocks_number(number))
        }
        // An administrator's count for nothing.
        Method::SecurityQuestions => {
            account.roles.is_empty() && answers >= policy.questions_to_reset
        }
        Method::AppNotification => apps.notification > 0,
    };
    Facts {
        known: true,
        enabled: account.enabled,
        blocked: account.blocked_until.is_some_and(|until| until > now),
        administrator: !account.roles.is_empty(),
        licence: account.licence,
        calls,
        selected,
        excluded,
        methods: Method::ALL.into_iter().filter(held).collect(),
        writeback: Writeback::NotNeeded,
    }
}

/// What a policy says of accounts that is read once for all of them.
struct Under<'a> {
    policy: &'a Policy,
    selected: HashSet<i64>,
    excluded: HashSet<i64>,
    answers: HashMap<i64, usize>,
}

impl<'a> Under<'a> {
    fn load(tx: &mut Tx<'_>, policy: &'a Policy) -> Result<Self, StoreError> {
        Ok(Self {
            policy,
            selected: groups::accounts_within(tx, &policy.groups)?,
            excluded: groups::accounts_within(tx, &policy.excluded_groups)?,
            answers: questions::counts(tx, policy)?,
        })
    }

    fn facts(&self, account: &Account, apps: Apps, now: Timestamp) -> Facts {
        let id = account.id;
        let within = (self.selected.contains(&id), self.excluded.contains(&id));
        let answers = self.answers.get(&id).copied().unwrap_or(0);
        facts_of(account, within, apps, answers, self.policy, now)
    }
}

/// Every account with the facts of eligibility, one after another, for counting.
pub fn each(
    tx: &mut Tx<'_>,
    policy: &Policy,
    mut found: impl FnMut(&Account, &Facts),
) -> Result<(), StoreError> {
    let (now, under) = (tx.now(), Under::load(tx, policy)?);
    every(tx, |account, apps| {
        found(account, &under.facts(account, apps, now));
    })
}

/// The same under a policy and another that may take its place, by one look at each account.
pub fn each_under_both(
    tx: &mut Tx<'_>,
    [before, after]: [&Policy; 2],
    mut found: impl FnMut(&Account, [&Facts; 2]),
) -> Result<(), StoreError> {
    let now = tx.now();
    let (before, after) = (Under::load(tx, before)?, Under::load(tx, after)?);
    every(tx, |account, apps| {
        let facts = |under: &Under<'_>| under.facts(account, apps, now);
        found(account, [&facts(&before), &facts(&after)]);
    })
}

fn every(tx: &mut Tx<'_>, mut found: impl FnMut(&Account, Apps)) -> Result<(), StoreError> {
    let apps = methods::apps_of_all(tx)?;
    accounts::each(tx, |account| {
        let apps = apps.get(&account.id).copied().unwrap_or_default();
        found(account, apps);
        Ok(())
    })
}
