//! Answers to security questions: one canonical form (security, line 10), how long they are, and
//! which are too easy to find out.
//!
//! A character is what a person sees as one (an extended grapheme cluster, Unicode Standard Annex
//! 29) of the answer in NFKC: a letter with its marks, a Devanagari syllable, a joined emoji count
//! one each.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use unicode_segmentation::UnicodeSegmentation as _;
use zeroize::Zeroizing;

use super::policy::Policy;
use super::question::Question;
use super::secret::{FIELD_BYTES, SecretText};
use super::text;

/// How many characters an answer has.
pub const CHARACTERS: RangeInclusive<usize> = 3..=40;

/// Words and keys that answer every question, and so none; canonical, without spaces.
const EMPTY_WORDS: [&str; 32] = [
    "yes",
    "none",
    "nothing",
    "nobody",
    "unknown",
    "idk",
    "test",
    "testing",
    "answer",
    "question",
    "secret",
    "password",
    "qwerty",
    "qwertz",
    "azerty",
    "asdf",
    "asdfgh",
    "nein",
    "keine",
    "keiner",
    "nichts",
    "niemand",
    "unbekannt",
    "antwort",
    "kennwort",
    "passwort",
    "いいえ",
    "わからない",
    "特になし",
    "ありません",
    "パスワード",
    "テスト",
];

/// An answer to a question, before it is hashed.
pub struct NewAnswer {
    /// The question.
    pub question: Question,
    /// Its words as the person may have read them, in every language that is known here.
    pub wording: String,
    /// The answer as typed.
    pub answer: SecretText,
}

/// Whose answers they are.
pub struct Owner<'a> {
    /// The principal name.
    pub upn: &'a str,
    /// Display, given and family name, mail addresses; the organisation's name.
    pub names: Vec<&'a str>,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trivial {
    /// Fewer characters than an answer has.
    #[error("is shorter than 3 characters")]
    TooShort,
    /// More characters than an answer has.
    #[error("is longer than 40 characters")]
    TooLong,
    /// One character again and again, a row of the alphabet, or a word that answers everything.
    #[error("is one that anybody would try first")]
    Guessable,
    /// Words of the question itself.
    #[error("only repeats words of its question")]
    FromQuestion,
    /// The person's own name, user ID or address.
    #[error("is the person's own name, user ID or address")]
    FromName,
}

/// Why a set of answers is not taken; never with an answer in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswersError {
    /// Too few or too many.
    #[error("`questions.to_register` asks for {wanted} questions, and there are {given}")]
    Count {
        /// How many policy asks for.
        wanted: usize,
        /// How many there are.
        given: usize,
    },
    /// No such question.
    #[error(
        "question {0} is neither a predefined one nor one of `questions.custom`; `keyhatch user methods UPN set-questions --help` lists the predefined ones"
    )]
    Unknown(usize),
    /// The same question again.
    #[error("question {0} is there twice; choose different ones")]
    QuestionTwice(usize),
    /// The same answer again.
    #[error("answer {0} is the same as an earlier one; give different answers")]
    AnswerTwice(usize),
    /// An answer that is too easy.
    #[error("answer {at} {why}; choose another answer or another question")]
    Trivial {
        /// Which, from 1.
        at: usize,
        /// Why.
        why: Trivial,
    },
}

/// What of an answer counts as characters: NFKC, space collapsed, what is not shown dropped, but
/// not the joiners, which make one character of several.
fn visible(typed: &SecretText) -> Zeroizing<String> {
    let spaced = Zeroizing::new(collapsed(typed.expose()));
    let kept = |c: &char| text::is_showable(*c) || matches!(c, '\u{200c}' | '\u{200d}');
    let kept: Zeroizing<String> = Zeroizing::new(spaced.chars().filter(kept).collect());
    let composed = Zeroizing::new(text::nfkc(&kept));
    Zeroizing::new(collapsed(&composed))
}

/// White space as single spaces between words, and none around them.
fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// How many characters a person sees in it.
pub fn characters(typed: &SecretText) -> usize {
    visible(typed).graphemes(true).count()
}

