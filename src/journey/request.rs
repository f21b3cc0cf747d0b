//! What the wizard asks of the product, and what it is told.

use std::collections::BTreeMap;

use crate::domain::accent::Accent;
use crate::domain::journey::{Finished, JourneyId, Next, Overview, Proof, Sent, Step};
use crate::domain::method::Method;
use crate::domain::question::{Answered, Asked, Question};
use crate::domain::secret::SecretText;

/// One thing to ask; the answer comes back as a [`Reply`] of the same visit.
pub enum Request {
    /// What the first screen shows.
    Greet,
    /// Start a journey for whom the person says they are.
    Begin {
        /// What they typed.
        user_id: String,
        /// The language of the screens.
        language: String,
    },
    /// Put a code on its way.
    Send {
        /// On which journey.
        journey: JourneyId,
        /// Of which method.
        method: Method,
    },
    /// Put a code on its way to a number, if it is the one that is held.
    SendTo {
        /// On which journey.
        journey: JourneyId,
        /// Of which method.
        method: Method,
        /// The number that was typed.
        number: SecretText,
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
}

/// The answer to a request.
pub enum Reply {
    /// To [`Request::Greet`].
    Greeting(Greeting),
    /// To [`Request::Begin`].
    Begun(Step<(JourneyId, Overview)>),
    /// To [`Request::Send`] and [`Request::SendTo`].
    Sent(Step<Sent>),
    /// To [`Request::Prove`]: what it came to, and after a passed gate what is next.
    Proved(Step<(Proof, Option<Next>)>),
    /// To [`Request::Ask`].
    Asked(Step<Asked>),
    /// To [`Request::Answer`]: what it came to, and after a passed gate what is next.
    Answered(Step<(Answered, Option<Next>)>),
    /// To [`Request::Finish`].
    Finished(Step<Finished>),
    /// To [`Request::Abandon`].
    Abandoned,
    /// The product could not answer; the log says why, under this reference.
    Fault(String),
}
