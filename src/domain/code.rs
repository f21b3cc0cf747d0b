//! One-time codes: what a person may type, and how many tries there are.

use super::method::Method;
use super::policy::Policy;
use super::secret::SecretText;

/// Wrong tries at one method's code before the method is used up for the journey.
pub const TRIES: i64 = 5;

/// The digits of an authenticator code (RFC 6238).
pub const APP_CODE_DIGITS: usize = 6;

/// The digits of the number that a request on the app carries.
pub const REQUEST_DIGITS: usize = 6;

/// How many digits are typed for a method.
pub fn digits(method: Method, policy: &Policy) -> usize {
    match method {
        Method::AppCode => APP_CODE_DIGITS,
        Method::AppNotification => REQUEST_DIGITS,
        _ => policy.code_digits,
    }
}

/// What was typed as a code, as ASCII digits: spaces and hyphens dropped, full-width, Arabic-Indic
/// and Persian digits understood. `None` if anything else is in it or it has not `length` digits.
pub fn normalise(typed: &SecretText, length: usize) -> Option<SecretText> {
    let mut digits = String::with_capacity(length);
    for c in typed.expose().trim().chars() {
        if c.is_whitespace() || c == '-' || c == '\u{2011}' {
            continue;
        }
        if digits.len() == length {
            return None;
        }
        digits.push(digit(c)?);
    }
    let code = SecretText::new(digits);
    (code.expose().len() == length).then_some(code)
}

/// The longest code policy may ask for (`codes.length`).
pub const MOST_DIGITS: usize = 10;

/// The first `length` of uniformly random digits: uniformly random, too.
pub fn first_digits(digits: &SecretText, length: usize) -> SecretText {
    let code = digits.expose().get(..length);
    SecretText::copied(code.unwrap_or(digits.expose()))
}

/// A digit of any keyboard as an ASCII one.
pub(super) fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    char::from_digit(u32::from(c).checked_sub(u32::from(zero))?, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_any_keyboard_and_nothing_else() {
        let same = [
            "012345",
            " 012 345 ",
            "012-345",
            "０１２３４５",
            "٠١٢٣٤٥",
            "۰۱۲۳۴۵",
        ];
        for typed in same {
            let code = normalise(&SecretText::copied(typed), 6).map(|c| c.expose().to_owned());
            assert_eq!(code.as_deref(), Some("012345"), "{typed}");
        }
        for typed in ["", "01234", "0123456", "01234a", "०१२३४५x", "012345;--"] {
            assert!(
                normalise(&SecretText::copied(typed), 6).is_none(),
                "{typed}"
            );
        }
    }
}
