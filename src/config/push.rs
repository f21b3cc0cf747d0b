//! The server that carries requests to phones: as written and as checked.

use std::path::PathBuf;

use serde::Deserialize;

use super::error::Fault;
use super::fields;
use super::secret::SecretSource;

/// An ntfy server that carries requests to phones and answers back.
#[derive(Debug, PartialEq, Eq)]
pub struct Ntfy {
    /// Its address, without a path and a slash at the end: ntfy lives at the root of a host.
    pub url: String,
    /// Our access token there.
    pub token: SecretSource,
    /// What phones sign in with, where the server lets nobody in without: a name and its password.
    pub phone: Option<(String, SecretSource)>,
    /// How the topics of phones begin.
    pub topic_prefix: String,
    /// How the topics of answers begin.
    pub reply_prefix: String,
    /// Roots to trust beside the system's.
    pub ca_file: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NtfySection {
    #[serde(deserialize_with = "fields::url")]
    url: String,
    #[serde(deserialize_with = "fields::path")]
    token_file: PathBuf,
    #[serde(default, deserialize_with = "fields::some_text")]
    phone_username: Option<String>,
    #[serde(default, deserialize_with = "fields::some_path")]
    phone_password_file: Option<PathBuf>,
    #[serde(deserialize_with = "fields::text")]
    topic_prefix: String,
    #[serde(deserialize_with = "fields::text")]
    reply_prefix: String,
    #[serde(default, deserialize_with = "fields::some_path")]
    ca_file: Option<PathBuf>,
}

impl NtfySection {
    pub(super) fn check(self, at: usize) -> Result<Ntfy, Fault> {
        let fault = |sentence: &str| Err(Fault::new(at, sentence.to_owned()));
        let topic = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        for prefix in [&self.topic_prefix, &self.reply_prefix] {
            if prefix.len() > 32 || !prefix.bytes().all(topic) {
                return fault(
                    "[push] prefixes take up to 32 letters, digits, - and _; shorten or change them",
                );
            }
        }
        if self.topic_prefix == self.reply_prefix {
            return fault("[push] prefixes must differ; change reply_prefix");
        }
        let url = self.url.strip_suffix('/').unwrap_or(&self.url);
        let host = url.split_once("://").map_or(url, |(_, host)| host);
        let plain = |b: u8| b.is_ascii_alphanumeric() || b".-:[]_".contains(&b);
        if !host.bytes().all(plain) {
            return fault(
                "[push] url takes a host and a port, no user, path or query; write it like https://ntfy.contoso.example",
            );
        }
        let phone = match (self.phone_username, self.phone_password_file) {
            (None, None) => None,
            (Some(name), Some(_)) if name.contains(':') => {
                return fault("[push] phone_username can't have a colon; choose another name");
            }
            (Some(name), Some(path)) => Some((name, SecretSource::File(path))),
            (Some(_), None) => {
                return fault(
                    "[push] has a phone_username without a password; add phone_password_file",
                );
            }
            (None, Some(_)) => {
                return fault("[push] has a phone's password without a name; add phone_username");
            }
        };
        Ok(Ntfy {
            url: url.to_owned(),
            token: SecretSource::File(self.token_file),
            phone,
            topic_prefix: self.topic_prefix,
            reply_prefix: self.reply_prefix,
            ca_file: self.ca_file,
        })
    }
}
