//! The same resets with a real mail server (TLS, a login, a private authority) and a real database
//! server, and what a person sees while one of them is down.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use support::exim::Exim;
use support::journey::{Order, begin, pass_app, pass_mail, reset};
use support::kiosk::{DE, EN, ES, FR, JA, Kiosk, PlainKiosk, Words};
use support::mailbox::Mailbox;
use support::plain::Plain;
use support::postgres::Postgres;
use support::program::{Home, OLD_PASSWORD, Person};
use support::pty::Pty;
use support::wait_for;

const NEW_PASSWORD: &str = "nine purple elephants dancing";

fn full(home: &Home, words: &Words) -> Box<dyn Kiosk> {
    Box::new(Pty::start(home, &["kiosk", "--once", "--lang", words.tag]))
}

fn plain(home: &Home, words: &Words) -> Box<dyn Kiosk> {
    Box::new(PlainKiosk::new(Plain::start(
        home,
        &["--once", "--lang", words.tag],
    )))
}

/// The reset has happened, and both addresses were told.
fn was_reset(home: &Home, exim: &Exim, person: &Person) {
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    assert!(!home.accepts(&person.upn, OLD_PASSWORD));
    for address in [&person.upn, &person.address] {
        let notices = exim.notices(address, 1);
        assert_eq!(notices.len(), 1, "{notices:?}");
    }
    home.verify();
}

fn resets_by_mail(home: &Home, exim: &Exim) {
    home.mail_through(exim);
    type Front = fn(&Home, &Words) -> Box<dyn Kiosk>;
    let visits: [(&str, Front, &Words, Order); 5] = [
        ("anna", full, &EN, Order::MailFirst),
        ("bert", plain, &DE, Order::AppFirst),
        ("chie", full, &JA, Order::AppFirst),
        ("dora", plain, &FR, Order::MailFirst),
        ("elsa", full, &ES, Order::AppFirst),
    ];
    for (name, front, words, order) in visits {
        let person = home.add_person(name);
        let mut kiosk = front(home, words);
        reset(&mut *kiosk, words, &person, exim, order, NEW_PASSWORD);
        was_reset(home, exim, &person);
    }
}

#[test]
fn sqlite_and_exim() {
    let Some(exim) = Exim::start() else { return };
    resets_by_mail(&Home::sqlite(), &exim);
}

#[test]
fn postgresql_and_exim() {
    let Some(exim) = Exim::start() else { return };
    let Some(server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("keyhatch"));
    resets_by_mail(&home, &exim);
    assert!(!home.path("keyhatch.db").exists());
}

/// What the screens say until the code is asked for, for one account.
fn screens(home: &Home, upn: &str) -> (PlainKiosk, Vec<String>) {
    let mut kiosk = PlainKiosk::new(Plain::start(home, &[]));
    let mut shown = Vec::new();
    begin(&mut kiosk, &EN, upn, EN.step_1);
    shown.push(kiosk.shown.clone());
    kiosk.choose(EN.mail, EN.on_its_way);
    shown.push(kiosk.shown.clone());
    (kiosk, shown)
}

#[test]
fn a_mail_server_that_is_down_changes_no_screen_and_loses_no_letter() {
    let Some(mut exim) = Exim::start() else {
        return;
    };
    let home = Home::sqlite();
    home.mail_through(&exim);
    let mia = home.add_person("mia1");
    let (mut serving, up) = screens(&home, &mia.upn);
    exim.code_after(&mia.address, 0);
    exim.stop();
    let person = home.add_person("mia2");
    let (mut kiosk, down) = screens(&home, &person.upn);
    assert_eq!(down, up);
    // Refused accounts are refused alike.
    let mut refused = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut refused, &EN, "nobody", EN.refused);
    let waiting = |kind: &str| {
        let list = home.json(&["outbox", "list"]);
        let list = list.as_array().unwrap().clone();
        let of = list
            .into_iter()
            .filter(|item| item["kind"] == kind && item["state"] == "waiting");
        of.collect::<Vec<_>>()
    };
    let tried = || {
        waiting("code")
            .iter()
            .any(|item| item["last_error"].is_string())
            .then_some(())
    };
    wait_for("a failed try", tried).unwrap();
    exim.start_again();
    let code = exim.code_after(&person.address, 0);
    kiosk.answer(&code, EN.step_2);
    pass_app(&mut kiosk, &EN, &person, EN.new_password);
    exim.stop();
    kiosk.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    // The kiosks end, so that nobody is there to try again but the administrator.
    kiosk.plain.close();
    serving.plain.close();
    refused.plain.close();
    let all: Vec<_> = {
        let list = home.json(&["outbox", "list"]);
        let list = list.as_array().unwrap().clone();
        list.into_iter()
            .filter(|item| item["state"] == "waiting")
            .collect()
    };
    assert_eq!(all.len(), 2, "{all:?}");
    for item in &all {
        assert!(
            !item["last_error"]
                .as_str()
                .unwrap()
                .contains("home.example"),
            "{item}"
        );
    }
    exim.start_again();
    for item in &all {
        home.run(&["outbox", "retry", &item["id"].to_string()]).ok();
    }
    let ran = home.run(&["agent", "run", "--once"]);
    assert!(ran.stderr.starts_with("2 messages"), "{ran:?}");
    was_reset(&home, &exim, &person);
    assert_eq!(home.json(&["outbox", "list"]).as_array().unwrap().len(), 4);
}

#[test]
fn a_database_that_is_down_shows_a_fault_and_the_next_visit_works() {
    let Some(mut server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("keyhatch"));
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    server.stop();
    pty.choose(EN.mail, EN.fault);
    kiosk.choose(EN.mail, EN.fault);
    assert!(pty.words().contains("reference:"), "{}", pty.screen());
    assert!(!pty.words().contains("ostgres"), "{}", pty.screen());
    // Somebody else comes while it is still down.
    pty.press("\r", "a screen", |pty| {
        pty.words().contains(EN.welcome) || pty.words().contains(EN.fault)
    });
    server.start_again();
    for _ in 0..2 {
        if !pty.words().contains(EN.welcome) {
            pty.press("\r", EN.welcome, |pty| pty.words().contains(EN.welcome));
        }
    }
    reset(
        &mut pty,
        &EN,
        &person,
        &home.spool(),
        Order::AppFirst,
        NEW_PASSWORD,
    );
    kiosk.shown = kiosk.plain.ask("1");
    if !kiosk.shown.contains(EN.welcome) {
        kiosk.shown = kiosk.plain.ask("1");
    }
    kiosk.see(EN.welcome);
    begin(&mut kiosk, &EN, "nobody", EN.refused);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    home.verify();
}

#[test]
fn a_database_that_was_restarted_between_two_steps_is_not_noticed() {
    let Some(mut server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("keyhatch"));
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see(EN.welcome);
    server.crash_and_restart();
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    server.crash_and_restart();
    pass_mail(&mut pty, &EN, &person, &home.spool(), EN.step_2);
    server.crash_and_restart();
    pass_app(&mut pty, &EN, &person, EN.new_password);
    server.crash_and_restart();
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    home.verify();
}
