//! A file that is written anew: by a plain name, in the folder the console was started in. Never over
//! another file, and for its owner alone. The ending is ours to choose, so that nobody makes a file
//! of the host's that means something.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

use crate::domain::msg::Msg;

/// The longest name.
const LONGEST: usize = 100;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// The name is none for it.
    Name,
    /// There is one of that name.
    Exists,
    /// It could not be written.
    Failed,
}

impl Unmade {
    /// The sentence.
    pub fn msg(self) -> Msg {
        Msg::new(match self {
            Self::Name => "new-file-name",
            Self::Exists => "new-file-exists",
            Self::Failed => "new-file-failed",
        })
    }
}

/// The path of a typed name with one of these endings; which of them.
pub fn path(typed: &str, endings: &[&str]) -> Result<(PathBuf, usize), Unmade> {
    let name = typed.trim();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let ending = endings.iter().position(|ending| {
        let stem = name.strip_suffix(ending);
        stem.is_some_and(|stem| !stem.is_empty())
    });
    match ending {
        Some(ending)
            if name.len() <= LONGEST && !name.starts_with('.') && name.chars().all(plain) =>
        {
            let path = PathBuf::from(name);
            match path.exists() {
                true => Err(Unmade::Exists),
                false => Ok((path, ending)),
            }
        }
        _ => Err(Unmade::Name),
    }
}

/// What is being written. It is there when it is finished, and not at all when it is not.
pub struct NewFile {
    path: PathBuf,
    file: Option<Result<BufWriter<File>, Unmade>>,
    finished: bool,
}

impl NewFile {
    /// A file of this path, which is made when the first is written into it.
    pub const fn new(path: PathBuf) -> Self {
        Self {
            path,
            file: None,
            finished: false,
        }
    }

    /// Writes some of it, unless something went wrong before.
    pub fn write(&mut self, text: &str) {
        let path = &self.path;
        let file = self.file.get_or_insert_with(|| {
            let mut options = OpenOptions::new();
            let made = options.write(true).create_new(true).mode(0o600).open(path);
            made.map(BufWriter::new)
                .map_err(|error| match error.kind() {
                    ErrorKind::AlreadyExists => Unmade::Exists,
                    _ => Unmade::Failed,
                })
        });
        if let Ok(open) = file
            && open.write_all(text.as_bytes()).is_err()
        {
            *file = Err(Unmade::Failed);
            let _ = std::fs::remove_file(path);
        }
    }

    /// Has all of it on the disk.
    pub fn finish(mut self) -> Result<(), Unmade> {
        self.write("");
        match self.file.take() {
            Some(Ok(mut file)) => {
                let synced = file.flush().and_then(|()| file.get_ref().sync_all());
                self.finished = synced.is_ok();
                if !self.finished {
                    let _ = std::fs::remove_file(&self.path);
                }
                synced.map_err(|_| Unmade::Failed)
            }
            Some(Err(unmade)) => Err(unmade),
            None => Err(Unmade::Failed),
        }
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if let Some(Ok(_)) = self.file.take()
            && !self.finished
        {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn only_plain_names_with_an_ending_of_ours() {
        for bad in [
            "",
            ".csv",
            "x",
            "x.txt",
            "/etc/x.csv",
            "../x.csv",
            "a/b.csv",
            ".x.csv",
            "a\u{1b}b.csv",
            "x.csv\u{202e}",
        ] {
            assert_eq!(path(bad, &[".csv"]), Err(Unmade::Name), "{bad}");
        }
        let (named, ending) = path(" Bericht für März.csv ", &[".jsonl", ".csv"]).unwrap();
        assert_eq!((named.to_str(), ending), (Some("Bericht für März.csv"), 1));
        assert_eq!(
            path(&format!("{}.csv", "x".repeat(97)), &[".csv"]),
            Err(Unmade::Name)
        );
    }

    #[test]
    fn never_over_another_and_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("new.csv");
        let mut file = NewFile::new(at.clone());
        file.write("a,b\r\n");
        file.finish().unwrap();
        assert_eq!(std::fs::read_to_string(&at).unwrap(), "a,b\r\n");
        let mode = std::fs::metadata(&at).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let mut other = NewFile::new(at.clone());
        other.write("c\r\n");
        assert_eq!(other.finish(), Err(Unmade::Exists));
        assert_eq!(std::fs::read_to_string(&at).unwrap(), "a,b\r\n");
        // What is given up leaves nothing; what holds nothing is there all the same.
        let given_up = folder.path().join("given up.csv");
        let mut file = NewFile::new(given_up.clone());
        file.write("a");
        drop(file);
        assert!(!given_up.exists());
        let empty = folder.path().join("empty.csv");
        NewFile::new(empty.clone()).finish().unwrap();
        assert!(empty.exists());
        let nowhere = NewFile::new(folder.path().join("no").join("x.csv"));
        assert_eq!(nowhere.finish(), Err(Unmade::Failed));
    }
}
