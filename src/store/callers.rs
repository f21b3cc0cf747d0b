//! Checks of who is calling the help desk: a code to what the account holds, or one of its
//! authenticator, told by the caller and typed by whoever helps. One live check an account; sends are
//! charged like any other, tries before anything is compared; what comes of it is good for the
//! administrator who asked.

use super::limits;
use super::sending::NewCode;
use super::tx::params;
use super::{StoreError, Tx, audit, letters, methods, notices, outbox, settings};
use crate::crypto::keys::same;
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::caller::{Answered, Asked, CallerWay, LIFETIME, TRIES, VERIFIED};
use crate::domain::code;
use crate::domain::journey::Chosen;
use crate::domain::letter::{Address, Letter};
use crate::domain::method::Method;
use crate::domain::policy::Policy;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;

/// What a caller's code is for, where journeys have their method.
const KEY: &str = "caller_check";

/// Every way to verify the account's owner now. It takes no policy about methods: nothing is reset by
/// it.
pub fn ways(
    tx: &mut Tx<'_>,
    account: &Account,
    policy: &Policy,
) -> Result<Vec<CallerWay>, StoreError> {
    let mut all = Vec::new();
    if methods::count(tx, account.id, Method::AppCode)? > 0 {
        all.push(CallerWay {
            chosen: Chosen::from(Method::AppCode),
            masked: None,
        });
    }
    if let Some(address) = account.alternate() {
        all.push(CallerWay {
            chosen: Chosen::from(Method::Email),
            masked: Some(text::mask_address(address)),
        });
    }
    for (slot, number) in account.phones().into_iter().enumerate() {
        if !policy.blocks_number(number) {
            all.push(CallerWay {
                chosen: Chosen {
                    method: Method::MobilePhone,
                    way: Way::Text,
                    slot,
                },
                masked: Some(text::mask_number(number)),
            });
        }
    }
    Ok(all)
}

fn event(activity: Activity, account: &Account, by: &str, method: Method) -> Event {
    Event {
        method: Some(method.key().to_owned()),
        ..Event::new(activity, by).about(account.upn.clone())
    }
}

/// Begins a check: sends a code, or waits for one of the authenticator. An earlier one of the account
/// is over, whoever began it.
pub fn ask(
    tx: &mut Tx<'_>,
    account: &Account,
    by: &str,
    chosen: Chosen,
    new: &NewCode,
) -> Result<Asked, StoreError> {
    let policy = settings::policy(tx)?;
    let ways = ways(tx, account, &policy)?;
    let Some(way) = ways.into_iter().find(|way| way.chosen == chosen) else {
        return Ok(Asked::NotHeld);
    };
    let begun = event(Activity::CallerAsked, account, by, chosen.method);
    let destination = account.destination(chosen.method, chosen.slot);
    if let Some(limit) = charge(tx, account, chosen.way, destination, &policy)? {
        audit::append(tx, begun.failed(limit))?;
        return Ok(Asked::NotNow(limit));
    }
    end(tx, account.id, "replaced")?;
    let expires = tx.now().plus(LIFETIME);
    let mut tag = Vec::new();
    if let Some(address) = Address::to(chosen) {
        let digits = code::digits(chosen.method, &policy);
        let code = code::first_digits(&new.digits, digits);
        tag = tx
            .keys()
            .code_tag(new.place.as_bytes(), KEY, &code)
            .to_vec();
        let letter = Letter::CallerCode {
            code,
            minutes: i64::try_from(LIFETIME.as_secs() / 60).unwrap_or_default(),
        };
        let wire = letters::encode(&letter);
        let sealed = tx
            .keys()
            .seal_by(&new.seed, &outbox::sealed_for(&new.place), &wire);
        outbox::post(
            tx,
            &outbox::Post {
                place: new.place.clone(),
                kind: letter.kind(),
                account: account.id,
                address,
                language: notices::language(account, &policy),
                sealed,
                code: None,
                expires,
            },
        )?;
    }
    tx.execute(
        "INSERT INTO caller_check (account_id, asked_by, method, place, tag, tries, state, created,
             expires)
         VALUES ($1, $2, $3, $4, $5, 0, 'live', $6, $7)",
        params![
            account.id,
            by,
            chosen.method.key(),
            new.place.as_str(),
            tag,
            tx.now(),
            expires,
        ],
    )?;
    audit::append(tx, begun.detail(way.masked.clone().unwrap_or_default()))?;
    Ok(Asked::Waits { way, expires })
}

