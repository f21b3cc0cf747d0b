//! What stands before the place and has the keys: help, languages, the command line, questions.

use super::place::Confirm;
use super::tab::Tab;
use crate::domain::language::LANGUAGES;
use crate::domain::msg::Msg;
use crate::journey::entry::Entry;
use crate::journey::input::Edit;
use crate::tui::keymap::{self, Command};

/// Where one goes when what is in sight is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// Back from a page.
    Page,
    /// To a tab.
    Tab(Tab),
    /// Out of the console.
    Console,
}

/// Something before the place.
pub enum Overlay {
    /// Help of the place.
    Help(Msg),
    /// The list of languages.
    Languages(usize),
    /// What is typed after `:`.
    Line(Entry),
    /// A question, and what is typed for it.
    Confirm(Confirm, Entry),
    /// Whether changes are given up.
    Discard(Left),
}

/// What comes of a key.
pub enum Next {
    /// It stays.
    Stay,
    /// It goes.
    Close,
    /// This language is chosen.
    Language(&'static str),
    /// Changes are given up.
    Left(Left),
    /// A place was named.
    Go(String),
    /// The question was answered with yes.
    Confirmed,
}

impl Overlay {
    /// The list of languages, with the one in use focused.
    pub fn languages(tag: &str) -> Self {
        Self::Languages(
            LANGUAGES
                .iter()
                .position(|known| *known == tag)
                .unwrap_or(0),
        )
    }

    /// An empty command line.
    pub fn line() -> Self {
        Self::Line(Entry::default())
    }

    /// A question.
    pub fn confirm(asked: Confirm) -> Self {
        Self::Confirm(asked, Entry::default())
    }

    /// A key.
    pub fn key(&mut self, command: Command) -> Next {
        if matches!(command, Command::Back | Command::Cancel) {
            return Next::Close;
        }
        match self {
            Self::Help(_) => match command {
                Command::Enter | Command::Help | Command::Type(_) => Next::Close,
                _ => Next::Stay,
            },
            Self::Languages(at) => {
                let last = LANGUAGES.len().saturating_sub(1);
                match command {
                    Command::Next => *at = (*at + 1).min(last),
                    Command::Previous => *at = at.saturating_sub(1),
                    Command::Enter => {
                        return LANGUAGES
                            .get(*at)
                            .map_or(Next::Close, |tag| Next::Language(tag));
                    }
                    _ => {}
                }
                Next::Stay
            }
            Self::Line(entry) => match command {
                Command::Enter => Next::Go(entry.text().to_owned()),
                _ => typed(entry, command),
            },
            Self::Confirm(asked, entry) => match (command, &asked.word) {
                (Command::Enter, None) => Next::Confirmed,
                (Command::Enter, Some(word)) if entry.text().trim() == word => Next::Confirmed,
                (_, Some(_)) => typed(entry, command),
                _ => Next::Stay,
            },
            Self::Discard(left) => match command {
                Command::Enter => Next::Left(*left),
                _ => Next::Stay,
            },
        }
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) -> Next {
        if let Self::Line(entry) | Self::Confirm(_, entry) = self {
            entry.edit(&Edit::Paste(text.to_owned()));
        }
        Next::Stay
    }
}

fn typed(entry: &mut Entry, command: Command) -> Next {
    if let Some(edit) = keymap::edit(command) {
        entry.edit(&edit);
    }
    Next::Stay
}
