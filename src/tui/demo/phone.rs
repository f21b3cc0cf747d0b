//! The phone beside the kiosk: its number and authenticator codes above, messages below, the chosen
//! one open.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::domain::msg::Msg;
use crate::tui::Say;
use crate::tui::theme::Look;
use crate::tui::widgets::{Rows, text, window};

/// Rows of the list of mails in sight.
const LIST: usize = 3;

/// One authenticator and its code of the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthenticatorCode {
    /// What the authenticator calls it.
    pub name: String,
    /// The code, digits alone.
    pub code: String,
    /// How long it counts.
    pub seconds_left: u8,
}

/// One mail or text message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneMail {
    /// Who sent it.
    pub from: String,
    /// Its subject; a text message has none.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// Whether nobody opened it yet.
    pub unread: bool,
    /// What can be answered to it, if anything.
    pub asks: Option<Asks>,
}

/// Something that is to be answered with a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// Which one: whoever asked knows it by this.
    pub id: u64,
    /// Each key with what it says.
    pub keys: Vec<(char, String)>,
    /// What was answered, once it was.
    pub answered: Option<char>,
}

/// A call to the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneCall {
    /// What is said.
    pub text: String,
    /// Whether it was answered; before that nothing is said.
    pub is_answered: bool,
}

/// What is on the phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    /// Its own number, as people write it.
    pub number: String,
    /// The call that rings or goes on.
    pub call: Option<PhoneCall>,
    /// The authenticator codes.
    pub codes: Vec<AuthenticatorCode>,
    /// The messages, newest first.
    pub messages: Vec<PhoneMail>,
    /// Which message is open.
    pub selected: usize,
    /// How far its text is scrolled, in rows.
    pub scroll: u16,
    /// Whether the keys go to the phone.
    pub focused: bool,
    /// What was answered and not yet taken to who asked.
    pub answers: Vec<(u64, char)>,
}

impl Phone {
    /// Adds a message on top and opens it.
    pub fn receive(&mut self, mail: PhoneMail) {
        self.messages.insert(0, mail);
        self.selected = 0;
        self.scroll = 0;
    }

    /// Takes a key: F6 always; while it has the focus, all but those with Ctrl and the function keys.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        if key.kind == KeyEventKind::Release {
            return false;
        }
        match key.code {
            KeyCode::F(6) => self.focused = !self.focused,
            _ if !self.focused => return false,
            KeyCode::F(_) => return false,
            _ if key.modifiers.contains(KeyModifiers::CONTROL) => return false,
            KeyCode::Up => self.select(self.selected.saturating_sub(1)),
            KeyCode::Down => self.select(self.selected.saturating_add(1)),
            KeyCode::PageUp => self.scroll = self.scroll.saturating_sub(5),
            KeyCode::PageDown => self.scroll = self.scroll.saturating_add(5),
            KeyCode::Esc | KeyCode::Tab => self.focused = false,
            KeyCode::Char(key) => self.answer(key),
            _ => {}
        }
        true
    }

    /// Answers the open message, once, if this is one of its keys.
    fn answer(&mut self, key: char) {
        let open = self.messages.get_mut(self.selected);
        let Some(asks) = open.and_then(|mail| mail.asks.as_mut()) else {
            return;
        };
        let key = key.to_ascii_lowercase();
        if asks.answered.is_none() && asks.keys.iter().any(|(known, _)| *known == key) {
            asks.answered = Some(key);
            self.answers.push((asks.id, key));
        }
    }

    fn select(&mut self, at: usize) {
        self.selected = at.min(self.messages.len().saturating_sub(1));
        self.scroll = 0;
        if let Some(mail) = self.messages.get_mut(self.selected) {
            mail.unread = false;
        }
    }
}

/// The phone, drawn.
pub struct PhoneView<'a> {
    /// What is on it; drawing brings its scroll back to where there is text.
    pub phone: &'a mut Phone,
    /// The words.
    pub say: &'a dyn Say,
    /// Colours and signs.
    pub look: &'a Look,
}

