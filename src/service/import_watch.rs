//! Following an import: a file whose rows are counted as they are read, and that can be ended
//! between two of them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::import::{Line, Lines};

/// How many rows lie between two tellings.
const STEP: u64 = 500;

/// Is told how often the file was opened, which is once for each time it is read through, and how
/// many of its rows have been read since.
pub type Told = Arc<dyn Fn(usize, u64) + Send + Sync>;

/// A file of accounts that tells how far it is read.
pub struct Watched {
    lines: Arc<dyn Lines>,
    told: Told,
    stop: Arc<AtomicBool>,
    opened: AtomicUsize,
}

impl Watched {
    /// The same file, telling this; reading ends with a sentence once `stop` is set, so that an
    /// import of all rows or none leaves none.
    pub fn new(lines: Arc<dyn Lines>, told: Told, stop: Arc<AtomicBool>) -> Self {
        Self {
            lines,
            told,
            stop,
            opened: AtomicUsize::new(0),
        }
    }
}

impl Lines for Watched {
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String> {
        let pass = self.opened.fetch_add(1, Ordering::Relaxed) + 1;
        let (told, stop) = (self.told.clone(), self.stop.clone());
        let mut count = 0;
        told(pass, count);
        let counted = self.lines.open()?.map(move |line| {
            if stop.load(Ordering::Relaxed) {
                return Err("it was stopped, and what was not written yet is left out".to_owned());
            }
            count += 1;
            if count % STEP == 0 {
                told(pass, count);
            }
            line
        });
        Ok(Box::new(counted))
    }

    fn name(&self) -> String {
        self.lines.name()
    }
}
