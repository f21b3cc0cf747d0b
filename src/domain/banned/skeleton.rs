//! What is left of a text when case, width, marks, look-alike letters and what can't be seen are
//! taken away, and which other characters each of them may stand for.

use icu_casemap::CaseMapper;
use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use zeroize::{Zeroize, Zeroizing};

use crate::domain::text;

/// Digits with the letters they are commonly written for.
const SIGNS: [(char, &str); 13] = [
    ('0', "o"),
    ('1', "il"),
    ('2', "z"),
    ('3', "e"),
    ('4', "a"),
    ('5', "s"),
    ('6', "bg"),
    ('7', "lt"),
    ('8', "b"),
    ('9', "gq"),
    ('+', "t"),
    ('#', "h"),
    ('(', "c"),
];

/// The most readings of one character, itself included.
const READINGS: usize = 8;

/// One character of a skeleton.
#[derive(Clone, Copy, Default)]
pub(super) struct Unit {
    alike: [char; READINGS],
    count: u8,
    /// Whether a character of the password begins here: one that folding makes longer counts once.
    pub(super) counts: bool,
}

impl Unit {
    fn new(base: char, counts: bool) -> Self {
        let mut unit = Self {
            counts,
            ..Self::default()
        };
        unit.add(base);
        let own = SIGNS.iter().find(|(sign, _)| *sign == base);
        let stands_for = own.map_or("", |(_, letters)| *letters);
        for letter in stands_for.chars() {
            unit.add(letter);
        }
        for (sign, letters) in &SIGNS {
            if letters.chars().any(|l| l == base || stands_for.contains(l)) {
                unit.add(*sign);
            }
        }
        unit
    }

    fn add(&mut self, c: char) {
        if !self.is(c)
            && let Some(place) = self.alike.get_mut(usize::from(self.count))
        {
            *place = c;
            self.count += 1;
        }
    }

    /// The character itself.
    pub(super) fn base(&self) -> char {
        self.alike.first().copied().unwrap_or_default()
    }

    /// Every character of a banned word that it may stand for.
    pub(super) fn alike(&self) -> &[char] {
        self.alike
            .get(..usize::from(self.count))
            .unwrap_or_default()
    }

    /// Whether it may stand for this character of a banned word.
    pub(super) fn is(&self, c: char) -> bool {
        self.alike().contains(&c)
    }
}

impl Zeroize for Unit {
    fn zeroize(&mut self) {
        self.alike.zeroize();
        self.count.zeroize();
    }
}

/// The skeleton of a password, wiped when dropped.
pub(super) fn units(password: &str) -> Zeroizing<Vec<Unit>> {
    let mut units = Zeroizing::new(Vec::with_capacity(MOST * text_length(password)));
    each_base(password, |base, counts| {
        units.push(Unit::new(base, counts));
    });
    units
}

/// The skeleton of a banned word.
pub(super) fn of_word(word: &str) -> String {
    let mut skeleton = String::with_capacity(word.len());
    each_base(word, |base, _| skeleton.push(base));
    skeleton
}

/// The most characters that one folds to.
const MOST: usize = 3;

/// More than NFKC makes of a text, so that nothing of it is moved about in memory.
fn text_length(text: &str) -> usize {
    Zeroizing::new(text::nfkc(text)).chars().count()
}

/// Each character of the skeleton, and whether it is the first of a character of the text.
fn each_base(text: &str, mut each: impl FnMut(char, bool)) {
    let normal = Zeroizing::new(text::nfkc(text));
    let fold = CaseMapper::new();
    for c in normal.chars() {
        if c.is_ascii() {
            if !c.is_ascii_control() {
                each(look_alike(c.to_ascii_lowercase()), true);
            }
            continue;
        }
        let mut first = true;
        for folded in fold.fold_string(c.encode_utf8(&mut [0; 4])).chars() {
            if let Some(base) = base(folded) {
                each(base, first);
                first = false;
            }
        }
    }
}

