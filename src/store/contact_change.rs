//! What a changed mail address or mobile number is followed by: what was the account's until then and
//! its own addresses are told, so that nobody's is taken away unnoticed.

use super::notices::{self, Reader};
use super::{StoreError, Tx, settings};
use crate::domain::account::Account;
use crate::domain::letter::{Address, Letter};

/// Tells the address that was the account's, and its primary one, that another took its place.
/// `place` is the stem of the letters' places, `seed` what their nonces are drawn from.
pub fn tell_of_address(
    tx: &mut Tx<'_>,
    account: &Account,
    former: &str,
    place: &str,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    let policy = settings::policy(tx)?;
    let mut addresses = vec![Address::Former];
    addresses.extend(account.profile.email.as_ref().map(|_| Address::Primary));
    let letter = Letter::AddressChanged {
        upn: account.upn.clone(),
        when: tx.now(),
        former: former.to_owned(),
    };
    let readers = Reader::at(account, &addresses, &notices::language(account, &policy));
    notices::post(tx, place, seed, readers, &letter)
}

/// Tells of a change of the number that the account had.
pub fn tell_of_number(
    tx: &mut Tx<'_>,
    account: &Account,
    place: &str,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    let Some(former) = &account.profile.mobile else {
        return Ok(());
    };
    let policy = settings::policy(tx)?;
    let language = notices::language(account, &policy);
    let mut readers = Vec::new();
    if notices::may_text(tx, account.id, former, &policy)? {
        readers = Reader::at(account, &[Address::FormerMobile], &language);
    }
    readers.extend(Reader::own(account, &language));
    let letter = Letter::NumberChanged {
        upn: account.upn.clone(),
        when: tx.now(),
        former: former.clone(),
    };
    notices::post(tx, &format!("{place}-number"), seed, readers, &letter)
}
