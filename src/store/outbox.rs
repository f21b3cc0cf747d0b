//! What must leave the host: sealed letters, committed with their cause, leased by a worker, tried
//! again with back-off, and emptied once they are gone.

use std::time::Duration;

use super::tx::{Row, params};
use super::{StoreError, Tx, accounts, audit, destination, handing};
use crate::domain::audit::{Activity, Event};
use crate::domain::letter::Address;
use crate::domain::outgoing::{Channel, Delivery};
use crate::domain::time::Timestamp;

/// How long a worker may take for one letter before another may take it.
const LEASE: Duration = Duration::from_secs(120);

/// How long after each failed try the next one comes.
const BACK_OFF: [u64; 6] = [2, 5, 15, 60, 300, 900];

/// What a letter is sealed for: its table and its place there.
pub fn sealed_for(place: &str) -> String {
    format!("outbox {place}")
}

/// A letter to be posted.
pub struct Post {
    /// The place it is sealed for; unique, and the letter's identity on its way.
    pub place: String,
    /// The kind of letter.
    pub kind: &'static str,
    /// To whom.
    pub account: i64,
    /// To which of their addresses.
    pub address: Address,
    /// In which language.
    pub language: String,
    /// The sealed letter.
    pub sealed: Vec<u8>,
    /// The code in it, whose end is the letter's end.
    pub code: Option<i64>,
    /// When it is of no use any more.
    pub expires: Timestamp,
}

/// Posts a letter; it leaves with the commit. Where a worker of this process waits for letters, the
/// letter is leased to it and handed over with the commit.
pub fn post(tx: &mut Tx<'_>, post: &Post) -> Result<(), StoreError> {
    let handed = tx.hands_over(post.address);
    let (attempts, next) = match handed {
        true => (1, tx.now().plus(LEASE)),
        false => (0, tx.now()),
    };
    let id = tx.one(
        "INSERT INTO outbox (place, kind, channel, account_id, address, language, payload, code_id,
             state, attempts, next_attempt, created, expires)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $11, $12, $9, $10) RETURNING id",
        params![
            post.place.as_str(),
            post.kind,
            post.address.channel().key(),
            post.account,
            post.address.key(),
            post.language.as_str(),
            post.sealed.as_slice(),
            post.code,
            tx.now(),
            post.expires,
            attempts,
            next,
        ],
        |mut row| row.int(),
    )?;
    tx.posted = true;
    match handed {
        true => handing::hand_over(tx, id, post),
        false => Ok(()),
    }
}

/// Takes back the waiting codes of an account.
pub fn cancel_codes(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL
         WHERE account_id = $1 AND state = 'waiting' AND code_id IS NOT NULL",
        params![account],
    )?;
    Ok(())
}

/// Takes back what waits with a code that is good no more.
pub fn cancel_ended_codes(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL
         WHERE account_id = $1 AND state = 'waiting'
           AND code_id IN (SELECT id FROM code WHERE account_id = $1 AND state <> 'live')",
        params![account],
    )?;
    Ok(())
}

/// Takes back the waiting codes of one journey.
pub fn cancel_codes_of(tx: &mut Tx<'_>, journey: &[u8]) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL
         WHERE state = 'waiting' AND code_id IN (SELECT id FROM code WHERE journey_id = $1)",
        params![journey],
    )?;
    Ok(())
}

/// A letter a worker has taken for a while.
pub struct Leased {
    /// Its number.
    pub id: i64,
    /// The place it is sealed for.
    pub place: String,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// The way it travels.
    pub channel: String,
    /// The destination as the store has it now.
    pub to: Option<String>,
    /// It goes to an address that was the account's, which is in the letter itself.
    pub former: bool,
    /// In which language.
    pub language: String,
    /// The sealed letter.
    pub sealed: Vec<u8>,
    /// When it was posted.
    pub created: Timestamp,
}

/// The words of the channels a host can carry, as many as there are channels.
fn words(carried: &[Channel]) -> [&'static str; Channel::ALL.len()] {
    Channel::ALL.map(|channel| match carried.contains(&channel) {
        true => channel.key(),
        false => "",
    })
}

