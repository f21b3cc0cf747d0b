//! A picture becomes text art: a PNG of any kind is read under hard limits ([`decode`]), and what
//! stands out from its background is traced in half blocks ([`trace`]).
//!
//! Whatever the bytes are, the answer is art or a reason, after bounded work in bounded memory: the
//! picture is made small while it is read, row by row, and never held whole.

mod decode;
mod trace;

pub use decode::{LONGEST, SIDE};

/// Why a picture gives no art.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// The bytes don't begin as those of a PNG do.
    #[error("it is no PNG picture")]
    NoPicture,
    /// There are more bytes than anybody needs.
    #[error("it is larger than {} KiB; save it smaller", LONGEST / 1024)]
    Long,
    /// A side is too long.
    #[error("it has {0} × {1} points, and at most {SIDE} × {SIDE} are taken; make it smaller")]
    Large(u32, u32),
    /// It ends too early, or what it holds can't be.
    #[error("it is damaged or not complete; save it anew")]
    Damaged,
    /// Nothing in it stands out from its background.
    #[error("nothing in it stands out from its background; take one with more contrast")]
    Blank,
}

/// Whether a file begins as a PNG does (PNG specification, section 5.2).
pub fn is_png(file: &[u8]) -> bool {
    file.starts_with(&[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a])
}

/// The text art of a PNG, at most so many columns and rows, made of spaces and of `█`, `▀` and `▄`:
/// a cell is about twice as high as wide, so that each of its halves is a square point. Whoever
/// shows it where the font has no half blocks puts other signs in their place.
pub fn art(file: &[u8], columns: usize, rows: usize) -> Result<String, PictureError> {
    let picture = decode::read(file)?;
    trace::art(&picture, columns, rows).ok_or(PictureError::Blank)
}

#[cfg(test)]
pub(crate) mod tests;
