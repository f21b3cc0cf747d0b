//! What a visitor would see of the organisation, drawn by the kiosk's own view: for whoever changes
//! it.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::KioskView;
use crate::domain::human::Begun;
use crate::domain::journey::{Refusal, Step};
use crate::domain::policy::Policy;
use crate::domain::unlock::Purpose;
use crate::i18n::{File, Texts};
use crate::journey::input::Input;
use crate::journey::request::Ticket;
use crate::journey::screen::Action;
use crate::journey::{Greeting, Limits, Reply, Visit};
use crate::tui::theme::Look;

/// A reference that no refusal has: its alphabet has no letter I.
const REFERENCE: &str = "IIII-IIII";

/// A screen that shows something of the organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The first one: name, logo, colour, text.
    #[default]
    Welcome,
    /// The one that turns somebody away, with the help desk.
    Refusal,
}

/// A visit that nobody makes.
pub struct Preview {
    visit: Visit,
    texts: Texts,
}

impl Preview {
    /// A screen under a policy, at a kiosk of this language: as a visitor would see it, in the
    /// organisation's language where this one is not offered.
    pub fn new(policy: &Policy, language: &str, shown: Shown) -> Self {
        let mut visit = Visit::new(Limits {
            idle: Duration::from_secs(90),
            scale: 1.0,
            language: language.to_owned(),
            once: false,
            leave: false,
            drawn: true,
        });
        let greeting = Greeting {
            check: false,
            ..Greeting::of(policy, false)
        };
        told(&mut visit, Reply::Greeting(greeting));
        if shown == Shown::Refusal {
            for input in [
                Input::Choose(0),
                Input::Fill(0, "mias".to_owned()),
                Input::Act(Action::Next),
            ] {
                visit.input(input, Duration::ZERO);
            }
            let refusal = Step::Refused(Refusal {
                reference: REFERENCE.to_owned(),
                reason: None,
                helpdesk: policy.helpdesk.clone(),
                slow: None,
                purpose: Purpose::Reset,
            });
            told(&mut visit, Reply::Begun(Begun::On(refusal)));
        }
        let texts = Texts::new(visit.language(), File::Kiosk);
        Self { visit, texts }
    }

    /// The language it is in.
    pub fn language(&self) -> &str {
        self.visit.language()
    }

    /// The screen on a terminal of this size; the accent is the policy's.
    pub fn draw(&self, mut look: Look, (wide, high): (u16, u16)) -> Buffer {
        look.set_accent(self.visit.accent());
        let area = Rect::new(0, 0, wide, high);
        let mut picture = Buffer::empty(area);
        let view = KioskView {
            screen: &self.visit.screen(),
            say: &self.texts,
            look: &look,
            organisation: self.visit.organisation(),
            scroll: 0,
            caps: false,
            beside: false,
        };
        view.render(area, &mut picture);
        picture
    }
}

/// The visit is told something that it asked.
fn told(visit: &mut Visit, of: Reply) {
    visit.reply(Ticket { visit: 0, of }, Duration::ZERO);
}
