//! Reset journeys: each step is one decision, checked here whatever the front end shows. The order
//! of steps, the same account, the same terminal, the deadline, eligibility and the gates are read
//! again at every step, so that a policy change or a block acts at once.

use std::time::Duration;

use super::notices::{self, Reader};
pub use super::open::Open;
use super::sources::Slow;
use super::tx::params;
use super::{
    StoreError, Tx, accounts, audit, callers, credentials, election, facts, limits, outbox, passes,
    settings, sources,
};
use crate::domain::access_pass;
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::code;
use crate::domain::eligibility::{Facts, Reason, first_failure, usable_methods};
use crate::domain::journey::{Refusal, Step};
use crate::domain::letter::Happening;
use crate::domain::method::Method;
use crate::domain::outgoing::Channel;
use crate::domain::policy::Policy;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;

/// How long after it was last heard from an agent counts as there.
const AGENT_SILENCE: Duration = Duration::from_secs(60);

/// A journey's own random values and circumstances, made before the decision.
#[derive(Clone)]
pub struct NewJourney {
    /// 128 random bits; whoever knows them is on this journey.
    pub id: [u8; 16],
    /// What audit calls it.
    pub handle: String,
    /// What the person reads off the screen.
    pub reference: String,
    /// Where it happens.
    pub terminal: String,
    /// The language of the screens.
    pub language: String,
    /// How long it lives.
    pub lifetime: Duration,
    /// What the person came for.
    pub purpose: Purpose,
}

pub(super) const fn given_up(purpose: Purpose) -> Activity {
    match purpose {
        Purpose::SignIn => Activity::SignInEnded,
        Purpose::Reset | Purpose::Unlock => Activity::ResetAbandoned,
    }
}

pub(super) fn refusal(
    reference: &str,
    reason: Reason,
    policy: &Policy,
    purpose: Purpose,
) -> Refusal {
    Refusal {
        reference: reference.to_owned(),
        reason: policy.explain.then_some(reason),
        helpdesk: policy.helpdesk.clone(),
        slow: None,
        purpose,
    }
}

/// What agents carry; asked only where there is something that not every host can carry.
pub(super) fn carried(tx: &mut Tx<'_>, facts: &Facts) -> Result<Vec<Channel>, StoreError> {
    let asks = |method: &Method| {
        matches!(method, Method::AppNotification | Method::OfficePhone)
            || (facts.calls && *method == Method::MobilePhone)
    };
    match facts.methods.iter().any(asks) {
        true => election::carried(tx, AGENT_SILENCE),
        false => Ok(Vec::new()),
    }
}

fn is_locked(account: &Account, now: Timestamp) -> bool {
    account.locked_until.is_some_and(|until| until > now)
}

/// Puts a journey into the store.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    new: &NewJourney,
    account: Option<&Account>,
    state: &str,
) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO journey (id, handle, reference, account_id, terminal, language, state, gates,
             created, expires, purpose)
         VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8, $9, $10)",
        params![
            new.id.as_slice(),
            new.handle.as_str(),
            new.reference.as_str(),
            account.map(|account| account.id),
            new.terminal.as_str(),
            new.language.as_str(),
            state,
            tx.now(),
            tx.now().plus(new.lifetime),
            new.purpose.key(),
        ],
    )?;
    Ok(())
}

/// Starts a journey for whom the person says they are. Unknown and refused accounts leave the same
/// rows behind.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    new: &NewJourney,
    typed: &str,
) -> Result<Step<Open>, StoreError> {
    let policy = settings::policy(tx)?;
    let account = accounts::look_up(tx, typed)?;
    let facts = facts::of(tx, account.as_ref(), &policy)?;
    let failure = first_failure(&facts, &policy);
    insert(
        tx,
        new,
        account.as_ref(),
        if failure.is_some() { "refused" } else { "open" },
    )?;
    let named = match &account {
        Some(account) => account.upn.clone(),
        None => text::as_name(typed),
    };
    let mut event = Event {
        terminal: Some(new.terminal.clone()),
        journey: Some(new.handle.clone()),
        reference: Some(new.reference.clone()),
        ..Event::new(Activity::ResetStarted, "self").about(named)
    };
    if let Some(reason) = failure {
        event = event.failed(reason.code());
    }
    audit::append(tx, event)?;
    let carried = carried(tx, &facts)?;
    Ok(match (failure, account) {
        (None, Some(account)) => Step::Go(Open {
            purpose: new.purpose,
            locked: is_locked(&account, tx.now()),
            account,
            policy,
            facts,
            gates: Vec::new(),
            pass_live: false,
            pass_used: false,
            fresh: None,
            carried,
            used_up: Vec::new(),
            id: new.id.to_vec(),
            handle: new.handle.clone(),
            reference: new.reference.clone(),
            terminal: new.terminal.clone(),
            language: new.language.clone(),
        }),
        (failure, _) => {
            let reason = failure.unwrap_or(Reason::Unknown);
            Step::Refused(refusal(&new.reference, reason, &policy, new.purpose))
        }
    })
}

