//! Naming an account, and the human check with it: a drawn code beside the user ID, and always the
//! wait that serves instead.

use std::time::Duration;

use super::present::{blank, error, field};
use super::request::{Request, Ticket};
use super::screen::{Action, Choice, Screen, ScreenId};
use super::state::{State, Wait, Who};
use super::visit::Visit;
use crate::domain::human::{Asked, Claim, Passing, Trouble, WAIT, Waiting};
use crate::domain::msg::Msg;
use crate::domain::unlock::Purpose;

impl Visit {
    /// The person came for this: what is asked of them, where anything is. What policy says since is
    /// seen when the account is named.
    pub(super) fn ask_whether_human(&mut self, purpose: Purpose) -> Option<Ticket<Request>> {
        let drawn = self.limits.drawn;
        if self.greeting.check {
            return self.ask(Request::Check { purpose, drawn });
        }
        self.asked(purpose, Asked::Nothing);
        None
    }

    /// What is asked before an account can be named is known: it can be named.
    pub(super) fn asked(&mut self, purpose: Purpose, asked: Asked) {
        self.show(State::Who(Box::new(Who {
            purpose,
            asked,
            ..Who::default()
        })));
    }

    /// The account is named, unless something is missing or a wait comes first.
    pub(super) fn name_account(&mut self) -> Option<Ticket<Request>> {
        let drawn = self.limits.drawn;
        let language = self.language.clone();
        let State::Who(who) = &mut self.state else {
            return None;
        };
        if who.user.is_blank() {
            who.error = Some(Msg::new("error-empty-user-id"));
            self.focus = 0;
            return None;
        }
        let passing = match &who.asked {
            Asked::Wait => {
                let who = std::mem::take(&mut **who);
                self.show_wait(who, None);
                return None;
            }
            Asked::Code(..) if who.typed.is_blank() => {
                who.error = Some(Msg::new("human-error-empty"));
                self.focus = 1;
                return None;
            }
            Asked::Code(id, _) => Some(Passing::Typed(*id, who.typed.secret())),
            Asked::Nothing => None,
        };
        let claim = claim(who, language, passing, drawn);
        self.ask(Request::Begin(claim))
    }

    /// The person would rather wait than type the drawn code.
    pub(super) fn start_wait(&mut self) -> Option<Ticket<Request>> {
        let State::Who(who) = &mut self.state else {
            return None;
        };
        if who.user.is_blank() {
            who.error = Some(Msg::new("error-empty-user-id"));
            self.focus = 0;
            return None;
        }
        self.ask(Request::Wait)
    }

    fn show_wait(&mut self, who: Who, error: Option<Msg>) {
        let running = None;
        self.show(State::Wait(Box::new(Wait {
            who,
            running,
            error,
        })));
    }

    /// The wait runs, or there were too many.
    pub(super) fn waiting_began(&mut self, waiting: Waiting) {
        let now = self.now;
        match (waiting, &mut self.state) {
            (Waiting::Started(id, left), State::Who(who)) => {
                let who = std::mem::take(&mut **who);
                let running = Some((id, now + left));
                let error = None;
                self.show(State::Wait(Box::new(Wait {
                    who,
                    running,
                    error,
                })));
            }
            (Waiting::Started(id, left), State::Wait(wait)) => {
                wait.running = Some((id, now + left));
                wait.error = None;
                self.focus = 0;
            }
            (Waiting::UsedUp { left }, State::Who(who)) => who.error = Some(used_up(left)),
            (Waiting::UsedUp { left }, State::Wait(wait)) => wait.error = Some(used_up(left)),
            _ => {}
        }
    }

    /// How long until the wait is over and it goes on by itself, unless something lies over it.
    pub fn waiting(&self) -> Option<Duration> {
        match &self.state {
            State::Wait(wait) if self.overlay.is_none() => wait
                .running
                .as_ref()
                .map(|(_, until)| until.saturating_sub(self.now)),
            _ => None,
        }
    }

