//! The tab of the audit log: newest first, found by everything at once, followed as it grows. A page
//! of its own for a record, for the filters, for writing it out and for checking that it is whole.
//! May use the services of the log and the console's widgets.

mod export;
mod filter;
mod list;
mod record;
mod verify;

#[cfg(test)]
mod tests;

pub(super) use list::AuditLog;

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::audit::{FIELDS, Record};
use crate::domain::msg::Msg;
use crate::domain::time::Timestamp;
use crate::service::audit::Filter;
use crate::tui::widgets::text;

/// What is asked for, shared between the list and the pages that change it.
type Asked = Rc<RefCell<Filter>>;

/// A field of a record by its name, cleaned; empty where it has none.
fn field(record: &Record, name: &str) -> String {
    let found = FIELDS.iter().zip(&record.fields);
    let value = found
        .filter(|(field, _)| **field == name)
        .find_map(|(_, value)| value.as_ref());
    value.map(|value| text::line(value)).unwrap_or_default()
}

/// The words of an activity; one that this version does not know stands as it is written.
pub(super) fn activity(record: &Record, say: impl Fn(&Msg) -> String) -> String {
    named("activity", &field(record, "activity"), say)
}

/// The words of an outcome.
pub(super) fn outcome(record: &Record, say: impl Fn(&Msg) -> String) -> String {
    named("outcome", &field(record, "outcome"), say)
}

fn named(kind: &str, word: &str, say: impl Fn(&Msg) -> String) -> String {
    let id = format!("{kind}-{}", word.replace('_', "-"));
    let said = say(&Msg::new(id.clone()));
    match said == id {
        true => word.to_owned(),
        false => said,
    }
}

/// A moment as the log has it: UTC, to the second.
fn moment(at: Timestamp) -> String {
    let written = at.to_string();
    written.get(..19).unwrap_or(&written).replace('T', " ")
}

/// The same without its year, for a column.
fn short(at: Timestamp) -> String {
    let written = moment(at);
    written.get(5..).unwrap_or(&written).to_owned()
}
