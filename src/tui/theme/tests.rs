//! Contrasts as terminals show them, and signs that stand for each other.

use ratatui::buffer::CellWidth;

use super::*;

type Rgb = (u8, u8, u8);

/// The sixteen colours as xterm shows them.
const XTERM: [Rgb; 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// And as VGA does.
const VGA: [Rgb; 16] = [
    (0, 0, 0),
    (170, 0, 0),
    (0, 170, 0),
    (170, 85, 0),
    (0, 0, 170),
    (170, 0, 170),
    (0, 170, 170),
    (170, 170, 170),
    (85, 85, 85),
    (255, 85, 85),
    (85, 255, 85),
    (255, 255, 85),
    (85, 85, 255),
    (255, 85, 255),
    (85, 255, 255),
    (255, 255, 255),
];

/// The number of a colour.
fn ansi(color: Color) -> usize {
    const ORDER: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    ORDER.iter().position(|known| *known == color).unwrap()
}

/// WCAG 2.2, "relative luminance".
fn luminance((r, g, b): Rgb) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        match value <= 0.04045 {
            true => value / 12.92,
            false => ((value + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
}

/// WCAG 2.2, "contrast ratio".
fn ratio(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The least contrast of a style that names both its colours, on any of these terminals: xterm and
/// VGA, with bold letters bright or not, and the Linux console, whose backgrounds are never bright.
fn least(style: Style) -> f64 {
    let (Some(mut ink), Some(mut paper)) = (style.fg.map(ansi), style.bg.map(ansi)) else {
        panic!("{style:?} leaves a colour to the terminal");
    };
    if style.add_modifier.contains(Modifier::REVERSED) {
        (ink, paper) = (paper, ink);
    }
    let bright = match style.add_modifier.contains(Modifier::BOLD) {
        true => ink | 8,
        false => ink,
    };
    let shown = [
        ratio(XTERM[ink], XTERM[paper]),
        ratio(XTERM[bright], XTERM[paper]),
        ratio(VGA[ink], VGA[paper]),
        ratio(VGA[bright], VGA[paper]),
        ratio(VGA[bright], VGA[paper & 7]),
    ];
    shown.into_iter().fold(f64::MAX, f64::min)
}

fn styles(theme: &Theme) -> [Style; 12] {
    [
        theme.base,
        theme.organisation,
        theme.title,
        theme.quiet,
        theme.label,
        theme.value,
        theme.focus,
        theme.error,
        theme.note,
        theme.met,
        theme.unmet,
        theme.status,
    ]
}

#[test]
fn the_ratio_is_the_one_of_the_guidelines() {
    assert!((ratio((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 0.001);
    assert!((ratio((0x77, 0x77, 0x77), (255, 255, 255)) - 4.48).abs() < 0.01);
}

/// WCAG 2.2, 1.4.3.
#[test]
fn high_contrast_is_high_on_every_terminal() {
    for style in styles(&Look::new(Contrast::High, GlyphSet::Unicode).theme) {
        assert!(least(style) >= 4.5, "{}: {style:?}", least(style));
    }
}

/// The accent brings its own foreground, so that it can be read on any background.
#[test]
fn an_accent_can_be_read() {
    for accent in Accent::ALL {
        let style = band(accent);
        assert!(least(style) >= 3.0, "{accent:?}: {}", least(style));
    }
}

#[test]
fn the_accent_shows_in_the_default_colours_alone() {
    for contrast in [Contrast::Default, Contrast::High, Contrast::Mono] {
        let plain = Look::new(contrast, GlyphSet::Unicode);
        for accent in Accent::ALL {
            let mut look = plain;
            look.set_accent(Some(accent));
            let same = styles(&look.theme) == styles(&plain.theme);
            assert_eq!(same, contrast != Contrast::Default, "{accent:?}");
            look.set_accent(None);
            assert_eq!(styles(&look.theme), styles(&plain.theme));
        }
    }
}

#[test]
fn the_colours_go_round_and_keep_the_accent() {
    let mut look = Look::new(Contrast::Default, GlyphSet::Unicode);
    look.set_accent(Some(Accent::Green));
    let first = styles(&look.theme);
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(look.contrast());
        look.turn();
    }
    assert_eq!(seen, [Contrast::Default, Contrast::High, Contrast::Mono]);
    assert_eq!(styles(&look.theme), first);
}

#[test]
fn without_colour_there_is_none() {
    let mut look = Look::new(Contrast::Mono, GlyphSet::Unicode);
    look.set_accent(Some(Accent::Red));
    look.turn();
    assert_eq!(look.contrast(), Contrast::Mono);
    let coloured = |style: &Style| style.fg.is_some() || style.bg.is_some();
    assert!(!styles(&look.theme).iter().any(coloured));
}

#[test]
fn signs_that_stand_for_each_other_are_equally_wide() {
    for glyphs in [ASCII, UNICODE] {
        assert_eq!(glyphs.focused.cell_width(), glyphs.unfocused.cell_width());
        assert_eq!(glyphs.met.cell_width(), glyphs.unmet.cell_width());
        assert_eq!(glyphs.met.cell_width(), glyphs.unknown.cell_width());
        for one in [glyphs.dot, glyphs.full, glyphs.empty] {
            assert_eq!(one.cell_width(), 1);
        }
    }
    let ascii = format!("{ASCII:?}");
    assert!(ascii.is_ascii());
}
