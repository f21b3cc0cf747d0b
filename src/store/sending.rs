//! Codes put on their way: to an address, or to a number that the person has typed whole. Charged
//! before it is compared and before it is sent, in one transaction.

use super::gates::blocked;
use super::journeys::{Open, slowed, step};
use super::limits::{self, Charge};
use super::tx::params;
use super::{StoreError, Tx, alerts, audit, letters, outbox, sources};
use crate::domain::alert::Alert;
use crate::domain::audit::Activity;
use crate::domain::code;
use crate::domain::journey::{Refusal, Sent, Step};
use crate::domain::letter::{Address, Letter};
use crate::domain::method::Method;
use crate::domain::number::Typed;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::throttle::Counted;

/// What a code is made of, drawn beforehand.
pub struct NewCode {
    /// More random digits than any code has; the code is as many of them as policy says.
    pub digits: SecretText,
    /// The place its letter is sealed for.
    pub place: String,
    /// What the letter's nonce is drawn from.
    pub seed: [u8; 32],
}

/// A budget that is used up, by the reason in audit.
#[derive(Clone, Copy)]
enum Budget {
    Destination,
    SmsPerDay,
}

/// What came of asking whether a code may go.
enum Leave<T> {
    /// It may.
    Given(T),
    /// Not this way; the person is told.
    Not(Sent),
    /// Not at all: the account is blocked.
    Refused(Refusal),
}

/// Goes on with what was given, or answers what was not.
macro_rules! leave {
    ($asked:expr) => {
        match $asked {
            Leave::Given(value) => value,
            Leave::Not(sent) => return Ok(Step::Go(sent)),
            Leave::Refused(refusal) => return Ok(Step::Refused(refusal)),
        }
    };
}

/// Puts a code on its way. It ends the account's earlier code of the method, and keeps the count of
/// tries. Where the method asks for the number, `number` is what was typed; none sends again on a
/// journey that has typed it before.
pub fn send_code(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    method: Method,
    number: Option<&Typed>,
    new: &NewCode,
) -> Result<Step<Sent>, StoreError> {
    let open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let Some(address) = address(method).filter(|_| open.offers().contains(&method)) else {
        return Ok(Step::Go(Sent::NotOffered));
    };
    if method.asks_number() {
        leave!(number_known(tx, &open, method, number)?);
    }
    let destination = address.of(&open.account.profile).unwrap_or_default();
    leave!(charge(tx, &open, method, address, &destination)?);
    let account = open.account.id;
    tx.execute(
        "UPDATE code SET state = 'replaced'
         WHERE account_id = $1 AND method = $2 AND state = 'live'",
        params![account, method.key()],
    )?;
    // What waits with a code that is good no more need not leave.
    tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL
         WHERE account_id = $1 AND state = 'waiting'
           AND code_id IN (SELECT id FROM code WHERE account_id = $1 AND state <> 'live')",
        params![account],
    )?;
    let code = code::first_digits(&new.digits, open.policy.code_digits);
    let tag = tx.keys().code_tag(id, method.key(), &code);
    let minutes = method.code_lifetime().as_secs() / 60;
    let letter = letters::encode(&Letter::Code {
        code,
        minutes: i64::try_from(minutes).unwrap_or_default(),
        terminal: open.terminal.clone(),
    });
    let sealed = tx
        .keys()
        .seal_by(&new.seed, &outbox::sealed_for(&new.place), &letter);
    let expires = tx.now().plus(method.code_lifetime());
    let code_id = tx.one(
        "INSERT INTO code (journey_id, account_id, method, tag, state, created, expires)
         VALUES ($1, $2, $3, $4, 'live', $5, $6) RETURNING id",
        params![id, account, method.key(), tag.as_slice(), tx.now(), expires],
        |mut row| row.int(),
    )?;
    outbox::post(
        tx,
        &outbox::Post {
            place: new.place.clone(),
            kind: "code",
            account,
            address,
            language: open.letter_language(),
            sealed,
            code: Some(code_id),
            expires,
        },
    )?;
    let mut event = open.event(Activity::CodeSent);
    event.method = Some(method.key().to_owned());
    audit::append(tx, event)?;
    Ok(Step::Go(Sent::OnItsWay { expires }))
}

