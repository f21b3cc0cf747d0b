//! One method of *My security info*, and what can be done with it.

use super::add;
use super::delete::Delete;
use super::doing::{Doing, What};
use super::items;
use super::page::{Home, Page, Seen, Turn};
use super::phone::Phone;
use crate::domain::enrolment::{Holder, Info, Item};
use crate::domain::method::Method;
use crate::journey::present::{blank, line};
use crate::journey::screen::{Action, Screen, ScreenId};

/// What can be done with it.
#[derive(Clone, Copy)]
enum Deed {
    Change,
    Confirm,
    First,
    NotFirst,
    Delete,
}

impl Deed {
    const fn label(self) -> &'static str {
        match self {
            Self::Change => "one-choice-change",
            Self::Confirm => "one-choice-confirm",
            Self::First => "one-choice-first",
            Self::NotFirst => "one-choice-not-first",
            Self::Delete => "one-choice-delete",
        }
    }
}

/// One method.
pub struct OneItem {
    info: Info,
    item: Item,
}

impl OneItem {
    /// One of what is there.
    pub fn new(info: Info, item: Item) -> Self {
        Self { info, item }
    }

    fn deeds(&self) -> Vec<Deed> {
        let item = &self.item;
        let changes = matches!(
            item.method,
            Method::Email | Method::MobilePhone | Method::SecurityQuestions
        );
        let mut deeds = Vec::new();
        if item.usable && item.holder == Holder::Provided {
            deeds.push(Deed::Confirm);
        }
        // One's own value wins over what was provided.
        if item.usable && changes {
            deeds.push(Deed::Change);
        }
        match (item.usable, item.preferred) {
            (_, true) => deeds.push(Deed::NotFirst),
            (true, false) => deeds.push(Deed::First),
            (false, false) => {}
        }
        if item.id.is_some() {
            deeds.push(Deed::Delete);
        }
        deeds
    }

    fn does(&self, deed: Deed) -> Turn {
        let home = Home::Info(self.info.clone());
        let doing = |what| home.reach(Box::new(Doing::new(home.clone(), what)));
        match (deed, self.item.id) {
            (Deed::Change, id) => match self.item.method {
                Method::MobilePhone => home.reach(Box::new(Phone::new(home.clone(), id))),
                method => add::reach(Some(&method), &home),
            },
            (Deed::Confirm, _) => match What::confirm(&self.item) {
                Some(what) => doing(what),
                None => Turn::Stay(None),
            },
            (Deed::First, _) => doing(What::Prefer(Some(self.item.method))),
            (Deed::NotFirst, _) => doing(What::Prefer(None)),
            (Deed::Delete, Some(id)) => Turn::Show(Box::new(Delete::new(
                self.info.clone(),
                self.item.clone(),
                id,
            ))),
            (Deed::Delete, None) => Turn::Stay(None),
        }
    }
}

impl Page for OneItem {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::SecurityItem, items::label(&self.item));
        screen.text = vec![items::detail(&self.item)];
        screen.choices = self.deeds().iter().map(|deed| line(deed.label())).collect();
        screen.actions = vec![Action::Back, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-one"
    }

    fn choose(&mut self, line: usize) -> Turn {
        match self.deeds().get(line) {
            Some(deed) => self.does(*deed),
            None => Turn::Stay(None),
        }
    }

    fn back(&mut self) -> Turn {
        Home::Info(self.info.clone()).back()
    }
}
