//! `keyhatch outbox`.

use clap::Subcommand;
use serde_json::{Value, json};

use super::context::Context;
use super::{CliError, print};
use crate::clock;

/// See what waits to be delivered
#[derive(Subcommand)]
pub enum Outbox {
    /// List every message, without its content
    List,
    /// Try a message again now
    Retry {
        /// Its number
        id: i64,
    },
}

impl Outbox {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        let (service, actor) = context.open().await?;
        let now = clock::now();
        let items = match self {
            Self::Retry { id } => return Ok(service.retry_letter(&actor, id, now).await?),
            Self::List => service.outbox(&actor, now).await?,
        };
        if context.json {
            let all: Vec<Value> = items
                .iter()
                .map(|item| {
                    json!({
                        "id": item.id,
                        "kind": item.kind,
                        "channel": item.channel,
                        "state": item.state,
                        "attempts": item.attempts,
                        "next_attempt": item.next_attempt.map(|at| at.to_string()),
                        "last_error": item.last_error,
                        "created": item.created.to_string(),
                    })
                })
                .collect();
            return print::json(&all);
        }
        let rows: Vec<Vec<String>> = items
            .into_iter()
            .map(|item| {
                vec![
                    item.id.to_string(),
                    item.kind,
                    item.channel,
                    item.state,
                    item.attempts.to_string(),
                    item.next_attempt
                        .map_or("–".to_owned(), |at| at.to_string()),
                    item.last_error.unwrap_or_default(),
                ]
            })
            .collect();
        print::table(
            &[
                "ID",
                "KIND",
                "CHANNEL",
                "STATE",
                "TRIES",
                "NEXT",
                "LAST ERROR",
            ],
            &rows,
        )
    }
}
