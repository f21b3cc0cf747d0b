//! The human check before an account is named: a short code drawn in blocks, or a wait that the
//! service enforces. Nobody ever needs the drawn code; the wait does as well.

use std::time::Duration;

use super::secret::SecretText;
use super::unlock::Purpose;

/// Letters and digits that stay apart when drawn roughly. Sixteen, so that half a random byte is
/// one of them.
pub const LETTERS: &[u8; 16] = b"ACEHJKLMRTXY3479";

/// How many of them a code has.
pub const LENGTH: usize = 5;

/// How long the wait takes.
pub const WAIT: Duration = Duration::from_secs(20);

/// How long a check is good once it can be passed.
pub const LIFETIME: Duration = Duration::from_secs(5 * 60);

/// The columns of one letter with room to lean and move.
pub const CELL_COLUMNS: usize = 7;

/// The rows of a drawing: seven of a letter, and one to move.
pub const ROWS: usize = 8;

/// How many ways there are to place a letter in its cell.
pub const PLACES: u8 = 8;

/// When a person is asked for the check (policy `captcha`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Captcha {
    /// Never.
    Off,
    /// Always.
    On,
    /// Where the terminal is remote.
    RemoteOnly,
}

impl Captcha {
    /// The value of a word of the policy.
    pub fn from_key(key: &str) -> Self {
        match key {
            "off" => Self::Off,
            "on" => Self::On,
            _ => Self::RemoteOnly,
        }
    }

    /// Whether somebody at such a terminal is asked.
    pub const fn asks(self, remote: bool) -> bool {
        match self {
            Self::Off => false,
            Self::On => true,
            Self::RemoteOnly => remote,
        }
    }
}

/// The name of a check: 128 random bits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CheckId([u8; 16]);

impl CheckId {
    /// The name of these bits.
    pub const fn new(bits: [u8; 16]) -> Self {
        Self(bits)
    }

    /// The bits.
    pub const fn bits(&self) -> [u8; 16] {
        self.0
    }
}

/// What is asked of a person before they name an account.
#[derive(Default)]
pub enum Asked {
    /// Nothing.
    #[default]
    Nothing,
    /// To type the code of this drawing, or to wait.
    Code(CheckId, Drawing),
    /// To wait.
    Wait,
}

/// What a person has for the check.
pub enum Passing {
    /// What they read in the drawing.
    Typed(CheckId, SecretText),
    /// They waited.
    Waited(CheckId),
}

/// Why the check was not passed. It says nothing of the account, which was not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is asked for by now.
    Missing,
    /// Not the code; there is a new one.
    Wrong,
    /// Too late, used before, or from another terminal; there is a new one.
    Over,
    /// The wait is not over yet.
    Early {
        /// How long it still takes.
        left: Duration,
    },
}

/// What asking to wait came to.
pub enum Waiting {
    /// The wait runs.
    Started(CheckId, Duration),
    /// There were too many from this terminal.
    UsedUp {
        /// How long until the next can begin.
        left: Duration,
    },
}

/// Whom somebody says they are, and what they bring.
pub struct Claim {
    /// What they typed.
    pub user_id: String,
    /// The language of their screens.
    pub language: String,
    /// What they came for.
    pub purpose: Purpose,
    /// What they have for the check.
    pub passing: Option<Passing>,
    /// Whether a code can be drawn for them.
    pub drawn: bool,
}

/// What naming an account came to.
pub enum Begun<T> {
    /// The check was passed, or not asked for.
    On(T),
    /// It was not passed; what is asked now.
    Check(Trouble, Asked),
}

/// The code of random bytes.
pub fn code(random: &[u8; LENGTH]) -> SecretText {
    let letter = |byte: &u8| LETTERS.get(usize::from(byte & 15)).copied();
    let letters = random.iter().filter_map(letter).map(char::from);
    SecretText::new(letters.collect())
}

/// A code drawn: rows of ink and paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing(Vec<Vec<bool>>);

impl Drawing {
    /// The rows, from the top, all equally long.
    pub fn rows(&self) -> &[Vec<bool>] {
        &self.0
    }

