//! Authentication methods and their properties: the one list of them.

/// A way to prove who one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// A request on the phone's app, with a number to type at the kiosk.
    AppNotification,
    /// A time-based code of an authenticator app (RFC 6238).
    AppCode,
    /// A code by mail to an address outside the organisation.
    Email,
    /// A code by SMS, or a call.
    MobilePhone,
    /// A call to the office.
    OfficePhone,
    /// Answers to questions.
    SecurityQuestions,
}

impl Method {
    /// Every method, strongest first.
    pub const ALL: [Self; 6] = [
        Self::AppNotification,
        Self::AppCode,
        Self::Email,
        Self::MobilePhone,
        Self::OfficePhone,
        Self::SecurityQuestions,
    ];

    /// The words of all of them, in order.
    pub const KEYS: [&'static str; 6] = [
        "app_notification",
        "app_code",
        "email",
        "mobile_phone",
        "office_phone",
        "security_questions",
    ];

    /// The word in policy, JSON and the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AppNotification => "app_notification",
            Self::AppCode => "app_code",
            Self::Email => "email",
            Self::MobilePhone => "mobile_phone",
            Self::OfficePhone => "office_phone",
            Self::SecurityQuestions => "security_questions",
        }
    }

    /// The method of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.key() == key)
    }

    /// The message id of its name; `.choice` is how the wizard offers it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::AppNotification => "method-app-notification",
            Self::AppCode => "method-app-code",
            Self::Email => "method-email",
            Self::MobilePhone => "method-mobile-phone",
            Self::OfficePhone => "method-office-phone",
            Self::SecurityQuestions => "method-security-questions",
        }
    }

    /// Whether an administrator may prove with it (product, section 4).
    pub const fn for_administrators(self) -> bool {
        !matches!(self, Self::SecurityQuestions)
    }

    /// Whether it serves as a second factor at sign-in, once it is registered: something one has.
    pub const fn is_second_factor(self) -> bool {
        matches!(
            self,
            Self::AppNotification | Self::AppCode | Self::MobilePhone
        )
    }

    /// Whether a person registers it; the others are provided.
    pub const fn is_registered_by_owner(self) -> bool {
        !matches!(self, Self::OfficePhone)
    }

    /// Whether it may be the only gate passed (`questions.alone` is asked separately).
    pub const fn may_stand_alone(self) -> bool {
        !matches!(self, Self::AppNotification | Self::SecurityQuestions)
    }

    /// Whether the person types the whole number before anything is sent to it (product, section 4).
    pub const fn asks_number(self) -> bool {
        matches!(self, Self::MobilePhone | Self::OfficePhone)
    }
}
