//! `init`: the organisation and its first administrator, once.

use super::form::Form;
use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::domain::account::{Profile, check_upn};
use crate::domain::audit::{Activity, Event};
use crate::domain::policy::{Policy, Values, check_whole};
use crate::domain::role::Role;
use crate::domain::secret::SecretText;
use crate::domain::setting::{Setting, SettingError, Value};
use crate::domain::time::Timestamp;
use crate::store::accounts::{self as rows, NewAccount};
use crate::store::{audit, settings};

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
}

impl Service {
    /// Sets the store up, once and whole.
    pub async fn initialise(
        &self,
        actor: &Actor,
        organisation: Organisation,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
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
        let password = self.accept(organisation.password, &rules).await?;
        let verifier = self.hasher.hash(password).await?;
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
            rows::add(tx, &admin)?;
            let name = values.get("organisation.name").map(Value::shown);
            let event = Event::new(Activity::StoreCreated, by.clone());
            audit::append(tx, event.detail(name.unwrap_or_default()))?;
            let event = Event::new(Activity::AccountAdded, by.clone()).about(admin.upn.clone());
            audit::append(tx, event.detail("role global"))?;
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
