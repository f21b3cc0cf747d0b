//! Pages of the accounts that a filter means, quick whatever it says and however many there are.
//! Candidates come in the order of an index, from the narrowest thing the filter says; what else it
//! says is asked of each. A page looks at no more of them than a person would wait for, and says
//! where the next one goes on.

use std::collections::HashSet;

use super::accounts::{self, read, select};
use super::tx::params;
use super::{StoreError, Tx, facts, groups, settings};
use crate::domain::account::Account;
use crate::domain::eligibility::{Facts, gates_suffice, usable_methods};
use crate::domain::people::{AccountFilter, Bookmark, RoleFilter};
use crate::domain::policy::Policy;
use crate::domain::text;

/// How many looks into an index one page takes at most.
pub const GLANCE: usize = 2_500;

/// How many of them reading one account is.
const READ: usize = 5;

/// How many candidates are read at once where not each of them fits.
const SOME: usize = 250;

/// Up to how many finds of a word are told apart from many.
const MANY: i64 = 10_000;

/// Some of the accounts that a filter means.
pub struct Page {
    /// The accounts, with the facts of their eligibility.
    pub accounts: Vec<(Account, Facts)>,
    /// Where to go on, unless these were the last.
    pub next: Option<Bookmark>,
}

/// Where candidates come from.
enum Source {
    /// Those found by this beginning of a word.
    Word(String),
    /// Those with a role, in the order of their names.
    Administrators,
    Blocked,
    Locked,
    Group(String),
    Licence(&'static str),
    Disabled,
    Everybody,
}

/// An account that may be meant.
struct Candidate {
    at: Bookmark,
    id: i64,
    account: Option<Account>,
}

impl From<Account> for Candidate {
    fn from(account: Account) -> Self {
        let at = Bookmark {
            word: String::new(),
            upn_key: text::canonical(&account.upn),
        };
        Self {
            at,
            id: account.id,
            account: Some(account),
        }
    }
}

/// What comes after every text that begins so.
fn end(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

impl Source {
    /// The narrowest, or the one that a bookmark comes from.
    fn of(tx: &mut Tx<'_>, filter: &AccountFilter, after: &Bookmark) -> Result<Self, StoreError> {
        let besides = Self::besides_words(filter);
        if !after.upn_key.is_empty() {
            let mut words = filter.words.iter();
            let word = words.find(|word| after.word.starts_with(word.as_str()));
            return Ok(word.map_or(besides, |word| Self::Word(word.clone())));
        }
        Ok(match rarest(tx, &filter.words)? {
            Some((finds, word)) if finds < MANY || matches!(besides, Self::Everybody) => {
                Self::Word(word)
            }
            _ => besides,
        })
    }

    fn besides_words(filter: &AccountFilter) -> Self {
        match filter {
            _ if matches!(filter.role, Some(RoleFilter::Any | RoleFilter::Has(_))) => {
                Self::Administrators
            }
            _ if filter.blocked => Self::Blocked,
            _ if filter.locked => Self::Locked,
            AccountFilter {
                group: Some(group), ..
            } => Self::Group(group.clone()),
            AccountFilter {
                licence: Some(Some(licence)),
                ..
            } => Self::Licence(licence.key()),
            _ if filter.enabled == Some(false) => Self::Disabled,
            _ => Self::Everybody,
        }
    }

    /// At most so many candidates after a place.
    fn some(
        &self,
        tx: &mut Tx<'_>,
        after: &Bookmark,
        most: usize,
    ) -> Result<Vec<Candidate>, StoreError> {
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let after_name = after.upn_key.as_str();
        let found = match self {
            Self::Word(word) => return by_word(tx, word, after, limit),
            Self::Group(group) => return in_group(tx, group, after_name, limit),
            Self::Administrators => {
                let mut all = accounts::administrators(tx)?;
                all.retain(|account| text::canonical(&account.upn).as_str() > after_name);
                all.truncate(most);
                all
            }
            Self::Blocked => tx.rows(
                select!(
                    "WHERE a.blocked_until > $3 AND a.upn_key > $1 ORDER BY a.upn_key LIMIT $2"
                ),
                params![after_name, limit, tx.now()],
                read,
            )?,
            Self::Locked => tx.rows(
                select!("WHERE a.locked_until > $3 AND a.upn_key > $1 ORDER BY a.upn_key LIMIT $2"),
                params![after_name, limit, tx.now()],
                read,
            )?,
            Self::Licence(licence) => tx.rows(
                select!("WHERE a.licence = $3 AND a.upn_key > $1 ORDER BY a.upn_key LIMIT $2"),
                params![after_name, limit, *licence],
                read,
            )?,
            Self::Disabled => tx.rows(
                select!("WHERE a.enabled = 0 AND a.upn_key > $1 ORDER BY a.upn_key LIMIT $2"),
                params![after_name, limit],
                read,
            )?,
            Self::Everybody => accounts::list(tx, after_name, limit)?,
        };
        Ok(found.into_iter().map(Candidate::from).collect())
    }
}

/// The word that the fewest accounts are found by, and how many those are. Of a word with many finds
/// they are not counted; then the longest is taken.
fn rarest(tx: &mut Tx<'_>, words: &[String]) -> Result<Option<(i64, String)>, StoreError> {
    let mut best: Option<(i64, &String)> = None;
    for word in words {
        let finds = tx.one(
            "SELECT count(*) FROM (SELECT word FROM search_token
                                   WHERE word >= $1 AND word < $2 LIMIT $3) AS finds",
            params![word.as_str(), end(word), MANY],
            |mut row| row.int(),
        )?;
        let rank = |(finds, word): &(i64, &String)| (*finds, usize::MAX - word.chars().count());
        let this = (finds, word);
        if best.as_ref().is_none_or(|best| rank(&this) < rank(best)) {
            best = Some(this);
        }
    }
    Ok(best.map(|(finds, word)| (finds, word.clone())))
}

/// Each account once, by the first of its words that begins so.
fn by_word(
    tx: &mut Tx<'_>,
    word: &str,
    after: &Bookmark,
    limit: i64,
) -> Result<Vec<Candidate>, StoreError> {
    let from = after.word.as_str().max(word);
    tx.rows(
        "SELECT t.word, t.upn_key, t.account_id FROM search_token AS t
         WHERE (t.word, t.upn_key) > ($1, $2) AND t.word < $3
           AND NOT EXISTS (SELECT 1 FROM search_token AS s
                           WHERE s.account_id = t.account_id AND s.word >= $4 AND s.word < t.word)
         ORDER BY t.word, t.upn_key LIMIT $5",
        params![from, after.upn_key.as_str(), end(word), word, limit],
        |mut row| {
            let at = Bookmark {
                word: row.text()?,
                upn_key: row.text()?,
            };
            Ok(Candidate {
                at,
                id: row.int()?,
                account: None,
            })
        },
    )
}

fn in_group(
    tx: &mut Tx<'_>,
    group: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<Candidate>, StoreError> {
    tx.rows(
        // From the group to its members, and not through every account.
        "WITH RECURSIVE below (id) AS (
             SELECT id FROM team WHERE name_key = $1
             UNION
             SELECT team_child.child_id FROM team_child JOIN below ON team_child.team_id = below.id)
         SELECT DISTINCT account.upn_key, account.id
         FROM below CROSS JOIN team_account CROSS JOIN account
         WHERE team_account.team_id = below.id AND account.id = team_account.account_id
           AND account.upn_key > $2
         ORDER BY account.upn_key LIMIT $3",
        params![group, after, limit],
        |mut row| {
            let at = Bookmark {
                word: String::new(),
                upn_key: row.text()?,
            };
            Ok(Candidate {
                at,
                id: row.int()?,
                account: None,
            })
        },
    )
}

fn has_word(tx: &mut Tx<'_>, id: i64, word: &str) -> Result<bool, StoreError> {
    let found = tx.maybe(
        "SELECT account_id FROM search_token
         WHERE account_id = $1 AND word >= $2 AND word < $3 LIMIT 1",
        params![id, word, end(word)],
        |mut row| row.int(),
    )?;
    Ok(found.is_some())
}

/// What a filter asks of each candidate.
struct Asking<'a> {
    filter: &'a AccountFilter,
    policy: &'a Policy,
}

