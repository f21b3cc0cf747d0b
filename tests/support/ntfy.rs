//! A real push server: ntfy, which lets nobody do anything unless they may, and a phone at it, which
//! does what the app does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use data_encoding::BASE64;
use keyhatch::config::{Ntfy as Configured, SecretSource};
use rustix::process::Signal;
use serde_json::Value;
use tempfile::TempDir;
use ureq::Agent;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

use super::certificates::{self, Certificates};
use super::{Daemon, free_port, or_left_out, run, wait_for};

/// How the topics of phones and of answers begin.
pub const PREFIXES: [&str; 2] = ["sspr-", "resp-"];
/// What every phone may sign in with.
pub const PHONES: [&str; 2] = ["phones", "phones: and their password"];
/// Somebody who may read the topics of phones and nothing else.
pub const ALICE: [&str; 2] = ["alice", "alice's own"];

/// A running server.
pub struct Ntfy {
    pub port: u16,
    pub certificates: Certificates,
    /// The product's token.
    pub token: String,
    program: PathBuf,
    daemon: Option<Daemon>,
    folder: TempDir,
}

/// Where `tests/run` unpacks it, or where the system has it.
fn ntfy() -> Result<PathBuf, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent();
    let unpacked = target.map(|target| target.join("servers/ntfy/usr/bin/ntfy"));
    match unpacked.filter(|file| file.is_file()) {
        Some(file) => Ok(file),
        None => super::program("ntfy"),
    }
}

impl Ntfy {
    /// Starts one, if this host has it.
    pub fn start() -> Option<Self> {
        or_left_out("push server (ntfy)", Self::try_start())
    }

    fn try_start() -> Result<Self, String> {
        let program = ntfy()?;
        let text = |error: std::io::Error| error.to_string();
        let folder = tempfile::tempdir().map_err(text)?;
        let certificates = certificates::make(&folder.path().join("tls"))?;
        let port = free_port();
        let root = folder.path().display();
        let settings = SETTINGS
            .replace("{port}", &port.to_string())
            .replace("{root}", &root.to_string());
        fs::write(folder.path().join("server.yml"), settings).map_err(text)?;
        let mut server = Self {
            port,
            certificates,
            token: String::new(),
            program,
            daemon: None,
            folder,
        };
        server.resume()?;
        server.add("sspr", "unused", &[("sspr-*", "wo"), ("resp-*", "ro")])?;
        let all = [("sspr-*", "ro"), ("resp-*", "wo")];
        server.add(PHONES[0], PHONES[1], &all)?;
        server.add(ALICE[0], ALICE[1], &all[..1])?;
        server.token = server.token_of("sspr")?;
        Ok(server)
    }

    /// Ends it; everything it was told is kept.
    pub fn pause(&mut self) {
        self.daemon = None;
    }

    /// Starts it again.
    pub fn resume(&mut self) -> Result<(), String> {
        let mut command = self.command();
        command.arg("serve");
        let log = self.folder.path().join("log");
        let mut daemon = Daemon::start(&mut command, &log, Signal::TERM)?;
        daemon.wait_until_it_listens(self.port, &log)?;
        self.daemon = Some(daemon);
        Ok(())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.env("NTFY_CONFIG_FILE", self.folder.path().join("server.yml"));
        command.env("NTFY_AUTH_FILE", self.folder.path().join("auth.db"));
        command.current_dir(self.folder.path());
        command
    }

    /// Adds somebody who may do this.
    pub fn add(&self, name: &str, password: &str, access: &[(&str, &str)]) -> Result<(), String> {
        let mut command = self.command();
        command.env("NTFY_PASSWORD", password);
        run(command.args(["user", "add", name]))?;
        for (topics, right) in access {
            run(self.command().args(["access", name, topics, right]))?;
        }
        Ok(())
    }

    /// A new token of somebody.
    pub fn token_of(&self, name: &str) -> Result<String, String> {
        let mut command = self.command();
        // It says what it made on its standard error.
        let output = command.args(["token", "add", name]).output();
        let output = output.map_err(|error| error.to_string())?;
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        let token = said.split_whitespace().find(|word| word.starts_with("tk_"));
        token.map(str::to_owned).ok_or(said)
    }

    pub fn url(&self) -> String {
        format!("https://127.0.0.1:{}", self.port)
    }

    /// The configuration of a host that uses it.
    pub fn configured(&self) -> Configured {
        Configured {
            url: self.url(),
            token: self.secret("token", &self.token),
            phone: Some((PHONES[0].to_owned(), self.secret("phones", PHONES[1]))),
            topic_prefix: PREFIXES[0].to_owned(),
            reply_prefix: PREFIXES[1].to_owned(),
            ca_file: Some(self.certificates.ca.clone()),
        }
    }

