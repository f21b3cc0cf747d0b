//! Verifying who calls the help desk: a code goes to what the account holds, or is read off its
//! authenticator; the caller says it, whoever helps types it.

use std::time::Duration;

use super::journey::Chosen;
use super::time::Timestamp;

/// How long a check waits for its code.
pub const LIFETIME: Duration = Duration::from_secs(10 * 60);
/// How long a caller counts as verified, for the administrator who did it.
pub const VERIFIED: Duration = Duration::from_secs(15 * 60);
/// How many codes may be tried on one check.
pub const TRIES: i64 = 5;

/// A way to verify the account's owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerWay {
    /// Which method, how, and which of several numbers.
    pub chosen: Chosen,
    /// Where it leads, masked, where it leads somewhere.
    pub masked: Option<String>,
}

/// What asking for a check came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The code is on its way, or is to be read off the authenticator.
    Waits {
        /// By which way.
        way: CallerWay,
        /// Until when it is good.
        expires: Timestamp,
    },
    /// The account can't be verified this way.
    NotHeld,
    /// Nothing more is sent there now, or no more wrong codes are taken; which limit.
    NotNow(&'static str),
}

/// What a told code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It is the right one: the caller counts as verified until then.
    Verified {
        /// Until when.
        until: Timestamp,
    },
    /// Not the code.
    Wrong {
        /// Tries left on this check.
        left: i64,
    },
    /// It has not the form of a code, so it was not tried.
    Malformed {
        /// How many digits it should have.
        digits: usize,
    },
    /// There is no check that is still good and that this administrator has begun.
    TooLate,
}
