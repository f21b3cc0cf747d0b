//! Text art: a drawing in signs, as large as what shows it has room for.

use super::text;

/// Text art in its one form: every row clean, no blank ones above or below; nothing where a row is
/// wider or the whole higher than this, by the cells a terminal gives it.
pub fn fitting(art: &str, columns: usize, rows: usize) -> Option<String> {
    let lines: Vec<String> = art.lines().map(text::clean_line).collect();
    let inked = |line: &String| !line.is_empty();
    let first = lines.iter().position(inked).unwrap_or(0);
    let end = lines.iter().rposition(inked).map_or(0, |last| last + 1);
    let kept = lines.get(first..end).unwrap_or_default();
    let fits = kept.len() <= rows && kept.iter().all(|line| text::columns(line) <= columns);
    // Marks that take no cell can be piled up without end.
    let marked = |line: &String| line.chars().count() > columns * MARKS;
    (fits && !kept.iter().any(marked)).then(|| kept.join("\n"))
}

/// How many characters one cell may be made of.
const MARKS: usize = 4;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_edges_are_measured_in_cells() {
        for (row, fits) in [
            ("#".repeat(60), true),
            ("#".repeat(61), false),
            ("語".repeat(30), true),
            ("語".repeat(31), false),
            // Each of these is one cell, whatever it is made of.
            ("e\u{301}".repeat(60), true),
            (format!("{}{}", "#".repeat(60), "\u{301}".repeat(180)), true),
            (
                format!("{}{}", "#".repeat(60), "\u{301}".repeat(181)),
                false,
            ),
            (format!("{}   ", "#".repeat(60)), true),
        ] {
            assert_eq!(fitting(&row, 60, 6).is_some(), fits, "{row}");
        }
        for (rows, fits) in [(1, true), (6, true), (7, false), (1000, false)] {
            let art = vec!["#"; rows].join("\n");
            assert_eq!(fitting(&art, 60, 6).is_some(), fits, "{rows}");
        }
    }

    #[test]
    fn what_is_blank_around_it_is_no_part_of_it() {
        let padded = "\n \t \n  /\\  \n\n  \\/\r\n\n\n\n\n";
        assert_eq!(fitting(padded, 60, 3).as_deref(), Some("  /\\\n\n  \\/"));
        assert_eq!(fitting(" \n\n", 60, 6).as_deref(), Some(""));
        assert_eq!(fitting("", 60, 6).as_deref(), Some(""));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn its_one_form_is_one(art in "(?s).{0,80}") {
            if let Some(kept) = fitting(&art, 20, 4) {
                prop_assert_eq!(fitting(&kept, 20, 4), Some(kept.clone()));
                prop_assert!(kept.chars().all(|c| c == '\n' || text::is_showable(c)));
            }
        }
    }
}
