//! *More information required*: methods are registered before anything else, and when there are
//! enough, more may be.

use super::add;
use super::doing::{Doing, What};
use super::items;
use super::menu::note;
use super::page::{Home, Page, Seen, Turn};
use crate::domain::enrolment::{Holder, Item, Needs};
use crate::domain::msg::Msg;
use crate::domain::session::Due;
use crate::journey::present::{blank, line};
use crate::journey::screen::{Action, Choice, Screen, ScreenId};

/// What it is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// Enough for a reset.
    Enough,
    /// The same, of somebody who wants into the console: whoever has a second factor may do it later.
    EnoughOrLater,
    /// A second factor, without which no console opens.
    Factor,
}

/// What is still needed.
pub struct Register {
    needs: Needs,
    wants: Wants,
    note: Option<Msg>,
}

impl Register {
    /// These are needed.
    pub fn new(needs: Needs, wants: Wants, note: Option<Msg>) -> Self {
        Self { needs, wants, note }
    }

    /// Whether it may be done later.
    fn may_wait(&self) -> bool {
        let factor = |item: &Item| item.holder == Holder::Own && item.method.is_second_factor();
        self.wants == Wants::EnoughOrLater && self.needs.items.iter().any(factor)
    }

    /// What was provided and can be confirmed as one's own.
    fn provided(&self) -> impl Iterator<Item = &Item> {
        let items = self.needs.items.iter();
        items.filter(|item| item.holder == Holder::Provided && item.usable)
    }
}

impl Page for Register {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let needs = &self.needs;
        let mut screen = blank(ScreenId::MoreInformation, Msg::new("register-title"));
        screen.notices.extend(note(self.note.as_ref()));
        // As many as are needed, and still not done: none of them may be the only one passed.
        let so_far = match needs.have < needs.required {
            true => Msg::new("register-progress")
                .number("have", needs.have)
                .number("required", needs.required),
            false => Msg::new("register-not-alone"),
        };
        screen.text = match self.wants {
            Wants::Factor => vec![Msg::new("register-text-factor")],
            _ => vec![Msg::new("register-text"), so_far],
        };
        screen.choices = needs.addable.iter().copied().map(items::addable).collect();
        screen.choices.extend(self.provided().map(|item| {
            Choice {
                label: Msg::new("register-choice-confirm")
                    .text("address", item.masked.as_deref().unwrap_or_default()),
                detail: Some(Msg::new("item-detail-provided")),
            }
        }));
        if screen.choices.is_empty() {
            // Nobody is kept from their account by what can't be done.
            screen.text.push(Msg::new("register-text-nothing"));
            screen.choices = vec![line("enough-choice-on")];
        } else if self.may_wait() {
            screen.choices.push(line("register-choice-later"));
        }
        screen.actions = vec![Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        match self.wants {
            Wants::Factor => "help-register-factor",
            _ if self.may_wait() => "help-register-later",
            _ => "help-register",
        }
    }

    fn choose(&mut self, line: usize) -> Turn {
        let home = Home::Register(self.needs.clone(), self.wants);
        match line.checked_sub(self.needs.addable.len()) {
            None => add::reach(self.needs.addable.get(line), &home),
            Some(provided) => match self.provided().nth(provided).and_then(What::confirm) {
                Some(what) => home.reach(Box::new(Doing::new(home.clone(), what))),
                None => Turn::Due(Due::Nothing, None),
            },
        }
    }
}

/// Enough is registered.
pub struct Enough {
    due: Due,
    note: Msg,
}

impl Enough {
    /// After this was registered, that is due.
    pub fn new(due: Due, note: Msg) -> Self {
        Self { due, note }
    }
}

impl Page for Enough {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::EnoughRegistered, Msg::new("enough-title"));
        screen.notices.extend(note(Some(&self.note)));
        screen.text = vec![Msg::new("enough-text")];
        screen.choices = vec![line("enough-choice-on"), line("enough-choice-more")];
        screen.actions = vec![Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-enough"
    }

    fn choose(&mut self, line: usize) -> Turn {
        match line {
            0 => Turn::Due(self.due.clone(), None),
            1 => Turn::Add,
            _ => Turn::Stay(None),
        }
    }
}
