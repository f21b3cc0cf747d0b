//! What an organisation sets is shown as set, at both ends of its range, whatever it holds.

use super::*;
use crate::domain::accent::Accent;
use crate::domain::policy::{Policy, Values};
use crate::domain::setting::{SETTINGS, Setting, Value};
use crate::i18n::{File, Texts};
use crate::journey::Greeting;
use crate::tui::gallery;

const SIZES: [(u16, u16); 2] = [(80, 24), (40, 13)];

/// The greeting of an organisation that has set these.
fn greeting(pairs: &[(&str, &str)]) -> Greeting {
    let mut values = Values::new();
    for (key, typed) in pairs {
        let value = Setting::find(key).unwrap().parse(key, typed).unwrap();
        values.insert((*key).into(), value);
    }
    Greeting {
        organisation: "Contoso".into(),
        ..Greeting::of(&Policy::new(&values), false)
    }
}

/// The first screen of such an organisation.
fn first(pairs: &[(&str, &str)], size: (u16, u16), scroll: isize) -> (String, Shown) {
    shown(greeting(pairs), &look(), size, scroll)
}

fn shown(greeting: Greeting, look: &Look, size: (u16, u16), scroll: isize) -> (String, Shown) {
    let visit = gallery::welcome(greeting, "en");
    let texts = Texts::new("en", File::Kiosk);
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    let view = KioskView {
        screen: &visit.screen(),
        say: &texts,
        look,
        organisation: "Contoso",
        scroll,
        caps: false,
        beside: false,
    };
    let shown = view.render(area, &mut buf);
    (samples::picture(&buf, None), shown)
}

/// How many rows hold a mark, at rest and scrolled to either end.
fn rows_with(mark: &str, picture: &str) -> usize {
    picture.lines().filter(|row| row.contains(mark)).count()
}

#[test]
fn a_logo_is_shown_whole_or_not_at_all() {
    let art = |wide: usize, tall: usize| vec!["#".repeat(wide); tall].join("\n");
    for (wide, tall, at_24, at_13) in [
        (1, 1, true, false),
        (38, 2, true, false),
        (39, 2, true, false),
        (60, 6, true, false),
        (74, 6, true, false),
        (75, 6, false, false),
        (60, 8, true, false),
        (60, 20, false, false),
        (1, 1000, false, false),
        (1999, 1, false, false),
    ] {
        // Larger than any that is taken, too: the view depends on nobody.
        let logo = Greeting {
            logo: art(wide, tall),
            ..greeting(&[])
        };
        for (size, fits) in SIZES.into_iter().zip([at_24, at_13]) {
            for scroll in [0, -9, 9] {
                let (picture, shown) = shown(logo.clone(), &look(), size, scroll);
                let rows = rows_with(&"#".repeat(wide), &picture);
                assert_eq!(
                    rows,
                    if fits { tall } else { 0 },
                    "{wide}x{tall}\n{picture}"
                );
                assert!(fits || !picture.contains('#'), "{picture}");
                assert_eq!(shown.scroll, 0, "{wide}x{tall} at {size:?}\n{picture}");
                assert!(picture.contains("> 1. I forgot my password"), "{picture}");
            }
        }
    }
}

#[test]
fn a_logo_of_blocks_is_shown_in_the_signs_there_are() {
    let logo = greeting(&[("branding.logo", "▄▀█\n語é")]);
    for (glyphs, row) in [(GlyphSet::Unicode, "▄▀█ "), (GlyphSet::Ascii, "_\"# ")] {
        let look = Look::new(Contrast::Default, glyphs);
        let (picture, _) = shown(logo.clone(), &look, SIZES[0], 0);
        assert_eq!(rows_with(row, &picture), 1, "{picture}");
        assert_eq!(rows_with("語é ", &picture), 1, "{picture}");
    }
}

