//! Text messages through a real gateway: Kannel, and the phones behind it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use support::journey::{begin, pass_app, pass_mail, pass_phone};
use support::kannel::{Kannel, PASSWORD};
use support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk, Words};
use support::plain::Plain;
use support::program::{Home, OLD_PASSWORD};
use support::pty::Pty;
use support::wait_for;

const NEW_PASSWORD: &str = "nine purple elephants dancing";

/// The number as it is held, and as its owner writes it.
const NUMBER: &str = "+819012345678";
const WRITTEN: &str = "090-1234-5678";

fn home(kannel: &Kannel) -> Home {
    let home = Home::sqlite();
    home.text_through(&kannel.url(), PASSWORD);
    home
}

fn give_phone(home: &Home, upn: &str, language: &str) {
    let fields = ["--mobile", NUMBER, "--language", language];
    home.run(&[&["user", "edit", upn], &fields[..]].concat())
        .ok();
}

#[test]
fn whole_resets_by_text_message() {
    let Some(kannel) = Kannel::start() else {
        return;
    };
    let home = home(&kannel);
    type Front = fn(&Home, &Words) -> Box<dyn Kiosk>;
    let full: Front =
        |home, words| Box::new(Pty::start(home, &["kiosk", "--once", "--lang", words.tag]));
    let plain: Front = |home, words| {
        let plain = Plain::start(home, &["--once", "--lang", words.tag]);
        Box::new(PlainKiosk::new(plain))
    };
    let visits: [(&str, Front, &Words, &str); 3] = [
        ("chie", full, &JA, "Contoso: 確認コードは "),
        ("bert", plain, &DE, "Contoso: Ihr Code ist "),
        ("anna", full, &EN, "Contoso: your code is "),
    ];
    for (name, front, words, says) in visits {
        let person = home.add_person(name);
        give_phone(&home, &person.upn, words.tag);
        let mut kiosk = front(&home, words);
        begin(&mut *kiosk, words, &person.upn, words.step_1);
        let earlier = kannel.messages(NUMBER).len();
        pass_phone(&mut *kiosk, words, WRITTEN, words.step_2, || {
            let code = wait_for("a text message", || {
                let text = kannel.messages(NUMBER).get(earlier)?.clone();
                assert!(text.starts_with(says), "{text}");
                assert!(text.encode_utf16().count() <= 70, "{text}");
                text.split(|c: char| !c.is_ascii_digit())
                    .find(|digits| digits.len() == 6)
                    .map(str::to_owned)
            });
            code.unwrap()
        });
        pass_app(&mut *kiosk, words, &person, words.new_password);
        kiosk.set_password(NEW_PASSWORD, words.done);
        assert!(home.accepts(&person.upn, NEW_PASSWORD));
        assert!(!home.accepts(&person.upn, OLD_PASSWORD));
        assert_eq!(kannel.messages(NUMBER).len(), earlier + 1, "one message");
    }
    home.verify();
    let delivered = |item: &&serde_json::Value| item["channel"] == "sms";
    let list = home.json(&["outbox", "list"]);
    for item in list.as_array().unwrap().iter().filter(delivered) {
        assert_eq!(item["state"], "delivered", "{item}");
        assert_eq!(item["attempts"], 1);
    }
}

#[test]
fn refused_credentials_are_said_and_tried_again() {
    let Some(kannel) = Kannel::start() else {
        return;
    };
    let home = home(&kannel);
    let person = home.add_person("mias");
    give_phone(&home, &person.upn, "en");
    home.text_through(&kannel.url(), "not the password");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    kiosk.choose(EN.phone, EN.number);
    kiosk.answer(WRITTEN, EN.texted);
    let code = || {
        let list = home.json(&["outbox", "list"]);
        let items = list.as_array().unwrap().clone();
        items.into_iter().find(|item| item["channel"] == "sms")
    };
    let item = wait_for("a failed try", || {
        code().filter(|item| item["last_error"].is_string())
    });
    let item = item.unwrap();
    let said = item["last_error"].as_str().unwrap();
    assert!(
        said.contains("credentials") && said.contains("403"),
        "{said}"
    );
    for secret in ["not the", "12345678", "127.0.0.1"] {
        assert!(!said.contains(secret), "{said}");
    }
    // Another way is always there.
    kiosk.shown = kiosk.plain.ask("b");
    pass_mail(&mut kiosk, &EN, &person, &home.spool(), EN.step_2);
    drop(kiosk);
    assert!(kannel.messages(NUMBER).is_empty());
    // Mended, what is still good is delivered.
    home.text_through(&kannel.url(), PASSWORD);
    home.run(&["outbox", "retry", &item["id"].to_string()]).ok();
    home.run(&["agent", "run", "--once"]).ok();
    let arrived = wait_for("the message", || {
        (kannel.messages(NUMBER).len() == 1).then_some(())
    });
    arrived.unwrap();
}
