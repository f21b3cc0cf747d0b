//! `keyhatch doctor`: what could be wrong with a host, in order, each with its mend. It goes on
//! where other commands give up, and changes nothing.

mod host_checks;
mod store_checks;

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::context::{Context, Flags};
use super::{CliError, print};
use crate::config::Places;
use crate::domain::text;

/// Check this host: configuration, key, store, audit log, delivery, policy, terminal
#[derive(Args)]
pub struct Doctor {}

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Good,
    Warning,
    Problem,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Warning => "warning",
            Self::Problem => "problem",
        }
    }
}

/// What was checked, how it came out, and the mend.
struct Finding {
    check: &'static str,
    state: State,
    detail: String,
}

/// Everything found so far.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn note(&mut self, check: &'static str, state: State, detail: impl Into<String>) {
        self.0.push(Finding {
            check,
            state,
            detail: detail.into(),
        });
    }

    fn good(&mut self, check: &'static str, detail: impl Into<String>) {
        self.note(check, State::Good, detail);
    }

    fn warning(&mut self, check: &'static str, detail: impl Into<String>) {
        self.note(check, State::Warning, detail);
    }

    fn problem(&mut self, check: &'static str, detail: impl Into<String>) {
        self.note(check, State::Problem, detail);
    }

    fn count(&self, state: State) -> usize {
        self.0.iter().filter(|found| found.state == state).count()
    }

    fn print(&self, wants_json: bool) -> Result<(), CliError> {
        if wants_json {
            let all: Vec<Value> = self
                .0
                .iter()
                .map(|found| {
                    json!({
                        "check": found.check,
                        "state": found.state.word(),
                        "detail": found.detail,
                    })
                })
                .collect();
            return print::json(&all);
        }
        self.0.iter().try_for_each(|found| {
            print::line(&format!(
                "{:<8} {}: {}",
                found.state.word(),
                found.check,
                text::clean(&found.detail)
            ))
        })
    }
}

impl Doctor {
    /// Runs the command.
    pub async fn run(self, flags: Flags) -> Result<(), CliError> {
        let wants_json = flags.json;
        let mut findings = Findings::default();
        let usable = examine(flags, &mut findings).await?;
        host_checks::terminal(&mut findings);
        findings.print(wants_json)?;
        let problems = findings.count(State::Problem);
        match (usable, problems) {
            (false, _) => Err(CliError::Unusable(
                "this host can't use its store; mend the problems listed, from the top".to_owned(),
            )),
            (true, 0) => Ok(()),
            (true, count) => Err(CliError::Refused(format!(
                "{} found; mend what is listed",
                text::counted(count, "problem was", "problems were")
            ))),
        }
    }
}

/// Checks everything but the terminal; whether the store can be used.
async fn examine(flags: Flags, findings: &mut Findings) -> Result<bool, CliError> {
    let path: Option<PathBuf> = Places::system().config_path(flags.config.as_deref());
    let mut context = match Context::new(flags) {
        Ok(context) => context,
        Err(CliError::Usage(sentence)) => return Err(CliError::Usage(sentence)),
        Err(error) => {
            findings.problem("configuration", error.to_string());
            return Ok(false);
        }
    };
    findings.good(
        "configuration",
        match path {
            Some(path) => format!(
                "{} can be read and is nobody else's to change",
                path.display()
            ),
            None => "there is none, so everything has its default".to_owned(),
        },
    );
    let key = match context.keys() {
        Ok(_) => {
            let shown = context.key_path().map(|path| path.display().to_string());
            findings.good(
                "key",
                format!("{} is its owner's alone", shown.unwrap_or_default()),
            );
            true
        }
        Err(error) => {
            findings.problem("key", error.to_string());
            false
        }
    };
    if let Some(path) = &context.config.breached_filter {
        match context.filter() {
            Ok(_) => findings.good("filter", format!("{} can be asked", path.display())),
            Err(error) => {
                findings.problem("filter", error.to_string());
                return Ok(false);
            }
        }
    }
    let sound = store_checks::from_outside(&context, findings).await;
    if !key || !sound {
        return Ok(false);
    }
    let (service, actor) = match context.open().await {
        Ok(opened) => opened,
        Err(CliError::Unusable(sentence)) => {
            findings.problem("store", sentence);
            return Ok(false);
        }
        Err(other) => return Err(other),
    };
    let health = store_checks::from_inside(&service, &actor, findings).await?;
    host_checks::channels(&context.config, &health.policy, findings);
    host_checks::mail_server(&context.config, findings).await;
    host_checks::texts(&context.config, findings);
    host_checks::requests(&context.config, findings).await;
    host_checks::calls(&context.config, findings);
    store_checks::policy(&health, findings);
    Ok(true)
}
