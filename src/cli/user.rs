//! `keyhatch user`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::context::Context;
use super::{CliError, access_pass, bulk, people, print, questions, shown, transfer};
use crate::clock;
use crate::domain::text::counted;
use crate::service::accounts::FirstPassword;
use crate::service::form::{Form, parse_licence, parse_roles};
use crate::service::methods::NewSeed;

/// Manage accounts
#[derive(Subcommand)]
pub enum User {
    /// Add an account; without a password a temporary one is made and printed once
    Add {
        /// The user principal name
        upn: String,
        #[command(flatten)]
        fields: Fields,
    },
    /// Change an account's fields; an empty value empties a field
    Edit {
        /// The user principal name
        upn: String,
        #[command(flatten)]
        fields: Fields,
    },
    /// Show one account
    Show {
        /// The user principal name
        upn: String,
    },
    /// List accounts in the order of their names; found by words, in the order of these
    List(people::List),
    /// Do one thing to every account that is meant; they are counted first
    Bulk(bulk::Bulk),
    /// Add and change the accounts of a CSV file, all of them or none
    Import(transfer::Import),
    /// Write accounts as CSV to stdout; it can be imported again
    Export(people::Filter),
    /// Delete an account; what is recorded of it stays
    Delete {
        /// The user principal name
        upn: String,
    },
    /// Let an account be used
    Enable {
        /// The user principal name
        upn: String,
    },
    /// Let an account be used no more
    Disable {
        /// The user principal name
        upn: String,
    },
    /// Make a password that must be changed, and print it once
    TemporaryPassword {
        /// The user principal name
        upn: String,
    },
    AccessPass(access_pass::AccessPass),
    /// Have a person's methods registered again at their next sign-in; they are told
    RequireRegistration {
        /// The user principal name
        upn: String,
    },
    /// Release an account from its block: it may reset its password again
    Release {
        /// The user principal name
        upn: String,
    },
    /// Unlock an account's sign-in after too many wrong passwords
    Unlock {
        /// The user principal name
        upn: String,
    },
    /// Give an account a licence of its own, or `default`
    Licence {
        /// The user principal name
        upn: String,
        /// The licence
        licence: String,
    },
    /// Set an account's administrator roles, or `none`
    Role {
        /// The user principal name
        upn: String,
        /// The roles
        #[arg(required = true)]
        roles: Vec<String>,
    },
    /// See and manage an account's methods
    Methods {
        /// The user principal name
        upn: String,
        #[command(subcommand)]
        action: Option<Methods>,
    },
    /// The last times somebody came to reset, unlock or sign in to an account
    Journeys {
        /// The user principal name
        upn: String,
        /// At most so many
        #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
        limit: u32,
    },
    /// How much is left of each limit of an account
    Limits {
        /// The user principal name
        upn: String,
    },
    /// Every check of whether an account can reset, with its verdict
    Eligibility {
        /// A user ID, as a person would type it
        upn: String,
    },
}

/// See and manage an account's methods
#[derive(Subcommand)]
pub enum Methods {
    /// List them
    List,
    /// Add an authenticator: a Base32 key on stdin, or one is made and its URI printed once
    AddAppCode,
    /// Set the answers to security questions: a JSON array of {question, answer} on stdin
    #[command(after_help = questions::predefined())]
    SetQuestions,
    /// Delete one
    Delete {
        /// Its number
        id: i64,
    },
}

/// The fields of an account
#[derive(Args)]
pub struct Fields {
    /// The display name
    #[arg(long)]
    name: Option<String>,
    /// The given name
    #[arg(long)]
    given: Option<String>,
    /// The surname
    #[arg(long)]
    surname: Option<String>,
    /// The primary mail address
    #[arg(long)]
    email: Option<String>,
    /// A mail address outside the organisation
    #[arg(long)]
    alternate_email: Option<String>,
    /// The mobile number, international
    #[arg(long)]
    mobile: Option<String>,
    /// The office number, international, an extension as x123
    #[arg(long)]
    office: Option<String>,
    /// A licence
    #[arg(long)]
    licence: Option<String>,
    /// Administrator roles, separated by commas
    #[arg(long)]
    role: Option<Vec<String>>,
    /// The language of messages
    #[arg(long)]
    language: Option<String>,
    /// Make the given password temporary
    #[arg(long)]
    must_change: bool,
}

impl Fields {
    fn form(self) -> (Form, bool) {
        let form = Form {
            name: self.name,
            given: self.given,
            surname: self.surname,
            email: self.email,
            alternate_email: self.alternate_email,
            mobile: self.mobile,
            office: self.office,
            licence: self.licence,
            roles: self.role,
            language: self.language,
        };
        (form, self.must_change)
    }
}

