//! One ordered stream of everything that happens: keys, pastes, resizes, ticks, answers, signals,
//! and that the terminal is gone.
//!
//! A thread of its own reads bytes, because a terminal cannot be read without waiting; everything
//! else is one task on the runtime. Bytes are stamped when they are read, so that what was typed
//! before a screen was drawn can be told from what was typed after. While nothing happens nobody
//! is woken: a tick comes only when one is due.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crossterm::event::KeyEvent;
use rustix::event::{EventfdFlags, PollFd, PollFlags, eventfd, poll};
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use rustix::termios::tcgetattr;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until, timeout};
use zeroize::Zeroizing;

mod signals;

use signals::Signals;

use super::decode::{Decoder, Typed};

/// Events that may wait; when there are more, reading waits.
const WAITING: usize = 256;

/// How long the reader may take to end once it is told to.
const READS: Duration = Duration::from_secs(1);

/// Portions of bytes that may wait before they are events.
const PORTIONS: usize = 4;

/// One thing that happened; `A` is what the product's own work answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<A> {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted; at most as much as a field takes.
    Paste(String),
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

/// Puts events into the stream.
pub struct Feed<A>(mpsc::Sender<Event<A>>);

impl<A> Clone for Feed<A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<A> Feed<A> {
    /// Adds an event at the end, waiting for room.
    pub async fn send(&self, event: Event<A>) {
        // Nobody listens any more: the program is ending and the event means nothing.
        let _ended = self.0.send(event).await;
    }
}

/// The stream.
pub struct Events<A> {
    feed: Feed<A>,
    queue: mpsc::Receiver<Event<A>>,
    /// What [`Events::drain`] took out of the queue and kept.
    kept: VecDeque<Event<A>>,
    gate: Arc<Gate>,
    watch: Option<JoinHandle<()>>,
    reader: Option<Reader>,
}

/// The thread that reads the terminal, and what ends it.
struct Reader {
    thread: std::thread::JoinHandle<()>,
    stop: Arc<OwnedFd>,
}

impl Reader {
    fn stop(&self) {
        // Nothing but this is ever written to it, so there is room.
        let _told = rustix::io::write(&self.stop, &1u64.to_ne_bytes());
    }
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
            }),
            watch: None,
            reader: None,
        }
    }

    /// The stream of this process's terminal; within a tokio runtime with time and signals.
    ///
    /// # Errors
    /// When a thread or a signal handler can't be had.
    pub fn open() -> io::Result<Self> {
        let mut events = Self::fed();
        let (bytes, portions) = mpsc::channel(PORTIONS);
        let watch = Watch {
            sender: events.feed.0.clone(),
            gate: Arc::clone(&events.gate),
            signals: Signals::new()?,
            decoder: Decoder::default(),
        };
        events.watch = Some(tokio::spawn(watch.run(portions)));
        let gate = Arc::clone(&events.gate);
        let stop = Arc::new(eventfd(0, EventfdFlags::CLOEXEC)?);
        let stopped = Arc::clone(&stop);
        let thread = std::thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || read(&bytes, &gate, &stopped))?;
        events.reader = Some(Reader { thread, stop });
        Ok(events)
    }

    /// Ends the reading of the terminal, while the guard still holds it: a reader that outlives
    /// the guard would take the first line from whoever reads next.
    pub async fn close(mut self) {
        if let Some(watch) = self.watch.take() {
            watch.abort();
            let _aborted = watch.await;
        }
        if let Some(reader) = self.reader.take() {
            reader.stop();
            let ended = tokio::task::spawn_blocking(move || reader.thread.join());
            // Only a terminal whose modes somebody else changed keeps it longer.
            let _ended = timeout(READS, ended).await;
        }
    }

    /// A way into the stream.
    pub fn feed(&self) -> Feed<A> {
        self.feed.clone()
    }

    /// The next thing that happened.
    pub async fn next(&mut self) -> Event<A> {
        match self.kept.pop_front() {
            Some(event) => event,
            // The stream holds a sender itself, so it never ends by itself.
            None => self.queue.recv().await.unwrap_or(Event::Closed),
        }
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
        self.kept.pop_front().or_else(|| self.queue.try_recv().ok())
    }

    /// Drops keys and pastes that nobody read, so that they do not land in the next screen.
    /// Everything else stays, in order.
    pub fn drain(&mut self) {
        self.gate.since.store(self.gate.now(), Ordering::Relaxed);
        while let Ok(event) = self.queue.try_recv() {
            self.kept.push_back(event);
        }
        self.kept
            .retain(|event| !matches!(event, Event::Key(_) | Event::Paste(_)));
    }
}

impl<A> Drop for Events<A> {
    fn drop(&mut self) {
        if let Some(watch) = &self.watch {
            watch.abort();
        }
        if let Some(reader) = &self.reader {
            reader.stop();
        }
    }
}

/// What the parts of the stream have in common.
struct Gate {
    began: Instant,
    /// Bytes read before this moment, in microseconds, are no longer wanted.
    since: AtomicU64,
}

impl Gate {
    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

/// Bytes, and when they were read.
struct Portion {
    bytes: Zeroizing<Vec<u8>>,
    at: u64,
}

/// Reads the terminal until it is gone or the reader is told to stop. The guard made reading
/// answer at once, with nothing where nothing was typed; a terminal that is gone tells no modes.
fn read(sender: &mpsc::Sender<Portion>, gate: &Gate, stop: &OwnedFd) {
    let mut buffer = Zeroizing::new([0; 1024]);
    let stdin = io::stdin();
    loop {
        let mut both = [
            PollFd::new(&stdin, PollFlags::IN),
            PollFd::new(stop, PollFlags::IN),
        ];
        match poll(&mut both, None) {
            Err(Errno::INTR) => continue,
            Err(_) => return,
            Ok(_) => {}
        }
        let [_, told] = &both;
        if !told.revents().is_empty() {
            return;
        }
        let portion = match rustix::io::read(&stdin, buffer.as_mut_slice()) {
            Ok(0) if tcgetattr(&stdin).is_ok() => continue,
            Err(Errno::INTR) => continue,
            Ok(0) | Err(_) => return,
            Ok(n) => Portion {
                bytes: Zeroizing::new(buffer.iter().take(n).copied().collect()),
                at: gate.now(),
            },
        };
        if sender.blocking_send(portion).is_err() {
            return;
        }
    }
}

/// The task that puts everything but answers into the stream.
struct Watch<A> {
    sender: mpsc::Sender<Event<A>>,
    gate: Arc<Gate>,
    signals: Signals,
    decoder: Decoder,
}

impl<A> Watch<A> {
    async fn run(mut self, mut portions: mpsc::Receiver<Portion>) {
        let mut heard = Instant::now();
        loop {
            let patience = self.decoder.patience();
            let patient = sleep_until(heard + patience.unwrap_or_default());
            tokio::select! {
                portion = portions.recv() => {
                    let Some(portion) = portion else {
                        self.send(Event::Closed).await;
                        return;
                    };
                    heard = Instant::now();
                    let typed = self.decoder.feed(&portion.bytes);
                    self.typed(typed, portion.at).await;
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
            if at >= self.gate.since.load(Ordering::Relaxed) {
                self.send(match typed {
                    Typed::Key(key) => Event::Key(key),
                    Typed::Paste(text) => Event::Paste(text),
                })
                .await;
            }
        }
    }

    async fn send(&self, event: Event<A>) {
        // Nobody listens any more: the program is ending.
        let _ended = self.sender.send(event).await;
    }
}

#[cfg(test)]
mod tests;
