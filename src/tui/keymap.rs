//! Keys become commands in one table, and commands become what a person does on a screen.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::journey::input::{Edit, Input};
use crate::journey::screen::{Action, Focus, Stance};

/// What a key means, whatever is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// To the next thing.
    Next,
    /// To the previous thing.
    Previous,
    /// Do what is focused.
    Enter,
    /// Left, in a field or a row of buttons.
    Left,
    /// Right, in a field or a row of buttons.
    Right,
    /// To the start.
    Home,
    /// To the end.
    End,
    /// Delete before the cursor.
    Backspace,
    /// Delete at the cursor.
    Delete,
    /// Delete everything.
    Clear,
    /// A character.
    Type(char),
    /// One screen back.
    Back,
    /// End the visit and wipe.
    Cancel,
    /// Help.
    Help,
    /// The list of languages.
    Language,
    /// The next colours.
    Contrast,
    /// Plain mode, where it can be chosen.
    Plain,
    /// Show or hide what is typed.
    Reveal,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
    /// Save, in the console.
    Save,
    /// The next tab of the console.
    NextTab,
    /// The previous tab of the console.
    PreviousTab,
    /// Any other key: a sign of life.
    Other,
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;

/// The keys; letters stand with Ctrl, and in lower case.
const KEYS: &[(KeyCode, KeyModifiers, Command)] = &[
    (KeyCode::Tab, NONE, Command::Next),
    (KeyCode::Down, NONE, Command::Next),
    (KeyCode::BackTab, NONE, Command::Previous),
    (KeyCode::Up, NONE, Command::Previous),
    (KeyCode::Enter, NONE, Command::Enter),
    (KeyCode::Char('j'), CTRL, Command::Enter),
    (KeyCode::Left, NONE, Command::Left),
    (KeyCode::Right, NONE, Command::Right),
    (KeyCode::Home, NONE, Command::Home),
    (KeyCode::Char('a'), CTRL, Command::Home),
    (KeyCode::End, NONE, Command::End),
    (KeyCode::Char('e'), CTRL, Command::End),
    (KeyCode::Backspace, NONE, Command::Backspace),
    (KeyCode::Char('h'), CTRL, Command::Backspace),
    (KeyCode::Delete, NONE, Command::Delete),
    (KeyCode::Char('u'), CTRL, Command::Clear),
    (KeyCode::Esc, NONE, Command::Back),
    (KeyCode::Char('x'), CTRL, Command::Cancel),
    (KeyCode::Char('c'), CTRL, Command::Cancel),
    (KeyCode::F(1), NONE, Command::Help),
    (KeyCode::Char('g'), CTRL, Command::Help),
    (KeyCode::F(2), NONE, Command::Language),
    (KeyCode::Char('l'), CTRL, Command::Language),
    (KeyCode::F(3), NONE, Command::Contrast),
    (KeyCode::Char('t'), CTRL, Command::Contrast),
    (KeyCode::F(4), NONE, Command::Plain),
    (KeyCode::Char('p'), CTRL, Command::Plain),
    (KeyCode::Char('r'), CTRL, Command::Reveal),
    (KeyCode::Char('s'), CTRL, Command::Save),
    (KeyCode::PageUp, CTRL, Command::PreviousTab),
    (KeyCode::PageDown, CTRL, Command::NextTab),
    (KeyCode::PageUp, NONE, Command::PageUp),
    (KeyCode::PageDown, NONE, Command::PageDown),
];

/// What a key means; `None` for a key let go.
pub fn command(key: KeyEvent) -> Option<Command> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let held = key.modifiers - KeyModifiers::SHIFT;
    let code = match key.code {
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        // Some terminals report Ctrl with a capital letter.
        KeyCode::Char(c) if held == CTRL => KeyCode::Char(c.to_ascii_lowercase()),
        code => code,
    };
    let listed = KEYS.iter().find(|(c, m, _)| *c == code && *m == held);
    Some(match (listed, code) {
        (Some((_, _, command)), _) => *command,
        (None, KeyCode::Char(c)) if held.is_empty() => Command::Type(c),
        _ => Command::Other,
    })
}

/// What a command does to a field that is typed into.
pub fn edit(command: Command) -> Option<Edit> {
    Some(match command {
        Command::Left => Edit::Left,
        Command::Right => Edit::Right,
        Command::Home => Edit::Home,
        Command::End => Edit::End,
        Command::Backspace => Edit::Backspace,
        Command::Delete => Edit::Delete,
        Command::Clear => Edit::Clear,
        Command::Type(c) => Edit::Insert(c),
        _ => return None,
    })
}

/// What a command does on this screen.
pub fn input(command: Command, screen: Stance) -> Input {
    let typing = matches!(screen.focus, Some(Focus::Field(_)));
    match command {
        Command::Next => Input::FocusNext,
        Command::Previous => Input::FocusPrevious,
        Command::Enter => Input::Activate,
        Command::Left | Command::Right if matches!(screen.focus, Some(Focus::Action(_))) => {
            if command == Command::Left {
                Input::FocusPrevious
            } else {
                Input::FocusNext
            }
        }
        command if typing && let Some(edit) = edit(command) => Input::Edit(edit),
        Command::Type(' ') if screen.focus.is_some() => Input::Activate,
        Command::Type(c) => match digit(c) {
            Some(line) if line < screen.choices => Input::Choose(line),
            _ => Input::Touch,
        },
        Command::Back => Input::Back,
        Command::Cancel => Input::Cancel,
        Command::Help => Input::Help,
        Command::Language => Input::Language,
        Command::Reveal => Input::Act(Action::Reveal),
        Command::Left
        | Command::Right
        | Command::Home
        | Command::End
        | Command::Backspace
        | Command::Delete
        | Command::Clear
        | Command::Contrast
        | Command::Plain
        | Command::PageUp
        | Command::PageDown
        | Command::Save
        | Command::NextTab
        | Command::PreviousTab
        | Command::Other => Input::Touch,
    }
}

/// The line a digit chooses, from 0, in whichever digits the keyboard writes.
fn digit(c: char) -> Option<usize> {
    const ZEROS: [char; 4] = ['0', '０', '٠', '۰'];
    let n = ZEROS
        .iter()
        .filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero)))
        .find(|n| *n < 10)?;
    usize::try_from(n).ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests;
