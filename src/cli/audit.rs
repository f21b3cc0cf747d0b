//! `keyhatch audit`.

use std::cell::Cell;
use std::fs;

use clap::{Subcommand, ValueEnum};
use serde_json::{Map, Value, json};

use super::cells::guard;
use super::context::Context;
use super::output::Output;
use super::{CliError, print};
use crate::clock;
use crate::crypto::random::hex;
use crate::domain::audit::{Activity, FIELDS, Record};
use crate::domain::text::{self, counted};
use crate::domain::time::Timestamp;
use crate::store::audit::{Filter, Head, Verdict};

/// Read and check the audit log
#[derive(Subcommand)]
pub enum Audit {
    /// List records, oldest first
    List {
        /// Of this account
        #[arg(long, value_name = "U")]
        account: Option<String>,
        #[arg(long, value_name = "A", help = "Of this activity", long_help = activities())]
        activity: Option<String>,
        /// Not before this time, RFC 3339 or a date
        #[arg(long, value_name = "T")]
        since: Option<String>,
        /// With this reference
        #[arg(long, value_name = "R")]
        reference: Option<String>,
    },
    /// Compute the whole chain again; names the first bad record
    Verify {
        /// A head exported earlier, or a file with it: a cut tail shows, too
        #[arg(long, value_name = "HEAD")]
        head: Option<String>,
    },
    /// Every record as JSON Lines or CSV
    Export {
        /// The form
        #[arg(long, value_enum, default_value_t = Form::Jsonl)]
        format: Form,
    },
    /// The number and hash of the last record, to be kept elsewhere
    Head,
}

/// The form of an export
#[derive(Clone, Copy, ValueEnum)]
pub enum Form {
    /// One JSON object a line
    Jsonl,
    /// Comma-separated values with a heading (RFC 4180)
    Csv,
}

impl Audit {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        let (service, actor) = context.open().await?;
        let now = clock::now();
        match self {
            Self::List {
                account,
                activity,
                since,
                reference,
            } => {
                let filter = filter(account, activity, since, reference)?;
                let wants_json = context.json;
                let first = Cell::new(true);
                let output = Output::default();
                let out = output.clone();
                let show = move |record: Record| match wants_json {
                    true if first.replace(false) => out.write(&format!("[{}", object(&record))),
                    true => out.write(&format!(",\n{}", object(&record))),
                    false => out.write(&format!("{}\n", sentence(&record))),
                };
                let any = service.audit(&actor, filter, show, now).await?;
                match (wants_json, any) {
                    (true, true) => output.write("]\n"),
                    (true, false) => output.write("[]\n"),
                    (false, _) => {}
                }
                output.finish()
            }
            Self::Export { format } => {
                let output = Output::default();
                if let Form::Csv = format {
                    let columns: Vec<&str> = ["seq", "time"]
                        .into_iter()
                        .chain(FIELDS)
                        .chain(["hash"])
                        .collect();
                    output.write(&format!("{}\r\n", columns.join(",")));
                }
                let out = output.clone();
                let show = move |record: Record| match format {
                    Form::Jsonl => out.write(&format!("{}\n", object(&record))),
                    Form::Csv => out.write(&csv(&record)),
                };
                service.audit(&actor, Filter::default(), show, now).await?;
                output.finish()
            }
            Self::Verify { head } => {
                let head = head.map(|given| read_head(&given)).transpose()?;
                match service.verify_audit(&actor, head, now).await? {
                    Verdict::Whole(count) => {
                        if context.json {
                            return print::json(&json!({ "ok": true, "records": count }));
                        }
                        print::line(&format!(
                            "{}, all as they were written",
                            counted(count, "record", "records")
                        ))
                    }
                    Verdict::Broken(seq) => {
                        if context.json {
                            print::json(&json!({ "ok": false, "first_bad": seq }))?;
                        }
                        Err(CliError::Refused(format!(
                            "audit record {seq} is missing or was changed; compare with an export or a backup"
                        )))
                    }
                }
            }
            Self::Head => {
                let head = service.audit_head(&actor, now).await?;
                if context.json {
                    return print::json(&json!({ "seq": head.seq, "hash": hex(&head.hash) }));
                }
                print::line(&format!("{} {}", head.seq, hex(&head.hash)))
            }
        }
    }
}

