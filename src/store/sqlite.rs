//! SQLite: WAL, every commit synced, writers one after another.

use std::fs;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection as Raw, ErrorCode, OpenFlags, ToSql};

use super::engine::{Access, Body, Connection, Engine, NAMES};
use super::lock::{self, Lock};
use super::place::unusable;
use super::tx::{Row, Value};
use super::{StoreError, migrations};

/// A transaction that only looks.
const DEFERRED: &str = "BEGIN DEFERRED";

/// A transaction that writes, and waits for its turn at the start.
const IMMEDIATE: &str = "BEGIN IMMEDIATE";

/// How long a writer waits for the others.
const BUSY: Duration = Duration::from_secs(30);

/// One connection to a SQLite file.
pub struct Sqlite {
    raw: Raw,
    access: Access,
    /// Given back after the connection is closed.
    _lock: Option<Lock>,
    /// Where the file is and which one it is; none for a database in memory.
    file: Option<(PathBuf, Identity)>,
}

/// What tells one file from another that took its name: device and inode.
type Identity = (u64, u64);

fn identity(path: &Path) -> Option<Identity> {
    let found = fs::metadata(path).ok()?;
    Some((found.dev(), found.ino()))
}

impl Sqlite {
    /// Opens the file; makes or brings up to date its tables where the access allows it.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let lock = lock::share(path)?;
        let opened = Self::open_alone(path, access)?;
        Ok(Self {
            _lock: lock,
            ..opened
        })
    }

    /// The same for one that nobody else knows of.
    pub fn open_alone(path: &Path, access: Access) -> Result<Self, StoreError> {
        if access == Access::Create && !path.exists() {
            // Made here and not by SQLite, so that nobody else can read it from the first moment.
            fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(path)
                .map_err(|error| {
                    let why = format!("it can't be made: {error}");
                    unusable(path, &why, "choose another place with --store")
                })?;
        }
        let flags = match access {
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Access::Create | Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        } | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let raw = Raw::open_with_flags(path, flags).map_err(|error| explain(path, &error))?;
        Self::set_up(raw, path, access)
    }

    /// A database in memory, made up to date.
    pub fn in_memory() -> Result<Self, StoreError> {
        let path = Path::new(":memory:");
        let raw = Raw::open_in_memory().map_err(|error| explain(path, &error))?;
        Self::set_up(raw, path, Access::Create)
    }

    fn set_up(mut raw: Raw, path: &Path, access: Access) -> Result<Self, StoreError> {
        let explain = |error: rusqlite::Error| explain(path, &error);
        raw.busy_timeout(BUSY).map_err(explain)?;
        raw.set_prepared_statement_cache_capacity(128);
        raw.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -256;",
        )
        .map_err(explain)?;
        // A statement is planned once, not anew for each value bound to it.
        raw.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
            .map_err(explain)?;
        if access != Access::Read {
            if raw.is_readonly(rusqlite::MAIN_DB).map_err(explain)? {
                return Err(unusable(
                    path,
                    "it is read-only",
                    "give its owner write permission",
                ));
            }
            // After a large import the log is made short again. As much of it as its first index page
            // covers is gathered before it moves into the file: pages that every reset writes move
            // once for many of them.
            raw.execute_batch(
                "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;
                 PRAGMA wal_autocheckpoint = 4000;",
            )
            .map_err(explain)?;
            migrations::bring_up_sqlite(&mut raw, path, access)?;
        }
        let file = identity(path).map(|identity| (path.to_owned(), identity));
        Ok(Self {
            raw,
            access,
            _lock: None,
            file,
        })
    }

    /// Closes the connection with everything in the one file, which is synced.
    pub fn settle(self, path: &Path) -> Result<(), StoreError> {
        let explain = |error: rusqlite::Error| explain(path, &error);
        self.raw
            .execute_batch("PRAGMA journal_mode = WAL;")
            .map_err(explain)?;
        self.raw
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
            .map_err(explain)?;
        drop(self);
        let synced = fs::File::open(path).and_then(|file| file.sync_all());
        synced.map_err(|error| StoreError::Unavailable(error.to_string()))
    }
}

