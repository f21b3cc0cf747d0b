//! What the product's answers do to a visit.

use std::time::Duration;

use super::digits::words;
use super::request::{Reply, Request, Ticket};
use super::screen::Notice;
use super::state::{Change, Ending, State, Trouble};
use super::visit::Visit;
use crate::domain::human::Begun;
use crate::domain::journey::{Finished, JourneyId, Next, Proof, Refusal, Sent, Step};
use crate::domain::msg::Msg;
use crate::domain::session::SignedIn;

/// How long the first screen waits before it asks again for what it shows.
const AGAIN: Duration = Duration::from_secs(10);

impl Visit {
    /// What was asked is answered. A reply to a visit that has ended is dropped.
    pub fn reply(&mut self, reply: Ticket<Reply>, at: Duration) -> Option<Ticket<Request>> {
        self.now = self.now.max(at);
        match reply.of {
            Reply::Abandoned => return self.ask_greeting(),
            // The first screen is the same for every visit.
            Reply::Greeting(greeting) => {
                self.greet(greeting);
                self.greeting_asked = false;
                if let Some(Trouble::Unreachable(..)) = self.trouble {
                    self.trouble = None;
                }
                return None;
            }
            // It goes on showing what it showed before.
            Reply::Unreachable(reference) => {
                self.greeting_asked = false;
                let again = self.now + AGAIN;
                self.trouble = Some(Trouble::Unreachable(reference, again));
                return None;
            }
            // A journey that began for somebody who has left.
            Reply::Begun(Begun::On(Step::Go((journey, _)))) if reply.visit != self.number => {
                return Some(self.ticket(Request::Abandon {
                    journey,
                    reason: "cancelled",
                }));
            }
            Reply::SignedIn(SignedIn::On(journey, _)) if reply.visit != self.number => {
                return Some(self.ticket(Request::Abandon {
                    journey,
                    reason: "cancelled",
                }));
            }
            _ if reply.visit != self.number => return None,
            // Nobody waits for it.
            Reply::Watched(journey, key, progress) => {
                let request = self.watched(journey, key, progress);
                self.shown = self.visible();
                return request;
            }
            _ => {}
        }
        self.working = false;
        // The answer may have taken a while; the person's time starts now.
        self.last_input = self.now;
        let mut request = None;
        match reply.of {
            Reply::Asked(purpose, asked) => self.asked(purpose, asked),
            Reply::Waiting(waiting) => self.waiting_began(waiting),
            Reply::Begun(Begun::Check(trouble, asked)) => self.not_passed(trouble, asked),
            Reply::Unlocked(step) => {
                let unlocked = self.went(step);
                request = unlocked.and_then(|unlocked| self.unlocked(unlocked));
            }
            Reply::Next(why, step) => {
                let next = self.went(step);
                request = next.and_then(|next| self.known_anew(why, next));
            }
            Reply::Begun(Begun::On(step)) => {
                if let Some((journey, overview)) = self.went(step) {
                    self.show_choose(journey, overview, None);
                }
            }
            Reply::Sent(step) => {
                let sent = self.went(step);
                request = sent.and_then(|sent| self.sent(sent));
            }
            Reply::Proved(step) => {
                let proved = self.went(step);
                request = proved.and_then(|(proof, next)| match self.state {
                    State::Call(_) => self.claimed(proof, next),
                    State::Pass(_) => self.pass_tried(proof, next),
                    _ => self.proved(proof, next),
                });
            }
            Reply::Questions(step) => {
                let asked = self.went(step);
                request = asked.and_then(|asked| self.questions_asked(asked));
            }
            Reply::Answered(step) => {
                let answered = self.went(step);
                request = answered.and_then(|(answered, next)| self.answered(answered, next));
            }
            Reply::Finished(step) => {
                let finished = self.went(step);
                request = finished.and_then(|finished| self.finished(finished));
            }
            Reply::SignedIn(signed) => request = self.signed_in(signed),
            Reply::Account(step) => {
                let told = self.went(step);
                request = told.and_then(|told| self.told(told));
            }
            Reply::Entered(step) => {
                let entry = self.went(step);
                request = entry.and_then(|entry| self.entered(entry));
            }
            Reply::Fault(reference) => self.show(State::Ended(Ending::Fault(reference))),
            Reply::Greeting(_) | Reply::Unreachable(_) | Reply::Abandoned | Reply::Watched(..) => {}
        }
        self.shown = self.visible();
        request
    }

