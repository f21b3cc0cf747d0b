//! The methods of an account, as administrators manage them.

use super::last_way::may_lose;
use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError, allowed, existing};
use crate::crypto::random;
use crate::crypto::totp::Seed;
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::method::Method;
use crate::domain::role::Permission;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::{StoreError, Tx, audit, journeys, method_change, methods, questions, settings};

/// One method an account has.
#[derive(Clone, Debug)]
pub struct Held {
    /// The number of a registered one; what a directory or an administrator provides has none.
    pub id: Option<i64>,
    /// Which method.
    pub method: Method,
    /// Where it leads, masked.
    pub masked: Option<String>,
    /// The same whole, for those who may see it.
    pub whole: Option<String>,
    /// How many answers, for security questions.
    pub answers: Option<i64>,
    /// Since when it is registered.
    pub created: Option<Timestamp>,
}

/// Where an authenticator's seed comes from.
pub enum NewSeed {
    /// Made here; its `otpauth` URI is told once.
    Made,
    /// Base32, as token vendors deliver it.
    Given(SecretText),
}

impl Service {
    /// Every method an account has, registered or provided.
    pub async fn methods(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<Vec<Held>, ServiceError> {
        let upn = upn.to_owned();
        self.ask(actor, Permission::ReadAccounts, now, move |tx| {
            let account = allowed!(existing(tx, &upn)?);
            Ok(Ok(held(tx, &account, false)?))
        })
        .await
    }

    /// Adds an authenticator; its `otpauth` URI if the seed was made here.
    pub async fn add_app_code(
        &self,
        actor: &Actor,
        upn: &str,
        seed: NewSeed,
        now: Timestamp,
    ) -> Result<Option<SecretText>, ServiceError> {
        let (seed, made) = match seed {
            NewSeed::Made => (Seed::generate()?, true),
            NewSeed::Given(text) => {
                let seed = Seed::parse(&text);
                (seed.map_err(|_| Refusal::Seed)?, false)
            }
        };
        let place = format!("method {}", random::hex(&random::bytes::<16>()?));
        let sealed = self.store.keys().seal(&place, seed.bytes())?;
        let (issuer, upn) = self
            .act_on(
                actor,
                Permission::ManageMethods,
                upn,
                now,
                move |tx, _, account, by| {
                    let added = methods::add_app_code(tx, account.id, &place, &sealed)?;
                    if added.is_none() {
                        return Ok(Err(Denied::new(Refusal::Authenticators(account.upn))));
                    }
                    let event = Event {
                        method: Some(Method::AppCode.key().to_owned()),
                        ..Event::new(Activity::MethodAdded, by)
                    };
                    audit::append(tx, event.about(account.upn.clone()))?;
                    Ok(Ok((
                        settings::policy(tx)?.organisation.clone(),
                        account.upn,
                    )))
                },
            )
            .await?;
        Ok(made.then(|| seed.uri(&issuer, &upn)))
    }

    /// Deletes a registered method; its owner is told.
    pub async fn delete_method(
        &self,
        actor: &Actor,
        upn: &str,
        id: i64,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (seed, place) = (random::bytes::<32>()?, random::hex(&random::bytes::<12>()?));
        self.act_on(
            actor,
            Permission::ManageMethods,
            upn,
            now,
            move |tx, caller, account, by| {
                let held = methods::list(tx, account.id)?;
                let row = held.into_iter().find(|row| row.id == id);
                if let Some(row) = &row {
                    allowed!(may_lose(tx, caller, &account, row.method)?);
                }
                let deleted = methods::delete(tx, account.id, id)?;
                let (Some(method), Some(row)) = (deleted, row) else {
                    return Ok(Err(Denied::new(Refusal::NoMethod(account.upn, id))));
                };
                // What it has proved so far no longer counts.
                journeys::close_all(tx, account.id)?;
                let event = Event {
                    method: Some(method.key().to_owned()),
                    ..Event::new(Activity::MethodDeleted, by)
                };
                audit::append(tx, event.about(account.upn.clone()))?;
                method_change::deleted_by_administrator(tx, &account, &row, &place, &seed)?;
                Ok(Ok(()))
            },
        )
        .await
    }
}

/// Every method of one account; with whole values only if those may be seen.
pub(super) fn held(
    tx: &mut Tx<'_>,
    account: &Account,
    whole: bool,
) -> Result<Vec<Held>, StoreError> {
    let mask = |method: Method, value: &str| match method {
        Method::Email => text::mask_address(value),
        _ => text::mask_number(value),
    };
    let answers = questions::held(tx, account.id)?;
    let mut all: Vec<Held> = methods::list(tx, account.id)?
        .into_iter()
        .map(|row| Held {
            id: Some(row.id),
            method: row.method,
            masked: row.value.as_deref().map(|value| mask(row.method, value)),
            whole: row.value.filter(|_| whole),
            answers: (row.method == Method::SecurityQuestions).then_some(answers),
            created: Some(row.created),
        })
        .collect();
    let profile = &account.profile;
    let provided = [
        (Method::Email, &profile.alternate_email),
        (Method::MobilePhone, &profile.mobile),
        (Method::OfficePhone, &profile.office),
    ];
    for (method, value) in provided {
        all.extend(value.as_ref().map(|value| Held {
            id: None,
            method,
            masked: Some(mask(method, value)),
            whole: whole.then(|| value.clone()),
            answers: None,
            created: None,
        }));
    }
    Ok(all)
}
