//! The gate of a telephone call, on the screen and in plain mode, calls in a spool.

use std::fs;

use serde_json::Value;

use crate::NEW_PASSWORD;
use crate::support::journey::{begin, pass_app, pass_mail};
use crate::support::kiosk::{DE, EN, ES, FR, JA, Kiosk, PlainKiosk, Words};
use crate::support::mailbox::{Mailbox, Spool};
use crate::support::plain::Plain;
use crate::support::program::{ADMIN, Home, OLD_PASSWORD, PROGRAM, Person};
use crate::support::pty::Pty;
use crate::support::wait_for;

const OFFICE: &str = "+14255550100x123";
const MOBILE: &str = "+14255550111";

/// What a person looks for around a call, in one language.
struct Said {
    words: &'static Words,
    office: &'static str,
    whole: &'static str,
    rings: &'static str,
    /// What the prompt says.
    prompt: &'static str,
}

const SAID: [Said; 5] = [
    Said {
        words: &EN,
        office: "Call my office phone *****00",
        whole: "without an extension",
        rings: "is ringing",
        prompt: "press the hash key",
    },
    Said {
        words: &DE,
        office: "Mein Bürotelefon *****00 anrufen",
        whole: "ohne Nebenstelle",
        rings: "klingelt",
        prompt: "Raute-Taste",
    },
    Said {
        words: &FR,
        office: "Appeler mon téléphone du bureau *****00",
        whole: "sans le poste",
        rings: "sonne",
        prompt: "touche dièse",
    },
    Said {
        words: &ES,
        office: "Llamar a mi teléfono del trabajo *****00",
        whole: "sin la extensión",
        rings: "está sonando",
        prompt: "almohadilla",
    },
    Said {
        words: &JA,
        office: "会社の電話 *****00 に電話をかける",
        whole: "内線番号を除いた",
        rings: "鳴っています",
        prompt: "シャープ",
    },
];

/// A kiosk whose screen changes by itself.
pub(super) trait Follows: Kiosk {
    /// Waits for a screen that nobody typed for.
    fn follow(&mut self, words: &str);
}

impl Follows for Pty {
    fn follow(&mut self, words: &str) {
        Pty::see(self, words);
    }
}

impl Follows for PlainKiosk {
    fn follow(&mut self, words: &str) {
        while !self.shown.contains(words) {
            self.shown = self.plain.asked();
        }
    }
}

fn home() -> (Home, Spool) {
    let home = Home::sqlite();
    let spool = home.call_into_spool();
    let methods = "methods.enabled=email,app_code,mobile_phone,office_phone";
    home.run(&["policy", "set", methods]).ok();
    (home, spool)
}

fn with_phones(home: &Home, name: &str) -> Person {
    let person = home.add_person(name);
    let numbers = ["--mobile", MOBILE, "--office", OFFICE];
    home.run(&[&["user", "edit", &person.upn][..], &numbers].concat())
        .ok();
    person
}

/// The call after so many, once it is made.
pub(super) fn call(spool: &Spool, earlier: usize) -> Value {
    wait_for("a call", || spool.entries().get(earlier).cloned()).unwrap()
}

/// Answers it so.
pub(super) fn answer(call: &Value, with: &str) {
    fs::write(call["reply"].as_str().unwrap(), format!("{with}\n")).unwrap();
}

