//! The lines of an answer without an end, each of bounded length, whoever writes them.

use std::io::{self, Read};

use zeroize::Zeroizing;

use crate::delivery::web;

/// The longest line that is looked at: the largest message of a server (4 KiB), all its signs
/// escaped, fits.
const LINE: usize = 32 * 1024;
/// How much is read at once.
const PIECE: usize = 4 * 1024;

/// What reading came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Something was read; the lines that were completed by it can be taken.
    More,
    /// Nothing came for a while.
    Quiet,
    /// The answer has ended.
    End,
}

/// A reader of lines. It holds one line at most; what is longer is left out up to its end.
pub(super) struct Lines<R> {
    from: R,
    piece: Zeroizing<Vec<u8>>,
    line: Zeroizing<Vec<u8>>,
    too_long: bool,
    read: u64,
}

impl<R: Read> Lines<R> {
    pub fn new(from: R) -> Self {
        Self {
            from,
            piece: Zeroizing::new(vec![0; PIECE]),
            line: Zeroizing::new(Vec::with_capacity(LINE)),
            too_long: false,
            read: 0,
        }
    }

    /// How many bytes have come.
    pub fn read(&self) -> u64 {
        self.read
    }

    /// Reads once and gives every line that is complete then to `take`, until that returns `false`.
    ///
    /// # Errors
    /// The connection broke.
    pub fn next(&mut self, mut take: impl FnMut(&[u8]) -> bool) -> io::Result<Next> {
        let count = match self.from.read(&mut self.piece) {
            Ok(0) => return Ok(Next::End),
            Ok(count) => count,
            Err(error) if web::is_quiet(&error) => return Ok(Next::Quiet),
            Err(error) => return Err(error),
        };
        self.read += u64::try_from(count).unwrap_or(u64::MAX);
        for byte in self.piece.iter().take(count) {
            match byte {
                b'\n' => {
                    let whole = !std::mem::take(&mut self.too_long);
                    let go_on = !whole || take(&self.line);
                    self.line.clear();
                    if !go_on {
                        return Ok(Next::More);
                    }
                }
                _ if self.line.len() >= LINE => self.too_long = true,
                _ => self.line.push(*byte),
            }
        }
        Ok(Next::More)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Vec<u8>> {
        let mut lines = Lines::new(bytes);
        let mut found = Vec::new();
        let mut take = |line: &[u8]| {
            found.push(line.to_vec());
            true
        };
        while lines.next(&mut take).unwrap() != Next::End {}
        found
    }

    #[test]
    fn lines_come_whole_and_long_ones_not_at_all() {
        let mut bytes = b"one\ntwo\n\n".to_vec();
        bytes.extend_from_slice(&vec![b'x'; 10 * 1024 * 1024]);
        bytes.extend_from_slice(b"\nthree\nno end");
        assert_eq!(all(&bytes), [&b"one"[..], b"two", b"", b"three"]);
    }
}
