//! Notices: letters that tell of what is done already. They leave with the commit of their cause,
//! and are tried for days.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx, accounts, letters, limits, outbox};
use crate::domain::account::Account;
use crate::domain::letter::{Address, Letter};
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;

/// How long a notice is tried.
const LIFETIME: Duration = Duration::from_secs(3 * 24 * 3600);

/// Who is told, and how.
#[derive(Clone)]
pub(super) struct Reader {
    /// Their account.
    pub account: i64,
    /// At which of its addresses.
    pub address: Address,
    /// In which language.
    pub language: String,
}

impl Reader {
    /// The account itself, at the mail addresses it has; nobody where it has none.
    pub fn own(account: &Account, language: &str) -> Vec<Self> {
        let mut addresses = vec![Address::Primary, Address::Alternate];
        addresses.retain(|address| address.of(account).is_some());
        Self::at(account, &addresses, language)
    }

    /// The account itself at these addresses.
    pub fn at(account: &Account, addresses: &[Address], language: &str) -> Vec<Self> {
        let reader = |address: &Address| Self {
            account: account.id,
            address: *address,
            language: language.to_owned(),
        };
        addresses.iter().map(reader).collect()
    }

    /// Every other enabled administrator of those wanted, at the primary address.
    pub fn administrators(
        tx: &mut Tx<'_>,
        policy: &Policy,
        wanted: impl Fn(&Account) -> bool,
    ) -> Result<Vec<Self>, StoreError> {
        let mut all = accounts::administrators(tx)?;
        all.retain(|admin| admin.enabled && admin.profile.email.is_some() && wanted(admin));
        let reader = |admin: Account| {
            let language = admin.profile.language;
            Self {
                account: admin.id,
                address: Address::Primary,
                language: language.unwrap_or_else(|| policy.default_language.clone()),
            }
        };
        Ok(all.into_iter().map(reader).collect())
    }
}

/// The language an account is written to where nothing else is known of its owner.
pub(super) fn language(account: &Account, policy: &Policy) -> String {
    let own = account.profile.language.clone();
    own.unwrap_or_else(|| policy.default_language.clone())
}

/// Whether a number may be told by text message, which is charged: it costs money like any other, and
/// goes where any other may go.
pub(super) fn may_text(
    tx: &mut Tx<'_>,
    account: i64,
    number: &str,
    policy: &Policy,
) -> Result<bool, StoreError> {
    Ok(!policy.blocks_number(number)
        && limits::reserve_destination(tx, account, number, policy)?
        && limits::reserve_sms(tx, account, policy)?)
}

/// Tells the account itself of something that an administrator did, at the mail addresses it has.
/// The pair is the stem of the letters' places, and what their nonces are drawn from.
pub fn tell_owner(
    tx: &mut Tx<'_>,
    account: &Account,
    policy: &Policy,
    (stem, seed): (&str, &[u8; 32]),
    letter: &Letter,
) -> Result<(), StoreError> {
    let readers = Reader::own(account, &language(account, policy));
    post(tx, stem, seed, readers, letter)
}

/// Posts the same to each. `stem` is what their places begin with, `seed` what their nonces are
/// drawn from.
pub(super) fn post(
    tx: &mut Tx<'_>,
    stem: &str,
    seed: &[u8; 32],
    readers: Vec<Reader>,
    letter: &Letter,
) -> Result<(), StoreError> {
    let wire = letters::encode(letter);
    for (index, reader) in readers.into_iter().enumerate() {
        let place = format!("{stem}-{index}");
        let sealed = tx.keys().seal_by(seed, &outbox::sealed_for(&place), &wire);
        outbox::post(
            tx,
            &outbox::Post {
                place,
                kind: letter.kind(),
                account: reader.account,
                address: reader.address,
                language: reader.language,
                sealed,
                code: None,
                expires: tx.now().plus(LIFETIME),
            },
        )?;
    }
    Ok(())
}

/// How many notices of this kind, posted since then, were delivered to an account.
pub fn delivered(
    tx: &mut Tx<'_>,
    account: i64,
    kind: &str,
    since: Timestamp,
) -> Result<u64, StoreError> {
    let count = tx.one(
        "SELECT count(*) FROM outbox
         WHERE account_id = $1 AND kind = $2 AND state = 'delivered' AND created >= $3",
        params![account, kind, since],
        |mut row| row.int(),
    )?;
    Ok(u64::try_from(count).unwrap_or_default())
}
