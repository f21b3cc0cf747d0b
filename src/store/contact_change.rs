//! What a changed mobile number is followed by: the old number and the account's own addresses are
//! told, so that nobody's number is taken away unnoticed.

use super::{StoreError, Tx, letters, limits, outbox, settings};
use crate::domain::account::Account;
use crate::domain::letter::{Address, Letter};

/// Tells of a change of the number that the account had. `place` is the stem of the letters'
/// places, `seed` what their nonces are drawn from.
pub fn post(
    tx: &mut Tx<'_>,
    account: &Account,
    place: &str,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    let profile = &account.profile;
    let Some(former) = &profile.mobile else {
        return Ok(());
    };
    let policy = settings::policy(tx)?;
    let mut addresses = Vec::new();
    // The message costs money like any other, and goes where any other may go.
    if !policy.blocks_number(former)
        && limits::reserve_destination(tx, account.id, former, &policy)?
        && limits::reserve_sms(tx, account.id, &policy)?
    {
        addresses.push(Address::FormerMobile);
    }
    addresses.extend(profile.email.as_ref().map(|_| Address::Primary));
    addresses.extend(account.alternate().map(|_| Address::Alternate));
    let language = profile.language.clone();
    let language = language.unwrap_or_else(|| policy.default_language.clone());
    for (index, address) in addresses.into_iter().enumerate() {
        let letter = Letter::NumberChanged {
            upn: account.upn.clone(),
            when: tx.now(),
            former: former.clone(),
        };
        let place = format!("{place}-number-{index}");
        let sealed_for = outbox::sealed_for(&place);
        let sealed = tx
            .keys()
            .seal_by(seed, &sealed_for, &letters::encode(&letter));
        outbox::post(
            tx,
            &outbox::Post {
                place,
                kind: letter.kind(),
                account: account.id,
                address,
                language: language.clone(),
                sealed,
                code: None,
                expires: tx.now().plus(outbox::NOTICE_LIFETIME),
            },
        )?;
    }
    Ok(())
}
