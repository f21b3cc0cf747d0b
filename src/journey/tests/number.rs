//! The number before its code.

use super::*;

#[test]
fn the_number_comes_before_its_code() {
    let mut play = Play::new();
    play.reach_methods();
    play.input(Input::Choose(2));
    let mut lines = vec![play.transcript()];
    play.input(Input::Activate);
    lines.push(play.transcript());
    for typed in ["11", "1199", "+14255550199"] {
        play.input(Input::Edit(Edit::Clear));
        play.enter(typed);
        lines.push(play.transcript());
    }
    play.input(Input::Choose(2));
    play.enter("+14255550111");
    lines.push(play.transcript());
    // Sent again without the number; then another method, and back.
    play.input(Input::Act(Action::Resend));
    lines.push(play.transcript());
    play.input(Input::Back);
    play.input(Input::Choose(2));
    assert_eq!(play.id(), ScreenId::EnterNumber);
    play.type_in("+1425");
    play.input(Input::Help);
    play.input(Input::Back);
    play.input(Input::Act(Action::OtherMethod));
    assert_eq!(play.id(), ScreenId::ChooseMethod);
    play.input(Input::Choose(2));
    assert_eq!(
        play.visit.screen().fields[0].value,
        "",
        "nothing typed is left"
    );
    play.type_in("+1425");
    assert!(play.wait(IDLE), "the countdown shows");
    play.wait(Duration::from_secs(30));
    assert_eq!(play.id(), ScreenId::Welcome);
    assert_eq!(play.abandoned, ["idle"]);
    insta::assert_snapshot!(lines.join("\n"));
}
