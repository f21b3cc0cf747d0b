//! The app that takes requests: it is subscribed, and then answers a test.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Enrolling, NewMethod, Subscription};
use crate::domain::msg::Msg;
use crate::journey::present::{blank, error};
use crate::journey::screen::{Action, Screen, ScreenId};

/// How the app is subscribed.
pub struct App {
    home: Home,
    subscription: Option<Subscription>,
    error: Option<Msg>,
}

impl App {
    /// Asks for a topic as soon as it is shown.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            subscription: None,
            error: None,
        }
    }
}

impl Page for App {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::AddApp, Msg::new("app-title"));
        screen.notices.extend(error(self.error.as_ref()));
        screen.actions = vec![Action::Next, Action::Different, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-app"
    }

    fn begins(&mut self) -> Option<Ask> {
        let known = self.subscription.is_some();
        (!known).then_some(Ask::Enrol(NewMethod::AppNotification))
    }

    fn back(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        match told {
            Told::Enrolling(Enrolling::App(subscription), _) => {
                self.subscription = Some(subscription);
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
