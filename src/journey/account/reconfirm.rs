//! From time to time a person looks over what is registered.

use super::ask::{Ask, Told};
use super::items;
use super::menu::note;
use super::page::{Page, Seen, Turn};
use crate::domain::enrolment::Item;
use crate::domain::msg::Msg;
use crate::journey::present::{blank, line};
use crate::journey::screen::{Action, Screen, ScreenId};

/// What is there, and whether it is right.
pub struct Reconfirm {
    items: Vec<Item>,
    note: Option<Msg>,
}

impl Reconfirm {
    /// These are to be looked over.
    pub fn new(items: Vec<Item>, note: Option<Msg>) -> Self {
        Self { items, note }
    }
}

impl Page for Reconfirm {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::Reconfirm, Msg::new("reconfirm-title"));
        screen.notices.extend(note(self.note.as_ref()));
        screen.text = vec![Msg::new("reconfirm-text")];
        screen.text.extend(self.items.iter().map(items::label));
        screen.choices = vec![
            line("reconfirm-choice-right"),
            line("reconfirm-choice-change"),
        ];
        screen.actions = vec![Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-reconfirm"
    }

    fn choose(&mut self, line: usize) -> Turn {
        match line {
            0 => Turn::Ask(Ask::Confirm),
            1 => Turn::List(None),
            _ => Turn::Stay(None),
        }
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Due(due) => Turn::Due(due, Some(Msg::new("note-confirmed"))),
            _ => Turn::Stay(None),
        }
    }
}
