//! Temporary access passes: given to a person whose caller was verified, good once, and for one gate
//! of a sign-in or of registering; never of a reset.

use std::time::Duration;

/// The word in the store and in audit, where methods have theirs. It is none of them: policy can't
/// enable it, and nobody can register it.
pub const KEY: &str = "access_pass";

/// How many clear letters it has: 60 random bits.
pub const LETTERS: usize = 12;

/// Minutes it is good where nothing else is said.
pub const MINUTES: i64 = 60;

/// The least minutes it may be good.
pub const LEAST_MINUTES: i64 = 10;

/// The most: a day.
pub const MOST_MINUTES: i64 = 24 * 60;

/// How long a pass of so many minutes is good; none where it may not be.
pub fn lifetime(minutes: i64) -> Option<Duration> {
    let fits = (LEAST_MINUTES..=MOST_MINUTES).contains(&minutes);
    fits.then(|| Duration::from_secs(minutes.unsigned_abs() * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::method::Method;

    #[test]
    fn ten_minutes_to_a_day_and_no_method() {
        for good in [10, MINUTES, 1440] {
            assert_eq!(lifetime(good).unwrap().as_secs(), good.unsigned_abs() * 60);
        }
        for bad in [-1, 0, 9, 1441, i64::MAX] {
            assert_eq!(lifetime(bad), None, "{bad}");
        }
        assert_eq!(Method::from_key(KEY), None);
    }
}
