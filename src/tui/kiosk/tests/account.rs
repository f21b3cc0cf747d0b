//! Signing in, what is due, the menu, the security info, and setting a method up, with their words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{look, samples};
use crate::i18n::{File, Texts};
use crate::tui::gallery::{self, account, setting_up};
use crate::tui::kiosk::*;

/// The screens that are looked at, by their names in the gallery.
const SCREENS: [&str; 22] = [
    "sign in, wrong",
    "sign in, known",
    "second factor",
    "second factor, a pass too",
    "pass, wrong",
    "pass, used",
    "must change, temporary",
    "must change, then registration",
    "registered",
    "reconfirm",
    "menu",
    "security info",
    "security info, provided",
    "delete, refused",
    "proof again",
    "password again, wrong",
    "add",
    "address, OwnDomain",
    "number to add",
    "confirm e-mail, wrong",
    "second new question",
    "new answer, error-answer-guessable",
];

fn picture(player: &gallery::Player, tag: &str, size: (u16, u16)) -> String {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    let view = KioskView {
        screen: &player.visit.screen(),
        say: &Texts::new(tag, File::Kiosk),
        look: &look(),
        organisation: "Contoso",
        scroll: 0,
        caps: false,
        beside: false,
    };
    let shown = view.render(area, &mut buf);
    samples::picture(&buf, shown.cursor)
}

#[test]
fn screens() {
    let mut states = account::states();
    states.extend(setting_up::states());
    let find = |name: &&str| states.iter().find(|(known, _)| known == name);
    let chosen: Vec<_> = SCREENS.iter().filter_map(find).collect();
    assert_eq!(chosen.len(), SCREENS.len());
    for tag in ["en", "de", "ja"] {
        let pictures = chosen
            .iter()
            .map(|(_, player)| picture(player, tag, (80, 24)));
        let pictures: Vec<String> = pictures.collect();
        insta::assert_snapshot!(format!("account_{tag}_80x24"), pictures.join("\n\n"));
    }
}
