//! The passing of time: countdowns, and what hides and returns by itself.

use super::*;

#[test]
fn a_shown_password_hides_itself() {
    let mut play = Play::new();
    play.reach_password();
    play.type_in("a quiet fox");
    let revealed = |play: &Play| {
        play.visit
            .screen()
            .fields
            .iter()
            .any(|field| field.revealed)
    };
    play.input(Input::Act(Action::Reveal));
    assert!(revealed(&play));
    assert!(play.wait(Duration::from_secs(5)), "the change is drawn");
    assert!(!revealed(&play));
    play.input(Input::Act(Action::Reveal));
    play.input(Input::Act(Action::Reveal));
    assert!(!revealed(&play));
}

#[test]
fn done_returns_by_itself() {
    let mut play = Play::new();
    play.reach_password();
    play.choose_password("a quiet fox in the garden");
    assert_eq!(play.id(), ScreenId::Done);
    play.wait(Duration::from_secs(14));
    assert_eq!(play.id(), ScreenId::Done);
    play.wait(Duration::from_secs(1));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert!(play.abandoned.is_empty());
}

#[test]
fn nobody_there_counts_down_and_wipes() {
    let mut play = Play::new();
    assert!(
        !play.wait(Duration::from_secs(10_000)),
        "the first screen waits for ever"
    );
    play.reach_password();
    play.type_in("half a pass");
    play.wait(IDLE - Duration::from_secs(1));
    assert_eq!(play.visit.screen().wipe_in, None);
    play.wait(Duration::from_secs(11));
    assert_eq!(play.visit.screen().wipe_in, Some(Duration::from_secs(20)));
    play.input(Input::Touch);
    assert_eq!(play.visit.screen().wipe_in, None, "any key extends it");
    play.wait(IDLE + Duration::from_secs(30));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert!(play.visit.take_wiped());
    assert!(!play.visit.take_wiped());
    assert_eq!(play.abandoned, ["idle"]);
}

#[test]
fn nothing_has_the_focus_while_the_details_are_hidden() {
    let mut play = Play::new();
    play.reach_mail_code();
    play.type_in("22");
    assert_eq!(play.visit.screen().focus, Some(Focus::Field(0)));
    play.wait(IDLE);
    let screen = play.visit.screen();
    assert_eq!((screen.fields.len(), screen.focus), (0, None));
    play.input(Input::Touch);
    let screen = play.visit.screen();
    assert_eq!(screen.fields[0].value, "22");
    assert_eq!(screen.focus, Some(Focus::Field(0)));
}
