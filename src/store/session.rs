//! A person who has signed in at a terminal: a journey that begins with the right password. What is
//! due comes in one order, checked here whatever the front end shows.

use super::journeys::{self, NewJourney, Open, step};
use super::notices::{self, Reader};
use super::tx::params;
use super::{StoreError, Tx, accounts, audit, credentials, facts, methods, questions};
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::eligibility::{Reason, assess, gates_required, gates_suffice, usable_methods};
use crate::domain::enrolment::{Holder, Item, MOST_AUTHENTICATORS, MOST_PHONES, Needs};
use crate::domain::journey::{Refusal, Step};
use crate::domain::letter::Happening;
use crate::domain::method::Method;
use crate::domain::session::Outdated;
use crate::domain::text;
use crate::domain::unlock::Purpose;

/// Begins for an account whose password was right, if the account and the password are still the
/// ones that were compared.
pub fn begin(
    tx: &mut Tx<'_>,
    new: &NewJourney,
    account: i64,
    compared: Option<i64>,
) -> Result<Option<Open>, StoreError> {
    let found = accounts::get(tx, account)?.filter(|account| account.enabled);
    let current = credentials::current(tx, account)?.map(|(number, _)| number);
    let Some(found) = found.filter(|_| current == compared) else {
        let upn = accounts::get(tx, account)?.map(|account| account.upn);
        let event = Event {
            account: upn,
            terminal: Some(new.terminal.clone()),
            reference: Some(new.reference.clone()),
            ..Event::new(Activity::SignIn, "self")
        };
        audit::append(tx, event.failed("changed_meanwhile"))?;
        return Ok(None);
    };
    journeys::insert(tx, new, Some(&found), "open")?;
    let Step::Go(open) = step(tx, &new.id, &new.terminal)? else {
        return Ok(None);
    };
    if open.complete() {
        audit::append(tx, open.event(Activity::SignIn))?;
    } else {
        let event = open.event(Activity::IdentityProved);
        audit::append(tx, event.detail("password; a second factor is asked for"))?;
    }
    Ok(Some(open))
}

/// Ends a sign-in whose second factor is asked for and can't be proved: no number of the account may
/// be reached any more, or nobody carries what would be sent. The password alone lets nobody in.
pub fn no_way_on(tx: &mut Tx<'_>, open: &Open) -> Result<Refusal, StoreError> {
    journeys::refuse(tx, open, Reason::NoMethod)
}

/// What is due of a sign-in, as far as the store knows; the rules for a new password are made by
/// whoever asks.
#[derive(Debug)]
pub enum Due {
    /// A second factor.
    SecondFactor,
    /// A new password.
    Password(Outdated),
    /// Methods are to be registered.
    Register(Needs),
    /// What is registered is to be looked over.
    Confirm(Vec<Item>),
    /// Nothing.
    Nothing,
}

/// Opens a sign-in for its next step; a reset is none.
pub fn signed_in(tx: &mut Tx<'_>, id: &[u8], terminal: &str) -> Result<Step<Open>, StoreError> {
    Ok(match step(tx, id, terminal)? {
        Step::Go(open) if !open.is_sign_in() => Step::Gone,
        step => step,
    })
}

/// What is due, in the order of product section 3.
pub fn due(tx: &mut Tx<'_>, open: &Open) -> Result<Due, StoreError> {
    if !open.complete() {
        return Ok(Due::SecondFactor);
    }
    let (account, policy) = (&open.account, &open.policy);
    if account.must_change {
        return Ok(Due::Password(Outdated::Temporary));
    }
    if credentials::is_expired(tx, account.id, policy)? {
        return Ok(Due::Password(Outdated::Expired));
    }
    if !policy.registration_required {
        return Ok(Due::Nothing);
    }
    if is_reached(open) {
        let enough = gates_suffice(&usable_methods(&open.facts, policy), &open.facts, policy);
        if !enough || account.register_again {
            let needs = needs(tx, open)?;
            // Nobody is kept from everything else by what nobody lets them do.
            if !needs.addable.is_empty() {
                return Ok(Due::Register(needs));
            }
        }
    }
    let late = |age| account.confirmed.plus(age) <= tx.now();
    if policy.reconfirm.is_some_and(late) && !open.facts.methods.is_empty() {
        return Ok(Due::Confirm(items(tx, open)?));
    }
    Ok(Due::Nothing)
}

