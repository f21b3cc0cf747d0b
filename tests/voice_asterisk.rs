//! Calls through a real exchange, to telephones that do what people do.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::{AtomicBool, Ordering};

use keyhatch::config::{Ari, Driver, SecretSource};
use keyhatch::delivery::Caller;
use keyhatch::domain::call::{Call, CallEnd, CallEvent};
use keyhatch::domain::outgoing::Delivery;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::asterisk::{Asterisk, Does, PASSWORD, Phone, USER};
use support::program::Home;
use support::wait_for;

const NUMBER: &str = "+14255550100";

fn caller(exchange: &Asterisk, endpoint: String, home: &Home, password: &str) -> Caller {
    let secret = home.path(&format!("ari-{}.secret", endpoint.len() + password.len()));
    std::fs::write(&secret, password).unwrap();
    std::fs::set_permissions(&secret, std::fs::Permissions::from_mode(0o600)).unwrap();
    let ari = Ari {
        url: exchange.url(),
        username: USER.to_owned(),
        password: SecretSource::File(secret),
        endpoint,
        prompts: exchange.prompts(),
        ca_file: None,
    };
    Caller::open(&Driver::Gateway(ari), "0123456789abcdef").unwrap()
}

fn call(id: &str, to: &str, language: &str) -> Call {
    Call {
        id: id.to_owned(),
        to: to.to_owned(),
        language: language.to_owned(),
        fallback: "de".to_owned(),
        text: SecretText::copied("unused"),
        created: Timestamp::from_seconds(86_400),
    }
}

#[test]
#[ignore = "needs a newer Debian suite (500 MB); tests/run --all runs it"]
fn every_end_is_told_apart() {
    use CallEvent::{Answered, Ringing};
    let Some(exchange) = Asterisk::start() else {
        return;
    };
    let home = Home::sqlite();
    exchange.take_prompts(&home);
    let cases = [
        (
            "hash",
            Does::Presses("pound"),
            NUMBER,
            CallEnd::Approved,
            &[Ringing, Answered][..],
        ),
        (
            "star",
            Does::Presses("star"),
            NUMBER,
            CallEnd::Fraud,
            &[Ringing, Answered],
        ),
        (
            "five",
            Does::Presses("5"),
            NUMBER,
            CallEnd::NoKey,
            &[Ringing, Answered],
        ),
        ("busy", Does::Busy, NUMBER, CallEnd::Busy, &[]),
        (
            "declines",
            Does::Declines,
            NUMBER,
            CallEnd::HungUp,
            &[Ringing],
        ),
        (
            "silent",
            Does::Silent,
            NUMBER,
            CallEnd::NoKey,
            &[Ringing, Answered],
        ),
        (
            "rings",
            Does::NeverAnswers,
            NUMBER,
            CallEnd::NoAnswer,
            &[Ringing],
        ),
        (
            "hangs-up",
            Does::HangsUp,
            NUMBER,
            CallEnd::HungUp,
            &[Ringing, Answered],
        ),
        (
            "extension",
            Does::Extension("123"),
            "+14255550100x123",
            CallEnd::Approved,
            &[Ringing, Answered],
        ),
    ];
    let exchange = &exchange;
    std::thread::scope(|scope| {
        for (name, does, to, end, events) in cases {
            let home = &home;
            scope.spawn(move || {
                let phone = Phone::waits(does);
                let caller = caller(exchange, exchange.endpoint(&phone), home, PASSWORD);
                let mut heard = Vec::new();
                let never = AtomicBool::new(false);
                let ended = caller.call(&call(name, to, "en"), &never, &mut |event| {
                    heard.push(event)
                });
                let told = format!("{name}:\n{}\n{}", phone.messages(), exchange.log());
                assert_eq!((ended, heard.as_slice()), (end, events), "{told}");
                let number = format!("INVITE sip:{NUMBER}@127.0.0.1");
                assert!(phone.messages().contains(&number), "{told}");
            });
        }
    });
    assert_eq!(exchange.channels(), "0 active channels");
    assert!(
        !exchange.log().contains("does not exist in any format"),
        "{}",
        exchange.log()
    );
}

#[test]
#[ignore = "needs a newer Debian suite (500 MB); tests/run --all runs it"]
fn what_is_missing_is_said_and_nothing_stays_behind() {
    let Some(exchange) = Asterisk::start() else {
        return;
    };
    let home = Home::sqlite();
    let never = AtomicBool::new(false);
    let failed =
        |caller: &Caller, id: &str| match caller.call(&call(id, NUMBER, "en"), &never, &mut |_| {})
        {
            CallEnd::Failed(Delivery::Later(cause) | Delivery::Never(cause)) => {
                assert!(
                    !cause.contains("5550100") && !cause.contains(PASSWORD),
                    "{cause}"
                );
                cause
            }
            other => panic!("{other:?}"),
        };
    let phone = Phone::waits(Does::Silent);
    let stranger = caller(
        &exchange,
        exchange.endpoint(&phone),
        &home,
        "not the password",
    );
    assert!(failed(&stranger, "stranger").contains("credentials"));
    let nowhere = caller(
        &exchange,
        "PJSIP/nobody/sip:{number}@127.0.0.1".to_owned(),
        &home,
        PASSWORD,
    );
    assert!(failed(&nowhere, "nowhere").contains("endpoint in [voice]"));

    // Without a prompt there is nothing to say.
    let ours = caller(&exchange, exchange.endpoint(&phone), &home, PASSWORD);
    assert!(failed(&ours, "mute").contains("keyhatch prompts"));

    // Where only the fallback's is there, that is played.
    let folder = exchange.folder.join("prompts").display().to_string();
    home.run(&["prompts", &folder, "--lang", "de"]).ok();
    let phone = Phone::waits(Does::Presses("pound"));
    let ours = caller(&exchange, exchange.endpoint(&phone), &home, PASSWORD);
    let spoken = ours.call(&call("german", NUMBER, "ja"), &never, &mut |_| {});
    assert_eq!(spoken, CallEnd::Approved, "{}", exchange.log());
    assert!(exchange.log().contains("prompts/de"), "{}", exchange.log());

    // A process that is told to stop hangs up.
    let phone = Phone::waits(Does::Silent);
    let ours = caller(&exchange, exchange.endpoint(&phone), &home, PASSWORD);
    let stop = AtomicBool::new(false);
    let stopped = ours.call(&call("stopped", NUMBER, "de"), &stop, &mut |event| {
        if event == CallEvent::Answered {
            stop.store(true, Ordering::Relaxed);
        }
    });
    assert!(
        matches!(stopped, CallEnd::Failed(Delivery::Later(_))),
        "{stopped:?}"
    );
    wait_for("the end of the call", || {
        phone.messages().contains("BYE").then_some(())
    })
    .unwrap();
    assert_eq!(exchange.channels(), "0 active channels");
}
