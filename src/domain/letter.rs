//! What is written to a person: which letter, to which of their addresses. The words are looked up
//! when it is sent, in the reader's language; the address is read then, too.

use super::secret::SecretText;
use super::time::Timestamp;

/// One of an account's own addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// The primary mail address.
    Primary,
    /// The address outside the organisation.
    Alternate,
    /// An address that was the account's until the change the letter tells of; the letter holds it.
    Former,
}

impl Address {
    /// The word in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Alternate => "alternate",
            Self::Former => "former",
        }
    }

    /// The address of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Primary, Self::Alternate, Self::Former]
            .into_iter()
            .find(|address| address.key() == key)
    }
}

/// A letter with the values its template needs. No template takes a password.
pub enum Letter {
    /// The code of a gate.
    Code {
        /// The code.
        code: SecretText,
        /// Minutes it lives.
        minutes: i64,
        /// From which terminal it was asked for.
        terminal: String,
    },
    /// "Your password was reset."
    PasswordReset {
        /// Whose.
        upn: String,
        /// When.
        when: Timestamp,
        /// From which terminal.
        terminal: String,
        /// The reference of the journey.
        reference: String,
    },
    /// "An administrator's password was reset", to the other administrators.
    AdministratorReset {
        /// Whose.
        upn: String,
        /// When.
        when: Timestamp,
        /// From which terminal.
        terminal: String,
        /// The reference of the journey.
        reference: String,
    },
    /// "The address for your verification codes was changed."
    AddressChanged {
        /// Whose.
        upn: String,
        /// When.
        when: Timestamp,
        /// The address until then.
        former: String,
    },
}

impl Letter {
    /// The word in the store and in JSON, and the stem of its message ids.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Code { .. } => "code",
            Self::PasswordReset { .. } => "password_reset",
            Self::AdministratorReset { .. } => "administrator_reset",
            Self::AddressChanged { .. } => "address_changed",
        }
    }
}
