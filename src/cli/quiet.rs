//! A terminal without echo, from the start of a front end to the end of its process: also before
//! its first screen, between two forms of it, and while the last letters leave.

use std::io::{self, IsTerminal as _};

use rustix::termios::{
    LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr,
};

/// Keeps the terminal's echo off; put back, with what was typed thrown away, when dropped.
pub struct Quiet {
    before: Option<Termios>,
}

impl Quiet {
    /// Switches the echo off, where stdin is a terminal.
    pub fn start() -> io::Result<Self> {
        let stdin = io::stdin();
        if !stdin.is_terminal() {
            return Ok(Self { before: None });
        }
        let before = tcgetattr(&stdin)?;
        let mut silent = before.clone();
        silent.local_modes.remove(LocalModes::ECHO);
        tcsetattr(&stdin, OptionalActions::Now, &silent)?;
        Ok(Self {
            before: Some(before),
        })
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let stdin = io::stdin();
            let _ = tcflush(&stdin, QueueSelector::IFlush);
            let _ = tcsetattr(&stdin, OptionalActions::Now, before);
        }
    }
}
