//! Who is told, and how the first screen looks and speaks, changed while the kiosks run.

use serde_json::Value;

use crate::support::journey::{pass_app, pass_mail};
use crate::support::kiosk::{DE, EN, JA, Kiosk};
use crate::support::mailbox::Mailbox;
use crate::support::program::{ADMIN, Home};
use crate::support::stage::{At, BOTH, Stage};
use crate::{F2, NEW_PASSWORD};

pub const KEYS: &[&str] = &[
    "notify.users_on_reset",
    "notify.admins_on_admin_reset",
    "branding.logo",
    "branding.accent",
    "branding.sign_in_text",
    "branding.languages",
    "branding.default_language",
];

const PROMISED: &str = "A notice of this change is on its way to your e-mail addresses.";

#[test]
fn notices_are_seen_at_the_next_step() {
    let home = Home::sqlite();
    let people = ["adele", "lynne", "nestor", "diego"].map(|name| home.add_person(name));
    for admin in &people[..2] {
        home.run(&["user", "role", &admin.upn, "helpdesk"]).ok();
    }
    let mut stage = Stage::open(home);
    let posted = |stage: &Stage, kind: &str| {
        let all = stage.home.json(&["outbox", "list"]);
        let of = |item: &&Value| item["kind"] == kind;
        all.as_array().unwrap().iter().filter(of).count()
    };
    let kinds = ["password_reset", "administrator_reset"];
    for ((users, admins), person) in [("on", "off"), ("off", "on"), ("off", "off"), ("on", "on")]
        .into_iter()
        .zip(&people)
    {
        let at = if users == admins {
            At::Plain
        } else {
            At::Screen
        };
        let spool = stage.home.spool();
        stage.name(at, &person.upn, EN.step_1);
        pass_mail(stage.kiosk(at), &EN, person, &spool, EN.step_2);
        pass_app(stage.kiosk(at), &EN, person, EN.new_password);
        let before = kinds.map(|kind| posted(&stage, kind));
        stage.set(&[
            ("notify.users_on_reset", users),
            ("notify.admins_on_admin_reset", admins),
        ]);
        stage.kiosk(at).set_password(NEW_PASSWORD, EN.done);
        // The letters are in the store with the password, or never.
        let told = users == "on";
        stage.shows(at, PROMISED, told);
        let of_an_admin = people[..2].iter().any(|admin| admin.upn == person.upn);
        let others = if of_an_admin && admins == "on" { 2 } else { 0 };
        let after = kinds.map(|kind| posted(&stage, kind));
        let own = if told { 2 } else { 0 };
        assert_eq!(
            after,
            [before[0] + own, before[1] + others],
            "{person:?}",
            person = person.upn
        );
    }
    for address in [&people[0].address, &people[3].address] {
        assert_eq!(stage.home.spool().notices(address, 1).len(), 1);
    }
    assert_eq!(stage.home.spool().notices(ADMIN, 1).len(), 1);
    stage.has_tried(&KEYS[..2]);
    stage.home.verify();
}

#[test]
fn the_first_screen_is_seen_anew_by_the_next_visitor() {
    let mut stage = Stage::open(Home::sqlite());
    let colours = [
        ("blue", "48;5;4m"),
        ("cyan", "48;5;6m"),
        ("green", "48;5;2m"),
        ("magenta", "48;5;5m"),
        ("red", "48;5;1m"),
        ("yellow", "48;5;11m"),
        ("", ""),
    ];
    for (accent, colour) in colours {
        // The text says that the greeting is the new one; its frame has the colour.
        let text = format!("The colour is {accent}.");
        stage.set(&[
            ("branding.accent", accent),
            ("branding.sign_in_text.en", &text),
        ]);
        stage.screen.cancel(EN.welcome);
        let before = stage.screen.raw().len();
        stage.screen.cancel(EN.welcome);
        stage.screen.see(&text);
        let frame = String::from_utf8_lossy(&stage.screen.raw()[before..]).into_owned();
        for (_, other) in &colours[..6] {
            assert_eq!(
                frame.contains(other),
                *other == colour,
                "{accent}: {frame:?}"
            );
        }
    }
    for (logo, text) in [("/\\/\\", "Room 5. Ring twice."), ("", "")] {
        stage.set(&[("branding.logo", logo), ("branding.sign_in_text.en", text)]);
        for at in BOTH {
            stage.kiosk(at).cancel(EN.welcome);
            match text {
                "" => stage.kiosk(at).cancel(EN.welcome),
                text => stage.kiosk(at).see(text),
            }
            stage.shows(at, "Ring twice", !text.is_empty());
        }
        assert_eq!(stage.screen.screen().contains("/\\/\\"), !logo.is_empty());
    }
    each_language(&mut stage);
    stage.has_tried(&KEYS[2..]);
}

fn each_language(stage: &mut Stage) {
    let list = |pty: &crate::support::pty::Pty| pty.screen().contains("1. 日本語");
    stage.set(&[("branding.languages", "ja,en")]);
    stage.screen.cancel(EN.welcome);
    stage.screen.press(F2, "the list", list);
    assert!(!stage.screen.screen().contains("Deutsch"));
    stage.plain.cancel(EN.welcome);
    stage.plain.shown = stage.plain.plain.ask("l");
    assert!(stage.plain.shown.ends_with("\n1. 日本語\n2. English\n> "));
    // The one the kiosks began in is offered no more: the organisation's is shown instead.
    for (languages, default, words) in [("de,ja", "de", &DE), ("de,ja", "ja", &JA), ("", "en", &EN)]
    {
        stage.set(&[
            ("branding.default_language", default),
            ("branding.languages", languages),
        ]);
        for at in BOTH {
            stage.kiosk(at).cancel("");
            stage.kiosk(at).see(words.welcome);
        }
    }
}
