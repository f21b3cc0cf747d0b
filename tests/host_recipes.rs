//! The recipes of `assets/host` for what is no sign-in: the rule by which a login runs one command as
//! another user, the script that runs it, and the units.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use support::host::{Host, MIA, SERVICE, SYSTEM, ids};
use support::kiosk::Kiosk;
use support::program::{OLD_PASSWORD, PROGRAM};
use support::pty::Pty;
use support::registering::{
    AUTHENTICATOR, CONFIRM, ENOUGH, SCAN_KEY, registered, scan_key, with_mail_alone,
};

/// Stands where the program would, and says what reached it.
const WITNESS: &str = "echo \"$(id -un) runs [$*]\"; env\n";

/// What a caller would like the program to find in its environment.
const HOSTILE: [(&str, &str); 12] = [
    ("KEYHATCH_STORE", "/tmp/mine.db"),
    ("KEYHATCH_CONFIG", "/tmp/mine.toml"),
    ("LD_PRELOAD", "/tmp/mine.so"),
    ("LD_LIBRARY_PATH", "/tmp/mine"),
    ("XDG_STATE_HOME", "/tmp/mine"),
    ("HOME", "/tmp/mine"),
    ("SUDO_USER", "mine"),
    ("SUDO_UID", "4242"),
    ("PAM_USER", "mine"),
    ("SSH_CONNECTION", "192.0.2.1 mine"),
    ("LC_ALL", "../mine"),
    ("ENV", "/tmp/mine.sh"),
];

/// Runs sudo as Mia; what it said.
fn sudo(host: &Host, environment: &[(&str, &str)], words: &[&str]) -> support::program::Ran {
    host.run_as(MIA, environment, &[&["sudo", "-n"], words].concat())
}

#[test]
fn a_login_runs_one_command_and_nothing_of_its_environment_comes_along() {
    let Some(host) = Host::start() else {
        return;
    };
    host.install(WITNESS);
    let program = host.path("bin/keyhatch");
    let asked = ["-u", SERVICE, &program, "register", "--if-due"];
    let hostile = [&HOSTILE[..], &[("PATH", "/tmp/mine:/usr/bin:/bin")]].concat();
    for environment in [&[][..], &hostile] {
        let ran = sudo(&host, environment, &asked);
        assert_eq!(ran.code, 0, "{ran:?}");
        let runs = format!("{SERVICE} runs [register --if-due]\n");
        assert!(ran.stdout.starts_with(&runs), "{ran:?}");
        let (mia, _) = ids(MIA).unwrap();
        for told in [format!("SUDO_USER={MIA}"), format!("SUDO_UID={mia}")] {
            assert!(ran.stdout.lines().any(|line| line == told), "{ran:?}");
        }
        assert!(!ran.stdout.contains("mine"), "{ran:?}");
    }
    // The language and the terminal do, so that the screens are the person's.
    let ran = sudo(&host, &[("LANG", "ja_JP.UTF-8"), ("TERM", "linux")], &asked);
    assert!(ran.stdout.contains("LANG=ja_JP.UTF-8\n"), "{ran:?}");
    assert!(ran.stdout.contains("TERM=linux\n"), "{ran:?}");
}

