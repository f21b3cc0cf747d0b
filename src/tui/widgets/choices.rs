//! A list to choose one line from, numbered as far as one digit reaches.

use ratatui::text::{Line, Span};

use super::{Rows, text};
use crate::journey::screen::Choice;
use crate::tui::Say;
use crate::tui::theme::Look;

/// The last line that a digit chooses.
const DIGITS: usize = 9;

/// What stands between a line and its detail beside it.
const GAP: &str = "  ";

/// The sign and the number before a line.
fn lead(at: usize, sign: &str) -> String {
    match at + 1 {
        n @ 1..=DIGITS => format!("{sign}{n}. "),
        _ => format!("{sign}   "),
    }
}

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
        // All details beside their lines, or all below: a list in two shapes is hard to read.
        let beside = self.choices.iter().enumerate().all(|(at, choice)| {
            let words = choice.detail.iter().map(|detail| say.say(detail));
            let parts = words.chain([say.say(&choice.label), lead(at, look.glyphs.focused)]);
            let wide: usize = parts.map(|part| text::width(&part)).sum();
            choice.detail.is_none() || wide + GAP.len() <= usize::from(room)
        });
        let mut rows = Rows::default();
        for (at, choice) in self.choices.iter().enumerate() {
            if at > 0 && spacious {
                rows.push(Line::default());
            }
            rows.append(self.one(at, choice, beside, say, look, room));
        }
        rows
    }

    fn one(
        &self,
        at: usize,
        choice: &Choice,
        beside: bool,
        say: &dyn Say,
        look: &Look,
        room: u16,
    ) -> Rows {
        let focused = self.focused == Some(at);
        let (sign, style) = if focused {
            (look.glyphs.focused, look.theme.focus)
        } else {
            (look.glyphs.unfocused, look.theme.base)
        };
        let lead = lead(at, sign);
        let indent = text::width(&lead);
        let mut rows = Rows::prose(&lead, &say.say(&choice.label), room, style);
        if let Some(detail) = &choice.detail {
            let words = say.say(detail);
            match rows.lines.last_mut() {
                Some(line) if beside => {
                    line.push_span(Span::styled(
                        format!("{GAP}{}", text::line(&words)),
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
