//! What every command starts from: flags, configuration, the opened store, and who asks.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::prompt::Prompt;
use super::{CliError, host, key_file, print};
use crate::agent::Channels;
use crate::breach::Filter;
use crate::clock;
use crate::config::{Config, FileKind, Places, check_owner, key_path};
use crate::crypto::{Keys, MasterKey, random};
use crate::delivery::{Caller, Mailer, Pusher, Texter};
use crate::domain::secret::SecretText;
use crate::service::refusal::Refusal;
use crate::service::{Actor, Service, ServiceError};
use crate::store::{Place, Store, StoreError};

/// Whether a PostgreSQL URL holds a password.
fn has_password(url: &str) -> bool {
    let user = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split(['/', '?']).next()?.rsplit_once('@'))
        .map_or("", |(user, _)| user);
    user.contains(':') || url.contains("password=")
}

/// The flags that every command knows.
pub struct Flags {
    /// `--store`.
    pub store: Option<String>,
    /// `--config`.
    pub config: Option<PathBuf>,
    /// `--as`.
    pub acting: Option<String>,
    /// `--password-stdin`.
    pub password_stdin: bool,
    /// `--json`.
    pub json: bool,
}

/// What those flags lead to.
pub struct Context {
    /// The host's configuration.
    pub config: Config,
    /// Whether JSON is wanted.
    pub json: bool,
    /// Where secrets come from.
    pub prompt: Prompt,
    url: String,
    acting: Option<String>,
}

impl Context {
    /// Loads the configuration and finds the store's place; opens nothing yet.
    pub fn new(flags: Flags) -> Result<Self, CliError> {
        let places = Places::system();
        if flags.store.as_deref().is_some_and(has_password) {
            return Err(CliError::Usage(
                "a password in --store can be seen by others; put the URL into KEYHATCH_STORE"
                    .to_owned(),
            ));
        }
        let config = Config::load(places.config_path(flags.config.as_deref()).as_deref())?;
        host::log_to_stderr(&config);
        Ok(Self {
            url: places.store_url(flags.store.as_deref())?,
            config,
            json: flags.json,
            prompt: Prompt::new(flags.password_stdin),
            acting: flags.acting,
        })
    }

    /// The store's services.
    pub async fn service(&self) -> Result<Service, CliError> {
        let place = self.place()?;
        let keys = match self.keys() {
            Ok(keys) => keys,
            // Without a store there is no key either: say the first thing that is missing.
            Err(error) => match &place {
                Place::Sqlite(path) if !path.is_file() => {
                    Arc::new(Keys::derive(&MasterKey::generate()?))
                }
                _ => return Err(error),
            },
        };
        let service = Service::new(self.open_store(&place, keys)?)
            .with_filter(self.filter()?)
            .wording(super::questions::wording());
        match service.require_initialised(clock::now()).await {
            Err(ServiceError::Refused(refusal)) => Err(CliError::Unusable(refusal.to_string())),
            other => {
                other?;
                Ok(service)
            }
        }
    }

    /// Opens the store. Where `store rekey` was killed after the store took its new key and before
    /// the key's file had its name, that is finished first.
    fn open_store(&self, place: &Place, keys: Arc<Keys>) -> Result<Store, CliError> {
        match Store::open(place, keys) {
            Err(StoreError::WrongKey) => {}
            other => return Ok(other?),
        }
        let path = self.key_path()?;
        let new = key_file::successor(&path);
        if !new.exists() {
            // Unless the new key got its name since the old one was read.
            return Ok(Store::open(place, key_file::read(&path)?)?);
        }
        let store = Store::open(place, key_file::read(&new)?)?;
        if key_file::finish(&path, clock::now())? {
            print::remark("a `keyhatch store rekey` that was broken off is finished");
        }
        Ok(store)
    }

