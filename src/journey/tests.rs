//! The wizard played without a product: transcripts, the passing of time, and random play.

mod number;

use std::fmt::Write as _;
use std::time::Duration;

use super::input::{Edit, Input};
use super::request::{Greeting, Reply, Request, Ticket};
use super::screen::{Action, Focus, ScreenId};
use super::visit::{Limits, Visit};
use crate::domain::human::{Asked, Begun, CheckId, WAIT, Waiting};
use crate::domain::journey::{
    Chosen, Finished, JourneyId, Next, Offer, Overview, Proof, Refusal, Sent, Step,
};
use crate::domain::method::Method;
use crate::domain::password::Rules;
use crate::domain::policy::PasswordPolicy;
use crate::domain::question::Question;
use crate::domain::time::Timestamp;
use crate::domain::unlock::{Purpose, Unlocked, Unlocking};

mod account;
mod anew;
mod apps;
mod console;
mod human;
mod ledger;
mod pass;
mod passing;
mod questions;
mod random;
mod unlock;

mod trouble;

const IDLE: Duration = Duration::from_secs(90);

fn visit() -> Visit {
    let mut visit = Visit::new(Limits {
        idle: IDLE,
        scale: 1.0,
        language: "en".into(),
        once: false,
        leave: true,
        drawn: true,
    });
    visit.reply(
        Ticket {
            visit: 0,
            of: Reply::Greeting(Greeting {
                organisation: "Contoso".into(),
                languages: ["en", "de", "ja"].map(str::to_owned).to_vec(),
                ..Greeting::default()
            }),
        },
        Duration::ZERO,
    );
    visit
}

fn overview(passed: usize, questions: bool) -> Overview {
    let offer = |method, masked: Option<&str>| Offer {
        method,
        way: Chosen::from(method).way,
        slot: 0,
        masked: masked.map(str::to_owned),
    };
    let mut offers = vec![
        offer(Method::AppCode, None),
        offer(Method::Email, Some("m*****@home.example")),
        offer(Method::MobilePhone, Some("*****11")),
    ];
    offers.truncate(3 - passed);
    offers.extend(questions.then(|| offer(Method::SecurityQuestions, None)));
    Overview {
        passed,
        required: 2,
        offers,
        pass: false,
    }
}

fn rules() -> Rules {
    Rules::new(PasswordPolicy::default(), &["Mia Steele"], "Contoso")
}

/// A product that knows one account with the gates `222222`, and where it has questions with the
/// answer `blue whale` to each, and a person who plays with it.
struct Play {
    questions: Vec<Question>,
    answered: bool,
    visit: Visit,
    /// Whether the human check is asked for.
    captcha: bool,
    /// How often the product still says that a wait is not over.
    early: usize,
    /// How the lock of the account comes in.
    unlocking: Option<Unlocking>,
    /// The account that signs in.
    ledger: ledger::Ledger,
    at: Duration,
    passed: usize,
    finished: bool,
    abandoned: Vec<&'static str>,
}

impl Play {
    fn new() -> Self {
        Self {
            questions: Vec::new(),
            answered: false,
            visit: visit(),
            captcha: false,
            early: 0,
            unlocking: None,
            ledger: ledger::Ledger::default(),
            at: Duration::ZERO,
            passed: 0,
            finished: false,
            abandoned: Vec::new(),
        }
    }

