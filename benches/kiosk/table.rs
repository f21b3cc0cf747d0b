//! The table of what was measured.

use std::fmt::Write as _;
use std::time::Duration;

/// One line of it.
pub struct Row {
    what: String,
    measured: f64,
    limit: Option<f64>,
    unit: &'static str,
}

impl Row {
    /// A time.
    pub fn time(what: &str, measured: Duration) -> Self {
        Self {
            what: what.to_owned(),
            measured: measured.as_secs_f64() * 1e3,
            limit: None,
            unit: "ms",
        }
    }

    /// An amount of memory, measured in KiB.
    pub fn memory(what: &str, kib: u64) -> Self {
        Self {
            what: what.to_owned(),
            measured: kib as f64 / 1024.0,
            limit: None,
            unit: "MiB",
        }
    }

    /// Something counted.
    pub fn number(what: &str, measured: f64, unit: &'static str) -> Self {
        Self {
            what: what.to_owned(),
            measured,
            limit: None,
            unit,
        }
    }

    /// The same with a limit that it must stay under.
    pub fn under(self, limit: f64) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }

    /// Whether the limit is broken.
    pub fn broken(&self) -> bool {
        self.limit.is_some_and(|limit| self.measured >= limit)
    }
}

/// The table as text: what, measured, limit, ratio.
pub fn text(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<52} {:>14} {:>12} {:>7}\n",
        "what", "measured", "limit", "ratio"
    );
    for row in rows {
        let measured = format!("{:.2} {}", row.measured, row.unit);
        let (limit, ratio) = match row.limit {
            Some(limit) => (
                format!("{limit:.2} {}", row.unit),
                format!("{:.2}", row.measured / limit),
            ),
            None => (String::new(), String::new()),
        };
        let mark = if row.broken() { "  BROKEN" } else { "" };
        let _ = writeln!(
            text,
            "{:<52} {measured:>14} {limit:>12} {ratio:>7}{mark}",
            row.what
        );
    }
    text
}
