//! One front end's visits, one after another: what input and replies do to the state.

use std::time::Duration;

use super::account::{Aim, Goal};
use super::digits::words;
use super::entry::Entry;
use super::input::Input;
use super::number::Number;
use super::overlay::Overlay;
use super::passing::{REVEAL, Shown};
use super::present::OFFERED;
use super::request::{Greeting, Request, Ticket};
use super::screen::{Action, Focus, Notice};
use super::state::{Choose, Code, Ending, State, Trouble};
use super::watching::Watching;
use crate::domain::journey::{JourneyId, Offer, Overview};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::unlock::Purpose;
use crate::domain::way::Way;

/// The host's limits on a visit.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How long nothing may happen before the countdown shows.
    pub idle: Duration,
    /// By what every time-out is multiplied.
    pub scale: f64,
    /// The language a visit starts with.
    pub language: String,
    /// Leave the program after one visitor.
    pub once: bool,
    /// Whether cancelling on the first screen leaves the program.
    pub leave: bool,
    /// Whether the front end can draw a code.
    pub drawn: bool,
}

/// The state machine.
pub struct Visit {
    pub(super) limits: Limits,
    pub(super) state: State,
    pub(super) overlay: Option<Overlay>,
    pub(super) greeting: Greeting,
    pub(super) focus: usize,
    pub(super) working: bool,
    pub(super) language: String,
    /// The focus under an overlay.
    pub(super) below: usize,
    pub(super) turn: u64,
    pub(super) number: u64,
    pub(super) last_input: Duration,
    pub(super) now: Duration,
    pub(super) shown: Shown,
    pub(super) trouble: Option<Trouble>,
    /// A greeting is on its way; another would say the same.
    pub(super) greeting_asked: bool,
    /// What was sent and is awaited.
    pub(super) watching: Option<Watching>,
    /// What the gates that are shown are passed for.
    pub(super) aim: Aim,
    /// Where a sign-in leads to.
    pub(super) goal: Goal,
    /// Whom the console opens for, once it does.
    pub(super) admitted: Option<JourneyId>,
    wiped: bool,
    pub(super) ended: bool,
}

impl Visit {
    /// The first visit; ask [`Visit::start`]'s request before drawing.
    pub fn new(limits: Limits) -> Self {
        Self {
            language: limits.language.clone(),
            limits,
            state: State::Welcome,
            overlay: None,
            greeting: Greeting::default(),
            focus: 0,
            working: false,
            below: 0,
            turn: 0,
            number: 0,
            last_input: Duration::ZERO,
            now: Duration::ZERO,
            shown: Shown::default(),
            trouble: None,
            greeting_asked: false,
            watching: None,
            aim: Aim::default(),
            goal: Goal::default(),
            admitted: None,
            wiped: false,
            ended: false,
        }
    }

    /// Begins anew after a fault of the program, of which the first screen tells the reference; what
    /// is to be asked to give up what was open.
    pub fn start_over(&mut self, reference: &str) -> Option<Ticket<Request>> {
        let abandon = self.hang_up();
        let limits = self.limits.clone();
        *self = Self {
            greeting: std::mem::take(&mut self.greeting),
            number: self.number + 1,
            trouble: Some(Trouble::Fault(reference.to_owned())),
            wiped: true,
            goal: self.goal,
            ..Self::new(limits)
        };
        self.language = self.home().to_owned();
        if self.goal != Goal::Menu {
            // There is no first screen to tell it on.
            self.show(State::Ended(Ending::Fault(reference.to_owned())));
        }
        abandon
    }

    /// What to ask first.
    pub fn start(&self) -> Ticket<Request> {
        self.ticket(Request::Greet)
    }

    /// Another number for every screen that is shown.
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// Whether an answer is awaited, and nothing can be typed.
    pub fn working(&self) -> bool {
        self.working
    }

    /// The language of the screens.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether the program should end.
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// Whether the list of languages or help lies over the screen.
    pub fn has_overlay(&self) -> bool {
        self.overlay.is_some()
    }

    /// True once after everything typed was wiped: the screen and what scrolled off it go, too.
    pub fn take_wiped(&mut self) -> bool {
        std::mem::take(&mut self.wiped)
    }

    pub(super) fn ticket(&self, request: Request) -> Ticket<Request> {
        Ticket {
            visit: self.number,
            of: request,
        }
    }

    pub(super) fn ask(&mut self, request: Request) -> Option<Ticket<Request>> {
        self.working = true;
        Some(self.ticket(request))
    }

    /// Ends this visit: wipes everything typed and starts the next, or leaves.
    pub(super) fn finish_visit(&mut self, reason: &'static str) -> Option<Ticket<Request>> {
        let abandon = self
            .journey()
            .map(|journey| Request::Abandon { journey, reason });
        let abandon = abandon.map(|request| self.ticket(request));
        self.show(State::Welcome);
        self.overlay = None;
        self.focus = 0;
        self.working = false;
        self.language = self.home().to_owned();
        self.number += 1;
        self.last_input = self.now;
        self.shown = Shown::default();
        self.aim = Aim::default();
        self.trouble = None;
        self.wiped = true;
        self.ended = self.ended || self.limits.once;
        abandon.or_else(|| self.ask_greeting())
    }

