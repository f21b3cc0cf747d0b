//! Which records are asked for, alike for `audit list` and `audit export`.

use clap::Args;

use crate::cli::CliError;
use crate::domain::audit::{Activity, Outcome};
use crate::domain::clear;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::audit::Filter;

/// Which records; what is given must all be so.
#[derive(Args, Clone)]
pub struct Asked {
    /// Of this account
    #[arg(long, value_name = "U")]
    account: Option<String>,
    #[arg(long, value_name = "A", help = "Of this activity", long_help = activities())]
    activity: Option<String>,
    /// With this outcome: success or failure
    #[arg(long, value_name = "O")]
    outcome: Option<String>,
    /// From this terminal
    #[arg(long, value_name = "T")]
    terminal: Option<String>,
    /// With this reference
    #[arg(long, value_name = "R")]
    reference: Option<String>,
    /// Not before this time, RFC 3339 or a date
    #[arg(long, value_name = "T")]
    pub since: Option<String>,
    /// Before this time, RFC 3339 or a date
    #[arg(long, value_name = "T")]
    until: Option<String>,
}

/// What `--activity` takes.
fn activities() -> String {
    let all = Activity::ALL.map(Activity::key).join(", ");
    format!("Of this activity: one of {all}")
}

fn moment(text: Option<&str>) -> Result<Option<Timestamp>, CliError> {
    let moment = text.map(str::parse::<Timestamp>).transpose();
    moment.map_err(|error| CliError::Refused(error.to_string()))
}

impl Asked {
    /// The filter, if every word is known.
    pub fn filter(&self) -> Result<Filter, CliError> {
        let activity = self.activity.as_deref();
        if let Some(word) = activity.filter(|word| Activity::from_key(word).is_none()) {
            return Err(CliError::Refused(format!(
                "there is no activity `{}`; `keyhatch audit list --help` names them all",
                text::clean(word),
            )));
        }
        let is_outcome = |word: &&str| Outcome::ALL.iter().any(|known| known.key() == *word);
        if let Some(word) = self.outcome.as_deref().filter(|word| !is_outcome(word)) {
            return Err(CliError::Refused(format!(
                "there is no outcome `{}`; write success or failure",
                text::clean(word),
            )));
        }
        Ok(Filter {
            account: self.account.clone(),
            activity: self.activity.clone(),
            outcome: self.outcome.clone(),
            terminal: self.terminal.clone(),
            reference: self.reference.as_deref().map(read_reference),
            since: moment(self.since.as_deref())?,
            until: moment(self.until.as_deref())?,
        })
    }
}

/// A reference as it is recorded; what has not the form of one is asked for as it was typed.
fn read_reference(typed: &str) -> String {
    match clear::read(typed, clear::REFERENCE) {
        Some(reference) => reference.expose().to_owned(),
        None => typed.trim().to_uppercase(),
    }
}
