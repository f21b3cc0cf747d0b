//! The program on a terminal of its own: every raw byte kept, and a screen made of them.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use super::program::{Home, PROGRAM};
use super::{DEADLINE, scanner};

/// A terminal with the program on it; the program is killed when this is dropped.
pub struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    slave: Option<Box<dyn SlavePty + Send>>,
    keys: Sender<Typing>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<Mutex<Seen>>,
    reader: Option<JoinHandle<()>>,
    before: String,
}

/// What the thread that types is asked.
enum Typing {
    Bytes(Vec<u8>),
    /// To say when it has come so far.
    Tell(Sender<()>),
}

struct Seen {
    screen: vt100::Parser,
    raw: Vec<u8>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn at_least_one(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number.max(1)).unwrap()
}

impl Pty {
    /// Starts a command on a terminal of 80×24.
    pub fn start(home: &Home, arguments: &[&str]) -> Self {
        Self::start_by(home, Path::new(PROGRAM), arguments, (80, 24))
    }

    /// The same by another program, on a terminal of this size.
    pub fn start_by(home: &Home, by: &Path, arguments: &[&str], (wide, high): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(wide, high)).unwrap();
        let mut command = CommandBuilder::new(by);
        command.args(arguments);
        command.env_clear();
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        command.cwd(home.folder.path());
        let before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        let seen = Arc::new(Mutex::new(Seen {
            screen: vt100::Parser::new(at_least_one(high), at_least_one(wide), 0),
            raw: Vec::new(),
        }));
        let mut output = pair.master.try_clone_reader().unwrap();
        let watched = seen.clone();
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                let mut seen = watched.lock().unwrap();
                seen.raw.extend_from_slice(&buffer[..count]);
                seen.screen.process(&buffer[..count]);
            }
        });
        // A thread writes, so that a program that stops reading can't stop the test.
        let (keys, typed) = channel::<Typing>();
        let mut writer = pair.master.take_writer().unwrap();
        thread::spawn(move || {
            for typing in typed {
                let bytes = match typing {
                    Typing::Bytes(bytes) => bytes,
                    Typing::Tell(done) => {
                        let _ = done.send(());
                        continue;
                    }
                };
                if writer
                    .write_all(&bytes)
                    .and_then(|()| writer.flush())
                    .is_err()
                {
                    return;
                }
            }
        });
        Self {
            master: Some(pair.master),
            slave: Some(pair.slave),
            keys,
            child,
            seen,
            reader: Some(reader),
            before,
        }
    }

    /// What the screen shows, row by row.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// The screen as one line of words, however they are wrapped; without what stands beside it
    /// in the demo.
    pub fn words(&self) -> String {
        let screen = self.screen();
        let rows = screen.lines().filter_map(|row| row.split('│').next());
        rows.flat_map(str::split_whitespace)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What the code on the screen says to a phone, whichever colours the terminal has of its own.
    pub fn scan(&self) -> Result<String, String> {
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        let (rows, columns) = screen.size();
        let shade = |color, own: u8| match color {
            vt100::Color::Default => own,
            vt100::Color::Idx(16) => 0,
            vt100::Color::Idx(231) => 255,
            _ => 128,
        };
        let read = |own_ink, own_paper| {
            scanner::read(columns.get().into(), rows.get().into(), |x, y| {
                let cell = screen.cell(y as u16, x as u16).unwrap();
                scanner::Cell {
                    symbol: cell.contents().chars().next().unwrap_or(' '),
                    ink: shade(cell.fgcolor(), own_ink),
                    paper: shade(cell.bgcolor(), own_paper),
                }
            })
        };
        let (on_black, on_white) = (read(255, 0)?, read(0, 255)?);
        assert_eq!(on_black, on_white);
        Ok(on_black)
    }

    /// The row the cursor is in, from 0.
    pub fn cursor_row(&self) -> u16 {
        self.seen
            .lock()
            .unwrap()
            .screen
            .screen()
            .cursor_position()
            .0
    }

    /// Every byte the program has written.
    pub fn raw(&self) -> Vec<u8> {
        self.seen.lock().unwrap().raw.clone()
    }

    /// The newest bytes the program has written, as text.
    pub fn raw_tail(&self, count: usize) -> String {
        let raw = &self.seen.lock().unwrap().raw;
        String::from_utf8_lossy(&raw[raw.len().saturating_sub(count)..]).into_owned()
    }

    pub fn process_id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Types bytes, once.
    pub fn send(&self, bytes: impl AsRef<[u8]>) {
        let bytes = bytes.as_ref().to_vec();
        self.keys.send(Typing::Bytes(bytes)).unwrap();
    }

    /// Waits until the screen is as wanted.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&Self) -> bool) {
        if !self.within(DEADLINE, &wanted) {
            panic!("never: {what}; the screen is\n{}", self.screen());
        }
    }

    /// Waits until the screen contains the text.
    pub fn see(&mut self, text: &str) {
        self.until(text, |pty| pty.words().contains(text));
    }

    /// Whether the screen is as wanted in a moment.
    pub fn soon(&mut self, wanted: impl Fn(&Self) -> bool) -> bool {
        self.within(Duration::from_secs(1), wanted)
    }

    fn within(&mut self, time: Duration, wanted: impl Fn(&Self) -> bool) -> bool {
        let end = Instant::now() + time;
        loop {
            if wanted(self) {
                return true;
            }
            if Instant::now() >= end {
                return false;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until a frame is whole: nothing was written for a moment.
    pub fn stand_still(&mut self) {
        let mut seen = (self.raw().len(), Instant::now());
        while seen.1.elapsed() < Duration::from_millis(40) {
            thread::sleep(Duration::from_millis(5));
            let now = self.raw().len();
            if now != seen.0 {
                seen = (now, Instant::now());
            }
        }
    }

    /// The screen, each digit the same: what counts seconds changes by itself.
    fn but_digits(&self) -> String {
        let same = |c: char| if c.is_ascii_digit() { '0' } else { c };
        self.screen().chars().map(same).collect()
    }

    /// Types until the screen is as wanted. Keys typed in the moment between a screen and its
    /// readiness are dropped by design, so they are typed again while nothing changes.
    pub fn press(&mut self, keys: &str, what: &str, wanted: impl Fn(&Self) -> bool) {
        self.stand_still();
        for _ in 0..10 {
            let before = self.but_digits();
            self.send(keys);
            let patience = Duration::from_secs(2);
            if self.within(patience, |pty| wanted(pty) || pty.but_digits() != before) {
                return self.until(what, wanted);
            }
        }
        panic!("never: {what}; the screen is\n{}", self.screen());
    }

    /// Types again and again until the screen is as wanted, where that does no harm.
    pub fn insist(&mut self, keys: &str, what: &str, wanted: impl Fn(&Self) -> bool) {
        self.stand_still();
        for _ in 0..10 {
            self.send(keys);
            if self.within(Duration::from_secs(3), &wanted) {
                return;
            }
        }
        panic!("never: {what}; the screen is\n{}", self.screen());
    }

    /// Empties the field that has the cursor.
    pub fn clear(&mut self) {
        self.insist("\x15", "an empty field", |pty| {
            let row = usize::from(pty.cursor_row());
            let screen = pty.screen();
            screen
                .lines()
                .nth(row)
                .is_some_and(|row| row.contains("[ "))
        });
    }

    /// Empties the field and types text into it until the screen shows it.
    pub fn fill(&mut self, text: &str, shown: &str) {
        self.retype(text, |pty| pty.screen().contains(shown));
    }

    /// The same until the screen is as wanted.
    pub fn retype(&mut self, text: &str, wanted: impl Fn(&Self) -> bool) {
        self.insist(&format!("\x15{text}"), "the text in the field", wanted);
    }

    /// Somebody else writes to the terminal.
    pub fn scribble(&self, bytes: impl AsRef<[u8]>) {
        self.seen.lock().unwrap().screen.process(bytes.as_ref());
    }

    /// Waits until everything typed was taken by the program.
    pub fn read_all(&mut self) {
        let (done, empty) = channel();
        self.keys.send(Typing::Tell(done)).unwrap();
        empty.recv_timeout(4 * DEADLINE).unwrap();
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master
            .as_ref()
            .unwrap()
            .resize(size(columns, rows))
            .unwrap();
        let mut seen = self.seen.lock().unwrap();
        let (rows, columns) = (at_least_one(rows), at_least_one(columns));
        seen.screen.set_size(rows, columns);
    }

    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.process_id().try_into().unwrap()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Whether the terminal writes back what is typed.
    pub fn echoes(&self) -> bool {
        let modes = self.master.as_ref().unwrap().get_termios().unwrap();
        let echo = rustix::termios::LocalModes::ECHO.bits();
        modes.local_flags.bits() & echo != 0
    }

    /// Whether the program still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits for the program's end; its exit code, and whether the terminal is as it was.
    pub fn end(&mut self) -> (u32, bool) {
        let end = Instant::now() + DEADLINE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        };
        let same = match &self.master {
            Some(master) => modes(master.as_ref()) == self.before,
            None => true,
        };
        // Without the last user of the terminal the reader comes to an end.
        self.slave = None;
        self.reader.take().unwrap().join().unwrap();
        (status.exit_code(), same)
    }

    /// The terminal is as it was: modes, screen, cursor, paste.
    pub fn ends_restored(&mut self, code: u32) {
        let (ended, same) = self.end();
        assert_eq!(ended, code, "{}", String::from_utf8_lossy(&self.raw()));
        assert!(same, "other terminal modes than before");
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        assert!(!screen.alternate_screen(), "alternate screen");
        assert!(!screen.hide_cursor(), "hidden cursor");
        assert!(!screen.bracketed_paste(), "bracketed paste");
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The terminal's modes, as text to be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}
