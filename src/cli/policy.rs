//! `keyhatch policy`.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::branding::{Logo, Preview};
use super::context::Context;
use super::try_password::TryPassword;
use super::{CliError, policy_change, policy_file, print};
use crate::breach;
use crate::clock;
use crate::domain::msg::Msg;
use crate::domain::setting::{Setting, Value};
use crate::domain::text::{self, counted};
use crate::i18n::{File, Texts};
use crate::service::policy::Pair;

/// See and change the policy
#[derive(Subcommand)]
pub enum Policy {
    /// Show the whole policy, or one setting
    Show {
        /// The setting
        key: Option<String>,
    },
    /// Set every KEY=VALUE, or none
    Set {
        /// The settings; lists are separated by commas
        #[arg(required = true, value_name = "KEY=VALUE")]
        pairs: Vec<String>,
    },
    /// Show what setting every KEY=VALUE would come to: what changes, who could reset their password
    /// and can't any more, who newly can, and what is advised; changes nothing
    Review {
        /// The settings; lists are separated by commas
        #[arg(required = true, value_name = "KEY=VALUE")]
        pairs: Vec<String>,
    },
    /// Put back what the last save of the policy changed, or that of a number
    Undo {
        /// The save's number, as `policy history` shows it
        save: Option<i64>,
        /// Only show what it would put back
        #[arg(long)]
        show: bool,
    },
    /// Show the saves of the policy with what each changed, the latest first
    History {
        /// At most so many
        #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
        limit: u32,
        /// Only those before this one
        #[arg(long, value_name = "SAVE")]
        before: Option<i64>,
    },
    /// Note in the audit log that settings were looked over and are right as they are
    Confirm {
        /// The settings
        #[arg(required = true, value_name = "KEY")]
        keys: Vec<String>,
    },
    Logo(Logo),
    Preview(Preview),
    /// The whole policy as a commented TOML file
    Export,
    /// Try a password, read from stdin, against the policy in force
    TryPassword(TryPassword),
    /// Build a filter of passwords known from breaches out of a list of SHA-1 hashes
    BuildFilter {
        /// One hash a line, in hexadecimal, alone or followed by a colon and a count
        hashes: PathBuf,
        /// The filter, for breached_filter in the configuration
        filter: PathBuf,
    },
    /// Show what a file that `policy export` wrote would change
    Diff {
        /// The file
        file: PathBuf,
    },
    /// Set what a file that `policy export` wrote says, all of it or nothing
    Import {
        /// The file; a setting that is not in it stays as it is
        file: PathBuf,
    },
}

