//! Accounts as administrators manage them.

use std::sync::Arc;

use super::form::{Form, changes};
use super::last_way::{may_go, may_have_roles};
use super::passwords::{Given, give, make_temporary, only_temporary};
use super::refusal::{Denied, Refusal};
use super::{Actor, Answer, Caller, Service, ServiceError, allowed, existing};
use crate::crypto::random;
use crate::domain::account::{Account, Profile, check_upn};
use crate::domain::audit::{Activity, Event};
use crate::domain::eligibility::{
    Check, Facts, Reason, assess, first_failure, gates_suffice, usable_methods,
};
use crate::domain::licence::Licence;
use crate::domain::method::Method;
use crate::domain::policy::Policy;
use crate::domain::role::{Permission, Role};
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::store::accounts::{self as rows, NewAccount};
use crate::store::{Tx, audit, contact_change, facts, journeys, limits, passes, settings};

/// The password of a new account.
pub enum FirstPassword {
    /// Made here, temporary, told once.
    Made,
    /// Given; temporary if it must be changed.
    Given {
        /// The password.
        password: SecretText,
        /// Whether it must be changed.
        must_change: bool,
    },
}

/// An account with everything `user show` tells.
pub struct View {
    /// The account.
    pub account: Account,
    /// The methods it can use or be reached by.
    pub methods: Vec<Method>,
    /// It has enough methods for the gates.
    pub registered: bool,
    /// Policy and licence reach it.
    pub enabled_for_sspr: bool,
    /// It could reset its password now.
    pub capable: bool,
}

pub(super) fn view(account: Account, facts: &Facts, policy: &Policy) -> View {
    let usable = usable_methods(facts, policy);
    let reach = [Reason::Off, Reason::NotSelected, Reason::Unlicensed];
    View {
        registered: gates_suffice(&usable, facts, policy),
        enabled_for_sspr: assess(facts, policy)
            .iter()
            .all(|check| check.ok || !reach.contains(&check.reason)),
        capable: first_failure(facts, policy).is_none(),
        methods: facts.methods.clone(),
        account,
    }
}

impl Service {
    /// Adds an account; the temporary password, if one was made.
    pub async fn add_account(
        &self,
        actor: &Actor,
        upn: &str,
        form: &Form,
        first: FirstPassword,
        now: Timestamp,
    ) -> Result<Option<SecretText>, ServiceError> {
        let upn = check_upn(upn)?;
        let profile = form.fill(Profile::default())?;
        let roles = form.roles()?.unwrap_or_default();
        let licence = form.licence()?.flatten();
        let (password, must_change, told) = match first {
            FirstPassword::Made => {
                let made = make_temporary()?;
                let password = Arc::new(SecretText::copied(made.expose()));
                (password, true, Some(made))
            }
            FirstPassword::Given {
                password,
                must_change,
            } => {
                let accepted = self.accept_password(password, &upn, &profile, licence, now);
                let password = accepted.await?;
                only_temporary(actor, must_change)?;
                (password, must_change, None)
            }
        };
        let verifier = self.hasher.hash(password).await?;
        let new = NewAccount {
            upn,
            profile,
            licence,
            roles,
            verifier: Some(verifier),
            must_change,
        };
        let by = actor.name();
        self.act(actor, Permission::ManageAccounts, now, move |tx, caller| {
            if !new.roles.is_empty() {
                allowed!(caller.require(Permission::ManageAdministrators));
            }
            allowed!(check_addresses(tx, &new.profile)?);
            if rows::add(tx, &new)?.is_none() {
                return Ok(Err(Denied::new(Refusal::AccountExists(new.upn.clone()))));
            }
            audit::append(tx, added(&by, &new))?;
            Ok(Ok(()))
        })
        .await?;
        Ok(told)
    }

    /// Changes names and contact data, and where given licence and roles.
    pub async fn edit_account(
        &self,
        actor: &Actor,
        upn: &str,
        form: &Form,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        self.edit(actor, upn, form, None, now).await
    }

    /// The same together with a given password, as `user edit --password-stdin` does: all or
    /// nothing.
    pub async fn edit_account_and_password(
        &self,
        actor: &Actor,
        upn: &str,
        form: &Form,
        password: SecretText,
        must_change: bool,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let account = self.account(actor, upn, now).await?.account;
        let profile = form.fill(account.profile)?;
        let licence = form.licence()?.unwrap_or(account.licence);
        let password = self
            .accept_password(password, &account.upn, &profile, licence, now)
            .await?;
        only_temporary(actor, must_change)?;
        let verifier = self.hasher.hash(password).await?;
        let given = Given {
            verifier,
            must_change,
        };
        self.edit(actor, upn, form, Some(given), now).await
    }

