//! Builds a filter from a list of hashes of any size: read twice, once to count and to find what is
//! no hash, once to fill the blocks. The filter appears under its name when it is whole and on disk,
//! and not before.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read as _, Seek as _};
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER_PERMISSIVE;
use rustix::fs::{FlockOperation, OFlags, flock};

use super::block::{self, BYTES, Block, Header};

/// More than any line of a list has.
const LINE: u64 = 128;

/// Why no filter was built; what was there before is untouched.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The list can't be read.
    #[error("the list {} can't be read ({source}); name a file with one SHA-1 hash a line", path.display())]
    List {
        /// The list.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// It is a folder, a pipe or a device.
    #[error("the list {} is not a file; name a file, it is read twice", .0.display())]
    NotAFile(PathBuf),
    /// A line is no hash.
    #[error("{}, line {line}: write 40 hexadecimal digits, alone or followed by a colon and a count; passwords themselves are not taken", path.display())]
    Line {
        /// The list.
        path: PathBuf,
        /// The line, counted from 1.
        line: u64,
    },
    /// There is no hash in it.
    #[error("the list {} holds no hash; name one that does", .0.display())]
    Empty(PathBuf),
    /// It was not the same when it was read again.
    #[error("the list {} was changed meanwhile; start again", .0.display())]
    Changed(PathBuf),
    /// The filter can't be written.
    #[error("the filter {} can't be written ({source}); make its folder writable, with room for it", path.display())]
    Filter {
        /// The filter.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// Somebody else builds it.
    #[error("the filter {} is being built already; wait for it", .0.display())]
    Busy(PathBuf),
}

/// What was built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Built {
    /// The hashes in the list.
    pub hashes: u64,
    /// The bytes of the filter.
    pub bytes: u64,
}

/// Builds the filter of a list.
///
/// # Errors
/// The list can't be read or has a line that is no hash, or the filter can't be written.
pub fn build(list: &Path, filter: &Path) -> Result<Built, BuildError> {
    let mut hashes = Hashes::open(list)?;
    let mut count = 0;
    while hashes.next()?.is_some() {
        count += 1;
    }
    if count == 0 {
        return Err(BuildError::Empty(list.to_owned()));
    }
    let header = Header::of(count);
    let mut name = filter.as_os_str().to_owned();
    name.push(".building");
    let under_way = PathBuf::from(name);
    let failed = |source| BuildError::Filter {
        path: filter.to_owned(),
        source,
    };
    let file = claim(&under_way, filter)?;
    let built = fill(&file, &header, hashes.again()?, count).and_then(|()| {
        file.sync_all().map_err(Failed::Written)?;
        fs::rename(&under_way, filter).map_err(Failed::Written)?;
        let folder = match filter.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.map_err(Failed::Written)
    });
    match built {
        Ok(()) => Ok(Built {
            hashes: count,
            bytes: header.length().unwrap_or_default(),
        }),
        Err(error) => {
            let _ = fs::remove_file(&under_way);
            Err(match error {
                Failed::Read(error) => error,
                Failed::Written(source) => failed(source),
            })
        }
    }
}

/// What stopped the filling.
enum Failed {
    Read(BuildError),
    Written(io::Error),
}

/// Takes the file a filter is built in. What an interrupted build left there is taken over; what
/// another process is building is not.
fn claim(under_way: &Path, filter: &Path) -> Result<File, BuildError> {
    let failed = |source| BuildError::Filter {
        path: filter.to_owned(),
        source,
    };
    let nofollow = i32::try_from(OFlags::NOFOLLOW.bits()).unwrap_or_default();
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o644)
        .custom_flags(nofollow)
        .open(under_way)
        .map_err(failed)?;
    if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
        return Err(BuildError::Busy(filter.to_owned()));
    }
    // Another build may have given the file its name between the opening and the lock.
    let ours = file.metadata().map_err(failed)?;
    match fs::symlink_metadata(under_way) {
        Ok(there) if there.ino() == ours.ino() && there.dev() == ours.dev() => {}
        _ => return Err(BuildError::Busy(filter.to_owned())),
    }
    file.set_len(0).map_err(failed)?;
    Ok(file)
}

