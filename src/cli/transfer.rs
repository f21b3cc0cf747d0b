//! `keyhatch user import` and `keyhatch user export`.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use super::account_file::{AccountFile, COLUMNS};
use super::output::Output;
use super::user::as_json;
use super::{CliError, print};
use crate::clock;
use crate::domain::text::counted;
use crate::service::accounts::View;
use crate::service::cells::guard;
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

/// Writes every account to stdout, as it is read.
pub async fn export(service: &Service, actor: &Actor, wants_json: bool) -> Result<(), CliError> {
    let now = clock::now();
    if wants_json {
        let output = Output::default();
        let out = output.clone();
        let mut first = true;
        let show = move |view: View| {
            let before = if first { "[" } else { ",\n" };
            first = false;
            out.write(&format!("{before}{}", as_json(&view)));
        };
        service.export_accounts(actor, show, now).await?;
        // There is an administrator, always.
        output.write("]\n");
        return output.finish();
    }
    let output = Output::headed(format!("{}\r\n", COLUMNS.join(",")));
    let out = output.clone();
    let show = move |view: View| out.write(&row(&view));
    service.export_accounts(actor, show, now).await?;
    output.finish()
}

fn row(view: &View) -> String {
    let account = &view.account;
    let profile = account.profile.clone();
    let roles: Vec<&str> = account.roles.iter().map(|role| role.key()).collect();
    let must_change = if account.must_change { "yes" } else { "no" };
    let cells = [
        Some(account.upn.clone()),
        profile.name,
        profile.given,
        profile.surname,
        profile.email,
        profile.alternate_email,
        profile.mobile,
        profile.office,
        account.licence.map(|licence| licence.key().to_owned()),
        Some(roles.join(",")),
        profile.language,
        Some(must_change.to_owned()),
    ];
    let cells = cells.map(|cell| cell_text(&cell.unwrap_or_default()));
    format!("{}\r\n", cells.join(","))
}

/// A cell, in quotation marks where it needs them.
fn cell_text(cell: &str) -> String {
    let cell = guard(cell);
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.into_owned(),
    }
}
