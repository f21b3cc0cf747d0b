//! Cells of a CSV that a spreadsheet may open: what it would take for a formula stands behind an
//! apostrophe, which is taken away again when the file is read.

use std::borrow::Cow;

/// What a spreadsheet computes, some of them in full width, too, and the apostrophe itself, so that a
/// cell reads back as it was.
const COMPUTED: [char; 12] = [
    '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\'',
];

/// A cell as it is written.
pub fn guard(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(COMPUTED) {
        true => Cow::Owned(format!("'{cell}")),
        false => Cow::Borrowed(cell),
    }
}

/// A cell as it is meant.
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(COMPUTED) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_cells_read_back() {
        for cell in [
            "", "Mia", "+1425", "=1+1", "-x", "@a", "'", "''", "'=x", "'hello", "O'Neill", "＝1+1",
            "＋x", "－x", "＠a",
        ] {
            let written = guard(cell);
            let computed = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
            assert!(!written.starts_with(computed), "{written}");
            assert_eq!(unguard(&written), cell);
        }
        assert_eq!(unguard("'hello"), "'hello", "written by hand");
        assert_eq!(unguard("'+1425"), "+1425");
    }
}
