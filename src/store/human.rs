//! Human checks: a drawn code or a wait, good for one naming of an account from its terminal.

use super::tx::{Value, params};
use super::{StoreError, Tx, sources};
use crate::crypto::keys::same;
use crate::domain::human::{CheckId, LIFETIME, Passing, Trouble, WAIT, Waiting};
use crate::domain::secret::SecretText;
use crate::domain::text;

/// Keeps a check whose code is drawn for somebody at this terminal.
pub fn keep(
    tx: &mut Tx<'_>,
    id: CheckId,
    terminal: &str,
    code: &SecretText,
) -> Result<(), StoreError> {
    let tag = tx
        .keys()
        .check_tag(&id.bits(), &text::canonical(code.expose()));
    tx.execute(
        "INSERT INTO human_check (id, terminal, tag, created, expires) VALUES ($1, $2, $3, $4, $5)",
        params![
            id.bits().as_slice(),
            terminal,
            tag.as_slice(),
            tx.now(),
            tx.now().plus(LIFETIME)
        ],
    )?;
    Ok(())
}

/// Starts a wait at this terminal, within its budget.
pub fn wait(tx: &mut Tx<'_>, id: CheckId, terminal: &str) -> Result<Waiting, StoreError> {
    if let Err(left) = sources::charge_wait(tx, terminal)? {
        return Ok(Waiting::UsedUp { left });
    }
    let ready = tx.now().plus(WAIT);
    tx.execute(
        "INSERT INTO human_check (id, terminal, ready_at, created, expires)
         VALUES ($1, $2, $3, $4, $5)",
        params![
            id.bits().as_slice(),
            terminal,
            ready,
            tx.now(),
            ready.plus(LIFETIME)
        ],
    )?;
    Ok(Waiting::Started(id, WAIT))
}

/// Whether the check is passed; it is used up by that, and by a wrong answer. One answer is charged
/// to the terminal before it is compared. Only a wait that is not over yet stays.
pub fn pass(
    tx: &mut Tx<'_>,
    terminal: &str,
    passing: Option<&Passing>,
) -> Result<Result<(), Trouble>, StoreError> {
    let (id, typed) = match passing {
        None => return Ok(Err(Trouble::Missing)),
        Some(Passing::Typed(id, typed)) => (id, Some(typed)),
        Some(Passing::Waited(id)) => (id, None),
    };
    let found = tx.maybe(
        "SELECT tag, ready_at FROM human_check WHERE id = $1 AND terminal = $2 AND expires > $3",
        params![id.bits().as_slice(), terminal, tx.now()],
        |mut row| {
            let tag = match row.value() {
                Value::Bytes(tag) => Some(tag),
                _ => None,
            };
            Ok((tag, row.maybe_time()?))
        },
    )?;
    let passed = match (found, typed) {
        (Some((None, Some(ready))), None) if ready > tx.now() => {
            let left = tx.now().until(ready);
            return Ok(Err(Trouble::Early { left }));
        }
        (Some((None, Some(_))), None) => Ok(()),
        (Some((Some(tag), None)), Some(typed)) => {
            let charge = sources::charge_check(tx, terminal)?;
            let typed: String = text::canonical(typed.expose()).split_whitespace().collect();
            match same(&tag, &tx.keys().check_tag(&id.bits(), &typed)) {
                true => {
                    sources::refund(tx, charge)?;
                    Ok(())
                }
                false => Err(Trouble::Wrong),
            }
        }
        _ => Err(Trouble::Over),
    };
    tx.execute(
        "DELETE FROM human_check WHERE id = $1 AND terminal = $2",
        params![id.bits().as_slice(), terminal],
    )?;
    Ok(passed)
}

/// Deletes checks that are over; how many rows.
pub fn purge(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    tx.execute(
        "DELETE FROM human_check WHERE expires < $1",
        params![tx.now()],
    )
}
