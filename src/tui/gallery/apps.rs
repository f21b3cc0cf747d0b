//! Registering an authenticator app, and the app that takes requests.

use super::Player;
use super::account::{named, needs, sent};
use crate::domain::enrolment::{Confirmed, Enrolling, Refused, Subscription};
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::domain::secret::SecretText;
use crate::domain::session::Due;
use crate::domain::way::Way;
use crate::journey::account::Told;
use crate::journey::input::Input;
use crate::journey::screen::Action;

/// As long as an authenticator's URI may be.
const URI: &str = "otpauth://totp/Contoso:mias@contoso.ex?secret=MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U";
const KEY: &str = "MFRG GZDF MZTW Q2LK NNWG 23TP OBYX E43U";

/// The link of a server with a long name.
const LINK: &str = "ntfy://ntfy.contoso.example/sspr-00112233445566778899aabbccddeeff";

fn secret(text: &str) -> SecretText {
    SecretText::new(text.to_owned())
}

/// The key of an authenticator is shown.
fn key() -> Player {
    let key = Enrolling::AppCode {
        uri: secret(URI),
        key: secret(KEY),
    };
    Player::registers(Method::AppCode).enrolling(key)
}

/// How the app is subscribed is shown.
fn subscription(credential: Option<&str>) -> Player {
    let subscription = Subscription {
        link: secret(LINK),
        server: "https://ntfy.contoso.example".to_owned(),
        topic: secret("sspr-00112233445566778899aabbccddeeff"),
        credential: credential.map(secret),
    };
    Player::registers(Method::AppNotification).enrolling(Enrolling::App(subscription))
}

fn tested() -> Player {
    let sent = Told::Sent(sent(Method::AppNotification, Way::Request));
    subscription(None).submits().hears_of(sent)
}

/// What a typed code or number comes to.
fn confirming(name: &str, player: fn() -> Player) -> Vec<(String, Player)> {
    let wrong = |left| Confirmed::Wrong { left };
    let all = [
        ("1 left", wrong(1)),
        ("4 left", wrong(4)),
        ("malformed", Confirmed::Malformed { digits: 6 }),
        ("too late", Confirmed::TooLate),
        ("over", Confirmed::Gone),
    ];
    let mut states = vec![
        named(name, player()),
        named(&format!("{name}, empty"), player().submits()),
    ];
    states.extend(all.into_iter().map(|(came_to, confirmed)| {
        let due = Due::Register(needs(1));
        let player = player().confirmed(confirmed, due);
        (format!("{name}, {came_to}"), player)
    }));
    states
}

/// Every state of these.
pub fn states() -> Vec<(String, Player)> {
    let refused = |method| {
        let not_now = Enrolling::Not(Refused::NotNow);
        Player::registers(method).enrolling(not_now)
    };
    let again = || tested().does(Input::Act(Action::TestAgain));
    let test = |enrolling| again().hears_of(Told::Sent(enrolling));
    let mut all = vec![
        named("authenticator, working", Player::registers(Method::AppCode)),
        named("authenticator", key()),
        named("authenticator, refused", refused(Method::AppCode)),
        named("app, working", Player::registers(Method::AppNotification)),
        named("app", subscription(None)),
        named(
            "app, signed in",
            subscription(Some("kiosk-phones  7c1f-9a2e-44d0")),
        ),
        named("app, refused", refused(Method::AppNotification)),
        named("test, hidden", tested().waits(91)),
        named(
            "test, again",
            test(sent(Method::AppNotification, Way::Request)),
        ),
        named("test, not again", test(Enrolling::Not(Refused::NotNow))),
    ];
    for progress in [Progress::Verified, Progress::Trouble, Progress::Failed] {
        let heard = tested().hears_enrolling("enrol_app_notification", progress);
        all.push((format!("test, {progress:?}"), heard));
    }
    all.extend(confirming("authenticator, scanned", || key().submits()));
    all.extend(confirming("test", tested));
    all
}
