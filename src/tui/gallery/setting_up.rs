//! Setting up each method, step by step.

use super::Player;
use super::account::{named, needs, sent};
use crate::domain::enrolment::{Confirmed, Enrolling, Refused};
use crate::domain::method::Method;
use crate::domain::progress::Progress;
use crate::domain::question::{PREDEFINED, Question};
use crate::domain::session::Due;
use crate::domain::way::Way;
use crate::journey::account::Told;
use crate::journey::input::Input;
use crate::journey::screen::Action;

/// Every state of these.
pub fn states() -> Vec<(String, Player)> {
    let refused = |method, refused| {
        let typed = Player::registers(method).types(0, "+1 425").submits();
        typed.enrolling(Enrolling::Not(refused))
    };
    let email = || Player::confirms(Method::Email, Way::Mail);
    let due = || Due::Register(needs(1));
    let mut all = vec![
        named("address", Player::registers(Method::Email)),
        named("address, empty", Player::registers(Method::Email).submits()),
        named("number to add", Player::registers(Method::MobilePhone)),
        named(
            "number to add, empty",
            Player::registers(Method::MobilePhone).submits(),
        ),
        named(
            "number to add, malformed",
            refused(Method::MobilePhone, Refused::Malformed),
        ),
        named("confirm e-mail", email()),
        named("confirm e-mail, hidden", email().waits(91)),
        named("confirm e-mail, empty", email().submits()),
        named(
            "confirm e-mail, wrong",
            email().confirmed(Confirmed::Wrong { left: 4 }, due()),
        ),
        named(
            "confirm e-mail, malformed",
            email().confirmed(Confirmed::Malformed { digits: 6 }, due()),
        ),
        named(
            "confirm e-mail, too late",
            email().confirmed(Confirmed::TooLate, due()),
        ),
        named(
            "confirm e-mail, over",
            email().confirmed(Confirmed::Gone, due()),
        ),
        named(
            "confirm e-mail, again",
            email()
                .does(Input::Act(Action::Resend))
                .hears_of(Told::Sent(sent(Method::Email, Way::Mail))),
        ),
        named(
            "confirm e-mail, not again",
            email()
                .does(Input::Act(Action::Resend))
                .hears_of(Told::Sent(Enrolling::Not(Refused::NotNow))),
        ),
        named(
            "confirm number",
            Player::confirms(Method::MobilePhone, Way::Text),
        ),
    ];
    for why in [
        Refused::NotAllowed,
        Refused::Enough,
        Refused::Malformed,
        Refused::OwnDomain,
        Refused::Already,
        Refused::NotNow,
    ] {
        let name = format!("address, {why:?}");
        all.push((name, refused(Method::Email, why)));
    }
    for progress in [
        Progress::Sent,
        Progress::Ringing,
        Progress::Answered,
        Progress::Busy,
        Progress::NoAnswer,
        Progress::NoKey,
        Progress::HungUp,
        Progress::Failed,
    ] {
        let call = Player::confirms(Method::MobilePhone, Way::Call);
        let call = call.hears_enrolling("enrol_mobile_phone", progress);
        all.push((format!("confirm by call, {progress:?}"), call));
    }
    all.extend(questions());
    all
}

/// Three questions, and each reason why an answer is not taken.
fn questions() -> Vec<(String, Player)> {
    let asked = |count: usize| {
        let all = PREDEFINED.into_iter().take(3).map(Question::Predefined);
        let asked = Told::Questions(all.collect(), count);
        Player::registers(Method::SecurityQuestions).hears_of(asked)
    };
    let answer = |why| {
        let typed = asked(1).does_line(2).types(0, "blue whale").submits();
        typed.enrolling(Enrolling::Not(Refused::Answer(0, why)))
    };
    let mut all = vec![
        named("new question", asked(5)),
        named("new answer", asked(5).does_line(0)),
        named("new answer, empty", asked(5).does_line(0).submits()),
        named(
            "second new question",
            asked(5).does_line(0).types(0, "blue whale").submits(),
        ),
    ];
    for why in [
        "error-answers-count",
        "error-question-gone",
        "error-question-twice",
        "error-answer-twice",
        "error-answer-short",
        "error-answer-long",
        "error-answer-guessable",
        "error-answer-from-question",
        "error-answer-from-name",
    ] {
        all.push((format!("new answer, {why}"), answer(why)));
    }
    all
}
