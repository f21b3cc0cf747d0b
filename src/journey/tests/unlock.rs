//! *Unlock or reset?*, and what each leads to.

use super::*;

fn after_gates(line: usize, unlocking: Unlocking) -> Play {
    let mut play = Play::new();
    play.unlocking = Some(unlocking);
    play.input(Input::Choose(line));
    play.enter("mia");
    for line in [1, 0] {
        play.input(Input::Choose(line));
        play.enter("222222");
    }
    play
}

fn choose_password(play: &mut Play) {
    play.choose_password("a quiet fox in the garden");
}

#[test]
fn every_way_as_a_transcript() {
    let mut lines = Vec::new();
    let mut play = after_gates(1, Unlocking::Ask);
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    lines.push(play.transcript());
    assert!(!play.finished && play.abandoned.is_empty());

    let mut play = after_gates(0, Unlocking::Ask);
    play.input(Input::Choose(1));
    lines.push(play.transcript());
    choose_password(&mut play);
    lines.push(play.transcript());
    assert!(play.finished);

    let mut play = after_gates(1, Unlocking::ByReset);
    lines.push(play.transcript());
    choose_password(&mut play);
    lines.push(play.transcript());

    let mut play = after_gates(1, Unlocking::NotLocked);
    lines.push(play.transcript());
    play.input(Input::Choose(0));
    lines.push(play.transcript());
    choose_password(&mut play);
    lines.push(play.transcript());
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn given_up_before_the_choice_the_journey_is_given_up() {
    let mut play = after_gates(1, Unlocking::Ask);
    play.input(Input::Act(Action::Cancel));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["cancelled"]);
    let mut play = after_gates(1, Unlocking::NotLocked);
    play.wait(IDLE + Duration::from_secs(30));
    assert_eq!(play.abandoned, ["idle"]);
}
