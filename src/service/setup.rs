//! `init`: the organisation and its first administrator, once.

use super::form::Form;
use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::crypto::random::{self, NoRandomness};
use crate::crypto::totp::Seed;
use crate::domain::account::{Profile, check_upn};
use crate::domain::audit::{Activity, Event};
use crate::domain::code::{self, APP_CODE_DIGITS};
use crate::domain::method::Method;
use crate::domain::password::Rules;
use crate::domain::policy::{Policy, Values, check_whole};
use crate::domain::role::Role;
use crate::domain::secret::SecretText;
use crate::domain::setting::{Setting, SettingError, Value};
use crate::domain::time::Timestamp;
use crate::store::accounts::{self as rows, NewAccount};
use crate::store::{audit, methods, settings};

/// What a new organisation starts with.
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// Its own mail domains, as typed, separated by commas; the administrator's if empty.
    pub domains: String,
    /// The first administrator's principal name.
    pub admin: String,
    /// The administrator's names and address.
    pub form: Form,
    /// The administrator's password.
    pub password: SecretText,
    /// The administrator's authenticator, where one was confirmed.
    pub authenticator: Option<ConfirmedAuthenticator>,
}

/// An authenticator's key before there is a store to keep it in.
pub struct FirstAuthenticator(Seed);

/// The same after its code was typed: the step of that code is used up.
pub struct ConfirmedAuthenticator {
    seed: Seed,
    step: i64,
}

impl FirstAuthenticator {
    /// A new key.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn generate() -> Result<Self, NoRandomness> {
        Ok(Self(Seed::generate()?))
    }

    /// The `otpauth` URI an app scans, and the key as people type it.
    pub fn shown(&self, organisation: &str, upn: &str) -> (SecretText, SecretText) {
        (self.0.uri(organisation, upn), self.0.key())
    }

    /// Confirms it by a code of the app; itself again where that was none.
    ///
    /// # Errors
    /// The key, to try once more.
    pub fn confirm(
        self,
        typed: &SecretText,
        now: Timestamp,
    ) -> Result<ConfirmedAuthenticator, Self> {
        let code = code::normalise(typed, APP_CODE_DIGITS);
        match code.and_then(|code| self.0.matching_step(&code, now)) {
            Some(step) => Ok(ConfirmedAuthenticator { seed: self.0, step }),
            None => Err(self),
        }
    }
}

/// What is written of it, once it was checked.
struct Founding {
    values: Values,
    upn: String,
    profile: Profile,
    rules: Rules,
}

impl Service {
    /// Checks a new organisation as [`Service::initialise`] will, and writes nothing; asked while
    /// there is no store yet, of services over an empty one.
    pub async fn check_organisation(
        &self,
        organisation: &Organisation,
    ) -> Result<(), ServiceError> {
        let founding = self.founding(organisation)?;
        let password = SecretText::copied(organisation.password.expose());
        self.accept(password, &founding.rules).await.map(drop)
    }

    fn founding(&self, organisation: &Organisation) -> Result<Founding, ServiceError> {
        let upn = check_upn(&organisation.admin)?;
        let domain = upn.split_once('@').map_or("", |(_, domain)| domain);
        let domains = match organisation.domains.trim() {
            "" => domain,
            given => given,
        };
        let mut values = Values::new();
        for (key, typed) in [
            ("organisation.name", organisation.name.as_str()),
            ("organisation.domains", domains),
        ] {
            let setting =
                Setting::find(key).ok_or_else(|| SettingError::Unknown(key.to_owned()))?;
            values.insert(key.to_owned(), setting.parse(key, typed)?);
        }
        check_whole(&values)?;
        let profile = organisation.form.fill(Profile::default())?;
        let policy = Policy::new(&values);
        let rules = self.rules_for(&policy, &upn, &profile, None);
        Ok(Founding {
            values,
            upn,
            profile,
            rules,
        })
    }

    /// Sets the store up, once and whole.
    pub async fn initialise(
        &self,
        actor: &Actor,
        organisation: Organisation,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let Founding {
            values,
            upn,
            profile,
            rules,
        } = self.founding(&organisation)?;
        let password = self.accept(organisation.password, &rules).await?;
        let verifier = self.hasher.hash(password).await?;
        let place = format!("method {}", random::hex(&random::bytes::<16>()?));
        let keys = self.store.keys();
        let app = organisation.authenticator;
        let sealed = |app: ConfirmedAuthenticator| {
            let sealed = keys.seal(&place, app.seed.bytes())?;
            Ok::<_, NoRandomness>((sealed, app.step))
        };
        let app = app.map(sealed).transpose()?;
        let admin = NewAccount {
            upn,
            profile,
            licence: None,
            roles: vec![Role::Global],
            verifier: Some(verifier),
            must_change: false,
        };
        let by = actor.name();
        let done = self.store.run(now, move |tx| {
            if settings::is_initialised(tx)? {
                return Ok(Err(Denied::new(Refusal::Initialised)));
            }
            for (key, value) in &values {
                settings::save(tx, key, value)?;
            }
            let account = rows::add(tx, &admin)?;
            let name = values.get("organisation.name").map(Value::shown);
            let event = Event::new(Activity::StoreCreated, by.clone());
            audit::append(tx, event.detail(name.unwrap_or_default()))?;
            let event = Event::new(Activity::AccountAdded, by.clone()).about(admin.upn.clone());
            audit::append(tx, event.detail("role global"))?;
            if let (Some(account), Some((sealed, step))) = (account, &app) {
                methods::add_confirmed_app_code(tx, account, &place, sealed, *step)?;
                let event = Event {
                    method: Some(Method::AppCode.key().to_owned()),
                    ..Event::new(Activity::MethodAdded, by.clone())
                };
                audit::append(tx, event.about(admin.upn.clone()))?;
            }
            settings::mark_initialised(tx)?;
            Ok(Ok(()))
        });
        Ok(done.await??)
    }

    /// Refuses to work on a store that `init` has not finished.
    pub async fn require_initialised(&self, now: Timestamp) -> Result<(), ServiceError> {
        let done = self.store.run(now, move |tx| {
            let there = settings::is_initialised(tx)?;
            Ok(there
                .then_some(())
                .ok_or(Denied::new(Refusal::NotInitialised)))
        });
        Ok(done.await??)
    }
}
