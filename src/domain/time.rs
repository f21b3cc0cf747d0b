//! Moments as integers: microseconds since 1970 UTC, always passed in, never read here.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// A moment in UTC, in microseconds since the Unix epoch.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds since the Unix epoch.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// From whole seconds since the Unix epoch.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(1_000_000))
    }

    /// Microseconds since the Unix epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch.
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(1_000_000)
    }

    /// This moment and `span` later.
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(micros(span)))
    }

    /// This moment less `span`.
    pub fn minus(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(micros(span)))
    }

    /// How long until `later`; zero when it has passed.
    pub fn until(self, later: Self) -> Duration {
        Duration::from_micros(u64::try_from(later.0.saturating_sub(self.0)).unwrap_or(0))
    }
}

fn micros(span: Duration) -> i64 {
    i64::try_from(span.as_micros()).unwrap_or(i64::MAX)
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC, to the microsecond where it has one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(at) => write!(f, "{at}"),
            // Beyond the years that have a name: a record that was tampered with still shows.
            Err(_) => write!(f, "{} µs", self.0),
        }
    }
}

/// The text is not a moment this product understands.
#[derive(Debug, thiserror::Error)]
#[error("write a time as RFC 3339, like 2026-05-01T12:00:00Z, or a date, like 2026-05-01")]
pub struct NotATime;

impl FromStr for Timestamp {
    type Err = NotATime;

    /// RFC 3339 with an offset, or a plain date, which means its first moment in UTC.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        if let Ok(at) = text.parse::<jiff::Timestamp>() {
            return Ok(Self(at.as_microsecond()));
        }
        let date: jiff::civil::Date = text.parse().map_err(|_| NotATime)?;
        let at = date
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map_err(|_| NotATime)?;
        Ok(Self(at.timestamp().as_microsecond()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_back_what_it_writes() {
        let at = Timestamp::from_micros(1_777_777_777_123_456);
        assert_eq!(at.to_string().parse::<Timestamp>().unwrap(), at);
        assert_eq!(
            "1970-01-02".parse::<Timestamp>().unwrap(),
            Timestamp::from_seconds(86_400)
        );
        assert!("yesterday".parse::<Timestamp>().is_err());
    }
}
