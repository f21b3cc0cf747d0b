//! Groups as administrators manage them.

use super::refusal::{Denied, Refusal};
use super::{Actor, Answer, Service, ServiceError, allowed};
use crate::domain::account::{Account, check_name};
use crate::domain::audit::{Activity, Event};
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
pub use crate::store::groups::Group;
use crate::store::groups::{self as rows, Nested};
use crate::store::{StoreError, Tx, accounts, audit, settings};

/// The types of groups.
pub const TYPES: [&str; 2] = ["security", "microsoft365"];

/// A group with its direct members.
pub struct View {
    /// The group.
    pub group: Group,
    /// Principal names of members.
    pub accounts: Vec<String>,
    /// Names of groups nested in it.
    pub groups: Vec<String>,
}

/// A group with some of its direct members.
pub struct Page {
    /// The group.
    pub group: Group,
    /// Names of groups nested in it.
    pub groups: Vec<String>,
    /// Principal names of members, in their order.
    pub accounts: Vec<String>,
    /// Whether there are more after them.
    pub more: bool,
}

/// The group of a name, or the sentence that there is none.
pub(super) fn existing_group(tx: &mut Tx<'_>, name: &str) -> Answer<Group> {
    let found = rows::find(tx, name)?;
    Ok(found.ok_or_else(|| Denied::new(Refusal::NoGroup(text::clean(name)))))
}

/// A member by name: a group's wins over an account's, because principal names have an `@`.
enum Member {
    Group(Group),
    Account(Box<Account>),
}

fn member(tx: &mut Tx<'_>, name: &str) -> Answer<Member> {
    if let Some(group) = rows::find(tx, name)? {
        return Ok(Ok(Member::Group(group)));
    }
    match accounts::find(tx, name)? {
        Some(account) => Ok(Ok(Member::Account(Box::new(account)))),
        None => Ok(Err(Denied::new(Refusal::NoMember(text::clean(name))))),
    }
}

/// Puts an account into a group; whether it was not there before.
pub(super) fn put_into(
    tx: &mut Tx<'_>,
    by: &str,
    group: &Group,
    account: &Account,
) -> Result<bool, StoreError> {
    let done = rows::add_account(tx, group.id, account.id)?;
    if done {
        let event = Event::new(Activity::MemberAdded, by).about(account.upn.clone());
        audit::append(tx, event.detail(group.name.clone()))?;
    }
    Ok(done)
}

/// A group and one who is, or is to be, in it.
fn pair(tx: &mut Tx<'_>, group: &str, name: &str) -> Answer<(Group, Member)> {
    let group = allowed!(existing_group(tx, group)?);
    let member = allowed!(member(tx, name)?);
    Ok(Ok((group, member)))
}

impl Service {
    /// Adds a group.
    pub async fn add_group(
        &self,
        actor: &Actor,
        name: &str,
        kind: &str,
        description: Option<&str>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let name = check_name("group name", name)?;
        if name.contains(',') {
            return Err(Refusal::GroupComma.into());
        }
        let Some(kind) = TYPES.into_iter().find(|word| *word == kind) else {
            return Err(Refusal::NoGroupType(text::clean(kind)).into());
        };
        let description = description.map(text::clean).filter(|text| !text.is_empty());
        let by = actor.name();
        self.act(actor, Permission::ManageAccounts, now, move |tx, _| {
            if rows::add(tx, &name, kind, description.as_deref())?.is_none() {
                return Ok(Err(Denied::new(Refusal::GroupExists(name.clone()))));
            }
            let event = Event::new(Activity::GroupAdded, by.clone());
            audit::append(tx, event.detail(format!("{name} ({kind})")))?;
            Ok(Ok(()))
        })
        .await
    }

    /// Every group, by name.
    pub async fn groups(&self, actor: &Actor, now: Timestamp) -> Result<Vec<Group>, ServiceError> {
        self.ask(actor, Permission::ReadAccounts, now, |tx| {
            Ok(Ok(rows::list(tx)?))
        })
        .await
    }

