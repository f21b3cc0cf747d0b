//! Random play: whatever a person does, in whatever order.

use std::time::Duration;

use proptest::prelude::*;

use super::{Play, human};
use crate::domain::unlock::Unlocking;
use crate::journey::input::{Edit, Input};
use crate::journey::screen::{Action, Focus, ScreenId};

fn any_input() -> impl Strategy<Value = u8> {
    0u8..31
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    /// No sequence of inputs reaches a new password with a gate unproved, and the focus is always
    /// on something that is there.
    #[test]
    fn random_play_never_skips_a_gate(steps in proptest::collection::vec(any_input(), 1..120)) {
        let mut play = Play::asking(3);
        play.captcha = steps.len() % 2 == 0;
        play.visit.greeting.check = steps.len() % 4 == 0;
        play.unlocking = [None, Some(Unlocking::Ask), Some(Unlocking::NotLocked)][steps.len() % 3];
        for step in steps {
            let before = play.visit.screen().id;
            match step {
                0 => play.input(Input::Activate),
                1 => play.input(Input::FocusNext),
                2 => play.input(Input::FocusPrevious),
                3 => play.input(Input::Back),
                4 => play.input(Input::Cancel),
                5 => play.input(Input::Language),
                6 => play.input(Input::Help),
                7..=9 => play.input(Input::Choose(usize::from(step - 7))),
                10 => play.type_in("mia"),
                11 => play.type_in("222222"),
                12 => play.type_in("a quiet fox in the garden"),
                13 => play.input(Input::Act(Action::Next)),
                14 => play.input(Input::Act(Action::Resend)),
                15 => play.input(Input::Act(Action::OtherMethod)),
                16 => play.input(Input::Act(Action::Reveal)),
                17 => play.input(Input::Act(Action::Close)),
                18 => play.input(Input::Edit(Edit::Backspace)),
                19 => { play.wait(Duration::from_secs(37)); }
                20 => { play.wait(Duration::from_secs(700)); }
                21 => play.input(Input::Fill(0, "mia".into())),
                27 => play.input(Input::Act(Action::Wait)),
                28 => play.type_in(human::CODE),
                29 => { play.wait(Duration::from_secs(20)); }
                22 => play.input(Input::Fill(1, "a quiet fox in the garden".into())),
                23 => play.type_in("blue whale"),
                24..=26 => play.input(Input::Fill(usize::from(step - 24), "blue whale".into())),
                _ => play.input(Input::Touch),
            }
            let screen = play.visit.screen();
            prop_assert_eq!(play.visit.stance(), screen.stance());
            // Where no key bar says that Back leads anywhere, it leads nowhere.
            prop_assert!(step != 3 || before.goes_back() || screen.id == before);
            if [ScreenId::NewPassword, ScreenId::UnlockOrReset].contains(&screen.id) {
                prop_assert!(play.passed >= 2);
            }
            match screen.focus {
                Some(Focus::Field(index)) => prop_assert!(index < screen.fields.len()),
                Some(Focus::Choice(index)) => prop_assert!(index < screen.choices.len()),
                Some(Focus::Action(index)) => prop_assert!(index < screen.actions.len()),
                None => {}
            }
        }
    }
}
