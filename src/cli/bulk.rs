//! `keyhatch user bulk`.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use clap::{Args, Subcommand};
use serde_json::json;

use super::people::Filter;
use super::{CliError, print};
use crate::clock;
use crate::domain::text::counted;
use crate::service::bulk::{BulkAction, News, Watch};
use crate::service::form::parse_licence;
use crate::service::{Actor, Service};

/// Do one thing to every account that is meant
#[derive(Args)]
pub struct Bulk {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Let them be used
    Enable(Many),
    /// Let them be used no more
    Disable(Many),
    /// Release them from their block of reset
    Release(Many),
    /// Have their methods registered again; each owner is told
    RequireRegistration(Many),
    /// Give them a licence of their own, or `default`
    SetLicence {
        /// The licence
        new: String,
        #[command(flatten)]
        many: Many,
    },
    /// Put them into a group
    AddToGroup {
        /// The group
        into: String,
        #[command(flatten)]
        many: Many,
    },
}

#[derive(Args)]
struct Many {
    #[command(flatten)]
    filter: Filter,
    /// How many accounts that must be; without it they are only counted
    #[arg(long, value_name = "COUNT")]
    expect: Option<u64>,
}

impl Bulk {
    /// Runs the command.
    pub async fn run(
        self,
        service: &Service,
        actor: &Actor,
        wants_json: bool,
    ) -> Result<(), CliError> {
        let (action, many) = match self.action {
            Action::Enable(many) => (BulkAction::Enable, many),
            Action::Disable(many) => (BulkAction::Disable, many),
            Action::Release(many) => (BulkAction::Release, many),
            Action::RequireRegistration(many) => (BulkAction::RequireRegistration, many),
            Action::SetLicence { new, many } => {
                let word = if new == "default" { "" } else { new.as_str() };
                (BulkAction::Licence(parse_licence(word)?), many)
            }
            Action::AddToGroup { into, many } => (BulkAction::AddTo(into), many),
        };
        let filter = many.filter.meant()?;
        let Some(expected) = many.expect else {
            let count = service.count_accounts(actor, filter, clock::now()).await?;
            return Err(CliError::Usage(format!(
                "{} would be changed and nothing was; if that is right, add --expect {count}",
                counted(count, "account", "accounts")
            )));
        };
        let told = |news: News<'_>| {
            if let News::Refused(upn, why) = news {
                print::remark(&format!("{upn}: {why}"));
            }
        };
        let watch = Watch::new(told, Arc::new(AtomicBool::new(false)));
        let done = service
            .bulk(actor, action, filter, expected, watch, clock::now())
            .await?;
        if wants_json {
            print::json(&json!({
                "changed": done.changed,
                "unchanged": done.same,
                "refused": done.refused,
            }))?;
        } else {
            print::remark(&format!(
                "{} changed, {} unchanged, {} refused",
                counted(done.changed, "account", "accounts"),
                done.same,
                done.refused
            ));
        }
        match done.refused {
            0 => Ok(()),
            refused => Err(CliError::Refused(format!(
                "{refused} of {} were refused; each is named above with the reason",
                counted(expected, "account", "accounts")
            ))),
        }
    }
}
