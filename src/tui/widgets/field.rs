//! One field: its label, and a line that scrolls sideways under the cursor.

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::{Rows, text};
use crate::journey::screen::Field;
use crate::tui::Say;
use crate::tui::theme::Look;

/// The most cells of a value in sight; longer ones scroll.
const WIDEST: usize = 48;

/// A field to draw.
pub struct FieldView<'a> {
    /// What to show.
    pub field: &'a Field<'a>,
    /// Whether it has the cursor.
    pub focused: bool,
}

impl FieldView<'_> {
    /// The rows in `room` cells.
    pub fn rows(&self, say: &dyn Say, look: &Look, room: u16) -> Rows {
        let glyphs = &look.glyphs;
        let lead = if self.focused {
            glyphs.focused
        } else {
            glyphs.unfocused
        };
        let mut rows = Rows::prose(lead, &say.say(&self.field.label), room, look.theme.label);
        rows.append(self.line(look, room));
        // The label belongs to it, and stays in sight with it.
        if let Some(at) = rows.focused() {
            rows.focus(at.row, usize::from(at.column));
        }
        rows
    }

    /// The value alone.
    pub fn line(&self, look: &Look, room: u16) -> Rows {
        let mut rows = Rows::default();
        // Where there is hardly room, the value has it all.
        let (open, close) = if room > 6 { ("  [", "]") } else { ("", "") };
        let inner = usize::from(room)
            .saturating_sub(text::width(open) + text::width(close))
            .min(WIDEST);
        let (shown, at) = self.slice(look, inner);
        rows.push(Line::from(vec![
            Span::styled(open, look.theme.label),
            Span::styled(shown, look.theme.value),
            Span::styled(close, look.theme.label),
        ]));
        if self.focused {
            rows.focus(0, text::width(open) + at);
        }
        rows
    }

    /// The part of the value in sight, filled up to `room` cells, and the column of the cursor in it.
    fn slice(&self, look: &Look, room: usize) -> (String, usize) {
        let dots = self.field.secret && !self.field.revealed;
        let cells: Vec<(&str, usize)> = self
            .field
            .value
            .graphemes(true)
            .map(|g| {
                if dots {
                    (look.glyphs.dot, 1)
                } else {
                    text::shown(g)
                }
            })
            .collect();
        let before = self.field.cursor.min(cells.len());
        let under = cells.get(before).map_or(1, |(_, wide)| *wide);
        // From the cursor leftwards as many graphemes as leave room for the one under it.
        let mut at = 0;
        let mut start = before;
        for (_, wide) in cells.iter().take(before).rev() {
            if at + wide + under > room {
                break;
            }
            at += wide;
            start -= 1;
        }
        let mut used = 0;
        let mut shown = String::new();
        for (grapheme, wide) in cells.iter().skip(start) {
            if used + wide > room {
                break;
            }
            shown.push_str(grapheme);
            used += wide;
        }
        shown.push_str(&" ".repeat(room.saturating_sub(used)));
        (shown, at.min(room.saturating_sub(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::msg::Msg;
    use crate::tui::theme::{Contrast, GlyphSet};

    fn slice(value: &str, cursor: usize, secret: bool, room: usize) -> (String, usize) {
        let field = Field {
            label: Msg::new("x"),
            value,
            cursor,
            secret,
            revealed: false,
        };
        let look = Look::new(Contrast::Mono, GlyphSet::Ascii);
        FieldView {
            field: &field,
            focused: true,
        }
        .slice(&look, room)
    }

    #[test]
    fn scrolls_under_the_cursor() {
        assert_eq!(slice("abc", 3, false, 6), ("abc   ".into(), 3));
        assert_eq!(slice("abcdefgh", 8, false, 4), ("fgh ".into(), 3));
        assert_eq!(slice("abcdefgh", 0, false, 4), ("abcd".into(), 0));
        assert_eq!(slice("abcdefgh", 99, false, 1), (" ".into(), 0));
        assert_eq!(slice("abc", 1, false, 0), (String::new(), 0));
    }

    #[test]
    fn never_splits_a_wide_character() {
        assert_eq!(slice("語語語", 3, false, 4), ("語  ".into(), 2));
        assert_eq!(slice("語語語", 1, false, 4), ("語語".into(), 2));
        assert_eq!(slice("語語語", 0, false, 3), ("語 ".into(), 0));
    }

    #[test]
    fn draws_no_secret_and_nothing_that_steers() {
        assert_eq!(slice("pw語", 3, true, 5), ("***  ".into(), 3));
        assert_eq!(slice("a\u{202e}b", 3, false, 5).0, "a\u{fffd}b  ");
    }
}
