//! A secret that is shown once: it is gone when its page is left.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The page.
pub struct Once {
    title: &'static str,
    text: Msg,
    secret: SecretText,
    /// What else is to be said.
    notes: Vec<Msg>,
}

impl Once {
    /// A page that shows a secret.
    pub const fn new(title: &'static str, text: Msg, secret: SecretText) -> Self {
        Self {
            title,
            text,
            secret,
            notes: Vec::new(),
        }
    }

    /// The same with something more to say.
    pub fn noting(self, notes: Vec<Msg>) -> Self {
        Self { notes, ..self }
    }
}

impl Place for Once {
    fn title(&self) -> Msg {
        Msg::new(self.title)
    }

    fn help(&self) -> &'static str {
        "help-people-once"
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back | Command::Enter => Turn::Close(None),
            _ => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let look = with.look;
        let mut rows = Rows::prose("", &with.say(&self.text), area.width, look.theme.base);
        rows.push(Line::from(""));
        let mut secret = Rows::prose("  ", self.secret.expose(), area.width, look.theme.value);
        secret.focus(0, 2);
        rows.append(secret);
        rows.push(Line::from(""));
        let once = with.say(&Msg::new("people-once-only"));
        rows.append(Rows::prose("", &once, area.width, look.theme.note));
        for note in &self.notes {
            let lead = look.glyphs.error;
            rows.append(Rows::prose(
                lead,
                &with.say(note),
                area.width,
                look.theme.error,
            ));
        }
        window(rows, area, 0, look, sheet).cursor
    }
}
