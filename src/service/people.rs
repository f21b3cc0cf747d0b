//! Finding accounts: page by page as somebody types, and counted.

use super::accounts::{View, view};
use super::refusal::{Denied, Refusal};
use super::{Actor, Caller, Service, ServiceError, allowed};
use crate::domain::people::{AccountFilter, Bookmark};
use crate::domain::role::Permission;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::people as rows;
use crate::store::settings;

/// From where a page of accounts goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum After {
    /// From the beginning.
    Nothing,
    /// After the page before it.
    Page(Bookmark),
    /// After this account.
    Account(String),
}

/// A page of accounts.
pub struct People {
    /// The accounts.
    pub views: Vec<View>,
    /// Where the next page goes on, if there may be one. A page that is not full has only looked at
    /// as many accounts as a person waits for.
    pub next: Option<Bookmark>,
}

impl Service {
    /// At most `limit` of the accounts that are meant. Quick, however many there are, and whatever
    /// long question is being answered meanwhile.
    pub async fn find_accounts(
        &self,
        actor: &Actor,
        filter: AccountFilter,
        after: After,
        limit: usize,
        now: Timestamp,
    ) -> Result<People, ServiceError> {
        let actor = actor.clone();
        let answer = self.store.look(now, move |tx| {
            let caller = Caller::load(tx, &actor)?;
            allowed!(caller.require(Permission::ReadAccounts));
            let after = match &after {
                After::Nothing => Bookmark::default(),
                After::Page(bookmark) => bookmark.clone(),
                After::Account(upn) => match rows::place_of(tx, &filter, upn)? {
                    Some(place) => place,
                    None => return Ok(Err(Denied::new(Refusal::NotAmong(text::clean(upn))))),
                },
            };
            let policy = settings::policy(tx)?;
            let page = rows::page(tx, &filter, &after, limit, rows::GLANCE)?;
            let views = page.accounts.into_iter();
            Ok(Ok(People {
                views: views
                    .map(|(account, facts)| view(account, &facts, &policy))
                    .collect(),
                next: page.next,
            }))
        });
        Ok(answer.await??)
    }

    /// How many accounts are meant; this may take seconds.
    pub async fn count_accounts(
        &self,
        actor: &Actor,
        filter: AccountFilter,
        now: Timestamp,
    ) -> Result<u64, ServiceError> {
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            if filter.is_everybody() {
                let all = rows::count_all(tx)?;
                return Ok(Ok(u64::try_from(all).unwrap_or_default()));
            }
            let mut count = 0;
            rows::each_bare(tx, &filter, |_| count += 1)?;
            Ok(Ok(count))
        })
        .await
    }
}
