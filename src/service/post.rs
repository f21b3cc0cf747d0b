//! The outbox: as administrators see it, and as the agent works through it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::domain::audit::{Activity, Event};
use crate::domain::letter::Letter;
use crate::domain::outgoing::{Channel, Delivery};
use crate::domain::policy::Policy;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::election::Candidate;
use crate::store::handing::{Handed, Waiting};
use crate::store::outbox::{self as rows, Item, Retry};
use crate::store::{StoreError, Tx, audit, election, letters, retention, settings};

/// How long the host's agent may be silent before another takes its place.
pub(super) const SILENCE: Duration = Duration::from_secs(15);

/// One letter the agent has taken, opened.
pub struct Taken {
    /// Its number.
    pub id: i64,
    /// Stable over tries; the message's identity.
    pub place: String,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// The way it travels; `None` if this version does not know it.
    pub channel: Option<Channel>,
    /// The destination as the store has it now.
    pub to: Option<String>,
    /// In which language.
    pub language: String,
    /// The letter; `None` if it does not open or is not known here.
    pub letter: Option<Letter>,
    /// The policy when it was taken.
    pub policy: Arc<Policy>,
    /// When its cause was committed.
    pub created: Timestamp,
}

/// What became of a letter.
pub struct Settled {
    /// Its number.
    pub id: i64,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// What came of it.
    pub outcome: Delivery,
}

/// Takes what is due, each with the policy its words need.
fn lease(tx: &mut Tx<'_>, most: i64, carried: &[Channel]) -> Result<Vec<Handed>, StoreError> {
    let leased = rows::lease(tx, most, carried)?;
    if leased.is_empty() {
        return Ok(Vec::new());
    }
    let policy = settings::policy(tx)?;
    Ok(leased
        .into_iter()
        .map(|row| (row, policy.clone()))
        .collect())
}

impl Service {
    /// Every row of the outbox, without its content.
    pub async fn outbox(&self, actor: &Actor, now: Timestamp) -> Result<Vec<Item>, ServiceError> {
        self.ask(actor, Permission::ManageOutbox, now, |tx| {
            Ok(Ok(rows::list(tx)?))
        })
        .await
    }

    /// Makes a letter due now.
    pub async fn retry_letter(
        &self,
        actor: &Actor,
        id: i64,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let by = actor.name();
        self.act(
            actor,
            Permission::ManageOutbox,
            now,
            move |tx, _| match rows::retry(tx, id)? {
                Retry::Due => {
                    let event = Event::new(Activity::OutboxRetried, by.clone());
                    audit::append(tx, event.detail(format!("outbox {id}")))?;
                    Ok(Ok(()))
                }
                Retry::Gone => Ok(Err(Denied::new(Refusal::MessageGone(id)))),
                Retry::Unknown => Ok(Err(Denied::new(Refusal::NoMessage(id)))),
            },
        )
        .await
    }

    /// Woken whenever this process has put something into the outbox.
    pub fn outbox_wake(&self) -> Arc<Notify> {
        self.store.outbox_wake().clone()
    }

    /// Whether there is something to do for a worker with these channels; asking writes nothing.
    pub async fn letters_due(
        &self,
        carried: &[Channel],
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        let carried = carried.to_vec();
        let due = move |tx: &mut Tx<'_>| {
            Ok(rows::next_due(tx, &carried)?.is_some_and(|due| due <= tx.now()))
        };
        Ok(self.store.read(now, due).await?)
    }

    /// Takes up to `most` letters that are due and that these channels carry.
    pub async fn take_letters(
        &self,
        most: i64,
        carried: &[Channel],
        now: Timestamp,
    ) -> Result<Vec<Taken>, ServiceError> {
        let carried = carried.to_vec();
        let leased = self.store.run(now, move |tx| lease(tx, most, &carried));
        Ok(self.opened(leased.await?))
    }

    /// A worker waits for letters of this process that go by this channel, until what it gets is
    /// dropped: they are leased to it as they are posted.
    pub fn wait_for_letters(&self, channel: Channel) -> Waiting {
        self.store.handover().wait_for(channel)
    }

    /// The letters that were handed to it meanwhile.
    pub fn handed_letters(&self, channel: Channel) -> Vec<Taken> {
        self.opened(self.store.handover().take(channel))
    }

    /// Records what became of a letter, and takes up to `most` more that are due and
    /// that these channels carry.
    pub async fn settle_letter(
        &self,
        id: i64,
        attempts: i64,
        outcome: Delivery,
        most: i64,
        carried: &[Channel],
        now: Timestamp,
    ) -> Result<Vec<Taken>, ServiceError> {
        let settled = vec![Settled {
            id,
            attempts,
            outcome,
        }];
        self.settle_letters(settled, most, carried, now).await
    }

    /// The same of several.
    pub async fn settle_letters(
        &self,
        settled: Vec<Settled>,
        most: i64,
        carried: &[Channel],
        now: Timestamp,
    ) -> Result<Vec<Taken>, ServiceError> {
        let carried = carried.to_vec();
        let leased = self.store.run(now, move |tx| {
            for letter in &settled {
                rows::settle(tx, letter.id, letter.attempts, &letter.outcome)?;
            }
            lease(tx, most, &carried)
        });
        Ok(self.opened(leased.await?))
    }

    fn opened(&self, leased: Vec<Handed>) -> Vec<Taken> {
        let open = |(row, policy): Handed| {
            let bytes = self
                .store
                .keys()
                .open(&rows::sealed_for(&row.place), &row.sealed);
            let letter = bytes.ok().and_then(|bytes| letters::decode(&bytes));
            let former = match &letter {
                Some(
                    Letter::AddressChanged { former, .. } | Letter::NumberChanged { former, .. },
                ) if row.former => Some(former.clone()),
                Some(Letter::MethodChanged { former, .. }) if row.former => former.clone(),
                _ => None,
            };
            Taken {
                id: row.id,
                place: row.place,
                attempts: row.attempts,
                channel: Channel::from_key(&row.channel),
                to: row.to.or(former),
                language: row.language,
                letter,
                policy,
                created: row.created,
            }
        };
        leased.into_iter().map(open).collect()
    }

    /// Whether this instance is the host's agent now. Hundreds of processes ask this every few
    /// seconds, so one that is not only looks.
    pub async fn elect_agent(
        &self,
        host: &str,
        instance: &str,
        carried: &[Channel],
        now: Timestamp,
    ) -> Result<bool, ServiceError> {
        let candidate = Candidate {
            host: host.to_owned(),
            instance: instance.to_owned(),
            version: env!("CARGO_PKG_VERSION"),
            carried: carried.to_vec(),
        };
        let (here, me) = (host.to_owned(), instance.to_owned());
        let elsewhere =
            move |tx: &mut Tx<'_>| election::is_elected_elsewhere(tx, &here, &me, SILENCE);
        if self.store.look(now, elsewhere).await? {
            return Ok(false);
        }
        Ok(self
            .store
            .run(now, move |tx| election::elect(tx, &candidate, SILENCE))
            .await?)
    }

    /// Deletes what is long past; how many rows.
    pub async fn purge(&self, now: Timestamp) -> Result<u64, ServiceError> {
        Ok(self.store.run(now, retention::purge).await?)
    }

    /// Steps down as the host's agent.
    pub async fn resign_agent(
        &self,
        host: &str,
        instance: &str,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let (host, instance) = (host.to_owned(), instance.to_owned());
        Ok(self
            .store
            .run(now, move |tx| election::resign(tx, &host, &instance))
            .await?)
    }
}
