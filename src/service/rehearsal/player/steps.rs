//! One visit, step by step as a front end would take them, each a little later than the one before.

use std::time::Duration;

use super::super::visits::{End, Visit, Who};
use super::Player;
use crate::crypto::random;
use crate::crypto::totp::step_at;
use crate::domain::code;
use crate::domain::human::{Begun, Claim, Passing, Waiting};
use crate::domain::journey::Chosen;
use crate::domain::journey::{JourneyId, Step};
use crate::domain::method::Method;
use crate::domain::question::Asked;
use crate::domain::secret::SecretText;
use crate::domain::throttle::SSH;
use crate::domain::unlock::Purpose;
use crate::service::ServiceError;
use crate::service::reset::Origin;
use crate::store::questions::{self, Reserve};
use crate::store::{credentials, journeys};

/// How long a journey lives.
const LIFETIME: Duration = Duration::from_secs(15 * 60);

/// Somebody on their journey.
struct Traveller {
    origin: Origin,
    journey: JourneyId,
    who: usize,
}

impl Player<'_> {
    /// A visit from its first screen to its last.
    pub(super) async fn visit(&mut self, visit: &Visit) -> Result<(), ServiceError> {
        if let (Who::Person(who), Purpose::Unlock) = (&visit.who, visit.purpose) {
            self.lock(*who).await?;
        }
        let Some(traveller) = self.enter(visit).await? else {
            return Ok(());
        };
        for (nth, gate) in visit.gates.iter().enumerate() {
            let (wrong, again) = match nth {
                0 => (visit.wrong, visit.again),
                _ => (0, false),
            };
            self.gate(&traveller, *gate, wrong, again).await?;
        }
        match visit.end {
            End::Reset => self.set_password(&traveller).await,
            End::Unlock => {
                self.pass_time(3, 12);
                let (origin, journey) = (&traveller.origin, &traveller.journey);
                let unlocked = self.service.unlock_account(origin, journey, self.clock);
                unlocked.await?;
                self.post().await.map(drop)
            }
            End::GivenUp(why) => self.give_up(&traveller, visit.tried, why).await,
            End::Blocked => self.fail(&traveller, visit.tried).await,
            End::Refused(_) => Ok(()),
        }
    }

    /// Somebody names an account; nobody where that is refused.
    async fn enter(&mut self, visit: &Visit) -> Result<Option<Traveller>, ServiceError> {
        let origin = Origin {
            terminal: visit.terminal.clone(),
            lifetime: LIFETIME,
            remote: visit.terminal.starts_with(SSH),
        };
        let mut passing = None;
        if origin.remote
            && let Waiting::Started(check, wait) =
                self.service.start_wait(&origin, self.clock).await?
        {
            passing = Some(Passing::Waited(check));
            self.pass_time(wait.as_secs(), wait.as_secs() + 5);
        }
        let (who, user_id, language) = match &visit.who {
            Who::Stranger(typed) => (None, typed.clone(), "en"),
            Who::Person(who) => {
                let person = self.people.get(*who);
                let language = person.map_or("en", |person| &person.language);
                (Some(*who), self.upn(*who).to_owned(), language)
            }
        };
        let claim = Claim {
            user_id,
            language: language.to_owned(),
            purpose: visit.purpose,
            passing,
            drawn: false,
        };
        let begun = self.service.begin_reset(&origin, claim, self.clock).await?;
        Ok(match (begun, who) {
            (Begun::On(Step::Go((journey, _))), Some(who)) => Some(Traveller {
                origin,
                journey,
                who,
            }),
            _ => None,
        })
    }

    /// Passes a gate, after some wrong codes.
    async fn gate(
        &mut self,
        on: &Traveller,
        method: Method,
        wrong: u64,
        again: bool,
    ) -> Result<(), ServiceError> {
        if method == Method::SecurityQuestions {
            return self.answer(on).await;
        }
        let mut code = self.code(on, method).await?;
        if again && sends(method) {
            self.pass_time(40, 90);
            code = self.code(on, method).await?;
        }
        for _ in 0..wrong {
            let other = self.another(on, &code);
            self.type_code(on, method, &other).await?;
        }
        if wrong > 0 && method == Method::AppCode {
            code = self.code(on, method).await?;
        }
        self.type_code(on, method, &code).await
    }

    /// The code a person has in front of them; where it has to be sent, it is.
    async fn code(&mut self, on: &Traveller, method: Method) -> Result<String, ServiceError> {
        self.pass_time(4, 15);
        if !sends(method) {
            let seed = self.seeds.get(&on.who);
            let code = seed.map(|seed| seed.code(step_at(self.clock)));
            return Ok(code.map_or_else(String::new, |code| code.expose().to_owned()));
        }
        let (service, origin, journey) = (self.service, &on.origin, &on.journey);
        let mobile = self.people.get(on.who).and_then(|p| p.mobile.as_deref());
        match mobile.filter(|_| method.asks_number()) {
            Some(number) => {
                let number = SecretText::copied(number);
                let sent = service.send_reset_code_to(origin, journey, method, number, self.clock);
                sent.await?;
            }
            None => {
                let sent = service.send_reset_code(origin, journey, method, self.clock);
                sent.await?;
            }
        }
        self.pass_time(1, 6);
        Ok(self.post().await?.unwrap_or_default())
    }

    /// A code that is not this one, nor what an authenticator shows before and after.
    fn another(&self, on: &Traveller, code: &str) -> String {
        let now = step_at(self.clock);
        let shown = |step| Some(self.seeds.get(&on.who)?.code(step));
        let near: Vec<SecretText> = (now - 2..=now + 2).filter_map(shown).collect();
        let others = ('0'..='9').map(|first| format!("{first}{}", code.get(1..).unwrap_or("")));
        let mut others = others.filter(|other| {
            other != code && near.iter().all(|shown| shown.expose() != other.as_str())
        });
        others.next().unwrap_or_default()
    }

    async fn type_code(
        &mut self,
        on: &Traveller,
        method: Method,
        code: &str,
    ) -> Result<(), ServiceError> {
        match method {
            // What an authenticator shows does not wait.
            Method::AppCode => self.pass_time(2, 9),
            _ => self.pass_time(8, 40),
        }
        let (origin, journey) = (&on.origin, &on.journey);
        let typed = SecretText::copied(code);
        let proved = self
            .service
            .prove(origin, journey, method, typed, self.clock);
        proved.await.map(drop)
    }

    /// Answers the security questions.
    async fn answer(&mut self, on: &Traveller) -> Result<(), ServiceError> {
        self.pass_time(4, 10);
        let (origin, journey) = (&on.origin, &on.journey);
        let asked = self.service.ask_questions(origin, journey, self.clock);
        let Step::Go(Asked::Questions(asked)) = asked.await? else {
            return Ok(());
        };
        self.pass_time(20, 60);
        let (id, terminal) = (on.journey.bits(), on.origin.terminal.clone());
        self.run(move |tx| {
            let reserved = questions::reserve(tx, &id, &terminal, &asked)?;
            if let Step::Go(Reserve::Compare(reserved)) = reserved {
                questions::settle(tx, &id, &terminal, &reserved.attempt, true)?;
            }
            Ok(())
        })
        .await
    }

    async fn set_password(&mut self, on: &Traveller) -> Result<(), ServiceError> {
        self.pass_time(25, 90);
        let seed = random::bytes::<32>()?;
        let (id, terminal) = (on.journey.bits(), on.origin.terminal.clone());
        let verifier = self.verifier.clone();
        self.run(move |tx| {
            if let Step::Go(open) = journeys::step(tx, &id, &terminal)? {
                let current = credentials::current(tx, open.account.id)?;
                let compared = current.map(|(number, _)| number);
                journeys::finish(tx, &id, &terminal, &verifier, compared, &seed)?;
            }
            Ok(())
        })
        .await?;
        self.pass_time(1, 4);
        self.post().await.map(drop)
    }

    async fn give_up(
        &mut self,
        on: &Traveller,
        tried: Option<Method>,
        why: &'static str,
    ) -> Result<(), ServiceError> {
        if let Some(method) = tried.filter(|method| *method != Method::SecurityQuestions) {
            self.code(on, method).await?;
        }
        if why == "too_late" {
            self.left = Some(self.clock.plus(LIFETIME));
            return Ok(());
        }
        match why {
            "idle" => self.pass_time(90, 120),
            _ => self.pass_time(5, 40),
        }
        let (origin, journey) = (&on.origin, &on.journey);
        let given_up = self.service.abandon_reset(origin, journey, why, self.clock);
        given_up.await
    }

    /// Types wrong codes until that is the end of it.
    async fn fail(&mut self, on: &Traveller, tried: Option<Method>) -> Result<(), ServiceError> {
        let method = tried.unwrap_or(Method::AppCode);
        for _ in 0..code::TRIES {
            let code = self.code(on, method).await?;
            let other = self.another(on, &code);
            self.type_code(on, method, &other).await?;
        }
        Ok(())
    }
}

/// Whether a code is sent for it.
fn sends(method: Method) -> bool {
    Chosen::from(method).way.sends()
}
