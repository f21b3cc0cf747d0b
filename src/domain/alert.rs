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
}

impl Alert {
    /// Every kind.
    pub const ALL: [Self; 3] = [
        Self::TerminalNames,
        Self::TerminalFailures,
        Self::StoreFailures,
    ];

    /// The word in the store and, as the reason, in audit.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TerminalNames => "terminal_names",
            Self::TerminalFailures => "terminal_failures",
            Self::StoreFailures => "store_failures",
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
        }
    }
}
