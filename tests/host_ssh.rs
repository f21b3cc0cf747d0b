//! A host set up by the recipes of `assets/host`: people sign in over SSH, through a real PAM stack,
//! with the password that they reset at the kiosk; strangers get to the kiosk and no further.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};
use std::path::Path;
use std::process::Command;

use support::host::{ADMIN, HOST_PASSWORD, Host, MIA, RESET, SERVICE, SYSTEM, ids};
use support::journey::{Order, begin, pass_mail, reset};
use support::kiosk::{EN, Kiosk, PlainKiosk};
use support::plain::Plain;
use support::program::{self, OLD_PASSWORD, PROGRAM, Person, run_with};
use support::pty::Pty;
use support::totp::Authenticator;

const NEW_PASSWORD: &str = "nine purple elephants dancing";
const NEWER_PASSWORD: &str = "twelve quiet rivers under snow";

const PASSWORD: &str = "password";
const KEYBOARD: &str = "keyboard-interactive";

/// A host where Mia has an account and comes by SSH, without the check that waits for people.
fn host() -> Option<(Host, Person)> {
    let host = Host::start()?;
    let mia = host.home.add_person(MIA);
    host.home.run(&["policy", "set", "captcha=off"]).ok();
    Some((host, mia))
}

/// The kiosk at the other end of a connection without a terminal.
fn plain_kiosk(host: &Host) -> PlainKiosk {
    PlainKiosk::new(Plain::spawn(&mut host.ssh(RESET, &[], &[])))
}

/// The kiosk at the other end of a connection with one.
fn kiosk(host: &Host, more: &[&str]) -> Pty {
    let arguments = host.ssh_arguments(RESET, &["-tt"], more);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ssh = support::program("ssh").unwrap();
    Pty::start_by(&host.home, &ssh, &arguments, (80, 24))
}

/// The terminals of the audit records of an activity.
fn terminals(host: &Host, activity: &str) -> Vec<String> {
    let records = host.home.records(activity);
    let of = |record: &serde_json::Value| record["terminal"].as_str().map(str::to_owned);
    records.iter().filter_map(of).collect()
}

/// Whose the files in a folder are.
fn owners(folder: &Path) -> Vec<(String, u32)> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    let whose = |file: fs::DirEntry| {
        let name = file.file_name().into_string().unwrap();
        (name, file.metadata().unwrap().uid())
    };
    let mut all: Vec<_> = files.map(whose).collect();
    all.sort();
    all
}

