//! A setting as a field of a form, and back.

use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::domain::setting::{Kind, Setting, SettingError, Value};
use crate::service::policy::save::Edit;
use crate::tui::admin::widgets::form::{Input, Item};
use crate::tui::admin::widgets::write::Lines;

use super::words;

/// The most lines of a text of several.
const LINES: usize = 12;

/// How many entries of a list are named in the form.
const NAMED: usize = 3;

/// A setting on a form.
pub struct Field {
    /// The key.
    pub key: String,
    /// Its row.
    pub setting: &'static Setting,
    /// The value in force when it was last looked at.
    pub seen: Value,
    /// Another value, chosen on a page of its own.
    pub picked: Option<Value>,
}

impl Field {
    /// A setting with the value in force.
    pub const fn new(key: String, setting: &'static Setting, seen: Value) -> Self {
        Self {
            key,
            setting,
            seen,
            picked: None,
        }
    }

    /// Whether its value is chosen on a page of its own.
    pub const fn is_listed(&self) -> bool {
        matches!(self.setting.kind, Kind::List(..) | Kind::Groups)
    }

    /// The list as it stands, saved or not.
    pub fn list(&self) -> Vec<String> {
        match self.picked.as_ref().unwrap_or(&self.seen) {
            Value::List(list) => list.clone(),
            _ => Vec::new(),
        }
    }

    /// The field of a form.
    pub fn item(&self, may_change: bool) -> Item {
        let message = self.setting.message();
        let note = Msg::new(format!("{message}.advice"));
        let fixed = !may_change || self.is_listed();
        Item::new(self.key.clone(), Msg::new(message), self.input(&self.seen))
            .note(note)
            .fixed(fixed)
    }

    /// What a field holds for a value.
    pub fn input(&self, value: &Value) -> Input {
        let setting = self.setting;
        let text = value.stored();
        let choice = |words: &[&str]| {
            let option = |word: &&str| ((*word).to_owned(), words::option(setting, word));
            Input::choice(words.iter().map(option).collect(), &text)
        };
        let set = |words: &[&str]| {
            let on = |word: &str| text.lines().any(|line| line == word);
            let option = |word: &&str| {
                let name = words::option(setting, word);
                ((*word).to_owned(), name, on(word))
            };
            Input::Set(words.iter().map(option).collect(), 0)
        };
        match setting.kind {
            Kind::Flag => Input::Flag(text == "on"),
            Kind::Choice(words) => choice(words),
            Kind::Set(words) => set(words),
            Kind::Languages => set(&LANGUAGES),
            Kind::Language => choice(&LANGUAGES),
            Kind::Lines(_) => {
                // What is longer by now stays whole.
                let most = LINES.max(text.lines().count());
                Input::Lines(Lines::new(&text, most))
            }
            Kind::Art(_, rows) => Input::Lines(Lines::new(&text, rows)),
            Kind::List(..) | Kind::Groups => Input::text(&summary(value)),
            Kind::Line(_) | Kind::Number(..) => Input::text(&text),
        }
    }

    /// What the field has come to, where it is another value than was seen.
    pub fn edit(&self, item: &Item) -> Result<Option<Edit>, SettingError> {
        let value = match self.setting.kind {
            _ if self.is_listed() => match &self.picked {
                Some(picked) => picked.clone(),
                None => return Ok(None),
            },
            _ if !item.changed() => return Ok(None),
            Kind::Set(_) | Kind::Languages => {
                self.setting.check(&self.key, Value::List(item.list()))?
            }
            _ => self.setting.parse(&self.key, &item.text())?,
        };
        let edit = Edit {
            key: self.key.clone(),
            seen: self.seen.clone(),
            value,
        };
        Ok((edit.value != edit.seen).then_some(edit))
    }

    /// Whether something is filled in that is not in force.
    pub fn changed(&self, item: &Item) -> bool {
        match self.is_listed() {
            true => self.picked.is_some(),
            false => item.changed(),
        }
    }
}

/// The first entries of a list, and how many there are.
fn summary(value: &Value) -> String {
    let Value::List(list) = value else {
        return value.shown();
    };
    let named: Vec<&str> = list.iter().take(NAMED).map(String::as_str).collect();
    match list.len() {
        0..=NAMED => named.join(", "),
        count => format!("{}, … ({count})", named.join(", ")),
    }
}
