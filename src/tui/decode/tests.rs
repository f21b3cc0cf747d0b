use crossterm::event::KeyEventState;
use proptest::prelude::*;
use ratatui::layout::Position;

use super::*;

fn key(code: KeyCode, held: KeyModifiers) -> Typed {
    Typed::Key(KeyEvent::new(code, held))
}

#[test]
fn keys() {
    let none = KeyModifiers::NONE;
    let table: &[(&[u8], KeyCode, KeyModifiers)] = &[
        (b"a", KeyCode::Char('a'), none),
        ("語".as_bytes(), KeyCode::Char('語'), none),
        ("😀".as_bytes(), KeyCode::Char('😀'), none),
        (b"\r", KeyCode::Enter, none),
        (b"\x03", KeyCode::Char('c'), KeyModifiers::CONTROL),
        (b"\x1c", KeyCode::Char('\\'), KeyModifiers::CONTROL),
        (b"\x7f", KeyCode::Backspace, none),
        (b"\x1b[A", KeyCode::Up, none),
        (b"\x1bOA", KeyCode::Up, none),
        (b"\x1b[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
        (b"\x1b[Z", KeyCode::BackTab, none),
        (b"\x1b[3~", KeyCode::Delete, none),
        (b"\x1b[17~", KeyCode::F(6), none),
        (b"\x1bOP", KeyCode::F(1), none),
        (b"\x1b[[C", KeyCode::F(3), none),
        (b"\x1b[13~", KeyCode::F(3), none),
        (b"\x1b[1~", KeyCode::Home, none),
        (b"\x1bx", KeyCode::Char('x'), KeyModifiers::ALT),
    ];
    for (bytes, code, held) in table {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(bytes), [key(*code, *held)], "{bytes:?}");
        assert_eq!(decoder.patience(), None);
    }
}

#[test]
fn extended_keys() {
    let (none, ctrl) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
    let table: &[(&[u8], KeyCode, KeyModifiers, bool)] = &[
        (b"\x1b[97;;97u", KeyCode::Char('a'), none, false),
        (b"\x1b[97:65;66;65u", KeyCode::Char('A'), none, true),
        (b"\x1b[97;65;65u", KeyCode::Char('A'), none, true),
        (b"\x1b[32;129;32u", KeyCode::Char(' '), none, false),
        (b"\x1b[0;;233u", KeyCode::Char('é'), none, false),
        (b"\x1b[120;69u", KeyCode::Char('x'), ctrl, true),
        (b"\x1b[1095::120;5u", KeyCode::Char('x'), ctrl, false),
        (b"\x1b[105;5u", KeyCode::Tab, none, false),
        (b"\x1b[91;5u", KeyCode::Esc, none, false),
        (b"\x1b[13;65u", KeyCode::Enter, none, true),
        (b"\x1b[9;2u", KeyCode::Tab, KeyModifiers::SHIFT, false),
        (b"\x1b[27u", KeyCode::Esc, none, false),
        (b"\x1b[127u", KeyCode::Backspace, none, false),
        (b"\x1b[57358;65u", KeyCode::Null, none, true),
        (b"\x1b[57414u", KeyCode::Enter, none, false),
        (b"\x1b[1;65B", KeyCode::Down, none, true),
        (b"\x1b[3;65~", KeyCode::Delete, none, true),
    ];
    for (bytes, code, held, locked) in table {
        let typed = Decoder::default().feed(bytes);
        let [Typed::Key(key)] = typed.as_slice() else {
            panic!("{bytes:?}: {typed:?}");
        };
        assert_eq!((key.code, key.modifiers), (*code, *held), "{bytes:?}");
        assert_eq!(key.state == KeyEventState::CAPS_LOCK, *locked, "{bytes:?}");
    }
    let composed = Decoder::default().feed("\x1b[0;;12363:12394u".as_bytes());
    assert_eq!(composed, [Typed::Paste("かな".into())]);
    assert_eq!(Decoder::default().feed(b"\x1b[?0u"), [Typed::Extended]);
    for bytes in [&b"\x1b[u"[..], b"\x1b[99999999999u", b"\x1b[;;u"] {
        assert_eq!(Decoder::default().feed(bytes), [], "{bytes:?}");
    }
}

