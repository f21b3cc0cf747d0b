//! What a change of an account's methods is followed by: its owner's is recorded, and whoever made
//! it, the account's addresses are told. What counted until now is told, too, so that nobody's
//! address or number is taken away unnoticed.

use super::journeys::Open;
use super::methods::Registered;
use super::notices::{self, Reader};
use super::{StoreError, Tx, accounts, audit, session, settings};
use crate::domain::account::Account;
use crate::domain::audit::Activity;
use crate::domain::letter::{Address, Letter, MethodChange};
use crate::domain::method::Method;

/// What was changed.
pub(super) struct Noted<'a> {
    /// Which method.
    pub method: Method,
    /// The address or number that counts now.
    pub value: Option<&'a str>,
    /// The address or number that counts no more.
    pub former: Option<&'a str>,
    /// What became of it.
    pub change: MethodChange,
}

impl Noted<'_> {
    /// Whether something that counted until now does so no more.
    pub fn is_change(&self) -> bool {
        self.change != MethodChange::Added
    }
}

/// Records a change and posts its notices. `seed` draws their nonces.
pub(super) fn note(
    tx: &mut Tx<'_>,
    open: &Open,
    noted: &Noted<'_>,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    let mut event = open.event(match noted.change {
        MethodChange::Added => Activity::MethodAdded,
        MethodChange::Changed => Activity::MethodChanged,
        MethodChange::Deleted => Activity::MethodDeleted,
    });
    event.method = Some(noted.method.key().to_owned());
    let masked = |value| session::masked(noted.method, value);
    let detail = match (noted.former.map(masked), noted.value.map(masked)) {
        (Some(former), Some(value)) => format!("{former} → {value}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => String::new(),
    };
    audit::append(tx, event.detail(detail))?;
    if noted.method == Method::Email {
        accounts::renew_names(tx, open.account.id)?;
    }
    // A journey may change more than one.
    let (number, _) = audit::head(tx)?;
    let teller = Teller {
        account: open.account.id,
        terminal: &open.terminal,
        language: open.letter_language(),
        place: format!("{}-method-{number}", open.handle),
        seed,
    };
    tell(tx, &teller, noted)
}

/// Tells of a method that an administrator took away; an address counts for signing in no more.
pub fn deleted_by_administrator(
    tx: &mut Tx<'_>,
    account: &Account,
    row: &Registered,
    place: &str,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    accounts::renew_names(tx, account.id)?;
    let policy = settings::policy(tx)?;
    let language = notices::language(account, &policy);
    let teller = Teller {
        account: account.id,
        terminal: "",
        language,
        place: format!("{place}-method"),
        seed,
    };
    let noted = Noted {
        method: row.method,
        value: None,
        former: row.value.as_deref(),
        change: MethodChange::Deleted,
    };
    tell(tx, &teller, &noted)
}

/// Who tells whom, and how.
struct Teller<'a> {
    account: i64,
    /// Where it was done; empty for an administrator's command.
    terminal: &'a str,
    language: String,
    /// The stem of the letters' places.
    place: String,
    /// What their nonces are drawn from.
    seed: &'a [u8; 32],
}

fn tell(tx: &mut Tx<'_>, teller: &Teller<'_>, noted: &Noted<'_>) -> Result<(), StoreError> {
    let Some(account) = accounts::get(tx, teller.account)? else {
        return Ok(());
    };
    let policy = settings::policy(tx)?;
    let mut readers = Reader::own(&account, &teller.language);
    if let Some(former) = noted.former {
        let at = match noted.method {
            Method::Email => Some(Address::Former),
            _ => {
                notices::may_text(tx, account.id, former, &policy)?.then_some(Address::FormerMobile)
            }
        };
        readers.extend(Reader::at(&account, at.as_slice(), &teller.language));
    }
    let letter = Letter::MethodChanged {
        upn: account.upn.clone(),
        method: noted.method,
        change: noted.change,
        when: tx.now(),
        terminal: teller.terminal.to_owned(),
        former: noted.former.map(str::to_owned),
    };
    notices::post(tx, &teller.place, teller.seed, readers, &letter)
}
