//! The figures in sight, written into a file.

use ratatui::layout::{Position, Rect};

use crate::domain::msg::Msg;
use crate::service::written::{Insights, insights};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::new_file::{self, NewFile, Unmade};
use crate::tui::admin::place::{Drawing, Notice, Place, Turn};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::window;

/// The page.
pub struct CsvPage {
    all: Insights,
    form: Form,
}

impl CsvPage {
    /// The page for these figures.
    pub fn new(all: Insights) -> Self {
        let name = Item::new("file", Msg::new("audit-file"), Input::text("usage.csv"));
        Self {
            all,
            form: Form::new(vec![name.note(Msg::new("usage-file-note"))]),
        }
    }

    fn write(&self) -> Result<(), Unmade> {
        let (path, _) = new_file::path(&self.form.text("file"), &[".csv"])?;
        let mut file = NewFile::new(path);
        file.write(&insights(&self.all));
        file.finish()
    }
}

impl Place for CsvPage {
    fn title(&self) -> Msg {
        Msg::new("usage-csv-title")
    }

    fn help(&self) -> &'static str {
        "help-usage-csv"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["audit-keys-write"]
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Save | Command::Enter => match self.write() {
                Ok(()) => {
                    let file = self.form.text("file");
                    let done = Msg::new("usage-written").text("file", file.trim());
                    return Turn::Close(Some(Notice::note(done)));
                }
                Err(unmade) => self.form.reject("file", unmade.msg()),
            },
            command => {
                self.form.key(command);
            }
        }
        Turn::Stay
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
