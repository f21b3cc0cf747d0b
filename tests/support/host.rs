//! A host as an administrator sets it up by the recipes of `assets/host`: its users, an sshd with
//! the PAM stack, the sudo rule. Everything under names of its own, beside what the host has, and
//! taken away at the end.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::fs::{FlockOperation, flock};
use rustix::process::Signal;

use super::program::{Home, Ran, run_with};
use super::{Daemon, free_port, is_root, program, real_server, run};

/// The user that everything belongs to, and its other names.
pub const SERVICE: &str = "keyhatch-test";
pub const RESET: &str = "keyhatch-test-reset";
pub const ADMIN: &str = "keyhatch-test-admin";
/// A person with a login.
pub const MIA: &str = "keyhatch-test-mia";
/// A system user with a login, whom Keyhatch does not know.
pub const SYSTEM: &str = "keyhatch-test-sys";
/// What the host itself has as everybody's password.
pub const HOST_PASSWORD: &str = "what the host knows itself";
/// The PAM service: sshd's own name, which is that of the link it is started by.
const SSHD: &str = "sshd-keyhatch-test";

/// A host set up by the recipes.
pub struct Host {
    pub home: Home,
    /// Where its sshd listens.
    pub port: u16,
    made: Vec<PathBuf>,
    daemon: Option<Daemon>,
    /// The names are there once on a machine, however many tests want them.
    _only: File,
}

impl Host {
    /// Sets one up, if we may and sshd and sudo are there.
    pub fn start() -> Option<Self> {
        real_server("host of its own (sshd, sudo)", Self::try_start)
    }

    fn try_start() -> Result<Self, String> {
        if !is_root() {
            return Err("only root may make users".to_owned());
        }
        let sshd = program("sshd")?;
        for name in ["ssh", "ssh-keygen", "sudo", "visudo", "setpriv", "useradd"] {
            program(name)?;
        }
        let only = File::create("/run/keyhatch-test.lock").map_err(|error| error.to_string())?;
        flock(&only, FlockOperation::LockExclusive).map_err(|error| error.to_string())?;
        // What a test left that was killed.
        remove_users();
        let mut host = Self {
            home: Home::empty(),
            port: free_port(),
            made: Vec::new(),
            daemon: None,
            _only: only,
        };
        host.set_up(&sshd)?;
        Ok(host)
    }

