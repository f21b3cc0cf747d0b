//! The file of the master key: read, made, and exchanged for a new one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{FlockOperation, flock};

use super::CliError;
use crate::config::{FileKind, check_owner};
use crate::crypto::{Keys, MasterKey};
use crate::domain::time::Timestamp;

/// Reads a key file that is its owner's alone.
pub fn read(path: &Path) -> Result<Arc<Keys>, CliError> {
    if !path.exists() {
        return Err(CliError::Unusable(format!(
            "the master key {} is not there; put back the key file that `keyhatch init` made, or set key_file in the configuration",
            path.display()
        )));
    }
    check_owner(path, FileKind::Key)?;
    let text = fs::read_to_string(path).map(zeroize::Zeroizing::new);
    let text = text.map_err(|error| {
        CliError::Unusable(format!(
            "the master key {} can't be read: {error}; give its owner read permission",
            path.display()
        ))
    })?;
    let master = MasterKey::parse(&text).ok_or_else(|| {
        CliError::Unusable(format!(
            "{} is not a master key of Keyhatch; put back the file that `keyhatch init` made",
            path.display()
        ))
    })?;
    Ok(Arc::new(Keys::derive(&master)))
}

/// Makes a key file that only its owner can read, synced before anything is sealed with it.
pub fn make(path: &Path) -> Result<Arc<Keys>, CliError> {
    let master = MasterKey::generate()?;
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| write(&mut file, &master))
        .and_then(|()| sync_folder(path));
    made.map_err(|error| unmakeable(path, &error))?;
    Ok(Arc::new(Keys::derive(&master)))
}

fn write(file: &mut File, master: &MasterKey) -> std::io::Result<()> {
    file.write_all(master.file().expose().as_bytes())?;
    file.sync_all()
}

fn unmakeable(path: &Path, error: &std::io::Error) -> CliError {
    CliError::Unusable(format!(
        "the master key {} can't be made: {error}; make its folder writable or set key_file in the configuration",
        path.display()
    ))
}

fn sync_folder(path: &Path) -> std::io::Result<()> {
    match path.parent().filter(|folder| folder.is_dir()) {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name: OsString = path.to_owned().into();
    name.push(end);
    name.into()
}

/// Where a new key waits until the store has it.
pub fn successor(path: &Path) -> PathBuf {
    beside(path, ".new")
}

/// A new key that waits beside the old one. Its file is locked, so that nobody else makes another
/// meanwhile; one that is left of a process that was killed is of no use, unless the store has it.
pub struct Successor {
    path: PathBuf,
    /// The keys of the new one.
    pub keys: Arc<Keys>,
    _locked: File,
}

impl Successor {
    /// Writes a new key beside the present one.
    pub fn make(path: &Path) -> Result<Self, CliError> {
        let new = successor(path);
        let cannot = |error: std::io::Error| unmakeable(&new, &error);
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&new)
            .map_err(cannot)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Err(CliError::Refused(
                "another `keyhatch store rekey` is at work; wait for it".to_owned(),
            ));
        }
        let master = MasterKey::generate()?;
        file.set_len(0).map_err(cannot)?;
        file.rewind().map_err(cannot)?;
        write(&mut file, &master).map_err(cannot)?;
        sync_folder(&new).map_err(cannot)?;
        check_owner(&new, FileKind::Key)?;
        Ok(Self {
            path: path.to_owned(),
            keys: Arc::new(Keys::derive(&master)),
            _locked: file,
        })
    }

    /// The store has the new key: it takes the old one's place, which is kept under another name.
    pub fn adopt(&self, now: Timestamp) -> Result<PathBuf, CliError> {
        adopt(&self.path, now)
    }

    /// The store has kept the old key.
    pub fn discard(self) {
        let _ = fs::remove_file(successor(&self.path));
    }
}

/// Puts the new key into the old one's place; where the old one is kept.
pub fn adopt(path: &Path, now: Timestamp) -> Result<PathBuf, CliError> {
    let moment: String = now.to_string().replace(['-', ':'], "");
    let kept = beside(path, &format!(".until-{moment}"));
    let new = successor(path);
    let cannot = |error: std::io::Error| {
        CliError::Unusable(format!(
            "the store has its new key, but {} can't take the place of {}: {error}; rename it yourself",
            new.display(),
            path.display()
        ))
    };
    fs::hard_link(path, &kept).map_err(cannot)?;
    fs::rename(&new, path).map_err(cannot)?;
    sync_folder(path).map_err(cannot)?;
    Ok(kept)
}