    /// Draws a code: each letter leaning and moved by chance, and at most two blots in its cell, so
    /// that it still can't be taken for another.
    pub fn of(code: &SecretText, noise: &[u8; 16]) -> Self {
        let mut rows = vec![Vec::new(); ROWS];
        let mut noise = noise.iter().copied();
        let mut next = || noise.next().unwrap_or_default();
        for letter in code.expose().bytes() {
            let mut cell = cell(letter, next() % PLACES);
            for _ in 0..2 {
                let blot = usize::from(next() % 64);
                let row = cell.get_mut(blot / CELL_COLUMNS);
                if let Some(pixel) = row.and_then(|row| row.get_mut(blot % CELL_COLUMNS)) {
                    *pixel = !*pixel;
                }
            }
            for (row, pixels) in rows.iter_mut().zip(cell) {
                row.extend(pixels);
            }
        }
        Self(rows)
    }
}

/// A letter in its cell: straight, moved, or leaning one way or the other, on one of two heights.
pub fn cell(letter: u8, place: u8) -> [[bool; CELL_COLUMNS]; ROWS] {
    let mut cell = [[false; CELL_COLUMNS]; ROWS];
    let (above, below) = match place % 4 {
        0 => (0, 0),
        1 => (1, 1),
        2 => (1, 0),
        _ => (0, 1),
    };
    let down = usize::from(place / 4 % 2);
    for (at, bits) in glyph(letter).into_iter().enumerate() {
        let right = if at < 3 { above } else { below };
        for column in 0..5 {
            let row = cell.get_mut(at + down);
            if let Some(pixel) = row.and_then(|row| row.get_mut(column + right)) {
                *pixel = bits & (0b10000 >> column) != 0;
            }
        }
    }
    cell
}

/// The letters, five by seven.
fn glyph(letter: u8) -> [u8; 7] {
    match letter {
        b'A' => [
            0b01110, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001,
        ],
        b'C' => [
            0b01110, 0b10001, 0b10000, 0b10000, 0b10000, 0b10001, 0b01110,
        ],
        b'E' => [
            0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111,
        ],
        b'H' => [
            0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001,
        ],
        b'J' => [
            0b00111, 0b00010, 0b00010, 0b00010, 0b00010, 0b10010, 0b01100,
        ],
        b'K' => [
            0b10001, 0b10010, 0b10100, 0b11000, 0b10100, 0b10010, 0b10001,
        ],
        b'L' => [
            0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111,
        ],
        b'M' => [
            0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001,
        ],
        b'R' => [
            0b11110, 0b10001, 0b10001, 0b11110, 0b10100, 0b10010, 0b10001,
        ],
        b'T' => [
            0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100,
        ],
        b'X' => [
            0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b01010, 0b10001,
        ],
        b'Y' => [
            0b10001, 0b10001, 0b01010, 0b00100, 0b00100, 0b00100, 0b00100,
        ],
        b'3' => [
            0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110,
        ],
        b'4' => [
            0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010,
        ],
        b'7' => [
            0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000,
        ],
        b'9' => [
            0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100,
        ],
        _ => [0; 7],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(a: u8, b: u8) -> usize {
        let places = |letter| (0..PLACES).map(move |place| cell(letter, place));
        let differ = |left: &[[bool; CELL_COLUMNS]; ROWS], right: [[bool; CELL_COLUMNS]; ROWS]| {
            let pixels = left.iter().flatten().zip(right.iter().flatten());
            pixels.filter(|(left, right)| left != right).count()
        };
        let pairs = places(a).flat_map(|left| places(b).map(move |right| differ(&left, right)));
        pairs.min().unwrap()
    }

    #[test]
    fn two_blots_make_no_letter_another() {
        for (at, a) in LETTERS.iter().enumerate() {
            for b in &LETTERS[at + 1..] {
                assert!(apart(*a, *b) >= 5, "{} {}", char::from(*a), char::from(*b));
            }
        }
    }

    #[test]
    fn a_code_is_drawn_in_rows_of_one_length() {
        let drawn = Drawing::of(&code(&[0, 5, 14, 15, 33]), &[255; 16]);
        assert_eq!(code(&[0, 5, 14, 15, 33]).expose(), "AK79C");
        assert_eq!(drawn.rows().len(), ROWS);
        let wide = LENGTH * CELL_COLUMNS;
        assert!(drawn.rows().iter().all(|row| row.len() == wide));
        assert_ne!(drawn, Drawing::of(&code(&[1, 5, 14, 15, 33]), &[255; 16]));
    }

    #[test]
    fn who_is_asked() {
        for (key, local, remote) in [
            ("off", false, false),
            ("on", true, true),
            ("remote-only", false, true),
        ] {
            let captcha = Captcha::from_key(key);
            assert_eq!((captcha.asks(false), captcha.asks(true)), (local, remote));
        }
    }
}
