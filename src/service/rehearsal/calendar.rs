//! The half-year's days and the hours at which people come. All of it in UTC.

use std::time::Duration;

use super::dice::Dice;
use crate::domain::time::Timestamp;

/// The days of the half-year; the last one is today.
pub const DAYS: u64 = 182;
/// A week's days.
pub const WEEK: u64 = 7;

const DAY: u64 = 24 * 3600;
/// Nothing is planned later than so long before the end: the longest visit is over by then.
const QUIET: Duration = Duration::from_secs(45 * 60);

/// The hours at which people come to work and do not get in, by their weights.
const OFFICE: [(u64, u64); 12] = [
    (6, 2),
    (7, 6),
    (8, 15),
    (9, 12),
    (10, 8),
    (11, 7),
    (12, 6),
    (13, 9),
    (14, 7),
    (15, 6),
    (16, 4),
    (17, 2),
];

/// Days counted from the first of the half-year.
pub struct Calendar {
    first: Timestamp,
    now: Timestamp,
}

impl Calendar {
    /// The half-year that ends at `now`.
    pub fn before(now: Timestamp) -> Self {
        let today = now.seconds() - now.seconds().rem_euclid(DAY as i64);
        let first = Timestamp::from_seconds(today);
        Self {
            first: first.minus(Duration::from_secs(DAYS * DAY)),
            now,
        }
    }

    /// When the organisation begins: early on the first day.
    pub fn opening(&self) -> Timestamp {
        self.at(0, 5 * 3600)
    }

    /// The moment so many seconds into a day.
    pub fn at(&self, day: u64, seconds: u64) -> Timestamp {
        self.first.plus(Duration::from_secs(day * DAY + seconds))
    }

    /// The day of a moment.
    pub fn day(&self, at: Timestamp) -> u64 {
        self.first.until(at).as_secs() / DAY
    }

    /// The day of the week: 0 is Monday.
    pub fn weekday(&self, day: u64) -> u64 {
        // 1970 began on a Thursday.
        let days = u64::try_from(self.first.seconds()).unwrap_or_default() / DAY + day;
        (days + 3) % WEEK
    }

    /// Whether people work that day.
    pub fn is_workday(&self, day: u64) -> bool {
        self.weekday(day) < 5
    }

    /// The first workday from a day on.
    pub fn workday(&self, day: u64) -> u64 {
        (day..)
            .find(|day| self.is_workday(*day))
            .unwrap_or_default()
    }

    /// A moment of that day at which somebody comes; none if that is not over by the end.
    pub fn moment(&self, day: u64, dice: &mut Dice) -> Option<Timestamp> {
        let hour = match self.is_workday(day) {
            true => dice.weighted(&OFFICE).unwrap_or(9),
            false => dice.between(8, 20),
        };
        let at = self.at(day, hour * 3600 + dice.below(3600));
        self.is_past(at).then_some(at)
    }

    /// Whether what begins then is over by the end.
    pub fn is_past(&self, at: Timestamp) -> bool {
        at.plus(QUIET) < self.now
    }

    /// A moment so many minutes before the end.
    pub fn ago(&self, minutes: u64) -> Timestamp {
        self.now.minus(Duration::from_secs(minutes * 60))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_and_the_end() {
        // A Friday.
        let now: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
        let calendar = Calendar::before(now);
        assert_eq!(calendar.weekday(DAYS), 4);
        assert_eq!(calendar.workday(DAYS + 1), DAYS + 3);
        assert_eq!(calendar.day(now), DAYS);
        assert_eq!(calendar.opening().to_string(), "2026-05-22T05:00:00Z");
        let mut dice = Dice::new(1);
        for day in 0..=DAYS {
            let at = calendar.moment(day, &mut dice);
            assert!(at.is_none_or(|at| at < calendar.ago(45) && calendar.day(at) == day));
            assert!(at.is_some() || day == DAYS);
        }
    }
}