fn resets(kiosk: &mut dyn Follows, home: &Home, spool: &Spool, person: &Person, said: &Said) {
    let (words, earlier) = (said.words, spool.entries().len());
    begin(kiosk, words, &person.upn, words.step_1);
    pass_mail(kiosk, words, person, &home.spool(), words.step_2);
    kiosk.choose(said.office, said.whole);
    kiosk.answer("+1 (425) 555-0100", words.step_2);
    kiosk.follow(said.rings);
    assert!(!kiosk.shown().contains("555"), "{}", kiosk.shown());
    let call = call(spool, earlier);
    assert_eq!(call["channel"], "voice");
    assert_eq!(call["to"], OFFICE);
    assert_eq!(call["language"], words.tag);
    assert!(
        call["text"].as_str().unwrap().contains(said.prompt),
        "{call}"
    );
    answer(&call, "#");
    kiosk.follow(words.new_password);
    kiosk.set_password(NEW_PASSWORD, words.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    assert_eq!(spool.entries().len(), earlier + 1);
}

#[test]
fn mail_and_office_phone_on_the_full_screen_and_in_plain_mode() {
    let (home, spool) = home();
    for said in &SAID {
        let tag = said.words.tag;
        let person = with_phones(&home, &format!("full-{tag}"));
        let mut pty = Pty::start(&home, &["kiosk", "--once", "--lang", tag]);
        resets(&mut pty, &home, &spool, &person, said);
        let person = with_phones(&home, &format!("plain-{tag}"));
        let mut plain = PlainKiosk::new(Plain::start(&home, &["--once", "--lang", tag]));
        resets(&mut plain, &home, &spool, &person, said);
    }
    home.verify();
}

/// From the first screen to a mobile phone that rings.
fn rings(kiosk: &mut dyn Follows, person: &Person) {
    begin(kiosk, &EN, &person.upn, EN.step_1);
    kiosk.choose("Call my mobile phone *****11", EN.number);
    kiosk.answer(MOBILE, EN.step_1);
    kiosk.follow("is ringing");
}

fn every_end(kiosk: &mut dyn Follows, spool: &Spool, person: &Person) {
    let earlier = spool.entries().len();
    rings(kiosk, person);
    answer(&call(spool, earlier), "busy");
    kiosk.follow("The line is busy.");
    for (number, (with, words)) in [
        ("no-answer", "Nobody answered the call."),
        ("7", "Perhaps it was a voicemail."),
        ("#", EN.step_2),
    ]
    .into_iter()
    .enumerate()
    {
        kiosk.choose("Call again", "phone");
        kiosk.follow("is ringing");
        answer(&call(spool, earlier + number + 1), with);
        kiosk.follow(words);
    }
}

#[test]
fn every_end_is_told_apart_and_the_call_made_again() {
    let (home, spool) = home();
    let person = with_phones(&home, "mias");
    every_end(&mut Pty::start(&home, &["kiosk"]), &spool, &person);
    let person = with_phones(&home, "ben");
    let mut plain = PlainKiosk::new(Plain::start(&home, &[]));
    every_end(&mut plain, &spool, &person);
    pass_app(&mut plain, &EN, &person, EN.new_password);
    plain.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
}

fn denied(kiosk: &mut dyn Follows, home: &Home, spool: &Spool, person: &Person, told: usize) {
    let earlier = spool.entries().len();
    rings(kiosk, person);
    answer(&call(spool, earlier), "*");
    kiosk.follow("did not ask for it");
    let mail = home.spool();
    for (address, count) in [(&*person.address, 1), (&*person.upn, 1), (ADMIN, told)] {
        let letters = mail.notices(address, count);
        let letter = letters.last().unwrap();
        assert!(
            letter.contains("denied") && letter.contains("Lobby 1"),
            "{letter}"
        );
    }
}

#[test]
fn a_star_ends_the_journey_and_alerts() {
    let (home, spool) = home();
    let person = with_phones(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    denied(&mut pty, &home, &spool, &person, 1);
    pty.press("\r", EN.welcome, |pty| pty.words().contains(EN.welcome));
    let person = with_phones(&home, "ben");
    let mut plain = PlainKiosk::new(Plain::start(&home, &[]));
    denied(&mut plain, &home, &spool, &person, 2);
    let answered = home.records("request_answered");
    let reasons: Vec<&Value> = answered.iter().map(|record| &record["reason"]).collect();
    assert_eq!(reasons, ["denied", "denied"]);
    home.verify();
}

/// Who cancels while it rings is called no longer.
#[test]
fn a_call_that_nobody_waits_for_ends() {
    let (home, spool) = home();
    let person = with_phones(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    rings(&mut pty, &person);
    Kiosk::cancel(&mut pty, EN.welcome);
    let call = call(&spool, 0);
    // Nobody looks for its answer any more; that of the next call is looked for.
    rings(&mut pty, &person);
    answer(&call, "*");
    answer(&spool.entries()[1], "#");
    pty.follow(EN.step_2);
    assert!(
        home.records("request_answered")
            .iter()
            .all(|record| record["reason"] != "denied")
    );
}

#[test]
fn without_a_budget_another_method_is_chosen() {
    let (home, spool) = home();
    let person = with_phones(&home, "mias");
    home.run(&["policy", "set", "delivery.calls_per_day=0"])
        .ok();
    let mut plain = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut plain, &EN, &person.upn, EN.step_1);
    plain.choose("Call my office phone", "without an extension");
    plain.answer("425 555 0100", "can't be used at the moment");
    pass_mail(&mut plain, &EN, &person, &home.spool(), EN.step_2);
    assert!(spool.entries().is_empty());
    let sent = home.records("request_sent");
    assert!(sent.iter().any(|record| record["reason"] == "call_budget"));
}

/// Where the exchange can't be reached that is told at once, with the other methods to choose from.
#[test]
fn an_exchange_that_is_gone_is_told() {
    let (home, _) = home();
    let person = with_phones(&home, "mias");
    let port = crate::support::free_port();
    home.call_through(
        &format!("http://127.0.0.1:{port}/ari"),
        "PJSIP/{number}@trunk",
        std::path::Path::new("/prompts"),
        "secret",
    );
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose("Call my mobile phone", EN.number);
    pty.answer(MOBILE, EN.step_1);
    pty.follow("The call could not be made.");
    pty.choose("Choose another method", "How do you want");
    pass_mail(&mut pty, &EN, &person, &home.spool(), EN.step_2);
}

/// Signs somebody in who has nothing but the password, up to these words.
fn signs_in(pty: &mut Pty, person: &str, words: &str) {
    pty.choose("Change my password or security info", "Enter your user ID");
    pty.fill(person, &format!("[{person} "));
    let dots = "•".repeat(OLD_PASSWORD.chars().count());
    let at = pty.cursor_row();
    pty.press("\t", "the second field", |pty| pty.cursor_row() != at);
    pty.retype(OLD_PASSWORD, |pty| {
        pty.screen().contains(&format!("[{dots} "))
    });
    pty.press("\r", words, |pty| pty.words().contains(words));
}

#[test]
fn a_phone_is_registered_by_a_call_and_then_signs_in() {
    let (home, spool) = home();
    let upn = "mias@contoso.example";
    let add = ["user", "add", upn, "--password-stdin", "--email", upn];
    home.run_with(&add, OLD_PASSWORD.as_bytes()).ok();
    let mut pty = Pty::start(&home, &["kiosk"]);
    signs_in(&mut pty, upn, "More information required");
    pty.choose("My mobile phone", "Your mobile number");
    pty.fill(MOBILE, &format!("[{MOBILE} "));
    for _ in 0..2 {
        let before = pty.screen();
        pty.press("\t", "the next action", |pty| pty.screen() != before);
    }
    pty.press("\r", "the call", |pty| {
        pty.words().contains("The phone is ringing.")
    });
    answer(&call(&spool, 0), "no-answer");
    pty.follow("Nobody answered. You can be called again.");
    pty.press("\r", "another call", |pty| {
        pty.words().contains("The phone is ringing.")
    });
    answer(&call(&spool, 1), "#");
    pty.follow("It is set up.");
    Kiosk::cancel(&mut pty, EN.welcome);
    assert_eq!(home.records("method_added").len(), 1);

    // The number that was confirmed is a second factor now.
    signs_in(&mut pty, upn, "How do you want to prove that it is you?");
    pty.choose("Call my mobile phone *****11", EN.number);
    pty.answer(MOBILE, "Prove that it is you");
    pty.follow("is ringing");
    answer(&call(&spool, 2), "#");
    pty.follow("Set up so far: 1 of 2");
    home.verify();
}

const F6: &str = "\x1b[17~";

/// The phone beside the demo rings, and is answered with keys.
#[test]
fn the_phone_of_the_demo_rings() {
    let home = Home::empty();
    let program = std::path::Path::new(PROGRAM);
    let mut pty = Pty::start_by(&home, program, &["demo"], (110, 30));
    let upn = "mias@contoso.example";
    pty.until(upn, |pty| pty.screen().contains(upn));
    for (key, words) in [("*", "did not ask for it"), ("#", EN.step_2)] {
        begin(&mut pty, &EN, upn, EN.step_1);
        pty.choose("Call my mobile phone", "with its country code");
        pty.answer("425 555 0111", EN.step_1);
        pty.until("the phone rings", |pty| {
            pty.screen().contains("Incoming call.")
        });
        pty.press(F6, "the phone's keys", |pty| {
            pty.screen().contains("Phone: has the keys")
        });
        pty.press("\r", "the prompt", |pty| {
            pty.screen().contains("press the star key.")
        });
        pty.press(key, words, |pty| pty.words().contains(words));
        pty.press(F6, "the kiosk's keys", |pty| {
            pty.screen().contains("Phone (F6)")
        });
        Kiosk::cancel(&mut pty, EN.forgot);
    }
}
