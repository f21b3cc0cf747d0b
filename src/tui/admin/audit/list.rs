//! The records, newest first.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::export::Export;
use super::filter::{FilterPage, summary};
use super::record::RecordPage;
use super::verify::Verify;
use super::{Asked, activity, field, outcome, short};
use crate::domain::audit::{Outcome, Record};
use crate::domain::msg::Msg;
use crate::service::audit::{Filter, News};
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn, Work};
use crate::tui::admin::widgets::table::{Chosen, Column, TableView};
use crate::tui::canvas::{Paper as _, Sheet};
use crate::tui::keymap::Command;
use crate::tui::widgets::{Rows, text, window};

/// How many records are asked for at once.
const PAGE: i64 = 100;
/// The most records kept in sight; those that are older are asked for again.
const MOST: usize = 2_000;

/// The tab.
pub struct AuditLog {
    asked: Asked,
    /// What the records are of; none where they must be asked for.
    shown: Option<Filter>,
    records: Vec<Record>,
    chosen: Chosen,
    /// Whether there are no older ones.
    all: bool,
    following: bool,
    /// The last record that was looked at.
    seen: i64,
    high: Cell<u16>,
}

impl Default for AuditLog {
    fn default() -> Self {
        Self {
            asked: Rc::new(RefCell::new(Filter::default())),
            shown: None,
            records: Vec::new(),
            chosen: Chosen::default(),
            all: false,
            following: true,
            seen: 0,
            high: Cell::new(0),
        }
    }
}

impl AuditLog {
    /// The newest records.
    fn ask(&self) -> Turn {
        let filter = self.asked.borrow().clone();
        Turn::Work(
            Work::new(
                move |desk| {
                    let filter = filter.clone();
                    async move {
                        let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                        let seen = service.audit_head(&actor, now).await?.seq;
                        let before = Some(seen + 1);
                        let page = service.audit_page(&actor, &filter, before, PAGE, now);
                        let page = page.await?;
                        Ok((filter, seen, page))
                    }
                },
                |list: &mut Self, (filter, seen, page), _| {
                    list.all = i64::try_from(page.len()) != Ok(PAGE);
                    list.records = page;
                    list.seen = seen;
                    list.shown = Some(filter);
                    list.chosen = Chosen::default();
                    Turn::Stay
                },
            )
            .quiet(),
        )
    }

    /// Records before the oldest there is.
    fn ask_older(&self) -> Turn {
        let (Some(filter), Some(oldest)) = (self.shown.clone(), self.records.last()) else {
            return Turn::Stay;
        };
        let before = oldest.seq;
        Turn::Work(
            Work::new(
                move |desk| {
                    let filter = filter.clone();
                    async move {
                        let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                        let page = service.audit_page(&actor, &filter, Some(before), PAGE, now);
                        page.await
                    }
                },
                move |list: &mut Self, page: Vec<Record>, _| {
                    if list.records.last().map(|record| record.seq) == Some(before) {
                        list.all = i64::try_from(page.len()) != Ok(PAGE);
                        list.records.extend(page);
                    }
                    Turn::Stay
                },
            )
            .quiet(),
        )
    }

    /// What has come since.
    fn ask_newer(&self) -> Turn {
        let Some(filter) = self.shown.clone() else {
            return self.ask();
        };
        let seen = self.seen;
        Turn::Work(
            Work::new(
                move |desk| {
                    let filter = filter.clone();
                    async move {
                        let (service, actor, now) = (desk.service(), desk.actor(), desk.now());
                        service.audit_after(&actor, &filter, seen, now).await
                    }
                },
                move |list: &mut Self, news: News, _| {
                    if list.seen == seen {
                        list.came(news);
                    }
                    Turn::Stay
                },
            )
            .quiet(),
        )
    }

    /// New records go on top; what is chosen stays chosen unless it was the newest.
    fn came(&mut self, news: News) {
        self.seen = news.seen;
        let count = news.records.len();
        if self.chosen != Chosen(0) {
            self.chosen.0 += count;
        }
        self.records.splice(0..0, news.records.into_iter().rev());
        if self.records.len() > MOST && self.chosen.0 < MOST {
            self.records.truncate(MOST);
            self.all = false;
        }
    }

