//! A CSV of accounts (RFC 4180): a header row with the words of `user add`, then an account a row.
//! Read as it goes, never as a whole; every row is known by the number of its first line in the
//! file, whatever line breaks stand inside its cells.

use std::cell::Cell;
use std::fs::File;
use std::io::{Error, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use csv::{ByteRecord, Reader, ReaderBuilder, Terminator};

use crate::domain::text::{self, counted};
use crate::service::cells::unguard;
use crate::service::form::Form;
use crate::service::import::{Entry, Line, Lines};

/// The columns, in the order of an export.
pub const COLUMNS: [&str; 12] = [
    "upn",
    "name",
    "given",
    "surname",
    "email",
    "alternate-email",
    "mobile",
    "office",
    "licence",
    "role",
    "language",
    "must-change",
];

/// The line that [`Plain`] adds at the end. It is no UTF-8, so no sound file holds it.
const END: &[u8] = b"\xff\xfe\xff";

/// The longest row. A quotation mark that is never closed would make one row of all the rest.
const LONGEST: usize = 1 << 20;

/// A file of accounts.
pub struct AccountFile(PathBuf);

impl AccountFile {
    /// The file of this path; opens nothing yet.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }
}

impl Lines for AccountFile {
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String> {
        Ok(Box::new(Rows::open(&self.0)?))
    }

    fn name(&self) -> String {
        let name = self.0.file_name().unwrap_or(self.0.as_os_str());
        name.to_string_lossy().into_owned()
    }
}

/// The rows of a file, one after another.
struct Rows<R: Read> {
    reader: Reader<Plain<R>>,
    /// Bytes given out since the last row.
    given: Rc<Cell<usize>>,
    /// The column of each cell, by its place in [`COLUMNS`].
    columns: Vec<usize>,
    record: ByteRecord,
    ended: bool,
}

impl Rows<File> {
    fn open(path: &Path) -> Result<Self, String> {
        let shown = path.display();
        let cannot = |error: Error| {
            format!("{shown} can't be read: {error}; name a CSV file with a header row")
        };
        let file = File::open(path).map_err(cannot)?;
        let found = file.metadata().map_err(cannot)?;
        if found.is_dir() {
            return Err(format!("{shown} is a folder; name a CSV file"));
        }
        if !found.is_file() {
            // It is read twice: once to judge it, once to take it in.
            return Err(format!(
                "{shown} is not a regular file; save it as one and name that"
            ));
        }
        Self::new(file).map_err(|wrong| format!("{shown}: {wrong}"))
    }
}

impl<R: Read> Rows<R> {
    fn new(from: R) -> Result<Self, String> {
        let given = Rc::new(Cell::new(0));
        let plain = Plain::new(from, given.clone());
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .terminator(Terminator::Any(b'\n'))
            .from_reader(plain);
        let mut rows = Self {
            reader,
            given,
            columns: Vec::new(),
            record: ByteRecord::new(),
            ended: false,
        };
        let Some(line) = rows.read()? else {
            return Err(format!(
                "it is empty; write a header row with any of {}, then an account a row",
                COLUMNS.join(",")
            ));
        };
        rows.columns = columns(&rows.record).map_err(|wrong| format!("line {line}: {wrong}"))?;
        Ok(rows)
    }

    /// Reads the next row; the number of its first line.
    fn read(&mut self) -> Result<Option<u64>, String> {
        self.given.set(0);
        let from = self.reader.position().line();
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => return Ok(None),
            Ok(true) if self.record == [END][..] => {
                return match self.reader.read_byte_record(&mut self.record) {
                    Ok(false) => Ok(None),
                    _ => Err("it is not UTF-8 text; save it as CSV UTF-8".to_owned()),
                };
            }
            Ok(true) => {}
            Err(error) => {
                let wrong = match error.into_kind() {
                    csv::ErrorKind::Io(error) if error.kind() == ErrorKind::FileTooLarge => {
                        "is longer than 1 MiB, as if a quotation mark was never closed".to_owned()
                    }
                    csv::ErrorKind::Io(error) => format!("can't be read: {error}"),
                    other => format!("can't be read: {other:?}"),
                };
                return Err(format!(
                    "the row that begins on line {from} or after it {wrong}"
                ));
            }
        }
        // Its end is known, empty lines before it are not: counted back from there.
        let inside = |cell: &[u8]| cell.iter().filter(|byte| **byte == b'\n').count();
        let inside: usize = self.record.iter().map(inside).sum();
        let inside = u64::try_from(inside).unwrap_or_default();
        let after = self.reader.position().line();
        let unclosed = |cell: &[u8]| cell.trim_ascii_end().ends_with(END);
        if self.record.iter().any(unclosed) {
            let line = after.saturating_sub(inside).max(1);
            return Err(format!(
                "a quotation mark in the row that begins on line {line} is never closed; close it"
            ));
        }
        Ok(Some(after.saturating_sub(1 + inside).max(1)))
    }

    fn entry(&self) -> Result<Entry, String> {
        if self.record.len() != self.columns.len() {
            return Err(format!(
                "it has {} where the header row names {}",
                counted(self.record.len(), "cell", "cells"),
                counted(self.columns.len(), "column", "columns")
            ));
        }
        let mut entry = Entry::default();
        for (column, cell) in self.columns.iter().zip(&self.record) {
            let name = COLUMNS.get(*column).copied().unwrap_or_default();
            let Ok(cell) = std::str::from_utf8(cell) else {
                return Err(format!("its {name} is not UTF-8 text"));
            };
            let cell = cell.replace(['\n', '\r', '\t'], " ");
            let cell = unguard(cell.trim());
            // An empty cell leaves what is there.
            if !cell.is_empty() {
                fill(&mut entry, name, cell)?;
            }
        }
        match entry.upn.is_empty() {
            true => Err("its upn is missing".to_owned()),
            false => Ok(entry),
        }
    }
}

