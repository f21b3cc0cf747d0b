//! The offline filter of passwords known from breaches: a file that is built once from a public list
//! of hashes ([`build`]) and asked one block at a time, so that its size costs no memory. A password
//! in the list is always found; one that is not is found by mistake less than once in 10,000 times.
//! Uses `domain` and `crypto`; what an answer means is decided in `service`.
//!
//! The file, version 1: blocks of 4,096 bytes, each ending in a checksum of the rest. The first is
//! the header: a magic text of 16 bytes, then, as little-endian numbers, the version and the number
//! of probes (4 bytes each), the number of blocks behind the header and the number of hashes (8 bytes
//! each). Every other is a Bloom filter of its own for the hashes whose first eight bytes fall into
//! its share.

mod block;
mod build;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use build::{BuildError, Built, build};

use crate::crypto::digest::sha1;
use crate::domain::secret::SecretText;
use crate::domain::text;
use block::{BYTES, Block, Header};

/// How many blocks are checked when a filter is opened; of a larger one, so many of all parts.
const CHECKED: u64 = 4096;

/// Why a filter can't be used; each says the mend.
#[derive(Debug, thiserror::Error)]
pub enum FilterError {
    /// It is not there, or can't be read.
    #[error("the breach filter {} can't be read ({source}); build it with `keyhatch policy build-filter`, or take breached_filter out of the configuration", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// It is something else.
    #[error("{} is no breach filter; build one with `keyhatch policy build-filter`", .0.display())]
    NotAFilter(PathBuf),
    /// Another version wrote it.
    #[error("the breach filter {} has another version; build it again with `keyhatch policy build-filter`", .0.display())]
    Version(PathBuf),
    /// It is not what was written.
    #[error("the breach filter {} is damaged; build it again with `keyhatch policy build-filter`", .0.display())]
    Damaged(PathBuf),
}

/// An open filter.
#[derive(Debug)]
pub struct Filter {
    file: File,
    path: PathBuf,
    header: Header,
}

impl Filter {
    /// Opens a filter and checks it: the header, the length, and up to 16 MiB of blocks. Of a larger
    /// one, as many from all parts; every block is checked again when it is asked.
    ///
    /// # Errors
    /// It is not there, is no filter, or is damaged.
    pub fn open(path: &Path) -> Result<Self, FilterError> {
        let unreadable = |source| FilterError::Unreadable {
            path: path.to_owned(),
            source,
        };
        let damaged = || FilterError::Damaged(path.to_owned());
        let file = File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?.len();
        let mut first = Block::empty();
        match file.read_exact_at(first.bytes_mut(), 0) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                return Err(FilterError::NotAFilter(path.to_owned()));
            }
            Err(source) => return Err(unreadable(source)),
        }
        if !Header::is_one(&first) {
            return Err(FilterError::NotAFilter(path.to_owned()));
        }
        let header = Header::read(&first).ok_or_else(|| FilterError::Version(path.to_owned()))?;
        if !first.is_sealed(block::HEADER) || header.length() != Some(length) {
            return Err(damaged());
        }
        let filter = Self {
            file,
            path: path.to_owned(),
            header,
        };
        let parts = filter.header.blocks.min(CHECKED);
        for part in 0..parts {
            let index = u128::from(filter.header.blocks - 1) * u128::from(part);
            let index = index / u128::from(parts.saturating_sub(1).max(1));
            filter.block(u64::try_from(index).unwrap_or_default())?;
        }
        Ok(filter)
    }

    /// How many hashes it was built from.
    pub fn hashes(&self) -> u64 {
        self.header.hashes
    }

    fn block(&self, index: u64) -> Result<Block, FilterError> {
        let mut block = Block::empty();
        let at = (index + 1) * BYTES as u64;
        let read = self.file.read_exact_at(block.bytes_mut(), at);
        read.map_err(|source| FilterError::Unreadable {
            path: self.path.clone(),
            source,
        })?;
        match block.is_sealed(index) {
            true => Ok(block),
            false => Err(FilterError::Damaged(self.path.clone())),
        }
    }

    /// Whether a hash is in it.
    ///
    /// # Errors
    /// The file can't be read any more, or is damaged where it was asked.
    pub fn has(&self, hash: &[u8; 20]) -> Result<bool, FilterError> {
        let index = block::share(hash, self.header.blocks);
        Ok(self.block(index)?.has(hash))
    }

    /// Whether a password is in it, as it was typed or in the form that is kept; asked beside the
    /// event loop, since a disk may take its time.
    ///
    /// # Errors
    /// As [`Filter::has`].
    pub async fn knows(self: &Arc<Self>, password: Arc<SecretText>) -> Result<bool, FilterError> {
        let filter = self.clone();
        let asked = tokio::task::spawn_blocking(move || {
            let normal = SecretText::new(text::nfkc(password.expose()));
            Ok(filter.has(&sha1(password.expose()))?
                || (normal.expose() != password.expose() && filter.has(&sha1(normal.expose()))?))
        });
        match asked.await {
            Ok(answer) => answer,
            Err(stopped) => Err(FilterError::Unreadable {
                path: self.path.clone(),
                source: io::Error::other(stopped),
            }),
        }
    }
}
