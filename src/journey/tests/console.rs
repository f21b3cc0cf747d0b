//! The way into the console: who gets in, by what, and that it never opens without both proofs.

use proptest::prelude::*;

use super::ledger::{JOURNEY, Ledger, PASSWORD};
use super::*;
use crate::domain::journey::JourneyId;

impl Play {
    fn at_the_console(ledger: Ledger) -> Self {
        let mut play = Self::new();
        play.ledger = ledger;
        play.visit = visit().for_console();
        play
    }

    fn signs_in(mut self) -> Self {
        self.input(Input::Fill(0, "mia".to_owned()));
        self.input(Input::Fill(1, PASSWORD.to_owned()));
        self.input(Input::Act(Action::Next));
        self
    }

    fn gives_a_second_factor(&mut self) {
        self.input(Input::Choose(0));
        self.type_in("222222");
        self.input(Input::Activate);
    }
}

fn administrator() -> Ledger {
    Ledger {
        role: true,
        second_factor: true,
        methods: true,
        ..Ledger::default()
    }
}

#[test]
fn an_administrator_with_both_gets_in_and_stays_signed_in() {
    let mut play = Play::at_the_console(administrator());
    let begun = play.transcript();
    assert!(begun.contains("sign-in-text-console"), "{begun}");
    play = play.signs_in();
    assert_eq!(play.id(), ScreenId::ChooseMethod);
    assert_eq!(play.visit.admitted(), None);
    play.gives_a_second_factor();
    assert_eq!(play.visit.admitted(), Some(JOURNEY));
    assert!(play.visit.ended() && play.visit.hang_up().is_none());
    assert_eq!(play.abandoned.len(), 0);
}

#[test]
fn whoever_has_no_role_is_told_so_after_both() {
    let mut play = Play::at_the_console(Ledger {
        role: false,
        ..administrator()
    })
    .signs_in();
    assert!(!play.transcript().contains("no-role"));
    play.gives_a_second_factor();
    let told = play.transcript();
    assert!(told.contains("ended-no-role"), "{told}");
    assert_eq!(play.visit.admitted(), None);
    play.input(Input::Act(Action::Close));
    assert!(play.visit.ended());
    assert_eq!(play.visit.admitted(), None);
}

#[test]
fn without_a_second_factor_one_is_registered_first() {
    let mut play = Play::at_the_console(Ledger {
        second_factor: false,
        methods: false,
        ..administrator()
    })
    .signs_in();
    let asked = play.transcript();
    assert!(asked.contains("register-text-factor"), "{asked}");
    assert!(!asked.contains("register-choice-later"), "{asked}");
    // Esc puts nothing off.
    play.input(Input::Back);
    assert_eq!(play.id(), ScreenId::MoreInformation);
    play.input(Input::Choose(1));
    play.type_in("+44 20 7946 0018");
    play.input(Input::Activate);
    play.type_in("333333");
    play.input(Input::Activate);
    assert_eq!(play.ledger.added, [Method::MobilePhone]);
    assert_eq!(play.visit.admitted(), Some(JOURNEY));
}

#[test]
fn a_temporary_password_is_changed_on_the_way() {
    let mut play = Play::at_the_console(Ledger {
        must_change: true,
        ..administrator()
    })
    .signs_in();
    play.gives_a_second_factor();
    assert_eq!(play.id(), ScreenId::NewPassword);
    for field in 0..2 {
        let typed = "a quiet fox in the garden".to_owned();
        play.input(Input::Fill(field, typed));
    }
    play.input(Input::Act(Action::Next));
    assert_eq!(play.visit.admitted(), Some(JOURNEY));
}

#[test]
fn leaving_on_the_way_opens_nothing() {
    let leave: [&dyn Fn(&mut Play); 3] = [
        &|play| play.input(Input::Cancel),
        &|play| {
            play.wait(IDLE + Duration::from_secs(31));
        },
        &|play| {
            let fault = play.visit.start_over("ABCD-1234");
            play.settle(fault);
            assert!(play.transcript().contains("ended-fault"));
            play.input(Input::Activate);
        },
    ];
    for leave in leave {
        let mut play = Play::at_the_console(administrator()).signs_in();
        leave(&mut play);
        assert!(play.visit.ended());
        assert_eq!(play.visit.admitted(), None);
        assert_eq!(play.abandoned.len(), 1);
    }
    let mut play = Play::at_the_console(administrator());
    play.input(Input::Back);
    assert!(play.visit.ended() && play.visit.admitted().is_none());
}

#[test]
fn the_second_factor_alone_is_asked_for_on_the_way_back() {
    let mut all = overview(0, false);
    all.required = 1;
    let mut app = all.clone();
    app.offers.truncate(1);
    for (overview, first) in [(all, ScreenId::ChooseMethod), (app, ScreenId::EnterCode)] {
        let mut play = Play::new();
        play.ledger = administrator();
        play.ledger.password = true;
        play.visit = visit().proving(JOURNEY, overview);
        assert_eq!(play.id(), first);
        if first == ScreenId::ChooseMethod {
            play.input(Input::Choose(0));
        }
        play.type_in("111111");
        play.input(Input::Activate);
        assert_eq!(play.visit.admitted(), None);
        play.type_in("222222");
        play.input(Input::Activate);
        assert_eq!(play.visit.admitted(), Some(JOURNEY));
    }
    // Esc and Ctrl-X both leave it as it is.
    for key in [Input::Back, Input::Cancel] {
        let mut play = Play::new();
        play.visit = visit().proving(JourneyId::new([9; 16]), overview(0, false));
        play.input(key);
        assert!(play.visit.ended() && play.visit.admitted().is_none());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    /// Whatever is pressed, the console opens only for a role, with the password and a second factor:
    /// the product that is played asserts what it is asked for.
    #[test]
    fn random_play_opens_it_for_nobody_else(steps in proptest::collection::vec(0u8..24, 1..120)) {
        let bit = |n: usize| steps.len() & (1 << n) != 0;
        let mut play = Play::at_the_console(Ledger {
            role: bit(0),
            second_factor: bit(1),
            must_change: bit(2),
            missing: steps.len() % 3,
            confirm: bit(3),
            methods: bit(1),
            ..Ledger::default()
        });
        for step in steps {
            if play.visit.ended() {
                break;
            }
            match step {
                0..=2 => play.input(Input::Activate),
                3 => play.input(Input::FocusNext),
                4 => play.input(Input::Back),
                5..=10 => play.input(Input::Choose(usize::from(step - 5))),
                11 | 12 => play.type_in("222222"),
                13 => play.type_in("333333"),
                14 => play.input(Input::Fill(0, "a quiet fox in the garden".into())),
                15 => play.input(Input::Fill(1, "a quiet fox in the garden".into())),
                16 => play.input(Input::Act(Action::Next)),
                17 => play.input(Input::Act(Action::Different)),
                18 => { play.wait(Duration::from_secs(17)); }
                19 => play.type_in("+14255550111"),
                20 => play.input(Input::Help),
                _ => play = play.signs_in(),
            }
            prop_assert!(play.id() != ScreenId::Menu);
            if play.visit.admitted().is_some() {
                prop_assert!(play.ledger.role && play.ledger.complete());
                let factor = play.ledger.second || play.ledger.added.contains(&Method::MobilePhone);
                prop_assert!(factor && !play.ledger.must_change);
            }
        }
    }
}
