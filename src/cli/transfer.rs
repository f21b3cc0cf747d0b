//! `keyhatch user import` and `keyhatch user export`.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use serde_json::json;

use super::output::Output;
use super::shown::as_json;
use super::{CliError, print};
use crate::clock;
use crate::domain::people::AccountFilter;
use crate::domain::text::counted;
use crate::service::account_file::AccountFile;
use crate::service::accounts::View;
use crate::service::export::{header, row};
use crate::service::import::Report;
use crate::service::{Actor, Service};

/// Add and change the accounts of a CSV file, all of them or none
#[derive(Args)]
pub struct Import {
    /// The file: a header row with the words of `user add` (upn, name, given, surname, email,
    /// alternate-email, mobile, office, licence, role, language, must-change), then an account a
    /// row; an empty cell leaves what is there
    file: PathBuf,
    /// Leave bad rows out instead of importing nothing
    #[arg(long)]
    skip_bad: bool,
}

impl Import {
    /// Runs the command.
    pub async fn run(
        self,
        service: &Service,
        actor: &Actor,
        wants_json: bool,
    ) -> Result<(), CliError> {
        let lines = Arc::new(AccountFile::new(self.file));
        let report: Report =
            Arc::new(|line, wrong| print::remark(&format!("line {line}: {wrong}")));
        let now = clock::now();
        let came = match self.skip_bad {
            true => {
                service
                    .import_good_accounts(actor, lines, report, now)
                    .await?
            }
            false => service.import_accounts(actor, lines, report, now).await?,
        };
        if wants_json {
            return print::json(&json!({
                "added": came.added,
                "changed": came.changed,
                "unchanged": came.same,
                "left_out": came.bad,
            }));
        }
        print::remark(&format!(
            "{} added, {} changed, {} unchanged, {} left out",
            counted(came.added, "account", "accounts"),
            came.changed,
            came.same,
            counted(came.bad, "bad row", "bad rows")
        ));
        Ok(())
    }
}

/// Writes the accounts that are meant to stdout, as they are read.
pub async fn export(
    service: &Service,
    actor: &Actor,
    filter: AccountFilter,
    wants_json: bool,
) -> Result<(), CliError> {
    let now = clock::now();
    if wants_json {
        let output = Output::default();
        let out = output.clone();
        let any = Arc::new(AtomicBool::new(false));
        let begun = any.clone();
        let show = move |view: View| {
            let before = match begun.swap(true, Ordering::Relaxed) {
                false => "[",
                true => ",\n",
            };
            out.write(&format!("{before}{}", as_json(&view)));
        };
        service.export_accounts(actor, filter, show, now).await?;
        output.write(if any.load(Ordering::Relaxed) {
            "]\n"
        } else {
            "[]\n"
        });
        return output.finish();
    }
    let output = Output::headed(header());
    let out = output.clone();
    let show = move |view: View| out.write(&row(&view));
    service.export_accounts(actor, filter, show, now).await?;
    output.finish()
}
