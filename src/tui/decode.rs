//! Bytes of a terminal become keys and pastes.
//!
//! Crossterm's own reader spins when the terminal hangs up, hears nothing more after the start of a
//! paste that never ends, may start a process to learn the terminal's size, and what it read stays
//! in memory. This one holds at most one unfinished sequence or paste, gives either up when nothing
//! follows, and wipes what it held.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use zeroize::Zeroize;

use crate::domain::secret::FIELD_BYTES;

mod extended;
mod mouse;

pub use mouse::Mouse;

const ESC: u8 = 0x1b;
const PASTE_END: &[u8] = b"\x1b[201~";

/// The longest sequence that means anything.
const LONGEST: usize = 32;

/// What was typed.
#[derive(Debug, PartialEq, Eq)]
pub enum Typed {
    /// A key.
    Key(KeyEvent),
    /// Pasted text, at most [`FIELD_BYTES`] of it.
    Paste(String),
    /// The mouse, where the terminal tells of it.
    Mouse(Mouse),
    /// Nothing typed: the terminal's answer that it can tell keys apart and say what is locked.
    Extended,
}

/// Takes bytes in any portions.
#[derive(Default)]
pub struct Decoder {
    /// The start of a sequence or of a character.
    begun: Vec<u8>,
    paste: Option<Paste>,
}

/// A paste on its way in.
#[derive(Default)]
struct Paste {
    text: Vec<u8>,
    /// The newest bytes, which may be the start of its end.
    tail: Vec<u8>,
}

impl Decoder {
    /// What these bytes complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        let mut typed = Vec::new();
        for byte in bytes {
            typed.extend(self.byte(*byte));
        }
        typed
    }

    /// How long to wait for the rest of what began; `None` when nothing did.
    pub fn patience(&self) -> Option<Duration> {
        match (&self.paste, self.begun.is_empty()) {
            (Some(_), _) => Some(Duration::from_secs(2)),
            // Long enough for a sequence that a network cut in two.
            (None, false) => Some(Duration::from_millis(100)),
            (None, true) => None,
        }
    }

    /// Nothing followed: a lone escape is the key, anything else unfinished is dropped.
    pub fn give_up(&mut self) -> Option<Typed> {
        let alone = self.paste.is_none() && self.begun == [ESC];
        self.paste = None;
        self.forget();
        alone.then(|| plain(KeyCode::Esc))
    }

    fn forget(&mut self) {
        self.begun.zeroize();
    }

    fn byte(&mut self, byte: u8) -> Option<Typed> {
        if let Some(paste) = &mut self.paste {
            if !paste.take(byte) {
                return None;
            }
            let text = String::from_utf8_lossy(&paste.text).into_owned();
            self.paste = None;
            return Some(Typed::Paste(text));
        }
        match self.begun.as_slice() {
            [] => self.first(byte),
            [ESC] => self.escaped(byte),
            [ESC, b'O'] | [ESC, b'[', b'['] => {
                let linux = self.begun.len() == 3;
                self.forget();
                let code = if linux {
                    function(byte, b'A', b'E')
                } else {
                    letter(byte)
                };
                code.map(plain)
            }
            [ESC, b'[', b'M', ..] => self.old_mouse(byte),
            [ESC, ..] => self.sequence(byte),
            _ => self.continued(byte),
        }
    }

    fn first(&mut self, byte: u8) -> Option<Typed> {
        match byte {
            ESC | 0xc2..=0xf4 => {
                self.begun.push(byte);
                None
            }
            0..0x80 => Some(Typed::Key(single(byte))),
            _ => None,
        }
    }

    fn escaped(&mut self, byte: u8) -> Option<Typed> {
        match byte {
            b'[' | b'O' => {
                self.begun.push(byte);
                None
            }
            ESC => Some(plain(KeyCode::Esc)),
            0..0x80 => {
                self.forget();
                let mut key = single(byte);
                key.modifiers |= KeyModifiers::ALT;
                Some(Typed::Key(key))
            }
            _ => {
                self.forget();
                self.first(byte)
            }
        }
    }

    fn sequence(&mut self, byte: u8) -> Option<Typed> {
        match byte {
            b'[' | b'M' if self.begun.len() == 2 => self.begun.push(byte),
            0x20..=0x3f if self.begun.len() < LONGEST => self.begun.push(byte),
            0x40..=0x7e => {
                let middle = self.begun.get(2..).unwrap_or_default();
                let typed = match byte {
                    b'u' => extended::typed(middle),
                    b'M' => mouse::told(middle).map(Typed::Mouse),
                    _ => control(middle, byte).map(Typed::Key),
                };
                if typed.is_none() && byte == b'~' && self.begun.ends_with(b"[200") {
                    self.paste = Some(Paste::default());
                }
                self.forget();
                return typed;
            }
            _ => {
                self.forget();
                return self.first(byte);
            }
        }
        None
    }

    /// A mouse told in the oldest form, of three bytes that would else be keys: the button and the
    /// place, each 32 more than it is.
    fn old_mouse(&mut self, byte: u8) -> Option<Typed> {
        self.begun.push(byte);
        let told = match self.begun.get(3..) {
            Some([button, x, y]) => mouse::of_bytes(*button, *x, *y),
            _ => return None,
        };
        self.forget();
        told.map(Typed::Mouse)
    }

    /// The rest of a character of several bytes.
    fn continued(&mut self, byte: u8) -> Option<Typed> {
        if !(0x80..0xc0).contains(&byte) {
            self.forget();
            return self.first(byte);
        }
        self.begun.push(byte);
        let needed = match self.begun.first() {
            Some(0xf0..) => 4,
            Some(0xe0..) => 3,
            _ => 2,
        };
        if self.begun.len() < needed {
            return None;
        }
        let c = std::str::from_utf8(&self.begun)
            .ok()
            .and_then(|s| s.chars().next());
        self.forget();
        c.map(|c| plain(KeyCode::Char(c)))
    }
}

