//! What the organisation says of itself: its name and colour, the languages it offers, and the one
//! a visit begins in.

use super::request::Greeting;
use super::visit::Visit;
use crate::domain::accent::Accent;

impl Visit {
    /// The organisation's name, once it is known.
    pub fn organisation(&self) -> &str {
        &self.greeting.organisation
    }

    /// The organisation's accent colour, if it has one.
    pub fn accent(&self) -> Option<Accent> {
        self.greeting.accent
    }

    /// The language a visit begins in: the host's, where the organisation offers it.
    pub(super) fn home(&self) -> &str {
        let wished = &self.limits.language;
        if self.offers(wished) {
            return wished;
        }
        &self.greeting.default_language
    }

    fn offers(&self, tag: &str) -> bool {
        let offered = &self.greeting.languages;
        offered.is_empty() || offered.iter().any(|known| known == tag)
    }

    /// Takes what the organisation says now. A language that is no longer offered is left, and the
    /// list of them, which may be open, keeps its cursor within.
    pub(super) fn greet(&mut self, greeting: Greeting) {
        self.greeting = greeting;
        if !self.offers(&self.language) {
            self.language = self.home().to_owned();
        }
        let last = self.targets().len().saturating_sub(1);
        self.focus = self.focus.min(last);
    }
}

/// A text as paragraphs: blank lines stand between them, other line breaks stay.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let blank = line.trim().is_empty();
        match all.last_mut() {
            _ if blank => {}
            Some(last) if open => {
                last.push('\n');
                last.push_str(line);
            }
            _ => all.push(line.to_owned()),
        }
        open = !blank;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs_and_line_breaks_stay() {
        assert_eq!(
            paragraphs("\n\nHelp desk:\nroom 5\n \n\nCall 555\n"),
            ["Help desk:\nroom 5", "Call 555"]
        );
        assert!(paragraphs(" \n").is_empty());
    }
}
