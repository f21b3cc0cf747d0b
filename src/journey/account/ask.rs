//! What the pages of a signed-in person ask of the product, and what they are told.

use crate::domain::enrolment::{Confirmed, Enrolling, Info, NewMethod, PasswordProof, Refused};
use crate::domain::method::Method;
use crate::domain::password::Rules;
use crate::domain::question::Question;
use crate::domain::secret::SecretText;
use crate::domain::session::{Changed, Due};

/// One thing to ask on a sign-in.
pub enum Ask {
    /// What comes next.
    Due,
    /// The rules for a new password.
    Rules,
    /// Set a new password.
    Change(SecretText),
    /// What is registered is right.
    Confirm,
    /// *My security info*.
    Info,
    /// Which security questions can be chosen.
    Questions,
    /// Register a method, or what was provided of it.
    Enrol(NewMethod),
    /// Send what confirms the method that is being registered: the test of an app that has been
    /// subscribed, or once more what was sent.
    Send,
    /// Confirm a method by what was typed.
    ConfirmEnrolment(Method, SecretText),
    /// Confirm a method by a call that was answered with `#`.
    ClaimEnrolment(Method),
    /// Take a registered method away.
    Delete(i64),
    /// Offer a method first, or none.
    Prefer(Option<Method>),
    /// The password again, where there is nothing else to prove with.
    Password(SecretText),
}

/// What came of it.
pub enum Told {
    /// To [`Ask::Due`] and [`Ask::Confirm`].
    Due(Due),
    /// To [`Ask::Rules`].
    Rules(Rules),
    /// To [`Ask::Change`].
    Changed(Changed),
    /// To [`Ask::Info`].
    Info(Info),
    /// To [`Ask::Questions`]: those that can be chosen, and how many are to be.
    Questions(Vec<Question>, usize),
    /// To [`Ask::Enrol`].
    Enrolling(Enrolling, Due),
    /// To [`Ask::Send`].
    Sent(Enrolling),
    /// To [`Ask::ConfirmEnrolment`] and [`Ask::ClaimEnrolment`].
    Confirmed(Confirmed, Due),
    /// To [`Ask::Delete`] and [`Ask::Prefer`].
    Settled(Result<(), Refused>, Due),
    /// To [`Ask::Password`].
    Password(PasswordProof),
}
