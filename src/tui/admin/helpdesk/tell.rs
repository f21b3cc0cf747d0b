//! The code that a caller says, typed by whoever helps.

use crate::domain::caller::{Answered, CallerWay};
use crate::domain::msg::Msg;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::form_page::FormPage;
use crate::tui::admin::place::{Notice, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};

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

impl FormPage for TellCode {
    fn heading(&self) -> Msg {
        Msg::new("desk-tell-title")
    }

    fn explained(&self) -> &'static str {
        "help-tell"
    }

    fn hint(&self) -> &'static str {
        "keys-check"
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn save(&mut self) -> Turn {
        self.answer()
    }

    fn above(&self) -> Option<Msg> {
        let about = match &self.way.masked {
            Some(masked) => Msg::new("desk-tell-sent").text("address", masked.as_str()),
            None => Msg::new("desk-tell-app"),
        };
        Some(about.time("at", self.until))
    }

    fn is_answer(&self) -> bool {
        true
    }
}
