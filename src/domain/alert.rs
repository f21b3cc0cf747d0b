//! What administrators are told of at once: something that looks like an attack. One kind and place
//! is told once an hour at most.

use std::time::Duration;

/// How long the same is not told again.
pub const QUIET: Duration = Duration::from_secs(3600);

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// One terminal named more accounts than people can.
    TerminalNames,
    /// One terminal failed more proofs than people do.
    TerminalFailures,
    /// All terminals together did.
    StoreFailures,
    /// The organisation's text messages of a day are used up.
    SmsBudget,
    /// The organisation's calls of a day are used up.
    CallBudget,
}

impl Alert {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::TerminalNames,
        Self::TerminalFailures,
        Self::StoreFailures,
        Self::SmsBudget,
        Self::CallBudget,
    ];

    /// The word in the store and, as the reason, in audit.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TerminalNames => "terminal_names",
            Self::TerminalFailures => "terminal_failures",
            Self::StoreFailures => "store_failures",
            Self::SmsBudget => "sms_budget",
            Self::CallBudget => "call_budget",
        }
    }

    /// The kind of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|alert| alert.key() == key)
    }

    /// The message id of what a letter says of it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::TerminalNames => "letter-alert-terminal-names",
            Self::TerminalFailures => "letter-alert-terminal-failures",
            Self::StoreFailures => "letter-alert-store-failures",
            Self::SmsBudget => "letter-alert-sms-budget",
            Self::CallBudget => "letter-alert-call-budget",
        }
    }
}
