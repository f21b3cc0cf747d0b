//! The ways a gate is passed: what is sent, where to, and what comes back. A method has one or more.

use std::time::Duration;

use super::method::Method;
use super::outgoing::Channel;
use super::throttle::Counted;

/// How a method is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// A request on the app carries a number, which is typed here.
    Request,
    /// The code of an authenticator app is typed; nothing is sent.
    AppCode,
    /// A code by mail.
    Mail,
    /// A code by text message.
    Text,
    /// A call, answered with `#`.
    Call,
    /// Answers to questions.
    Answers,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 6] = [
        Self::Request,
        Self::AppCode,
        Self::Mail,
        Self::Text,
        Self::Call,
        Self::Answers,
    ];

    /// The word in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::AppCode => "app_code",
            Self::Mail => "mail",
            Self::Text => "text",
            Self::Call => "call",
            Self::Answers => "answers",
        }
    }

    /// The way of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.key() == key)
    }

    /// What carries it there, where something is sent.
    pub const fn channel(self) -> Option<Channel> {
        match self {
            Self::Request => Some(Channel::Push),
            Self::Mail => Some(Channel::Mail),
            Self::Text => Some(Channel::Sms),
            Self::Call => Some(Channel::Voice),
            Self::AppCode | Self::Answers => None,
        }
    }

    /// Whether something is sent first.
    pub const fn sends(self) -> bool {
        self.channel().is_some()
    }

    /// Whether digits are typed at the terminal to pass it.
    pub const fn takes_code(self) -> bool {
        matches!(
            self,
            Self::Request | Self::AppCode | Self::Mail | Self::Text
        )
    }

    /// Whether what becomes of it is told by whoever answers, and not only by what is typed.
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Request | Self::Call)
    }

    /// How long what was sent is good (product, section 4).
    pub const fn lifetime(self) -> Duration {
        match self {
            Self::Mail => Duration::from_secs(600),
            _ => Duration::from_secs(300),
        }
    }

    /// What is counted when it is sent.
    pub const fn counted(self) -> Option<Counted> {
        match self {
            Self::Request => Some(Counted::PushSent),
            Self::Mail => Some(Counted::MailSent),
            Self::Text => Some(Counted::SmsSent),
            Self::Call => Some(Counted::CallPlaced),
            Self::AppCode | Self::Answers => None,
        }
    }
}

impl Method {
    /// The ways it is proved, the usual one first.
    pub const fn ways(self) -> &'static [Way] {
        match self {
            Self::AppNotification => &[Way::Request],
            Self::AppCode => &[Way::AppCode],
            Self::Email => &[Way::Mail],
            Self::MobilePhone => &[Way::Text, Way::Call],
            Self::OfficePhone => &[Way::Call],
            Self::SecurityQuestions => &[Way::Answers],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_has_a_way_and_every_way_a_method() {
        for method in Method::ALL {
            assert!(!method.ways().is_empty(), "{method:?}");
        }
        for way in Way::ALL {
            let used = |method: &Method| method.ways().contains(&way);
            assert!(Method::ALL.iter().any(used), "{way:?}");
            assert_eq!(way.sends(), way.counted().is_some(), "{way:?}");
        }
    }
}
