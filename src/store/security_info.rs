//! *My security info*: what an account's owner may add, take away and choose, and by which proof.
//! Each change takes one fresh proof; while methods are missing the sign-in is the proof of adding
//! one, never of taking away or replacing one.

use super::enrolment::{self, Value};
use super::journeys::Open;
use super::method_change::Noted;
use super::session::{self, Due};
use super::tx::params;
use super::{StoreError, Tx, audit, credentials, methods, questions};
use crate::domain::audit::Activity;
use crate::domain::eligibility::{Facts, gates_suffice, usable_methods};
use crate::domain::enrolment::{FRESH, Item, MOST_AUTHENTICATORS, MOST_PHONES, Refused};
use crate::domain::journey::Step;
use crate::domain::letter::MethodChange;
use crate::domain::method::Method;
use crate::domain::outgoing::Channel;
use crate::domain::text;

/// A sign-in on which methods may be seen and changed, with what else is due.
pub struct Ready {
    /// The journey.
    pub open: Open,
    /// Nothing, methods to be registered, or to be looked over.
    pub due: Due,
}

/// What there is and what can be added, with the journey.
pub type Held = (Open, Vec<Item>, Vec<Method>);

/// A change that was made or refused, with the journey as it is then.
pub type Settled = (Result<(), Refused>, Open);

/// Opens a sign-in for its owner's methods; a second factor and a new password come first.
pub fn ready(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
) -> Result<Step<Result<Ready, Open>>, StoreError> {
    let open = match session::signed_in(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    Ok(Step::Go(match session::due(tx, &open)? {
        Due::SecondFactor | Due::Password(_) => Err(open),
        due => Ok(Ready { open, due }),
    }))
}

/// What there is and what can be added.
pub fn info(tx: &mut Tx<'_>, id: &[u8], terminal: &str) -> Result<Step<Held>, StoreError> {
    let open = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready.open,
        Step::Go(Err(_)) | Step::Gone => return Ok(Step::Gone),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
    };
    let (items, addable) = (session::items(tx, &open)?, session::addable(tx, &open)?);
    Ok(Step::Go((open, items, addable)))
}

/// Whether a fresh proof has been given on the journey and not been used.
pub fn is_fresh(tx: &Tx<'_>, open: &Open) -> bool {
    open.fresh.is_some_and(|at| at.plus(FRESH) > tx.now())
}

/// Whether a change may be made by the proofs that were given.
pub(super) fn is_permitted(tx: &Tx<'_>, open: &Open, due: &Due, changes: bool) -> bool {
    is_fresh(tx, open) || (matches!(due, Due::Register(_)) && !changes)
}

/// Uses the fresh proof up, and gives up what is being registered by it.
pub(super) fn spend(
    tx: &mut Tx<'_>,
    open: &Open,
    due: &Due,
    change: MethodChange,
) -> Result<(), StoreError> {
    enrolment::close(tx, open)?;
    if matches!(due, Due::Register(_)) && change == MethodChange::Added {
        return Ok(());
    }
    tx.execute(
        "UPDATE journey SET fresh = NULL WHERE id = $1",
        params![open.id.as_slice()],
    )?;
    Ok(())
}

/// Notes that the account has what it needs now, where it was asked for.
pub(super) fn note_registered(tx: &mut Tx<'_>, open: &Open, due: &Due) -> Result<(), StoreError> {
    let usable = usable_methods(&open.facts, &open.policy);
    if matches!(due, Due::Register(_)) && gates_suffice(&usable, &open.facts, &open.policy) {
        tx.execute(
            "UPDATE account SET confirmed = $2, register_again = 0 WHERE id = $1",
            params![open.account.id, tx.now()],
        )?;
    }
    Ok(())
}

/// What may be registered, and what it comes to.
#[derive(Debug)]
pub(super) struct Admitted {
    /// The address or number.
    pub value: Option<String>,
    /// The registered one that it takes the place of.
    pub replaced: Option<i64>,
    /// The address or number that counts no more for it.
    pub former: Option<String>,
}

impl Admitted {
    /// Whether something that counted until now does so no more.
    pub fn is_change(&self) -> bool {
        self.replaced.is_some() || self.former.is_some()
    }

    /// What it is called.
    pub fn change(&self) -> MethodChange {
        match self.is_change() {
            true => MethodChange::Changed,
            false => MethodChange::Added,
        }
    }
}

