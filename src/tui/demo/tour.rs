//! The guided tour as the demo shows it: the present step below everything, in a few rows, and behind a
//! key all the steps in the phone's place. What is ticked comes from the store; keys only turn pages.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tokio::sync::watch;

use crate::domain::msg::Msg;
use crate::domain::tour::{Checklist, Line as Item, Tour};
use crate::tui::Say;
use crate::tui::theme::Look;
use crate::tui::widgets::{Rows, text, window};

/// From so many rows on there is room for what is to be done, in so many rows of its own.
const ROOM: [(u16, usize); 2] = [(20, 3), (15, 2)];
/// How many of them it always has there, so that the screen above seldom moves.
const USUAL: usize = 2;
/// Fewer rows belong to the screen alone.
const LOW: u16 = 10;
/// From so many rows on there is a line between the screen and the tour.
const SPACIOUS: u16 = 22;
/// How far one page key scrolls, in rows.
const PAGE: u16 = 5;

/// What a tour's words speak of.
#[derive(Clone, Debug)]
pub struct TourWords {
    /// Which tour.
    pub tour: Tour,
    /// The guest's principal name.
    pub account: String,
    /// The guest's mobile number, as people write it.
    pub number: String,
    /// The administrator's principal name.
    pub admin: String,
    /// The administrator's password.
    pub password: String,
}

/// The tour beside kiosk and phone.
pub struct TourPanel {
    words: TourWords,
    told: watch::Receiver<Checklist>,
    list: Checklist,
    /// Whether all the steps are shown and have the keys.
    open: bool,
    scroll: u16,
}

impl TourPanel {
    /// A tour whose steps are ticked as somebody tells.
    pub fn new(words: TourWords, told: watch::Receiver<Checklist>) -> Self {
        let list = told.borrow().clone();
        Self {
            words,
            told,
            list,
            open: false,
            scroll: 0,
        }
    }

    /// Whether all the steps are shown.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Looks whether something was ticked.
    pub fn look(&mut self) -> bool {
        let now = self.told.borrow_and_update();
        let changed = *now != self.list;
        if changed {
            self.list.clone_from(&now);
        }
        changed
    }

