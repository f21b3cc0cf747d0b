//! Lines of stdin, read only when asked for: what was typed before a prompt is discarded, and
//! secrets are read without echo.

use std::io::{self, IsTerminal as _, Stdin};
use std::ops::Range;
use std::sync::{Arc, mpsc as blocking};
use std::thread;

use rustix::termios::{
    InputModes, LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcsetattr,
};
use tokio::sync::mpsc;
use zeroize::{Zeroize as _, Zeroizing};

use crate::domain::secret::FIELD_BYTES;
use crate::keyboard::{Bytes, Keyboard};

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
    /// Something else took the place of what was asked for.
    Moved,
    /// The terminal or the process ends.
    End,
}

/// The reading side of the terminal.
pub struct Lines {
    stdin: Stdin,
    /// How the terminal was, to be put back; none for a pipe.
    before: Option<Termios>,
    keyboard: Arc<Keyboard>,
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
        let keyboard = Arc::new(Keyboard::new()?);
        let mut ahead = Ahead::new(Arc::clone(&keyboard));
        thread::Builder::new()
            .name("lines".to_owned())
            .spawn(move || {
                for () in wants {
                    let line = ahead.line().unwrap_or_default();
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
            keyboard,
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
        self.keyboard.stop();
        if let Some(before) = &self.before {
            let _ = tcflush(&self.stdin, QueueSelector::IFlush);
            let _ = tcsetattr(&self.stdin, OptionalActions::Now, before);
        }
    }
}

/// What was read and is not a line yet; a pipe may hold several.
struct Ahead {
    keyboard: Arc<Keyboard>,
    bytes: Zeroizing<[u8; 1024]>,
    /// The part of `bytes` that nobody took.
    rest: Range<usize>,
}

impl Ahead {
    fn new(keyboard: Arc<Keyboard>) -> Self {
        Self {
            keyboard,
            bytes: Zeroizing::new([0; 1024]),
            rest: 0..0,
        }
    }

    /// One line without its end, cut at what a field takes; none at the end of input.
    fn line(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        let mut line = Zeroizing::new(Vec::with_capacity(LINE_BYTES));
        let mut any = false;
        loop {
            if self.rest.is_empty() {
                self.rest = match self.keyboard.read(self.bytes.as_mut_slice())? {
                    Bytes::Read(0) | Bytes::Stopped => break,
                    Bytes::Read(count) => 0..count,
                };
            }
            any = true;
            let chunk = self.bytes.get_mut(self.rest.clone()).unwrap_or_default();
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(chunk.len(), |end| end + 1);
            let part = chunk.get_mut(..used).unwrap_or_default();
            let text = part.strip_suffix(b"\n").unwrap_or(part);
            let room = LINE_BYTES.saturating_sub(line.len()).min(text.len());
            line.extend_from_slice(text.get(..room).unwrap_or_default());
            part.zeroize();
            self.rest.start += used;
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        let text = Zeroizing::new(String::from_utf8_lossy(&line).into_owned());
        Ok(Some(Zeroizing::new(text.trim_end_matches('\r').to_owned())))
    }
}
