//! One owned thread per connection: decisions come in, answers go out, in order.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use tokio::sync::oneshot;

use super::engine::{Access, Engine};
use super::tx::params;
use super::{Place, StoreError, Tx, migrations, postgres, sqlite};
use crate::crypto::Keys;
use crate::domain::time::Timestamp;

type Job = Box<dyn FnOnce(&mut dyn Engine) + Send>;

/// The sending side of a connection's thread.
pub struct Worker {
    place: Place,
    access: Access,
    keys: Arc<Keys>,
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
}

impl Worker {
    /// Opens the connection now.
    pub fn start(place: Place, access: Access, keys: Arc<Keys>) -> Result<Self, StoreError> {
        let worker = Self::later(place, access, keys);
        worker.sender()?;
        Ok(worker)
    }

    /// Opens the connection when it is first used.
    pub fn later(place: Place, access: Access, keys: Arc<Keys>) -> Self {
        Self {
            place,
            access,
            keys,
            jobs: Mutex::new(None),
        }
    }

    fn sender(&self) -> Result<mpsc::Sender<Job>, StoreError> {
        let mut jobs = self.jobs.lock().map_err(|_| ended())?;
        if let Some(sender) = jobs.as_ref() {
            return Ok(sender.clone());
        }
        let (sender, receiver) = mpsc::channel::<Job>();
        let (opened, open) = mpsc::channel();
        let (place, access, keys) = (self.place.clone(), self.access, self.keys.clone());
        thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || {
                let mut engine = match connect(&place, access, &keys) {
                    Ok(engine) => engine,
                    Err(error) => {
                        let _ = opened.send(Err(error));
                        return;
                    }
                };
                let _ = opened.send(Ok(()));
                for job in receiver {
                    job(engine.as_mut());
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        open.recv().map_err(|_| ended())??;
        *jobs = Some(sender.clone());
        Ok(sender)
    }

    /// Runs one decision; says also whether it put something into the outbox.
    pub async fn run<T, F>(&self, now: Timestamp, mut decision: F) -> Result<(T, bool), StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let keys = self.keys.clone();
        let job: Job = Box::new(move |engine| {
            let mut result = None;
            let outcome = engine.transact(&mut |connection| {
                let latest = {
                    let mut tx = Tx::new(&mut *connection, &keys, now);
                    clock(&mut tx)?
                };
                let at = latest.map_or(now, |latest| latest.max(now));
                let mut tx = Tx::new(connection, &keys, at);
                let value = decision(&mut tx)?;
                // What only looked leaves nothing behind, not even the time: a sync is what costs.
                if tx.wrote && latest.is_none_or(|latest| at > latest) {
                    set_clock(&mut tx)?;
                }
                result = Some((value, tx.posted));
                Ok(())
            });
            let _ = answer.send(outcome.and_then(|()| result.ok_or_else(ended)));
        });
        self.sender()?.send(job).map_err(|_| ended())?;
        answered.await.map_err(|_| ended())?
    }
}

fn ended() -> StoreError {
    StoreError::Unavailable("its thread has ended".to_owned())
}

/// The latest store time ever recorded.
fn clock(tx: &mut Tx<'_>) -> Result<Option<Timestamp>, StoreError> {
    let latest = tx.maybe(
        "SELECT number FROM meta WHERE name = 'clock'",
        params![],
        |mut row| row.maybe_time(),
    )?;
    Ok(latest.flatten())
}

fn set_clock(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO meta (name, number) VALUES ('clock', $1)
         ON CONFLICT (name) DO UPDATE SET number = excluded.number",
        params![tx.now()],
    )?;
    Ok(())
}

fn connect(place: &Place, access: Access, keys: &Keys) -> Result<Box<dyn Engine>, StoreError> {
    let mut engine: Box<dyn Engine> = match place {
        Place::Sqlite(path) => Box::new(sqlite::Sqlite::open(path, access)?),
        Place::Memory => Box::new(sqlite::Sqlite::in_memory()?),
        Place::Postgres(url) => Box::new(postgres::Postgres::open(url, access)?),
    };
    migrations::check_key(engine.as_mut(), keys, access)?;
    Ok(engine)
}