    /// Takes a key: F7 always; while it has the keys, all but those with Ctrl and the other function
    /// keys. F6 closes it and goes on to the phone.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        if key.kind == KeyEventKind::Release {
            return false;
        }
        match key.code {
            KeyCode::F(7) => {
                self.open = !self.open;
                self.scroll = 0;
            }
            _ if !self.open => return false,
            KeyCode::F(6) => {
                self.open = false;
                return false;
            }
            KeyCode::F(_) => return false,
            _ if key.modifiers.contains(KeyModifiers::CONTROL) => return false,
            KeyCode::Up => self.scroll = self.scroll.saturating_sub(1),
            KeyCode::Down => self.scroll = self.scroll.saturating_add(1),
            KeyCode::PageUp => self.scroll = self.scroll.saturating_sub(PAGE),
            KeyCode::PageDown => self.scroll = self.scroll.saturating_add(PAGE),
            KeyCode::Esc | KeyCode::Tab => self.open = false,
            _ => {}
        }
        true
    }

    /// A message about a step, with everything its words may speak of.
    fn msg(&self, id: String) -> Msg {
        let record = self.list.record.as_ref();
        let reference = record.map_or("", |(_, reference)| reference);
        Msg::new(id)
            .text("account", &self.words.account)
            .text("number", &self.words.number)
            .text("admin", &self.words.admin)
            .text("password", &self.words.password)
            .text("reference", reference)
    }

    /// What is below the screen: the present step and what to do, as far as there is room.
    pub fn below(&self, (wide, high): (u16, u16), look: &Look, say: &dyn Say) -> Rows {
        let mut rows = Rows::default();
        if high < LOW {
            return rows;
        }
        let room = usize::from(wide);
        let theme = &look.theme;
        if high >= SPACIOUS {
            let rule = look.glyphs.rule.repeat(room);
            rows.push(Line::styled(rule, theme.quiet));
        }
        let (title, how) = match self.list.present() {
            Some((at, item)) => (
                self.heading(at, item, say),
                format!("{}.how", item.step.message()),
            ),
            None => (say.say(&Msg::new("tour-over")), "tour-over.how".to_owned()),
        };
        let keys = say.say(&Msg::new(match self.words.tour {
            Tour::Kiosk => "keys-tour",
            Tour::Admin => "keys-tour-admin",
        }));
        let left = room.saturating_sub(text::width(&keys) + 2);
        let title = text::fit(&title, left, look.glyphs.more);
        let gap = room.saturating_sub(text::width(&title) + text::width(&keys));
        let line = format!("{title}{}{keys}", " ".repeat(gap));
        rows.push(Line::styled(line, theme.organisation));
        let most = ROOM.iter().find(|(least, _)| high >= *least);
        let most = most.map_or(0, |(_, most)| *most);
        let how = say.say(&self.msg(how));
        let mut lines = text::wrap(&how, room);
        if lines.len() > most {
            let rest = lines.split_off(most.saturating_sub(1)).join(" ");
            lines.push(text::fit(&rest, room, look.glyphs.more));
            lines.truncate(most);
        }
        let least = USUAL.min(most).max(lines.len());
        lines.resize(least, String::new());
        for line in lines {
            rows.push(Line::styled(line, theme.base));
        }
        rows
    }

    fn heading(&self, at: usize, item: &Item, say: &dyn Say) -> String {
        let title = say.say(&self.msg(item.step.message().to_owned()));
        let id = match item.parts {
            Some(_) => "tour-line-parts",
            None => "tour-line",
        };
        let (done, parts) = item.parts.unwrap_or_default();
        let msg = Msg::new(id)
            .number("step", i64::try_from(at + 1).unwrap_or(i64::MAX))
            .number("total", self.list.lines.len())
            .number("done", done)
            .number("parts", parts)
            .text("title", title);
        say.say(&msg)
    }

    /// Draws all the steps; safe at any size. The cursor is on the present one.
    pub fn render(
        &mut self,
        area: Rect,
        buf: &mut Buffer,
        look: &Look,
        say: &dyn Say,
    ) -> Option<Position> {
        let area = area.intersection(*buf.area());
        if area.is_empty() {
            return None;
        }
        buf.set_style(area, look.theme.base);
        for y in area.top()..area.bottom() {
            buf.set_stringn(area.x, y, look.glyphs.wall, 1, look.theme.quiet);
        }
        let side = if area.width > 8 { 2 } else { 1 };
        let inner = Rect {
            x: area.x + side.min(area.width),
            width: area.width.saturating_sub(side),
            ..area
        };
        // The title stays while the steps scroll.
        let title = say.say(&Msg::new("tour-title"));
        let title = text::fit(&title, usize::from(inner.width), look.glyphs.more);
        buf.set_string(inner.x, inner.y, title, look.theme.focus);
        let steps = Rect {
            y: inner.y + 1,
            height: inner.height - 1,
            ..inner
        };
        let rows = self.rows(inner.width, look, say);
        let scroll = isize::try_from(self.scroll).unwrap_or(0);
        let shown = window(rows, steps, scroll, look, buf);
        self.scroll = u16::try_from(shown.scroll).unwrap_or(0);
        let start = Position::new(area.x, area.y);
        Some(shown.cursor.unwrap_or(start))
    }

    fn rows(&self, wide: u16, look: &Look, say: &dyn Say) -> Rows {
        let (theme, glyphs) = (&look.theme, &look.glyphs);
        let words = |id: &'static str| say.say(&Msg::new(id));
        let mut rows = Rows::prose("", &words("tour-ticked"), wide, theme.quiet);
        let present = self.list.present().map(|(at, _)| at);
        for (at, item) in self.list.lines.iter().enumerate() {
            let (sign, style) = match (item.done, Some(at) == present) {
                (true, _) => (glyphs.met, theme.met),
                (false, true) => (glyphs.unmet, theme.title),
                (false, false) => (glyphs.unmet, theme.unmet),
            };
            let title = say.say(&self.msg(item.step.message().to_owned()));
            let mut step = Rows::prose(sign, &title, wide, style);
            if Some(at) == present {
                let how = self.msg(format!("{}.how", item.step.message()));
                let indent = " ".repeat(text::width(sign));
                step.append(Rows::prose(&indent, &say.say(&how), wide, theme.base));
                step.focus(0, 0);
            }
            rows.append(step);
        }
        if let Some((number, reference)) = &self.list.record {
            let record = Msg::new("tour-audited")
                .number("number", *number)
                .text("reference", reference);
            rows.append(Rows::prose("", " ", wide, theme.base));
            rows.append(Rows::prose("", &say.say(&record), wide, theme.note));
        }
        rows
    }
}

#[cfg(test)]
mod tests;
