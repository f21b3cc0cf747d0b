//! What a signed-in person may do.

use super::ask::{Ask, Told};
use super::change::ChangePassword;
use super::page::{Page, Seen, Turn};
use crate::domain::msg::Msg;
use crate::journey::present::{blank, detailed};
use crate::journey::screen::{Notice, Screen, ScreenId};

/// The lines of the menu.
const LINES: [&str; 3] = ["menu-choice-change", "menu-choice-info", "menu-choice-out"];

/// The menu.
pub struct Menu {
    note: Option<Msg>,
}

impl Menu {
    /// The menu, with what has just happened.
    pub fn new(note: Option<Msg>) -> Self {
        Self { note }
    }
}

impl Page for Menu {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::Menu, Msg::new("menu-title"));
        screen.notices.extend(note(self.note.as_ref()));
        screen.choices = LINES.map(detailed).to_vec();
        screen
    }

    fn help(&self) -> &'static str {
        "help-menu"
    }

    fn choose(&mut self, line: usize) -> Turn {
        match line {
            0 => Turn::Ask(Ask::Rules),
            1 => Turn::List(None),
            2 => Turn::SignOut,
            _ => Turn::Stay(None),
        }
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Rules(rules) => Turn::Show(Box::new(ChangePassword::new(rules, None))),
            _ => Turn::Stay(None),
        }
    }
}

/// Something that has just happened, above a page.
pub(super) fn note(message: Option<&Msg>) -> Option<Notice> {
    message.cloned().map(Notice::note)
}
