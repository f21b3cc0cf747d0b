//! A new master key: everything sealed is sealed again, what is keyed in another way ends, and the
//! audit chain goes on under the new key. One transaction; whoever still has the old key is refused
//! from then on.
//!
//! The older part of the chain keeps its hashes, so that heads exported earlier still fit. Its chain
//! key is kept, sealed under the new one, only to check it: the first record under the new key
//! covers the last hash before it, so that knowing the old key is of no use to change the past.

use super::tx::params;
use super::{StoreError, Tx, audit, outbox};
use crate::crypto::Keys;
use crate::crypto::keys::ChainKey;
use crate::domain::audit::{Activity, Event};

/// How many rows are held in memory at once.
const ROWS: usize = 500;

/// The place a former chain key is sealed for; its name, too.
fn chain_place(last: i64) -> String {
    format!("chain:{last:019}")
}

/// The last record of a place: what its key was sealed for, which nobody without the present key can
/// write anew. The number beside it anybody could who can write to the tables.
fn last_of(place: &str) -> Result<i64, StoreError> {
    let last = place
        .strip_prefix("chain:")
        .and_then(|last| last.parse().ok());
    last.ok_or_else(|| StoreError::Damaged("the place of a former key".to_owned()))
}

/// The chain keys of former master keys with the last record each has chained, oldest first; `None`
/// where one does not open.
pub(super) fn former_chain_keys(
    tx: &mut Tx<'_>,
) -> Result<Vec<(i64, Option<ChainKey>)>, StoreError> {
    let keys = tx.keys();
    tx.rows(
        "SELECT name, bytes FROM meta WHERE name >= 'chain:' AND name < 'chain;' ORDER BY name",
        params![],
        |mut row| {
            let (name, sealed) = (row.text()?, row.bytes()?);
            Ok((last_of(&name)?, keys.open_chain_key(&name, &sealed).ok()))
        },
    )
}

/// What a new key was given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rekeyed {
    /// How many values were sealed again.
    pub sealed: u64,
    /// The last audit record under the former key.
    pub last: i64,
}

/// Gives the store to a new key. `seed` is what the nonces are drawn from.
pub fn rekey(
    tx: &mut Tx<'_>,
    new: &Keys,
    seed: &[u8; 32],
    by: &str,
) -> Result<Rekeyed, StoreError> {
    let old = tx.keys();
    let mut sealed = former_keys(tx, new, seed)?;
    let (last, _) = audit::head(tx)?;
    let place = chain_place(last);
    let chain = new.seal_chain_key(old, seed, &place);
    tx.execute(
        "INSERT INTO meta (name, number, bytes) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET number = excluded.number, bytes = excluded.bytes",
        params![place, last, chain],
    )?;
    sealed += authenticators(tx, new, seed)?;
    sealed += letters(tx, new, seed)?;
    // A code's tag is keyed and can't be made again: whoever waits for one asks for another.
    tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL
         WHERE state = 'waiting' AND code_id IS NOT NULL",
        params![],
    )?;
    tx.execute(
        "UPDATE code SET state = 'ended' WHERE state = 'live'",
        params![],
    )?;
    tx.execute("DELETE FROM human_check", params![])?;
    // The same of passes, and of callers who have not yet told their code.
    tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL
         WHERE state = 'waiting' AND place IN (SELECT place FROM caller_check)",
        params![],
    )?;
    tx.execute(
        "UPDATE caller_check SET state = 'ended' WHERE state = 'live'",
        params![],
    )?;
    tx.execute(
        "UPDATE access_pass SET state = 'ended' WHERE state = 'live'",
        params![],
    )?;
    // Destinations are counted by a keyed hash, wrong passwords known again by a keyed tag.
    tx.execute(
        "DELETE FROM attempt WHERE kind >= 'to:' AND kind < 'to;'",
        params![],
    )?;
    tx.execute(
        "UPDATE account SET wrong_tags = '' WHERE wrong_tags <> ''",
        params![],
    )?;
    // Sealed under the former key, and of use for minutes only.
    tx.execute("DELETE FROM enrolment", params![])?;
    tx.execute(
        "UPDATE meta SET bytes = $1 WHERE name = 'key'",
        params![new.check_value().as_slice()],
    )?;
    let event = Event::new(Activity::StoreRekeyed, by);
    let event = event.detail(format!("the former key has chained records up to {last}"));
    audit::append(&mut tx.with_keys(new), event)?;
    Ok(Rekeyed { sealed, last })
}

/// Seals one value again.
fn reseal(old: &Keys, new: &Keys, seed: &[u8; 32], place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let plain = old.open(place, sealed).ok()?;
    Some(new.seal_by(seed, place, &plain))
}

