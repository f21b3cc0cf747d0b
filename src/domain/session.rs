//! A signed-in person at a terminal: how the sign-in went, and what comes before anything else.

use super::enrolment::{Item, Needs};
use super::journey::{JourneyId, Overview, Refusal};
use super::password::{Rules, Verdict};

/// What signing in came to.
#[derive(Debug)]
pub enum SignedIn {
    /// The password is right.
    On(JourneyId, Due),
    /// The account or the password is wrong.
    Wrong,
    /// Too many were wrong; nothing was compared. Minutes until the next.
    Locked {
        /// Minutes, rounded up.
        minutes: u64,
    },
    /// Too many tries from this terminal, whoever is meant; or a second factor is asked for, and none
    /// of the account's can be proved here now.
    Refused(Refusal),
}

/// Why a password must be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outdated {
    /// Somebody else gave it.
    Temporary,
    /// It is older than policy allows.
    Expired,
}

/// What comes next after a sign-in, in this order (product, section 3).
#[derive(Clone, Debug)]
pub enum Due {
    /// A second factor.
    SecondFactor(Overview),
    /// A new password.
    Password(Rules, Outdated),
    /// *More information required*: methods are to be registered.
    Register(Needs),
    /// What is registered is to be looked over.
    Confirm(Vec<Item>),
    /// Nothing: whatever the person came for.
    Nothing,
}

/// What stands between a complete sign-in and the console.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Nothing.
    Open,
    /// Something that is due by now.
    First(Box<Due>),
    /// A second factor is to be registered.
    Register(Needs),
    /// The account is no administrator's; the sign-in is over, by this reference in audit.
    NoRole {
        /// Leads to the record.
        reference: String,
    },
}

/// What changing a password came to.
#[derive(Clone, Debug)]
pub enum Changed {
    /// It is the password now.
    Done {
        /// Whether the account's addresses are told.
        told: bool,
        /// What comes next.
        due: Box<Due>,
    },
    /// Rules speak against it; all of them.
    Rejected(Vec<Verdict>),
    /// Something else comes first.
    First(Box<Due>),
}
