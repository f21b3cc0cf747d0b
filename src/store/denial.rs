//! Somebody denied a request or a call in their name: they are told by mail, and so is every
//! administrator, whatever policy says of other notices.

use super::journeys::Open;
use super::{StoreError, Tx, accounts, letters, outbox};
use crate::domain::letter::{Address, Letter};

/// Posts the letters. `seed` is what their nonces are drawn from.
pub(super) fn tell(tx: &mut Tx<'_>, open: &Open, seed: &[u8; 32]) -> Result<(), StoreError> {
    let account = &open.account;
    let (upn, when) = (account.upn.clone(), tx.now());
    let (terminal, reference) = (open.terminal.clone(), open.reference.clone());
    let mut posts = Vec::new();
    for address in [Address::Primary, Address::Alternate] {
        if address.of(account).is_some() {
            let letter = Letter::Denied {
                upn: upn.clone(),
                when,
                terminal: terminal.clone(),
                reference: reference.clone(),
            };
            posts.push((account.id, address, open.letter_language(), letter));
        }
    }
    for other in accounts::administrators(tx)? {
        if other.id == account.id || !other.enabled || other.profile.email.is_none() {
            continue;
        }
        let letter = Letter::AdministratorDenied {
            upn: upn.clone(),
            when,
            terminal: terminal.clone(),
            reference: reference.clone(),
        };
        let language = other.profile.language;
        let language = language.unwrap_or_else(|| open.policy.default_language.clone());
        posts.push((other.id, Address::Primary, language, letter));
    }
    for (index, (account, address, language, letter)) in posts.into_iter().enumerate() {
        let place = format!("{}-denied-{index}", open.handle);
        let wire = letters::encode(&letter);
        let sealed = tx.keys().seal_by(seed, &outbox::sealed_for(&place), &wire);
        outbox::post(
            tx,
            &outbox::Post {
                place,
                kind: letter.kind(),
                account,
                address,
                language,
                sealed,
                code: None,
                expires: when.plus(outbox::NOTICE_LIFETIME),
            },
        )?;
    }
    Ok(())
}
