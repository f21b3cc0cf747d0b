//! Hundreds of kiosks on one store: nobody sees an error, and while nobody does anything, hardly
//! anything happens.

use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::support::kiosk::{EN, Kiosk};
use crate::support::postgres::Postgres;
use crate::support::program::Home;
use crate::support::pty::Pty;

/// How long a crowd may take for what one takes a moment for.
const PATIENCE: Duration = Duration::from_secs(240);

/// Every kiosk has some descriptors here.
fn more_files() {
    let limit = getrlimit(Resource::Nofile);
    let most = Rlimit {
        current: limit.maximum,
        maximum: limit.maximum,
    };
    setrlimit(Resource::Nofile, most).unwrap();
}

/// Types at every kiosk whose screen is not yet as wanted, until all are; none shows a fault.
fn all(crowd: &[Pty], keys: &str, wanted: &str) {
    let end = Instant::now() + PATIENCE;
    for pty in crowd {
        pty.send(keys);
    }
    let mut typed = Instant::now();
    loop {
        let missing: Vec<&Pty> = crowd
            .iter()
            .filter(|pty| {
                let words = pty.words();
                assert!(!words.contains(EN.fault), "{}", pty.screen());
                !words.contains(wanted)
            })
            .collect();
        let Some(first) = missing.first() else {
            return;
        };
        assert!(
            Instant::now() < end,
            "{} never show `{wanted}`; one shows\n{}",
            missing.len(),
            first.screen()
        );
        // Keys typed just before a screen was ready are dropped by design.
        if typed.elapsed() > Duration::from_secs(15) && !keys.is_empty() {
            typed = Instant::now();
            for pty in &missing {
                pty.send(keys);
            }
        }
        thread::sleep(Duration::from_millis(200));
    }
}

fn crowd_of(home: &Home, count: usize) -> Vec<Pty> {
    more_files();
    // Each is a terminal of its own, by its tty: what one may try is limited.
    home.unname();
    let crowd: Vec<Pty> = (0..count).map(|_| Pty::start(home, &["kiosk"])).collect();
    all(&crowd, "", EN.forgot);
    all(&crowd, "1", EN.who);
    for (nth, pty) in crowd.iter().enumerate() {
        pty.send(format!("\x15nobody{nth}"));
    }
    all(&crowd, "", "[nobody");
    all(&crowd, "\r", EN.refused);
    all(&crowd, "\x18", EN.welcome);
    assert_eq!(home.records("reset_started").len(), count);
    crowd
}

/// How often somebody else commits within this time.
fn commits(home: &Home, time: Duration) -> usize {
    let database = rusqlite::Connection::open(&home.store).unwrap();
    let version = || {
        let sql = "PRAGMA data_version";
        database
            .query_row(sql, [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    let (end, mut last, mut count) = (Instant::now() + time, version(), 0);
    while Instant::now() < end {
        let now = version();
        count += usize::from(now != last);
        last = now;
        thread::sleep(Duration::from_millis(20));
    }
    count
}

#[test]
fn a_dozen_kiosks_on_one_store() {
    let home = Home::sqlite();
    let mut crowd = crowd_of(&home, 12);
    // One of them says that it is there, and no other writes.
    let written = commits(&home, Duration::from_secs(6));
    assert!(written <= 4, "{written} commits in 6 seconds");
    crowd[0].choose(EN.forgot, EN.who);
    home.verify();
}

#[test]
#[ignore = "takes minutes and gigabytes; tests/run --all runs it"]
fn five_hundred_kiosks_on_one_store() {
    let home = Home::sqlite();
    let _crowd = crowd_of(&home, 500);
    let written = commits(&home, Duration::from_secs(10));
    assert!(written <= 8, "{written} commits in 10 seconds");
    home.verify();
}

#[test]
#[ignore = "takes minutes and gigabytes; tests/run --all runs it"]
fn five_hundred_kiosks_on_postgresql() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("keyhatch"));
    let _crowd = crowd_of(&home, 500);
    home.verify();
}
