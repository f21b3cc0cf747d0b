//! What a person is led to when policy has changed while they were on their way: what comes next is
//! asked anew, so that no list of methods and no rule that they see is yesterday's.

use super::request::{Request, Ticket};
use super::state::State;
use super::visit::Visit;
use crate::domain::journey::Next;
use crate::domain::msg::Msg;

impl Visit {
    /// Asks what comes next on the open journey; `why` is told with the methods it may lead to.
    pub(super) fn ask_anew(&mut self, why: Option<&'static str>) -> Option<Ticket<Request>> {
        let (journey, why) = (self.journey()?, why.map(Msg::new));
        self.ask(Request::Next { journey, why })
    }

    /// What comes next is known. A new password that is being typed stays, under the new rules.
    pub(super) fn known_anew(&mut self, why: Option<Msg>, next: Next) -> Option<Ticket<Request>> {
        let (journey, gates) = (self.journey()?, self.gates());
        match (next, &mut self.state) {
            (Next::Gate(overview), _) => self.show_choose(journey, overview, why),
            (Next::Password(rules) | Next::Unlock(_, rules), State::Password(password)) => {
                password.new.follow(rules);
            }
            (Next::Password(rules), _) => self.show_password(journey, gates, rules, false),
            (Next::Unlock(unlocking, rules), _) => {
                self.show_unlock(journey, gates, unlocking, rules);
            }
            (Next::Signed(due), _) => return self.signed(journey, due, why),
        }
        None
    }

    /// How many gates the journey is known to have.
    fn gates(&self) -> usize {
        match &self.state {
            State::Choose(choose) => choose.overview.required,
            State::Number(number) => number.overview.required,
            State::Code(code) => code.overview.required,
            State::Call(call) => call.overview.required,
            State::Pass(pass) => pass.overview.required,
            State::Questions(questions) => questions.overview.required,
            State::Unlock(unlock) => unlock.gates,
            State::Password(password) => password.gates,
            _ => 0,
        }
    }
}
