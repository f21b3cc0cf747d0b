//! One record, whole.

use std::cell::Cell;
use std::rc::Rc;

use ratatui::layout::{Position, Rect};

use super::{Asked, activity, field, outcome};
use crate::domain::audit::{FIELDS, Record};
use crate::domain::msg::Msg;
use crate::service::audit::Filter;
use crate::service::written::hash;
use crate::tui::admin::desk::Desk;
use crate::tui::admin::place::{Drawing, Place, Turn};
use crate::tui::admin::widgets::facts;
use crate::tui::canvas::Sheet;
use crate::tui::keymap::Command;
use crate::tui::widgets::window;

/// The page.
pub struct RecordPage {
    record: Record,
    asked: Asked,
    scroll: Cell<isize>,
}

impl RecordPage {
    /// The page of a record; others like it can be asked for.
    pub fn new(record: Record, asked: Asked) -> Self {
        Self {
            record,
            asked,
            scroll: Cell::new(0),
        }
    }

    /// Asks for those that have the same in one field.
    fn like(&self, set: impl FnOnce(&mut Filter, String), name: &str) -> Turn {
        let position = FIELDS.iter().position(|field| *field == name);
        let value = position.and_then(|at| self.record.fields.get(at)?.clone());
        let Some(value) = value else {
            return Turn::Stay;
        };
        let mut filter = Filter::default();
        set(&mut filter, value);
        Rc::clone(&self.asked).replace(filter);
        Turn::Close(None)
    }
}

impl Place for RecordPage {
    fn title(&self) -> Msg {
        Msg::new("audit-record").text("number", self.record.seq.to_string())
    }

    fn help(&self) -> &'static str {
        "help-audit-record"
    }

    fn hints(&self) -> Vec<&'static str> {
        vec!["audit-keys-same-reference", "audit-keys-same-account"]
    }

    fn key(&mut self, command: Command, _: &Desk) -> Turn {
        match command {
            Command::Back => return Turn::Close(None),
            Command::Type('r') => {
                return self.like(|filter, value| filter.reference = Some(value), "reference");
            }
            Command::Type('a') => {
                return self.like(|filter, value| filter.account = Some(value), "account");
            }
            Command::Next => self.scroll.set(self.scroll.get() + 1),
            Command::Previous => self.scroll.set((self.scroll.get() - 1).max(0)),
            _ => {}
        }
        Turn::Stay
    }

    fn draw(&self, area: Rect, sheet: &mut Sheet, with: Drawing<'_>) -> Option<Position> {
        let (record, say) = (&self.record, |msg: &Msg| with.say(msg));
        let word = field(record, "activity");
        let mut all = vec![
            (Msg::new("audit-number"), record.seq.to_string()),
            (Msg::new("audit-time"), record.time.to_string()),
            (
                Msg::new("audit-activity"),
                format!("{} ({word})", activity(record, say)),
            ),
            (Msg::new("audit-outcome"), outcome(record, say)),
        ];
        for name in FIELDS.iter().skip(2) {
            let value = field(record, name);
            if !value.is_empty() {
                all.push((Msg::new(format!("audit-{name}")), value));
            }
        }
        all.push((Msg::new("audit-hash"), hash(record)));
        let rows = facts::rows(&all, with, area.width);
        let shown = window(rows, area, self.scroll.get(), with.look, sheet);
        self.scroll.set(shown.scroll);
        shown.cursor.or(Some(area.as_position()))
    }
}
