//! A change that an account's owner has made to its methods: the record, and who is told. What
//! counted until now is told, too, so that nobody's address or number is taken away unnoticed.

use super::journeys::Open;
use super::{StoreError, Tx, accounts, audit, letters, limits, outbox, session};
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
    tell(tx, open, noted, seed)
}

fn tell(
    tx: &mut Tx<'_>,
    open: &Open,
    noted: &Noted<'_>,
    seed: &[u8; 32],
) -> Result<(), StoreError> {
    let (number, _) = audit::head(tx)?;
    let Some(account) = accounts::get(tx, open.account.id)? else {
        return Ok(());
    };
    let mut addresses = vec![Address::Primary, Address::Alternate];
    addresses.retain(|address| address.of(&account).is_some());
    if let Some(former) = noted.former {
        match noted.method {
            Method::Email => addresses.push(Address::Former),
            // The message costs money like any other, and goes where any other may go.
            _ => {
                if !open.policy.blocks_number(former)
                    && limits::reserve_destination(tx, account.id, former, &open.policy)?
                    && limits::reserve_sms(tx, account.id, &open.policy)?
                {
                    addresses.push(Address::FormerMobile);
                }
            }
        }
    }
    for (index, address) in addresses.into_iter().enumerate() {
        let letter = Letter::MethodChanged {
            upn: account.upn.clone(),
            method: noted.method,
            change: noted.change,
            when: tx.now(),
            terminal: open.terminal.clone(),
            former: noted.former.map(str::to_owned),
        };
        // A journey may change more than one.
        let place = format!("{}-method-{number}-{index}", open.handle);
        let wire = letters::encode(&letter);
        let sealed = tx.keys().seal_by(seed, &outbox::sealed_for(&place), &wire);
        outbox::post(
            tx,
            &outbox::Post {
                place,
                kind: letter.kind(),
                account: account.id,
                address,
                language: open.letter_language(),
                sealed,
                code: None,
                expires: tx.now().plus(outbox::NOTICE_LIFETIME),
            },
        )?;
    }
    Ok(())
}
