//! Telephone numbers: what a person types compared with the number that is held, and the prefixes
//! that no message goes to. A held number is canonical: `+` and digits (ITU-T E.164).

use zeroize::Zeroizing;

use super::code::digit;
use super::secret::SecretText;

/// Fewer digits are no number; comparing them would only help somebody who tries endings.
const LEAST_DIGITS: usize = 6;
/// The most a number has (E.164).
const MOST_DIGITS: usize = 15;

/// The country codes of two digits. 1 and 7 have one, all others three (ITU-T E.164, the list of
/// assigned codes).
const TWO_DIGITS: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// A number as a person typed it: digits of one form, nothing between them.
pub struct Typed {
    digits: SecretText,
    international: bool,
}

/// What was typed as a number. Spaces, hyphens, points, slashes and brackets are dropped, digits of
/// any keyboard understood, `00` is read as `+`, and the zero of `+44 (0)20` is left out. `None` if
/// anything else is in it or it is too short or too long: that is no try.
pub fn normalise(typed: &SecretText) -> Option<Typed> {
    let mut plain = Zeroizing::new(String::with_capacity(typed.expose().len()));
    for c in typed.expose().trim().chars() {
        match c {
            '+' | '\u{ff0b}' if plain.is_empty() => plain.push('+'),
            '(' | '\u{ff08}' => plain.push('('),
            ')' | '\u{ff09}' => plain.push(')'),
            _ if is_between(c) => {}
            _ => plain.push(digit(c)?),
        }
    }
    let abroad = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
    let rest = match abroad {
        // For those who dial within the country; no part of the number.
        Some(rest) => Zeroizing::new(rest.replacen("(0)", "", 1)),
        None => Zeroizing::new(plain.to_string()),
    };
    let digits = rest.chars().filter(char::is_ascii_digit).collect();
    let digits = SecretText::new(digits);
    // One more where a zero leads a national number.
    let fits = (LEAST_DIGITS..=MOST_DIGITS + 1).contains(&digits.expose().len());
    fits.then_some(Typed {
        digits,
        international: abroad.is_some(),
    })
}

/// What people put between the digits of a number.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' | '\u{ff0e}'
        )
}

impl Typed {
    /// The number in its canonical form, where it was typed in international form; a national one
    /// could be of any country.
    pub fn international(&self) -> Option<String> {
        let digits = self.digits.expose();
        let fits = (7..=MOST_DIGITS).contains(&digits.len()) && !digits.starts_with('0');
        (self.international && fits).then(|| format!("+{digits}"))
    }

    /// Whether it is the whole number that is held: in international form, or as it is written
    /// within its own country, with or without a leading zero. Nothing but the country code can be
    /// left out, and that is no secret.
    pub fn is(&self, held: &str) -> bool {
        let Some(held) = held.strip_prefix('+') else {
            return false;
        };
        // Nobody dials the extension of their own number.
        let held = held.split_once('x').map_or(held, |(held, _)| held);
        let typed = self.digits.expose();
        if typed == held {
            return true;
        }
        let national = held.get(country_code(held)..).unwrap_or_default();
        !self.international
            && national.len() >= LEAST_DIGITS
            && (typed == national || typed.strip_prefix('0') == Some(national))
    }
}

/// How many digits the country code has that a number begins with.
fn country_code(digits: &str) -> usize {
    match digits.get(..2) {
        Some(two) if two.starts_with(['1', '7']) => 1,
        Some(two) if TWO_DIGITS.contains(&two) => 2,
        _ => 3,
    }
}

/// A prefix of numbers in its canonical form, `+` and digits; `None` if it is none. It may be
/// written as people write numbers, with or without `+` or `00`.
pub fn prefix(written: &str) -> Option<String> {
    let mut digits = String::new();
    let written = written.trim();
    let rest = written.strip_prefix(['+', '\u{ff0b}']).unwrap_or(written);
    for c in rest.chars() {
        match c {
            '(' | ')' => {}
            _ if is_between(c) => {}
            _ => digits.push(digit(c)?),
        }
    }
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    let fits = (1..=MOST_DIGITS).contains(&digits.len()) && !digits.starts_with('0');
    fits.then(|| format!("+{digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(typed: &str, held: &str) -> Option<bool> {
        normalise(&SecretText::copied(typed)).map(|typed| typed.is(held))
    }

    #[test]
    fn any_usual_writing_of_the_whole_number() {
        for (held, written) in [
            (
                "+442079460000",
                &[
                    "+442079460000",
                    " +44 20 7946 0000 ",
                    "+44 (0)20 7946-0000",
                    "+44 (20) 7946.0000",
                    "0044 20 7946 0000",
                    "0044 (0) 20 7946 0000",
                    "442079460000",
                    "020 7946 0000",
                    "(020) 7946 0000",
                    "20 7946 0000",
                    "\u{ff0b}４４　２０　７９４６　００００",
                    "٠٢٠ ٧٩٤٦ ٠٠٠٠",
                    "۰۰۴۴۲۰۷۹۴۶۰۰۰۰",
                    "020\u{2011}7946\u{2013}0000",
                ][..],
            ),
            (
                "+14255550111",
                &["(425) 555-0111", "1 425 555 0111", "425.555.0111"],
            ),
            (
                "+4915112345678",
                &["0151/12345678", "0151 12345678", "004915112345678"],
            ),
            ("+819012345678", &["090-1234-5678", "+81 90-1234-5678"]),
            ("+393331234567", &["333 123 4567"]),
            ("+35312345678", &["01 234 5678"]),
        ] {
            for typed in written {
                assert_eq!(is(typed, held), Some(true), "{typed} for {held}");
            }
        }
    }

    #[test]
    fn nothing_less_and_nothing_else() {
        for typed in [
            "+442079460001",
            "79460000",
            "0 7946 0000",
            "079460000",
            "+2079460000",
            "+020 7946 0000",
            "0020 7946 0000",
            "44079460000",
            "94420794600",
            "+44 20 7946 00000",
            "000442079460000",
        ] {
            assert_eq!(is(typed, "+442079460000"), Some(false), "{typed}");
        }
        // Three digits that are no country code are part of the number.
        assert_eq!(is("05112345678", "+4915112345678"), Some(false));
        assert_eq!(is("5550111", "+14255550111"), Some(false));
        assert_eq!(is("442079460000", "442079460000"), Some(false));
    }

    #[test]
    fn what_is_no_number_is_no_try() {
        for typed in [
            "",
            "00",
            "12345",
            "mias@contoso.example",
            "+44 20 7946 000x",
            "44+2079460000",
            "++442079460000",
            "12345678901234567",
            "०२०७९४६००००",
            "+442079460000;1",
        ] {
            assert_eq!(is(typed, "+442079460000"), None, "{typed}");
        }
    }

    #[test]
    fn prefixes_have_one_form() {
        for (written, canonical) in [
            ("+44", Some("+44")),
            ("0044", Some("+44")),
            ("44", Some("+44")),
            (" +44 (20)-79 ", Some("+442079")),
            ("+１", Some("+1")),
            ("020", None),
            ("+", None),
            ("00", None),
            ("", None),
            ("uk", None),
            ("+44*", None),
        ] {
            assert_eq!(prefix(written).as_deref(), canonical, "{written}");
        }
    }
}
