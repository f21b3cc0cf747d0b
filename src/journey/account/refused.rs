//! Why a method is not taken, in words.

use super::ask::Ask;
use super::page::Turn;
use crate::domain::enrolment::Refused;
use crate::domain::msg::Msg;
use crate::journey::screen::Notice;

/// What a form that is wrong was of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A mail address.
    Address,
    /// A telephone number.
    Number,
}

/// Says it on the page that asked, or leads to what comes first.
pub fn turn(refused: &Refused, about: About, error: &mut Option<Msg>) -> Turn {
    let id = match (refused, about) {
        (Refused::NotYet, _) => return Turn::Ask(Ask::Due),
        (Refused::ProofNeeded, _) => return Turn::ProveAgain,
        (Refused::NotAllowed, _) => "error-enrol-not-allowed",
        (Refused::Enough, _) => "error-enrol-enough",
        (Refused::Malformed, About::Address) => "error-enrol-address",
        (Refused::Malformed, About::Number) => "error-enrol-number",
        (Refused::OwnDomain, _) => "error-enrol-own-domain",
        (Refused::Already, _) => "error-enrol-already",
        (Refused::NotNow, _) => "error-enrol-not-now",
        (Refused::Answer(_, why), _) => why,
        (Refused::StillNeeded, _) => "error-enrol-still-needed",
        (Refused::Gone, _) => "error-enrol-gone",
    };
    *error = Some(Msg::new(id));
    Turn::Stay(Some(0))
}

/// The same on a page that has a notice.
pub fn notice(refused: &Refused, about: About, notice: &mut Option<Notice>) -> Turn {
    let mut error = None;
    let turn = turn(refused, about, &mut error);
    *notice = error.map(Notice::error);
    turn
}
