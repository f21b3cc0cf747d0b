//! A list to choose one line from, numbered as far as one digit reaches.

use ratatui::text::{Line, Span};

use super::{Rows, text};
use crate::journey::screen::Choice;
use crate::tui::Say;
use crate::tui::theme::Look;

/// The last line that a digit chooses.
const DIGITS: usize = 9;

/// A list to draw.
pub struct ChoicesView<'a> {
    /// The lines.
    pub choices: &'a [Choice],
    /// The focused one.
    pub focused: Option<usize>,
}

impl ChoicesView<'_> {
    /// The rows in `room` cells; `spacious` puts a blank row between lines.
    pub fn rows(&self, say: &dyn Say, look: &Look, room: u16, spacious: bool) -> Rows {
        let mut rows = Rows::default();
        for (at, choice) in self.choices.iter().enumerate() {
            if at > 0 && spacious {
                rows.push(Line::default());
            }
            rows.append(self.one(at, choice, say, look, room));
        }
        rows
    }

    fn one(&self, at: usize, choice: &Choice, say: &dyn Say, look: &Look, room: u16) -> Rows {
        let focused = self.focused == Some(at);
        let (sign, style) = if focused {
            (look.glyphs.focused, look.theme.focus)
        } else {
            (look.glyphs.unfocused, look.theme.base)
        };
        let number = match at + 1 {
            n @ 1..=DIGITS => format!("{n}. "),
            _ => "   ".to_owned(),
        };
        let lead = format!("{sign}{number}");
        let indent = text::width(&lead);
        let mut rows = Rows::prose(&lead, &say.say(&choice.label), room, style);
        if let Some(detail) = &choice.detail {
            let words = say.say(detail);
            let gap = "  ";
            let used = rows.lines.last().map_or(0, Line::width);
            let joined = used + gap.len() + text::width(&words) <= usize::from(room);
            match rows.lines.last_mut() {
                Some(line) if joined => {
                    line.push_span(Span::styled(
                        format!("{gap}{}", text::line(&words)),
                        look.theme.quiet,
                    ));
                }
                _ => {
                    let lead = " ".repeat(indent);
                    rows.append(Rows::prose(&lead, &words, room, look.theme.quiet));
                }
            }
        }
        if focused {
            rows.focus(0, text::width(sign));
        }
        rows
    }
}