fn fill(entry: &mut Entry, column: &str, cell: &str) -> Result<(), String> {
    let form: &mut Form = &mut entry.form;
    let value = Some(cell.to_owned());
    match column {
        "upn" => entry.upn = cell.to_owned(),
        "name" => form.name = value,
        "given" => form.given = value,
        "surname" => form.surname = value,
        "email" => form.email = value,
        "alternate-email" => form.alternate_email = value,
        "mobile" => form.mobile = value,
        "office" => form.office = value,
        "licence" if cell == "default" => form.licence = Some(String::new()),
        "licence" => form.licence = value,
        "role" => form.roles = Some(vec![cell.to_owned()]),
        "language" => form.language = value,
        _ => {
            entry.must_change = Some(match cell.to_ascii_lowercase().as_str() {
                "yes" | "on" | "true" | "1" => true,
                "no" | "off" | "false" | "0" => false,
                _ => {
                    return Err(format!(
                        "must-change can't be `{}`: write yes or no",
                        text::clean(cell)
                    ));
                }
            });
        }
    }
    Ok(())
}

/// The columns that a header row names.
fn columns(header: &ByteRecord) -> Result<Vec<usize>, String> {
    let mut columns = Vec::with_capacity(header.len());
    for cell in header {
        let Ok(cell) = std::str::from_utf8(cell) else {
            return Err("it is not UTF-8 text; save it as CSV UTF-8".to_owned());
        };
        let word = text::clean(cell).to_lowercase().replace(['_', ' '], "-");
        let Some(column) = COLUMNS.iter().position(|known| *known == word) else {
            let shown: String = text::clean(cell).chars().take(60).collect();
            let mend = match shown.contains([';', '\t']) && header.len() == 1 {
                true => "separate the columns by commas".to_owned(),
                false => format!("write any of {}", COLUMNS.join(", ")),
            };
            return Err(format!("there is no column `{shown}`; {mend}"));
        };
        if columns.contains(&column) {
            return Err(format!(
                "the column {word} stands there twice; keep one of them"
            ));
        }
        columns.push(column);
    }
    match columns.contains(&0) {
        true => Ok(columns),
        false => Err("the column upn is missing; add it, every account is known by it".to_owned()),
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Line, String>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        match self.read() {
            Ok(Some(line)) => Some(Ok((line, self.entry()))),
            Ok(None) => {
                self.ended = true;
                None
            }
            Err(wrong) => {
                self.ended = true;
                Some(Err(wrong))
            }
        }
    }
}

/// A file's bytes without a byte order mark, every line ended by one line feed, the last one, too,
/// and [`END`] after it: where it is inside a cell, a quotation mark was not closed. Gives hardly more than [`LONGEST`] for one row.
struct Plain<R: Read> {
    from: R,
    given: Rc<Cell<usize>>,
    raw: Vec<u8>,
    ready: Vec<u8>,
    taken: usize,
    started: bool,
    ended: bool,
    /// A carriage return that may belong to a line feed.
    held: bool,
    last: u8,
}

impl<R: Read> Plain<R> {
    fn new(from: R, given: Rc<Cell<usize>>) -> Self {
        Self {
            from,
            given,
            raw: vec![0; 1 << 16],
            ready: Vec::with_capacity(1 << 16),
            taken: 0,
            started: false,
            ended: false,
            held: false,
            last: b'\n',
        }
    }

    fn refill(&mut self) -> std::io::Result<()> {
        self.ready.clear();
        self.taken = 0;
        while self.ready.is_empty() && !self.ended {
            let read = self.from.read(&mut self.raw)?;
            let mut bytes = self.raw.get(..read).unwrap_or_default();
            if !self.started {
                self.started = true;
                bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            }
            for byte in bytes {
                if self.held && *byte != b'\n' {
                    self.ready.push(b'\r');
                }
                self.held = *byte == b'\r';
                if !self.held {
                    self.ready.push(*byte);
                }
            }
            self.last = self.ready.last().copied().unwrap_or(self.last);
            if read == 0 {
                self.ended = true;
                if self.held || self.last != b'\n' {
                    self.ready.push(b'\n');
                }
                self.ready.extend_from_slice(END);
                self.ready.push(b'\n');
            }
        }
        Ok(())
    }
}

