//! Where secrets and answers come from: lines of stdin, or a person at the terminal. Never argv.

use std::io::{BufRead as _, IsTerminal as _, Read as _, Write as _};

use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
use zeroize::{Zeroize as _, Zeroizing};

use super::CliError;
use crate::domain::secret::{FIELD_BYTES, SecretText};

/// The most bytes of a document.
const DOCUMENT_BYTES: usize = 64 * 1024;

/// Ctrl-C.
const INTERRUPT: u8 = 0x03;
/// Ctrl-\.
const QUIT: u8 = 0x1c;

/// Asks for one value after another.
pub struct Prompt {
    from_stdin: bool,
}

impl Prompt {
    /// Lines of stdin, without asking, where `--password-stdin` says so.
    pub fn new(from_stdin: bool) -> Self {
        Self { from_stdin }
    }

    /// Whether secrets come from stdin.
    pub fn reads_stdin(&self) -> bool {
        self.from_stdin
    }

    /// One secret: a line of stdin, or typed without echo.
    pub fn secret(&mut self, label: &str) -> Result<SecretText, CliError> {
        if self.from_stdin {
            return line(label);
        }
        let stdin = std::io::stdin();
        if !stdin.is_terminal() {
            return Err(CliError::Usage(format!(
                "{} is needed and there is no terminal to ask on; add --password-stdin",
                label.to_lowercase()
            )));
        }
        let before = tcgetattr(&stdin).map_err(std::io::Error::from)?;
        let mut silent = before.clone();
        // Ctrl-C and Ctrl-\ end the line instead of the process, which would leave no echo behind.
        silent
            .local_modes
            .remove(LocalModes::ECHO | LocalModes::ISIG);
        silent.special_codes[SpecialCodeIndex::VEOL] = INTERRUPT;
        silent.special_codes[SpecialCodeIndex::VEOL2] = QUIT;
        tcsetattr(&stdin, OptionalActions::Flush, &silent).map_err(std::io::Error::from)?;
        let typed = ask(label).and_then(|()| typed(label));
        let restored = tcsetattr(&stdin, OptionalActions::Flush, &before);
        let _ = writeln!(std::io::stderr());
        restored.map_err(std::io::Error::from)?;
        typed
    }

    /// One secret that is typed, or a line of stdin where that is no terminal; nothing there is an
    /// empty one.
    pub fn typed_or_piped(&mut self, label: &str) -> Result<SecretText, CliError> {
        match std::io::stdin().is_terminal() {
            true => self.secret(label),
            false => match line(label) {
                Err(CliError::Usage(_)) => Ok(SecretText::default()),
                other => other,
            },
        }
    }

    /// A secret that may be piped in: what stdin holds where it is no terminal, if anything.
    pub fn piped(&mut self, label: &str) -> Result<Option<SecretText>, CliError> {
        if std::io::stdin().is_terminal() {
            return Ok(None);
        }
        match line(label) {
            Err(CliError::Usage(_)) => Ok(None),
            Ok(text) if text.expose().trim().is_empty() => Ok(None),
            other => other.map(Some),
        }
    }

    /// A whole document with secrets in it: everything that is left on stdin.
    pub fn document(&mut self, label: &str) -> Result<SecretText, CliError> {
        let stdin = std::io::stdin();
        if stdin.is_terminal() {
            return Err(CliError::Usage(format!(
                "{label} is needed on stdin; pipe it in"
            )));
        }
        let mut bytes = Zeroizing::new(Vec::with_capacity(DOCUMENT_BYTES + 1));
        let most = u64::try_from(DOCUMENT_BYTES + 1).unwrap_or(u64::MAX);
        stdin.lock().take(most).read_to_end(&mut bytes)?;
        if bytes.len() > DOCUMENT_BYTES {
            return Err(CliError::Refused(format!("{label} is longer than 64 KiB")));
        }
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.trim().is_empty() => Err(CliError::Usage(format!(
                "{label} is missing on stdin; pipe it in"
            ))),
            Ok(text) => Ok(SecretText::copied(text)),
            Err(_) => Err(CliError::Refused(format!("{label} is not UTF-8 text"))),
        }
    }

    /// One value that is no secret, typed at the terminal.
    pub fn value(&mut self, label: &str) -> Result<String, CliError> {
        if !std::io::stdin().is_terminal() {
            return Err(CliError::Usage(format!(
                "{label} is needed; `keyhatch init --help` shows how to give it"
            )));
        }
        ask(label)?;
        Ok(line(label)?.expose().trim().to_owned())
    }
}

fn ask(label: &str) -> Result<(), CliError> {
    let mut stderr = std::io::stderr();
    write!(stderr, "{label}: ")?;
    Ok(stderr.flush()?)
}

/// One line of the terminal without its end.
fn typed(label: &str) -> Result<SecretText, CliError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(FIELD_BYTES + 1));
    let mut any = false;
    for byte in std::io::stdin().lock().bytes() {
        any = true;
        match byte? {
            b'\n' => break,
            INTERRUPT | QUIT => {
                return Err(CliError::Refused(
                    "given up; nothing was changed".to_owned(),
                ));
            }
            byte if bytes.len() <= FIELD_BYTES => bytes.push(byte),
            _ => {}
        }
    }
    match std::str::from_utf8(&bytes) {
        _ if !any => Err(CliError::Usage(format!("{label} is missing; type it"))),
        Ok(text) if text.len() <= FIELD_BYTES => Ok(SecretText::copied(text)),
        Ok(_) => Err(too_long(label)),
        Err(_) if bytes.len() > FIELD_BYTES => Err(too_long(label)),
        Err(_) => Err(CliError::Refused(format!("{label} is not UTF-8 text"))),
    }
}

fn too_long(label: &str) -> CliError {
    CliError::Refused(format!("{label} is longer than 1,024 bytes"))
}

/// One line of stdin without its end.
fn line(label: &str) -> Result<SecretText, CliError> {
    let mut text = String::with_capacity(FIELD_BYTES + 2);
    let most = u64::try_from(FIELD_BYTES + 2).unwrap_or(u64::MAX);
    let read = std::io::stdin().lock().take(most).read_line(&mut text);
    let ended = text.ends_with('\n');
    if ended {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    let read = match read {
        Ok(read) => read,
        Err(_) => {
            text.zeroize();
            return Err(CliError::Refused(format!("{label} is not UTF-8 text")));
        }
    };
    if read == 0 {
        return Err(CliError::Usage(format!(
            "{label} is missing on stdin; write it on a line of its own"
        )));
    }
    if text.len() > FIELD_BYTES {
        text.zeroize();
        return Err(too_long(label));
    }
    Ok(SecretText::new(text))
}
