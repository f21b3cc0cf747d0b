//! Every screen the journey can show, each reached as a person reaches it, with everything on it
//! that it can have: for the tests of the views.

pub mod account;
mod apps;
pub mod calls;
mod console;
pub mod entrance;
mod requests;
pub mod sent;
pub mod setting_up;

use std::collections::BTreeSet;
use std::time::Duration;

use crate::domain::eligibility::Reason;
use crate::domain::human::Begun;
use crate::domain::journey::{
    Chosen, Finished, JourneyId, Next, Offer, Overview, Proof, Refusal, Sent, Step,
};
use crate::domain::language::LANGUAGES;
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::password::{Rule, Rules, Verdict};
use crate::domain::policy::PasswordPolicy;
use crate::domain::question::{Answered, Asked, PREDEFINED, Question};
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;
use crate::domain::way::Way;
use crate::journey::input::Input;
use crate::journey::request::Ticket;
use crate::journey::screen::Action;
use crate::journey::{Greeting, Limits, Reply, Visit};

/// One screen of the gallery.
pub struct Picture {
    /// How a failing test speaks of it.
    pub name: String,
    /// The visit that shows it.
    pub visit: Visit,
}

/// Who plays a visit into a state.
pub struct Player {
    /// The visit so far.
    pub visit: Visit,
    at: Duration,
}

/// A logo as large as the advice allows.
pub fn logo() -> String {
    vec!["#".repeat(60); 6].join("\n")
}

/// The organisation of the gallery.
pub fn greeting() -> Greeting {
    Greeting {
        organisation: "Contoso".into(),
        languages: LANGUAGES.map(str::to_owned).to_vec(),
        default_language: "en".into(),
        ..Greeting::default()
    }
}

/// The first screen of an organisation, in a language.
pub fn welcome(greeting: Greeting, language: &str) -> Visit {
    visit(greeting, language, true)
}

/// The same, where a code can be drawn or not.
fn visit(greeting: Greeting, language: &str, drawn: bool) -> Visit {
    let mut visit = Visit::new(Limits {
        idle: Duration::from_secs(90),
        scale: 1.0,
        language: language.into(),
        once: false,
        leave: true,
        drawn,
    });
    let greeting = Ticket {
        visit: 0,
        of: Reply::Greeting(greeting),
    };
    visit.reply(greeting, Duration::ZERO);
    visit
}

impl Player {
    fn new() -> Self {
        Self {
            visit: welcome(greeting(), "en"),
            at: Duration::ZERO,
        }
    }

    /// After somebody did this.
    pub fn does(mut self, input: Input) -> Self {
        self.visit.input(input, self.at);
        self
    }

    fn told(mut self, reply: Reply) -> Self {
        let reply = Ticket {
            visit: 0,
            of: reply,
        };
        self.visit.reply(reply, self.at);
        self
    }

    /// What comes next, which was asked anew.
    fn knows(self, next: Next, why: Option<&'static str>) -> Self {
        self.told(Reply::Next(why.map(Msg::new), Step::Go(next)))
    }

    fn waits(mut self, seconds: u64) -> Self {
        self.at += Duration::from_secs(seconds);
        self.visit.tick(self.at);
        self
    }

    fn types(self, field: usize, text: &str) -> Self {
        self.does(Input::Fill(field, text.to_owned()))
    }

    fn submits(self) -> Self {
        self.does(Input::Act(Action::Next))
    }

    fn who() -> Self {
        Self::new().does(Input::Choose(0))
    }

    fn begun(reply: Step<(JourneyId, Overview)>) -> Self {
        Self::who()
            .types(0, "mias@contoso.example")
            .submits()
            .told(Reply::Begun(Begun::On(reply)))
    }

    fn choose() -> Self {
        Self::begun(Step::Go((JourneyId::new([7; 16]), overview(0))))
    }

    fn chosen(method: Method) -> Self {
        let line = overview(0).offers.iter().position(|o| o.method == method);
        Self::choose().does(Input::Choose(line.unwrap()))
    }

    /// What came of a number that was typed.
    fn number(sent: Sent) -> Self {
        Self::chosen(Method::MobilePhone)
            .types(0, "+1 425 555 0112")
            .submits()
            .told(Reply::Sent(Step::Go(sent)))
    }

    /// The code of a method of the first gate.
    fn code(method: Method) -> Self {
        let chosen = match method.asks_number() {
            true => Self::chosen(method).types(0, "+1 425 555 0111").submits(),
            false => Self::chosen(method),
        };
        match Chosen::from(method).way.sends() {
            true => chosen.told(Reply::Sent(Step::Go(Sent::OnItsWay {
                expires: Timestamp::from_seconds(600),
            }))),
            false => chosen,
        }
    }

