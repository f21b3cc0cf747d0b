//! Lines of stdin, read only when asked for: what was typed before a prompt is discarded, and
//! secrets are read without echo.

use std::io::{self, BufRead as _, IsTerminal as _, Stdin};
use std::sync::mpsc as blocking;
use std::thread;

use rustix::termios::{
    InputModes, LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr,
};
use tokio::sync::mpsc;
use zeroize::Zeroizing;

use crate::domain::secret::FIELD_BYTES;

/// The most bytes of a line that are kept: a password that is too long must be seen to be.
const LINE_BYTES: usize = 2 * FIELD_BYTES;

/// What came of waiting for a line.
pub enum Answer {
    /// A line, without its end.
    Line(Zeroizing<String>),
    /// ^D at a terminal that is still there.
    Nothing,
    /// Time wiped everything first.
    Wiped,
    /// The terminal or the process ends.
    End,
}

/// The reading side of the terminal.
pub struct Lines {
    stdin: Stdin,
    /// How the terminal was, to be put back; none for a pipe.
    before: Option<Termios>,
    wanted: blocking::Sender<()>,
    read: mpsc::Receiver<Option<Zeroizing<String>>>,
    /// A line is being waited for already.
    waiting: bool,
}

impl Lines {
    /// Takes stdin over; its echo is off but for a prompt that is no secret.
    pub fn new() -> io::Result<Self> {
        let stdin = io::stdin();
        let before = match stdin.is_terminal() {
            true => Some(tcgetattr(&stdin)?),
            false => None,
        };
        let (wanted, wants) = blocking::channel();
        let (found, read) = mpsc::channel(1);
        thread::Builder::new()
            .name("lines".to_owned())
            .spawn(move || {
                for () in wants {
                    let line = line().unwrap_or_default();
                    // A terminal that is gone can't be asked about itself.
                    let ended = line.is_none() && tcgetattr(io::stdin()).is_err();
                    if found.blocking_send(line).is_err() || ended {
                        return;
                    }
                }
            })?;
        let lines = Self {
            stdin,
            before,
            wanted,
            read,
            waiting: false,
        };
        lines.echo(false)?;
        Ok(lines)
    }

    fn echo(&self, on: bool) -> io::Result<()> {
        if let Some(before) = &self.before {
            let mut modes = before.clone();
            modes.local_modes.set(LocalModes::ECHO, on);
            // ^C, ^Z and ^\\ are keys like others, and ^S stops nothing.
            modes.local_modes.remove(LocalModes::ISIG);
            modes.input_modes.remove(InputModes::IXON);
            tcsetattr(&self.stdin, OptionalActions::Now, &modes)?;
        }
        Ok(())
    }

    /// Asks for one line; whatever was typed before is gone.
    pub fn request(&mut self, secret: bool) -> io::Result<()> {
        if self.before.is_some() {
            tcflush(&self.stdin, QueueSelector::IFlush)?;
            self.echo(!secret)?;
        }
        if !self.waiting {
            self.waiting = true;
            let _ = self.wanted.send(());
        }
        Ok(())
    }

    /// The line that was asked for.
    pub async fn next(&mut self) -> Answer {
        match self.read.recv().await {
            Some(Some(line)) => {
                self.waiting = false;
                Answer::Line(line)
            }
            Some(None) if self.before.is_some() => {
                self.waiting = false;
                Answer::Nothing
            }
            Some(None) | None => Answer::End,
        }
    }

    /// The prompt is over. The line end of a secret was not echoed, so it is written.
    pub fn answered(&self, secret: bool) -> io::Result<()> {
        self.echo(false)?;
        if secret && self.before.is_some() {
            use io::Write as _;
            let mut out = io::stdout();
            writeln!(out)?;
            out.flush()?;
        }
        Ok(())
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = tcflush(&self.stdin, QueueSelector::IFlush);
            let _ = tcsetattr(&self.stdin, OptionalActions::Now, before);
        }
    }
}

/// One line without its end, cut at what a field takes; none at the end of input.
fn line() -> io::Result<Option<Zeroizing<String>>> {
    let mut stdin = io::stdin().lock();
    let mut bytes = Zeroizing::new(Vec::with_capacity(LINE_BYTES));
    let mut any = false;
    loop {
        let (used, ended) = {
            let chunk = stdin.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
            let room = LINE_BYTES.saturating_sub(bytes.len()).min(part.len());
            bytes.extend_from_slice(part.get(..room).unwrap_or_default());
            (part.len() + usize::from(end.is_some()), end.is_some())
        };
        stdin.consume(used);
        if ended {
            break;
        }
    }
    if !any {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Some(Zeroizing::new(text.trim_end_matches('\r').to_owned())))
}
