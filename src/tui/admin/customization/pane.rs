//! A screen of the kiosk within the console: the kiosk's own view at 80×24, of which as much is in sight
//! as there is room for.

use std::cell::Cell;

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::domain::policy::Policy;
use crate::tui::admin::place::Drawing;
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::Command;
use crate::tui::kiosk::{Preview, Shown};
use crate::tui::theme::{Contrast, GlyphSet, Look};
use crate::tui::widgets::text;

/// The kiosk's columns and rows.
pub(super) const SIZE: (u16, u16) = (80, 24);

/// How far an arrow scrolls sideways.
const STEP: u16 = 4;

/// The screen, and how it is looked at.
#[derive(Default)]
pub(super) struct Pane {
    preview: Option<Preview>,
    language: Option<&'static str>,
    /// How many colours further than the console's own.
    turns: usize,
    /// In ASCII alone, as a terminal shows it that has no more.
    ascii: bool,
    /// The first column and row in sight.
    from: Cell<(u16, u16)>,
    /// How many of each were in sight in the last frame.
    room: Cell<(u16, u16)>,
}

impl Pane {
    /// Shows a screen under a policy, in the language of the text that is written, else in the one
    /// that was chosen, else in the organisation's.
    pub fn show(&mut self, policy: &Policy, shown: Shown, written: Option<&str>) {
        let language = written.or(self.language);
        let language = language.unwrap_or(&policy.default_language);
        self.preview = Some(Preview::new(policy, language, shown));
    }

    /// A key, while it has the keys.
    pub fn key(&mut self, command: Command) {
        let (x, y) = self.from.get();
        let page = self.room.get().1.max(1);
        self.from.set(match command {
            Command::Left => (x.saturating_sub(STEP), y),
            Command::Right => (x + STEP, y),
            Command::Previous => (x, y.saturating_sub(1)),
            Command::Next => (x, y + 1),
            Command::PageUp => (x, y.saturating_sub(page)),
            Command::PageDown => (x, y + page),
            Command::Home => (0, 0),
            _ => (x, y),
        });
        match command {
            Command::Type('l') => self.language = Some(self.next_language()),
            Command::Type('c') => self.turns += 1,
            Command::Type('g') => self.ascii = !self.ascii,
            _ => {}
        }
    }

    fn next_language(&self) -> &'static str {
        let now = self.preview.as_ref().map(Preview::language);
        let at = LANGUAGES.iter().position(|tag| Some(*tag) == now);
        let mut round = LANGUAGES
            .into_iter()
            .cycle()
            .skip(at.map_or(0, |at| at + 1));
        round.next().unwrap_or("en")
    }

    /// Draws what there is room for, below a line that says what it is.
    pub fn draw(
        &self,
        area: Rect,
        sheet: &mut Sheet,
        with: Drawing<'_>,
        focused: bool,
    ) -> Option<Position> {
        let preview = self.preview.as_ref().filter(|_| !area.is_empty())?;
        let mut look = *with.look;
        for _ in 0..self.turns % 3 {
            look.turn();
        }
        if self.ascii {
            look = look.with_glyphs(GlyphSet::Ascii);
        }
        self.caption(preview, &look, area, sheet, with, focused);
        let room = Rect {
            y: area.y + 1,
            width: area.width.min(SIZE.0),
            height: (area.height - 1).min(SIZE.1),
            ..area
        };
        let (x, y) = self.from.get();
        let from = (x.min(SIZE.0 - room.width), y.min(SIZE.1 - room.height));
        self.from.set(from);
        self.room.set((room.width, room.height));
        sheet.lay(&part(&preview.draw(look, SIZE), from, room));
        Some(area.as_position())
    }

    fn caption(
        &self,
        preview: &Preview,
        look: &Look,
        area: Rect,
        sheet: &mut Sheet,
        with: Drawing<'_>,
        focused: bool,
    ) {
        let id = match look.contrast() {
            Contrast::Default => "custom-preview-default",
            Contrast::High => "custom-preview-high",
            Contrast::Mono => "custom-preview-mono",
        };
        let language = with.say(&Msg::new(format!("language-{}", preview.language())));
        let words = with.say(&Msg::new(id).text("language", language));
        let style = match focused {
            true => with.look.theme.focus,
            false => with.look.theme.quiet,
        };
        let room = usize::from(area.width);
        let words = text::fit(&words, room, with.look.glyphs.more);
        let rest = room.saturating_sub(text::width(&words) + 1);
        let rule = with.look.glyphs.rule.repeat(rest);
        let line = Line::styled(format!("{words} {rule}"), style);
        sheet.write(area.x, area.y, line, area.width);
    }
}

/// The part of a picture that begins at a column and row of it, as it stands in `room`.
fn part(picture: &Buffer, (left, top): (u16, u16), room: Rect) -> Buffer {
    let mut part = Buffer::empty(room);
    for y in 0..room.height {
        for x in 0..room.width {
            let Some(cell) = picture.cell((left + x, top + y)) else {
                continue;
            };
            let wide = cell.symbol().cell_width();
            let Some(place) = part.cell_mut((room.x + x, room.y + y)) else {
                continue;
            };
            place.clone_from(cell);
            // What would stand across the edge is left out, whole.
            if wide > 1 && x + wide > room.width {
                place.set_symbol(" ");
            }
        }
    }
    part
}
