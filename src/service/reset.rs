//! The reset journey as the front ends ask for it: random values and hashing here, every decision
//! in one transaction of the store.

use std::sync::Arc;
use std::time::Duration;

use super::session::due_of;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::code;
use crate::domain::journey::{
    Chosen, Finished, JourneyId, Next, Offer, Overview, Proof, Sent, Step,
};
use crate::domain::method::Method;
use crate::domain::number::{self, Typed};
use crate::domain::outgoing::Channel;
use crate::domain::password::{Rule, Rules, Verdict};
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;
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

/// Random values for what may be sent.
pub(super) fn new_code() -> Result<NewCode, ServiceError> {
    Ok(NewCode {
        digits: random::digits(code::MOST_DIGITS)?,
        place: random::hex(&random::bytes::<16>()?),
        seed: random::bytes::<32>()?,
    })
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
            .run(now, move |tx| {
                Ok(match journeys::step(tx, &id, &terminal)? {
                    Step::Go(open) => {
                        let due = due_of(tx, &open)?;
                        Step::Go((open, due))
                    }
                    Step::Refused(refusal) => Step::Refused(refusal),
                    Step::Gone => Step::Gone,
                })
            })
            .await?;
        Ok(step.map(|(open, due)| self.after(&open, due)))
    }

    /// Puts a code, a request or a call on its way; of a method alone, by its usual way. Where it
    /// asks for the number, that was typed on this journey before.
    pub async fn send_reset_code(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        chosen: impl Into<Chosen>,
        now: Timestamp,
    ) -> Result<Step<Sent>, ServiceError> {
        self.send(origin, journey, chosen.into(), None, now).await
    }

    /// The same to the number that is held, if it is the one that was typed.
    pub async fn send_reset_code_to(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        chosen: impl Into<Chosen>,
        number: SecretText,
        now: Timestamp,
    ) -> Result<Step<Sent>, ServiceError> {
        let chosen = chosen.into();
        let Some(number) = number::normalise(&number) else {
            return Ok(Step::Go(Sent::MalformedNumber));
        };
        self.send(origin, journey, chosen, Some(number), now).await
    }

    async fn send(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        chosen: Chosen,
        number: Option<Typed>,
        now: Timestamp,
    ) -> Result<Step<Sent>, ServiceError> {
        let new = new_code()?;
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        Ok(self
            .store
            .run(now, move |tx| {
                sending::send(tx, &id, &terminal, chosen, number.as_ref(), &new)
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
                let step = gates::prove(tx, &id, &terminal, method, &typed, now)?;
                Ok(match step {
                    Step::Go((proof, open)) => {
                        let due = due_of(tx, &open)?;
                        Step::Go((proof, open, due))
                    }
                    Step::Refused(refusal) => Step::Refused(refusal),
                    Step::Gone => Step::Gone,
                })
            })
            .await?;
        Ok(step.map(|(proof, open, due)| {
            let passed = proof == Proof::Passed;
            (proof, passed.then(|| self.after(&open, due)))
        }))
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
            let rules = self.rules_of(&open);
            let verifier = match self.verifier(&rules, &password, history).await? {
                Ok(verifier) => verifier,
                Err(verdicts) => return Ok(Step::Go(Finished::Rejected(verdicts))),
            };
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
            (false, _) => Next::Gate(self.overview(open)),
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
        if is_unmet(&verdicts) {
            return Ok(verdicts);
        }
        self.ask_filter(&mut verdicts, password).await?;
        let known = self.hasher.is_one_of(password.clone(), history).await?;
        compared(&mut verdicts, known);
        Ok(verdicts)
    }

    /// The verifier of a password that meets every rule, made in the memory in which it was compared
    /// with the history; else the verdicts.
    async fn verifier(
        &self,
        rules: &Rules,
        password: &Arc<SecretText>,
        history: Vec<String>,
    ) -> Result<Result<String, Vec<Verdict>>, ServiceError> {
        let mut verdicts = rules.judge(password);
        if !is_unmet(&verdicts) {
            self.ask_filter(&mut verdicts, password).await?;
        }
        if is_unmet(&verdicts) {
            // Then nothing is made, and it is said of every rule how it stands.
            return Ok(Err(self.judge(rules, password, history).await?));
        }
        let made = self.hasher.replace(password.clone(), history).await?;
        compared(&mut verdicts, made.is_none());
        Ok(made.ok_or(verdicts))
    }

    /// Asks the filter of passwords known from breaches, if there is one.
    async fn ask_filter(
        &self,
        verdicts: &mut [Verdict],
        password: &Arc<SecretText>,
    ) -> Result<(), ServiceError> {
        let of_filter = verdicts.iter_mut().find(|v| v.rule == Rule::Breached);
        if let (Some(verdict), Some(filter)) = (of_filter, &self.filter) {
            verdict.met = Some(!filter.knows(password.clone()).await?);
        }
        Ok(())
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

    /// Where a journey stands: what can be chosen next is what is allowed and can be carried.
    pub(super) fn overview(&self, open: &Open) -> Overview {
        let mut ways = open.ways();
        ways.retain(|chosen| self.carries(open, chosen.way));
        // The owner's choice comes first; the others stay strongest first.
        ways.sort_by_key(|chosen| open.account.preferred != Some(chosen.method));
        Overview {
            passed: open.gates.len(),
            required: open.required(),
            offers: ways.into_iter().map(|chosen| offer(open, chosen)).collect(),
            pass: open.offers_pass(),
        }
    }

    /// Whether requests and calls can leave now, by this process or an agent that is there. Mail
    /// and text messages wait for one.
    pub(super) fn carries(&self, open: &Open, way: Way) -> bool {
        match way.channel() {
            Some(channel @ (Channel::Voice | Channel::Push)) => {
                self.carried.contains(&channel) || open.carried.contains(&channel)
            }
            _ => true,
        }
    }

    /// Whether a number of one's own can be called now.
    pub(super) fn can_call(&self, open: &Open) -> bool {
        open.facts.calls && self.carries(open, Way::Call)
    }

    /// Whether a method can be registered by what can be carried now.
    pub(super) fn can_reach(&self, open: &Open, method: Method) -> bool {
        method.ways().iter().any(|way| self.carries(open, *way))
    }
}

fn is_unmet(verdicts: &[Verdict]) -> bool {
    verdicts.iter().any(|verdict| verdict.met == Some(false))
}

/// Notes whether the password was among the former ones.
fn compared(verdicts: &mut [Verdict], known: bool) {
    for verdict in verdicts {
        if let Rule::History(_) = verdict.rule {
            verdict.met = Some(!known);
        }
    }
}

fn offer(open: &Open, chosen: Chosen) -> Offer {
    let held = open.account.destination(chosen.method, chosen.slot);
    let masked = match chosen.method {
        Method::Email => held.map(text::mask_address),
        _ => held.map(text::mask_number),
    };
    Offer {
        method: chosen.method,
        way: chosen.way,
        slot: chosen.slot,
        masked,
    }
}
