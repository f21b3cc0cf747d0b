//! `keyhatch init`.

use clap::Args;

use super::context::Context;
use super::{CliError, first_run, host, print};
use crate::clock;
use crate::service::Actor;
use crate::service::form::Form;
use crate::service::setup::Organisation;

/// Make a store with an organisation and its first administrator
#[derive(Args)]
pub struct Init {
    /// The organisation's name
    #[arg(long)]
    org: Option<String>,
    /// The first administrator's user principal name
    #[arg(long, value_name = "UPN")]
    admin: Option<String>,
    /// The administrator's display name
    #[arg(long)]
    name: Option<String>,
    /// The administrator's mail address
    #[arg(long)]
    email: Option<String>,
    /// The organisation's own mail domains
    #[arg(long, value_name = "D,…")]
    domains: Option<String>,
}

impl Init {
    /// Makes the store; asks for what is not given, and where nothing is, for all of it.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        if self.is_bare() && first_run::can_ask(&context.prompt) {
            return Box::pin(first_run::run(context)).await;
        }
        let asked = |given: Option<String>, label: &str, context: &mut Context| match given {
            Some(value) => Ok(value),
            None => context.prompt.value(label),
        };
        let name = asked(self.org, "Organisation's name", &mut context)?;
        let admin = asked(
            self.admin,
            "First administrator (user principal name)",
            &mut context,
        )?;
        let password = context.prompt.secret("Password")?;
        if !context.prompt.reads_stdin() {
            let again = context.prompt.secret("Password again")?;
            if again.expose() != password.expose() {
                return Err(CliError::Refused(
                    "the two passwords are not the same; start again".to_owned(),
                ));
            }
        }
        let service = context.new_store()?;
        let organisation = Organisation {
            name,
            domains: self.domains.unwrap_or_default(),
            admin: admin.clone(),
            form: Form {
                name: self.name,
                email: self.email,
                ..Form::default()
            },
            password,
            authenticator: None,
        };
        let actor = Actor::Operator(host::user_name());
        service
            .initialise(&actor, organisation, clock::now())
            .await?;
        print::remark(&format!(
            "The store is ready. Add an authenticator for {admin} with `keyhatch user methods {admin} add-app-code`, \
             then switch reset on with `keyhatch policy set sspr.enabled=all`."
        ));
        Ok(())
    }

    /// Whether nothing is given.
    const fn is_bare(&self) -> bool {
        let Self {
            org,
            admin,
            name,
            email,
            domains,
        } = self;
        org.is_none() && admin.is_none() && name.is_none() && email.is_none() && domains.is_none()
    }
}
