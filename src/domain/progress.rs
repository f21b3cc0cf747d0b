//! What becomes of something that was sent: how far a message, a request or a call has come, as the
//! person at the terminal is told.

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Progress {
    /// It has not left yet.
    Waiting,
    /// It has left; of a call: the exchange is dialling.
    Sent,
    /// The first try failed; it is tried again.
    Trouble,
    /// It can't be delivered at all.
    Failed,
    /// The telephone rings.
    Ringing,
    /// Somebody has answered the call.
    Answered,
    /// *Verify* was chosen on the app: now the number is to be typed.
    Verified,
    /// `#` was pressed.
    Approved,
    /// *Deny* was chosen on the app, or `*` pressed: it was not the owner who asked. The journey is
    /// over.
    Denied,
    /// The line was busy.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// Somebody or something answered, and no key was pressed.
    NoKey,
    /// It was hung up before a key was pressed.
    HungUp,
    /// It is over: another took its place, or its time.
    Over,
}

impl Progress {
    /// Every one.
    pub const ALL: [Self; 14] = [
        Self::Waiting,
        Self::Sent,
        Self::Trouble,
        Self::Failed,
        Self::Ringing,
        Self::Answered,
        Self::Verified,
        Self::Approved,
        Self::Denied,
        Self::Busy,
        Self::NoAnswer,
        Self::NoKey,
        Self::HungUp,
        Self::Over,
    ];

    /// The word in the store and, as the reason, in audit.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Trouble => "trouble",
            Self::Failed => "failed",
            Self::Ringing => "ringing",
            Self::Answered => "answered",
            Self::Verified => "verified",
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Busy => "busy",
            Self::NoAnswer => "no_answer",
            Self::NoKey => "no_key",
            Self::HungUp => "hung_up",
            Self::Over => "over",
        }
    }

    /// The one of a stored word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.key() == key)
    }

    /// Whether nothing more comes of it.
    pub const fn is_end(self) -> bool {
        !matches!(
            self,
            Self::Waiting
                | Self::Sent
                | Self::Trouble
                | Self::Ringing
                | Self::Answered
                | Self::Verified
        )
    }

    /// Whether it may follow `before`: it never goes back, and an end is one.
    pub fn follows(self, before: Self) -> bool {
        let rank = |progress: Self| match progress {
            Self::Waiting => 0,
            Self::Trouble => 1,
            Self::Sent => 2,
            Self::Ringing => 3,
            Self::Answered => 4,
            Self::Verified => 5,
            _ => 6,
        };
        !before.is_end() && rank(self) > rank(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_goes_back_and_an_end_is_one() {
        for before in Progress::ALL {
            assert_eq!(Progress::from_key(before.key()), Some(before));
            assert!(!before.follows(before));
            for after in Progress::ALL {
                assert!(!(after.follows(before) && before.follows(after)));
                assert!(!(before.is_end() && after.follows(before)));
                assert_eq!(after.is_end() && !before.is_end(), {
                    after.is_end() && after.follows(before)
                });
            }
        }
    }
}
