//! `keyhatch store`.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::context::Context;
use super::key_file::Successor;
use super::{CliError, print};
use crate::clock;
use crate::service::upkeep;

/// Look after the store: copies of it, and its master key
#[derive(Subcommand)]
pub enum Store {
    /// Copy the store into a new file while it is in use
    Backup {
        /// The file to make; it must not exist
        file: PathBuf,
    },
    /// Put a backup in the store's place, which is kept beside it under a name with the date
    Restore {
        /// What `store backup` wrote
        file: PathBuf,
    },
    /// Give the store a new master key; everything sealed is sealed again
    Rekey,
}

impl Store {
    /// Runs the command.
    pub async fn run(self, mut context: Context) -> Result<(), CliError> {
        match self {
            Self::Backup { file } => {
                let (service, actor) = context.open().await?;
                service.back_up(&actor, &file, clock::now()).await?;
                print::remark(&format!(
                    "the store is copied to {}; it opens with the master key of today only, so keep that elsewhere",
                    file.display()
                ));
                Ok(())
            }
            Self::Restore { file } => restore(&mut context, &file).await,
            Self::Rekey => rekey(&mut context).await,
        }
    }
}

async fn restore(context: &mut Context, file: &Path) -> Result<(), CliError> {
    // Nobody can be signed in to a store that may be damaged or missing: whoever has the files and
    // the key may put one back, and somebody else only where the present store says so.
    let actor = match context.acts_as_somebody() {
        true => {
            let (service, actor) = context.open().await?;
            service.may_keep_store(&actor, clock::now()).await?;
            actor
        }
        false => context.operator(),
    };
    let (place, keys) = (context.place()?, context.keys()?);
    let restored = upkeep::restore(&place, file, &keys, &actor, clock::now())?;
    let kept = match restored.kept {
        Some(kept) => format!("; the store it replaces is kept as {}", kept.display()),
        None => String::new(),
    };
    print::remark(&format!(
        "the store is as it was at audit record {}{kept}",
        restored.last
    ));
    Ok(())
}

async fn rekey(context: &mut Context) -> Result<(), CliError> {
    let (service, actor) = context.open().await?;
    service.may_keep_store(&actor, clock::now()).await?;
    let new = Successor::make(&context.key_path()?)?;
    let done = service.rekey(&actor, new.keys.clone(), clock::now()).await;
    let rekeyed = match done {
        Ok(rekeyed) => rekeyed,
        Err(error) => {
            // Whether the commit was heard of or not, the store itself knows which key it has.
            return match context.opens_with(new.keys.clone()) {
                true => new.adopt(clock::now()).map(drop),
                false => {
                    new.discard();
                    Err(error.into())
                }
            };
        }
    };
    let kept = new.adopt(clock::now())?;
    print::remark(&format!(
        "{} values are sealed with the new key; start what is running on this store again, copy the key file to every other host, and keep {} for as long as you keep backups made before",
        rekeyed.sealed,
        kept.display()
    ));
    Ok(())
}
