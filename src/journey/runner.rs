//! Requests of the wizard turned into calls of the service, for every front end.

use tracing::error;

use super::account::{Ask, Told};
use super::request::{Greeting, Reply, Request, Ticket};
use crate::clock;
use crate::domain::journey::{JourneyId, Step};
use crate::fault;
use crate::service::reset::Origin;
use crate::service::{Service, ServiceError, new_reference};

/// The service as one terminal's wizard calls it.
#[derive(Clone)]
pub struct Runner {
    service: Service,
    origin: Origin,
}

impl Runner {
    /// The service, for the wizard of this terminal.
    pub fn new(service: Service, origin: Origin) -> Self {
        Self { service, origin }
    }

    /// Asks, and answers with the same ticket. A fault becomes a reference; the log has the cause.
    pub async fn perform(&self, request: Ticket<Request>) -> Ticket<Reply> {
        // Nobody waits for a watch: what can't be known now is known later.
        if let Request::Watch { journey, key } = request.of {
            let watched = fault::contained(Box::pin(self.ask(request.of))).await;
            let of = match watched {
                Ok(Ok(reply)) => reply,
                _ => Reply::Watched(journey, key, None),
            };
            return Ticket {
                visit: request.visit,
                of,
            };
        }
        let failed = match request.of {
            Request::Greet => Reply::Unreachable,
            _ => Reply::Fault,
        };
        let of = match fault::contained(Box::pin(self.ask(request.of))).await {
            Ok(Ok(reply)) => reply,
            // The log has it already.
            Err(fault) => failed(fault.reference),
            Ok(Err(cause)) => {
                let reference = new_reference();
                error!(%reference, %cause, "a step of a journey failed");
                failed(reference)
            }
        };
        Ticket {
            visit: request.visit,
            of,
        }
    }

    async fn ask(&self, request: Request) -> Result<Reply, ServiceError> {
        let (service, origin) = (&self.service, &self.origin);
        Ok(match request {
            Request::Greet => {
                let policy = service.policy(clock::now()).await?;
                Reply::Greeting(Greeting::of(&policy, origin.remote))
            }
            Request::Check { purpose, drawn } => {
                let asked = service.human_check(origin, drawn, clock::now()).await?;
                Reply::Asked(purpose, asked)
            }
            Request::Wait => Reply::Waiting(service.start_wait(origin, clock::now()).await?),
            Request::Begin(claim) => {
                Reply::Begun(service.begin_reset(origin, claim, clock::now()).await?)
            }
            Request::Send { journey, chosen } => Reply::Sent(
                service
                    .send_reset_code(origin, &journey, chosen, clock::now())
                    .await?,
            ),
            Request::SendTo {
                journey,
                chosen,
                number,
            } => Reply::Sent(
                service
                    .send_reset_code_to(origin, &journey, chosen, number, clock::now())
                    .await?,
            ),
            Request::Watch { journey, key } => {
                let watched = service.watch(origin, &journey, key, clock::now()).await?;
                Reply::Watched(journey, key, watched)
            }
            Request::Claim { journey, method } => Reply::Proved(
                service
                    .claim(origin, &journey, method, clock::now())
                    .await?,
            ),
            Request::Prove {
                journey,
                method,
                typed,
            } => Reply::Proved(
                service
                    .prove(origin, &journey, method, typed, clock::now())
                    .await?,
            ),
            Request::UsePass { journey, typed } => Reply::Proved(
                service
                    .use_access_pass(origin, &journey, typed, clock::now())
                    .await?,
            ),
            Request::Ask { journey } => Reply::Questions(
                service
                    .ask_questions(origin, &journey, clock::now())
                    .await?,
            ),
            Request::Answer { journey, answers } => Reply::Answered(
                service
                    .answer_questions(origin, &journey, answers, clock::now())
                    .await?,
            ),
            Request::Finish { journey, password } => Reply::Finished(
                service
                    .finish_reset(origin, &journey, password, clock::now())
                    .await?,
            ),
            Request::Unlock { journey } => Reply::Unlocked(
                service
                    .unlock_account(origin, &journey, clock::now())
                    .await?,
            ),
            Request::Next { journey, why } => Reply::Next(
                why,
                service.next_step(origin, &journey, clock::now()).await?,
            ),
            Request::SignIn {
                user,
                password,
                language,
            } => Reply::SignedIn(
                service
                    .sign_in_here(origin, &user, password, language, clock::now())
                    .await?,
            ),
            Request::Account(journey, ask) => Reply::Account(self.ask_signed(&journey, ask).await?),
            Request::Enter(journey) => Reply::Entered(
                service
                    .console_entry(origin, &journey, clock::now())
                    .await?,
            ),
            Request::Abandon { journey, reason } => {
                service
                    .abandon_reset(origin, &journey, reason, clock::now())
                    .await?;
                Reply::Abandoned
            }
        })
    }
    /// Asks something of who is signed in.
    async fn ask_signed(&self, journey: &JourneyId, ask: Ask) -> Result<Step<Told>, ServiceError> {
        let (service, origin, now) = (&self.service, &self.origin, clock::now());
        Ok(match ask {
            Ask::Due => {
                let due = service.signed_in_next(origin, journey, now).await?;
                due.map(Told::Due)
            }
            Ask::Rules => {
                let rules = service.change_rules(origin, journey, now).await?;
                rules.map(Told::Rules)
            }
            Ask::Change(password) => {
                let changed = service.change_password(origin, journey, password, now);
                changed.await?.map(Told::Changed)
            }
            Ask::Confirm => {
                let due = service.confirm_methods(origin, journey, now).await?;
                due.map(Told::Due)
            }
            Ask::Info => {
                let info = service.security_info(origin, journey, now).await?;
                info.map(Told::Info)
            }
            Ask::Questions => {
                let questions = service.available_questions(origin, journey, now).await?;
                questions.map(|(questions, count)| Told::Questions(questions, count))
            }
            Ask::Enrol(new) => {
                let enrolling = service.enrol(origin, journey, new, now).await?;
                enrolling.map(|(enrolling, due)| Told::Enrolling(enrolling, due))
            }
            Ask::Send => {
                let sent = service.send_enrolment(origin, journey, now).await?;
                sent.map(Told::Sent)
            }
            Ask::ConfirmEnrolment(method, typed) => {
                let confirmed = service.confirm_enrolment(origin, journey, method, typed, now);
                let confirmed = confirmed.await?;
                confirmed.map(|(confirmed, due)| Told::Confirmed(confirmed, due))
            }
            Ask::ClaimEnrolment(method) => {
                let confirmed = service
                    .claim_enrolment(origin, journey, method, now)
                    .await?;
                confirmed.map(|(confirmed, due)| Told::Confirmed(confirmed, due))
            }
            Ask::Delete(id) => {
                let settled = service.delete_own_method(origin, journey, id, now).await?;
                settled.map(|(result, due)| Told::Settled(result, due))
            }
            Ask::Prefer(method) => {
                let settled = service.prefer_method(origin, journey, method, now).await?;
                settled.map(|(result, due)| Told::Settled(result, due))
            }
            Ask::Password(password) => {
                let proof = service
                    .prove_password(origin, journey, password, now)
                    .await?;
                proof.map(Told::Password)
            }
        })
    }
}
