//! What the loop knows of those it serves: the journey's host, and what stands beside the kiosk.

use std::future::Future;
use std::time::Duration;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::accent::Accent;
use crate::journey::input::Input;
use crate::journey::screen::{Screen, Stance};
use crate::tui::Say;
use crate::tui::theme::Look;
use crate::tui::widgets::Rows;

/// What tells one screen from the next: keys meant for one must not reach the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Another number for every screen that is shown.
    pub turn: u64,
    /// Whether an answer is awaited.
    pub working: bool,
}

/// The journey and its runner, as the loop sees them. Every `at` is the time since the loop began.
pub trait Host {
    /// Work for the service.
    type Request;
    /// What comes of it.
    type Reply: Send + 'static;

    /// What to show.
    fn screen(&self) -> Screen<'_>;
    /// What keys are read by there.
    fn stance(&self) -> Stance {
        self.screen().stance()
    }
    /// Which screen that is.
    fn scene(&self) -> Scene;
    /// What a person did.
    fn input(&mut self, input: Input, at: Duration) -> Option<Self::Request>;
    /// What came of a request; of a journey that ended, to be ignored.
    fn answer(&mut self, reply: Self::Reply, at: Duration) -> Option<Self::Request>;
    /// Time went by; whether that changed the screen, and what it leads to.
    fn tick(&mut self, at: Duration) -> (bool, Option<Self::Request>);
    /// When time going by changes something next, if nothing else happens before.
    fn due(&self) -> Option<Duration>;
    /// Does the work, beside the loop.
    fn perform(&self, request: Self::Request) -> impl Future<Output = Self::Reply> + 'static;
    /// The words, in the language of the moment.
    fn say(&self) -> &dyn Say;
    /// The organisation's name, above every screen.
    fn organisation(&self) -> &str;
    /// The organisation's colour, if it has one.
    fn accent(&self) -> Option<Accent>;
    /// Begins anew with the first screen after a fault, which it shows by this reference; what is to
    /// be asked to give up what was open.
    fn start_over(&mut self, reference: &str) -> Option<Self::Request>;
    /// What is to be asked before the terminal or the process ends.
    fn hang_up(&mut self) -> Option<Self::Request>;
    /// Whether to leave the program.
    fn ended(&self) -> bool;
    /// True once after everything typed was wiped: the terminal is then wiped as well.
    fn wiped(&mut self) -> bool;
}

/// Something that stands beside the kiosk, with keys of its own.
pub trait Companion {
    /// Its columns out of `total`.
    fn beside_width(&self, total: u16) -> u16;
    /// Draws it; the cursor, while it has the focus.
    fn beside(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        look: &Look,
        say: &dyn Say,
    ) -> Option<Position>;
    /// What it shows below everything, in a window of so many columns and rows.
    fn below(&self, _room: (u16, u16), _look: &Look, _say: &dyn Say) -> Rows {
        Rows::default()
    }
    /// What its keys do, for a bar of keys.
    fn keys(&self) -> &'static [&'static str] {
        &["keys-phone"]
    }
    /// Sees each key first; whether it took the key.
    fn beside_key(&mut self, key: KeyEvent) -> bool;
    /// True once after a key that leads to what else there is on this terminal.
    fn leaves(&mut self) -> bool {
        false
    }
    /// Time went by; whether that changed it.
    fn beside_tick(&mut self) -> bool;
}
