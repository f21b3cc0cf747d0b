//! What the host tells: who runs the program, on which terminal, and where the log goes.

use std::fs;
use std::io::IsTerminal as _;

use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::Config;
use crate::domain::text;
use crate::domain::throttle::SSH;

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

/// What stands between the SSH server and what it was told to run.
const BETWEEN: [&str; 8] = ["sh", "bash", "dash", "ksh", "zsh", "fish", "sudo", "doas"];

/// A process, as `/proc` tells of it: its name and its parent.
fn process(id: i32) -> Option<(String, i32)> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (before, after) = stat.rsplit_once(") ")?;
    let (_, name) = before.split_once(" (")?;
    let parent = after.split(' ').nth(1)?.parse().ok()?;
    Some((name.to_owned(), parent))
}

/// A process as others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// What it runs, in at most 15 bytes.
    pub name: String,
    /// Its real, effective and saved user.
    pub users: [u32; 3],
}

/// Who started us, where `/proc` shows it.
pub fn parent() -> Option<Process> {
    let id = rustix::process::getppid()?.as_raw_nonzero().get();
    let (name, _) = process(id)?;
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let users = status.lines().find_map(|line| line.strip_prefix("Uid:"))?;
    let mut users = users.split_whitespace().map(str::parse);
    let mut next = || users.next()?.ok();
    Some(Process {
        name,
        users: [next()?, next()?, next()?],
    })
}

/// Our parent, its parent, and so on, as far as they only stand between: number and name.
fn ancestors() -> Vec<(i32, String)> {
    let parent = rustix::process::getppid().map(|parent| parent.as_raw_nonzero().get());
    let mut next = parent;
    let mut found = Vec::new();
    while let Some((id, (name, parent))) = next.and_then(|id| Some((id, process(id)?))) {
        next = BETWEEN.contains(&name.as_str()).then_some(parent);
        found.push((id, name));
    }
    found
}

fn is_ssh_server(name: &str) -> bool {
    name.starts_with("sshd")
}

/// Whether the person sits at another host: the environment says so, whoever made it, or we were
/// started by the SSH server through a shell or sudo, which clears the environment.
pub fn is_remote() -> bool {
    let said = std::env::var_os("SSH_CONNECTION").is_some_and(|value| !value.is_empty());
    said || ancestors().iter().any(|(_, name)| is_ssh_server(name))
}

/// The address of the SSH client, believed only when the SSH server set it for its forced command:
/// when it is our parent, or the parent of the shell that it ran the command by.
fn ssh_client() -> Option<String> {
    let ancestors = ancestors();
    let by_shell = |id: i32| {
        let command = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        command.split(|byte| *byte == 0).nth(1) == Some(b"-c")
    };
    let (parent, name) = ancestors.first()?;
    let shell = || {
        by_shell(*parent)
            && ancestors
                .get(1)
                .is_some_and(|(_, name)| is_ssh_server(name))
    };
    if !is_ssh_server(name) && !shell() {
        return None;
    }
    let connection = std::env::var("SSH_CONNECTION").ok()?;
    connection.split(' ').next().map(text::clean)
}

/// The terminal, as audit and people call it: the address of an SSH client; else the configured
/// name; else the host's name with its tty. A name on the wall is not where somebody far away is.
pub fn terminal(config: &Config) -> String {
    if let Some(address) = ssh_client().filter(|address| !address.is_empty()) {
        return format!("{SSH}{address}");
    }
    if let Some(name) = config.kiosk.name.as_deref().filter(|name| !name.is_empty()) {
        return text::clean(name);
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
