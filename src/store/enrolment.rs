//! Registering a method: what is being registered waits here, sealed where it is secret, until its
//! owner has shown that it is theirs. One at a time on a journey; nothing counts before it is
//! confirmed (security, line 3).

use super::gates::{count_try, tries};
use super::journeys::{Open, slowed};
use super::method_change::{self, Noted};
use super::security_info::{self as info, Ready, ready};
use super::sending::{self, Leave, NewCode, Sending};
use super::session::Due;
use super::tx::params;
use super::{StoreError, Tx, approvals, audit, gates, journeys, limits, methods, outbox, sources};
use crate::crypto::keys::same;
use crate::crypto::totp::Seed;
use crate::domain::audit::Activity;
use crate::domain::code;
use crate::domain::enrolment::{Confirmed, LIFETIME, Refused, enrol_key};
use crate::domain::journey::{Refusal, Step};
use crate::domain::letter::Address;
use crate::domain::method::Method;
use crate::domain::secret::SecretText;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;

/// What stays of a secret that waits no more.
const NOTHING: &[u8] = &[];

/// The value of what is to be registered.
#[derive(Clone, Debug)]
pub enum Value {
    /// An address or a number, in its canonical form.
    Typed(String),
    /// What a directory or an administrator has provided.
    Provided,
    /// It is a secret, or answers.
    None,
}

/// What somebody wants to register, made beforehand.
#[derive(Clone, Debug)]
pub struct New {
    /// Which method.
    pub method: Method,
    /// How it is confirmed.
    pub way: Way,
    /// What it leads to.
    pub value: Value,
    /// The registered one that it takes the place of, where the person says which.
    pub instead: Option<i64>,
    /// What the secret is sealed for.
    pub place: String,
    /// The sealed secret; empty where there is none.
    pub secret: Vec<u8>,
}

/// What asking to register came to.
#[derive(Debug)]
pub enum Begun {
    /// It waits to be confirmed; nothing was sent.
    Waits,
    /// A code or a call is on its way there.
    Sent {
        /// By which way.
        way: Way,
        /// Where to, masked.
        masked: String,
        /// Until when it is good.
        expires: Timestamp,
    },
    /// It is not taken.
    Not(Refused),
}

/// One that waits to be confirmed.
pub(super) struct Waiting {
    id: i64,
    pub method: Method,
    way: Way,
    pub place: String,
    pub secret: Vec<u8>,
    pub value: Option<String>,
    replaces: Option<i64>,
}

/// Begins to register; what was being registered on this journey before is given up. A code is sent
/// at once, except to an app, which is to be subscribed first.
pub fn begin(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    new: &New,
    code: &NewCode,
) -> Result<Step<Begun>, StoreError> {
    let Ready { open, due } = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(_)) => return Ok(Step::Go(Begun::Not(Refused::NotYet))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let not = |refused| Ok(Step::Go(Begun::Not(refused)));
    let admitted = match info::admit(tx, &open, new.method, &new.value, new.instead)? {
        Ok(admitted) => admitted,
        Err(refused) => return not(refused),
    };
    if new.way == Way::Call && !open.facts.calls {
        return not(Refused::NotAllowed);
    }
    if !info::is_permitted(tx, &open, &due, admitted.is_change()) {
        return not(Refused::ProofNeeded);
    }
    if limits::is_used_up(tx, open.account.id, Counted::Enrolment, &open.policy)? {
        return not(Refused::NotNow);
    }
    close(tx, &open)?;
    tx.execute(
        "DELETE FROM gate_try WHERE journey_id = $1 AND method = $2",
        params![id, enrol_key(new.method)],
    )?;
    tx.execute(
        "INSERT INTO enrolment (journey_id, account_id, method, way, place, secret, value, replaces,
             state, created, expires)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10)",
        params![
            id,
            open.account.id,
            new.method.key(),
            new.way.key(),
            new.place.as_str(),
            new.secret.as_slice(),
            admitted.value.clone(),
            admitted.replaced,
            tx.now(),
            tx.now().plus(LIFETIME),
        ],
    )?;
    match new.way {
        Way::Mail | Way::Text | Way::Call => send(tx, &open, code),
        Way::Request | Way::AppCode | Way::Answers => Ok(Step::Go(Begun::Waits)),
    }
}

/// Sends to what is being registered: again, or to an app for the first time. It ends the code that
/// was sent before and keeps the count of tries.
pub fn send_again(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    code: &NewCode,
) -> Result<Step<Begun>, StoreError> {
    match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => send(tx, &ready.open, code),
        Step::Go(Err(_)) => Ok(Step::Go(Begun::Not(Refused::NotYet))),
        Step::Refused(refusal) => Ok(Step::Refused(refusal)),
        Step::Gone => Ok(Step::Gone),
    }
}

