//! Stdout as pieces are written to it from wherever they are read.

use std::io::Write as _;
use std::sync::{Arc, Mutex};

use super::CliError;

/// Stdout, and the first thing that went wrong with it.
#[derive(Clone, Default)]
pub struct Output(Arc<Mutex<Option<std::io::Error>>>);

impl Output {
    /// Writes one piece, unless an earlier one could not be written.
    pub fn write(&self, text: &str) {
        if let Ok(mut failed) = self.0.lock()
            && failed.is_none()
        {
            *failed = std::io::stdout().write_all(text.as_bytes()).err();
        }
    }

    /// Whether its reader has gone away; what was written so far is there.
    pub fn is_over(&self) -> Result<bool, CliError> {
        let failed = match self.0.lock() {
            Ok(mut failed) => failed.take(),
            Err(_) => None,
        };
        match failed.or(std::io::stdout().flush().err()) {
            None => Ok(false),
            Some(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(true),
            Some(error) => Err(error.into()),
        }
    }

    /// Whether everything was written. A reader that has gone away ends nothing badly.
    pub fn finish(self) -> Result<(), CliError> {
        self.is_over().map(drop)
    }
}
