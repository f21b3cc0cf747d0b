use proptest::prelude::*;
use tokio::sync::watch;

use super::*;
use crate::domain::tour::Step;
use crate::i18n::{File, Texts};
use crate::tui::samples;
use crate::tui::theme::{Contrast, GlyphSet};

fn look() -> Look {
    Look::new(Contrast::Default, GlyphSet::Unicode)
}

/// A tour of which so many steps are done; of the next, one of two parts.
fn list(tour: Tour, done: usize) -> Checklist {
    let lines = tour.steps().iter().enumerate();
    let lines = lines.map(|(at, step)| Item {
        step: *step,
        done: at < done,
        parts: (*step == Step::Prove).then_some((1, 2)),
    });
    Checklist {
        lines: lines.collect(),
        record: (done > 4).then(|| (3139, "2AMJ-0TR6".to_owned())),
    }
}

fn panel(tour: Tour, done: usize) -> (TourPanel, watch::Sender<Checklist>) {
    let (tell, told) = watch::channel(list(tour, done));
    let words = TourWords {
        tour,
        account: "mias@contoso.example".to_owned(),
        number: "+1 425-555-0111".to_owned(),
        admin: "admin@contoso.example".to_owned(),
        password: "a lighthouse above the bay".to_owned(),
    };
    (TourPanel::new(words, told), tell)
}

fn below(panel: &TourPanel, tag: &str, room: (u16, u16)) -> String {
    let rows = panel.below(room, &look(), &Texts::new(tag, File::Kiosk));
    let area = Rect::new(0, 0, room.0, u16::try_from(rows.len()).unwrap());
    let mut buf = Buffer::empty(area);
    window(rows, area, 0, &look(), &mut buf);
    samples::picture(&buf, None)
}

fn steps(panel: &mut TourPanel, tag: &str, wide: u16, high: u16) -> String {
    let area = Rect::new(0, 0, wide, high);
    let mut buf = Buffer::empty(area);
    let say = Texts::new(tag, File::Kiosk);
    let cursor = panel.render(area, &mut buf, &look(), &say);
    assert!(cursor.is_some_and(|at| area.contains(at)));
    samples::picture(&buf, cursor)
}

#[test]
fn every_step_is_whole_in_an_ordinary_window() {
    for tag in crate::domain::language::LANGUAGES {
        for tour in Tour::ALL {
            for done in 0..=tour.steps().len() {
                let (panel, _tell) = panel(tour, done);
                for room in [(80, 24), (60, 20)] {
                    let picture = below(&panel, tag, room);
                    assert!(picture.contains("F7"), "{picture}");
                    let whole = room.0 < 80 || !picture.contains('…');
                    assert!(whole, "{tag} {room:?}\n{picture}");
                }
            }
        }
    }
}

#[test]
fn it_looks_so() {
    for tag in ["en", "de", "ja"] {
        let (mut panel, _tell) = panel(Tour::Kiosk, 1);
        for (wide, high) in [(80, 24), (60, 20), (60, 12)] {
            let picture = below(&panel, tag, (wide, high));
            insta::assert_snapshot!(format!("below_{tag}_{wide}x{high}"), picture);
        }
        insta::assert_snapshot!(format!("steps_{tag}"), steps(&mut panel, tag, 30, 20));
    }
    let (mut panel, _tell) = panel(Tour::Admin, 11);
    insta::assert_snapshot!("steps_done", steps(&mut panel, "en", 30, 20));
    assert!(
        panel
            .below((80, 9), &look(), &Texts::new("en", File::Kiosk))
            .is_empty()
    );
}

#[test]
fn keys_turn_pages_and_tick_nothing() {
    let (mut panel, tell) = panel(Tour::Kiosk, 0);
    let before = panel.list.clone();
    assert!(!panel.key(KeyCode::Down.into()), "closed, it has no keys");
    assert!(panel.key(KeyCode::F(7).into()) && panel.is_open());
    for key in [KeyCode::Down, KeyCode::Enter, KeyCode::Char(' ')] {
        assert!(panel.key(key.into()));
    }
    for key in [KeyCode::F(1), KeyCode::F(6)] {
        assert!(!panel.key(key.into()), "{key:?} is not its own");
    }
    assert!(!panel.is_open(), "F6 goes to the phone");
    panel.key(KeyCode::F(7).into());
    panel.key(KeyCode::Esc.into());
    assert!(!panel.is_open() && !panel.look());
    assert_eq!(panel.list, before);
    tell.send(list(Tour::Kiosk, 1)).unwrap();
    assert!(panel.look() && !panel.look());
    assert_eq!(panel.list, list(Tour::Kiosk, 1));
}

proptest! {
    #[test]
    fn no_size_is_too_small(done in 0_usize..12, wide in 1_u16..140, high in 1_u16..60, scroll in 0_u16..99) {
        let (mut panel, _tell) = panel(Tour::Admin, done);
        panel.scroll = scroll;
        steps(&mut panel, "de", wide, high);
        let rows = panel.below((wide, high), &look(), &Texts::new("ja", File::Kiosk));
        prop_assert!(rows.len() <= usize::from(high / 2));
    }
}
