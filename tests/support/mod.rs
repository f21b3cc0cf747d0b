//! Throw-away servers for tests: real ones, on loopback, in a temporary folder, ended by the
//! process id that was started.
//!
//! They are started when `KEYHATCH_REAL_SERVERS=1` (`tests/run` sets it), and then one that can't be
//! is a failure; otherwise their tests are left out and say so in one line.

#![allow(dead_code, missing_docs, reason = "every test uses a part of it")]

pub mod asterisk;
pub mod certificates;
pub mod drawn;
pub mod exim;
pub mod gateway;
pub mod host;
pub mod journey;
pub mod kannel;
pub mod kiosk;
pub mod mailbox;
pub mod ntfy;
pub mod plain;
pub mod postgres;
pub mod program;
pub mod pty;
pub mod registering;
pub mod scanner;
pub mod secure;
pub mod stage;
pub mod totp;

use std::collections::BTreeSet;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, geteuid, kill_process_group};

/// How long a server may take to start or a message to arrive.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// What a suite has said it leaves out: one line for each is enough.
static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Whether this is `tests/run`, where everything must be there.
fn everything_runs() -> bool {
    std::env::var_os("KEYHATCH_REAL_SERVERS").is_some_and(|value| value == "1")
}

/// A server of `tests/run`, started there alone: tests are quick where they are run most often.
pub fn real_server<T>(what: &str, start: impl FnOnce() -> Result<T, String>) -> Option<T> {
    match everything_runs() {
        true => or_left_out(what, start()),
        false => {
            leave_out(what, "tests/run starts it");
            None
        }
    }
}

/// What a test needs of the host, or nothing and a line that says why not.
pub fn or_left_out<T>(what: &str, started: Result<T, String>) -> Option<T> {
    match started {
        Ok(server) => Some(server),
        Err(why) if everything_runs() => {
            panic!("{what} did not start: {why}")
        }
        Err(why) => {
            leave_out(what, &why);
            None
        }
    }
}

/// Says once what is left out.
fn leave_out(what: &str, why: &str) {
    // Not by a macro: the test harness would swallow the line of a test that passes.
    let line = format!("left out here, no {what}: {why}\n");
    if SAID.lock().unwrap().insert(what.to_owned()) {
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    }
}

/// Whether this test may look into a kiosk: into a process that nobody of its own user may look
/// into, only root may; and its whole memory takes a while.
pub fn may_look_inside() -> bool {
    let root = is_root();
    if !root {
        leave_out("look into a process", "only root may");
    }
    root && has_time("look into a process")
}

/// Whether a test that takes long is to be run: in `tests/run`.
pub fn has_time(what: &str) -> bool {
    let runs = everything_runs();
    if !runs {
        leave_out(what, "tests/run does it");
    }
    runs
}

/// Asks again and again until there is an answer or the deadline has passed.
pub fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> Result<T, String> {
    let end = Instant::now() + DEADLINE;
    loop {
        if let Some(answer) = ask() {
            return Ok(answer);
        }
        if Instant::now() >= end {
            return Err(format!("{what}: nothing within {DEADLINE:?}"));
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// A port nobody listens on at the moment.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// Whether somebody listens on the port.
pub fn listens(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// Whether we are root, whom some servers refuse to run as.
pub fn is_root() -> bool {
    geteuid().is_root()
}

/// Where a program is, in the path or in the system's folders.
pub fn program(name: &str) -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/sbin"].map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
        .ok_or_else(|| format!("{name} is not installed"))
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Result<String, String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{command:?}: {}: {said}", output.status))
}

/// Gives a folder and all in it to a user.
pub fn give(folder: &Path, owner: &str) -> Result<(), String> {
    run(Command::new("chown").arg("-R").arg(owner).arg(folder)).map(drop)
}

/// Writes a secret into a file of a folder that its owner alone may read; where it is.
pub fn secret_file(folder: &Path, name: &str, secret: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join(name);
    std::fs::write(&path, format!("{secret}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// A process that ends, with everything in its group, when this is dropped.
pub struct Daemon {
    child: Child,
    goodbye: Signal,
}

impl Daemon {
    /// Starts it in a group of its own; its output goes to `log`.
    pub fn start(command: &mut Command, log: &Path, goodbye: Signal) -> Result<Self, String> {
        use std::os::unix::process::CommandExt;
        let text = |error: std::io::Error| format!("{command:?}: {error}");
        let log = std::fs::File::create(log).map_err(text)?;
        let errors = log.try_clone().map_err(text)?;
        let child = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(log)
            .stderr(errors)
            .spawn()
            .map_err(|error| format!("{command:?}: {error}"))?;
        Ok(Self { child, goodbye })
    }

    /// Waits until the port is taken; fails early when the process has ended.
    pub fn wait_until_it_listens(&mut self, port: u16, log: &Path) -> Result<(), String> {
        wait_for("no listener", || {
            if listens(port) {
                return Some(Ok(()));
            }
            let ended = self.child.try_wait().ok().flatten()?;
            let said = std::fs::read_to_string(log).unwrap_or_default();
            Some(Err(format!("ended with {ended}: {said}")))
        })?
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let group = Pid::from_child(&self.child);
        let _ = kill_process_group(group, self.goodbye);
        let end = Instant::now() + Duration::from_secs(10);
        while Instant::now() < end && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(5));
        }
        // What is left of the group: stragglers, or all of it when the goodbye was not heard.
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.child.wait();
    }
}
