//! The real program with a home of its own: a store, a configuration, a spool, and nothing of the
//! environment the tests run in.

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use keyhatch::clock;
use keyhatch::crypto::{Keys, MasterKey};
use keyhatch::domain::secret::SecretText;
use keyhatch::service::{Actor, Service};
use keyhatch::store::{Place, Store};
use serde_json::Value;
use tempfile::TempDir;

use super::exim::{self, Exim};
use super::mailbox::Spool;
use super::totp::Authenticator;

/// The program under test.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_keyhatch");
/// The administrator of every store made here.
pub const ADMIN: &str = "admin@contoso.example";
/// The administrator's password.
pub const ADMIN_PASSWORD: &str = "correct horse battery staple";
/// What every person's password is before a reset.
pub const OLD_PASSWORD: &str = "old umbrella under water";

/// What a command came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// It was done, and there is nothing else to say about it.
    pub fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.stdout
    }

    /// It failed so, with nothing on stdout and one sentence on stderr; the sentence.
    pub fn failed(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.stdout, "", "data of a failure: {self:?}");
        let sentence = self.stderr.strip_suffix('\n').unwrap_or_default();
        let said = sentence.strip_prefix("keyhatch: ").unwrap_or_default();
        assert!(said.len() > 10, "no sentence: {self:?}");
        assert!(!sentence.contains('\n'), "more than one line: {self:?}");
        assert!(sentence.chars().all(showable), "not showable: {sentence:?}");
        said.to_owned()
    }
}

/// Neither a control nor a character that changes the reading order or has no width.
pub fn showable(c: char) -> bool {
    let invisible = ['\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}', '\u{2028}'];
    !c.is_control()
        && !('\u{202a}'..='\u{202e}').contains(&c)
        && !('\u{2066}'..='\u{2069}').contains(&c)
        && !invisible.contains(&c)
}

/// A person who can reset: an address outside and an authenticator.
pub struct Person {
    pub upn: String,
    pub address: String,
    pub app: Authenticator,
}

/// One host.
pub struct Home {
    pub folder: TempDir,
    pub store: String,
    /// Whose it is, where that is somebody else than the test.
    owner: Option<(u32, u32)>,
}

