//! Draws a [`Screen`] of the journey.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::scan::ScanView;
use crate::domain::msg::Msg;
use crate::journey::screen::{Action, Focus, Screen, ScreenId};
use crate::tui::Say;
use crate::tui::canvas::Paper;
use crate::tui::theme::Look;
use crate::tui::widgets::actions::ActionsView;
use crate::tui::widgets::choices::ChoicesView;
use crate::tui::widgets::field::FieldView;
use crate::tui::widgets::frame::FrameView;
use crate::tui::widgets::meter::MeterView;
use crate::tui::widgets::rules::RulesView;
use crate::tui::widgets::{Rows, Shown, drawing, text, window};

/// One screen with what it takes to draw it.
pub struct KioskView<'a> {
    /// What to show.
    pub screen: &'a Screen<'a>,
    /// The words.
    pub say: &'a dyn Say,
    /// Colours and signs.
    pub look: &'a Look,
    /// The organisation's name.
    pub organisation: &'a str,
    /// How far the person scrolled.
    pub scroll: isize,
    /// Whether Caps Lock is known to be on.
    pub caps: bool,
    /// Whether something stands beside the kiosk that has keys of its own.
    pub beside: bool,
}

impl KioskView<'_> {
    /// Draws the screen; safe at any size. The cursor belongs on what is focused, else on the
    /// status, else on the title.
    pub fn render(&self, area: Rect, buf: &mut impl Paper) -> Shown {
        let area = area.intersection(buf.area());
        if area.is_empty() {
            return Shown::default();
        }
        let mut frame = self.frame();
        let scan = self.scan();
        let beside = scan.and_then(|scan| scan.render(&frame, area, buf));
        if beside.is_some() {
            frame.keys.clear();
        }
        let room = frame.render(beside.unwrap_or(area), self.look, buf);
        let shown = self.content(room.content, beside.is_some(), buf);
        let elsewhere = room.status.unwrap_or(room.title);
        Shown {
            cursor: Some(inside(shown.cursor.unwrap_or(elsewhere), area)),
            ..shown
        }
    }

    /// The code there is to scan.
    fn scan(&self) -> Option<ScanView<'_>> {
        self.screen.qr.as_ref().map(|scan| ScanView {
            scan,
            say: self.say,
            look: self.look,
        })
    }

    fn frame(&self) -> FrameView<'_> {
        let screen = self.screen;
        let say = |msg: &Msg| self.say.say(msg);
        let status = match screen.wipe_in {
            Some(left) => {
                // Rounded up: "0 seconds" is when it happens.
                let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
                Some(Msg::new("kiosk-wipe-in").number("seconds", seconds))
            }
            None if screen.working => Some(Msg::new("kiosk-working")),
            None => None,
        };
        FrameView {
            organisation: self.organisation,
            title: say(&screen.title),
            progress: screen.progress.map(|(step, total)| {
                say(&Msg::new("kiosk-progress")
                    .number("step", step)
                    .number("total", total))
            }),
            status: status.as_ref().map(say),
            keys: self.keys().map(|id| say(&Msg::new(id))).collect(),
        }
    }

    /// What the keys do here, the most important first.
    fn keys(&self) -> impl Iterator<Item = &'static str> {
        let screen = self.screen;
        let some = |shown: bool, id| shown.then_some(id);
        let still = !screen.working;
        let overlay = matches!(screen.id, ScreenId::Language | ScreenId::Help);
        // What stands beside the kiosk stands nowhere in plain mode.
        let plain = still && screen.id.is_first() && !self.beside;
        [
            some(still && !screen.choices.is_empty(), "keys-choose"),
            some(still && screen.focus.is_some(), "keys-enter"),
            some(still && screen.focus.is_some(), "keys-move"),
            some(still && screen.id.goes_back(), "keys-back"),
            some(
                still && screen.actions.contains(&Action::Reveal),
                "keys-reveal",
            ),
            some(screen.id != ScreenId::Welcome, "keys-cancel"),
            some(self.beside, "keys-phone"),
            some(still && !overlay, "keys-help"),
            some(still && screen.id != ScreenId::Language, "keys-language"),
            some(true, "keys-contrast"),
            some(plain, "keys-plain"),
        ]
        .into_iter()
        .flatten()
    }

    fn content(&self, area: Rect, scanned: bool, buf: &mut impl Paper) -> Shown {
        if area.is_empty() {
            return Shown::default();
        }
        // The last column is for the signs that there is more.
        let wide = if area.width > 12 {
            area.width - 2
        } else {
            area.width
        };
        let height = usize::from(area.height);
        let mut notices = self.notices(wide);
        let fits = |rows: &Rows| notices.len() + rows.len() < height;
        let mut rows = self.rows(wide, scanned, true, true);
        // A logo gives way first, whole; then the blank rows.
        if !fits(&rows) {
            rows = self.rows(wide, scanned, true, false);
        }
        if !fits(&rows) {
            rows = self.rows(wide, scanned, false, false);
        }
        if notices.len() + rows.len() > height && notices.len() * 2 <= height {
            // What went wrong stays in sight while the rest scrolls.
            let pinned = u16::try_from(notices.len()).unwrap_or(0).min(area.height);
            let above = Rect {
                height: pinned,
                ..area
            };
            let below = Rect::new(area.x, area.y + pinned, area.width, area.height - pinned);
            window(notices, above, 0, self.look, buf);
            return window(rows, below, self.scroll, self.look, buf);
        }
        if !notices.is_empty() && notices.len() + rows.len() < height {
            notices.push(Line::default());
        }
        notices.append(rows);
        window(notices, area, self.scroll, self.look, buf)
    }

    fn notices(&self, wide: u16) -> Rows {
        let (theme, glyphs) = (&self.look.theme, &self.look.glyphs);
        let mut rows = Rows::default();
        for notice in &self.screen.notices {
            let (sign, style) = if notice.error {
                (glyphs.error, theme.error)
            } else {
                (glyphs.note, theme.note)
            };
            rows.append(Rows::prose(sign, &self.say.say(&notice.text), wide, style));
        }
        rows
    }

    /// The logo; nothing where it is too wide, because cut or wrapped it would be no picture.
    fn logo(&self, wide: u16) -> Rows {
        let lines = &self.screen.logo;
        let mut logo = Rows::default();
        if lines
            .iter()
            .all(|line| text::width(line) <= usize::from(wide))
        {
            for line in lines {
                let row = self.look.glyphs.art(&text::line(line));
                logo.push(Line::styled(row, self.look.theme.base));
            }
        }
        logo
    }

    /// Everything below the notices; `scanned` beside a code, `spacious` with blank rows between.
    fn rows(&self, wide: u16, scanned: bool, spacious: bool, logo: bool) -> Rows {
        let (screen, look) = (self.screen, self.look);
        let mut blocks: Vec<Rows> = Vec::new();
        if logo {
            blocks.push(self.logo(wide));
        }
        for text in &screen.text {
            blocks.push(Rows::prose("", &self.say.say(text), wide, look.theme.base));
        }
        if let Some(scan) = self.scan() {
            blocks.extend(scan.blocks(scanned, wide));
        }
        let chosen = match screen.focus {
            Some(Focus::Choice(at)) => Some(at),
            _ => None,
        };
        let choices = ChoicesView {
            choices: &screen.choices,
            focused: chosen,
        };
        // A long list is no easier to read with holes in it.
        blocks.push(choices.rows(self.say, look, wide, spacious && screen.choices.len() < 5));
        for (at, field) in screen.fields.iter().enumerate() {
            let focused = screen.focus == Some(Focus::Field(at));
            let mut rows = FieldView { field, focused }.rows(self.say, look, wide);
            if self.caps && focused && field.secret {
                let words = self.say.say(&Msg::new("field-caps-lock"));
                let note = Rows::prose(look.glyphs.note, &words, wide, look.theme.note);
                rows.append(note);
            }
            let last = at + 1 == screen.fields.len();
            blocks.push(match screen.drawing.filter(|_| last) {
                Some(drawing) => below(drawing::rows(drawing, look, wide), rows),
                None => rows,
            });
        }
        let rules = RulesView {
            rules: &screen.rules,
        };
        let mut rules = rules.rows(self.say, look, wide);
        if let Some(strength) = screen.strength {
            rules.append(MeterView { strength }.rows(self.say, look, wide));
        }
        blocks.push(rules);
        let pressed = match screen.focus {
            Some(Focus::Action(at)) => Some(at),
            _ => None,
        };
        let actions = ActionsView {
            actions: &screen.actions,
            focused: pressed,
        };
        blocks.push(actions.rows(self.say, look, wide));
        let mut rows = Rows::default();
        for block in blocks.into_iter().filter(|b| !b.is_empty()) {
            if spacious && !rows.is_empty() {
                rows.push(Line::default());
            }
            rows.append(block);
        }
        rows
    }
}

/// What belongs together, the one below the other: both are in sight while it has the focus.
fn below(mut above: Rows, rows: Rows) -> Rows {
    above.append(rows);
    if let Some(focused) = above.focused() {
        above.focus(focused.row, usize::from(focused.column));
    }
    above
}

/// The nearest place within `area`.
fn inside(at: Position, area: Rect) -> Position {
    Position::new(
        at.x.clamp(area.left(), area.right().saturating_sub(1)),
        at.y.clamp(area.top(), area.bottom().saturating_sub(1)),
    )
}
