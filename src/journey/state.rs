//! The states of a visit.

use std::cell::OnceCell;
use std::time::Duration;

use super::entry::Entry;
use super::number::Number;
use super::questions::Questions;
use crate::domain::banned::Strength;
use crate::domain::human::{Asked, CheckId};
use crate::domain::journey::{JourneyId, Offer, Overview, Refusal};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::password::{Rules, Verdict};
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
    /// The answers to security questions.
    Questions(Box<Questions>),
    /// The gates are passed; the lock of the account comes into what is next.
    Unlock(Box<Unlock>),
    /// The new password.
    Password(Box<Password>),
    /// It is done; the first screen returns by itself.
    Done {
        /// Since when it shows.
        since: Duration,
        /// What was changed.
        change: Change,
        /// Whether the account's addresses are told.
        told: bool,
    },
    /// It can't be done here.
    Refused(Refusal),
    /// The journey ended without a result.
    Ended(Ending),
}

/// Why a journey ended without a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Its time is over.
    TooLate,
    /// Its owner denied a request or a call.
    Denied,
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
    pub notice: Option<(bool, Msg)>,
}

impl Code {
    /// The method.
    pub fn method(&self) -> Method {
        self.offer.method
    }
}

/// The fields of the new password.
pub struct Password {
    /// The journey.
    pub journey: JourneyId,
    /// Gates that were passed, for "step 4 of 4".
    pub gates: usize,
    /// Whether it unlocks the account, too.
    pub unlocks: bool,
    /// The rules.
    rules: Rules,
    /// The new password.
    pub first: Entry,
    /// The same once more.
    pub second: Entry,
    /// Until when it is shown, if it is.
    pub revealed_until: Option<Duration>,
    /// What was wrong with the last submission.
    pub error: Option<Msg>,
    /// Every rule as it stands, and how strong it is: as far as it can be told while typing, or as
    /// the last submission came to. Nobody asks between the keys of one frame.
    standing: OnceCell<(Vec<Verdict>, Strength)>,
}

impl Password {
    /// Empty fields.
    pub fn new(journey: JourneyId, gates: usize, unlocks: bool, rules: Rules) -> Self {
        Self {
            journey,
            gates,
            unlocks,
            rules,
            first: Entry::password(),
            second: Entry::password(),
            revealed_until: None,
            error: None,
            standing: OnceCell::new(),
        }
    }

    /// What is typed is another text now; what was said about the old one no longer holds.
    pub fn edited(&mut self) {
        self.error = None;
        self.standing = OnceCell::new();
    }

    /// The rules stand like this.
    pub fn judged(&mut self, verdicts: Vec<Verdict>) {
        let strength = self.rules.strength(&self.first.secret(), &verdicts);
        self.standing = OnceCell::from((verdicts, strength));
    }

    fn standing(&self) -> &(Vec<Verdict>, Strength) {
        self.standing.get_or_init(|| {
            let typed = self.first.secret();
            let verdicts = self.rules.judge(&typed);
            let strength = self.rules.strength(&typed, &verdicts);
            (verdicts, strength)
        })
    }

    /// Other rules are in force now; what the last submission came to stands.
    pub fn follow(&mut self, rules: Rules) {
        self.rules = rules;
    }

    /// Whether a rule speaks against it, as far as that is known.
    pub fn is_broken(&self) -> bool {
        let unmet = |verdict: &Verdict| verdict.met == Some(false);
        self.verdicts().iter().any(unmet)
    }

    /// Every rule as it stands.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.standing().0
    }

    /// How strong what is typed so far is.
    pub fn strength(&self) -> Strength {
        self.standing().1
    }

    /// Whether both fields hold the same, and something.
    pub fn matches(&self) -> bool {
        !self.first.text().is_empty() && self.first.text() == self.second.text()
    }
}
