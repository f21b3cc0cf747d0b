//! A screen with a code to scan: the code at its left over the whole height, the words beside it, the
//! keys below both. Where that is too much for the window or its font, the words alone.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::journey::screen::Scan;
use crate::tui::Say;
use crate::tui::canvas::Paper;
use crate::tui::theme::Look;
use crate::tui::widgets::frame::FrameView;
use crate::tui::widgets::qr::QrView;
use crate::tui::widgets::{Rows, text};

/// The columns of the words, at least and at most.
const WORDS: (u16, u16) = (30, 38);

/// Before what is typed instead.
const INDENT: &str = "  ";

/// Columns left free between the code and the words.
const GAP: u16 = 1;

/// A code to scan, with what it takes to draw it.
pub struct ScanView<'a> {
    /// The code and what it says.
    pub scan: &'a Scan<'a>,
    /// The words.
    pub say: &'a dyn Say,
    /// Colours and signs.
    pub look: &'a Look,
}

impl ScanView<'_> {
    /// Draws the code and the keys of `frame`, if there is room for words beside it: that room.
    pub fn render(&self, frame: &FrameView<'_>, area: Rect, buf: &mut impl Paper) -> Option<Rect> {
        let text = Some(self.scan.text).filter(|text| !text.is_empty())?;
        let code = QrView::new(text)?;
        let beside = code.width() + GAP;
        let wide = area.width.min(beside + WORDS.1);
        if wide < beside + WORDS.0 || !code.fits(area, self.look) {
            return None;
        }
        buf.tint(area, self.look.theme.base);
        let left = area.x + (area.width - wide) / 2;
        code.render(Rect { x: left, ..area }, self.look, buf);
        let spare = area.height - code.height();
        let above = frame.keys_below(area, spare, self.look, buf);
        Some(Rect {
            x: left + beside,
            width: wide - beside,
            ..above
        })
    }

    /// What to do with the code, drawn or not, and all it says to be typed instead: what belongs
    /// together in one block.
    pub fn blocks(&self, drawn: bool, room: u16) -> Vec<Rows> {
        let theme = &self.look.theme;
        let said = match drawn {
            true => &self.scan.drawn,
            false => &self.scan.undrawn,
        };
        let mut blocks = vec![Rows::prose("", &self.say.say(said), room, theme.base)];
        for (name, value) in &self.scan.typed {
            let mut rows = Rows::prose("", &self.say.say(name), room, theme.label);
            rows.append(Rows::prose(INDENT, value, even(value, room), theme.base));
            blocks.push(rows);
        }
        blocks
    }
}

/// The room in which groups stand in rows as equal as they can be, and no more rows than in `room`.
fn even(groups: &str, room: u16) -> u16 {
    let rows = |room: u16| Rows::prose(INDENT, groups, room, Style::new()).len();
    let fewest = rows(room);
    let longest = groups.split(' ').map(text::width).max().unwrap_or(0);
    let least = u16::try_from(INDENT.len() + longest).unwrap_or(room);
    (least..room)
        .find(|room| rows(*room) <= fewest)
        .unwrap_or(room)
}