    fn answer(&mut self, request: &Request) -> Reply {
        if let Some(reply) = self.of_sign_in(request) {
            return reply;
        }
        let journey = JourneyId::new([7; 16]);
        match request {
            Request::Greet => Reply::Greeting(Greeting {
                languages: vec!["en".into(), "de".into()],
                ..Greeting::default()
            }),
            Request::Check { purpose, drawn } => match self.captcha {
                true => Reply::Asked(*purpose, human::asked(*drawn)),
                false => Reply::Asked(*purpose, Asked::Nothing),
            },
            Request::Wait => Reply::Waiting(Waiting::Started(CheckId::new([9; 16]), WAIT)),
            Request::Begin(claim) if self.captcha && self.trouble(claim).is_some() => {
                let trouble = self.trouble(claim).unwrap();
                self.early = self.early.saturating_sub(1);
                Reply::Begun(Begun::Check(trouble, human::asked(claim.drawn)))
            }
            Request::Begin(claim) if claim.user_id.trim() == "mia" => {
                (self.passed, self.answered) = (0, false);
                Reply::Begun(Begun::On(Step::Go((journey, self.overview()))))
            }
            Request::Begin(_) => Reply::Begun(Begun::On(Step::Refused(Refusal {
                reference: "ABCD-1234".into(),
                reason: None,
                helpdesk: Vec::new(),
                slow: None,
                purpose: Purpose::Reset,
            }))),
            Request::Send { .. } => Reply::Sent(Step::Go(Sent::OnItsWay {
                expires: Timestamp::from_seconds(600),
            })),
            Request::Watch { journey, key } => Reply::Watched(*journey, key, None),
            Request::Claim { .. } => Reply::Proved(Step::Go((Proof::TooLate, None))),
            Request::SendTo { number, .. } => Reply::Sent(Step::Go(match number.expose() {
                "+14255550111" => Sent::OnItsWay {
                    expires: Timestamp::from_seconds(300),
                },
                "11" => Sent::MalformedNumber,
                "+14255550199" => Sent::NotNow,
                _ => Sent::WrongNumber { left: 4 },
            })),
            Request::Prove { typed, .. } if typed.expose() == "222222" => {
                let next = self.pass();
                Reply::Proved(Step::Go((Proof::Passed, Some(next))))
            }
            Request::Prove { .. } => Reply::Proved(Step::Go((Proof::Wrong { left: 4 }, None))),
            Request::Ask { .. } | Request::Answer { .. } => self.question(request),
            Request::Finish { .. } => {
                assert!(self.passed >= 2, "a password with a gate unproved");
                self.finished = true;
                Reply::Finished(Step::Go(Finished::Done))
            }
            Request::Unlock { .. } => {
                assert!(self.passed >= 2, "unlocked with a gate unproved");
                Reply::Unlocked(Step::Go(Unlocked::Done))
            }
            Request::Next { why, .. } => Reply::Next(why.clone(), Step::Go(self.next())),
            Request::SignIn { .. }
            | Request::Account(..)
            | Request::UsePass { .. }
            | Request::Enter(_) => Reply::Abandoned,
            Request::Abandon { reason, .. } => {
                self.abandoned.push(reason);
                Reply::Abandoned
            }
        }
    }

    fn overview(&self) -> Overview {
        let questions = !self.questions.is_empty() && !self.answered;
        overview(self.passed, questions)
    }

    fn pass(&mut self) -> Next {
        self.passed += 1;
        self.next()
    }

    fn next(&self) -> Next {
        match self.passed {
            0 | 1 => Next::Gate(self.overview()),
            _ => match self.unlocking {
                Some(unlocking) => Next::Unlock(unlocking, rules()),
                None => Next::Password(rules()),
            },
        }
    }

    fn settle(&mut self, mut request: Option<Ticket<Request>>) {
        while let Some(ticket) = request {
            let of = self.answer(&ticket.of);
            let reply = Ticket {
                visit: ticket.visit,
                of,
            };
            request = self.visit.reply(reply, self.at);
        }
    }

    fn input(&mut self, input: Input) {
        let request = self.visit.input(input, self.at);
        self.settle(request);
    }

    fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            self.input(Input::Edit(Edit::Insert(c)));
        }
    }

    /// Types into the field with the focus and hands it over, or goes on to the next one.
    fn enter(&mut self, text: &str) {
        self.type_in(text);
        self.input(Input::Activate);
    }

    fn choose_password(&mut self, password: &str) {
        for _ in 0..2 {
            self.enter(password);
        }
    }

    fn wait(&mut self, span: Duration) -> bool {
        self.at += span;
        let (changed, request) = self.visit.tick(self.at);
        self.settle(request);
        changed
    }

    fn id(&self) -> ScreenId {
        self.visit.screen().id
    }

    /// The screen as one block of ids.
    fn transcript(&self) -> String {
        let screen = self.visit.screen();
        let mut out = String::new();
        let _ = write!(
            out,
            "{:?} {} {:?}",
            screen.id, screen.title.id, screen.progress
        );
        for notice in &screen.notices {
            let _ = write!(
                out,
                "\n  {} {}",
                if notice.error { "!" } else { "i" },
                notice.text.id
            );
        }
        for text in &screen.text {
            let _ = write!(out, "\n  {}", text.id);
        }
        for choice in &screen.choices {
            let _ = write!(out, "\n  * {}", choice.label.id);
        }
        for field in &screen.fields {
            let shown = if field.secret { "•" } else { field.value };
            let _ = write!(out, "\n  [{}: {shown}]", field.label.id);
        }
        for rule in &screen.rules {
            let _ = write!(out, "\n  {:?} {}", rule.met, rule.text.id);
        }
        let actions: Vec<&str> = screen.actions.iter().map(|action| action.label()).collect();
        let _ = write!(out, "\n  {} {:?}\n", actions.join(" "), screen.focus);
        out
    }

    /// A reset has begun, and the first method is asked for.
    fn reach_methods(&mut self) {
        self.input(Input::Choose(0));
        self.enter("mia");
    }

    /// A code has been sent by mail.
    fn reach_mail_code(&mut self) {
        self.reach_methods();
        self.input(Input::Choose(1));
    }

    fn reach_password(&mut self) {
        self.reach_methods();
        for line in [1, 0] {
            self.input(Input::Choose(line));
            self.enter("222222");
        }
        assert_eq!(self.id(), ScreenId::NewPassword);
    }
}

