//! Registering an authenticator app, and the app that takes requests.

use super::*;
use crate::domain::enrolment::{Confirmed, Enrolling, Needs, NewMethod, Subscription};
use crate::domain::progress::Progress;
use crate::domain::secret::SecretText;
use crate::domain::session::{Due, SignedIn};
use crate::domain::way::Way;
use crate::journey::account::{Ask, Told};

const AT: Duration = Duration::from_secs(1);

fn journey() -> JourneyId {
    JourneyId::new([7; 16])
}

fn needs() -> Needs {
    Needs {
        have: 1,
        required: 2,
        addable: vec![Method::AppNotification, Method::AppCode],
        items: Vec::new(),
        calls: false,
    }
}

fn told(visit: &mut Visit, told: Told) -> Option<Ticket<Request>> {
    let of = Reply::Account(Step::Go(told));
    visit.reply(Ticket { visit: 0, of }, AT)
}

fn secret(text: &str) -> SecretText {
    SecretText::copied(text)
}

/// What is asked on the sign-in.
fn asked(request: Option<Ticket<Request>>) -> Option<Ask> {
    match request?.of {
        Request::Account(id, ask) if id == journey() => Some(ask),
        _ => panic!("something else is asked"),
    }
}

/// *More information required*, and this line of it chosen.
fn chosen(line: usize) -> (Visit, Option<Ask>) {
    let mut visit = visit();
    visit.input(Input::Choose(2), AT);
    visit.input(Input::Fill(0, "mia".into()), AT);
    visit.input(Input::Fill(1, "Correct horse 7".into()), AT);
    visit.input(Input::Act(Action::Next), AT);
    let signed = SignedIn::On(journey(), Due::Register(needs()));
    let of = Reply::SignedIn(signed);
    visit.reply(Ticket { visit: 0, of }, AT);
    let ask = asked(visit.input(Input::Choose(line), AT));
    (visit, ask)
}

/// What there is to scan.
fn scanned(visit: &Visit) -> Option<String> {
    visit.screen().qr.map(|scan| scan.text.to_owned())
}

#[test]
fn a_key_is_asked_for_once_and_stays_until_it_is_confirmed() {
    let (mut visit, ask) = chosen(1);
    assert!(matches!(ask, Some(Ask::Enrol(NewMethod::AppCode))));
    assert_eq!(scanned(&visit), None);
    let key = Enrolling::AppCode {
        uri: secret("otpauth://"),
        key: secret("ABCD"),
    };
    let due = || Due::Register(needs());
    assert!(told(&mut visit, Told::Enrolling(key, due())).is_none());
    assert_eq!(scanned(&visit).as_deref(), Some("otpauth://"));
    assert!(visit.input(Input::Act(Action::Next), AT).is_none());
    assert_eq!(visit.screen().id, ScreenId::ConfirmAppCode);
    assert_eq!(scanned(&visit), None);
    // Back to the key and on again; nothing is asked, and what was typed is gone.
    visit.input(Input::Fill(0, "123".into()), AT);
    assert!(visit.input(Input::Back, AT).is_none());
    assert_eq!(scanned(&visit).as_deref(), Some("otpauth://"));
    visit.input(Input::Act(Action::Next), AT);
    assert_eq!(visit.screen().fields[0].value, "");
    visit.input(Input::Fill(0, "123456".into()), AT);
    let ask = asked(visit.input(Input::Act(Action::Next), AT));
    let Some(Ask::ConfirmEnrolment(Method::AppCode, typed)) = ask else {
        panic!("the code is not handed over");
    };
    assert_eq!(typed.expose(), "123456");
    let wrong = Confirmed::Wrong { left: 4 };
    told(&mut visit, Told::Confirmed(wrong, due()));
    assert!(visit.screen().notices[0].error);
    assert_eq!(visit.screen().fields[0].value, "");
    visit.input(Input::Fill(0, "123456".into()), AT);
    visit.input(Input::Act(Action::Next), AT);
    told(&mut visit, Told::Confirmed(Confirmed::Done, due()));
    assert_eq!(visit.screen().id, ScreenId::MoreInformation);
    // Another time there is another key.
    let ask = asked(visit.input(Input::Choose(1), AT));
    assert!(matches!(ask, Some(Ask::Enrol(NewMethod::AppCode))));
    assert_eq!(scanned(&visit), None);
}

fn sent() -> Told {
    Told::Sent(Enrolling::Sent {
        way: Way::Request,
        masked: String::new(),
        expires: Timestamp::from_seconds(600),
    })
}

/// The test is watched over as long as its number is asked for.
fn watches(visit: &mut Visit, at: Duration) -> bool {
    let (_, request) = visit.tick(at);
    request.is_some_and(|ticket| {
        matches!(ticket.of, Request::Watch { journey: id, key }
            if id == journey() && key == "enrol_app_notification")
    })
}

#[test]
fn a_test_is_sent_when_the_app_is_subscribed_and_watched_over_until_it_is_left() {
    let (mut visit, ask) = chosen(0);
    assert!(matches!(ask, Some(Ask::Enrol(NewMethod::AppNotification))));
    let subscription = Subscription {
        link: secret("ntfy://host/topic"),
        server: "https://host".into(),
        topic: secret("topic"),
        credential: Some(secret("phone / secret")),
    };
    let app = Enrolling::App(subscription);
    told(&mut visit, Told::Enrolling(app, Due::Register(needs())));
    assert_eq!(scanned(&visit).as_deref(), Some("ntfy://host/topic"));
    assert_eq!(visit.screen().qr.unwrap().typed.len(), 3);
    assert!(!watches(&mut visit, 2 * AT));
    let ask = asked(visit.input(Input::Act(Action::Next), 2 * AT));
    assert!(matches!(ask, Some(Ask::Send)));
    told(&mut visit, sent());
    assert_eq!(visit.screen().id, ScreenId::TestApp);
    assert!(watches(&mut visit, 4 * AT));
    let news = |visit: &mut Visit, progress| {
        let of = Reply::Watched(journey(), "enrol_app_notification", Some(progress));
        visit.reply(Ticket { visit: 0, of }, 4 * AT);
    };
    // Trouble is told as long as it lasts.
    news(&mut visit, Progress::Trouble);
    assert_eq!(visit.screen().notices[0].text.id, "notice-not-sent-yet");
    news(&mut visit, Progress::Sent);
    assert!(visit.screen().notices.is_empty());
    news(&mut visit, Progress::Verified);
    assert_eq!(visit.screen().text[0].id, "app-verified");
    // Another test begins anew.
    visit.input(Input::Act(Action::TestAgain), 5 * AT);
    told(&mut visit, sent());
    assert_eq!(visit.screen().text[0].id, "app-test");
    assert!(watches(&mut visit, 8 * AT));
    visit.input(Input::Back, 9 * AT);
    assert_eq!(scanned(&visit).as_deref(), Some("ntfy://host/topic"));
    assert!(!watches(&mut visit, 12 * AT));
    assert!(asked(visit.input(Input::Act(Action::Next), 12 * AT)).is_some());
    told(&mut visit, sent());
    assert!(watches(&mut visit, 14 * AT));
    news(&mut visit, Progress::Denied);
    assert_eq!(visit.screen().id, ScreenId::Ended);
}
