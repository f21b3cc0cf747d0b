//! A code to scan for a command that asks line by line: on the alternate screen, which goes with all
//! it has shown, the code at its left, the words beside it, and room below for a question.

use std::io::{self, Write};

use crossterm::cursor::{MoveTo, Show};
use crossterm::style::{Attribute, SetAttribute, force_color_output};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{execute, queue};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use rustix::termios::tcgetwinsize;

use super::terminal::ASSUMED;
use super::theme::Look;
use super::widgets::qr::QrView;
use super::widgets::{Rows, window};

/// The columns of the words, at least.
const WORDS: u16 = 30;
/// Columns left free between the code and the words.
const GAP: u16 = 2;
/// Rows left free for the question.
const ASKED: u16 = 2;

/// Paragraphs, one below the other.
type Words<'a> = &'a [&'a str];

/// Holds the alternate screen, on the terminal of standard error.
pub struct Placard {
    look: Look,
}

impl Placard {
    /// Takes the screen over.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn open(look: Look) -> io::Result<Self> {
        let placard = Self { look };
        // Where there are no colours, a code to scan still has its own.
        force_color_output(true);
        execute!(io::stderr(), EnterAlternateScreen)?;
        Ok(placard)
    }

    /// Shows a code with `drawn` beside it, or `undrawn` alone where there is no room or no font for
    /// it; the cursor is where the question goes.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&self, code: &str, drawn: Words<'_>, undrawn: Words<'_>) -> io::Result<()> {
        let size = size();
        let mut picture = Buffer::empty(Rect::new(0, 0, size.width, size.height));
        let above = Rect::new(0, 0, size.width, size.height.saturating_sub(ASKED));
        let below = draw(code, drawn, undrawn, &self.look, above, &mut picture);
        let mut out = CrosstermBackend::new(io::stderr());
        queue!(out, SetAttribute(Attribute::Reset), Clear(ClearType::All))?;
        let cells = picture.content.iter().zip(0usize..);
        let wide = usize::from(size.width).max(1);
        let at = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        out.draw(cells.map(|(cell, n)| (at(n % wide), at(n / wide), cell)))?;
        queue!(out, SetAttribute(Attribute::Reset), MoveTo(0, below), Show)?;
        Write::flush(&mut out)
    }
}

/// Draws it in `area`; the row below what was drawn.
fn draw(
    code: &str,
    drawn: Words<'_>,
    undrawn: Words<'_>,
    look: &Look,
    area: Rect,
    picture: &mut Buffer,
) -> u16 {
    let qr = QrView::new(code)
        .filter(|qr| qr.fits(area, look) && qr.width() + GAP + WORDS <= area.width);
    let (words, left, least) = match &qr {
        Some(qr) => {
            qr.render(area, look, picture);
            (drawn, qr.width() + GAP, qr.height())
        }
        None => (undrawn, 0, 0),
    };
    let beside = Rect {
        x: area.x + left,
        width: area.width.saturating_sub(left),
        ..area
    };
    let mut rows = Rows::default();
    for paragraph in words {
        if !rows.is_empty() {
            rows.push("".into());
        }
        rows.append(Rows::prose("", paragraph, beside.width, look.theme.base));
    }
    let high = u16::try_from(rows.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    window(rows, beside, 0, look, picture);
    area.y + high.max(least)
}

fn size() -> Size {
    match tcgetwinsize(io::stderr()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => ASSUMED,
    }
}

impl Drop for Placard {
    fn drop(&mut self) {
        let mut out = io::stderr();
        // Where there is no alternate screen, as on the Linux console, what was drawn must still go.
        let _gone = queue!(
            out,
            SetAttribute(Attribute::Reset),
            Clear(ClearType::All),
            MoveTo(0, 0),
            LeaveAlternateScreen
        );
        let _gone = out.flush();
    }
}
