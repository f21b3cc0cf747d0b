//! What is typed into one field: edited by grapheme, bounded, wiped when dropped.

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroize;

use super::input::Edit;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::text::is_showable;

/// The text of one field. It never grows beyond the room it was given at the start, so that no copy
/// of a secret stays behind in memory that was given back.
pub struct Entry {
    text: String,
    cursor: usize,
    /// A password: every character of it counts, but for controls.
    literal: bool,
}

impl Default for Entry {
    fn default() -> Self {
        Self {
            text: String::with_capacity(FIELD_BYTES),
            cursor: 0,
            literal: false,
        }
    }
}

/// What a password's field takes: more than any password may have, so that one that is too long is
/// told as such and never cut to fit.
const PASSWORD_BYTES: usize = 2 * FIELD_BYTES;

impl Drop for Entry {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

impl Entry {
    /// The field of a password.
    pub fn password() -> Self {
        Self {
            text: String::with_capacity(PASSWORD_BYTES),
            cursor: 0,
            literal: true,
        }
    }

    fn most(&self) -> usize {
        match self.literal {
            true => PASSWORD_BYTES,
            false => FIELD_BYTES,
        }
    }

    /// What is typed so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cursor, in graphemes from the start.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing but space is typed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A copy to hand over as a secret.
    pub fn secret(&self) -> SecretText {
        SecretText::copied(&self.text)
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.text.zeroize();
        self.text.reserve(self.most());
        self.cursor = 0;
    }

    /// Replaces everything, as a line-based front end reads it.
    pub fn fill(&mut self, text: &str) {
        self.clear();
        self.insert(text);
    }

    /// One edit. Characters that can't be shown are dropped; what no longer fits is, too.
    pub fn edit(&mut self, edit: &Edit) {
        match edit {
            Edit::Insert(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Edit::Paste(text) => self.insert(text),
            Edit::Backspace => {
                if self.cursor > 0 {
                    self.cursor -= 1;
                    self.remove_at_cursor();
                }
            }
            Edit::Delete => self.remove_at_cursor(),
            Edit::Left => self.cursor = self.cursor.saturating_sub(1),
            Edit::Right => self.cursor = (self.cursor + 1).min(self.length()),
            Edit::Home => self.cursor = 0,
            Edit::End => self.cursor = self.length(),
            Edit::Clear => self.clear(),
        }
    }

    fn length(&self) -> usize {
        self.text.graphemes(true).count()
    }

    fn offset(&self, grapheme: usize) -> usize {
        self.text
            .grapheme_indices(true)
            .nth(grapheme)
            .map_or(self.text.len(), |(offset, _)| offset)
    }

    fn insert(&mut self, text: &str) {
        let at = self.offset(self.cursor);
        let mut end = at;
        let (literal, most) = (self.literal, self.most());
        let kept = |c: &char| match literal {
            true => !c.is_control(),
            false => is_showable(*c),
        };
        for c in text.chars().filter(kept) {
            if self.text.len() + c.len_utf8() > most {
                break;
            }
            self.text.insert(end, c);
            end += c.len_utf8();
        }
        let before = self.text.get(..end).unwrap_or_default();
        self.cursor = before.graphemes(true).count();
    }

    fn remove_at_cursor(&mut self) {
        let (start, end) = (self.offset(self.cursor), self.offset(self.cursor + 1));
        if start < end {
            self.text.replace_range(start..end, "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_by_grapheme() {
        let mut entry = Entry::default();
        entry.edit(&Edit::Paste("ae\u{301}👩‍🚀z".into()));
        // The joiner is a format character and dropped; the two pictures stay apart.
        assert_eq!(entry.text(), "ae\u{301}👩🚀z");
        entry.edit(&Edit::Home);
        entry.edit(&Edit::Right);
        entry.edit(&Edit::Delete);
        assert_eq!(entry.text(), "a👩🚀z");
        entry.edit(&Edit::End);
        entry.edit(&Edit::Left);
        entry.edit(&Edit::Backspace);
        assert_eq!((entry.text(), entry.cursor()), ("a👩z", 2));
        entry.edit(&Edit::Insert('漢'));
        assert_eq!((entry.text(), entry.cursor()), ("a👩漢z", 3));
        entry.edit(&Edit::Clear);
        assert_eq!((entry.text(), entry.cursor()), ("", 0));
        for edit in [
            Edit::Backspace,
            Edit::Delete,
            Edit::Left,
            Edit::Right,
            Edit::End,
        ] {
            entry.edit(&edit);
        }
        assert_eq!(entry.text(), "");
    }

    #[test]
    fn a_password_keeps_every_character_and_is_never_cut_to_fit() {
        let mut entry = Entry::password();
        let typed = "👩\u{200d}🚀\u{202e}\u{e000}\u{0}x";
        entry.edit(&Edit::Paste(typed.into()));
        assert_eq!(
            entry.text(),
            "👩\u{200d}🚀\u{202e}\u{e000}x",
            "controls alone are dropped"
        );
        entry.fill(&"😀".repeat(300));
        assert_eq!(
            entry.text().chars().count(),
            300,
            "more than a password may have"
        );
    }

    #[test]
    fn a_paste_is_literal_bounded_and_clean() {
        let mut entry = Entry::default();
        entry.edit(&Edit::Paste("a\r\n\u{1b}[31mb\u{202e}c\0".into()));
        assert_eq!(entry.text(), "a[31mbc");
        let capacity = entry.text.capacity();
        entry.edit(&Edit::Paste("é".repeat(1 << 20)));
        assert!(entry.text().len() <= FIELD_BYTES);
        assert_eq!(entry.text.capacity(), capacity, "it was not moved");
    }
}
