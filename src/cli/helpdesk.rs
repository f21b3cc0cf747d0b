//! `keyhatch helpdesk`.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::context::Context;
use super::{CliError, audit, print};
use crate::clock;
use crate::domain::caller::{Answered, Asked, CallerWay};
use crate::domain::eligibility::Check;
use crate::domain::journey::Chosen;
use crate::domain::method::Method;
use crate::domain::remedy::Remedy;
use crate::domain::way::Way;
use crate::service::helpdesk::{Found, Standing};
use crate::service::written::record_object;
use crate::service::{Actor, Service};

/// Help somebody who calls; every look is recorded
#[derive(Subcommand)]
pub enum Helpdesk {
    /// From the reference on a caller's screen to the reason, and what helps
    Reference {
        /// The reference, as it is read out: case, spaces and dashes make no difference
        reference: String,
    },
    /// One account as it stands now, how its owner can be verified, and what helps
    Account {
        /// A user ID, as a person would type it
        upn: String,
    },
    /// Verify a caller: send a code with --by, type what they say with --code-stdin
    Verify(Verify),
}

/// Verify a caller
#[derive(Args)]
pub struct Verify {
    /// The user principal name
    upn: String,
    /// Send a code there, or wait for one of the authenticator; without it and --code-stdin the ways
    /// are listed
    #[arg(long, value_enum, value_name = "METHOD")]
    by: Option<By>,
    /// Which of several mobile numbers
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=2))]
    number: u8,
    /// Read the code that the caller said from stdin
    #[arg(long)]
    code_stdin: bool,
}

/// How a caller is verified
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum By {
    /// A code by mail to the address outside the organisation
    Email,
    /// A code by text message
    MobilePhone,
    /// The code of their authenticator
    AppCode,
}

impl Helpdesk {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        let (service, actor) = context.open().await?;
        let now = clock::now();
        match self {
            Self::Reference { reference } => {
                let found = service.look_up_reference(&actor, &reference, now).await?;
                match context.json {
                    true => print::json(&found_json(&found)),
                    false => show_found(&found),
                }
            }
            Self::Account { upn } => {
                let standing = service.look_up_account(&actor, &upn, now).await?;
                match context.json {
                    true => print::json(&standing_json(&standing)),
                    false => show_standing(&standing),
                }
            }
            Self::Verify(verify) => verify.run(&mut context, &service, &actor).await,
        }
    }
}

impl Verify {
    async fn run(
        self,
        context: &mut Context,
        service: &Service,
        actor: &Actor,
    ) -> Result<(), CliError> {
        if let Some(by) = self.by {
            let chosen = by.chosen(self.number);
            let asked = service.ask_caller(actor, &self.upn, chosen, clock::now());
            asked_told(&asked.await?, context.json, self.code_stdin)?;
        } else if !self.code_stdin {
            let ways = service.caller_ways(actor, &self.upn, clock::now()).await?;
            return list(&ways, context.json);
        }
        if !self.code_stdin {
            return Ok(());
        }
        let code = context.prompt.typed_or_piped("The caller's code")?;
        let answered = service.answer_caller(actor, &self.upn, code, clock::now());
        answered_told(answered.await?, context.json)
    }
}

impl By {
    fn chosen(self, number: u8) -> Chosen {
        match self {
            Self::Email => Method::Email.into(),
            Self::AppCode => Method::AppCode.into(),
            Self::MobilePhone => Chosen {
                method: Method::MobilePhone,
                way: Way::Text,
                slot: usize::from(number.saturating_sub(1)),
            },
        }
    }
}

fn way_json(way: &CallerWay) -> Value {
    json!({
        "method": way.chosen.method.key(),
        "number": way.chosen.slot + 1,
        "destination": way.masked,
    })
}

fn list(ways: &[CallerWay], wants_json: bool) -> Result<(), CliError> {
    if wants_json {
        return print::json(&ways.iter().map(way_json).collect::<Vec<_>>());
    }
    if ways.is_empty() {
        print::remark(
            "nothing is held that the caller could be verified by; ask somebody who knows them",
        );
    }
    let rows = ways.iter().map(|way| {
        vec![
            way.chosen.method.key().to_owned(),
            (way.chosen.slot + 1).to_string(),
            way.masked.clone().unwrap_or_default(),
        ]
    });
    print::table(&["BY", "NUMBER", "DESTINATION"], &rows.collect::<Vec<_>>())
}

/// `answered` is whether the answer is read at once; JSON then says what came of it, and that alone.
fn asked_told(asked: &Asked, wants_json: bool, answered: bool) -> Result<(), CliError> {
    let refused = |sentence: &str| Err(CliError::Refused(sentence.to_owned()));
    match asked {
        Asked::NotHeld => refused(
            "the account holds nothing of that kind; `keyhatch helpdesk verify UPN` lists what it \
             holds",
        ),
        Asked::NotNow("caller_limit") => refused(
            "too many wrong codes were told for this account in 24 hours; `keyhatch user release` \
             forgets them",
        ),
        Asked::NotNow("sms_budget") => refused(
            "the organisation's text messages of a day are used up; verify another way, or raise \
             `delivery.sms_per_day`",
        ),
        Asked::NotNow(_) => refused(
            "nothing more is sent there now, because too much was sent already; wait, or verify \
             another way",
        ),
        Asked::Waits { .. } if wants_json && answered => Ok(()),
        Asked::Waits { way, expires } if wants_json => {
            let mut told = way_json(way);
            if let Some(told) = told.as_object_mut() {
                told.insert("expires".to_owned(), expires.to_string().into());
            }
            print::json(&told)
        }
        Asked::Waits { way, expires } => {
            let what = match &way.masked {
                Some(masked) => format!("a code is on its way to {masked}; ask the caller for it"),
                None => "ask the caller for the code that their authenticator shows".to_owned(),
            };
            print::remark(&format!(
                "{what}, and give it with --code-stdin until {expires}"
            ));
            Ok(())
        }
    }
}

