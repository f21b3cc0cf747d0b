//! The loop and its views, played through without a terminal.

use crossterm::event::KeyEvent;
use proptest::prelude::*;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

mod account;
mod branded;
mod entrance;
mod play;
mod questions;
mod scan;
mod seen;

use super::*;
use crate::domain::msg::Msg;
use crate::journey::screen::{Action, Scan, ScreenId};
use crate::tui::demo::phone::{AuthenticatorCode, Phone, PhoneMail, PhoneView};
use crate::tui::samples::{self, DE, EN, JA, Sample};
use crate::tui::theme::{Contrast, GlyphSet};

fn look() -> Look {
    Look::new(Contrast::Default, GlyphSet::Unicode)
}

fn paint(screen: &Screen<'_>, say: &Sample, look: &Look, size: (u16, u16)) -> (Buffer, Shown) {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    let view = KioskView {
        screen,
        say,
        look,
        organisation: "Contoso",
        scroll: 0,
        caps: false,
        beside: false,
    };
    let shown = view.render(area, &mut buf);
    (buf, shown)
}

use crate::tui::widgets::Shown;

fn picture(screen: &Screen<'_>, say: &Sample, size: (u16, u16)) -> String {
    let (buf, shown) = paint(screen, say, &look(), size);
    samples::picture(&buf, shown.cursor)
}

#[test]
fn screens() {
    let sizes = [(80, 24), (80, 25), (50, 24), (40, 13), (20, 5), (1, 1)];
    for (tag, say) in [("en", EN), ("de", DE), ("ja", JA)] {
        for (width, height) in sizes {
            let pictures: Vec<String> = samples::all()
                .iter()
                .map(|screen| picture(screen, &say, (width, height)))
                .collect();
            insta::assert_snapshot!(format!("{tag}_{width}x{height}"), pictures.join("\n\n"));
        }
    }
}

#[test]
fn every_frame_has_a_cursor_within() {
    for screen in samples::all() {
        for size in [(80, 24), (40, 13), (20, 5), (7, 3), (1, 1)] {
            let (_, shown) = paint(&screen, &DE, &look(), size);
            let at = shown.cursor.unwrap();
            assert!(at.x < size.0 && at.y < size.1);
        }
    }
}

#[test]
fn without_colour_nothing_is_coloured_and_with_contrast_everything_is() {
    for (contrast, coloured) in [(Contrast::Mono, false), (Contrast::High, true)] {
        let look = Look::new(contrast, GlyphSet::Ascii);
        for screen in samples::all() {
            let (buf, _) = paint(&screen, &EN, &look, (80, 24));
            for cell in buf.content() {
                assert_eq!(cell.fg != Color::Reset || cell.bg != Color::Reset, coloured);
                assert!(
                    cell.symbol().is_ascii()
                        || EN.say(&Msg::new("kiosk-working")).contains(cell.symbol())
                );
            }
        }
    }
}

#[test]
fn a_secret_is_never_drawn_unless_revealed() {
    let mut screen = samples::password();
    assert!(!picture(&screen, &EN, (80, 24)).contains("correct"));
    screen.fields[0].revealed = true;
    assert!(picture(&screen, &EN, (80, 24)).contains("[correct horse"));
}

/// Every text a screen can hold, from whatever anyone types.
fn wild(text: &str, at: usize, focus: usize) -> Screen<'_> {
    let msg = || Msg::new(text.to_owned());
    let mut screen = samples::bare(ScreenId::EnterCode, "title-step");
    screen.title = msg();
    screen.text = vec![msg()];
    screen.progress = Some((1, 4));
    screen.working = at.is_multiple_of(5);
    screen.fields = vec![crate::journey::screen::Field {
        label: msg(),
        value: text,
        cursor: at,
        secret: at.is_multiple_of(2),
        revealed: at.is_multiple_of(3),
    }];
    screen.qr = at.is_multiple_of(3).then(|| Scan {
        text,
        drawn: msg(),
        undrawn: msg(),
        typed: vec![(msg(), text), (msg(), "GEZD GNBV")],
    });
    screen.choices = samples::welcome().choices;
    screen.actions = vec![Action::Next, Action::Reveal, Action::Cancel];
    screen.focus = match focus % 4 {
        0 => None,
        1 => Some(Focus::Field(focus % 3)),
        2 => Some(Focus::Choice(focus % 5)),
        _ => Some(Focus::Action(focus % 5)),
    };
    screen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_size_breaks_a_frame(
        text in "(\\PC|[\u{0}-\u{1f}\u{202e}\u{2066}\u{200b}\u{301}語]){0,60}",
        at in 0usize..70,
        focus in 0usize..20,
        width in 0u16..90,
        height in 0u16..30,
        scroll in -50isize..50,
    ) {
        let screen = wild(&text, at, focus);
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let view = KioskView {
            screen: &screen, say: &JA, look: &look(), organisation: &text, scroll, caps: at % 2 == 0, beside: true,
        };
        let shown = view.render(area, &mut buf);
        if let Some(at) = shown.cursor {
            prop_assert!(area.contains(at));
        }
        samples::picture(&buf, shown.cursor);
    }
}

/// The phone as the demo puts it beside the kiosk.
struct Beside(Phone);

impl Companion for Beside {
    fn beside_width(&self, total: u16) -> u16 {
        if total >= 80 { 30 } else { 0 }
    }

    fn beside(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        look: &Look,
        say: &dyn Say,
    ) -> Option<Position> {
        let phone = &mut self.0;
        PhoneView { phone, say, look }.render(area, buf)
    }

    fn beside_key(&mut self, key: KeyEvent) -> bool {
        self.0.key(key)
    }

    fn beside_tick(&mut self) -> bool {
        false
    }
}

#[test]
fn the_phone_stands_beside_the_kiosk() {
    let mut beside = Beside(Phone {
        codes: vec![AuthenticatorCode {
            name: "Contoso".into(),
            code: "123456".into(),
            seconds_left: 17,
        }],
        ..Phone::default()
    });
    beside.0.receive(PhoneMail {
        from: "Contoso".into(),
        subject: "Your code".into(),
        text: "Your code is 482913.".into(),
        unread: true,
        asks: None,
    });
    let mut stage = Stage {
        kiosk: Kiosk {
            look: look(),
            companion: Some(&mut beside),
            wipe: &mut || Ok(()),
            began: Instant::now(),
        },
        scroll: 0,
        drawn: None,
        dirty: true,
        waited: false,
        caps: CapsLock::here(),
        pressed: Duration::ZERO,
        whole: false,
    };
    let mut canvas = Canvas::new(TestBackend::new(80, 24));
    let mut sheet = canvas.sheet().unwrap();
    let cursor = stage.draw(&samples::password(), &EN, "Contoso", &mut sheet);
    canvas.show(sheet, cursor).unwrap();
    let picture = samples::picture(canvas.backend().buffer(), cursor);
    insta::assert_snapshot!("beside", picture);
}
