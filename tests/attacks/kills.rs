//! Killed at any moment: what was acknowledged is there, what wasn't is whole or not at all.

use std::thread;
use std::time::{Duration, Instant};

use crate::NEW_PASSWORD;
use crate::support::kiosk::EN;
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::postgres::Postgres;
use crate::support::program::{Home, OLD_PASSWORD, PROGRAM, Person, run_with};
use crate::support::{has_time, or_left_out, program};

/// Numbers that are the same in every run (xorshift64).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// Steps of a reset; the last says the password a second time, after which it is set.
const STEPS: u64 = 8;

/// A journey whose `last` step has just been answered.
fn begun(home: &Home, person: &Person, last: u64) -> Plain {
    let mut plain = Plain::start(home, &["--once"]);
    plain.asked();
    let mail = home.spool();
    for step in 1..=STEPS {
        let line = match step {
            1 | 3 | 5 => "1".to_owned(),
            2 => person.upn.clone(),
            4 => person.app.code(),
            6 => mail.code_after(&person.address, 0),
            _ => NEW_PASSWORD.to_owned(),
        };
        plain.say(&line);
        if step == last {
            break;
        }
        plain.asked();
    }
    plain
}

/// How long the step that counts takes on this machine, as busy as it is; one reset.
fn last_step(home: &Home) -> Duration {
    let person = home.add_person("first");
    let mut plain = begun(home, &person, STEPS);
    let began = Instant::now();
    plain.asked();
    let took = began.elapsed();
    home.spool().notices(&person.address, 1);
    took
}

/// One journey that is killed some time after its `last` step was answered; whether the person saw
/// that it was done.
fn journey(home: &Home, person: &Person, last: u64, after: Duration) -> bool {
    let mut plain = begun(home, person, last);
    thread::sleep(after);
    plain.child.kill().unwrap();
    plain.finish();
    String::from_utf8(plain.raw()).unwrap().contains(EN.done)
}

fn is_whole(home: &Home) {
    home.verify();
    if home.store.starts_with("postgres:") {
        return;
    }
    let database = rusqlite::Connection::open(&home.store).unwrap();
    let check: String = database
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(check, "ok");
}

fn journeys_are_killed(home: &Home, count: usize) {
    let seed = 0x6b65_7968_6174_6368;
    let mut dice = Dice(seed);
    // Killed as often before as after the moment that counts.
    let around = u64::try_from(2 * last_step(home).as_micros()).unwrap();
    let (mut seen_done, mut resets) = (0, 0);
    for nth in 0..count {
        home.rename(&format!("Lobby {}", nth / 10));
        let person = home.add_person(&format!("person{nth}"));
        // Every other one is killed around the moment that counts.
        let last = if nth % 2 == 0 {
            STEPS
        } else {
            1 + dice.throw(STEPS)
        };
        let after = Duration::from_micros(dice.throw(around.max(150_000)));
        let told = format!("journey {nth} of seed {seed:#x}: step {last}, then {after:?}");
        let done = journey(home, &person, last, after);
        is_whole(home);
        let (old, new) = (
            home.accepts(&person.upn, OLD_PASSWORD),
            home.accepts(&person.upn, NEW_PASSWORD),
        );
        assert!(old != new, "{told}: old {old}, new {new}");
        assert!(new || !done, "{told}: an acknowledged reset is lost");
        let words = [
            "audit",
            "list",
            "--account",
            &person.upn,
            "--activity",
            "password_reset",
        ];
        let records = home.json(&words).as_array().unwrap().len();
        assert_eq!(records, usize::from(new), "{told}");
        seen_done += usize::from(done);
        resets += usize::from(new);
    }
    // Both sides of the moment were met, or the test has told nothing.
    assert!(
        seen_done > 0 && resets < count,
        "{seen_done} done, {resets} resets"
    );
    let notices = |home: &Home| {
        let list = home.json(&["outbox", "list"]);
        let mut list = list.as_array().unwrap().clone();
        list.retain(|item| item["kind"] != "code");
        list
    };
    assert_eq!(notices(home).len(), 2 * (resets + 1), "notices lost");
    let Some(faketime) = or_left_out("clock (faketime)", program("faketime")) else {
        return;
    };
    // Letters in the hands of the killed are free after their lease.
    let agent = ["-f", "+150s", PROGRAM, "agent", "run", "--once"];
    run_with(&mut home.around(&faketime, &agent, &[]), b"").ok();
    assert!(
        notices(home)
            .iter()
            .all(|item| item["state"] == "delivered")
    );
    for nth in 0..count {
        let (upn, address) = (
            format!("person{nth}@contoso.example"),
            format!("person{nth}@home.example"),
        );
        let wanted = usize::from(home.accepts(&upn, NEW_PASSWORD));
        let told = |to: &str| {
            let letters = home.spool().letters(to);
            letters
                .iter()
                .filter(|letter| letter.contains("was reset"))
                .count()
        };
        assert_eq!(
            (told(&upn), told(&address)),
            (wanted, wanted),
            "notices of {upn}"
        );
    }
    is_whole(home);
}

#[test]
fn forty_journeys_killed_at_any_moment() {
    if !has_time("killing of journeys at any moment") {
        return;
    }
    journeys_are_killed(&Home::sqlite(), 40);
}

#[test]
#[ignore = "takes minutes; tests/run --all runs it"]
fn two_hundred_journeys_killed_at_any_moment() {
    journeys_are_killed(&Home::sqlite(), 200);
}

#[test]
fn journeys_on_postgresql_killed_at_any_moment() {
    let Some(server) = Postgres::start() else {
        return;
    };
    journeys_are_killed(&Home::postgres(server.database("keyhatch")), 16);
}
