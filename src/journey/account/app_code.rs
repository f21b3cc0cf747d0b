//! An authenticator app: its key as a code to scan, alone on its screen, and then the code that it
//! makes of it.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Confirmed, Enrolling, NewMethod};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::domain::session::Due;
use crate::journey::entry::Entry;
use crate::journey::present::{blank, error, field};
use crate::journey::screen::{Action, Scan, Screen, ScreenId};

/// The key of an authenticator.
pub struct AppCode {
    home: Home,
    /// The `otpauth` URI, and the key in groups of four, once they are known.
    key: Option<(SecretText, SecretText)>,
    /// The app has the key; what it makes of it is asked for.
    scanned: bool,
    code: Entry,
    error: Option<Msg>,
}

impl AppCode {
    /// Asks for a key as soon as it is shown.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            key: None,
            scanned: false,
            code: Entry::default(),
            error: None,
        }
    }

    fn confirmed(&mut self, confirmed: Confirmed, due: Due) -> Turn {
        self.code.clear();
        let why = match confirmed {
            Confirmed::Done => return self.home.done(due, Msg::new("note-registered")),
            Confirmed::Wrong { left } => Msg::new("error-wrong-new-app-code").number("left", left),
            Confirmed::Malformed { digits } => {
                Msg::new("error-malformed-code").number("digits", digits)
            }
            Confirmed::TooLate | Confirmed::Gone => Msg::new("error-enrol-over"),
        };
        self.error = Some(why);
        Turn::Stay(Some(0))
    }
}

impl Page for AppCode {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let id = match self.scanned {
            true => ScreenId::ConfirmAppCode,
            false => ScreenId::AddAppCode,
        };
        let mut screen = blank(id, Msg::new("app-code-title"));
        screen.notices.extend(error(self.error.as_ref()));
        if self.scanned {
            screen.text = vec![Msg::new("app-code-confirm")];
            screen.fields = vec![field("field-code", &self.code, false, false)];
            screen.actions = vec![Action::Next, Action::Back, Action::Cancel];
            return screen;
        }
        screen.qr = self.key.as_ref().map(|(uri, key)| Scan {
            text: uri.expose(),
            drawn: Msg::new("app-code-scan"),
            undrawn: Msg::new("app-code-type"),
            typed: vec![(Msg::new("app-code-key"), key.expose())],
        });
        let next = self.key.as_ref().map(|_| Action::Next);
        screen.actions.extend(next);
        screen.actions.extend([Action::Different, Action::Cancel]);
        screen
    }

    fn help(&self) -> &'static str {
        match self.scanned {
            true => "help-app-code-confirm",
            false => "help-app-code",
        }
    }

    fn entry(&mut self, at: usize) -> Option<&mut Entry> {
        (at == 0 && self.scanned).then_some(&mut self.code)
    }

    fn edited(&mut self) {
        self.error = None;
    }

    fn begins(&mut self) -> Option<Ask> {
        self.key.is_none().then_some(Ask::Enrol(NewMethod::AppCode))
    }

    fn act(&mut self, action: Action) -> Turn {
        match action {
            Action::Next if !self.scanned => {
                self.scanned = true;
                Turn::Turned
            }
            Action::Next if self.code.is_blank() => {
                self.error = Some(Msg::new("error-empty-code"));
                Turn::Stay(Some(0))
            }
            Action::Next => Turn::Ask(Ask::ConfirmEnrolment(Method::AppCode, self.code.secret())),
            _ => Turn::Stay(None),
        }
    }

    fn back(&mut self) -> Turn {
        if !self.scanned {
            return self.home.back();
        }
        self.scanned = false;
        self.error = None;
        self.code.clear();
        Turn::Turned
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
            Told::Confirmed(confirmed, due) => self.confirmed(confirmed, due),
            Told::Due(due) => Turn::Due(due, None),
            _ => Turn::Stay(None),
        }
    }
}