    fn questions(ids: &[&'static str]) -> Self {
        let questions = ids.iter().copied().map(Question::Predefined);
        let offers = overview(0).offers;
        let line = offers
            .iter()
            .position(|o| o.method == Method::SecurityQuestions);
        let asked = Asked::Questions(questions.collect());
        Self::choose()
            .does(Input::Choose(line.unwrap()))
            .told(Reply::Questions(Step::Go(asked)))
    }

    fn answered(self, count: usize, answered: Answered) -> Self {
        (0..count)
            .fold(self, |player, at| player.types(at, "an answer"))
            .submits()
            .told(Reply::Answered(Step::Go((answered, None))))
    }

    fn proved(self, proof: Proof, next: Option<Next>) -> Self {
        self.types(0, "222222")
            .submits()
            .told(Reply::Proved(Step::Go((proof, next))))
    }

    fn second() -> Self {
        let next = Next::Gate(overview(1));
        Self::code(Method::Email).proved(Proof::Passed, Some(next))
    }

    /// The new password under the rules that have the most to say.
    fn password() -> Self {
        let next = Next::Password(rules());
        Self::code(Method::AppCode).proved(Proof::Passed, Some(next))
    }

    fn finished(self, finished: Finished) -> Self {
        self.types(0, "Correct horse 7 battery")
            .types(1, "Correct horse 7 battery")
            .submits()
            .told(Reply::Finished(Step::Go(finished)))
    }
}

fn rules() -> Rules {
    let policy = PasswordPolicy {
        classes: true,
        ..PasswordPolicy::default()
    };
    let mut rules = Rules::new(policy, &["Mia Steele"], "Contoso");
    rules.filtered = true;
    rules
}

fn overview(passed: usize) -> Overview {
    let offer = |method| Offer {
        method,
        way: Chosen::from(method).way,
        slot: 0,
        masked: match method {
            Method::Email => Some("m*****@home.example".to_owned()),
            Method::MobilePhone | Method::OfficePhone => Some("*****11".to_owned()),
            _ => None,
        },
    };
    let mut offers: Vec<Offer> = Method::ALL.into_iter().skip(passed).map(offer).collect();
    let mobile = offers.iter().position(|o| o.method == Method::MobilePhone);
    if let Some(at) = mobile {
        let called = Offer {
            way: Way::Call,
            ..offer(Method::MobilePhone)
        };
        offers.insert(at + 1, called);
    }
    Overview {
        passed,
        required: 2,
        offers,
        pass: false,
    }
}

fn refusal(reason: Option<Reason>, helpdesk: &[&str]) -> Step<(JourneyId, Overview)> {
    Step::Refused(Refusal {
        reference: "ABCD-1234".into(),
        reason,
        helpdesk: helpdesk.iter().map(|&contact| contact.to_owned()).collect(),
        slow: None,
        purpose: Purpose::Reset,
    })
}

const REASONS: [Reason; 11] = [
    Reason::Unknown,
    Reason::Disabled,
    Reason::Blocked,
    Reason::Off,
    Reason::Unlicensed,
    Reason::NotSelected,
    Reason::NoMethod,
    Reason::TooFewMethods,
    Reason::NoWriteback,
    Reason::DirectoryRefused,
    Reason::NoAgent,
];

/// Questions that are long in every language.
const LONG_QUESTIONS: [&str; 5] = [
    "childhood-neighbour",
    "first-desk-mate",
    "first-phone-number",
    "childhood-doctor",
    "feared-teacher",
];

const HELPDESK: [&str; 3] = [
    "https://help.contoso.example/password",
    "help@contoso.example",
    "+1 425 555 0100",
];

/// Every state a person can be in, without what lies over it.
fn states() -> Vec<(String, Player)> {
    let mut all: Vec<(String, Player)> = Vec::new();
    let mut add = |name: &str, player: Player| all.push((name.to_owned(), player));
    add("welcome", Player::new());
    add("who", Player::who());
    add("who, empty", Player::who().submits());
    let typed = Player::who().types(0, "mias@contoso.example");
    add("who, working", typed.submits());
    add("choose", Player::choose());
    add("choose, second", Player::second());
    let used_up = Reply::Sent(Step::Go(Sent::NotOffered));
    let chosen = Player::second().does(Input::Choose(1));
    let used_up = chosen.told(used_up);
    let why = Some("error-method-used-up");
    add(
        "choose, used up",
        used_up.knows(Next::Gate(overview(1)), why),
    );
    let missing = Player::password().finished(Finished::GateMissing);
    let why = Some("error-gate-missing");
    add(
        "choose, one more",
        missing.knows(Next::Gate(overview(1)), why),
    );
    let number = || Player::chosen(Method::MobilePhone);
    add("number", number());
    add("number, empty", number().submits());
    for left in [1, 4] {
        let wrong = Player::number(Sent::WrongNumber { left });
        add(&format!("number, wrong, {left} left"), wrong);
    }
    add("number, malformed", Player::number(Sent::MalformedNumber));
    add("number, not now", Player::number(Sent::NotNow));
    add("number, wiped soon", number().waits(95));
    for method in [
        Method::AppNotification,
        Method::AppCode,
        Method::Email,
        Method::MobilePhone,
    ] {
        let code = || Player::code(method);
        let key = method.key();
        add(key, code());
        add(&format!("{key}, empty"), code().submits());
        for left in [1, 4] {
            let wrong = code().proved(Proof::Wrong { left }, None);
            add(&format!("{key}, wrong, {left} left"), wrong);
        }
        let malformed = code().proved(Proof::Malformed { digits: 6 }, None);
        add(&format!("{key}, malformed"), malformed);
        add(&format!("{key}, hidden"), code().waits(91));
    }
    let email = || Player::code(Method::Email);
    add("email, too late", email().proved(Proof::TooLate, None));
    let again = Reply::Sent(Step::Go(Sent::OnItsWay {
        expires: Timestamp::from_seconds(600),
    }));
    let resent = email().does(Input::Act(Action::Resend));
    add("email, sent again", resent.told(again));
    add("email, hidden, wiped soon", email().waits(605));
    for count in [3, 5] {
        let asked = || Player::questions(&LONG_QUESTIONS[..count]);
        add(&format!("{count} questions, empty"), asked().submits());
        for left in [1, 4] {
            let wrong = asked().answered(count, Answered::Wrong { left });
            add(&format!("{count} questions, wrong, {left} left"), wrong);
        }
    }
    let asked = || Player::questions(&LONG_QUESTIONS[..3]);
    let typed = asked().types(0, "Der dritte Mann");
    add("questions, shown", typed.does(Input::Act(Action::Reveal)));
    let changed = asked().answered(3, Answered::Changed);
    let why = Some("error-questions-changed");
    let changed = changed.knows(Next::Gate(overview(0)), why);
    add("choose, questions changed", changed);
    add("password", Player::password());
    add("password, empty", Player::password().submits());
    let half = || Player::password().types(0, "Correct horse 7 battery");
    add("password, mismatch", half().submits());
    let short = Player::password().types(0, "Contoso").submits();
    add("password, rules", short);
    let long = Player::password().types(0, &"Long 7 ".repeat(40)).submits();
    add("password, too long", long);
    for (strength, typed) in [
        ("weak", "Summer2026!!xyz"),
        ("fair", "kqzjwpbvmhgt"),
        ("good", "kqzjwpbvmhgtfy"),
    ] {
        let typed = Player::password().types(0, typed);
        add(&format!("password, {strength}"), typed);
    }
    let shown = half().does(Input::Act(Action::Reveal));
    add("password, shown", shown);
    let history = Verdict {
        rule: Rule::History(1),
        met: Some(false),
    };
    let rejected = Player::password().finished(Finished::Rejected(vec![history]));
    add(
        "password, rejected",
        rejected.knows(Next::Password(rules()), None),
    );
    add("password, wiped soon", half().submits().waits(95));
    add("done", Player::password().finished(Finished::Done));
    let untold = Player::password().finished(Finished::DoneUntold);
    add("done, untold", untold);
    add("refused", Player::begun(refusal(None, &[])));
    for reason in REASONS {
        let refused = Player::begun(refusal(Some(reason), &HELPDESK));
        add(&format!("refused, {}", reason.code()), refused);
    }
    add("ended, too late", Player::begun(Step::Gone));
    let fault = Player::who().types(0, "mia").submits();
    add("ended, fault", fault.told(Reply::Fault("ABCD-1234".into())));
    all.extend(account::states());
    all.extend(setting_up::states());
    all.extend(entrance::states());
    all.extend(sent::states());
    all.extend(requests::states());
    all.extend(calls::states());
    all.extend(console::states());
    all
}

/// All of it.
pub fn all() -> Vec<Picture> {
    let mut all: Vec<Picture> = Vec::new();
    let mut greeting = greeting();
    greeting.logo = logo();
    let text = "Welcome to Contoso.\nThe help desk is in room 5.";
    greeting.text = LANGUAGES.map(|tag| (tag.into(), text.into())).into();
    all.push(Picture {
        name: "welcome, branded".into(),
        visit: welcome(greeting, "en"),
    });
    for (name, player) in states() {
        all.push(Picture {
            name,
            visit: player.visit,
        });
    }
    for ids in PREDEFINED.chunks(3) {
        all.push(Picture {
            name: format!("questions {ids:?}"),
            visit: Player::questions(ids).visit,
        });
    }
    // The list of languages is the same over every screen, and so is the help of some.
    let mut seen: BTreeSet<Vec<String>> = BTreeSet::new();
    for (overlay, input) in [
        ("help", (|| Input::Help) as fn() -> Input),
        ("languages", || Input::Language),
    ] {
        for (name, player) in states() {
            let visit = player.does(input()).visit;
            let screen = visit.screen();
            let said = screen.text.iter().chain([&screen.title]);
            let said = said.map(|msg| msg.id.to_string()).collect();
            if visit.has_overlay() && seen.insert(said) {
                let name = format!("{overlay} over {name}");
                all.push(Picture { name, visit });
            }
        }
    }
    all
}
