//! Records of the audit log and figures of usage as they are written down: JSON, JSON Lines and CSV
//! (RFC 4180), alike for the command line and the console.

use data_encoding::HEXLOWER_PERMISSIVE;
use serde_json::{Map, Value, json};

use super::audit::Head;
use super::cells::guard;
use super::reports::{Counted, Counts, Usage};
use crate::crypto::random::hex;
use crate::domain::audit::{FIELDS, Record};

/// A record as a JSON object.
pub fn record_object(record: &Record) -> Value {
    let mut object = Map::new();
    object.insert("seq".to_owned(), json!(record.seq));
    object.insert("time".to_owned(), json!(record.time.to_string()));
    for (name, value) in FIELDS.iter().zip(&record.fields) {
        object.insert((*name).to_owned(), json!(value));
    }
    object.insert("hash".to_owned(), json!(hex(&record.hash)));
    Value::Object(object)
}

/// The heading of records as CSV, with its line's end.
pub fn record_heading() -> String {
    let columns = ["seq", "time"].into_iter().chain(FIELDS).chain(["hash"]);
    let columns: Vec<&str> = columns.collect();
    format!("{}\r\n", columns.join(","))
}

/// A record as a line of CSV, with its end. What a spreadsheet would compute is guarded.
pub fn record_row(record: &Record) -> String {
    let mut cells = vec![record.seq.to_string(), quoted(&record.time.to_string())];
    let fields = record.fields.iter();
    cells.extend(fields.map(|value| quoted(value.as_deref().unwrap_or_default())));
    cells.push(quoted(&hex(&record.hash)));
    format!("{}\r\n", cells.join(","))
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", guard(value).replace('"', "\"\""))
}

/// A head as it is kept elsewhere: JSON, or number and hash.
pub fn written_head(text: &str) -> Option<Head> {
    let (seq, hash) = match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(object)) => {
            let hash = object.get("hash").and_then(Value::as_str);
            (object.get("seq").and_then(Value::as_i64)?, hash?.to_owned())
        }
        _ => {
            let (seq, hash) = text.trim().split_once([' ', ':'])?;
            (seq.parse().ok()?, hash.trim().to_owned())
        }
    };
    let hash = HEXLOWER_PERMISSIVE.decode(hash.as_bytes()).ok()?;
    Some(Head { seq, hash })
}

/// A head as `audit head` prints it, to be kept elsewhere.
pub fn head_line(head: &Head) -> String {
    format!("{} {}", head.seq, hex(&head.hash))
}

/// The chain value of a record, written.
pub fn hash(record: &Record) -> String {
    hex(&record.hash)
}

/// What the three reports say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insights {
    /// Accounts and journeys.
    pub usage: Usage,
    /// Methods registered.
    pub registrations: Vec<Counted>,
    /// Resets.
    pub resets: Vec<Counted>,
}

/// The reports of 24 hours, 7 and 30 days as one table of CSV.
pub fn insights(all: &Insights) -> String {
    let mut csv =
        "report,what,outcome,reason,now,last_24_hours,last_7_days,last_30_days\r\n".to_owned();
    let mut line = |report: &str, what: &str, outcome: &str, reason: &str, counts: &[String; 4]| {
        let words = [report, what, outcome, reason].map(quoted);
        csv.push_str(&format!("{},{}\r\n", words.join(","), counts.join(",")));
    };
    let now = |count: u64| {
        [
            count.to_string(),
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let past = |[day, week, month]: Counts| {
        let [day, week, month] = [day, week, month].map(|count| count.to_string());
        [String::new(), day, week, month]
    };
    let usage = &all.usage;
    line("accounts", "all", "", "", &now(usage.accounts));
    line("accounts", "enabled", "", "", &now(usage.enabled));
    line("accounts", "registered", "", "", &now(usage.registered));
    line("accounts", "capable", "", "", &now(usage.capable));
    line("calls_avoided", "", "", "", &past(usage.calls_avoided));
    for row in &usage.abandoned {
        let reason = row.reason.as_deref().unwrap_or_default();
        line("abandoned", row.step, "", reason, &past(row.counts));
    }
    for (report, rows) in [
        ("registrations", &all.registrations),
        ("resets", &all.resets),
    ] {
        for row in rows {
            let method = row.method.as_deref().unwrap_or_default();
            let reason = row.reason.as_deref().unwrap_or_default();
            line(report, method, &row.outcome, reason, &past(row.counts));
        }
    }
    csv
}
