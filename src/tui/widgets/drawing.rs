//! A drawn code: two rows of it in a row of half blocks, or one in a row of plain signs where the
//! terminal's font has no more.

use ratatui::text::{Line, Span};

use super::Rows;
use crate::domain::human::Drawing;
use crate::tui::theme::Look;

/// Columns left free before it, as before a field.
const MARGIN: usize = 3;

/// A drawing in `room` cells; nothing where it would be cut, for then it is no drawing any more.
pub fn rows(drawing: &Drawing, look: &Look, room: u16) -> Rows {
    let mut rows = Rows::default();
    let wide = drawing.rows().iter().map(Vec::len).max().unwrap_or(0);
    if wide + MARGIN > usize::from(room) {
        return rows;
    }
    let glyphs = &look.glyphs;
    let step = if glyphs.halves.is_some() { 2 } else { 1 };
    for pair in drawing.rows().chunks(step) {
        let upper = pair.first().map_or(&[][..], Vec::as_slice);
        let lower = pair.get(1).map_or(upper, Vec::as_slice);
        let sign = |(above, below): (&bool, &bool)| match (above, below, glyphs.halves) {
            (false, false, _) => " ",
            (true, false, Some((half, _))) | (false, true, Some((_, half))) => half,
            _ => glyphs.ink,
        };
        let line: String = upper.iter().zip(lower).map(sign).collect();
        let line = " ".repeat(MARGIN) + &line;
        rows.push(Line::from(Span::styled(line, look.theme.base)));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::human::{ROWS, code};
    use crate::tui::theme::{Contrast, GlyphSet};

    #[test]
    fn it_is_drawn_whole_or_not_at_all() {
        let drawing = Drawing::of(&code(&[0, 1, 2, 3, 4]), &[255; 16]);
        for (glyphs, high) in [(GlyphSet::Unicode, ROWS / 2), (GlyphSet::Ascii, ROWS)] {
            let look = Look::new(Contrast::Mono, glyphs);
            assert_eq!(rows(&drawing, &look, 38).len(), high);
            assert_eq!(rows(&drawing, &look, 37).len(), 0);
        }
    }
}
