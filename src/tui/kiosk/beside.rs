//! What stands beside a front end and below it: how the window is shared out.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Companion;
use crate::tui::Say;
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::theme::Look;
use crate::tui::widgets::window;

/// Draws what stands beside and below; what is left of the window, and the cursor, where the keys go
/// to what was drawn.
pub fn lay(
    companion: &mut dyn Companion,
    look: &Look,
    say: &dyn Say,
    sheet: &mut Sheet,
) -> (Rect, Option<Position>) {
    let whole = sheet.area();
    let rows = companion.below((whole.width, whole.height), look, say);
    let high = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let upper = Rect {
        height: whole.height.saturating_sub(high),
        ..whole
    };
    let below = Rect {
        y: upper.bottom(),
        height: whole.height - upper.height,
        ..whole
    };
    sheet.tint(below, look.theme.base);
    window(rows, below, 0, look, sheet);
    let wide = companion.beside_width(upper.width).min(upper.width);
    let left = Rect {
        width: upper.width - wide,
        ..upper
    };
    let right = Rect {
        x: left.right(),
        width: wide,
        ..upper
    };
    let mut picture = Buffer::empty(right);
    let cursor = companion.beside(right, &mut picture, look, say);
    sheet.lay(&picture);
    (left, cursor)
}
