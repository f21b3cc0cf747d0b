//! The points of a password, and an estimate of its strength from the same cuts.

use zeroize::Zeroizing;

use super::skeleton::{self, Unit};
use super::words::Words;

/// The points that a password must have.
pub const ENOUGH: usize = 5;

/// About as many bits as a word has that is one of some thousands.
const WORD_BITS: usize = 12;
/// What a character adds that somebody has thought of; at random it would be a little more.
const CHARACTER_BITS: usize = 4;
/// What is left of either where it repeats or only goes on counting.
const AGAIN_BITS: usize = 1;

/// What a password comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appraisal {
    /// One for each banned word and each remaining character, the fewest of all ways to cut.
    pub points: usize,
    /// About how many bits somebody who guesses has to guess.
    pub bits: usize,
}

/// How strong a password is, as people are told; an estimate, no promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It has not even the points.
    TooWeak,
    /// Guessed by somebody who tries.
    Weak,
    /// Good enough behind limits on guessing.
    Fair,
    /// Hard to guess.
    Good,
    /// Hard to guess even for somebody who has its hash.
    Strong,
}

impl Strength {
    /// Every level, the weakest first.
    pub const ALL: [Self; 5] = [
        Self::TooWeak,
        Self::Weak,
        Self::Fair,
        Self::Good,
        Self::Strong,
    ];

    /// The word in JSON and in message ids.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooWeak => "too-weak",
            Self::Weak => "weak",
            Self::Fair => "fair",
            Self::Good => "good",
            Self::Strong => "strong",
        }
    }
}

impl Appraisal {
    /// Whether it has the points.
    pub const fn is_enough(&self) -> bool {
        self.points >= ENOUGH
    }

    /// The level of strength.
    pub const fn strength(&self) -> Strength {
        match self.bits {
            _ if !self.is_enough() => Strength::TooWeak,
            ..36 => Strength::Weak,
            36..52 => Strength::Fair,
            52..68 => Strength::Good,
            _ => Strength::Strong,
        }
    }
}

/// Appraises a password by several lists of words. A whole password that is one edit away from a
/// word is that word.
pub fn appraise(password: &str, lists: &[&Words]) -> Appraisal {
    let units = skeleton::units(password);
    let repeats = repeats(&units);
    // How many of the units before each place are there for another time.
    let mut repeated = vec![0];
    repeated.extend(repeats.iter().scan(0, |sum, repeats| {
        *sum += usize::from(*repeats);
        Some(*sum)
    }));
    let mut before: Option<&Unit> = None;
    let unknown = Appraisal {
        points: usize::MAX,
        bits: usize::MAX,
    };
    let mut best = vec![unknown; units.len() + 1];
    if let Some(start) = best.first_mut() {
        *start = Appraisal { points: 0, bits: 0 };
    }
    for (at, unit) in units.iter().enumerate() {
        let here = best.get(at).copied().unwrap_or(unknown);
        let mut reach = |end: usize, points: usize, bits: usize| {
            if let Some(there) = best.get_mut(end) {
                there.points = there.points.min(here.points + points);
                there.bits = there.bits.min(here.bits + bits);
            }
        };
        let goes_on = before.is_some_and(|before| goes_on(before, unit));
        before = Some(unit);
        let bits = match goes_on || repeats.get(at) == Some(&true) {
            true => AGAIN_BITS,
            false => CHARACTER_BITS,
        };
        let counts = usize::from(unit.counts);
        reach(at + 1, counts, counts * bits);
        for list in lists {
            list.each_from(&units, at, &mut |end| {
                // The first two characters of a repetition can't be told from new ones.
                let known = |at: usize| repeated.get(at).copied().unwrap_or_default();
                let bits = match known(end) - known(at) + 2 >= end - at {
                    true => AGAIN_BITS,
                    false => WORD_BITS,
                };
                reach(end, 1, bits);
            });
        }
    }
    let mut whole = best.last().copied().unwrap_or(unknown);
    // Some characters become many in their compatible form.
    whole.points = whole.points.min(password.chars().count());
    if !units.is_empty() && lists.iter().any(|list| list.is_nearly(&units)) {
        whole.points = whole.points.min(1);
        whole.bits = whole.bits.min(WORD_BITS + CHARACTER_BITS);
    }
    whole
}

/// Whether a character is the same as the one before, or the next in counting.
fn goes_on(before: &Unit, unit: &Unit) -> bool {
    let (a, b) = (u32::from(before.base()), u32::from(unit.base()));
    a == b || (a.abs_diff(b) == 1 && unit.base().is_alphanumeric())
}

/// Which characters end three that were there before.
fn repeats(units: &[Unit]) -> Vec<bool> {
    let mut repeats = vec![false; units.len()];
    let letters = |three: &[Unit]| -> [char; 3] {
        let mut letters = three.iter().map(Unit::base);
        std::array::from_fn(|_| letters.next().unwrap_or_default())
    };
    let mut threes = Zeroizing::new(Vec::with_capacity(units.len()));
    threes.extend(units.windows(3).map(letters).zip(2usize..));
    threes.sort_unstable();
    for pair in threes.windows(2) {
        if let [(former, _), (three, end)] = pair
            && former == three
            && let Some(repeats) = repeats.get_mut(*end)
        {
            *repeats = true;
        }
    }
    repeats
}
