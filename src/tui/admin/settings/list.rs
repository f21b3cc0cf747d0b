//! A list of texts on a page of its own, one a line: a thousand banned words are typed or pasted here.

use ratatui::layout::{Position, Rect};

use super::{Back, Outcome};
use crate::domain::msg::Msg;
use crate::domain::setting::{Kind, Setting, Value};
use crate::tui::admin::Desk;
use crate::tui::admin::place::{Drawing, Notice, Place, Turn};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::admin::widgets::write::Lines;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// The page.
pub struct ListPage {
    key: String,
    setting: &'static Setting,
    form: Form,
    back: Back,
}

impl ListPage {
    /// A list to change; what it becomes is left at `back`.
    pub fn new(key: String, setting: &'static Setting, list: &[String], back: Back) -> Self {
        let most = match setting.kind {
            Kind::List(most, ..) => most,
            _ => usize::MAX,
        };
        let lines = Input::Lines(Lines::new(&list.join("\n"), most));
        let note = Msg::new(format!("{}.advice", setting.message()));
        let item = Item::new(key.clone(), Msg::new("list-label"), lines).note(note);
        Self {
            key,
            setting,
            form: Form::new(vec![item]),
            back,
        }
    }

    fn list(&self) -> Vec<String> {
        self.form
            .item(&self.key)
            .map(Item::list)
            .unwrap_or_default()
    }

    fn take(&mut self) -> Turn {
        let value = Value::List(self.list());
        match self.setting.check(&self.key, value) {
            Ok(value) => {
                self.back.replace(Outcome::Picked(self.key.clone(), value));
                Turn::Close(Some(Notice::note(Msg::new("settings-picked"))))
            }
            Err(error) => {
                self.form.reject(&self.key, error.msg());
                Turn::Say(Notice::error(error.msg()))
            }
        }
    }
}

impl Place for ListPage {
    fn title(&self) -> Msg {
        Msg::new(self.setting.message())
    }

    fn help(&self) -> &'static str {
        "help-list"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["keys-accept", "keys-new-line"]
    }

    fn typing(&self) -> bool {
        true
    }

    fn unsaved(&self) -> bool {
        self.form.changed()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Save => return self.take(),
            _ => self.form.key(command),
        };
        Turn::Stay
    }

    fn paste(&mut self, text: &str, _: &Desk) -> Turn {
        self.form.paste(text);
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let look = with.look;
        let most = match self.setting.kind {
            Kind::List(most, ..) => most,
            _ => 0,
        };
        let count = Msg::new("list-count")
            .number("count", self.list().len() as u64)
            .number("most", most as u64);
        let count = Rows::prose("", &with.say(&count), area.width, look.theme.quiet);
        let high = u16::try_from(count.len()).unwrap_or(1).min(area.height);
        window(
            count,
            Rect {
                height: high,
                ..area
            },
            0,
            look,
            sheet,
        );
        let below = Rect {
            y: area.y + high,
            height: area.height - high,
            ..area
        };
        let rows = self.form.rows(with, area.width);
        window(rows, below, 0, look, sheet).cursor
    }
}
