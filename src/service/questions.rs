//! Security questions: an account's answers as administrators set them, and the gate of a reset.
//! Hashing and comparing happen here, under the hasher's permits and outside every transaction.

use std::sync::Arc;

use super::refusal::{Denied, Refusal};
use super::reset::Origin;
use super::{Actor, Service, ServiceError};
use crate::crypto::random;
use crate::domain::account::Account;
use crate::domain::answer::{self, AnswersError, NewAnswer, Owner};
use crate::domain::audit::{Activity, Event};
use crate::domain::journey::{JourneyId, Next, Step};
use crate::domain::method::Method;
use crate::domain::policy::Policy;
use crate::domain::question::{Answered, Asked, MOST, Question};
use crate::domain::role::Permission;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::time::Timestamp;
use crate::store::questions::{self as rows, Reserve, Verifier};
use crate::store::{audit, journeys, settings};

impl Service {
    /// Replaces an account's answers.
    pub async fn set_questions(
        &self,
        actor: &Actor,
        upn: &str,
        answers: Vec<NewAnswer>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let answers = Arc::new(answers);
        // Nobody who may not do this, and nothing that is not taken, costs a hash.
        let given = answers.clone();
        let manage = Permission::ManageMethods;
        self.act_on(actor, manage, upn, now, move |tx, _, account, _| {
            let policy = settings::policy(tx)?;
            Ok(accept(&given, &account, &policy))
        })
        .await?;
        let mut verifiers = Vec::new();
        for answer in answers.iter() {
            let canonical = Arc::new(answer::canonical(&answer.answer));
            verifiers.push(Verifier {
                question: answer.question.clone(),
                hash: self.hasher.hash(canonical).await?,
            });
        }
        let place = format!("method {}", random::hex(&random::bytes::<16>()?));
        self.act_on(actor, manage, upn, now, move |tx, _, account, by| {
            let policy = settings::policy(tx)?;
            if let Err(denied) = accept(&answers, &account, &policy) {
                return Ok(Err(denied));
            }
            // What the old answers have proved so far no longer counts.
            journeys::close_all(tx, account.id)?;
            let replaced = rows::replace(tx, account.id, &place, &verifiers)?;
            let event = Event {
                method: Some(Method::SecurityQuestions.key().to_owned()),
                ..Event::new(Activity::MethodAdded, by)
            };
            let instead = if replaced { ", replaced" } else { "" };
            let detail = format!("{} answers{instead}", verifiers.len());
            audit::append(tx, event.about(account.upn).detail(detail))?;
            Ok(Ok(()))
        })
        .await
    }

    /// The questions that are asked on a journey.
    pub async fn ask_questions(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Asked>, ServiceError> {
        let mut ranks = [0; MOST];
        for rank in &mut ranks {
            *rank = u64::from_ne_bytes(random::bytes()?);
        }
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        Ok(self
            .store
            .run(now, move |tx| rows::ask(tx, &id, &terminal, &ranks))
            .await?)
    }

    /// Tries the gate with an answer to each question; what comes next, once it is passed. All of them are compared, whichever is
    /// wrong, so that neither the answer nor its time tells more than right or not.
    pub async fn answer_questions(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        answers: Vec<(Question, SecretText)>,
        now: Timestamp,
    ) -> Result<Step<(Answered, Option<Next>)>, ServiceError> {
        let long = |(_, answer): &(Question, SecretText)| answer.expose().len() > FIELD_BYTES;
        if answers.iter().any(long) {
            return Err(Refusal::LongAnswer.into());
        }
        let (asked, typed): (Vec<Question>, Vec<SecretText>) = answers.into_iter().unzip();
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let place = terminal.clone();
        let reserved = self
            .store
            .run(now, move |tx| rows::reserve(tx, &id, &place, &asked));
        let reserved = match reserved.await? {
            Step::Go(Reserve::Compare(reserved)) => reserved,
            Step::Go(Reserve::Not(answered)) => return Ok(Step::Go((answered, None))),
            Step::Refused(refusal) => return Ok(Step::Refused(refusal)),
            Step::Gone => return Ok(Step::Gone),
        };
        let mut right = typed.len() == reserved.hashes.len();
        for (typed, hash) in typed.iter().zip(reserved.hashes) {
            let canonical = Arc::new(answer::canonical(typed));
            right &= self.hasher.verify(canonical, Some(hash)).await?.right;
        }
        let attempt = reserved.attempt;
        let step = self
            .store
            .run(now, move |tx| {
                rows::settle(tx, &id, &terminal, &attempt, right)
            })
            .await?;
        Ok(step.map(|(answered, open)| {
            let passed = answered == Answered::Passed;
            (answered, passed.then(|| self.next(&open)))
        }))
    }
}

/// Whether these may be an account's answers.
fn accept(answers: &[NewAnswer], account: &Account, policy: &Policy) -> Result<(), Denied> {
    if !account.roles.is_empty() {
        return Err(Denied::new(Refusal::AdministratorsQuestions(
            account.upn.clone(),
        )));
    }
    owner_accepts(answers, account, policy).map_err(Denied::new)
}

/// Whether these may be the answers of this person.
pub(super) fn owner_accepts(
    answers: &[NewAnswer],
    account: &Account,
    policy: &Policy,
) -> Result<(), AnswersError> {
    let profile = &account.profile;
    let names = [
        &profile.name,
        &profile.given,
        &profile.surname,
        &profile.email,
        &profile.alternate_email,
        &account.own.email,
    ];
    let names = names.into_iter().flatten().map(String::as_str);
    let owner = Owner {
        upn: &account.upn,
        names: names.chain([policy.organisation.as_str()]).collect(),
    };
    answer::check_all(answers, &owner, policy)
}
