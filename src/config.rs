//! The host's configuration: TOML in, validated types out. What a host connects to and how its
//! terminal behaves live here; policy lives in the store. Every mistake in the file is one sentence
//! with file, line and the mend, and never a piece of the file itself, which may hold a secret.
//! May use `domain` and nothing else of the crate.

mod channels;
mod connector;
mod error;
mod fields;
mod owner;
mod places;
mod push;
mod secret;
mod sms;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

pub use channels::{Ari, Smtp, Tls};
pub use connector::{Connector, ConnectorKind, SignIn};
pub use error::ConfigError;
pub use owner::{FileKind, OwnerError, check_owner};
pub use places::{Lookup, Places, PlacesError, key_path};
pub use push::Ntfy;
pub use secret::{SecretError, SecretSource};
pub use sms::{SmsBody, SmsHttp, SmsMethod};

use channels::{AriSection, SmtpSection};
use connector::ConnectorSection;
use error::Fault;
use push::NtfySection;
use sms::SmsSection;

/// The whole configuration of a host. It has no `Debug`: a template of the SMS gateway may hold a
/// password that belongs into a file.
#[derive(Default)]
pub struct Config {
    /// Where the master key is; beside a SQLite store when absent.
    pub key_file: Option<PathBuf>,
    /// The filter of passwords known from breaches, if the host has one.
    pub breached_filter: Option<PathBuf>,
    /// How much is logged.
    pub log: LogLevel,
    /// The terminal.
    pub kiosk: Kiosk,
    /// How mail leaves.
    pub mail: Option<Driver<Smtp>>,
    /// How text messages leave.
    pub sms: Option<Driver<SmsHttp>>,
    /// How calls are made.
    pub voice: Option<Driver<Ari>>,
    /// How requests reach phones.
    pub push: Option<Driver<Ntfy>>,
    /// The directories, by their order in the file.
    pub connectors: Vec<Connector>,
}

/// What carries a channel: its real gateway, or a folder that something else empties.
#[derive(Debug, PartialEq, Eq)]
pub enum Driver<T> {
    /// The gateway.
    Gateway(T),
    /// One file a message in this folder.
    Spool(PathBuf),
}

/// The least important kind of line that is still logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// Failures only.
    Error,
    /// Failures and what may become one.
    Warn,
    /// What happened.
    #[default]
    Info,
    /// What happened, in detail.
    Debug,
    /// Everything.
    Trace,
}

impl LogLevel {
    /// The same level as the log's own type.
    pub const fn level(self) -> tracing::Level {
        match self {
            Self::Error => tracing::Level::ERROR,
            Self::Warn => tracing::Level::WARN,
            Self::Info => tracing::Level::INFO,
            Self::Debug => tracing::Level::DEBUG,
            Self::Trace => tracing::Level::TRACE,
        }
    }
}

/// How the terminal behaves.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Kiosk {
    /// Shown to people and written to the audit log.
    #[serde(deserialize_with = "fields::some_text")]
    pub name: Option<String>,
    /// The language it starts in, as a tag like `de` or `pt-BR`.
    #[serde(deserialize_with = "fields::some_language")]
    pub language: Option<String>,
    /// Seconds without a key before the countdown.
    #[serde(deserialize_with = "fields::whole::<_, 15, 3600>")]
    pub idle_seconds: u64,
    /// Factor on every time a person is given.
    #[serde(deserialize_with = "fields::scale")]
    pub timeout_scale: f64,
    /// Who turns right-to-left text around.
    pub rtl: Rtl,
}

impl Default for Kiosk {
    fn default() -> Self {
        Self {
            name: None,
            language: None,
            idle_seconds: 90,
            timeout_scale: 1.0,
            rtl: Rtl::Auto,
        }
    }
}

/// In which order right-to-left text is written to the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rtl {
    /// By what the terminal is known to do.
    #[default]
    Auto,
    /// The program turns it around.
    Visual,
    /// The terminal turns it around.
    Logical,
}

