//! `keyhatch audit`.

mod asked;
mod follow;

use std::cell::Cell;
use std::fs;

use clap::{Subcommand, ValueEnum};
use serde_json::json;

use super::context::Context;
use super::output::Output;
use super::{CliError, print};
use crate::clock;
use crate::crypto::random::hex;
use crate::domain::audit::{FIELDS, Record};
use crate::domain::text::{self, counted};
use crate::service::written::{record_heading, record_object, record_row, written_head};
use crate::store::audit::{Head, Verdict};
use asked::Asked;
use follow::Following;

/// Read and check the audit log
#[derive(Subcommand)]
pub enum Audit {
    /// List records, oldest first
    List {
        #[command(flatten)]
        asked: Asked,
        /// Only the last N of them
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..))]
        limit: Option<i64>,
        /// Only those before the record of this number, as the page before another is
        #[arg(long, value_name = "SEQ")]
        before: Option<i64>,
        /// Go on with new records as they come, until you press Ctrl-C; the last ten come first,
        /// or those of --limit or --since. With --json one object a line
        #[arg(long, conflicts_with_all = ["before", "until"])]
        follow: bool,
    },
    /// Compute the whole chain again; names the first bad record
    Verify {
        /// A head exported earlier, or a file with it: a cut tail shows, too
        #[arg(long, value_name = "HEAD")]
        head: Option<String>,
    },
    /// Every record, or those asked for, as JSON Lines or CSV
    Export {
        #[command(flatten)]
        asked: Asked,
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
                asked,
                limit,
                before,
                follow,
            } => {
                let filter = asked.filter()?;
                let first = Cell::new(true);
                let output = Output::default();
                let out = output.clone();
                let show = move |record: Record| match (context.json, follow) {
                    (true, true) => out.write(&format!("{}\n", record_object(&record))),
                    (true, false) if first.replace(false) => {
                        out.write(&format!("[{}", record_object(&record)));
                    }
                    (true, false) => out.write(&format!(",\n{}", record_object(&record))),
                    (false, _) => out.write(&format!("{}\n", sentence(&record))),
                };
                let limit = match (limit, before, follow && asked.since.is_none()) {
                    (None, None, true) => Some(10),
                    (None, Some(_), _) => Some(i64::MAX),
                    (limit, ..) => limit,
                };
                if follow {
                    let following = Following {
                        service,
                        actor,
                        filter,
                    };
                    return following.run(limit, show, output).await;
                }
                let any = match limit {
                    None => service.audit(&actor, filter, show, now).await?,
                    Some(most) => {
                        let page = service.audit_page(&actor, &filter, before, most, now);
                        let page = page.await?;
                        let any = !page.is_empty();
                        page.into_iter().rev().for_each(show);
                        any
                    }
                };
                match (context.json, any) {
                    (true, true) => output.write("]\n"),
                    (true, false) => output.write("[]\n"),
                    (false, _) => {}
                }
                output.finish()
            }
            Self::Export { asked, format } => {
                let filter = asked.filter()?;
                let output = match format {
                    Form::Jsonl => Output::default(),
                    Form::Csv => Output::headed(record_heading()),
                };
                let out = output.clone();
                let show = move |record: Record| match format {
                    Form::Jsonl => out.write(&format!("{}\n", record_object(&record))),
                    Form::Csv => out.write(&record_row(&record)),
                };
                service.export_audit(&actor, filter, show, now).await?;
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

pub(super) fn sentence(record: &Record) -> String {
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

/// A head as `audit head` prints it, plain or JSON, or a file that holds it.
fn read_head(given: &str) -> Result<Head, CliError> {
    let text = match fs::read_to_string(given) {
        Ok(text) => text,
        Err(_) => given.to_owned(),
    };
    written_head(&text).ok_or_else(|| {
        CliError::Refused(
            "that is no audit head; give what `keyhatch audit head` printed, or a file with it"
                .to_owned(),
        )
    })
}
