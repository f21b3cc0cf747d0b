//! The states of a visit.

use std::time::Duration;

use super::access_pass::Pass;
use super::account::Account;
use super::calling::Call;
use super::entry::Entry;
use super::number::Number;
use super::password::NewPassword;
use super::questions::Questions;
use super::screen::Notice;
use crate::domain::human::{Asked, CheckId};
use crate::domain::journey::{JourneyId, Offer, Overview, Refusal};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::password::Rules;
use crate::domain::unlock::{Purpose, Unlocking};

/// Where the person is.
pub enum State {
    /// The first screen.
    Welcome,
    /// Who are you?
    Who(Box<Who>),
    /// Waiting, instead of typing a drawn code.
    Wait(Box<Wait>),
    /// Which method for the next gate.
    Choose(Choose),
    /// The number that a code goes to, typed whole.
    Number(Box<Number>),
    /// The code of a gate.
    Code(Box<Code>),
    /// A call, answered on the telephone.
    Call(Box<Call>),
    /// A temporary access pass in place of a method.
    Pass(Box<Pass>),
    /// The answers to security questions.
    Questions(Box<Questions>),
    /// The gates are passed; the lock of the account comes into what is next.
    Unlock(Box<Unlock>),
    /// The new password.
    Password(Box<Password>),
    /// Somebody who signs in, or has.
    Account(Account),
    /// It is done; the first screen returns by itself.
    Done {
        /// Since when it shows.
        since: Duration,
        /// What was changed.
        change: Change,
        /// Whether the account's addresses are told.
        told: bool,
        /// The sign-in that ends with it.
        journey: Option<JourneyId>,
    },
    /// It can't be done here.
    Refused(Refusal),
    /// The journey ended without a result.
    Ended(Ending),
}

impl State {
    /// Whether nothing of a journey goes on from here.
    pub const fn is_end(&self) -> bool {
        matches!(
            self,
            Self::Welcome | Self::Done { .. } | Self::Refused(_) | Self::Ended(_)
        )
    }
}

/// Why a journey ended without a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Its time is over.
    TooLate,
    /// A sign-in is over: too late, or ended elsewhere.
    SignedOut,
    /// Its owner denied a request.
    Denied,
    /// Its owner answered a call with `*`.
    CallDenied,
    /// The console opens for administrators alone; the reference leads to the record.
    NoRole(String),
    /// The product could not go on; the reference leads to the log.
    Fault(String),
}

/// What was changed in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The password.
    Password,
    /// The password, and with it the lock was taken away.
    PasswordAndLock,
    /// The lock was taken away.
    Lock,
    /// The password, by somebody who was signed in.
    OwnPassword,
}

/// What the first screen has to tell about the program itself; each with the reference in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A fault of the program ended the visit before this one.
    Fault(String),
    /// The product can't be reached; it is asked again at this time.
    Unreachable(String, Duration),
}

/// The field of the user ID, and of a drawn code where one is asked for.
#[derive(Default)]
pub struct Who {
    /// What the person came for.
    pub purpose: Purpose,
    /// What is typed.
    pub user: Entry,
    /// The human check that is asked for.
    pub asked: Asked,
    /// What is typed of the drawn code.
    pub typed: Entry,
    /// What was wrong with it.
    pub error: Option<Msg>,
}

/// Waiting, instead of typing a drawn code.
pub struct Wait {
    /// What comes after it.
    pub who: Who,
    /// The wait that runs, and until when.
    pub running: Option<(CheckId, Duration)>,
    /// Why there is none.
    pub error: Option<Msg>,
}

/// Unlock, or a new password?
pub struct Unlock {
    /// The journey.
    pub journey: JourneyId,
    /// Gates that were passed.
    pub gates: usize,
    /// How the lock comes into it: asked, or that there is none.
    pub unlocking: Unlocking,
    /// The rules for a new password.
    pub rules: Rules,
}

/// The list of methods.
pub struct Choose {
    /// The journey.
    pub journey: JourneyId,
    /// Where it stands.
    pub overview: Overview,
    /// Why the person is back here.
    pub error: Option<Msg>,
    /// Which line was chosen and is being prepared.
    pub chosen: usize,
}

/// The field of a code.
pub struct Code {
    /// The journey.
    pub journey: JourneyId,
    /// Where it stands.
    pub overview: Overview,
    /// The method and where its code went.
    pub offer: Offer,
    /// What is typed.
    pub code: Entry,
    /// What was wrong with it, or what just happened.
    pub notice: Option<Notice>,
}

impl Code {
    /// The method.
    pub fn method(&self) -> Method {
        self.offer.method
    }
}

/// The new password, after the gates.
pub struct Password {
    /// The journey.
    pub journey: JourneyId,
    /// Gates that were passed, for "step 4 of 4".
    pub gates: usize,
    /// Whether it unlocks the account, too.
    pub unlocks: bool,
    /// What is typed, and the rules.
    pub new: NewPassword,
    /// Until when it is shown, if it is.
    pub revealed_until: Option<Duration>,
}
