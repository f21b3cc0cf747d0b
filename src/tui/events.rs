//! One ordered stream of everything that happens: keys, pastes, resizes, ticks, answers, signals,
//! and that the terminal is gone.
//!
//! One task on the runtime waits for all of it. What was typed before a screen was drawn is told
//! from what was typed after: bytes are stamped when they are read, and those that nobody has read
//! yet are counted when the screen is drawn. While nothing happens nobody is woken: a tick comes
//! only when one is due.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use crossterm::event::KeyEvent;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until, timeout};

mod bytes;
mod signals;

use bytes::Bytes;
use signals::Signals;

pub use super::decode::Mouse;
use super::decode::{Decoder, Typed};
use super::terminal;

/// Events that may wait; when there are more, reading waits.
const WAITING: usize = 256;

/// One thing that happened; `A` is what the product's own work answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<A> {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted; at most as much as a field takes.
    Paste(String),
    /// The mouse was used, where the terminal was asked to tell of it.
    Mouse(Mouse),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// The time that was waited for is over.
    Tick,
    /// Work that was asked for is done.
    Answer(A),
    /// The program is told to end.
    Signal(Stop),
    /// The terminal is gone.
    Closed,
}

/// A signal that ends the program. TSTP does not: there is no shell to go back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// SIGTERM.
    Term,
    /// SIGHUP.
    Hup,
    /// SIGQUIT.
    Quit,
    /// SIGINT.
    Int,
}

/// An event on its way. Apart from the queue, whose places keep what was in them: typed keys would
/// stand there one after another.
type Sent<A> = Box<Event<A>>;

/// Puts events into the stream.
pub struct Feed<A>(mpsc::Sender<Sent<A>>);

impl<A> Clone for Feed<A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<A> Feed<A> {
    /// Adds an event at the end, waiting for room.
    pub async fn send(&self, event: Event<A>) {
        // Nobody listens any more: the program is ending and the event means nothing.
        let _ended = self.0.send(Box::new(event)).await;
    }
}

/// The stream.
pub struct Events<A> {
    feed: Feed<A>,
    queue: mpsc::Receiver<Sent<A>>,
    /// What [`Events::drain`] took out of the queue and kept.
    kept: VecDeque<Sent<A>>,
    gate: Arc<Gate>,
    watch: Option<JoinHandle<()>>,
}

impl<A: Send + 'static> Events<A> {
    /// A stream of nothing but what its feed is given.
    pub fn fed() -> Self {
        let (sender, queue) = mpsc::channel(WAITING);
        Self {
            feed: Feed(sender),
            queue,
            kept: VecDeque::new(),
            gate: Arc::new(Gate {
                began: Instant::now(),
                since: AtomicU64::new(0),
                unread: AtomicUsize::new(0),
            }),
            watch: None,
        }
    }

    /// The stream of this process's terminal; within a tokio runtime with time and signals.
    ///
    /// # Errors
    /// When there is no terminal, or a signal handler can't be had.
    pub fn open() -> io::Result<Self> {
        let mut events = Self::fed();
        let watch = Watch {
            sender: events.feed.0.clone(),
            gate: Arc::clone(&events.gate),
            signals: Signals::new()?,
            decoder: Decoder::default(),
            bytes: Bytes::new()?,
        };
        events.watch = Some(tokio::spawn(watch.run()));
        Ok(events)
    }

    /// Ends the reading of the terminal, while the guard still holds it: a reader that outlives
    /// the guard would take the first line from whoever reads next.
    pub async fn close(mut self) {
        if let Some(watch) = self.watch.take() {
            watch.abort();
            let _aborted = watch.await;
        }
    }

    /// A way into the stream.
    pub fn feed(&self) -> Feed<A> {
        self.feed.clone()
    }

    /// The next thing that happened.
    pub async fn next(&mut self) -> Event<A> {
        let event = match self.kept.pop_front() {
            Some(event) => Some(event),
            None => self.queue.recv().await,
        };
        // The stream holds a sender itself, so it never ends by itself.
        event.map_or(Event::Closed, |event| *event)
    }

    /// The next thing that happened; a tick, once `patience` is over.
    pub async fn next_within(&mut self, patience: Option<Duration>) -> Event<A> {
        match patience {
            None => self.next().await,
            Some(patience) => {
                let event = timeout(patience, self.next()).await;
                event.unwrap_or(Event::Tick)
            }
        }
    }

    /// The next thing that happened already, if anything did.
    pub fn ready(&mut self) -> Option<Event<A>> {
        let kept = self.kept.pop_front();
        kept.or_else(|| self.queue.try_recv().ok())
            .map(|event| *event)
    }

    /// Drops keys, pastes and clicks that nobody read, so that they do not land in the next screen.
    /// Everything else stays, in order.
    pub fn drain(&mut self) {
        self.gate.since.store(self.gate.now(), Ordering::Relaxed);
        if self.watch.is_some() {
            self.gate.unread.store(bytes::unread(), Ordering::Relaxed);
        }
        while let Ok(event) = self.queue.try_recv() {
            self.kept.push_back(event);
        }
        self.kept
            .retain(|event| !matches!(**event, Event::Key(_) | Event::Paste(_) | Event::Mouse(_)));
    }
}

