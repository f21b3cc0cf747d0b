//! What the host tells: who runs the program, on which terminal, and where the log goes.

use std::fs;
use std::io::IsTerminal as _;

use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::Config;
use crate::domain::text;

/// The name of the operating system's user, or the number where it has none.
pub fn user_name() -> String {
    let uid = rustix::process::getuid().as_raw();
    let named = fs::read_to_string("/etc/passwd").ok().and_then(|users| {
        users.lines().find_map(|line| {
            let mut fields = line.split(':');
            let name = fields.next()?;
            (fields.nth(1)? == uid.to_string()).then(|| text::clean(name))
        })
    });
    named.unwrap_or_else(|| format!("uid {uid}"))
}

/// The host's name.
pub fn name() -> String {
    text::clean(&rustix::system::uname().nodename().to_string_lossy())
}

/// The terminal, as audit and people call it: the configured name; the address of an SSH client,
/// believed only when our parent is the SSH server; else the host's name with its tty.
pub fn terminal(config: &Config) -> String {
    if let Some(name) = config.kiosk.name.as_deref().filter(|name| !name.is_empty()) {
        return text::clean(name);
    }
    let from_sshd = rustix::process::getppid().is_some_and(|parent| {
        let path = format!("/proc/{}/comm", parent.as_raw_nonzero());
        fs::read_to_string(path).is_ok_and(|name| name.trim_end().starts_with("sshd"))
    });
    if from_sshd && let Ok(connection) = std::env::var("SSH_CONNECTION") {
        let address = connection.split(' ').next().unwrap_or_default();
        return text::clean(&format!("ssh {address}"));
    }
    let tty = fs::read_link("/proc/self/fd/0").unwrap_or_default();
    let tty = tty
        .strip_prefix("/dev")
        .ok()
        .map(|tty| tty.display().to_string());
    match tty {
        Some(tty) => text::clean(&format!("{} {tty}", name())),
        None => name(),
    }
}

/// Our own messages go to stderr, which a unit leads to the journal; those of libraries, which may
/// hold what passes through them, go nowhere.
pub fn log_to_stderr(config: &Config) {
    let stderr = std::io::stderr();
    // A screen and a log can't share a terminal.
    if stderr.is_terminal() && std::io::stdout().is_terminal() {
        return;
    }
    let ours = Targets::new()
        .with_default(LevelFilter::OFF)
        .with_target("keyhatch", config.log.level());
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(std::io::stderr)
        .with_filter(ours);
    let _ = tracing_subscriber::registry().with(lines).try_init();
}
