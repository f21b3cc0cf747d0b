//! The wheel of the mouse: what Up and Down do, so many times.

use super::console::{Console, Side};
use crate::tui::events::Events;
use crate::tui::keymap::Command;

impl Console {
    /// The wheel was turned by so many rows, down counted positive. In the list of tabs it means
    /// nothing: each would be opened on the way.
    pub fn wheel(&mut self, rows: i16, events: &Events<u64>) {
        if self.side != Side::Place || self.overlay.is_some() {
            return;
        }
        let command = match rows > 0 {
            true => Command::Next,
            false => Command::Previous,
        };
        for _ in 0..rows.unsigned_abs() {
            self.key(command, events);
        }
    }
}
