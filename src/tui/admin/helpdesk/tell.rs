//! The code that a caller says, typed by whoever helps.

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::domain::caller::{Answered, CallerWay};
use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

const CODE: &str = "code";

/// The page.
pub struct TellCode {
    upn: String,
    way: CallerWay,
    until: Timestamp,
    form: Form,
}

impl TellCode {
    pub fn new(upn: &str, way: CallerWay, until: Timestamp) -> Self {
        let code = Item::new(CODE, Msg::new("desk-code"), Input::text("")).asked();
        Self {
            upn: upn.to_owned(),
            way,
            until,
            form: Form::new(vec![code]),
        }
    }

    fn answer(&self) -> Turn {
        let (upn, typed) = (self.upn.clone(), SecretText::new(self.form.text(CODE)));
        if typed.expose().trim().is_empty() {
            return Turn::Stay;
        }
        Turn::Work(Work::new(
            move |desk: Desk| {
                let (upn, typed) = (upn.clone(), SecretText::copied(typed.expose()));
                async move {
                    let service = desk.service();
                    service
                        .answer_caller(&desk.actor(), &upn, typed, desk.now())
                        .await
                }
            },
            |place: &mut Self, answered: Answered, _| place.answered(answered),
        ))
    }

    fn answered(&mut self, answered: Answered) -> Turn {
        let why = match answered {
            Answered::Verified { until } => {
                let said = Msg::new("desk-verified-until").time("at", until);
                return Turn::Close(Some(Notice::note(said)));
            }
            Answered::Wrong { left: 0 } => {
                return Turn::Close(Some(Notice::error(Msg::new("desk-code-used-up"))));
            }
            Answered::TooLate => {
                return Turn::Close(Some(Notice::error(Msg::new("desk-code-late"))));
            }
            Answered::Wrong { left } => Msg::new("desk-code-wrong").number("left", left),
            Answered::Malformed { digits } => {
                Msg::new("desk-code-malformed").number("digits", digits as u64)
            }
        };
        *self = Self::new(&self.upn, self.way.clone(), self.until);
        self.form.reject(CODE, why);
        Turn::Stay
    }
}

impl Place for TellCode {
    fn title(&self) -> Msg {
        Msg::new("desk-tell-title")
    }

    fn help(&self) -> &'static str {
        "help-tell"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-check"]
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Enter | Command::Save => self.answer(),
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
        let about = match &self.way.masked {
            Some(masked) => Msg::new("desk-tell-sent").text("address", masked.as_str()),
            None => Msg::new("desk-tell-app"),
        };
        let words = with.say(&about.time("at", self.until));
        let mut rows = Rows::prose("", &words, area.width, with.look.theme.base);
        rows.push(Line::from(""));
        rows.append(self.form.rows(with, area.width));
        window(rows, area, 0, with.look, sheet).cursor
    }
}
