//! The records that are asked for, written into a file.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ratatui::layout::{Position, Rect};

use super::filter::summary;
use crate::domain::msg::Msg;
use crate::service::audit::Filter;
use crate::service::written::{record_heading, record_object, record_row};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::new_file::{self, NewFile};
use crate::tui::admin::place::{Drawing, Notice, Place, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, window};

/// What a name may end in, which says the form, too.
const ENDINGS: [&str; 2] = [".jsonl", ".csv"];

/// The page.
pub struct Export {
    filter: Filter,
    form: Form,
    /// How many are written, while it is under way.
    written: Arc<AtomicU64>,
    under_way: Rc<Cell<bool>>,
}

impl Export {
    /// The page for the records that are asked for.
    pub fn new(filter: Filter) -> Self {
        let name = Item::new("file", Msg::new("audit-file"), Input::text("audit.jsonl"));
        Self {
            filter,
            form: Form::new(vec![name.note(Msg::new("audit-file-note"))]),
            written: Arc::default(),
            under_way: Rc::default(),
        }
    }

    fn begin(&mut self) -> Turn {
        let (path, ending) = match new_file::path(&self.form.text("file"), &ENDINGS) {
            Ok(found) => found,
            Err(unmade) => {
                self.form.reject("file", unmade.msg());
                return Turn::Stay;
            }
        };
        let is_csv = ending == 1;
        let (filter, written) = (self.filter.clone(), Arc::clone(&self.written));
        let under_way = Rc::clone(&self.under_way);
        Turn::Work(Work::new(
            move |desk: Desk| {
                let (path, filter, written) = (path.clone(), filter.clone(), written.clone());
                let under_way = under_way.clone();
                async move {
                    written.store(0, Ordering::Relaxed);
                    let mut file = NewFile::new(path);
                    let count = written.clone();
                    let found = |record| {
                        let nth = count.fetch_add(1, Ordering::Relaxed);
                        if is_csv && nth == 0 {
                            file.write(&record_heading());
                        }
                        match is_csv {
                            true => file.write(&record_row(&record)),
                            false => file.write(&format!("{}\n", record_object(&record))),
                        }
                    };
                    let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                    under_way.set(true);
                    let done = service.export_audit(&actor, filter, found, now).await;
                    under_way.set(false);
                    done?;
                    Ok(file.finish())
                }
            },
            |page: &mut Self, made, _| match made {
                Ok(()) => {
                    let count = page.written.load(Ordering::Relaxed);
                    let done = Msg::new("audit-exported")
                        .number("count", count)
                        .text("file", page.form.text("file").trim());
                    Turn::Close(Some(Notice::note(done)))
                }
                Err(unmade) => {
                    page.form.reject("file", unmade.msg());
                    Turn::Stay
                }
            },
        ))
    }
}

impl Place for Export {
    fn title(&self) -> Msg {
        Msg::new("audit-export-title")
    }

    fn help(&self) -> &'static str {
        "help-audit-export"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["audit-keys-write"]
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        match self.under_way.get() {
            // Drawn again with the count there is by then.
            true => Turn::Work(
                Work::new(|_| async { Ok(()) }, |_: &mut Self, (), _| Turn::Stay).quiet(),
            ),
            false => Turn::Stay,
        }
    }

    fn typing(&self) -> bool {
        self.form.typing()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Save | Command::Enter => self.begin(),
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
        let theme = &with.look.theme;
        let what = Msg::new("audit-export-what").text("asked", summary(&self.filter, with));
        let mut rows = Rows::prose("", &with.say(&what), area.width, theme.base);
        rows.append(Rows::prose("", " ", area.width, theme.base));
        rows.append(self.form.rows(with, area.width));
        if self.under_way.get() {
            let count = self.written.load(Ordering::Relaxed);
            let far = Msg::new("audit-export-far").number("count", count);
            rows.append(Rows::prose("", &with.say(&far), area.width, theme.note));
        }
        window(rows, area, 0, with.look, sheet).cursor
    }
}
