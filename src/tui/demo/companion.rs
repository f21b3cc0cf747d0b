//! The phone and the tour as what stands beside the kiosk: messages, codes and ticks come as they come.

use std::sync::mpsc::Receiver;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::calling::{IncomingCall, PhoneLine};
use super::phone::{AuthenticatorCode, Phone, PhoneMail, PhoneView};
use super::tour::TourPanel;
use crate::tui::Say;
use crate::tui::kiosk::Companion;
use crate::tui::theme::Look;
use crate::tui::widgets::Rows;

/// The least columns the kiosk keeps beside the phone.
pub const KIOSK: u16 = 50;
/// The same of the console, whose list of tabs needs them.
pub const CONSOLE: u16 = 80;
/// The most columns the phone takes.
const PHONE: u16 = 44;
/// The fewest in which it can be read.
const NARROW: u16 = 24;

/// The demo's phone.
pub struct DemoPhone {
    phone: Phone,
    mails: Receiver<PhoneMail>,
    line: PhoneLine,
    codes: Box<dyn Fn() -> Vec<AuthenticatorCode>>,
    answer: Box<dyn Fn(u64, char)>,
    tour: Option<TourPanel>,
    /// The columns that are left to what it stands beside.
    leaves: u16,
    /// Whether there is something else on this terminal, and F8 was pressed.
    elsewhere: Option<bool>,
}

impl DemoPhone {
    /// A phone of this number that these messages and calls come to, that shows these codes, and whose
    /// answers are taken there.
    pub fn new(
        mails: Receiver<PhoneMail>,
        calls: Receiver<IncomingCall>,
        number: &str,
        codes: impl Fn() -> Vec<AuthenticatorCode> + 'static,
        answer: impl Fn(u64, char) + 'static,
    ) -> Self {
        let phone = Phone {
            number: number.to_owned(),
            codes: codes(),
            ..Phone::default()
        };
        Self {
            phone,
            mails,
            line: PhoneLine::new(calls),
            codes: Box::new(codes),
            answer: Box::new(answer),
            tour: None,
            leaves: KIOSK,
            elsewhere: None,
        }
    }

    /// The same with a guided tour.
    pub fn touring(self, tour: TourPanel) -> Self {
        Self {
            tour: Some(tour),
            ..self
        }
    }

    /// The same where F8 leads to what else there is on this terminal.
    pub fn leading_elsewhere(self) -> Self {
        Self {
            elsewhere: Some(false),
            ..self
        }
    }

    /// Leaves so many columns at least to what it stands beside, and gives the keys back.
    pub fn stand_beside(&mut self, columns: u16) {
        self.leaves = columns;
        self.phone.focused = false;
    }

    /// Whether it has the keys.
    fn has_keys(&self) -> bool {
        self.phone.focused || self.tour.as_ref().is_some_and(TourPanel::is_open)
    }
}

impl Companion for DemoPhone {
    fn beside_width(&self, total: u16) -> u16 {
        match total.saturating_sub(self.leaves) {
            room @ NARROW.. => room.min(PHONE),
            // There is no room for both: F6 changes between them.
            _ if self.has_keys() => total,
            _ => 0,
        }
    }

    fn beside(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        look: &Look,
        say: &dyn Say,
    ) -> Option<Position> {
        if let Some(tour) = self.tour.as_mut().filter(|tour| tour.is_open()) {
            return tour.render(area, buf, look, say);
        }
        PhoneView {
            phone: &mut self.phone,
            say,
            look,
        }
        .render(area, buf)
    }

    fn keys(&self) -> &'static [&'static str] {
        match (self.elsewhere, &self.tour) {
            // The tour says it itself.
            (None, _) | (Some(_), Some(_)) => &["keys-phone"],
            (Some(_), None) => &["keys-phone", "keys-kiosk"],
        }
    }

    fn below(&self, room: (u16, u16), look: &Look, say: &dyn Say) -> Rows {
        let tour = self.tour.as_ref();
        tour.map_or_else(Rows::default, |tour| tour.below(room, look, say))
    }

    fn beside_key(&mut self, key: KeyEvent) -> bool {
        if key.code == KeyCode::F(8)
            && key.kind != KeyEventKind::Release
            && self.elsewhere.is_some()
        {
            self.elsewhere = Some(true);
            return true;
        }
        if self.tour.as_mut().is_some_and(|tour| tour.key(key)) {
            return true;
        }
        let pressed = self.phone.focused && key.kind != KeyEventKind::Release;
        let taken =
            (pressed && self.line.key(key.code, &mut self.phone.call)) || self.phone.key(key);
        for (id, answer) in self.phone.answers.drain(..) {
            (self.answer)(id, answer);
        }
        taken
    }

    fn beside_tick(&mut self) -> bool {
        let codes = (self.codes)();
        let mut changed = codes != self.phone.codes;
        changed |= self.line.look(&mut self.phone.call);
        changed |= self.tour.as_mut().is_some_and(TourPanel::look);
        self.phone.codes = codes;
        while let Ok(mail) = self.mails.try_recv() {
            self.phone.receive(mail);
            changed = true;
        }
        changed
    }
    fn leaves(&mut self) -> bool {
        let leaves = self.elsewhere == Some(true);
        self.elsewhere = self.elsewhere.map(|_| false);
        leaves
    }
}
