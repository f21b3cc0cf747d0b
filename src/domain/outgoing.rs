//! What leaves the host: one message, rendered, with its destination, ready for a channel.

use super::secret::SecretText;
use super::time::Timestamp;

/// The way a message travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Electronic mail.
    Mail,
    /// Text messages to phones.
    Sms,
    /// Telephone calls.
    Voice,
    /// Requests to an app.
    Push,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 4] = [Self::Mail, Self::Sms, Self::Voice, Self::Push];

    /// The word in the store, in JSON and in the spool.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
            Self::Voice => "voice",
            Self::Push => "push",
        }
    }

    /// The channel of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == key)
    }
}

/// One rendered message. The body may hold a one-time code, so it is a secret.
pub struct Outgoing {
    /// Stable over retries; a mail's Message-ID is made of it, so that a copy shows as one.
    pub id: String,
    /// The way it travels.
    pub channel: Channel,
    /// The destination, read from the store at the moment of sending.
    pub to: String,
    /// The subject line, cleaned of control characters; empty where the channel has none.
    pub subject: String,
    /// The plain text body, lines ended by `\n`.
    pub text: SecretText,
    /// The language tag of the text.
    pub language: String,
    /// When its cause was committed.
    pub created: Timestamp,
}

/// One request to a phone, rendered. It names topics without what this host's configuration puts
/// before them.
pub struct PushRequest {
    /// Stable over retries.
    pub id: String,
    /// The topic the phone listens to: a bare name that nobody guesses.
    pub topic: String,
    /// The topic the answer comes back by: the same, and of this request alone.
    pub reply: String,
    /// The headline, cleaned of control characters.
    pub title: String,
    /// What is asked, with the number to type.
    pub text: SecretText,
    /// What lets it pass.
    pub verify: PushAction,
    /// What ends it.
    pub deny: PushAction,
    /// The language tag of the words.
    pub language: String,
    /// When its cause was committed.
    pub created: Timestamp,
}

/// What a person may do about a request, and what the phone says then.
pub struct PushAction {
    /// The words on the button.
    pub label: String,
    /// The answer that comes back by the reply topic, hard to guess.
    pub body: SecretText,
}

/// What a person chose about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was me.
    Verify,
    /// It was not me.
    Deny,
}

impl Answer {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Verify, Self::Deny];

    /// The word in the spool, and what its body is made of.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Deny => "deny",
        }
    }
}

/// What became of one attempt to send.
#[derive(Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The next hop has taken responsibility for it.
    Accepted,
    /// It may work later: no connection, time-out, a 4xx reply, a refused login, a bad certificate.
    Later(String),
    /// It will never work: the destination was refused for good.
    Never(String),
}
