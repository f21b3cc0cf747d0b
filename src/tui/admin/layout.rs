//! What is around the place: the organisation and who has signed in above, the tabs at the left,
//! what was said and the keys below; and what stands before it.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::console::{Console, Side};
use super::overlay::Overlay;
use super::place::Drawing;
use super::tab::Tab;
use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::journey::entry::Entry;
use crate::journey::screen::Field;
use crate::tui::Say;
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::widgets::field::FieldView;
use crate::tui::widgets::frame::FrameView;
use crate::tui::widgets::{Rows, text, window};

/// The fewest columns in which tabs and place stand beside each other.
const BESIDE: u16 = 56;
/// The fewest rows with a blank one below the title.
const TALL: u16 = 16;
/// The most columns the keys are spread over: in a wider window they stay at the left, below the tabs.
const KEYS: u16 = 84;

/// Where things are in a frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    tabs: Rect,
    /// The first tab in sight.
    first: usize,
    /// The place.
    pub(super) place: Rect,
}

impl Layout {
    /// The tab under a position.
    pub(super) fn tab_at(&self, at: Position, tabs: &[Tab]) -> Option<Tab> {
        if !self.tabs.contains(at) {
            return None;
        }
        tabs.get(self.first + usize::from(at.y - self.tabs.y))
            .copied()
    }
}

/// Draws a frame; where things are in it, and where the cursor belongs. Safe at any size.
pub(super) fn draw(console: &Console, area: Rect, sheet: &mut Sheet) -> (Layout, Option<Position>) {
    if area.is_empty() {
        return (Layout::default(), None);
    }
    sheet.tint(area, console.look.theme.base);
    if let Some(proof) = &console.proof {
        return (Layout::default(), console.draw_proof(proof, area, sheet));
    }
    let body = head(console, area, sheet);
    let body = foot(console, body, sheet);
    let beside = area.width >= BESIDE;
    let wide = list_width(console, area.width);
    let (tabs, right) = match (beside, console.side) {
        (true, _) => (
            Rect {
                width: wide,
                ..body
            },
            Rect::new(
                body.x + wide + 2,
                body.y,
                body.width - wide - 2,
                body.height,
            ),
        ),
        (false, Side::Tabs) => (body, Rect::ZERO),
        (false, Side::Place) => (Rect::ZERO, body),
    };
    if beside {
        for y in body.y..body.bottom() {
            let wall = Span::styled(console.look.glyphs.wall, console.look.theme.quiet);
            sheet.write(body.x + wide, y, Line::from(wall), 1);
        }
    }
    let (first, tab_cursor) = list(console, tabs, sheet);
    let (place, place_cursor) = content(console, right, sheet);
    let cursor = match console.side {
        Side::Tabs => tab_cursor,
        Side::Place => place_cursor,
    };
    let layout = Layout { tabs, first, place };
    let over = console.overlay.as_ref().filter(|_| !body.is_empty());
    match over {
        Some(overlay) => (layout, before(console, overlay, body, sheet)),
        None => (layout, cursor.or(Some(area.as_position()))),
    }
}

fn head(console: &Console, area: Rect, sheet: &mut Sheet) -> Rect {
    let theme = &console.look.theme;
    let band = Rect { height: 1, ..area };
    sheet.tint(band, theme.organisation);
    let more = console.look.glyphs.more;
    let room = usize::from(area.width).saturating_sub(2);
    let who = console.desk.actor().name();
    let who = text::fit(&who, room / 2, more);
    let left = text::fit(
        &console.organisation,
        room.saturating_sub(text::width(&who) + 1),
        more,
    );
    sheet.write(
        area.x + 1,
        area.y,
        Line::styled(left, theme.organisation),
        area.width,
    );
    let at = room.saturating_sub(text::width(&who)) + 1;
    let at = area.x.saturating_add(u16::try_from(at).unwrap_or(0));
    sheet.write(
        at,
        area.y,
        Line::styled(who, theme.organisation),
        area.width,
    );
    Rect::new(area.x, area.y + 1, area.width, area.height - 1)
}

