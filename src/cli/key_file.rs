//! The file of the master key: read, made, and exchanged for a new one.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read as _, Seek as _, Write as _};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{FlockOperation, OFlags, flock};

use super::CliError;
use crate::config::{FileKind, check_owner};
use crate::crypto::{Keys, MasterKey};
use crate::domain::time::Timestamp;
use crate::store::StoreError;

/// More bytes than a key file has.
const LONGEST: usize = 1024;

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

/// Has the file of a new key alone; none while somebody else has it, or where it is no more: it may
/// have got its name between the opening and the lock, and is then the key of the store.
fn claim(new: &Path, create: bool) -> std::io::Result<Option<File>> {
    let nofollow = i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or_default();
    let opened = OpenOptions::new()
        .read(true)
        .write(true)
        .create(create)
        .truncate(false)
        .mode(0o600)
        .custom_flags(nofollow)
        .open(new);
    let file = match opened {
        Ok(file) => file,
        Err(error) if !create && error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
        return Ok(None);
    }
    let ours = file.metadata()?;
    let is_it = fs::symlink_metadata(new)
        .is_ok_and(|there| (there.dev(), there.ino()) == (ours.dev(), ours.ino()));
    Ok(is_it.then_some(file))
}

/// The key that a file holds, if it holds one.
fn held(file: &mut File) -> std::io::Result<Option<MasterKey>> {
    let mut text = zeroize::Zeroizing::new(String::with_capacity(LONGEST));
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    match file.take(most).read_to_string(&mut text) {
        Err(error) if error.kind() == ErrorKind::InvalidData => Ok(None),
        read => read.map(|_| MasterKey::parse(&text)),
    }
}

impl Successor {
    /// Writes a new key beside the present one. One that lies there already gives way unless the
    /// store has it, as `has` says, or nobody knows.
    pub fn make(
        path: &Path,
        has: impl FnOnce(Arc<Keys>) -> Result<bool, StoreError>,
    ) -> Result<Self, CliError> {
        let new = successor(path);
        let cannot = |error: std::io::Error| unmakeable(&new, &error);
        let Some(mut file) = claim(&new, true).map_err(cannot)? else {
            return Err(CliError::Refused(
                "another `keyhatch store rekey` is at work; wait for it".to_owned(),
            ));
        };
        if let Some(left) = held(&mut file).map_err(cannot)?
            && has(Arc::new(Keys::derive(&left)))?
        {
            return Err(CliError::Refused(
                "another `keyhatch store rekey` was broken off just now; run this again".to_owned(),
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

    /// Where it waits.
    pub fn waits_at(&self) -> PathBuf {
        successor(&self.path)
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

/// Gives a new key its name that the store has and whose process was killed; false where that
/// process is still at it, or somebody else was first.
pub fn finish(path: &Path, now: Timestamp) -> Result<bool, CliError> {
    let new = successor(path);
    let claimed = claim(&new, false).map_err(|error| unmakeable(&new, &error))?;
    match claimed {
        Some(_locked) => adopt(path, now).map(|_| true),
        None => Ok(false),
    }
}

/// Puts the new key into the old one's place; where the old one is kept.
fn adopt(path: &Path, now: Timestamp) -> Result<PathBuf, CliError> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_seconds(second)
    }

    #[test]
    fn a_key_that_the_store_may_have_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyhatch.key");
        make(&path).unwrap();
        let left = Successor::make(&path, |_| panic!("there is none")).unwrap();
        let waiting = left.waits_at();
        let kept = fs::read(&waiting).unwrap();
        assert!(Successor::make(&path, |_| Ok(false)).is_err(), "it is held");
        assert!(!finish(&path, at(1)).unwrap(), "it is held");
        drop(left);
        for has in [Ok(true), Err(StoreError::Busy)] {
            assert!(Successor::make(&path, |_| has).is_err());
            assert_eq!(fs::read(&waiting).unwrap(), kept);
        }
        assert!(finish(&path, at(2)).unwrap());
        assert_eq!(fs::read(&path).unwrap(), kept);
        assert!(!finish(&path, at(3)).unwrap(), "somebody was first");
        drop(Successor::make(&path, |_| panic!("there is none")).unwrap());
        let kept = fs::read(&waiting).unwrap();
        let another = Successor::make(&path, |_| Ok(false)).unwrap();
        assert_ne!(fs::read(another.waits_at()).unwrap(), kept);
    }

    #[test]
    fn a_file_that_got_its_name_meanwhile_is_not_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("keyhatch.key.new");
        let before = claim(&new, true).unwrap().unwrap();
        fs::rename(&new, folder.path().join("keyhatch.key")).unwrap();
        drop(before);
        assert!(claim(&new, false).unwrap().is_none());
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("keyhatch.key", &link).unwrap();
        assert!(claim(&link, true).is_err(), "no link is followed");
    }
}