fn send(tx: &mut Tx<'_>, open: &Open, code: &NewCode) -> Result<Step<Begun>, StoreError> {
    let Some(waiting) = waiting(tx, open, None)? else {
        return Ok(Step::Go(Begun::Not(Refused::Gone)));
    };
    let (method, way) = (waiting.method, waiting.way);
    let address = match way {
        Way::Mail => Address::Pending,
        Way::Text => Address::PendingMobile,
        Way::Call => Address::PendingCall,
        Way::Request => Address::PendingApp,
        Way::AppCode | Way::Answers => return Ok(Step::Go(Begun::Not(Refused::Gone))),
    };
    if waiting
        .value
        .as_ref()
        .is_some_and(|value| way != Way::Mail && open.policy.blocks_number(value))
    {
        return Ok(Step::Go(Begun::Not(Refused::NotNow)));
    }
    match sending::charge(tx, open, method, way, waiting.value.as_deref())? {
        Leave::Given(()) => {}
        Leave::Not(_) => return Ok(Step::Go(Begun::Not(Refused::NotNow))),
        Leave::Refused(refusal) => return Ok(Step::Refused(refusal)),
    }
    let sending = Sending {
        key: enrol_key(method),
        method,
        way,
        slot: 0,
        address,
    };
    let expires = sending::dispatch(tx, open, &sending, code)?;
    // Whoever asked for it late may use it as long as it is good.
    tx.execute(
        "UPDATE enrolment SET expires = $2 WHERE id = $1 AND expires < $2",
        params![waiting.id, expires],
    )?;
    let masked = waiting.value.as_deref();
    Ok(Step::Go(Begun::Sent {
        way,
        masked: masked.map_or_else(String::new, |value| {
            super::session::masked(waiting.method, value)
        }),
        expires,
    }))
}

/// What waits to be confirmed on a journey; of one method, where it is said.
fn waiting(
    tx: &mut Tx<'_>,
    open: &Open,
    method: Option<Method>,
) -> Result<Option<Waiting>, StoreError> {
    let found = tx.maybe(
        "SELECT id, method, way, place, secret, value, replaces FROM enrolment
         WHERE journey_id = $1 AND state = 'open' AND expires > $2 ORDER BY id DESC LIMIT 1",
        params![open.id.as_slice(), tx.now()],
        |mut row| {
            let (id, method, way) = (row.int()?, row.text()?, row.text()?);
            let (place, secret) = (row.text()?, row.bytes()?);
            let (value, replaces) = (row.maybe_text()?, row.maybe_int()?);
            Ok(Method::from_key(&method)
                .zip(Way::from_key(&way))
                .map(|(method, way)| Waiting {
                    id,
                    method,
                    way,
                    place,
                    secret,
                    value,
                    replaces,
                }))
        },
    )?;
    let found = found.flatten();
    if found.is_none() {
        // Seen to be too late, it stays so, also when the clock is set back.
        close(tx, open)?;
    }
    Ok(found.filter(|waiting| method.is_none_or(|method| waiting.method == method)))
}

/// Gives up what is being registered on a journey, and the codes that were sent for it.
pub(super) fn close(tx: &mut Tx<'_>, open: &Open) -> Result<(), StoreError> {
    let id = open.id.as_slice();
    let ended = tx.execute(
        "UPDATE enrolment SET state = 'ended', secret = $2, value = NULL
         WHERE journey_id = $1 AND state = 'open'",
        params![id, NOTHING],
    )?;
    if ended == 0 {
        return Ok(());
    }
    tx.execute(
        "UPDATE code SET state = 'ended'
         WHERE journey_id = $1 AND state = 'live' AND method >= 'enrol_' AND method < 'enrol`'",
        params![id],
    )?;
    outbox::cancel_ended_codes(tx, open.account.id)
}

/// Confirms what is being registered by what was typed. The try is charged before anything is
/// compared, and given back when it was right. `seed` draws the nonces of the notices, `clock` is
/// the clock's own time.
pub fn confirm(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    method: Method,
    typed: &SecretText,
    seed: &[u8; 32],
    clock: Timestamp,
) -> Result<Step<(Confirmed, Open)>, StoreError> {
    let Ready { open, due } = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(open)) => return Ok(Step::Go((Confirmed::Gone, open))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let Some(waiting) = waiting(tx, &open, Some(method))? else {
        return Ok(Step::Go((Confirmed::Gone, open)));
    };
    let digits = code::digits(method, &open.policy);
    let Some(typed) = code::normalise(typed, digits) else {
        return Ok(Step::Go((Confirmed::Malformed { digits }, open)));
    };
    let key = enrol_key(method);
    let live = match waiting.way.sends() {
        true => tx.maybe(
            "SELECT id, tag FROM code
             WHERE journey_id = $1 AND method = $2 AND state = 'live' AND expires > $3",
            params![id, key, tx.now()],
            |mut row| Ok((row.int()?, row.bytes()?)),
        )?,
        false => None,
    };
    if waiting.way.sends() && (live.is_none() || !waiting.way.takes_code()) {
        tx.execute(
            "UPDATE code SET state = 'expired'
             WHERE journey_id = $1 AND method = $2 AND state = 'live' AND expires <= $3",
            params![id, key, tx.now()],
        )?;
        return Ok(Step::Go((Confirmed::TooLate, open)));
    }
    let here = match sources::charge_proof(tx, terminal)? {
        Ok(charge) => charge,
        Err(slow) => return slowed(tx, &open, slow).map(Step::Refused),
    };
    let charged = limits::reserve(tx, open.account.id, Counted::Enrolment, &open.policy)?;
    let Some((charge, left)) = charged else {
        sources::refund(tx, here)?;
        close(tx, &open)?;
        return Ok(Step::Go((Confirmed::Gone, open)));
    };
    let right = match live {
        Some((code, tag)) if same(&tag, &tx.keys().code_tag(id, key, &typed)) => {
            tx.execute(
                "UPDATE code SET state = 'used' WHERE id = $1",
                params![code],
            )?;
            Some(0)
        }
        Some(_) => None,
        None => step_of(tx, &waiting, &typed, clock)?,
    };
    if let Some(step) = right {
        limits::refund(tx, charge)?;
        sources::refund(tx, here)?;
        return complete(tx, open, &due, &waiting, step, seed);
    }
    let mut event = open.event(Activity::MethodAdded).failed("wrong_code");
    event.method = Some(method.key().to_owned());
    audit::append(tx, event)?;
    count_try(tx, id, key)?;
    let left = left.min(code::TRIES - tries(tx, id, key)?);
    if left <= 0 {
        close(tx, &open)?;
    }
    Ok(Step::Go((Confirmed::Wrong { left: left.max(0) }, open)))
}

