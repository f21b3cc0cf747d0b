//! What is asked of the services, beside the loop, and what becomes of the answers.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use tokio::task::spawn_local;
use tracing::error;

use super::console::Console;
use super::desk::Desk;
use super::place::{Notice, Place, Then, Work};
use super::proof::{self, Told};
use super::tab::Tab;
use crate::domain::msg::Msg;
use crate::domain::role::Role;
use crate::service::ServiceError;
use crate::tui::events::{Event, Events};

/// Work under way.
pub(super) struct Running {
    pub(super) place: u64,
    pub(super) work: Work,
}

pub(super) type Answers = Rc<RefCell<HashMap<u64, Result<Answer, ServiceError>>>>;

/// What an answer is for.
pub(super) enum Answer {
    /// The place that asked.
    Place(Then),
    /// The console itself: the roles of who has signed in.
    Roles(Vec<Role>),
    /// The proof that is asked for anew.
    Proof(Told),
}

impl Console {
    /// Begins work for a place. A newer quiet work takes the place of an older one.
    pub(super) fn begin(&mut self, work: Work, place: u64, events: &Events<u64>) {
        if work.is_quiet() {
            let other = |running: &Running| running.place != place || !running.work.is_quiet();
            self.running.retain(|_, running| other(running));
        }
        let asked = work.begin(self.desk.clone());
        let number = self.spawn(async move { asked.await.map(Answer::Place) }, events);
        self.running.insert(number, Running { place, work });
    }

    /// Asks which roles there are.
    pub(super) fn ask_roles(&mut self, events: &Events<u64>) {
        let desk = self.desk.clone();
        self.spawn(
            async move {
                let actor = desk.actor();
                let roles = desk.service().roles_of(&actor, desk.now());
                roles.await.map(Answer::Roles)
            },
            events,
        );
    }

    pub(super) fn spawn(
        &mut self,
        work: impl Future<Output = Result<Answer, ServiceError>> + 'static,
        events: &Events<u64>,
    ) -> u64 {
        self.numbers += 1;
        #[cfg(test)]
        self.rest.begun();
        let (number, feed, answers) = (self.numbers, events.feed(), Rc::clone(&self.answers));
        spawn_local(async move {
            let answer = work.await;
            answers.borrow_mut().insert(number, answer);
            feed.send(Event::Answer(number)).await;
        });
        number
    }

    /// Something was answered.
    pub(super) fn answered(&mut self, number: u64, events: &Events<u64>) {
        #[cfg(test)]
        self.rest.answered();
        let answer = self.answers.borrow_mut().remove(&number);
        let running = self.running.remove(&number);
        match (answer, running) {
            (Some(Ok(Answer::Roles(roles))), _) => self.learned(roles, events),
            (Some(Ok(Answer::Proof(told))), _) => self.told_in_proof(told, events),
            (Some(Err(error)), _) if proof::is_over(&error) => self.over(),
            (Some(Ok(Answer::Place(then))), Some(running)) => {
                self.dirty = true;
                let turn = self
                    .place(running.place)
                    .map(|(place, desk)| then(place, desk));
                if let Some(turn) = turn {
                    self.turn(turn, running.place, events);
                }
            }
            (Some(Err(error)), Some(running)) => {
                self.dirty = true;
                let (place, work) = (running.place, running.work);
                let wanted = matches!(error, ServiceError::StepUp);
                if wanted && self.step_up(place, work.clone(), events) {
                    return;
                }
                let own = self
                    .place(place)
                    .map(|(asked, _)| work.failed(asked, &error));
                match own {
                    Some(Some(turn)) => self.turn(turn, place, events),
                    Some(None) => self.notice = Some(Notice::error(sentence(&error))),
                    None => {}
                }
            }
            // The store can't be asked for the roles: whatever is asked next says so.
            (Some(Err(error)), None) => self.proof_failed(sentence(&error)),
            (Some(Ok(_)), None) | (None, _) => {}
        }
    }

    /// A place that is still there, by its number.
    fn place(&mut self, id: u64) -> Option<(&mut dyn Place, &Desk)> {
        let mut stack = self.stack.iter_mut();
        let opened = stack.find(|opened| opened.id == id)?;
        Some((opened.place.as_mut(), &self.desk))
    }

    /// Which roles there are now: other tabs may be offered.
    fn learned(&mut self, roles: Vec<Role>, events: &Events<u64>) {
        if !self.desk.learn(roles) {
            return;
        }
        self.dirty = true;
        let offered = |tab: &Tab| tab.needs().is_none_or(|needs| self.desk.may(needs));
        self.tabs = Tab::ALL.into_iter().filter(offered).collect();
        match self.tabs.contains(&self.tab) {
            true => self.with_top(events, |place, desk| place.shown(desk)),
            false => self.go(Tab::Overview, events),
        }
    }
}

/// A failure, for the person. The log has the cause of what is no refusal.
fn sentence(error: &ServiceError) -> Msg {
    error.msg().unwrap_or_else(|| {
        error!("the console: {error}");
        Msg::new("console-failed")
    })
}
