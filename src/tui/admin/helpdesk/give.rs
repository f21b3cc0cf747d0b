//! A temporary access pass: for how many minutes.

use crate::domain::access_pass::{LEAST_MINUTES, MINUTES, MOST_MINUTES};
use crate::domain::msg::Msg;
use crate::service::passes::Given;
use crate::service::{Refusal, ServiceError};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::form_page::FormPage;
use crate::tui::admin::people::once::Once;
use crate::tui::admin::place::{Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};

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

impl FormPage for GivePass {
    fn heading(&self) -> Msg {
        Msg::new("desk-give-title")
    }

    fn explained(&self) -> &'static str {
        "help-give"
    }

    fn hint(&self) -> &'static str {
        "keys-give"
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn save(&mut self) -> Turn {
        self.give()
    }

    fn above(&self) -> Option<Msg> {
        Some(Msg::new("desk-give-text").text("name", self.upn.as_str()))
    }

    fn is_answer(&self) -> bool {
        true
    }
}
