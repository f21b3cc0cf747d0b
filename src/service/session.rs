//! Signing in at a terminal, and what a signed-in person does first: a second factor, a new
//! password, looking over what is registered. Registering itself is `service/enrolment.rs`'s.

use std::sync::Arc;

use super::reset::Origin;
use super::sign_in::Checked;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::account::Account;
use crate::domain::journey::{JourneyId, Next, Step};
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::session::{Changed, Due, SignedIn};
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;
use crate::store::journeys::{NewJourney, Open};
use crate::store::session::{self, Change};
use crate::store::{StoreError, Tx, credentials, sources};

/// What is asked of the store for who has signed in.
pub(super) type Known = (Open, session::Due);

/// A step with what is due after it, in the same transaction.
pub(super) fn with_due(tx: &mut Tx<'_>, step: Step<Open>) -> Result<Step<Known>, StoreError> {
    Ok(match step {
        Step::Go(open) => {
            let due = session::due(tx, &open)?;
            Step::Go((open, due))
        }
        Step::Refused(refusal) => Step::Refused(refusal),
        Step::Gone => Step::Gone,
    })
}

impl Service {
    /// Signs somebody in at a terminal by name and password. An unknown account, a wrong password
    /// and a disabled account cost and look the same; the terminal's limits are asked first.
    pub async fn sign_in_here(
        &self,
        origin: &Origin,
        name: &str,
        password: SecretText,
        language: String,
        now: Timestamp,
    ) -> Result<SignedIn, ServiceError> {
        let name: String = name.chars().take(FIELD_BYTES).collect();
        let id = random::bytes::<16>()?;
        let new = NewJourney {
            id,
            handle: random::hex(&random::bytes::<8>()?),
            reference: random::clear_text(8)?,
            terminal: origin.terminal.clone(),
            language,
            lifetime: origin.lifetime,
            purpose: Purpose::SignIn,
        };
        let (typed, begun) = (name.clone(), new.clone());
        let entered = self.store.run(now, move |tx| {
            let charged = match sources::charge_name(tx, &begun.terminal, &typed)? {
                Ok(()) => sources::charge_proof(tx, &begun.terminal)?,
                Err(slow) => Err(slow),
            };
            match charged {
                Ok(charge) => Ok(Ok(charge)),
                Err(slow) => session::slowed(tx, &begun, &typed, slow).map(Err),
            }
        });
        let charge = match entered.await? {
            Ok(charge) => charge,
            Err(refusal) => return Ok(SignedIn::Refused(refusal)),
        };
        let compared = match self.compare(&name, password, &origin.terminal, now).await? {
            Ok(compared) => compared,
            Err(Checked::Locked(until)) => {
                let left = now.until(until).as_secs();
                return Ok(SignedIn::Locked {
                    minutes: left.div_ceil(60).max(1),
                });
            }
            Err(_) => return Ok(SignedIn::Wrong),
        };
        let ((account, verifier), service) = (compared.parts(), self.clone());
        let begun = self.store.run(now, move |tx| {
            sources::refund(tx, charge)?;
            match session::begin(tx, &new, account, verifier)? {
                Some(open) if !open.complete() && service.overview(&open).is_empty() => {
                    session::no_way_on(tx, &open).map(Step::Refused)
                }
                Some(open) => with_due(tx, Step::Go(open)),
                None => Ok(Step::Gone),
            }
        });
        Ok(match begun.await? {
            Step::Go((open, due)) => {
                let due = self.due(&open, due);
                SignedIn::On(JourneyId::new(id), due)
            }
            Step::Refused(refusal) => SignedIn::Refused(refusal),
            Step::Gone => SignedIn::Wrong,
        })
    }

    /// What comes next on a sign-in, for whoever shows it.
    pub(super) fn due(&self, open: &Open, due: session::Due) -> Due {
        match due {
            session::Due::SecondFactor => Due::SecondFactor(self.overview(open)),
            session::Due::Password(outdated) => Due::Password(self.rules_of(open), outdated),
            session::Due::Register(mut needs) => {
                needs.addable.retain(|method| self.can_reach(open, *method));
                needs.calls = self.can_call(open);
                match needs.addable.is_empty() {
                    true => Due::Nothing,
                    false => Due::Register(needs),
                }
            }
            session::Due::Confirm(items) => Due::Confirm(items),
            session::Due::Nothing => Due::Nothing,
        }
    }

