//! A code to scan, read from the cells as a phone reads it from the terminal.

#[path = "../../../../tests/support/scanner.rs"]
mod scanner;

use ratatui::style::Modifier;

use super::*;
use crate::domain::language::LANGUAGES;
use crate::i18n::{File, Texts};
use crate::tui::gallery;
use crate::tui::widgets::qr::QrView;

/// How light a terminal's own colours are: its letters, and what is behind them.
const DARK_AND_LIGHT: [(u8, u8); 2] = [(229, 0), (0, 255)];

/// What a phone reads on a terminal with such colours of its own.
pub(super) fn read(buf: &Buffer, (ink, paper): (u8, u8)) -> Result<String, String> {
    let shade = |color: Color, own: u8| match color {
        Color::Reset => own,
        Color::Black | Color::Indexed(16) => 0,
        Color::White | Color::Indexed(231) => 255,
        _ => 128,
    };
    let area = *buf.area();
    scanner::read(area.width.into(), area.height.into(), |x, y| {
        let cell = buf.cell((x as u16, y as u16)).unwrap();
        let (mut ink, mut paper) = (shade(cell.fg, ink), shade(cell.bg, paper));
        if cell.modifier.contains(Modifier::REVERSED) {
            (ink, paper) = (paper, ink);
        }
        scanner::Cell {
            symbol: cell.symbol().chars().next().unwrap_or(' '),
            ink,
            paper,
        }
    })
}

/// A screen with this to scan.
fn screen(text: &str) -> Screen<'_> {
    let typed = Msg::new("label-key");
    Screen {
        qr: Some(Scan {
            text,
            drawn: Msg::new("text-scan"),
            undrawn: Msg::new("text-no-scan"),
            typed: vec![(typed, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")],
        }),
        ..samples::scan()
    }
}

#[test]
fn a_phone_reads_it_in_every_theme_on_every_terminal() {
    let screen = samples::scan();
    let text = screen.qr.as_ref().unwrap().text;
    for contrast in [Contrast::Default, Contrast::High, Contrast::Mono] {
        let look = Look::new(contrast, GlyphSet::Unicode);
        for say in [EN, DE, JA] {
            for size in [(80, 24), (80, 25), (72, 21), (132, 50)] {
                let (buf, _) = paint(&screen, &say, &look, size);
                for own in DARK_AND_LIGHT {
                    let read = read(&buf, own);
                    assert_eq!(read.as_deref(), Ok(text), "{contrast:?} {size:?} {own:?}");
                }
            }
        }
    }
}

/// Of every length, with room for it: from version 1 to 10.
#[test]
fn a_text_of_any_length_is_read() {
    for length in [1, 17, 18, 78, 79, 134, 200, 271] {
        let text = "k".repeat(length);
        let code = QrView::new(&text).unwrap();
        let (wide, high) = (code.width(), code.height());
        let mut buf = Buffer::empty(Rect::new(0, 0, wide, high));
        code.render(*buf.area(), &look(), &mut buf);
        let read = read(&buf, DARK_AND_LIGHT[0]);
        assert_eq!(read.as_deref(), Ok(text.as_str()), "{length}");
    }
    assert!(QrView::new(&"k".repeat(272)).is_none());
}

/// Version 4 with its light is 41 modules, and 78 bytes are what it holds.
#[test]
fn an_authenticators_uri_takes_21_rows() {
    let size = |length: usize| QrView::new(&"k".repeat(length)).map(|c| (c.width(), c.height()));
    assert_eq!(size(78), Some((41, 21)));
    assert_eq!(size(79), Some((45, 23)));
}

/// The whole key stands on the screen with the code and without it.
#[test]
fn without_room_or_half_blocks_the_key_is_left() {
    let text = "k".repeat(78);
    let screen = screen(&text);
    let ascii = Look::new(Contrast::Mono, GlyphSet::Ascii);
    for (look, size, drawn) in [
        (look(), (80, 24), true),
        (look(), (72, 21), true),
        (look(), (71, 24), false),
        (look(), (80, 20), false),
        (look(), (40, 20), false),
        (ascii, (80, 24), false),
    ] {
        for (say, with, without) in [
            (EN, "Scanthiscode", "Enterthiskey"),
            (DE, "ScannenSie", "GebenSiediesen"),
        ] {
            let (buf, shown) = paint(&screen, &say, &look, size);
            let picture = samples::picture(&buf, shown.cursor);
            let letters: String = picture.chars().filter(|c| c.is_alphanumeric()).collect();
            let key = letters.contains("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
            assert!(key, "{size:?}\n{picture}");
            assert_eq!(letters.contains(with), drawn, "{size:?}\n{picture}");
            assert_eq!(letters.contains(without), !drawn, "{size:?}\n{picture}");
            let read = read(&buf, DARK_AND_LIGHT[0]);
            assert_eq!(read.is_ok(), drawn, "{size:?}\n{picture}");
        }
    }
}

/// In every language, on every screen of the gallery that has one, drawn or not.
#[test]
fn every_code_is_read_and_its_words_are_whole() {
    let mut pictures = gallery::all();
    pictures.retain(|picture| picture.visit.screen().qr.is_some());
    assert!(pictures.len() > 2);
    let ascii = Look::new(Contrast::Mono, GlyphSet::Ascii);
    for language in LANGUAGES {
        let texts = Texts::new(language, File::Kiosk);
        for picture in &pictures {
            let screen = picture.visit.screen();
            let scan = screen.qr.as_ref().unwrap();
            for (look, words) in [(look(), &scan.drawn), (ascii, &scan.undrawn)] {
                let drawn = seen::Drawn::new(&screen, &texts, &look, (80, 24));
                let letters = drawn.letters();
                let shown = || format!("{language} {}:\n{}", picture.name, drawn.picture());
                let mut whole = vec![texts.say(words)];
                for (name, value) in &scan.typed {
                    whole.extend([texts.say(name), (*value).to_owned()]);
                }
                for text in whole {
                    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                    assert!(letters.contains(&bare), "no {text} in {}", shown());
                }
                let read = read(&drawn.buf, DARK_AND_LIGHT[0]);
                let expected = look.glyphs.halves.map(|_| scan.text);
                assert_eq!(read.ok().as_deref(), expected, "{}", shown());
            }
        }
    }
}
