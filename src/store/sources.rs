//! The limits of a terminal and of the whole store, over every account: charged before anything is
//! looked up or compared, the same whether there is such an account. They end by time alone.

use std::time::Duration;

use super::tx::params;
use super::{StoreError, Tx, alerts, people};
use crate::domain::alert::Alert;
use crate::domain::text;
use crate::domain::throttle::{
    Rate, TERMINAL_FAILURES, TERMINAL_NAMES, TERMINAL_WAITS, source, store_failures,
};
use crate::domain::time::Timestamp;

const NAME: &str = "name";
/// A gate's proof; these count over the store, too.
const PROOF: &str = "proof";
/// A human check.
const CHECK: &str = "check";
const WAIT: &str = "wait";

/// There were too many tries; how long until the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slow {
    /// Where they were counted.
    pub at: Alert,
    /// How long until there is room again.
    pub left: Duration,
}

impl Slow {
    /// Whole minutes, the last one counted as such.
    pub fn minutes(self) -> u64 {
        let seconds = self.left.as_secs() + u64::from(self.left.subsec_nanos() > 0);
        seconds.div_ceil(60).max(1)
    }
}

/// Whether the rate of what happened at these moments, the latest first, leaves no room: until when.
fn full(at: &[i64], rate: Rate) -> Option<Timestamp> {
    let last = usize::try_from(rate.count).ok()?.checked_sub(1)?;
    let oldest = at.get(last).copied().map(Timestamp::from_micros)?;
    Some(oldest.plus(rate.window))
}

fn latest(
    tx: &mut Tx<'_>,
    source: &str,
    kinds: [&str; 2],
    rate: Rate,
) -> Result<Vec<i64>, StoreError> {
    tx.rows(
        "SELECT at FROM source_attempt
         WHERE source = $1 AND kind IN ($2, $3) AND at > $4 ORDER BY at DESC LIMIT $5",
        params![
            source,
            kinds[0],
            kinds[1],
            tx.now().minus(rate.window),
            rate.count
        ],
        |mut row| row.int(),
    )
}

fn slow(
    tx: &mut Tx<'_>,
    terminal: &str,
    at: Alert,
    rate: Rate,
    until: Timestamp,
) -> Result<Slow, StoreError> {
    // As it is counted: whoever has a whole network must not raise an alert for each of its addresses.
    let place = match at {
        Alert::StoreFailures | Alert::SmsBudget | Alert::CallBudget => String::new(),
        Alert::TerminalNames | Alert::TerminalFailures => source(terminal),
    };
    let minutes = rate.window.as_secs() / 60;
    let detail = format!("more than {} in {minutes} minutes", rate.count);
    alerts::raise(tx, at, &place, detail)?;
    let left = tx.now().until(until);
    Ok(Slow { at, left })
}

/// Whether nothing may be tried from here now, because too much failed at this terminal or
/// everywhere. Raises the alert.
pub fn refused(tx: &mut Tx<'_>, terminal: &str) -> Result<Option<Slow>, StoreError> {
    let here = latest(tx, &source(terminal), [PROOF, CHECK], TERMINAL_FAILURES)?;
    if let Some(until) = full(&here, TERMINAL_FAILURES) {
        return slow(
            tx,
            terminal,
            Alert::TerminalFailures,
            TERMINAL_FAILURES,
            until,
        )
        .map(Some);
    }
    let everywhere = |tx: &mut Tx<'_>, rate: Rate| {
        tx.maybe(
            "SELECT at FROM source_attempt WHERE kind = $1 AND at > $2
             ORDER BY at DESC LIMIT 1 OFFSET $3",
            params![PROOF, tx.now().minus(rate.window), rate.count - 1],
            |mut row| row.time(),
        )
    };
    // Accounts are counted only where the least limit is reached.
    if everywhere(tx, store_failures(0))?.is_none() {
        return Ok(None);
    }
    let rate = store_failures(people::count_all(tx)?);
    match everywhere(tx, rate)? {
        Some(oldest) => {
            let until = oldest.plus(rate.window);
            slow(tx, terminal, Alert::StoreFailures, rate, until).map(Some)
        }
        None => Ok(None),
    }
}

/// Charges a proof that is about to be compared; the charge's number takes it back.
pub fn charge_proof(tx: &mut Tx<'_>, terminal: &str) -> Result<Result<i64, Slow>, StoreError> {
    if let Some(slow) = refused(tx, terminal)? {
        return Ok(Err(slow));
    }
    record(tx, terminal, PROOF, None).map(Ok)
}

/// Charges a human check that is about to be compared, where [`refused`] was asked before.
pub fn charge_check(tx: &mut Tx<'_>, terminal: &str) -> Result<i64, StoreError> {
    record(tx, terminal, CHECK, None)
}

/// Takes a charge back: it was no failure.
pub fn refund(tx: &mut Tx<'_>, charge: i64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM source_attempt WHERE id = $1", params![charge])?;
    Ok(())
}

/// Charges the naming of an account, known or not. The same name again costs nothing.
pub fn charge_name(
    tx: &mut Tx<'_>,
    terminal: &str,
    typed: &str,
) -> Result<Result<(), Slow>, StoreError> {
    let who = tx.keys().name_tag(&text::canonical(typed));
    let place = source(terminal);
    let again = tx.maybe(
        "SELECT id FROM source_attempt
         WHERE source = $1 AND kind = $2 AND who = $3 AND at > $4 LIMIT 1",
        params![
            place.as_str(),
            NAME,
            who.as_str(),
            tx.now().minus(TERMINAL_NAMES.window)
        ],
        |mut row| row.int(),
    )?;
    if again.is_some() {
        return Ok(Ok(()));
    }
    let names = latest(tx, &place, [NAME, NAME], TERMINAL_NAMES)?;
    if let Some(until) = full(&names, TERMINAL_NAMES) {
        return slow(tx, terminal, Alert::TerminalNames, TERMINAL_NAMES, until).map(Err);
    }
    record(tx, terminal, NAME, Some(who)).map(|_| Ok(()))
}

/// Charges a wait; how long until the next, where there were too many.
pub fn charge_wait(tx: &mut Tx<'_>, terminal: &str) -> Result<Result<(), Duration>, StoreError> {
    let waits = latest(tx, &source(terminal), [WAIT, WAIT], TERMINAL_WAITS)?;
    if let Some(until) = full(&waits, TERMINAL_WAITS) {
        return Ok(Err(tx.now().until(until)));
    }
    record(tx, terminal, WAIT, None).map(|_| Ok(()))
}

fn record(
    tx: &mut Tx<'_>,
    terminal: &str,
    kind: &str,
    who: Option<String>,
) -> Result<i64, StoreError> {
    tx.one(
        "INSERT INTO source_attempt (source, kind, who, at) VALUES ($1, $2, $3, $4) RETURNING id",
        params![source(terminal), kind, who, tx.now()],
        |mut row| row.int(),
    )
}

/// Deletes what no limit looks back to; how many rows.
pub fn purge(tx: &mut Tx<'_>, passed: Timestamp) -> Result<u64, StoreError> {
    let tries = tx.execute("DELETE FROM source_attempt WHERE at < $1", params![passed])?;
    Ok(tries + tx.execute("DELETE FROM alert WHERE at < $1", params![passed])?)
}
