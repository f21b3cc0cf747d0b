//! A SQLite store as a file: copied out while others write, and put back in another's place. What
//! is copied is one moment of the store; what is put back is checked, brought up to date and
//! recorded before it takes the place, in one step, of the store that is kept beside it.

use std::fs::{self, File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection as Raw, OpenFlags};
use rustix::fs::{AtFlags, CWD, RenameFlags, linkat, renameat_with};
use rustix::io::Errno;

use super::engine::{Access, Engine};
use super::lock;
use super::place::plain;
use super::sqlite::Sqlite;
use super::tx::{Memo, params};
use super::{Place, StoreError, Tx, audit, migrations, settings};
use crate::crypto::Keys;
use crate::domain::audit::{Activity, Event};
use crate::domain::time::Timestamp;

/// How long a busy store is asked for its copy.
const BUSY: Duration = Duration::from_secs(30);
/// How long others may take to close the store that is replaced.
const CLOSING: Duration = Duration::from_secs(3);

/// Why no copy was made or put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It was refused; the sentence names the mend.
    #[error("{0}")]
    Refused(String),
    /// The store can't do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn refused<T>(sentence: impl Into<String>) -> Result<T, BackupError> {
    Err(BackupError::Refused(sentence.into()))
}

/// A copy that is whole and has not its name yet; gone if it never gets it.
pub struct Copied {
    partial: PathBuf,
    to: PathBuf,
}

impl Copied {
    /// Gives the copy its name, unless something else has it.
    pub fn publish(self) -> Result<(), BackupError> {
        let named = match renameat_with(CWD, &self.partial, CWD, &self.to, RenameFlags::NOREPLACE) {
            // A file server knows no such renaming. A second name does as well: it takes nobody's
            // place either, and the first one goes with this.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
                linkat(CWD, &self.partial, CWD, &self.to, AtFlags::empty())
            }
            named => named,
        };
        match named {
            Ok(()) => {
                sync_folder(&self.to);
                Ok(())
            }
            Err(Errno::EXIST) => refused(exists(&self.to)),
            Err(error) => refused(unwritable(&self.to, &error.to_string())),
        }
    }
}

impl Drop for Copied {
    fn drop(&mut self) {
        remove_database(&self.partial);
    }
}

fn exists(path: &Path) -> String {
    format!(
        "{} already exists and is not overwritten; name another file or remove it",
        path.display()
    )
}

fn unwritable(path: &Path, why: &str) -> String {
    format!(
        "{} can't be written: {why}; name another file or make room",
        path.display()
    )
}

/// Copies one moment of the store into a file that only its owner can read, checked and synced.
pub fn copy_out(place: &Place, to: &Path) -> Result<Copied, BackupError> {
    let Place::Sqlite(path) = place else {
        return refused(
            "a PostgreSQL store is backed up by its server; run pg_dump --format=custom, and keep the key file with it",
        );
    };
    let to = plain(to);
    let to = to.as_path();
    if to.symlink_metadata().is_ok() {
        return refused(exists(to));
    }
    if to.file_name().is_none() {
        return refused(format!("{} names no file; name one", to.display()));
    }
    let copied = Copied {
        partial: beside(to, &format!(".partial-{}", std::process::id())),
        to: to.to_owned(),
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let from =
        Raw::open_with_flags(path, flags).map_err(|error| super::sqlite::explain(path, &error))?;
    copy(&from, &copied.partial).map_err(|why| BackupError::Refused(unwritable(to, &why)))?;
    Ok(copied)
}

/// Copies a store whose tables are about to be changed beside it, for its owner alone, under the first
/// name that is free: what an earlier, broken-off try has kept stays.
pub(super) fn keep(from: &Raw, path: &Path, what: &str) -> Result<(), StoreError> {
    let cannot = |to: &Path, why: &str| StoreError::Unusable(unwritable(to, why));
    let mut to = path.with_extension(format!("{what}.db"));
    for nth in 2.. {
        if !to.exists() {
            break;
        }
        to = path.with_extension(format!("{what}-{nth}.db"));
    }
    let copied = Copied {
        partial: beside(&to, &format!(".partial-{}", std::process::id())),
        to,
    };
    copy(from, &copied.partial).map_err(|why| cannot(&copied.to, &why))?;
    match copied.publish() {
        Ok(()) => Ok(()),
        Err(BackupError::Refused(sentence)) => Err(StoreError::Unusable(sentence)),
        Err(BackupError::Store(error)) => Err(error),
    }
}

/// Copies a database into a new file and checks that the copy is whole; else why not.
fn copy(from: &Raw, to: &Path) -> Result<(), String> {
    let text = |error: rusqlite::Error| error.to_string();
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(to)
        .map_err(|error| error.to_string())?;
    let mut copy = Raw::open(to).map_err(text)?;
    let end = Instant::now() + BUSY;
    let backup = Backup::new(from, &mut copy).map_err(text)?;
    // All pages in one step: one read transaction, which no writer waits for.
    loop {
        match backup.step(-1).map_err(text)? {
            StepResult::Done => break,
            _ if Instant::now() < end => std::thread::sleep(Duration::from_millis(20)),
            _ => return Err("the store is busy".to_owned()),
        }
    }
    drop(backup);
    // One file, with nothing beside it that could be forgotten.
    copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))
        .map_err(text)?;
    whole(&copy)?;
    copy.close().map_err(|(_, error)| error.to_string())?;
    let synced = File::open(to).and_then(|file| file.sync_all());
    synced.map_err(|error| error.to_string())
}

