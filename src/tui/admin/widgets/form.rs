//! A form: fields one below the other, each with its name, what it was before, and advice while it
//! has the focus.

use ratatui::text::{Line, Span};

use super::write::Lines;
use crate::domain::msg::Msg;
use crate::journey::entry::Entry;
use crate::journey::input::Edit;
use crate::journey::screen::Field;
use crate::tui::admin::place::Drawing;
use crate::tui::keymap::{self, Command};
use crate::tui::widgets::field::FieldView;
use crate::tui::widgets::{Rows, text};

/// What a person fills in.
pub enum Input {
    /// One line.
    Text(Entry),
    /// One line that is not shown.
    Secret(Entry),
    /// Several lines, or a list with one text a line.
    Lines(Lines),
    /// On or off.
    Flag(bool),
    /// One of several: the words and what they are called, and which.
    Choice(Vec<(String, Msg)>, usize),
    /// Any of several, each on or off, and which has the focus.
    Set(Vec<(String, Msg, bool)>, usize),
}

impl Input {
    /// One line with a text in it.
    pub fn text(text: &str) -> Self {
        let mut entry = Entry::default();
        entry.fill(text);
        Self::Text(entry)
    }

    /// One of several, by its word; the first where none has it.
    pub fn choice(options: Vec<(String, Msg)>, word: &str) -> Self {
        let at = options.iter().position(|(own, _)| own == word).unwrap_or(0);
        Self::Choice(options, at)
    }
}

/// A field.
pub struct Item {
    /// By what the caller knows it.
    pub key: String,
    label: Msg,
    note: Option<Msg>,
    error: Option<Msg>,
    before: String,
    fixed: bool,
    asked: bool,
    /// What is filled in.
    pub input: Input,
}

impl Item {
    /// A field with what it holds now.
    pub fn new(key: impl Into<String>, label: Msg, input: Input) -> Self {
        let mut item = Self {
            key: key.into(),
            label,
            note: None,
            error: None,
            before: String::new(),
            fixed: false,
            asked: false,
            input,
        };
        item.before = item.text();
        item
    }

    /// The same with advice that is shown while it has the focus.
    pub fn note(self, note: Msg) -> Self {
        let note = Some(note);
        Self { note, ..self }
    }

    /// The same, shown and not to be changed.
    pub fn fixed(self, fixed: bool) -> Self {
        Self { fixed, ..self }
    }

    /// The same where something is asked and nothing saved: nobody wonders what it was before.
    pub fn asked(self) -> Self {
        Self {
            asked: true,
            ..self
        }
    }

    /// What is filled in, as it would be typed: words of a set separated by commas.
    pub fn text(&self) -> String {
        match &self.input {
            Input::Text(entry) | Input::Secret(entry) => entry.text().to_owned(),
            Input::Lines(lines) => lines.text(),
            Input::Flag(on) => if *on { "on" } else { "off" }.to_owned(),
            Input::Choice(options, at) => options
                .get(*at)
                .map(|(word, _)| word.clone())
                .unwrap_or_default(),
            Input::Set(..) => self.list().join(","),
        }
    }

    /// What is filled in as a list: the lines, or the words that are on.
    pub fn list(&self) -> Vec<String> {
        match &self.input {
            Input::Set(options, _) => {
                let on = options.iter().filter(|(_, _, on)| *on);
                on.map(|(word, ..)| word.clone()).collect()
            }
            _ => {
                let text = self.text();
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.map(str::to_owned).collect()
            }
        }
    }

    /// Whether it is another than before.
    pub fn changed(&self) -> bool {
        self.text() != self.before
    }

    fn typed(&self) -> bool {
        matches!(
            self.input,
            Input::Text(_) | Input::Secret(_) | Input::Lines(_)
        ) && !self.fixed
    }

