//! What is asked of somebody who signs in, and who may be called, changed while the kiosks run.

use serde_json::Value;

use crate::signed_in::ENGLISH as SIGNED;
use crate::support::kiosk::EN;
use crate::support::mailbox::Spool;
use crate::support::program::{Home, OLD_PASSWORD, PROGRAM, run_with};
use crate::support::registering::with_mail_alone;
use crate::support::stage::{At, BOTH, Stage};
use crate::support::{or_left_out, program, wait_for};

pub const KEYS: &[&str] = &[
    "organisation.domains",
    "questions.to_register",
    "registration.required_at_sign_in",
    "registration.reconfirm_days",
    "delivery.calls_per_day",
    "licence.trial",
];

const NUMBER: &str = "+14255550111";
const ASK: &str = EN.ask;
const OFFICE: &str = "Call my office phone";
const MOBILE: &str = "Call my mobile phone";
const NOT_NOW: &str = "That method can't be used at the moment.";
const LOOK_OVER: &str = "Is this still right?";

#[test]
fn what_registering_asks_is_seen_at_the_next_step() {
    let home = Home::sqlite();
    home.push_into_spool();
    let calls = home.call_into_spool();
    let often = "delivery.per_destination_per_day=1000";
    home.run(&["policy", "set", "methods.required=1", often])
        .ok();
    let tom = "tom@contoso.example";
    let add = ["user", "add", tom, "--password-stdin"];
    home.run_with(&add, OLD_PASSWORD.as_bytes()).ok();
    let mia = home.add_person("mias");
    let phones = ["--mobile", NUMBER, "--office", "+14255550100"];
    home.run(&[&["user", "edit", &mia.upn], &phones[..]].concat())
        .ok();
    home.add_app(&mia.upn, "mias");
    let old = with_mail_alone(&home, "oldest");
    let mut stage = Stage::open(home);
    each_demand(&mut stage, tom);
    each_notice(&mut stage);
    each_address(&mut stage, tom);
    each_count(&mut stage, tom);
    each_way_by_phone(&mut stage, &mia.upn, &calls);
    each_day(&mut stage, &old.upn);
    stage.has_tried(KEYS);
    stage.home.verify();
}

/// Signs in from wherever the kiosk is.
fn sign_in(stage: &mut Stage, at: At, upn: &str, next: &str) {
    let kiosk = stage.kiosk(at);
    kiosk.cancel(EN.welcome);
    kiosk.choose(SIGNED.sign_in, SIGNED.asked);
    kiosk.sign_in(upn, OLD_PASSWORD, next);
}

fn each_demand(stage: &mut Stage, tom: &str) {
    for at in BOTH {
        stage.set(&[("registration.required_at_sign_in", "off")]);
        sign_in(stage, at, tom, SIGNED.menu);
        stage.set(&[("registration.required_at_sign_in", "on")]);
        sign_in(stage, at, tom, SIGNED.more);
    }
}

/// Who changes their own password is told of it where people are told of a reset.
fn each_notice(stage: &mut Stage) {
    let upn = "nina@contoso.example";
    let add = ["user", "add", upn, "--password-stdin", "--email", upn];
    stage.home.run_with(&add, OLD_PASSWORD.as_bytes()).ok();
    stage.set(&[("registration.required_at_sign_in", "off")]);
    let told = |stage: &Stage| {
        let list = stage.home.json(&["outbox", "list"]);
        list.as_array().unwrap().len()
    };
    let mut old = OLD_PASSWORD.to_owned();
    for (number, at) in BOTH.into_iter().enumerate() {
        for (word, letters) in [("off", 0), ("on", 1)] {
            stage.set(&[("notify.users_on_reset", word)]);
            let before = told(stage);
            let new = format!("a quiet fox in garden {number} {word}");
            let kiosk = stage.kiosk(at);
            kiosk.cancel(EN.welcome);
            kiosk.choose(SIGNED.sign_in, SIGNED.asked);
            kiosk.sign_in(upn, &old, SIGNED.menu);
            kiosk.choose("Change my password", "Change your password");
            kiosk.set_password(&new, "Your password has been changed");
            assert_eq!(told(stage), before + letters, "{at:?} {word}");
            old = new;
        }
    }
    stage.set(&[("registration.required_at_sign_in", "on")]);
}

