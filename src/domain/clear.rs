//! Text in clear letters (Crockford's Base32), as people read it out and type it: a reference, a
//! temporary access pass. Case, spaces and dashes make no difference, and letters that are left out
//! because they look like a digit are taken for that digit.

use super::secret::SecretText;
use super::text;

/// How many clear letters a reference has.
pub const REFERENCE: usize = 8;

/// How many stand together.
const GROUP: usize = 4;

/// What was typed in the form in which it was given out, in groups of four; none where it has not so
/// many letters, or something else stands in it.
pub fn read(typed: &str, letters: usize) -> Option<SecretText> {
    // Room for all of it, so that nothing is left behind in a smaller place.
    let mut clear = String::with_capacity(letters + letters / GROUP);
    let mut count = 0;
    let typed = SecretText::new(text::nfkc(typed));
    for c in typed.expose().chars() {
        if c.is_whitespace() || !text::is_showable(c) || is_dash(c) {
            continue;
        }
        let (Some(letter), true) = (letter(c), count < letters) else {
            // What is longer than it may be is not cut.
            let _ = SecretText::new(clear);
            return None;
        };
        if count > 0 && count % GROUP == 0 {
            clear.push('-');
        }
        clear.push(letter);
        count += 1;
    }
    let clear = SecretText::new(clear);
    (count == letters).then_some(clear)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_')
}

fn letter(c: char) -> Option<char> {
    match c.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        'U' => None,
        upper if upper.is_ascii_uppercase() => Some(upper),
        other => super::code::digit(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(typed: &str) -> Option<String> {
        read(typed, REFERENCE).map(|clear| clear.expose().to_owned())
    }

    #[test]
    fn what_a_caller_reads_out_is_what_the_screen_said() {
        for typed in [
            "10AB-CDE0",
            "10abcde0",
            " lo ab cd eo ",
            "I0AB–CDEO",
            "１０ＡＢ－ＣＤＥ０",
            "10ab.cde0",
            "1-0-A-B-C-D-E-0",
            "10AB\u{200b}CDE0",
        ] {
            assert_eq!(reads(typed).as_deref(), Some("10AB-CDE0"), "{typed}");
        }
        for typed in [
            "",
            "10AB-CDE",
            "10AB-CDE01",
            "10AB-CDEU",
            "10AB/CDE0",
            "ÄBCD-EFGH",
        ] {
            assert_eq!(reads(typed), None, "{typed}");
        }
        let pass = read("abcdefghjkmn", 12).unwrap();
        assert_eq!(pass.expose(), "ABCD-EFGH-JKMN");
    }
}
