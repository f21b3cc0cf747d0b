//! A sorted list of words in one piece of memory, searched like a tree: the words that begin with
//! what was read so far are a range of the list, and each further character narrows it.

use std::fmt;
use std::ops::Range;

use zeroize::Zeroizing;

use super::skeleton::{self, Unit};

/// Skeletons of words, sorted, none twice.
#[derive(Clone, Default)]
pub struct Words {
    text: String,
    /// Where each word begins in `text`, and where the last ends.
    starts: Vec<u32>,
    /// The characters of the longest.
    longest: usize,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.count())
    }
}

impl Words {
    /// The list of these words, in any order and writing. What leaves nothing to be seen is left
    /// out.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut skeletons: Vec<String> = words.into_iter().map(skeleton::of_word).collect();
        skeletons.sort_unstable();
        skeletons.dedup();
        let mut list = Self::default();
        for word in skeletons.iter().filter(|word| !word.is_empty()) {
            list.push(word);
        }
        list
    }

    /// Adds a word behind every other.
    pub(super) fn push(&mut self, word: &str) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.text.push_str(word);
        self.starts
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.longest = self.longest.max(word.chars().count());
    }

    /// Gives back what no further word will need.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// How many.
    pub fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The word at a place; empty beyond the end.
    pub fn word(&self, index: usize) -> &str {
        let at = |index: usize| self.starts.get(index).map(|at| *at as usize);
        match (at(index), at(index + 1)) {
            (Some(start), Some(end)) => self.text.get(start..end).unwrap_or_default(),
            _ => "",
        }
    }

    /// Bytes of memory that it takes.
    pub fn size(&self) -> usize {
        self.text.capacity() + self.starts.capacity() * size_of::<u32>()
    }

    /// Says where each word ends that begins at `start`.
    pub(super) fn each_from(&self, text: &[Unit], start: usize, found: &mut dyn FnMut(usize)) {
        self.walk(text, start, 0..self.count(), 0, found);
    }

    fn walk(
        &self,
        text: &[Unit],
        at: usize,
        within: Range<usize>,
        depth: usize,
        found: &mut dyn FnMut(usize),
    ) {
        if depth > 0 && self.word(within.start).len() == depth {
            found(at);
        }
        let Some(unit) = text.get(at) else {
            return;
        };
        for c in unit.alike() {
            let (mut narrow, mut deep) = (within.clone(), depth);
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                narrow = self.narrow(narrow, deep, byte);
                deep += 1;
            }
            if !narrow.is_empty() {
                self.walk(text, at + 1, narrow, deep, found);
            }
        }
    }

    /// The words of a range with this byte at this depth.
    fn narrow(&self, within: Range<usize>, depth: usize, byte: u8) -> Range<usize> {
        let bytes = self.text.as_bytes();
        let at = |index: usize| -> Option<u8> {
            let start = *self.starts.get(index)? as usize + depth;
            match start < *self.starts.get(index + 1)? as usize {
                true => bytes.get(start).copied(),
                false => None,
            }
        };
        if within.is_empty() {
            return within;
        }
        let low = first(within.clone(), |index| at(index) >= Some(byte));
        if low == within.end || at(low) != Some(byte) {
            return low..low;
        }
        low..first(low..within.end, |index| at(index) > Some(byte))
    }

    /// Whether the whole text is one of the words, or one edit away from one: a character more, one
    /// less, or another.
    pub(super) fn is_nearly(&self, text: &[Unit]) -> bool {
        let (Some(first), Some(last)) = (text.first(), text.last()) else {
            return false;
        };
        if text.len() > self.longest + 1 {
            return false;
        }
        let (begins, ends) = (bytes(first, <[u8]>::first), bytes(last, <[u8]>::last));
        // Most are out of the question by their length or their ends, which is cheap to tell: one edit
        // can't change both ends.
        let likely = |word: &str| {
            let among = |set: &[bool; 256], byte: Option<&u8>| {
                byte.is_some_and(|byte| set.get(usize::from(*byte)) == Some(&true))
            };
            let word = word.as_bytes();
            word.len() + 1 >= text.len()
                && (word.len() < 2
                    || text.len() < 2
                    || among(&begins, word.first())
                    || among(&ends, word.last()))
        };
        (0..self.count()).any(|index| {
            let word = self.word(index);
            likely(word) && is_nearly(text, word)
        })
    }
}

/// Which bytes a character may begin or end with, in any of its readings.
fn bytes(unit: &Unit, which: fn(&[u8]) -> Option<&u8>) -> Zeroizing<[bool; 256]> {
    let mut set = Zeroizing::new([false; 256]);
    for c in unit.alike() {
        let byte = which(c.encode_utf8(&mut [0; 4]).as_bytes()).copied();
        if let Some(place) = byte.and_then(|byte| set.get_mut(usize::from(byte))) {
            *place = true;
        }
    }
    set
}

/// The first of a range for which it is true; it stays true behind it.
fn first(within: Range<usize>, is: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (within.start, within.end);
    while low < high {
        let middle = low + (high - low) / 2;
        match is(middle) {
            true => high = middle,
            false => low = middle + 1,
        }
    }
    low
}

fn is_nearly(text: &[Unit], word: &str) -> bool {
    let length = word.chars().count();
    let longer = length.max(text.len());
    if longer - length.min(text.len()) > 1 {
        return false;
    }
    let same = |(unit, c): &(&Unit, char)| unit.is(*c);
    let before = text.iter().zip(word.chars()).take_while(same).count();
    let behind = text.iter().rev().zip(word.chars().rev());
    before + behind.take_while(same).count() + 1 >= longer
}
