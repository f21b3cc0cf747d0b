//! A moment as a language writes it, in the host's time zone with its offset. Years are Gregorian in
//! every language: the other calendars would be half a megabyte of memory that nobody here reads.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::{Date, DateTime, Time};
use icu_locale_core::Locale;

use crate::domain::time::Timestamp;

/// The moment, written.
pub fn written(at: Timestamp, tag: &str) -> String {
    let zone = jiff::tz::TimeZone::system();
    in_zone(at, tag, zone).unwrap_or_else(|| at.to_string())
}

fn in_zone(at: Timestamp, tag: &str, zone: jiff::tz::TimeZone) -> Option<String> {
    let zoned = jiff::Timestamp::from_microsecond(at.micros())
        .ok()?
        .to_zoned(zone);
    let date = Date::try_new_gregorian(
        i32::from(zoned.year()),
        u8::try_from(zoned.month()).ok()?,
        u8::try_from(zoned.day()).ok()?,
    )
    .ok()?;
    let time = Time::try_new(
        u8::try_from(zoned.hour()).ok()?,
        u8::try_from(zoned.minute()).ok()?,
        0,
        0,
    )
    .ok()?;
    let locale: Locale = tag.parse().ok()?;
    let fields = YMD::long().with_time_hm();
    let formatter = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale.into(), fields);
    let written = formatter.ok()?.format(&DateTime { date, time }).to_string();
    let minutes = zoned.offset().seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    Some(format!("{written} (UTC{sign}{hours:02}:{minutes:02})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_each_language_writes_it() {
        let at = Timestamp::from_seconds(1_777_777_777);
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(2));
        let written = |tag| in_zone(at, tag, zone.clone()).unwrap();
        assert!(
            written("en").starts_with("May 3, 2026"),
            "{}",
            written("en")
        );
        assert!(
            written("de").starts_with("3. Mai 2026"),
            "{}",
            written("de")
        );
        assert!(
            written("ja").starts_with("2026年5月3日"),
            "{}",
            written("ja")
        );
        assert!(written("fr").starts_with("3 mai 2026"), "{}", written("fr"));
        assert!(
            written("es").starts_with("3 de mayo de 2026"),
            "{}",
            written("es")
        );
        assert!(written("en").ends_with("(UTC+02:00)"));
    }
}