/// Charges what a check costs; the limit that is in the way. It blocks nothing: the caller has not
/// done it.
fn charge(
    tx: &mut Tx<'_>,
    account: &Account,
    way: Way,
    destination: Option<&str>,
    policy: &Policy,
) -> Result<Option<&'static str>, StoreError> {
    if limits::is_used_up(tx, account.id, Counted::CallerCheck, policy)? {
        return Ok(Some("caller_limit"));
    }
    if let Some(counted) = way.counted() {
        match limits::reserve(tx, account.id, counted, policy)? {
            Some((_, left)) if left > 0 => {}
            // The last one is kept for the owner, whom going beyond it would block.
            Some((charge, _)) => {
                limits::refund(tx, charge)?;
                return Ok(Some("send_limit"));
            }
            None => return Ok(Some("send_limit")),
        }
    }
    if let Some(destination) = destination.map(text::canonical)
        && !limits::reserve_destination(tx, account.id, &destination, policy)?
    {
        return Ok(Some("destination_budget"));
    }
    if way == Way::Text && !limits::reserve_sms(tx, account.id, policy)? {
        return Ok(Some("sms_budget"));
    }
    Ok(None)
}

/// Ends the account's live check, and takes back what waits to be sent for it.
pub fn end(tx: &mut Tx<'_>, account: i64, state: &str) -> Result<(), StoreError> {
    let places = tx.rows(
        "UPDATE caller_check SET state = $2 WHERE account_id = $1 AND state = 'live'
         RETURNING place",
        params![account, state],
        |mut row| row.text(),
    )?;
    for place in places {
        tx.execute(
            "UPDATE outbox SET state = 'cancelled', payload = NULL
             WHERE place = $1 AND state = 'waiting'",
            params![place],
        )?;
    }
    Ok(())
}

/// Compares what the caller said. The try is charged before, to the check and to the account over
/// all of them, and given back to the account when it was right.
pub fn answer(
    tx: &mut Tx<'_>,
    account: &Account,
    by: &str,
    typed: &SecretText,
    clock: Timestamp,
) -> Result<Answered, StoreError> {
    let policy = settings::policy(tx)?;
    tx.execute(
        "UPDATE caller_check SET state = 'expired'
         WHERE account_id = $1 AND state = 'live' AND expires <= $2",
        params![account.id, tx.now()],
    )?;
    let live = tx.maybe(
        "SELECT id, method, place, tag, tries FROM caller_check
         WHERE account_id = $1 AND asked_by = $2 AND state = 'live'",
        params![account.id, by],
        |mut row| {
            let (id, method, place) = (row.int()?, row.text()?, row.text()?);
            Ok((id, method, place, row.bytes()?, row.int()?))
        },
    )?;
    let Some((id, method, place, tag, tries)) = live else {
        return Ok(Answered::TooLate);
    };
    let Some(method) = Method::from_key(&method) else {
        return Ok(Answered::TooLate);
    };
    let digits = code::digits(method, &policy);
    let Some(typed) = code::normalise(typed, digits) else {
        return Ok(Answered::Malformed { digits });
    };
    let charged = limits::reserve(tx, account.id, Counted::CallerCheck, &policy)?;
    let Some((charge, all)) = charged else {
        end(tx, account.id, "failed")?;
        return Ok(Answered::TooLate);
    };
    let right = match method {
        Method::AppCode => methods::consume_app_code(tx, account.id, &typed, clock)?,
        _ => same(&tag, &tx.keys().code_tag(place.as_bytes(), KEY, &typed)),
    };
    let compared = event(Activity::CallerVerified, account, by, method);
    if right {
        limits::refund(tx, charge)?;
        let until = tx.now().plus(VERIFIED);
        tx.execute(
            "UPDATE caller_check SET state = 'passed', expires = $2 WHERE id = $1",
            params![id, until],
        )?;
        audit::append(tx, compared)?;
        return Ok(Answered::Verified { until });
    }
    tx.execute(
        "UPDATE caller_check SET tries = tries + 1 WHERE id = $1",
        params![id],
    )?;
    audit::append(tx, compared.failed("wrong_code"))?;
    let left = (TRIES - tries - 1).min(all);
    if left <= 0 {
        end(tx, account.id, "failed")?;
    }
    Ok(Answered::Wrong { left: left.max(0) })
}

/// Until when the account's owner counts as verified by this administrator, if they do.
pub fn verified(tx: &mut Tx<'_>, account: i64, by: &str) -> Result<Option<Timestamp>, StoreError> {
    tx.maybe(
        "SELECT expires FROM caller_check
         WHERE account_id = $1 AND asked_by = $2 AND state = 'passed' AND expires > $3
         ORDER BY expires DESC LIMIT 1",
        params![account, by, tx.now()],
        |mut row| row.time(),
    )
}

/// Deletes what nobody asks about any more; how many rows.
pub fn purge(tx: &mut Tx<'_>, passed: Timestamp) -> Result<u64, StoreError> {
    tx.execute(
        "DELETE FROM caller_check WHERE expires < $1",
        params![passed],
    )
}
