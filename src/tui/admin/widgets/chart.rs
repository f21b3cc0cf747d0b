//! Bars beside their figures: a chart that is its own table, readable without seeing the bars.

use ratatui::text::{Line, Span};

use crate::tui::admin::place::Drawing;
use crate::tui::widgets::{Rows, text};

/// The fewest cells of a bar beside its label.
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

/// Bars of one scale below a heading: the label's, and one over each column of figures. Labels that
/// leave no room for a bar stand above it.
pub fn bars(heading: &str, heads: &[String], bars: &[Bar], with: Drawing<'_>, room: u16) -> Rows {
    let theme = &with.look.theme;
    let room = usize::from(room).saturating_sub(2);
    let column = |(nth, head): (usize, &String)| {
        let figures = bars.iter().filter_map(|bar| bar.figures.get(nth));
        let widest = figures.map(|figure| text::width(figure)).max();
        widest.unwrap_or(0).max(text::width(head))
    };
    let columns: Vec<usize> = heads.iter().enumerate().map(column).collect();
    let figures: usize = columns.iter().map(|width| width + 2).sum();
    let left = room.saturating_sub(figures);
    let widest = bars.iter().map(|bar| text::width(&bar.label)).max();
    let widest = widest.unwrap_or(0);
    let stacked = widest + 2 + SHORTEST > left;
    let label = if stacked { 0 } else { widest };
    let long = left.saturating_sub(label + 2).min(LONGEST);
    let most = bars.iter().map(|bar| bar.length).max().unwrap_or(0).max(1);
    let line = |start: String, figures: &[String]| {
        let mut line = start;
        for (figure, width) in figures.iter().zip(&columns) {
            let pad = width.saturating_sub(text::width(figure)) + 2;
            line.push_str(&" ".repeat(pad));
            line.push_str(figure);
        }
        line
    };
    let mut rows = Rows::default();
    let mut row = |words: String, style| rows.push(Line::from(Span::styled(words, style)));
    row(line(padded(heading, left, with), heads), theme.label);
    for bar in bars {
        let full = portion(bar.length, most, long);
        let drawn = with.look.glyphs.full.repeat(full);
        let start = match stacked {
            true => {
                let label = text::fit(&bar.label, room, with.look.glyphs.more);
                row(label, theme.base);
                format!("  {drawn}")
            }
            false => format!("{}  {drawn}", padded(&bar.label, label, with)),
        };
        row(line(padded(&start, left, with), &bar.figures), theme.base);
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
