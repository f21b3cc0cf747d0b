//! The phone as what stands beside the kiosk: it takes messages and codes as they come.

use std::sync::mpsc::Receiver;

use crossterm::event::{KeyEvent, KeyEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::calling::{IncomingCall, PhoneLine};
use super::phone::{AuthenticatorCode, Phone, PhoneMail, PhoneView};
use crate::tui::Say;
use crate::tui::kiosk::Companion;
use crate::tui::theme::Look;

/// The least columns the kiosk keeps beside the phone.
const KIOSK: u16 = 50;
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
        }
    }
}

impl Companion for DemoPhone {
    fn beside_width(&self, total: u16) -> u16 {
        match total.saturating_sub(KIOSK) {
            room @ NARROW.. => room.min(PHONE),
            // There is no room for both: F6 changes between them.
            _ if self.phone.focused => total,
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
        PhoneView {
            phone: &mut self.phone,
            say,
            look,
        }
        .render(area, buf)
    }

    fn beside_key(&mut self, key: KeyEvent) -> bool {
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
        self.phone.codes = codes;
        while let Ok(mail) = self.mails.try_recv() {
            self.phone.receive(mail);
            changed = true;
        }
        changed
    }
}
