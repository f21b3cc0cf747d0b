//! *My security info*: what is registered and provided.

use super::add::Add;
use super::ask::{Ask, Told};
use super::item::OneItem;
use super::items;
use super::menu::note;
use super::page::{Page, Seen, Turn};
use crate::domain::enrolment::Info;
use crate::domain::msg::Msg;
use crate::journey::present::{blank, line};
use crate::journey::screen::{Action, Screen, ScreenId};

/// The list.
pub struct SecurityInfo {
    info: Info,
    note: Option<Msg>,
}

impl SecurityInfo {
    /// What is there, with what has just happened.
    pub fn new(info: Info, note: Option<Msg>) -> Self {
        Self { info, note }
    }
}

impl Page for SecurityInfo {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::SecurityInfo, Msg::new("info-title"));
        screen.notices.extend(note(self.note.as_ref()));
        screen.text = vec![Msg::new(match self.info.items.is_empty() {
            true => "info-text-empty",
            false => "info-text",
        })];
        screen.choices = self.info.items.iter().map(items::line).collect();
        if !self.info.addable.is_empty() {
            screen.choices.push(line("info-choice-add"));
        }
        screen.actions = vec![Action::Back, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-info"
    }

    fn choose(&mut self, line: usize) -> Turn {
        match self.info.items.get(line) {
            Some(item) => Turn::Show(Box::new(OneItem::new(self.info.clone(), item.clone()))),
            None => Turn::Show(Box::new(Add::new(self.info.clone()))),
        }
    }

    fn back(&mut self) -> Turn {
        Turn::Ask(Ask::Due)
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}
