//! A program on a terminal of 80×24, each portion of its output stamped when it was read.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::{Parser, Screen};

/// The size of the terminal.
const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

/// How long anything may take before the bench gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// The terminal and the program on it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    _master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: Parser,
    /// The moment before the program was started.
    pub started: Instant,
    /// Bytes of output so far.
    pub bytes: usize,
}

impl Terminal {
    /// Starts a program.
    pub fn start(program: &str, args: &[&str]) -> Self {
        let size = PtySize {
            rows: ROWS.get(),
            cols: COLUMNS.get(),
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 16 * 1024];
            loop {
                let count = reader.read(&mut buffer).unwrap_or(0);
                let portion = (Instant::now(), buffer[..count].to_vec());
                if sender.send(portion).is_err() || count == 0 {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        Self {
            child,
            _master: pair.master,
            writer,
            output,
            parser: Parser::new(ROWS, COLUMNS, 0),
            started,
            bytes: 0,
        }
    }

    /// The program's process.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// What is on the screen.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// Waits until the screen is as wanted; the moment the last byte of it came.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&Screen) -> bool) -> Instant {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok((at, portion)) if !portion.is_empty() => {
                    self.bytes += portion.len();
                    self.parser.process(&portion);
                    if wanted(self.screen()) {
                        return at;
                    }
                }
                _ => panic!("no {what}; there is:\n{}", self.screen().contents()),
            }
        }
    }

    /// Waits until there were so many bytes of output; the moment the last of them came.
    pub fn until_bytes(&mut self, wanted: usize) -> Instant {
        loop {
            let (at, portion) = self.output.recv_timeout(PATIENCE).unwrap();
            self.bytes += portion.len();
            self.parser.process(&portion);
            if self.bytes >= wanted {
                return at;
            }
        }
    }

    /// Waits until the screen has some words.
    pub fn until_text(&mut self, words: &str) -> Instant {
        if self.screen().contents().contains(words) {
            return Instant::now();
        }
        self.until(words, |screen| screen.contents().contains(words))
    }

    /// Takes what comes for a while.
    pub fn settle(&mut self, span: Duration) {
        let deadline = Instant::now() + span;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok((_, portion)) => {
                    self.bytes += portion.len();
                    self.parser.process(&portion);
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Types; the moment before.
    pub fn typed(&mut self, keys: &str) -> Instant {
        let at = Instant::now();
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        at
    }

    /// Waits for the program to end by itself; the moment its output did.
    pub fn ended(mut self) -> Instant {
        loop {
            let (at, portion) = self.output.recv_timeout(PATIENCE).unwrap();
            if portion.is_empty() {
                self.child.wait().unwrap();
                return at;
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A hang-up first: the kiosk steps down as the host's agent.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