impl Asking<'_> {
    /// The account with its facts, if it is meant; and what that cost, in looks into an index.
    fn of(
        &self,
        tx: &mut Tx<'_>,
        source: &Source,
        candidate: Candidate,
    ) -> Result<(Option<(Account, Facts)>, usize), StoreError> {
        for word in &self.filter.words {
            let known = matches!(source, Source::Word(known) if known == word);
            if !known && !has_word(tx, candidate.id, word)? {
                return Ok((None, 1));
            }
        }
        let account = match candidate.account {
            Some(account) => Some(account),
            None => accounts::get(tx, candidate.id)?,
        };
        let Some(account) = account.filter(|account| self.filter.fits(account, tx.now())) else {
            return Ok((None, READ));
        };
        if let Some(group) = &self.filter.group
            && !matches!(source, Source::Group(_))
            && !groups::names_of(tx, account.id)?.contains(group)
        {
            return Ok((None, 2 * READ));
        }
        let facts = facts::of(tx, Some(&account), self.policy)?;
        let fits = self
            .filter
            .registered
            .is_none_or(|wanted| wanted == is_registered(&facts, self.policy));
        Ok((fits.then_some((account, facts)), 4 * READ))
    }
}

/// Whether an account has enough methods for its gates.
fn is_registered(facts: &Facts, policy: &Policy) -> bool {
    gates_suffice(&usable_methods(facts, policy), facts, policy)
}

