//! The process that listens for an answer is killed: another one takes over, and the answer that was
//! given meanwhile still comes.

use std::process::{Child, Stdio};

use rusqlite::Connection;
use rustix::process::Signal;

use crate::requests::{answer, number, request};
use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk};
use crate::support::mailbox::Mailbox;
use crate::support::postgres::Postgres;
use crate::support::program::{ADMIN, Home};
use crate::support::pty::Pty;
use crate::support::wait_for;

/// An agent of the host; killed when this is dropped.
struct Agent(Child);

impl Agent {
    fn start(home: &Home) -> Self {
        let mut command = home.command(&["agent", "run"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().unwrap())
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// One word of the store.
fn word(home: &Home, sql: &str) -> Option<String> {
    if home.store.starts_with("postgres") {
        let mut client = postgres::Client::connect(&home.store, postgres::NoTls).unwrap();
        let row = client.query_opt(sql, &[]).unwrap();
        return row.and_then(|row| row.get(0));
    }
    let connection = Connection::open(&home.store).unwrap();
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    connection.query_row(sql, [], read).ok().flatten()
}

fn another_takes_over(home: &Home) {
    let spool = home.push_into_spool();
    let person = home.add_person("mias");
    home.add_app(&person.upn, "mias");
    let _agent = Agent::start(home);
    let agent = wait_for("an agent", || word(home, "SELECT instance FROM agent")).unwrap();
    let mut pty = Pty::start(home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let asked = request(&spool, 0);
    let listener = || word(home, "SELECT listener FROM request");
    let first = wait_for("a listener", listener).unwrap();
    assert_ne!(first, agent, "a kiosk listens itself for what it sends");
    pty.signal(Signal::KILL);
    answer(&asked, "deny");
    let answered = || home.records("request_answered").pop();
    let record = wait_for("the answer, by the agent", answered).unwrap();
    assert_eq!(record["account"], person.upn.as_str());
    assert_eq!(record["reason"], "denied");
    for address in [&*person.upn, &person.address, ADMIN] {
        let letters = home.spool().notices(address, 1);
        assert!(letters[0].contains("Lobby 1"), "{letters:?}");
    }
    assert_eq!(spool.entries().len(), 1, "it was not sent again");
    // The next visitor's request goes its way.
    let mut pty = Pty::start(home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    pty.answer(&number(&request(&spool, 1)), EN.step_2);
    home.verify();
}

#[test]
fn another_listens_where_one_was_killed() {
    another_takes_over(&Home::sqlite());
}

#[test]
fn on_postgresql_too() {
    let Some(server) = Postgres::start() else {
        return;
    };
    another_takes_over(&Home::postgres(server.database("keyhatch")));
}
