//! *My security info*: what an account's owner sees of it, takes away and chooses, and the password
//! as the proof of who has nothing else. Registering is `service/enrolment.rs`'s.

use super::reset::Origin;
use super::session::with_due;
use super::sign_in::Checked;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::enrolment::{Info, PasswordProof, Refused};
use crate::domain::journey::{JourneyId, Step};
use crate::domain::method::Method;
use crate::domain::question::{PREDEFINED, Question};
use crate::domain::secret::SecretText;
use crate::domain::session::Due;
use crate::domain::time::Timestamp;
use crate::store::journeys;
use crate::store::security_info::Settled;
use crate::store::{StoreError, Tx, security_info, sources};

/// A change with what comes after it.
type Changed = (Result<(), Refused>, super::session::Known);

fn changed(tx: &mut Tx<'_>, step: Step<Settled>) -> Result<Step<Changed>, StoreError> {
    Ok(match step {
        Step::Go((result, open)) => with_due(tx, Step::Go(open))?.map(|known| (result, known)),
        Step::Refused(refusal) => Step::Refused(refusal),
        Step::Gone => Step::Gone,
    })
}

impl Service {
    /// Everything an account's owner sees of it.
    pub async fn security_info(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Info>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = security_info::info(tx, &id, &terminal)?;
            Ok(step.map(|(open, items, addable)| {
                let fresh = security_info::is_fresh(tx, &open);
                (open, items, addable, fresh)
            }))
        });
        Ok(step.await?.map(|(open, items, mut addable, fresh)| {
            addable.retain(|method| self.can_reach(&open, *method));
            Info {
                items,
                addable,
                proofs: self.overview(&open),
                fresh,
                calls: self.can_call(&open),
            }
        }))
    }

    /// Takes a registered method away; what comes next.
    pub async fn delete_own_method(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: i64,
        now: Timestamp,
    ) -> Result<Step<(Result<(), Refused>, Due)>, ServiceError> {
        let seed = random::bytes::<32>()?;
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = security_info::delete(tx, &id, &terminal, method, &seed)?;
            changed(tx, step)
        });
        Ok(step
            .await?
            .map(|(result, (open, due))| (result, self.due(&open, due))))
    }

    /// Chooses the method that is offered first, or none; what comes next.
    pub async fn prefer_method(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Option<Method>,
        now: Timestamp,
    ) -> Result<Step<(Result<(), Refused>, Due)>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = security_info::prefer(tx, &id, &terminal, method)?;
            changed(tx, step)
        });
        Ok(step
            .await?
            .map(|(result, (open, due))| (result, self.due(&open, due))))
    }

    /// The questions one can choose from, the predefined ones first, and how many are registered.
    pub async fn available_questions(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<(Vec<Question>, usize)>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self
            .store
            .run(now, move |tx| journeys::step(tx, &id, &terminal));
        Ok(match step.await? {
            Step::Go(open) if open.is_sign_in() && open.complete() => {
                let predefined = PREDEFINED.into_iter().map(Question::Predefined);
                let own = open.policy.questions_custom.iter().cloned();
                let all = predefined.chain(own.map(Question::Own)).collect();
                Step::Go((all, open.policy.questions_to_register))
            }
            Step::Refused(refusal) => Step::Refused(refusal),
            Step::Go(_) | Step::Gone => Step::Gone,
        })
    }

    /// Takes the password as a fresh proof, where there is nothing else to prove it by. It is
    /// counted like a sign-in, by account and terminal.
    pub async fn prove_password(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        password: SecretText,
        now: Timestamp,
    ) -> Result<Step<PasswordProof>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let carried = self.carried.clone();
        let step = self.store.run(now, move |tx| {
            let upn = match security_info::asks_password(tx, &id, &terminal, &carried)? {
                Step::Go(Some(upn)) => upn,
                Step::Go(None) => return Ok(Step::Go(None)),
                Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
                Step::Gone => return Ok(Step::Gone),
            };
            journeys::charge(tx, &id, &terminal).map(|step| step.map(|charge| Some((upn, charge))))
        });
        let (upn, charge) = match step.await? {
            Step::Go(Some(asked)) => asked,
            Step::Go(None) => return Ok(Step::Go(PasswordProof::NotOffered)),
            Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
            Step::Gone => return Ok(Step::Gone),
        };
        let compared = match self.compare(&upn, password, &origin.terminal, now).await? {
            Ok(compared) => compared.parts(),
            Err(Checked::Locked(until)) => {
                let minutes = now.until(until).as_secs().div_ceil(60).max(1);
                return Ok(Step::Go(PasswordProof::Locked { minutes }));
            }
            Err(_) => return Ok(Step::Go(PasswordProof::Wrong)),
        };
        let (terminal, carried) = (origin.terminal.clone(), self.carried.clone());
        let step = self.store.run(now, move |tx| {
            sources::refund(tx, charge)?;
            security_info::prove_by_password(tx, &id, &terminal, &carried, compared)
        });
        Ok(step.await?.map(|fresh| match fresh {
            true => PasswordProof::Passed,
            false => PasswordProof::NotOffered,
        }))
    }
}
