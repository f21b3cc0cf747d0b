//! A terminal without echo and without messages of other users, from the start of a front end to the
//! end of its process: also before its first screen, between two forms of it, and while the last
//! letters leave.

use std::io::{self, IsTerminal as _};

use rustix::fs::{Mode, fchmod, fstat};
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr,
};

/// Keeps the terminal's echo and messages off; put back, with what was typed thrown away, when dropped.
pub struct Quiet {
    before: Option<Termios>,
    /// Who could write to the terminal, where it is ours to say.
    mode: Option<Mode>,
}

impl Quiet {
    /// Switches the echo off, where stdin is a terminal.
    pub fn start() -> io::Result<Self> {
        let stdin = io::stdin();
        if !stdin.is_terminal() {
            return Ok(Self {
                before: None,
                mode: None,
            });
        }
        let before = tcgetattr(&stdin)?;
        let mut silent = before.clone();
        silent
            .local_modes
            .remove(LocalModes::ECHO | LocalModes::ISIG);
        // ^C, ^Z and ^\\ are keys like others, and ^S stops nothing, also between two forms of a front
        // end: one that is pressed there would end the next.
        silent.input_modes.remove(InputModes::IXON);
        tcsetattr(&stdin, OptionalActions::Now, &silent)?;
        Ok(Self {
            before: Some(before),
            mode: hush(&stdin),
        })
    }
}

/// Keeps other users from writing to the terminal; how it was, if that could be changed.
fn hush(terminal: &io::Stdin) -> Option<Mode> {
    let before = Mode::from_raw_mode(fstat(terminal).ok()?.st_mode);
    let others = Mode::WGRP | Mode::WOTH;
    if !before.intersects(others) {
        return None;
    }
    fchmod(terminal, before - others).ok()?;
    Some(before)
}

impl Drop for Quiet {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let stdin = io::stdin();
            let _ = tcflush(&stdin, QueueSelector::IFlush);
            let _ = tcsetattr(&stdin, OptionalActions::Now, before);
        }
        if let Some(mode) = self.mode {
            let _ = fchmod(io::stdin(), mode);
        }
    }
}