    fn set_up(&mut self, sshd: &Path) -> Result<(), String> {
        let script = self.recipe("users.sh");
        run(Command::new("sh").arg("-c").arg(script))?;
        self.home.give_to(ids(SERVICE)?);
        self.home.initialise();
        add_user(MIA, &["-m", "-d", &self.path("mia"), "-s", "/bin/sh"])?;
        add_user(SYSTEM, &["--system", "-d", "/", "-s", "/bin/sh"])?;
        fs::create_dir(self.home.path("bin")).map_err(|error| error.to_string())?;
        self.install("exec $program \"$@\"\n");

        let theirs = fs::read_to_string("/etc/pam.d/sshd").map_err(|error| error.to_string())?;
        let ours = theirs.replace("@include common-auth", &format!("@include {SERVICE}"));
        assert_ne!(ours, theirs, "no common-auth in /etc/pam.d/sshd");
        self.make(&format!("/etc/pam.d/{SSHD}"), &ours, 0o644);
        let recipe = self.recipe("pam.conf");
        self.make(&format!("/etc/pam.d/{SERVICE}"), &recipe, 0o644);
        let recipe = self.recipe("sudoers.conf");
        self.make(&format!("/etc/sudoers.d/{SERVICE}"), &recipe, 0o440);
        let profile = self.recipe("profile.sh");
        self.write("mia/.profile", &format!("PS1='> '\n{profile}"), 0o644);

        let key = self.path("host_key");
        run(Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f", &key]))?;
        let recipe = self.recipe("sshd.conf");
        self.write("sshd_recipe", &recipe, 0o644);
        let config = SETTINGS
            .replace("{port}", &self.port.to_string())
            .replace("{folder}", &self.path(""));
        self.write("sshd_config", &config, 0o644);
        let link = self.home.path(SSHD);
        symlink(sshd, &link).map_err(|error| error.to_string())?;
        if !Path::new("/run/sshd").exists() {
            fs::create_dir("/run/sshd").map_err(|error| error.to_string())?;
            self.made.push("/run/sshd".into());
        }
        let log = self.home.path("sshd.log");
        let mut command = Command::new(link);
        command.args(["-D", "-e", "-f", &self.path("sshd_config")]);
        let mut daemon = Daemon::start(&mut command, &log, Signal::TERM)?;
        daemon.wait_until_it_listens(self.port, &log)?;
        self.daemon = Some(daemon);
        Ok(())
    }

    /// A path in the host's folder.
    pub fn path(&self, name: &str) -> String {
        self.home.path(name).display().to_string()
    }

    /// A recipe, with our names in the place of an installation's.
    pub fn recipe(&self, name: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/host");
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let program = "\u{1}";
        let adapted = text
            .replace("/usr/local/bin/keyhatch", program)
            // Where sshd trusts a file: in a folder of the user's, because /tmp is everybody's.
            .replace(
                "/etc/ssh/keyhatch-admin.keys",
                &self.path("state/admin.keys"),
            )
            .replace("/var/lib/keyhatch", &self.path("state"))
            .replace("/etc/keyhatch", &self.path("etc"))
            .replace("User=keyhatch", &format!("User={SERVICE}"))
            .replace(" keyhatch\n", &format!(" {SERVICE}\n"))
            .replace("-o keyhatch ", &format!("-o {SERVICE} "))
            .replace("-g keyhatch ", &format!("-g {SERVICE} "))
            .replace("-u keyhatch ", &format!("-u {SERVICE} "))
            .replace("--user keyhatch", &format!("--user {SERVICE}"))
            .replace("id=keyhatch", &format!("id={SERVICE}"))
            .replace("--gid keyhatch", &format!("--gid {SERVICE}"))
            .replace("(keyhatch)", &format!("({SERVICE})"))
            .replace("in reset admin", &format!("in {RESET} {ADMIN}"))
            .replace("User reset", &format!("User {RESET}"))
            .replace("User admin", &format!("User {ADMIN}"))
            .replace(
                "user = reset service = sshd",
                &format!("user = {RESET} service = {SSHD}"),
            )
            // Every refusal would cost seconds.
            .replace("delay=2000000", "delay=20000")
            .replace(program, &self.path("bin/keyhatch"));
        assert_ne!(adapted, text, "{name}");
        adapted
    }

    /// Puts a shell script into the place of the program that the recipes call; passwords are checked
    /// by the real one nevertheless.
    pub fn install(&self, script: &str) {
        let (store, config) = (&self.home.store, self.home.config().display().to_string());
        let real = self.home.program().display().to_string();
        let script = format!(
            "#!/bin/sh\n\
             program='/usr/bin/env KEYHATCH_STORE={store} KEYHATCH_CONFIG={config} {real}'\n\
             case $1 in check-password) exec $program \"$@\" ;; esac\n\
             {script}"
        );
        self.write("bin/keyhatch", &script, 0o755);
    }

    fn write(&self, name: &str, text: &str, mode: u32) {
        put(&self.home.path(name), text, mode);
    }

    fn make(&mut self, path: &str, text: &str, mode: u32) {
        put(Path::new(path), text, mode);
        self.made.push(path.into());
    }

    /// An SSH client on its way to a user of the host.
    pub fn ssh(&self, user: &str, options: &[&str], command: &[&str]) -> Command {
        let mut ssh = Command::new("ssh");
        ssh.args(self.ssh_arguments(user, options, command));
        ssh.env_clear();
        ssh.envs(self.home.environment());
        ssh
    }

    /// Its arguments.
    pub fn ssh_arguments(&self, user: &str, options: &[&str], command: &[&str]) -> Vec<String> {
        let port = self.port.to_string();
        let common = [
            "-F",
            "none",
            "-p",
            &port,
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            "-o",
            "LogLevel=ERROR",
            "-o",
            "NumberOfPasswordPrompts=1",
        ];
        let whom = format!("{user}@127.0.0.1");
        [&common[..], options, &[&whom], command]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect()
    }

    /// Whether a user gets in by SSH with a password, asked for in this way.
    pub fn signs_in(&self, user: &str, password: &str, by: &str) -> bool {
        let way = format!("PreferredAuthentications={by}");
        let mut ssh = self.ssh(user, &["-o", &way], &["id", "-un"]);
        self.answer(&mut ssh, password);
        let ran = run_with(&mut ssh, b"");
        match ran.code {
            0 => assert_eq!(ran.stdout.trim(), user, "{ran:?}"),
            255 => assert!(ran.stderr.contains("Permission denied"), "{ran:?}"),
            _ => panic!("{ran:?}"),
        }
        ran.code == 0
    }

    /// Answers the client's question for a password.
    pub fn answer(&self, ssh: &mut Command, password: &str) {
        self.write("ask", "#!/bin/sh\nprintf '%s\\n' \"$ANSWER\"\n", 0o755);
        ssh.env("ANSWER", password)
            .env("SSH_ASKPASS", self.path("ask"))
            .env("SSH_ASKPASS_REQUIRE", "force");
    }

    /// Runs a command as a user, with this environment and nothing else.
    pub fn run_as(&self, user: &str, environment: &[(&str, &str)], command: &[&str]) -> Ran {
        let (user_id, group) = ids(user).unwrap();
        let mut running = Command::new(command[0]);
        running.args(&command[1..]).uid(user_id).gid(group);
        running.env_clear().env("PATH", "/usr/bin:/bin");
        running.envs(environment.iter().copied());
        running.current_dir("/");
        run_with(&mut running, b"")
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.daemon = None;
        for path in &self.made {
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
        remove_users();
    }
}

/// The number of a user and of its group.
pub fn ids(user: &str) -> Result<(u32, u32), String> {
    let id = |flag| -> Result<u32, String> {
        let id = run(Command::new("id").args([flag, user]))?;
        id.trim().parse().map_err(|_| id)
    };
    Ok((id("-u")?, id("-g")?))
}

fn add_user(name: &str, more: &[&str]) -> Result<(), String> {
    run(Command::new("useradd").args(more).arg(name))?;
    let mut command = Command::new("chpasswd");
    let mut child = command
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{name}:{HOST_PASSWORD}").map_err(|error| error.to_string())?;
    drop(input);
    let ended = child.wait().map_err(|error| error.to_string())?;
    ended.success().then_some(()).ok_or("chpasswd".to_owned())
}

/// Takes the users away, those that are there.
fn remove_users() {
    for name in [ADMIN, RESET, SERVICE, MIA, SYSTEM] {
        let _gone = run(Command::new("userdel").arg("-f").arg(name));
    }
}

fn put(path: &Path, text: &str, mode: u32) {
    // A file that is called may be running.
    let _ = fs::remove_file(path);
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

const SETTINGS: &str = "\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
PidFile none
UsePAM yes
PasswordAuthentication yes
KbdInteractiveAuthentication yes
PermitRootLogin no
PrintMotd no
PrintLastLog no
AcceptEnv LANG LC_*
Subsystem sftp internal-sftp
Include {folder}/sshd_recipe
";
