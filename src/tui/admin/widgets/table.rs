//! A table to choose a row of. The caller pages; the table knows the rows it was given.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use crate::domain::msg::Msg;
use crate::tui::admin::place::Drawing;
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, text, window};

/// How far a page key goes.
const PAGE: usize = 10;

/// Columns between two columns.
const GAP: usize = 2;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// What stands above it.
    pub head: Msg,
    /// The fewest cells it needs; a table that is too narrow leaves out the last columns whole.
    pub least: u16,
    /// Its part of what is left over.
    pub share: u16,
}

/// Which row is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen(pub usize);

impl Chosen {
    /// A key; whether it moved. `count` is how many rows there are.
    pub fn key(&mut self, command: Command, count: usize) -> bool {
        let last = count.saturating_sub(1);
        let to = match command {
            Command::Next => self.0 + 1,
            Command::Previous => self.0.saturating_sub(1),
            Command::PageDown => self.0 + PAGE,
            Command::PageUp => self.0.saturating_sub(PAGE),
            Command::Home => 0,
            Command::End => last,
            _ => return false,
        };
        let to = to.min(last);
        let moved = to != self.0;
        self.0 = to;
        moved
    }

    /// Whether going on would leave the rows there are: the caller may have more.
    pub const fn at_end(self, count: usize) -> bool {
        self.0 + 1 >= count
    }

    /// The row under a press of the mouse at this row of the table, drawn `high` rows high.
    pub fn click(&mut self, y: u16, high: u16, count: usize) -> bool {
        let body = usize::from(high.saturating_sub(1));
        let top = top(self.0, body, count);
        let Some(row) = usize::from(y).checked_sub(1) else {
            return false;
        };
        let hit = top + row;
        if hit < count {
            self.0 = hit;
        }
        hit < count
    }
}

/// The first row in sight: as [`window`] has it.
fn top(chosen: usize, body: usize, count: usize) -> usize {
    let resting = (chosen + 2).saturating_sub(body).min(chosen);
    resting.min(count.saturating_sub(body))
}

/// A table to draw.
pub struct TableView<'a> {
    /// The columns, the most important first.
    pub columns: &'a [Column],
    /// The cells of each row.
    pub rows: &'a [Vec<String>],
    /// Which is chosen.
    pub chosen: Chosen,
}

impl TableView<'_> {
    /// Draws it; where the cursor belongs.
    pub fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let widths = self.widths(usize::from(area.width));
        let heads: Vec<String> = self.columns.iter().map(|c| with.say(&c.head)).collect();
        let head = line(&heads, &widths, with.look.glyphs.unfocused, with);
        sheet.write(
            area.x,
            area.y,
            Line::styled(head, with.look.theme.quiet),
            area.width,
        );
        let below = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        let mut rows = Rows::default();
        for (nth, cells) in self.rows.iter().enumerate() {
            let here = nth == self.chosen.0;
            let (sign, style) = match (here, with.focused) {
                (true, true) => (with.look.glyphs.focused, with.look.theme.focus),
                (true, false) => (with.look.glyphs.focused, with.look.theme.base),
                (false, _) => (with.look.glyphs.unfocused, with.look.theme.base),
            };
            let mut row = Rows::default();
            row.push(Line::from(Span::styled(
                line(cells, &widths, sign, with),
                style,
            )));
            if here {
                row.focus(0, text::width(sign));
            }
            rows.append(row);
        }
        window(rows, below, 0, with.look, sheet).cursor
    }

    /// The cells of each column that has room, in order.
    fn widths(&self, room: usize) -> Vec<usize> {
        // The sign before a row, and the signs that there is more after it.
        let mut left = room.saturating_sub(4);
        let mut widths = Vec::new();
        for column in self.columns {
            let gap = if widths.is_empty() { 0 } else { GAP };
            match left.checked_sub(usize::from(column.least) + gap) {
                Some(rest) => left = rest,
                None if widths.is_empty() => {
                    widths.push(left);
                    return widths;
                }
                None => break,
            }
            widths.push(usize::from(column.least));
        }
        let shares: usize = self
            .columns
            .iter()
            .take(widths.len())
            .map(|c| usize::from(c.share))
            .sum();
        for (width, column) in widths.iter_mut().zip(self.columns) {
            *width += (left * usize::from(column.share))
                .checked_div(shares)
                .unwrap_or(0);
        }
        widths
    }
}

fn line(cells: &[String], widths: &[usize], sign: &str, with: Drawing<'_>) -> String {
    let mut line = sign.to_owned();
    for (nth, (cell, width)) in cells.iter().zip(widths).enumerate() {
        if nth > 0 {
            line.push_str(&" ".repeat(GAP));
        }
        let cell = text::fit(cell, *width, with.look.glyphs.more);
        let pad = width.saturating_sub(text::width(&cell));
        line.push_str(&cell);
        line.push_str(&" ".repeat(pad));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_within_the_rows_there_are() {
        let mut chosen = Chosen::default();
        assert!(!chosen.key(Command::Previous, 3));
        assert!(chosen.key(Command::PageDown, 3));
        assert_eq!(chosen, Chosen(2));
        assert!(chosen.at_end(3));
        assert!(!chosen.key(Command::Next, 3));
        assert!(chosen.key(Command::Home, 3));
        assert!(!chosen.key(Command::Next, 0), "there is none");
        assert!(!chosen.key(Command::Type('x'), 3));
    }

    #[test]
    fn columns_share_what_is_left_and_the_last_give_way() {
        let column = |least, share| Column {
            head: Msg::new("x"),
            least,
            share,
        };
        let columns = [column(10, 1), column(8, 0), column(6, 3)];
        let view = |room| {
            TableView {
                columns: &columns,
                rows: &[],
                chosen: Chosen(0),
            }
            .widths(room)
        };
        assert_eq!(view(40), [12, 8, 12]);
        assert_eq!(view(32), [10, 8, 6]);
        assert_eq!(view(31), [17, 8]);
        assert_eq!(view(10), [6]);
        assert_eq!(view(0), [0]);
    }

    #[test]
    fn a_press_of_the_mouse_finds_its_row() {
        let mut chosen = Chosen(0);
        assert!(chosen.click(3, 6, 9));
        assert_eq!(chosen, Chosen(2));
        assert!(!chosen.click(0, 6, 9), "the head");
        assert!(!chosen.click(5, 6, 3), "below the last");
    }
}
