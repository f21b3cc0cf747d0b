//! The state of things at a glance.

use ratatui::layout::{Position, Rect};

use super::desk::Desk;
use super::place::{Drawing, Place, Turn};
use crate::domain::msg::Msg;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The tab.
pub struct Overview;

impl Place for Overview {
    fn title(&self) -> Msg {
        super::Tab::Overview.title()
    }

    fn help(&self) -> &'static str {
        "help-overview"
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        let _ = desk;
        match command {
            Command::Back => Turn::Close(None),
            _ => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let words = with.say(&Msg::new("overview-welcome"));
        let rows = Rows::prose("", &words, area.width, with.look.theme.base);
        window(rows, area, 0, with.look, sheet).cursor
    }
}