    /// Whether these keys are the store's, where it can be asked.
    pub fn has_keys(&self, keys: Arc<Keys>) -> Result<bool, StoreError> {
        match Store::open(&Place::parse(&self.url), keys) {
            Ok(_) => Ok(true),
            Err(StoreError::WrongKey) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The place of the store, if nobody else could have put something there.
    pub fn place(&self) -> Result<Place, CliError> {
        let place = Place::parse(&self.url);
        check_files(&place)?;
        Ok(place)
    }

    /// The store's place as it may be shown: a URL without its password.
    pub fn shown_store(&self) -> String {
        match has_password(&self.url) {
            true => "the PostgreSQL database".to_owned(),
            false => self.url.clone(),
        }
    }

    /// The services of a store that `init` is about to fill; makes store and key where there are
    /// none.
    pub fn new_store(&self) -> Result<Service, CliError> {
        let place = Place::parse(&self.url);
        Store::prepare(&place)?;
        check_files(&place)?;
        let fresh = !matches!(&place, Place::Sqlite(path) if path.exists());
        let path = self.key_path()?;
        let keys = match fresh && !path.exists() {
            true => key_file::make(&path)?,
            false => key_file::read(&path)?,
        };
        let filter = self.filter()?;
        Ok(Service::new(Store::create(&place, keys)?).with_filter(filter))
    }

    /// The host's filter of passwords known from breaches.
    pub fn filter(&self) -> Result<Option<Filter>, CliError> {
        let Some(path) = &self.config.breached_filter else {
            return Ok(None);
        };
        // What is not there is the filter's to say, with the way to build it.
        if path.exists() {
            check_owner(path, FileKind::Filter)?;
        }
        Ok(Some(Filter::open(path)?))
    }

    /// Where the master key is.
    pub fn key_path(&self) -> Result<PathBuf, CliError> {
        Ok(key_path(&self.config, &self.url)?)
    }

    /// The master key's subkeys.
    pub fn keys(&self) -> Result<Arc<Keys>, CliError> {
        key_file::read(&self.key_path()?)
    }

    /// Whether `--as` names an account.
    pub fn acts_as_somebody(&self) -> bool {
        self.acting.is_some()
    }

    /// The local operator.
    pub fn operator(&self) -> Actor {
        Actor::Operator(host::user_name())
    }

    /// Who asks: the local operator, or the account that `--as` signs in.
    pub async fn actor(&mut self, service: &Service) -> Result<Actor, CliError> {
        let Some(upn) = self.acting.clone() else {
            return Ok(self.operator());
        };
        let password = self.prompt.secret("Password")?;
        let terminal = host::terminal(&self.config);
        let prompt = &mut self.prompt;
        let second = || {
            let code = prompt.secret("Authenticator code");
            code.map(|code| (code, clock::now()))
                .map_err(|error| Refusal::Other(error.to_string()).into())
        };
        let signed_in = service.sign_in(&upn, password, second, &terminal, clock::now());
        Ok(signed_in.await?)
    }

    /// The services and who asks.
    pub async fn open(&mut self) -> Result<(Service, Actor), CliError> {
        let service = self.service().await?;
        let actor = self.actor(&service).await?;
        Ok((service, actor))
    }

    /// The password given for an account by `--password-stdin`. Where the same stdin has signed
    /// somebody in, there may be none after it.
    pub fn account_password(&mut self) -> Result<Option<SecretText>, CliError> {
        let label = "The account's password";
        match (self.prompt.reads_stdin(), &self.acting) {
            (false, _) => Ok(None),
            (true, None) => self.prompt.secret(label).map(Some),
            (true, Some(_)) => match self.prompt.secret(label) {
                Err(CliError::Usage(_)) => Ok(None),
                other => other.map(Some),
            },
        }
    }

    /// The channels of this host.
    pub fn channels(&self) -> Result<Channels, CliError> {
        let mail = self.config.mail.as_ref().map(Mailer::open).transpose();
        let mail = mail.map_err(|error| CliError::Unusable(error.to_string()))?;
        let sms = self.config.sms.as_ref().map(Texter::open).transpose();
        let sms = sms.map_err(|error| CliError::Unusable(error.to_string()))?;
        let name = random::hex(&random::bytes::<8>()?);
        let voice = self.config.voice.as_ref();
        let voice = voice.map(|voice| Caller::open(voice, &name)).transpose();
        let voice = voice.map_err(|error| CliError::Unusable(error.to_string()))?;
        let push = self.config.push.as_ref().map(Pusher::open).transpose();
        let push = push.map_err(|error| CliError::Unusable(error.to_string()))?;
        Ok(Channels {
            mail: mail.map(Arc::new),
            sms: sms.map(Arc::new),
            voice: voice.map(Arc::new),
            push: push.map(Arc::new),
        })
    }
}

/// Refuses files of a store that others could change, and a folder in which others could put files
/// in their place.
fn check_files(place: &Place) -> Result<(), CliError> {
    let Place::Sqlite(path) = place else {
        return Ok(());
    };
    for end in ["", "-wal", "-shm"] {
        let mut name = path.clone().into_os_string();
        name.push(end);
        if Path::new(&name).is_file() {
            check_owner(Path::new(&name), FileKind::Store)?;
        }
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Ok(mode) = fs::metadata(folder).map(|found| found.permissions().mode()) else {
        return Ok(());
    };
    // In a sticky folder, such as /tmp, nobody can take away what is another's.
    if mode & 0o002 != 0 && mode & 0o1000 == 0 {
        return Err(CliError::Unusable(format!(
            "the folder {} is writable by others (mode {:o}); run: chmod o-w {}",
            folder.display(),
            mode & 0o7777,
            folder.display()
        )));
    }
    Ok(())
}
