//! The help desk, for whoever has a caller on the telephone: one field for the reference that they read
//! off their screen, one for who they say they are; from there to the reason, to what helps, and to
//! what may be done for them once they are verified.
//!
//! It asks services and keeps what they answered; every look is recorded there. A pass and a temporary
//! password are shown once, on a page of their own that forgets them when it is left ([`Once`]).
//!
//! [`Once`]: super::people::once::Once

mod caller;
mod found;
mod give;
mod tell;
#[cfg(test)]
mod tests;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::desk::Desk;
use super::place::{Drawing, Place, Turn, Work};
use super::widgets::form::{Form, Input, Item};
use crate::domain::msg::Msg;
use crate::domain::role::Permission;
use crate::service::helpdesk::{Found, Standing};
use crate::service::{Refusal, ServiceError};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};
pub use caller::CallerPlace;
use found::FoundPlace;

const REFERENCE: &str = "reference";
const USER: &str = "user";

/// The first page: a reference, or who is calling.
pub struct HelpDesk {
    form: Form,
}

impl Default for HelpDesk {
    fn default() -> Self {
        let item = |key: &str, label: &'static str, note: &'static str| {
            Item::new(key, Msg::new(label), Input::text(""))
                .note(Msg::new(note))
                .asked()
        };
        Self {
            form: Form::new(vec![
                item(REFERENCE, "helpdesk-reference", "helpdesk-reference-note"),
                item(USER, "helpdesk-user", "helpdesk-user-note"),
            ]),
        }
    }
}

impl HelpDesk {
    /// The page, for who may help.
    pub fn open(desk: &Desk) -> Option<Box<dyn Place>> {
        let may = desk.may(Permission::HelpPeople);
        may.then(|| Box::new(Self::default()) as Box<dyn Place>)
    }

    /// Looks up what is typed into the field with the focus; an empty one leads to the next.
    fn look_up(&mut self) -> Turn {
        let Some((key, typed)) = self
            .form
            .focused()
            .map(|item| (item.key.clone(), item.text()))
        else {
            return Turn::Stay;
        };
        if typed.trim().is_empty() {
            self.form.key(Command::Enter);
            return Turn::Stay;
        }
        let work = match key.as_str() {
            REFERENCE => Work::new(
                move |desk: Desk| {
                    let typed = typed.clone();
                    async move {
                        let service = desk.service();
                        service
                            .look_up_reference(&desk.actor(), &typed, desk.now())
                            .await
                    }
                },
                |place: &mut Self, found: Found, _| {
                    *place = Self::default();
                    Turn::Open(Box::new(FoundPlace::new(found)))
                },
            ),
            _ => Work::new(
                move |desk: Desk| {
                    let typed = typed.clone();
                    async move {
                        let service = desk.service();
                        service
                            .look_up_account(&desk.actor(), &typed, desk.now())
                            .await
                    }
                },
                |place: &mut Self, standing: Standing, _| {
                    *place = Self::default();
                    Turn::Open(Box::new(CallerPlace::with(standing)))
                },
            ),
        };
        Turn::Work(work.or(move |place: &mut Self, error| place.reject(&key, error)))
    }

    /// What is wrong with what was typed is said beside it.
    fn reject(&mut self, key: &str, error: &ServiceError) -> Option<Turn> {
        match error {
            ServiceError::Refused(
                refusal @ (Refusal::MalformedReference
                | Refusal::NoReference(_)
                | Refusal::NoAccount(_)),
            ) => {
                self.form.reject(key, refusal.msg());
                Some(Turn::Stay)
            }
            _ => None,
        }
    }
}

impl Place for HelpDesk {
    fn title(&self) -> Msg {
        Msg::new("helpdesk-title")
    }

    fn help(&self) -> &'static str {
        "help-helpdesk"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-look-up"]
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Enter => self.look_up(),
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
        let intro = with.say(&Msg::new("helpdesk-intro"));
        let mut rows = Rows::prose("", &intro, area.width, with.look.theme.base);
        rows.push(Line::from(""));
        rows.append(self.form.rows(with, area.width));
        window(rows, area, 0, with.look, sheet).cursor
    }
}
