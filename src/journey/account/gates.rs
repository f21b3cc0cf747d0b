//! The gates of a sign-in: its second factor, and a fresh proof before the security info is changed.
//! They are passed on the same screens as those of a reset, whose titles say what for.

use super::Goal;
use super::page::{Page, Seen, Turn};
use crate::domain::msg::Msg;
use crate::journey::request::{Request, Ticket};
use crate::journey::screen::{Screen, ScreenId};
use crate::journey::state::State;
use crate::journey::visit::Visit;

/// What the gates that are shown are passed for.
#[derive(Default)]
pub enum Aim {
    /// A new password, or a lock taken away.
    #[default]
    Reset,
    /// A sign-in.
    SignIn,
    /// A change of the security info: the page that waits for it.
    Change(Box<dyn Page>),
}

impl Visit {
    /// Whether the person signs in, or has.
    pub(in crate::journey) fn is_sign_in(&self) -> bool {
        matches!(self.state, State::Account(_)) || !matches!(self.aim, Aim::Reset)
    }

    /// What a page may show.
    pub(in crate::journey) fn seen(&self) -> Seen {
        Seen {
            revealed: self.revealed(),
            hidden: self.hidden(),
            progress: self.progress(),
        }
    }

    /// Says on a screen of the gates, which are steps, what they are passed for. How many steps a
    /// sign-in has is not known before its password, so they are not counted.
    pub(in crate::journey) fn aimed(&self, screen: &mut Screen<'_>) {
        if screen.progress.is_none() {
            return;
        }
        let (title, text) = match self.aim {
            Aim::Reset => return,
            Aim::SignIn if self.goal == Goal::Again => ("gate-title-sign-in", "gate-text-again"),
            Aim::SignIn => ("gate-title-sign-in", "gate-text-sign-in"),
            Aim::Change(_) => ("gate-title-change", "gate-text-change"),
        };
        screen.title = Msg::new(title);
        screen.progress = None;
        if screen.id == ScreenId::ChooseMethod {
            screen.text = vec![Msg::new(text)];
            if let Aim::Change(_) = self.aim {
                screen.id = ScreenId::ProveAgain;
            }
        }
    }

    /// Back from a fresh proof that is not given after all.
    pub(in crate::journey) fn give_proof_up(&mut self) -> Option<Ticket<Request>> {
        let State::Choose(choose) = &self.state else {
            return None;
        };
        let journey = choose.journey;
        if self.goal == Goal::Again {
            return self.finish_visit("cancelled");
        }
        match std::mem::take(&mut self.aim) {
            Aim::Change(mut page) => {
                let turn = page.back();
                self.place(Some(journey), page);
                self.turn_to(turn)
            }
            other => {
                self.aim = other;
                None
            }
        }
    }

    /// The fresh proof was given: the page that waits for it.
    pub(super) fn resume(&mut self) -> Option<Ticket<Request>> {
        let journey = self.journey();
        match std::mem::take(&mut self.aim) {
            Aim::Change(page) => self.show_page(journey, page),
            _ => self.turn_to(Turn::List(None)),
        }
    }
}
