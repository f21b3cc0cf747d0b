//! The human check and what follows the gates, drawn with the words people read.

use super::*;
use crate::domain::unlock::Unlocking;
use crate::i18n::{File, Texts};
use crate::tui::gallery;
use crate::tui::gallery::entrance::{drawn, gates_passed, slow, unlocked, waiting};

fn pictures(tag: &str, look: &Look, size: (u16, u16)) -> String {
    let texts = Texts::new(tag, File::Kiosk);
    let players = [
        drawn().does(Input::FocusNext),
        waiting(),
        slow(7),
        gates_passed(Unlocking::Ask),
        gates_passed(Unlocking::NotLocked),
        gates_passed(Unlocking::ByReset),
        unlocked(),
    ];
    let picture = |player: gallery::Player| {
        let area = Rect::new(0, 0, size.0, size.1);
        let mut buf = Buffer::empty(area);
        let view = KioskView {
            screen: &player.visit.screen(),
            say: &texts,
            look,
            organisation: "Contoso",
            scroll: 0,
            beside: false,
            caps: false,
        };
        let shown = view.render(area, &mut buf);
        samples::picture(&buf, shown.cursor)
    };
    players.map(picture).join("\n\n")
}

#[test]
fn entrance_and_unlock() {
    for tag in ["en", "de", "ja"] {
        for (width, height) in [(80, 24), (40, 13)] {
            let name = format!("entrance_{tag}_{width}x{height}");
            insta::assert_snapshot!(name, pictures(tag, &look(), (width, height)));
        }
    }
    let stock = Look::new(Contrast::Mono, GlyphSet::Ascii);
    for (width, height) in [(80, 25), (40, 13)] {
        let name = format!("entrance_ascii_{width}x{height}");
        insta::assert_snapshot!(name, pictures("en", &stock, (width, height)));
    }
}