/// Whether every page and index is what it should be; else what is not.
fn whole(database: &Raw) -> Result<(), String> {
    let check = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    match database.query_row("PRAGMA integrity_check(1)", [], check) {
        Ok(said) if said == "ok" => Ok(()),
        Ok(said) => Err(format!(
            "it is damaged ({})",
            crate::domain::text::clean(&said)
        )),
        Err(error) => Err(format!("it is damaged ({error})")),
    }
}

/// What was put in place.
pub struct Restored {
    /// Where the store that was there is kept, if there was one.
    pub kept: Option<PathBuf>,
    /// The number of the last audit record in the backup.
    pub last: i64,
}

/// Puts a backup in the store's place.
pub fn restore(
    path: &Path,
    from: &Path,
    keys: &Keys,
    by: &str,
    now: Timestamp,
) -> Result<Restored, BackupError> {
    let from = plain(from);
    let from = from.as_path();
    let found = match fs::metadata(from) {
        Ok(found) if found.is_file() => found,
        Ok(_) => {
            return refused(format!(
                "{} is not a file; name what `keyhatch store backup` wrote",
                from.display()
            ));
        }
        Err(error) => {
            return refused(format!(
                "{} can't be read: {error}; name what `keyhatch store backup` wrote",
                from.display()
            ));
        }
    };
    let is_the_store = fs::metadata(path)
        .is_ok_and(|store| (store.dev(), store.ino()) == (found.dev(), found.ino()));
    if is_the_store {
        return refused(format!(
            "{} is the store itself; name a backup of it",
            from.display()
        ));
    }
    Place::Sqlite(path.to_owned()).prepare()?;
    let Some(_alone) = lock::alone(path, CLOSING)? else {
        return refused(in_use(path));
    };
    let staging = Staging(beside(path, ".restoring"));
    remove_database(&staging.0);
    take_over(from, &staging.0)?;
    let last = prepare(&staging.0, from, keys, by, now)?;
    let kept = set_aside(path, now)?;
    if let Err(error) = fs::rename(&staging.0, path) {
        return refused(unwritable(path, &error.to_string()));
    }
    sync_folder(path);
    Ok(Restored { kept, last })
}

fn in_use(path: &Path) -> String {
    format!(
        "the store {} is in use; stop every kiosk, agent and console of this host first",
        path.display()
    )
}

/// A copy that is about to become the store; gone if it never does.
struct Staging(PathBuf);

impl Drop for Staging {
    fn drop(&mut self) {
        remove_database(&self.0);
    }
}

