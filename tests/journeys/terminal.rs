//! What a terminal can do to a kiosk: sizes, floods, control characters, and nobody at all.

use crate::F2;
use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk};
use crate::support::plain::Plain;
use crate::support::program::Home;
use crate::support::pty::Pty;

fn at_the_name(home: &Home) -> Pty {
    let mut pty = Pty::start(home, &["kiosk"]);
    pty.choose(EN.forgot, EN.who);
    pty
}

#[test]
fn ctrl_x_wipes_from_every_screen() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = at_the_name(&home);
    pty.fill(&person.upn, &format!("[{} ", person.upn));
    let wiped = |pty: &mut Pty| {
        let before = pty.raw().len();
        pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
        let raw = String::from_utf8_lossy(&pty.raw()[before..]).into_owned();
        assert!(
            raw.contains("\x1b[2J") && raw.contains("\x1b[3J"),
            "{raw:?}"
        );
        assert!(!pty.screen().contains(&person.upn));
    };
    wiped(&mut pty);
    pty.choose(EN.forgot, EN.who);
    assert!(
        pty.screen().contains("[                    "),
        "{}",
        pty.screen()
    );
    pty.answer(&person.upn, EN.step_1);
    wiped(&mut pty);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.app, EN.open_app);
    pty.fill("1234", "[1234 ");
    wiped(&mut pty);
    begin(&mut pty, &EN, "nobody", EN.refused);
    wiped(&mut pty);
    let abandoned = home.records("reset_abandoned");
    assert_eq!(abandoned.len(), 2, "{abandoned:?}");
    assert!(
        abandoned
            .iter()
            .all(|record| record["reason"] == "cancelled")
    );
}

#[test]
fn any_size_of_the_terminal_and_back() {
    let home = Home::sqlite();
    let mut pty = at_the_name(&home);
    pty.fill("mias@contoso.example", "[mias@contoso.example ");
    for (columns, rows) in [
        (1, 1),
        (0, 0),
        (2, 60),
        (300, 1),
        (0, 24),
        (20, 5),
        (500, 200),
    ] {
        pty.resize(columns, rows);
        // Taken note of: the key after it is answered.
        let before = pty.raw().len();
        pty.send("x");
        pty.until("an answer", |pty| pty.raw().len() > before);
        pty.send("\x7f");
        assert!(pty.runs());
    }
    pty.resize(80, 24);
    pty.press("!", "the whole screen", |pty| {
        pty.words().contains(EN.who) && pty.screen().contains("[mias@contoso.example")
    });
    pty.fill("nobody", "[nobody ");
    pty.press("\r", EN.refused, |pty| pty.words().contains(EN.refused));
}

#[test]
fn a_terminal_that_never_told_its_size_is_taken_for_80_by_24() {
    let home = Home::sqlite();
    let program = std::path::Path::new(crate::support::program::PROGRAM);
    let mut pty = Pty::start_by(&home, program, &["kiosk"], (0, 0));
    pty.until("the first screen's bytes", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("I forgot my password")
    });
    assert!(pty.runs());
}

#[test]
fn a_paste_of_a_mebibyte_is_one_short_text_and_submits_nothing() {
    let home = Home::sqlite();
    let mut pty = at_the_name(&home);
    let started = home.records("reset_started").len();
    let floods = [
        ("long\r\n", 1024 * 1024),
        ("\x18", 65_536),
        ("x", 65_536),
        ("\x1b[2J", 65_536),
        ("漢字", 65_536),
    ];
    for (text, bytes) in floods {
        let flood = text.repeat(bytes / text.len());
        pty.send(format!("\x1b[200~{flood}\x1b[201~"));
        // What comes after the paste is answered, and the paste has gone no further.
        pty.fill(&format!("after {text:?}"), &format!("[after {text:?} "));
        assert!(pty.words().contains(EN.who), "{}", pty.screen());
    }
    pty.send("y".repeat(64 * 1024));
    pty.fill("after the flood", "[after the flood ");
    assert_eq!(home.records("reset_started").len(), started);
    assert!(pty.runs());
}

#[test]
fn control_characters_and_broken_sequences_are_no_text_and_break_nothing() {
    let home = Home::sqlite();
    let mut pty = at_the_name(&home);
    // All but Enter (^M, ^J), cancel (^X, ^C), and Escape on its own.
    let controls: Vec<u8> = (0..32)
        .filter(|byte| ![b'\r', b'\n', 0x03, 0x18, 0x1b, b'\t', 0x0c, 0x07].contains(byte))
        .collect();
    pty.fill("abc", "[abc ");
    pty.send(controls);
    pty.fill("def", "[def ");
    for (nth, junk) in [
        &b"\x1b[999;999;999~"[..],
        b"\x1b[<0;1;1M",
        b"\x1b]0;title\x07",
        b"\x1bP$q\x1b\\",
        b"\xff\xfe\xc3\x28\xf0\x9f",
        b"\x1b[I\x1b[O\x1b[1;5R",
        "\u{202e}\u{2066}\u{200b}\u{9b}2J".as_bytes(),
    ]
    .into_iter()
    .enumerate()
    {
        pty.send(junk);
        pty.fill(&format!("after {nth}"), &format!("[after {nth} "));
        assert!(pty.words().contains(EN.who), "{junk:?}");
    }
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    for forbidden in ["\u{202e}", "\u{2066}", "\u{200b}", "\u{9b}", "\x1b]0;"] {
        assert!(!raw.contains(forbidden), "{forbidden:?} was written");
    }
    assert!(pty.runs());
}

#[test]
fn what_accounts_hold_cannot_move_the_cursor() {
    let home = Home::sqlite();
    let words = [
        "branding.helpdesk_phone=+1\u{1b}]0;owned\u{7}\u{202e}2",
        "organisation.name=A\u{1b}[2JB",
    ];
    home.run(&["policy", "set", words[0], words[1]]).ok();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see("A[2JB");
    pty.choose(EN.forgot, EN.who);
    pty.answer("no\u{e9}body", EN.refused);
    pty.see("Help desk: +1]0;owned2");
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    assert!(!raw.contains("\x1b]0;") && !raw.contains('\u{202e}'));
}

#[test]
fn what_an_organisation_sets_is_there_for_the_next_visitor() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see(EN.forgot);
    let settings = [
        "branding.sign_in_text.en=Room 5.\nRing twice.\u{1b}[2J\u{202e}",
        "branding.logo=/\\/\\\n\\/\\/",
        "branding.accent=green",
        "branding.languages=ja,en",
    ];
    home.run(&[&["policy", "set"], &settings[..]].concat()).ok();
    pty.send("\x18");
    pty.see("Ring twice.[2J");
    for shown in ["  /\\/\\", "  \\/\\/", "Room 5."] {
        assert!(pty.screen().contains(shown), "{}", pty.screen());
    }
    assert!(String::from_utf8_lossy(&pty.raw()).contains("48;5;2m"));
    pty.press(F2, EN.languages, |pty| pty.screen().contains("1. 日本語"));
    assert!(!pty.screen().contains("Deutsch"), "{}", pty.screen());

    // The language wished for is not offered: the default one is.
    let mut plain = Plain::start(&home, &["--once", "--lang", "fr"]);
    let first = plain.asked();
    assert!(first.contains(EN.welcome), "{first}");
    assert!(first.contains("\nRoom 5.\nRing twice.[2J\n"), "{first}");
}