    fn went<T>(&mut self, step: Step<T>) -> Option<T> {
        match step {
            Step::Go(value) => return Some(value),
            Step::Refused(refusal) => self.refused(refusal),
            Step::Gone => self.show(State::Ended(match self.is_sign_in() {
                true => Ending::SignedOut,
                false => Ending::TooLate,
            })),
        }
        None
    }

    pub(super) fn refused(&mut self, refusal: Refusal) {
        self.show(State::Refused(refusal));
    }

    fn sent(&mut self, sent: Sent) -> Option<Ticket<Request>> {
        if matches!(self.state, State::Number(_)) {
            return self.sent_to_number(sent);
        }
        match (sent, &mut self.state) {
            (Sent::OnItsWay { .. }, State::Choose(choose)) => {
                let offer = choose.overview.offers.get(choose.chosen).cloned()?;
                let (journey, overview) = (choose.journey, choose.overview.clone());
                self.show_code(journey, overview, offer);
            }
            (Sent::OnItsWay { .. }, State::Code(code)) => {
                let (journey, offer) = (code.journey, code.offer.chosen());
                code.notice = Some(Notice::note(Msg::new(words(offer.way).again)));
                self.focus = 0;
                self.watch(journey, offer.method.key(), offer.way);
            }
            (Sent::OnItsWay { .. }, State::Call(_)) => self.called_again(),
            (refused, _) => return self.not_sent(refused),
        }
        None
    }

    /// Why no code was sent, with the list of methods.
    pub(super) fn not_sent(&mut self, sent: Sent) -> Option<Ticket<Request>> {
        match sent {
            Sent::NotOffered => return self.ask_anew(Some("error-method-used-up")),
            Sent::NotNow => self.choose_again(Some(Msg::new("error-method-not-now"))),
            _ => self.choose_again(None),
        }
        None
    }

    /// Back to the methods, with the reason.
    pub(super) fn choose_again(&mut self, error: Option<Msg>) {
        let (journey, overview) = match &self.state {
            State::Choose(choose) => (choose.journey, choose.overview.clone()),
            State::Number(number) => (number.journey, number.overview.clone()),
            State::Code(code) => (code.journey, code.overview.clone()),
            State::Call(call) => (call.journey, call.overview.clone()),
            State::Pass(pass) => (pass.journey, pass.overview.clone()),
            _ => return,
        };
        self.show_choose(journey, overview, error);
    }

    fn proved(&mut self, proof: Proof, next: Option<Next>) -> Option<Ticket<Request>> {
        let State::Code(code) = &mut self.state else {
            return None;
        };
        let journey = code.journey;
        let error = words(code.offer.way).not_passed(proof);
        match proof {
            Proof::Passed => {
                let gates = code.overview.required;
                return self.gate_passed(journey, gates, next);
            }
            Proof::NotOffered => return self.ask_anew(Some("error-method-used-up")),
            Proof::Wrong { .. } | Proof::Malformed { .. } | Proof::TooLate => {}
        }
        code.code.clear();
        code.notice = error.map(Notice::error);
        self.focus = 0;
        None
    }

    /// Goes on after a passed gate.
    pub(super) fn gate_passed(
        &mut self,
        journey: JourneyId,
        gates: usize,
        next: Option<Next>,
    ) -> Option<Ticket<Request>> {
        match next {
            Some(Next::Gate(overview)) => self.show_choose(journey, overview, None),
            Some(Next::Password(rules)) => self.show_password(journey, gates, rules, false),
            Some(Next::Unlock(unlocking, rules)) => {
                self.show_unlock(journey, gates, unlocking, rules);
            }
            Some(Next::Signed(due)) => return self.proved_signed(journey, due),
            None => self.show(State::Ended(Ending::TooLate)),
        }
        None
    }

    fn finished(&mut self, finished: Finished) -> Option<Ticket<Request>> {
        let State::Password(password) = &mut self.state else {
            return None;
        };
        let change = match password.unlocks {
            true => Change::PasswordAndLock,
            false => Change::Password,
        };
        match finished {
            Finished::Done => self.done(change, true),
            Finished::DoneUntold => self.done(change, false),
            Finished::Rejected(verdicts) => {
                password.new.rejected(verdicts);
                self.focus = 0;
                // What is typed next is judged by the rules of now.
                return self.ask_anew(None);
            }
            Finished::GateMissing => return self.ask_anew(Some("error-gate-missing")),
        }
        None
    }
}
