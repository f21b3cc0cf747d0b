//! A row of buttons that goes on in the next row when it is full.

use ratatui::text::{Line, Span};

use super::{Focused, Rows, text};
use crate::domain::msg::Msg;
use crate::journey::screen::Action;
use crate::tui::Say;
use crate::tui::theme::Look;

const GAP: usize = 2;

/// How the focused button begins.
const FOCUSED: &str = "[>";

/// Buttons to draw.
pub struct ActionsView<'a> {
    /// The actions, in the order of Tab.
    pub actions: &'a [Action],
    /// The focused one.
    pub focused: Option<usize>,
}

impl ActionsView<'_> {
    /// The rows in `room` cells.
    pub fn rows(&self, say: &dyn Say, look: &Look, room: u16) -> Rows {
        let room = usize::from(room);
        let margin = if room > 20 { GAP } else { 0 };
        let mut rows = Rows::default();
        let mut line = Line::from(" ".repeat(margin));
        let mut empty = true;
        for (at, action) in self.actions.iter().enumerate() {
            let focused = self.focused == Some(at);
            let words = say.say(&Msg::new(action.label()));
            for button in button(&words, focused, room.saturating_sub(margin)) {
                let lead = if button.starts_with(FOCUSED) {
                    FOCUSED.len()
                } else {
                    0
                };
                let wide = text::width(&button);
                let gap = if empty { 0 } else { GAP };
                if !empty && line.width() + gap + wide > room {
                    rows.push(std::mem::replace(&mut line, Line::from(" ".repeat(margin))));
                } else if gap > 0 {
                    line.push_span(Span::raw(" ".repeat(gap)));
                }
                if focused && rows.focused.is_none() {
                    let row = rows.len();
                    rows.focused = Some(Focused {
                        first: row,
                        last: row,
                        row,
                        // On the first letter, past the bracket and the sign.
                        column: u16::try_from(line.width() + lead).unwrap_or(u16::MAX),
                    });
                }
                let style = if focused {
                    look.theme.focus
                } else {
                    look.theme.base
                };
                line.push_span(Span::styled(button, style));
                empty = false;
            }
        }
        if !empty {
            rows.push(line);
        }
        rows
    }
}

/// A button as pieces that fit: one, unless its label is longer than a row.
fn button(words: &str, focused: bool, room: usize) -> Vec<String> {
    let (open, close) = if focused {
        (FOCUSED, "<]")
    } else {
        ("[ ", " ]")
    };
    let inner = room.saturating_sub(open.len() + close.len());
    if inner == 0 {
        return text::wrap(words, room);
    }
    text::wrap(words, inner)
        .into_iter()
        .map(|line| format!("{open}{line}{close}"))
        .collect()
}
