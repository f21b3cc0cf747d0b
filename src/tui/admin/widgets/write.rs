//! Several lines of text to write in: one entry a line.

use crate::journey::entry::Entry;
use crate::journey::input::Edit;
use crate::tui::keymap::{self, Command};

/// What is written, and where the cursor is.
pub struct Lines {
    lines: Vec<Entry>,
    at: usize,
    most: usize,
}

impl Lines {
    /// Text to change, of at most so many lines.
    pub fn new(text: &str, most: usize) -> Self {
        let mut lines: Vec<Entry> = text.lines().take(most.max(1)).map(entry).collect();
        if lines.is_empty() {
            lines.push(Entry::default());
        }
        Self {
            lines,
            at: 0,
            most: most.max(1),
        }
    }

    /// The text.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(Entry::text).collect();
        lines.join("\n").trim_end_matches('\n').to_owned()
    }

    /// The lines, and which of them has the cursor.
    pub fn lines(&self) -> (&[Entry], usize) {
        (&self.lines, self.at)
    }

    /// A key; whether it was for the text. Up in the first line and down in the last are not.
    pub fn key(&mut self, command: Command) -> bool {
        match command {
            Command::Enter if self.lines.len() < self.most => {
                self.at += 1;
                self.lines.insert(self.at, Entry::default());
            }
            Command::Previous if self.at > 0 => self.at -= 1,
            Command::Next if self.at + 1 < self.lines.len() => self.at += 1,
            Command::Backspace if self.at > 0 && self.is_empty() => {
                self.lines.remove(self.at);
                self.at -= 1;
            }
            command => {
                let (Some(edit), Some(line)) = (keymap::edit(command), self.lines.get_mut(self.at))
                else {
                    return command == Command::Enter;
                };
                line.edit(&edit);
            }
        }
        true
    }

    /// Pasted text; its lines are lines here.
    pub fn paste(&mut self, text: &str) {
        for (nth, part) in text.lines().enumerate() {
            if nth > 0 && self.lines.len() >= self.most {
                return;
            }
            if nth > 0 {
                self.key(Command::Enter);
            }
            if let Some(line) = self.lines.get_mut(self.at) {
                line.edit(&Edit::Paste(part.to_owned()));
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.lines
            .get(self.at)
            .is_some_and(|line| line.text().is_empty())
    }
}

fn entry(text: &str) -> Entry {
    let mut entry = Entry::default();
    entry.fill(text);
    entry
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_added_joined_and_bounded() {
        let mut lines = Lines::new("one\ntwo", 3);
        assert!(!lines.key(Command::Previous), "above the first");
        assert!(lines.key(Command::Next));
        assert!(lines.key(Command::Enter));
        assert!(lines.key(Command::Type('x')));
        assert_eq!(lines.text(), "one\ntwo\nx");
        assert!(
            lines.key(Command::Enter),
            "there is no fourth, and nothing else happens"
        );
        assert_eq!(lines.text(), "one\ntwo\nx");
        assert!(lines.key(Command::Backspace));
        assert!(lines.key(Command::Backspace));
        assert_eq!(lines.text(), "one\ntwo");
        lines.paste("3\n4\n5");
        assert_eq!(
            lines.text(),
            "one\ntwo3\n4",
            "what finds no line is left out"
        );
    }
}