fn each_address(stage: &mut Stage, tom: &str) {
    for at in BOTH {
        stage.set(&[("organisation.domains", "home.example")]);
        sign_in(stage, at, tom, SIGNED.more);
        let kiosk = stage.kiosk(at);
        kiosk.choose("A private e-mail address", "Your e-mail address");
        let own = "That address belongs to your organisation.";
        kiosk.answer("tom@home.example", own);
        stage.set(&[("organisation.domains", "")]);
        let kiosk = stage.kiosk(at);
        kiosk.answer("tom@home.example", "Confirm your e-mail address");
    }
}

fn each_count(stage: &mut Stage, tom: &str) {
    let with_questions = "app_code,email,mobile_phone,security_questions";
    stage.set(&[("methods.enabled", with_questions)]);
    for at in BOTH {
        for count in ["3", "5"] {
            stage.set(&[
                ("questions.to_register", count),
                ("questions.to_reset", "3"),
            ]);
            sign_in(stage, at, tom, SIGNED.more);
            let first = format!("Question 1 of {count}");
            stage.kiosk(at).choose("Security questions", &first);
        }
    }
}

/// What a phone can be used for, by the methods, the licence and the day's calls.
fn each_way_by_phone(stage: &mut Stage, mia: &str, calls: &Spool) {
    for at in BOTH {
        for (enabled, offered) in [
            ("email,app_code,app_notification", [true, false, false]),
            ("email,app_code,office_phone", [false, true, false]),
            ("email,app_code,mobile_phone", [false, false, true]),
            (
                "email,app_code,app_notification,mobile_phone,office_phone",
                [true, true, true],
            ),
        ] {
            stage.set(&[("methods.enabled", enabled), ("methods.required", "2")]);
            stage.name(at, mia, EN.step_1);
            for (choice, whether) in [ASK, OFFICE, MOBILE].into_iter().zip(offered) {
                stage.shows(at, choice, whether);
            }
        }
        // Who only tries it calls nobody; a request and a text message are no calls.
        stage.set(&[("licence.trial", "on")]);
        stage.name(at, mia, EN.step_1);
        for (choice, whether) in [(ASK, true), (OFFICE, false), (MOBILE, false)] {
            stage.shows(at, choice, whether);
        }
        stage.set(&[("licence.trial", "off"), ("delivery.calls_per_day", "0")]);
        stage.name(at, mia, EN.step_1);
        stage.kiosk(at).choose(MOBILE, EN.number);
        let before = calls.entries().len();
        stage.kiosk(at).answer(NUMBER, NOT_NOW);
        assert_eq!(calls.entries().len(), before);
        stage.set(&[("delivery.calls_per_day", "1000000")]);
        stage.kiosk(at).choose(MOBILE, EN.number);
        stage.kiosk(at).answer(NUMBER, EN.step_1);
        let made = || calls.entries().get(before).cloned();
        let call: Value = wait_for("a call", made).unwrap();
        assert_eq!(call["to"], NUMBER);
        stage.home.run(&["user", "release", mia]).ok();
    }
}

/// Somebody who has had the same methods for so long looks them over, or never does. The last one:
/// the store's clock is two years on after it.
fn each_day(stage: &mut Stage, old: &str) {
    stage.set(&[("methods.enabled", "email"), ("methods.required", "1")]);
    stage.set(&[("registration.reconfirm_days", "730")]);
    for at in BOTH {
        sign_in(stage, at, old, SIGNED.menu);
    }
    let later = or_left_out("clock (faketime)", program("faketime")).map(|faketime| {
        let check = ["-f", "+730d", PROGRAM, "check-password", old];
        let mut command = stage.home.around(&faketime, &check, &[]);
        command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        run_with(&mut command, OLD_PASSWORD.as_bytes()).ok();
    });
    let due = if later.is_some() {
        LOOK_OVER
    } else {
        SIGNED.menu
    };
    for (days, next) in [("730", due), ("0", SIGNED.menu), ("730", due)] {
        stage.set(&[("registration.reconfirm_days", days)]);
        for at in BOTH {
            sign_in(stage, at, old, next);
        }
    }
}