    async fn edit(
        &self,
        actor: &Actor,
        upn: &str,
        form: &Form,
        password: Option<Given>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (licence, roles) = (form.licence()?, form.roles()?);
        form.fill(Profile::default())?;
        let (seed, place) = (random::bytes::<32>()?, random::hex(&random::bytes::<12>()?));
        let (upn, form, by) = (upn.to_owned(), form.clone(), actor.name());
        self.act(actor, Permission::ManageAccounts, now, move |tx, caller| {
            let account = allowed!(existing(tx, &upn)?);
            allowed!(caller.require_over(Permission::ManageAccounts, &account));
            let profile = allowed!(form.fill(account.profile.clone()));
            allowed!(check_addresses(tx, &profile)?);
            let change = Change {
                profile,
                licence,
                roles: roles.clone(),
                place: &place,
                seed: &seed,
            };
            allowed!(apply(tx, caller, &by, &account, &change)?);
            if let Some(given) = &password {
                give(tx, &by, &account, given)?;
            }
            Ok(Ok(()))
        })
        .await
    }

    /// One account.
    pub async fn account(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<View, ServiceError> {
        let upn = upn.to_owned();
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let account = allowed!(existing(tx, &upn)?);
            let policy = settings::policy(tx)?;
            let facts = facts::of(tx, Some(&account), &policy)?;
            Ok(Ok(view(account, &facts, &policy)))
        })
        .await
    }

    /// Every check of eligibility with its verdict.
    pub async fn eligibility(
        &self,
        actor: &Actor,
        user_id: &str,
        now: Timestamp,
    ) -> Result<[Check; 11], ServiceError> {
        let user_id = user_id.to_owned();
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let policy = settings::policy(tx)?;
            let account = rows::look_up(tx, &user_id)?;
            let facts = facts::of(tx, account.as_ref(), &policy)?;
            Ok(Ok(assess(&facts, &policy)))
        })
        .await
    }

    /// Enables or disables. A disabled account's journeys end at once.
    pub async fn set_enabled(
        &self,
        actor: &Actor,
        upn: &str,
        enabled: bool,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        self.act_on(
            actor,
            Permission::ManageAccounts,
            upn,
            now,
            move |tx, caller, account, by| enable(tx, caller, by, &account, enabled),
        )
        .await
    }

    /// Releases an account from its SSPR block.
    pub async fn release(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        self.act_on(
            actor,
            Permission::HelpPeople,
            upn,
            now,
            move |tx, caller, account, by| {
                allowed!(caller.require_fresh());
                release_block(tx, by, &account)?;
                Ok(Ok(()))
            },
        )
        .await
    }

    /// Sets the licence, or none.
    pub async fn set_licence(
        &self,
        actor: &Actor,
        upn: &str,
        licence: Option<Licence>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        self.act_on(
            actor,
            Permission::ManageAccounts,
            upn,
            now,
            move |tx, _, account, by| {
                change_licence(tx, by, &account, licence)?;
                Ok(Ok(()))
            },
        )
        .await
    }

    /// Sets the administrator roles.
    pub async fn set_roles(
        &self,
        actor: &Actor,
        upn: &str,
        roles: Vec<Role>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (upn, by) = (upn.to_owned(), actor.name());
        self.act(
            actor,
            Permission::ManageAdministrators,
            now,
            move |tx, caller| {
                let account = allowed!(existing(tx, &upn)?);
                change_roles(tx, caller, &by, &account, &roles)
            },
        )
        .await
    }
}

/// What becomes of an account's data.
pub(super) struct Change<'a> {
    /// Names and contact data, all of them.
    pub profile: Profile,
    /// The licence, where it is given.
    pub licence: Option<Option<Licence>>,
    /// The roles, where they are given.
    pub roles: Option<Vec<Role>>,
    /// The stem of the places of letters about it.
    pub place: &'a str,
    /// What their nonces are drawn from.
    pub seed: &'a [u8; 32],
}

