//! The password once more, as the fresh proof of who has no method to prove it by.

use super::ask::{Ask, Told};
use super::page::{Page, Seen, Turn};
use crate::domain::enrolment::PasswordProof;
use crate::domain::msg::Msg;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, error, field};
use crate::journey::screen::{Action, Screen, ScreenId};

/// The field of the password.
pub struct PasswordAgain {
    password: Entry,
    error: Option<Msg>,
}

impl PasswordAgain {
    /// An empty field.
    pub fn new() -> Self {
        Self {
            password: Entry::password(),
            error: None,
        }
    }
}

impl Page for PasswordAgain {
    fn screen(&self, seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::PasswordAgain, Msg::new("gate-title-change"));
        screen.notices.extend(error(self.error.as_ref()));
        screen.text = vec![Msg::new("password-again-text")];
        screen.fields = vec![field("field-password", &self.password, true, seen.revealed)];
        screen.actions = vec![Action::Next, Action::Reveal, Action::Back, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-password-again"
    }

    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        (field == 0).then_some(&mut self.password)
    }

    fn edited(&mut self) {
        self.error = None;
    }

    fn act(&mut self, action: Action) -> Turn {
        if action != Action::Next {
            return Turn::Stay(None);
        }
        if self.password.text().is_empty() {
            self.error = Some(Msg::new("error-empty-current-password"));
            return Turn::Stay(Some(0));
        }
        Turn::Ask(Ask::Password(self.password.secret()))
    }

    fn back(&mut self) -> Turn {
        Turn::List(None)
    }

    fn told(&mut self, told: Told) -> Turn {
        let Told::Password(proof) = told else {
            return Turn::Stay(None);
        };
        self.password.clear();
        self.error = Some(match proof {
            PasswordProof::Passed => return Turn::Proved,
            PasswordProof::NotOffered => return Turn::List(None),
            PasswordProof::Wrong => Msg::new("error-password-wrong"),
            PasswordProof::Locked { minutes } => {
                Msg::new("error-sign-in-locked").number("minutes", minutes)
            }
        });
        Turn::Stay(Some(0))
    }
}
