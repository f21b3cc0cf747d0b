//! Passwords given to somebody else: made or given, judged by the rules, temporary unless the
//! host's operator sets an account up.

use std::sync::Arc;

use super::reset::rules_for;
use super::{Actor, Service, ServiceError};
use crate::crypto::random;
use crate::domain::account::{Account, Profile};
use crate::domain::audit::{Activity, Event};
use crate::domain::password::Rule;
use crate::domain::role::Permission;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::time::Timestamp;
use crate::store::accounts as rows;
use crate::store::{StoreError, Tx, audit, credentials, journeys, settings};

/// A password made for somebody else to change: 80 random bits in groups of four.
pub(super) fn make_temporary() -> Result<SecretText, ServiceError> {
    Ok(SecretText::new(random::clear_text(16)?))
}

/// A password for somebody else, accepted and hashed.
pub(super) struct Given {
    /// Its verifier.
    pub verifier: String,
    /// Whether it is temporary.
    pub must_change: bool,
}

/// Makes it the account's password, and ends what the old one opened.
pub(super) fn give(
    tx: &mut Tx<'_>,
    by: &str,
    account: &Account,
    given: &Given,
) -> Result<(), StoreError> {
    let keep = settings::policy(tx)?.password.history;
    credentials::put(tx, account.id, &given.verifier, keep)?;
    credentials::clear_sign_in(tx, account.id)?;
    rows::set_must_change(tx, account.id, given.must_change)?;
    journeys::close_all(tx, account.id)?;
    let activity = match given.must_change {
        true => Activity::TemporaryPassword,
        false => Activity::PasswordGiven,
    };
    audit::append(tx, Event::new(activity, by).about(account.upn.clone()))
}

impl Service {
    /// Gives a temporary password, which must be changed; told once.
    pub async fn temporary_password(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<SecretText, ServiceError> {
        let made = make_temporary()?;
        let given = SecretText::copied(made.expose());
        self.set_password(actor, upn, given, true, Permission::HelpPeople, now)
            .await?;
        Ok(made)
    }

    async fn set_password(
        &self,
        actor: &Actor,
        upn: &str,
        password: SecretText,
        must_change: bool,
        permission: Permission,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let given = Given {
            verifier: self.hasher.hash(Arc::new(password)).await?,
            must_change,
        };
        self.act_on(actor, permission, upn, now, move |tx, _, account, by| {
            give(tx, by, &account, &given)?;
            Ok(Ok(()))
        })
        .await
    }

    /// Refuses a given password that the rules speak against, naming every one.
    pub(super) async fn accept_password(
        &self,
        password: &SecretText,
        upn: &str,
        profile: &Profile,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let policy = self.store.run(now, settings::policy).await?;
        accept(password, &rules_for(&policy, upn, profile))
    }
}

/// Refuses a password that the rules speak against, naming every one, in English.
pub(super) fn accept(
    password: &SecretText,
    rules: &crate::domain::password::Rules,
) -> Result<(), ServiceError> {
    if password.expose().len() > FIELD_BYTES {
        return Err(ServiceError::Refused(
            "that password is longer than 1,024 bytes".to_owned(),
        ));
    }
    let broken: Vec<String> = rules
        .judge(password)
        .into_iter()
        .filter(|verdict| verdict.met == Some(false))
        .map(|verdict| match verdict.rule {
            Rule::MinLength(least) => format!("have at least {least} characters"),
            Rule::MaxLength(most) => format!("have at most {most} characters"),
            Rule::Classes => {
                "have three of lower case, upper case, digits and other characters".to_owned()
            }
            Rule::Personal => "not contain a name of the person or the organisation".to_owned(),
            Rule::History(_) => "not be one of the last passwords".to_owned(),
        })
        .collect();
    if broken.is_empty() {
        return Ok(());
    }
    Err(ServiceError::Refused(format!(
        "that password can't be used: it must {}",
        broken.join(" and ")
    )))
}

/// Nobody chooses another person's permanent password (only the host's operator sets one, as part
/// of setting accounts up).
pub(super) fn only_temporary(actor: &Actor, must_change: bool) -> Result<(), ServiceError> {
    match actor {
        Actor::Account(..) if !must_change => Err(ServiceError::Refused(
            "a password given to somebody else must be changed by them; add --must-change"
                .to_owned(),
        )),
        _ => Ok(()),
    }
}