/// Whether the owner may register this (product, section 4).
pub(super) fn admit(
    tx: &mut Tx<'_>,
    open: &Open,
    method: Method,
    value: &Value,
    instead: Option<i64>,
) -> Result<Result<Admitted, Refused>, StoreError> {
    if !method.is_registered_by_owner() || !session::allows(open, method) {
        return Ok(Err(Refused::NotAllowed));
    }
    let held = methods::list(tx, open.account.id)?;
    let mut own = held.iter().filter(|held| held.method == method);
    let profile = &open.account.profile;
    let (value, provided) = match (method, value) {
        (Method::Email, Value::Provided) => (profile.alternate_email.clone(), true),
        (Method::MobilePhone, Value::Provided) => (profile.mobile.clone(), true),
        (_, Value::Typed(value)) => (Some(value.clone()), false),
        (_, Value::Provided | Value::None) => (None, false),
    };
    let secret = Admitted {
        value: None,
        replaced: own.clone().map(|held| held.id).next(),
        former: None,
    };
    Ok(match (method, value) {
        (Method::AppNotification | Method::SecurityQuestions, _) => Ok(secret),
        (Method::AppCode, _) if own.clone().count() >= MOST_AUTHENTICATORS => Err(Refused::Enough),
        (Method::AppCode, _) => Ok(Admitted {
            replaced: None,
            ..secret
        }),
        // What was provided is there no more, or the owner has registered another.
        (_, Some(_)) if provided && own.next().is_some() => Err(Refused::Gone),
        (Method::Email, Some(address)) => admit_address(open, address, secret.replaced),
        (Method::MobilePhone, Some(number)) => admit_number(open, number, instead, &held),
        _ => Err(Refused::Gone),
    })
}

fn admit_address(open: &Open, address: String, replaced: Option<i64>) -> Result<Admitted, Refused> {
    let is = |other: &str| text::canonical(other) == text::canonical(&address);
    let account = &open.account;
    // A locked-out person reads neither.
    if open.policy.owns_address(&address) || account.profile.email.as_deref().is_some_and(is) {
        return Err(Refused::OwnDomain);
    }
    if account.own.email.as_deref().is_some_and(is) {
        return Err(Refused::Already);
    }
    let former = account.alternate().filter(|former| !is(former));
    Ok(Admitted {
        former: former.map(str::to_owned),
        value: Some(address),
        replaced,
    })
}

fn admit_number(
    open: &Open,
    number: String,
    instead: Option<i64>,
    held: &[methods::Registered],
) -> Result<Admitted, Refused> {
    let mut phones = held
        .iter()
        .filter(|held| held.method == Method::MobilePhone);
    let has = |other: &methods::Registered| other.value.as_deref() == Some(number.as_str());
    if phones.clone().any(has) {
        return Err(Refused::Already);
    }
    if open.policy.blocks_number(&number) {
        return Err(Refused::NotNow);
    }
    let former = match instead {
        Some(id) => match phones.find(|held| held.id == id) {
            Some(replaced) => replaced.value.clone(),
            None => return Err(Refused::Gone),
        },
        None if phones.clone().count() >= MOST_PHONES => return Err(Refused::Enough),
        // The first one of its owner's own takes the place of what was provided.
        None => match phones.next() {
            Some(_) => None,
            None => open.account.profile.mobile.clone(),
        },
    };
    Ok(Admitted {
        former: former.filter(|former| *former != number),
        value: Some(number),
        replaced: instead,
    })
}

/// The questions one can choose from are asked for by those who may register answers.
pub fn may_answer(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
) -> Result<Step<Result<Ready, Refused>>, StoreError> {
    let ready = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(_)) => return Ok(Step::Go(Err(Refused::NotYet))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let open = &ready.open;
    let admitted = admit(tx, open, Method::SecurityQuestions, &Value::None, None)?;
    Ok(Step::Go(match admitted {
        Err(refused) => Err(refused),
        Ok(admitted) if is_permitted(tx, open, &ready.due, admitted.is_change()) => Ok(ready),
        Ok(_) => Err(Refused::ProofNeeded),
    }))
}

