//! A page that asks for one line and does something with it.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use ratatui::layout::{Position, Rect};

use super::edit::reject;
use crate::domain::msg::Msg;
use crate::service::ServiceError;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::window;

type Doing = Pin<Box<dyn Future<Output = Result<Msg, ServiceError>>>>;

/// The page.
pub struct Ask {
    title: Msg,
    key: &'static str,
    form: Form,
    does: Rc<dyn Fn(Desk, String) -> Doing>,
}

impl Ask {
    /// A page with a field; what is done with what is typed says what was done.
    pub fn new<F>(title: Msg, key: &'static str, does: impl Fn(Desk, String) -> F + 'static) -> Self
    where
        F: Future<Output = Result<Msg, ServiceError>> + 'static,
    {
        let label = Msg::new(format!("person-{key}"));
        Self {
            title,
            key,
            form: Form::new(vec![Item::new(key, label, Input::text(""))]),
            does: Rc::new(move |desk, typed| Box::pin(does(desk, typed))),
        }
    }
}

impl Place for Ask {
    fn title(&self) -> Msg {
        self.title.clone()
    }

    fn help(&self) -> &'static str {
        "help-people-ask"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-do"]
    }

    fn typing(&self) -> bool {
        true
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Enter | Command::Save => {
                let typed = self.form.text(self.key).trim().to_owned();
                if typed.is_empty() {
                    return Turn::Close(None);
                }
                let does = Rc::clone(&self.does);
                Turn::Work(
                    Work::new(
                        move |desk: Desk| does(desk, typed.clone()),
                        |_: &mut Self, said, _| Turn::Close(Some(Notice::note(said))),
                    )
                    .or(|place: &mut Self, error| reject(&mut place.form, error)),
                )
            }
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
        let rows = self.form.rows(with, area.width);
        window(rows, area, 0, with.look, sheet).cursor
    }
}
