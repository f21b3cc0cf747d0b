//! Who has had the same methods for long is asked to look them over: at the day, and not before.

use std::path::Path;
use std::process::Command;

use crate::signed_in::ENGLISH as SIGNED;
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::{Home, OLD_PASSWORD, PROGRAM, Person};
use crate::support::pty::Pty;
use crate::support::registering::with_mail_alone;
use crate::support::{or_left_out, program};

const LOOK_OVER: &str = "Is this still right?";
const REAL: &str = "FAKETIME_DONT_FAKE_MONOTONIC=1";

/// A kiosk whose clock is so many days on, in plain mode.
fn plain(home: &Home, faketime: &Path, days: u32) -> PlainKiosk {
    let clock = format!("+{days}d");
    let faketime = faketime.to_str().unwrap();
    let words = [REAL, faketime, "-f", &clock, PROGRAM, "kiosk", "--plain"];
    let mut command: Command = home.around(Path::new("/usr/bin/env"), &words, &[]);
    PlainKiosk::new(Plain::spawn(&mut command))
}

/// The same on the full screen.
fn full(home: &Home, faketime: &Path, days: u32) -> Pty {
    let clock = format!("+{days}d");
    let faketime = faketime.to_str().unwrap();
    let words = [REAL, faketime, "-f", &clock, PROGRAM, "kiosk"];
    Pty::start_by(home, Path::new("/usr/bin/env"), &words, (80, 24))
}

fn signs_in(mut kiosk: impl Kiosk, person: &Person, next: &str) -> impl Kiosk {
    kiosk.choose(SIGNED.sign_in, SIGNED.asked);
    kiosk.sign_in(&person.upn, OLD_PASSWORD, next);
    kiosk
}

#[test]
fn at_day_730_and_not_at_729() {
    let Some(clock) = or_left_out("clock (faketime)", program("faketime")) else {
        return;
    };
    let home = Home::sqlite();
    let policy = ["methods.required=1", "registration.reconfirm_days=730"];
    home.run(&[&["policy", "set"], &policy[..]].concat()).ok();
    let mia = with_mail_alone(&home, "mias");
    drop(signs_in(plain(&home, &clock, 729), &mia, SIGNED.menu));
    drop(signs_in(full(&home, &clock, 729), &mia, SIGNED.menu));
    assert!(home.records("methods_confirmed").is_empty());
    // Put off is not done: it is asked again.
    let mut kiosk = signs_in(plain(&home, &clock, 730), &mia, LOOK_OVER);
    kiosk.cancel(EN.welcome);
    let mut kiosk = signs_in(full(&home, &clock, 730), &mia, LOOK_OVER);
    assert!(kiosk.shown().contains("E-mail: m*"), "{}", kiosk.shown());
    kiosk.choose("Everything is right", SIGNED.menu);
    kiosk.cancel(EN.welcome);
    drop(signs_in(kiosk, &mia, SIGNED.menu));
    let confirmed = home.records("methods_confirmed");
    assert_eq!(confirmed.len(), 1, "{confirmed:?}");
    assert_eq!(confirmed[0]["account"], mia.upn.as_str());
    // And from then on again.
    drop(signs_in(plain(&home, &clock, 1459), &mia, SIGNED.menu));
    home.run(&["policy", "set", "registration.reconfirm_days=0"])
        .ok();
    drop(signs_in(plain(&home, &clock, 1461), &mia, SIGNED.menu));
    home.run(&["policy", "set", "registration.reconfirm_days=730"])
        .ok();
    drop(signs_in(plain(&home, &clock, 1461), &mia, LOOK_OVER));
    home.verify();
}