impl Engine for Sqlite {
    fn transact(&mut self, body: Body<'_>) -> Result<(), StoreError> {
        let behavior = match self.access {
            Access::Read => DEFERRED,
            Access::Create | Access::Write => IMMEDIATE,
        };
        self.run(behavior, body)
    }

    fn look(&mut self, body: Body<'_>) -> Result<(), StoreError> {
        self.run(DEFERRED, body)
    }

    fn is_stale(&self) -> bool {
        // SQLite goes on in a deleted file: what is acknowledged then would be nowhere.
        let moved = |(path, was): &(PathBuf, Identity)| identity(path) != Some(*was);
        self.file.as_ref().is_some_and(moved)
    }
}

impl Sqlite {
    fn run(&mut self, begin: &'static str, body: Body<'_>) -> Result<(), StoreError> {
        self.control(begin)?;
        let done = body(&mut Running(&self.raw)).and_then(|()| self.control("COMMIT"));
        if done.is_err() && !self.raw.is_autocommit() {
            // What can't be undone now is undone when the connection closes.
            let _open = self.control("ROLLBACK");
        }
        done
    }

    /// Parsed once, unlike what the library's own transactions say.
    fn control(&self, sql: &'static str) -> Result<(), StoreError> {
        let mut statement = self
            .raw
            .prepare_cached(sql)
            .map_err(|error| translate(&error))?;
        let done = statement.raw_execute();
        done.map(drop).map_err(|error| translate(&error))
    }
}

struct Running<'a>(&'a Raw);

impl Running<'_> {
    fn prepare(&self, sql: &str, params: &[Value]) -> Result<CachedStatement<'_>, StoreError> {
        let mut statement = self
            .0
            .prepare_cached(sql)
            .map_err(|error| translate(&error))?;
        for (name, value) in NAMES.iter().zip(params) {
            let index = statement
                .parameter_index(name)
                .map_err(|error| translate(&error))?;
            if let Some(index) = index {
                statement
                    .raw_bind_parameter(index, value)
                    .map_err(|error| translate(&error))?;
            }
        }
        Ok(statement)
    }
}

impl Connection for Running<'_> {
    fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError> {
        let mut statement = self.prepare(sql, params)?;
        let touched = statement.raw_execute().map_err(|error| translate(&error))?;
        Ok(touched as u64)
    }

    fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        row: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.prepare(sql, params)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(found) = rows.next().map_err(|error| translate(&error))? {
            let mut values = Vec::with_capacity(columns);
            for column in 0..columns {
                let value = found.get_ref(column).map_err(|error| translate(&error))?;
                values.push(read(value)?);
            }
            row(Row::new(values))?;
        }
        Ok(())
    }
}

fn read(value: ValueRef<'_>) -> Result<Value, StoreError> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) => Ok(Value::Int(number)),
        // Text that is no longer UTF-8 was tampered with; read so, the audit chain names its record.
        ValueRef::Text(bytes) => Ok(Value::Text(String::from_utf8_lossy(bytes).into_owned())),
        ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes.to_vec())),
        ValueRef::Real(_) => Err(StoreError::Damaged("a number that is not whole".to_owned())),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// An error at opening: it is about the file.
pub(super) fn explain(path: &Path, error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => unusable(
            path,
            "it is not a database or is damaged",
            "restore it from a backup or name another with --store",
        ),
        Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => unusable(
            path,
            "it can't be opened",
            "check that you own it and may read and write its folder",
        ),
        Some(ErrorCode::ReadOnly) => unusable(
            path,
            "it or its folder is read-only",
            "give its owner write permission",
        ),
        _ => translate(error),
    }
}

/// An error while working.
fn translate(error: &rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
        Some(ErrorCode::DiskFull) => StoreError::Unusable(
            "the disk of the store is full; make room, nothing was changed".to_owned(),
        ),
        Some(ErrorCode::ReadOnly) => StoreError::Unusable(
            "the store is read-only; give its owner write permission".to_owned(),
        ),
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            StoreError::Unusable("the store is damaged; restore it from a backup".to_owned())
        }
        _ => StoreError::Unavailable(error.to_string()),
    }
}
