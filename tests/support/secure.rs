//! A server that speaks TLS with a certificate of an authority of its own, for `localhost` and
//! 127.0.0.1; whatever is asked for, it answers 200 and a page.

use std::path::PathBuf;
use std::process::Command;

use rustix::process::Signal;
use tempfile::TempDir;

use super::{Daemon, certificates, free_port, or_left_out, program};

/// A running one, ended when it is dropped.
pub struct Secure {
    pub port: u16,
    /// The certificate of its authority.
    pub ca: PathBuf,
    _daemon: Daemon,
    _folder: TempDir,
}

impl Secure {
    /// Started, or left out where there is no `openssl`.
    pub fn start() -> Option<Self> {
        or_left_out("TLS server (openssl)", Self::try_start())
    }

    fn try_start() -> Result<Self, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let certificates = certificates::make(&folder.path().join("tls"))?;
        let port = free_port();
        let mut command = Command::new(program("openssl")?);
        command.args(["s_server", "-www", "-quiet", "-accept", &port.to_string()]);
        command.arg("-cert").arg(&certificates.certificate);
        command.arg("-key").arg(&certificates.key);
        let log = folder.path().join("log");
        let mut daemon = Daemon::start(&mut command, &log, Signal::TERM)?;
        daemon.wait_until_it_listens(port, &log)?;
        Ok(Self {
            port,
            ca: certificates.ca,
            _daemon: daemon,
            _folder: folder,
        })
    }
}