/// The step of an authenticator whose code was typed.
fn step_of(
    tx: &mut Tx<'_>,
    waiting: &Waiting,
    typed: &SecretText,
    clock: Timestamp,
) -> Result<Option<i64>, StoreError> {
    let bytes = tx
        .keys()
        .open(&waiting.place, &waiting.secret)
        .map_err(|error| StoreError::Damaged(error.to_string()))?;
    Ok(Seed::from_bytes(&bytes).matching_step(typed, clock))
}

/// Confirms a number by the call to it that was answered with `#`.
pub fn claim(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    method: Method,
    seed: &[u8; 32],
) -> Result<Step<(Confirmed, Open)>, StoreError> {
    let Ready { open, due } = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(open)) => return Ok(Step::Go((Confirmed::Gone, open))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let Some(waiting) = waiting(tx, &open, Some(method))? else {
        return Ok(Step::Go((Confirmed::Gone, open)));
    };
    if !approvals::consume(tx, id, enrol_key(method))? {
        return Ok(Step::Go((Confirmed::TooLate, open)));
    }
    complete(tx, open, &due, &waiting, 0, seed)
}

/// Registers what was confirmed, if it may still be: other journeys of the account may have
/// registered meanwhile, and policy may be another.
fn complete(
    tx: &mut Tx<'_>,
    mut open: Open,
    due: &Due,
    waiting: &Waiting,
    last_step: i64,
    seed: &[u8; 32],
) -> Result<Step<(Confirmed, Open)>, StoreError> {
    let method = waiting.method;
    let value = waiting.value.clone().map_or(Value::None, Value::Typed);
    let admitted = match info::admit(tx, &open, method, &value, waiting.replaces)? {
        // What it would take the place of by now is not what the proof was given for.
        Ok(admitted) if admitted.replaced == waiting.replaces => admitted,
        _ => {
            close(tx, &open)?;
            return Ok(Step::Go((Confirmed::Gone, open)));
        }
    };
    methods::put(
        tx,
        open.account.id,
        &methods::NewRow {
            method,
            place: &waiting.place,
            sealed: &waiting.secret,
            value: waiting.value.as_deref(),
            last_step,
        },
        admitted.replaced,
    )?;
    tx.execute(
        "UPDATE enrolment SET state = 'done', secret = $2, value = NULL WHERE id = $1",
        params![waiting.id, NOTHING],
    )?;
    if method.is_second_factor() {
        // Whoever has just shown it is not asked for it.
        gates::keep(tx, &mut open, method)?;
    }
    let noted = Noted {
        method,
        value: admitted.value.as_deref(),
        former: admitted.former.as_deref(),
        change: admitted.change(),
    };
    settle(tx, open, due, &noted, seed).map(|step| step.map(|open| (Confirmed::Done, open)))
}

/// What follows every change that has been made: the proof is used up, whatever else was being
/// registered is given up, the record, the notices; resets of the account that were begun by what
/// counts no more end. The journey is opened again for what comes next.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    open: Open,
    due: &Due,
    noted: &Noted<'_>,
    seed: &[u8; 32],
) -> Result<Step<Open>, StoreError> {
    method_change::note(tx, &open, noted, seed)?;
    info::spend(tx, &open, due, noted.change)?;
    if noted.is_change() {
        journeys::close_others(tx, open.account.id, &open.id)?;
    }
    let step: Result<Open, Refusal> = match super::session::signed_in(tx, &open.id, &open.terminal)?
    {
        Step::Go(open) => Ok(open),
        Step::Refused(refusal) => Err(refusal),
        Step::Gone => return Ok(Step::Gone),
    };
    match step {
        Ok(open) => {
            info::note_registered(tx, &open, due)?;
            super::session::signed_in(tx, &open.id, &open.terminal)
        }
        Err(refusal) => Ok(Step::Refused(refusal)),
    }
}