/// Takes up to `most` letters that are due and that the host can carry; the others are left to a
/// host that can. A letter whose worker dies is due again after the lease.
pub fn lease(tx: &mut Tx<'_>, most: i64, carried: &[Channel]) -> Result<Vec<Leased>, StoreError> {
    expire(tx)?;
    let [mail, sms, voice, push] = words(carried);
    let due = tx.rows(
        "UPDATE outbox SET attempts = attempts + 1, next_attempt = $1
         WHERE id IN (SELECT id FROM outbox
                      WHERE state = 'waiting' AND payload IS NOT NULL AND next_attempt <= $2
                        AND channel IN ($4, $5, $6, $7)
                      ORDER BY next_attempt, id LIMIT $3)
         RETURNING id, place, attempts, channel, account_id, address, language, payload, created",
        params![tx.now().plus(LEASE), tx.now(), most, mail, sms, voice, push],
        |mut row| {
            let leased = Leased {
                id: row.int()?,
                place: row.text()?,
                attempts: row.int()?,
                channel: row.text()?,
                to: None,
                former: false,
                language: String::new(),
                sealed: Vec::new(),
                created: Timestamp::from_micros(0),
            };
            let (account, address) = (row.int()?, row.text()?);
            let (language, sealed, created) = (row.text()?, row.bytes()?, row.time()?);
            Ok((
                account,
                address,
                Leased {
                    language,
                    sealed,
                    created,
                    ..leased
                },
            ))
        },
    )?;
    let mut all = Vec::with_capacity(due.len());
    for (account, address, mut leased) in due {
        if let Some(address) = Address::from_key(&address) {
            leased.former = matches!(address, Address::Former | Address::FormerMobile);
            leased.to = destination::of(tx, account, address, &leased.place)?;
        }
        all.push(leased);
    }
    all.sort_by_key(|leased| leased.id);
    Ok(all)
}

/// Ends what is of no use any more.
fn expire(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE outbox SET payload = NULL
         WHERE state = 'failed' AND expires <= $1 AND payload IS NOT NULL",
        params![tx.now()],
    )?;
    let expired = tx.rows(
        "UPDATE outbox SET state = 'expired', payload = NULL
         WHERE state = 'waiting' AND next_attempt <= $1 AND expires <= $1
         RETURNING id, account_id, kind, last_error",
        params![tx.now()],
        |mut row| Ok((row.int()?, row.int()?, row.text()?, row.maybe_text()?)),
    )?;
    for (id, account, kind, error) in expired {
        failed(
            tx,
            id,
            account,
            &kind,
            error.as_deref().unwrap_or("never tried"),
        )?;
    }
    Ok(())
}

fn failed(
    tx: &mut Tx<'_>,
    id: i64,
    account: i64,
    kind: &str,
    cause: &str,
) -> Result<(), StoreError> {
    let upn = accounts::get(tx, account)?.map(|account| account.upn);
    let event = Event {
        account: upn,
        ..Event::new(Activity::DeliveryFailed, "agent")
    };
    audit::append(
        tx,
        event
            .failed("not_delivered")
            .detail(format!("outbox {id}, {kind}: {cause}")),
    )
}

/// Records what became of a leased letter. Somebody else's later lease is left alone.
pub fn settle(
    tx: &mut Tx<'_>,
    id: i64,
    attempts: i64,
    outcome: &Delivery,
) -> Result<(), StoreError> {
    let (state, error, next) = match outcome {
        Delivery::Accepted => ("delivered", None, tx.now()),
        Delivery::Never(cause) => ("failed", Some(cause.as_str()), tx.now()),
        Delivery::Later(cause) => {
            let nth = usize::try_from(attempts.saturating_sub(1)).unwrap_or(usize::MAX);
            let wait = BACK_OFF
                .get(nth)
                .or(BACK_OFF.last())
                .copied()
                .unwrap_or(900);
            (
                "waiting",
                Some(cause.as_str()),
                tx.now().plus(Duration::from_secs(wait)),
            )
        }
    };
    let row = tx.maybe(
        "UPDATE outbox SET state = $3, last_error = $4, next_attempt = $5,
             payload = CASE WHEN $3 = 'delivered' THEN NULL ELSE payload END
         WHERE id = $1 AND attempts = $2 AND state = 'waiting'
         RETURNING account_id, kind",
        params![id, attempts, state, error, next],
        |mut row| Ok((row.int()?, row.text()?)),
    )?;
    if let (Some((account, kind)), Delivery::Never(cause)) = (row, outcome) {
        failed(tx, id, account, &kind, cause)?;
    }
    Ok(())
}

