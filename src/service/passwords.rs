//! Passwords given to somebody else: made or given, judged by the rules, temporary unless the
//! host's operator sets an account up.

use std::sync::Arc;

use super::refusal::Refusal;
use super::{Actor, Service, ServiceError};
use crate::crypto::random;
use crate::domain::account::{Account, Profile};
use crate::domain::audit::{Activity, Event};
use crate::domain::licence::{Licence, Operation};
use crate::domain::password::{Rule, Rules};
use crate::domain::policy::Policy;
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

    /// The rules for an account of this name, profile and licence. The organisation's own words are
    /// in force only where the licence has them (product, section 9).
    pub(super) fn rules_for(
        &self,
        policy: &Policy,
        upn: &str,
        profile: &Profile,
        licence: Option<Licence>,
    ) -> Rules {
        let names: Vec<&str> = [&profile.name, &profile.given, &profile.surname]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .chain([upn])
            .collect();
        let mut password = policy.password.clone();
        let licence = licence.unwrap_or(policy.licence);
        if !licence.allows(Operation::PremiumReports, false) {
            password.banned.clear();
        }
        let mut rules = Rules::new(password, &names, &policy.organisation);
        rules.filtered = self.filter.is_some();
        rules
    }

    /// Refuses a password given for somebody that the rules speak against, naming every one.
    pub(super) async fn accept_password(
        &self,
        password: SecretText,
        upn: &str,
        profile: &Profile,
        licence: Option<Licence>,
        now: Timestamp,
    ) -> Result<Arc<SecretText>, ServiceError> {
        let policy = self.store.run(now, settings::policy).await?;
        let rules = self.rules_for(&policy, upn, profile, licence);
        self.accept(password, &rules).await
    }

    /// The same by these rules. There is no history to compare it with.
    pub(super) async fn accept(
        &self,
        password: SecretText,
        rules: &Rules,
    ) -> Result<Arc<SecretText>, ServiceError> {
        if password.expose().len() > FIELD_BYTES {
            return Err(Refusal::LongPassword.into());
        }
        let password = Arc::new(password);
        let broken: Vec<Rule> = self
            .judge(rules, &password, Vec::new())
            .await?
            .into_iter()
            .filter(|verdict| verdict.met == Some(false))
            .map(|verdict| verdict.rule)
            .collect();
        if broken.is_empty() {
            return Ok(password);
        }
        Err(Refusal::Password(broken).into())
    }
}

/// Nobody chooses another person's permanent password (only the host's operator sets one, as part
/// of setting accounts up).
pub(super) fn only_temporary(actor: &Actor, must_change: bool) -> Result<(), ServiceError> {
    match actor {
        Actor::Account(_) if !must_change => Err(Refusal::Permanent.into()),
        _ => Ok(()),
    }
}
