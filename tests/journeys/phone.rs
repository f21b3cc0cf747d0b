//! The gate of the mobile phone, on the screen and in plain mode, messages in a spool.

use crate::NEW_PASSWORD;
use crate::support::journey::{begin, pass_app, pass_mail, pass_phone};
use crate::support::kiosk::{DE, EN, ES, FR, JA, Kiosk, PlainKiosk, Words};
use crate::support::mailbox::Spool;
use crate::support::plain::Plain;
use crate::support::program::{Home, Person};
use crate::support::pty::Pty;
use crate::support::wait_for;

const NUMBER: &str = "+14255550111";

fn home() -> (Home, Spool) {
    let home = Home::sqlite();
    let spool = home.text_into_spool();
    (home, spool)
}

fn with_phone(home: &Home, name: &str) -> Person {
    let person = home.add_person(name);
    home.run(&["user", "edit", &person.upn, "--mobile", NUMBER])
        .ok();
    person
}

/// The code of the message after so many.
pub fn code(spool: &Spool, earlier: usize) -> String {
    let digits = |text: &str| {
        let mut runs = text.split(|c: char| !c.is_ascii_digit());
        runs.find(|run| run.len() == 6).map(str::to_owned)
    };
    let found = wait_for("a text message", || {
        let entry = spool.entries().get(earlier)?.clone();
        assert_eq!(entry["channel"], "sms");
        assert_eq!(entry["to"], NUMBER);
        assert_eq!(entry["subject"], "");
        digits(entry["text"].as_str().unwrap())
    });
    found.unwrap()
}

fn resets(kiosk: &mut dyn Kiosk, home: &Home, spool: &Spool, person: &Person, words: &Words) {
    let earlier = spool.entries().len();
    begin(kiosk, words, &person.upn, words.step_1);
    pass_phone(kiosk, words, "+1 (425) 555-0111", words.step_2, || {
        code(spool, earlier)
    });
    pass_mail(kiosk, words, person, &home.spool(), words.new_password);
    kiosk.set_password(NEW_PASSWORD, words.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    assert_eq!(spool.entries().len(), earlier + 1);
}

#[test]
fn phone_and_mail_on_the_full_screen_and_in_plain_mode() {
    let (home, spool) = home();
    for words in [&EN, &DE, &FR, &ES, &JA] {
        let person = with_phone(&home, &format!("full-{}", words.tag));
        let arguments = ["kiosk", "--once", "--lang", words.tag];
        let mut pty = Pty::start(&home, &arguments);
        resets(&mut pty, &home, &spool, &person, words);
        let person = with_phone(&home, &format!("plain-{}", words.tag));
        let mut plain = PlainKiosk::new(Plain::start(&home, &["--once", "--lang", words.tag]));
        resets(&mut plain, &home, &spool, &person, words);
    }
    home.verify();
}

#[test]
fn a_wrong_number_sends_nothing_and_the_fifth_blocks() {
    let (home, spool) = home();
    let person = with_phone(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.phone, EN.number);
    assert!(pty.words().contains("*****11"), "{}", pty.screen());
    assert!(!pty.words().contains("555"), "{}", pty.screen());
    pty.answer("+14255550112", EN.wrong_number);
    assert!(pty.words().contains("You have 4 tries left."));
    // What is typed stays, to be mended; a number too short is no try.
    pty.press("\x7f", "one digit less", |pty| {
        pty.screen().contains("[+1425555011 ")
    });
    let mut plain = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut plain, &EN, &person.upn, EN.step_1);
    plain.choose(EN.phone, EN.number);
    plain.answer("0111", "not counted");
    for left in ["3 tries", "2 tries", "1 try"] {
        plain.answer("555 0111", left);
    }
    plain.answer("555 0111", EN.refused);
    assert!(spool.entries().is_empty());
    pty.press("\r", EN.refused, |pty| pty.words().contains(EN.refused));
    let blocked = home.records("account_blocked");
    assert_eq!(blocked.len(), 1);
    let detail = blocked[0]["detail"].as_str().unwrap();
    assert!(detail.starts_with("limit of phone_check"), "{detail}");
    home.run(&["user", "release", &person.upn]).ok();
    let mut pty = Pty::start(&home, &["kiosk"]);
    resets(&mut pty, &home, &spool, &person, &EN);
}

#[test]
fn without_a_budget_another_method_is_chosen() {
    let (home, spool) = home();
    let person = with_phone(&home, "mias");
    home.run(&["policy", "set", "delivery.sms_per_day=0"]).ok();
    let mut plain = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut plain, &EN, &person.upn, EN.step_1);
    plain.choose(EN.phone, EN.number);
    plain.answer(NUMBER, "can't be used at the moment");
    pass_mail(&mut plain, &EN, &person, &home.spool(), EN.step_2);
    pass_app(&mut plain, &EN, &person, EN.new_password);
    assert!(spool.entries().is_empty());
    let sent = home.records("code_sent");
    assert!(sent.iter().any(|record| record["reason"] == "sms_budget"));
}