#[test]
fn a_whole_reset_as_a_transcript() {
    let mut play = Play::new();
    let mut lines = vec![play.transcript()];
    play.input(Input::Activate);
    play.input(Input::Activate);
    lines.push(play.transcript());
    play.enter("mia");
    lines.push(play.transcript());
    play.input(Input::Choose(1));
    lines.push(play.transcript());
    play.enter("111111");
    lines.push(play.transcript());
    play.input(Input::Act(Action::Resend));
    lines.push(play.transcript());
    play.enter("222222");
    play.input(Input::Activate);
    lines.push(play.transcript());
    play.enter("222222");
    play.type_in("mia steele 2026");
    play.input(Input::Act(Action::Next));
    lines.push(play.transcript());
    play.input(Input::Edit(Edit::Clear));
    play.enter("a quiet fox in the garden");
    play.enter("a quiet fox");
    lines.push(play.transcript());
    play.enter(" in the garden");
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
    assert!(play.finished);
}

/// What is seen while nobody is there, and when, for a front end that ticks as `next` says.
fn watched(mut play: Play, next: impl Fn(&Play) -> Option<Duration>) -> Vec<(u128, String)> {
    let (began, mut seen) = (play.at, Vec::new());
    while let Some(at) = next(&play) {
        if at - began > Duration::from_secs(900) {
            break;
        }
        if play.wait(at - play.at) {
            let left = play.visit.screen().wipe_in.map(|left| left.as_secs());
            let tenths = (play.at - began).as_millis() / 100;
            seen.push((tenths, format!("{left:?} {}", play.transcript())));
        }
    }
    seen
}

#[test]
fn a_front_end_that_ticks_only_when_it_is_due_misses_nothing() {
    let reveal = |play: &mut Play| {
        play.reach_password();
        play.type_in("half a pass");
        play.input(Input::Act(Action::Reveal));
    };
    let done = |play: &mut Play| {
        play.reach_password();
        play.choose_password("a quiet fox in the garden");
        assert_eq!(play.id(), ScreenId::Done);
    };
    let screens: [&dyn Fn(&mut Play); 5] = [
        &|_| {},
        &|play| play.input(Input::Help),
        &Play::reach_mail_code,
        &reveal,
        &done,
    ];
    for (nth, reach) in screens.into_iter().enumerate() {
        let mut plays = [Play::new(), Play::new()];
        plays.iter_mut().for_each(|play| {
            play.wait(Duration::from_micros(1_234_567));
            reach(play);
        });
        let [often, due] = plays;
        let often = watched(often, |play| Some(play.at + Duration::from_millis(10)));
        let due = watched(due, |play| play.visit.due());
        assert_eq!(often.is_empty(), nth == 0);
        assert_eq!(often, due);
    }
}

#[test]
fn while_a_mailed_code_is_awaited_only_the_details_hide() {
    let mut play = Play::new();
    play.reach_mail_code();
    play.type_in("12");
    play.wait(IDLE + Duration::from_secs(40));
    let shown = play.transcript();
    assert!(
        shown.contains("code-text-hidden") && !shown.contains("[field-code"),
        "{shown}"
    );
    play.input(Input::Edit(Edit::Insert('9')));
    let shown = play.transcript();
    assert!(
        shown.contains("[field-code: 12]"),
        "the waking key is not typed: {shown}"
    );
    play.wait(Duration::from_secs(600 + 30));
    assert_eq!(play.id(), ScreenId::Welcome);
}

#[test]
fn a_change_of_language_keeps_what_was_typed() {
    let mut play = Play::new();
    play.input(Input::Choose(0));
    play.type_in("mia");
    play.input(Input::Language);
    assert_eq!(play.id(), ScreenId::Language);
    play.input(Input::Choose(1));
    assert_eq!(play.visit.language(), "de");
    assert!(play.transcript().contains("[field-user-id: mia]"));
    play.input(Input::Cancel);
    assert_eq!(play.visit.language(), "en");
}

#[test]
fn an_answer_to_an_ended_visit_is_dropped_and_its_journey_given_up() {
    let mut play = Play::new();
    play.input(Input::Choose(0));
    play.type_in("mia");
    let at = play.at;
    let Some(begin) = play.visit.input(Input::Activate, at) else {
        panic!("it asks");
    };
    assert!(play.visit.screen().working);
    assert!(play.visit.screen().focus.is_none());
    play.input(Input::Edit(Edit::Insert('x')));
    play.input(Input::Cancel);
    play.settle(Some(begin));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["cancelled"]);
}
