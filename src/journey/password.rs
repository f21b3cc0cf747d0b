//! A new password, typed twice, with its rules live: after the gates of a reset, and of somebody who
//! is signed in.

use std::cell::OnceCell;

use super::entry::Entry;
use super::present::{error, field};
use super::screen::{Rule, Screen};
use crate::domain::banned::Strength;
use crate::domain::msg::Msg;
use crate::domain::password::{Rules, Verdict};
use crate::domain::secret::SecretText;

/// The two fields, and what is said of them.
pub struct NewPassword {
    /// The rules.
    rules: Rules,
    /// The new password.
    pub first: Entry,
    /// The same once more.
    pub second: Entry,
    /// What was wrong with the last submission.
    pub error: Option<Msg>,
    /// Every rule as it stands, and how strong it is: as far as it can be told while typing, or as
    /// the last submission came to. Nobody asks between the keys of one frame.
    standing: OnceCell<(Vec<Verdict>, Strength)>,
}

impl NewPassword {
    /// Empty fields.
    pub fn new(rules: Rules) -> Self {
        Self {
            rules,
            first: Entry::password(),
            second: Entry::password(),
            error: None,
            standing: OnceCell::new(),
        }
    }

    /// The field with this index.
    pub fn entry(&mut self, field: usize) -> Option<&mut Entry> {
        match field {
            0 => Some(&mut self.first),
            1 => Some(&mut self.second),
            _ => None,
        }
    }

    /// What is typed is another text now; what was said about the old one no longer holds.
    pub fn edited(&mut self) {
        self.error = None;
        self.standing = OnceCell::new();
    }

    /// The product has rejected it; the rules stand like this.
    pub fn rejected(&mut self, verdicts: Vec<Verdict>) {
        let strength = self.rules.strength(&self.first.secret(), &verdicts);
        self.standing = OnceCell::from((verdicts, strength));
        self.error = Some(Msg::new("error-password-rules"));
    }

    fn standing(&self) -> &(Vec<Verdict>, Strength) {
        self.standing
            .get_or_init(|| self.rules.assess(&self.first.secret()))
    }

    /// Other rules are in force now; what the last submission came to stands.
    pub fn follow(&mut self, rules: Rules) {
        self.rules = rules;
    }

    /// Every rule as it stands.
    fn verdicts(&self) -> &[Verdict] {
        &self.standing().0
    }

    /// Whether both fields hold the same, and something.
    fn matches(&self) -> bool {
        !self.first.text().is_empty() && self.first.text() == self.second.text()
    }

    /// What is handed over; else the field to mend, and the error stands.
    pub fn submit(&mut self) -> Result<SecretText, usize> {
        let unmet = |verdict: &Verdict| verdict.met == Some(false);
        let (why, at) = if self.first.text().is_empty() {
            ("error-empty-password", 0)
        } else if self.matches() {
            // Typed alike twice it is handed over, whatever the rules said that were shown: the
            // product knows today's.
            return Ok(self.first.secret());
        } else if self.verdicts().iter().any(unmet) {
            ("error-password-rules", 0)
        } else {
            ("error-password-mismatch", 1)
        };
        self.error = Some(Msg::new(why));
        Err(at)
    }

    /// Puts the fields, the rules and the meter on a screen.
    pub fn show<'a>(&'a self, screen: &mut Screen<'a>, revealed: bool) {
        screen.notices.extend(error(self.error.as_ref()));
        screen.fields = vec![
            field("field-new-password", &self.first, true, revealed),
            field("field-confirm-password", &self.second, true, revealed),
        ];
        let rule = |verdict: &Verdict| Rule {
            text: verdict.rule.message(),
            met: verdict.met,
        };
        screen.rules = self.verdicts().iter().map(rule).collect();
        screen.strength = Some(self.standing().1);
        screen.rules.push(Rule {
            text: Msg::new("rule-confirm"),
            met: Some(self.matches()),
        });
    }
}