/// Registers answers; nothing is to be confirmed. Whether it may be is asked again: hashing them
/// took a while.
pub fn answer(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    place: &str,
    answers: &[questions::Verifier],
    seed: &[u8; 32],
) -> Result<Step<Result<Open, Refused>>, StoreError> {
    let Ready { open, due } = match may_answer(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(refused)) => return Ok(Step::Go(Err(refused))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let wanted = open.policy.questions_to_register;
    let offered = |answer: &questions::Verifier| answer.question.is_offered(&open.policy);
    if answers.len() != wanted || !answers.iter().all(offered) {
        return Ok(Step::Go(Err(Refused::Gone)));
    }
    let replaced = questions::replace(tx, open.account.id, place, answers)?;
    let noted = Noted {
        method: Method::SecurityQuestions,
        value: None,
        former: None,
        change: match replaced {
            true => MethodChange::Changed,
            false => MethodChange::Added,
        },
    };
    enrolment::settle(tx, open, &due, &noted, seed).map(|step| step.map(Ok))
}

/// Takes a registered method away.
pub fn delete(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    number: i64,
    seed: &[u8; 32],
) -> Result<Step<Settled>, StoreError> {
    let Ready { open, due } = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(open)) => return Ok(Step::Go((Err(Refused::NotYet), open))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let held = methods::list(tx, open.account.id)?;
    let Some(row) = held.iter().find(|held| held.id == number) else {
        return Ok(Step::Go((Err(Refused::Gone), open)));
    };
    let left = without(&open, &held, row);
    if is_needed(&open, &left) {
        return Ok(Step::Go((Err(Refused::StillNeeded), open)));
    }
    if !is_permitted(tx, &open, &due, true) {
        return Ok(Step::Go((Err(Refused::ProofNeeded), open)));
    }
    methods::delete(tx, open.account.id, number)?;
    if !left.methods.contains(&row.method) {
        tx.execute(
            "UPDATE account SET preferred = NULL WHERE id = $1 AND preferred = $2",
            params![open.account.id, row.method.key()],
        )?;
    }
    let noted = Noted {
        method: row.method,
        value: None,
        former: row.value.as_deref(),
        change: MethodChange::Deleted,
    };
    let step = enrolment::settle(tx, open, &due, &noted, seed)?;
    Ok(step.map(|open| (Ok(()), open)))
}

/// What eligibility would be computed from without one of the registered methods.
fn without(open: &Open, held: &[methods::Registered], gone: &methods::Registered) -> Facts {
    let mut facts = open.facts.clone();
    let mut others = held
        .iter()
        .filter(|held| held.method == gone.method && held.id != gone.id);
    let profile = &open.account.profile;
    let reaches = |number: &str| !open.policy.blocks_number(number);
    let still = match gone.method {
        // What was provided counts again.
        Method::Email => others.next().is_some() || profile.alternate_email.is_some(),
        Method::MobilePhone => match others.clone().next() {
            Some(_) => others.any(|held| held.value.as_deref().is_some_and(reaches)),
            None => profile.mobile.as_deref().is_some_and(reaches),
        },
        _ => others.next().is_some(),
    };
    facts
        .methods
        .retain(|method| still || *method != gone.method);
    facts
}

/// Whether too little would be left: for an administrator always, for others while registering is
/// required of them.
fn is_needed(open: &Open, left: &Facts) -> bool {
    let policy = &open.policy;
    let required =
        open.facts.administrator || (policy.registration_required && session::is_reached(open));
    let (before, after) = (
        usable_methods(&open.facts, policy),
        usable_methods(left, policy),
    );
    required && before != after && !gates_suffice(&after, left, policy)
}

/// Chooses the method that is offered first, or none.
pub fn prefer(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    method: Option<Method>,
) -> Result<Step<Settled>, StoreError> {
    let Ready { open, due } = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready,
        Step::Go(Err(open)) => return Ok(Step::Go((Err(Refused::NotYet), open))),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    if method.is_some_and(|method| !open.facts.methods.contains(&method)) {
        return Ok(Step::Go((Err(Refused::Gone), open)));
    }
    if !is_permitted(tx, &open, &due, true) {
        return Ok(Step::Go((Err(Refused::ProofNeeded), open)));
    }
    tx.execute(
        "UPDATE account SET preferred = $2 WHERE id = $1",
        params![open.account.id, method.map(Method::key)],
    )?;
    let mut event = open.event(Activity::PreferredMethod);
    event.method = method.map(|method| method.key().to_owned());
    let word = |method: Option<Method>| method.map_or("none", Method::key);
    let change = format!("{} → {}", word(open.account.preferred), word(method));
    audit::append(tx, event.detail(change))?;
    spend(tx, &open, &due, MethodChange::Changed)?;
    let step = session::signed_in(tx, id, terminal)?;
    Ok(step.map(|open| (Ok(()), open)))
}

/// Whether the password is proof enough: there is nothing else to prove it by. A number in the
/// office counts where it can be called.
fn is_proved_by_password(open: &Open, carried: &[Channel]) -> bool {
    let calls = carried.contains(&Channel::Voice) || open.carried.contains(&Channel::Voice);
    open.facts.methods.iter().all(|method| match method {
        Method::SecurityQuestions => true,
        Method::OfficePhone => !calls,
        _ => false,
    })
}

/// Whose password is asked for as the fresh proof; none where there is another way.
pub fn asks_password(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    carried: &[Channel],
) -> Result<Step<Option<String>>, StoreError> {
    Ok(ready(tx, id, terminal)?.map(|ready| {
        let asks = |ready: &Ready| is_proved_by_password(&ready.open, carried);
        let ready = ready.ok().filter(asks);
        ready.map(|ready| ready.open.account.upn)
    }))
}

/// Notes the password as a fresh proof, if the account and the password are still the ones that
/// were compared.
pub fn prove_by_password(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    carried: &[Channel],
    (account, compared): (i64, Option<i64>),
) -> Result<Step<bool>, StoreError> {
    let open = match ready(tx, id, terminal)? {
        Step::Go(Ok(ready)) => ready.open,
        Step::Go(Err(_)) => return Ok(Step::Go(false)),
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    let current = credentials::current(tx, account)?.map(|(number, _)| number);
    let same = open.account.id == account && current == compared;
    if !same || !is_proved_by_password(&open, carried) {
        return Ok(Step::Go(false));
    }
    tx.execute(
        "UPDATE journey SET fresh = $2 WHERE id = $1",
        params![id, tx.now()],
    )?;
    audit::append(tx, open.event(Activity::IdentityProved).detail("password"))?;
    Ok(Step::Go(true))
}