fn former_keys(tx: &mut Tx<'_>, new: &Keys, seed: &[u8; 32]) -> Result<u64, StoreError> {
    let old = tx.keys();
    let kept = tx.rows(
        "SELECT name, bytes FROM meta WHERE name >= 'chain:' AND name < 'chain;'",
        params![],
        |mut row| Ok((row.text()?, row.bytes()?)),
    )?;
    let mut count = 0;
    for (name, sealed) in kept {
        let again = reseal(old, new, seed, &name, &sealed)
            .ok_or_else(|| StoreError::Damaged(format!("the former key `{name}`")))?;
        count += tx.execute(
            "UPDATE meta SET bytes = $2 WHERE name = $1",
            params![name, again],
        )?;
    }
    Ok(count)
}

fn authenticators(tx: &mut Tx<'_>, new: &Keys, seed: &[u8; 32]) -> Result<u64, StoreError> {
    let old = tx.keys();
    let (mut after, mut count) = (0, 0);
    loop {
        let some = tx.rows(
            "SELECT id, place, secret FROM method WHERE id > $1 ORDER BY id LIMIT $2",
            params![after, limit()],
            |mut row| Ok((row.int()?, row.text()?, row.bytes()?)),
        )?;
        let Some((last, ..)) = some.last() else {
            return Ok(count);
        };
        after = *last;
        // The answers to questions are hashed in a table of their own: nothing is sealed for them.
        let sealed = some.into_iter().filter(|(_, _, sealed)| !sealed.is_empty());
        for (id, place, sealed) in sealed {
            let again = reseal(old, new, seed, &place, &sealed).ok_or_else(|| {
                StoreError::Damaged(format!(
                    "the seed of authenticator {id}; delete it with `keyhatch user methods`, then try again"
                ))
            })?;
            count += tx.execute(
                "UPDATE method SET secret = $2 WHERE id = $1",
                params![id, again],
            )?;
        }
    }
}

/// A letter that does not open is left to the agent, which says so of it.
fn letters(tx: &mut Tx<'_>, new: &Keys, seed: &[u8; 32]) -> Result<u64, StoreError> {
    let old = tx.keys();
    let (mut after, mut count) = (0, 0);
    loop {
        let some = tx.rows(
            "SELECT id, place, payload FROM outbox
             WHERE id > $1 AND payload IS NOT NULL ORDER BY id LIMIT $2",
            params![after, limit()],
            |mut row| Ok((row.int()?, row.text()?, row.bytes()?)),
        )?;
        let Some((last, ..)) = some.last() else {
            return Ok(count);
        };
        after = *last;
        for (id, place, sealed) in some {
            let sealed_for = outbox::sealed_for(&place);
            if let Some(again) = reseal(old, new, seed, &sealed_for, &sealed) {
                count += tx.execute(
                    "UPDATE outbox SET payload = $2 WHERE id = $1",
                    params![id, again],
                )?;
            }
        }
    }
}

fn limit() -> i64 {
    i64::try_from(ROWS).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::schema::MIGRATIONS;

    /// What a new key does to every column of bytes. A column that is not here would be lost with
    /// the old key: say what becomes of it, and do it in `rekey`.
    const COLUMNS: [&str; 14] = [
        "journey.id",           // random
        "meta.bytes",           // the check value and former chain keys: made again, sealed again
        "method.secret",        // sealed again
        "outbox.payload",       // sealed again
        "code.tag",             // keyed: the codes end
        "code.journey_id",      // random
        "gate_try.journey_id",  // random
        "enrolment.journey_id", // random
        "enrolment.secret",     // sealed: what is being registered is begun anew
        "audit.hash",           // keyed: the former chain key is kept
        "human_check.id",       // random
        "human_check.tag",      // keyed: the checks end
        "access_pass.tag",      // keyed: the passes end
        "caller_check.tag",     // keyed: the checks end
    ];

    #[test]
    fn every_column_of_bytes_is_thought_of() {
        let mut found = Vec::new();
        let mut table = "";
        let lines = MIGRATIONS.iter().flat_map(|(_, text)| text.lines());
        for line in lines.map(str::trim) {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["CREATE", "TABLE", name, ..] => table = name,
                ["ALTER", "TABLE", name, ..] => table = name,
                _ => {}
            }
            if let Some(at) = words.iter().position(|word| word.starts_with("{bytes}")) {
                let column = words.get(at.wrapping_sub(1)).unwrap();
                found.push(format!("{table}.{column}"));
            }
        }
        found.sort();
        let mut known = COLUMNS.map(str::to_owned).to_vec();
        known.sort();
        assert_eq!(found, known);
    }
}
