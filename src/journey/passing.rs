//! What the passing of time does to a visit: countdowns, hiding, and the wipe.

use std::time::Duration;

use super::human::seconds;
use super::request::{Request, Ticket};
use super::state::{State, Trouble};
use super::visit::Visit;
use crate::domain::human::WAIT;
use crate::domain::progress::Progress;

/// How long a shown password or answer stays shown.
pub const REVEAL: Duration = Duration::from_secs(5);
/// How long "it is done" stays.
pub const RETURN: Duration = Duration::from_secs(15);
/// How long the countdown runs before everything is wiped.
pub const COUNTDOWN: Duration = Duration::from_secs(30);

/// What of the passing time is visible; a tick that changes none of it draws nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    wipe_in: Option<u64>,
    hidden: bool,
    revealed: bool,
    returning: Option<u64>,
    waiting: Option<u64>,
    progress: Option<Progress>,
}

impl Visit {
    pub(super) fn scaled(&self, span: Duration) -> Duration {
        span.mul_f64(self.limits.scale)
    }

    /// How long nothing may happen here: while a code is awaited, as long as the code lives.
    fn idle_limit(&self) -> Duration {
        let idle = self.scaled(self.limits.idle);
        match &self.state {
            State::Code(code) if code.offer.way.sends() => idle.max(code.offer.way.lifetime()),
            State::Call(call) if !call.is_over() => idle.max(call.offer.way.lifetime()),
            State::Wait(_) => idle.max(WAIT),
            State::Account(account) => match account.page.awaits() {
                Some((_, way)) if way.sends() => idle.max(way.lifetime()),
                _ => idle,
            },
            _ => idle,
        }
    }

    fn is_idle_screen(&self) -> bool {
        matches!(self.state, State::Welcome)
            && self.overlay.is_none()
            && self.language == self.home()
    }

    /// How long until everything is wiped, once the countdown shows.
    pub(super) fn wipe_in(&self) -> Option<Duration> {
        if self.is_idle_screen() {
            return None;
        }
        let idle = self.now.saturating_sub(self.last_input);
        let over = idle.checked_sub(self.idle_limit())?;
        Some(self.scaled(COUNTDOWN).saturating_sub(over))
    }

    /// Whether details are hidden because nobody seems to be there.
    pub(super) fn hidden(&self) -> bool {
        self.awaits_code()
            && self.now.saturating_sub(self.last_input) >= self.scaled(self.limits.idle)
    }

    /// Whether it is a screen on which something that was sent is awaited, for a while longer than
    /// anybody is idle.
    fn awaits_code(&self) -> bool {
        match &self.state {
            State::Code(_) => true,
            State::Call(call) => !call.is_over(),
            State::Account(account) => account.page.awaits().is_some(),
            _ => false,
        }
    }

    pub(super) fn returning_in(&self) -> Option<Duration> {
        match self.state {
            State::Done { since, .. } => {
                Some((since + self.scaled(RETURN)).saturating_sub(self.now))
            }
            _ => None,
        }
    }

    pub(super) fn revealed(&self) -> bool {
        self.revealed_until().is_some_and(|until| until > self.now)
    }

    fn revealed_until(&self) -> Option<Duration> {
        match &self.state {
            State::Password(password) => password.revealed_until,
            State::Questions(questions) => questions.revealed_until,
            State::Account(account) => account.revealed_until,
            _ => None,
        }
    }

    pub(super) fn visible(&self) -> Shown {
        Shown {
            wipe_in: self.wipe_in().map(|left| left.as_secs()),
            hidden: self.hidden(),
            revealed: self.revealed(),
            returning: self.returning_in().map(|left| left.as_secs()),
            waiting: self.waiting().map(seconds),
            progress: self.progress(),
        }
    }

    /// When [`Visit::tick`] has something to do next, if nothing else happens before.
    pub fn due(&self) -> Option<Duration> {
        // A countdown changes when the fraction of its second is over.
        let after = |left: Duration| {
            let fraction = Duration::from_nanos(left.subsec_nanos().into());
            self.now + fraction + Duration::from_millis(1)
        };
        let idle = match self.wipe_in() {
            Some(left) => Some(after(left)),
            None if self.is_idle_screen() => None,
            None => Some(self.last_input + self.idle_limit()),
        };
        let hides = self.last_input + self.scaled(self.limits.idle);
        let hides = (self.awaits_code() && hides > self.now).then_some(hides);
        let revealed = self.revealed_until().filter(|until| *until > self.now);
        let returning = self.returning_in().map(after);
        let waiting = self.waiting().filter(|_| !self.working).map(after);
        let again = match &self.trouble {
            Some(Trouble::Unreachable(_, again))
                if matches!(self.state, State::Welcome) && !self.greeting_asked =>
            {
                Some(*again)
            }
            _ => None,
        };
        let all = [
            idle,
            hides,
            revealed,
            returning,
            waiting,
            again,
            self.watch_due(),
        ];
        all.into_iter().flatten().min()
    }

    /// Where the product could not be reached, it is asked again while nobody does anything.
    fn ask_again(&mut self) -> Option<Ticket<Request>> {
        match &self.trouble {
            Some(Trouble::Unreachable(_, again))
                if *again <= self.now && matches!(self.state, State::Welcome) =>
            {
                self.ask_greeting()
            }
            _ => None,
        }
    }

    /// Time passes: whether anything visible changed, and what is to be asked because of it.
    pub fn tick(&mut self, at: Duration) -> (bool, Option<Ticket<Request>>) {
        self.now = self.now.max(at);
        if self.wipe_in().is_some_and(|left| left.is_zero()) {
            return (true, self.finish_visit("idle"));
        }
        if self.returning_in().is_some_and(|left| left.is_zero()) {
            return (true, self.finish_visit("done"));
        }
        if let Some(request) = self.waited() {
            return (true, Some(request));
        }
        let visible = self.visible();
        let changed = visible != self.shown;
        self.shown = visible;
        let request = self.ask_again().or_else(|| self.ask_watched());
        (changed, request)
    }
}
