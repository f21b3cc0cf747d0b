//! What a new password must be, changed while somebody chooses one.

use jiff::{SignedDuration, Timestamp};

use crate::support::kiosk::{EN, Kiosk};
use crate::support::program::{Home, OLD_PASSWORD, PROGRAM, Person, Ran, run_with};
use crate::support::stage::{At, BOTH, Stage};
use crate::support::{or_left_out, program};

pub const KEYS: &[&str] = &[
    "password.preset",
    "password.min_length",
    "password.max_length",
    "password.history",
    "password.banned",
    "password.expires_days",
    "organisation.name",
];

const BROKEN: &str = "That password breaks a rule below.";
/// Of no word at all, and long enough for what is cut from it.
const LETTERS: &str = "kqzjwpbvmhgtfyxndrcskuewioaq";

#[test]
fn rules_are_seen_at_the_next_step() {
    let home = Home::sqlite();
    let people = ["adele", "lynne", "nestor", "diego"].map(|name| home.add_person(name));
    let gates = ["methods.required=1", "methods.enabled=email"];
    home.run(&[&["policy", "set"], &gates[..]].concat()).ok();
    let mut stage = Stage::open(home);
    for (at, person) in BOTH.into_iter().zip(&people) {
        stage.pass_mail(at, person, EN.new_password);
        each_preset(&mut stage, at);
    }
    // Once it is set, no preset moves the least length.
    for (at, person) in BOTH.into_iter().zip(&people) {
        each_least(&mut stage, at, person);
    }
    each_length(&mut stage, &people[2]);
    each_history(&mut stage, &people[3]);
    each_name(&mut stage, &people[3]);
    each_age(&mut stage, &people[0]);
    stage.has_tried(KEYS);
    stage.home.verify();
}

/// Handed over, and refused by a rule in these words.
fn refused(stage: &mut Stage, at: At, password: &str, rule: &str) {
    stage.kiosk(at).set_password(password, BROKEN);
    stage.shows(at, rule, true);
    if at == At::Plain {
        // Only rules that are not met are marked so.
        stage.shows(at, &format!("! {rule}"), true);
    }
}

fn each_preset(stage: &mut Stage, at: At) {
    for (preset, typed, rule) in [
        ("entra", &LETTERS[..8], "At least three of:"),
        ("entra", "Kq7zjwp", "At least 8 characters"),
        ("nist-800-63b-4", &LETTERS[..14], "At least 15 characters"),
        ("modern", &LETTERS[..11], "At least 12 characters"),
    ] {
        stage.set(&[("password.preset", preset)]);
        refused(stage, at, typed, rule);
    }
}

fn each_least(stage: &mut Stage, at: At, person: &Person) {
    for (least, typed) in [("128", &LETTERS[..28]), ("8", &LETTERS[..7])] {
        stage.set(&[("password.min_length", least)]);
        refused(stage, at, typed, &format!("At least {least} characters"));
    }
    stage.set(&[("password.banned", &LETTERS[..7])]);
    refused(stage, at, &LETTERS[..10], "Not just common or banned words");
    // Four and less of what is left, and one more.
    stage.set(&[("password.banned", "")]);
    let password = format!("{}7", &LETTERS[..7]);
    stage.kiosk(at).set_password(&password, EN.done);
    assert!(stage.home.accepts(&person.upn, &password));
    // Back to what a preset says.
    stage.set(&[("password.min_length", "12")]);
    // Shorter than the rules allowed when the screen came up, and fine by now.
    stage.pass_mail(at, person, EN.new_password);
    stage.set(&[("password.min_length", "8")]);
    let password = format!("{}8", &LETTERS[..7]);
    stage.kiosk(at).set_password(&password, EN.done);
    stage.set(&[("password.min_length", "12")]);
}

fn each_length(stage: &mut Stage, person: &Person) {
    let long = |length: usize| LETTERS.repeat(10)[..length].to_owned();
    stage.pass_mail(At::Plain, person, EN.new_password);
    stage.set(&[("password.max_length", "64")]);
    refused(stage, At::Plain, &long(65), "At most 64 characters");
    stage.set(&[("password.max_length", "256")]);
    refused(stage, At::Plain, &long(257), "At most 256 characters");
    stage.plain.set_password(&long(65), EN.done);
    assert!(stage.home.accepts(&person.upn, &long(65)));
}

fn each_history(stage: &mut Stage, person: &Person) {
    let (first, second) = ("one quiet fox in the garden", "two quiet owls in the barn");
    stage.set(&[("password.history", "24")]);
    for password in [first, second] {
        stage.pass_mail(At::Screen, person, EN.new_password);
        stage.screen.set_password(password, EN.done);
    }
    stage.pass_mail(At::Screen, person, EN.new_password);
    refused(stage, At::Screen, first, "None of your last 24 passwords");
    stage.set(&[("password.history", "1")]);
    refused(stage, At::Screen, second, "Not the password you have now");
    stage.screen.set_password(first, EN.done);
    assert!(stage.home.accepts(&person.upn, first));
}

fn each_name(stage: &mut Stage, person: &Person) {
    for at in BOTH {
        stage.pass_mail(at, person, EN.new_password);
        stage.set(&[("organisation.name", "Fabrikam")]);
        let rule = "No part of your name or the organisation's";
        refused(stage, at, "a fabrikam of quiet foxes", rule);
        stage.kiosk(at).cancel(EN.welcome);
        stage.kiosk(at).see("Fabrikam");
        stage.set(&[("organisation.name", "Contoso")]);
        stage.kiosk(at).cancel(EN.welcome);
        stage.kiosk(at).see("Contoso");
    }
}

/// What PAM is told of a password so many days from now.
fn checked(home: &Home, person: &Person, password: &str, days: i64) -> Option<Ran> {
    let faketime = or_left_out("clock (faketime)", program("faketime"))?;
    let then = Timestamp::now() + SignedDuration::from_hours(24 * days);
    let clock = then.strftime("%Y-%m-%d %H:%M:%S").to_string();
    let words = ["-f", &clock, PROGRAM, "check-password", &person.upn];
    let mut command = home.around(&faketime, &words, &[]);
    command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    Some(run_with(&mut command, password.as_bytes()))
}

/// The last one: the store's clock is ten years on after it.
fn each_age(stage: &mut Stage, person: &Person) {
    let password = format!("{}8", &LETTERS[..7]);
    stage.set(&[("password.expires_days", "3650")]);
    let Some(young) = checked(&stage.home, person, &password, 3649) else {
        return stage.set(&[("password.expires_days", "0")]);
    };
    assert_eq!((young.code, young.stderr.as_str()), (0, ""));
    let old = checked(&stage.home, person, &password, 3651).unwrap();
    assert_eq!(old.code, 0, "{old:?}");
    assert!(old.stderr.contains("too old"), "{old:?}");
    stage.set(&[("password.expires_days", "0")]);
    let again = checked(&stage.home, person, &password, 3651).unwrap();
    assert_eq!((again.code, again.stderr.as_str()), (0, ""));
    stage.set(&[("password.expires_days", "3650")]);
    // A kiosk that runs all the while makes a young one of it.
    stage.pass_mail(At::Plain, person, EN.new_password);
    stage.plain.set_password(OLD_PASSWORD, EN.done);
    let reset = checked(&stage.home, person, OLD_PASSWORD, 3651).unwrap();
    assert_eq!((reset.code, reset.stderr.as_str()), (0, ""));
}
