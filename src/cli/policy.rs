//! `keyhatch policy`.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::{Map, Value as Json, json};

use super::context::Context;
use super::try_password::TryPassword;
use super::{CliError, policy_file, print};
use crate::breach;
use crate::clock;
use crate::domain::msg::Msg;
use crate::domain::setting::{Setting, Value};
use crate::domain::text::{self, counted};
use crate::i18n::{File, Texts};

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
    /// Note in the audit log that settings were looked over and are right as they are
    Confirm {
        /// The settings
        #[arg(required = true, value_name = "KEY")]
        keys: Vec<String>,
    },
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
                let mut parsed = Vec::new();
                for pair in &pairs {
                    let Some((key, value)) = pair.split_once('=') else {
                        return Err(CliError::Usage(format!(
                            "`{}` is not KEY=VALUE; write for example sspr.enabled=all",
                            text::clean(pair)
                        )));
                    };
                    parsed.push((key.trim().to_owned(), value.to_owned()));
                }
                let stranded = service.set_policy(&actor, parsed, now).await?;
                print::remark(&self::stranded(stranded));
                Ok(())
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

/// How many accounts a change left without a way to reset.
pub(super) fn stranded(count: u64) -> String {
    let accounts = counted(count, "account", "accounts");
    format!("{accounts} that could reset their password can't any more")
}

fn object(rows: &[Row]) -> Json {
    let entry = |(key, _, value): &Row| {
        let value = match value {
            Value::Text(text) => json!(text),
            Value::Number(number) => json!(number),
            Value::List(list) => json!(list),
        };
        (key.clone(), value)
    };
    Json::Object(rows.iter().map(entry).collect::<Map<_, _>>())
}

/// Each setting under its name, what it takes, and the advice about it.
fn export(rows: &[Row]) -> Result<(), CliError> {
    let english = Texts::new("en", File::Admin);
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