    /// One group with its members.
    pub async fn group(
        &self,
        actor: &Actor,
        name: &str,
        now: Timestamp,
    ) -> Result<View, ServiceError> {
        let name = name.to_owned();
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let group = allowed!(existing_group(tx, &name)?);
            let (accounts, groups) = rows::members(tx, group.id)?;
            Ok(Ok(View {
                group,
                accounts,
                groups,
            }))
        })
        .await
    }

    /// One group with at most `limit` of its members, those after a principal name.
    pub async fn group_page(
        &self,
        actor: &Actor,
        name: &str,
        after: &str,
        limit: usize,
        now: Timestamp,
    ) -> Result<Page, ServiceError> {
        let (name, after) = (name.to_owned(), text::canonical(after));
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let group = allowed!(existing_group(tx, &name)?);
            let groups = rows::nested(tx, group.id)?;
            // One more tells whether there are more.
            let most = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
            let mut accounts = rows::members_after(tx, group.id, &after, most)?;
            let more = accounts.len() > limit;
            accounts.truncate(limit);
            Ok(Ok(Page {
                group,
                groups,
                accounts,
                more,
            }))
        })
        .await
    }

    /// Deletes a group that policy does not name.
    pub async fn delete_group(
        &self,
        actor: &Actor,
        name: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (name, by) = (name.to_owned(), actor.name());
        self.act(actor, Permission::ManageAccounts, now, move |tx, _| {
            let group = allowed!(existing_group(tx, &name)?);
            let policy = settings::policy(tx)?;
            let key = text::canonical(&group.name);
            if policy.groups.contains(&key) || policy.excluded_groups.contains(&key) {
                return Ok(Err(Denied::new(Refusal::GroupInPolicy(group.name))));
            }
            rows::delete(tx, group.id)?;
            let event = Event::new(Activity::GroupDeleted, by.clone());
            audit::append(tx, event.detail(group.name))?;
            Ok(Ok(()))
        })
        .await
    }

    /// Puts an account or a group into a group.
    pub async fn add_member(
        &self,
        actor: &Actor,
        group: &str,
        name: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (group, name, by) = (group.to_owned(), name.to_owned(), actor.name());
        self.act(actor, Permission::ManageAccounts, now, move |tx, _| {
            let (group, member) = allowed!(pair(tx, &group, &name)?);
            let (done, named) = match member {
                Member::Account(account) => {
                    put_into(tx, &by, &group, &account)?;
                    return Ok(Ok(()));
                }
                Member::Group(child) => match rows::add_child(tx, group.id, child.id)? {
                    Nested::Done => (true, child.name),
                    Nested::Already => (false, child.name),
                    Nested::Cycle => {
                        return Ok(Err(Denied::new(Refusal::Circle(child.name, group.name))));
                    }
                },
            };
            if done {
                let event = Event::new(Activity::MemberAdded, by.clone()).about(named);
                audit::append(tx, event.detail(group.name))?;
            }
            Ok(Ok(()))
        })
        .await
    }

    /// Takes an account or a group out of a group.
    pub async fn remove_member(
        &self,
        actor: &Actor,
        group: &str,
        name: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (group, name, by) = (group.to_owned(), name.to_owned(), actor.name());
        self.act(actor, Permission::ManageAccounts, now, move |tx, _| {
            let (group, member) = allowed!(pair(tx, &group, &name)?);
            let (done, named) = match member {
                Member::Account(account) => {
                    (rows::remove_account(tx, group.id, account.id)?, account.upn)
                }
                Member::Group(child) => (rows::remove_child(tx, group.id, child.id)?, child.name),
            };
            if !done {
                return Ok(Err(Denied::new(Refusal::NotIn(named, group.name))));
            }
            let event = Event::new(Activity::MemberRemoved, by.clone()).about(named);
            audit::append(tx, event.detail(group.name))?;
            Ok(Ok(()))
        })
        .await
    }
}
