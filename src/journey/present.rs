//! The state as a screen: which words, fields, choices and actions, and where the focus is.

use super::access_pass;
use super::account::Aim;
use super::digits::words;
use super::greeting::paragraphs;
use super::human::{who_actions, who_fields, who_screen};
use super::overlay::Overlay;
use super::screen::{Action, Choice, Field, Focus, Notice, Screen, ScreenId, Stance};
use super::state::{Change, Choose, Code, Ending, Password, State, Trouble};
use super::unlock::{unlock_choices, unlock_screen, unlocked_screen};
use super::visit::Visit;
use crate::domain::journey::{Offer, Overview, Refusal};
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::unlock::Purpose;
use crate::domain::way::Way;

/// What can be chosen on the first screen.
pub(super) const OFFERED: [Purpose; 3] = Purpose::ALL;

impl Visit {
    /// What is shown now.
    pub fn screen(&self) -> Screen<'_> {
        let mut screen = match self.overlay {
            Some(Overlay::Language) => self.language_list(),
            Some(Overlay::Help) => self.help(),
            None => match &self.state {
                State::Welcome => self.welcome(),
                State::Who(who) => who_screen(who),
                State::Wait(wait) => self.wait_screen(wait),
                State::Choose(choose) => choose_screen(choose),
                State::Number(number) => number.screen(),
                State::Code(code) => self.code_screen(code),
                State::Call(call) => call.screen(self.hidden()),
                State::Pass(pass) => pass.screen(),
                State::Questions(questions) => self.questions_screen(questions),
                State::Unlock(unlock) => unlock_screen(unlock),
                State::Password(password) => self.password_screen(password),
                State::Account(account) => account.page.screen(self.seen()),
                State::Done { change, told, .. } => self.done_screen(*change, *told),
                State::Refused(refusal) => refused_screen(refusal),
                State::Ended(ending) => ended_screen(ending),
            },
        };
        self.aimed(&mut screen);
        screen.actions = self.actions();
        screen.working = self.working;
        screen.waiting = self.waiting();
        screen.wipe_in = self.wipe_in();
        screen.focus = self.in_reach();
        screen
    }

    /// The [`Stance`] of that screen: asked with every key, where the words are needed once a frame.
    pub fn stance(&self) -> Stance {
        let is_choice = |target: &Focus| matches!(target, Focus::Choice(_));
        Stance {
            first: self.overlay.is_none()
                && match &self.state {
                    State::Welcome => true,
                    State::Account(account) => account.page.is_first(),
                    _ => false,
                },
            focus: self.in_reach(),
            choices: self.targets().into_iter().filter(is_choice).count(),
            working: self.working,
        }
    }

    /// What the focus is on; nothing while there is nothing to be typed into.
    fn in_reach(&self) -> Option<Focus> {
        let hidden = self.overlay.is_none() && self.hidden();
        self.focused().filter(|_| !self.working && !hidden)
    }

    /// The actions offered now, in the order of Tab.
    pub(super) fn actions(&self) -> Vec<Action> {
        if self.overlay.is_some() {
            return vec![Action::Back];
        }
        match &self.state {
            State::Welcome => Vec::new(),
            State::Number(_) | State::Pass(_) => {
                vec![Action::Next, Action::OtherMethod, Action::Cancel]
            }
            State::Who(who) => who_actions(who),
            State::Wait(_) => vec![Action::Back],
            State::Choose(_) if matches!(self.aim, Aim::Change(_)) => {
                vec![Action::Back, Action::Cancel]
            }
            State::Unlock(_) | State::Choose(_) | State::Call(_) => vec![Action::Cancel],
            State::Code(code) => {
                let mut actions = vec![Action::Next];
                if code.offer.way.sends() {
                    actions.push(words(code.offer.way).resend);
                }
                actions.push(Action::OtherMethod);
                actions.push(Action::Cancel);
                actions
            }
            State::Questions(_) => vec![
                Action::Next,
                Action::Reveal,
                Action::OtherMethod,
                Action::Cancel,
            ],
            State::Password(_) => vec![Action::Next, Action::Reveal, Action::Cancel],
            State::Account(account) => account.page.screen(self.seen()).actions,
            State::Done { .. } | State::Refused(_) | State::Ended(_) => vec![Action::Close],
        }
    }

    /// Everything the focus can be on, in the order of Tab.
    pub(super) fn targets(&self) -> Vec<Focus> {
        let (fields, choices) = match (self.overlay, &self.state) {
            (Some(Overlay::Language), _) => (0, self.greeting.languages.len()),
            (Some(Overlay::Help), _) => (0, 0),
            (None, State::Welcome) => (0, OFFERED.len()),
            (None, State::Who(who)) => (who_fields(who), 0),
            (None, State::Wait(wait)) => (0, usize::from(wait.running.is_none())),
            (None, State::Unlock(unlock)) => (0, unlock_choices(unlock).len()),
            (None, State::Number(_) | State::Code(_) | State::Pass(_)) => (1, 0),
            (None, State::Call(call)) => (0, call.ways_on().len()),
            (None, State::Choose(choose)) => {
                let overview = &choose.overview;
                (0, overview.offers.len() + usize::from(overview.pass))
            }
            (None, State::Questions(questions)) => (questions.answers.len(), 0),
            (None, State::Password(_)) => (2, 0),
            (None, State::Account(account)) => {
                let screen = account.page.screen(self.seen());
                (screen.fields.len(), screen.choices.len())
            }
            (None, _) => (0, 0),
        };
        let fields = (0..fields).map(Focus::Field);
        let choices = (0..choices).map(Focus::Choice);
        let actions = (0..self.actions().len()).map(Focus::Action);
        fields.chain(choices).chain(actions).collect()
    }

    /// What the focus is on.
    pub(super) fn focused(&self) -> Option<Focus> {
        self.targets().get(self.focus).copied()
    }

    fn welcome(&self) -> Screen<'_> {
        let mut screen = blank(ScreenId::Welcome, Msg::new("welcome-title"));
        screen.logo = self.greeting.logo.lines().collect();
        let trouble = self.trouble.as_ref().map(|trouble| match trouble {
            Trouble::Fault(reference) => ("kiosk-fault", reference),
            Trouble::Unreachable(reference, _) => ("ended-fault", reference),
        });
        if let Some((what, reference)) = trouble {
            let reference = Msg::new("refused-reference").text("reference", reference);
            let told = [Notice::error(Msg::new(what)), Notice::note(reference)];
            screen.notices.extend(told);
        }
        if let Some(text) = self.greeting.text.get(self.language()) {
            let shown = |paragraph| Msg::new("verbatim").text("text", paragraph);
            screen.text = paragraphs(text).into_iter().map(shown).collect();
        }
        let choice = |purpose| match purpose {
            Purpose::Reset => "welcome-choice-forgot",
            Purpose::Unlock => "welcome-choice-locked",
            Purpose::SignIn => "welcome-choice-sign-in",
        };
        screen.choices = OFFERED.map(|purpose| detailed(choice(purpose))).to_vec();
        screen
    }

    fn code_screen<'a>(&'a self, code: &'a Code) -> Screen<'a> {
        let mut screen = blank(ScreenId::EnterCode, step_title(&code.overview));
        screen.progress = progress(code.overview.passed + 2, code.overview.required);
        if self.hidden() {
            screen.text.push(Msg::new("code-text-hidden"));
            return screen;
        }
        screen.notices.extend(code.notice.clone());
        screen.text.push(self.about(code));
        screen.fields = vec![field(words(code.offer.way).label, &code.code, false, false)];
        screen
    }

    fn password_screen<'a>(&'a self, password: &'a Password) -> Screen<'a> {
        let mut screen = blank(ScreenId::NewPassword, Msg::new("password-title"));
        screen.progress = progress(password.gates + 2, password.gates);
        // Once read it gives way to what went wrong.
        if password.unlocks && password.new.error.is_none() {
            screen.text.push(Msg::new("password-text-unlocks"));
        }
        password.new.show(&mut screen, self.revealed());
        screen
    }

    fn done_screen(&self, change: Change, told: bool) -> Screen<'_> {
        let mut screen = match change {
            Change::Lock => unlocked_screen(),
            Change::Password | Change::PasswordAndLock => {
                blank(ScreenId::Done, Msg::new("done-title"))
            }
            Change::OwnPassword => blank(ScreenId::Done, Msg::new("done-title-own")),
        };
        if change != Change::Lock {
            screen.text.push(Msg::new("done-text-changed"));
            if change == Change::PasswordAndLock {
                screen.text.push(Msg::new("done-text-unlocked-too"));
            }
            screen.text.push(Msg::new("done-text-devices"));
        }
        if told {
            screen.text.push(Msg::new("done-text-notice"));
        }
        let left = self.returning_in().unwrap_or_default().as_secs();
        screen
            .text
            .push(Msg::new("done-returning").number("seconds", left));
        screen
    }

    fn language_list(&self) -> Screen<'_> {
        let mut screen = blank(ScreenId::Language, Msg::new("language-title"));
        let named = |tag: &String| Choice {
            label: Msg::new(format!("language-{tag}")),
            detail: None,
        };
        screen.choices = self.greeting.languages.iter().map(named).collect();
        screen
    }

    fn help(&self) -> Screen<'_> {
        let mut screen = blank(ScreenId::Help, Msg::new("help-title"));
        let about = match &self.state {
            State::Welcome => "help-welcome",
            State::Who(_) => "help-who",
            State::Wait(_) => "help-human",
            State::Choose(_) => "help-choose",
            State::Number(number) => number.help(),
            State::Unlock(_) => "help-unlock",
            State::Code(code) => words(code.offer.way).help,
            State::Call(_) => "help-call",
            State::Pass(_) => "help-pass",
            State::Questions(_) => "help-questions",
            State::Password(_) => "help-password",
            State::Account(account) => account.page.help(),
            State::Done { .. } => "help-done",
            State::Refused(refusal) if refusal.slow.is_some() => "help-slow",
            State::Refused(_) => "help-refused",
            State::Ended(_) => "help-ended",
        };
        screen.text = vec![Msg::new(about), Msg::new("help-keys")];
        screen
    }
}

