//! Names and short words that every case uses.

use std::time::Duration;

use keyhatch::domain::audit::{FIELDS, Record};
use keyhatch::domain::human::{Begun, Claim};
use keyhatch::domain::journey::{Refusal, Step};
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::unlock::Purpose;
use keyhatch::service::ServiceError;
use keyhatch::service::form::Form;
use keyhatch::service::reset::Origin;
use keyhatch::service::setup::Organisation;

pub const MIA: &str = "mias@contoso.example";
pub const ADMIN: &str = "ada@contoso.example";
pub const WORK: &str = "mia.steele@contoso.example";
pub const HOME: &str = "mia@home.example";
pub const OLD: &str = "correct horse battery";
pub const NEW: &str = "a purple bicycle rides";
pub const SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
pub const TERMINAL: &str = "lobby:tty1";
pub const DAY: u64 = 86_400;
/// The first moment of every case; a multiple of an authenticator's step.
pub const START: i64 = 1_800_000_000;

pub fn secret(text: &str) -> SecretText {
    SecretText::copied(text)
}

pub fn text(value: &str) -> Option<String> {
    Some(value.to_owned())
}

/// A field of a record by its name; empty where it has none.
pub fn field<'a>(record: &'a Record, name: &str) -> &'a str {
    let index = FIELDS.iter().position(|field| *field == name).unwrap();
    record.fields[index].as_deref().unwrap_or("")
}

pub fn origin(terminal: &str) -> Origin {
    Origin {
        terminal: terminal.to_owned(),
        lifetime: Duration::from_secs(15 * 60),
        remote: false,
    }
}

/// Somebody at a local terminal who names an account.
pub fn claim(user: &str) -> Claim {
    Claim {
        user_id: user.to_owned(),
        language: "en".to_owned(),
        purpose: Purpose::Reset,
        passing: None,
        drawn: true,
    }
}

/// The human check was passed or not asked for; anything else fails the case.
#[track_caller]
pub fn on<T>(begun: Begun<T>) -> T {
    match begun {
        Begun::On(value) => value,
        Begun::Check(trouble, _) => panic!("not passed: {trouble:?}"),
    }
}

/// What was asked went on; anything else fails the case.
#[track_caller]
pub fn go<T>(step: Step<T>) -> T {
    match step {
        Step::Go(value) => value,
        Step::Refused(refusal) => panic!("refused: {refusal:?}"),
        Step::Gone => panic!("gone"),
    }
}

#[track_caller]
pub fn refused<T>(step: Step<T>) -> Refusal {
    match step {
        Step::Refused(refusal) => refusal,
        Step::Go(_) => panic!("went on"),
        Step::Gone => panic!("gone"),
    }
}

#[track_caller]
pub fn gone<T>(step: Step<T>) {
    match step {
        Step::Gone => {}
        Step::Go(_) => panic!("went on"),
        Step::Refused(refusal) => panic!("refused: {refusal:?}"),
    }
}

/// The sentence of a refusal by a service.
#[track_caller]
pub fn sentence<T>(result: Result<T, ServiceError>) -> String {
    match result {
        Err(ServiceError::Refused(refusal)) => refusal.to_string(),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was done"),
    }
}

/// A code of six digits that is none of these.
pub fn wrong(codes: &[&str]) -> String {
    (0..)
        .map(|number| format!("{number:06}"))
        .find(|code| !codes.contains(&code.as_str()))
        .unwrap()
}

pub fn contoso() -> Organisation {
    Organisation {
        name: "Contoso".to_owned(),
        domains: String::new(),
        admin: ADMIN.to_owned(),
        form: Form {
            email: text("ada@contoso.example"),
            ..Form::default()
        },
        password: secret("first light on the hill"),
        authenticator: None,
    }
}
