//! The full-screen front end: a terminal guard, one stream of events, one keymap, one theme, and
//! views that draw what the journey says.
//!
//! It may use `journey`, `domain`, `i18n`, ratatui, crossterm, tokio and rustix; never a store, a
//! channel or a directory. The console ([`admin`]) alone asks services itself. What must stay true:
//! the terminal is restored however the program ends; nothing is drawn that was not cleaned by
//! [`widgets::text`]; colours are named in [`theme`] alone; every frame is safe at any size, 1×1
//! included; the real cursor sits on what is focused.

pub mod admin;
pub mod canvas;
mod caps;
mod decode;
pub mod demo;
pub mod events;
pub mod keymap;
pub mod kiosk;
pub mod placard;
pub mod terminal;
pub mod theme;
pub mod widgets;

use crate::domain::msg::Msg;

/// Gives a message its words in the language of the screen.
pub trait Say {
    /// The words of `msg`.
    fn say(&self, msg: &Msg) -> String;
}

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod samples;
