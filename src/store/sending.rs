//! Codes put on their way: to an address, or to a number that the person has typed whole. Charged
//! before it is compared and before it is sent, in one transaction.

use super::gates::blocked;
use super::journeys::{Open, slowed, step};
use super::limits::{self, Charge};
use super::tx::params;
use super::{StoreError, Tx, alerts, approvals, audit, letters, outbox, sources};
use crate::domain::alert::Alert;
use crate::domain::audit::Activity;
use crate::domain::code;
use crate::domain::journey::{Chosen, Refusal, Sent, Step};
use crate::domain::letter::{Address, Letter};
use crate::domain::method::Method;
use crate::domain::number::Typed;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;

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
    CallsPerDay,
}

/// What came of asking whether a code may go.
pub(super) enum Leave<T> {
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

/// Puts a code, a request or a call on its way. It ends the account's earlier one of the method, and
/// keeps the count of tries. Where the method asks for the number, `number` is what was typed; none
/// sends again on a journey that has typed it before.
pub fn send(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    chosen: Chosen,
    number: Option<&Typed>,
    new: &NewCode,
) -> Result<Step<Sent>, StoreError> {
    let open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let Some(address) = Address::to(chosen).filter(|_| open.ways().contains(&chosen)) else {
        return Ok(Step::Go(Sent::NotOffered));
    };
    let destination = match chosen.way {
        // The topic is no address that anybody else could have; it is counted by account alone.
        Way::Request => None,
        _ => open.account.destination(chosen.method, chosen.slot),
    };
    if is_paused(&open) {
        return Ok(Step::Go(Sent::NotNow));
    }
    if chosen.method.asks_number() {
        leave!(number_known(tx, &open, chosen, destination, number)?);
    }
    leave!(charge(tx, &open, chosen.method, chosen.way, destination)?);
    let sending = Sending {
        key: chosen.method.key(),
        method: chosen.method,
        way: chosen.way,
        slot: chosen.slot,
        address,
    };
    let expires = dispatch(tx, &open, &sending, new)?;
    Ok(Step::Go(Sent::OnItsWay { expires }))
}

/// Whether nothing is sent because the account is blocked from SSPR. It does not end a sign-in, which
/// other proofs complete; but signing in again and again must not ring somebody's phone all day.
fn is_paused(open: &Open) -> bool {
    open.is_sign_in() && open.facts.blocked
}

/// Something that is about to be sent.
pub(super) struct Sending {
    /// What the code is for: the method's word, or that of registering it.
    pub key: &'static str,
    /// Which method.
    pub method: Method,
    /// How it travels.
    pub way: Way,
    /// Which of several numbers.
    pub slot: usize,
    /// To which address.
    pub address: Address,
}

/// Sends it: until when it is good. What was sent for the same before ends.
pub(super) fn dispatch(
    tx: &mut Tx<'_>,
    open: &Open,
    sending: &Sending,
    new: &NewCode,
) -> Result<Timestamp, StoreError> {
    let (id, account, way) = (open.id.as_slice(), open.account.id, sending.way);
    tx.execute(
        "UPDATE code SET state = 'replaced'
         WHERE account_id = $1 AND method = $2 AND state = 'live'",
        params![account, sending.key],
    )?;
    outbox::cancel_ended_codes(tx, account)?;
    let length = code::digits(sending.method, &open.policy);
    let code = code::first_digits(&new.digits, length);
    // A call has no code: nothing that is typed is right.
    let tag = match way {
        Way::Call => Vec::new(),
        _ => tx.keys().code_tag(id, sending.key, &code).to_vec(),
    };
    let minutes = i64::try_from(way.lifetime().as_secs() / 60).unwrap_or_default();
    let terminal = open.terminal.clone();
    let letter = match way {
        Way::Call => Letter::Call,
        Way::Request => Letter::Request {
            number: code,
            terminal,
            minutes,
        },
        Way::AppCode | Way::Mail | Way::Text | Way::Answers => Letter::Code {
            code,
            minutes,
            terminal,
        },
    };
    let wire = letters::encode(&letter);
    let sealed = tx
        .keys()
        .seal_by(&new.seed, &outbox::sealed_for(&new.place), &wire);
    let expires = tx.now().plus(way.lifetime());
    let code_id = tx.one(
        "INSERT INTO code (journey_id, account_id, method, tag, state, created, expires, slot)
         VALUES ($1, $2, $3, $4, 'live', $5, $6, $7) RETURNING id",
        params![
            id,
            account,
            sending.key,
            tag,
            tx.now(),
            expires,
            i64::try_from(sending.slot).unwrap_or_default(),
        ],
        |mut row| row.int(),
    )?;
    if way.is_answered() {
        approvals::open(tx, &new.place, code_id, way)?;
    }
    outbox::post(
        tx,
        &outbox::Post {
            place: new.place.clone(),
            kind: letter.kind(),
            account,
            address: sending.address,
            language: open.letter_language(),
            sealed,
            code: Some(code_id),
            expires,
        },
    )?;
    let mut event = open.event(activity(way));
    event.method = Some(sending.method.key().to_owned());
    audit::append(tx, event)?;
    Ok(expires)
}

/// What audit calls it.
const fn activity(way: Way) -> Activity {
    match way.is_answered() {
        true => Activity::RequestSent,
        false => Activity::CodeSent,
    }
}

/// Whether the person has shown that they know the number: it is compared with the one held, or was
/// on this journey before. Changing the number ends the journey, so what was known then still is.
fn number_known(
    tx: &mut Tx<'_>,
    open: &Open,
    chosen: Chosen,
    held: Option<&str>,
    number: Option<&Typed>,
) -> Result<Leave<()>, StoreError> {
    let Some(number) = number else {
        let slot = i64::try_from(chosen.slot).unwrap_or_default();
        let before = tx.maybe(
            "SELECT id FROM code WHERE journey_id = $1 AND method = $2 AND slot = $3 LIMIT 1",
            params![open.id.as_slice(), chosen.method.key(), slot],
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
    if held.is_some_and(|held| number.is(held)) {
        sources::refund(tx, here)?;
        return Ok(Leave::Given(()));
    }
    let mut event = open.event(open.tried()).failed("wrong_number");
    event.method = Some(chosen.method.key().to_owned());
    audit::append(tx, event)?;
    if left == 0 {
        let until = limits::block(tx, account, Counted::PhoneCheck, &open.policy)?;
        return blocked(tx, open, Counted::PhoneCheck, until).map(Leave::Refused);
    }
    Ok(Leave::Not(Sent::WrongNumber { left }))
}

/// Charges one message to the account, to its destination and, where it costs money, to the
/// organisation's day.
pub(super) fn charge(
    tx: &mut Tx<'_>,
    open: &Open,
    method: Method,
    way: Way,
    destination: Option<&str>,
) -> Result<Leave<()>, StoreError> {
    if is_paused(open) {
        return Ok(Leave::Not(Sent::NotNow));
    }
    let account = open.account.id;
    if let Some(counted) = way.counted()
        && let Charge::Blocked(until) = limits::charge(tx, account, counted, &open.policy)?
    {
        return blocked(tx, open, counted, until).map(Leave::Refused);
    }
    let tried = (method, way);
    if let Some(destination) = destination.map(text::canonical)
        && !limits::reserve_destination(tx, account, &destination, &open.policy)?
    {
        return used_up(tx, open, tried, Budget::Destination).map(Leave::Not);
    }
    if way == Way::Text && !limits::reserve_sms(tx, account, &open.policy)? {
        return used_up(tx, open, tried, Budget::SmsPerDay).map(Leave::Not);
    }
    if way == Way::Call && !limits::reserve_call(tx, account, &open.policy)? {
        return used_up(tx, open, tried, Budget::CallsPerDay).map(Leave::Not);
    }
    Ok(Leave::Given(()))
}

/// Records that a budget kept a code from being sent: the one place where administrators learn it.
fn used_up(
    tx: &mut Tx<'_>,
    open: &Open,
    (method, way): (Method, Way),
    budget: Budget,
) -> Result<Sent, StoreError> {
    let reason = match budget {
        Budget::Destination => "destination_budget",
        Budget::SmsPerDay => "sms_budget",
        Budget::CallsPerDay => "call_budget",
    };
    let mut event = open.event(activity(way)).failed(reason);
    event.method = Some(method.key().to_owned());
    audit::append(tx, event)?;
    match budget {
        Budget::Destination => {}
        Budget::SmsPerDay => {
            let detail = format!("{} text messages in 24 hours", open.policy.sms_per_day);
            alerts::raise(tx, Alert::SmsBudget, "", detail)?;
        }
        Budget::CallsPerDay => {
            let detail = format!("{} calls in 24 hours", open.policy.calls_per_day);
            alerts::raise(tx, Alert::CallBudget, "", detail)?;
        }
    }
    Ok(Sent::NotNow)
}