#[test]
fn the_longest_text_can_be_read_to_its_end() {
    let numbered: Vec<String> = (100..304).map(|n| format!("w{n}")).collect();
    let prose = numbered.join(" ");
    let lines = numbered.join("\n");
    let marked = |filler: &str| {
        let parts: Vec<String> = numbered.iter().step_by(20).cloned().collect();
        parts.join(&filler.repeat(80))
    };
    let (unbroken, wide) = (marked("x"), marked("語"));
    for (text, at_once) in [
        (&prose, true),
        (&lines, false),
        (&unbroken, true),
        (&wide, false),
    ] {
        assert!(text.chars().count() <= 1024);
        let set = [("branding.sign_in_text.en", text.as_str())];
        for size in SIZES {
            let (resting, shown) = first(&set, size, 0);
            assert!(resting.contains("> 1. I forgot my password"), "{resting}");
            let at = shown.cursor.unwrap();
            assert!(at.y < size.1 && at.x < size.0);
            let mut seen = String::new();
            // Every row is in one of these windows, with the row after it.
            for scroll in (-240..=240).step_by(3) {
                let picture = first(&set, size, scroll).0;
                // Words are parted by the edges of the picture alone.
                seen.push_str(&picture.replace(['|', '\n', ' '], ""));
            }
            for word in numbered.iter().filter(|word| text.contains(*word)) {
                assert!(seen.contains(word), "{word} at {size:?}\n{resting}");
            }
            if at_once && size == SIZES[0] {
                assert!(!resting.contains(['↑', '↓']), "{resting}");
            }
        }
    }
    let set = [("branding.sign_in_text.en", "w")];
    for size in SIZES {
        assert_eq!(rows_with("w ", &first(&set, size, 0).0), 1 + 1);
    }
}

#[test]
fn too_much_is_refused_where_it_is_set() {
    for (key, most) in [("branding.logo", 30), ("branding.sign_in_text.en", 1024)] {
        let setting = Setting::find(key).unwrap();
        assert!(setting.parse(key, &"語".repeat(most)).is_ok());
        assert!(setting.parse(key, &"語".repeat(most + 1)).is_err());
    }
    let logo = Setting::find("branding.logo").unwrap();
    assert!(logo.parse("branding.logo", "1\n2\n3\n4\n5\n6\n").is_ok());
    assert!(logo.parse("branding.logo", "1\n2\n3\n4\n5\n6\n7").is_err());
    for tag in ["", ".", ".xx", ".en.de"] {
        assert!(Setting::find(&format!("branding.sign_in_text{tag}")).is_none());
    }
    for accent in ["#ff0000", "orange", "blue,red"] {
        let setting = Setting::find("branding.accent").unwrap();
        assert!(setting.parse("branding.accent", accent).is_err());
    }
    assert!(SETTINGS.iter().any(|row| row.key == "branding.accent"));
}

#[test]
fn hostile_text_steers_nothing() {
    let hostile =
        "a\u{1b}[2Jb\u{202e}c\u{2066}d\u{7}\te\u{200b}\u{9b}31mf\r\ng\u{1b}]0;title\u{7}h";
    let set = [
        ("branding.sign_in_text.en", hostile),
        ("branding.logo", hostile),
    ];
    for size in [(80, 24), (40, 13), (20, 5), (1, 1)] {
        let (picture, shown) = first(&set, size, 0);
        let steering = |c: char| c != '\n' && !crate::domain::text::is_showable(c);
        assert!(!picture.contains(steering), "{picture:?}");
        assert!(shown.cursor.is_some());
    }
    let (picture, _) = first(&set, (80, 24), 0);
    assert_eq!(rows_with("a[2Jbcd e31mf ", &picture), 2, "{picture}");
    assert_eq!(rows_with("g]0;titleh ", &picture), 2, "{picture}");
    // What is in the store without having passed the setting's check is cleaned again.
    let mut raw = gallery::greeting();
    raw.logo = hostile.into();
    raw.text.insert("en".into(), hostile.into());
    let visit = gallery::welcome(raw, "en");
    let (buf, shown) = paint(&visit.screen(), &EN, &look(), (80, 24));
    samples::picture(&buf, shown.cursor);
}

#[test]
fn the_accent_is_on_the_bar_and_on_what_is_focused() {
    let painted = |pairs: &[(&str, &str)], contrast| {
        let visit = gallery::welcome(greeting(pairs), "en");
        let mut look = Look::new(contrast, GlyphSet::Unicode);
        look.set_accent(visit.accent());
        let (buf, shown) = paint(&visit.screen(), &EN, &look, (80, 24));
        let bar = buf.cell((0, 0)).unwrap().bg;
        let focused = buf.cell(shown.cursor.unwrap()).unwrap().bg;
        (bar, focused)
    };
    for accent in Accent::ALL {
        let set = [("branding.accent", accent.key())];
        let (bar, focused) = painted(&set, Contrast::Default);
        assert!(bar == focused && bar != Color::Reset, "{accent:?}");
        for contrast in [Contrast::High, Contrast::Mono] {
            assert_eq!(painted(&set, contrast), painted(&[], contrast));
        }
    }
    let none = (Color::Reset, Color::Reset);
    assert_eq!(painted(&[("branding.accent", "")], Contrast::Default), none);
    let stored = Value::Text("puce".into());
    let values = Values::from([("branding.accent".to_owned(), stored)]);
    assert_eq!(Policy::new(&values).accent, None);
}
