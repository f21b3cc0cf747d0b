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
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use keyhatch::config::{Ari, Driver, SecretSource};
use keyhatch::delivery::Caller;
use keyhatch::domain::call::{Call, CallEnd, CallEvent};
use keyhatch::domain::outgoing::Delivery;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::asterisk::{Asterisk, Does, PASSWORD, Phone, USER};
use support::journey::{begin, pass_app, pass_mail};
use support::kiosk::{EN, Kiosk};
use support::mailbox::Mailbox;
use support::program::{ADMIN, Home, OLD_PASSWORD, Person};
use support::pty::Pty;
use support::wait_for;

const NEW_PASSWORD: &str = "nine purple elephants dancing";
const NUMBER: &str = "+14255550100";

fn caller(exchange: &Asterisk, endpoint: String, home: &Home, password: &str) -> Caller {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let secret = home.path(&format!("ari-{number}.secret"));
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
    let spoken = ours.call(
        &call("0123456789abcdef0123456789abcdef", NUMBER, "ja"),
        &never,
        &mut |_| {},
    );
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

/// A person at a kiosk whose office phone does this, up to the words that come of it.
fn at_a_kiosk(exchange: &Asterisk, does: Does, words: &str) -> (Home, Pty, Person) {
    let home = Home::sqlite();
    let methods = "methods.enabled=email,app_code,office_phone";
    home.run(&["policy", "set", methods]).ok();
    let person = home.add_person("mias");
    let office = match does {
        Does::Extension(digits) => format!("{NUMBER}x{digits}"),
        _ => NUMBER.to_owned(),
    };
    home.run(&["user", "edit", &person.upn, "--office", &office])
        .ok();
    let phone = Phone::waits(does);
    let endpoint = exchange.endpoint(&phone);
    home.call_through(&exchange.url(), &endpoint, &exchange.prompts(), PASSWORD);
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pass_mail(&mut pty, &EN, &person, &home.spool(), EN.step_2);
    pty.choose("Call my office phone", "without an extension");
    pty.answer("(425) 555-0100", EN.step_2);
    // It says what it comes to, and the prompt takes its time.
    let seen =
        (0..4).any(|_| wait_for(words, || pty.words().contains(words).then_some(())).is_ok());
    assert!(seen, "{}\n{}", pty.screen(), phone.messages());
    (home, pty, person)
}

#[test]
#[ignore = "needs a newer Debian suite (500 MB); tests/run --all runs it"]
fn a_reset_by_mail_and_office_phone() {
    let Some(exchange) = Asterisk::start() else {
        return;
    };
    exchange.take_prompts(&Home::sqlite());
    let exchange = &exchange;
    std::thread::scope(|scope| {
        for does in [Does::Presses("pound"), Does::Extension("123")] {
            scope.spawn(move || {
                let (home, mut pty, person) = at_a_kiosk(exchange, does, EN.new_password);
                pty.set_password(NEW_PASSWORD, EN.done);
                assert!(home.accepts(&person.upn, NEW_PASSWORD));
                let reset = home.records("password_reset");
                assert_eq!(reset[0]["method"], "email+office_phone");
                home.verify();
            });
        }
        scope.spawn(move || {
            let (home, _pty, person) =
                at_a_kiosk(exchange, Does::Presses("star"), "did not ask for it");
            let mail = home.spool();
            for address in [&*person.address, &*person.upn, ADMIN] {
                assert!(mail.notices(address, 1)[0].contains("denied"));
            }
            assert!(home.accepts(&person.upn, OLD_PASSWORD));
        });
        for (does, words) in [
            (Does::Busy, "The line is busy."),
            (Does::Silent, "Perhaps it was a voicemail."),
            (Does::HangsUp, "was declined, or ended before"),
            (Does::NeverAnswers, "Nobody answered the call."),
        ] {
            scope.spawn(move || {
                let (home, mut pty, person) = at_a_kiosk(exchange, does, words);
                pty.choose("Choose another method", "How do you want");
                pass_app(&mut pty, &EN, &person, EN.new_password);
                assert!(home.accepts(&person.upn, OLD_PASSWORD));
            });
        }
    });
    wait_for("the end of all calls", || {
        (exchange.channels() == "0 active channels").then_some(())
    })
    .unwrap();
}

/// Whoever leaves while it rings is called no longer.
#[test]
#[ignore = "needs a newer Debian suite (500 MB); tests/run --all runs it"]
fn who_cancels_is_not_called_any_more() {
    let Some(exchange) = Asterisk::start() else {
        return;
    };
    exchange.take_prompts(&Home::sqlite());
    let (_home, mut pty, _) = at_a_kiosk(&exchange, Does::NeverAnswers, "is ringing");
    assert_eq!(exchange.channels(), "1 active channel");
    Kiosk::cancel(&mut pty, EN.welcome);
    wait_for("the end of the call", || {
        (exchange.channels() == "0 active channels").then_some(())
    })
    .unwrap();
}