impl Drop for Decoder {
    fn drop(&mut self) {
        self.forget();
    }
}

impl Paste {
    /// Takes one byte; whether it was the last.
    fn take(&mut self, byte: u8) -> bool {
        self.tail.push(byte);
        if self.tail == PASTE_END {
            // Not to end in the middle of a character where the limit cut it.
            if let Err(error) = std::str::from_utf8(&self.text)
                && error.error_len().is_none()
            {
                self.text.truncate(error.valid_up_to());
            }
            return true;
        }
        if self.tail.len() == PASTE_END.len() {
            let oldest = self.tail.remove(0);
            if self.text.len() < FIELD_BYTES {
                self.text.push(oldest);
            }
        }
        false
    }
}

impl Drop for Paste {
    fn drop(&mut self) {
        self.text.zeroize();
        self.tail.zeroize();
    }
}

fn plain(code: KeyCode) -> Typed {
    Typed::Key(code.into())
}

/// A key of one byte.
fn single(byte: u8) -> KeyEvent {
    let ctrl = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL);
    match byte {
        b'\r' => KeyCode::Enter.into(),
        b'\t' => KeyCode::Tab.into(),
        0x7f => KeyCode::Backspace.into(),
        0 => ctrl(' '),
        1..=0x1a => ctrl(char::from(byte - 1 + b'a')),
        ESC => KeyCode::Esc.into(),
        0x1c..=0x1f => ctrl(char::from(byte - 0x1c + b'\\')),
        _ => KeyCode::Char(char::from(byte)).into(),
    }
}

/// A control sequence: what stands between its start and its last byte, and that byte.
fn control(middle: &[u8], last: u8) -> Option<KeyEvent> {
    // Keypad Enter is ESC O M. What begins with a private mark is a report, which nobody typed.
    if matches!(middle.first(), Some(b'<'..=b'?')) {
        return None;
    }
    let middle = std::str::from_utf8(middle).ok()?;
    let mut fields = middle.split(';');
    let first = fields.next().and_then(|n| n.parse::<u8>().ok());
    let (held, locked) = extended::held(fields.next());
    let code = if last == b'~' {
        numbered(first?)?
    } else {
        letter(last)?
    };
    let key = KeyEvent::new(code, held);
    Some(KeyEvent {
        state: locked,
        ..key
    })
}

fn letter(byte: u8) -> Option<KeyCode> {
    Some(match byte {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'Z' => KeyCode::BackTab,
        _ => return function(byte, b'P', b'S'),
    })
}

fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23 | 24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// F1 and on, by consecutive letters.
fn function(byte: u8, first: u8, last: u8) -> Option<KeyCode> {
    (first..=last)
        .contains(&byte)
        .then(|| KeyCode::F(byte - first + 1))
}

#[cfg(test)]
mod tests;
