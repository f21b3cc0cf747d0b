//! The mouse, as a terminal tells of it once it was asked to: pressed left, and the wheel. Every other
//! button, what is let go and what is moved mean nothing.

use ratatui::layout::Position;

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left button was pressed there.
    Press(Position),
    /// The wheel was turned: rows, down counted positive.
    Wheel(i16),
}

/// Rows of one notch of the wheel.
const NOTCH: i16 = 3;

/// What stands between the start of a sequence and its `M`, where that is `< button ; x ; y`
/// (xterm's SGR form); places count from 1.
pub fn told(middle: &[u8]) -> Option<Mouse> {
    let middle = std::str::from_utf8(middle).ok()?.strip_prefix('<')?;
    let mut numbers = middle.split(';').map(|number| number.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    of(button, x.checked_sub(1)?, y.checked_sub(1)?)
}

/// The same in the oldest form.
pub fn of_bytes(button: u8, x: u8, y: u8) -> Option<Mouse> {
    let place = |byte: u8| byte.checked_sub(33).map(u16::from);
    of(u16::from(button.checked_sub(32)?), place(x)?, place(y)?)
}

fn of(button: u16, x: u16, y: u16) -> Option<Mouse> {
    match button {
        0 => Some(Mouse::Press(Position::new(x, y))),
        64 => Some(Mouse::Wheel(-NOTCH)),
        65 => Some(Mouse::Wheel(NOTCH)),
        _ => None,
    }
}
