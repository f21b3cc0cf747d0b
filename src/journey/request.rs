//! What the wizard asks of the product, and what it is told.

use std::collections::BTreeMap;

use super::account::{Ask, Told};
use crate::domain::accent::Accent;
use crate::domain::human::{Asked, Begun, Claim, Waiting};
use crate::domain::journey::{Chosen, Finished, JourneyId, Next, Overview, Proof, Sent, Step};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::question::{self, Answered, Question};
use crate::domain::secret::SecretText;
use crate::domain::session::{Entry, SignedIn};
use crate::domain::unlock::{Purpose, Unlocked};

/// One thing to ask; the answer comes back as a [`Reply`] of the same visit.
pub enum Request {
    /// What the first screen shows.
    Greet,
    /// What is to be shown before an account can be named.
    Check {
        /// What the person came for.
        purpose: Purpose,
        /// Whether a code can be drawn for them.
        drawn: bool,
    },
    /// Wait, instead of typing a drawn code.
    Wait,
    /// Start a journey for whom the person says they are.
    Begin(Claim),
    /// Put a code, a request or a call on its way.
    Send {
        /// On which journey.
        journey: JourneyId,
        /// Of which method, and how.
        chosen: Chosen,
    },
    /// The same to a number, if it is the one that is held.
    SendTo {
        /// On which journey.
        journey: JourneyId,
        /// Of which method, and how.
        chosen: Chosen,
        /// The number that was typed.
        number: SecretText,
    },
    /// How far what was sent has come; asked while nothing else is, and hinders nobody.
    Watch {
        /// On which journey.
        journey: JourneyId,
        /// Of which method, or of registering which: its word in the store.
        key: &'static str,
    },
    /// Pass a gate by a call that was answered with `#`.
    Claim {
        /// On which journey.
        journey: JourneyId,
        /// By which method.
        method: Method,
    },
    /// Try a gate.
    Prove {
        /// On which journey.
        journey: JourneyId,
        /// By which method.
        method: Method,
        /// What was typed.
        typed: SecretText,
    },
    /// Use a temporary access pass in place of a method.
    UsePass {
        /// On which journey.
        journey: JourneyId,
        /// What was typed.
        typed: SecretText,
    },
    /// Which security questions are asked.
    Ask {
        /// On which journey.
        journey: JourneyId,
    },
    /// Try the gate of the security questions.
    Answer {
        /// On which journey.
        journey: JourneyId,
        /// Each question with what was typed.
        answers: Vec<(Question, SecretText)>,
    },
    /// Set the new password.
    Finish {
        /// On which journey.
        journey: JourneyId,
        /// The new password.
        password: SecretText,
    },
    /// Unlock the account and keep the password.
    Unlock {
        /// On which journey.
        journey: JourneyId,
    },
    /// What comes next on a journey whose policy is another by now.
    Next {
        /// On which journey.
        journey: JourneyId,
        /// What the person is told with it.
        why: Option<Msg>,
    },
    /// Sign somebody in.
    SignIn {
        /// The user ID.
        user: String,
        /// The password.
        password: SecretText,
        /// The language of the screens.
        language: String,
    },
    /// Something of who is signed in.
    Account(JourneyId, Ask),
    /// Whether the console opens for who is signed in.
    Enter(JourneyId),
    /// Give the journey up; nothing is answered.
    Abandon {
        /// Which journey.
        journey: JourneyId,
        /// Why, as audit says it.
        reason: &'static str,
    },
}

/// A request with the number of the visit that asks; its reply carries the same number, and is
/// dropped when the visit has ended since.
pub struct Ticket<T> {
    /// The visit.
    pub visit: u64,
    /// The request or its reply.
    pub of: T,
}

/// What the first screen shows.
#[derive(Clone, Debug, Default)]
pub struct Greeting {
    /// The organisation's name.
    pub organisation: String,
    /// Its logo as text art.
    pub logo: String,
    /// Its accent colour.
    pub accent: Option<Accent>,
    /// Its own text on the first screen, by language.
    pub text: BTreeMap<String, String>,
    /// The languages offered.
    pub languages: Vec<String>,
    /// The language where the one wished for is not offered.
    pub default_language: String,
    /// Whether the human check is asked for here.
    pub check: bool,
}

/// The answer to a request.
pub enum Reply {
    /// To [`Request::Greet`].
    Greeting(Greeting),
    /// To [`Request::Check`].
    Asked(Purpose, Asked),
    /// To [`Request::Wait`].
    Waiting(Waiting),
    /// To [`Request::Begin`].
    Begun(Begun<Step<(JourneyId, Overview)>>),
    /// To [`Request::Send`] and [`Request::SendTo`].
    Sent(Step<Sent>),
    /// To [`Request::Watch`]: of which journey and method, and how far it has come, if it is known.
    Watched(JourneyId, &'static str, Option<Progress>),
    /// To [`Request::Prove`], [`Request::UsePass`] and [`Request::Claim`]: what it came to, and after a passed gate what is next.
    Proved(Step<(Proof, Option<Next>)>),
    /// To [`Request::Ask`].
    Questions(Step<question::Asked>),
    /// To [`Request::Answer`]: what it came to, and after a passed gate what is next.
    Answered(Step<(Answered, Option<Next>)>),
    /// To [`Request::Finish`].
    Finished(Step<Finished>),
    /// To [`Request::Unlock`].
    Unlocked(Step<Unlocked>),
    /// To [`Request::Next`], with what the person is told.
    Next(Option<Msg>, Step<Next>),
    /// To [`Request::SignIn`].
    SignedIn(SignedIn),
    /// To [`Request::Account`].
    Account(Step<Told>),
    /// To [`Request::Enter`].
    Entered(Step<Entry>),
    /// To [`Request::Abandon`].
    Abandoned,
    /// To [`Request::Greet`]: the product can't be reached; the log says why, under this reference.
    Unreachable(String),
    /// The product could not answer; the log says why, under this reference.
    Fault(String),
}
