//! The directories of a host, as written and as checked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::{Deserializer, Error};
use toml::Spanned;

use super::error::Fault;
use super::fields;
use super::secret::SecretSource;
use crate::domain::role::Role;

/// One directory, for the accounts of some domains.
#[derive(Debug, PartialEq, Eq)]
pub struct Connector {
    /// How people speak of it.
    pub name: String,
    /// What it speaks.
    pub kind: ConnectorKind,
    /// The domains whose accounts it holds.
    pub domains: Vec<String>,
    /// Its servers, tried in turn.
    pub servers: Vec<String>,
    /// Where its accounts are.
    pub base_dn: String,
    /// Who we are to it.
    pub bind_dn: String,
    /// Our password there.
    pub bind_password: SecretSource,
    /// Roots to trust beside the system's.
    pub ca_file: Option<PathBuf>,
    /// How its accounts sign in.
    pub sign_in: SignIn,
    /// Which of its entries are accounts; the kind's usual ones otherwise.
    pub filter: Option<String>,
    /// Minutes between two synchronisations.
    pub sync_minutes: u64,
    /// Field of an account → attribute; the kind's usual ones otherwise.
    pub attributes: BTreeMap<String, String>,
    /// Group of the directory → role here.
    pub roles: BTreeMap<String, Role>,
}

/// What a directory speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConnectorKind {
    /// Active Directory, Samba's too.
    ActiveDirectory,
    /// RFC 4511: OpenLDAP, 389-ds.
    Rfc,
}

/// How accounts of a directory sign in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignIn {
    /// The directory is asked.
    #[default]
    PassThrough,
    /// A verifier is kept here, too.
    Hash,
    /// Elsewhere.
    Federated,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConnectorSection {
    #[serde(deserialize_with = "fields::text")]
    name: String,
    kind: ConnectorKind,
    #[serde(deserialize_with = "fields::texts")]
    domains: Vec<String>,
    #[serde(deserialize_with = "fields::texts")]
    servers: Vec<String>,
    #[serde(deserialize_with = "fields::text")]
    base_dn: String,
    #[serde(deserialize_with = "fields::text")]
    bind_dn: String,
    #[serde(deserialize_with = "fields::path")]
    bind_password_file: PathBuf,
    #[serde(default, deserialize_with = "fields::some_path")]
    ca_file: Option<PathBuf>,
    #[serde(default)]
    sign_in: SignIn,
    #[serde(default, deserialize_with = "fields::some_text")]
    filter: Option<String>,
    #[serde(
        default = "half_an_hour",
        deserialize_with = "fields::whole::<_, 1, 10_080>"
    )]
    sync_minutes: u64,
    #[serde(default)]
    attributes: BTreeMap<String, String>,
    #[serde(default, deserialize_with = "roles")]
    roles: BTreeMap<String, Role>,
}

const fn half_an_hour() -> u64 {
    30
}

fn roles<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<String, Role>, D::Error> {
    let words = BTreeMap::<String, String>::deserialize(from)?;
    let role = |(group, word): (String, String)| match Role::from_key(&word) {
        Some(role) if !group.trim().is_empty() => Ok((group, role)),
        Some(_) => Err(D::Error::custom("roles take no empty group; name one")),
        None => Err(D::Error::custom(format_args!(
            "unknown role; write one of {}",
            Role::ALL.map(Role::key).join(", ")
        ))),
    };
    words.into_iter().map(role).collect()
}

/// Checks each directory and that no two claim one name or domain.
pub(super) fn check(sections: Vec<Spanned<ConnectorSection>>) -> Result<Vec<Connector>, Fault> {
    let mut names = BTreeSet::new();
    let mut domains = BTreeSet::new();
    let mut connectors = Vec::with_capacity(sections.len());
    for section in sections {
        let at = section.span().start;
        let section = section.into_inner();
        if !names.insert(section.name.to_lowercase()) {
            return Err(Fault::new(at, "two connectors have this name; rename one"));
        }
        for domain in &section.domains {
            if !domains.insert(domain.to_lowercase()) {
                return Err(Fault::new(
                    at,
                    "two connectors claim one domain; leave it to one",
                ));
            }
        }
        let ldap = |url: &String| {
            (url.starts_with("ldaps://") || url.starts_with("ldap://"))
                && fields::authority(url).is_some()
        };
        if !section.servers.iter().all(ldap) {
            return Err(Fault::new(
                at,
                "write servers as \"ldaps://HOST\", one for each",
            ));
        }
        let mut attributes = section.attributes.iter();
        if attributes.any(|(k, v)| fields::plain(k).and(fields::plain(v)).is_err()) {
            return Err(Fault::new(at, "attributes take no empty text; fill it in"));
        }
        connectors.push(Connector {
            name: section.name,
            kind: section.kind,
            domains: section.domains,
            servers: section.servers,
            base_dn: section.base_dn,
            bind_dn: section.bind_dn,
            bind_password: SecretSource::File(section.bind_password_file),
            ca_file: section.ca_file,
            sign_in: section.sign_in,
            filter: section.filter,
            sync_minutes: section.sync_minutes,
            attributes: section.attributes,
            roles: section.roles,
        });
    }
    Ok(connectors)
}