/// Where a method's codes go.
fn address(method: Method) -> Option<Address> {
    match method {
        Method::Email => Some(Address::Alternate),
        Method::MobilePhone => Some(Address::Mobile),
        _ => None,
    }
}

/// Whether the person has shown that they know the number: it is compared with the one held, or was
/// on this journey before. Changing the number ends the journey, so what was known then still is.
fn number_known(
    tx: &mut Tx<'_>,
    open: &Open,
    method: Method,
    number: Option<&Typed>,
) -> Result<Leave<()>, StoreError> {
    let Some(number) = number else {
        let before = tx.maybe(
            "SELECT id FROM code WHERE journey_id = $1 AND method = $2 LIMIT 1",
            params![open.id.as_slice(), method.key()],
            |mut row| row.int(),
        )?;
        return Ok(match before {
            Some(_) => Leave::Given(()),
            None => Leave::Not(Sent::NumberNeeded),
        });
    };
    let here = match sources::charge_proof(tx, &open.terminal)? {
        Ok(charge) => charge,
        Err(slow) => return slowed(tx, open, slow).map(Leave::Refused),
    };
    let account = open.account.id;
    let left = match limits::charge(tx, account, Counted::PhoneCheck, &open.policy)? {
        Charge::Allowed { left, .. } => left,
        Charge::Blocked(until) => {
            return blocked(tx, open, Counted::PhoneCheck, until).map(Leave::Refused);
        }
    };
    let held = open.account.profile.mobile.as_deref();
    if held.is_some_and(|held| number.is(held)) {
        sources::refund(tx, here)?;
        return Ok(Leave::Given(()));
    }
    let mut event = open.event(Activity::GateTried).failed("wrong_number");
    event.method = Some(method.key().to_owned());
    audit::append(tx, event)?;
    if left == 0 {
        let until = limits::block(tx, account, Counted::PhoneCheck, &open.policy)?;
        return blocked(tx, open, Counted::PhoneCheck, until).map(Leave::Refused);
    }
    Ok(Leave::Not(Sent::WrongNumber { left }))
}

/// Charges one message to the account, to its destination and, where it costs money, to the
/// organisation's day.
fn charge(
    tx: &mut Tx<'_>,
    open: &Open,
    method: Method,
    address: Address,
    destination: &str,
) -> Result<Leave<()>, StoreError> {
    let account = open.account.id;
    let counted = match address {
        Address::Mobile => Counted::SmsSent,
        _ => Counted::MailSent,
    };
    if let Charge::Blocked(until) = limits::charge(tx, account, counted, &open.policy)? {
        return blocked(tx, open, counted, until).map(Leave::Refused);
    }
    let destination = text::canonical(destination);
    if !limits::reserve_destination(tx, account, &destination, &open.policy)? {
        return used_up(tx, open, method, Budget::Destination).map(Leave::Not);
    }
    if address == Address::Mobile && !limits::reserve_sms(tx, account, &open.policy)? {
        return used_up(tx, open, method, Budget::SmsPerDay).map(Leave::Not);
    }
    Ok(Leave::Given(()))
}

/// Records that a budget kept a code from being sent: the one place where administrators learn it.
fn used_up(
    tx: &mut Tx<'_>,
    open: &Open,
    method: Method,
    budget: Budget,
) -> Result<Sent, StoreError> {
    let reason = match budget {
        Budget::Destination => "destination_budget",
        Budget::SmsPerDay => "sms_budget",
    };
    let mut event = open.event(Activity::CodeSent).failed(reason);
    event.method = Some(method.key().to_owned());
    audit::append(tx, event)?;
    if let Budget::SmsPerDay = budget {
        let detail = format!("{} text messages in 24 hours", open.policy.sms_per_day);
        alerts::raise(tx, Alert::SmsBudget, "", detail)?;
    }
    Ok(Sent::NotNow)
}
