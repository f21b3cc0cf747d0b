//! Unlocking: what a journey is for, and what its passed gates lead to.

use super::password::Rules;

/// What a person came for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// *I forgot my password*
    #[default]
    Reset,
    /// *My account is locked*
    Unlock,
    /// *Change my password / my security info*: the person signs in.
    SignIn,
}

impl Purpose {
    /// Every purpose, in the order of the first screen.
    pub const ALL: [Self; 3] = [Self::Reset, Self::Unlock, Self::SignIn];

    /// The word in the store.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reset => "reset",
            Self::Unlock => "unlock",
            Self::SignIn => "sign_in",
        }
    }

    /// The purpose of a stored word.
    pub fn from_key(key: &str) -> Self {
        match key {
            "unlock" => Self::Unlock,
            "sign_in" => Self::SignIn,
            _ => Self::Reset,
        }
    }
}

/// What passed gates lead to besides a new password, which is always possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlocking {
    /// The person is asked: unlock it, or choose a new password.
    Ask,
    /// There is no lock to take away.
    NotLocked,
    /// The new password unlocks it, too.
    ByReset,
}

/// How the lock of a sign-in comes into a journey whose gates are passed; `None` where it doesn't.
/// `alone` is policy `unlock_without_reset`.
pub const fn unlocking(purpose: Purpose, locked: bool, alone: bool) -> Option<Unlocking> {
    match (purpose, locked) {
        (Purpose::SignIn, _) => None,
        (_, true) if alone => Some(Unlocking::Ask),
        (_, true) => Some(Unlocking::ByReset),
        (Purpose::Unlock, false) => Some(Unlocking::NotLocked),
        (Purpose::Reset, false) => None,
    }
}

/// What unlocking came to.
#[derive(Clone, Debug)]
pub enum Unlocked {
    /// Sign-in is unlocked; the password is as it was, and the account's addresses are told.
    Done,
    /// The same, and nobody is told: policy wants it so, or there is no address.
    DoneUntold,
    /// It can't be done so any more; what can.
    Instead(Unlocking, Rules),
    /// A gate is missing.
    GateMissing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination() {
        use Purpose::{Reset, Unlock};
        for (purpose, locked, alone, expected) in [
            (Reset, false, false, None),
            (Reset, false, true, None),
            (Reset, true, false, Some(Unlocking::ByReset)),
            (Reset, true, true, Some(Unlocking::Ask)),
            (Unlock, false, false, Some(Unlocking::NotLocked)),
            (Unlock, false, true, Some(Unlocking::NotLocked)),
            (Unlock, true, false, Some(Unlocking::ByReset)),
            (Unlock, true, true, Some(Unlocking::Ask)),
        ] {
            assert_eq!(unlocking(purpose, locked, alone), expected);
        }
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_key(purpose.key()), purpose);
        }
    }
}