    /// A key; whether it was for this field.
    fn key(&mut self, command: Command) -> bool {
        let space = command == Command::Type(' ');
        match &mut self.input {
            Input::Set(options, at) => {
                let last = options.len().saturating_sub(1);
                match command {
                    Command::Next if *at < last => *at += 1,
                    Command::Previous if *at > 0 => *at -= 1,
                    _ if space && !self.fixed => {
                        if let Some((_, _, on)) = options.get_mut(*at) {
                            *on = !*on;
                        }
                    }
                    _ => return false,
                }
                true
            }
            _ if self.fixed => false,
            Input::Text(entry) | Input::Secret(entry) => match keymap::edit(command) {
                Some(edit) => {
                    entry.edit(&edit);
                    true
                }
                None => false,
            },
            Input::Lines(lines) => lines.key(command),
            Input::Flag(on) if space || matches!(command, Command::Left | Command::Right) => {
                *on = !*on;
                true
            }
            Input::Choice(options, at) => {
                let count = options.len().max(1);
                match command {
                    Command::Right => *at = (*at + 1) % count,
                    Command::Left => *at = (*at + count - 1) % count,
                    _ if space => *at = (*at + 1) % count,
                    _ => return false,
                }
                true
            }
            Input::Flag(_) => false,
        }
    }

    /// Where the focus stands when it comes from above or below.
    fn enter(&mut self, from_below: bool) {
        if let Input::Set(options, at) = &mut self.input {
            *at = if from_below {
                options.len().saturating_sub(1)
            } else {
                0
            };
        }
    }

    fn rows(&self, focused: bool, with: Drawing<'_>, room: u16) -> Rows {
        let look = with.look;
        let mut rows = self.value_rows(focused, with, room);
        let style = look.theme.quiet;
        if self.changed() && !self.asked && !self.before.is_empty() {
            let before = Msg::new("form-was").text("before", self.before.replace('\n', " / "));
            rows.append(Rows::prose("    ", &with.say(&before), room, style));
        }
        if let Some(error) = &self.error {
            let lead = format!("  {}", look.glyphs.error);
            rows.append(Rows::prose(&lead, &with.say(error), room, look.theme.error));
        }
        if let Some(note) = self.note.as_ref().filter(|_| focused) {
            let lead = format!("  {}", look.glyphs.note);
            rows.append(Rows::prose(&lead, &with.say(note), room, look.theme.note));
        }
        match rows.focused() {
            Some(at) => rows.focus(at.row, usize::from(at.column)),
            None if focused => rows.focus(0, 0),
            None => {}
        }
        rows
    }

    fn value_rows(&self, focused: bool, with: Drawing<'_>, room: u16) -> Rows {
        let look = with.look;
        let lead = if focused {
            look.glyphs.focused
        } else {
            look.glyphs.unfocused
        };
        let say = |msg: &Msg| with.say(msg);
        let label = || Rows::prose(lead, &say(&self.label), room, look.theme.label);
        let tick = |on: bool| {
            if on {
                look.glyphs.met
            } else {
                look.glyphs.unmet
            }
        };
        match &self.input {
            Input::Text(entry) | Input::Secret(entry) => {
                let field = Field {
                    label: self.label.clone(),
                    value: entry.text(),
                    cursor: entry.cursor(),
                    secret: matches!(self.input, Input::Secret(_)),
                    revealed: false,
                };
                FieldView {
                    field: &field,
                    focused,
                }
                .rows(with.say, look, room)
            }
            Input::Lines(lines) => {
                let mut rows = label();
                let (lines, at) = lines.lines();
                for (nth, entry) in lines.iter().enumerate() {
                    let here = focused && nth == at;
                    // Where nothing is written, the lines stand below each other as they begin.
                    let cursor = if here { entry.cursor() } else { 0 };
                    let field = Field {
                        label: Msg::new(""),
                        value: entry.text(),
                        cursor,
                        secret: false,
                        revealed: false,
                    };
                    let line = FieldView {
                        field: &field,
                        focused: here,
                    };
                    rows.append(line.line(look, room));
                }
                rows
            }
            Input::Flag(on) => {
                let style = if focused {
                    look.theme.focus
                } else {
                    look.theme.base
                };
                let lead = format!("{lead}{}", tick(*on));
                let mut rows = Rows::prose(&lead, &say(&self.label), room, style);
                if focused {
                    rows.focus(0, text::width(look.glyphs.focused) + 1);
                }
                rows
            }
            Input::Choice(options, at) => {
                let mut rows = label();
                for (nth, (_, name)) in options.iter().enumerate() {
                    let here = nth == *at;
                    let sign = if here { "    (x) " } else { "    ( ) " };
                    let style = match here && focused {
                        true => look.theme.focus,
                        false => look.theme.base,
                    };
                    let mut row = Rows::prose(sign, &say(name), room, style);
                    if here && focused {
                        row.focus(0, 5);
                    }
                    rows.append(row);
                }
                rows
            }
            Input::Set(options, at) => {
                let mut rows = label();
                for (nth, (_, name, on)) in options.iter().enumerate() {
                    let here = nth == *at && focused;
                    let style = if here {
                        look.theme.focus
                    } else {
                        look.theme.base
                    };
                    let lead = format!("    {}", tick(*on));
                    let mut row = Rows::prose(&lead, &say(name), room, style);
                    if here {
                        row.focus(0, 5);
                    }
                    rows.append(row);
                }
                rows
            }
        }
    }
}

