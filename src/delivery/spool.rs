//! A folder that something else empties: one JSON file a message, complete when its name ends in
//! `.json`, because it gets that name after it is safely on the disk.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use serde::Serialize;
use zeroize::Zeroizing;

use super::is_plain_id;
use crate::domain::outgoing::{Delivery, Outgoing};

/// A spool folder.
pub struct Spool {
    folder: PathBuf,
}

/// A message as the file shows it.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    channel: &'a str,
    to: &'a str,
    subject: &'a str,
    text: &'a str,
    html: Option<&'a str>,
    language: &'a str,
    created: String,
}

impl Spool {
    /// The spool in this folder, which is made at the first message if only it is missing.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Puts one message into the folder. One that is already there stays as it is.
    pub fn send(&self, message: &Outgoing) -> Delivery {
        if !is_plain_id(&message.id) {
            return Delivery::Never("the message has no usable id".to_owned());
        }
        match self.put(message) {
            Ok(()) => Delivery::Accepted,
            Err(error) => Delivery::Later(format!(
                "the spool folder {} can't be written ({}); check that it is there and has room",
                self.folder.display(),
                error.kind(),
            )),
        }
    }

    fn put(&self, message: &Outgoing) -> io::Result<()> {
        let entry = Entry {
            id: &message.id,
            channel: message.channel.key(),
            to: &message.to,
            subject: &message.subject,
            text: message.text.expose(),
            html: None,
            language: &message.language,
            created: message.created.to_string(),
        };
        put(&self.folder, &message.id, &entry, message.text.expose())
    }
}

/// Puts an entry into the folder under its id; one that is already there stays as it is. `text` is
/// the secret in it.
pub(super) fn put(folder: &Path, id: &str, entry: &impl Serialize, text: &str) -> io::Result<()> {
    let done = folder.join(format!("{id}.json"));
    if done.try_exists()? {
        return Ok(());
    }
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    // Room from the start: a buffer that grows leaves copies of the text behind.
    let mut json = Zeroizing::new(Vec::with_capacity(1024 + text.len() * 2));
    serde_json::to_writer(&mut *json, entry)?;
    json.push(b'\n');

    let unfinished = folder.join(format!(".{id}.part"));
    let written = write(&unfinished, &json).and_then(|()| fs::rename(&unfinished, &done));
    if written.is_err() {
        // It holds the text; the error that is told is the first one.
        let _ = fs::remove_file(&unfinished);
    }
    written?;
    // The new name must survive a power cut as well.
    File::open(folder)?.sync_all()
}

fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    // Left by an attempt that was killed.
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::domain::outgoing::Channel;
    use crate::domain::secret::SecretText;
    use crate::domain::time::Timestamp;

    fn message(id: &str) -> Outgoing {
        Outgoing {
            id: id.to_owned(),
            channel: Channel::Mail,
            to: "mia@home.example".to_owned(),
            subject: "Ihr Code: \"größer\"".to_owned(),
            text: SecretText::copied("zeile 1\n\u{1f98a} 123456\n"),
            language: "de".to_owned(),
            created: Timestamp::from_seconds(86_400),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[test]
    fn one_file_a_message_with_exactly_these_fields() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("out");
        let spool = Spool::new(folder.clone());
        assert_eq!(spool.send(&message("m-1")), Delivery::Accepted);
        assert_eq!(names(&folder), ["m-1.json"]);
        let path = folder.join("m-1.json");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        let json: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let expected = serde_json::json!({
            "id": "m-1",
            "channel": "mail",
            "to": "mia@home.example",
            "subject": "Ihr Code: \"größer\"",
            "text": "zeile 1\n\u{1f98a} 123456\n",
            "html": null,
            "language": "de",
            "created": "1970-01-02T00:00:00Z",
        });
        assert_eq!(json, expected);
    }

    #[test]
    fn sent_twice_is_there_once() {
        let root = tempfile::tempdir().unwrap();
        let spool = Spool::new(root.path().to_owned());
        fs::write(root.path().join(".m-2.part"), "left by a kill").unwrap();
        assert_eq!(spool.send(&message("m-2")), Delivery::Accepted);
        let first = fs::read(root.path().join("m-2.json")).unwrap();
        let mut again = message("m-2");
        again.subject = "other".to_owned();
        assert_eq!(spool.send(&again), Delivery::Accepted);
        assert_eq!(fs::read(root.path().join("m-2.json")).unwrap(), first);
        assert_eq!(names(root.path()), ["m-2.json"]);
    }

    #[test]
    fn a_folder_that_is_not_there_may_come_back() {
        let root = tempfile::tempdir().unwrap();
        let spool = Spool::new(root.path().join("not/there"));
        let Delivery::Later(cause) = spool.send(&message("m-3")) else {
            panic!("not later");
        };
        assert!(
            !cause.contains("mia") && !cause.contains("123456"),
            "{cause}"
        );
        fs::write(root.path().join("file"), "").unwrap();
        let spool = Spool::new(root.path().join("file"));
        assert!(matches!(spool.send(&message("m-3")), Delivery::Later(_)));
    }

    #[test]
    fn an_id_is_never_a_path() {
        let root = tempfile::tempdir().unwrap();
        let spool = Spool::new(root.path().join("out"));
        for id in ["", "../x", "a/b", ".", "a.b", "a\0b", "é", &"x".repeat(65)] {
            assert!(
                matches!(spool.send(&message(id)), Delivery::Never(_)),
                "{id:?}"
            );
        }
        assert!(names(root.path()).is_empty());
    }
}
