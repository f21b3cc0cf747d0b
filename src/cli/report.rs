//! `keyhatch report`.

use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Map, Value, json};

use super::context::Context;
use super::{CliError, print};
use crate::clock;
use crate::service::reports::Periods;
use crate::store::reports::{Counted, Counts};

/// Usage in numbers, from the accounts and the audit log
#[derive(Subcommand)]
pub enum Report {
    /// Accounts enabled, registered and capable; where people gave up; calls avoided
    Usage(Span),
    /// Methods registered, by method and outcome
    Registrations(Span),
    /// Resets by method and outcome
    Resets(Span),
}

/// How far back a report goes
#[derive(Args)]
pub struct Span {
    /// The last N days instead of 24 hours, 7 and 30 days
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    days: Option<u32>,
}

/// The periods of a report, and what they are called.
struct Columns {
    periods: Periods,
    names: Vec<(String, String)>,
}

impl Span {
    fn columns(&self) -> Columns {
        let day = Duration::from_secs(24 * 3600);
        match self.days {
            Some(days) => Columns {
                periods: [day.saturating_mul(days); 3],
                names: vec![(format!("last_{days}_days"), format!("{days} D"))],
            },
            None => Columns {
                periods: [day, day * 7, day * 30],
                names: [
                    ("last_24_hours", "24 H"),
                    ("last_7_days", "7 D"),
                    ("last_30_days", "30 D"),
                ]
                .map(|(key, heading)| (key.to_owned(), heading.to_owned()))
                .to_vec(),
            },
        }
    }
}

impl Columns {
    fn json(&self, counts: &Counts) -> Value {
        let named = self.names.iter().zip(counts);
        Value::Object(
            named
                .map(|((key, _), count)| (key.clone(), json!(count)))
                .collect::<Map<_, _>>(),
        )
    }

    fn cells(&self, counts: &Counts) -> impl Iterator<Item = String> {
        let shown: Vec<String> = counts
            .iter()
            .take(self.names.len())
            .map(ToString::to_string)
            .collect();
        shown.into_iter()
    }

    fn heading<'a>(&'a self, before: &[&'a str]) -> Vec<&'a str> {
        let names = self.names.iter().map(|(_, heading)| heading.as_str());
        before.iter().copied().chain(names).collect()
    }
}

impl Report {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        let (service, actor) = context.open().await?;
        let now = clock::now();
        match self {
            Self::Usage(span) => {
                let columns = span.columns();
                let usage = service.usage(&actor, columns.periods, now).await?;
                if context.json {
                    let abandoned: Vec<Value> = usage
                        .abandoned
                        .iter()
                        .map(|row| {
                            json!({
                                "step": row.step,
                                "reason": row.reason,
                                "counts": columns.json(&row.counts),
                            })
                        })
                        .collect();
                    return print::json(&json!({
                        "accounts": usage.accounts,
                        "enabled": usage.enabled,
                        "registered": usage.registered,
                        "capable": usage.capable,
                        "calls_avoided": columns.json(&usage.calls_avoided),
                        "abandoned": abandoned,
                    }));
                }
                let accounts = [
                    ("in all", usage.accounts),
                    ("enabled for reset", usage.enabled),
                    ("registered", usage.registered),
                    ("capable", usage.capable),
                ];
                let rows = accounts.map(|(word, count)| vec![word.to_owned(), count.to_string()]);
                print::table(&["ACCOUNTS", "NOW"], &rows)?;
                print::line("")?;
                let mut rows = vec![
                    [String::from("calls avoided"), String::new()]
                        .into_iter()
                        .chain(columns.cells(&usage.calls_avoided))
                        .collect::<Vec<_>>(),
                ];
                rows.extend(usage.abandoned.iter().map(|row| {
                    let step = format!("given up at {}", row.step.replace('_', " "));
                    [step, row.reason.clone().unwrap_or_default()]
                        .into_iter()
                        .chain(columns.cells(&row.counts))
                        .collect()
                }));
                print::table(&columns.heading(&["JOURNEYS", "REASON"]), &rows)
            }
            Self::Registrations(span) => {
                let columns = span.columns();
                let rows = service.registrations(&actor, columns.periods, now).await?;
                counted(&columns, &rows, context.json)
            }
            Self::Resets(span) => {
                let columns = span.columns();
                let rows = service.resets(&actor, columns.periods, now).await?;
                counted(&columns, &rows, context.json)
            }
        }
    }
}

fn counted(columns: &Columns, rows: &[Counted], wants_json: bool) -> Result<(), CliError> {
    if wants_json {
        let all: Vec<Value> = rows
            .iter()
            .map(|row| {
                json!({
                    "method": row.method,
                    "outcome": row.outcome,
                    "reason": row.reason,
                    "counts": columns.json(&row.counts),
                })
            })
            .collect();
        return print::json(&all);
    }
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let method = row.method.clone().unwrap_or_else(|| "–".to_owned());
            [
                method,
                row.outcome.clone(),
                row.reason.clone().unwrap_or_default(),
            ]
            .into_iter()
            .chain(columns.cells(&row.counts))
            .collect()
        })
        .collect();
    print::table(&columns.heading(&["METHOD", "OUTCOME", "REASON"]), &rows)
}
