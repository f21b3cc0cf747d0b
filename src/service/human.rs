//! The entrance of a journey: the human check, and naming an account. Random values are made here,
//! every decision in one transaction of the store.

use super::reset::Origin;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::human::{self, Asked, Begun, CheckId, Claim, Drawing, Trouble, Waiting};
use crate::domain::journey::{JourneyId, Overview, Step};
use crate::domain::secret::FIELD_BYTES;
use crate::domain::time::Timestamp;
use crate::store::entrance::{self, NewCheck, Visitor};
use crate::store::journeys::NewJourney;
use crate::store::{human as rows, settings};

/// A check made beforehand, with its drawing.
struct Made {
    check: NewCheck,
    drawing: Option<Drawing>,
}

impl Made {
    fn new(drawn: bool) -> Result<Self, ServiceError> {
        let code = human::code(&random::bytes()?);
        let drawing = match drawn {
            true => Some(Drawing::of(&code, &random::bytes()?)),
            false => None,
        };
        Ok(Self {
            check: NewCheck {
                id: CheckId::new(random::bytes()?),
                code: drawn.then_some(code),
            },
            drawing,
        })
    }

    fn asked(id: CheckId, drawing: Option<Drawing>) -> Asked {
        drawing.map_or(Asked::Wait, |drawing| Asked::Code(id, drawing))
    }
}

impl Service {
    /// What is asked of a person at this terminal before they name an account; `drawn` where a
    /// drawing can be shown to them.
    pub async fn human_check(
        &self,
        origin: &Origin,
        drawn: bool,
        now: Timestamp,
    ) -> Result<Asked, ServiceError> {
        let Made { check, drawing } = Made::new(drawn)?;
        let (id, origin) = (check.id, origin.clone());
        let asked = self.store.run(now, move |tx| {
            if !settings::policy(tx)?.captcha.asks(origin.remote) {
                return Ok(false);
            }
            if let Some(code) = &check.code {
                rows::keep(tx, check.id, &origin.terminal, code)?;
            }
            Ok(true)
        });
        Ok(match asked.await? {
            true => Made::asked(id, drawing),
            false => Asked::Nothing,
        })
    }

    /// Starts the wait that serves instead of a drawn code.
    pub async fn start_wait(
        &self,
        origin: &Origin,
        now: Timestamp,
    ) -> Result<Waiting, ServiceError> {
        let id = CheckId::new(random::bytes()?);
        let terminal = origin.terminal.clone();
        let waiting = self.store.run(now, move |tx| rows::wait(tx, id, &terminal));
        Ok(waiting.await?)
    }

    /// Starts a journey for whom the person says they are, and says which gates can be chosen;
    /// where policy asks for the human check, only with one that is passed.
    pub async fn begin_reset(
        &self,
        origin: &Origin,
        claim: Claim,
        now: Timestamp,
    ) -> Result<Begun<Step<(JourneyId, Overview)>>, ServiceError> {
        let Made { check, drawing } = Made::new(claim.drawn)?;
        let (id, next) = (random::bytes::<16>()?, check.id);
        let visitor = Visitor {
            journey: NewJourney {
                id,
                handle: random::hex(&random::bytes::<8>()?),
                reference: random::clear_text(8)?,
                terminal: origin.terminal.clone(),
                language: claim.language,
                lifetime: origin.lifetime,
                purpose: claim.purpose,
            },
            // Longer than any name: it can only be unknown, and costs no more than one.
            typed: claim.user_id.chars().take(FIELD_BYTES).collect(),
            remote: origin.remote,
            passing: claim.passing,
            check,
        };
        let entered = self
            .store
            .run(now, move |tx| entrance::enter(tx, &visitor))
            .await?;
        Ok(match entered {
            Ok(step) => Begun::On(step.map(|open| (JourneyId::new(id), self.overview(&open)))),
            Err(trouble @ Trouble::Early { .. }) => Begun::Check(trouble, Asked::Wait),
            Err(trouble) => Begun::Check(trouble, Made::asked(next, drawing)),
        })
    }
}
