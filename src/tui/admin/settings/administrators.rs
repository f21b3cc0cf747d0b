//! What holds for administrators whatever the policy says; to be read.

use ratatui::layout::{Position, Rect};

use super::review::Reading;
use super::rows;
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::admin::widgets::facts;
use crate::tui::admin::{Desk, Tab};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::Rows;

/// The tab.
#[derive(Default)]
pub struct Administrators {
    reading: Reading,
}

impl Place for Administrators {
    fn title(&self) -> Msg {
        Tab::Administrators.title()
    }

    fn help(&self) -> &'static str {
        "help-administrators"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-read"]
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            _ => {
                self.reading.key(command);
                Turn::Stay
            }
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let prose = |id| {
            let words = with.say(&Msg::new(id));
            Rows::prose("", &words, area.width, with.look.theme.base)
        };
        let methods: Vec<String> = Method::ALL
            .into_iter()
            .filter(|method| method.for_administrators())
            .map(|method| {
                with.say(&Msg::new(format!(
                    "method-{}",
                    method.key().replace('_', "-")
                )))
            })
            .collect();
        let fact = |id| with.say(&Msg::new(id));
        let facts = [
            ("administrators-who", fact("administrators-who-value")),
            ("administrators-on", fact("administrators-on-value")),
            ("setting-methods-required", "2".to_owned()),
            (
                "setting-methods-enabled",
                methods.join(&fact("value-comma")),
            ),
            ("administrators-never", fact("method-security-questions")),
        ];
        let facts = facts.map(|(name, value)| (Msg::new(name), value));
        let mut all = prose("administrators-text");
        rows::blank(&mut all);
        all.append(facts::rows(&facts, with, area.width));
        rows::blank(&mut all);
        all.append(prose("administrators-still"));
        self.reading.draw(all, area, sheet, with);
        None
    }
}
