//! A temporary access pass in place of a method: at a sign-in, and before the security info is
//! changed, where its owner was given one.

use super::account::Aim;
use super::entry::Entry;
use super::present::{blank, error, field, line, progress, step_title};
use super::request::{Request, Ticket};
use super::screen::{Choice, Screen, ScreenId};
use super::state::State;
use super::visit::Visit;
use crate::domain::journey::{JourneyId, Next, Overview, Proof};
use crate::domain::msg::Msg;

/// The field of a pass.
pub struct Pass {
    /// The journey.
    pub journey: JourneyId,
    /// Where it stands.
    pub overview: Overview,
    /// What is typed.
    pub typed: Entry,
    /// What was wrong with it.
    pub error: Option<Msg>,
}

/// How it stands in the list of methods.
pub(super) fn choice() -> Choice {
    line("choice-access-pass")
}

impl Pass {
    pub(super) fn screen(&self) -> Screen<'_> {
        let mut screen = blank(ScreenId::EnterPass, step_title(&self.overview));
        screen.progress = progress(self.overview.passed + 2, self.overview.required);
        screen.notices.extend(error(self.error.as_ref()));
        screen.text.push(Msg::new("pass-text"));
        screen.fields = vec![field("field-access-pass", &self.typed, false, false)];
        screen
    }
}

impl Visit {
    pub(super) fn show_pass(&mut self, journey: JourneyId, overview: Overview) {
        self.show(State::Pass(Box::new(Pass {
            journey,
            overview,
            typed: Entry::default(),
            error: None,
        })));
    }

    pub(super) fn submit_pass(&mut self) -> Option<Ticket<Request>> {
        let State::Pass(pass) = &mut self.state else {
            return None;
        };
        if pass.typed.is_blank() {
            pass.error = Some(Msg::new("error-empty-pass"));
            return None;
        }
        let (journey, typed) = (pass.journey, pass.typed.secret());
        self.ask(Request::UsePass { journey, typed })
    }

    /// What the pass came to.
    pub(super) fn pass_tried(
        &mut self,
        proof: Proof,
        next: Option<Next>,
    ) -> Option<Ticket<Request>> {
        let State::Pass(pass) = &mut self.state else {
            return None;
        };
        let error = match proof {
            Proof::Passed => {
                let (journey, gates) = (pass.journey, pass.overview.required);
                return match (next, &self.aim) {
                    // It can't be used again: a way that lasts is to be set up now.
                    (Some(Next::Signed(due)), Aim::SignIn) => {
                        self.lead_on(journey, due, Some(Msg::new("note-signed-in-by-pass")))
                    }
                    (next, _) => self.gate_passed(journey, gates, next),
                };
            }
            Proof::NotOffered => return self.ask_anew(Some("error-method-used-up")),
            Proof::TooLate => return self.ask_anew(Some("error-pass-too-late")),
            Proof::Wrong { left } => Msg::new("error-wrong-pass").number("left", left),
            Proof::Malformed { digits } => {
                Msg::new("error-malformed-pass").number("letters", digits as u64)
            }
        };
        pass.typed.clear();
        pass.error = Some(error);
        self.focus = 0;
        None
    }
}
