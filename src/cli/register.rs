//! `keyhatch register`: what a person registers at the kiosk, for the account of whoever is logged in.
//!
//! Being logged in on the host proves nothing here: the password is asked for, and the second factor
//! where there is one, as at the kiosk. Only the name is known. At a login nobody is held up:
//! `--if-due` has nothing to say where nothing is due, nobody can answer, or nobody can be asked.

use std::io::IsTerminal as _;

use clap::Args;
use tracing::warn;

use super::context::Context;
use super::kiosk::{limits, runner, start_agent, visits, wants_lines};
use super::quiet::Quiet;
use super::{CliError, host, invoker};
use crate::clock;
use crate::domain::account::Account;
use crate::journey::Visit;
use crate::service::Service;

/// Set up how you prove who you are, for the account of your login
#[derive(Args)]
pub struct Register {
    /// Leave at once and without a word where nothing is due; for a login's profile
    #[arg(long)]
    if_due: bool,
}

impl Register {
    /// Whether nobody may be held up by what goes wrong.
    pub fn only_if_due(&self) -> bool {
        self.if_due
    }

    /// Serves the one who is logged in, once.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        let terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        match self.prepare(&context, terminal).await {
            Ok(Some((service, account))) => serve(&context, service, account).await,
            Ok(None) => Ok(()),
            Err(error) if self.if_due => {
                warn!(%error, "nobody was asked at a login");
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Who is to be served; nobody, where nothing is due and that is enough.
    async fn prepare(
        &self,
        context: &Context,
        terminal: bool,
    ) -> Result<Option<(Service, Account)>, CliError> {
        if !terminal {
            return match self.if_due {
                true => Ok(None),
                false => Err(CliError::Refused(
                    "register needs a terminal; start it in one".to_owned(),
                )),
            };
        }
        let login = invoker::login();
        let service = context.service().await?;
        let account = match &login {
            Some(login) => service.account_of_login(login, clock::now()).await?,
            None => None,
        };
        let Some(account) = account else {
            return match self.if_due {
                true => Ok(None),
                false => Err(CliError::Refused(
                    "your login has no account here; ask an administrator to add one of its name"
                        .to_owned(),
                )),
            };
        };
        if self.if_due && !service.is_due(account.clone(), clock::now()).await? {
            return Ok(None);
        }
        Ok(Some((service, account)))
    }
}

async fn serve(context: &Context, service: Service, account: Account) -> Result<(), CliError> {
    let _quiet = Quiet::start()?;
    let limits = limits(context, None, true, true)?;
    let channels = context.channels()?;
    let service = channels.known_to(service);
    let agent = start_agent(&service, channels)?;
    let runner = runner(context, service, host::is_remote());
    let begin = |limits| Visit::new(limits).signing_in(account.upn.clone());
    let served = visits(wants_lines(), limits, runner, &begin).await;
    agent.finish().await;
    Ok(served?)
}
