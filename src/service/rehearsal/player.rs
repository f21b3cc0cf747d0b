//! Plays what is planned, deed by deed. Only what would hash a password or an answer goes to the
//! store's decision directly.

mod steps;

use std::collections::HashMap;
use std::time::Duration;

use data_encoding::BASE32_NOPAD;

use super::dice::Dice;
use super::people::Person;
use super::plan::{Deed, RAID};
use super::visits::{End, Visit, Who};
use super::{Cast, TESTERS};
use crate::crypto::random;
use crate::crypto::totp::Seed;
use crate::domain::audit::{Activity, Event};
use crate::domain::eligibility::Reason;
use crate::domain::letter::Letter;
use crate::domain::method::Method;
use crate::domain::outgoing::{Channel, Delivery};
use crate::domain::question::{MOST, PREDEFINED, Question};
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::service::methods::NewSeed;
use crate::service::{Service, ServiceError, sign_in};
use crate::store::questions::{self, Verifier};
use crate::store::{StoreError, Tx, accounts, audit, credentials, letters, outbox, settings};

/// Where a phone's mail program tries the old password, again and again.
const MAIL_SERVER: &str = "mail";
/// How often it does: the last of these locks the sign-in for a quarter of an hour.
const SIGN_INS: u32 = 14;

/// Plays deeds on one store.
pub struct Player<'a> {
    service: &'a Service,
    people: &'a [Person],
    cast: Cast,
    /// What becomes of every password that is chosen.
    verifier: String,
    seeds: HashMap<usize, Seed>,
    dice: Dice,
    clock: Timestamp,
    /// When a journey that was left without a word is over.
    left: Option<Timestamp>,
}

impl<'a> Player<'a> {
    /// A player who begins at this moment.
    pub fn new(
        service: &'a Service,
        people: &'a [Person],
        cast: Cast,
        verifier: String,
        clock: Timestamp,
    ) -> Self {
        Self {
            service,
            people,
            cast,
            verifier,
            seeds: HashMap::new(),
            dice: Dice::new(1),
            clock,
            left: None,
        }
    }

    /// Lets some seconds pass.
    fn pass_time(&mut self, least: u64, most: u64) {
        let micros = self.dice.between(least * 1_000_000, most * 1_000_000);
        self.clock = self.clock.plus(Duration::from_micros(micros));
    }

    /// Plays one deed, not before its moment.
    pub async fn play(&mut self, at: Timestamp, deed: &Deed) -> Result<(), ServiceError> {
        self.clock = at.max(self.clock);
        self.pass_time(1, 5);
        if self.left.is_some_and(|left| left < self.clock) {
            self.left = None;
            self.service.purge(self.clock).await?;
        }
        let (service, now) = (self.service, self.clock);
        match deed {
            Deed::Policy(pairs) => {
                let pairs = pairs.iter().map(|(key, to)| ((*key).into(), (*to).into()));
                let admin = self.cast.admin(now);
                let set = service.set_policy(&admin, pairs.collect(), now);
                set.await.map(drop)
            }
            Deed::RollOut(department) => {
                let admin = self.cast.admin(now);
                service.add_member(&admin, TESTERS, department, now).await
            }
            Deed::Register(who, method) => self.register(*who, *method).await,
            Deed::Disable(who) => {
                let desk = self.cast.desk(now);
                service.set_enabled(&desk, self.upn(*who), false, now).await
            }
            Deed::Release(who) => {
                let desk = self.cast.desk(now);
                service.release(&desk, self.upn(*who), now).await
            }
            Deed::Visit(visit) => self.visit(visit).await,
            Deed::Raid => self.raid().await,
        }
    }

    fn upn(&self, who: usize) -> &'a str {
        self.people.get(who).map_or("", |person| &person.upn)
    }

    async fn run<T: Send + 'static>(
        &self,
        decision: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, ServiceError> {
        Ok(self.service.store.run(self.clock, decision).await?)
    }

    async fn register(&mut self, who: usize, method: Method) -> Result<(), ServiceError> {
        let administrator = self.people.get(who).is_some_and(|p| p.role.is_some());
        let by = match administrator {
            true => &self.cast.admin(self.clock),
            false => &self.cast.desk(self.clock),
        };
        let upn = self.upn(who).to_owned();
        if method == Method::AppCode {
            let seed = Seed::generate()?;
            let key = NewSeed::Given(SecretText::new(BASE32_NOPAD.encode(seed.bytes())));
            self.service.add_app_code(by, &upn, key, self.clock).await?;
            self.seeds.insert(who, seed);
            return Ok(());
        }
        let place = format!("method {}", random::hex(&random::bytes::<16>()?));
        let answers: Vec<Verifier> = PREDEFINED
            .into_iter()
            .skip(who % 30)
            .take(MOST)
            .map(|id| Verifier {
                question: Question::Predefined(id),
                hash: self.verifier.clone(),
            })
            .collect();
        let event = Event {
            method: Some(method.key().to_owned()),
            ..Event::new(Activity::MethodAdded, by.name()).about(upn.clone())
        };
        let event = event.detail(format!("{} answers", answers.len()));
        self.run(move |tx| {
            if let Some(account) = accounts::find(tx, &upn)? {
                questions::replace(tx, account.id, &place, &answers)?;
                audit::append(tx, event.clone())?;
            }
            Ok(())
        })
        .await
    }

    /// Locks somebody's sign-in: their phone goes on with the old password.
    async fn lock(&mut self, who: usize) -> Result<(), ServiceError> {
        for tag in 1..=SIGN_INS {
            let upn = self.upn(who).to_owned();
            let locked = self.run(move |tx| {
                let policy = settings::policy(tx)?;
                let Some(account) = accounts::find(tx, &upn)? else {
                    return Ok(None);
                };
                credentials::reserve_sign_in(tx, account.id, tag, &policy)?;
                let event = sign_in::event(&upn, MAIL_SERVER).failed(sign_in::WRONG);
                audit::append(tx, event)?;
                Ok(accounts::get(tx, account.id)?.and_then(|account| account.locked_until))
            });
            if let Some(until) = locked.await?.filter(|_| tag < SIGN_INS) {
                self.clock = until.max(self.clock);
            }
            self.pass_time(10, 40);
        }
        Ok(())
    }

    /// Somebody tries names until the terminal takes no more.
    async fn raid(&mut self) -> Result<(), ServiceError> {
        for number in 1..=RAID {
            let who = Who::Stranger(format!("test{number:02}@contoso.example"));
            let end = End::Refused(Reason::Unknown);
            self.visit(&Visit::new(who, "Canteen", end)).await?;
            self.pass_time(4, 9);
        }
        self.post().await.map(drop)
    }

    /// Delivers what waits; the code that is in it.
    async fn post(&self) -> Result<Option<String>, ServiceError> {
        self.run(|tx| {
            let mut found = None;
            for leased in outbox::lease(tx, 100, &Channel::ALL)? {
                let place = outbox::sealed_for(&leased.place);
                let opened = tx.keys().open(&place, &leased.sealed).ok();
                if let Some(Letter::Code { code, .. }) = opened.and_then(|b| letters::decode(&b)) {
                    found = Some(code.expose().to_owned());
                }
                outbox::settle(tx, leased.id, leased.attempts, &Delivery::Accepted)?;
            }
            Ok(found)
        })
        .await
    }
}
