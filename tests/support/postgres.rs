//! A real PostgreSQL server with its durability as delivered, for the store's second engine.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use postgres::{Client, NoTls};
use rustix::process::Signal;
use tempfile::TempDir;

use super::{Daemon, free_port, give, is_root, program, real_server, run};

/// A running database server.
pub struct Postgres {
    port: u16,
    // Ends before the folder goes away.
    daemon: Option<Daemon>,
    start: Start,
    _folder: TempDir,
}

struct Start {
    bin: PathBuf,
    root: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts one, if this host has it.
    pub fn start() -> Option<Self> {
        real_server("database server (postgresql)", Self::try_start)
    }

    fn try_start() -> Result<Self, String> {
        let bin = newest_bin()?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let root = folder.path().to_owned();
        if is_root() {
            give(&root, "postgres:postgres")?;
        }
        let start = Start {
            bin,
            root,
            port: free_port(),
        };
        run(start
            .command("initdb")
            .arg("-D")
            .arg(start.root.join("data"))
            .args([
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            ])
            // Nothing is in it yet; the server itself syncs everything.
            .arg("--no-sync"))?;
        Ok(Self {
            port: start.port,
            daemon: Some(start.daemon()?),
            start,
            _folder: folder,
        })
    }

    /// The URL of a new, empty database.
    pub fn database(&self, name: &str) -> String {
        let mut server = Client::connect(&self.url("postgres"), NoTls).unwrap();
        server
            .batch_execute(&format!("CREATE DATABASE \"{name}\""))
            .unwrap();
        self.url(name)
    }

    /// The URL of a database by its name.
    pub fn url(&self, name: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    /// Ends the server as a power cut would, and starts it again on the same data.
    pub fn crash_and_restart(&mut self) {
        self.stop();
        self.start_again();
    }

    /// Ends the server as a power cut would.
    pub fn stop(&mut self) {
        self.daemon = None;
    }

    /// Starts it on the data there is.
    pub fn start_again(&mut self) {
        self.daemon = Some(self.start.daemon().unwrap());
    }
}

impl Start {
    /// A program of the server, as a user it accepts: it refuses root.
    fn command(&self, name: &str) -> Command {
        let file = self.bin.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args([
                "--reuid",
                "postgres",
                "--regid",
                "postgres",
                "--init-groups",
            ]);
            command.arg(file);
            command
        } else {
            Command::new(file)
        };
        command.current_dir(&self.root).env("LC_ALL", "C.UTF-8");
        command
    }

    fn daemon(&self) -> Result<Daemon, String> {
        let log = self.root.join("log");
        if is_root() && !log.exists() {
            fs::write(&log, "").map_err(|error| error.to_string())?;
        }
        let mut command = self.command("postgres");
        command
            .arg("-D")
            .arg(self.root.join("data"))
            .arg("-k")
            .arg(&self.root);
        command.args([
            "-p",
            &self.port.to_string(),
            "-c",
            "listen_addresses=127.0.0.1",
            // A kiosk has one connection, and there are tests with hundreds of them.
            "-c",
            "max_connections=600",
        ]);
        // QUIT is the immediate shutdown: no checkpoint, recovery at the next start.
        let mut daemon = Daemon::start(&mut command, &log, Signal::QUIT)?;
        daemon.wait_until_it_listens(self.port, &log)?;
        let url = format!("postgres://postgres@127.0.0.1:{}/postgres", self.port);
        super::wait_for("no database", || Client::connect(&url, NoTls).ok())?;
        Ok(daemon)
    }
}

/// The folder of the newest installed version's programs.
fn newest_bin() -> Result<PathBuf, String> {
    if let Ok(initdb) = program("initdb") {
        return Ok(initdb.parent().map(PathBuf::from).unwrap_or_default());
    }
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    versions
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter(|version| {
            PathBuf::from(format!("/usr/lib/postgresql/{version}/bin/initdb")).exists()
        })
        .max()
        .map(|version| PathBuf::from(format!("/usr/lib/postgresql/{version}/bin")))
        .ok_or_else(|| "postgresql is not installed".to_owned())
}
