//! What is told to the caller and shown once: it is forgotten when the page is left.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::service::passes::Given;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The page.
pub struct Shown {
    title: &'static str,
    text: Msg,
    secret: SecretText,
}

impl Shown {
    /// A temporary access pass.
    pub fn pass(given: Given) -> Self {
        Self {
            title: "desk-give-title",
            text: Msg::new("desk-shown-pass").time("at", given.until),
            secret: given.pass,
        }
    }

    /// A temporary password.
    pub fn password(made: SecretText) -> Self {
        Self {
            title: "desk-password-title",
            text: Msg::new("desk-shown-password"),
            secret: made,
        }
    }
}

impl Place for Shown {
    fn title(&self) -> Msg {
        Msg::new(self.title)
    }

    fn help(&self) -> &'static str {
        "help-shown"
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Enter | Command::Back => Turn::Close(None),
            _ => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let (room, theme) = (area.width, &with.look.theme);
        let mut rows = Rows::prose("", &with.say(&self.text), room, theme.base);
        rows.push(Line::from(""));
        let mut secret = Rows::prose("  ", self.secret.expose(), room, theme.value);
        secret.focus(0, 2);
        rows.append(secret);
        rows.push(Line::from(""));
        let once = with.say(&Msg::new("desk-shown-once"));
        rows.append(Rows::prose(with.look.glyphs.note, &once, room, theme.note));
        window(rows, area, 0, with.look, sheet).cursor
    }
}
