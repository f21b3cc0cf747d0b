//! Keys as terminals send them that follow kitty's keyboard protocol: `CSI code ; held ; text u`.
//! It is asked for because it says whether Caps Lock is on.

use crossterm::event::{KeyCode, KeyEvent, KeyEventState, KeyModifiers};

use super::{Typed, single};

/// What is between the start of a sequence and its `u`.
pub fn typed(middle: &[u8]) -> Option<Typed> {
    let middle = std::str::from_utf8(middle).ok()?;
    if middle.starts_with('?') {
        return Some(Typed::Extended);
    }
    let mut fields = middle.split(';');
    let mut codes = fields.next().unwrap_or_default().split(':');
    let (held, state) = held(fields.next());
    let text: String = fields
        .next()
        .unwrap_or_default()
        .split(':')
        .filter_map(|code| char::from_u32(code.parse().ok()?))
        .collect();
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) if !held.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            return Some(key(KeyCode::Char(c), KeyModifiers::NONE, state));
        }
        // Composed from several keys, and no more a command than a paste is.
        (Some(_), Some(_)) => return Some(Typed::Paste(text)),
        _ => {}
    }
    let own: u32 = codes.next()?.parse().ok()?;
    // Where the layout's letters are not Latin, Ctrl means the letter that stands there on a Latin one.
    let latin = codes.nth(1).and_then(|code| code.parse().ok());
    let code = match latin {
        Some(latin) if own > 0x7f && own < PRIVATE => latin,
        _ => own,
    };
    let (code, held) = match (u8::try_from(code), code) {
        (Ok(letter @ 0x40..=0x7e), _) if held == KeyModifiers::CONTROL => {
            let legacy = single(letter & 0x1f);
            (legacy.code, legacy.modifiers)
        }
        (Ok(9 | 13 | 27 | 127), _) => (single(u8::try_from(code).ok()?).code, held),
        (_, PRIVATE..) => (functional(code), held),
        _ => (char::from_u32(code).map(KeyCode::Char)?, held),
    };
    Some(key(code, held, state))
}

/// Where the codes of keys without a character begin.
const PRIVATE: u32 = 57_344;

/// The keypad, and all other keys as a sign of life.
fn functional(code: u32) -> KeyCode {
    match code {
        57_414 => KeyCode::Enter,
        57_417 => KeyCode::Left,
        57_418 => KeyCode::Right,
        57_419 => KeyCode::Up,
        57_420 => KeyCode::Down,
        57_421 => KeyCode::PageUp,
        57_422 => KeyCode::PageDown,
        57_423 => KeyCode::Home,
        57_424 => KeyCode::End,
        57_426 => KeyCode::Delete,
        _ => KeyCode::Null,
    }
}

fn key(code: KeyCode, held: KeyModifiers, state: KeyEventState) -> Typed {
    let key = KeyEvent::new(code, held);
    Typed::Key(KeyEvent { state, ..key })
}

/// What is held and what is locked: one more than the sum of its bits.
pub fn held(field: Option<&str>) -> (KeyModifiers, KeyEventState) {
    let number = field.and_then(|field| field.split(':').next()?.parse::<u16>().ok());
    let bits = number.unwrap_or(1).saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    for (bit, modifier) in [
        (1, KeyModifiers::SHIFT),
        (2, KeyModifiers::ALT),
        (4, KeyModifiers::CONTROL),
        (8, KeyModifiers::SUPER),
    ] {
        if bits & bit != 0 {
            modifiers |= modifier;
        }
    }
    let locked = match bits & 64 {
        0 => KeyEventState::NONE,
        _ => KeyEventState::CAPS_LOCK,
    };
    (modifiers, locked)
}