pub(super) fn blank<'a>(id: ScreenId, title: Msg) -> Screen<'a> {
    Screen {
        id,
        title,
        progress: None,
        logo: Vec::new(),
        notices: Vec::new(),
        text: Vec::new(),
        choices: Vec::new(),
        drawing: None,
        qr: None,
        fields: Vec::new(),
        rules: Vec::new(),
        strength: None,
        actions: Vec::new(),
        focus: None,
        working: false,
        waiting: None,
        wipe_in: None,
    }
}

/// A line of a list with a word more.
pub(super) fn detailed(id: &str) -> Choice {
    Choice {
        label: Msg::new(id.to_owned()),
        detail: Some(Msg::new(format!("{id}.detail"))),
    }
}

/// A line of a list.
pub(super) fn line(id: &'static str) -> Choice {
    Choice {
        label: Msg::new(id),
        detail: None,
    }
}

/// Who you are, each gate, and the new password are a step each.
pub(super) fn progress(step: usize, gates: usize) -> Option<(u8, u8)> {
    Some((u8::try_from(step).ok()?, u8::try_from(gates + 2).ok()?))
}

pub(super) fn step_title(overview: &Overview) -> Msg {
    Msg::new("verify-title").number("step", (overview.passed + 1) as u64)
}

pub(super) fn error(message: Option<&Msg>) -> Option<Notice> {
    message.cloned().map(Notice::error)
}

