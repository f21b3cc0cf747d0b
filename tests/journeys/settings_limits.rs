//! Limits and locks, changed while the kiosks run.

use jiff::Timestamp;

use crate::support::kiosk::EN;
use crate::support::program::{Home, OLD_PASSWORD, Person};
use crate::support::stage::{At, BOTH, Stage};
use crate::support::wait_for;
use crate::unlock::{ASKED, KEEP, NOT_LOCKED, UNLOCKED, UNLOCKS};

pub const KEYS: &[&str] = &[
    "lockout.sspr_failures",
    "lockout.sspr_hours",
    "lockout.sign_in_failures",
    "lockout.sign_in_seconds",
    "unlock_without_reset",
];

#[test]
fn limits_are_seen_at_the_next_step() {
    let home = Home::sqlite();
    let people = ["adele", "lynne", "nestor", "diego", "patti", "henry"];
    let people = people.map(|name| home.add_person(name));
    home.run(&["policy", "set", "methods.required=1"]).ok();
    let mut stage = Stage::open(home);
    each_block(&mut stage, &people);
    each_lock(&mut stage, &people[4]);
    each_way_out(&mut stage, &people[5]);
    stage.has_tried(KEYS);
    stage.home.verify();
}

fn hours_blocked(home: &Home, person: &Person) -> i64 {
    let shown = home.json(&["user", "show", &person.upn]);
    let until: Timestamp = shown["blocked_until"].as_str().unwrap().parse().unwrap();
    let blocked = home.records("account_blocked");
    let of = |record: &&serde_json::Value| record["account"] == person.upn.as_str();
    let record = blocked.iter().rfind(of).unwrap();
    let since: Timestamp = record["time"].as_str().unwrap().parse().unwrap();
    let seconds = until.duration_since(since).as_secs();
    assert_eq!(seconds % 3600, 0, "to the second");
    seconds / 3600
}

fn each_block(stage: &mut Stage, people: &[Person]) {
    for (at, pair) in BOTH.into_iter().zip(people.chunks(2)) {
        let (first, second) = (&pair[0], &pair[1]);
        // So many that the tries of a journey are used up before.
        stage.set(&[("lockout.sspr_failures", "50")]);
        stage.name(at, &first.upn, EN.step_1);
        stage.kiosk(at).choose(EN.app, EN.open_app);
        for left in (0..5).rev() {
            let said = match left {
                1 => "You have 1 try left.".to_owned(),
                _ => format!("You have {left} tries left."),
            };
            stage.kiosk(at).answer(&first.app.wrong_code(left), &said);
        }
        stage
            .kiosk(at)
            .answer(&first.app.wrong_code(9), "can't be used any more");
        stage.shows(at, EN.app, false);
        let shown = stage.home.json(&["user", "show", &first.upn]);
        assert!(shown["blocked_until"].is_null(), "{shown}");
        // The first one is the last by now, for her who failed five, and for anybody else.
        stage.set(&[("lockout.sspr_failures", "1"), ("lockout.sspr_hours", "1")]);
        stage.name(at, &first.upn, EN.step_1);
        stage.kiosk(at).choose(EN.app, EN.open_app);
        stage.kiosk(at).answer(&first.app.wrong_code(7), EN.refused);
        assert_eq!(hours_blocked(&stage.home, first), 1);
        stage.name(at, &second.upn, EN.step_1);
        stage.kiosk(at).choose(EN.app, EN.open_app);
        stage.set(&[("lockout.sspr_hours", "720")]);
        stage
            .kiosk(at)
            .answer(&second.app.wrong_code(0), EN.refused);
        assert_eq!(hours_blocked(&stage.home, second), 720);
        stage.name(at, &second.upn, EN.refused);
    }
}

/// Through the gate of the mail, from *My account is locked*.
fn locked(stage: &mut Stage, at: At, person: &Person, next: &str) {
    let spool = stage.home.spool();
    let kiosk = stage.kiosk(at);
    kiosk.cancel(EN.welcome);
    kiosk.choose(EN.locked, EN.who);
    kiosk.answer(&person.upn, EN.step_1);
    crate::support::journey::pass_mail(kiosk, &EN, person, &spool, next);
}

fn each_lock(stage: &mut Stage, person: &Person) {
    stage.set(&[("unlock_without_reset", "on")]);
    for at in BOTH {
        stage.set(&[
            ("lockout.sign_in_failures", "50"),
            ("lockout.sign_in_seconds", "18000"),
        ]);
        for number in 0..11 {
            let wrong = format!("wrong password {number}");
            assert!(!stage.home.accepts(&person.upn, &wrong));
        }
        locked(stage, at, person, NOT_LOCKED);
        stage.set(&[("lockout.sign_in_failures", "1")]);
        assert!(!stage.home.accepts(&person.upn, "one more wrong password"));
        assert!(!stage.home.accepts(&person.upn, OLD_PASSWORD), "locked");
        locked(stage, at, person, ASKED);
        stage.kiosk(at).choose(KEEP, UNLOCKED);
        assert!(stage.home.accepts(&person.upn, OLD_PASSWORD));
        stage.set(&[("lockout.sign_in_seconds", "1")]);
        assert!(!stage.home.accepts(&person.upn, "a wrong password again"));
        let over = || stage.home.accepts(&person.upn, OLD_PASSWORD).then_some(());
        wait_for("the end of a lock of one second", over).unwrap();
        locked(stage, at, person, NOT_LOCKED);
        stage.home.run(&["user", "release", &person.upn]).ok();
    }
}

fn each_way_out(stage: &mut Stage, person: &Person) {
    stage.set(&[
        ("lockout.sign_in_failures", "1"),
        ("lockout.sign_in_seconds", "18000"),
    ]);
    assert!(!stage.home.accepts(&person.upn, "a wrong password"));
    for at in BOTH {
        stage.set(&[("unlock_without_reset", "off")]);
        locked(stage, at, person, UNLOCKS);
        stage.set(&[("unlock_without_reset", "on")]);
        locked(stage, at, person, ASKED);
        // It is taken back while the person reads the question.
        stage.set(&[("unlock_without_reset", "off")]);
        stage.kiosk(at).choose(KEEP, UNLOCKS);
    }
    assert!(
        stage.home.records("account_unlocked").len() == 2,
        "the other one's"
    );
}