/// The same for an account that nobody has signed in with yet, as if somebody had.
pub fn due_for(tx: &mut Tx<'_>, account: Account) -> Result<(Open, Due), StoreError> {
    let policy = super::settings::policy(tx)?;
    let facts = facts::of(tx, Some(&account), &policy)?;
    let open = Open {
        purpose: Purpose::SignIn,
        locked: false,
        carried: journeys::carried(tx, &facts)?,
        gates: Method::ALL.to_vec(),
        pass_live: false,
        pass_used: false,
        fresh: None,
        used_up: Vec::new(),
        id: Vec::new(),
        handle: String::new(),
        reference: String::new(),
        terminal: String::new(),
        language: String::new(),
        account,
        policy,
        facts,
    };
    let due = due(tx, &open)?;
    Ok((open, due))
}

/// Whether the account could reset here if it had the methods: nobody is asked to register for what
/// they may not do.
pub(super) fn is_reached(open: &Open) -> bool {
    let own = [
        Reason::Off,
        Reason::Unlicensed,
        Reason::NotSelected,
        Reason::NoWriteback,
    ];
    let checks = assess(&open.facts, &open.policy);
    checks
        .iter()
        .all(|check| check.ok || !own.contains(&check.reason))
}

/// What is needed, and what there is.
pub fn needs(tx: &mut Tx<'_>, open: &Open) -> Result<Needs, StoreError> {
    Ok(Needs {
        have: usable_methods(&open.facts, &open.policy).len(),
        required: gates_required(&open.facts, &open.policy),
        addable: addable(tx, open)?,
        items: items(tx, open)?,
        calls: open.facts.calls,
    })
}

/// What the account's owner may add now, strongest first.
pub fn addable(tx: &mut Tx<'_>, open: &Open) -> Result<Vec<Method>, StoreError> {
    let account = &open.account;
    let apps = methods::apps(tx, account.id)?;
    let room = |method: &Method| match method {
        Method::AppNotification => apps.notification == 0,
        Method::AppCode => usize::try_from(apps.code).is_ok_and(|n| n < MOST_AUTHENTICATORS),
        Method::Email => account.own.email.is_none(),
        Method::MobilePhone => account.own.phones.len() < MOST_PHONES,
        Method::OfficePhone => false,
        Method::SecurityQuestions => !open.facts.methods.contains(method),
    };
    let mut all = Method::ALL.to_vec();
    all.retain(|method| method.is_registered_by_owner() && allows(open, *method) && room(method));
    Ok(all)
}

/// Whether policy lets the account prove with a method.
pub(super) fn allows(open: &Open, method: Method) -> bool {
    match open.facts.administrator {
        true => method.for_administrators(),
        false => open.policy.methods.contains(&method),
    }
}

/// Every method of the account, strongest first.
pub fn items(tx: &mut Tx<'_>, open: &Open) -> Result<Vec<Item>, StoreError> {
    let account = &open.account;
    let usable = usable_methods(&open.facts, &open.policy);
    let answers = usize::try_from(questions::held(tx, account.id)?).unwrap_or_default();
    let mut items: Vec<Item> = methods::list(tx, account.id)?
        .into_iter()
        .map(|row| Item {
            id: Some(row.id),
            method: row.method,
            masked: row.value.as_deref().map(|value| masked(row.method, value)),
            answers: (row.method == Method::SecurityQuestions).then_some(answers),
            holder: Holder::Own,
            usable: usable.contains(&row.method),
            preferred: account.preferred == Some(row.method),
            since: Some(row.created),
        })
        .collect();
    for (method, value) in provided(account) {
        items.push(Item {
            id: None,
            method,
            masked: Some(masked(method, value)),
            answers: None,
            holder: Holder::Provided,
            usable: usable.contains(&method),
            preferred: account.preferred == Some(method),
            since: None,
        });
    }
    items.sort_by_key(|item| item.method);
    Ok(items)
}