pub(super) fn field<'a>(
    label: &'static str,
    entry: &'a super::entry::Entry,
    secret: bool,
    revealed: bool,
) -> Field<'a> {
    Field {
        label: Msg::new(label),
        value: entry.text(),
        cursor: entry.cursor(),
        secret,
        revealed,
    }
}

fn choose_screen(choose: &Choose) -> Screen<'_> {
    let overview = &choose.overview;
    let mut screen = blank(ScreenId::ChooseMethod, step_title(overview));
    screen.progress = progress(overview.passed + 2, overview.required);
    screen.notices.extend(error(choose.error.as_ref()));
    screen.text = vec![Msg::new("verify-choose")];
    screen.choices = overview.offers.iter().map(offered).collect();
    screen
        .choices
        .extend(overview.pass.then(access_pass::choice));
    screen
}

fn offered(offer: &Offer) -> Choice {
    let way = match (offer.method, offer.way) {
        (Method::MobilePhone, Way::Call) => "call",
        _ => "choice",
    };
    let mut label = Msg::new(format!("{}.{way}", offer.method.message()));
    if let Some(masked) = &offer.masked {
        label = label.text("address", masked);
    }
    Choice {
        label,
        detail: None,
    }
}

fn refused_screen(refusal: &Refusal) -> Screen<'_> {
    let mut screen = match refusal.slow {
        Some(minutes) => {
            let mut screen = blank(ScreenId::Slow, Msg::new("slow-title"));
            let text = Msg::new("slow-text").number("minutes", minutes);
            screen.text.push(text);
            screen
        }
        None => {
            let (title, text) = match refusal.purpose {
                Purpose::SignIn => ("refused-title-sign-in", "refused-text-sign-in"),
                Purpose::Reset | Purpose::Unlock => ("refused-title", "refused-text"),
            };
            let mut screen = blank(ScreenId::Refused, Msg::new(title));
            screen.text.push(Msg::new(text));
            screen
        }
    };
    if let Some(reason) = refusal.reason {
        screen
            .text
            .push(Msg::new(reason.message()).text("code", reason.code()));
    }
    if refusal.helpdesk.is_empty() && refusal.slow.is_none() {
        screen.text.push(Msg::new("refused-ask-administrator"));
    }
    for contact in &refusal.helpdesk {
        screen
            .text
            .push(Msg::new("refused-contact").text("contact", contact));
    }
    screen
        .text
        .push(Msg::new("refused-reference").text("reference", &refusal.reference));
    screen
}

fn ended_screen(ending: &Ending) -> Screen<'_> {
    let mut screen = blank(ScreenId::Ended, Msg::new("ended-title"));
    screen.text = match ending {
        Ending::TooLate => vec![Msg::new("ended-too-late")],
        Ending::SignedOut => vec![Msg::new("ended-signed-out")],
        Ending::Denied => vec![Msg::new("ended-denied")],
        Ending::CallDenied => vec![Msg::new("ended-call-denied")],
        Ending::NoRole(reference) => vec![
            Msg::new("ended-no-role"),
            Msg::new("refused-reference").text("reference", reference),
        ],
        Ending::Fault(reference) => vec![
            Msg::new("ended-fault"),
            Msg::new("refused-reference").text("reference", reference),
        ],
    };
    screen
}