#[test]
fn the_mouse_in_both_forms() {
    let press = |x, y| Mouse::Press(Position::new(x, y));
    let table: &[(&[u8], Option<Mouse>)] = &[
        (b"\x1b[<0;1;1M", Some(press(0, 0))),
        (b"\x1b[<0;200;60M", Some(press(199, 59))),
        (b"\x1b[<64;5;5M", Some(Mouse::Wheel(-3))),
        (b"\x1b[<65;5;5M", Some(Mouse::Wheel(3))),
        (b"\x1b[M !!", Some(press(0, 0))),
        (b"\x1b[M a(", Some(press(64, 7))),
        (b"\x1b[M`!!", Some(Mouse::Wheel(-3))),
        (b"\x1b[Maq!", Some(Mouse::Wheel(3))),
        // Let go, moved, other buttons, with a key held, and what is no place.
        (b"\x1b[<0;1;1m", None),
        (b"\x1b[<32;1;1M", None),
        (b"\x1b[<2;1;1M", None),
        (b"\x1b[<4;1;1M", None),
        (b"\x1b[<0;0;1M", None),
        (b"\x1b[<0;1M", None),
        (b"\x1b[<0;1;1;1M", None),
        (b"\x1b[<0;99999;1M", None),
        (b"\x1b[M\x01!!", None),
    ];
    for (bytes, mouse) in table {
        let typed = Decoder::default().feed(bytes);
        let expected: Vec<Typed> = mouse.map(Typed::Mouse).into_iter().collect();
        assert_eq!(typed, expected, "{bytes:?}");
        // Nothing of it is left to be a key.
        let mut decoder = Decoder::default();
        decoder.feed(bytes);
        assert_eq!(decoder.patience(), None, "{bytes:?}");
    }
    // What is cut off is given up like every sequence.
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[M!"), []);
    assert!(decoder.patience().is_some());
    assert_eq!(decoder.give_up(), None);
    assert_eq!(decoder.feed(b"q"), [plain(KeyCode::Char('q'))]);
}

#[test]
fn reports_of_the_terminal_are_no_keys() {
    let reports: [&[u8]; 5] = [
        b"\x1b[<0;1;1m",
        b"\x1b[0;1;1M",
        b"\x1b[?1;2c",
        b"\x1b[?1;2A",
        b"\x1b[>0;1H",
    ];
    for bytes in reports {
        assert_eq!(Decoder::default().feed(bytes), [], "{bytes:?}");
    }
    let enter = key(KeyCode::Enter, KeyModifiers::NONE);
    assert_eq!(Decoder::default().feed(b"\x1bOM"), [enter]);
}

#[test]
fn a_lone_escape_is_a_key_once_nothing_follows() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert!(decoder.patience().is_some());
    assert_eq!(decoder.give_up(), Some(plain(KeyCode::Esc)));
    assert_eq!(decoder.feed(b"\x1b[1;"), []);
    assert_eq!(decoder.give_up(), None);
    assert_eq!(
        decoder.feed(b"\x1b\x1b[A"),
        [plain(KeyCode::Esc), plain(KeyCode::Up)]
    );
}

#[test]
fn a_paste_is_literal_and_bounded() {
    let mut decoder = Decoder::default();
    let typed = decoder.feed(b"\x1b[200~a\r\x1b[A\x03b\x1b[201~c");
    assert_eq!(
        typed,
        [
            Typed::Paste("a\r\x1b[A\x03b".into()),
            plain(KeyCode::Char('c'))
        ]
    );
    let long = format!("\x1b[200~{}\x1b[201~", "語".repeat(1000));
    assert_eq!(
        decoder.feed(long.as_bytes()),
        [Typed::Paste("語".repeat(341))]
    );
    decoder.feed(b"\x1b[200~never ended");
    assert_eq!(decoder.give_up(), None);
    assert_eq!(decoder.feed(b"c"), [plain(KeyCode::Char('c'))]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_comes_in_whatever_portions_the_next_key_is_read(
        bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(ESC), Just(b'['), Just(b'<'), Just(b';'), Just(b'M'), b'0'..=b'9'], 0..200),
        cut in 0usize..200,
    ) {
        let (mut whole, mut parts) = (Decoder::default(), Decoder::default());
        let (left, right) = bytes.split_at(cut.min(bytes.len()));
        let mut pieces = parts.feed(left);
        pieces.extend(parts.feed(right));
        prop_assert_eq!(whole.feed(&bytes), pieces);
        whole.give_up();
        prop_assert_eq!(whole.feed(b"q"), [plain(KeyCode::Char('q'))]);
    }
}
