//! How one proves who one is, changed while the kiosks run.

use serde_json::{Value, json};

use crate::NEW_PASSWORD;
use crate::questions::{SAID, SET, asked, type_answers};
use crate::support::journey::pass_app;
use crate::support::kiosk::{EN, Kiosk};
use crate::support::mailbox::{Mailbox, Spool};
use crate::support::program::{Home, Person};
use crate::support::stage::{At, BOTH, Stage};
use crate::support::wait_for;

pub const KEYS: &[&str] = &[
    "methods.enabled",
    "methods.required",
    "questions.to_reset",
    "questions.custom",
    "questions.alone",
    "codes.length",
    "delivery.sms_per_day",
    "delivery.per_destination_per_day",
    "delivery.blocked_prefixes",
];

const QUESTIONS: &str = SAID[0][0];
const NUMBER: &str = "+14255550111";
const LOCKER: &str = "Which number had your first locker?";
const OTHER: &str = "That method can't be used any more here.";
const NOT_NOW: &str = "That method can't be used at the moment.";

/// The choice of each method, in its words.
const CHOICES: [(&str, &str); 6] = [
    ("app_notification", "Answer a request on my phone"),
    ("app_code", EN.app),
    ("email", EN.mail),
    ("mobile_phone", EN.phone),
    ("office_phone", "Call my office phone"),
    ("security_questions", QUESTIONS),
];

/// Somebody with every method, four predefined questions and one of the organisation's own.
fn everything(home: &Home, name: &str) -> Person {
    let person = home.add_person(name);
    let phones = ["--mobile", NUMBER, "--office", "+14255550100"];
    home.run(&[&["user", "edit", &person.upn], &phones[..]].concat())
        .ok();
    let row = |id: &str, answer: &str| json!({ "question": id, "answer": answer });
    let mut rows: Vec<Value> = SET[..4].iter().map(|(id, _, it)| row(id, it)).collect();
    rows.push(row(LOCKER, "four hundred and two"));
    let words = ["user", "methods", &person.upn, "set-questions"];
    home.run_with(&words, Value::Array(rows).to_string().as_bytes())
        .ok();
    person
}

#[test]
fn gates_are_seen_at_the_next_step() {
    let home = Home::sqlite();
    let messages = home.text_into_spool();
    let custom = format!("questions.custom={LOCKER}");
    home.run(&["policy", "set", &custom]).ok();
    let mia = everything(&home, "mias");
    let others = ["adele", "lynne", "nestor", "diego"].map(|name| home.add_person(name));
    let mut stage = Stage::open(home);
    each_method(&mut stage, &mia);
    each_number_of_gates(&mut stage, &others);
    each_question(&mut stage, &mia);
    each_length(&mut stage, &others[3]);
    each_budget(&mut stage, &mia, &messages);
    stage.has_tried(KEYS);
    stage.home.verify();
}

/// Exactly these are offered.
fn offers(stage: &mut Stage, at: At, methods: &[&str]) {
    for (method, choice) in CHOICES {
        stage.shows(at, choice, methods.contains(&method));
    }
}

fn each_method(stage: &mut Stage, mia: &Person) {
    stage.set(&[("methods.required", "1"), ("questions.alone", "on")]);
    let sets: [(&str, &[&str]); 6] = [
        ("app_code", &["app_code"]),
        ("email", &["email"]),
        ("mobile_phone", &["mobile_phone"]),
        ("security_questions", &["security_questions"]),
        // What this host can't carry is offered nowhere.
        ("app_notification,office_phone,email", &["email"]),
        (
            "app_code,email,mobile_phone,security_questions",
            &["app_code", "email", "mobile_phone", "security_questions"],
        ),
    ];
    for (enabled, offered) in sets {
        stage.set(&[("methods.enabled", enabled)]);
        for at in BOTH {
            stage.name(at, &mia.upn, EN.step_1);
            offers(stage, at, offered);
        }
    }
    // From a list that is yesterday's, the way leads to today's.
    for at in BOTH {
        stage.set(&[("methods.enabled", "app_code,email")]);
        stage.name(at, &mia.upn, EN.step_1);
        stage.set(&[("methods.enabled", "app_code,mobile_phone")]);
        stage.kiosk(at).choose(EN.mail, OTHER);
        offers(stage, at, &["app_code", "mobile_phone"]);
        // And from a code that was asked for by a method of yesterday.
        stage.kiosk(at).choose(EN.app, EN.open_app);
        stage.set(&[("methods.enabled", "email,mobile_phone")]);
        stage.kiosk(at).answer("123456", OTHER);
        offers(stage, at, &["email", "mobile_phone"]);
    }
    assert!(stage.home.spool().entries().is_empty(), "nothing was sent");
}

