//! Two hundred wrong answers to one account's security questions from twenty kiosks at once: five
//! are compared, and the account is blocked.

use std::thread;

use serde_json::{Value, json};

use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::postgres::Postgres;
use crate::support::program::{Home, Person};

const KIOSKS: u32 = 20;
const GUESSES: u32 = 10;
const CHOICE: &str = "Answer my security questions";
const SCREEN: &str = "Answer every question as you did";
const QUESTIONS: [&str; 5] = [
    "first-film",
    "first-dish",
    "school-trip",
    "lost-thing",
    "sweet-shop",
];

fn add_person(home: &Home) -> Person {
    let enabled = "methods.enabled=app_code,email,security_questions";
    home.run(&["policy", "set", enabled]).ok();
    let person = home.add_person("mias");
    let row = |id: &&str| json!({ "question": id, "answer": format!("her {id} was blue") });
    let document = Value::Array(QUESTIONS.iter().map(row).collect()).to_string();
    let words = ["user", "methods", &person.upn, "set-questions"];
    home.run_with(&words, document.as_bytes()).ok();
    person
}

/// One attacker: answers while there is something to answer, and starts again when refused.
fn attack(kiosk: &mut PlainKiosk, person: &Person, nth: u32) {
    for guess in nth * GUESSES..(nth + 1) * GUESSES {
        let plain = &mut kiosk.plain;
        if !kiosk.shown.contains(SCREEN) {
            plain.ask("1");
            plain.ask("1");
            kiosk.shown = plain.ask(&person.upn);
            continue;
        }
        for _ in 0..3 {
            kiosk.shown = plain.ask(&format!("guess {guess}"));
        }
    }
}

fn two_hundred_wrong_answers(home: &Home) {
    let person = add_person(home);
    let start = |_| {
        let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
        begin(&mut kiosk, &EN, &person.upn, EN.step_1);
        kiosk.choose(CHOICE, SCREEN);
        kiosk
    };
    let mut kiosks: Vec<PlainKiosk> = (0..KIOSKS).map(start).collect();
    thread::scope(|scope| {
        for (kiosk, nth) in kiosks.iter_mut().zip(0..) {
            let person = &person;
            scope.spawn(move || attack(kiosk, person, nth));
        }
    });
    let tried = home.records("gate_tried");
    assert_eq!(tried.len(), 5, "{tried:?}");
    assert!(
        tried
            .iter()
            .all(|record| record["reason"] == "wrong_answers")
    );
    assert_eq!(home.records("account_blocked").len(), 1);
    drop(kiosks);
    let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
    begin(&mut kiosk, &EN, &person.upn, EN.refused);
    home.verify();
}

#[test]
fn two_hundred_wrong_answers_on_sqlite() {
    two_hundred_wrong_answers(&Home::sqlite());
}

#[test]
fn two_hundred_wrong_answers_on_postgresql() {
    if let Some(server) = Postgres::start() {
        two_hundred_wrong_answers(&Home::postgres(server.database("keyhatch")));
    }
}
