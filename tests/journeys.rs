//! Whole resets by people at a kiosk: full-screen and plain, in every language, with all that comes
//! between.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use support::journey::{Order, reset};
use support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk};
use support::mailbox::Mailbox;
use support::plain::Plain;
use support::program::{Home, OLD_PASSWORD};
use support::pty::Pty;

const NEW_PASSWORD: &str = "nine purple elephants dancing";

#[test]
fn resets_in_every_language_on_the_full_screen_and_in_plain_mode() {
    let home = Home::sqlite();
    let mut number = 0;
    for words in [&EN, &DE, &JA] {
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
                reset(&mut *kiosk, words, &person, &home.spool(), order, NEW_PASSWORD);
                let raw = String::from_utf8(kiosk.bytes()).unwrap();
                assert!(!raw.contains(NEW_PASSWORD), "{raw}");
                assert!(home.accepts(&person.upn, NEW_PASSWORD));
                assert!(!home.accepts(&person.upn, OLD_PASSWORD));
                for address in [&person.upn, &person.address] {
                    let notices = home.spool().notices(address, 1);
                    assert_eq!(notices.len(), 1, "{notices:?}");
                    assert!(notices[0].contains("Lobby 1"), "{notices:?}");
                }
            }
        }
    }
    assert_eq!(home.records("password_reset").len(), number);
    home.verify();
}
