//! Alerts: a record and a letter to every global administrator, once an hour for each kind and
//! place at most. They commit with what they tell of.

use super::audit::Head;
use super::notices::{self, Reader};
use super::tx::params;
use super::{StoreError, Tx, audit, settings};
use crate::crypto::random;
use crate::domain::account::Account;
use crate::domain::alert::{Alert, QUIET};
use crate::domain::audit::{Activity, Event};
use crate::domain::letter::Letter;
use crate::domain::role::Role;
use crate::domain::time::Timestamp;

/// Tells administrators, unless they were told of the same within the hour. `place` is the terminal
/// or another place it happened at, empty for everywhere; `detail` what audit says of it.
pub fn raise(
    tx: &mut Tx<'_>,
    what: Alert,
    place: &str,
    detail: impl Into<String>,
) -> Result<(), StoreError> {
    let told = tx.maybe(
        "SELECT at FROM alert WHERE kind = $1 AND place = $2 AND at > $3",
        params![what.key(), place, tx.now().minus(QUIET)],
        |mut row| row.int(),
    )?;
    if told.is_some() {
        return Ok(());
    }
    tx.execute(
        "INSERT INTO alert (kind, place, at) VALUES ($1, $2, $3)
         ON CONFLICT (kind, place) DO UPDATE SET at = excluded.at",
        params![what.key(), place, tx.now()],
    )?;
    let event = Event {
        terminal: Some(place.to_owned()).filter(|place| !place.is_empty()),
        ..Event::new(Activity::AlertRaised, "system")
    };
    let event = event.failed(what.key()).detail(detail);
    // The letter says nothing that the record doesn't, so the record's hash, drawn with a key and
    // never the same for another, serves as what the letters' nonces are drawn from.
    let (seq, hash) = audit::head(tx)?;
    let mut head = Head { seq, hash };
    audit::append_after(tx, &mut head, event)?;
    let mut seed = [0; 32];
    seed.iter_mut()
        .zip(&head.hash)
        .for_each(|(to, from)| *to = *from);
    let stem = random::hex(seed.get(..8).unwrap_or_default());
    let policy = settings::policy(tx)?;
    let global = |admin: &Account| admin.roles.contains(&Role::Global);
    let readers = Reader::administrators(tx, &policy, global)?;
    let letter = Letter::Alert {
        what,
        place: place.to_owned(),
        when: tx.now(),
    };
    notices::post(tx, &format!("alert-{stem}"), &seed, readers, &letter)
}

/// At most so many alerts that were raised since a moment, with the place and the last time of each,
/// newest first.
pub fn since(
    tx: &mut Tx<'_>,
    since: Timestamp,
    most: i64,
) -> Result<Vec<(Alert, String, Timestamp)>, StoreError> {
    let rows = tx.rows(
        "SELECT kind, place, at FROM alert WHERE at >= $1 ORDER BY at DESC, kind, place LIMIT $2",
        params![since, most],
        |mut row| Ok((row.text()?, row.text()?, row.time()?)),
    )?;
    let known = |(kind, place, at): (String, String, Timestamp)| {
        let what = Alert::ALL.into_iter().find(|alert| alert.key() == kind)?;
        Some((what, place, at))
    };
    Ok(rows.into_iter().filter_map(known).collect())
}
