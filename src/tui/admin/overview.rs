//! The state of things at a glance.

use ratatui::layout::{Position, Rect};

use super::desk::Desk;
use super::helpdesk::HelpDesk;
use super::place::{Drawing, Place, Turn};
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The tab.
#[derive(Default)]
pub struct Overview {
    /// Whether the help desk is offered.
    helps: bool,
}

impl Place for Overview {
    fn title(&self) -> Msg {
        super::Tab::Overview.title()
    }

    fn help(&self) -> &'static str {
        "help-overview"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.helps {
            true => vec!["keys-helpdesk"],
            false => Vec::new(),
        }
    }

    fn shown(&mut self, desk: &Desk) -> Turn {
        self.helps = desk.may(Permission::HelpPeople);
        Turn::Stay
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Type('h') => HelpDesk::open(desk).map_or(Turn::Stay, Turn::Open),
            _ => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let words = with.say(&Msg::new("overview-welcome"));
        let rows = Rows::prose("", &words, area.width, with.look.theme.base);
        window(rows, area, 0, with.look, sheet).cursor
    }
}
