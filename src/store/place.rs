//! Where a store is, and whether that is a place for one.

use std::fs;
use std::path::{Path, PathBuf};

use super::StoreError;

/// Filesystems on which SQLite's locks and syncs can't be trusted, by their magic numbers
/// (`statfs(2)`): NFS, SMB, CIFS, SMB2, 9P, AFS, Ceph.
const NETWORK: [u64; 7] = [
    0x6969,
    0x517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x0102_1997,
    0x5346_414f,
    0x00c3_6400,
];

/// The place of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file of SQLite's.
    Sqlite(PathBuf),
    /// A PostgreSQL database, by URL.
    Postgres(String),
    /// This process's memory.
    Memory,
}

impl Place {
    /// Reads a `--store` value: a path, `sqlite:PATH`, or a `postgres://` URL.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Self::Postgres(text.to_owned());
        }
        let path = text
            .strip_prefix("sqlite://")
            .or_else(|| text.strip_prefix("sqlite:"))
            .unwrap_or(text);
        Self::Sqlite(plain(Path::new(path)))
    }

    /// Makes the folder for a new store; refuses a folder in the file's place.
    pub(super) fn prepare(&self) -> Result<(), StoreError> {
        let Self::Sqlite(path) = self else {
            return Ok(());
        };
        let folder = folder(path);
        if !folder.exists() {
            make_private(&folder).map_err(|error| {
                unusable(
                    path,
                    &format!("its folder can't be made: {error}"),
                    "choose another place with --store",
                )
            })?;
        }
        not_a_folder(path)?;
        local(path)
    }

    /// Refuses what is not there, or not a file, or not safe to use as one.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        let Self::Sqlite(path) = self else {
            return Ok(());
        };
        not_a_folder(path)?;
        if !path.exists() {
            return Err(unusable(
                path,
                "there is none",
                "make one with `keyhatch init`",
            ));
        }
        local(path)
    }
}

/// The same file by a name that SQLite takes for one: what begins with `file:` is a URL to it.
pub(super) fn plain(path: &Path) -> PathBuf {
    match path.as_os_str().as_encoded_bytes().starts_with(b"file:") {
        true => Path::new(".").join(path),
        false => path.to_owned(),
    }
}

/// A sentence about a store that can't be used, with its mend.
pub(super) fn unusable(path: &Path, why: &str, mend: &str) -> StoreError {
    StoreError::Unusable(format!(
        "the store {} can't be used: {why}; {mend}",
        path.display()
    ))
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn make_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

fn not_a_folder(path: &Path) -> Result<(), StoreError> {
    if path.is_dir() {
        return Err(unusable(path, "it is a folder", "name a file with --store"));
    }
    Ok(())
}

/// Refuses a network filesystem.
pub(super) fn local(path: &Path) -> Result<(), StoreError> {
    let stat = rustix::fs::statfs(folder(path)).map_err(|error| {
        unusable(
            path,
            &format!("its folder can't be read: {error}"),
            "check its permissions",
        )
    })?;
    let kind = u64::try_from(stat.f_type).unwrap_or_default() & 0xffff_ffff;
    if NETWORK.contains(&kind) {
        return Err(unusable(
            path,
            "it lies on a network filesystem, where SQLite's locks can't be trusted",
            "put it on a local disk, or use a postgres:// store",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_by_their_text() {
        assert_eq!(Place::parse("/a/b.db"), Place::Sqlite("/a/b.db".into()));
        assert_eq!(
            Place::parse("sqlite:///a/b.db"),
            Place::Sqlite("/a/b.db".into())
        );
        assert_eq!(Place::parse("sqlite:b.db"), Place::Sqlite("b.db".into()));
        assert_eq!(
            Place::parse("file:b.db?mode=memory"),
            Place::Sqlite("./file:b.db?mode=memory".into())
        );
        assert!(matches!(Place::parse("postgres://h/d"), Place::Postgres(_)));
    }
}