#[test]
fn people_sign_in_with_the_password_they_just_reset() {
    let Some((host, mia)) = host() else {
        return;
    };
    assert!(host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    assert!(!host.signs_in(MIA, HOST_PASSWORD, PASSWORD));

    let mail = host.home.spool();
    let mut visit = plain_kiosk(&host);
    reset(&mut visit, &EN, &mia, &mail, Order::MailFirst, NEW_PASSWORD);
    drop(visit);
    assert!(host.signs_in(MIA, NEW_PASSWORD, PASSWORD));
    assert!(host.signs_in(MIA, NEW_PASSWORD, KEYBOARD));
    for old in [OLD_PASSWORD, HOST_PASSWORD, ""] {
        assert!(!host.signs_in(MIA, old, PASSWORD), "{old}");
    }
    assert!(!host.signs_in(MIA, OLD_PASSWORD, KEYBOARD));

    // The same on the full screen, by mail alone: an authenticator's code is good once.
    host.home.run(&["policy", "set", "methods.required=1"]).ok();
    let mut visit = kiosk(&host, &[]);
    visit.see(EN.welcome);
    begin(&mut visit, &EN, &mia.upn, EN.step_1);
    pass_mail(&mut visit, &EN, &mia, &mail, EN.new_password);
    visit.set_password(NEWER_PASSWORD, EN.done);
    drop(visit);
    assert!(host.signs_in(MIA, NEWER_PASSWORD, PASSWORD));
    assert!(!host.signs_in(MIA, NEW_PASSWORD, PASSWORD));

    // All of it was done by the user of the store, from where the person sat.
    for activity in ["sign_in", "password_reset"] {
        let from = terminals(&host, activity);
        assert!(!from.is_empty(), "no {activity}");
        assert!(from.iter().all(|from| from == "ssh 127.0.0.1"), "{from:?}");
    }
    let (service, _) = ids(SERVICE).unwrap();
    for (name, owner) in owners(host.home.folder.path()) {
        let is_ours = name.starts_with("keyhatch") || name == "mail";
        assert!(!is_ours || owner == service, "{name}: {owner}");
    }
    host.home.verify();
}

#[test]
fn nobody_else_signs_in() {
    let Some((host, mia)) = host() else {
        return;
    };
    // A disabled account, and one that is there again.
    host.home.run(&["user", "disable", &mia.upn]).ok();
    assert!(!host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    assert!(!host.signs_in(MIA, OLD_PASSWORD, KEYBOARD));
    host.home.run(&["user", "enable", &mia.upn]).ok();
    assert!(host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    // A locked sign-in, and one that was unlocked.
    let few = [
        "policy",
        "set",
        "lockout.sign_in_failures=2",
        "lockout.sign_in_seconds=18000",
    ];
    host.home.run(&few).ok();
    for guess in ["not this one either", "nor is it that one"] {
        assert!(!host.signs_in(MIA, guess, PASSWORD));
    }
    assert!(!host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    host.home.run(&["user", "unlock", &mia.upn]).ok();
    assert!(host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    // A login without an account; a system user has the host's password, and that alone.
    host.home.run(&["user", "delete", &mia.upn]).ok();
    assert!(!host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    assert!(!host.signs_in(MIA, HOST_PASSWORD, PASSWORD));
    host.home.add_person(SYSTEM);
    assert!(host.signs_in(SYSTEM, HOST_PASSWORD, PASSWORD));
    assert!(!host.signs_in(SYSTEM, OLD_PASSWORD, PASSWORD));
    // Without a store nobody gets in by Keyhatch, and the others as before.
    host.home.add_person(MIA);
    assert!(host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    fs::rename(&host.home.store, host.home.path("away")).unwrap();
    assert!(!host.signs_in(MIA, OLD_PASSWORD, PASSWORD));
    assert!(host.signs_in(SYSTEM, HOST_PASSWORD, PASSWORD));
}

#[test]
fn strangers_get_to_the_kiosk_and_no_further() {
    let Some((host, _)) = host() else {
        return;
    };
    // Whatever the client asks for, a shell or files or a way through, there is the kiosk.
    for asked in [&["id"][..], &["/bin/sh", "-i"]] {
        let mut visit = kiosk(&host, asked);
        visit.see(EN.welcome);
        assert!(!visit.words().contains("uid="), "{}", visit.screen());
    }
    let mut files = host.ssh(RESET, &["-s"], &["sftp"]);
    let ran = run_with(&mut files, b"x\n");
    assert!(ran.stdout.contains(EN.welcome), "{ran:?}");
    let through = format!("127.0.0.1:{}", host.port);
    let ran = run_with(&mut host.ssh(RESET, &["-W", &through], &[]), b"");
    assert!(ran.code != 0 && ran.stdout.is_empty(), "{ran:?}");
    // No file of that user's is run.
    let trap = host.path("trapped");
    fs::create_dir(host.home.path("state/.ssh")).unwrap();
    fs::write(host.home.path("state/.ssh/rc"), format!("touch {trap}\n")).unwrap();
    let mut visit = kiosk(&host, &[]);
    visit.see(EN.welcome);
    assert!(!Path::new(&trap).exists());
    drop(visit);
    // That name opens nothing but sshd, and the console's name nothing without a key.
    let ran = host.run_as(MIA, &[], &["su", "-c", "id", RESET]);
    assert!(ran.code != 0 && ran.stdout.is_empty(), "{ran:?}");
    for name in [ADMIN, SERVICE] {
        for password in ["", OLD_PASSWORD, HOST_PASSWORD] {
            assert!(!host.signs_in(name, password, PASSWORD), "{name}");
        }
    }
}

#[test]
fn administrators_reach_the_console_by_their_key_and_sign_in_there() {
    let Some((host, _)) = host() else {
        return;
    };
    let app = Authenticator::of("admin");
    let add = ["user", "methods", program::ADMIN, "add-app-code"];
    host.home.run_with(&add, app.base32().as_bytes()).ok();
    let quiet = "registration.required_at_sign_in=off";
    host.home.run(&["policy", "set", quiet]).ok();
    let key = host.path("admin_key");
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f", &key])
        .status();
    assert!(made.unwrap().success());
    fs::copy(format!("{key}.pub"), host.path("state/admin.keys")).unwrap();
    let options = ["-tt", "-i", &key, "-o", "IdentitiesOnly=yes"];
    // Whatever the client asks for, it is the console.
    let arguments = host.ssh_arguments(ADMIN, &options, &["/bin/sh", "-i"]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ssh = support::program("ssh").unwrap();
    let mut pty = Pty::start_by(&host.home, &ssh, &arguments, (80, 24));
    pty.see("Sign in to the console");
    // The key opens nothing more than that.
    pty.sign_in(
        program::ADMIN,
        program::ADMIN_PASSWORD,
        "Prove that it is you",
    );
    pty.choose(EN.app, EN.open_app);
    pty.answer(&app.code(), "Usage & insights");
    assert_eq!(terminals(&host, "console_opened"), ["ssh 127.0.0.1"]);
    // The connection is cut: the sign-in ends with it.
    drop(pty);
    let ended = support::wait_for("the end of the sign-in", || {
        let ended = host.home.records("sign_in_ended");
        ended
            .into_iter()
            .find(|record| record["reason"] == "hang_up")
    });
    ended.unwrap();
    // Without a terminal there is no console, and nothing else.
    let ran = run_with(&mut host.ssh(ADMIN, &["-T", "-i", &key], &["id"]), b"");
    assert!(ran.code == 1 && ran.stdout.is_empty(), "{ran:?}");
    assert!(ran.stderr.contains("the console needs a screen"), "{ran:?}");
}

#[test]
fn root_leaves_nothing_in_the_store_of_another() {
    let Some((host, mia)) = host() else {
        return;
    };
    let before = owners(host.home.folder.path());
    let (service, _) = ids(SERVICE).unwrap();
    let mend = format!("sudo -u '#{service}' keyhatch");
    // Where the configuration is that user's, and where it is root's.
    for owner in [service, 0] {
        chown(host.home.config(), Some(owner), None).unwrap();
        for words in [
            &["check-password", &mia.upn][..],
            &["user", "list"],
            &["doctor"],
        ] {
            let mut as_root = host.home.around(Path::new(PROGRAM), &[], words);
            let ran = run_with(&mut as_root, OLD_PASSWORD.as_bytes());
            assert_eq!(ran.code, 3, "{ran:?}");
            let said = format!("{}{}", ran.stdout, ran.stderr);
            assert!(said.contains(&mend), "{said}");
        }
    }
    chown(host.home.config(), Some(service), None).unwrap();
    assert_eq!(owners(host.home.folder.path()), before);
    assert!(host.home.accepts(&mia.upn, OLD_PASSWORD));
}
