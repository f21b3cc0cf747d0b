//! A real mail server: Exim, which demands TLS and a login, refuses `reject@`, defers `tempfail@`
//! and keeps everything else in one Maildir.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use rustix::process::Signal;
use tempfile::TempDir;

use super::certificates::{self, Certificates};
use super::{Daemon, free_port, give, is_root, program, real_server, run, wait_for};

/// The only login it accepts.
pub const USER: &str = "keyhatch";
/// Its password.
pub const PASSWORD: &str = "smtp-secret";

/// A running mail server.
pub struct Exim {
    /// Where TLS begins by STARTTLS.
    pub port: u16,
    /// Where TLS begins at once.
    pub implicit_port: u16,
    /// What its certificate is signed by.
    pub certificates: Certificates,
    inbox: PathBuf,
    // Ends before the folder goes away.
    daemon: Option<Daemon>,
    folder: TempDir,
}

impl Exim {
    /// Starts one, if this host has it.
    pub fn start() -> Option<Self> {
        real_server("mail server (exim4)", Self::try_start)
    }

    fn try_start() -> Result<Self, String> {
        program("exim4")?;
        let text = |error: std::io::Error| error.to_string();
        let folder = tempfile::tempdir().map_err(text)?;
        let root = folder.path();
        for name in ["mail", "spool", "log"] {
            fs::create_dir(root.join(name)).map_err(text)?;
        }
        let certificates = certificates::make(&root.join("tls"))?;
        let (port, implicit_port) = (free_port(), free_port());
        let name = |flag| run(Command::new("id").arg(flag)).map(|name| name.trim().to_owned());
        let (user, group) = if is_root() {
            ("Debian-exim".to_owned(), "Debian-exim".to_owned())
        } else {
            (name("-un")?, name("-gn")?)
        };
        let settings = SETTINGS
            .replace("{root}", &root.display().to_string())
            .replace("{user}", &user)
            .replace("{group}", &group)
            .replace("{port}", &port.to_string())
            .replace("{implicit}", &implicit_port.to_string())
            .replace("{login}", USER)
            .replace("{password}", PASSWORD);
        let config = root.join("exim.conf");
        fs::write(&config, settings).map_err(text)?;
        if is_root() {
            give(root, &format!("{user}:{group}"))?;
            // Exim trusts a configuration only of its own user or root.
            give(&config, "root")?;
        }
        let mut server = Self {
            port,
            implicit_port,
            certificates,
            inbox: root.join("mail/new"),
            daemon: None,
            folder,
        };
        server.run()?;
        Ok(server)
    }

    fn run(&mut self) -> Result<(), String> {
        let root = self.folder.path();
        let log = root.join("output");
        let mut command = Command::new(program("exim4")?);
        command.arg("-C").arg(root.join("exim.conf"));
        command.args(["-bdf", "-q1m"]);
        let mut daemon = Daemon::start(&mut command, &log, Signal::TERM)?;
        daemon.wait_until_it_listens(self.port, &log)?;
        daemon.wait_until_it_listens(self.implicit_port, &log)?;
        self.daemon = Some(daemon);
        Ok(())
    }

    /// Ends the server; what it has taken stays.
    pub fn stop(&mut self) {
        self.daemon = None;
    }

    /// Starts it again on the same ports.
    pub fn start_again(&mut self) {
        self.run().unwrap();
    }

    /// The raw mail that arrived for an address, once it has.
    pub fn mail_for(&self, address: &str) -> String {
        let envelope = format!("Envelope-to: {address}\n");
        wait_for(address, || {
            self.mails()
                .into_iter()
                .find(|mail| mail.contains(&envelope))
        })
        .unwrap()
    }

    /// Every raw mail that has arrived.
    pub fn mails(&self) -> Vec<String> {
        let Ok(entries) = fs::read_dir(&self.inbox) else {
            return Vec::new();
        };
        entries
            .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect()
    }
}

const SETTINGS: &str = r"
exim_user = {user}
exim_group = {group}
spool_directory = {root}/spool
log_file_path = {root}/log/%slog
pid_file_path = {root}/exim.pid
primary_hostname = mail.contoso.test
qualify_domain = contoso.test
daemon_smtp_ports = {port} : {implicit}
tls_on_connect_ports = {implicit}
local_interfaces = 127.0.0.1
keep_environment =
add_environment = PATH=/usr/bin:/bin
tls_certificate = {root}/tls/server.pem
tls_privatekey = {root}/tls/server.key
tls_advertise_hosts = *
auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_mail = acl_mail
acl_smtp_rcpt = acl_rcpt
acl_smtp_data = accept
host_lookup =
rfc1413_hosts =
rfc1413_query_timeout = 0s
never_users =
begin acl
acl_mail:
  deny !encrypted = *
       message = Must issue a STARTTLS command first
  deny !authenticated = *
       message = authentication required
  accept
acl_rcpt:
  deny  local_parts = reject
        message = no such user
  defer local_parts = tempfail
        message = try again later
  accept
begin routers
all:
  driver = accept
  transport = inbox
begin transports
inbox:
  driver = appendfile
  directory = {root}/mail
  maildir_format
  create_directory
  delivery_date_add
  envelope_to_add
  user = {user}
  group = {group}
begin retry
* * F,1h,1m
begin rewrite
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_set_id = $auth2
  server_condition = ${if and{{eq{$auth2}{{login}}}{eq{$auth3}{{password}}}}}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = <| Username: | Password:
  server_set_id = $auth1
  server_condition = ${if and{{eq{$auth1}{{login}}}{eq{$auth2}{{password}}}}}
";
