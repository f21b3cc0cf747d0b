//! The rules for a new password (product, section 8), all judged in one pass.

use super::msg::Msg;
use super::policy::PasswordPolicy;
use super::secret::SecretText;
use super::text;

/// The shortest part of a name that may not stand in a password, in characters.
const PART: usize = 4;

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// At least so many code points.
    MinLength(usize),
    /// At most so many code points.
    MaxLength(usize),
    /// Three of four: lower case, upper case, digits, others.
    Classes,
    /// No part of the person's or the organisation's name.
    Personal,
    /// Not one of the last so many passwords, the current one included.
    History(usize),
}

/// A rule and whether the password meets it; `None` where only submitting tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The rule.
    pub rule: Rule,
    /// Met, unmet, or known only at submission.
    pub met: Option<bool>,
}

/// What a password is judged by for one account.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Lengths, history, classes.
    pub policy: PasswordPolicy,
    /// Canonical parts of names that may not stand in it.
    pub parts: Vec<String>,
}

impl Rules {
    /// The rules for an account of these names (display, given, surname, UPN) in an organisation.
    pub fn new(policy: PasswordPolicy, names: &[&str], organisation: &str) -> Self {
        let mut parts: Vec<String> = Vec::new();
        for name in names {
            let local = name.split_once('@').map_or(*name, |(local, _)| local);
            parts.extend(text::words(local));
        }
        parts.extend(text::words(organisation));
        parts.retain(|part| part.chars().count() >= PART);
        parts.sort();
        parts.dedup();
        Self { policy, parts }
    }

    /// Judges what is typed so far. Lengths count code points after NFKC (NIST SP 800-63B-4
    /// §3.1.1.2), which is also what is hashed.
    pub fn judge(&self, password: &SecretText) -> Vec<Verdict> {
        let normal = SecretText::new(text::nfkc(password.expose()));
        let length = normal.expose().chars().count();
        let folded = SecretText::new(text::canonical(normal.expose()));
        let verdict = |rule, met| Verdict { rule, met };
        let policy = &self.policy;
        let mut all = vec![verdict(
            Rule::MinLength(policy.min_length),
            Some(length >= policy.min_length),
        )];
        if length > policy.max_length {
            all.push(verdict(Rule::MaxLength(policy.max_length), Some(false)));
        }
        if policy.classes {
            all.push(verdict(Rule::Classes, Some(classes(normal.expose()) >= 3)));
        }
        let personal = self.parts.iter().any(|part| folded.expose().contains(part));
        all.push(verdict(Rule::Personal, Some(length > 0 && !personal)));
        all.push(verdict(Rule::History(policy.history), None));
        all
    }

    /// Whether nothing that can be told before submitting speaks against it.
    pub fn accept(&self, password: &SecretText) -> bool {
        self.judge(password)
            .iter()
            .all(|verdict| verdict.met != Some(false))
    }
}

impl Rule {
    /// The rule as a sentence.
    pub fn message(self) -> Msg {
        match self {
            Self::MinLength(least) => Msg::new("rule-min-length").number("count", least as u64),
            Self::MaxLength(most) => Msg::new("rule-max-length").number("count", most as u64),
            Self::Classes => Msg::new("rule-classes"),
            Self::Personal => Msg::new("rule-personal"),
            Self::History(count) => Msg::new("rule-history").number("count", count as u64),
        }
    }
}

fn classes(password: &str) -> usize {
    let tests: [fn(char) -> bool; 4] = [
        char::is_lowercase,
        char::is_uppercase,
        char::is_numeric,
        |c| !c.is_alphanumeric(),
    ];
    tests
        .iter()
        .filter(|test| password.chars().any(**test))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(min_length: usize, classes: bool) -> Rules {
        let policy = PasswordPolicy {
            min_length,
            max_length: 256,
            history: 5,
            classes,
        };
        Rules::new(
            policy,
            &["Mia Steele", "mias@contoso.example"],
            "Contoso Ltd",
        )
    }

    fn accepts(rules: &Rules, password: &str) -> bool {
        rules.accept(&SecretText::copied(password))
    }

    #[test]
    fn length_counts_code_points() {
        let rules = rules(12, false);
        assert!(!accepts(&rules, "elevenchars"));
        assert!(accepts(&rules, "twelve chars"));
        assert!(accepts(&rules, "パスワードは十二文字以上です"));
        assert!(!accepts(&rules, &"x".repeat(257)));
        assert!(accepts(&rules, &"x".repeat(256)));
        assert!(!accepts(&rules, ""));
    }

    #[test]
    fn names_may_not_stand_in_it_in_any_case_or_width() {
        let rules = rules(8, false);
        for bad in [
            "x-STEELE-2026",
            "ｓｔｅｅｌｅ2026!",
            "my contoso pass",
            "mias mias mias",
        ] {
            assert!(!accepts(&rules, bad), "{bad}");
        }
        assert!(
            accepts(&rules, "mia likes foxes"),
            "three letters are no part"
        );
    }

    #[test]
    fn three_of_four_classes_for_entra() {
        let rules = rules(8, true);
        assert!(!accepts(&rules, "alllowercase"));
        assert!(!accepts(&rules, "lower and space"));
        assert!(accepts(&rules, "Lower and space"));
        assert!(accepts(&rules, "Lower123"));
    }
}
