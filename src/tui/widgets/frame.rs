//! What stands around the content: organisation, title and progress above, status and keys below.
//! A low window gives the rows to the content first.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;
use crate::tui::canvas::Paper;
use crate::tui::theme::Look;

/// Lines longer than this are hard to read, however wide the window.
const WIDEST: u16 = 80;

/// The frame of one screen, its words already found.
pub struct FrameView<'a> {
    /// The organisation's name.
    pub organisation: &'a str,
    /// The title.
    pub title: String,
    /// How far the person is.
    pub progress: Option<String>,
    /// The countdown, or that the product works.
    pub status: Option<String>,
    /// What the keys do, the most important first.
    pub keys: Vec<String>,
}

/// Where things are after the frame is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room {
    /// What is left for the content.
    pub content: Rect,
    /// The start of the title.
    pub title: Position,
    /// The start of the status.
    pub status: Option<Position>,
}

impl FrameView<'_> {
    /// Draws the frame and tells what is left.
    pub fn render(&self, area: Rect, look: &Look, buf: &mut impl Paper) -> Room {
        let area = area.intersection(buf.area());
        if area.is_empty() {
            return Room::default();
        }
        buf.tint(area, look.theme.base);
        let tall = area.height;
        let body = centred(area);
        let (above, below) = (
            self.above(body.width, tall, look),
            self.below(body.width, tall, look),
        );
        let head = rows(above.len());
        let before = above
            .iter()
            .take_while(|(_, kind)| matches!(kind, Head::Organisation))
            .count();
        let status = rows(below.status.len());
        let foot = status.saturating_add(rows(below.keys.len()));
        for ((line, kind), y) in above.iter().zip(area.y..) {
            let style = match kind {
                Head::Organisation => look.theme.organisation,
                Head::Title => look.theme.title,
            };
            if matches!(kind, Head::Organisation) && y < area.bottom() {
                buf.tint(Rect::new(area.x, y, area.width, 1), style);
            }
            put(buf, body, y, line, style);
        }
        let mut top = area.y.saturating_add(head);
        if tall >= 16 {
            put(
                buf,
                area,
                top,
                &look.glyphs.rule.repeat(usize::from(area.width)),
                look.theme.quiet,
            );
            top = top.saturating_add(1);
        }
        let bottom = area.bottom().saturating_sub(foot).max(top);
        for (line, y) in below.status.iter().zip(bottom..area.bottom()) {
            put(buf, body, y, line, look.theme.status);
        }
        for (line, y) in below
            .keys
            .iter()
            .zip(bottom.saturating_add(status)..area.bottom())
        {
            put(buf, body, y, line, look.theme.quiet);
        }
        let blank = u16::from(tall >= 16);
        let start = top.saturating_add(blank).min(bottom);
        let end = bottom.saturating_sub(blank).max(start);
        Room {
            content: Rect::new(body.x, start, body.width, end - start),
            title: Position::new(body.x, area.y.saturating_add(rows(before))),
            status: (status > 0).then_some(Position::new(body.x, bottom)),
        }
    }

    /// Draws the keys alone, at the bottom of `area` in at most `most` rows; what is left above them.
    pub fn keys_below(&self, area: Rect, most: u16, look: &Look, buf: &mut impl Paper) -> Rect {
        let body = centred(area);
        let keys = pack(&self.keys, usize::from(body.width), usize::from(most));
        let left = Rect {
            height: area.height.saturating_sub(rows(keys.len())),
            ..area
        };
        for (line, y) in keys.iter().zip(left.bottom()..) {
            put(buf, body, y, line, look.theme.quiet);
        }
        left
    }

    fn above(&self, wide: u16, tall: u16, look: &Look) -> Vec<(String, Head)> {
        let room = usize::from(wide);
        let progress = self.progress.as_deref().unwrap_or_default();
        let titles = match tall {
            0..4 => 0,
            4..8 => 1,
            8..16 => 2,
            _ => 4,
        };
        let mut lines = Vec::new();
        if tall >= 16 {
            lines.extend(ends(self.organisation, progress, room).map(|l| (l, Head::Organisation)));
        }
        let title = clip(text::wrap(&self.title, room), titles, room, look);
        lines.extend(title.into_iter().map(|l| (l, Head::Title)));
        if (8..16).contains(&tall) && !progress.is_empty() {
            lines.extend(
                text::wrap(progress, room)
                    .into_iter()
                    .take(1)
                    .map(|l| (l, Head::Organisation)),
            );
        }
        lines
    }

    fn below(&self, wide: u16, tall: u16, look: &Look) -> Below {
        let (most_status, most_keys) = match tall {
            0..3 => (0, 0),
            3..6 => (1, 0),
            6..12 => (2, 1),
            12..20 => (3, 2),
            _ => (4, 4),
        };
        let room = usize::from(wide);
        let status = self
            .status
            .as_deref()
            .map_or_else(Vec::new, |s| text::wrap(s, room));
        let most_keys = match status.len() {
            1.. if tall < 16 => most_keys.min(1),
            _ => most_keys,
        };
        let status = clip(status, most_status, room, look);
        Below {
            status,
            keys: pack(&self.keys, room, most_keys),
        }
    }
}

#[derive(Clone, Copy)]
enum Head {
    Organisation,
    Title,
}

struct Below {
    status: Vec<String>,
    keys: Vec<String>,
}

/// The part of a wide window that is comfortable to read, with a margin where there is room.
fn centred(area: Rect) -> Rect {
    let margin = match area.width {
        0..60 => 0,
        60..84 => 2,
        wide => (wide - WIDEST) / 2,
    };
    Rect::new(
        area.x + margin,
        area.y,
        area.width - 2 * margin,
        area.height,
    )
}

fn rows(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

fn put(buf: &mut impl Paper, within: Rect, y: u16, line: &str, style: Style) {
    if y < within.bottom() {
        let line = Line::from(Span::styled(line.to_owned(), style));
        buf.write(within.x, y, line, within.width);
    }
}

/// The first `most` lines, the last of them saying that it goes on when it does.
fn clip(mut lines: Vec<String>, most: usize, room: usize, look: &Look) -> Vec<String> {
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        if most > 0 {
            lines.push(text::fit(&rest, room, look.glyphs.more));
        }
    }
    lines
}

/// Two texts at the ends of one row, or each in rows of its own.
fn ends(left: &str, right: &str, room: usize) -> impl Iterator<Item = String> {
    let (left, right) = (text::line(left), text::line(right));
    let used = text::width(&left) + text::width(&right);
    let lines = if right.is_empty() {
        text::wrap(&left, room)
    } else if used < room {
        vec![format!("{left}{}{right}", " ".repeat(room - used))]
    } else {
        let mut lines = text::wrap(&left, room);
        lines.extend(text::wrap(&right, room));
        lines
    };
    lines.into_iter()
}

/// Hints side by side in at most `most` rows; those that find no room are left out.
fn pack(hints: &[String], room: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for hint in hints
        .iter()
        .map(|h| text::line(h))
        .filter(|h| text::width(h) <= room)
    {
        let wide = text::width(&hint) + 2;
        if let Some(line) = lines.last_mut().filter(|l| text::width(l) + wide <= room) {
            line.push_str("  ");
            line.push_str(&hint);
        } else if lines.len() < most {
            lines.push(hint);
        }
    }
    lines
}
