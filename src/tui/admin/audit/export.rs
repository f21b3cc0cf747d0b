//! The records that are asked for, written into a file.

use ratatui::layout::{Position, Rect};

use super::filter::summary;
use crate::domain::audit::Record;
use crate::domain::msg::Msg;
use crate::service::audit::{Filter, News};
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

/// What is being written. The file goes when it is given up.
struct Writing {
    file: NewFile,
    is_csv: bool,
    /// How many are written.
    count: u64,
    /// The last record of the export.
    last: i64,
}

impl Writing {
    fn take(&mut self, record: &Record) {
        self.count += 1;
        match self.is_csv {
            true => self.file.write(&record_row(record)),
            false => self.file.write(&format!("{}\n", record_object(record))),
        }
    }
}

/// The page.
pub struct Export {
    filter: Filter,
    form: Form,
    writing: Option<Writing>,
}

impl Export {
    /// The page for the records that are asked for.
    pub fn new(filter: Filter) -> Self {
        let name = Item::new("file", Msg::new("audit-file"), Input::text("audit.jsonl"));
        Self {
            filter,
            form: Form::new(vec![name.note(Msg::new("audit-file-note"))]),
            writing: None,
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
        let ask = |desk: Desk| async move {
            let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
            service.begin_audit_export(&actor, now).await
        };
        Turn::Work(Work::new(ask, move |page: &mut Self, last, _| {
            let mut file = NewFile::new(path.clone());
            let is_csv = ending == 1;
            if is_csv {
                file.write(&record_heading());
            }
            page.writing = Some(Writing {
                file,
                is_csv,
                count: 0,
                last,
            });
            page.go_on(0)
        }))
    }

    /// One more piece: each answer is drawn, and what follows is left out when the page is left.
    fn go_on(&mut self, seen: i64) -> Turn {
        let filter = self.filter.clone();
        let ask = move |desk: Desk| {
            let filter = filter.clone();
            async move {
                let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                service.audit_after(&actor, &filter, seen, now).await
            }
        };
        let work = Work::new(ask, |page: &mut Self, news: News, _| {
            let Some(writing) = &mut page.writing else {
                return Turn::Stay;
            };
            let last = writing.last;
            let fits = |record: &&Record| record.seq <= last;
            for record in news.records.iter().filter(fits) {
                writing.take(record);
            }
            match news.seen < last {
                true => page.go_on(news.seen),
                false => page.finish(),
            }
        });
        let work = work.or(|page: &mut Self, _| {
            page.writing = None;
            None
        });
        Turn::Work(work.quiet())
    }

    fn finish(&mut self) -> Turn {
        let Some(writing) = self.writing.take() else {
            return Turn::Stay;
        };
        let count = writing.count;
        match writing.file.finish() {
            Ok(()) => {
                let file = self.form.text("file");
                let done = Msg::new("audit-exported").number("count", count);
                Turn::Close(Some(Notice::note(done.text("file", file.trim()))))
            }
            Err(unmade) => {
                self.form.reject("file", unmade.msg());
                Turn::Stay
            }
        }
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

    fn typing(&self) -> bool {
        self.writing.is_none() && self.form.typing()
    }

    fn unsaved(&self) -> bool {
        self.writing.is_some()
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            _ if self.writing.is_some() => Turn::Stay,
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
        if let Some(writing) = &self.writing {
            let far = Msg::new("audit-export-far").number("count", writing.count);
            rows.append(Rows::prose("", &with.say(&far), area.width, theme.note));
        }
        window(rows, area, 0, with.look, sheet).cursor
    }
}
