//! One ordered stream of everything that happens: keys, pastes, resizes, ticks, answers, signals,
//! and that the terminal is gone.
//!
//! Crossterm reads on a thread of its own. When a terminal hangs up it can read nothing for ever
//! without ending, so the terminal is also asked whether it is still there, and if not, standard
//! input is replaced by a pipe that stays silent: the reader then sleeps instead of spinning.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{self, KeyEvent, KeyEventKind};
use rustix::io::Errno;
use rustix::process::Signal;
use rustix::termios::tcgetattr;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::domain::secret::FIELD_BYTES;

/// How often the clock ticks and the terminal is asked whether it is there.
const TICK: Duration = Duration::from_millis(250);

/// Keys that may wait; when there are more, the reader waits.
const WAITING: usize = 256;

/// One thing that happened; `A` is what the product's own work answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Event<A> {
    /// A key was pressed or repeats.
    Key(KeyEvent),
    /// Text was pasted; at most [`FIELD_BYTES`] of it.
    Paste(String),
    /// The terminal has another size: columns, rows.
    Resize(u16, u16),
    /// A quarter of a second went by.
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
    stop: Arc<AtomicBool>,
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
            stop: Arc::new(AtomicBool::new(false)),
            watch: None,
        }
    }

    /// The stream of this process's terminal; within a tokio runtime with time and signals.
    ///
    /// # Errors
    /// When a thread or a signal handler can't be had.
    pub fn open() -> io::Result<Self> {
        let mut events = Self::fed();
        let (sender, stop) = (events.feed.0.clone(), Arc::clone(&events.stop));
        events.watch = Some(tokio::spawn(watch(sender.clone(), Signals::new()?)));
        std::thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || read(&sender, &stop))?;
        Ok(events)
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

    /// The next thing that happened already, if anything did.
    pub fn ready(&mut self) -> Option<Event<A>> {
        self.kept.pop_front().or_else(|| self.queue.try_recv().ok())
    }

    /// Drops keys and pastes that nobody read, so that they do not land in the next screen.
    /// Everything else stays, in order.
    pub fn drain(&mut self) {
        while let Ok(event) = self.queue.try_recv() {
            self.kept.push_back(event);
        }
        self.kept
            .retain(|event| !matches!(event, Event::Key(_) | Event::Paste(_)));
    }
}

impl<A> Drop for Events<A> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(watch) = &self.watch {
            watch.abort();
        }
    }
}

/// Reads the terminal until it is gone, the stream is dropped, or reading fails.
fn read<A>(sender: &mpsc::Sender<Event<A>>, stop: &AtomicBool) {
    while !stop.load(Ordering::Relaxed) && !gone() {
        let event = match event::poll(TICK) {
            Ok(false) => continue,
            Ok(true) => event::read(),
            Err(error) => Err(error),
        };
        let event = match event {
            Ok(event::Event::Key(key)) if key.kind == KeyEventKind::Release => continue,
            Ok(event::Event::Key(key)) => Event::Key(key),
            Ok(event::Event::Paste(text)) => Event::Paste(bounded(text)),
            Ok(event::Event::Resize(columns, rows)) => Event::Resize(columns, rows),
            Ok(_) => continue,
            Err(_) => break,
        };
        if sender.blocking_send(event).is_err() {
            return;
        }
    }
    let _ended = sender.blocking_send(Event::Closed);
}

/// The first [`FIELD_BYTES`] of a paste, to a whole character.
fn bounded(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(FIELD_BYTES));
    text
}

/// Whether the terminal at standard input hung up.
fn gone() -> bool {
    matches!(tcgetattr(io::stdin()), Err(Errno::IO))
}

struct Signals {
    term: tokio::signal::unix::Signal,
    hup: tokio::signal::unix::Signal,
    quit: tokio::signal::unix::Signal,
    int: tokio::signal::unix::Signal,
    tstp: tokio::signal::unix::Signal,
}

impl Signals {
    fn new() -> io::Result<Self> {
        Ok(Self {
            term: signal(SignalKind::terminate())?,
            hup: signal(SignalKind::hangup())?,
            quit: signal(SignalKind::quit())?,
            int: signal(SignalKind::interrupt())?,
            tstp: signal(SignalKind::from_raw(Signal::TSTP.as_raw()))?,
        })
    }

    async fn next(&mut self) -> Stop {
        loop {
            return tokio::select! {
                _ = self.term.recv() => Stop::Term,
                _ = self.hup.recv() => Stop::Hup,
                _ = self.quit.recv() => Stop::Quit,
                _ = self.int.recv() => Stop::Int,
                _ = self.tstp.recv() => continue,
            };
        }
    }
}

/// Ticks, passes signals on, and sees that the terminal is gone.
async fn watch<A>(sender: mpsc::Sender<Event<A>>, mut signals: Signals) {
    let mut clock = interval(TICK);
    clock.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            stop = signals.next() => {
                if sender.send(Event::Signal(stop)).await.is_err() {
                    return;
                }
            }
            _ = clock.tick() => {
                if gone() {
                    silence();
                    let _ended = sender.send(Event::Closed).await;
                    return;
                }
                // A full queue needs no tick to be looked at.
                let _full = sender.try_send(Event::Tick);
            }
        }
    }
}

/// Puts a pipe nobody writes to in the place of standard input, for as long as the process lives.
fn silence() {
    if let Ok((reader, writer)) = io::pipe() {
        let _kept = rustix::stdio::dup2_stdin(&reader);
        std::mem::forget(writer);
    }
}

#[cfg(test)]
mod tests;
