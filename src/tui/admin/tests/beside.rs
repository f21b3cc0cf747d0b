//! What stands beside the console in the demo.

use ratatui::buffer::Buffer;

use crossterm::event::KeyEvent;

use super::*;
use crate::tui::Say;
use crate::tui::kiosk::Companion;
use crate::tui::widgets::Rows;

/// Twenty columns and a row, with a key of its own and one that leads elsewhere.
#[derive(Default)]
struct Neighbour {
    keys: usize,
    leads: bool,
}

impl Companion for Neighbour {
    fn beside_width(&self, _: u16) -> u16 {
        20
    }

    fn beside(&mut self, area: Rect, buf: &mut Buffer, _: &Look, _: &dyn Say) -> Option<Position> {
        buf.set_string(
            area.x,
            area.y,
            format!("|keys {}", self.keys),
            Look::new(Contrast::Mono, GlyphSet::Ascii).theme.base,
        );
        None
    }

    fn below(&self, _: (u16, u16), look: &Look, _: &dyn Say) -> Rows {
        Rows::prose("", "below it all", 80, look.theme.base)
    }

    fn beside_key(&mut self, key: KeyEvent) -> bool {
        self.leads = key.code == KeyCode::F(8);
        self.keys += usize::from(key.code == KeyCode::F(6));
        matches!(key.code, KeyCode::F(6 | 8))
    }

    fn leaves(&mut self) -> bool {
        std::mem::take(&mut self.leads)
    }

    fn beside_tick(&mut self) -> bool {
        false
    }
}

#[test]
fn it_keeps_its_place_while_somebody_is_elsewhere() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async {
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        let mut console = Console::new(desk(), Words::new("en"), look, "Contoso".into());
        let mut neighbour = Neighbour::default();
        let mut pictures = Vec::new();
        let visits = [
            (
                vec![
                    vec![],
                    typed(":aud"),
                    vec![key(KeyCode::Enter), key(KeyCode::F(6))],
                ],
                KeyCode::F(8),
            ),
            (vec![vec![]], KeyCode::F(8)),
        ];
        for (groups, last) in visits {
            let groups = groups.into_iter().chain([vec![key(last)]]).collect();
            let beside = Some(&mut neighbour as &mut dyn Companion);
            let (leave, picture) = drive::play(&mut console, (80, 24), groups, beside).await;
            assert_eq!(leave, Leave::Elsewhere);
            pictures.push(picture);
        }
        for picture in pictures {
            assert!(picture.contains("> Audit"), "{picture}");
            let first = picture.lines().next().unwrap();
            assert!(first.ends_with("|keys 1             |"), "{picture}");
            let last = picture.lines().last().unwrap();
            assert!(last.starts_with("|below it all"), "{picture}");
        }
    });
}
