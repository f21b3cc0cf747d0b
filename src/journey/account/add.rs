//! Which method to set up, and the page that does it.

use super::address::Address;
use super::app::App;
use super::app_code::AppCode;
use super::items;
use super::page::{Home, Page, Seen, Turn};
use super::phone::Phone;
use super::questions::NewQuestions;
use crate::domain::enrolment::Info;
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::journey::present::blank;
use crate::journey::screen::{Action, Screen, ScreenId};

/// The page that sets a method up; nobody sets up an office phone.
pub fn page(method: Method, home: &Home) -> Option<Box<dyn Page>> {
    let home = home.clone();
    Some(match method {
        Method::AppNotification => Box::new(App::new(home)),
        Method::AppCode => Box::new(AppCode::new(home)),
        Method::Email => Box::new(Address::new(home)),
        Method::MobilePhone => Box::new(Phone::new(home, None)),
        Method::SecurityQuestions => Box::new(NewQuestions::new(home)),
        Method::OfficePhone => return None,
    })
}

/// Leads to the page that sets a method up.
pub fn reach(method: Option<&Method>, home: &Home) -> Turn {
    match method.and_then(|method| page(*method, home)) {
        Some(page) => home.reach(page),
        None => Turn::Stay(None),
    }
}

/// The methods that can be added to *My security info*.
pub struct Add {
    info: Info,
}

impl Add {
    /// What this lets be added.
    pub fn new(info: Info) -> Self {
        Self { info }
    }
}

impl Page for Add {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::AddMethod, Msg::new("add-title"));
        screen.text = vec![Msg::new("add-text")];
        screen.choices = self
            .info
            .addable
            .iter()
            .copied()
            .map(items::addable)
            .collect();
        screen.actions = vec![Action::Back, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-add"
    }

    fn choose(&mut self, line: usize) -> Turn {
        reach(self.info.addable.get(line), &Home::Info(self.info.clone()))
    }

    fn back(&mut self) -> Turn {
        Home::Info(self.info.clone()).back()
    }
}
