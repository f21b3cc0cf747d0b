//! Who has a SQLite store open. Every connection holds the lock file beside it shared; whoever puts
//! another file in the store's place holds it alone, because SQLite can't bear a file that is
//! exchanged under it. The kernel takes a lock back when its process ends, however that ends.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

use super::StoreError;
use super::place::unusable;

/// How long somebody who opens the store waits for one who exchanges it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often they look.
const LOOK: Duration = Duration::from_millis(20);

/// A lock, given back when dropped.
pub struct Lock(#[expect(dead_code, reason = "what counts is that it is open")] File);

/// Says that the store is open here. Where no lock file can be made, the folder can't be written,
/// and nobody can exchange the store either.
pub fn share(path: &Path) -> Result<Option<Lock>, StoreError> {
    let file = match open(path) {
        Ok(file) => file,
        Err(error) if is_forbidden(&error) => return Ok(None),
        Err(error) => return Err(cannot(path, &error)),
    };
    match wait(&file, FlockOperation::NonBlockingLockShared, PATIENCE) {
        Ok(true) => Ok(Some(Lock(file))),
        Ok(false) => Err(StoreError::Busy),
        Err(error) => Err(cannot(path, &error.into())),
    }
}

/// Has the store alone, if everybody else has closed it within `patience`.
pub fn alone(path: &Path, patience: Duration) -> Result<Option<Lock>, StoreError> {
    let file = open(path).map_err(|error| cannot(path, &error))?;
    match wait(&file, FlockOperation::NonBlockingLockExclusive, patience) {
        Ok(true) => Ok(Some(Lock(file))),
        Ok(false) => Ok(None),
        Err(error) => Err(cannot(path, &error.into())),
    }
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut name = path.to_owned().into_os_string();
    name.push("-lock");
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(PathBuf::from(name))
}

fn is_forbidden(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

fn wait(file: &File, operation: FlockOperation, patience: Duration) -> Result<bool, Errno> {
    let end = Instant::now() + patience;
    loop {
        match flock(file, operation) {
            Ok(()) => return Ok(true),
            Err(Errno::WOULDBLOCK | Errno::INTR) if Instant::now() < end => thread::sleep(LOOK),
            Err(Errno::WOULDBLOCK | Errno::INTR) => return Ok(false),
            Err(error) => return Err(error),
        }
    }
}

fn cannot(path: &Path, error: &std::io::Error) -> StoreError {
    unusable(
        path,
        &format!("its lock file can't be used: {error}"),
        "check its folder's permissions",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_share_and_one_is_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("a.db");
        let first = share(&store).unwrap();
        let second = share(&store).unwrap();
        assert!(first.is_some() && second.is_some());
        assert!(alone(&store, Duration::ZERO).unwrap().is_none());
        drop((first, second));
        let held = alone(&store, Duration::ZERO).unwrap();
        assert!(held.is_some());
        assert!(alone(&store, Duration::ZERO).unwrap().is_none());
        drop(held);
        assert!(share(&store).unwrap().is_some());
    }
}
