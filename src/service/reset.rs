//! The reset journey as the front ends ask for it: random values and hashing here, every decision
//! in one transaction of the store.

use std::sync::Arc;
use std::time::Duration;

use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::code;
use crate::domain::journey::{Finished, JourneyId, Next, Offer, Overview, Proof, Sent, Step};
use crate::domain::method::Method;
use crate::domain::number::{self, Typed};
use crate::domain::password::{Rule, Rules, Verdict};
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::credentials;
use crate::store::gates;
use crate::store::journeys::{self, Finish, Open};
use crate::store::sending::{self, NewCode};

/// Where a visit comes from.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The terminal's name, as budgets and audit speak of it.
    pub terminal: String,
    /// How long a journey from there lives.
    pub lifetime: Duration,
    /// Whether somebody sits there whom nobody in the house sees.
    pub remote: bool,
}

impl Service {
    /// What comes next on the journey: a gate to choose a method for, or the new password.
    pub async fn next_step(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Next>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self
            .store
            .run(now, move |tx| journeys::step(tx, &id, &terminal))
            .await?;
        Ok(step.map(|open| self.next(&open)))
    }

    /// Puts a code for the method on its way. Where the method asks for the number, it was typed on
    /// this journey before.
    pub async fn send_reset_code(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        now: Timestamp,
    ) -> Result<Step<Sent>, ServiceError> {
        self.send(origin, journey, method, None, now).await
    }

    /// The same to the number that is held, if it is the one that was typed.
    pub async fn send_reset_code_to(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        number: SecretText,
        now: Timestamp,
    ) -> Result<Step<Sent>, ServiceError> {
        let Some(number) = number::normalise(&number) else {
            return Ok(Step::Go(Sent::MalformedNumber));
        };
        self.send(origin, journey, method, Some(number), now).await
    }

    async fn send(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        number: Option<Typed>,
        now: Timestamp,
    ) -> Result<Step<Sent>, ServiceError> {
        let new = NewCode {
            digits: random::digits(code::MOST_DIGITS)?,
            place: random::hex(&random::bytes::<16>()?),
            seed: random::bytes::<32>()?,
        };
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        Ok(self
            .store
            .run(now, move |tx| {
                sending::send_code(tx, &id, &terminal, method, number.as_ref(), &new)
            })
            .await?)
    }

    /// Tries a gate with what was typed; what comes next, once it is passed.
    pub async fn prove(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        typed: SecretText,
        now: Timestamp,
    ) -> Result<Step<(Proof, Option<Next>)>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self
            .store
            .run(now, move |tx| {
                gates::prove(tx, &id, &terminal, method, &typed, now)
            })
            .await?;
        Ok(step.map(|(proof, open)| (proof, (proof == Proof::Passed).then(|| self.next(&open)))))
    }

    /// Sets the new password, if every gate is passed and every rule met.
    pub async fn finish_reset(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        password: SecretText,
        now: Timestamp,
    ) -> Result<Step<Finished>, ServiceError> {
        let password = Arc::new(password);
        loop {
            let (id, terminal) = (journey.bits(), origin.terminal.clone());
            let step = self.store.run(now, move |tx| {
                let open = match journeys::step(tx, &id, &terminal)? {
                    Step::Go(open) => open,
                    Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
                    Step::Gone => return Ok(Step::Gone),
                };
                let current = credentials::current(tx, open.account.id)?.map(|(id, _)| id);
                let count = open.policy.password.history;
                let history = credentials::history(tx, open.account.id, count)?;
                Ok(Step::Go((open, current, history)))
            });
            let (open, current, history) = match step.await? {
                Step::Go(found) => found,
                Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
                Step::Gone => return Ok(Step::Gone),
            };
            if !open.complete() {
                return Ok(Step::Go(Finished::GateMissing));
            }
            let verdicts = self
                .judge(&self.rules_of(&open), &password, history)
                .await?;
            if verdicts.iter().any(|verdict| verdict.met != Some(true)) {
                return Ok(Step::Go(Finished::Rejected(verdicts)));
            }
            let verifier = self.hasher.hash(password.clone()).await?;
            let seed = random::bytes::<32>()?;
            let (id, terminal) = (journey.bits(), origin.terminal.clone());
            let step = self.store.run(now, move |tx| {
                journeys::finish(tx, &id, &terminal, &verifier, current, &seed)
            });
            match step.await? {
                Step::Go(Finish::Done { told }) => {
                    return Ok(Step::Go(match told {
                        true => Finished::Done,
                        false => Finished::DoneUntold,
                    }));
                }
                Step::Go(Finish::GateMissing) => return Ok(Step::Go(Finished::GateMissing)),
                Step::Go(Finish::Stale) => {}
                Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
                Step::Gone => return Ok(Step::Gone),
            }
        }
    }

    /// What comes next on it.
    pub(super) fn next(&self, open: &Open) -> Next {
        match (open.complete(), open.unlocking()) {
            (false, _) => Next::Gate(overview(open)),
            (true, None) => Next::Password(self.rules_of(open)),
            (true, Some(unlocking)) => Next::Unlock(unlocking, self.rules_of(open)),
        }
    }

    pub(super) fn rules_of(&self, open: &Open) -> Rules {
        self.rules_for(
            &open.policy,
            &open.account.upn,
            &open.account.profile,
            open.account.licence,
        )
    }

    /// Judges a password by every rule; the filter costs a read of a file and the history one hash
    /// for each password in it, so they are asked only when nothing else speaks against it.
    pub(super) async fn judge(
        &self,
        rules: &Rules,
        password: &Arc<SecretText>,
        history: Vec<String>,
    ) -> Result<Vec<Verdict>, ServiceError> {
        let mut verdicts = rules.judge(password);
        if verdicts.iter().any(|verdict| verdict.met == Some(false)) {
            return Ok(verdicts);
        }
        let breached = match &self.filter {
            Some(filter) => filter.knows(password.clone()).await?,
            None => false,
        };
        let mut fresh = true;
        for verifier in history {
            let found = self.hasher.verify(password.clone(), Some(verifier)).await?;
            fresh = fresh && !found.right;
        }
        for verdict in &mut verdicts {
            match verdict.rule {
                Rule::History(_) => verdict.met = Some(fresh),
                Rule::Breached => verdict.met = Some(!breached),
                _ => {}
            }
        }
        Ok(verdicts)
    }

    /// Gives the journey up; `reason` is what audit says: `cancelled`, `idle`, `hang_up`.
    pub async fn abandon_reset(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        reason: &'static str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        Ok(self
            .store
            .run(now, move |tx| journeys::abandon(tx, &id, &terminal, reason))
            .await?)
    }
}

pub(super) fn overview(open: &Open) -> Overview {
    let offers = open.offers().into_iter();
    Overview {
        passed: open.gates.len(),
        required: open.required(),
        offers: offers.map(|method| offer(open, method)).collect(),
    }
}

fn offer(open: &Open, method: Method) -> Offer {
    let profile = &open.account.profile;
    let masked = match method {
        Method::Email => profile.alternate_email.as_deref().map(text::mask_address),
        Method::MobilePhone => profile.mobile.as_deref().map(text::mask_number),
        _ => None,
    };
    Offer { method, masked }
}