/// Fills every block, then seals each, the header last.
fn fill(file: &File, header: &Header, mut hashes: Hashes<'_>, count: u64) -> Result<(), Failed> {
    let place = |index: u64| (index + 1) * BYTES as u64;
    let length = header
        .length()
        .ok_or_else(|| Failed::Written(io::Error::from(io::ErrorKind::FileTooLarge)))?;
    file.set_len(length).map_err(Failed::Written)?;
    let (mut current, mut block) = (None, Block::empty());
    let mut left = count;
    while let Some(hash) = hashes.next().map_err(Failed::Read)? {
        let index = block::share(&hash, header.blocks);
        if current != Some(index) {
            if let Some(former) = current {
                file.write_all_at(block.bytes(), place(former))
                    .map_err(Failed::Written)?;
            }
            file.read_exact_at(block.bytes_mut(), place(index))
                .map_err(Failed::Written)?;
            current = Some(index);
        }
        block.add(&hash);
        left = left.checked_sub(1).ok_or_else(|| hashes.changed())?;
    }
    if left > 0 {
        return Err(hashes.changed());
    }
    if let Some(last) = current {
        file.write_all_at(block.bytes(), place(last))
            .map_err(Failed::Written)?;
    }
    for index in 0..header.blocks {
        file.read_exact_at(block.bytes_mut(), place(index))
            .map_err(Failed::Written)?;
        block.seal(index);
        file.write_all_at(block.bytes(), place(index))
            .map_err(Failed::Written)?;
    }
    file.write_all_at(header.block().bytes(), 0)
        .map_err(Failed::Written)
}

/// The hashes of a list, one line after another.
struct Hashes<'a> {
    path: &'a Path,
    lines: BufReader<File>,
    number: u64,
    line: Vec<u8>,
}

impl<'a> Hashes<'a> {
    fn open(path: &'a Path) -> Result<Self, BuildError> {
        let unreadable = |source| BuildError::List {
            path: path.to_owned(),
            source,
        };
        // Looked at before it is opened: a pipe would wait for somebody to write.
        if !fs::metadata(path).map_err(unreadable)?.is_file() {
            return Err(BuildError::NotAFile(path.to_owned()));
        }
        Ok(Self {
            path,
            lines: BufReader::with_capacity(64 * 1024, File::open(path).map_err(unreadable)?),
            number: 0,
            line: Vec::new(),
        })
    }

    /// The same list from the start.
    fn again(mut self) -> Result<Self, BuildError> {
        self.lines
            .rewind()
            .map_err(|source| self.unreadable(source))?;
        self.number = 0;
        Ok(self)
    }

    fn unreadable(&self, source: io::Error) -> BuildError {
        BuildError::List {
            path: self.path.to_owned(),
            source,
        }
    }

    fn changed(&self) -> Failed {
        Failed::Read(BuildError::Changed(self.path.to_owned()))
    }

    /// The next hash; empty lines are passed over.
    fn next(&mut self) -> Result<Option<[u8; 20]>, BuildError> {
        loop {
            self.line.clear();
            let read = self
                .lines
                .by_ref()
                .take(LINE)
                .read_until(b'\n', &mut self.line);
            match read {
                Ok(0) => return Ok(None),
                Ok(_) => self.number += 1,
                Err(source) => return Err(self.unreadable(source)),
            }
            let line = self.line.trim_ascii();
            if line.is_empty() && self.line.ends_with(b"\n") {
                continue;
            }
            if line.is_empty() && self.line.len() < LINE as usize {
                return Ok(None);
            }
            return match hash(line) {
                Some(hash) => Ok(Some(hash)),
                None => Err(BuildError::Line {
                    path: self.path.to_owned(),
                    line: self.number,
                }),
            };
        }
    }
}

/// A line's hash, whatever its count.
fn hash(line: &[u8]) -> Option<[u8; 20]> {
    let (digits, rest) = line.split_at_checked(40)?;
    let count = match rest {
        [] => &b"0"[..],
        [b':', count @ ..] => count,
        _ => return None,
    };
    if count.is_empty() || !count.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let mut hash = [0; 20];
    HEXLOWER_PERMISSIVE.decode_mut(digits, &mut hash).ok()?;
    Some(hash)
}
