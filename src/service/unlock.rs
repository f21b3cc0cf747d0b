//! Unlocking the sign-in of an account without a new password: by its owner, or by who may help.

use super::reset::Origin;
use super::{Actor, Service, ServiceError};
use crate::crypto::random;
use crate::domain::audit::{Activity, Event};
use crate::domain::journey::{JourneyId, Step};
use crate::domain::role::Permission;
use crate::domain::throttle::Counted;
use crate::domain::time::Timestamp;
use crate::domain::unlock::{Unlocked, Unlocking};
use crate::store::unlock::{self, Unlock};
use crate::store::{audit, credentials, limits};

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
    /// Ends the lock of an account's sign-in and forgets the failures that led to it. The block of
    /// reset is another thing and stays.
    pub async fn unlock_sign_in(
        &self,
        actor: &Actor,
        upn: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let permission = Permission::HelpPeople;
        self.act_on(actor, permission, upn, now, move |tx, _, account, by| {
            credentials::clear_sign_in(tx, account.id)?;
            limits::forget(tx, account.id, Counted::SecondFactor)?;
            let was = match account.locked_until.filter(|until| *until > tx.now()) {
                Some(until) => format!("locked until {until}"),
                None => "not locked".to_owned(),
            };
            let event = Event::new(Activity::AccountUnlocked, by).about(account.upn);
            audit::append(tx, event.detail(was))?;
            Ok(Ok(()))
        })
        .await
    }
}
