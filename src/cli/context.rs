//! What every command starts from: flags, configuration, the opened store, and who asks.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::prompt::Prompt;
use super::{CliError, host};
use crate::agent::Channels;
use crate::breach::Filter;
use crate::clock;
use crate::config::{Config, FileKind, Places, check_owner, key_path};
use crate::crypto::{Keys, MasterKey};
use crate::delivery::{Mailer, Texter};
use crate::domain::secret::SecretText;
use crate::service::{Actor, Service};
use crate::store::{Place, Store};

/// Whether a PostgreSQL URL holds a password.
fn has_password(url: &str) -> bool {
    let user = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split(['/', '?']).next()?.rsplit_once('@'))
        .map_or("", |(user, _)| user);
    user.contains(':') || url.contains("password=")
}

/// The flags that every command knows, and what they lead to.
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
    pub fn new(
        store: Option<String>,
        config: Option<PathBuf>,
        acting: Option<String>,
        password_stdin: bool,
        json: bool,
    ) -> Result<Self, CliError> {
        let places = Places::system();
        if store.as_deref().is_some_and(has_password) {
            return Err(CliError::Usage(
                "a password in --store can be seen by others; put the URL into KEYHATCH_STORE"
                    .to_owned(),
            ));
        }
        let config = Config::load(places.config_path(config.as_deref()).as_deref())?;
        host::log_to_stderr(&config);
        Ok(Self {
            url: places.store_url(store.as_deref())?,
            config,
            json,
            prompt: Prompt::new(password_stdin),
            acting,
        })
    }

    /// The store's services.
    pub async fn service(&self) -> Result<Service, CliError> {
        let place = Place::parse(&self.url);
        check_files(&place)?;
        let keys = match self.keys(false) {
            Ok(keys) => keys,
            // Without a store there is no key either: say the first thing that is missing.
            Err(error) => match &place {
                Place::Sqlite(path) if !path.is_file() => {
                    Arc::new(Keys::derive(&MasterKey::generate()?))
                }
                _ => return Err(error),
            },
        };
        let service = Service::new(Store::open(&place, keys)?).with_filter(self.filter()?);
        match service.require_initialised(clock::now()).await {
            Err(crate::service::ServiceError::Refused(sentence)) => {
                Err(CliError::Unusable(sentence))
            }
            other => {
                other?;
                Ok(service)
            }
        }
    }

    /// The services of a store that `init` is about to fill; makes store and key where there are
    /// none.
    pub fn new_store(&self) -> Result<Service, CliError> {
        let place = Place::parse(&self.url);
        Store::prepare(&place)?;
        check_files(&place)?;
        let fresh = !matches!(&place, Place::Sqlite(path) if path.exists());
        let keys = self.keys(fresh)?;
        let filter = self.filter()?;
        Ok(Service::new(Store::create(&place, keys)?).with_filter(filter))
    }

    /// The host's filter of passwords known from breaches.
    fn filter(&self) -> Result<Option<Filter>, CliError> {
        let Some(path) = &self.config.breached_filter else {
            return Ok(None);
        };
        // What is not there is the filter's to say, with the way to build it.
        if path.exists() {
            check_owner(path, FileKind::Filter)?;
        }
        Ok(Some(Filter::open(path)?))
    }

    /// The master key's subkeys; makes the key for a new store.
    fn keys(&self, make: bool) -> Result<Arc<Keys>, CliError> {
        let path = key_path(&self.config, &self.url)?;
        if !path.exists() {
            if make {
                return make_key(&path);
            }
            return Err(CliError::Unusable(format!(
                "the master key {} is not there; put back the key file that `keyhatch init` made, or set key_file in the configuration",
                path.display()
            )));
        }
        check_owner(&path, FileKind::Key)?;
        let text = fs::read_to_string(&path).map(zeroize::Zeroizing::new);
        let text = text.map_err(|error| {
            CliError::Unusable(format!(
                "the master key {} can't be read: {error}; give its owner read permission",
                path.display()
            ))
        })?;
        let master = MasterKey::parse(&text).ok_or_else(|| {
            CliError::Unusable(format!(
                "{} is not a master key of Keyhatch; put back the file that `keyhatch init` made",
                path.display()
            ))
        })?;
        Ok(Arc::new(Keys::derive(&master)))
    }

    /// Who asks: the local operator, or the account that `--as` signs in.
    pub async fn actor(&mut self, service: &Service) -> Result<Actor, CliError> {
        let Some(upn) = self.acting.clone() else {
            return Ok(Actor::Operator(host::user_name()));
        };
        let password = self.prompt.secret("Password")?;
        let terminal = host::terminal(&self.config);
        let prompt = &mut self.prompt;
        let second = || {
            let code = prompt.secret("Authenticator code");
            code.map(|code| (code, clock::now()))
                .map_err(|error| crate::service::ServiceError::Refused(error.to_string()))
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
        Ok(Channels {
            mail: mail.map(Arc::new),
            sms: sms.map(Arc::new),
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

/// Makes a key file that only its owner can read, synced before anything is sealed with it.
fn make_key(path: &Path) -> Result<Arc<Keys>, CliError> {
    let explain = |error: std::io::Error| {
        CliError::Unusable(format!(
            "the master key {} can't be made: {error}; make its folder writable or set key_file in the configuration",
            path.display()
        ))
    };
    let master = MasterKey::generate()?;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(explain)?;
    file.write_all(master.file().expose().as_bytes())
        .map_err(explain)?;
    file.sync_all().map_err(explain)?;
    if let Some(folder) = path.parent().filter(|folder| folder.is_dir()) {
        fs::File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(explain)?;
    }
    Ok(Arc::new(Keys::derive(&master)))
}
