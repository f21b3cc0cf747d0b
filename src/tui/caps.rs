//! Whether Caps Lock is on, where the terminal or the kernel tells: a terminal with extended keys says
//! it with each key, the Linux console by a lamp. Which layout a keyboard has, neither tells.

use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::{KeyEvent, KeyEventState};

/// Where the kernel shows the lamps of keyboards.
const LAMPS: &str = "/sys/class/leds";

/// What is known of Caps Lock.
pub struct CapsLock {
    /// The brightness of the lamp of every keyboard of this console; none elsewhere.
    lamps: Vec<PathBuf>,
    on: bool,
}

impl CapsLock {
    /// Of the terminal this process has.
    pub fn here() -> Self {
        let tty = fs::read_link("/proc/self/fd/0").unwrap_or_default();
        Self::of(&tty, Path::new(LAMPS))
    }

    /// Only a virtual console has the keyboard that is plugged in.
    fn of(tty: &Path, lamps: &Path) -> Self {
        let name = tty.to_string_lossy();
        let number = name.strip_prefix("/dev/tty").unwrap_or_default();
        let console = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        let found = fs::read_dir(lamps).into_iter().flatten().flatten();
        let lamps = found
            .filter(|lamp| console && lamp.file_name().to_string_lossy().ends_with("::capslock"))
            .map(|lamp| lamp.path().join("brightness"))
            .collect();
        Self { lamps, on: false }
    }

    /// Takes note of a key; whether Caps Lock is on now.
    pub fn note(&mut self, key: &KeyEvent) -> bool {
        let lit = |lamp: &PathBuf| fs::read(lamp).is_ok_and(|text| text.first() > Some(&b'0'));
        self.on = key.state.contains(KeyEventState::CAPS_LOCK) || self.lamps.iter().any(lit);
        self.on
    }

    /// Whether it was on at the last key.
    pub fn is_on(&self) -> bool {
        self.on
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyModifiers};

    use super::*;

    #[test]
    fn keys_and_lamps_tell_it_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let lamp = |name: &str, text: &str| {
            let lamp = folder.path().join(name);
            fs::create_dir_all(&lamp).unwrap();
            fs::write(lamp.join("brightness"), text).unwrap();
        };
        let plain = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        let locked = KeyEvent {
            state: KeyEventState::CAPS_LOCK,
            ..plain
        };
        lamp("input3::numlock", "1\n");
        lamp("input3::capslock", "0\n");
        lamp("input4::capslock", "0\n");
        let mut console = CapsLock::of(Path::new("/dev/tty1"), folder.path());
        let mut remote = CapsLock::of(Path::new("/dev/pts/1"), folder.path());
        assert!(!console.note(&plain) && !remote.note(&plain));
        assert!(remote.note(&locked) && remote.is_on());
        lamp("input4::capslock", "1\n");
        assert!(console.note(&plain) && !remote.note(&plain));
    }
}
