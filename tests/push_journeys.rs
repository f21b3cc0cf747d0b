//! Resets by a request through a real push server, and the phone in front of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use serde_json::Value;
use support::journey::{begin, pass_app, pass_mail};
use support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk, Words};
use support::mailbox::Mailbox;
use support::ntfy::{ALICE, Ntfy, PHONES, Phone};
use support::plain::Plain;
use support::program::{ADMIN, Home, OLD_PASSWORD, Person};
use support::pty::Pty;
use support::wait_for;

const NEW_PASSWORD: &str = "nine purple elephants dancing";

fn home(ntfy: &Ntfy) -> Home {
    let home = Home::sqlite();
    home.push_by(&ntfy.section());
    home
}

/// Somebody, and the phone whose app listens to their topic; what Alice's rights are is enough.
fn with_phone(home: &Home, ntfy: &Ntfy, name: &str) -> (Person, Phone) {
    let person = home.add_person(name);
    home.add_app(&person.upn, name);
    let phone = ntfy.phone(&format!("sspr-{name}"), ALICE);
    (person, phone)
}

fn number(request: &Value) -> String {
    let text = request["message"].as_str().unwrap();
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.find(|run| run.len() == 6).unwrap().to_owned()
}

fn states(home: &Home) -> Vec<String> {
    let list = home.json(&["outbox", "list"]);
    let push = |item: &&Value| item["channel"] == "push";
    let items = list.as_array().unwrap().iter().filter(push);
    let state = |item: &Value| item["state"].as_str().unwrap().to_owned();
    items.map(state).collect()
}

#[test]
fn whole_resets_by_a_request() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let home = home(&ntfy);
    let visits: [(&str, bool, &Words, &str); 3] = [
        ("chie", true, &JA, "承認"),
        ("bert", false, &DE, "Bestätigen"),
        ("anna", true, &EN, "Verify"),
    ];
    for (name, full, words, verify) in visits {
        let (person, phone) = with_phone(&home, &ntfy, name);
        let mut kiosk: Box<dyn Kiosk> = match full {
            true => Box::new(Pty::start(&home, &["kiosk", "--once", "--lang", words.tag])),
            false => {
                let plain = Plain::start(&home, &["--once", "--lang", words.tag]);
                Box::new(PlainKiosk::new(plain))
            }
        };
        begin(&mut *kiosk, words, &person.upn, words.step_1);
        kiosk.choose(words.ask, words.asked);
        let request = phone.request(0);
        assert!(request["message"].as_str().unwrap().contains("Lobby 1"));
        assert_eq!(phone.press(&request, verify), 200);
        if full {
            kiosk.news(words.verified);
        }
        wait_for("the answer", || {
            let answered = home.records("request_answered");
            let about = |record: &&Value| record["account"] == person.upn.as_str();
            answered.iter().find(about).map(drop)
        })
        .unwrap();
        kiosk.answer(&number(&request), words.step_2);
        pass_mail(
            &mut *kiosk,
            words,
            &person,
            &home.spool(),
            words.new_password,
        );
        kiosk.set_password(NEW_PASSWORD, words.done);
        assert!(home.accepts(&person.upn, NEW_PASSWORD));
        assert!(!home.accepts(&person.upn, OLD_PASSWORD));
        assert_eq!(phone.requests().unwrap().len(), 1, "one request");
        // The journey is over, and so is the request.
        assert_eq!(phone.press(&request, verify), 200);
    }
    home.verify();
    // A try that the server did not take may have come before; the phone saw one request each.
    assert_eq!(states(&home), ["delivered"; 3]);
}

