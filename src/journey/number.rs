//! The screen before a code or a call goes to a phone: the number is shown masked and typed whole,
//! and nothing is sent before it is the right one. What is wrong with it is never told.

use super::entry::Entry;
use super::present::{blank, error, field, progress, step_title};
use super::request::{Request, Ticket};
use super::screen::{Screen, ScreenId};
use super::state::State;
use super::visit::Visit;
use crate::domain::journey::{JourneyId, Offer, Overview, Sent};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::way::Way;

/// The field of a number.
pub struct Number {
    /// The journey.
    pub journey: JourneyId,
    /// Where it stands.
    pub overview: Overview,
    /// The method and its masked number.
    pub offer: Offer,
    /// What is typed.
    pub typed: Entry,
    /// What was wrong with it.
    pub error: Option<Msg>,
}

impl Number {
    pub(super) fn new(journey: JourneyId, overview: Overview, offer: Offer) -> Self {
        Self {
            journey,
            overview,
            offer,
            typed: Entry::default(),
            error: None,
        }
    }

    pub(super) fn screen(&self) -> Screen<'_> {
        let mut screen = blank(ScreenId::EnterNumber, step_title(&self.overview));
        screen.progress = progress(self.overview.passed + 2, self.overview.required);
        screen.notices.extend(error(self.error.as_ref()));
        let masked = self.offer.masked.as_deref().unwrap_or_default();
        let (text, label) = match (self.offer.method, self.offer.way) {
            (Method::OfficePhone, _) => ("number-text-office", "field-number-office"),
            (_, Way::Call) => ("number-text-call", "field-number"),
            _ => ("number-text", "field-number"),
        };
        screen.text = vec![Msg::new(text).text("number", masked)];
        screen.fields = vec![field(label, &self.typed, false, false)];
        screen
    }

    /// The message id of the help.
    pub(super) fn help(&self) -> &'static str {
        match self.offer.method {
            Method::OfficePhone => "help-number-office",
            _ => "help-number",
        }
    }
}

impl Visit {
    /// Asks for a code to the number that is typed.
    pub(super) fn submit_number(&mut self) -> Option<Ticket<Request>> {
        let State::Number(number) = &mut self.state else {
            return None;
        };
        if number.typed.is_blank() {
            number.error = Some(Msg::new("error-empty-number"));
            return None;
        }
        let (journey, chosen) = (number.journey, number.offer.chosen());
        let typed = number.typed.secret();
        self.ask(Request::SendTo {
            journey,
            chosen,
            number: typed,
        })
    }

    /// What came of it.
    pub(super) fn sent_to_number(&mut self, sent: Sent) -> Option<Ticket<Request>> {
        let State::Number(number) = &mut self.state else {
            return None;
        };
        let error = match sent {
            Sent::OnItsWay { .. } => {
                let (journey, overview) = (number.journey, number.overview.clone());
                let offer = number.offer.clone();
                self.show_code(journey, overview, offer);
                return None;
            }
            Sent::WrongNumber { left } => Msg::new("error-wrong-number").number("left", left),
            Sent::MalformedNumber => Msg::new("error-malformed-number"),
            refused => return self.not_sent(refused),
        };
        // What is typed stays: mostly one digit is to be mended.
        number.error = Some(error);
        self.focus = 0;
        None
    }
}
