//! A change that asks for nothing to be typed: it is asked for as soon as it is shown, which is
//! after the fresh proof.

use super::ask::{Ask, Told};
use super::page::{Home, Page, Seen, Turn};
use super::refused::{self, About};
use crate::domain::enrolment::{Enrolling, Item, NewMethod};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::way::Way;
use crate::journey::present::{blank, error};
use crate::journey::screen::{Action, Screen, ScreenId};

/// What is to be done.
#[derive(Clone, Copy)]
pub enum What {
    /// Confirm a provided value as one's own, by this way.
    Confirm(Method, Way),
    /// Offer this one first, or none.
    Prefer(Option<Method>),
    /// Take this one away.
    Delete(i64),
}

impl What {
    /// Confirming what was provided, by the usual way of its method.
    pub fn confirm(item: &Item) -> Option<Self> {
        let way = item.method.ways().first().copied()?;
        way.sends().then_some(Self::Confirm(item.method, way))
    }

    const fn note(self) -> &'static str {
        match self {
            Self::Confirm(..) => "note-registered",
            Self::Prefer(Some(_)) => "note-first",
            Self::Prefer(None) => "note-not-first",
            Self::Delete(_) => "note-deleted",
        }
    }
}

/// A change that is under way.
pub struct Doing {
    home: Home,
    what: What,
    error: Option<Msg>,
}

impl Doing {
    /// This is to be done.
    pub fn new(home: Home, what: What) -> Self {
        let error = None;
        Self { home, what, error }
    }
}

impl Page for Doing {
    fn screen(&self, _seen: Seen) -> Screen<'_> {
        let mut screen = blank(ScreenId::ChangingInfo, Msg::new("info-title"));
        screen.notices.extend(error(self.error.as_ref()));
        screen.actions = vec![Action::Back, Action::Cancel];
        screen
    }

    fn help(&self) -> &'static str {
        "help-info"
    }

    fn begins(&mut self) -> Option<Ask> {
        self.error = None;
        Some(match self.what {
            What::Confirm(method, way) => Ask::Enrol(NewMethod::Provided(method, way)),
            What::Prefer(method) => Ask::Prefer(method),
            What::Delete(id) => Ask::Delete(id),
        })
    }

    fn back(&mut self) -> Turn {
        self.home.back()
    }

    fn told(&mut self, told: Told) -> Turn {
        let refused = match (told, self.what) {
            (Told::Settled(Ok(()), due), what) => {
                return self.home.done(due, Msg::new(what.note()));
            }
            (Told::Enrolling(Enrolling::Not(refused), _), _)
            | (Told::Settled(Err(refused), _), _) => refused,
            (Told::Enrolling(enrolling, due), What::Confirm(method, _)) => {
                return self.home.confirm(method, enrolling, due);
            }
            _ => return Turn::Stay(None),
        };
        let about = match self.what {
            What::Confirm(Method::Email, _) => About::Address,
            _ => About::Number,
        };
        refused::turn(&refused, about, &mut self.error)
    }
}