/// The form.
#[derive(Default)]
pub struct Form {
    /// The fields.
    pub items: Vec<Item>,
    at: usize,
}

impl Form {
    /// A form of these fields.
    pub const fn new(items: Vec<Item>) -> Self {
        Self { items, at: 0 }
    }

    /// The field of a key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// What the field of a key holds; nothing where there is none.
    pub fn text(&self, key: &str) -> String {
        self.item(key).map(Item::text).unwrap_or_default()
    }

    /// The field that has the focus.
    pub fn focused(&self) -> Option<&Item> {
        self.items.get(self.at)
    }

    /// Whether any field is another than before.
    pub fn changed(&self) -> bool {
        self.items.iter().any(Item::changed)
    }

    /// Whether characters are typed into the field with the focus.
    pub fn typing(&self) -> bool {
        self.focused().is_some_and(Item::typed)
    }

    /// Puts the focus on a field, if it is there.
    pub fn focus(&mut self, key: &str) {
        if let Some(at) = self.items.iter().position(|item| item.key == key) {
            self.at = at;
        }
    }

    /// Says what is wrong with a field, and puts the focus there.
    pub fn reject(&mut self, key: &str, why: Msg) {
        if let Some(at) = self.items.iter().position(|item| item.key == key) {
            self.at = at;
            if let Some(item) = self.items.get_mut(at) {
                item.error = Some(why);
            }
        }
    }

    /// A key; whether it was for the form. Enter goes to the next field.
    pub fn key(&mut self, command: Command) -> bool {
        if let Some(item) = self.items.get_mut(self.at)
            && item.key(command)
        {
            item.error = None;
            return true;
        }
        let last = self.items.len().saturating_sub(1);
        let (to, from_below) = match command {
            Command::Next | Command::Enter => ((self.at + 1).min(last), false),
            Command::Previous => (self.at.saturating_sub(1), true),
            Command::PageUp => (0, false),
            Command::PageDown => (last, true),
            _ => return false,
        };
        if to != self.at {
            self.at = to;
            if let Some(item) = self.items.get_mut(to) {
                item.enter(from_below);
            }
        }
        true
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        match self.items.get_mut(self.at).filter(|item| item.typed()) {
            Some(Item {
                input: Input::Text(entry) | Input::Secret(entry),
                ..
            }) => entry.edit(&Edit::Paste(text.to_owned())),
            Some(Item {
                input: Input::Lines(lines),
                ..
            }) => lines.paste(text),
            _ => {}
        }
    }

    /// The rows in `room` cells.
    pub fn rows(&self, with: Drawing<'_>, room: u16) -> Rows {
        let mut rows = Rows::default();
        for (nth, item) in self.items.iter().enumerate() {
            if nth > 0 {
                rows.push(Line::from(Span::raw("")));
            }
            rows.append(item.rows(with.focused && nth == self.at, with, room));
        }
        rows
    }
}

#[cfg(test)]
mod tests;
