//! Text nobody may see twice: no copy, no printing, wiped when dropped.

use zeroize::Zeroize;

/// The most any typed field takes, in bytes.
pub const FIELD_BYTES: usize = 1024;

/// A secret text: a password, a code, a seed as typed. It can be read only by saying so
/// ([`SecretText::expose`]), has neither `Debug` nor `Display` nor `Clone`, and is wiped on drop.
#[derive(Default)]
pub struct SecretText(String);

impl SecretText {
    /// Takes the text over; the caller keeps no copy.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// A copy of borrowed text, for where a field stays with its owner.
    pub fn copied(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Drop for SecretText {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