type Row = (String, &'static Setting, Value);

/// Builds a filter and says what it is.
fn build_filter(hashes: &Path, filter: &Path, wants_json: bool) -> Result<(), CliError> {
    let built = breach::build(hashes, filter)?;
    if wants_json {
        return print::json(&json!({ "hashes": built.hashes, "bytes": built.bytes }));
    }
    let place = filter.canonicalize().unwrap_or_else(|_| filter.to_owned());
    print::remark(&format!(
        "the filter of {} hashes has {} bytes; name it in the configuration: breached_filter = \"{}\"",
        built.hashes,
        built.bytes,
        place.display()
    ));
    Ok(())
}

impl Policy {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        // It needs no store.
        if let Self::BuildFilter { hashes, filter } = &self {
            return build_filter(hashes, filter, context.json);
        }
        let (service, actor) = context.open().await?;
        let now = clock::now();
        match self {
            Self::BuildFilter { .. } => Ok(()),
            Self::TryPassword(it) => it.run(context, &service, &actor).await,
            Self::Logo(it) => it.run(&service, &actor, context.json).await,
            Self::Preview(it) => it.run(&service, &actor, context.json).await,
            Self::Show { key: None } => {
                let rows = service.policy_values(&actor, now).await?;
                if context.json {
                    return print::json(&object(&rows));
                }
                let shown = |(key, _, value): Row| vec![key, value.shown().replace('\n', " ⏎ ")];
                print::table(
                    &["KEY", "VALUE"],
                    &rows.into_iter().map(shown).collect::<Vec<_>>(),
                )
            }
            Self::Show { key: Some(key) } => {
                let mut rows = service.policy_values(&actor, now).await?;
                rows.retain(|(found, _, _)| *found == key);
                if rows.is_empty() && Setting::find(&key).is_none() {
                    return Err(CliError::Refused(format!(
                        "there is no setting `{}`; `keyhatch policy show` lists them",
                        text::clean(&key)
                    )));
                }
                if context.json {
                    return print::json(&object(&rows));
                }
                rows.iter()
                    .try_for_each(|(_, _, value)| print::line(&value.shown()))
            }
            Self::Set { pairs } => {
                let parsed = self::pairs(&pairs)?;
                let stranded = service.set_policy(&actor, parsed, now).await?;
                print::remark(&self::stranded(stranded));
                Ok(())
            }
            Self::Review { pairs } => {
                policy_change::review(&service, &actor, &self::pairs(&pairs)?, context.json).await
            }
            Self::Undo { save, show } => {
                policy_change::undo(&service, &actor, save, show, context.json).await
            }
            Self::History { limit, before } => {
                policy_change::history(&service, &actor, before, limit, context.json).await
            }
            Self::Confirm { keys } => Ok(service.confirm_policy(&actor, keys, now).await?),
            Self::Diff { file } => policy_file::diff(&service, &actor, &file, context.json).await,
            Self::Import { file } => {
                policy_file::import(&service, &actor, &file, context.json).await
            }
            Self::Export => {
                let rows = service.policy_values(&actor, now).await?;
                if context.json {
                    return print::json(&object(&rows));
                }
                export(&rows)
            }
        }
    }
}

/// Keys and values as they are typed.
pub(super) fn pairs(pairs: &[String]) -> Result<Vec<Pair>, CliError> {
    let one = |pair: &String| match pair.split_once('=') {
        Some((key, value)) => Ok((key.trim().to_owned(), value.to_owned())),
        None => Err(CliError::Usage(format!(
            "`{}` is not KEY=VALUE; write for example sspr.enabled=all",
            text::clean(pair)
        ))),
    };
    pairs.iter().map(one).collect()
}

/// How many accounts a change left without a way to reset.
pub(super) fn stranded(count: u64) -> String {
    let accounts = counted(count, "account", "accounts");
    format!("{accounts} that could reset their password can't any more")
}

fn object(rows: &[Row]) -> Json {
    let entry = |(key, _, value): &Row| (key.clone(), policy_change::as_value(value));
    Json::Object(rows.iter().map(entry).collect::<Map<_, _>>())
}

/// Each setting under its name, what it takes, and the advice about it.
fn export(rows: &[Row]) -> Result<(), CliError> {
    let english = Texts::new("en", File::Admin);
    print::line(&format!(
        "# A policy, as keyhatch {} wrote it; `keyhatch policy import` takes it in.\n{} = {}\n",
        env!("CARGO_PKG_VERSION"),
        policy_file::FORMAT_KEY,
        policy_file::FORMAT
    ))?;
    for (key, setting, value) in rows {
        let id = setting.message();
        print::line(&format!(
            "# {}: {}",
            english.say(&Msg::new(id.clone())),
            setting.kind.expected()
        ))?;
        print::line(&format!(
            "# {}",
            english.say(&Msg::new(format!("{id}.advice")))
        ))?;
        let value = match value {
            Value::Text(text) => toml_text(text),
            Value::Number(number) => number.to_string(),
            Value::List(list) => {
                let items: Vec<String> = list.iter().map(|item| toml_text(item)).collect();
                format!("[{}]", items.join(", "))
            }
        };
        print::line(&format!("\"{key}\" = {value}\n"))?;
    }
    Ok(())
}

/// A TOML basic string; JSON's escapes are a subset of TOML's.
fn toml_text(text: &str) -> String {
    json!(text).to_string()
}
