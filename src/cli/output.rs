//! Stdout as pieces are written to it from wherever they are read.

use std::io::Write as _;
use std::sync::{Arc, Mutex};

use super::CliError;

/// Stdout, and the first thing that went wrong with it.
#[derive(Clone, Default)]
pub struct Output(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// What comes before the first piece.
    heading: Option<String>,
    failed: Option<std::io::Error>,
}

impl State {
    fn put(&mut self, text: &str) {
        if self.failed.is_none() {
            self.failed = std::io::stdout().write_all(text.as_bytes()).err();
        }
    }

    fn begin(&mut self) {
        if let Some(heading) = self.heading.take() {
            self.put(&heading);
        }
    }
}

impl Output {
    /// The same with a heading, which comes when it is sure that something may be written: a refusal
    /// leaves nothing on stdout.
    pub fn headed(heading: String) -> Self {
        Self(Arc::new(Mutex::new(State {
            heading: Some(heading),
            failed: None,
        })))
    }

    /// Writes one piece, unless an earlier one could not be written.
    pub fn write(&self, text: &str) {
        if let Ok(mut state) = self.0.lock() {
            state.begin();
            state.put(text);
        }
    }

    /// Whether its reader has gone away; what was written so far is there.
    pub fn is_over(&self) -> Result<bool, CliError> {
        let failed = match self.0.lock() {
            Ok(mut state) => state.failed.take(),
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
        if let Ok(mut state) = self.0.lock() {
            state.begin();
        }
        self.is_over().map(drop)
    }
}