/// The keys, and above them what was said; what is left.
fn foot(console: &Console, area: Rect, sheet: &mut Sheet) -> Rect {
    let look = &console.look;
    let say = |id: &'static str| console.words.say(&Msg::new(id));
    let mut keys: Vec<String> = match (&console.overlay, console.side) {
        (Some(_), _) => vec![say("keys-go-on"), say("keys-close")],
        (None, Side::Tabs) => vec![say("keys-open"), say("keys-tabs")],
        (None, Side::Place) => {
            let hints = console.stack.last().map(|top| top.place.hints());
            let mut keys: Vec<String> = hints.into_iter().flatten().map(say).collect();
            keys.push(say("keys-leave-place"));
            keys
        }
    };
    let typing =
        console.side == Side::Place && console.stack.last().is_some_and(|top| top.place.typing());
    match console.overlay {
        // What is typed goes into the field, whatever it means elsewhere.
        None if typing => keys.extend(["keys-help", "keys-sign-out"].map(say)),
        None => keys.extend(["keys-console-help", "keys-go", "keys-sign-out"].map(say)),
        Some(_) => {}
    }
    keys.extend(console.beside.iter().map(|id| say(id)));
    let frame = FrameView {
        organisation: "",
        title: String::new(),
        progress: None,
        status: None,
        keys,
    };
    let most = if area.height >= TALL { 2 } else { 1 };
    let left = match area.height {
        0..4 => area,
        _ => {
            let width = area.width.min(KEYS);
            let above = frame.keys_below(Rect { width, ..area }, most, look, sheet);
            Rect {
                width: area.width,
                ..above
            }
        }
    };
    let said = match &console.notice {
        Some(notice) => {
            let (sign, style) = match notice.error {
                true => (look.glyphs.error, look.theme.error),
                false => (look.glyphs.note, look.theme.note),
            };
            let room = left.width.saturating_sub(2);
            Rows::prose(sign, &console.words.say(&notice.text), room, style)
        }
        None if console.waits() => {
            let words = say("console-working");
            Rows::prose("", &words, left.width.saturating_sub(2), look.theme.status)
        }
        None => Rows::default(),
    };
    let high = u16::try_from(said.len())
        .unwrap_or(u16::MAX)
        .min(left.height / 3);
    let height = left.height - high;
    let below = Rect::new(
        left.x + 1,
        left.y + height,
        left.width.saturating_sub(2),
        high,
    );
    window(said, below, 0, look, sheet);
    Rect { height, ..left }
}

fn list_width(console: &Console, whole: u16) -> u16 {
    let widest = console
        .tabs
        .iter()
        .map(|tab| text::width(&console.words.say(&tab.title())));
    let widest = widest.max().unwrap_or(0) + 3;
    u16::try_from(widest)
        .unwrap_or(u16::MAX)
        .min(whole * 3 / 10)
}

/// The tabs; the first in sight, and where the cursor belongs.
fn list(console: &Console, area: Rect, sheet: &mut Sheet) -> (usize, Option<Position>) {
    if area.is_empty() {
        return (0, None);
    }
    let look = &console.look;
    let at = console
        .tabs
        .iter()
        .position(|tab| *tab == console.tab)
        .unwrap_or(0);
    let high = usize::from(area.height);
    let first = (at + 1).saturating_sub(high);
    let mut cursor = None;
    for ((nth, tab), y) in console
        .tabs
        .iter()
        .enumerate()
        .skip(first)
        .zip(area.y..area.bottom())
    {
        let here = nth == at;
        let sign = if here {
            look.glyphs.focused
        } else {
            look.glyphs.unfocused
        };
        let style = match (here, console.side) {
            (true, Side::Tabs) => look.theme.focus,
            (true, Side::Place) => look.theme.title,
            (false, _) => look.theme.base,
        };
        let room = usize::from(area.width).saturating_sub(text::width(sign));
        let words = text::fit(&console.words.say(&tab.title()), room, look.glyphs.more);
        sheet.write(
            area.x,
            y,
            Line::styled(format!("{sign}{words}"), style),
            area.width,
        );
        if here {
            let lead = u16::try_from(text::width(sign)).unwrap_or(0);
            cursor = Some(Position::new(area.x + lead.min(area.width - 1), y));
        }
    }
    (first, cursor)
}

