//! Files of users in and out: a name typed, rows counted while they pass, bad ones told by their
//! line.
//!
//! A name is that of a CSV in the folder the console was started in, and nothing else: what is said
//! of a row that can't be read would tell of any other file what only its owner may see.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::filter::summary;
use super::job::{Job, Wire, look};
use crate::domain::msg::Msg;
use crate::domain::people::AccountFilter;
use crate::service::account_file::AccountFile;
use crate::service::accounts::View;
use crate::service::export::{header, row};
use crate::service::import::{Imported, Report};
use crate::service::import_watch::Watched;
use crate::service::{Refusal, ServiceError};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::new_file::{self, NewFile, Unmade};
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::widgets::form::{Form, Input, Item};
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, text, window};

/// A name that may be read.
fn named(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    let plain = !typed.contains(['/', '\\']) && !typed.starts_with('.');
    let fits = plain && typed.len() <= 200 && typed.ends_with(".csv") && typed.len() > 4;
    fits.then(|| PathBuf::from(typed))
}

fn name_form(more: Vec<Item>) -> Form {
    let name = Item::new("file", Msg::new("person-file"), Input::text("users.csv"));
    let mut items = vec![name.note(Msg::new("person-file-note"))];
    items.extend(more);
    Form::new(items)
}

/// Has the loop deal with a failure as with any other; after a fresh proof, where that was all that
/// was missing, this goes on.
fn failed<P: Place>(error: ServiceError, then: impl Fn(&mut P, &Desk) -> Turn + 'static) -> Turn {
    let error = std::cell::RefCell::new(Some(error));
    Turn::Work(Work::new(
        move |_| {
            let error = error.take();
            async move { error.map_or(Ok(()), Err) }
        },
        move |place: &mut P, (), desk| then(place, desk),
    ))
}

/// The page of an import.
pub struct Import {
    form: Form,
    job: Option<Job<Imported>>,
    /// What it came to; rows that could not be taken ended it with nothing.
    done: Option<Result<Imported, Msg>>,
    scroll: isize,
}

impl Default for Import {
    fn default() -> Self {
        let skip = Item::new("skip", Msg::new("people-import-skip"), Input::Flag(false));
        Self {
            form: name_form(vec![skip.note(Msg::new("people-import-skip-note"))]),
            job: None,
            done: None,
            scroll: 0,
        }
    }
}

impl Import {
    fn begin(&mut self, desk: Desk) -> Turn {
        let Some(path) = named(&self.form.text("file")) else {
            self.form.reject("file", Msg::new("person-file-note"));
            return Turn::Stay;
        };
        let skip = self.form.text("skip") == "on";
        let wire = Wire::default();
        let (far, wrong) = (wire.clone(), wire.clone());
        let told = Arc::new(move |_, rows| far.through(rows, None));
        let lines = Arc::new(AccountFile::new(path));
        let lines = Arc::new(Watched::new(lines, told, wire.stop.clone()));
        let report: Report = Arc::new(move |line, why: &str| {
            let why = Msg::new("people-text").text("text", text::line(why));
            wrong.wrong(line.to_string(), why);
        });
        self.job = Some(Job::begin(wire, async move {
            let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
            match skip {
                true => {
                    service
                        .import_good_accounts(&actor, lines, report, now)
                        .await
                }
                false => service.import_accounts(&actor, lines, report, now).await,
            }
        }));
        look(Self::watch)
    }

    fn watch(&mut self) -> Turn {
        let Some(job) = &self.job else {
            return Turn::Stay;
        };
        match job.ended() {
            None if self.done.is_none() => look(Self::watch),
            None => Turn::Stay,
            Some(Ok(came)) => {
                self.done = Some(Ok(came));
                Turn::Stay
            }
            Some(Err(ServiceError::Refused(_))) if job.is_stopped() => {
                self.done = Some(Err(Msg::new("people-import-stopped")));
                Turn::Stay
            }
            Some(Err(ServiceError::Refused(Refusal::File(why)))) => {
                let why = Msg::new("people-text").text("text", text::line(&why));
                self.done = Some(Err(why));
                Turn::Stay
            }
            Some(Err(ServiceError::Refused(refusal))) => {
                self.done = Some(Err(refusal.msg()));
                Turn::Stay
            }
            Some(Err(error)) => {
                self.job = None;
                failed(error, |_: &mut Self, _| Turn::Stay)
            }
        }
    }
}

impl Place for Import {
    fn title(&self) -> Msg {
        Msg::new("people-import-title")
    }

