//! Checking a password: for `check-password`, and signing in to act with one's own roles. The
//! failure is counted before anything is compared; an unknown account costs the same.

use std::sync::Arc;

use super::refusal::Refusal;
use super::{Actor, Service, ServiceError};
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::code;
use crate::domain::method::Method;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::text;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;
use crate::store::credentials::{self, SignIn};
use crate::store::{StoreError, Tx, accounts, audit, limits, methods, settings};

/// Why a sign-in failed, in audit: one word for every wrong pair of name and password.
pub(super) const WRONG: &str = "wrong_password";

/// Whose password it should be.
#[derive(Clone, Debug)]
pub enum Whose {
    /// What a person typed, as [`accounts::look_up`] finds it.
    Named(String),
    /// A login on a host, as [`accounts::of_login`] finds it.
    OfLogin(String),
}

impl Whose {
    /// The name as it was given.
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) | Self::OfLogin(name) => name,
        }
    }

    fn find(&self, tx: &mut Tx<'_>) -> Result<Option<Account>, StoreError> {
        match self {
            Self::Named(name) => accounts::look_up(tx, name),
            Self::OfLogin(login) => accounts::of_login(tx, login),
        }
    }
}

/// What checking a password came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is the account's password.
    Right {
        /// It must be changed: it is temporary, or too old.
        must_change: bool,
    },
    /// It is not, or there is no such account, or it is disabled.
    Wrong,
    /// Too many were wrong; nothing was compared. Until then.
    Locked(Timestamp),
}

/// A password that was right, whose sign-in may still want a second factor.
pub(super) struct Compared {
    account: Account,
    /// The number of the verifier it was compared with.
    verifier: Option<i64>,
    /// Whether it is older than policy allows.
    expired: bool,
}

impl Compared {
    /// The number of the account, and of the verifier it was compared with.
    pub(super) fn parts(self) -> (i64, Option<i64>) {
        (self.account.id, self.verifier)
    }
}