    /// The wait is over: the account is named.
    pub(super) fn waited(&mut self) -> Option<Ticket<Request>> {
        let over = self.waiting().is_some_and(|left| left.is_zero());
        if !over || self.working {
            return None;
        }
        let drawn = self.limits.drawn;
        let language = self.language.clone();
        let State::Wait(wait) = &self.state else {
            return None;
        };
        let (id, _) = wait.running.as_ref()?;
        let claim = claim(&wait.who, language, Some(Passing::Waited(*id)), drawn);
        self.ask(Request::Begin(claim))
    }

    /// Back from the wait to the user ID.
    pub(super) fn leave_wait(&mut self) {
        if let State::Wait(wait) = &mut self.state {
            let who = std::mem::take(&mut wait.who);
            self.show(State::Who(Box::new(who)));
        }
    }

    /// The check was not passed; what is asked now.
    pub(super) fn not_passed(&mut self, trouble: Trouble, asked: Asked) {
        let now = self.now;
        if let (Trouble::Early { left }, State::Wait(wait)) = (trouble, &mut self.state) {
            wait.running = wait.running.take().map(|(id, _)| (id, now + left));
            return;
        }
        self.leave_wait();
        let State::Who(who) = &mut self.state else {
            return;
        };
        let mut who = std::mem::take(&mut **who);
        who.typed.clear();
        let error = match trouble {
            Trouble::Missing | Trouble::Early { .. } => Msg::new("human-error-asked"),
            Trouble::Wrong => Msg::new("human-error-wrong"),
            Trouble::Over => Msg::new("human-error-over"),
        };
        who.asked = asked;
        if let Asked::Wait = who.asked {
            let error = (trouble != Trouble::Missing).then(|| Msg::new("human-error-wait-over"));
            return self.show_wait(who, error);
        }
        who.error = Some(error);
        self.show(State::Who(Box::new(who)));
        self.focus = 1;
    }

    pub(super) fn wait_screen<'a>(&'a self, wait: &'a Wait) -> Screen<'a> {
        let mut screen = blank(ScreenId::HumanCheck, Msg::new("human-title"));
        screen.notices.extend(error(wait.error.as_ref()));
        match self.waiting() {
            Some(left) => {
                let text = Msg::new("human-waiting").number("seconds", seconds(left));
                screen.text.push(text);
            }
            None => {
                let seconds = WAIT.as_secs();
                screen.text.push(Msg::new("human-wait-text"));
                screen.choices = vec![Choice {
                    label: Msg::new("human-wait-choice").number("seconds", seconds),
                    detail: None,
                }];
            }
        }
        screen
    }
}

/// Seconds as they are shown, rounded up: none are left when it is over.
pub(super) fn seconds(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

fn claim(who: &Who, language: String, passing: Option<Passing>, drawn: bool) -> Claim {
    Claim {
        user_id: who.user.text().to_owned(),
        language,
        purpose: who.purpose,
        passing,
        drawn,
    }
}

fn used_up(left: Duration) -> Msg {
    let minutes = left.as_secs().div_ceil(60).max(1);
    Msg::new("human-error-waits-used-up").number("minutes", minutes)
}

/// How many fields there are.
pub(super) fn who_fields(who: &Who) -> usize {
    match who.asked {
        Asked::Code(..) => 2,
        Asked::Nothing | Asked::Wait => 1,
    }
}

/// What can be done.
pub(super) fn who_actions(who: &Who) -> Vec<Action> {
    match who.asked {
        Asked::Code(..) => vec![Action::Next, Action::Wait, Action::Back],
        Asked::Nothing | Asked::Wait => vec![Action::Next, Action::Back],
    }
}

/// The fields of the user ID and, where one is drawn, of the code.
pub(super) fn who_screen(who: &Who) -> Screen<'_> {
    let mut screen = blank(ScreenId::WhoAreYou, Msg::new("who-title"));
    screen.notices.extend(error(who.error.as_ref()));
    screen.text = vec![Msg::new("who-text")];
    screen.fields = vec![field("field-user-id", &who.user, false, false)];
    if let Asked::Code(_, drawing) = &who.asked {
        screen.text.push(Msg::new("human-code-text"));
        screen.drawing = Some(drawing);
        let code = field("field-human-code", &who.typed, false, false);
        screen.fields.push(code);
    }
    screen
}
