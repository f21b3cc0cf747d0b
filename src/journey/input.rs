//! What a person can do, whatever the front end: semantic commands, not keys.

use super::screen::Action;

/// One thing a person did.
pub enum Input {
    /// An edit of the focused field.
    Edit(Edit),
    /// The whole value of one field, as a line-based front end reads it; replaces what was there.
    Fill(usize, String),
    /// Focus the next thing (Tab, Down).
    FocusNext,
    /// Focus the previous thing (Shift-Tab, Up).
    FocusPrevious,
    /// Do what is focused (Enter).
    Activate,
    /// Choose a line of the list by index (digits, numbers).
    Choose(usize),
    /// Do an action of the screen directly; ignored where the screen does not offer it.
    Act(Action),
    /// One screen back (Esc).
    Back,
    /// End the visit and wipe everything typed (Ctrl-X).
    Cancel,
    /// Open or close the list of languages.
    Language,
    /// Open or close help.
    Help,
    /// Any other sign of life: it extends the countdown.
    Touch,
}

/// An edit of the focused field, by grapheme.
pub enum Edit {
    /// One typed character.
    Insert(char),
    /// Pasted text: literal, at most 1 KiB, its control characters dropped; never submits.
    Paste(String),
    /// Delete before the cursor.
    Backspace,
    /// Delete at the cursor.
    Delete,
    /// One grapheme left.
    Left,
    /// One grapheme right.
    Right,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// Delete everything.
    Clear,
}