/// A character without its marks, as the Latin letter it looks like; nothing where nothing is seen.
fn base(folded: char) -> Option<char> {
    let marks = CanonicalDecompositionBorrowed::new();
    let mut c = folded;
    loop {
        match marks.decompose(c) {
            Decomposed::Singleton(other) => c = other,
            Decomposed::Expansion(letter, mark) if is_unseen(mark) => c = letter,
            Decomposed::Expansion(..) | Decomposed::Default => break,
        }
    }
    (!is_unseen(c)).then(|| look_alike(c))
}

/// Marks above and below, controls, and what is drawn as nothing; the Arabic stroke that only makes
/// a word longer.
fn is_unseen(c: char) -> bool {
    c == '\u{640}'
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::Control
                | GeneralCategory::Format
                | GeneralCategory::NonspacingMark
                | GeneralCategory::EnclosingMark
        )
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

/// Letters that are written for a Latin one because they look like it, and signs that are written
/// for the same letters as another.
const fn look_alike(c: char) -> char {
    match c {
        '!' | '|' | '¡' | '£' => '1',
        '€' => '3',
        '@' | '^' => '4',
        '$' | '§' => '5',
        '<' | '[' | '{' | '¢' | '©' => '(',
        '®' => 'r',
        '¥' => 'y',
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' | 'đ' | 'ð' => 'd',
        'е' | 'ε' | 'є' => 'e',
        'ɡ' => 'g',
        'н' | 'һ' | 'ħ' => 'h',
        'і' | 'ι' | 'ı' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ł' | 'ӏ' => 'l',
        'м' => 'm',
        'η' | 'п' => 'n',
        'о' | 'ο' | 'ø' | 'º' | '°' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' | 'ꜱ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'μ' | 'и' => 'u',
        'ν' | 'ѵ' => 'v',
        'ѡ' | 'ω' | 'ԝ' | 'ш' => 'w',
        'х' | 'χ' | '×' => 'x',
        'у' => 'y',
        'ᴢ' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_is_the_same() {
        for (typed, skeleton) in [
            ("PassWord", "password"),
            ("ｐａｓｓ", "pass"),
            ("раѕѕ", "pass"),
            ("ΡΑSS", "pass"),
            ("Straße", "strasse"),
            ("ıİiI", "iiii"),
            (
                "pa\u{301}\u{302}ss\u{200d}\u{ad}w\u{fe0f}\u{e0041}\0\u{7}",
                "passw",
            ),
            ("\u{301}\u{302}", ""),
            ("مـــحمد", "محمد"),
            ("مُحَمَّد", "محمد"),
            ("ﻣﺤﻤﺪ", "محمد"),
            ("パス", "ハス"),
            ("ﾊﾟｽ", "ハス"),
            ("한국", "한국"),
            ("Ǻø", "ao"),
            ("P@$$ !|£", "p455 111"),
        ] {
            assert_eq!(of_word(typed), skeleton, "{typed:?}");
            assert_eq!(of_word(skeleton), skeleton, "twice is once: {typed:?}");
        }
    }

    #[test]
    fn a_character_that_folds_to_several_counts_once() {
        let counted = |text: &str| units(text).iter().filter(|unit| unit.counts).count();
        assert_eq!((units("ßß").len(), counted("ßß")), (4, 2));
        assert_eq!(counted("a\u{301}\u{302}b"), 2);
        assert_eq!(counted("\u{e000}👩\u{200d}🚀"), 3);
    }

    #[test]
    fn no_reading_is_left_out() {
        let signs = SIGNS.iter().map(|(sign, _)| *sign);
        for c in ('a'..='z').chain(signs) {
            let unit = Unit::new(c, true);
            let stands_for = |c: char| -> Vec<char> {
                let own = SIGNS.iter().find(|(sign, _)| *sign == c);
                let letters = own.map_or("", |(_, letters)| letters).chars();
                letters.chain([c]).collect()
            };
            for other in SIGNS.iter().map(|(sign, _)| *sign).chain('a'..='z') {
                let share = stands_for(other).iter().any(|r| stands_for(c).contains(r));
                assert_eq!(unit.is(other), share, "{c} {other}");
            }
        }
    }
}
