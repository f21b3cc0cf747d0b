//! A mobile number of one's own, confirmed by a text message or a call.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Enrolling, NewMethod};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::way::Way;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, error, field};
use crate::journey::screen::{Action, Screen, ScreenId};

/// The field of the number.
pub struct Phone {
    home: Home,
    /// The number in the list of the one that it replaces.
    instead: Option<i64>,
    typed: Entry,
    error: Option<Msg>,
}

impl Phone {
    /// An empty field.
    pub fn new(home: Home, instead: Option<i64>) -> Self {
        Self {
            home,
            instead,
            typed: Entry::default(),
            error: None,
        }
    }
}

impl Page for Phone {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::AddNumber, Msg::new("phone-number-title"));
        screen.notices.extend(error(self.error.as_ref()));
        screen.text = vec![
            Msg::new("phone-number-text"),
            Msg::new("phone-number-weaker"),
        ];
        screen.fields = vec![field("field-number", &self.typed, false, false)];
        screen.actions = vec![Action::Next];
        if self.home.calls() {
            screen.actions.push(Action::Call);
        }
        screen.actions.extend([Action::Different, Action::Cancel]);
        screen
    }

    fn help(&self) -> &'static str {
        "help-phone-number"
    }

    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        (field == 0).then_some(&mut self.typed)
    }

    fn edited(&mut self) {
        self.error = None;
    }

    fn act(&mut self, action: Action) -> Turn {
        let way = match action {
            Action::Next => Way::Text,
            Action::Call => Way::Call,
            _ => return Turn::Stay(None),
        };
        if self.typed.is_blank() {
            self.error = Some(Msg::new("error-empty-number"));
            return Turn::Stay(Some(0));
        }
        let number = self.typed.secret();
        Turn::Ask(Ask::Enrol(match self.instead {
            Some(id) => NewMethod::MobileInstead(number, way, id),
            None => NewMethod::Mobile(number, way),
        }))
    }

    fn back(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Enrolling(Enrolling::Not(refused), _) => {
                refused::turn(&refused, About::Number, &mut self.error)
            }
            Told::Enrolling(enrolling, due) => {
                self.home.confirm(Method::MobilePhone, enrolling, due)
            }
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}