#[test]
fn every_variation_is_refused() {
    let Some(host) = Host::start() else {
        return;
    };
    host.install(WITNESS);
    let program = host.path("bin/keyhatch");
    let program = program.as_str();
    // Two links and a copy: another name, the same name for something else.
    let (link, twin, copy) = (
        host.path("mia/k"),
        host.path("mia/keyhatch"),
        host.path("mia/c"),
    );
    symlink(program, &link).unwrap();
    symlink("/usr/bin/id", &twin).unwrap();
    fs::copy(program, &copy).unwrap();
    let due = ["register", "--if-due"];
    let as_service = |program: &str, words: &[&str]| -> Vec<String> {
        let all = [&["-u", SERVICE, program], words].concat();
        all.into_iter().map(str::to_owned).collect()
    };
    let mut refused = vec![
        as_service(program, &[]),
        as_service(program, &["register"]),
        as_service(program, &["--if-due", "register"]),
        as_service(program, &["register", "--if-due", "bob"]),
        as_service(program, &["register", "--if-due", "--if-due"]),
        as_service(program, &["register", "--if-due", ""]),
        as_service(
            program,
            &["register", "--if-due", "--store", "/tmp/mine.db"],
        ),
        as_service(
            program,
            &["--store", "/tmp/mine.db", "register", "--if-due"],
        ),
        as_service(
            program,
            &["--config", "/tmp/mine.toml", "register", "--if-due"],
        ),
        as_service(
            program,
            &["--as", "admin@contoso.example", "register", "--if-due"],
        ),
        as_service(program, &["user", "list"]),
        as_service(
            program,
            &["user", "temporary-password", "bob@contoso.example"],
        ),
        as_service(program, &["kiosk"]),
        as_service(program, &["store", "backup", "/tmp/mine"]),
        as_service("/bin/sh", &["-c", "id"]),
        as_service(
            "/usr/bin/env",
            &[
                "KEYHATCH_STORE=/tmp/mine.db",
                program,
                "register",
                "--if-due",
            ],
        ),
        as_service(&link, &due),
        as_service(&twin, &due),
        as_service(&copy, &due),
    ];
    for option in [
        &["-E"][..],
        &["--preserve-env=KEYHATCH_STORE"],
        &["KEYHATCH_STORE=/tmp/mine.db"],
        &["LD_PRELOAD=/tmp/mine.so"],
        &["PATH=/tmp/mine"],
        &["-s"],
        &["-i"],
        &["-D", "/tmp"],
        &["-R", "/tmp"],
        &["-g", "root"],
        &["-C", "9"],
    ] {
        let before = ["-u", SERVICE];
        let all = [&before, option, &[program], &due].concat();
        refused.push(all.into_iter().map(str::to_owned).collect());
    }
    // As root, or as themselves.
    for whom in [&[][..], &["-u", "root"], &["-u", MIA], &["-u", "#0"]] {
        let all = [whom, &[program], &due].concat();
        refused.push(all.into_iter().map(str::to_owned).collect());
    }
    refused.push(vec![
        "-e".into(),
        "-u".into(),
        SERVICE.into(),
        program.into(),
    ]);
    for words in refused {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = sudo(&host, &[("KEYHATCH_STORE", "/tmp/mine.db")], &words);
        assert_ne!(ran.code, 0, "{words:?}: {ran:?}");
        assert!(!ran.stdout.contains("runs ["), "{words:?}: {ran:?}");
        assert!(
            ran.stderr.contains("sudo: ") || ran.stderr.contains("not allowed"),
            "{words:?}: {ran:?}"
        );
    }
    // To sudo, words are the same however they are split; to the program they are not.
    let ran = sudo(&host, &[], &["-u", SERVICE, program, "register --if-due"]);
    assert!(ran.stdout.contains("runs [register --if-due]"), "{ran:?}");
    host.install("exec $program \"$@\"\n");
    let ran = sudo(&host, &[], &["-u", SERVICE, program, "register --if-due"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
    host.install(WITNESS);
    // A link of the very name is the rule's own command, under no other name.
    fs::remove_file(&twin).unwrap();
    symlink(program, &twin).unwrap();
    let ran = sudo(&host, &[], &["-u", SERVICE, &twin, "register", "--if-due"]);
    assert!(ran.stdout.contains("runs [register --if-due]"), "{ran:?}");
}

/// Mia's shell, by SSH with her password.
fn log_in(host: &Host) -> Pty {
    let way = ["-tt", "-o", "PreferredAuthentications=password"];
    let arguments = host.ssh_arguments(MIA, &way, &[]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ssh = support::program("ssh").unwrap();
    let mut shell = Pty::start_by(&host.home, &ssh, &arguments, (80, 24));
    shell.see("password:");
    shell.send(format!("{OLD_PASSWORD}\r"));
    shell
}

/// It is a shell, and Mia's.
fn has_a_shell(shell: &mut Pty) {
    let line = format!("shell of {MIA}");
    let its = |shell: &Pty| shell.words().contains(&line);
    shell.insist("echo shell of $(id -un)\r", "the shell", its);
}

#[test]
fn nothing_keeps_a_login_from_its_shell() {
    let Some(host) = Host::start() else {
        return;
    };
    host.home.add_person(MIA);
    // It has the person's terminal, and what it says of its troubles stays off that.
    host.install(
        "[ -t 0 ] && [ -t 1 ] || exit 9\necho \"asked by [$*]\"\necho trouble >&2\nexit 3\n",
    );
    let mut shell = log_in(&host);
    shell.see("asked by [register --if-due]");
    has_a_shell(&mut shell);
    assert!(!shell.words().contains("trouble"), "{}", shell.screen());
    drop(shell);
    host.install("exec /no/such/program\n");
    has_a_shell(&mut log_in(&host));
    // Nor is there a rule.
    fs::remove_file(format!("/etc/sudoers.d/{SERVICE}")).unwrap();
    let mut shell = log_in(&host);
    has_a_shell(&mut shell);
    assert!(!shell.words().contains("sudo"), "{}", shell.screen());
    // A command by SSH is no login at a terminal.
    host.install(WITNESS);
    assert!(host.signs_in(MIA, OLD_PASSWORD, "password"));
}

/// Puts the program itself where the recipes look for it, and the store where it looks without being
/// told: nothing stands between sudo and the program.
fn install_as_it_is(host: &Host) {
    let program = host.home.path("bin/keyhatch");
    fs::remove_file(&program).unwrap();
    fs::copy(PROGRAM, &program).unwrap();
    let (user, group) = ids(SERVICE).unwrap();
    for folder in ["state/.local/state", "state/.config"] {
        let folder = host.home.path(folder);
        fs::create_dir_all(&folder).unwrap();
        symlink(host.home.folder.path(), folder.join("keyhatch")).unwrap();
    }
    support::give(&host.home.path("state"), &format!("{user}:{group}")).unwrap();
}

/// A login's shell on a terminal, as a host starts it.
fn log_in_here(host: &Host, user: &str) -> Pty {
    let su = support::program("su").unwrap();
    Pty::start_by(&host.home, &su, &["-", user], (80, 24))
}

#[test]
fn a_login_is_asked_for_what_its_account_lacks_and_no_other() {
    let Some(host) = Host::start() else {
        return;
    };
    install_as_it_is(&host);
    let mia = with_mail_alone(&host.home, MIA);
    // A login without an account is asked for nothing.
    let mut shell = log_in_here(&host, SYSTEM);
    let profile = host.path("profile");
    fs::write(&profile, host.recipe("profile.sh")).unwrap();
    let done = |shell: &Pty| shell.words().contains("it ended with 0");
    let line = format!(". {profile}; echo it ended with $?\r");
    shell.insist(&line, "its end", done);
    assert!(!shell.words().contains("Password"), "{}", shell.screen());
    drop(shell);
    // sudo says whose login it is: her name is known, and her password alone is asked for.
    let mut shell = log_in_here(&host, MIA);
    shell.see(&mia.upn);
    let dots = "•".repeat(OLD_PASSWORD.chars().count());
    shell.fill(OLD_PASSWORD, &format!("[{dots} "));
    shell.press("\r", AUTHENTICATOR, |shell| {
        shell.words().contains(AUTHENTICATOR)
    });
    shell.choose(AUTHENTICATOR, SCAN_KEY);
    // The names are cut where the code has no room for them.
    let app = scan_key(&mut shell, "Contoso:keyhatch-test-m");
    shell.press("\r", CONFIRM, |shell| shell.words().contains(CONFIRM));
    shell.answer(&app.code(), ENOUGH);
    shell.insist("\x18", "the shell", |shell| shell.screen().trim() == ">");
    has_a_shell(&mut shell);
    drop(shell);
    let added = registered(&host.home);
    assert_eq!(added.len(), 1, "{added:?}");
    assert_eq!(added[0]["account"], mia.upn);
    // Nothing is due any more.
    let mut shell = log_in_here(&host, MIA);
    has_a_shell(&mut shell);
    assert!(!shell.words().contains(&mia.upn), "{}", shell.screen());
    host.home.verify();
}

#[test]
fn the_units_are_sound() {
    let Some(host) = Host::start() else {
        return;
    };
    for (recipe, unit, worst) in [
        (
            "keyhatch-kiosk@.service",
            "keyhatch-kiosk@tty1.service",
            "25",
        ),
        ("keyhatch-agent.service", "keyhatch-agent.service", "20"),
    ] {
        let path = host.path(unit);
        fs::write(&path, host.recipe(recipe)).unwrap();
        for words in [
            &["verify", &path][..],
            // How much an attacker could do from inside, of 100.
            &["security", "--offline=yes", "--threshold", worst, &path],
        ] {
            let mut analyse = Command::new("systemd-analyze");
            let output = analyse.args(words).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{words:?}: {output:?}");
            assert!(!said.contains(unit), "{words:?}: {said}");
        }
    }
}
