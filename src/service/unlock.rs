//! Unlocking the sign-in of an account by its owner, without a new password.

use super::reset::Origin;
use super::{Service, ServiceError};
use crate::crypto::random;
use crate::domain::journey::{JourneyId, Step};
use crate::domain::time::Timestamp;
use crate::domain::unlock::{Unlocked, Unlocking};
use crate::store::unlock::{self, Unlock};

impl Service {
    /// Unlocks the sign-in of the journey's account, if its gates are passed, it is locked and
    /// policy allows it without a new password. The journey is over with it.
    pub async fn unlock_account(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Unlocked>, ServiceError> {
        let seed = random::bytes::<32>()?;
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self
            .store
            .run(now, move |tx| unlock::unlock(tx, &id, &terminal, &seed))
            .await?;
        Ok(step.map(|unlock| match unlock {
            Unlock::Done { told: true } => Unlocked::Done,
            Unlock::Done { told: false } => Unlocked::DoneUntold,
            Unlock::Not(open) if !open.complete() => Unlocked::GateMissing,
            Unlock::Not(open) => match open.unlocking() {
                Some(unlocking) => Unlocked::Instead(unlocking, self.rules_of(&open)),
                None => Unlocked::Instead(Unlocking::NotLocked, self.rules_of(&open)),
            },
        }))
    }
}
