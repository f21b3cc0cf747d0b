//! A new password for who is signed in: by choice, or because it is due. The current one was typed
//! at the sign-in and is not asked for again.

use super::ask::{Ask, Told};
use super::page::{Page, Seen, Turn};
use crate::domain::msg::Msg;
use crate::domain::password::Rules;
use crate::domain::session::{Changed, Due, Outdated};
use crate::journey::entry::Entry;
use crate::journey::password::NewPassword;
use crate::journey::present::blank;
use crate::journey::screen::{Action, Screen, ScreenId};

/// The fields of the new password.
pub struct ChangePassword {
    new: NewPassword,
    /// Why it must be changed, if it must.
    why: Option<Outdated>,
}

impl ChangePassword {
    /// Empty fields under these rules.
    pub fn new(rules: Rules, why: Option<Outdated>) -> Self {
        let new = NewPassword::new(rules);
        Self { new, why }
    }

    fn changed(&mut self, changed: Changed) -> Turn {
        match changed {
            Changed::Done { told, due } => match (self.why, *due) {
                (None, Due::Nothing) => Turn::Changed(told),
                (_, due) => {
                    let note = match told {
                        true => "note-password-changed-told",
                        false => "note-password-changed",
                    };
                    Turn::Due(due, Some(Msg::new(note)))
                }
            },
            Changed::Rejected(verdicts) => {
                self.new.rejected(verdicts);
                // What is typed next is judged by the rules of now.
                Turn::Ask(Ask::Rules)
            }
            Changed::First(due) => Turn::Due(*due, None),
        }
    }
}

impl Page for ChangePassword {
    fn screen(&self, seen: Seen) -> Screen<'_> {
        let (id, title, text) = match self.why {
            None => (ScreenId::ChangePassword, "change-title", None),
            Some(Outdated::Temporary) => (
                ScreenId::NewPassword,
                "change-title-due",
                Some("change-text-temporary"),
            ),
            Some(Outdated::Expired) => (
                ScreenId::NewPassword,
                "change-title-due",
                Some("change-text-expired"),
            ),
        };
        let mut screen = blank(id, Msg::new(title));
        // Once read it gives way to what went wrong.
        let text = text.filter(|_| self.new.error.is_none());
        screen.text.extend(text.map(Msg::new));
        self.new.show(&mut screen, seen.revealed);
        screen.actions = vec![Action::Next, Action::Reveal, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-password"
    }

    fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        self.new.entry(field)
    }

    fn edited(&mut self) {
        self.new.edited();
    }

    fn act(&mut self, action: Action) -> Turn {
        if action != Action::Next {
            return Turn::Stay(None);
        }
        match self.new.submit() {
            Ok(secret) => Turn::Ask(Ask::Change(secret)),
            Err(field) => Turn::Stay(Some(field)),
        }
    }

    fn back(&mut self) -> Turn {
        match self.why {
            None => Turn::Ask(Ask::Due),
            Some(_) => Turn::Stay(None),
        }
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Changed(changed) => self.changed(changed),
            Told::Due(due) => Turn::Due(due, None),
            Told::Rules(rules) => {
                self.new.follow(rules);
                Turn::Stay(Some(0))
            }
            _ => Turn::Stay(None),
        }
    }
}
