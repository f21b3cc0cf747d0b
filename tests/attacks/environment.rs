//! What the process is protected by, and an environment that changes nothing of what runs.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::process::Signal;

use crate::NEW_PASSWORD;
use crate::support::journey::{Order, begin, pass_gates};
use crate::support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::{Home, PROGRAM, children};
use crate::support::pty::Pty;
use crate::support::{give, is_root, or_left_out, program, run};

/// A line of a process's `limits` or `status`, without its name.
fn line(process: u32, file: &str, name: &str) -> String {
    let text = fs::read_to_string(format!("/proc/{process}/{file}")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let line = line.unwrap_or_else(|| panic!("no {name} in {text}"));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_core_is_dumped_and_memory_is_locked_where_that_is_allowed() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see(EN.forgot);
    let process = pty.process_id();
    assert_eq!(line(process, "limits", "Max core file size"), "0 0 bytes");
    if is_root() {
        assert_ne!(line(process, "status", "VmLck:"), "0 kB");
    }
}

/// What another process of the same user reads of a process's environment and memory.
fn looks(user: &str, process: u32) -> [bool; 2] {
    ["environ", "mem"].map(|file| {
        let file = format!("/proc/{process}/{file}");
        let words = ["--reuid", user, "--clear-groups", "head", "-c0"];
        run(Command::new("setpriv").args(words).arg(file)).is_ok()
    })
}

#[test]
fn a_user_with_little_memory_to_lock_resets_and_looks_into_nothing() {
    let found = program("setpriv").and_then(|_| program("prlimit"));
    let root = is_root().then_some(()).ok_or("this is not root".to_owned());
    if or_left_out("user without rights (setpriv)", root.and(found)).is_none() {
        return;
    }
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let own = home.path("keyhatch");
    fs::copy(PROGRAM, &own).unwrap();
    let own = own.display().to_string();
    give(home.folder.path(), "nobody").unwrap();
    let user = [
        "--memlock=8388608:8388608",
        "setpriv",
        "--reuid",
        "nobody",
        "--clear-groups",
        &own,
    ];
    let mut command = home.around(Path::new("prlimit"), &user, &["kiosk", "--plain"]);
    let mut kiosk = PlainKiosk::new(Plain::spawn(&mut command));
    let process = kiosk.plain.child.id();
    assert_eq!(
        line(process, "status", "Uid:").split(' ').next(),
        Some("65534")
    );
    assert_eq!(line(process, "status", "VmLck:"), "0 kB");
    assert_eq!(looks("nobody", process), [false, false]);
    pass_gates(&mut kiosk, &EN, &person, &home.spool(), Order::AppFirst);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    // Into a process that does nothing about it one can look.
    let mut other = Command::new("setpriv");
    let words = ["--reuid", "nobody", "--clear-groups", "sleep", "60"];
    let mut other = other.args(words).spawn().unwrap();
    let seen = crate::support::wait_for("a look", || {
        (looks("nobody", other.id()) == [true, true]).then_some(())
    });
    other.kill().unwrap();
    other.wait().unwrap();
    seen.unwrap();
}

/// Programs by names that others call, each of which tells that it ran.
fn traps(home: &Home) -> (PathBuf, PathBuf) {
    let (folder, told) = (home.path("traps"), home.path("told"));
    fs::create_dir(&folder).unwrap();
    for name in [
        "sh", "bash", "less", "more", "vi", "tput", "stty", "tty", "clear", "logger",
    ] {
        let trap = folder.join(name);
        fs::write(
            &trap,
            format!("#!/bin/sh\necho {name} >>{}\n", told.display()),
        )
        .unwrap();
        fs::set_permissions(&trap, fs::Permissions::from_mode(0o755)).unwrap();
    }
    (folder, told)
}

#[test]
fn no_environment_changes_what_runs() {
    let home = Home::sqlite();
    let (folder, told) = traps(&home);
    let traps = folder.display();
    let long = "x".repeat(100_000);
    let environments: Vec<Vec<String>> = [
        vec![format!("PATH={traps}")],
        vec!["PATH=".to_owned()],
        ["EDITOR", "VISUAL", "PAGER", "SHELL", "BROWSER", "MANPAGER"]
            .map(|name| format!("{name}={traps}/vi"))
            .to_vec(),
        vec![
            format!("LD_LIBRARY_PATH={traps}"),
            "LD_BIND_NOW=1".to_owned(),
            "GLIBC_TUNABLES=glibc.malloc.check=nonsense:::".to_owned(),
            "MALLOC_ARENA_MAX=nonsense".to_owned(),
        ],
        vec!["TERM=".to_owned()],
        vec!["TERM=linux".to_owned()],
        vec!["TERM=../../../../etc/passwd".to_owned()],
        vec![
            "TERM=xterm\x1b]0;owned\x07".to_owned(),
            format!("TERMINFO={traps}"),
        ],
        vec![
            format!("TERM={long}"),
            format!("TERMINFO_DIRS={traps}"),
            format!("TERMCAP={traps}"),
        ],
        vec![
            "LANG=".to_owned(),
            "LC_ALL=xx_YY.nonsense@\x1b[2J".to_owned(),
        ],
        vec!["LANG=de_DE.UTF-8@euro".to_owned()],
        vec!["LANGUAGE=::ja:".to_owned(), format!("LANG={long}")],
        vec![
            "LANGUAGE=../../../../etc".to_owned(),
            "LOCPATH=/nowhere".to_owned(),
        ],
        vec!["TZ=:/etc/shadow".to_owned(), "TZDIR=/nowhere".to_owned()],
        vec!["TZ=\x1b[2Jgarbage".to_owned()],
        vec![
            "RUST_BACKTRACE=full".to_owned(),
            "RUST_LOG=trace".to_owned(),
        ],
        vec![
            "RUST_MIN_STACK=nonsense".to_owned(),
            "COLUMNS=0".to_owned(),
            "LINES=-1".to_owned(),
        ],
        vec!["-uHOME".to_owned(), "-uLANG".to_owned(), "-uTZ".to_owned()],
        vec![
            "HOME=/nowhere".to_owned(),
            "XDG_CONFIG_HOME=relative".to_owned(),
        ],
        vec![
            "TMPDIR=/nowhere".to_owned(),
            "SQLITE_TMPDIR=/nowhere".to_owned(),
        ],
        vec![
            "SSL_CERT_FILE=/nowhere".to_owned(),
            "SSH_CONNECTION=\x1b[2J 1 2 3".to_owned(),
        ],
        vec!["NO_COLOR=1".to_owned(), "SSH_TTY=/etc/passwd".to_owned()],
    ]
    .into();
    for environment in &environments {
        let mut words: Vec<&str> = environment.iter().map(String::as_str).collect();
        // Taken away before anything is set.
        words.sort_by_key(|word| !word.starts_with("-u"));
        words.extend([PROGRAM, "kiosk"]);
        let mut pty = Pty::start_by(&home, Path::new("/usr/bin/env"), &words, (80, 24));
        let told_so = format!("{:.300}", environment.join(" "));
        pty.until(&told_so, |pty| {
            let words = pty.words().replace(' ', "");
            let screens = [EN.welcome, DE.welcome, JA.welcome];
            screens
                .iter()
                .any(|title| words.contains(&title.replace(' ', "")))
        });
        pty.send("\x1a\x1c\x13");
        let who = |pty: &Pty| {
            let words = pty.words().replace(' ', "");
            [EN.who, DE.who, JA.who]
                .iter()
                .any(|title| words.contains(&title.replace(' ', "")))
        };
        pty.press("1", &told_so, who);
        assert_eq!(children(pty.process_id()), [0; 0], "{told_so}");
        pty.signal(Signal::TERM);
        pty.ends_restored(0);
        let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
        assert!(!raw.contains("\x1b]0;"), "{told_so}");
    }
    let ran = fs::read_to_string(&told).unwrap_or_default();
    assert_eq!(ran, "", "programs that ran");
    // The traps do tell.
    run(&mut Command::new(folder.join("less"))).unwrap();
    assert_eq!(fs::read_to_string(&told).unwrap(), "less\n");
    home.verify();
}

#[test]
fn plain_mode_in_an_odd_environment() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut command = home.command(&["kiosk"]);
    command
        .env("TERM", "dumb")
        .env("PAGER", "/bin/false")
        .env_remove("HOME");
    command.env("LC_ALL", "C").env("TZ", ":/etc/shadow");
    let mut kiosk = PlainKiosk::new(Plain::spawn(&mut command));
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    assert!(!kiosk.bytes().contains(&0x1b));
}
