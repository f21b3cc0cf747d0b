//! Who may own and change the files that the program trusts.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What a file is to the program, which decides who else may touch it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The configuration: others may read it.
    Config,
    /// The store: others may not change it.
    Store,
    /// A password file: the group may read it, so that root can own it.
    Secret,
    /// The filter of passwords known from breaches: others may not change it.
    Filter,
    /// The master key: nobody else at all.
    Key,
}

impl FileKind {
    /// The permission bits that must not be set.
    const fn forbidden(self) -> u32 {
        match self {
            Self::Config | Self::Store | Self::Filter => 0o022,
            Self::Secret => 0o027,
            Self::Key => 0o077,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Config => "configuration",
            Self::Store => "store",
            Self::Secret => "password file",
            Self::Filter => "breach filter",
            Self::Key => "master key",
        }
    }
}

/// Why a file can't be trusted, with the command that mends it.
#[derive(Debug, thiserror::Error)]
pub enum OwnerError {
    /// It is not there, or not for us.
    #[error("the {} {} can't be looked at ({source}); check the path and its folders", kind.name(), path.display())]
    Unreadable {
        /// What it is.
        kind: FileKind,
        /// Where it is.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// It is a folder or a device.
    #[error("the {} {} is not a file; name a file", kind.name(), path.display())]
    NotAFile {
        /// What it should be.
        kind: FileKind,
        /// Where it is.
        path: PathBuf,
    },
    /// It belongs to somebody else.
    #[error("the {} {} belongs to user {owner}, who could change it; run: chown {wanted} {}", kind.name(), path.display(), path.display())]
    Foreign {
        /// What it is.
        kind: FileKind,
        /// Where it is.
        path: PathBuf,
        /// Whose it is.
        owner: u32,
        /// Whose it should be: the user we run as.
        wanted: u32,
    },
    /// It belongs to the user of an installation, and root is not that user: what root writes beside
    /// it would shut that user out.
    #[error("the {} {} belongs to user {owner}; run this as that user (sudo -u '#{owner}' keyhatch …) or, if it is root's, run: chown 0 {}", kind.name(), path.display(), path.display())]
    NotOfRoot {
        /// What it is.
        kind: FileKind,
        /// Where it is.
        path: PathBuf,
        /// Whose it is.
        owner: u32,
    },
    /// Its permissions let others in.
    #[error("the {} {} is open to others (mode {mode:03o}); run: chmod 600 {}", kind.name(), path.display(), path.display())]
    Open {
        /// What it is.
        kind: FileKind,
        /// Where it is.
        path: PathBuf,
        /// Its permissions.
        mode: u32,
    },
}

/// Checks that a file belongs to the user we run as or to root, and that nobody else may change it
/// or, where it is secret, read it.
///
/// # Errors
/// It doesn't, or it can't be looked at.
pub fn check_owner(path: &Path, kind: FileKind) -> Result<(), OwnerError> {
    let metadata = fs::metadata(path).map_err(|source| OwnerError::Unreadable {
        kind,
        path: path.to_owned(),
        source,
    })?;
    check(path, kind, &metadata)
}

/// The same for a file that is already open, which nobody can swap any more.
pub(super) fn check(path: &Path, kind: FileKind, found: &Metadata) -> Result<(), OwnerError> {
    if !found.is_file() {
        let path = path.to_owned();
        return Err(OwnerError::NotAFile { kind, path });
    }
    judge(
        path,
        kind,
        found.uid(),
        found.mode(),
        rustix::process::geteuid().as_raw(),
    )
}

fn judge(path: &Path, kind: FileKind, owner: u32, mode: u32, us: u32) -> Result<(), OwnerError> {
    let path = || path.to_owned();
    if owner != us && us == 0 {
        return Err(OwnerError::NotOfRoot {
            kind,
            path: path(),
            owner,
        });
    }
    if owner != us && owner != 0 {
        return Err(OwnerError::Foreign {
            kind,
            path: path(),
            owner,
            wanted: us,
        });
    }
    if mode & kind.forbidden() != 0 {
        return Err(OwnerError::Open {
            kind,
            path: path(),
            mode: mode & 0o777,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_we_and_root_are_trusted() {
        use FileKind::{Config, Filter, Key, Secret, Store};
        let path = Path::new("/etc/keyhatch/file");
        for (kind, owner, mode, fix) in [
            (Config, 0, 0o100_644, None),
            (Config, 990, 0o100_640, None),
            (Config, 990, 0o100_664, Some("chmod 600 /etc/keyhatch/file")),
            (Config, 990, 0o100_646, Some("chmod 600 /etc/keyhatch/file")),
            (
                Config,
                1000,
                0o100_600,
                Some("chown 990 /etc/keyhatch/file"),
            ),
            (Store, 990, 0o100_644, None),
            (Store, 990, 0o100_666, Some("chmod 600 /etc/keyhatch/file")),
            (Filter, 0, 0o100_644, None),
            (Filter, 990, 0o100_664, Some("chmod 600 /etc/keyhatch/file")),
            (Secret, 0, 0o100_640, None),
            (Secret, 0, 0o100_644, Some("chmod 600 /etc/keyhatch/file")),
            (Key, 990, 0o100_600, None),
            (Key, 0, 0o100_400, None),
            (Key, 990, 0o100_640, Some("chmod 600 /etc/keyhatch/file")),
            (Key, 990, 0o100_604, Some("chmod 600 /etc/keyhatch/file")),
        ] {
            let said = judge(path, kind, owner, mode, 990)
                .err()
                .map(|e| e.to_string());
            match (said, fix) {
                (None, None) => {}
                (Some(said), Some(fix)) => assert!(said.ends_with(fix), "{said}"),
                (said, _) => panic!("{kind:?} {owner} {mode:o}: {said:?}"),
            }
        }
    }

    #[test]
    fn root_is_sent_to_the_user_of_the_installation() {
        let path = Path::new("/var/lib/keyhatch/keyhatch.db");
        let said = judge(path, FileKind::Store, 990, 0o100_600, 0).unwrap_err();
        let said = said.to_string();
        assert!(said.contains("sudo -u '#990' keyhatch …"), "{said}");
        assert!(judge(path, FileKind::Store, 0, 0o100_600, 0).is_ok());
    }

    #[test]
    fn a_folder_or_nothing_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let kind = FileKind::Config;
        assert!(matches!(
            check_owner(folder.path(), kind),
            Err(OwnerError::NotAFile { .. })
        ));
        assert!(matches!(
            check_owner(&folder.path().join("none"), kind),
            Err(OwnerError::Unreadable { .. })
        ));
    }
}