impl User {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        let (service, actor) = context.open().await?;
        let now = clock::now();
        match self {
            Self::Add { upn, fields } => {
                let (form, must_change) = fields.form();
                let first = match context.account_password()? {
                    Some(password) => FirstPassword::Given {
                        password,
                        must_change,
                    },
                    None => FirstPassword::Made,
                };
                let made = service.add_account(&actor, &upn, &form, first, now).await?;
                made.map_or(Ok(()), |made| print::line(made.expose()))
            }
            Self::Edit { upn, fields } => {
                let (form, must_change) = fields.form();
                if form == Form::default() && !context.prompt.reads_stdin() {
                    return Err(CliError::Usage(
                        "nothing to change is named; `keyhatch user edit --help` lists the fields"
                            .to_owned(),
                    ));
                }
                match context.account_password()? {
                    Some(password) => {
                        service
                            .edit_account_and_password(
                                &actor,
                                &upn,
                                &form,
                                password,
                                must_change,
                                now,
                            )
                            .await?
                    }
                    None => service.edit_account(&actor, &upn, &form, now).await?,
                }
                Ok(())
            }
            Self::Show { upn } => {
                let view = service.account(&actor, &upn, now).await?;
                shown::one(&view, context.json)
            }
            Self::List(list) => list.run(&service, &actor, context.json).await,
            Self::Bulk(bulk) => bulk.run(&service, &actor, context.json).await,
            Self::Import(import) => import.run(&service, &actor, context.json).await,
            Self::Export(filter) => {
                transfer::export(&service, &actor, filter.meant()?, context.json).await
            }
            Self::Delete { upn } => Ok(service.delete_account(&actor, &upn, now).await?),
            Self::Enable { upn } => Ok(service.set_enabled(&actor, &upn, true, now).await?),
            Self::Disable { upn } => Ok(service.set_enabled(&actor, &upn, false, now).await?),
            Self::TemporaryPassword { upn } => {
                let made = service.temporary_password(&actor, &upn, now).await?;
                print::line(made.expose())
            }
            Self::AccessPass(pass) => pass.run(&service, &actor).await,
            Self::RequireRegistration { upn } => {
                Ok(service.require_registration(&actor, &upn, now).await?)
            }
            Self::Release { upn } => Ok(service.release(&actor, &upn, now).await?),
            Self::Unlock { upn } => Ok(service.unlock_sign_in(&actor, &upn, now).await?),
            Self::Licence { upn, licence } => {
                let word = if licence == "default" {
                    ""
                } else {
                    licence.as_str()
                };
                let licence = parse_licence(word)?;
                Ok(service.set_licence(&actor, &upn, licence, now).await?)
            }
            Self::Role { upn, roles } => {
                let roles = parse_roles(&roles)?;
                Ok(service.set_roles(&actor, &upn, roles, now).await?)
            }
            Self::Methods { upn, action } => match action.unwrap_or(Methods::List) {
                Methods::List => {
                    let held = service.methods(&actor, &upn, now).await?;
                    methods(&held, context.json)
                }
                Methods::AddAppCode => {
                    let seed = match context.prompt.piped("The authenticator's key")? {
                        Some(key) => NewSeed::Given(key),
                        None => NewSeed::Made,
                    };
                    let uri = service.add_app_code(&actor, &upn, seed, now).await?;
                    uri.map_or(Ok(()), |uri| print::line(uri.expose()))
                }
                Methods::SetQuestions => {
                    let answers = questions::given(&mut context)?;
                    Ok(service.set_questions(&actor, &upn, answers, now).await?)
                }
                Methods::Delete { id } => Ok(service.delete_method(&actor, &upn, id, now).await?),
            },
            Self::Journeys { upn, limit } => {
                let limit = i64::from(limit);
                let journeys = service.journeys_of(&actor, &upn, limit, now).await?;
                shown::journeys(&journeys, context.json)
            }
            Self::Limits { upn } => {
                let counters = service.limits_of(&actor, &upn, now).await?;
                shown::limits(&counters, context.json)
            }
            Self::Eligibility { upn } => {
                let checks = service.eligibility(&actor, &upn, now).await?;
                eligibility(&checks, context.json)
            }
        }
    }
}

fn methods(held: &[crate::service::methods::Held], wants_json: bool) -> Result<(), CliError> {
    if wants_json {
        let all: Vec<Value> = held
            .iter()
            .map(|held| {
                let mut row = json!({
                    "id": held.id,
                    "method": held.method.key(),
                    "destination": held.masked,
                    "registered": held.created.map(|at| at.to_string()),
                });
                if let (Some(count), Some(row)) = (held.answers, row.as_object_mut()) {
                    row.insert("answers".to_owned(), count.into());
                }
                row
            })
            .collect();
        return print::json(&all);
    }
    let rows: Vec<Vec<String>> = held
        .iter()
        .map(|held| {
            vec![
                held.id.map_or("–".to_owned(), |id| id.to_string()),
                held.method.key().to_owned(),
                match held.answers {
                    Some(count) => counted(count, "answer", "answers"),
                    None => held.masked.clone().unwrap_or_default(),
                },
                held.created
                    .map_or("provided".to_owned(), |at| at.to_string()),
            ]
        })
        .collect();
    print::table(&["ID", "METHOD", "DESTINATION", "REGISTERED"], &rows)
}

fn eligibility(
    checks: &[crate::domain::eligibility::Check],
    wants_json: bool,
) -> Result<(), CliError> {
    if wants_json {
        let all: Vec<Value> = checks
            .iter()
            .map(|check| {
                json!({
                    "code": check.reason.code(),
                    "ok": check.ok,
                    "detail": check.reason.question(),
                })
            })
            .collect();
        return print::json(&all);
    }
    let rows: Vec<Vec<String>> = checks
        .iter()
        .map(|check| {
            vec![
                check.reason.code().to_owned(),
                if check.ok { "ok" } else { "fails" }.to_owned(),
                check.reason.question().to_owned(),
            ]
        })
        .collect();
    print::table(&["CODE", "VERDICT", "CHECK"], &rows)
}
