//! The gateways of mail and calls, as written and as checked; `sms.rs` and `push.rs` have the others.

use std::path::PathBuf;

use lettre::Address;
use lettre::message::Mailbox;
use serde::Deserialize;
use toml::Spanned;

use super::error::Fault;
use super::fields;
use super::secret::SecretSource;

/// A mail server that takes messages over from us.
#[derive(Debug, PartialEq, Eq)]
pub struct Smtp {
    /// Its name, which its certificate must carry.
    pub host: String,
    /// Its port; the usual one of the kind of TLS by default.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// Who we are to it, when it asks.
    pub login: Option<(String, SecretSource)>,
    /// Roots to trust beside the system's.
    pub ca_file: Option<PathBuf>,
    /// The sender.
    pub from: Mailbox,
}

/// How a connection to a mail server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tls {
    /// Upgraded before anything else is said, or given up.
    #[default]
    Starttls,
    /// From the first byte.
    Implicit,
    /// Not at all: for a server on this host only.
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SmtpSection {
    #[serde(deserialize_with = "fields::text")]
    host: String,
    #[serde(default, deserialize_with = "fields::some_port")]
    port: Option<u16>,
    tls: Option<Spanned<Tls>>,
    #[serde(default, deserialize_with = "fields::some_text")]
    username: Option<String>,
    #[serde(default, deserialize_with = "fields::some_path")]
    password_file: Option<PathBuf>,
    password_credential: Option<Spanned<String>>,
    #[serde(default, deserialize_with = "fields::some_path")]
    ca_file: Option<PathBuf>,
    from: Spanned<String>,
}

impl SmtpSection {
    pub(super) fn check(self, at: usize) -> Result<Smtp, Fault> {
        let tls_at = self.tls.as_ref().map_or(at, |tls| tls.span().start);
        let tls = self.tls.map(Spanned::into_inner).unwrap_or_default();
        if tls == Tls::None && !fields::is_loopback(&self.host) {
            return Err(Fault::new(
                tls_at,
                "tls = \"none\" is for a mail server on this host only; write \"starttls\" or \"implicit\"",
            ));
        }
        let password = match (self.password_file, self.password_credential) {
            (None, None) => None,
            (Some(path), None) => Some(SecretSource::File(path)),
            (None, Some(name)) => Some(credential(name)?),
            (Some(_), Some(name)) => {
                return Err(Fault::new(
                    name.span().start,
                    "password_file and password_credential exclude each other; keep one of them",
                ));
            }
        };
        let login = match (self.username, password) {
            (None, None) => None,
            (Some(name), Some(password)) => Some((name, password)),
            (Some(_), None) => {
                return Err(Fault::new(
                    at,
                    "[mail] has a username without a password; add password_file or password_credential",
                ));
            }
            (None, Some(_)) => {
                return Err(Fault::new(
                    at,
                    "[mail] has a password without a username; add username",
                ));
            }
        };
        let from_at = self.from.span().start;
        let from = sender(self.from.get_ref()).ok_or_else(|| {
            Fault::new(
                from_at,
                "write from as \"Name <name@domain>\" or \"name@domain\"",
            )
        })?;
        Ok(Smtp {
            host: self.host,
            port: self.port.unwrap_or(match tls {
                Tls::Starttls => 587,
                Tls::Implicit => 465,
                Tls::None => 25,
            }),
            tls,
            login,
            ca_file: self.ca_file,
            from,
        })
    }
}

fn credential(name: Spanned<String>) -> Result<SecretSource, Fault> {
    let at = name.span().start;
    let name = name.into_inner();
    if name.is_empty() || name.starts_with('.') || name.contains(['/', '\0']) {
        return Err(Fault::new(at, "write the credential's name, not a path"));
    }
    Ok(SecretSource::Credential(name))
}

/// One address with an optional display name, and nothing behind it.
fn sender(text: &str) -> Option<Mailbox> {
    if text.chars().any(char::is_control) {
        return None;
    }
    let Some((name, rest)) = text.split_once('<') else {
        return Some(Mailbox::new(None, text.trim().parse::<Address>().ok()?));
    };
    let address = rest.trim_end().strip_suffix('>')?.parse::<Address>().ok()?;
    let name = name.trim().trim_matches('"').trim();
    Some(Mailbox::new(
        (!name.is_empty()).then(|| name.to_owned()),
        address,
    ))
}

/// A telephone exchange that is driven by the Asterisk REST Interface.
#[derive(Debug, PartialEq, Eq)]
pub struct Ari {
    /// The address of the interface.
    pub url: String,
    /// Who we are to it.
    pub username: String,
    /// Our password there.
    pub password: SecretSource,
    /// The technology and resource to dial, with `{number}` in it.
    pub endpoint: String,
    /// The folder of spoken prompts, as the exchange sees it.
    pub prompts: PathBuf,
    /// Roots to trust beside the system's.
    pub ca_file: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AriSection {
    #[serde(deserialize_with = "fields::url")]
    url: String,
    #[serde(deserialize_with = "fields::text")]
    username: String,
    #[serde(deserialize_with = "fields::path")]
    password_file: PathBuf,
    #[serde(deserialize_with = "fields::text")]
    endpoint: String,
    #[serde(deserialize_with = "fields::path")]
    prompts: PathBuf,
    #[serde(default, deserialize_with = "fields::some_path")]
    ca_file: Option<PathBuf>,
}

impl AriSection {
    pub(super) fn check(self, at: usize) -> Result<Ari, Fault> {
        if self.url.contains(['?', '#', '@']) {
            return Err(Fault::new(
                at,
                "[voice] url ends with its path, like https://pbx.example:8089/ari; leave the rest out",
            ));
        }
        if self.username.contains(':') {
            return Err(Fault::new(
                at,
                "[voice] username can't have a colon; choose another in ari.conf",
            ));
        }
        if !self.endpoint.contains("{number}") {
            return Err(Fault::new(
                at,
                "[voice] endpoint dials nobody; put {number} in it",
            ));
        }
        Ok(Ari {
            url: self.url,
            username: self.username,
            password: SecretSource::File(self.password_file),
            endpoint: self.endpoint,
            prompts: self.prompts,
            ca_file: self.ca_file,
        })
    }
}