/// Opens a journey for its next step, or says why there is none.
pub fn step(tx: &mut Tx<'_>, id: &[u8], terminal: &str) -> Result<Step<Open>, StoreError> {
    let found = tx.maybe(
        "SELECT handle, reference, account_id, language, gates, purpose, fresh FROM journey
         WHERE id = $1 AND terminal = $2 AND state = 'open' AND expires > $3",
        params![id, terminal, tx.now()],
        |mut row| {
            Ok((
                row.text()?,
                row.text()?,
                row.maybe_int()?,
                row.text()?,
                row.text()?,
                row.text()?,
                row.maybe_time()?,
            ))
        },
    )?;
    let Some((handle, reference, Some(account_id), language, gates, purpose, fresh)) = found else {
        // What was once seen to be over stays over, also when the clock is set back.
        close_late(tx, Some(id))?;
        return Ok(Step::Gone);
    };
    let Some(account) = accounts::get(tx, account_id)? else {
        return Ok(Step::Gone);
    };
    let policy = settings::policy(tx)?;
    let facts = facts::of(tx, Some(&account), &policy)?;
    let purpose = Purpose::from_key(&purpose);
    // A gate passed by what is not accepted any more does not count any more.
    let (failure, usable) = match purpose {
        Purpose::SignIn => {
            let disabled = (!account.enabled).then_some(Reason::Disabled);
            (disabled, facts.methods.clone())
        }
        Purpose::Reset | Purpose::Unlock => {
            let usable = usable_methods(&facts, &policy);
            (first_failure(&facts, &policy), usable)
        }
    };
    let used_up = tx.rows(
        "SELECT method FROM gate_try WHERE journey_id = $1 AND tries >= $2",
        params![id, code::TRIES],
        |mut row| row.text(),
    )?;
    let carried = carried(tx, &facts)?;
    let pass_live = purpose == Purpose::SignIn && passes::is_offered(tx, &account)?;
    let passed = gates.split(',').filter_map(Method::from_key);
    let open = Open {
        purpose,
        fresh,
        carried,
        locked: is_locked(&account, tx.now()),
        account,
        policy,
        facts,
        gates: passed.filter(|gate| usable.contains(gate)).collect(),
        pass_live,
        pass_used: gates.split(',').any(|gate| gate == access_pass::KEY),
        used_up: used_up
            .iter()
            .filter_map(|key| Method::from_key(key))
            .collect(),
        id: id.to_vec(),
        handle,
        reference,
        terminal: terminal.to_owned(),
        language,
    };
    match failure {
        Some(reason) => refuse(tx, &open, reason).map(Step::Refused),
        None => Ok(Step::Go(open)),
    }
}

/// Ends a journey that was good and is so no longer.
pub(super) fn refuse(tx: &mut Tx<'_>, open: &Open, reason: Reason) -> Result<Refusal, StoreError> {
    end(tx, &open.id, "refused")?;
    let event = open.event(open.given_up()).failed(reason.code());
    audit::append(tx, event)?;
    Ok(open.refusal(reason))
}

/// Ends a journey that can't go on because too much failed at its terminal, or everywhere.
pub(super) fn slowed(tx: &mut Tx<'_>, open: &Open, slow: Slow) -> Result<Refusal, StoreError> {
    end(tx, &open.id, "ended")?;
    let event = open.event(open.given_up());
    audit::append(tx, event.failed(slow.at.key()))?;
    Ok(too_many(&open.reference, slow, &open.policy, open.purpose))
}

/// Charges the terminal of an open journey with a proof that is about to be compared outside.
pub fn charge(tx: &mut Tx<'_>, id: &[u8], terminal: &str) -> Result<Step<i64>, StoreError> {
    let open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    match sources::charge_proof(tx, terminal)? {
        Ok(charge) => Ok(Step::Go(charge)),
        Err(slow) => slowed(tx, &open, slow).map(Step::Refused),
    }
}

/// "Too many tries from here"; it names no account.
pub(super) fn too_many(reference: &str, slow: Slow, policy: &Policy, purpose: Purpose) -> Refusal {
    Refusal {
        reference: reference.to_owned(),
        reason: None,
        helpdesk: policy.helpdesk.clone(),
        slow: Some(slow.minutes()),
        purpose,
    }
}

pub(super) fn end(tx: &mut Tx<'_>, id: &[u8], state: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE journey SET state = $2 WHERE id = $1",
        params![id, state],
    )?;
    tx.execute(
        "UPDATE code SET state = 'ended' WHERE journey_id = $1 AND state = 'live'",
        params![id],
    )?;
    outbox::cancel_codes_of(tx, id)
}