/// What a directory or an administrator has provided and no value of the owner's own replaces.
fn provided(account: &Account) -> Vec<(Method, &str)> {
    let profile = &account.profile;
    let mobile = profile.mobile.as_deref();
    let email = profile.alternate_email.as_deref();
    let all = [
        (Method::Email, email.filter(|_| account.own.email.is_none())),
        (
            Method::MobilePhone,
            mobile.filter(|_| account.own.phones.is_empty()),
        ),
        (Method::OfficePhone, profile.office.as_deref()),
    ];
    let held = all.into_iter();
    held.filter_map(|(method, value)| Some((method, value?)))
        .collect()
}

pub(super) fn masked(method: Method, value: &str) -> String {
    match method {
        Method::Email => text::mask_address(value),
        _ => text::mask_number(value),
    }
}

/// What changing the password came to.
#[derive(Debug)]
pub enum Change {
    /// It is the password now.
    Done {
        /// Whether the account's addresses are told.
        told: bool,
    },
    /// A second factor comes first.
    First,
    /// Somebody has changed the password since the history was compared.
    Stale,
}

/// Sets a new password for who is signed in. Other journeys and sign-ins of the account end; this
/// one goes on. `compared` is the current verifier's number when the history was compared.
pub fn change(
    tx: &mut Tx<'_>,
    id: &[u8],
    terminal: &str,
    verifier: &str,
    compared: Option<i64>,
    seed: &[u8; 32],
) -> Result<Step<Change>, StoreError> {
    let open = match signed_in(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    if !open.complete() {
        return Ok(Step::Go(Change::First));
    }
    let account = open.account.id;
    if credentials::current(tx, account)?.map(|(number, _)| number) != compared {
        return Ok(Step::Go(Change::Stale));
    }
    credentials::put(tx, account, verifier, open.policy.password.history)?;
    credentials::clear_sign_in(tx, account)?;
    accounts::set_must_change(tx, account, false)?;
    journeys::close_others(tx, account, id)?;
    audit::append(tx, open.event(Activity::PasswordChanged))?;
    let mut told = false;
    if open.policy.notify_users {
        let readers = Reader::own(&open.account, &open.letter_language());
        told = !readers.is_empty();
        // A sign-in may change the password more than once.
        let (number, _) = audit::head(tx)?;
        let stem = format!("{}-changed-{number}", open.handle);
        let letter = open.notice(Happening::PasswordChanged, tx.now());
        notices::post(tx, &stem, seed, readers, &letter)?;
    }
    Ok(Step::Go(Change::Done { told }))
}

/// Wants the account's methods registered again: what was confirmed counts as confirmed no more, and
/// open sign-ins end.
pub fn require_registration(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET register_again = 1, confirmed = NULL WHERE id = $1",
        params![account],
    )?;
    journeys::close_sign_ins(tx, account)
}

/// Notes that the owner has looked over what is registered.
pub fn confirm(tx: &mut Tx<'_>, id: &[u8], terminal: &str) -> Result<Step<Open>, StoreError> {
    let mut open = match signed_in(tx, id, terminal)? {
        Step::Go(open) => open,
        Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
        Step::Gone => return Ok(Step::Gone),
    };
    // Whoever has something else to do first has not been asked yet.
    if matches!(due(tx, &open)?, Due::Confirm(_) | Due::Nothing) {
        tx.execute(
            "UPDATE account SET confirmed = $2 WHERE id = $1",
            params![open.account.id, tx.now()],
        )?;
        open.account.confirmed = tx.now();
        audit::append(tx, open.event(Activity::MethodsConfirmed))?;
    }
    Ok(Step::Go(open))
}

/// "Too many tries from here": of whoever wants to sign in, known or not.
pub fn slowed(
    tx: &mut Tx<'_>,
    new: &NewJourney,
    typed: &str,
    slow: super::sources::Slow,
) -> Result<Refusal, StoreError> {
    let policy = super::settings::policy(tx)?;
    let event = Event {
        terminal: Some(new.terminal.clone()),
        reference: Some(new.reference.clone()),
        ..Event::new(Activity::SignIn, "self").about(text::as_name(typed))
    };
    audit::append(tx, event.failed(slow.at.key()))?;
    Ok(journeys::too_many(
        &new.reference,
        slow,
        &policy,
        new.purpose,
    ))
}
