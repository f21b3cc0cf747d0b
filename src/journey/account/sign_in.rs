//! The user ID and the password, on one screen. An unknown account and a wrong password are told
//! alike.

use super::page::{Page, Seen, Turn};
use crate::domain::msg::Msg;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, error, field};
use crate::journey::screen::{Action, Screen, ScreenId};

/// The fields of a sign-in.
pub struct SignIn {
    user: Entry,
    password: Entry,
    /// Whose login this is, where it is no choice.
    fixed: Option<String>,
    /// What it is for.
    text: &'static str,
    error: Option<Msg>,
}

impl SignIn {
    /// Empty fields; `fixed` is the user ID where the host knows who is asking.
    pub fn new(fixed: Option<String>) -> Self {
        Self {
            user: Entry::default(),
            password: Entry::password(),
            fixed,
            text: "sign-in-text",
            error: None,
        }
    }

    /// The same for an administrator, on the way to the console.
    pub fn for_console() -> Self {
        Self {
            text: "sign-in-text-console",
            ..Self::new(None)
        }
    }

    fn secret_field(&self) -> usize {
        usize::from(self.fixed.is_none())
    }
}

impl Page for SignIn {
    fn screen(&self, seen: Seen) -> Screen<'_> {
        let id = match self.fixed {
            Some(_) => ScreenId::SignInHere,
            None => ScreenId::SignIn,
        };
        let mut screen = blank(id, Msg::new("sign-in-title"));
        screen.notices.extend(error(self.error.as_ref()));
        match &self.fixed {
            Some(user) => {
                let text = Msg::new("sign-in-text-known").text("user", user);
                screen.text.push(text);
            }
            None => {
                screen.text.push(Msg::new(self.text));
                screen.fields = vec![field("field-user-id", &self.user, false, false)];
            }
        }
        let password = field("field-password", &self.password, true, seen.revealed);
        screen.fields.push(password);
        screen.actions = vec![Action::Next, Action::Reveal, Action::Back];
        screen
    }

    fn help(&self) -> &'static str {
        "help-sign-in"
    }

    fn is_first(&self) -> bool {
        self.fixed.is_some()
    }

    fn entry(&mut self, at: usize) -> Option<&mut Entry> {
        match (at, self.secret_field()) {
            (at, secret) if at == secret => Some(&mut self.password),
            (0, _) => Some(&mut self.user),
            _ => None,
        }
    }

    fn edited(&mut self) {
        self.error = None;
    }

    /// The name stays, the password goes.
    fn rejected(&mut self, why: Msg) -> usize {
        self.password.clear();
        self.error = Some(why);
        self.secret_field()
    }

    fn act(&mut self, action: Action) -> Turn {
        if action != Action::Next {
            return Turn::Stay(None);
        }
        if self.fixed.is_none() && self.user.is_blank() {
            self.error = Some(Msg::new("error-empty-user-id"));
            return Turn::Stay(Some(0));
        }
        if self.password.text().is_empty() {
            self.error = Some(Msg::new("error-empty-current-password"));
            return Turn::Stay(Some(self.secret_field()));
        }
        let name = match &self.fixed {
            Some(name) => name.clone(),
            None => self.user.text().to_owned(),
        };
        Turn::SignIn(name, self.password.secret())
    }

    fn back(&mut self) -> Turn {
        match self.fixed {
            Some(_) => Turn::SignOut,
            None => Turn::Leave,
        }
    }
}
