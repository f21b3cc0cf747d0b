//! `keyhatch store`.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::context::Context;
use super::key_file::Successor;
use super::{CliError, print};
use crate::clock;
use crate::service::{ServiceError, upkeep};
use crate::store::{Place, StoreError};

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

/// What became of a new key whose giving failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// The store has it.
    Taken,
    /// It never will have it.
    Refused,
    /// It may have it: the only copy must not be lost.
    Unknown,
}

/// Whether the commit was heard of or not, the store itself knows which key it has. A server that
/// was lost on the way may still be at it when it is asked.
fn fate(on_server: bool, error: &ServiceError, has: &Result<bool, StoreError>) -> Fate {
    let lost = matches!(error, ServiceError::Store(StoreError::Unavailable(_)));
    match has {
        Ok(true) => Fate::Taken,
        Ok(false) if !(on_server && lost) => Fate::Refused,
        _ => Fate::Unknown,
    }
}

async fn rekey(context: &mut Context) -> Result<(), CliError> {
    let (service, actor) = context.open().await?;
    service.may_keep_store(&actor, clock::now()).await?;
    let new = Successor::make(&context.key_path()?, |keys| context.has_keys(keys))?;
    let done = service.rekey(&actor, new.keys.clone(), clock::now()).await;
    let rekeyed = match done {
        Ok(rekeyed) => rekeyed,
        Err(error) => {
            let on_server = matches!(context.place()?, Place::Postgres(_));
            return match fate(on_server, &error, &context.has_keys(new.keys.clone())) {
                Fate::Taken => new.adopt(clock::now()).map(drop),
                Fate::Refused => {
                    new.discard();
                    Err(error.into())
                }
                Fate::Unknown => Err(CliError::Unusable(format!(
                    "whether the store has its new key is not known ({error}); keep {} and run any command when the store can be reached, which finishes it",
                    new.waits_at().display()
                ))),
            };
        }
    };
    let kept = new.adopt(clock::now())?;
    print::remark(&format!(
        "{} sealed with the new key; start what is running on this store again, copy the key file to every other host, and keep {} for as long as you keep backups made before",
        match rekeyed.sealed {
            1 => "1 value is".to_owned(),
            count => format!("{count} values are"),
        },
        kept.display()
    ));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::role::Permission;
    use crate::service::refusal::Refusal;

    #[test]
    fn a_new_key_goes_only_where_the_store_surely_has_it_not() {
        let lost = || ServiceError::Store(StoreError::Unavailable("connection closed".to_owned()));
        let refused = || ServiceError::from(Refusal::Role(Permission::ManageStore));
        let damaged = || ServiceError::Store(StoreError::Damaged("a seed".to_owned()));
        let away = || Err(StoreError::Unavailable("connection refused".to_owned()));
        for (on_server, error, has, expected) in [
            (true, lost(), Ok(true), Fate::Taken),
            (false, lost(), Ok(true), Fate::Taken),
            (true, lost(), away(), Fate::Unknown),
            (false, lost(), away(), Fate::Unknown),
            (true, damaged(), away(), Fate::Unknown),
            (true, lost(), Ok(false), Fate::Unknown),
            (false, lost(), Ok(false), Fate::Refused),
            (true, damaged(), Ok(false), Fate::Refused),
            (true, refused(), Ok(false), Fate::Refused),
        ] {
            assert_eq!(fate(on_server, &error, &has), expected, "{error} {has:?}");
        }
    }
}
