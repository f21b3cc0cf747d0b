//! A page that is one form: filled in, and done with once it is saved.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::desk::Desk;
use super::place::{Drawing, Place, Turn};
use super::widgets::form::Form;
use crate::domain::msg::Msg;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// Such a page; the rest of what a [`Place`] is follows from it.
pub trait FormPage: 'static {
    /// Its title.
    fn heading(&self) -> Msg;

    /// The message of its help.
    fn explained(&self) -> &'static str;

    /// The message of what saving does.
    fn hint(&self) -> &'static str;

    /// What is filled in.
    fn form(&self) -> &Form;

    /// The same, to fill in.
    fn form_mut(&mut self) -> &mut Form;

    /// What is filled in is meant.
    fn save(&mut self) -> Turn;

    /// What stands above the form.
    fn above(&self) -> Option<Msg> {
        None
    }

    /// Whether it is one field, typed and done with: Enter saves it, and it is left without a question.
    fn is_answer(&self) -> bool {
        false
    }

    /// It is in sight: what it asks.
    fn begun(&mut self) -> Turn {
        Turn::Stay
    }
}

impl<P: FormPage> Place for P {
    fn title(&self) -> Msg {
        self.heading()
    }

    fn help(&self) -> &'static str {
        self.explained()
    }

    fn hints(&self) -> Vec<&'static str> {
        vec![self.hint()]
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        self.begun()
    }

    fn typing(&self) -> bool {
        self.form().typing()
    }

    fn unsaved(&self) -> bool {
        !self.is_answer() && self.form().changed()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Save => self.save(),
            Command::Enter if self.is_answer() => self.save(),
            Command::Back => Turn::Close(None),
            command => {
                self.form_mut().key(command);
                Turn::Stay
            }
        }
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form_mut().paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let mut rows = Rows::default();
        if let Some(above) = self.above() {
            rows = Rows::prose("", &with.say(&above), area.width, with.look.theme.base);
            rows.push(Line::from(""));
        }
        rows.append(self.form().rows(with, area.width));
        window(rows, area, 0, with.look, sheet).cursor
    }
}
