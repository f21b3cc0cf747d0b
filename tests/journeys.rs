//! Whole resets by people at a kiosk: full-screen and plain, in every language, with all that comes
//! between.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "journeys/access_pass.rs"]
mod access_pass;
#[path = "journeys/app.rs"]
mod app;
#[path = "journeys/authenticator.rs"]
mod authenticator;
#[path = "journeys/bad_servers.rs"]
mod bad_servers;
#[path = "journeys/calls.rs"]
mod calls;
#[path = "journeys/demo.rs"]
mod demo;
#[path = "journeys/entrance.rs"]
mod entrance;
#[path = "journeys/floods.rs"]
mod floods;
#[path = "journeys/hostile_branding.rs"]
mod hostile_branding;
#[path = "journeys/killed_agent.rs"]
mod killed_agent;
#[path = "journeys/news.rs"]
mod news;
#[path = "journeys/noise.rs"]
mod noise;
#[path = "journeys/pairs.rs"]
mod pairs;
#[path = "journeys/phone.rs"]
mod phone;
#[path = "journeys/phone_pairs.rs"]
mod phone_pairs;
#[path = "journeys/questions.rs"]
mod questions;
#[path = "journeys/reconfirm.rs"]
mod reconfirm;
#[path = "journeys/refusals.rs"]
mod refusals;
#[path = "journeys/registered.rs"]
mod registered;
#[path = "journeys/requests.rs"]
mod requests;
#[path = "journeys/restored.rs"]
mod restored;
#[path = "journeys/settings.rs"]
mod settings;
#[path = "journeys/settings_gates.rs"]
mod settings_gates;
#[path = "journeys/settings_limits.rs"]
mod settings_limits;
#[path = "journeys/settings_look.rs"]
mod settings_look;
#[path = "journeys/settings_passwords.rs"]
mod settings_passwords;
#[path = "journeys/settings_registering.rs"]
mod settings_registering;
#[path = "journeys/settings_who.rs"]
mod settings_who;
#[path = "journeys/signed_in.rs"]
mod signed_in;
mod support;
#[path = "journeys/terminal.rs"]
mod terminal;
#[path = "journeys/tour.rs"]
mod tour;
#[path = "journeys/tour_admin.rs"]
mod tour_admin;
#[path = "journeys/unlock.rs"]
mod unlock;

use support::journey::{Order, begin, pass_app, pass_mail, reset};
use support::kiosk::{DE, EN, ES, FR, JA, Kiosk, PlainKiosk};
use support::mailbox::Mailbox;
use support::plain::Plain;
use support::program::{Home, OLD_PASSWORD};
use support::pty::Pty;

const NEW_PASSWORD: &str = "nine purple elephants dancing";
const F2: &str = "\x1bOQ";
const WIPED_IN: &str = "Everything typed will be wiped in";

// Its name comes first, so that it waits beside all the others.
#[test]
fn a_countdown_that_any_key_extends_wipes_what_somebody_left() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    home.adjust("", "idle_seconds = 15\ntimeout_scale = 0.5\n");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.see(WIPED_IN);
    pty.press("\x1b[6~", "no countdown", |pty| {
        !pty.words().contains(WIPED_IN)
    });
    assert!(pty.words().contains(EN.step_1));
    pty.see(WIPED_IN);
    pty.see(EN.welcome);
    assert!(String::from_utf8_lossy(&pty.raw()).contains("\x1b[3J"));
    let abandoned = home.records("reset_abandoned");
    assert_eq!(abandoned.len(), 1);
    assert_eq!(abandoned[0]["reason"], "idle");
    pty.choose(EN.forgot, EN.who);
    assert!(!pty.screen().contains(&person.upn));
}

#[test]
fn resets_in_every_language_on_the_full_screen_and_in_plain_mode() {
    let home = Home::sqlite();
    let mut number = 0;
    for words in [&EN, &DE, &FR, &ES, &JA] {
        for order in [Order::MailFirst, Order::AppFirst] {
            for plain in [false, true] {
                number += 1;
                let person = home.add_person(&format!("person{number}"));
                let lang = ["--lang", words.tag, "--once"];
                let mut kiosk: Box<dyn Kiosk> = if plain {
                    Box::new(PlainKiosk::new(Plain::start(&home, &lang)))
                } else {
                    Box::new(Pty::start(&home, &[&["kiosk"], &lang[..]].concat()))
                };
                let spool = home.spool();
                reset(&mut *kiosk, words, &person, &spool, order, NEW_PASSWORD);
                // The last frame may still be on its way, in the middle of a character.
                let raw = String::from_utf8_lossy(&kiosk.bytes()).into_owned();
                assert!(!raw.contains(NEW_PASSWORD), "{raw}");
                assert!(home.accepts(&person.upn, NEW_PASSWORD));
                assert!(!home.accepts(&person.upn, OLD_PASSWORD));
                for address in [&person.upn, &person.address] {
                    let notices = spool.notices(address, 1);
                    assert_eq!(notices.len(), 1, "{notices:?}");
                    assert!(notices[0].contains("Lobby 1"), "{notices:?}");
                }
                let to_her = |entry: &serde_json::Value| entry["to"] == person.address.as_str();
                for letter in spool.entries().iter().filter(|entry| to_her(entry)) {
                    assert_eq!(letter["language"], words.tag);
                }
            }
        }
    }
    let resets = home.records("password_reset");
    assert_eq!(resets.len(), number);
    assert!(resets.iter().all(|record| record["terminal"] == "Lobby 1"));
    home.verify();
}

