//! The rules for a new password (product, section 8), all judged in one pass.

use super::banned::{self, Appraisal, Strength, Words};
use super::msg::Msg;
use super::policy::PasswordPolicy;
use super::secret::SecretText;
use super::text;

/// The shortest part of a name that may not stand in a password, in characters.
const PART: usize = 4;

/// How many code points are looked at for banned words. A password that is accepted has at most 256
/// when it is composed; typed apart it can have some more.
const LOOKED_AT: usize = 1024;

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
    /// Five points or more: not made of common and banned words with a little around them.
    Banned,
    /// Not in the filter of passwords that a breach has made known.
    Breached,
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
    /// Whether there is a filter of passwords known from breaches.
    pub filtered: bool,
    /// The organisation's banned words; the names, too, so that they count no more in disguise.
    words: Words,
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
        let own = policy.banned.iter().chain(&parts).map(String::as_str);
        let words = Words::new(own);
        Self {
            policy,
            parts,
            filtered: false,
            words,
        }
    }

    /// The points and the strength of what is typed so far.
    pub fn appraise(&self, password: &SecretText) -> Appraisal {
        // Longer than any that is accepted, only its beginning is looked at.
        let most = password.expose().char_indices().nth(LOOKED_AT);
        let end = most.map_or(password.expose().len(), |(at, _)| at);
        let beginning = password.expose().get(..end).unwrap_or_default();
        banned::appraise(beginning, &[&self.words, banned::shipped()])
    }

    /// How strong a password of these verdicts is. One that a breach has made known is weak, however
    /// it is made.
    pub fn strength(&self, password: &SecretText, verdicts: &[Verdict]) -> Strength {
        let known = Verdict {
            rule: Rule::Breached,
            met: Some(false),
        };
        match verdicts.contains(&known) {
            true => Strength::TooWeak,
            false => self.appraise(password).strength(),
        }
    }

    /// Judges what is typed so far, and tells its strength.
    pub fn assess(&self, password: &SecretText) -> (Vec<Verdict>, Strength) {
        let appraisal = self.appraise(password);
        (
            self.judge_appraised(password, appraisal),
            appraisal.strength(),
        )
    }

    /// Judges what is typed so far.
    pub fn judge(&self, password: &SecretText) -> Vec<Verdict> {
        self.judge_appraised(password, self.appraise(password))
    }

    /// Lengths count code points after NFKC (NIST SP 800-63B-4 §3.1.1.2), which is also what is
    /// hashed.
    fn judge_appraised(&self, password: &SecretText, points: Appraisal) -> Vec<Verdict> {
        let normal = SecretText::new(text::nfkc(password.expose()));
        let length = normal.expose().chars().count();
        // Some characters become many, which makes what was typed no longer.
        let typed = length.min(password.expose().chars().count());
        let folded = SecretText::new(text::canonical(normal.expose()));
        let verdict = |rule, met| Verdict { rule, met };
        let policy = &self.policy;
        let mut all = vec![verdict(
            Rule::MinLength(policy.min_length),
            Some(typed >= policy.min_length),
        )];
        // What is composed of more bytes than that was typed in more characters, too.
        if length > policy.max_length || password.expose().len() > 4 * policy.max_length {
            all.push(verdict(Rule::MaxLength(policy.max_length), Some(false)));
        }
        if policy.classes {
            all.push(verdict(Rule::Classes, Some(classes(normal.expose()) >= 3)));
        }
        let personal = self.parts.iter().any(|part| folded.expose().contains(part));
        all.push(verdict(Rule::Personal, Some(length > 0 && !personal)));
        all.push(verdict(Rule::Banned, Some(points.is_enough())));
        if self.filtered {
            all.push(verdict(Rule::Breached, None));
        }
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
    /// The word for it in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::MinLength(_) => "min_length",
            Self::MaxLength(_) => "max_length",
            Self::Classes => "classes",
            Self::Personal => "personal",
            Self::Banned => "banned",
            Self::Breached => "breached",
            Self::History(_) => "history",
        }
    }

    /// What a password must do, in English, for the command line.
    pub fn english(self) -> String {
        match self {
            Self::MinLength(least) => format!("have at least {least} characters"),
            Self::MaxLength(most) => format!("have at most {most} characters"),
            Self::Classes => {
                "have three of lower case, upper case, digits and other characters".to_owned()
            }
            Self::Personal => "not contain a name of the person or the organisation".to_owned(),
            Self::Banned => format!(
                "not be made of common or banned words (each counts one point, so does each other \
                 character; {} are needed)",
                banned::ENOUGH
            ),
            Self::Breached => "not be known from a data breach".to_owned(),
            Self::History(_) => "not be one of the last passwords".to_owned(),
        }
    }

    /// The rule as a sentence.
    pub fn message(self) -> Msg {
        match self {
            Self::MinLength(least) => Msg::new("rule-min-length").number("count", least as u64),
            Self::MaxLength(most) => Msg::new("rule-max-length").number("count", most as u64),
            Self::Classes => Msg::new("rule-classes"),
            Self::Personal => Msg::new("rule-personal"),
            Self::Banned => Msg::new("rule-banned"),
            Self::Breached => Msg::new("rule-breached"),
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
            classes,
            ..PasswordPolicy::default()
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

    /// So many code points that are no word.
    fn varied(count: usize) -> String {
        "kqzjwpbvmhgtfy".chars().cycle().take(count).collect()
    }

    #[test]
    fn length_counts_code_points() {
        let rules = rules(12, false);
        assert!(!accepts(&rules, "elevenchars"));
        assert!(accepts(&rules, "twelve chars"));
        assert!(accepts(&rules, "パスワードは十二文字以上です"));
        assert!(!accepts(&rules, &varied(257)));
        assert!(accepts(&rules, &varied(256)));
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
        assert!(accepts(&rules, "Lower1x7q"));
    }

    fn unmet(rules: &Rules, password: &str) -> Vec<Rule> {
        let verdicts = rules.judge(&SecretText::copied(password)).into_iter();
        verdicts
            .filter(|verdict| verdict.met == Some(false))
            .map(|verdict| verdict.rule)
            .collect()
    }

    #[test]
    fn a_name_in_disguise_counts_one_point() {
        let rules = rules(8, false);
        assert_eq!(unmet(&rules, "$t33l3-c0nt050"), [Rule::Banned]);
        assert_eq!(unmet(&rules, "$t33l3-c0nt050-fyx"), []);
        assert_eq!(
            unmet(&rules, "Steele2026"),
            [Rule::Personal, Rule::Banned],
            "all failures at once"
        );
    }

    #[test]
    fn the_filter_is_a_rule_only_where_there_is_one() {
        let mut rules = rules(8, false);
        let asks = |rules: &Rules| {
            let verdicts = rules.judge(&SecretText::copied("a purple bicycle"));
            verdicts
                .iter()
                .any(|v| (v.rule, v.met) == (Rule::Breached, None))
        };
        assert!(!asks(&rules));
        rules.filtered = true;
        assert!(asks(&rules));
    }

    #[test]
    fn passwords_nobody_should_type_are_judged_too() {
        let rules = rules(12, false);
        for (odd, accepted) in [
            ("".to_owned(), false),
            ("a".to_owned(), false),
            (varied(255), true),
            (varied(1 << 20), false),
            ("\u{0}".repeat(256), false),
            ("e\u{301}\u{302}\u{303}".repeat(200), false),
            ("\u{301}".repeat(64), false),
            (
                "👩\u{200d}👩\u{200d}👧🏽🇩🇪1\u{fe0f}\u{20e3}🦊🌙🍋".to_owned(),
                true,
            ),
            ("ﷺ".to_owned(), false),
            ("שמש גדולה מעל העיר".to_owned(), true),
            ("\u{202e}drowssap".to_owned(), false),
        ] {
            assert_eq!(accepts(&rules, &odd), accepted, "{} bytes", odd.len());
        }
    }
}
