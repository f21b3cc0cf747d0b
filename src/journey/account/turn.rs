//! What the visit does with a page: shows it, asks for it, and leads on to what is due.

use super::page::{Page, Then, Turn};
use super::reconfirm::Reconfirm;
use super::{Account, Aim, Ask, Goal, SignIn, Told};
use super::{add::Add, change::ChangePassword, menu::Menu, password_again::PasswordAgain};
use super::{register::Register, security_info::SecurityInfo};
use crate::domain::enrolment::{Info, enrol_key};
use crate::domain::journey::JourneyId;
use crate::domain::msg::Msg;
use crate::domain::session::{Due, SignedIn};
use crate::journey::request::{Request, Ticket};
use crate::journey::state::{Change, State};
use crate::journey::visit::Visit;

impl Visit {
    /// The same visit for whoever is logged in on this host already: it begins with their password,
    /// and is over when they leave.
    pub fn signing_in(mut self, user: String) -> Self {
        self.limits.once = true;
        self.show_sign_in(Some(user));
        self
    }

    /// The user ID and the password; `fixed` where the host knows who is asking.
    pub(in crate::journey) fn show_sign_in(&mut self, fixed: Option<String>) {
        self.show_page(None, Box::new(SignIn::new(fixed)));
    }

    /// Shows a page, and asks what it asks at once.
    pub(super) fn show_page(
        &mut self,
        journey: Option<JourneyId>,
        mut page: Box<dyn Page>,
    ) -> Option<Ticket<Request>> {
        let asks = page.begins();
        self.place(journey, page);
        asks.and_then(|ask| self.ask_account(ask, Then::Tell))
    }

    /// Puts a page where it is seen, watches over what it awaits, and asks nothing.
    pub(super) fn place(&mut self, journey: Option<JourneyId>, page: Box<dyn Page>) {
        self.show(State::Account(Account {
            journey,
            page,
            revealed_until: None,
            then: Then::Tell,
        }));
        self.watch_page();
    }

    /// Watches over what the page awaits, as of now.
    fn watch_page(&mut self) {
        self.watching = None;
        let State::Account(account) = &self.state else {
            return;
        };
        if let (Some(journey), Some((method, way))) = (account.journey, account.page.awaits()) {
            self.watch(journey, enrol_key(method), way);
        }
    }

    fn ask_account(&mut self, ask: Ask, then: Then) -> Option<Ticket<Request>> {
        let State::Account(account) = &mut self.state else {
            return None;
        };
        account.then = then;
        let journey = account.journey?;
        self.ask(Request::Account(journey, ask))
    }

    /// One page back; from the sign-in to the first screen.
    pub(in crate::journey) fn page_back(&mut self) -> Option<Ticket<Request>> {
        let State::Account(account) = &mut self.state else {
            return None;
        };
        let turn = account.page.back();
        self.turn_to(turn)
    }

    /// Another method than the one of this page.
    pub(in crate::journey) fn page_different(&mut self) -> Option<Ticket<Request>> {
        let State::Account(account) = &mut self.state else {
            return None;
        };
        let turn = account.page.different();
        self.turn_to(turn)
    }

    /// Does what a page wants.
    pub(in crate::journey) fn turn_to(&mut self, turn: Turn) -> Option<Ticket<Request>> {
        let journey = self.journey();
        match turn {
            Turn::Stay(focus) => {
                self.focus = focus.unwrap_or(self.focus);
                None
            }
            Turn::Turned => {
                self.turn += 1;
                self.focus = 0;
                self.watch_page();
                None
            }
            Turn::Show(page) => self.show_page(journey, page),
            Turn::Ask(ask) => self.ask_account(ask, Then::Tell),
            Turn::SignIn(user, password) => {
                let language = self.language.clone();
                self.ask(Request::SignIn {
                    user,
                    password,
                    language,
                })
            }
            Turn::Prove(page) => {
                if let State::Account(account) = &mut self.state {
                    account.page = page;
                }
                self.ask_account(Ask::Info, Then::Prove)
            }
            Turn::ProveAgain => self.ask_account(Ask::Info, Then::Prove),
            Turn::Proved => self.resume(),
            Turn::List(note) => {
                self.aim = Aim::default();
                self.ask_account(Ask::Info, Then::List(note))
            }
            Turn::Add => self.ask_account(Ask::Info, Then::Add),
            Turn::Due(due, note) => self.lead_on(journey?, due, note),
            Turn::Changed(told) => {
                self.done(Change::OwnPassword, told);
                if let State::Done { journey: ends, .. } = &mut self.state {
                    *ends = journey;
                }
                None
            }
            Turn::Leave if self.goal != Goal::Menu => self.finish_visit("done"),
            Turn::Leave => {
                self.show(State::Welcome);
                None
            }
            Turn::SignOut => self.finish_visit("done"),
        }
    }

