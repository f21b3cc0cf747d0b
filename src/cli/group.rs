//! `keyhatch group`.

use clap::Subcommand;
use serde_json::{Value, json};

use super::context::Context;
use super::{CliError, print};
use crate::clock;

/// Manage groups
#[derive(Subcommand)]
pub enum Group {
    /// Add a group
    Add {
        /// Its name
        name: String,
        /// security or microsoft365
        #[arg(long = "type", value_name = "TYPE", default_value = "security")]
        kind: String,
        /// What it is for
        #[arg(long)]
        description: Option<String>,
    },
    /// List groups by name
    List,
    /// Show one group and its direct members
    Show {
        /// Its name
        name: String,
    },
    /// Delete a group; its members stay
    Delete {
        /// Its name
        name: String,
    },
    /// Put an account or a group into a group
    AddMember {
        /// The group
        name: String,
        /// The account's user principal name, or the other group's name
        member: String,
    },
    /// Take an account or a group out of a group
    RemoveMember {
        /// The group
        name: String,
        /// The account's user principal name, or the other group's name
        member: String,
    },
}

impl Group {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        let (service, actor) = context.open().await?;
        let now = clock::now();
        match self {
            Self::Add {
                name,
                kind,
                description,
            } => Ok(service
                .add_group(&actor, &name, &kind, description.as_deref(), now)
                .await?),
            Self::List => {
                let groups = service.groups(&actor, now).await?;
                if context.json {
                    let all: Vec<Value> = groups
                        .iter()
                        .map(|group| {
                            json!({
                                "name": group.name,
                                "type": group.kind,
                                "description": group.description,
                                "created": group.created.to_string(),
                            })
                        })
                        .collect();
                    return print::json(&all);
                }
                let rows: Vec<Vec<String>> = groups
                    .into_iter()
                    .map(|group| {
                        vec![
                            group.name,
                            group.kind,
                            group.description.unwrap_or_default(),
                        ]
                    })
                    .collect();
                print::table(&["NAME", "TYPE", "DESCRIPTION"], &rows)
            }
            Self::Show { name } => {
                let view = service.group(&actor, &name, now).await?;
                if context.json {
                    return print::json(&json!({
                        "name": view.group.name,
                        "type": view.group.kind,
                        "description": view.group.description,
                        "created": view.group.created.to_string(),
                        "accounts": view.accounts,
                        "groups": view.groups,
                    }));
                }
                let kind = |kind: &str, names: Vec<String>| {
                    let kind = kind.to_owned();
                    names.into_iter().map(move |name| vec![name, kind.clone()])
                };
                let rows: Vec<Vec<String>> = kind("account", view.accounts)
                    .chain(kind("group", view.groups))
                    .collect();
                print::table(&["MEMBER", "KIND"], &rows)
            }
            Self::Delete { name } => Ok(service.delete_group(&actor, &name, now).await?),
            Self::AddMember { name, member } => {
                Ok(service.add_member(&actor, &name, &member, now).await?)
            }
            Self::RemoveMember { name, member } => {
                Ok(service.remove_member(&actor, &name, &member, now).await?)
            }
        }
    }
}