/// Ends and records journeys whose time is over: this one, or up to a hundred.
pub fn close_late(tx: &mut Tx<'_>, only: Option<&[u8]>) -> Result<(), StoreError> {
    let late = tx.rows(
        "SELECT journey.id, journey.handle, journey.reference, journey.terminal, account.upn,
                journey.purpose
         FROM journey JOIN account ON account.id = journey.account_id
         WHERE journey.state = 'open' AND journey.expires <= $1
           AND (CAST($2 AS BYTEA) IS NULL OR journey.id = $2)
         ORDER BY journey.expires LIMIT 100",
        params![tx.now(), only],
        |mut row| {
            let id = row.bytes()?;
            let (handle, reference) = (row.text()?, row.text()?);
            let (terminal, upn) = (row.text()?, row.text()?);
            let purpose = Purpose::from_key(&row.text()?);
            Ok((id, handle, reference, terminal, upn, purpose))
        },
    )?;
    for (id, handle, reference, terminal, upn, purpose) in late {
        end(tx, &id, "expired")?;
        let event = Event {
            terminal: Some(terminal),
            journey: Some(handle),
            reference: Some(reference),
            ..Event::new(given_up(purpose), "system").about(upn)
        };
        audit::append(tx, event.failed("too_late"))?;
    }
    Ok(())
}

/// What setting the password came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Finish {
    /// It is the password now.
    Done {
        /// Whether the account's addresses are told.
        told: bool,
    },
    /// A gate is missing.
    GateMissing,
    /// Somebody has changed the password since the history was compared.
    Stale,
}

/// Sets the new password, ends everything the old one opened, and tells whom policy says.
/// `compared` is the number of the current verifier when the history was compared; `seed` draws the
/// nonces of the notices.
pub fn finish(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    verifier: &str,
    compared: Option<i64>,
    seed: &[u8; 32],
) -> Result<Step<Finish>, StoreError> {
    let open = match step(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    // A sign-in changes a password in its own way.
    if open.is_sign_in() || !open.complete() {
        return Ok(Step::Go(Finish::GateMissing));
    }
    let account = open.account.id;
    if credentials::current(tx, account)?.map(|(number, _)| number) != compared {
        return Ok(Step::Go(Finish::Stale));
    }
    credentials::put(tx, account, verifier, open.policy.password.history)?;
    credentials::clear_sign_in(tx, account)?;
    limits::clear(tx, account)?;
    accounts::set_must_change(tx, account, false)?;
    tx.execute(
        "UPDATE account SET last_reset = $2 WHERE id = $1",
        params![account, tx.now()],
    )?;
    close_all(tx, account)?;
    end(tx, id, "done")?;
    let mut event = open.event(Activity::PasswordReset);
    let gates: Vec<&str> = open.gates.iter().map(|gate| gate.key()).collect();
    event.method = Some(gates.join("+"));
    audit::append(tx, event)?;
    let told = tell(tx, &open, seed)?;
    Ok(Step::Go(Finish::Done { told }))
}

/// Tells of a reset whom policy says: the owner and, of an administrator's, every other
/// administrator. Whether the owner is told.
fn tell(tx: &mut Tx<'_>, open: &Open, seed: &[u8; 32]) -> Result<bool, StoreError> {
    let (account, policy) = (&open.account, &open.policy);
    let mut told = false;
    if policy.notify_users {
        let readers = Reader::own(account, &open.letter_language());
        told = !readers.is_empty();
        let letter = open.notice(Happening::PasswordReset, tx.now());
        notices::post(tx, &open.handle, seed, readers, &letter)?;
    }
    if policy.notify_admins && !account.roles.is_empty() {
        let others = Reader::administrators(tx, policy, |admin| admin.id != account.id)?;
        let stem = format!("{}-admin", open.handle);
        let letter = open.notice(Happening::AdministratorReset, tx.now());
        notices::post(tx, &stem, seed, others, &letter)?;
    }
    Ok(told)
}

/// Ends every open journey and code of an account, and what a caller was sent.
pub fn close_all(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE journey SET state = 'ended' WHERE account_id = $1 AND state = 'open'",
        params![account],
    )?;
    tx.execute(
        "UPDATE code SET state = 'ended' WHERE account_id = $1 AND state = 'live'",
        params![account],
    )?;
    callers::end(tx, account, "ended")?;
    outbox::cancel_codes(tx, account)
}

/// Ends the open sign-ins of an account: it may do other things from now on.
pub fn close_sign_ins(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    let open = tx.rows(
        "SELECT id FROM journey WHERE account_id = $1 AND state = 'open' AND purpose = $2",
        params![account, Purpose::SignIn.key()],
        |mut row| row.bytes(),
    )?;
    for id in open {
        end(tx, &id, "ended")?;
    }
    Ok(())
}

/// Ends every other open journey of an account, and every code; this one stays open.
pub(super) fn close_others(tx: &mut Tx<'_>, account: i64, keep: &[u8]) -> Result<(), StoreError> {
    close_all(tx, account)?;
    tx.execute(
        "UPDATE journey SET state = 'open' WHERE id = $1",
        params![keep],
    )?;
    Ok(())
}

/// Gives a journey up, for the reason the front end knows.
pub fn abandon(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    reason: &'static str,
) -> Result<(), StoreError> {
    if let Step::Go(open) = step(tx, id, terminal)? {
        end(tx, id, "ended")?;
        audit::append(tx, open.event(open.given_up()).failed(reason))?;
    }
    Ok(())
}
