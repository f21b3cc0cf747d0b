//! Views that lay themselves out as rows of a given width, and the window that shows as many rows
//! as there is room for, always those that are focused.
//!
//! A view borrows what it shows and keeps nothing. Rows are cleaned and fit their width, so drawing
//! them can cut nothing but what a window leaves out.

pub mod actions;
pub mod choices;
pub mod drawing;
pub mod field;
pub mod frame;
pub mod meter;
pub mod qr;
pub mod rules;
pub mod text;

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Paper;
use super::theme::Look;

/// The focused thing within [`Rows`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focused {
    /// Its first row.
    pub first: usize,
    /// Its last row.
    pub last: usize,
    /// The row of the cursor.
    pub row: usize,
    /// The column of the cursor.
    pub column: u16,
}

/// Rows of text, ready to draw.
#[derive(Default)]
pub struct Rows {
    lines: Vec<Line<'static>>,
    focused: Option<Focused>,
}

impl Rows {
    /// Wrapped prose, each row after the first indented as far as `lead` is wide.
    pub fn prose(lead: &str, words: &str, room: u16, style: Style) -> Self {
        let mut rows = Self::default();
        let indent = text::width(lead);
        let lines = text::wrap(words, usize::from(room).saturating_sub(indent));
        for (at, line) in lines.into_iter().enumerate() {
            let start = if at == 0 {
                lead.to_owned()
            } else {
                " ".repeat(indent)
            };
            rows.push(Line::from(Span::styled(start + &line, style)));
        }
        rows
    }

    /// Adds one row.
    pub fn push(&mut self, line: Line<'static>) {
        self.lines.push(line);
    }

    /// Adds other rows below, with what is focused in them.
    pub fn append(&mut self, other: Self) {
        let above = self.lines.len();
        self.lines.extend(other.lines);
        if let Some(f) = other.focused {
            self.focused = Some(Focused {
                first: f.first + above,
                last: f.last + above,
                row: f.row + above,
                ..f
            });
        }
    }

    /// Says that all these rows are the focused thing, with the cursor at `row` and `column`.
    pub fn focus(&mut self, row: usize, column: usize) {
        self.focused = Some(Focused {
            first: 0,
            last: self.lines.len().saturating_sub(1),
            row,
            column: u16::try_from(column).unwrap_or(u16::MAX),
        });
    }

    /// What is focused.
    pub const fn focused(&self) -> Option<Focused> {
        self.focused
    }

    /// How many rows.
    pub const fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// What a window did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Where the cursor belongs.
    pub cursor: Option<Position>,
    /// How far the person's own scrolling counted, at most as far as there are rows.
    pub scroll: isize,
}

/// Draws `rows` in `area`: from the top where the focused rows are in sight, else as far down as
/// they need, and `scroll` rows further. Signs in the last column say that there is more.
pub fn window(rows: Rows, area: Rect, scroll: isize, look: &Look, buf: &mut impl Paper) -> Shown {
    let area = area.intersection(buf.area());
    let height = usize::from(area.height);
    if area.is_empty() {
        return Shown::default();
    }
    let (total, focused) = (rows.len(), rows.focused());
    let lowest = total.saturating_sub(height);
    let resting = focused.map_or(0, |f| {
        // One row more, so that what follows the focused thing is in sight, but never its start out of it.
        (f.last + 2)
            .saturating_sub(height)
            .min(f.first)
            .max((f.row + 1).saturating_sub(height))
    });
    let resting = resting.min(lowest);
    let top = resting.saturating_add_signed(scroll).min(lowest);
    let lines = rows.lines.into_iter().skip(top);
    for (line, y) in lines.zip(area.top()..area.bottom()) {
        buf.write(area.x, y, line, area.width);
    }
    let sign = |glyph| Line::from(Span::styled(glyph, look.theme.quiet));
    let edge = area.right().saturating_sub(1);
    if top > 0 {
        buf.write(edge, area.y, sign(look.glyphs.up), 1);
    }
    if top < lowest {
        let y = area.bottom().saturating_sub(1);
        buf.write(edge, y, sign(look.glyphs.down), 1);
    }
    let cursor = focused.map(|f| {
        let row = f.row.saturating_sub(top).min(height.saturating_sub(1));
        Position::new(
            area.x.saturating_add(f.column).min(edge),
            area.y.saturating_add(u16::try_from(row).unwrap_or(0)),
        )
    });
    let scroll = isize::try_from(top).unwrap_or(0) - isize::try_from(resting).unwrap_or(0);
    Shown { cursor, scroll }
}