    fn open(&self) -> Turn {
        match self.records.get(self.chosen.0) {
            Some(record) => {
                let page = RecordPage::new(record.clone(), Rc::clone(&self.asked));
                Turn::Open(Box::new(page))
            }
            None => Turn::Stay,
        }
    }

    fn columns() -> [Column; 5] {
        let column = |head, least, share| Column {
            head: Msg::new(head),
            least,
            share,
        };
        [
            column("audit-time", 14, 0),
            column("audit-activity", 16, 3),
            column("audit-account", 14, 4),
            column("audit-terminal", 10, 2),
            column("audit-outcome", 8, 0),
        ]
    }
}

impl Place for AuditLog {
    fn title(&self) -> Msg {
        crate::tui::admin::Tab::Audit.title()
    }

    fn help(&self) -> &'static str {
        "help-audit"
    }

    fn hints(&self) -> Vec<&'static str> {
        let follow = match self.following {
            true => "audit-keys-unfollow",
            false => "audit-keys-follow",
        };
        vec![
            "audit-keys-open",
            "keys-filter",
            follow,
            "audit-keys-export",
            "audit-keys-verify",
        ]
    }

    fn shown(&mut self, _: &Desk) -> Turn {
        match self.shown.as_ref() == Some(&*self.asked.borrow()) {
            true => Turn::Stay,
            false => self.ask(),
        }
    }

    fn refresh(&mut self, _: &Desk) -> Turn {
        let until = self.asked.borrow().until.is_some();
        match self.following && !until {
            true => self.ask_newer(),
            false => Turn::Stay,
        }
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => Turn::Close(None),
            Command::Enter => self.open(),
            Command::Type('/') => Turn::Open(Box::new(FilterPage::new(Rc::clone(&self.asked)))),
            Command::Type('f') => {
                self.following = !self.following;
                Turn::Stay
            }
            Command::Type('e') => Turn::Open(Box::new(Export::new(self.asked.borrow().clone()))),
            Command::Type('v') => Turn::Open(Box::new(Verify::default())),
            command => {
                self.chosen.key(command, self.records.len());
                match self.chosen.at_end(self.records.len()) && !self.all {
                    true => self.ask_older(),
                    false => Turn::Stay,
                }
            }
        }
    }

    fn click(&mut self, at: Position, _: &Desk) -> Turn {
        let before = self.chosen;
        let Some(y) = at.y.checked_sub(1) else {
            return Turn::Stay;
        };
        let hit = self.chosen.click(y, self.high.get(), self.records.len());
        match hit && before == self.chosen {
            true => self.open(),
            false => Turn::Stay,
        }
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let theme = &with.look.theme;
        let following = Msg::new(match self.following {
            true => "audit-following",
            false => "audit-not-following",
        });
        let asked = summary(&self.asked.borrow(), with);
        let above = format!("{asked} {} {}", with.look.glyphs.dot, with.say(&following));
        let above = text::fit(&above, usize::from(area.width), with.look.glyphs.more);
        sheet.write(area.x, area.y, Line::styled(above, theme.quiet), area.width);
        let below = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        self.high.set(below.height);
        if self.shown.is_some() && self.records.is_empty() {
            let none = with.say(&Msg::new("audit-none"));
            let rows = Rows::prose("", &none, area.width, theme.base);
            return window(rows, below, 0, with.look, sheet).cursor;
        }
        let say = |msg: &Msg| with.say(msg);
        let row = |record: &Record| {
            // What failed has a sign before it: its own column has no room in a narrow window.
            let failed = field(record, "outcome") == Outcome::Failure.key();
            let sign = if failed { with.look.glyphs.error } else { "" };
            vec![
                short(record.time),
                format!("{sign}{}", activity(record, say)),
                field(record, "account"),
                field(record, "terminal"),
                outcome(record, say),
            ]
        };
        // Only what may be in sight is put into words.
        let near = usize::from(below.height) * 2;
        let first = self.chosen.0.saturating_sub(near);
        let rows: Vec<Vec<String>> = self
            .records
            .iter()
            .skip(first)
            .take(near * 2)
            .map(row)
            .collect();
        TableView {
            columns: &Self::columns(),
            rows: &rows,
            chosen: Chosen(self.chosen.0 - first),
        }
        .draw(below, sheet, with)
    }
}
