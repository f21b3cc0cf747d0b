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
use rustix::termios::tcgetattr;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until, timeout};
use zeroize::{Zeroize as _, Zeroizing};

mod signals;

use signals::Signals;

use super::decode::{Decoder, Typed};
use super::terminal;
use crate::keyboard::{Bytes, Keyboard};

/// Events that may wait; when there are more, reading waits.
const WAITING: usize = 256;

/// How long the reader may take to end once it is told to.
const READS: Duration = Duration::from_secs(1);

/// How long to wait when somebody else took the bytes.
const TAKEN: Duration = Duration::from_millis(50);

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
    reader: Option<Reader>,
}

/// The thread that reads the terminal, and what ends it.
struct Reader {
    thread: std::thread::JoinHandle<()>,
    keyboard: Arc<Keyboard>,
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
        let keyboard = Arc::new(Keyboard::new()?);
        let heard = Arc::clone(&keyboard);
        let thread = std::thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || read(&heard, &bytes, &gate))?;
        events.reader = Some(Reader { thread, keyboard });
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
            reader.keyboard.stop();
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

    /// Drops keys and pastes that nobody read, so that they do not land in the next screen.
    /// Everything else stays, in order.
    pub fn drain(&mut self) {
        self.gate.since.store(self.gate.now(), Ordering::Relaxed);
        while let Ok(event) = self.queue.try_recv() {
            self.kept.push_back(event);
        }
        self.kept
            .retain(|event| !matches!(**event, Event::Key(_) | Event::Paste(_)));
    }
}

impl<A> Drop for Events<A> {
    fn drop(&mut self) {
        if let Some(watch) = &self.watch {
            watch.abort();
        }
        if let Some(reader) = &self.reader {
            reader.keyboard.stop();
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

/// Reads the terminal until it is gone or the stream is dropped. A terminal that is gone tells no
/// modes; one that is there has had its bytes taken by somebody else.
fn read(keyboard: &Keyboard, sender: &mpsc::Sender<Portion>, gate: &Gate) {
    let mut buffer = Zeroizing::new([0; 1024]);
    loop {
        let read = match keyboard.read(buffer.as_mut_slice()) {
            Ok(Bytes::Read(0)) if tcgetattr(io::stdin()).is_ok() => {
                std::thread::sleep(TAKEN);
                continue;
            }
            Ok(Bytes::Read(0) | Bytes::Stopped) | Err(_) => return,
            Ok(Bytes::Read(n)) => buffer.get_mut(..n).unwrap_or_default(),
        };
        let portion = Portion {
            bytes: Zeroizing::new(read.to_vec()),
            at: gate.now(),
        };
        read.zeroize();
        if sender.blocking_send(portion).is_err() {
            return;
        }
    }
}

/// The task that puts everything but answers into the stream.
struct Watch<A> {
    sender: mpsc::Sender<Sent<A>>,
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
            if typed == Typed::Extended {
                terminal::extend();
            } else if at >= self.gate.since.load(Ordering::Relaxed) {
                self.send(match typed {
                    Typed::Key(key) => Event::Key(key),
                    Typed::Paste(text) => Event::Paste(text),
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
