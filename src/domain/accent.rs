//! The organisation's accent colour.

/// A colour by its ANSI name; how it looks is the terminal's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accent {
    /// Blue.
    Blue,
    /// Cyan.
    Cyan,
    /// Green.
    Green,
    /// Magenta.
    Magenta,
    /// Red.
    Red,
    /// Yellow.
    Yellow,
}

impl Accent {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Blue,
        Self::Cyan,
        Self::Green,
        Self::Magenta,
        Self::Red,
        Self::Yellow,
    ];

    /// What the setting takes: none, or one of them.
    pub const KEYS: [&'static str; 7] = ["", "blue", "cyan", "green", "magenta", "red", "yellow"];

    /// The word in policy.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Cyan => "cyan",
            Self::Green => "green",
            Self::Magenta => "magenta",
            Self::Red => "red",
            Self::Yellow => "yellow",
        }
    }

    /// The colour of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|accent| accent.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_colour() {
        let words = Accent::ALL.map(Accent::key);
        assert_eq!(Accent::KEYS[1..], words);
        let read: Vec<_> = words.iter().filter_map(|w| Accent::from_key(w)).collect();
        assert_eq!(read, Accent::ALL);
        assert_eq!(Accent::from_key(""), None);
    }
}
