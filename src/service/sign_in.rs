//! Checking a password: for `check-password`, and signing in to act with one's own roles. The
//! failure is counted before anything is compared; an unknown account costs the same.

use std::sync::Arc;

use super::{Actor, Service, ServiceError};
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::code;
use crate::domain::method::Method;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::credentials::{self, SignIn};
use crate::store::{accounts, audit, methods, settings};

/// Why a sign-in failed, in audit: one word for every wrong pair of name and password.
const WRONG: &str = "wrong_password";

/// What checking a password came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is the account's password.
    Right {
        /// It is a temporary one.
        must_change: bool,
    },
    /// It is not, or there is no such account, or it is disabled.
    Wrong,
    /// Too many were wrong; nothing was compared. Until then.
    Locked(Timestamp),
}

/// A password that was right, whose sign-in may still want a second factor.
struct Compared {
    account: Account,
    tag: u32,
}

impl Service {
    /// Whether this is the account's password; the account as [`accounts::look_up`] finds it.
    pub async fn check_password(
        &self,
        name: &str,
        password: SecretText,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Checked, ServiceError> {
        let compared = match self.compare(name, password, terminal, now).await? {
            Ok(compared) => compared,
            Err(checked) => return Ok(checked),
        };
        let must_change = compared.account.must_change;
        self.signed_in(compared.account, terminal, now).await?;
        Ok(Checked::Right { must_change })
    }

    /// Signs an account in to act with its roles; `second` is asked only where the account has an
    /// authenticator.
    pub async fn sign_in(
        &self,
        name: &str,
        password: SecretText,
        second: impl FnOnce() -> Result<SecretText, ServiceError>,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Actor, ServiceError> {
        let refused = |sentence: &str| Err(ServiceError::Refused(sentence.to_owned()));
        let compared = match self.compare(name, password, terminal, now).await? {
            Ok(compared) => compared,
            Err(Checked::Locked(until)) => {
                return refused(&format!("sign-in of that account is locked until {until}"));
            }
            Err(_) => return refused("the account or the password is wrong"),
        };
        if compared.account.must_change {
            return refused("that password is temporary; change it before signing in");
        }
        let id = compared.account.id;
        let wanted = self
            .store
            .run(now, move |tx| methods::count(tx, id, Method::AppCode))
            .await?
            > 0;
        if wanted {
            let typed = second()?;
            let right = match code::normalise(&typed, code::APP_CODE_DIGITS) {
                Some(code) => {
                    self.store
                        .run(now, move |tx| methods::consume_app_code(tx, id, &code, now))
                        .await?
                }
                None => false,
            };
            if !right {
                self.second_factor_failed(compared, terminal, now).await?;
                return refused("the authenticator code is wrong or was used before");
            }
        }
        let upn = compared.account.upn.clone();
        self.signed_in(compared.account, terminal, now).await?;
        Ok(Actor::Account(id, upn))
    }

    /// Compares, having counted the failure.
    async fn compare(
        &self,
        name: &str,
        password: SecretText,
        terminal: &str,
        now: Timestamp,
    ) -> Result<Result<Compared, Checked>, ServiceError> {
        if password.expose().len() > FIELD_BYTES || password.is_empty() {
            self.failed(name, WRONG, terminal, now).await?;
            return Ok(Err(Checked::Wrong));
        }
        let password = Arc::new(password);
        let (typed, secret, keys) = (name.to_owned(), password.clone(), self.store.keys().clone());
        let reserved = self.store.run(now, move |tx| {
            let policy = settings::policy(tx)?;
            let Some(account) = accounts::look_up(tx, &typed)? else {
                return Ok(None);
            };
            let tag = keys.wrong_password_tag(account.id, &secret);
            let verdict = credentials::reserve_sign_in(tx, account.id, tag, &policy)?;
            let verifier = credentials::current(tx, account.id)?;
            Ok(Some((account, tag, verdict, verifier)))
        });
        let Some((account, tag, verdict, verifier)) = reserved.await? else {
            self.hasher.verify(password, None).await?;
            self.failed(name, WRONG, terminal, now).await?;
            return Ok(Err(Checked::Wrong));
        };
        if let SignIn::Locked(until) = verdict {
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
        Ok(Ok(Compared { account, tag }))
    }

    async fn failed(
        &self,
        name: &str,
        reason: &'static str,
        terminal: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let named: String = text::clean(name).chars().take(256).collect();
        let event = event(&named, terminal).failed(reason);
        Ok(self
            .store
            .run(now, move |tx| audit::append(tx, event.clone()))
            .await?)
    }

    async fn second_factor_failed(
        &self,
        compared: Compared,
        terminal: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (id, tag) = (compared.account.id, compared.tag);
        let event = event(&compared.account.upn, terminal).failed("wrong_second_factor");
        Ok(self
            .store
            .run(now, move |tx| {
                credentials::forget_tag(tx, id, tag)?;
                audit::append(tx, event.clone())
            })
            .await?)
    }

    async fn signed_in(
        &self,
        account: Account,
        terminal: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let event = event(&account.upn, terminal);
        Ok(self
            .store
            .run(now, move |tx| {
                credentials::clear_sign_in(tx, account.id)?;
                audit::append(tx, event.clone())
            })
            .await?)
    }
}

fn event(name: &str, terminal: &str) -> Event {
    Event {
        terminal: Some(terminal.to_owned()),
        ..Event::new(Activity::SignIn, "self").about(name)
    }
}
