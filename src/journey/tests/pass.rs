//! A temporary access pass in place of a lost phone: at the sign-in, and before a change.

use super::ledger::{Ledger, PASS, PASSWORD};
use super::*;

fn play(ledger: Ledger) -> Play {
    let mut play = Play::new();
    play.ledger = ledger;
    play.input(Input::Choose(2));
    play.type_in("mia");
    play.input(Input::Activate);
    play.type_in(PASSWORD);
    play.input(Input::Activate);
    play
}

/// The line of the list that takes a pass: the last.
fn choose_pass(play: &mut Play) {
    let last = play.visit.screen().choices.len() - 1;
    play.input(Input::Choose(last));
}

#[test]
fn a_pass_stands_in_for_a_lost_phone() {
    let mut play = play(Ledger {
        second_factor: true,
        methods: true,
        pass: true,
        ..Ledger::default()
    });
    let mut lines = vec![play.transcript()];
    choose_pass(&mut play);
    lines.push(play.transcript());
    play.input(Input::Activate);
    lines.push(play.transcript());
    for (typed, error) in [
        ("abcd", "error-malformed-pass"),
        ("zzzz-zzzz-zzzz", "error-wrong-pass"),
    ] {
        play.type_in(typed);
        play.input(Input::Activate);
        assert!(play.transcript().contains(error));
    }
    // Another method is as near as ever.
    play.input(Input::Act(Action::OtherMethod));
    assert_eq!(play.id(), ScreenId::ChooseMethod);
    choose_pass(&mut play);
    play.input(Input::Help);
    lines.push(play.transcript());
    play.input(Input::Back);
    play.type_in(PASS);
    play.input(Input::Activate);
    lines.push(play.transcript());
    // It is the fresh proof of registering another phone.
    play.input(Input::Choose(1));
    play.input(Input::Choose(2));
    play.input(Input::Choose(2));
    assert_eq!(play.id(), ScreenId::AddNumber);
    play.type_in("+44 20 7946 0018");
    play.input(Input::Activate);
    play.type_in("333333");
    play.input(Input::Activate);
    assert_eq!(play.ledger.added, [Method::MobilePhone]);
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_pass_that_is_over_leads_back_to_the_methods() {
    let mut play = play(Ledger {
        second_factor: true,
        methods: true,
        pass: true,
        ..Ledger::default()
    });
    choose_pass(&mut play);
    play.ledger.pass = false;
    play.type_in(PASS);
    play.input(Input::Activate);
    assert_eq!(play.id(), ScreenId::ChooseMethod);
    let transcript = play.transcript();
    assert!(transcript.contains("error-pass-too-late"), "{transcript}");
    assert!(!transcript.contains("choice-access-pass"), "{transcript}");
}

#[test]
fn what_is_typed_as_a_pass_is_wiped_with_the_rest() {
    let mut play = play(Ledger {
        second_factor: true,
        pass: true,
        ..Ledger::default()
    });
    choose_pass(&mut play);
    play.type_in("ABCD");
    play.wait(IDLE + Duration::from_secs(30));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["idle"]);
    assert!(play.visit.take_wiped());
}
