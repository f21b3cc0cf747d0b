//! Where a letter goes: read at the moment of sending, never taken from what was typed.

use super::tx::params;
use super::{StoreError, Tx, accounts};
use crate::domain::letter::Address;
use crate::domain::method::Method;

/// The destination as the store has it now, for the letter of this place in the outbox.
pub(super) fn of(
    tx: &mut Tx<'_>,
    account: i64,
    address: Address,
    place: &str,
) -> Result<Option<String>, StoreError> {
    match address {
        Address::App => topic(tx, account),
        Address::Pending | Address::PendingMobile | Address::PendingCall => pending(tx, place),
        Address::PendingApp => pending_topic(tx, place),
        _ => Ok(accounts::get(tx, account)?.and_then(|account| address.of(&account))),
    }
}

/// The topic of the account's app.
fn topic(tx: &mut Tx<'_>, account: i64) -> Result<Option<String>, StoreError> {
    let sealed = tx.maybe(
        "SELECT place, secret FROM method WHERE account_id = $1 AND method = $2
         ORDER BY id DESC LIMIT 1",
        params![account, Method::AppNotification.key()],
        |mut row| Ok((row.text()?, row.bytes()?)),
    )?;
    Ok(sealed.and_then(|(place, sealed)| opened(tx, &place, &sealed)))
}

/// What the letter's journey is registering.
fn pending(tx: &mut Tx<'_>, place: &str) -> Result<Option<String>, StoreError> {
    let value = tx.maybe(
        "SELECT enrolment.value FROM outbox JOIN code ON code.id = outbox.code_id
              JOIN enrolment ON enrolment.journey_id = code.journey_id
         WHERE outbox.place = $1 AND enrolment.state = 'open'
         ORDER BY enrolment.id DESC LIMIT 1",
        params![place],
        |mut row| row.maybe_text(),
    )?;
    Ok(value.flatten())
}

fn pending_topic(tx: &mut Tx<'_>, place: &str) -> Result<Option<String>, StoreError> {
    let sealed = tx.maybe(
        "SELECT enrolment.place, enrolment.secret FROM outbox JOIN code ON code.id = outbox.code_id
              JOIN enrolment ON enrolment.journey_id = code.journey_id
         WHERE outbox.place = $1 AND enrolment.state = 'open'
         ORDER BY enrolment.id DESC LIMIT 1",
        params![place],
        |mut row| Ok((row.text()?, row.bytes()?)),
    )?;
    Ok(sealed.and_then(|(place, sealed)| opened(tx, &place, &sealed)))
}

fn opened(tx: &mut Tx<'_>, place: &str, sealed: &[u8]) -> Option<String> {
    let bytes = tx.keys().open(place, sealed).ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}
