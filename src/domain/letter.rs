//! What is written to a person: which letter, to which of their addresses and numbers. The words are looked up
//! when it is sent, in the reader's language; the address is read then, too.

use super::account::Profile;
use super::alert::Alert;
use super::outgoing::Channel;
use super::secret::SecretText;
use super::time::Timestamp;

/// One of an account's own addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// The primary mail address.
    Primary,
    /// The address outside the organisation.
    Alternate,
    /// The mobile number.
    Mobile,
    /// An address that was the account's until the change the letter tells of; the letter holds it.
    Former,
    /// The same of a mobile number.
    FormerMobile,
}

impl Address {
    /// The word in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Alternate => "alternate",
            Self::Mobile => "mobile",
            Self::Former => "former",
            Self::FormerMobile => "former_mobile",
        }
    }

    /// What the account has now; a former address is in the letter itself.
    pub fn of(self, profile: &Profile) -> Option<String> {
        match self {
            Self::Primary => profile.email.clone(),
            Self::Alternate => profile.alternate_email.clone(),
            Self::Mobile => profile.mobile.clone(),
            Self::Former | Self::FormerMobile => None,
        }
    }

    /// The way letters travel there.
    pub const fn channel(self) -> Channel {
        match self {
            Self::Primary | Self::Alternate | Self::Former => Channel::Mail,
            Self::Mobile | Self::FormerMobile => Channel::Sms,
        }
    }

    /// The address of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        let all = [
            Self::Primary,
            Self::Alternate,
            Self::Mobile,
            Self::Former,
            Self::FormerMobile,
        ];
        all.into_iter().find(|address| address.key() == key)
    }
}

/// A letter with the values its template needs. No template takes a password.
pub enum Letter {
    /// The code of a gate, by mail or text message.
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
    /// "The mobile number for your verification codes was changed."
    NumberChanged {
        /// Whose.
        upn: String,
        /// When.
        when: Timestamp,
        /// The number until then.
        former: String,
    },
    /// "Your account was unlocked."
    Unlocked {
        /// Whose.
        upn: String,
        /// When.
        when: Timestamp,
        /// From which terminal.
        terminal: String,
        /// The reference of the journey.
        reference: String,
    },
    /// "Look at this", to administrators.
    Alert {
        /// What happened.
        what: Alert,
        /// At which terminal; empty for all of them.
        place: String,
        /// When.
        when: Timestamp,
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
            Self::NumberChanged { .. } => "number_changed",
            Self::Unlocked { .. } => "unlocked",
            Self::Alert { .. } => "alert",
        }
    }
}
