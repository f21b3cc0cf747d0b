//! Somebody denied a request or a call in their name: they are told by mail, and so is every
//! administrator, whatever policy says of other notices.

use super::journeys::Open;
use super::notices::{self, Reader};
use super::{StoreError, Tx};
use crate::domain::letter::Happening;

/// Posts the letters. `seed` is what their nonces are drawn from.
pub(super) fn tell(tx: &mut Tx<'_>, open: &Open, seed: &[u8; 32]) -> Result<(), StoreError> {
    let account = &open.account;
    let stem = format!("{}-denied", open.handle);
    let own = Reader::own(account, &open.letter_language());
    let letter = open.notice(Happening::Denied, tx.now());
    notices::post(tx, &stem, seed, own, &letter)?;
    let others = Reader::administrators(tx, &open.policy, |admin| admin.id != account.id)?;
    let letter = open.notice(Happening::AdministratorDenied, tx.now());
    notices::post(tx, &format!("{stem}-admin"), seed, others, &letter)
}
