//! Requests on an app and calls, as the terminal waits for them and as the agent reports on them.

use std::time::Duration;

use super::reset::Origin;
use super::session::due_of;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::journey::{JourneyId, Next, Proof, Step};
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::domain::time::Timestamp;
use crate::domain::way::Way;
use crate::store::approvals;

/// How long a listener may be silent before another takes its place.
pub const LISTENER_SILENCE: Duration = Duration::from_secs(15);

impl Service {
    /// How far what was sent last has come; none where nothing was sent. `key` is the method's
    /// word, or that of registering it. Writes nothing.
    pub async fn watch(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        key: &'static str,
        now: Timestamp,
    ) -> Result<Option<Progress>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        Ok(self
            .store
            .look(now, move |tx| approvals::watch(tx, &id, &terminal, key))
            .await?)
    }

    /// Passes a gate by a call that was answered with `#`; what comes next, once it is passed.
    pub async fn claim(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        method: Method,
        now: Timestamp,
    ) -> Result<Step<(Proof, Option<Next>)>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self.store.run(now, move |tx| {
            let step = approvals::claim(tx, &id, &terminal, method)?;
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

    /// Notes what became of a request or a call, known by its place in the outbox. Whether it is
    /// still awaited.
    pub async fn report_progress(
        &self,
        place: &str,
        progress: Progress,
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        let (place, seed) = (place.to_owned(), random::bytes::<32>()?);
        Ok(self
            .store
            .run(now, move |tx| {
                approvals::report(tx, &place, progress, &seed)
            })
            .await?)
    }

    /// Says that this instance listens for the answer to a request; false where another does, or
    /// it is no longer awaited.
    pub async fn listen_for(
        &self,
        place: &str,
        instance: &str,
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        let (place, instance) = (place.to_owned(), instance.to_owned());
        Ok(self
            .store
            .run(now, move |tx| {
                approvals::listen(tx, &place, &instance, LISTENER_SILENCE)
            })
            .await?)
    }

    /// The requests whose listener has fallen silent, by place.
    pub async fn unheard_requests(
        &self,
        now: Timestamp,
    ) -> Result<Vec<(String, Way)>, ServiceError> {
        Ok(self
            .store
            .look(now, |tx| approvals::unheard(tx, LISTENER_SILENCE))
            .await?)
    }
}