/// Copies the backup beside the store, refusing what is none.
fn take_over(from: &Path, staging: &Path) -> Result<(), BackupError> {
    let bad = |why: &str| {
        BackupError::Refused(format!(
            "{} can't be restored: {why}; name what `keyhatch store backup` wrote",
            from.display()
        ))
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let raw = Raw::open_with_flags(from, flags).map_err(|error| bad(&error.to_string()))?;
    migrations::check_sqlite(&raw).map_err(|why| bad(&why))?;
    whole(&raw).map_err(|why| bad(&why))?;
    copy(&raw, staging).map_err(|why| bad(&why))
}

/// Brings the copy up to date, checks its key, and records in it that it was restored; the number
/// of its last record before.
fn prepare(
    staging: &Path,
    from: &Path,
    keys: &Keys,
    by: &str,
    now: Timestamp,
) -> Result<i64, BackupError> {
    let mut engine = Sqlite::open_alone(staging, Access::Write)?;
    migrations::check_key(&mut engine, keys, Access::Write).map_err(|error| match error {
        StoreError::WrongKey => BackupError::Refused(format!(
            "{} was made with another key; put the key file of that time in place, or name it as key_file",
            from.display()
        )),
        other => other.into(),
    })?;
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let name = crate::domain::text::clean(&name);
    let mut last = None;
    engine.transact(&mut |connection| {
        let mut memo = Memo::default();
        let mut tx = Tx::new(connection, keys, now, &mut memo);
        if !settings::is_initialised(&mut tx)? {
            return Ok(());
        }
        let clock = tx.maybe(
            "SELECT number FROM meta WHERE name = 'clock'",
            params![],
            |mut row| row.maybe_time(),
        )?;
        tx.begin(clock.flatten().map_or(now, |clock| clock.max(now)), None);
        let (seq, _) = audit::head(&mut tx)?;
        let event = Event::new(Activity::StoreRestored, by);
        audit::append(&mut tx, event.detail(format!("{name}, up to record {seq}")))?;
        last = Some(seq);
        Ok(())
    })?;
    let Some(last) = last else {
        return refused(format!(
            "{} holds no organisation; name what `keyhatch store backup` wrote",
            from.display()
        ));
    };
    engine.settle(staging)?;
    Ok(last)
}

/// Gives the present store a second name with the date, so that it stays when another takes its
/// place. One that can't be opened any more is kept with what lies beside it.
fn set_aside(path: &Path, now: Timestamp) -> Result<Option<PathBuf>, BackupError> {
    if !path.exists() {
        return Ok(None);
    }
    let wal = beside(path, "-wal");
    // Its last connection brings in what is in the log, and takes the log away.
    let closed = Raw::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .and_then(|raw| {
            raw.busy_timeout(CLOSING)?;
            raw.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| {
                row.get::<_, i64>(0)
            })
        })
        .is_ok_and(|busy| busy == 0);
    if closed && wal.exists() {
        return refused(in_use(path));
    }
    let moment: String = now.to_string().replace(['-', ':'], "");
    let kept = beside(path, &format!(".replaced-{moment}"));
    if let Err(error) = fs::hard_link(path, &kept) {
        return refused(format!(
            "the present store can't be kept as {}: {error}; make its folder writable",
            kept.display()
        ));
    }
    for end in ["-wal", "-shm"] {
        let left = beside(path, end);
        if left.exists() {
            let _ = fs::rename(&left, beside(&kept, end));
        }
    }
    Ok(Some(kept))
}

/// A path with something more at its end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push(end);
    name.into()
}

/// Removes a database that nobody uses, and what SQLite leaves beside one.
fn remove_database(path: &Path) {
    for end in ["", "-journal", "-wal", "-shm"] {
        match fs::remove_file(beside(path, end)) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                tracing::warn!(%error, "a file that is of no use any more could not be removed");
            }
            _ => {}
        }
    }
}

fn sync_folder(path: &Path) {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if let Err(error) = File::open(folder).and_then(|folder| folder.sync_all()) {
        tracing::warn!(%error, "the folder could not be synced");
    }
}
