//! The first screen as a visitor would see it, drawn by the kiosk's own view: for whoever changes
//! what stands on it.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::KioskView;
use crate::domain::policy::Policy;
use crate::i18n::{File, Texts};
use crate::journey::request::Ticket;
use crate::journey::{Greeting, Limits, Reply, Visit};
use crate::tui::theme::Look;

/// A visit that nobody makes.
pub struct Preview {
    visit: Visit,
    texts: Texts,
}

impl Preview {
    /// The first screen under a policy, at a kiosk of this language: as a visitor would see it, in
    /// the organisation's language where this one is not offered.
    pub fn new(policy: &Policy, language: &str) -> Self {
        let mut visit = Visit::new(Limits {
            idle: Duration::from_secs(90),
            scale: 1.0,
            language: language.to_owned(),
            once: false,
            leave: false,
            drawn: true,
        });
        let greeting = Ticket {
            visit: 0,
            of: Reply::Greeting(Greeting::of(policy, false)),
        };
        visit.reply(greeting, Duration::ZERO);
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
