//! The signals of the process as events. TSTP is caught and means nothing.

use std::io;

use rustix::process::Signal;
use rustix::termios::tcgetwinsize;
use tokio::signal::unix::{self, SignalKind, signal};

use super::{Event, Stop};

/// All signals the front end listens to.
pub struct Signals {
    term: unix::Signal,
    hup: unix::Signal,
    quit: unix::Signal,
    int: unix::Signal,
    tstp: unix::Signal,
    winch: unix::Signal,
}

impl Signals {
    /// Catches them from now on.
    ///
    /// # Errors
    /// When a handler can't be had.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            term: signal(SignalKind::terminate())?,
            hup: signal(SignalKind::hangup())?,
            quit: signal(SignalKind::quit())?,
            int: signal(SignalKind::interrupt())?,
            tstp: signal(SignalKind::from_raw(Signal::TSTP.as_raw()))?,
            winch: signal(SignalKind::window_change())?,
        })
    }

    /// The next event that a signal stands for.
    pub async fn next<A>(&mut self) -> Event<A> {
        loop {
            return Event::Signal(tokio::select! {
                _ = self.term.recv() => Stop::Term,
                _ = self.hup.recv() => Stop::Hup,
                _ = self.quit.recv() => Stop::Quit,
                _ = self.int.recv() => Stop::Int,
                _ = self.tstp.recv() => continue,
                _ = self.winch.recv() => match tcgetwinsize(io::stdin()) {
                    Ok(size) => return Event::Resize(size.ws_col, size.ws_row),
                    Err(_) => continue,
                },
            });
        }
    }
}
