//! `keyhatch user access-pass`.

use clap::Args;

use super::{CliError, print};
use crate::clock;
use crate::domain::access_pass::MINUTES;
use crate::service::{Actor, Service};

/// Give a verified person a pass for one sign-in, printed once; or withdraw it
#[derive(Args)]
pub struct AccessPass {
    /// The user principal name
    upn: String,
    /// Minutes it is good, 10 to 1440
    #[arg(long, value_name = "N", default_value_t = MINUTES)]
    minutes: i64,
    /// Give it although nobody was verified; the local operator only, and the reason is recorded
    #[arg(long, value_name = "REASON")]
    unverified: Option<String>,
    /// Withdraw the one that is still good
    #[arg(long, conflicts_with_all = ["minutes", "unverified"])]
    withdraw: bool,
}

impl AccessPass {
    /// Runs the command.
    pub async fn run(self, service: &Service, actor: &Actor) -> Result<(), CliError> {
        let now = clock::now();
        if self.withdraw {
            return Ok(service.withdraw_access_pass(actor, &self.upn, now).await?);
        }
        let unverified = self.unverified.as_deref();
        let given = service
            .give_access_pass(actor, &self.upn, self.minutes, unverified, now)
            .await?;
        print::line(given.pass.expose())?;
        print::remark(&format!("good once, until {}", given.until));
        Ok(())
    }
}
