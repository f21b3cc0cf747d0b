//! Registering a method at a terminal, signed in: random values and hashing here, every decision in
//! one transaction of the store. *My security info* as a whole is `service/security_info.rs`'s.

use std::sync::Arc;

use super::questions::owner_accepts;
use super::reset::{Origin, new_code};
use super::session::with_due;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::crypto::totp::Seed;
use crate::domain::account::check_address;
use crate::domain::answer::{self, NewAnswer};
use crate::domain::enrolment::{Confirmed, Enrolling, NewMethod, Refused};
use crate::domain::journey::{JourneyId, Step};
use crate::domain::method::Method;
use crate::domain::number;
use crate::domain::question::Question;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::session::Due;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;
use crate::store::enrolment::{self, Begun, New, Value};
use crate::store::questions::Verifier;
use crate::store::security_info;

/// What of a method is made before it is asked for.
enum Made {
    /// The seed of an authenticator.
    Seed(Seed),
    /// The topic of an app.
    Topic(SecretText),
    /// Nothing.
    None,
}

/// The place a method's secret is sealed for.
fn place() -> Result<String, ServiceError> {
    Ok(format!("method {}", random::hex(&random::bytes::<16>()?)))
}

/// A typed address or number in its canonical form, with what it takes the place of.
fn value_of(new: &NewMethod) -> Result<(Value, Option<i64>), Refused> {
    let number = |typed: &SecretText| {
        let number = number::normalise(typed).and_then(|number| number.international());
        number.map(Value::Typed).ok_or(Refused::Malformed)
    };
    Ok(match new {
        NewMethod::Email(typed) if typed.expose().len() > FIELD_BYTES => {
            return Err(Refused::Malformed);
        }
        NewMethod::Email(typed) => match check_address("e-mail", typed.expose()) {
            Ok(address) => (Value::Typed(address), None),
            Err(_) => return Err(Refused::Malformed),
        },
        NewMethod::Mobile(typed, _) => (number(typed)?, None),
        NewMethod::MobileInstead(typed, _, instead) => (number(typed)?, Some(*instead)),
        NewMethod::Provided(..) => (Value::Provided, None),
        NewMethod::AppCode | NewMethod::AppNotification | NewMethod::Questions(_) => {
            (Value::None, None)
        }
    })
}

/// The method and how it is confirmed; none where that is no way of it.
fn way_of(new: &NewMethod) -> Option<(Method, Way)> {
    let (method, way) = match new {
        NewMethod::Email(_) => (Method::Email, Way::Mail),
        NewMethod::Mobile(_, way) | NewMethod::MobileInstead(_, way, _) => {
            (Method::MobilePhone, *way)
        }
        NewMethod::AppCode => (Method::AppCode, Way::AppCode),
        NewMethod::AppNotification => (Method::AppNotification, Way::Request),
        NewMethod::Questions(_) => (Method::SecurityQuestions, Way::Answers),
        NewMethod::Provided(method @ (Method::Email | Method::MobilePhone), way) => (*method, *way),
        NewMethod::Provided(..) => return None,
    };
    method.ways().contains(&way).then_some((method, way))
}

impl Service {
    /// Begins to register a method. A code is sent at once where one is; an app is to be subscribed
    /// first, and then [`Service::send_enrolment`] sends its test. What else was being registered
    /// on the journey is given up.
    pub async fn enrol(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        new: NewMethod,
        now: Timestamp,
    ) -> Result<Step<(Enrolling, Due)>, ServiceError> {
        if let NewMethod::Questions(answers) = new {
            return self.enrol_questions(origin, journey, answers, now).await;
        }
        let begun = match (way_of(&new), value_of(&new)) {
            (None, _) => Step::Go(Enrolling::Not(Refused::NotAllowed)),
            (_, Err(refused)) => Step::Go(Enrolling::Not(refused)),
            (Some((method, way)), Ok((value, instead))) => {
                self.begin_enrolment(origin, journey, (method, way), value, instead, now)
                    .await?
            }
        };
        self.with_next(origin, journey, begun, now).await
    }

    async fn begin_enrolment(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        (method, way): (Method, Way),
        value: Value,
        instead: Option<i64>,
        now: Timestamp,
    ) -> Result<Step<Enrolling>, ServiceError> {
        let made = match method {
            Method::AppCode => Made::Seed(Seed::generate()?),
            Method::AppNotification => {
                Made::Topic(SecretText::new(random::hex(&random::bytes::<16>()?)))
            }
            _ => Made::None,
        };
        let place = place()?;
        let secret = match &made {
            Made::Seed(seed) => self.store.keys().seal(&place, seed.bytes())?,
            Made::Topic(topic) => {
                let topic = topic.expose().as_bytes();
                self.store.keys().seal(&place, topic)?
            }
            Made::None => Vec::new(),
        };
        let new = New {
            method,
            way,
            value,
            instead,
            place,
            secret,
        };
        let code = new_code()?;
        let (id, terminal, service) = (journey.bits(), origin.terminal.clone(), self.clone());
        let step = self.store.run(now, move |tx| {
            // What nobody carries now can't be confirmed.
            if let Step::Go(Ok(ready)) = security_info::ready(tx, &id, &terminal)?
                && !service.carries(&ready.open, way)
            {
                return Ok(Step::Go((Begun::Not(Refused::NotNow), None)));
            }
            let begun = enrolment::begin(tx, &id, &terminal, &new, &code)?;
            let open = match security_info::ready(tx, &id, &terminal)? {
                Step::Go(Ok(ready)) => Some(ready.open),
                _ => None,
            };
            Ok(begun.map(|begun| (begun, open)))
        });
        Ok(step.await?.map(|(begun, open)| match (begun, made, open) {
            (Begun::Waits, Made::Seed(seed), Some(open)) => Enrolling::AppCode {
                uri: seed.uri(&open.policy.organisation, &open.account.upn),
                key: seed.key(),
            },
            (Begun::Waits, Made::Topic(topic), _) => match &self.subscriber {
                Some(subscriber) => Enrolling::App(subscriber(&topic)),
                None => Enrolling::Not(Refused::NotNow),
            },
            (begun, ..) => sent(begun),
        }))
    }

