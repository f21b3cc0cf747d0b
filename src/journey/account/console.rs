//! A sign-in that leads to the administrator's console instead of the menu, and a second factor given
//! once more on the way back into it. Nothing is drawn of the console here: the visit ends, and says
//! whom it opens for.

use super::register::{Register, Wants};
use super::{Aim, SignIn};
use crate::domain::journey::{JourneyId, Overview};
use crate::domain::method::Method;
use crate::domain::session::{Due, Entry};
use crate::journey::request::{Request, Ticket};
use crate::journey::state::{Ending, State};
use crate::journey::visit::Visit;

/// Where a sign-in leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Goal {
    /// Whatever a person does at the kiosk.
    #[default]
    Menu,
    /// The console.
    Console,
    /// Back into the console, by a second factor given anew.
    Again,
}

impl Goal {
    /// What is asked for where methods are missing.
    pub(super) const fn wants(self) -> Wants {
        match self {
            Self::Menu => Wants::Enough,
            Self::Console | Self::Again => Wants::EnoughOrLater,
        }
    }
}

impl Visit {
    /// The same visit for an administrator: it begins with name and password, and is over when the
    /// console opens or the person leaves.
    pub fn for_console(mut self) -> Self {
        self.limits.once = true;
        self.goal = Goal::Console;
        self.show_page(None, Box::new(SignIn::for_console()));
        self
    }

    /// The same visit for somebody who is in the console and proves once more that it is them: only
    /// the second factor of this sign-in is asked for.
    pub fn proving(mut self, journey: JourneyId, overview: Overview) -> Self {
        self.limits.once = true;
        self.goal = Goal::Again;
        self.aim = Aim::SignIn;
        match overview.offers.as_slice() {
            // Where there is nothing to choose and nothing to send, the code is asked for at once.
            [only] if only.method == Method::AppCode => {
                let only = only.clone();
                self.show_code(journey, overview, only);
            }
            _ => self.show_choose(journey, overview, None),
        }
        self
    }

    /// Whom the console opens for, once it does; the sign-in stays open.
    pub fn admitted(&self) -> Option<JourneyId> {
        self.admitted
    }

    /// Whether the console opens.
    pub(in crate::journey) fn entered(&mut self, entry: Entry) -> Option<Ticket<Request>> {
        let journey = self.journey()?;
        match entry {
            Entry::Open => {
                self.show(State::Welcome);
                self.admitted = Some(journey);
                self.ended = true;
                None
            }
            Entry::First(due) => match *due {
                Due::Nothing => None,
                due => self.lead_on(journey, due, None),
            },
            Entry::Register(needs) => {
                self.aim = Aim::Reset;
                let page = Register::new(needs, Wants::Factor, None);
                self.show_page(Some(journey), Box::new(page))
            }
            Entry::NoRole { reference } => {
                self.show(State::Ended(Ending::NoRole(reference)));
                None
            }
        }
    }
}
