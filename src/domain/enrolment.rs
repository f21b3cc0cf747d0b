//! Registering methods (product, section 4): what a person has, what is still needed, and what
//! adding, confirming and taking away come to.

use std::time::Duration;

use super::answer::{AnswersError, Trivial};
use super::journey::Overview;
use super::method::Method;
use super::question::Question;
use super::secret::SecretText;
use super::time::Timestamp;
use super::way::Way;

/// Authenticators an account may have.
pub const MOST_AUTHENTICATORS: usize = 5;
/// Telephone numbers of its own an account may have.
pub const MOST_PHONES: usize = 2;

/// How long a fresh proof is good for one change.
pub const FRESH: Duration = Duration::from_secs(5 * 60);
/// How long what is being registered waits to be confirmed.
pub const LIFETIME: Duration = Duration::from_secs(10 * 60);

/// What a code that registers a method is for. It differs from the method's own word, so that such
/// a code never passes a gate, nor a gate's code registers anything.
pub const fn enrol_key(method: Method) -> &'static str {
    match method {
        Method::AppNotification => "enrol_app_notification",
        Method::AppCode => "enrol_app_code",
        Method::Email => "enrol_email",
        Method::MobilePhone => "enrol_mobile_phone",
        Method::OfficePhone => "enrol_office_phone",
        Method::SecurityQuestions => "enrol_security_questions",
    }
}

/// The method that a code is for, at a gate or to be registered.
pub fn method_of(key: &str) -> Option<Method> {
    let registering = |method: &Method| enrol_key(*method) == key;
    Method::from_key(key).or_else(|| Method::ALL.into_iter().find(registering))
}

/// Who holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The person has registered it.
    Own,
    /// A directory or an administrator has provided it.
    Provided,
}

/// One method of an account, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The number of a registered one; what is provided has none.
    pub id: Option<i64>,
    /// Which method.
    pub method: Method,
    /// Where it leads, masked, where it leads somewhere.
    pub masked: Option<String>,
    /// How many answers, for security questions.
    pub answers: Option<usize>,
    /// Who holds it.
    pub holder: Holder,
    /// Whether policy lets it be used now.
    pub usable: bool,
    /// Whether it is the one that is offered first.
    pub preferred: bool,
    /// Since when it is registered.
    pub since: Option<Timestamp>,
}

/// What is still needed before the account can be reset by its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Methods that count, so far.
    pub have: usize,
    /// How many are required.
    pub required: usize,
    /// What can be registered for it, strongest first.
    pub addable: Vec<Method>,
    /// What is there, registered and provided.
    pub items: Vec<Item>,
    /// Whether a number can be confirmed by a call.
    pub calls: bool,
}

/// *My security info*.
#[derive(Clone, Debug)]
pub struct Info {
    /// What is there.
    pub items: Vec<Item>,
    /// What can be added, strongest first.
    pub addable: Vec<Method>,
    /// How a fresh proof can be given; no offers where there is nothing but the password.
    pub proofs: Overview,
    /// Whether a fresh proof has been given and not yet been used.
    pub fresh: bool,
    /// Whether a number can be confirmed by a call.
    pub calls: bool,
}

/// What a person wants to register.
pub enum NewMethod {
    /// A mail address, confirmed by a code.
    Email(SecretText),
    /// A telephone number, confirmed by text message or call.
    Mobile(SecretText, Way),
    /// The same in place of a registered one, by its number in the list.
    MobileInstead(SecretText, Way, i64),
    /// An authenticator app.
    AppCode,
    /// The app that takes requests.
    AppNotification,
    /// Answers to questions.
    Questions(Vec<(Question, SecretText)>),
    /// What a directory or an administrator has provided, confirmed as one's own.
    Provided(Method, Way),
}

/// How an app is subscribed.
pub struct Subscription {
    /// What the picture holds: a link that subscribes the app.
    pub link: SecretText,
    /// The server.
    pub server: String,
    /// The topic.
    pub topic: SecretText,
    /// What the server asks of the app, where it asks: user name and password, or a token.
    pub credential: Option<SecretText>,
}

/// What asking to register came to.
pub enum Enrolling {
    /// A code is on its way there, or a call: it is to be confirmed.
    Sent {
        /// By which way.
        way: Way,
        /// Where to, masked.
        masked: String,
        /// Until when.
        expires: Timestamp,
    },
    /// The key of an authenticator, as a link for its camera and as text in groups of four.
    AppCode {
        /// The `otpauth` URI.
        uri: SecretText,
        /// The key.
        key: SecretText,
    },
    /// How the app is subscribed; after it the test is asked for.
    App(Subscription),
    /// It is registered; nothing is to be confirmed.
    Done,
    /// It is not taken.
    Not(Refused),
}

/// Why a method is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A second factor or a new password comes first.
    NotYet,
    /// A fresh proof comes first.
    ProofNeeded,
    /// Policy does not allow the method, or the account may not use it.
    NotAllowed,
    /// There are as many as there may be.
    Enough,
    /// It has not the form of an address or a number.
    Malformed,
    /// The address belongs to the organisation itself.
    OwnDomain,
    /// It is registered already.
    Already,
    /// Nothing is sent there now, or never.
    NotNow,
    /// An answer or its question is not taken: which one, from 0, and the message id that says why.
    Answer(usize, &'static str),
    /// The last methods can't be taken away below what is required.
    StillNeeded,
    /// There is no such method any more.
    Gone,
}

/// What confirming came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is registered.
    Done,
    /// Not the code.
    Wrong {
        /// Tries left.
        left: i64,
    },
    /// It has not the form of a code, so it was not tried.
    Malformed {
        /// How many digits it should have.
        digits: usize,
    },
    /// There is no code that is still good.
    TooLate,
    /// There is nothing to confirm any more.
    Gone,
}

/// What the password came to, as the fresh proof of who has nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProof {
    /// It is right.
    Passed,
    /// It is not.
    Wrong,
    /// Too many were wrong; nothing was compared. Minutes until the next.
    Locked {
        /// Minutes, rounded up.
        minutes: u64,
    },
    /// There is another way to prove it, or something else comes first.
    NotOffered,
}

impl From<&AnswersError> for Refused {
    fn from(error: &AnswersError) -> Self {
        let at = |number: &usize| number.saturating_sub(1);
        match error {
            AnswersError::Count { given, .. } => Self::Answer(*given, "error-answers-count"),
            AnswersError::Unknown(number) => Self::Answer(at(number), "error-question-gone"),
            AnswersError::QuestionTwice(number) => Self::Answer(at(number), "error-question-twice"),
            AnswersError::AnswerTwice(number) => Self::Answer(at(number), "error-answer-twice"),
            AnswersError::Trivial { at: number, why } => {
                let message = match why {
                    Trivial::TooShort => "error-answer-short",
                    Trivial::TooLong => "error-answer-long",
                    Trivial::Guessable => "error-answer-guessable",
                    Trivial::FromQuestion => "error-answer-from-question",
                    Trivial::FromName => "error-answer-from-name",
                };
                Self::Answer(at(number), message)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_registers_is_never_one_of_a_gate() {
        for method in Method::ALL {
            let key = enrol_key(method);
            assert_eq!(Method::from_key(key), None, "{key}");
            assert_eq!(method_of(key), Some(method));
            assert_eq!(method_of(method.key()), Some(method));
            for other in Method::ALL {
                assert_eq!(enrol_key(other) == key, other == method);
            }
        }
        assert_eq!(method_of("enrol_"), None);
    }
}