impl<A> Drop for Events<A> {
    fn drop(&mut self) {
        if let Some(watch) = &self.watch {
            watch.abort();
        }
    }
}

/// What the parts of the stream have in common.
struct Gate {
    began: Instant,
    /// Bytes read before this moment, in microseconds, are no longer wanted.
    since: AtomicU64,
    /// So many bytes that are not read yet had come before it, too.
    unread: AtomicUsize,
}

impl Gate {
    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

/// The task that puts everything but answers into the stream.
struct Watch<A> {
    sender: mpsc::Sender<Sent<A>>,
    gate: Arc<Gate>,
    signals: Signals,
    decoder: Decoder,
    bytes: Bytes,
}

impl<A> Watch<A> {
    async fn run(mut self) {
        let mut heard = Instant::now();
        loop {
            let patience = self.decoder.patience();
            let patient = sleep_until(heard + patience.unwrap_or_default());
            tokio::select! {
                read = self.bytes.next() => {
                    let Some(read) = read else {
                        self.send(Event::Closed).await;
                        return;
                    };
                    heard = Instant::now();
                    let at = self.gate.now();
                    let unread = self.gate.unread.swap(0, Ordering::Relaxed);
                    let (before, after) = read.split_at(read.len().min(unread));
                    self.gate.unread.store(unread - before.len(), Ordering::Relaxed);
                    let early = self.decoder.feed(before);
                    let typed = self.decoder.feed(after);
                    self.bytes.wipe();
                    self.typed(early, 0).await;
                    self.typed(typed, at).await;
                }
                () = patient, if patience.is_some() => {
                    let typed = self.decoder.give_up();
                    self.typed(typed, self.gate.now()).await;
                }
                event = self.signals.next() => self.send(event).await,
            }
        }
    }

    /// Passes on what was typed at `at`, unless a screen was drawn since.
    async fn typed(&self, typed: impl IntoIterator<Item = Typed>, at: u64) {
        for typed in typed {
            if typed == Typed::Extended {
                terminal::extend();
            } else if at >= self.gate.since.load(Ordering::Relaxed) {
                self.send(match typed {
                    Typed::Key(key) => Event::Key(key),
                    Typed::Paste(text) => Event::Paste(text),
                    Typed::Mouse(mouse) => Event::Mouse(mouse),
                    Typed::Extended => continue,
                })
                .await;
            }
        }
    }

    async fn send(&self, event: Event<A>) {
        // Nobody listens any more: the program is ending.
        let _ended = self.sender.send(Box::new(event)).await;
    }
}

#[cfg(test)]
mod tests;