#[test]
fn deny_ends_it_and_nothing_forged_replayed_or_late_counts() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let home = home(&ntfy);
    let (person, phone) = with_phone(&home, &ntfy, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let first = phone.request(0);
    // Given up, and begun again.
    pty.cancel(EN.welcome);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let second = phone.request(1);
    let url = |request: &Value| request["actions"][0]["url"].as_str().unwrap().to_owned();
    let body = |request: &Value, at: usize| {
        let body = request["actions"][at]["body"].as_str();
        body.unwrap().to_owned()
    };
    assert_ne!(url(&first), url(&second));
    // What a journey that is over asked denies nothing; what belongs to another request, or to none, neither.
    assert_eq!(phone.press(&first, "Deny"), 200);
    let anybody = ntfy.phone("sspr-mias", PHONES);
    let topic = url(&second).rsplit('/').next().unwrap().to_owned();
    for forged in [body(&first, 1), "deny".to_owned(), "d".repeat(64)] {
        assert_eq!(anybody.say(&topic, &forged), 200);
    }
    assert_eq!(phone.press(&second, "Verify"), 200);
    pty.see(EN.verified);
    pty.answer(&number(&first), "You have 4 tries left.");
    // The journey is still there, and ends by the one answer that counts.
    assert_eq!(phone.press(&second, "Deny"), 200);
    pty.see("was denied on the phone");
    let reasons: Vec<Value> = home
        .records("request_answered")
        .iter()
        .map(|record| record["reason"].clone())
        .collect();
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    assert_eq!(reasons[1], "denied");
    for address in [&person.upn, &person.address] {
        assert_eq!(home.spool().notices(address, 1).len(), 1);
    }
    assert_eq!(home.spool().notices(ADMIN, 1).len(), 1);
    // The number of a request that was denied passes nothing on another journey either.
    pty.cancel(EN.welcome);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let third = phone.request(2);
    if number(&third) != number(&second) {
        pty.answer(&number(&second), "tries left.");
    }
    pty.answer(&number(&third), EN.step_2);
    pass_app(&mut pty, &EN, &person, EN.new_password);
    home.verify();
}

#[test]
fn a_server_that_was_started_again_still_brings_the_answer() {
    let Some(mut ntfy) = Ntfy::start() else {
        return;
    };
    let home = home(&ntfy);
    let (person, phone) = with_phone(&home, &ntfy, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let request = phone.request(0);
    ntfy.pause();
    ntfy.resume().unwrap();
    assert_eq!(phone.press(&request, "Verify"), 200);
    pty.see(EN.verified);
    pty.answer(&number(&request), EN.step_2);
}

#[test]
fn a_refusing_server_is_said_and_another_method_is_there() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let home = home(&ntfy);
    let (person, phone) = with_phone(&home, &ntfy, "mias");
    ntfy.secret("token", "tk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    pty.see("could not be sent yet");
    let list = home.json(&["outbox", "list"]);
    let items = list.as_array().unwrap();
    let item = items.iter().find(|item| item["channel"] == "push").unwrap();
    let said = item["last_error"].as_str().unwrap();
    assert!(
        said.contains("token_file") && said.contains("401"),
        "{said}"
    );
    for secret in ["tk_", "127.0.0.1", "mias"] {
        assert!(!said.contains(secret), "{said}");
    }
    pty.press("\x1b", EN.step_1, |pty| pty.words().contains(EN.mail));
    pass_mail(&mut pty, &EN, &person, &home.spool(), EN.step_2);
    assert_eq!(phone.requests(), Ok(Vec::new()));
}

#[test]
fn a_server_that_nobody_vouches_for_is_told_nothing() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let home = Home::sqlite();
    let section = ntfy.section();
    let ours = |line: &&str| !line.starts_with("ca_file");
    let section: Vec<&str> = section.lines().filter(ours).collect();
    home.push_by(&format!("{}\n", section.join("\n")));
    let (person, phone) = with_phone(&home, &ntfy, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    pty.see("could not be sent yet");
    let list = home.json(&["outbox", "list"]);
    let items = list.as_array().unwrap();
    let item = items.iter().find(|item| item["channel"] == "push").unwrap();
    let said = item["last_error"].as_str().unwrap();
    assert!(said.contains("ca_file"), "{said}");
    pty.press("\x1b", EN.step_1, |pty| pty.words().contains(EN.mail));
    pass_mail(&mut pty, &EN, &person, &home.spool(), EN.step_2);
    assert_eq!(phone.requests(), Ok(Vec::new()));
}
