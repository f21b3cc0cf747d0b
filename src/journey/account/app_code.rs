//! An authenticator app: its key, and then the code it shows.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Enrolling, NewMethod};
use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::journey::present::{blank, error};
use crate::journey::screen::{Action, Screen, ScreenId};

/// The key of an authenticator.
pub struct AppCode {
    home: Home,
    /// The `otpauth` URI, and the key in groups of four, once they are known.
    key: Option<(SecretText, SecretText)>,
    error: Option<Msg>,
}

impl AppCode {
    /// Asks for a key as soon as it is shown.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            key: None,
            error: None,
        }
    }
}

impl Page for AppCode {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::AddAppCode, Msg::new("app-code-title"));
        screen.notices.extend(error(self.error.as_ref()));
        screen.actions = vec![Action::Next, Action::Different, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-app-code"
    }

    fn begins(&mut self) -> Option<Ask> {
        self.key.is_none().then_some(Ask::Enrol(NewMethod::AppCode))
    }

    fn back(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Enrolling(Enrolling::AppCode { uri, key }, _) => {
                self.key = Some((uri, key));
                Turn::Stay(Some(0))
            }
            Told::Enrolling(Enrolling::Not(refused), _) => {
                refused::turn(&refused, About::Number, &mut self.error)
            }
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}