fn each_number_of_gates(stage: &mut Stage, others: &[Person]) {
    stage.set(&[("methods.enabled", "app_code,email")]);
    for (at, person) in BOTH.into_iter().zip(others) {
        stage.set(&[("methods.required", "1")]);
        stage.pass_mail(at, person, EN.new_password);
        // One more is asked for while the new password is typed.
        stage.set(&[("methods.required", "2")]);
        let missing = "One more proof of who you are is asked for now.";
        stage.kiosk(at).set_password(NEW_PASSWORD, missing);
        stage.shows(at, EN.step_2, true);
        stage.shows(at, EN.mail, false);
        pass_app(stage.kiosk(at), &EN, person, EN.new_password);
        stage.kiosk(at).set_password(NEW_PASSWORD, EN.done);
        assert!(stage.home.accepts(&person.upn, NEW_PASSWORD));
        stage.pass_mail(at, person, EN.step_2);
        stage.set(&[("methods.required", "1")]);
        stage.pass_mail(at, person, EN.new_password);
    }
}

fn each_question(stage: &mut Stage, mia: &Person) {
    let all = "methods.enabled";
    stage.set(&[
        (all, "app_code,email,security_questions"),
        ("questions.alone", "off"),
        ("methods.required", "1"),
    ]);
    for at in BOTH {
        stage.name(at, &mia.upn, EN.step_1);
        offers(stage, at, &["app_code", "email"]);
    }
    stage.set(&[("questions.alone", "on"), ("questions.to_reset", "3")]);
    for at in BOTH {
        stage.name(at, &mia.upn, EN.step_1);
        offers(stage, at, &["app_code", "email", "security_questions"]);
    }
    let questions = |stage: &Stage| {
        let own = usize::from(stage.screen.words().contains(LOCKER));
        asked(&stage.screen.screen(), 0).len() + own
    };
    let back = |stage: &mut Stage| {
        let list = |pty: &crate::support::pty::Pty| pty.words().contains(QUESTIONS);
        stage.screen.press("\x1b", QUESTIONS, list);
    };
    stage.screen.choose(QUESTIONS, SAID[0][1]);
    assert_eq!(questions(stage), 3, "{}", stage.screen.screen());
    back(stage);
    stage.set(&[("questions.to_reset", "5")]);
    stage.screen.choose(QUESTIONS, SAID[0][1]);
    assert_eq!(questions(stage), 5, "{}", stage.screen.screen());
    back(stage);
    // The organisation's own is taken back: four are too few, and the list says so.
    stage.set(&[("questions.custom", "")]);
    stage.screen.choose(QUESTIONS, OTHER);
    offers(stage, At::Screen, &["app_code", "email"]);
    // In plain mode, with three of those that are left; others are asked for on the way.
    stage.set(&[("questions.to_reset", "3")]);
    stage.name(At::Plain, &mia.upn, EN.step_1);
    stage.plain.choose(QUESTIONS, SAID[0][1]);
    stage.set(&[("questions.to_reset", "4")]);
    let changed = "Other questions are asked now.";
    for number in 0..3 {
        let answer = asked(&stage.plain.shown, 0)[0];
        let next = if number < 2 { "?" } else { changed };
        stage.plain.answer(answer, next);
    }
    stage.set(&[("questions.to_reset", "3")]);
    stage.name(At::Screen, &mia.upn, EN.step_1);
    stage.screen.choose(QUESTIONS, SAID[0][1]);
    let answers = asked(&stage.screen.screen(), 0);
    type_answers(&mut stage.screen, 0, &answers, EN.new_password);
    // What stood alone a moment ago does so no longer.
    stage.set(&[("questions.alone", "off"), ("questions.custom", LOCKER)]);
    stage.screen.set_password(NEW_PASSWORD, "One more proof");
    offers(stage, At::Screen, &["app_code", "email"]);
}

