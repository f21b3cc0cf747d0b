//! The words around the field that digits are typed into: a code, or the number that a request on an
//! app shows.

use super::screen::Action;
use super::state::Code;
use super::visit::Visit;
use crate::domain::journey::Proof;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::way::Way;

/// What is said by the way it came.
pub(super) struct Words {
    /// The label of the field.
    pub label: &'static str,
    /// Nothing is typed.
    pub empty: &'static str,
    /// Something else was sent, and what was sent before is good no more.
    pub again: &'static str,
    /// What sends it again.
    pub resend: Action,
    /// Help.
    pub help: &'static str,
    malformed: &'static str,
    wrong: &'static str,
    too_late: &'static str,
}

const CODE: Words = Words {
    label: "field-code",
    empty: "error-empty-code",
    again: "notice-sent-again",
    resend: Action::Resend,
    help: "help-code-sent",
    malformed: "error-malformed-code",
    wrong: "error-wrong-code",
    too_late: "error-too-late",
};

const REQUEST: Words = Words {
    label: "field-request-number",
    empty: "error-empty-request",
    again: "notice-request-again",
    resend: Action::AskAgain,
    help: "help-request",
    malformed: "error-malformed-request",
    wrong: "error-wrong-request",
    too_late: "error-too-late-request",
};

/// The words of a way.
pub(super) const fn words(way: Way) -> &'static Words {
    match way {
        Way::Request => &REQUEST,
        Way::AppCode => &Words {
            help: "help-code-app",
            ..CODE
        },
        Way::Mail | Way::Text | Way::Call | Way::Answers => &CODE,
    }
}

impl Words {
    /// Why a proof did not pass.
    pub fn not_passed(&self, proof: Proof) -> Option<Msg> {
        match proof {
            Proof::Passed | Proof::NotOffered => None,
            Proof::Wrong { left } => Some(Msg::new(self.wrong).number("left", left)),
            Proof::Malformed { digits } => {
                Some(Msg::new(self.malformed).number("digits", digits as u64))
            }
            Proof::TooLate => Some(Msg::new(self.too_late)),
        }
    }
}

impl Visit {
    /// What was sent, where to, and what is to be done now.
    pub(super) fn about(&self, code: &Code) -> Msg {
        let minutes = code.offer.way.lifetime().as_secs() / 60;
        let about = match code.offer.way {
            // *Verify* alone is never enough.
            Way::Request if self.progress() == Some(Progress::Verified) => {
                return Msg::new("code-text-request-verified");
            }
            Way::Request => return Msg::new("code-text-request").number("minutes", minutes),
            Way::Text => "code-text-mobile-phone",
            _ => "code-text-email",
        };
        match &code.offer.masked {
            Some(masked) => Msg::new(about)
                .text("address", masked)
                .number("minutes", minutes),
            None => Msg::new("code-text-app-code"),
        }
    }
}
