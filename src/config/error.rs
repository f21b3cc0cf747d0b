//! What can be wrong with a configuration file, as sentences that show nothing of it but key names.

use std::io;
use std::path::{Path, PathBuf};

use super::owner::OwnerError;

/// Why the configuration can't be used; each says the mend.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// It is not there, or not for us.
    #[error("the configuration {} can't be read ({source}); create it or name another with --config", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// Others could have changed it.
    #[error(transparent)]
    Owner(#[from] OwnerError),
    /// It is not UTF-8.
    #[error("the configuration {} is not UTF-8 text; save it as UTF-8", .0.display())]
    NotText(PathBuf),
    /// Something in it is wrong.
    #[error("{}, line {line}: {what}", path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What to write instead.
        what: String,
    },
}

/// A mistake at a byte offset of the file.
#[derive(Debug)]
pub(super) struct Fault {
    at: usize,
    what: String,
}

impl Fault {
    pub(super) fn new(at: usize, what: impl Into<String>) -> Self {
        Self {
            at,
            what: what.into(),
        }
    }

    pub(super) fn in_file(self, path: &Path, text: &str) -> ConfigError {
        let before = text.as_bytes().get(..self.at).unwrap_or(text.as_bytes());
        ConfigError::Invalid {
            path: path.to_owned(),
            line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
            what: self.what,
        }
    }
}

impl From<toml::de::Error> for Fault {
    fn from(error: toml::de::Error) -> Self {
        Self::new(
            error.span().map_or(0, |span| span.start),
            mend(error.message()),
        )
    }
}

/// The parser's message turned into what to write. The ones that quote the offending value lose
/// it: somebody may have put a password where a number belongs.
fn mend(message: &str) -> String {
    let expected = |message: &str| -> String {
        let tail = message
            .rsplit_once(", expected ")
            .map_or("", |(_, tail)| tail);
        match tail {
            "" => "something else".to_owned(),
            "a string" | "path string" => "text in quotes".to_owned(),
            "a boolean" => "true or false".to_owned(),
            "a sequence" => "a list in brackets".to_owned(),
            "a map" => "a table".to_owned(),
            "f64" => "a number".to_owned(),
            "i64" | "u16" | "u64" => "a whole number".to_owned(),
            other if other.starts_with("struct ") => "a table".to_owned(),
            other => other.to_owned(),
        }
    };
    if let Some(rest) = message.strip_prefix("unknown field ") {
        match rest.split_once(", ") {
            Some((key, known)) => format!("unknown key {key}; {known}"),
            None => format!("unknown key {rest}"),
        }
    } else if let Some(key) = message.strip_prefix("missing field ") {
        format!("the key {key} is missing in this section; add it")
    } else if message.starts_with("unknown variant ") {
        format!("unknown value; write {}", expected(message))
    } else if message.starts_with("invalid ") && message.contains(", expected ") {
        format!("write {} here", expected(message))
    } else {
        message.replace('\n', "; ")
    }
}
