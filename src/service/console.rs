//! The way into the administrator's console: a sign-in at a terminal that is complete by a second
//! factor, of an account with a role. The console has an [`Actor`] of it, and nothing else may make one.

use super::reset::Origin;
use super::{Actor, ConsoleSession, Service, ServiceError, Signed};
use crate::crypto::random;
use crate::domain::journey::{JourneyId, Overview, Step};
use crate::domain::session::Entry;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;
use crate::store::console::{self, Standing};
use crate::store::journeys::{NewJourney, Open};
use crate::store::session;

fn actor((open, proved): (Open, Timestamp), journey: &JourneyId, read_only: bool) -> Actor {
    Actor::Account(Signed {
        id: open.account.id,
        upn: open.account.upn,
        proved,
        console: Some(ConsoleSession {
            journey: *journey,
            read_only,
        }),
    })
}

impl Service {
    /// Whether the console opens for who is signed in; whoever has no role is signed out by it.
    pub async fn console_entry(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        now: Timestamp,
    ) -> Result<Step<Entry>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let step = self
            .store
            .run(now, move |tx| console::enter(tx, &id, &terminal));
        Ok(step.await?.map(|(open, standing)| match standing {
            Standing::Admitted => Entry::Open,
            Standing::First(due) => Entry::First(Box::new(self.due(&open, due))),
            Standing::Register(mut needs) => {
                needs
                    .addable
                    .retain(|method| self.can_reach(&open, *method));
                needs.calls = self.can_call(&open);
                Entry::Register(needs)
            }
            Standing::NoRole => Entry::NoRole {
                reference: open.reference().to_owned(),
            },
        }))
    }

    /// Opens the console: the one who acts in it, if this sign-in may have it now. It stays signed in
    /// as long as the console may be open. Where it is `read_only`, nothing is changed for them.
    pub async fn console_actor(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        read_only: bool,
        now: Timestamp,
    ) -> Result<Option<Actor>, ServiceError> {
        let (id, terminal) = (journey.bits(), origin.terminal.clone());
        let opened = self
            .store
            .run(now, move |tx| console::open(tx, &id, &terminal));
        Ok(opened.await?.map(|open| actor(open, journey, read_only)))
    }

    /// Begins to ask whoever is in the console for their second factor anew: a sign-in of its own, and
    /// what it can be given by.
    pub async fn console_again(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        language: &str,
        now: Timestamp,
    ) -> Result<Step<(JourneyId, Overview)>, ServiceError> {
        let id = random::bytes::<16>()?;
        let new = NewJourney {
            id,
            handle: random::hex(&random::bytes::<8>()?),
            reference: random::clear_text(8)?,
            terminal: origin.terminal.clone(),
            language: language.to_owned(),
            lifetime: origin.lifetime,
            purpose: Purpose::SignIn,
        };
        let (before, service) = (journey.bits(), self.clone());
        let step = self.store.run(now, move |tx| {
            Ok(match console::again(tx, &before, &new)? {
                Step::Go(open) => {
                    let overview = service.overview(&open);
                    match overview.offers.is_empty() {
                        true => Step::Refused(session::no_way_on(tx, &open)?),
                        false => Step::Go(overview),
                    }
                }
                Step::Refused(refusal) => Step::Refused(refusal),
                Step::Gone => Step::Gone,
            })
        });
        Ok(step.await?.map(|overview| (JourneyId::new(id), overview)))
    }

    /// The one who acts in the console, whose second factor was given anew on `anew`: that sign-in takes
    /// the place of the one before.
    pub async fn console_renewed(
        &self,
        origin: &Origin,
        journey: &JourneyId,
        anew: &JourneyId,
        read_only: bool,
        now: Timestamp,
    ) -> Result<Option<Actor>, ServiceError> {
        let (id, new, terminal) = (journey.bits(), anew.bits(), origin.terminal.clone());
        let renewed = self
            .store
            .run(now, move |tx| console::renew(tx, &id, &new, &terminal));
        Ok(renewed.await?.map(|open| actor(open, anew, read_only)))
    }
}