impl<R: Read> Read for Plain<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.given.get() > LONGEST {
            return Err(Error::from(ErrorKind::FileTooLarge));
        }
        if self.taken >= self.ready.len() {
            self.refill()?;
        }
        let mut left = self.ready.get(self.taken..).unwrap_or_default();
        let read = left.read(out)?;
        self.taken += read;
        self.given.set(self.given.get() + read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8]) -> Result<Vec<Line>, String> {
        Rows::new(text)?.collect()
    }

    fn sound(text: &str) -> Vec<(u64, String)> {
        let rows = read(text.as_bytes()).unwrap();
        let one = |(line, row): Line| {
            let entry = row.unwrap();
            (
                line,
                format!("{} {}", entry.upn, entry.form.name.unwrap_or_default()),
            )
        };
        rows.into_iter().map(one).collect()
    }

    fn at(line: u64, text: &str) -> (u64, String) {
        (line, text.to_owned())
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text = "upn,name\na@b.c,\"A\nB\nC\"\n\n\nd@e.f,D\n\"g@h.i\",G";
        let expected = [at(2, "a@b.c A B C"), at(7, "d@e.f D"), at(8, "g@h.i G")];
        assert_eq!(sound(text), expected);
        assert_eq!(sound(&text.replace('\n', "\r\n")), expected);
        assert_eq!(sound(&format!("\u{feff}{text}\n")), expected);
        assert_eq!(
            sound(&format!("\n\n{text}")).first(),
            Some(&at(4, "a@b.c A B C"))
        );
    }

    #[test]
    fn headers_are_words_of_the_contract() {
        for good in ["upn", "UPN,Alternate_Email", "must change,upn", "\"upn\""] {
            assert!(read(format!("{good}\n").as_bytes()).is_ok(), "{good}");
        }
        for (bad, expected) in [
            ("", "empty"),
            ("\n\n", "empty"),
            ("name", "upn is missing"),
            ("upn,UPN", "twice"),
            ("upn,salary", "`salary`"),
            ("upn,", "no column ``"),
            ("upn;name", "by commas"),
            ("'upn", "`'upn`"),
        ] {
            let wrong = read(bad.as_bytes()).unwrap_err();
            assert!(wrong.contains(expected), "{bad}: {wrong}");
        }
        assert!(
            read(b"\xff\xfeu\0p\0n\0\n\0")
                .unwrap_err()
                .contains("UTF-8")
        );
    }

    #[test]
    fn a_bad_row_does_not_end_the_file() {
        let text = b"upn,name,must-change\na@b.c,A\na@b.c,\xff,\n,A,\na@b.c,A,maybe\na@b.c,,YES\n";
        let rows = read(text).unwrap();
        let wrong: Vec<_> = rows
            .iter()
            .filter_map(|(line, row)| Some((*line, row.as_ref().err()?.as_str())))
            .collect();
        assert_eq!(wrong.len(), 4);
        for ((line, wrong), (at, expected)) in wrong.iter().zip([
            (2, "2 cells where the header row names 3"),
            (3, "its name is not UTF-8"),
            (4, "its upn is missing"),
            (5, "must-change can't be `maybe`"),
        ]) {
            assert!(*line == at && wrong.contains(expected), "{line}: {wrong}");
        }
        let last = rows.last().unwrap().1.as_ref().unwrap();
        assert_eq!((last.must_change, &last.form.name), (Some(true), &None));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_no_rows() {
        for (text, line) in [
            ("upn,name\na@b.c,A\n\nd@e.f,\"D\ng@h.i,G\n", 4),
            ("upn,name\na@b.c,A\nd@e.f,\"D", 3),
            ("upn,name\na@b.c,A\n\"", 3),
        ] {
            let wrong = read(text.as_bytes()).unwrap_err();
            let expected = format!("line {line} is never closed");
            assert!(wrong.contains(&expected), "{text}: {wrong}");
        }
        // What marks the end can't stand before it.
        let early = [b"upn\n", END, b"\na@b.c\n"].concat();
        assert!(read(&early).unwrap_err().contains("UTF-8"));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_found_in_time() {
        let mut text = String::from("upn,name\na@b.c,A\nd@e.f,\"D\n");
        while text.len() < 4 * LONGEST {
            text.push_str("g@h.i,G\n");
        }
        let mut rows = Rows::new(text.as_bytes()).unwrap();
        assert!(rows.next().unwrap().is_ok());
        let wrong = rows.next().unwrap().unwrap_err();
        assert!(
            wrong.contains("line 3") && wrong.contains("never closed"),
            "{wrong}"
        );
        assert!(rows.next().is_none());
    }
}
