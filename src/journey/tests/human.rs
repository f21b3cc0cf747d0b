//! The human check: a drawn code, or the wait, which is enough everywhere.

use super::*;
use crate::domain::human::{Claim, Drawing, Passing, Trouble};

/// What the stub's drawing says.
pub const CODE: &str = "AK79C";

const ID: CheckId = CheckId::new([9; 16]);

pub fn asked(drawn: bool) -> Asked {
    match drawn {
        true => Asked::Code(
            ID,
            Drawing::of(&crate::domain::secret::SecretText::copied(CODE), &[255; 16]),
        ),
        false => Asked::Wait,
    }
}

impl Play {
    pub fn trouble(&self, claim: &Claim) -> Option<Trouble> {
        match &claim.passing {
            None => Some(Trouble::Missing),
            Some(Passing::Typed(_, typed)) if typed.expose() == CODE => None,
            Some(Passing::Typed(..)) => Some(Trouble::Wrong),
            Some(Passing::Waited(_)) if self.early > 0 => Some(Trouble::Early {
                left: Duration::from_secs(3),
            }),
            Some(Passing::Waited(_)) => None,
        }
    }

    fn asked_to(captcha: bool, drawn: bool) -> Self {
        let mut play = Self::new();
        play.captcha = captcha;
        play.visit.greeting.check = captcha;
        play.visit.limits.drawn = drawn;
        play
    }
}

#[test]
fn a_drawn_code_as_a_transcript() {
    let mut play = Play::asked_to(true, true);
    play.input(Input::Choose(0));
    assert!(play.visit.screen().drawing.is_some());
    play.enter("mia");
    play.input(Input::Activate);
    let mut lines = vec![play.transcript()];
    play.enter("wrong");
    lines.push(play.transcript());
    play.enter(CODE);
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_wait_goes_on_by_itself() {
    let mut play = Play::asked_to(true, true);
    play.early = 1;
    play.input(Input::Choose(0));
    play.input(Input::Act(Action::Wait));
    assert!(play.transcript().contains("error-empty-user-id"));
    play.type_in("mia");
    play.input(Input::Act(Action::Wait));
    let mut lines = vec![play.transcript()];
    assert!(play.wait(Duration::from_secs(1)), "the countdown is drawn");
    assert!(!play.wait(Duration::from_millis(1)));
    play.wait(Duration::from_millis(18_998));
    assert_eq!(play.id(), ScreenId::HumanCheck);
    play.wait(Duration::from_millis(1));
    assert_eq!(play.id(), ScreenId::HumanCheck, "the product says when");
    assert_eq!(play.visit.waiting(), Some(Duration::from_secs(3)));
    play.wait(Duration::from_secs(3));
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn without_a_drawing_only_the_wait_is_asked() {
    let mut play = Play::asked_to(true, false);
    play.input(Input::Choose(0));
    let mut lines = vec![play.transcript()];
    play.input(Input::Fill(0, "mia".into()));
    play.input(Input::Act(Action::Next));
    lines.push(play.transcript());
    play.input(Input::Back);
    assert!(play.transcript().contains("[field-user-id: mia]"));
    play.input(Input::Act(Action::Next));
    play.input(Input::Choose(0));
    lines.push(play.transcript());
    play.wait(WAIT);
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn switched_on_meanwhile_it_is_asked_at_the_next_step() {
    for drawn in [true, false] {
        let mut play = Play::asked_to(false, drawn);
        play.input(Input::Choose(0));
        play.type_in("mia");
        play.captcha = true;
        play.input(Input::Activate);
        let shown = play.transcript();
        match drawn {
            true => assert!(
                shown.contains("human-error-asked") && shown.contains("[field-user-id: mia]"),
                "{shown}"
            ),
            false => assert!(shown.contains("human-wait-choice"), "{shown}"),
        }
    }
}

#[test]
fn help_over_a_wait_that_is_over_holds_it() {
    let mut play = Play::asked_to(true, true);
    play.input(Input::Choose(0));
    play.type_in("mia");
    play.input(Input::Act(Action::Wait));
    play.input(Input::Help);
    play.wait(WAIT * 2);
    assert_eq!(play.id(), ScreenId::Help);
    assert!(
        play.visit.due().is_some_and(|due| due > play.at + WAIT),
        "nobody is woken for nothing"
    );
    play.input(Input::Back);
    play.wait(Duration::ZERO);
    assert_eq!(play.id(), ScreenId::ChooseMethod);
}