    /// What the first screen shows is asked for anew, unless it is on its way: a key that is held down
    /// must not heap work up.
    pub(super) fn ask_greeting(&mut self) -> Option<Ticket<Request>> {
        let asked = std::mem::replace(&mut self.greeting_asked, true);
        (!asked).then(|| self.ticket(Request::Greet))
    }

    /// The journey that is still open.
    pub(super) fn journey(&self) -> Option<JourneyId> {
        match &self.state {
            State::Choose(choose) => Some(choose.journey),
            State::Number(number) => Some(number.journey),
            State::Code(code) => Some(code.journey),
            State::Call(call) => Some(call.journey),
            State::Pass(pass) => Some(pass.journey),
            State::Questions(questions) => Some(questions.journey),
            State::Unlock(unlock) => Some(unlock.journey),
            State::Password(password) => Some(password.journey),
            State::Account(account) => account.journey,
            State::Done { journey, .. } => *journey,
            _ => None,
        }
    }

    /// The front end ends (a signal, a hang-up): what is to be asked before it does.
    pub fn hang_up(&mut self) -> Option<Ticket<Request>> {
        self.ended = true;
        let journey = self.journey()?;
        Some(self.ticket(Request::Abandon {
            journey,
            reason: "hang_up",
        }))
    }

    /// Something a person did.
    pub fn input(&mut self, input: Input, at: Duration) -> Option<Ticket<Request>> {
        self.now = self.now.max(at);
        let was_hidden = self.hidden();
        self.last_input = self.now;
        let request = self.take(input, was_hidden);
        self.shown = self.visible();
        request
    }

    fn take(&mut self, input: Input, was_hidden: bool) -> Option<Ticket<Request>> {
        if let Input::Cancel = input {
            return self.cancel();
        }
        if self.working || was_hidden {
            // Typed while nothing could be read, or only to bring the details back.
            return None;
        }
        match (input, self.overlay) {
            (Input::Language, overlay) => self.open(Overlay::Language, overlay),
            (Input::Help, overlay) => self.open(Overlay::Help, overlay),
            (Input::Back, Some(_)) => self.close(),
            (Input::FocusNext, _) => self.move_focus(true),
            (Input::FocusPrevious, _) => self.move_focus(false),
            (Input::Choose(line), Some(Overlay::Language)) => self.pick_language(line),
            (Input::Activate, Some(Overlay::Language)) => match self.focused() {
                Some(Focus::Choice(line)) => self.pick_language(line),
                _ => self.close(),
            },
            (Input::Activate | Input::Act(_), Some(_)) => self.close(),
            (_, Some(_)) | (Input::Touch | Input::Cancel, None) => {}
            (Input::Edit(edit), None) => self.edit(&edit),
            (Input::Fill(field, text), None) => self.fill(field, text),
            (Input::Choose(line), None) => return self.choose(line),
            (Input::Back, None) => return self.back(),
            (Input::Activate, None) => return self.activate(),
            (Input::Act(action), None) => return self.act(action),
        }
        None
    }

    fn cancel(&mut self) -> Option<Ticket<Request>> {
        if matches!(self.state, State::Welcome) && self.overlay.is_none() {
            self.ended = self.ended || self.limits.leave || self.limits.once;
        }
        self.finish_visit("cancelled")
    }

    fn move_focus(&mut self, forward: bool) {
        let count = self.targets().len();
        if count > 0 {
            let step = if forward { 1 } else { count - 1 };
            self.focus = (self.focus + step) % count;
        }
    }

    fn activate(&mut self) -> Option<Ticket<Request>> {
        match self.focused()? {
            Focus::Choice(line) => self.choose(line),
            Focus::Action(index) => {
                let action = self.actions().get(index).copied()?;
                self.act(action)
            }
            // Enter in a field goes to the next one; in the last it goes on.
            Focus::Field(at) if self.targets().contains(&Focus::Field(at + 1)) => {
                self.focus = at + 1;
                None
            }
            Focus::Field(_) => self.act(Action::Next),
        }
    }