    fn help(&self) -> &'static str {
        "help-people-import"
    }

    fn hints(&self) -> Vec<&'static str> {
        match (&self.job, &self.done) {
            (Some(_), None) => vec!["people-keys-stop"],
            (Some(_), Some(_)) => Vec::new(),
            (None, _) => vec!["people-keys-go-on"],
        }
    }

    fn typing(&self) -> bool {
        self.job.is_none() && self.form.typing()
    }

    fn unsaved(&self) -> bool {
        self.job.is_some() && self.done.is_none()
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        match (command, &self.job) {
            (Command::Back, _) => return Turn::Close(None),
            (Command::Type('s'), Some(job)) => job.stop(),
            (Command::Next, Some(_)) => self.scroll += 1,
            (Command::Previous, Some(_)) => self.scroll = (self.scroll - 1).max(0),
            (_, Some(_)) => {}
            (Command::Save, None) => return self.begin(desk.clone()),
            (command, None) => {
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
        let Some(job) = &self.job else {
            let rows = self.form.rows(with, area.width);
            return window(rows, area, 0, with.look, sheet).cursor;
        };
        let theme = &with.look.theme;
        let mut rows = Rows::default();
        match &self.done {
            Some(Ok(came)) => {
                let said = Msg::new("people-import-done")
                    .number("added", came.added)
                    .number("changed", came.changed)
                    .number("same", came.same)
                    .number("bad", came.bad);
                rows.append(Rows::prose("", &with.say(&said), area.width, theme.met));
            }
            Some(Err(why)) => {
                rows.append(Rows::prose("", &with.say(why), area.width, theme.error));
            }
            None => {}
        }
        rows.append(job.rows(with, area.width));
        window(rows, area, self.scroll, with.look, sheet).cursor
    }
}

/// The page of an export.
pub struct Export {
    filter: AccountFilter,
    form: Form,
    job: Option<Job<u64>>,
    done: Option<u64>,
}

impl Export {
    /// The page for the users that are meant.
    pub fn new(filter: AccountFilter) -> Self {
        Self {
            filter,
            form: name_form(Vec::new()),
            job: None,
            done: None,
        }
    }

    fn begin(&mut self, desk: Desk) -> Turn {
        let path = match new_file::path(&self.form.text("file"), &[".csv"]) {
            Ok((path, _)) => path,
            Err(unmade) => {
                let why = match unmade {
                    Unmade::Name => "person-file-note",
                    Unmade::Exists => "people-export-exists",
                    Unmade::Failed => "people-export-failed",
                };
                self.form.reject("file", Msg::new(why));
                return Turn::Stay;
            }
        };
        let (wire, filter) = (Wire::default(), self.filter.clone());
        let (far, stop) = (wire.clone(), wire.stop.clone());
        self.job = Some(Job::begin(wire, async move {
            let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
            let out = Arc::new(Mutex::new(Some(Out::new(path))));
            let into = out.clone();
            let found = move |view: View| {
                // Whoever has left the page does not want it any more.
                if far.stop.load(Ordering::Relaxed) {
                    return;
                }
                if let Ok(mut out) = into.lock()
                    && let Some(out) = out.as_mut()
                {
                    out.view(&view);
                    if out.rows % 500 == 0 {
                        far.through(out.rows, None);
                    }
                }
            };
            service.export_accounts(&actor, filter, found, now).await?;
            let whole = out.lock().ok().and_then(|mut out| out.take());
            match whole {
                Some(whole) if !stop.load(Ordering::Relaxed) => {
                    whole.finish().map_err(ServiceError::from)
                }
                _ => Err(ServiceError::from(unwritten())),
            }
        }));
        look(Self::watch)
    }

    fn watch(&mut self) -> Turn {
        let ended = self.job.as_ref().and_then(Job::ended);
        match ended {
            None if self.job.is_some() && self.done.is_none() => look(Self::watch),
            None => Turn::Stay,
            Some(Ok(rows)) => {
                self.done = Some(rows);
                Turn::Stay
            }
            Some(Err(error)) => {
                self.job = None;
                failed(error, |page: &mut Self, desk| page.begin(desk.clone()))
            }
        }
    }
}

/// A file that is written: there when all of it is, and not at all when it is given up.
struct Out {
    file: NewFile,
    rows: u64,
}

impl Out {
    const fn new(path: PathBuf) -> Self {
        Self {
            file: NewFile::new(path),
            rows: 0,
        }
    }

    fn view(&mut self, view: &View) {
        if self.rows == 0 {
            self.file.write(&header());
        }
        self.file.write(&row(view));
        self.rows += 1;
    }

    fn finish(mut self) -> Result<u64, Refusal> {
        if self.rows == 0 {
            self.file.write(&header());
        }
        let written = self.file.finish();
        written.map(|()| self.rows).map_err(|_| unwritten())
    }
}

fn unwritten() -> Refusal {
    Refusal::File("the file could not be written".to_owned())
}

impl Place for Export {
    fn title(&self) -> Msg {
        Msg::new("people-export-title")
    }

    fn help(&self) -> &'static str {
        "help-people-export"
    }

    fn hints(&self) -> Vec<&'static str> {
        match self.job {
            Some(_) => Vec::new(),
            None => vec!["people-keys-go-on"],
        }
    }

    fn typing(&self) -> bool {
        self.job.is_none() && self.form.typing()
    }

    fn unsaved(&self) -> bool {
        self.job.is_some() && self.done.is_none()
    }

    fn key(&mut self, command: Command, desk: &Desk) -> Turn {
        match (command, &self.job) {
            (Command::Back, _) => return Turn::Close(None),
            (_, Some(_)) => {}
            (Command::Save, None) => return self.begin(desk.clone()),
            (command, None) => {
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
        let theme = &with.look.theme;
        let who = summary(&self.filter, with);
        let who = who.unwrap_or_else(|| with.say(&Msg::new("bulk-everybody")));
        let mut rows = Rows::prose("", &who, area.width, theme.note);
        rows.push(Line::from(""));
        match (&self.job, self.done) {
            (None, _) => rows.append(self.form.rows(with, area.width)),
            (Some(_), Some(count)) => {
                let done = Msg::new("people-export-done").number("count", count);
                rows.append(Rows::prose("", &with.say(&done), area.width, theme.met));
            }
            (Some(job), None) => rows.append(job.rows(with, area.width)),
        }
        window(rows, area, 0, with.look, sheet).cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_csv_of_this_folder_is_named() {
        assert_eq!(named(" users.csv "), Some(PathBuf::from("users.csv")));
        for bad in [
            "",
            ".csv",
            "users.txt",
            "../users.csv",
            "/etc/passwd",
            "a/b.csv",
            "a\\b.csv",
            ".hidden.csv",
        ] {
            assert_eq!(named(bad), None, "{bad}");
        }
    }
}