impl PhoneView<'_> {
    /// Draws the phone; safe at any size. The cursor, while it has the focus, is on the open message.
    pub fn render(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(*buf.area());
        if area.is_empty() {
            return None;
        }
        let (look, theme) = (self.look, &self.look.theme);
        buf.set_style(area, theme.base);
        for y in area.top()..area.bottom() {
            buf.set_stringn(area.x, y, look.glyphs.wall, 1, theme.quiet);
        }
        let side = if area.width > 8 { 2 } else { 1 };
        let inner = Rect::new(
            area.x + side.min(area.width),
            area.y,
            area.width.saturating_sub(side),
            area.height,
        );
        let (head, list_at) = self.head(inner.width);
        let above = u16::try_from(head.len()).unwrap_or(0);
        // The open message has at least half of a low window.
        let above = above.min(
            inner
                .height
                .div_ceil(2)
                .max(inner.height.saturating_sub(12)),
        );
        let top = Rect {
            height: above,
            ..inner
        };
        let shown = window(head, top, 0, look, buf);
        let below = Rect::new(inner.x, inner.y + above, inner.width, inner.height - above);
        let text = self.message(below.width);
        let opened = window(
            text,
            below,
            isize::try_from(self.phone.scroll).unwrap_or(0),
            look,
            buf,
        );
        self.phone.scroll = u16::try_from(opened.scroll).unwrap_or(0);
        let on_list = list_at.and(shown.cursor);
        let start = Position::new(area.x, area.y);
        self.phone.focused.then(|| on_list.unwrap_or(start))
    }

    fn words(&self, id: &'static str) -> String {
        self.say.say(&Msg::new(id))
    }

    /// Title, codes and the list, and the row of the open message in it.
    fn head(&self, wide: u16) -> (Rows, Option<usize>) {
        let (phone, theme) = (&*self.phone, &self.look.theme);
        let mut rows = Rows::default();
        let (title, style) = if phone.focused {
            (self.words("phone-title-focused"), theme.focus)
        } else {
            (self.words("phone-title"), theme.title)
        };
        rows.append(Rows::prose("", &title, wide, style));
        if !phone.number.is_empty() {
            let number = Msg::new("phone-number").text("number", &phone.number);
            rows.append(Rows::prose("", &self.say.say(&number), wide, theme.quiet));
        }
        if let Some(call) = &phone.call {
            let doing = match call.is_answered {
                true => "phone-call-talks",
                false => "phone-call-rings",
            };
            rows.append(Rows::prose("", &self.words(doing), wide, theme.note));
            if call.is_answered {
                let said = text::clean(&call.text);
                rows.append(Rows::prose("", &said, wide, theme.base));
            }
        }
        if !phone.codes.is_empty() {
            rows.append(Rows::prose(
                "",
                &self.words("phone-codes"),
                wide,
                theme.organisation,
            ));
        }
        for code in &phone.codes {
            let left = Msg::new("phone-seconds-left").number("seconds", code.seconds_left);
            let digits = format!("{}  {}", grouped(&code.code), self.say.say(&left));
            let room = usize::from(wide).saturating_sub(text::width(&digits) + 2);
            if room >= 6 {
                let name = text::fit(&code.name, room, self.look.glyphs.more);
                let line = format!("{name}  {digits}");
                rows.append(Rows::prose("", &line, wide, theme.base));
            } else {
                rows.append(Rows::prose("", &code.name, wide, theme.base));
                rows.append(Rows::prose("", &digits, wide, theme.base));
            }
        }
        let unread = phone.messages.iter().filter(|m| m.unread).count();
        let heading =
            Msg::new("phone-messages").number("unread", i64::try_from(unread).unwrap_or(0));
        rows.append(Rows::prose(
            "",
            &self.say.say(&heading),
            wide,
            theme.organisation,
        ));
        let list_at = self.list(wide, &mut rows);
        rows.push(Line::styled(
            self.look.glyphs.rule.repeat(usize::from(wide)),
            theme.quiet,
        ));
        (rows, list_at)
    }

    /// A few messages around the open one.
    fn list(&self, wide: u16, rows: &mut Rows) -> Option<usize> {
        let (phone, glyphs, theme) = (&*self.phone, &self.look.glyphs, &self.look.theme);
        let first = (phone.selected + 2)
            .saturating_sub(LIST)
            .min(phone.messages.len().saturating_sub(LIST));
        let mut found = None;
        for (at, mail) in phone.messages.iter().enumerate().skip(first).take(LIST) {
            let open = at == phone.selected;
            let sign = if open {
                glyphs.focused
            } else {
                glyphs.unfocused
            };
            let title = if mail.subject.is_empty() {
                &mail.text
            } else {
                &mail.subject
            };
            let mark = if mail.unread {
                self.words("phone-unread")
            } else {
                String::new()
            };
            let room = usize::from(wide).saturating_sub(text::width(sign) + text::width(&mark) + 1);
            let title = text::fit(title, room, glyphs.more);
            let gap = room.saturating_sub(text::width(&title)) + 1;
            let words = if mark.is_empty() {
                format!("{sign}{title}")
            } else {
                format!("{sign}{title}{}{mark}", " ".repeat(gap))
            };
            let style = if open && phone.focused {
                theme.focus
            } else {
                theme.base
            };
            let mut row = Rows::default();
            row.push(Line::styled(
                text::fit(&words, usize::from(wide), glyphs.more),
                style,
            ));
            if open {
                row.focus(0, 0);
                found = Some(rows.len());
            }
            rows.append(row);
        }
        found
    }

    /// The open message, wrapped.
    fn message(&self, wide: u16) -> Rows {
        let theme = &self.look.theme;
        let Some(mail) = self.phone.messages.get(self.phone.selected) else {
            return Rows::prose("", &self.words("phone-empty"), wide, theme.quiet);
        };
        let mut rows = Rows::default();
        let mut part = |words: &str, style: Style| {
            if !words.is_empty() {
                rows.append(Rows::prose("", words, wide, style));
            }
        };
        let from = Msg::new("phone-from").text("from", text::clean(&mail.from));
        part(&self.say.say(&from), theme.quiet);
        part(&mail.subject, theme.organisation);
        part(&mail.text, theme.base);
        if let Some(asks) = &mail.asks {
            // A row of space, then a row for each key; once answered, for the one that was.
            part(" ", theme.base);
            let stands = |key: &char| asks.answered.is_none_or(|answered| answered == *key);
            for (key, label) in asks.keys.iter().filter(|(key, _)| stands(key)) {
                let words = format!("[{}] {}", key.to_uppercase(), text::clean(label));
                part(&words, theme.organisation);
            }
            let answered = asks.answered.map(|_| self.words("phone-answered"));
            part(&answered.unwrap_or_default(), theme.quiet);
        }
        rows
    }
}

/// A code in two halves, as authenticators show it.
fn grouped(code: &str) -> String {
    let half = code.chars().count().div_ceil(2);
    let (first, second): (String, String) = (
        code.chars().take(half).collect(),
        code.chars().skip(half).collect(),
    );
    format!("{first} {second}")
}

#[cfg(test)]
mod tests;
