//! A telephone call that asks its person for one key: what is called, how it goes, how it ends.

use super::outgoing::Delivery;
use super::secret::SecretText;
use super::time::Timestamp;

/// The most digits an extension has.
const MOST_EXTENSION: usize = 8;

/// One call, ready for the exchange.
pub struct Call {
    /// Names the call at the exchange; never used for another one.
    pub id: String,
    /// The number, read from the store at the moment of calling: `+` and digits (ITU-T E.164), an
    /// extension as `x123`.
    pub to: String,
    /// The language tag of the text.
    pub language: String,
    /// The language of the prompt where there is none in `language`.
    pub fallback: String,
    /// What is said, where the words themselves are wanted and not a recording of them.
    pub text: SecretText,
    /// When its cause was committed.
    pub created: Timestamp,
}

/// How far a call is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallEvent {
    /// The telephone rings.
    Ringing,
    /// Somebody or something has answered.
    Answered,
}

/// How a call ended.
#[derive(Debug, PartialEq, Eq)]
pub enum CallEnd {
    /// `#`: it was them.
    Approved,
    /// `*`: it wasn't.
    Fraud,
    /// The line was busy.
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// It was answered, but no key was pressed: a voicemail, or silence.
    NoKey,
    /// It was declined, or hung up before a key was pressed.
    HungUp,
    /// It could not be made.
    Failed(Delivery),
}

/// What is done with a telephone that rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handset {
    /// It is answered.
    PickUp,
    /// `#` is pressed.
    Hash,
    /// `*` is pressed.
    Star,
    /// It is declined or hung up.
    HangUp,
}

/// A held number as what is dialled and the extension behind it. `None` if anything but `+` and
/// digits would reach the exchange.
pub fn dialled(held: &str) -> Option<(&str, Option<&str>)> {
    let (number, extension) = match held.split_once('x') {
        Some((number, extension)) => (number, Some(extension)),
        None => (held, None),
    };
    let are_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let digits = number.strip_prefix('+')?;
    let fits = (7..=15).contains(&digits.len()) && are_digits(digits);
    let extends = |e: &str| (1..=MOST_EXTENSION).contains(&e.len()) && are_digits(e);
    (fits && extension.is_none_or(extends)).then_some((number, extension))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_reach_the_exchange() {
        assert_eq!(dialled("+14255550100"), Some(("+14255550100", None)));
        let extended = Some(("+442079460000", Some("123")));
        assert_eq!(dialled("+442079460000x123"), extended);
        for held in [
            "",
            "+",
            "14255550100",
            "+14255550100x",
            "+14255550100x123456789",
            "+14255550100x12x3",
            "+1425555 0100",
            "+14255550100@evil.example",
            "+14255550100,,1",
            "+١٤٢٥٥٥٥٠١٠٠",
        ] {
            assert_eq!(dialled(held), None, "{held}");
        }
    }
}
