use super::*;
use crate::tui::samples;

fn press(code: KeyCode, held: KeyModifiers) -> Option<Command> {
    command(KeyEvent::new(code, held))
}

#[test]
fn keys() {
    let table = [
        (KeyCode::Tab, NONE, Command::Next),
        (KeyCode::Tab, KeyModifiers::SHIFT, Command::Previous),
        (KeyCode::BackTab, KeyModifiers::SHIFT, Command::Previous),
        (KeyCode::Up, NONE, Command::Previous),
        (KeyCode::Enter, NONE, Command::Enter),
        (KeyCode::Esc, NONE, Command::Back),
        (KeyCode::Char('X'), CTRL, Command::Cancel),
        (KeyCode::Char('c'), CTRL, Command::Cancel),
        (KeyCode::F(1), NONE, Command::Help),
        (KeyCode::Char('g'), CTRL, Command::Help),
        (KeyCode::F(2), NONE, Command::Language),
        (KeyCode::F(3), NONE, Command::Contrast),
        (KeyCode::Char('r'), CTRL, Command::Reveal),
        (KeyCode::Char('R'), KeyModifiers::SHIFT, Command::Type('R')),
        (KeyCode::Char('é'), NONE, Command::Type('é')),
        (KeyCode::Char('z'), CTRL, Command::Other),
        (KeyCode::Char('\\'), CTRL, Command::Other),
        (KeyCode::Char('a'), KeyModifiers::ALT, Command::Other),
        (KeyCode::F(9), NONE, Command::Other),
    ];
    for (code, held, meant) in table {
        assert_eq!(press(code, held), Some(meant), "{code:?} {held:?}");
    }
    let mut key = KeyEvent::new(KeyCode::Enter, NONE);
    key.kind = KeyEventKind::Release;
    assert_eq!(command(key), None);
}

#[test]
fn no_key_is_listed_twice() {
    for (at, (code, held, _)) in KEYS.iter().enumerate() {
        let again = KEYS
            .iter()
            .skip(at + 1)
            .any(|(c, h, _)| c == code && h == held);
        assert!(!again, "{code:?}");
    }
}

#[test]
fn digits_choose_where_there_are_choices_and_are_typed_where_there_are_fields() {
    let welcome = samples::welcome();
    assert!(matches!(
        input(Command::Type('3'), welcome.stance()),
        Input::Choose(2)
    ));
    assert!(matches!(
        input(Command::Type('３'), welcome.stance()),
        Input::Choose(2)
    ));
    assert!(matches!(
        input(Command::Type('٣'), welcome.stance()),
        Input::Choose(2)
    ));
    assert!(matches!(
        input(Command::Type('4'), welcome.stance()),
        Input::Touch
    ));
    assert!(matches!(
        input(Command::Type('0'), welcome.stance()),
        Input::Touch
    ));
    assert!(matches!(
        input(Command::Type('a'), welcome.stance()),
        Input::Touch
    ));
    assert!(matches!(
        input(Command::Type(' '), welcome.stance()),
        Input::Activate
    ));
    assert!(matches!(
        input(Command::Backspace, welcome.stance()),
        Input::Touch
    ));
    let who = samples::who();
    assert!(matches!(
        input(Command::Type('3'), who.stance()),
        Input::Edit(Edit::Insert('3'))
    ));
    assert!(matches!(
        input(Command::Type(' '), who.stance()),
        Input::Edit(Edit::Insert(' '))
    ));
    assert!(matches!(
        input(Command::Left, who.stance()),
        Input::Edit(Edit::Left)
    ));
    assert!(matches!(
        input(Command::Next, who.stance()),
        Input::FocusNext
    ));
}

#[test]
fn arrows_walk_along_buttons() {
    let mut who = samples::who();
    who.focus = Some(Focus::Action(1));
    assert!(matches!(
        input(Command::Left, who.stance()),
        Input::FocusPrevious
    ));
    assert!(matches!(
        input(Command::Right, who.stance()),
        Input::FocusNext
    ));
    assert!(matches!(
        input(Command::Type('1'), who.stance()),
        Input::Touch
    ));
}
