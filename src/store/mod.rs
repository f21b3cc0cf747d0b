//! One store over two engines. A decision is a plain function over [`Tx`], run as one transaction
//! on the store's own thread ([`Store::run`]); it may be run again when the engine asks for it, so
//! it holds no randomness and no hashing. Returning `Err` undoes everything; a refusal that must be
//! remembered is an `Ok` value.
//!
//! SQL is written once: parameters `$1 …` bound by name; only integers, text and bytes; booleans
//! 0/1; times in microseconds. Each file below holds the queries of one subject; no other room
//! knows SQL. Uses `domain` and `crypto`.

pub mod account_page;
pub mod accounts;
pub mod alerts;
pub mod approvals;
pub mod audit;
pub mod backup;
pub mod callers;
pub mod console;
pub mod contact_change;
pub mod credentials;
mod denial;
mod destination;
pub mod election;
mod engine;
pub mod enrolment;
pub mod entrance;
pub mod facts;
pub mod gates;
pub mod groups;
pub mod handing;
pub mod health;
pub mod human;
pub mod inspect;
pub mod journeys;
pub mod letters;
pub mod limits;
mod lock;
pub mod method_change;
pub mod methods;
mod migrations;
pub mod notices;
mod open;
pub mod outbox;
pub mod passes;
pub mod people;
mod place;
pub mod policy_saves;
mod postgres;
pub mod questions;
pub mod rekey;
pub mod reports;
pub mod retention;
mod schema;
pub mod security_info;
pub mod sending;
pub mod session;
pub mod settings;
pub mod sources;
mod sqlite;
pub mod tx;
pub mod unlock;
mod worker;

use std::sync::Arc;

use tokio::sync::Notify;

use crate::crypto::Keys;
use crate::domain::time::Timestamp;
use engine::Access;
use handing::Handover;
pub use place::Place;
pub use tx::Tx;
use worker::Worker;

/// Why the store did nothing.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// It can't be reached or written now; nothing was changed.
    #[error("the store can't be used now: {0}")]
    Unavailable(String),
    /// It can't be used as it is; the sentence names the mend.
    #[error("{0}")]
    Unusable(String),
    /// It belongs to another key.
    #[error(
        "the key does not belong to this store; put the key file that `init` made, or `store rekey` after it, in its place"
    )]
    WrongKey,
    /// Its key was changed while this process had it open.
    #[error(
        "the store has a new master key since `keyhatch store rekey`; start this again with the new key file"
    )]
    Rekeyed,
    /// Somebody else holds it for too long.
    #[error("the store is busy; try again")]
    Busy,
    /// A value in it can't be understood.
    #[error("the store holds a value that can't be read: {0}")]
    Damaged(String),
}

/// The store of one organisation.
pub struct Store {
    place: Place,
    writer: Arc<Worker>,
    reader: Arc<Worker>,
    keys: Arc<Keys>,
    outbox: Arc<Notify>,
}

impl Store {
    /// Makes the folder of a new store, and refuses a place where there can be none.
    pub fn prepare(place: &Place) -> Result<(), StoreError> {
        place.prepare()
    }

    /// Makes a store's tables, or finishes making them; refuses one that already holds an
    /// organisation.
    pub fn create(place: &Place, keys: Arc<Keys>) -> Result<Self, StoreError> {
        place.prepare()?;
        Self::with(place, keys, Access::Create)
    }

    /// Opens a store that `init` has made, bringing an older one up to date after a backup.
    pub fn open(place: &Place, keys: Arc<Keys>) -> Result<Self, StoreError> {
        place.check()?;
        Self::with(place, keys, Access::Write)
    }

    /// Makes a store that ends with this process.
    pub fn in_memory(keys: Arc<Keys>) -> Result<Self, StoreError> {
        Self::with(&Place::Memory, keys, Access::Create)
    }

    fn with(place: &Place, keys: Arc<Keys>, access: Access) -> Result<Self, StoreError> {
        let writer = Arc::new(Worker::start(place.clone(), access, keys.clone())?);
        let reader = match place {
            // What is in memory is there for one connection.
            Place::Memory => writer.clone(),
            _ => Arc::new(Worker::later(place.clone(), Access::Read, keys.clone())),
        };
        Ok(Self {
            place: place.clone(),
            writer,
            reader,
            keys,
            outbox: Arc::new(Notify::new()),
        })
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The keys the store's values are sealed and hashed with.
    pub fn keys(&self) -> &Arc<Keys> {
        &self.keys
    }

    /// Woken whenever this process has put something into the outbox.
    pub fn outbox_wake(&self) -> &Arc<Notify> {
        &self.outbox
    }

    /// Where the worker of this process is handed what this process posts.
    pub fn handover(&self) -> &Arc<Handover> {
        self.writer.handover()
    }

    /// Runs a decision as one transaction. `now` is what the clock says; the decision sees store
    /// time, which never runs backwards.
    pub async fn run<T, F>(&self, now: Timestamp, decision: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let (value, posted) = self.writer.run(now, decision).await?;
        if posted {
            self.outbox.notify_one();
        }
        Ok(value)
    }

    /// Answers a short question on the connection that writes, but without waiting for other writers:
    /// for what many processes ask again and again.
    pub async fn look<T, F>(&self, now: Timestamp, question: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        self.writer.look(now, question).await
    }

    /// Runs a read that may be long on a connection of its own, which can't write.
    pub async fn read<T, F>(&self, now: Timestamp, question: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        Ok(self.reader.run(now, question).await?.0)
    }
}
