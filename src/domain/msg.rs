//! A sentence for a person, named by its id in `locales`; the words are looked up at the edge.

use std::borrow::Cow;

use super::time::Timestamp;

/// A message id with the values it needs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Msg {
    /// The Fluent message id; `id.attribute` names an attribute of it.
    pub id: Cow<'static, str>,
    /// The variables of the message, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// One value of a message's variable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Arg {
    /// Text that is already cleaned for showing.
    Text(String),
    /// A whole number; plural rules see it as such.
    Number(i64),
    /// A moment, written as the language writes it, in the host's time zone.
    Time(Timestamp),
}

impl Msg {
    /// The message without variables.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: id.into(),
            args: Vec::new(),
        }
    }

    /// Whether it says this, with whatever values.
    pub fn is(&self, id: &str) -> bool {
        self.id == id
    }

    /// The same message with one more text variable.
    pub fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// The same message with one more number variable.
    pub fn number(mut self, name: &'static str, value: impl TryInto<i64>) -> Self {
        let value = value.try_into().unwrap_or(i64::MAX);
        self.args.push((name, Arg::Number(value)));
        self
    }

    /// The same message with one more moment variable.
    pub fn time(mut self, name: &'static str, value: Timestamp) -> Self {
        self.args.push((name, Arg::Time(value)));
        self
    }
}
