//! What is written to a person: which letter, to which of their addresses and numbers. The words are looked up
//! when it is sent, in the reader's language; the address is read then, too.

use super::account::Account;
use super::alert::Alert;
use super::journey::Chosen;
use super::method::Method;
use super::outgoing::Channel;
use super::secret::SecretText;
use super::time::Timestamp;
use super::way::Way;

/// One of an account's own addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// The primary mail address.
    Primary,
    /// The address outside the organisation.
    Alternate,
    /// The mobile number.
    Mobile,
    /// The second mobile number.
    OtherMobile,
    /// The mobile number, called.
    MobileCall,
    /// The second mobile number, called.
    OtherMobileCall,
    /// The office number, called.
    OfficeCall,
    /// The app that takes requests; its topic is registered, sealed.
    App,
    /// What the journey is registering: an address or a number, not yet the account's own.
    Pending,
    /// The same of a number, by text message.
    PendingMobile,
    /// The same of a number, called.
    PendingCall,
    /// The same of an app.
    PendingApp,
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
            Self::OtherMobile => "other_mobile",
            Self::MobileCall => "mobile_call",
            Self::OtherMobileCall => "other_mobile_call",
            Self::OfficeCall => "office_call",
            Self::App => "app",
            Self::Pending => "pending",
            Self::PendingMobile => "pending_mobile",
            Self::PendingCall => "pending_call",
            Self::PendingApp => "pending_app",
            Self::Former => "former",
            Self::FormerMobile => "former_mobile",
        }
    }

    /// Every one.
    pub const ALL: [Self; 14] = [
        Self::Primary,
        Self::Alternate,
        Self::Mobile,
        Self::OtherMobile,
        Self::MobileCall,
        Self::OtherMobileCall,
        Self::OfficeCall,
        Self::App,
        Self::Pending,
        Self::PendingMobile,
        Self::PendingCall,
        Self::PendingApp,
        Self::Former,
        Self::FormerMobile,
    ];

    /// What the account has now. A former address is in the letter itself; the topic of an app and
    /// what is being registered are rows of their own.
    pub fn of(self, account: &Account) -> Option<String> {
        let phone = |slot| account.destination(Method::MobilePhone, slot);
        let held = match self {
            Self::Primary => account.profile.email.as_deref(),
            Self::Alternate => account.alternate(),
            Self::Mobile | Self::MobileCall => phone(0),
            Self::OtherMobile | Self::OtherMobileCall => phone(1),
            Self::OfficeCall => account.destination(Method::OfficePhone, 0),
            Self::App
            | Self::Pending
            | Self::PendingMobile
            | Self::PendingCall
            | Self::PendingApp
            | Self::Former
            | Self::FormerMobile => None,
        };
        held.map(str::to_owned)
    }

    /// Where an offer's message goes; `None` where nothing is sent.
    pub const fn to(chosen: Chosen) -> Option<Self> {
        Some(match (chosen.way, chosen.method, chosen.slot) {
            (Way::Mail, ..) => Self::Alternate,
            (Way::Text, _, 0) => Self::Mobile,
            (Way::Text, ..) => Self::OtherMobile,
            (Way::Call, Method::OfficePhone, _) => Self::OfficeCall,
            (Way::Call, _, 0) => Self::MobileCall,
            (Way::Call, ..) => Self::OtherMobileCall,
            (Way::Request, ..) => Self::App,
            (Way::AppCode | Way::Answers, ..) => return None,
        })
    }

    /// The way letters travel there.
    pub const fn channel(self) -> Channel {
        match self {
            Self::Primary | Self::Alternate | Self::Former | Self::Pending => Channel::Mail,
            Self::Mobile | Self::OtherMobile | Self::FormerMobile | Self::PendingMobile => {
                Channel::Sms
            }
            Self::MobileCall | Self::OtherMobileCall | Self::OfficeCall | Self::PendingCall => {
                Channel::Voice
            }
            Self::App | Self::PendingApp => Channel::Push,
        }
    }

    /// The address of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|address| address.key() == key)
    }
}

/// What became of a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MethodChange {
    /// It was added.
    Added,
    /// Another value took its place.
    Changed,
    /// It was taken away.
    Deleted,
}

impl MethodChange {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Added, Self::Changed, Self::Deleted];

    /// The word in the store, and the end of its message id.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Deleted => "deleted",
        }
    }

    /// The one of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.key() == key)
    }
}

/// What happened to an account, as a notice tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// "Your password was reset."
    PasswordReset,
    /// "An administrator's password was reset", to the other administrators.
    AdministratorReset,
    /// "Your account was unlocked."
    Unlocked,
    /// "Somebody denied a request in your name", to the owner.
    Denied,
    /// The same to every administrator.
    AdministratorDenied,
    /// "Your password was changed", signed in.
    PasswordChanged,
}

impl Happening {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::PasswordReset,
        Self::AdministratorReset,
        Self::Unlocked,
        Self::Denied,
        Self::AdministratorDenied,
        Self::PasswordChanged,
    ];

    /// The word in the store and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PasswordReset => "password_reset",
            Self::AdministratorReset => "administrator_reset",
            Self::Unlocked => "unlocked",
            Self::Denied => "denied",
            Self::AdministratorDenied => "administrator_denied",
            Self::PasswordChanged => "password_changed",
        }
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
    /// Something happened to an account.
    Happened {
        /// What.
        what: Happening,
        /// Whose account.
        upn: String,
        /// When.
        when: Timestamp,
        /// At which terminal.
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
    /// A request on the app: the number to type at the terminal.
    Request {
        /// The number.
        number: SecretText,
        /// From which terminal it was asked for.
        terminal: String,
        /// Minutes it lives.
        minutes: i64,
    },
    /// A call that is answered with `#`.
    Call,
    /// "A method was added to your account", or changed, or taken away.
    MethodChanged {
        /// Whose.
        upn: String,
        /// Which method.
        method: Method,
        /// What became of it.
        change: MethodChange,
        /// When.
        when: Timestamp,
        /// From which terminal.
        terminal: String,
        /// The address or number that counts no more for it.
        former: Option<String>,
    },
    /// The code by which the help desk knows who is calling.
    CallerCode {
        /// The code.
        code: SecretText,
        /// Minutes it lives.
        minutes: i64,
    },
    /// "You were given a temporary access pass."
    PassGiven {
        /// Whose account.
        upn: String,
        /// When.
        when: Timestamp,
        /// Until when it is good.
        until: Timestamp,
    },
    /// "You will be asked to set up again how you prove who you are."
    RegisterAgain {
        /// Whose account.
        upn: String,
        /// When.
        when: Timestamp,
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
            Self::Happened { what, .. } => what.key(),
            Self::AddressChanged { .. } => "address_changed",
            Self::NumberChanged { .. } => "number_changed",
            Self::Request { .. } => "request",
            Self::Call => "call",
            Self::MethodChanged { .. } => "method_changed",
            Self::CallerCode { .. } => "caller_code",
            Self::PassGiven { .. } => "pass_given",
            Self::RegisterAgain { .. } => "register_again",
            Self::Alert { .. } => "alert",
        }
    }
}
