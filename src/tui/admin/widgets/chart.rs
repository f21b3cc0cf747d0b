//! Bars beside their figures: a chart that is its own table, readable without seeing the bars.

use ratatui::text::{Line, Span};

use crate::tui::admin::place::Drawing;
use crate::tui::widgets::{Rows, text};

/// The fewest cells of a bar; a place too narrow for it shows figures alone.
const SHORTEST: usize = 6;
/// The most cells of a bar.
const LONGEST: usize = 40;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// How long it is.
    pub length: i64,
    /// The figures after it.
    pub figures: Vec<String>,
}

/// Bars of one scale below a heading: the label's, and one over each column of figures.
pub fn bars(heading: &str, heads: &[String], bars: &[Bar], with: Drawing<'_>, room: u16) -> Rows {
    let theme = &with.look.theme;
    let room = usize::from(room).saturating_sub(2);
    let columns: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(nth, head)| {
            let figures = bars.iter().filter_map(|bar| bar.figures.get(nth));
            let widest = figures.map(|figure| text::width(figure)).max().unwrap_or(0);
            widest.max(text::width(head))
        })
        .collect();
    let figures: usize = columns.iter().map(|width| width + 2).sum();
    let left = room.saturating_sub(figures);
    let widest = bars
        .iter()
        .map(|bar| text::width(&bar.label))
        .max()
        .unwrap_or(0);
    let widest = widest.max(text::width(heading));
    let label = match left.checked_sub(SHORTEST + 2) {
        Some(most) if most >= widest.min(left / 2) => widest.min(most),
        _ => left,
    };
    let bar = left.saturating_sub(label + 2).min(LONGEST);
    let bar = if bar < SHORTEST { 0 } else { bar };
    let most = bars.iter().map(|bar| bar.length).max().unwrap_or(0).max(1);
    let line = |name: &str, drawn: String, figures: &[String]| {
        let mut line = padded(name, label, with);
        if bar > 0 {
            line.push_str("  ");
            line.push_str(&drawn);
        }
        for (figure, width) in figures.iter().zip(&columns) {
            let pad = " ".repeat(width.saturating_sub(text::width(figure)) + 2);
            line.push_str(&pad);
            line.push_str(figure);
        }
        line
    };
    let mut rows = Rows::default();
    let head = line(heading, " ".repeat(bar), heads);
    rows.push(Line::from(Span::styled(head, theme.label)));
    for one in bars {
        let full = portion(one.length, most, bar);
        let drawn = format!(
            "{}{}",
            with.look.glyphs.full.repeat(full),
            " ".repeat(bar - full)
        );
        rows.push(Line::from(Span::styled(
            line(&one.label, drawn, &one.figures),
            theme.base,
        )));
    }
    rows
}

/// How far something is, as a bar.
pub fn meter(done: i64, all: i64, room: u16, with: Drawing<'_>) -> Rows {
    let wide = usize::from(room).saturating_sub(2).min(LONGEST);
    let full = portion(done, all.max(1), wide);
    let glyphs = &with.look.glyphs;
    let drawn = format!(
        "{}{}",
        glyphs.full.repeat(full),
        glyphs.empty.repeat(wide - full)
    );
    let mut rows = Rows::default();
    rows.push(Line::from(Span::styled(drawn, with.look.theme.base)));
    rows
}

/// The cells of a part of the whole; what is more than nothing has one.
fn portion(part: i64, whole: i64, cells: usize) -> usize {
    let cells_ = i128::try_from(cells).unwrap_or(0);
    let part = i128::from(part.clamp(0, whole));
    let full = part * cells_ / i128::from(whole.max(1));
    let full = usize::try_from(full).unwrap_or(0).min(cells);
    match part > 0 {
        true => full.max(1).min(cells),
        false => 0,
    }
}

fn padded(name: &str, width: usize, with: Drawing<'_>) -> String {
    let name = text::fit(name, width, with.look.glyphs.more);
    let pad = " ".repeat(width.saturating_sub(text::width(&name)));
    format!("{name}{pad}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_its_share_and_something_is_seen() {
        assert_eq!(portion(0, 10, 20), 0);
        assert_eq!(portion(5, 10, 20), 10);
        assert_eq!(portion(10, 10, 20), 20);
        assert_eq!(portion(1, 1_000_000, 20), 1);
        assert_eq!(portion(i64::MAX, i64::MAX, 40), 40);
        assert_eq!(portion(7, 3, 20), 20, "no more than all of it");
        assert_eq!(portion(1, 1, 0), 0);
    }
}