/// What `--activity` takes.
fn activities() -> String {
    let all = Activity::ALL.map(Activity::key).join(", ");
    format!("Of this activity: one of {all}")
}

fn filter(
    account: Option<String>,
    activity: Option<String>,
    since: Option<String>,
    reference: Option<String>,
) -> Result<Filter, CliError> {
    if let Some(word) = activity
        .as_deref()
        .filter(|word| Activity::from_key(word).is_none())
    {
        return Err(CliError::Refused(format!(
            "there is no activity `{}`; `keyhatch audit list --help` names them all",
            text::clean(word),
        )));
    }
    let since = since.map(|text| text.parse::<Timestamp>()).transpose();
    Ok(Filter {
        account,
        activity,
        since: since.map_err(|error| CliError::Refused(error.to_string()))?,
        reference: reference.map(|text| text.trim().to_uppercase()),
    })
}

fn object(record: &Record) -> Value {
    let mut object = Map::new();
    object.insert("seq".to_owned(), json!(record.seq));
    object.insert("time".to_owned(), json!(record.time.to_string()));
    for (name, value) in FIELDS.iter().zip(&record.fields) {
        object.insert((*name).to_owned(), json!(value));
    }
    object.insert("hash".to_owned(), json!(hex(&record.hash)));
    Value::Object(object)
}

fn sentence(record: &Record) -> String {
    let named = FIELDS.iter().zip(&record.fields);
    let parts: Vec<String> = named
        .filter_map(|(name, value)| Some((name, value.as_ref()?)))
        .map(|(name, value)| match *name {
            "activity" | "outcome" => text::clean(value),
            name => format!("{name}={}", quoted(&text::clean(value))),
        })
        .collect();
    format!("{} {} {}", record.seq, record.time, parts.join(" "))
}

/// A value that could be taken for more than one field stands in quotes.
fn quoted(value: &str) -> String {
    match value.contains([' ', '=', '"']) {
        true => format!("{value:?}"),
        false => value.to_owned(),
    }
}

fn csv(record: &Record) -> String {
    let quote = |value: &str| format!("\"{}\"", guard(value).replace('"', "\"\""));
    let mut cells = vec![record.seq.to_string(), quote(&record.time.to_string())];
    cells.extend(
        record
            .fields
            .iter()
            .map(|value| quote(value.as_deref().unwrap_or_default())),
    );
    cells.push(quote(&hex(&record.hash)));
    format!("{}\r\n", cells.join(","))
}

/// A head as `audit head` prints it, plain or JSON, or a file that holds it.
fn read_head(given: &str) -> Result<Head, CliError> {
    let text = match fs::read_to_string(given) {
        Ok(text) => text,
        Err(_) => given.to_owned(),
    };
    let parsed: Option<(i64, String)> = match serde_json::from_str::<Value>(&text) {
        Ok(Value::Object(object)) => object.get("seq").and_then(Value::as_i64).zip(
            object
                .get("hash")
                .and_then(|hash| hash.as_str().map(str::to_owned)),
        ),
        _ => text
            .trim()
            .split_once([' ', ':'])
            .and_then(|(seq, hash)| Some((seq.parse().ok()?, hash.trim().to_owned()))),
    };
    parsed
        .and_then(|(seq, hash)| {
            let hash = data_encoding::HEXLOWER_PERMISSIVE
                .decode(hash.as_bytes())
                .ok()?;
            Some(Head { seq, hash })
        })
        .ok_or_else(|| {
            CliError::Refused(
                "that is no audit head; give what `keyhatch audit head` printed, or a file with it"
                    .to_owned(),
            )
        })
}
