//! The audit chain: appended with its cause, each record's hash covering the one before.

mod search;

use super::tx::{Row, params};
use super::{StoreError, Tx, rekey};
use crate::crypto::keys::same;
use crate::domain::audit::{Event, Record};
pub use search::{Filter, Page, first_at, page};

/// The number and hash of the last record; `(0, nothing)` for an empty chain.
pub fn head(tx: &mut Tx<'_>) -> Result<(i64, Vec<u8>), StoreError> {
    let last = tx.maybe(
        "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1",
        params![],
        |mut row| Ok((row.int()?, row.bytes()?)),
    )?;
    Ok(last.unwrap_or((0, Vec::new())))
}

/// Appends an event. It commits with its cause, or neither does.
pub fn append(tx: &mut Tx<'_>, event: Event) -> Result<(), StoreError> {
    let (seq, hash) = head(tx)?;
    append_after(tx, &mut Head { seq, hash }, event)
}

/// The same after a head that is known, and is the new one then: for many in one transaction.
pub fn append_after(tx: &mut Tx<'_>, head: &mut Head, event: Event) -> Result<(), StoreError> {
    let mut record = Record::of(head.seq + 1, tx.now(), event);
    record.hash = tx.keys().chain(&record.canonical(&head.hash)).to_vec();
    *head = Head {
        seq: record.seq,
        hash: record.hash.clone(),
    };
    let [
        activity,
        outcome,
        reason,
        account,
        actor,
        terminal,
        journey,
        method,
        reference,
        detail,
    ] = record.fields;
    tx.execute(
        "INSERT INTO audit (seq, time, activity, outcome, reason, account, actor, terminal, journey,
             method, reference, detail, hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        params![
            record.seq,
            record.time,
            activity,
            outcome,
            reason,
            account,
            actor,
            terminal,
            journey,
            method,
            reference,
            detail,
            record.hash,
        ],
    )?;
    Ok(())
}

fn read(mut row: Row) -> Result<Record, StoreError> {
    let (seq, time) = (row.int()?, row.time()?);
    let mut fields = [const { None }; 10];
    for field in &mut fields {
        *field = row.maybe_text()?;
    }
    Ok(Record {
        seq,
        time,
        fields,
        hash: row.bytes()?,
    })
}

/// What checking the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every record is what it was; so many.
    Whole(i64),
    /// The first record that is missing, changed or out of place.
    Broken(i64),
}

/// The head of a chain as it was exported at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the last record then.
    pub seq: i64,
    /// Its hash.
    pub hash: Vec<u8>,
}

/// How far a chain is verified.
#[derive(Clone, Debug, Default)]
pub struct Verified {
    /// The number of the last sound record.
    pub last: i64,
    /// Its hash.
    previous: Vec<u8>,
}

/// Computes the chain again for so many records after what is verified: the verdict where that is
/// possible, else how far it has come. With a head exported earlier, a cut tail shows too.
pub fn verify_some(
    tx: &mut Tx<'_>,
    from: Verified,
    most: i64,
    exported: Option<&Head>,
) -> Result<Result<Verdict, Verified>, StoreError> {
    let keys = tx.keys();
    // Ascending; the last record each former key has chained.
    let former = rekey::former_chain_keys(tx)?;
    let chained = |seq: i64, bytes: &[u8]| match former.iter().find(|(last, _)| seq <= *last) {
        Some((_, Some(key))) => Some(key.chain(bytes)),
        Some((_, None)) => None,
        None => Some(keys.chain(bytes)),
    };
    // A record whose number was made smaller stands before the first.
    let after = match from.last {
        0 => i64::MIN,
        last => last,
    };
    let Verified {
        mut last,
        mut previous,
    } = from;
    let (mut broken, mut count) = (None, 0);
    tx.each(
        "SELECT seq, time, activity, outcome, reason, account, actor, terminal, journey,
                method, reference, detail, hash
         FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2",
        params![after, most],
        |row| {
            count += 1;
            if broken.is_some() {
                return Ok(());
            }
            let expected = last + 1;
            // A record that can't even be read was changed.
            let sound = read(row).ok().filter(|record| {
                record.seq == expected
                    && chained(record.seq, &record.canonical(&previous))
                        .is_some_and(|hash| same(&record.hash, &hash))
                    && exported
                        .is_none_or(|head| head.seq != record.seq || same(&head.hash, &record.hash))
            });
            match sound {
                Some(record) => {
                    last = record.seq;
                    previous = record.hash;
                }
                None => broken = Some(expected),
            }
            Ok(())
        },
    )?;
    Ok(match (broken, exported) {
        (Some(seq), _) => Ok(Verdict::Broken(seq)),
        (None, _) if count == most => Err(Verified { last, previous }),
        (None, Some(head)) if head.seq > last => Ok(Verdict::Broken(last + 1)),
        (None, _) => Ok(Verdict::Whole(last)),
    })
}
