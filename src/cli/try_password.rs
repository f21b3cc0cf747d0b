//! `keyhatch policy try-password`.

use clap::Args;
use serde_json::{Value, json};

use super::context::Context;
use super::{CliError, print};
use crate::clock;
use crate::domain::banned::ENOUGH;
use crate::domain::password::{Rule, Verdict};
use crate::service::trial::Trial;
use crate::service::{Actor, Service};

/// Try a password, read from stdin, against the policy in force
#[derive(Args)]
pub struct TryPassword {
    /// The account it is for: its names, its licence, its last passwords
    #[arg(long, value_name = "UPN")]
    upn: Option<String>,
}

impl TryPassword {
    /// Succeeds if the password would be accepted.
    pub async fn run(
        self,
        mut context: Context,
        service: &Service,
        actor: &Actor,
    ) -> Result<(), CliError> {
        let password = context.prompt.typed_or_piped("The password")?;
        let tried = service
            .try_password(actor, self.upn.as_deref(), password, clock::now())
            .await?;
        match context.json {
            true => print::json(&as_json(&tried))?,
            false => table(&tried)?,
        }
        if tried.is_accepted() {
            return Ok(());
        }
        let broken = tried.verdicts.iter().filter(|v| v.met == Some(false));
        let broken: Vec<String> = broken.map(|verdict| verdict.rule.english()).collect();
        Err(CliError::Refused(format!(
            "that password would be refused: it must {}",
            broken.join(" and ")
        )))
    }
}

fn as_json(tried: &Trial) -> Value {
    let rule = |verdict: &Verdict| {
        json!({
            "rule": verdict.rule.key(),
            "limit": limit(verdict.rule),
            "met": verdict.met,
            "detail": verdict.rule.english(),
        })
    };
    json!({
        "accepted": tried.is_accepted(),
        "score": tried.points,
        "score_needed": ENOUGH,
        "strength": tried.strength.key(),
        "rules": tried.verdicts.iter().map(rule).collect::<Vec<_>>(),
    })
}

const fn limit(rule: Rule) -> Option<usize> {
    match rule {
        Rule::MinLength(limit) | Rule::MaxLength(limit) | Rule::History(limit) => Some(limit),
        Rule::Classes | Rule::Personal | Rule::Banned | Rule::Breached => None,
    }
}

fn table(tried: &Trial) -> Result<(), CliError> {
    let row = |verdict: &Verdict| {
        let met = match verdict.met {
            Some(true) => "met",
            Some(false) => "unmet",
            None => "not asked",
        };
        vec![
            verdict.rule.key().to_owned(),
            met.to_owned(),
            verdict.rule.english(),
        ]
    };
    let rows: Vec<Vec<String>> = tried.verdicts.iter().map(row).collect();
    print::table(&["RULE", "VERDICT", "IT MUST"], &rows)?;
    print::line(&format!(
        "score {} of at least {ENOUGH}, strength {}",
        tried.points,
        tried.strength.key()
    ))
}