/// The place below its title; where it is, and where its cursor belongs.
fn content(console: &Console, area: Rect, sheet: &mut Sheet) -> (Rect, Option<Position>) {
    let Some(top) = console.stack.last().filter(|_| !area.is_empty()) else {
        return (Rect::ZERO, None);
    };
    let look = &console.look;
    let title = text::fit(
        &console.words.say(&top.place.title()),
        usize::from(area.width),
        look.glyphs.more,
    );
    sheet.write(
        area.x,
        area.y,
        Line::styled(title, look.theme.title),
        area.width,
    );
    let taken = if area.height >= TALL { 2 } else { 1 };
    let height = area.height.saturating_sub(taken);
    let place = Rect::new(area.x, area.y + taken.min(area.height), area.width, height);
    if place.is_empty() {
        return (place, Some(area.as_position()));
    }
    let with = Drawing {
        say: &console.words,
        look,
        focused: console.side == Side::Place && console.overlay.is_none(),
    };
    let cursor = top.place.draw(place, sheet, with);
    (place, cursor.or(Some(area.as_position())))
}

/// What stands before the place, over the lower part of the body.
fn before(console: &Console, overlay: &Overlay, body: Rect, sheet: &mut Sheet) -> Option<Position> {
    let look = &console.look;
    let say = |msg: &Msg| console.words.say(msg);
    let wide = body.width.saturating_sub(2);
    let prose = |msg: &Msg, style| Rows::prose("", &say(msg), wide, style);
    let (title, rest) = match overlay {
        Overlay::Help(help) => (Msg::new("console-help"), prose(help, look.theme.base)),
        Overlay::Languages(at) => (Msg::new("console-language"), languages(console, *at)),
        Overlay::Line(entry) => {
            let keys: Vec<&str> = console.tabs.iter().map(|tab| tab.key()).collect();
            let mut rows = field(console, "console-line", entry, wide);
            rows.append(Rows::prose("  ", &keys.join("  "), wide, look.theme.quiet));
            (Msg::new("console-go"), rows)
        }
        Overlay::Confirm(asked, entry) => {
            let mut rows = Rows::default();
            for line in &asked.lines {
                rows.append(prose(line, look.theme.base));
            }
            if let Some(word) = &asked.word {
                let wanted = Msg::new("console-type-word").text("word", word.clone());
                rows.append(prose(&wanted, look.theme.note));
                rows.append(field(console, "console-typed", entry, wide));
            } else {
                rows.append(prose(&Msg::new("console-enter-goes-on"), look.theme.note));
            }
            (asked.title.clone(), rows)
        }
        Overlay::Discard(_) => (
            Msg::new("console-discard"),
            prose(&Msg::new("console-discard-text"), look.theme.base),
        ),
    };
    let mut rows = Rows::default();
    rows.push(Line::styled(
        look.glyphs.rule.repeat(usize::from(body.width)),
        look.theme.quiet,
    ));
    rows.append(prose(&title, look.theme.title));
    rows.append(rest);
    let high = u16::try_from(rows.len())
        .unwrap_or(u16::MAX)
        .min(body.height);
    let area = Rect::new(body.x, body.bottom() - high, body.width, high);
    sheet.cover(area, look.theme.base);
    let inner = Rect {
        x: area.x + 1,
        width: wide,
        ..area
    };
    let shown = window(rows, inner, 0, look, sheet);
    shown.cursor.or(Some(inner.as_position()))
}

fn field(console: &Console, label: &'static str, entry: &Entry, room: u16) -> Rows {
    let field = Field {
        label: Msg::new(label),
        value: entry.text(),
        cursor: entry.cursor(),
        secret: false,
        revealed: false,
    };
    FieldView {
        field: &field,
        focused: true,
    }
    .rows(&console.words, &console.look, room)
}

fn languages(console: &Console, at: usize) -> Rows {
    let look = &console.look;
    let mut rows = Rows::default();
    for (nth, tag) in LANGUAGES.iter().enumerate() {
        let words = console.words.say(&Msg::new(format!("language-{tag}")));
        let here = nth == at;
        let (sign, style) = match here {
            true => (look.glyphs.focused, look.theme.focus),
            false => (look.glyphs.unfocused, look.theme.base),
        };
        let mut row = Rows::default();
        row.push(Line::styled(format!("{sign}{words}"), style));
        if here {
            row.focus(0, text::width(sign));
        }
        rows.append(row);
    }
    rows
}
