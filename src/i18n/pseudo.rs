//! A language for tests: English with accents, two fifths longer, as languages are that nobody here
//! writes yet. What stands in braces stays.

use std::borrow::Cow;

/// How many letters grow to seven.
const FIFTHS: usize = 2;

/// One piece of text between placeables.
pub fn stretch(text: &str) -> Cow<'_, str> {
    let mut long = String::with_capacity(text.len() * 3);
    let mut owed = 0;
    for c in text.chars() {
        owed += FIFTHS;
        long.push(accented(c));
        // Longer words, not more of them: those are what does not fit.
        while owed >= 5 && c.is_alphabetic() {
            long.push(accented(c));
            owed -= 5;
        }
    }
    Cow::Owned(long)
}

fn accented(c: char) -> char {
    match c {
        'a' => 'å',
        'c' => 'ç',
        'e' => 'é',
        'i' => 'ï',
        'n' => 'ñ',
        'o' => 'ø',
        's' => 'š',
        'u' => 'ü',
        'y' => 'ý',
        'A' => 'Å',
        'C' => 'Ç',
        'E' => 'É',
        'I' => 'Ï',
        'N' => 'Ñ',
        'O' => 'Ø',
        'S' => 'Š',
        'U' => 'Ü',
        'Y' => 'Ý',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::msg::Msg;
    use crate::i18n::{File, Texts};

    #[test]
    fn two_fifths_longer_and_nothing_in_braces_touched() {
        for text in [
            "Choose another method",
            "Enter the code.",
            "Help desk: ",
            " minutes",
        ] {
            let long = stretch(text).chars().count();
            let want = text.chars().count() * 7 / 5;
            assert!(long + 1 >= want && long <= want + 1, "{text}: {long}");
        }
        let texts = Texts::pseudo(File::Kiosk);
        let said = texts.say(
            &Msg::new("code-text-email")
                .text("address", "m*****@home.example")
                .number("minutes", 1),
        );
        assert!(said.contains(" m*****@home.example. "), "{said}");
        assert!(said.contains(" 1 mïïñ"), "{said}");
    }
}