/// Changes what differs, each recorded; whether anything did.
pub(super) fn apply(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    account: &Account,
    change: &Change<'_>,
) -> Answer<bool> {
    let profile = &change.profile;
    let roles = change
        .roles
        .as_ref()
        .filter(|roles| **roles != account.roles);
    let licence = change.licence.filter(|licence| *licence != account.licence);
    // Before anything is written: a refusal leaves no trace.
    if let Some(roles) = roles {
        allowed!(caller.require(Permission::ManageAdministrators));
        allowed!(may_have_roles(tx, account, roles)?);
    }
    if *profile != account.profile {
        let former = &account.profile;
        if profile.alternate_email != former.alternate_email || profile.mobile != former.mobile {
            // A code may be on its way to the old address or number.
            journeys::close_all(tx, account.id)?;
        }
        rows::edit(tx, account, profile)?;
        match &account.profile.alternate_email {
            Some(former) if profile.alternate_email.as_ref() != Some(former) => {
                contact_change::tell_of_address(tx, account, former, change.place, change.seed)?;
            }
            _ => {}
        }
        if profile.mobile != former.mobile {
            contact_change::tell_of_number(tx, account, change.place, change.seed)?;
        }
        let event = Event::new(Activity::AccountEdited, by).about(account.upn.clone());
        audit::append(tx, event.detail(changes(&account.profile, profile)))?;
    }
    if let Some(licence) = licence {
        change_licence(tx, by, account, licence)?;
    }
    if let Some(roles) = roles {
        allowed!(change_roles(tx, caller, by, account, roles)?);
    }
    Ok(Ok(*profile != account.profile
        || licence.is_some()
        || roles.is_some()))
}

/// The record of a new account.
pub(super) fn added(by: &str, new: &NewAccount) -> Event {
    let mut parts = vec![changes(&Profile::default(), &new.profile)];
    if let Some(licence) = new.licence {
        parts.push(format!("licence: {}", licence.key()));
    }
    if !new.roles.is_empty() {
        parts.push(format!("roles: {}", role_words(&new.roles)));
    }
    parts.retain(|part| !part.is_empty());
    let event = Event::new(Activity::AccountAdded, by).about(new.upn.clone());
    event.detail(parts.join("; "))
}

/// Refuses an alternate address inside the organisation: who is locked out can't read mail there.
fn check_addresses(tx: &mut Tx<'_>, profile: &Profile) -> Answer<()> {
    let policy = settings::policy(tx)?;
    Ok(match &profile.alternate_email {
        Some(address) if policy.owns_address(address) => {
            Err(Denied::new(Refusal::OwnDomain(address.clone())))
        }
        _ => Ok(()),
    })
}

/// Enables or disables one account.
pub(super) fn enable(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    account: &Account,
    enabled: bool,
) -> Answer<()> {
    if !enabled {
        allowed!(may_go(tx, caller, account)?);
        journeys::close_all(tx, account.id)?;
        passes::withdraw(tx, account.id)?;
    }
    rows::set_enabled(tx, account.id, enabled)?;
    let activity = match enabled {
        true => Activity::AccountEnabled,
        false => Activity::AccountDisabled,
    };
    audit::append(tx, Event::new(activity, by).about(account.upn.clone()))?;
    Ok(Ok(()))
}

/// Releases one account from its block.
pub(super) fn release_block(
    tx: &mut Tx<'_>,
    by: &str,
    account: &Account,
) -> Result<(), crate::store::StoreError> {
    limits::clear(tx, account.id)?;
    let was = match account.blocked_until {
        Some(until) => format!("blocked until {until}"),
        None => "not blocked".to_owned(),
    };
    let event = Event::new(Activity::BlockReleased, by).about(account.upn.clone());
    audit::append(tx, event.detail(was))
}

pub(super) fn change_licence(
    tx: &mut Tx<'_>,
    by: &str,
    account: &Account,
    licence: Option<Licence>,
) -> Result<(), crate::store::StoreError> {
    if licence == account.licence {
        return Ok(());
    }
    rows::set_licence(tx, account.id, licence)?;
    let word = |licence: Option<Licence>| licence.map_or("default", Licence::key);
    let event = Event::new(Activity::LicenceChanged, by).about(account.upn.clone());
    audit::append(
        tx,
        event.detail(format!("{} → {}", word(account.licence), word(licence))),
    )
}

fn change_roles(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    account: &Account,
    roles: &[Role],
) -> Answer<()> {
    if roles == account.roles {
        return Ok(Ok(()));
    }
    allowed!(caller.require(Permission::ManageAdministrators));
    allowed!(may_have_roles(tx, account, roles)?);
    rows::set_roles(tx, account.id, roles)?;
    journeys::close_sign_ins(tx, account.id)?;
    // An administrator has none, and has none again once the role is gone.
    passes::withdraw(tx, account.id)?;
    let event = Event::new(Activity::RolesChanged, by).about(account.upn.clone());
    audit::append(
        tx,
        event.detail(format!(
            "{} → {}",
            role_words(&account.roles),
            role_words(roles)
        )),
    )?;
    Ok(Ok(()))
}

fn role_words(roles: &[Role]) -> String {
    let keys: Vec<&str> = roles.iter().map(|role| role.key()).collect();
    match keys.is_empty() {
        true => "none".to_owned(),
        false => keys.join(","),
    }
}