    /// What comes next on a sign-in.
    pub async fn signed_in_next(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Due>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = session::signed_in(tx, &id, &terminal)?;
            with_due(tx, step)
        });
        Ok(step.await?.map(|(open, due)| self.due(&open, due)))
    }

    /// Whether an account would be asked for anything if it were signed in with now.
    pub async fn is_due(&self, account: Account, now: Timestamp) -> Result<bool, ServiceError> {
        let asked = self
            .store
            .read(now, move |tx| session::due_for(tx, account.clone()));
        let (open, due) = asked.await?;
        Ok(!matches!(self.due(&open, due), Due::Nothing))
    }

    /// The rules for a new password of who is signed in.
    pub async fn change_rules(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<crate::domain::password::Rules>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self
            .store
            .run(now, move |tx| session::signed_in(tx, &id, &terminal));
        Ok(step.await?.map(|open| self.rules_of(&open)))
    }

    /// Sets a new password for who is signed in; the current one was asked for by the sign-in.
    pub async fn change_password(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        password: SecretText,
        now: Timestamp,
    ) -> Result<Step<Changed>, ServiceError> {
        let password = Arc::new(password);
        loop {
            let (id, terminal) = (journey.bits(), origin.terminal.clone());
            let step = self.store.run(now, move |tx| {
                let open = match session::signed_in(tx, &id, &terminal)? {
                    Step::Go(open) => open,
                    Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
                    Step::Gone => return Ok(Step::Gone),
                };
                let due = session::due(tx, &open)?;
                let current = credentials::current(tx, open.account.id)?.map(|(id, _)| id);
                let count = open.policy.password.history;
                let history = credentials::history(tx, open.account.id, count)?;
                Ok(Step::Go((open, due, current, history)))
            });
            let (open, due, current, history) = match step.await? {
                Step::Go(found) => found,
                Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
                Step::Gone => return Ok(Step::Gone),
            };
            if !open.complete() {
                let due = Box::new(self.due(&open, due));
                return Ok(Step::Go(Changed::First(due)));
            }
            let verdicts = self
                .judge(&self.rules_of(&open), &password, history)
                .await?;
            if verdicts.iter().any(|verdict| verdict.met != Some(true)) {
                return Ok(Step::Go(Changed::Rejected(verdicts)));
            }
            let verifier = self.hasher.hash(password.clone()).await?;
            let seed = random::bytes::<32>()?;
            let (id, terminal) = (journey.bits(), origin.terminal.clone());
            let step = self.store.run(now, move |tx| {
                let changed = session::change(tx, &id, &terminal, &verifier, current, &seed)?;
                let next = session::signed_in(tx, &id, &terminal)?;
                Ok((changed, with_due(tx, next)?))
            });
            match step.await? {
                (Step::Go(Change::Done { told }), Step::Go((open, due))) => {
                    let due = Box::new(self.due(&open, due));
                    return Ok(Step::Go(Changed::Done { told, due }));
                }
                (Step::Go(Change::First), Step::Go((open, due))) => {
                    let due = Box::new(self.due(&open, due));
                    return Ok(Step::Go(Changed::First(due)));
                }
                (Step::Go(Change::Stale), _) => {}
                (Step::Refused(refusal), _) | (_, Step::Refused(refusal)) => {
                    return Ok(Step::Refused(refusal));
                }
                (Step::Gone, _) | (_, Step::Gone) => return Ok(Step::Gone),
            }
        }
    }

    /// Notes that the owner has looked over what is registered; what comes next.
    pub async fn confirm_methods(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Due>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = session::confirm(tx, &id, &terminal)?;
            with_due(tx, step)
        });
        Ok(step.await?.map(|(open, due)| self.due(&open, due)))
    }

    /// What comes after a gate: of a sign-in what is due, else the next gate or the new password.
    pub(super) fn after(&self, open: &Open, due: Option<session::Due>) -> Next {
        match due {
            Some(due) => Next::Signed(self.due(open, due)),
            None => self.next(open),
        }
    }
}

/// What is due after a step of a sign-in; of a reset nothing is.
pub(super) fn due_of(tx: &mut Tx<'_>, open: &Open) -> Result<Option<session::Due>, StoreError> {
    match open.is_sign_in() {
        true => session::due(tx, open).map(Some),
        false => Ok(None),
    }
}
