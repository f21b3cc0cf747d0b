//! A reset journey as every room speaks of it: its name, its steps, and what each came to.

use super::eligibility::Reason;
use super::method::Method;
use super::password::{Rules, Verdict};
use super::session::Due;
use super::time::Timestamp;
use super::unlock::{Purpose, Unlocking};
use super::way::Way;

/// The name of a journey: 128 random bits. Whoever knows it, on its terminal, is on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct JourneyId([u8; 16]);

impl std::fmt::Debug for JourneyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JourneyId")
    }
}

impl JourneyId {
    /// The name of these bits.
    pub const fn new(bits: [u8; 16]) -> Self {
        Self(bits)
    }

    /// The bits.
    pub const fn bits(&self) -> [u8; 16] {
        self.0
    }
}

/// What a step came to.
#[derive(Debug)]
pub enum Step<T> {
    /// It was taken.
    Go(T),
    /// The account can't be reset here.
    Refused(Refusal),
    /// The journey is over: too late, cancelled, finished, or never was.
    Gone,
}

impl<T> Step<T> {
    /// The same step with what it came to changed.
    pub fn map<U>(self, go: impl FnOnce(T) -> U) -> Step<U> {
        match self {
            Self::Go(value) => Step::Go(go(value)),
            Self::Refused(refusal) => Step::Refused(refusal),
            Self::Gone => Step::Gone,
        }
    }
}

/// A refusal as the person may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The reference that leads an administrator to the record.
    pub reference: String,
    /// The reason, where policy `explain` is on.
    pub reason: Option<Reason>,
    /// Whom to ask instead.
    pub helpdesk: Vec<String>,
    /// Too many tries from this terminal, whoever is meant: minutes until the next.
    pub slow: Option<u64>,
    /// What the person came for.
    pub purpose: Purpose,
}

/// A method that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub method: Method,
    /// How it is proved.
    pub way: Way,
    /// Which of several numbers, from 0.
    pub slot: usize,
    /// Where it leads, masked, where it leads somewhere.
    pub masked: Option<String>,
}

/// Where a journey stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Gates passed.
    pub passed: usize,
    /// Gates required.
    pub required: usize,
    /// What can be chosen for the next.
    pub offers: Vec<Offer>,
    /// Whether a temporary access pass can be used instead: at a sign-in, where one is live.
    pub pass: bool,
}

impl Overview {
    /// Whether nothing can be chosen.
    pub fn is_empty(&self) -> bool {
        self.offers.is_empty() && !self.pass
    }
}

/// What asking for a code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// The code, the request or the call is on its way to where the account's owner is.
    OnItsWay {
        /// Until when it is good.
        expires: Timestamp,
    },
    /// The method can't be chosen now.
    NotOffered,
    /// The method can be chosen, but nothing more is sent there today.
    NotNow,
    /// The number that was typed is not the one that is held.
    WrongNumber {
        /// Tries left before the account is blocked.
        left: i64,
    },
    /// It has not the form of a number, so it was not compared.
    MalformedNumber,
    /// Nothing is sent there before the whole number was typed.
    NumberNeeded,
}

/// One offer, as the person chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which method.
    pub method: Method,
    /// How it is proved.
    pub way: Way,
    /// Which of several numbers, from 0.
    pub slot: usize,
}

impl From<Method> for Chosen {
    /// The usual way of a method, to the first of its numbers.
    fn from(method: Method) -> Self {
        let way = method.ways().first().copied().unwrap_or(Way::AppCode);
        Self {
            method,
            way,
            slot: 0,
        }
    }
}

impl Offer {
    /// What is asked for when it is chosen.
    pub const fn chosen(&self) -> Chosen {
        Chosen {
            method: self.method,
            way: self.way,
            slot: self.slot,
        }
    }
}

/// What a try at a gate came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The gate is passed.
    Passed,
    /// Not the code.
    Wrong {
        /// Tries left before the method or the account is used up.
        left: i64,
    },
    /// It has not the form of a code, so it was not tried.
    Malformed {
        /// How many digits it should have.
        digits: usize,
    },
    /// There is no code that is still good; another can be sent.
    TooLate,
    /// The method can't be tried now: not offered, already passed, or its tries are used up.
    NotOffered,
}

/// What comes after a passed gate.
#[derive(Clone, Debug)]
pub enum Next {
    /// Another gate.
    Gate(Overview),
    /// The new password, by these rules.
    Password(Rules),
    /// The lock of the account comes into it; the rules are for the new password.
    Unlock(Unlocking, Rules),
    /// Of a sign-in: what is due, or nothing more.
    Signed(Due),
}

/// What a typed password came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finished {
    /// It is the password now, and the account's addresses are told.
    Done,
    /// It is the password now, and nobody is told: policy wants it so, or there is no address.
    DoneUntold,
    /// Rules speak against it; all of them.
    Rejected(Vec<Verdict>),
    /// A gate is missing.
    GateMissing,
}