    /// Registers answers to questions; a refused one says which and why. Nothing that is not taken
    /// costs a hash.
    async fn enrol_questions(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        answers: Vec<(Question, SecretText)>,
        now: Timestamp,
    ) -> Result<Step<(Enrolling, Due)>, ServiceError> {
        let new = |(question, answer): (Question, SecretText)| NewAnswer {
            wording: self
                .wording
                .as_ref()
                .map_or_else(String::new, |words| words(&question)),
            question,
            answer,
        };
        let answers: Arc<Vec<NewAnswer>> = Arc::new(answers.into_iter().map(new).collect());
        let (id, terminal, given) = (journey.bits(), origin.terminal.clone(), answers.clone());
        let step = self.store.run(now, move |tx| {
            let may = security_info::may_answer(tx, &id, &terminal)?;
            Ok(may.map(|may| {
                let open = may?.open;
                let accepted = owner_accepts(&given, &open.account, &open.policy);
                accepted.map_err(|error| Refused::from(&error))
            }))
        });
        let begun = match step.await? {
            Step::Go(Err(refused)) => Step::Go(Enrolling::Not(refused)),
            Step::Refused(refusal) => Step::Refused(refusal),
            Step::Gone => Step::Gone,
            Step::Go(Ok(())) => {
                let mut verifiers = Vec::new();
                for answer in answers.iter() {
                    let canonical = Arc::new(answer::canonical(&answer.answer));
                    verifiers.push(Verifier {
                        question: answer.question.clone(),
                        hash: self.hasher.hash(canonical).await?,
                    });
                }
                let (place, seed) = (place()?, random::bytes::<32>()?);
                let (id, terminal) = (journey.bits(), origin.terminal.clone());
                let step = self.store.run(now, move |tx| {
                    security_info::answer(tx, &id, &terminal, &place, &verifiers, &seed)
                });
                step.await?.map(|answered| match answered {
                    Ok(_) => Enrolling::Done,
                    Err(refused) => Enrolling::Not(refused),
                })
            }
        };
        self.with_next(origin, journey, begun, now).await
    }

    /// Sends to what is being registered: again, or the test of an app that has been subscribed. It
    /// ends what was sent before and keeps the count of tries.
    pub async fn send_enrolment(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Enrolling>, ServiceError> {
        let code = new_code()?;
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            enrolment::send_again(tx, &id, &terminal, &code)
        });
        Ok(step.await?.map(sent))
    }

    /// Confirms what is being registered by what was typed; what comes next.
    pub async fn confirm_enrolment(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        typed: SecretText,
        now: Timestamp,
    ) -> Result<Step<(Confirmed, Due)>, ServiceError> {
        let seed = random::bytes::<32>()?;
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = enrolment::confirm(tx, &id, &terminal, method, &typed, &seed, now)?;
            confirmed(tx, step)
        });
        Ok(step
            .await?
            .map(|(confirmed, (open, due))| (confirmed, self.due(&open, due))))
    }

    /// Confirms a number by the call to it that was answered with `#`; too late where there is none.
    pub async fn claim_enrolment(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        now: Timestamp,
    ) -> Result<Step<(Confirmed, Due)>, ServiceError> {
        let seed = random::bytes::<32>()?;
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = enrolment::claim(tx, &id, &terminal, method, &seed)?;
            confirmed(tx, step)
        });
        Ok(step
            .await?
            .map(|(confirmed, (open, due))| (confirmed, self.due(&open, due))))
    }

    /// A step with what comes next on the sign-in.
    pub(super) async fn with_next<T>(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        step: Step<T>,
        now: Timestamp,
    ) -> Result<Step<(T, Due)>, ServiceError> {
        let value = match step {
            Step::Go(value) => value,
            Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
            Step::Gone => return Ok(Step::Gone),
        };
        let next = self.signed_in_next(origin, journey, now).await?;
        Ok(next.map(|due| (value, due)))
    }
}

fn sent(begun: Begun) -> Enrolling {
    match begun {
        Begun::Sent {
            way,
            masked,
            expires,
        } => Enrolling::Sent {
            way,
            masked,
            expires,
        },
        Begun::Not(refused) => Enrolling::Not(refused),
        // Its app waits to be subscribed.
        Begun::Waits => Enrolling::Not(Refused::Gone),
    }
}

type Known<T> = (T, super::session::Known);

fn confirmed(
    tx: &mut crate::store::Tx<'_>,
    step: Step<(Confirmed, crate::store::journeys::Open)>,
) -> Result<Step<Known<Confirmed>>, crate::store::StoreError> {
    Ok(match step {
        Step::Go((confirmed, open)) => {
            with_due(tx, Step::Go(open))?.map(|known| (confirmed, known))
        }
        Step::Refused(refusal) => Step::Refused(refusal),
        Step::Gone => Step::Gone,
    })
}