/// Everything but the channels, which are read by their driver. They are named here so that the
/// list of known keys in an error is whole.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    #[serde(default, deserialize_with = "fields::some_path")]
    key_file: Option<PathBuf>,
    #[serde(default, deserialize_with = "fields::some_path")]
    breached_filter: Option<PathBuf>,
    #[serde(default)]
    log: LogLevel,
    #[serde(default)]
    kiosk: Kiosk,
    #[serde(default)]
    connector: Vec<Spanned<ConnectorSection>>,
    #[serde(default, rename = "mail")]
    _mail: Option<IgnoredAny>,
    #[serde(default, rename = "sms")]
    _sms: Option<IgnoredAny>,
    #[serde(default, rename = "voice")]
    _voice: Option<IgnoredAny>,
    #[serde(default, rename = "push")]
    _push: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpoolSection {
    #[serde(deserialize_with = "fields::path")]
    path: PathBuf,
}

impl Config {
    /// Reads and checks the file; without one, everything has its default.
    ///
    /// # Errors
    /// The file can't be read, others may change it, or something in it is wrong.
    pub fn load(path: Option<&Path>) -> Result<Self, ConfigError> {
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let unreadable = |source| ConfigError::Unreadable {
            path: path.to_owned(),
            source,
        };
        let mut file = File::open(path).map_err(unreadable)?;
        // The opened file is asked, so that nobody can swap it between the look and the reading.
        owner::check(
            path,
            FileKind::Config,
            &file.metadata().map_err(unreadable)?,
        )?;
        let mut text = String::new();
        match file.read_to_string(&mut text) {
            Ok(_) => {}
            Err(source) if source.kind() == ErrorKind::InvalidData => {
                return Err(ConfigError::NotText(path.to_owned()));
            }
            Err(source) => return Err(unreadable(source)),
        }
        Self::parse(&text).map_err(|fault| fault.in_file(path, &text))
    }

    fn parse(text: &str) -> Result<Self, Fault> {
        let mut root = DeTable::parse(text)?;
        let table = root.get_mut();
        let mail = channel::<SmtpSection>(table, "mail", "smtp")?;
        let sms = channel::<SmsSection>(table, "sms", "http")?;
        let voice = channel::<AriSection>(table, "voice", "ari")?;
        let push = channel::<NtfySection>(table, "push", "ntfy")?;
        let rest = Rest::deserialize(Deserializer::from(root))?;
        Ok(Self {
            key_file: rest.key_file,
            breached_filter: rest.breached_filter,
            log: rest.log,
            kiosk: rest.kiosk,
            mail: checked(mail, SmtpSection::check)?,
            sms: checked(sms, SmsSection::check)?,
            voice: checked(voice, AriSection::check)?,
            push: checked(push, NtfySection::check)?,
            connectors: connector::check(rest.connector)?,
        })
    }
}

type Found<T> = Option<(usize, Driver<T>)>;

/// Takes one channel's section out of the file and reads it as its driver demands.
fn channel<T: DeserializeOwned>(
    root: &mut DeTable<'_>,
    name: &str,
    gateway: &str,
) -> Result<Found<T>, Fault> {
    let Some(mut section) = root.remove(name) else {
        return Ok(None);
    };
    let at = section.span().start;
    let DeValue::Table(table) = section.get_mut() else {
        return Err(Fault::new(at, format!("write {name} as a table, [{name}]")));
    };
    let choice = format!("write driver = \"{gateway}\" or driver = \"spool\"");
    let Some(driver) = table.remove("driver") else {
        return Err(Fault::new(at, format!("[{name}] has no driver: {choice}")));
    };
    let driver_at = driver.span().start;
    let driver = driver.into_inner();
    let section = ValueDeserializer::from(section);
    match driver.as_str() {
        Some("spool") => Ok(Some((
            at,
            Driver::Spool(SpoolSection::deserialize(section)?.path),
        ))),
        Some(other) if other == gateway => {
            Ok(Some((at, Driver::Gateway(T::deserialize(section)?))))
        }
        _ => Err(Fault::new(driver_at, format!("unknown driver: {choice}"))),
    }
}

/// The checks that look at several keys of a gateway together.
fn checked<S, T>(
    found: Found<S>,
    check: fn(S, usize) -> Result<T, Fault>,
) -> Result<Option<Driver<T>>, Fault> {
    Ok(match found {
        None => None,
        Some((_, Driver::Spool(path))) => Some(Driver::Spool(path)),
        Some((at, Driver::Gateway(section))) => Some(Driver::Gateway(check(section, at)?)),
    })
}
