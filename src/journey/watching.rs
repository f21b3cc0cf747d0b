//! Watching over what was sent: while a code, a request or a call is awaited, the visit asks from
//! time to time how far it has come. Nobody waits for the answer, and only news draws anything.

use std::time::Duration;

use super::request::{Request, Ticket};
use super::screen::Notice;
use super::state::{Ending, State};
use super::visit::Visit;
use crate::domain::journey::JourneyId;
use crate::domain::msg::Msg;
use crate::domain::progress::Progress;
use crate::domain::way::Way;

/// What is told while something could not be sent yet.
const NOT_SENT_YET: &str = "notice-not-sent-yet";
/// How often it is asked where somebody's answer is awaited.
const ANSWERS: Duration = Duration::from_millis(500);
/// How often where only its delivery may fail.
const DELIVERY: Duration = Duration::from_secs(2);

/// What is watched over.
pub(super) struct Watching {
    journey: JourneyId,
    key: &'static str,
    every: Duration,
    next: Duration,
    asked: bool,
    /// How far it has come, as far as it is known.
    pub progress: Progress,
}

impl Visit {
    /// Watches over what has just been sent. `key` is the method's word in the store, or that of
    /// registering it.
    pub(super) fn watch(&mut self, journey: JourneyId, key: &'static str, way: Way) {
        let every = match way.is_answered() {
            true => ANSWERS,
            false => DELIVERY,
        };
        self.watching = way.sends().then_some(Watching {
            journey,
            key,
            every,
            next: self.now + every,
            asked: false,
            progress: Progress::Waiting,
        });
    }

    /// How far what is awaited has come.
    pub(super) fn progress(&self) -> Option<Progress> {
        self.watching.as_ref().map(|watching| watching.progress)
    }

    /// When it is asked next.
    pub(super) fn watch_due(&self) -> Option<Duration> {
        let watching = self.watching.as_ref()?;
        let idle = !watching.asked && !self.working && !watching.progress.is_end();
        idle.then_some(watching.next)
    }

    /// Asks, when it is time.
    pub(super) fn ask_watched(&mut self) -> Option<Ticket<Request>> {
        if self.watch_due()? > self.now {
            return None;
        }
        let watching = self.watching.as_mut()?;
        watching.asked = true;
        let (journey, key) = (watching.journey, watching.key);
        Some(self.ticket(Request::Watch { journey, key }))
    }

    /// What is known of it now. Of something that is no longer awaited it says nothing.
    pub(super) fn watched(
        &mut self,
        journey: JourneyId,
        key: &'static str,
        progress: Option<Progress>,
    ) -> Option<Ticket<Request>> {
        let now = self.now;
        let watching = self.watching.as_mut()?;
        if watching.journey != journey || watching.key != key {
            return None;
        }
        watching.asked = false;
        watching.next = now + watching.every;
        let progress = progress?;
        if std::mem::replace(&mut watching.progress, progress) == progress {
            return None;
        }
        self.news(progress)
    }

    /// What news of it changes.
    fn news(&mut self, progress: Progress) -> Option<Ticket<Request>> {
        if matches!(self.state, State::Call(_)) {
            return self.call_went_on(progress);
        }
        // The screen follows a call; where it is read line by line it is shown anew.
        let is_call = match &self.state {
            State::Account(account) => matches!(account.page.awaits(), Some((_, Way::Call))),
            _ => false,
        };
        if progress == Progress::Denied {
            self.show(State::Ended(match is_call {
                true => Ending::CallDenied,
                false => Ending::Denied,
            }));
            return None;
        }
        if let State::Account(account) = &mut self.state {
            let turn = account.page.news(progress);
            self.turn += u64::from(is_call);
            return self.turn_to(turn);
        }
        let State::Code(code) = &mut self.state else {
            return None;
        };
        if progress == Progress::Approved {
            let (journey, method) = (code.journey, code.method());
            return self.ask(Request::Claim { journey, method });
        }
        delivery(progress, &mut code.notice);
        None
    }
}

/// What news of its delivery makes of the notice of a screen that asks for what was sent.
pub(super) fn delivery(progress: Progress, notice: &mut Option<Notice>) {
    let waits = |told: &Notice| told.text.is(NOT_SENT_YET);
    match progress {
        Progress::Trouble => *notice = Some(Notice::note(Msg::new(NOT_SENT_YET))),
        Progress::Failed => *notice = Some(Notice::error(Msg::new("error-not-delivered"))),
        // It has left after all.
        Progress::Sent if notice.as_ref().is_some_and(waits) => *notice = None,
        _ => {}
    }
}