    /// What is due on a sign-in, in the order in which the product says it.
    pub(in crate::journey) fn lead_on(
        &mut self,
        journey: JourneyId,
        due: Due,
        note: Option<Msg>,
    ) -> Option<Ticket<Request>> {
        let enters = match due {
            Due::Nothing => self.goal != Goal::Menu,
            // On the way back nobody is asked once more for what may wait.
            Due::Register(_) | Due::Confirm(_) => self.goal == Goal::Again,
            Due::SecondFactor(_) | Due::Password(..) => false,
        };
        if enters {
            if let State::Account(account) = &mut self.state {
                account.journey = Some(journey);
            }
            return self.ask(Request::Enter(journey));
        }
        let page: Box<dyn Page> = match due {
            Due::SecondFactor(overview) => {
                self.aim = Aim::SignIn;
                self.show_choose(journey, overview, note);
                return None;
            }
            Due::Password(rules, why) => Box::new(ChangePassword::new(rules, Some(why))),
            Due::Register(needs) => Box::new(Register::new(needs, self.goal.wants(), note)),
            Due::Confirm(items) => Box::new(Reconfirm::new(items, note)),
            Due::Nothing => Box::new(Menu::new(note)),
        };
        self.aim = Aim::Reset;
        self.show_page(Some(journey), page)
    }

    /// What signing in came to.
    pub(in crate::journey) fn signed_in(&mut self, signed: SignedIn) -> Option<Ticket<Request>> {
        let why = match signed {
            SignedIn::On(journey, due) => return self.lead_on(journey, due, None),
            SignedIn::Refused(refusal) => {
                self.refused(refusal);
                return None;
            }
            SignedIn::Wrong => Msg::new("error-sign-in-wrong"),
            SignedIn::Locked { minutes } => {
                Msg::new("error-sign-in-locked").number("minutes", minutes)
            }
        };
        let State::Account(account) = &mut self.state else {
            return None;
        };
        self.focus = account.page.rejected(why);
        None
    }

    /// What comes next on a sign-in whose gate was tried in vain is known; `why` it was.
    pub(in crate::journey) fn signed(
        &mut self,
        journey: JourneyId,
        due: Due,
        why: Option<Msg>,
    ) -> Option<Ticket<Request>> {
        match std::mem::take(&mut self.aim) {
            // What can still be chosen is told with the security info.
            Aim::Change(page) => {
                self.place(Some(journey), page);
                self.turn_to(Turn::ProveAgain)
            }
            _ => self.lead_on(journey, due, why),
        }
    }

    /// A gate of a sign-in was passed.
    pub(in crate::journey) fn proved_signed(
        &mut self,
        journey: JourneyId,
        due: Due,
    ) -> Option<Ticket<Request>> {
        match self.aim {
            Aim::Change(_) => self.resume(),
            _ => self.lead_on(journey, due, None),
        }
    }

    /// Something that a page, or the visit for it, asked is answered.
    pub(in crate::journey) fn told(&mut self, told: Told) -> Option<Ticket<Request>> {
        let State::Account(account) = &mut self.state else {
            return None;
        };
        let turn = match (std::mem::take(&mut account.then), told) {
            (Then::Prove, Told::Info(info)) => return self.ask_proof(info),
            (Then::List(note), Told::Info(info)) => {
                Turn::Show(Box::new(SecurityInfo::new(info, note)))
            }
            (Then::Add, Told::Info(info)) => Turn::Show(Box::new(Add::new(info))),
            (_, told) => account.page.told(told),
        };
        self.turn_to(turn)
    }

    /// A fresh proof, unless there is one: by a method, or where there is none by the password. The
    /// page that is shown waits for it.
    fn ask_proof(&mut self, info: Info) -> Option<Ticket<Request>> {
        let journey = self.journey()?;
        let state = std::mem::replace(&mut self.state, State::Welcome);
        let State::Account(account) = state else {
            return None;
        };
        if info.fresh {
            return self.show_page(Some(journey), account.page);
        }
        self.aim = Aim::Change(account.page);
        if info.proofs.offers.is_empty() {
            let page = Box::new(PasswordAgain::new());
            return self.show_page(Some(journey), page);
        }
        self.show_choose(journey, info.proofs, None);
        None
    }
}
