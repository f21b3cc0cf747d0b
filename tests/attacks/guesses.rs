//! Two hundred guesses from twenty kiosks at once on one account: five are compared, and the
//! account is blocked for 24 hours of store time, whatever is killed and whatever the clock says.

use std::path::Path;
use std::thread;

use jiff::Timestamp;
use serde_json::Value;

use crate::support::journey::{begin, pass_app};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::postgres::Postgres;
use crate::support::program::{Home, PROGRAM, Person};
use crate::support::{or_left_out, program};

const KIOSKS: u32 = 20;
const GUESSES: u32 = 10;

/// One attacker: guesses while there is something to guess at, and starts again when refused.
fn attack(kiosk: &mut PlainKiosk, person: &Person, nth: u32) {
    for guess in nth * GUESSES..(nth + 1) * GUESSES {
        let plain = &mut kiosk.plain;
        kiosk.shown = if kiosk.shown.contains(EN.open_app) {
            plain.ask(&person.app.wrong_code(guess))
        } else {
            plain.ask("1");
            plain.ask("1");
            plain.ask(&person.upn)
        };
    }
}

fn failures(home: &Home, upn: &str) -> usize {
    let list = home.json(&[
        "audit",
        "list",
        "--account",
        upn,
        "--activity",
        "gate_tried",
    ]);
    let failed = |record: &&Value| record["outcome"] == "failure";
    list.as_array().unwrap().iter().filter(failed).count()
}

fn two_hundred_guesses(home: &Home) -> Person {
    let (person, other) = (home.add_person("mias"), home.add_person("other"));
    // Everybody stands before the question first.
    let start = |_| {
        let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
        begin(&mut kiosk, &EN, &person.upn, EN.step_1);
        kiosk.choose(EN.app, EN.open_app);
        kiosk
    };
    let mut kiosks: Vec<PlainKiosk> = (0..KIOSKS).map(start).collect();
    thread::scope(|scope| {
        for (kiosk, nth) in kiosks.iter_mut().zip(0..) {
            let person = &person;
            scope.spawn(move || attack(kiosk, person, nth));
        }
    });
    assert_eq!(failures(home, &person.upn), 5);
    assert_eq!(home.records("account_blocked").len(), 1);
    // Not even the right code, nor after everything is killed.
    for kiosk in &mut kiosks {
        assert!(!kiosk.shown.contains(EN.open_app), "{}", kiosk.shown);
        kiosk.plain.child.kill().unwrap();
    }
    drop(kiosks);
    let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
    begin(&mut kiosk, &EN, &person.upn, EN.refused);
    let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
    begin(&mut kiosk, &EN, &other.upn, EN.step_1);
    pass_app(&mut kiosk, &EN, &other, EN.step_2);
    assert_eq!(failures(home, &person.upn), 5);
    home.verify();
    person
}

/// What a kiosk whose clock stands at this second shows the account.
fn at(home: &Home, faketime: &Path, second: Timestamp, person: &Person, next: &str) {
    let clock = second.strftime("%Y-%m-%d %H:%M:%S").to_string();
    let kiosk = ["-f", &clock, PROGRAM, "kiosk", "--plain"];
    let mut command = home.around(faketime, &kiosk, &[]);
    command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    let mut kiosk = PlainKiosk::new(Plain::spawn(&mut command));
    begin(&mut kiosk, &EN, &person.upn, next);
    assert_eq!(kiosk.plain.close().0, Some(0));
}

fn blocked_for_a_day(home: &Home, person: &Person) {
    let Some(faketime) = or_left_out("clock (faketime)", program("faketime")) else {
        return;
    };
    let shown = home.json(&["user", "show", &person.upn]);
    let until: Timestamp = shown["blocked_until"].as_str().unwrap().parse().unwrap();
    let tried = home.records("gate_tried");
    let fifth = tried
        .iter()
        .filter(|record| record["account"] == person.upn.as_str())
        .nth(4);
    let fifth: Timestamp = fifth.unwrap()["time"].as_str().unwrap().parse().unwrap();
    assert_eq!(until.duration_since(fifth).as_secs(), 24 * 3600);
    let second = |offset: i64| Timestamp::from_second(until.as_second() + offset).unwrap();
    // A clock set back by days frees nobody, and neither does one set back after it stood right.
    at(home, &faketime, second(-3 * 24 * 3600), person, EN.refused);
    at(home, &faketime, second(-1), person, EN.refused);
    at(home, &faketime, second(-3 * 24 * 3600), person, EN.refused);
    at(home, &faketime, second(1), person, EN.step_1);
    // Store time has passed the block for everybody, whatever their clock says.
    at(home, &faketime, second(-3 * 24 * 3600), person, EN.step_1);
    assert_eq!(failures(home, &person.upn), 5);
    home.verify();
}

#[test]
fn two_hundred_guesses_on_sqlite() {
    let home = Home::sqlite();
    let person = two_hundred_guesses(&home);
    blocked_for_a_day(&home, &person);
}

#[test]
fn two_hundred_guesses_on_postgresql() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("keyhatch"));
    let person = two_hundred_guesses(&home);
    blocked_for_a_day(&home, &person);
}

#[test]
fn guesses_over_many_journeys_methods_and_front_ends_share_one_count() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    for guess in 0..4 {
        let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
        begin(&mut kiosk, &EN, &person.upn, EN.step_1);
        kiosk.choose(EN.app, EN.open_app);
        kiosk.answer(&person.app.wrong_code(guess), EN.wrong);
    }
    let mut pty = crate::support::pty::Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.app, EN.open_app);
    pty.answer(&person.app.wrong_code(4), EN.refused);
    assert_eq!(failures(&home, &person.upn), 5);
}