/// When there is something to do next: a letter to send that the host can carry, one that is of no
/// use any more, or a refused one to empty.
pub fn next_due(tx: &mut Tx<'_>, carried: &[Channel]) -> Result<Option<Timestamp>, StoreError> {
    let [mail, sms, voice, push] = words(carried);
    tx.one(
        "SELECT min(due) FROM (
             SELECT min(CASE WHEN channel IN ($1, $2, $3, $4) OR next_attempt > expires THEN next_attempt
                        ELSE expires END) AS due FROM outbox WHERE state = 'waiting'
             UNION ALL
             SELECT min(expires) FROM outbox WHERE state = 'failed' AND payload IS NOT NULL) AS all_due",
        params![mail, sms, voice, push],
        |mut row| row.maybe_time(),
    )
}

/// One row as administrators see it; never its content.
pub struct Item {
    /// Its number.
    pub id: i64,
    /// The kind of letter.
    pub kind: String,
    /// The way it travels.
    pub channel: String,
    /// `waiting`, `delivered`, `failed`, `expired` or `cancelled`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next; only while it waits.
    pub next_attempt: Option<Timestamp>,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// Since when.
    pub created: Timestamp,
}

/// Every row, newest last.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Item>, StoreError> {
    tx.rows(
        "SELECT id, kind, channel, state, attempts, next_attempt, last_error, created
         FROM outbox ORDER BY id",
        params![],
        item,
    )
}

/// At most so many of those that wait, or failed and could still be tried again, newest first.
pub fn undelivered(tx: &mut Tx<'_>, most: i64) -> Result<Vec<Item>, StoreError> {
    tx.rows(
        "SELECT id, kind, channel, state, attempts, next_attempt, last_error, created
         FROM outbox
         WHERE state = 'waiting' OR (state = 'failed' AND payload IS NOT NULL)
         ORDER BY id DESC LIMIT $1",
        params![most],
        item,
    )
}

fn item(mut row: Row) -> Result<Item, StoreError> {
    let mut item = Item {
        id: row.int()?,
        kind: row.text()?,
        channel: row.text()?,
        state: row.text()?,
        attempts: row.int()?,
        next_attempt: row.maybe_time()?,
        last_error: row.maybe_text()?,
        created: row.time()?,
    };
    item.next_attempt = item.next_attempt.filter(|_| item.state == "waiting");
    Ok(item)
}

/// What trying again came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// It is due now.
    Due,
    /// Its content is gone: delivered, cancelled or given up.
    Gone,
    /// There is no such row.
    Unknown,
}

/// Makes a letter that waits or was refused due now.
pub fn retry(tx: &mut Tx<'_>, id: i64) -> Result<Retry, StoreError> {
    let touched = tx.execute(
        "UPDATE outbox SET next_attempt = $2, state = 'waiting'
         WHERE id = $1 AND state IN ('waiting', 'failed') AND payload IS NOT NULL
           AND expires > $2",
        params![id, tx.now()],
    )?;
    if touched > 0 {
        tx.posted = true;
        return Ok(Retry::Due);
    }
    let known = tx.maybe(
        "SELECT id FROM outbox WHERE id = $1",
        params![id],
        |mut row| row.int(),
    )?;
    Ok(known.map_or(Retry::Unknown, |_| Retry::Gone))
}
