//! A store that is locked, full or gone under an open console: said, nothing lost, and work as before
//! when it is back.

use std::fs;
use std::path::Path;

use rustix::process::{Pid, Resource, Rlimit, prlimit};

use super::*;
use crate::support::program::PROGRAM;

const FAILED: &str = "That could not be done";
const OUTBOX: &str = "What went wrong last";

fn shows(pty: &Pty, text: &str) -> bool {
    let words: Vec<String> = pty.screen().lines().map(place).collect();
    words.join(" ").contains(text)
}

/// What stands right of the tabs, or the whole row.
fn place(row: &str) -> String {
    let row = row.split('│').next_back().unwrap_or(row);
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A host with a message that can't be delivered, and the console on its page.
fn outbox(home: &Home, app: &Authenticator) -> Pty {
    let mia = home.add_person("mias");
    let methods = home.json(&["user", "methods", &mia.upn, "list"]);
    let methods = methods.as_array().unwrap();
    let number = methods.iter().find_map(|method| method["id"].as_i64());
    let number = number.unwrap().to_string();
    let delete = ["user", "methods", &mia.upn, "delete", &number];
    home.run(&delete).ok();
    // The spool is no folder, so nothing is delivered.
    let _none = fs::remove_dir_all(home.path("mail"));
    fs::write(home.path("mail"), "").unwrap();
    // What can't be written must not end the program.
    let start = format!("trap '' XFSZ; exec {PROGRAM} admin");
    let shell = Path::new("/bin/sh");
    let mut pty = Pty::start_by(home, shell, &["-c", &start], (80, 24));
    pty.see(EN.sign_in);
    enter(&mut pty, &EN, &app.code());
    // Into the overview, and on.
    pty.press("\r", "the overview", |pty| shows(pty, "outbox"));
    pty.press("o", "the outbox", |pty| shows(pty, "waiting"));
    pty.until("what went wrong", |pty| shows(pty, OUTBOX));
    pty
}

fn retries(home: &Home) -> usize {
    home.records("outbox_retried").len()
}

#[test]
fn a_full_disk_is_said_and_nothing_is_done() {
    let (home, app) = host();
    let mut pty = outbox(&home, &app);
    let process = Pid::from_raw(pty.process_id().try_into().unwrap());
    let limited = |most| Rlimit {
        current: most,
        maximum: None,
    };
    prlimit(process, Resource::Fsize, limited(Some(1))).unwrap();
    pty.press("\r", "the failure", |pty| shows(pty, FAILED));
    assert_eq!(retries(&home), 0);
    prlimit(process, Resource::Fsize, limited(None)).unwrap();
    pty.insist("\r", "it is done", |pty| shows(pty, "is tried again now"));
    assert!(retries(&home) > 0);
    leave(&mut pty);
    home.verify();
}

#[test]
fn a_locked_store_is_waited_for_and_can_be_left() {
    let (home, app) = host();
    let mut pty = outbox(&home, &app);
    let other = rusqlite::Connection::open(&home.store).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.press("\r", "it waits", |pty| pty.words().contains("One moment"));
    other.execute_batch("ROLLBACK").unwrap();
    pty.until("it is done", |pty| shows(pty, "is tried again now"));
    assert_eq!(retries(&home), 1);
    // Nobody has to wait until somebody else lets go.
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.press("\r", "it waits", |pty| pty.words().contains("One moment"));
    leave(&mut pty);
    other.execute_batch("ROLLBACK").unwrap();
    home.verify();
}

#[test]
fn a_store_that_is_gone_is_said_and_a_returned_one_used() {
    let (home, app) = host();
    let mut pty = outbox(&home, &app);
    let files = |end: &str| {
        let away = home.path("away");
        fs::create_dir_all(&away).unwrap();
        let name = format!("keyhatch.db{end}");
        (home.path(&name), away.join(name))
    };
    let ends = ["", "-wal", "-shm"];
    for end in ends {
        let (here, away) = files(end);
        fs::rename(here, away).unwrap();
    }
    pty.until("the failure", |pty| shows(pty, FAILED));
    // Help and the list of tabs are there meanwhile.
    pty.insist("?", "help", |pty| shows(pty, "Messages that wait to leave"));
    pty.send("\x1b");
    for end in ends {
        let (here, away) = files(end);
        fs::rename(away, here).unwrap();
    }
    pty.insist("\r", "it is done", |pty| shows(pty, "is tried again now"));
    leave(&mut pty);
    home.verify();
}