#[test]
fn changing_the_language_in_mid_screen_keeps_what_was_typed() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let spool = home.spool();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.choose(EN.forgot, EN.who);
    let field = format!("[{} ", person.upn);
    pty.fill(&person.upn, &field);
    pty.press(F2, EN.languages, |pty| pty.screen().contains(EN.languages));
    assert!(!pty.screen().contains(&field));
    let german = |pty: &Pty| pty.words().contains(DE.who) && pty.screen().contains(&field);
    pty.press("2", "German, and the name", german);
    pty.press("\r", DE.step_1, |pty| pty.words().contains(DE.step_1));
    pty.choose(DE.app, DE.open_app);
    let code = person.app.code();
    pty.fill(&code, &format!("[{code} "));
    pty.press(F2, "日本語", |pty| pty.screen().contains("日本語"));
    let japanese =
        |pty: &Pty| pty.words().contains(JA.step_1) && pty.screen().contains(&format!("[{code} "));
    pty.press("5", "Japanese, and the code", japanese);
    pty.press("\r", JA.step_2, |pty| pty.words().contains(JA.step_2));
    pass_mail(&mut pty, &JA, &person, &spool, JA.new_password);
    let dots = format!("[{} ", "•".repeat(NEW_PASSWORD.len()));
    pty.fill(NEW_PASSWORD, &dots);
    pty.press(F2, "日本語", |pty| pty.screen().contains("日本語"));
    let english = |pty: &Pty| pty.words().contains(EN.new_password) && pty.screen().contains(&dots);
    pty.press("1", "English, and the dots", english);
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    // The letters speak the language in which the journey began.
    for letter in spool.entries() {
        assert_eq!(letter["language"], "de", "{letter}");
    }
}

#[test]
fn plain_mode_changes_the_language_goes_back_and_helps() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut plain = Plain::start(&home, &["--once"]);
    let first = plain.asked();
    let lines: Vec<&str> = first.lines().collect();
    assert_eq!(lines[..2], ["", EN.welcome], "{first}");
    let third = signed_in::ENGLISH.sign_in;
    let choices = format!("\n1. {}\n2. {}\n3. {third}\n> ", EN.forgot, EN.locked);
    assert!(first.ends_with(&choices), "{first}");
    let help = plain.ask("?");
    assert!(help.starts_with("\nHelp\n"), "{help}");
    assert!(plain.ask("b").contains(EN.welcome));
    assert!(plain.ask("7").contains("That is not one of the choices."));
    assert!(plain.ask("1").ends_with(&format!("\n{}\n> ", EN.user_id)));
    let list = plain.ask("l");
    assert!(
        list.ends_with("\n1. English\n2. Deutsch\n3. Français\n4. Español\n5. 日本語\n> "),
        "{list}"
    );
    let german = plain.ask("2");
    assert!(german.starts_with(&format!("\n{}\n", DE.who)), "{german}");
    assert!(plain.ask("b").contains(DE.welcome));
    let mut kiosk = PlainKiosk {
        shown: plain.ask("b"),
        plain,
    };
    begin(&mut kiosk, &DE, &person.upn, DE.step_1);
    pass_app(&mut kiosk, &DE, &person, DE.step_2);
    let (code, rest) = {
        kiosk.plain.say("x");
        kiosk.plain.finish()
    };
    assert_eq!(code, Some(0));
    assert!(rest.ends_with("Auf Wiedersehen.\n"), "{rest}");
    let abandoned = home.records("reset_abandoned");
    assert_eq!(abandoned[0]["reason"], "cancelled");
    assert!(
        !kiosk.bytes().contains(&0x1b),
        "a control sequence in plain mode"
    );
}

#[test]
fn passwords_are_judged_by_every_rule_and_typed_twice() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    home.run(&["user", "edit", &person.upn, "--name", "Mia Steele"])
        .ok();
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &["--once"]));
    let spool = home.spool();
    support::journey::pass_gates(&mut kiosk, &EN, &person, &spool, Order::AppFirst);
    for (first, second, said) in [
        ("", "", "! Enter a new password."),
        ("short", "short", "! At least 12 characters"),
        ("short", "short", "! That password breaks a rule below."),
        (
            "my steele umbrella",
            "my steele umbrella",
            "! No part of your name",
        ),
        (
            "contoso is my home",
            "contoso is my home",
            "! No part of your name",
        ),
        (
            NEW_PASSWORD,
            "nine purple elephants",
            "! The two entries are not the same.",
        ),
        (
            OLD_PASSWORD,
            OLD_PASSWORD,
            "! None of your last 5 passwords",
        ),
    ] {
        kiosk.plain.ask(first);
        let shown = kiosk.plain.ask(second);
        assert!(shown.contains(&format!("\n{said}")), "{first}: {shown}");
        assert!(shown.contains(EN.new_password));
    }
    assert!(home.accepts(&person.upn, OLD_PASSWORD));
    kiosk.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    assert!(
        home.accepts(&person.upn, "ｎine purple elephants dancing"),
        "NFKC"
    );
    home.verify();
}
