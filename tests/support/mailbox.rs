//! Where letters arrive, and the codes in them.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::exim::Exim;
use super::wait_for;

/// Anything letters arrive in.
pub trait Mailbox {
    /// The texts of the letters for an address; of a spool, oldest first.
    fn letters(&self, address: &str) -> Vec<String>;

    /// The newest code for an address, once more than `earlier` have arrived.
    fn code_after(&self, address: &str, earlier: usize) -> String {
        wait_for(&format!("code for {address}"), || {
            let codes = self.codes(address);
            (codes.len() > earlier).then(|| codes.last().unwrap().clone())
        })
        .unwrap()
    }

    /// Every code for an address.
    fn codes(&self, address: &str) -> Vec<String> {
        self.letters(address)
            .iter()
            .filter_map(|l| code(l))
            .collect()
    }

    /// The letters for an address that hold no code, once there are so many.
    fn notices(&self, address: &str, count: usize) -> Vec<String> {
        wait_for(&format!("notice for {address}"), || {
            let mut letters = self.letters(address);
            letters.retain(|letter| code(letter).is_none());
            (letters.len() >= count).then_some(letters)
        })
        .unwrap()
    }
}

/// The digits that stand on a line of their own.
fn code(letter: &str) -> Option<String> {
    let length = 6..=10;
    let digits =
        |line: &str| length.contains(&line.len()) && line.bytes().all(|b| b.is_ascii_digit());
    letter
        .lines()
        .map(str::trim)
        .find(|line| digits(line))
        .map(str::to_owned)
}

/// The spool folder.
pub struct Spool(pub PathBuf);

impl Spool {
    /// Every file, as JSON, by the time it was made.
    pub fn entries(&self) -> Vec<Value> {
        let Ok(files) = fs::read_dir(&self.0) else {
            return Vec::new();
        };
        let done = files.map(|file| file.unwrap().path());
        let done = done.filter(|path| path.extension().is_some_and(|end| end == "json"));
        let read = |path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let mut all: Vec<Value> = done.map(read).collect();
        all.sort_by_key(|entry| entry["created"].as_str().unwrap().to_owned());
        all
    }
}

impl Mailbox for Spool {
    fn letters(&self, address: &str) -> Vec<String> {
        let mut entries = self.entries();
        entries.retain(|entry| entry["to"] == address);
        let text = |entry: &Value| entry["text"].as_str().unwrap().to_owned();
        entries.iter().map(text).collect()
    }
}

impl Mailbox for Exim {
    fn letters(&self, address: &str) -> Vec<String> {
        let envelope = format!("Envelope-to: {address}\n");
        let mut mails = self.mails();
        mails.retain(|mail| mail.contains(&envelope));
        mails.iter().map(|mail| body(mail)).collect()
    }
}

fn header(mail: &str, name: &str) -> String {
    let found = mail
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    found.unwrap_or_default().to_owned()
}

/// The text of a mail of one part, decoded.
fn body(mail: &str) -> String {
    let (_, body) = mail.split_once("\n\n").unwrap_or_default();
    match header(mail, "Content-Transfer-Encoding").as_str() {
        "base64" => {
            let joined: String = body.split_whitespace().collect();
            let bytes = data_encoding::BASE64.decode(joined.as_bytes()).unwrap();
            String::from_utf8(bytes).unwrap()
        }
        _ => body.to_owned(),
    }
}
