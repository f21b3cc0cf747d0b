//! Data on stdout: JSON, or columns for people.

use std::io::{ErrorKind, Write as _};

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::CliError;
use crate::domain::text;

/// One line on stdout. A reader that has gone away ends nothing badly.
pub fn line(text: &str) -> Result<(), CliError> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// A value as JSON on stdout.
pub fn json<T: Serialize>(value: &T) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| CliError::Refused(format!("JSON could not be written: {error}")))?;
    line(&text)
}

/// A remark on stderr, one line; what it repeats of a name or a path can't move the cursor.
pub fn remark(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}", text::clean(text));
}

/// Columns as wide as what is in them, with a heading.
pub fn table(heading: &[&str], rows: &[Vec<String>]) -> Result<(), CliError> {
    let mut widths: Vec<usize> = heading.iter().map(|cell| cell.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let heading: Vec<String> = heading.iter().map(|cell| (*cell).to_owned()).collect();
    for row in std::iter::once(&heading).chain(rows) {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                let gap = width.saturating_sub(cell.width());
                format!("{cell}{}", " ".repeat(gap))
            })
            .collect();
        line(cells.join("  ").trim_end())?;
    }
    Ok(())
}
