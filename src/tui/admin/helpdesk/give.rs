//! A temporary access pass: for how many minutes.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::access_pass::{LEAST_MINUTES, MINUTES, MOST_MINUTES};
use crate::domain::msg::Msg;
use crate::service::passes::Given;
use crate::service::{Refusal, ServiceError};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::people::once::Once;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

const MINUTES_FIELD: &str = "minutes";

/// The page.
pub struct GivePass {
    upn: String,
    form: Form,
}

impl GivePass {
    pub fn new(upn: &str) -> Self {
        let note = Msg::new("desk-minutes-note")
            .number("least", LEAST_MINUTES)
            .number("most", MOST_MINUTES);
        let input = Input::text(&MINUTES.to_string());
        let minutes = Item::new(MINUTES_FIELD, Msg::new("desk-minutes"), input)
            .note(note)
            .asked();
        Self {
            upn: upn.to_owned(),
            form: Form::new(vec![minutes]),
        }
    }

    fn give(&mut self) -> Turn {
        let Ok(minutes) = self.form.text(MINUTES_FIELD).trim().parse::<i64>() else {
            self.form.reject(MINUTES_FIELD, Refusal::PassMinutes.msg());
            return Turn::Stay;
        };
        let upn = self.upn.clone();
        let work = Work::new(
            move |desk: Desk| {
                let upn = upn.clone();
                async move {
                    let (service, now) = (desk.service(), desk.now());
                    service
                        .give_access_pass(&desk.actor(), &upn, minutes, None, now)
                        .await
                }
            },
            |_: &mut Self, given: Given, _| {
                let text = Msg::new("desk-shown-pass").time("at", given.until);
                Turn::Replace(Box::new(Once::new("desk-give-title", text, given.pass)))
            },
        );
        Turn::Work(work.or(|place: &mut Self, error| match error {
            ServiceError::Refused(refusal @ Refusal::PassMinutes) => {
                place.form.reject(MINUTES_FIELD, refusal.msg());
                Some(Turn::Stay)
            }
            _ => None,
        }))
    }
}

impl Place for GivePass {
    fn title(&self) -> Msg {
        Msg::new("desk-give-title")
    }

    fn help(&self) -> &'static str {
        "help-give"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-give"]
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Enter | Command::Save => self.give(),
            Command::Back => Turn::Close(None),
            command => {
                self.form.key(command);
                Turn::Stay
            }
        }
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let about = Msg::new("desk-give-text").text("name", self.upn.as_str());
        let mut rows = Rows::prose("", &with.say(&about), area.width, with.look.theme.base);
        rows.push(Line::from(""));
        rows.append(self.form.rows(with, area.width));
        window(rows, area, 0, with.look, sheet).cursor
    }
}
