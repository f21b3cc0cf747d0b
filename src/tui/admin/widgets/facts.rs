//! Facts with their names, one below the other.

use ratatui::text::{Line, Span};

use crate::domain::msg::Msg;
use crate::tui::admin::place::Drawing;
use crate::tui::widgets::{Rows, text};

/// The most columns of a name.
const NAMES: usize = 28;

/// Rows of names and what they are, as wide as `room`; a long value goes on below itself.
pub fn rows(facts: &[(Msg, String)], with: Drawing<'_>, room: u16) -> Rows {
    let names: Vec<String> = facts.iter().map(|(name, _)| with.say(name)).collect();
    let widest = names
        .iter()
        .map(|name| text::width(name))
        .max()
        .unwrap_or(0);
    let room = usize::from(room);
    let wide = widest.min(NAMES).min(room / 2);
    let mut rows = Rows::default();
    for (name, (_, value)) in names.iter().zip(facts) {
        let name = text::fit(name, wide, with.look.glyphs.more);
        let pad = " ".repeat(wide.saturating_sub(text::width(&name)) + 2);
        let lines = text::wrap(value, room.saturating_sub(wide + 2));
        for (nth, line) in lines.into_iter().enumerate() {
            let lead = match nth {
                0 => format!("{name}{pad}"),
                _ => " ".repeat(wide + 2),
            };
            rows.push(Line::from(vec![
                Span::styled(lead, with.look.theme.label),
                Span::styled(line, with.look.theme.base),
            ]));
        }
    }
    rows
}
