//! Taking a method away, after it was confirmed.

use super::doing::{Doing, What};
use super::item::OneItem;
use super::items;
use super::page::{Home, Page, Seen, Turn};
use crate::domain::enrolment::{Info, Item};
use crate::domain::msg::Msg;
use crate::journey::present::{blank, line};
use crate::journey::screen::{Action, Screen, ScreenId};

/// Whether it is really meant.
pub struct Delete {
    info: Info,
    item: Item,
    id: i64,
}

impl Delete {
    /// This one is to go.
    pub fn new(info: Info, item: Item, id: i64) -> Self {
        Self { info, item, id }
    }
}

impl Page for Delete {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::DeleteMethod, Msg::new("delete-title"));
        screen.text = vec![items::label(&self.item), Msg::new("delete-text")];
        screen.choices = vec![line("delete-choice-keep"), line("delete-choice-delete")];
        screen.actions = vec![Action::Back, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-delete"
    }

    fn choose(&mut self, line: usize) -> Turn {
        let home = Home::Info(self.info.clone());
        match line {
            0 => self.back(),
            1 => home.reach(Box::new(Doing::new(home.clone(), What::Delete(self.id)))),
            _ => Turn::Stay(None),
        }
    }

    fn back(&mut self) -> Turn {
        let (info, item) = (self.info.clone(), self.item.clone());
        Turn::Show(Box::new(OneItem::new(info, item)))
    }
}