impl Service {
    /// Whether this is the account's password.
    pub async fn check_password(
        &self,
        whose: Whose,
        password: SecretText,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Checked, ServiceError> {
        let compared = match self.compare_for(whose, password, terminal, now).await? {
            Ok(compared) => compared,
            Err(checked) => return Ok(checked),
        };
        let must_change = compared.account.must_change || compared.expired;
        match self.signed_in(compared, terminal, now).await? {
            Some(_) => Ok(Checked::Right { must_change }),
            None => Ok(Checked::Wrong),
        }
    }

    /// Signs an account in to act with its roles. `second` is asked only where the account has an
    /// authenticator; it says the code and when it was typed.
    pub async fn sign_in(
        &self,
        name: &str,
        password: SecretText,
        second: impl FnOnce() -> Result<(SecretText, Timestamp), ServiceError>,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Actor, ServiceError> {
        let refused = |refusal: Refusal| Err(refusal.into());
        let compared = match self.compare(name, password, terminal, now).await? {
            Ok(compared) => compared,
            Err(Checked::Locked(until)) => {
                return refused(Refusal::SignInLocked(until));
            }
            Err(_) => return refused(Refusal::SignIn),
        };
        let (id, upn) = (compared.account.id, compared.account.upn.clone());
        if compared.account.must_change {
            self.failed(&upn, "must_change", terminal, now).await?;
            return refused(Refusal::TemporaryPassword);
        }
        if compared.expired {
            self.failed(&upn, "expired", terminal, now).await?;
            return refused(Refusal::ExpiredPassword);
        }
        let wanted = self
            .store
            .run(now, move |tx| methods::count(tx, id, Method::AppCode))
            .await?
            > 0;
        let mut now = now;
        if wanted {
            let (typed, at) = match second() {
                Ok(answer) => answer,
                Err(error) => {
                    self.failed(&upn, "second_factor_missing", terminal, now)
                        .await?;
                    return Err(error);
                }
            };
            now = at;
            if !self.second_factor(id, &typed, now).await? {
                self.failed(&upn, "wrong_second_factor", terminal, now)
                    .await?;
                return refused(Refusal::SecondFactor);
            }
        }
        match self.signed_in(compared, terminal, now).await? {
            Some(proved) => Ok(Actor::signed(id, upn, proved)),
            None => refused(Refusal::ChangedMeanwhile),
        }
    }

    /// Tries a second factor: charged before it is compared, given back when it was right.
    async fn second_factor(
        &self,
        account: i64,
        typed: &SecretText,
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        let Some(code) = code::normalise(typed, code::APP_CODE_DIGITS) else {
            return Ok(false);
        };
        let right = self.store.run(now, move |tx| {
            let policy = settings::policy(tx)?;
            let charged = limits::reserve(tx, account, Counted::SecondFactor, &policy)?;
            let Some((charge, _)) = charged else {
                return Ok(false);
            };
            let right = methods::consume_app_code(tx, account, &code, now)?;
            if right {
                limits::refund(tx, charge)?;
            }
            Ok(right)
        });
        Ok(right.await?)
    }

    /// Compares for a name that a person typed, having counted the failure.
    pub(super) async fn compare(
        &self,
        name: &str,
        password: SecretText,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Result<Compared, Checked>, ServiceError> {
        let whose = Whose::Named(name.to_owned());
        self.compare_for(whose, password, terminal, now).await
    }

    /// The same for whoever is meant.
    async fn compare_for(
        &self,
        whose: Whose,
        password: SecretText,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Result<Compared, Checked>, ServiceError> {
        if password.expose().len() > FIELD_BYTES || password.is_empty() {
            self.failed(whose.name(), WRONG, terminal, now).await?;
            return Ok(Err(Checked::Wrong));
        }
        let password = Arc::new(password);
        let (meant, secret, keys) = (whose.clone(), password.clone(), self.store.keys().clone());
        let reserved = self.store.run(now, move |tx| {
            let policy = settings::policy(tx)?;
            let Some(account) = meant.find(tx)? else {
                let tag = keys.wrong_password_tag(0, &secret);
                let who = keys.name_tag(&text::canonical(meant.name()));
                return credentials::reserve_stranger(tx, &who, tag, &policy).map(Err);
            };
            let tag = keys.wrong_password_tag(account.id, &secret);
            let verdict = credentials::reserve_sign_in(tx, account.id, tag, &policy)?;
            let verifier = credentials::current(tx, account.id)?;
            let expired = credentials::is_expired(tx, account.id, &policy)?;
            Ok(Ok((account, verdict, verifier, expired)))
        });
        let (account, verdict, verifier, expired) = match reserved.await? {
            Ok(found) => found,
            Err(verdict) => {
                self.hasher.verify(password, None).await?;
                let (reason, checked) = match verdict {
                    SignIn::Compare => (WRONG, Checked::Wrong),
                    SignIn::Locked(until) => ("locked", Checked::Locked(until)),
                };
                self.failed(whose.name(), reason, terminal, now).await?;
                return Ok(Err(checked));
            }
        };
        if let SignIn::Locked(until) = verdict {
            // It costs what an unknown account costs.
            self.hasher.verify(password, None).await?;
            self.failed(&account.upn, "locked", terminal, now).await?;
            return Ok(Err(Checked::Locked(until)));
        }
        let (number, hash) = verifier.unzip();
        let found = self.hasher.verify(password.clone(), hash).await?;
        if !found.right || !account.enabled {
            self.failed(&account.upn, WRONG, terminal, now).await?;
            return Ok(Err(Checked::Wrong));
        }
        if let (true, Some(number)) = (found.outdated, number) {
            let renewed = self.hasher.hash(password).await?;
            self.store
                .run(now, move |tx| credentials::renew(tx, number, &renewed))
                .await?;
        }
        // The password was right: what was counted and remembered of it goes at once.
        let id = account.id;
        self.store
            .run(now, move |tx| credentials::clear_sign_in(tx, id))
            .await?;
        Ok(Ok(Compared {
            account,
            verifier: number,
            expired,
        }))
    }

    async fn failed(
        &self,
        name: &str,
        reason: &'static str,
        terminal: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let event = event(&text::as_name(name), terminal).failed(reason);
        Ok(self
            .store
            .run(now, move |tx| audit::append(tx, event.clone()))
            .await?)
    }

    /// Completes a sign-in, and says when in store time, unless the password, the account or its state
    /// is another by now.
    async fn signed_in(
        &self,
        compared: Compared,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, ServiceError> {
        let event = event(&compared.account.upn, terminal);
        let (id, must_change) = (compared.account.id, compared.account.must_change);
        let done = self.store.run(now, move |tx| {
            let current = credentials::current(tx, id)?.map(|(number, _)| number);
            let same = accounts::get(tx, id)?
                .is_some_and(|account| account.enabled && account.must_change == must_change)
                && current == compared.verifier;
            let event = match same {
                true => event.clone(),
                false => event.clone().failed("changed_meanwhile"),
            };
            audit::append(tx, event)?;
            Ok(same.then(|| tx.now()))
        });
        Ok(done.await?)
    }
}

pub(super) fn event(name: &str, terminal: &str) -> Event {
    Event {
        terminal: Some(terminal.to_owned()),
        ..Event::new(Activity::SignIn, "self").about(name)
    }
}