impl Home {
    /// A host without a store; its mail goes to a spool.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("tmp")).unwrap();
        let store = folder.path().join("keyhatch.db").display().to_string();
        let home = Self {
            folder,
            store,
            owner: None,
        };
        let spool = home.path("mail").display().to_string();
        home.configure(&format!(
            "[kiosk]\nname = \"Lobby 1\"\n[mail]\ndriver = \"spool\"\npath = \"{spool}\"\n"
        ));
        home
    }

    /// A host with a store where everybody may reset.
    pub fn sqlite() -> Self {
        let home = Self::empty();
        home.initialise();
        home
    }

    /// A host whose store is this PostgreSQL database.
    pub fn postgres(url: String) -> Self {
        let mut home = Self::empty();
        home.store = url;
        let key = home.path("keyhatch.key").display().to_string();
        let config = fs::read_to_string(home.config()).unwrap();
        home.configure(&format!("key_file = \"{key}\"\n{config}"));
        home.initialise();
        home
    }

    /// Makes the store, where everybody may reset.
    pub fn initialise(&self) {
        let arguments = [
            "init",
            "--org",
            "Contoso",
            "--admin",
            ADMIN,
            "--email",
            ADMIN,
            "--password-stdin",
        ];
        self.run_with(&arguments, ADMIN_PASSWORD.as_bytes()).ok();
        self.run(&["policy", "set", "sspr.enabled=all"]).ok();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn config(&self) -> PathBuf {
        self.path("config.toml")
    }

    /// Writes the configuration.
    pub fn configure(&self, text: &str) {
        fs::write(self.config(), text).unwrap();
        fs::set_permissions(self.config(), fs::Permissions::from_mode(0o600)).unwrap();
    }

    /// Puts lines before, and lines into the `[kiosk]` of, the configuration there is.
    pub fn adjust(&self, before: &str, kiosk: &str) {
        let config = fs::read_to_string(self.config()).unwrap();
        let config = config.replacen("[kiosk]\n", &format!("[kiosk]\n{kiosk}"), 1);
        self.configure(&format!("{before}{config}"));
    }

    /// Gives the kiosk another name: the limits of a terminal are those of people, not of tests.
    pub fn rename(&self, name: &str) {
        let config = fs::read_to_string(self.config()).unwrap();
        let (before, rest) = config.split_once("name = \"").unwrap();
        let (_, after) = rest.split_once('"').unwrap();
        self.configure(&format!("{before}name = \"{name}\"{after}"));
    }

    /// Takes the kiosk's name away: each tty is a terminal of its own then.
    pub fn unname(&self) {
        let config = fs::read_to_string(self.config()).unwrap();
        let named = |line: &&str| !line.starts_with("name = ");
        let kept: Vec<&str> = config.lines().filter(named).collect();
        assert!(kept.len() < config.lines().count(), "{config}");
        self.configure(&kept.join("\n"));
    }

    /// Sends mail through this server instead of the spool.
    pub fn mail_through(&self, exim: &Exim) {
        let secret = self.path("mail.secret");
        fs::write(&secret, format!("{}\n", exim::PASSWORD)).unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
        let config = fs::read_to_string(self.config()).unwrap();
        let (rest, _) = config.split_once("[mail]").unwrap();
        let login = format!(
            "username = \"{}\"\npassword_file = \"{}\"\n",
            exim::USER,
            secret.display()
        );
        self.configure(&format!(
            "{rest}[mail]\ndriver = \"smtp\"\nhost = \"localhost\"\nport = {}\n\
             tls = \"starttls\"\n{login}ca_file = \"{}\"\n\
             from = \"Contoso Help <reset@contoso.test>\"\n",
            exim.port,
            exim.certificates.ca.display(),
        ));
    }

    /// Sends text messages through this gateway.
    pub fn text_through(&self, url: &str, secret: &str) {
        let file = self.path("sms.secret");
        fs::write(&file, format!("{secret}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        self.text_by(&format!(
            "driver = \"http\"\nurl = \"{url}\"\nsecret_file = \"{}\"\n",
            file.display()
        ));
    }

    /// Puts text messages into a spool of their own.
    pub fn text_into_spool(&self) -> Spool {
        let folder = self.path("sms");
        let path = folder.display();
        self.text_by(&format!("driver = \"spool\"\npath = \"{path}\"\n"));
        Spool(folder)
    }

    /// Puts calls into a spool of their own.
    pub fn call_into_spool(&self) -> Spool {
        let folder = self.path("calls");
        let path = folder.display();
        self.call_by(&format!("driver = \"spool\"\npath = \"{path}\"\n"));
        Spool(folder)
    }

    /// Makes calls through this exchange.
    pub fn call_through(&self, url: &str, endpoint: &str, prompts: &Path, secret: &str) {
        let file = self.path("ari.secret");
        fs::write(&file, format!("{secret}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        self.call_by(&format!(
            "driver = \"ari\"\nurl = \"{url}\"\nusername = \"keyhatch\"\npassword_file = \"{}\"\n\
             endpoint = \"{endpoint}\"\nprompts = \"{}\"\n",
            file.display(),
            prompts.display(),
        ));
    }

    fn call_by(&self, section: &str) {
        let config = fs::read_to_string(self.config()).unwrap();
        let rest = config.split("[voice]").next().unwrap_or_default();
        self.configure(&format!("{rest}[voice]\n{section}"));
    }

    fn text_by(&self, section: &str) {
        let config = fs::read_to_string(self.config()).unwrap();
        let rest = config.split("[sms]").next().unwrap_or_default();
        self.configure(&format!("{rest}[sms]\n{section}"));
    }

    /// Sends requests to phones as this section says.
    pub fn push_by(&self, section: &str) {
        let config = fs::read_to_string(self.config()).unwrap();
        let rest = config.split("[push]").next().unwrap_or_default();
        self.configure(&format!("{rest}{section}"));
    }

    /// Puts requests to phones into a spool of their own.
    pub fn push_into_spool(&self) -> Spool {
        let folder = self.path("push");
        let path = folder.display();
        self.push_by(&format!("[push]\ndriver = \"spool\"\npath = \"{path}\"\n"));
        Spool(folder)
    }

    /// The environment of the program, and nothing else.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let folder = self.folder.path().display().to_string();
        vec![
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("HOME", folder.clone()),
            ("TMPDIR", self.path("tmp").display().to_string()),
            ("TERM", "xterm-256color".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("TZ", "UTC".to_owned()),
            ("KEYHATCH_STORE", self.store.clone()),
            ("KEYHATCH_CONFIG", self.config().display().to_string()),
        ]
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let Some((user, group)) = self.owner else {
            return self.around(Path::new(PROGRAM), &[], arguments);
        };
        let mut command = self.around(&self.program(), &[], arguments);
        command.uid(user).gid(group);
        command
    }

    /// Gives the empty home to a user of the system, as whom it is used from then on: with a copy of
    /// the program, because the one under test may lie where only we can go.
    pub fn give_to(&mut self, (user, group): (u32, u32)) {
        fs::copy(PROGRAM, self.program()).unwrap();
        // Others pass through to what is named to them.
        fs::set_permissions(self.folder.path(), fs::Permissions::from_mode(0o711)).unwrap();
        super::give(self.folder.path(), &format!("{user}:{group}")).unwrap();
        self.owner = Some((user, group));
    }

    /// The copy of the program.
    pub fn program(&self) -> PathBuf {
        self.path("keyhatch")
    }

    /// The program started by another one.
    pub fn around(&self, by: &Path, before: &[&str], arguments: &[&str]) -> Command {
        let mut command = Command::new(by);
        command.args(before).args(arguments);
        command.env_clear().envs(self.environment());
        command.current_dir(self.folder.path());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    /// Runs the program with this on stdin.
    pub fn run_with(&self, arguments: &[&str], stdin: &[u8]) -> Ran {
        run_with(&mut self.command(arguments), stdin)
    }

    /// What it prints with `--json`.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let text = self.run(&[arguments, &["--json"]].concat()).ok();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Adds somebody of this sign-in name.
    pub fn add_person(&self, name: &str) -> Person {
        let upn = format!("{name}@contoso.example");
        let address = format!("{name}@home.example");
        let fields = ["--alternate-email", &address, "--email", &upn];
        let words = ["user", "add", &upn, "--password-stdin"];
        self.run_with(&[&words[..], &fields].concat(), OLD_PASSWORD.as_bytes())
            .ok();
        let app = Authenticator::of(name);
        let add = ["user", "methods", &upn, "add-app-code"];
        assert_eq!(self.run_with(&add, app.base32().as_bytes()).ok(), "");
        Person { upn, address, app }
    }

    /// Registers the app that listens to this topic.
    pub fn add_app(&self, upn: &str, topic: &str) {
        let key = fs::read_to_string(self.path("keyhatch.key")).unwrap();
        let key = MasterKey::parse(&key).unwrap();
        let keys = Arc::new(Keys::derive(&key));
        let place = Place::parse(&self.store);
        let service = Service::new(Store::open(&place, keys).unwrap());
        let operator = Actor::Operator("test".to_owned());
        let topic = SecretText::copied(topic);
        let added = service.add_app(&operator, upn, topic, clock::now());
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.unwrap();
        runtime.block_on(added).unwrap();
    }

    /// Whether this is somebody's password; asked as PAM asks.
    pub fn accepts(&self, upn: &str, password: &str) -> bool {
        let stdin = format!("{password}\0");
        let ran = self.run_with(&["check-password", upn], stdin.as_bytes());
        assert!(ran.code < 2 && ran.stdout.is_empty(), "{ran:?}");
        ran.code == 0
    }

    pub fn spool(&self) -> Spool {
        Spool(self.path("mail"))
    }

    /// Everything a refused command must leave alone.
    pub fn state(&self) -> Vec<String> {
        let shown: [&[&str]; 4] = [
            &["user", "list", "--limit", "1000", "--json"],
            &["policy", "show", "--json"],
            &["group", "list", "--json"],
            &["audit", "head"],
        ];
        shown.iter().map(|words| self.run(words).ok()).collect()
    }

    /// Audit records with this activity.
    pub fn records(&self, activity: &str) -> Vec<Value> {
        let all = self.json(&["audit", "list", "--activity", activity]);
        all.as_array().unwrap().clone()
    }

    /// The chain is whole.
    pub fn verify(&self) {
        let verdict = self.json(&["audit", "verify"]);
        assert_eq!(verdict["ok"], true, "{verdict}");
    }
}

/// The processes a process has started and not yet seen the end of.
pub fn children(process: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{process}/task"))
        .into_iter()
        .flatten();
    let of = |task: std::io::Result<fs::DirEntry>| {
        let list = fs::read_to_string(task.ok()?.path().join("children")).ok()?;
        Some(
            list.split_whitespace()
                .map(|id| id.parse().unwrap())
                .collect::<Vec<u32>>(),
        )
    };
    tasks.filter_map(of).flatten().collect()
}

/// Whether a process runs: it is there and is no zombie.
pub fn runs(process: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    stat.rsplit_once(") ")
        .is_some_and(|(_, state)| !state.starts_with('Z'))
}

/// Runs a command with this on stdin.
pub fn run_with(command: &mut Command, stdin: &[u8]) -> Ran {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = piped.stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let bytes = stdin.to_vec();
    // A program that ends without reading all of it is no failure of the test.
    let writer = std::thread::spawn(move || drop(input.write_all(&bytes)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
