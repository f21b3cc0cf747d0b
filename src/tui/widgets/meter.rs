//! How strong a password is: a word, and the same as a bar that reads without colour.

use ratatui::text::{Line, Span};

use super::{Rows, text};
use crate::domain::banned::Strength;
use crate::domain::msg::Msg;
use crate::tui::Say;
use crate::tui::theme::Look;

/// How many signs of the bar a level has.
const SIGNS: usize = 3;

/// A level of strength to draw.
pub struct MeterView {
    /// The level.
    pub strength: Strength,
}

impl MeterView {
    /// The rows in `room` cells: the word, and the bar behind it where there is room.
    pub fn rows(&self, say: &dyn Say, look: &Look, room: u16) -> Rows {
        let lead = look.glyphs.unfocused;
        let words = say.say(&Msg::new(format!("strength-{}", self.strength.key())));
        let levels = Strength::ALL.len() - 1;
        let reached = Strength::ALL
            .iter()
            .take_while(|level| **level < self.strength)
            .count();
        let bar = format!(
            "[{}{}]",
            look.glyphs.full.repeat(SIGNS * reached),
            look.glyphs.empty.repeat(SIGNS * (levels - reached))
        );
        let line = format!("{lead}{}", text::clean(&words));
        if text::width(&line) + 1 + text::width(&bar) > usize::from(room) {
            return Rows::prose(lead, &words, room, look.theme.base);
        }
        let style = match self.strength {
            Strength::TooWeak | Strength::Weak => look.theme.unmet,
            _ => look.theme.met,
        };
        let mut rows = Rows::default();
        rows.push(Line::from(vec![
            Span::styled(line + " ", look.theme.base),
            Span::styled(bar, style),
        ]));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::samples::EN;
    use crate::tui::theme::{Contrast, GlyphSet};

    #[test]
    fn every_level_is_another_word_and_another_bar() {
        for glyphs in [GlyphSet::Ascii, GlyphSet::Unicode] {
            let look = Look::new(Contrast::Mono, glyphs);
            let mut drawn: Vec<String> = Strength::ALL
                .iter()
                .map(|strength| {
                    let view = MeterView {
                        strength: *strength,
                    };
                    let rows = view.rows(&EN, &look, 60);
                    assert_eq!(rows.len(), 1);
                    rows.lines.iter().map(ToString::to_string).collect()
                })
                .collect();
            let widths: Vec<usize> = drawn
                .iter()
                .map(|line| text::width(line.split_once('[').unwrap().1))
                .collect();
            assert_eq!(widths, [13; 5], "{drawn:?}");
            drawn.dedup();
            assert_eq!(drawn.len(), 5);
            if let GlyphSet::Ascii = glyphs {
                assert!(drawn.concat().is_ascii(), "{drawn:?}");
            }
        }
    }

    #[test]
    fn without_room_the_word_is_left() {
        let look = Look::new(Contrast::Default, GlyphSet::Unicode);
        let strength = Strength::Fair;
        let rows = MeterView { strength }.rows(&EN, &look, 20);
        let lines: Vec<String> = rows.lines.iter().map(ToString::to_string).collect();
        assert_eq!(lines, ["  Strength: fair"]);
    }
}
