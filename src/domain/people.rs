//! Which accounts are meant: one filter for a list, for what is done to many at once, and for an
//! export. What it doesn't say makes no difference; what it says must hold together.

use super::account::Account;
use super::licence::Licence;
use super::role::Role;
use super::text;
use super::time::Timestamp;

/// The most words that are searched; who types more looks for one of them anyway.
const MOST_WORDS: usize = 8;

/// What is asked of an account's roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleFilter {
    /// It has one, whichever.
    Any,
    /// It has none.
    None,
    /// It has this one.
    Has(Role),
}

/// Which accounts are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountFilter {
    /// Canonical beginnings of words, each of which one of the account's words must have.
    pub words: Vec<String>,
    /// Whether it may be used.
    pub enabled: Option<bool>,
    /// Its own licence; an inner `None` means that it has none of its own.
    pub licence: Option<Option<Licence>>,
    /// Its administrator roles.
    pub role: Option<RoleFilter>,
    /// Only what is blocked from reset now.
    pub blocked: bool,
    /// Only what can't sign in now after wrong passwords.
    pub locked: bool,
    /// Whether it has enough methods for its gates.
    pub registered: Option<bool>,
    /// The canonical name of a group that it is in, directly or by nesting.
    pub group: Option<String>,
    /// Where it comes from: `local`, or a directory's connector.
    pub source: Option<String>,
}

impl AccountFilter {
    /// The accounts that are found by what somebody types.
    pub fn typed(search: &str) -> Self {
        Self::default().found_by(search)
    }

    /// The same, of them those that are found by what somebody types.
    pub fn found_by(mut self, search: &str) -> Self {
        self.words = text::words(search);
        let whole = text::canonical(search);
        if self.words.is_empty() && !whole.is_empty() {
            // Signs without a letter are in nobody's words.
            self.words.push(whole);
        }
        // A beginning that another word begins with is found with it.
        let all = self.words.clone();
        let mut at = 0;
        self.words.retain(|word| {
            let others = all.iter().enumerate();
            let implied = others
                .filter(|(other, _)| *other != at)
                .any(|(other, longer)| {
                    longer.starts_with(word.as_str()) && (longer != word || other < at)
                });
            at += 1;
            !implied
        });
        self.words.truncate(MOST_WORDS);
        self
    }

    /// Whether every account is meant.
    pub fn is_everybody(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it asks for nothing but words.
    pub fn says_only_words(&self) -> bool {
        let bare = Self {
            words: self.words.clone(),
            ..Self::default()
        };
        *self == bare
    }

    /// Whether an account's own data fit. Words, methods and groups are not among them.
    pub fn fits(&self, account: &Account, now: Timestamp) -> bool {
        let ahead = |until: Option<Timestamp>| until.is_some_and(|until| until > now);
        let role = match self.role {
            None => true,
            Some(RoleFilter::Any) => !account.roles.is_empty(),
            Some(RoleFilter::None) => account.roles.is_empty(),
            Some(RoleFilter::Has(role)) => account.roles.contains(&role),
        };
        role && self
            .enabled
            .is_none_or(|enabled| enabled == account.enabled)
            && self
                .licence
                .is_none_or(|licence| licence == account.licence)
            && (!self.blocked || ahead(account.blocked_until))
            && (!self.locked || ahead(account.locked_until))
            && self
                .source
                .as_deref()
                .is_none_or(|source| source == account.source)
    }

    /// Whether an account's words have every searched beginning.
    pub fn finds(&self, account: &Account) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let words = account.search_words();
        let begins = |search: &String| words.iter().any(|word| word.starts_with(search.as_str()));
        self.words.iter().all(begins)
    }
}

/// Where a page of accounts ended, to go on from there. Found by words, accounts come in the order
/// of the words they are found by; otherwise in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bookmark {
    /// The word the last account was found by; empty where none was searched.
    pub word: String,
    /// Its canonical principal name.
    pub upn_key: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_that_another_word_has_is_searched_once() {
        let words = |typed: &str| AccountFilter::typed(typed).words;
        assert_eq!(words("  Mia STEELE "), ["mia", "steele"]);
        assert_eq!(words("mi mia m"), ["mia"]);
        assert_eq!(words("mia mia"), ["mia"]);
        assert_eq!(
            words("mias@contoso.example"),
            ["mias", "contoso", "example"]
        );
        assert_eq!(words(" "), [""; 0]);
        assert_eq!(words("..."), ["..."]);
        assert_eq!(words("a b c d e f g h i j").len(), MOST_WORDS);
    }
}
