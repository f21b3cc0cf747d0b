//! Banned words (product, section 8): how a password is undone of its disguises, which words are
//! found in it, and how many points are left. Pure: the shipped list is part of the program, the
//! organisation's own words are an argument. Every character is judged as a set of readings, so that
//! a sign with several readings never lets a word slip through.

mod score;
mod shipped;
mod skeleton;
#[cfg(test)]
mod tests;
mod words;

pub use score::{Appraisal, ENOUGH, Strength, appraise};
pub use shipped::shipped;
pub use words::Words;