    /// The same as a section of a file.
    pub fn section(&self) -> String {
        let file = |source: SecretSource| match source {
            SecretSource::File(path) => path.display().to_string(),
            SecretSource::Credential(name) => panic!("{name}"),
        };
        format!(
            "[push]\ndriver = \"ntfy\"\nurl = \"{}\"\ntoken_file = \"{}\"\n\
             phone_username = \"{}\"\nphone_password_file = \"{}\"\n\
             topic_prefix = \"sspr-\"\nreply_prefix = \"resp-\"\nca_file = \"{}\"\n",
            self.url(),
            file(self.secret("token", &self.token)),
            PHONES[0],
            file(self.secret("phones", PHONES[1])),
            self.certificates.ca.display(),
        )
    }

    /// A file with a secret in it.
    pub fn secret(&self, name: &str, text: &str) -> SecretSource {
        let name = format!("{name}.secret");
        SecretSource::File(super::secret_file(self.folder.path(), &name, text))
    }

    /// A phone that listens to a topic as somebody.
    pub fn phone(&self, topic: &str, [name, password]: [&str; 2]) -> Phone {
        Phone {
            url: self.url(),
            topic: topic.to_owned(),
            authorization: format!(
                "Basic {}",
                BASE64.encode(format!("{name}:{password}").as_bytes())
            ),
            client: client(&self.certificates.ca),
        }
    }
}

fn client(ca: &Path) -> Agent {
    let pem = fs::read(ca).unwrap();
    let roots: Vec<Certificate<'static>> = parse_pem(&pem)
        .filter_map(|item| match item.unwrap() {
            PemItem::Certificate(root) => Some(root),
            _ => None,
        })
        .collect();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::Specific(Arc::new(roots)))
        .unversioned_rustls_crypto_provider(provider)
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .proxy(None)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(10)));
    config.build().new_agent()
}

/// A phone with the app.
pub struct Phone {
    pub topic: String,
    url: String,
    authorization: String,
    client: Agent,
}

impl Phone {
    /// Every request that has come, oldest first; or how the server refused.
    pub fn requests(&self) -> Result<Vec<Value>, u16> {
        let url = format!("{}/{}/json?poll=1&since=all", self.url, self.topic);
        let asked = self.client.get(url);
        let asked = asked.header("Authorization", &self.authorization);
        let mut answer = asked.call().unwrap();
        if answer.status() != 200 {
            return Err(answer.status().as_u16());
        }
        let text = answer.body_mut().read_to_string().unwrap();
        Ok(text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect())
    }

    /// The request after this many others.
    pub fn request(&self, earlier: usize) -> Value {
        let request = wait_for("a request", || {
            self.requests().unwrap().get(earlier).cloned()
        });
        request.unwrap()
    }

    /// Presses a button: does what the action says, with nothing of its own. How that was answered.
    pub fn press(&self, request: &Value, label: &str) -> u16 {
        let actions = request["actions"].as_array().unwrap();
        let action = actions.iter().find(|action| action["label"] == label);
        let action = action.unwrap_or_else(|| panic!("no {label}: {request}"));
        assert_eq!(action["action"], "http");
        assert_eq!(action["method"], "POST");
        let mut asked = self.client.post(action["url"].as_str().unwrap());
        for (name, value) in action["headers"].as_object().into_iter().flatten() {
            asked = asked.header(name, value.as_str().unwrap());
        }
        let body = action["body"].as_str().unwrap();
        asked.send(body).unwrap().status().as_u16()
    }

    /// Says this by a topic, as this phone's owner may.
    pub fn say(&self, topic: &str, body: &str) -> u16 {
        let asked = self.client.post(format!("{}/{topic}", self.url));
        let asked = asked.header("Authorization", &self.authorization);
        asked.send(body).unwrap().status().as_u16()
    }
}

const SETTINGS: &str = r#"
base-url: "https://127.0.0.1:{port}"
listen-http: "-"
listen-https: "127.0.0.1:{port}"
cert-file: "{root}/tls/server.pem"
key-file: "{root}/tls/server.key"
cache-file: "{root}/cache.db"
auth-file: "{root}/auth.db"
auth-default-access: "deny-all"
web-root: "disable"
visitor-request-limit-burst: 10000
visitor-request-limit-replenish: "10ms"
visitor-subscription-limit: 1000
"#;
