//! One owned thread per connection: decisions come in, answers go out, in order.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::engine::{Access, Body, Engine, Gone};
use super::handing::Handover;
use super::tx::{Memo, params};
use super::{Place, StoreError, Tx, migrations, postgres, sqlite};
use crate::crypto::Keys;
use crate::crypto::keys::same;
use crate::domain::time::Timestamp;

type Job = Box<dyn FnOnce(&mut dyn Engine, &mut Memo) + Send>;

/// The sending side of a connection's thread.
pub struct Worker {
    place: Place,
    access: Access,
    keys: Arc<Keys>,
    jobs: Mutex<Option<mpsc::Sender<Job>>>,
    flow: Arc<Mutex<Flow>>,
    handover: Arc<Handover>,
}

/// Store time while the host's clock is behind it: it goes on from the latest moment recorded, as
/// fast as time really passes, so that nothing is freed early and nothing stands still for ever.
#[derive(Default)]
struct Flow {
    /// Store time when the clock was last seen behind, and when that was seen.
    behind: Option<(Timestamp, Instant)>,
}

impl Flow {
    /// Store time for a clock that says `now` and a store that has recorded `latest`.
    fn time(&mut self, now: Timestamp, latest: Option<Timestamp>) -> Timestamp {
        let Some(latest) = latest.filter(|latest| *latest > now) else {
            self.behind = None;
            return now;
        };
        let seen = Instant::now();
        let (from, since) = *self.behind.get_or_insert((latest, seen));
        let passed = Duration::from_secs(seen.duration_since(since).as_secs());
        latest.max(from.plus(passed))
    }
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
            flow: Arc::default(),
            handover: Arc::default(),
        }
    }

    /// Where letters are handed to the worker over the outbox.
    pub fn handover(&self) -> &Arc<Handover> {
        &self.handover
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
                let mut memo = Memo::default();
                for job in receiver {
                    if engine.is_stale() {
                        // The old connection goes first: two on one file would share its locks.
                        memo = Memo::default();
                        drop(std::mem::replace(&mut engine, Box::new(Gone(ended()))));
                        engine = connect(&place, access, &keys)
                            .unwrap_or_else(|error| Box::new(Gone(error)));
                    }
                    job(engine.as_mut(), &mut memo);
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        open.recv().map_err(|_| ended())??;
        *jobs = Some(sender.clone());
        Ok(sender)
    }

    /// Runs one decision; says also whether it put something into the outbox.
    pub async fn run<T, F>(&self, now: Timestamp, decision: F) -> Result<(T, bool), StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        self.perform(now, false, decision).await
    }

    /// Answers a short question, without a turn among those who write.
    pub async fn look<T, F>(&self, now: Timestamp, question: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        Ok(self.perform(now, true, question).await?.0)
    }

    async fn perform<T, F>(
        &self,
        now: Timestamp,
        looks: bool,
        mut decision: F,
    ) -> Result<(T, bool), StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let (answer, answered) = oneshot::channel();
        let keys = self.keys.clone();
        let writes = self.access != Access::Read && !looks;
        let (flow, handover) = (self.flow.clone(), self.handover.clone());
        let job: Job = Box::new(move |engine, memo| {
            let mut result = None;
            let body: Body<'_> = &mut |connection| {
                let mut tx = Tx::new(connection, &keys, now, memo);
                let (latest, policy) = recorded(&mut tx, &keys)?;
                let at = flow.lock().map_err(|_| ended())?.time(now, latest);
                tx.begin(at, policy);
                if writes {
                    tx.carried = handover.carried();
                }
                let value = decision(&mut tx)?;
                if writes && tx.changed && latest.is_none_or(|latest| at > latest) {
                    set_clock(&mut tx)?;
                }
                result = Some((value, tx.posted, std::mem::take(&mut tx.handed)));
                Ok(())
            };
            let outcome = match looks {
                true => engine.look(body),
                false => engine.transact(body),
            };
            let done = outcome.and_then(|()| result.ok_or_else(ended));
            let _ = answer.send(done.map(|(value, posted, handed)| {
                // Committed: they are the worker's.
                handover.give(handed);
                (value, posted)
            }));
        });
        if let Err(mpsc::SendError(job)) = self.sender()?.send(job) {
            // The thread has died: the next one takes over.
            *self.jobs.lock().map_err(|_| ended())? = None;
            self.sender()?.send(job).map_err(|_| ended())?;
        }
        answered.await.map_err(|_| ended())?
    }
}

fn ended() -> StoreError {
    StoreError::Unavailable("its thread has ended".to_owned())
}

/// The latest store time ever recorded, and the version of the policy. A process with another key
/// than the store's, because that was changed meanwhile, goes no further: what it wrote nobody could
/// open.
fn recorded(tx: &mut Tx<'_>, keys: &Keys) -> Result<(Option<Timestamp>, Option<i64>), StoreError> {
    let (mut clock, mut policy, mut ours) = (None, None, true);
    tx.each(
        // A range and not a list, for which SQLite would make a table in each transaction.
        "SELECT name, number, bytes FROM meta WHERE name >= 'clock' AND name <= 'policy'",
        params![],
        |mut row| {
            match row.text()?.as_str() {
                "clock" => clock = row.maybe_time()?,
                "policy" => policy = row.maybe_int()?,
                "key" => {
                    row.value();
                    ours = same(&row.bytes()?, &keys.check_value());
                }
                _ => {}
            }
            Ok(())
        },
    )?;
    match ours {
        true => Ok((clock, policy)),
        false => Err(StoreError::Rekeyed),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn store_time_never_runs_backwards_and_never_stands_still() {
        let at = Timestamp::from_seconds;
        let mut flow = Flow::default();
        assert_eq!(flow.time(at(100), None), at(100));
        assert_eq!(flow.time(at(200), Some(at(100))), at(200));
        assert_eq!(
            flow.time(at(50), Some(at(200))),
            at(200),
            "the clock stepped back"
        );
        let long_ago = Instant::now().checked_sub(Duration::from_secs(30)).unwrap();
        flow.behind = Some((at(200), long_ago));
        assert_eq!(
            flow.time(at(50), Some(at(200))),
            at(230),
            "thirty seconds have passed"
        );
        assert_eq!(
            flow.time(at(50), Some(at(400))),
            at(400),
            "another process was further"
        );
        assert_eq!(
            flow.time(at(500), Some(at(400))),
            at(500),
            "the clock has caught up"
        );
        assert!(flow.behind.is_none());
    }
}
