//! `keyhatch check-password`.

use std::io::Read as _;

use clap::Args;
use zeroize::Zeroize as _;

use super::context::Context;
use super::{CliError, host, print};
use crate::clock;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::service::sign_in::{Checked, Whose};

/// Check a password read from stdin; for PAM and scripts
#[derive(Args)]
pub struct CheckPassword {
    /// The account; PAM_USER if it is not given
    upn: Option<String>,
}

impl CheckPassword {
    /// Succeeds if the password is the account's.
    pub async fn run(self, context: Context) -> Result<(), CliError> {
        let login = || std::env::var("PAM_USER").ok().map(Whose::OfLogin);
        let whose = self.upn.map(Whose::Named).or_else(login);
        let Some(whose) = whose.filter(|whose| !whose.name().is_empty()) else {
            return Err(CliError::Usage(
                "name the account, or set PAM_USER as pam_exec does".to_owned(),
            ));
        };
        let password = password()?;
        let service = context.service().await?;
        let terminal = host::terminal(&context.config);
        match service
            .check_password(whose, password, &terminal, clock::now())
            .await?
        {
            Checked::Right { must_change } => {
                if must_change {
                    print::remark("that password is temporary or too old and must be changed");
                }
                Ok(())
            }
            // One sentence for both: a lock would tell that the account exists.
            Checked::Wrong | Checked::Locked(_) => Err(CliError::Refused(
                "the account or the password is wrong, or too many were; wait a while or reset it"
                    .to_owned(),
            )),
        }
    }
}

/// All of stdin, less one newline or NUL at its end (`pam_exec` sends a NUL).
fn password() -> Result<SecretText, CliError> {
    let mut bytes = Vec::with_capacity(FIELD_BYTES + 2);
    let most = u64::try_from(FIELD_BYTES + 2).unwrap_or(u64::MAX);
    std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    if matches!(bytes.last(), Some(b'\n' | 0)) {
        bytes.pop();
    }
    let fits = bytes.len() <= FIELD_BYTES;
    match String::from_utf8(bytes) {
        Ok(text) if fits => Ok(SecretText::new(text)),
        Ok(mut text) => {
            text.zeroize();
            Err(CliError::Refused(
                "that password is longer than 1,024 bytes".to_owned(),
            ))
        }
        Err(error) => {
            error.into_bytes().zeroize();
            Err(CliError::Refused(
                "that password is not UTF-8 text".to_owned(),
            ))
        }
    }
}
