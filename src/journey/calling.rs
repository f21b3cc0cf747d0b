//! The gate of a telephone call: nothing is typed here; the screen follows the call, and once `#` was
//! pressed it goes on by itself.

use super::present::{blank, progress as steps, step_title};
use super::request::{Request, Ticket};
use super::screen::{Action, Choice, Notice, Screen, ScreenId};
use super::state::{Ending, State};
use super::visit::Visit;
use crate::domain::journey::{JourneyId, Next, Offer, Overview, Proof};
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;

/// One way on.
#[derive(Clone, Copy)]
pub(super) enum On {
    Again,
    OtherMethod,
}

/// A call that is under way, or over.
pub struct Call {
    /// The journey.
    pub journey: JourneyId,
    /// Where it stands.
    pub overview: Overview,
    /// The method and its masked number.
    pub offer: Offer,
    /// How far it is.
    pub progress: Progress,
}

impl Call {
    /// Whether the person has to decide what to do next.
    pub fn is_over(&self) -> bool {
        self.progress.is_end() && self.progress != Progress::Approved
    }

    /// What can be chosen here: a call that is under way is not made once more.
    pub(super) fn ways_on(&self) -> &'static [On] {
        match self.is_over() {
            true => &[On::Again, On::OtherMethod],
            false => &[On::OtherMethod],
        }
    }

    pub(super) fn screen(&self, is_hidden: bool) -> Screen<'_> {
        let mut screen = blank(ScreenId::AwaitCall, step_title(&self.overview));
        screen.progress = steps(self.overview.passed + 2, self.overview.required);
        if is_hidden {
            screen.text.push(Msg::new("code-text-hidden"));
            return screen;
        }
        let number = self.offer.masked.as_deref().unwrap_or_default();
        let about = |id: &'static str| Msg::new(id).text("number", number);
        let error = match self.progress {
            Progress::Waiting | Progress::Sent | Progress::Verified | Progress::Trouble => {
                screen.text.push(about("call-text-calling"));
                None
            }
            Progress::Ringing => {
                screen.text.push(about("call-text-ringing"));
                None
            }
            Progress::Answered | Progress::Approved | Progress::Denied => {
                screen.text.push(Msg::new("call-text-answered"));
                None
            }
            Progress::Busy => Some("call-error-busy"),
            Progress::NoAnswer => Some("call-error-no-answer"),
            Progress::NoKey => Some("call-error-no-key"),
            Progress::HungUp => Some("call-error-hung-up"),
            Progress::Failed => Some("call-error-failed"),
            Progress::Over => Some("call-error-over"),
        };
        if self.progress == Progress::Trouble {
            let trouble = Msg::new("call-notice-trouble");
            screen.notices.push(Notice::note(trouble));
        }
        if let Some(error) = error {
            screen.notices.push(Notice::error(Msg::new(error)));
            screen.text.push(about("call-text-over"));
        }
        let choice = |on: &On| Choice {
            label: Msg::new(match on {
                On::Again => Action::CallAgain.label(),
                On::OtherMethod => Action::OtherMethod.label(),
            }),
            detail: None,
        };
        screen.choices = self.ways_on().iter().map(choice).collect();
        screen
    }
}

impl Visit {
    pub(super) fn show_call(&mut self, journey: JourneyId, overview: Overview, offer: Offer) {
        let (key, way) = (offer.method.key(), offer.way);
        self.show(State::Call(Box::new(Call {
            journey,
            overview,
            offer,
            progress: Progress::Waiting,
        })));
        self.watch(journey, key, way);
    }

    pub(super) fn choose_in_call(&mut self, line: usize) -> Option<Ticket<Request>> {
        let State::Call(call) = &self.state else {
            return None;
        };
        let (journey, chosen) = (call.journey, call.offer.chosen());
        match call.ways_on().get(line)? {
            On::Again => self.ask(Request::Send { journey, chosen }),
            On::OtherMethod => {
                self.choose_again(None);
                None
            }
        }
    }

    /// Another call is on its way.
    pub(super) fn called_again(&mut self) {
        if let State::Call(call) = &self.state {
            let (journey, overview) = (call.journey, call.overview.clone());
            let offer = call.offer.clone();
            self.show_call(journey, overview, offer);
        }
    }

    /// The call has come further.
    pub(super) fn call_went_on(&mut self, progress: Progress) -> Option<Ticket<Request>> {
        let State::Call(call) = &mut self.state else {
            return None;
        };
        let was_over = call.is_over();
        call.progress = progress;
        let journey = call.journey;
        match progress {
            Progress::Denied => {
                self.show(State::Ended(Ending::CallDenied));
                return None;
            }
            Progress::Approved => {
                let method = call.offer.method;
                return self.ask(Request::Claim { journey, method });
            }
            _ => {}
        }
        if call.is_over() && !was_over {
            // What to do next is decided now, in the time that a person has for it.
            self.focus = 0;
            self.last_input = self.now;
        }
        self.turn += 1;
        None
    }

    /// What came of a call that was answered with `#`.
    pub(super) fn claimed(&mut self, proof: Proof, next: Option<Next>) -> Option<Ticket<Request>> {
        let State::Call(call) = &mut self.state else {
            return None;
        };
        match proof {
            Proof::Passed => {
                let (journey, gates) = (call.journey, call.overview.required);
                return self.gate_passed(journey, gates, next);
            }
            Proof::NotOffered => return self.ask_anew(Some("error-method-used-up")),
            Proof::TooLate | Proof::Wrong { .. } | Proof::Malformed { .. } => {
                call.progress = Progress::Over;
                self.focus = 0;
                self.turn += 1;
            }
        }
        None
    }
}