/// At most `limit` accounts after a place, by about `glance` looks into an index.
pub fn page(
    tx: &mut Tx<'_>,
    filter: &AccountFilter,
    after: &Bookmark,
    limit: usize,
    glance: usize,
) -> Result<Page, StoreError> {
    let policy = settings::policy(tx)?;
    let asking = Asking {
        filter,
        policy: &policy,
    };
    let source = Source::of(tx, filter, after)?;
    let only_words = filter.words.len() < 2 && filter.says_only_words();
    let (mut accounts, mut next, mut from) = (Vec::new(), after.clone(), after.clone());
    let mut looked = 0;
    loop {
        // One more tells whether there is a next page.
        let most = match only_words {
            true => limit.saturating_sub(accounts.len()).saturating_add(1),
            false => SOME,
        };
        let some = source.some(tx, &from, most)?;
        let ended = some.len() < most;
        for candidate in some {
            from = candidate.at.clone();
            let (found, cost) = asking.of(tx, &source, candidate)?;
            looked += cost;
            if accounts.len() < limit {
                next = from.clone();
                accounts.extend(found);
            } else if found.is_some() {
                return Ok(Page {
                    accounts,
                    next: Some(next),
                });
            }
        }
        if ended || looked >= glance {
            return Ok(Page {
                accounts,
                next: (!ended).then_some(next),
            });
        }
    }
}

/// Where an account stands among those that a filter means, to go on after it; none where it is
/// found by no word of the filter.
pub fn place_of(
    tx: &mut Tx<'_>,
    filter: &AccountFilter,
    upn: &str,
) -> Result<Option<Bookmark>, StoreError> {
    let upn_key = text::canonical(upn);
    let mut place = Bookmark {
        word: String::new(),
        upn_key,
    };
    if let Source::Word(word) = Source::of(tx, filter, &Bookmark::default())? {
        let found = tx.maybe(
            "SELECT word FROM search_token WHERE upn_key = $1 AND word >= $2 AND word < $3
               AND account_id = (SELECT id FROM account WHERE upn_key = $1)
             ORDER BY word LIMIT 1",
            params![place.upn_key.as_str(), word.as_str(), end(&word)],
            |mut row| row.text(),
        )?;
        match found {
            Some(word) => place.word = word,
            None => return Ok(None),
        }
    }
    Ok(Some(place))
}

/// Hands over every account that is meant, with the facts of its eligibility.
pub fn each(
    tx: &mut Tx<'_>,
    filter: &AccountFilter,
    mut found: impl FnMut(&Account, &Facts),
) -> Result<(), StoreError> {
    let policy = settings::policy(tx)?;
    if is_broad(tx, filter)? {
        return scan(tx, filter, &policy, found);
    }
    let mut after = Bookmark::default();
    loop {
        let page = page(tx, filter, &after, SOME, usize::MAX)?;
        for (account, facts) in &page.accounts {
            found(account, facts);
        }
        match page.next {
            Some(next) => after = next,
            None => return Ok(()),
        }
    }
}

/// Hands over every account that is meant, without what its owner registered.
pub fn each_bare(
    tx: &mut Tx<'_>,
    filter: &AccountFilter,
    mut found: impl FnMut(&Account),
) -> Result<(), StoreError> {
    if filter.registered.is_some() || !is_broad(tx, filter)? {
        return each(tx, filter, |account, _| found(account));
    }
    let members = members(tx, filter)?;
    let now = tx.now();
    accounts::each_bare(tx, |account| {
        let within = members.as_ref().is_none_or(|ids| ids.contains(&account.id));
        if within && filter.fits(account, now) && filter.finds(account) {
            found(account);
        }
        Ok(())
    })
}

/// Whether it is quicker to look at every account than to ask an index for each.
fn is_broad(tx: &mut Tx<'_>, filter: &AccountFilter) -> Result<bool, StoreError> {
    Ok(match Source::of(tx, filter, &Bookmark::default())? {
        Source::Everybody => true,
        Source::Word(_) => rarest(tx, &filter.words)?.is_some_and(|(finds, _)| finds >= MANY),
        _ => false,
    })
}

/// Those in the group that a filter names, if it names one.
fn members(tx: &mut Tx<'_>, filter: &AccountFilter) -> Result<Option<HashSet<i64>>, StoreError> {
    match &filter.group {
        Some(group) => groups::accounts_within(tx, std::slice::from_ref(group)).map(Some),
        None => Ok(None),
    }
}

/// The same, looking at every account.
fn scan(
    tx: &mut Tx<'_>,
    filter: &AccountFilter,
    policy: &Policy,
    mut found: impl FnMut(&Account, &Facts),
) -> Result<(), StoreError> {
    let members = members(tx, filter)?;
    let now = tx.now();
    facts::each(tx, policy, |account, facts| {
        let within = members.as_ref().is_none_or(|ids| ids.contains(&account.id));
        let registered = filter.registered;
        if within
            && filter.fits(account, now)
            && filter.finds(account)
            && registered.is_none_or(|wanted| wanted == is_registered(facts, policy))
        {
            found(account, facts);
        }
    })
}

/// How many accounts there are.
pub fn count_all(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.one("SELECT count(*) FROM account", params![], |mut row| {
        row.int()
    })
}