/// The form that is hashed and compared: NFKC, case-folded, inner space collapsed; joiners and
/// variation selectors, which keyboards set as they like, make no difference.
pub fn canonical(typed: &SecretText) -> SecretText {
    let visible = visible(typed);
    let selector = |c: &char| matches!(c, '\u{fe00}'..='\u{fe0f}');
    let bare: Zeroizing<String> =
        Zeroizing::new(visible.chars().filter(|c| !selector(c)).collect());
    let folded = Zeroizing::new(text::canonical(&bare));
    SecretText::new(collapsed(&folded))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || "、。・「」『』“”„‘’«»…–—".contains(c)
}

/// The words of canonical text.
fn words(canonical: &str) -> impl Iterator<Item = &str> {
    canonical
        .split(is_separator)
        .filter(|word| !word.is_empty())
}

/// Canonical text without what stands between words.
fn compact(canonical: &str) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(canonical.len()));
    words(canonical).for_each(|word| out.push_str(word));
    out
}

/// Written without spaces, so that a word is found inside a sentence only.
fn is_unspaced(word: &str) -> bool {
    word.chars()
        .all(|c| matches!(c, '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
}

/// Whether the answer is made of words of a text, and of nothing else.
fn made_of(answer: &str, source: &str) -> bool {
    let of: BTreeSet<&str> = words(source).collect();
    let mut answer = words(answer).peekable();
    answer.peek().is_some()
        && answer.all(|word| of.contains(word) || (is_unspaced(word) && source.contains(word)))
}

/// Keys that stand in a row: `123`, `cba`.
fn is_row(compact: &str) -> bool {
    let bytes = compact.as_bytes();
    let steps = |by: i16| {
        let next = |pair: &[u8]| match pair {
            [a, b] => i16::from(*b) - i16::from(*a) == by,
            _ => false,
        };
        bytes.windows(2).all(next)
    };
    bytes.iter().all(u8::is_ascii_alphanumeric) && (steps(1) || steps(-1))
}

impl NewAnswer {
    /// Whether the answer may be registered by this person.
    pub fn check(&self, owner: &Owner<'_>) -> Result<(), Trivial> {
        let length = characters(&self.answer);
        if length < *CHARACTERS.start() {
            return Err(Trivial::TooShort);
        }
        if length > *CHARACTERS.end() || self.answer.expose().len() > FIELD_BYTES {
            return Err(Trivial::TooLong);
        }
        let canonical = canonical(&self.answer);
        let compact = compact(canonical.expose());
        let different: BTreeSet<&str> = compact.graphemes(true).collect();
        if different.len() < 2 || is_row(&compact) || EMPTY_WORDS.contains(&compact.as_str()) {
            return Err(Trivial::Guessable);
        }
        if made_of(canonical.expose(), &text::canonical(&self.wording)) {
            return Err(Trivial::FromQuestion);
        }
        let mut names: Vec<String> = owner.names.iter().map(|n| text::canonical(n)).collect();
        names.push(text::canonical(owner.upn));
        let whole = |name: &String| {
            let local = name.split('@').next().unwrap_or_default();
            [name.as_str(), local]
                .iter()
                .any(|name| *self::compact(name) == *compact)
        };
        if names.iter().any(whole) || made_of(canonical.expose(), &names.join(" ")) {
            return Err(Trivial::FromName);
        }
        Ok(())
    }
}

/// Whether a set of answers may be registered by this person.
pub fn check_all(
    answers: &[NewAnswer],
    owner: &Owner<'_>,
    policy: &Policy,
) -> Result<(), AnswersError> {
    if answers.len() != policy.questions_to_register {
        return Err(AnswersError::Count {
            wanted: policy.questions_to_register,
            given: answers.len(),
        });
    }
    let mut earlier: Vec<(&Question, Zeroizing<String>)> = Vec::new();
    for (answer, at) in answers.iter().zip(1..) {
        if !answer.question.is_offered(policy) {
            return Err(AnswersError::Unknown(at));
        }
        if earlier.iter().any(|(asked, _)| **asked == answer.question) {
            return Err(AnswersError::QuestionTwice(at));
        }
        answer
            .check(owner)
            .map_err(|why| AnswersError::Trivial { at, why })?;
        let form = compact(canonical(&answer.answer).expose());
        if earlier.iter().any(|(_, given)| **given == *form) {
            return Err(AnswersError::AnswerTwice(at));
        }
        earlier.push((&answer.question, form));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