    fn act(&mut self, action: Action) -> Option<Ticket<Request>> {
        if !self.actions().contains(&action) {
            return None;
        }
        if let State::Account(account) = &mut self.state
            && action.is_of_page()
        {
            account.revealed_until = None;
            let turn = account.page.act(action);
            return self.turn_to(turn);
        }
        match action {
            Action::Next => self.submit(),
            Action::Wait => self.start_wait(),
            Action::Resend | Action::AskAgain => {
                let State::Code(code) = &mut self.state else {
                    return None;
                };
                code.code.clear();
                let (journey, chosen) = (code.journey, code.offer.chosen());
                self.ask(Request::Send { journey, chosen })
            }
            Action::OtherMethod | Action::Back => self.back(),
            Action::Reveal => {
                let until = (!self.revealed()).then_some(self.now + REVEAL);
                match &mut self.state {
                    State::Password(password) => password.revealed_until = until,
                    State::Questions(questions) => questions.revealed_until = until,
                    State::Account(account) => account.revealed_until = until,
                    _ => {}
                }
                None
            }
            Action::Different => self.page_different(),
            Action::Call | Action::CallAgain | Action::TestAgain => None,
            Action::Cancel | Action::Close => self.finish_visit("cancelled"),
        }
    }

    fn submit(&mut self) -> Option<Ticket<Request>> {
        match &mut self.state {
            State::Number(_) => self.submit_number(),
            State::Pass(_) => self.submit_pass(),
            State::Who(_) => self.name_account(),
            State::Code(code) => {
                if code.code.is_blank() {
                    let empty = words(code.offer.way).empty;
                    code.notice = Some(Notice::error(Msg::new(empty)));
                    return None;
                }
                let (journey, method) = (code.journey, code.method());
                let typed = code.code.secret();
                self.ask(Request::Prove {
                    journey,
                    method,
                    typed,
                })
            }
            State::Questions(_) => self.submit_answers(),
            State::Password(password) => match password.new.submit() {
                Ok(secret) => {
                    password.revealed_until = None;
                    let (journey, password) = (password.journey, secret);
                    self.ask(Request::Finish { journey, password })
                }
                Err(field) => {
                    self.focus = field;
                    None
                }
            },
            _ => None,
        }
    }

    fn choose(&mut self, line: usize) -> Option<Ticket<Request>> {
        match &mut self.state {
            State::Welcome => match OFFERED.get(line).copied()? {
                Purpose::SignIn => {
                    self.show_sign_in(None);
                    None
                }
                purpose => self.ask_whether_human(purpose),
            },
            State::Account(account) => {
                let turn = account.page.choose(line);
                self.turn_to(turn)
            }
            State::Wait(wait) if line == 0 && wait.running.is_none() => self.ask(Request::Wait),
            State::Unlock(_) => self.choose_unlock(line),
            State::Call(_) => self.choose_in_call(line),
            State::Choose(choose) => {
                if choose.overview.pass && line == choose.overview.offers.len() {
                    let (journey, overview) = (choose.journey, choose.overview.clone());
                    self.show_pass(journey, overview);
                    return None;
                }
                let offer = choose.overview.offers.get(line)?.clone();
                choose.chosen = line;
                choose.error = None;
                let (journey, overview) = (choose.journey, choose.overview.clone());
                if offer.method == Method::SecurityQuestions {
                    return self.ask(Request::Ask { journey });
                }
                if offer.method.asks_number() {
                    self.show(State::Number(Box::new(Number::new(
                        journey, overview, offer,
                    ))));
                    return None;
                }
                if offer.way.sends() {
                    let chosen = offer.chosen();
                    return self.ask(Request::Send { journey, chosen });
                }
                self.show_code(journey, overview, offer);
                None
            }
            _ => None,
        }
    }

    fn back(&mut self) -> Option<Ticket<Request>> {
        match &self.state {
            State::Who(_) => {
                self.show(State::Welcome);
                None
            }
            State::Number(_) | State::Code(_) | State::Call(_) | State::Pass(_) => {
                self.choose_again(None);
                None
            }
            State::Questions(questions) => {
                let (journey, overview) = (questions.journey, questions.overview.clone());
                self.show_choose(journey, overview, None);
                None
            }
            State::Wait(_) => {
                self.leave_wait();
                None
            }
            State::Choose(_) => self.give_proof_up(),
            State::Account(_) => self.page_back(),
            State::Done { .. } | State::Refused(_) | State::Ended(_) => self.finish_visit("done"),
            _ => None,
        }
    }

    pub(super) fn show(&mut self, state: State) {
        if state.is_end() {
            // What waited for a proof goes with what was typed into it.
            self.aim = Aim::default();
        }
        self.state = state;
        self.watching = None;
        self.turn += 1;
        self.focus = 0;
    }

    pub(super) fn show_code(&mut self, journey: JourneyId, overview: Overview, offer: Offer) {
        let (key, way) = (offer.method.key(), offer.way);
        if way == Way::Call {
            return self.show_call(journey, overview, offer);
        }
        self.show(State::Code(Box::new(Code {
            journey,
            overview,
            offer,
            code: Entry::default(),
            notice: None,
        })));
        self.watch(journey, key, way);
    }

    pub(super) fn show_choose(
        &mut self,
        journey: JourneyId,
        overview: Overview,
        error: Option<Msg>,
    ) {
        self.show(State::Choose(Choose {
            journey,
            overview,
            error,
            chosen: 0,
        }));
    }
}
