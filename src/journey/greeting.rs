//! What the organisation says of itself: its name and colour, the languages it offers, and the one
//! a visit begins in.

use super::request::Greeting;
use super::visit::Visit;
use crate::domain::accent::Accent;
use crate::domain::language::LANGUAGES;
use crate::domain::policy::Policy;

impl Greeting {
    /// What a policy makes of it, at a terminal that is remote or not.
    pub fn of(policy: &Policy, remote: bool) -> Self {
        Self {
            organisation: policy.organisation.clone(),
            logo: policy.logo.clone(),
            accent: policy.accent,
            text: policy.sign_in_text.clone(),
            languages: match policy.languages.is_empty() {
                true => LANGUAGES.map(str::to_owned).to_vec(),
                false => policy.languages.clone(),
            },
            default_language: policy.default_language.clone(),
            check: policy.captcha.asks(remote),
        }
    }
}

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

    /// Takes what the organisation says now. A language that nobody chose follows the one a visit
    /// begins in, one that is no longer offered is left, and the list of them, which may be open,
    /// keeps its cursor within.
    pub(super) fn greet(&mut self, greeting: Greeting) {
        let chosen = self.language != self.home();
        self.greeting = greeting;
        if !chosen || !self.offers(&self.language) {
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
    use std::time::Duration;

    use super::*;
    use crate::journey::input::Input;
    use crate::journey::request::Ticket;
    use crate::journey::{Limits, Reply};

    fn offering(languages: &[&str], default_language: &str) -> Greeting {
        Greeting {
            languages: languages.iter().map(|&tag| tag.to_owned()).collect(),
            default_language: default_language.into(),
            ..Greeting::default()
        }
    }

    fn greeted(visit: &mut Visit, number: u64, greeting: Greeting) {
        let reply = Ticket {
            visit: number,
            of: Reply::Greeting(greeting),
        };
        visit.reply(reply, Duration::ZERO);
    }

    fn wishing(language: &str) -> Visit {
        Visit::new(Limits {
            idle: Duration::from_secs(90),
            scale: 1.0,
            language: language.into(),
            once: false,
            leave: false,
            drawn: true,
        })
    }

    #[test]
    fn a_visit_begins_in_the_hosts_language_where_it_is_offered() {
        for (offered, default, begins) in [
            (&["en", "de", "fr"][..], "en", "de"),
            (&["en", "fr"], "fr", "fr"),
            (&[], "en", "de"),
        ] {
            let mut visit = wishing("de");
            greeted(&mut visit, 0, offering(offered, default));
            assert_eq!(visit.language(), begins, "{offered:?}");
        }
    }

    #[test]
    fn the_next_greeting_brings_what_is_set_meanwhile() {
        let mut visit = wishing("de");
        greeted(&mut visit, 0, offering(&["de", "fr"], "fr"));
        visit.input(Input::Language, Duration::ZERO);
        visit.input(Input::Choose(1), Duration::ZERO);
        assert_eq!(visit.language(), "fr");
        visit.input(Input::Cancel, Duration::ZERO);
        assert_eq!((visit.language(), visit.accent()), ("de", None));
        let mut next = offering(&["ja"], "ja");
        next.accent = Some(Accent::Green);
        greeted(&mut visit, 1, next);
        assert_eq!(visit.language(), "ja");
        assert_eq!(visit.accent(), Some(Accent::Green));
        // What was chosen is left behind with the visit, and the first screen stays as it is.
        let (changed, asked) = visit.tick(Duration::from_secs(3600));
        assert!(!changed && asked.is_none());
    }

    #[test]
    fn the_organisations_language_changes_for_whoever_chose_none() {
        let mut visit = wishing("en");
        greeted(&mut visit, 0, offering(&["de", "ja", "fr"], "de"));
        greeted(&mut visit, 0, offering(&["de", "ja", "fr"], "ja"));
        assert_eq!(visit.language(), "ja");
        visit.input(Input::Language, Duration::ZERO);
        visit.input(Input::Choose(2), Duration::ZERO);
        greeted(&mut visit, 0, offering(&["de", "ja", "fr"], "de"));
        assert_eq!(visit.language(), "fr");
    }

    #[test]
    fn the_cursor_stays_on_a_list_that_became_shorter() {
        let mut visit = wishing("ja");
        greeted(&mut visit, 0, offering(&["en", "de", "ja"], "en"));
        visit.input(Input::Language, Duration::ZERO);
        greeted(&mut visit, 0, offering(&["en"], "en"));
        assert!(visit.screen().focus.is_some());
    }

    #[test]
    fn blank_lines_part_paragraphs_and_line_breaks_stay() {
        assert_eq!(
            paragraphs("\n\nHelp desk:\nroom 5\n \n\nCall 555\n"),
            ["Help desk:\nroom 5", "Call 555"]
        );
        assert!(paragraphs(" \n").is_empty());
    }
}