fn answered_told(answered: Answered, wants_json: bool) -> Result<(), CliError> {
    Err(CliError::Refused(match answered {
        Answered::Verified { until } => {
            return match wants_json {
                true => print::json(&json!({ "verified": true, "until": until.to_string() })),
                false => print::line(&format!("verified until {until}")),
            };
        }
        Answered::Wrong { left: 0 } => {
            "that is not the code, and this check takes no more; begin another with --by".to_owned()
        }
        Answered::Wrong { left } => format!("that is not the code; {left} more may be tried"),
        Answered::Malformed { digits } => {
            format!("the code has {digits} digits; ask the caller to say it again")
        }
        Answered::TooLate => "there is no check of this caller that you have begun and that is \
                              still good; begin one with --by"
            .to_owned(),
    }))
}

fn checks_json(checks: &[Check]) -> Vec<Value> {
    let one = |check: &Check| {
        json!({
            "code": check.reason.code(),
            "ok": check.ok,
            "detail": check.reason.question(),
        })
    };
    checks.iter().map(one).collect()
}

fn next_json(next: &[(Remedy, bool)]) -> Vec<Value> {
    let one = |(remedy, may): &(Remedy, bool)| json!({ "do": remedy.key(), "how": remedy.english(), "allowed": may });
    next.iter().map(one).collect()
}

fn standing_json(standing: &Standing) -> Value {
    let account = &standing.view.account;
    json!({
        "upn": account.upn,
        "name": account.profile.name,
        "enabled": account.enabled,
        "blocked_until": account.blocked_until.map(|at| at.to_string()),
        "locked_until": account.locked_until.map(|at| at.to_string()),
        "must_change": account.must_change,
        "registered": standing.view.registered,
        "capable": standing.view.capable,
        "last_reset": account.last_reset.map(|at| at.to_string()),
        "eligibility": checks_json(&standing.checks),
        "verify_by": standing.ways.iter().map(way_json).collect::<Vec<_>>(),
        "verified_until": standing.verified.map(|at| at.to_string()),
        "access_pass": standing.pass.as_ref().map(|pass| json!({
            "given_by": pass.given_by,
            "created": pass.created.to_string(),
            "expires": pass.expires.to_string(),
        })),
        "next": next_json(&standing.next),
    })
}

fn found_json(found: &Found) -> Value {
    json!({
        "reference": found.reference,
        "account": found.named,
        "terminal": found.terminal,
        "refusal": found.refusal,
        "records": found.records.iter().map(record_object).collect::<Vec<_>>(),
        "eligibility": checks_json(&found.checks),
        "standing": found.standing.as_ref().map(standing_json),
        "next": next_json(&found.next),
    })
}

fn show_found(found: &Found) -> Result<(), CliError> {
    let or_dash = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
    let rows = [
        ("reference", found.reference.clone()),
        ("account", or_dash(&found.named)),
        ("terminal", or_dash(&found.terminal)),
        ("refusal", or_dash(&found.refusal)),
    ];
    fields(&rows)?;
    print::line("")?;
    for record in &found.records {
        print::line(&audit::sentence(record))?;
    }
    print::line("")?;
    match &found.standing {
        Some(standing) => show_standing(standing),
        None => {
            checks(&found.checks)?;
            next(&found.next)
        }
    }
}

fn show_standing(standing: &Standing) -> Result<(), CliError> {
    let account = &standing.view.account;
    let at = |time: Option<crate::domain::time::Timestamp>| {
        time.map_or_else(|| "–".to_owned(), |at| at.to_string())
    };
    let yes = |flag: bool| if flag { "yes" } else { "no" }.to_owned();
    let pass = standing.pass.as_ref();
    let rows = [
        ("upn", account.upn.clone()),
        ("enabled", yes(account.enabled)),
        ("blocked_until", at(account.blocked_until)),
        ("locked_until", at(account.locked_until)),
        ("must_change", yes(account.must_change)),
        ("capable", yes(standing.view.capable)),
        ("verified_until", at(standing.verified)),
        ("access_pass", at(pass.map(|pass| pass.expires))),
    ];
    fields(&rows)?;
    print::line("")?;
    checks(&standing.checks)?;
    print::line("")?;
    list(&standing.ways, false)?;
    next(&standing.next)
}

fn fields(rows: &[(&str, String)]) -> Result<(), CliError> {
    let row = |(name, value): &(&str, String)| {
        vec![(*name).to_owned(), crate::domain::text::clean(value)]
    };
    print::table(
        &["FIELD", "VALUE"],
        &rows.iter().map(row).collect::<Vec<_>>(),
    )
}

fn checks(checks: &[Check]) -> Result<(), CliError> {
    let row = |check: &Check| {
        vec![
            check.reason.code().to_owned(),
            if check.ok { "ok" } else { "fails" }.to_owned(),
            check.reason.question().to_owned(),
        ]
    };
    let rows: Vec<_> = checks.iter().map(row).collect();
    print::table(&["CODE", "VERDICT", "CHECK"], &rows)
}

fn next(next: &[(Remedy, bool)]) -> Result<(), CliError> {
    print::line("")?;
    let row = |(remedy, may): &(Remedy, bool)| {
        vec![
            remedy.english().to_owned(),
            if *may { "yes" } else { "no" }.to_owned(),
        ]
    };
    let rows: Vec<_> = next.iter().map(row).collect();
    print::table(&["WHAT HELPS", "YOU MAY"], &rows)
}
