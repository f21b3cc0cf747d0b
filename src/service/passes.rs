//! Temporary access passes: given and withdrawn by who may help, used by their person at a terminal;
//! and methods that are to be registered again.

use super::reset::Origin;
use super::session::due_of;
use super::{Actor, Refusal, Service, ServiceError, allowed};
use crate::crypto::random;
use crate::domain::access_pass;
use crate::domain::account::Account;
use crate::domain::audit::{Activity, Event};
use crate::domain::clear;
use crate::domain::journey::{JourneyId, Next, Proof, Step};
use crate::domain::letter::Letter;
use crate::domain::role::Permission;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::{StoreError, Tx, audit, callers, notices, passes, session, settings};

/// A pass that was given; it is shown once.
pub struct Given {
    /// The pass.
    pub pass: SecretText,
    /// Until when it is good.
    pub until: Timestamp,
}

/// Why nobody was verified, as audit keeps it.
const REASON_CHARS: usize = 200;

impl Service {
    /// Gives a temporary access pass to somebody whom this administrator has verified within the last
    /// quarter of an hour. The local operator may give one unverified, and must say why.
    pub async fn give_access_pass(
        &self,
        actor: &Actor,
        upn: &str,
        minutes: i64,
        unverified: Option<&str>,
        now: Timestamp,
    ) -> Result<Given, ServiceError> {
        let lifetime = access_pass::lifetime(minutes).ok_or(Refusal::PassMinutes)?;
        let pass = SecretText::new(random::clear_text(access_pass::LETTERS)?);
        let kept = SecretText::copied(pass.expose());
        let (seed, place) = (random::bytes::<32>()?, random::hex(&random::bytes::<12>()?));
        let reason: Option<String> =
            unverified.map(|why| text::clean(why).chars().take(REASON_CHARS).collect());
        let permission = Permission::HelpPeople;
        let until = self
            .act_on(
                actor,
                permission,
                upn,
                now,
                move |tx, caller, account, by| {
                    allowed!(may_have_pass(&account));
                    allowed!(caller.require_fresh());
                    let verified = callers::verified(tx, account.id, by)?;
                    let proof = match (verified, caller.is_operator, reason.as_deref()) {
                        (Some(_), ..) => "the caller was verified".to_owned(),
                        (None, true, Some(why)) if !why.is_empty() => {
                            format!("nobody was verified: {why}")
                        }
                        (None, true, _) => {
                            return Ok(Err(Refusal::NobodyVerified(account.upn).into()));
                        }
                        (None, false, _) => {
                            return Ok(Err(Refusal::NotVerified(account.upn).into()));
                        }
                    };
                    let policy = settings::policy(tx)?;
                    let until = tx.now().plus(lifetime);
                    let letters = (place.as_str(), &seed);
                    passes::give(tx, &account, by, &kept, until, &policy, letters)?;
                    let event =
                        Event::new(Activity::AccessPassGiven, by).about(account.upn.clone());
                    audit::append(tx, event.detail(format!("until {until}; {proof}")))?;
                    Ok(Ok(until))
                },
            )
            .await?;
        Ok(Given { pass, until })
    }

    /// Withdraws the account's pass; refused where there is none that is still good.
    pub async fn withdraw_access_pass(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let permission = Permission::HelpPeople;
        self.act_on(actor, permission, upn, now, |tx, _, account, by| {
            if !passes::withdraw(tx, account.id)? {
                return Ok(Err(Refusal::NoPass(account.upn).into()));
            }
            let event = Event::new(Activity::AccessPassWithdrawn, by).about(account.upn);
            audit::append(tx, event)?;
            Ok(Ok(()))
        })
        .await
    }

    /// Wants the account's methods registered again: at the next sign-in more information is
    /// required. Its owner is told; a sign-in that is open ends.
    pub async fn require_registration(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (seed, place) = (random::bytes::<32>()?, random::hex(&random::bytes::<12>()?));
        let permission = Permission::HelpPeople;
        self.act_on(actor, permission, upn, now, move |tx, _, account, by| {
            register_again(tx, by, &account, (&place, &seed))?;
            Ok(Ok(()))
        })
        .await
    }

    /// Uses a temporary access pass up at a sign-in, as its second factor or as a fresh proof; what
    /// comes next, once it has passed.
    pub async fn use_access_pass(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        typed: SecretText,
        now: Timestamp,
    ) -> Result<Step<(Proof, Option<Next>)>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let typed = clear::read(typed.expose(), access_pass::LETTERS);
        let step = self.store.run(now, move |tx| {
            let step = passes::prove(tx, &id, &terminal, typed.as_ref())?;
            Ok(match step {
                Step::Go((proof, open)) => {
                    let due = due_of(tx, &open)?;
                    Step::Go((proof, open, due))
                }
                Step::Refused(refusal) => Step::Refused(refusal),
                Step::Gone => Step::Gone,
            })
        });
        Ok(step.await?.map(|(proof, open, due)| {
            let passed = proof == Proof::Passed;
            (proof, passed.then(|| self.after(&open, due)))
        }))
    }
}

fn may_have_pass(account: &Account) -> Result<(), Refusal> {
    if !account.roles.is_empty() {
        return Err(Refusal::AdministratorsPass(account.upn.clone()));
    }
    match account.enabled {
        true => Ok(()),
        false => Err(Refusal::Disabled(account.upn.clone())),
    }
}

/// Wants one account's methods registered again. The place of the letter that tells its owner, and
/// what its nonce is drawn from.
pub(super) fn register_again(
    tx: &mut Tx<'_>,
    by: &str,
    account: &Account,
    (place, seed): (&str, &[u8; 32]),
) -> Result<(), StoreError> {
    session::require_registration(tx, account.id)?;
    let event = Event::new(Activity::RegistrationRequired, by).about(account.upn.clone());
    audit::append(tx, event)?;
    let policy = settings::policy(tx)?;
    let letter = Letter::RegisterAgain {
        upn: account.upn.clone(),
        when: tx.now(),
    };
    notices::tell_owner(tx, account, &policy, (place, seed), &letter)?;
    Ok(())
}
