//! What a person registers at the kiosk resets their password afterwards: a private address and
//! security questions. (An authenticator, an app that takes requests, and a phone by message or call
//! are in the modules of those methods.) And who may not have what.

use crate::NEW_PASSWORD;
use crate::questions::{SAID, SET, asked};
use crate::signed_in::ENGLISH as SIGNED;
use crate::support::journey::{begin, pass_mail};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::program::{ADMIN, Home, OLD_PASSWORD, Person};
use crate::support::pty::Pty;
use crate::support::registering::registered;
use crate::support::totp::Authenticator;

const ADDRESS: &str = "A private e-mail address";
const QUESTIONS: &str = "Security questions";

/// Somebody with nothing but a password, who is about to register the address.
fn with_nothing(home: &Home, name: &str) -> Person {
    let upn = format!("{name}@contoso.example");
    let words = ["user", "add", &upn, "--password-stdin", "--email", &upn];
    home.run_with(&words, OLD_PASSWORD.as_bytes()).ok();
    let address = format!("{name}@elsewhere.example");
    let app = Authenticator::of("nobody");
    Person { upn, address, app }
}

fn home() -> Home {
    let home = Home::sqlite();
    let enabled = "methods.enabled=email,security_questions";
    let three = "questions.to_register=3";
    home.run(&["policy", "set", enabled, three]).ok();
    home
}

fn register_mail(kiosk: &mut dyn Kiosk, home: &Home, person: &Person, next: &str) {
    kiosk.choose(ADDRESS, "Your e-mail address");
    kiosk.answer(&person.upn, "That address belongs to your organisation.");
    let earlier = home.spool().codes(&person.address).len();
    kiosk.answer(&person.address, "Confirm your e-mail address");
    let code = home.spool().code_after(&person.address, earlier);
    let wrong = if code == "000000" { "111111" } else { "000000" };
    kiosk.answer(wrong, EN.wrong);
    kiosk.answer(&code, next);
}

/// Three of the predefined ones. They are judged together, and each that is not taken is asked again.
fn register_questions(kiosk: &mut PlainKiosk, next: &str) {
    kiosk.choose(QUESTIONS, "Question 1 of 3");
    let typed = ["no", SET[1].2, SET[1].2];
    let short = "That answer is too short.";
    for (at, (_, words, _)) in SET[..3].iter().enumerate() {
        kiosk.choose(words[0], &format!("Answer {} of 3", at + 1));
        let after = format!("Question {} of 3", at + 2);
        kiosk.answer(typed[at], if at == 2 { short } else { &after });
    }
    kiosk.see("Answer 1 of 3");
    let twice = "You gave that answer to another question already.";
    kiosk.answer(SET[0].2, twice);
    kiosk.see("Answer 3 of 3");
    kiosk.answer(SET[2].2, next);
}

fn sign_in(kiosk: &mut dyn Kiosk, person: &Person, next: &str) {
    kiosk.choose(SIGNED.sign_in, SIGNED.asked);
    kiosk.sign_in(&person.upn, OLD_PASSWORD, next);
}

fn answers(kiosk: &mut PlainKiosk, next: &str) {
    kiosk.choose(SAID[0][0], SAID[0][1]);
    for _ in 0..3 {
        let answer = asked(&kiosk.shown, 0)[0];
        kiosk.shown = kiosk.plain.ask(answer);
    }
    kiosk.see(next);
}

#[test]
fn an_address_and_questions_reset_by_whom_they_were_registered() {
    let home = home();
    let mia = with_nothing(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    sign_in(&mut kiosk, &mia, SIGNED.more);
    kiosk.see("Set up so far: 0 of 2.");
    register_mail(&mut kiosk, &home, &mia, "Set up so far: 1 of 2.");
    register_questions(&mut kiosk, SIGNED.enough);
    kiosk.choose(SIGNED.on, SIGNED.menu);
    let methods = registered(&home);
    let methods: Vec<&str> = methods
        .iter()
        .filter_map(|one| one["method"].as_str())
        .collect();
    assert_eq!(methods, ["email", "security_questions"]);
    kiosk.cancel(EN.welcome);
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    pass_mail(&mut kiosk, &EN, &mia, &home.spool(), EN.step_2);
    answers(&mut kiosk, EN.new_password);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&mia.upn, NEW_PASSWORD));
    let written = String::from_utf8_lossy(&kiosk.bytes()).into_owned();
    for (_, _, answer) in &SET[..3] {
        assert!(!written.contains(answer), "{answer}");
    }
    home.verify();
}

#[test]
fn an_address_is_registered_on_the_full_screen() {
    let home = home();
    home.run(&["policy", "set", "methods.required=1"]).ok();
    let mia = with_nothing(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    sign_in(&mut pty, &mia, SIGNED.more);
    register_mail(&mut pty, &home, &mia, SIGNED.enough);
    pty.cancel(EN.welcome);
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pass_mail(&mut pty, &EN, &mia, &home.spool(), EN.new_password);
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&mia.upn, NEW_PASSWORD));
}

#[test]
fn an_administrator_with_questions_and_mail_alone_is_refused() {
    let home = home();
    let policy = ["explain=on", "questions.alone=on", "methods.required=1"];
    home.run(&[&["policy", "set"], &policy[..]].concat()).ok();
    let mia = with_nothing(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    sign_in(&mut kiosk, &mia, SIGNED.more);
    register_questions(&mut kiosk, SIGNED.enough);
    kiosk.choose("Add another method", "Add a method");
    kiosk.choose(ADDRESS, "Prove once more that it is you");
    kiosk.cancel(EN.welcome);
    let mail = ["--alternate-email", &mia.address];
    home.run(&[&["user", "edit", &mia.upn][..], &mail].concat())
        .ok();
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    kiosk.see(SAID[0][0]);
    // The same person, with a role: two gates, and questions are none.
    home.run(&["user", "role", &mia.upn, "helpdesk"]).ok();
    kiosk.choose(SAID[0][0], EN.refused);
    kiosk.see("SSPR_0014");
    kiosk.cancel(EN.welcome);
    begin(&mut kiosk, &EN, &mia.upn, EN.refused);
    kiosk.see("SSPR_0014");
    let words = ["user", "eligibility", &mia.upn];
    let checks = home.json(&words);
    let failed = checks.as_array().unwrap().iter();
    let failed: Vec<&str> = failed
        .filter(|check| check["ok"] == false)
        .filter_map(|check| check["code"].as_str())
        .collect();
    assert_eq!(failed, ["SSPR_0014"]);
    assert!(home.spool().letters(ADMIN).is_empty(), "nothing was reset");
    // A second method that counts, and she may.
    let app = Authenticator::of("mias");
    let add = ["user", "methods", &mia.upn, "add-app-code"];
    home.run_with(&add, app.base32().as_bytes()).ok();
    kiosk.cancel(EN.welcome);
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    assert!(!kiosk.shown().contains(SAID[0][0]), "{}", kiosk.shown());
    home.verify();
}