fn each_length(stage: &mut Stage, person: &Person) {
    let spool = stage.home.spool();
    for (at, length) in BOTH.into_iter().zip([6, 10]) {
        let other = 16 - length;
        let set = |stage: &mut Stage, length: usize| {
            stage.set(&[("codes.length", &length.to_string())]);
        };
        set(stage, length);
        let earlier = spool.codes(&person.address).len();
        stage.name(at, &person.upn, EN.step_1);
        stage.kiosk(at).choose(EN.mail, EN.on_its_way);
        let first = spool.code_after(&person.address, earlier);
        assert_eq!(first.len(), length);
        // A code of yesterday's length is no try; the next one has today's.
        set(stage, other);
        let said = format!("A code has {other} digits and nothing else.");
        stage.kiosk(at).answer(&first, &said);
        match at {
            At::Screen => stage
                .screen
                .press("\x1b", EN.mail, |pty| pty.words().contains(EN.mail)),
            At::Plain => stage.plain.shown = stage.plain.plain.ask("b"),
        }
        stage.kiosk(at).choose(EN.mail, EN.on_its_way);
        let second = spool.code_after(&person.address, earlier + 1);
        assert_eq!(second.len(), other);
        stage.kiosk(at).answer(&second, EN.new_password);
    }
    let tried = stage.home.records("gate_tried");
    let of_hers = |record: &&Value| record["account"] == person.upn.as_str();
    let failed = |record: &&Value| record["outcome"] == "failure";
    assert_eq!(tried.iter().filter(of_hers).filter(failed).count(), 0);
}

fn each_budget(stage: &mut Stage, mia: &Person, messages: &Spool) {
    stage.set(&[("methods.enabled", "app_code,email,mobile_phone")]);
    for at in BOTH {
        stage.set(&[("delivery.sms_per_day", "0")]);
        stage.name(at, &mia.upn, EN.step_1);
        stage.kiosk(at).choose(EN.phone, EN.number);
        let before = messages.entries().len();
        stage.kiosk(at).answer(NUMBER, NOT_NOW);
        stage.set(&[("delivery.sms_per_day", "1000000")]);
        stage.kiosk(at).choose(EN.phone, EN.number);
        stage.kiosk(at).answer(NUMBER, EN.texted);
        let sent = || (messages.entries().len() == before + 1).then_some(());
        wait_for("a text message", sent).unwrap();
        // Blocked on the way to it, and free again.
        stage.set(&[("delivery.blocked_prefixes", "+1425")]);
        stage.name(at, &mia.upn, EN.step_1);
        stage.shows(at, EN.phone, false);
        stage.set(&[("delivery.blocked_prefixes", "")]);
        stage.name(at, &mia.upn, EN.step_1);
        stage.shows(at, EN.phone, true);
        stage.set(&[("delivery.per_destination_per_day", "1")]);
        stage.kiosk(at).choose(EN.phone, EN.number);
        stage.kiosk(at).answer(NUMBER, NOT_NOW);
        stage.set(&[("delivery.per_destination_per_day", "1000")]);
        stage.kiosk(at).choose(EN.mail, EN.on_its_way);
        // How often a number may be typed is no setting.
        stage.home.run(&["user", "release", &mia.upn]).ok();
    }
}
