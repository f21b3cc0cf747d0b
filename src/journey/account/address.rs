//! A mail address of one's own.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Enrolling, NewMethod};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, error, field};
use crate::journey::screen::{Action, Screen, ScreenId};

/// The field of the address.
pub struct Address {
    home: Home,
    typed: Entry,
    error: Option<Msg>,
}

impl Address {
    /// An empty field.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            typed: Entry::default(),
            error: None,
        }
    }
}

impl Page for Address {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::AddAddress, Msg::new("address-title"));
        screen.notices.extend(error(self.error.as_ref()));
        screen.text = vec![Msg::new("address-text")];
        screen.fields = vec![field("field-address", &self.typed, false, false)];
        screen.actions = vec![Action::Next, Action::Different, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-address"
    }

    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        (field == 0).then_some(&mut self.typed)
    }

    fn edited(&mut self) {
        self.error = None;
    }

    fn act(&mut self, action: Action) -> Turn {
        if action != Action::Next {
            return Turn::Stay(None);
        }
        if self.typed.is_blank() {
            self.error = Some(Msg::new("error-empty-address"));
            return Turn::Stay(Some(0));
        }
        Turn::Ask(Ask::Enrol(NewMethod::Email(self.typed.secret())))
    }

    fn back(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Enrolling(Enrolling::Not(refused), _) => {
                refused::turn(&refused, About::Address, &mut self.error)
            }
            Told::Enrolling(enrolling, due) => self.home.confirm(Method::Email, enrolling, due),
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}
