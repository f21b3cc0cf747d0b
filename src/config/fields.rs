//! Checks of single values while they are read, so that an error knows its line.

use std::net::IpAddr;
use std::path::PathBuf;

use serde::de::{Deserialize, Deserializer, Error};

/// Text that is not empty and has no control character.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let text = String::deserialize(from)?;
    plain(&text).map_err(D::Error::custom)?;
    Ok(text)
}

pub(super) fn some_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    text(from).map(Some)
}

/// A list of texts with at least one in it.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    if texts.is_empty() {
        return Err(D::Error::custom("the list is empty; write at least one"));
    }
    for text in &texts {
        plain(text).map_err(D::Error::custom)?;
    }
    Ok(texts)
}

pub(super) fn plain(text: &str) -> Result<(), &'static str> {
    if text.trim().is_empty() {
        Err("the text is empty; write one or leave the key out")
    } else if text.chars().any(char::is_control) {
        Err("the text has a control character; leave it out")
    } else {
        Ok(())
    }
}

pub(super) fn path<'de, D: Deserializer<'de>>(from: D) -> Result<PathBuf, D::Error> {
    text(from).map(PathBuf::from)
}

pub(super) fn some_path<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    path(from).map(Some)
}

/// A whole number in a range, both ends included.
pub(super) fn whole<'de, D: Deserializer<'de>, const MIN: u64, const MAX: u64>(
    from: D,
) -> Result<u64, D::Error> {
    let number = i64::deserialize(from)?;
    match u64::try_from(number) {
        Ok(number) if (MIN..=MAX).contains(&number) => Ok(number),
        _ => Err(D::Error::custom(format_args!(
            "write a whole number from {MIN} to {MAX}"
        ))),
    }
}

pub(super) fn some_port<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u16>, D::Error> {
    let port = whole::<D, 1, 65_535>(from)?;
    u16::try_from(port).map(Some).map_err(D::Error::custom)
}

pub(super) fn scale<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    let scale = f64::deserialize(from)?;
    if (0.5..=10.0).contains(&scale) {
        Ok(scale)
    } else {
        Err(D::Error::custom("write a number from 0.5 to 10"))
    }
}

/// A language tag: letters and digits in groups of at most eight, joined by hyphens.
pub(super) fn some_language<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<String>, D::Error> {
    let tag = String::deserialize(from)?;
    let group = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if tag.split('-').all(group) && tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        Ok(Some(tag))
    } else {
        Err(D::Error::custom(
            "write a language tag, like \"de\" or \"pt-BR\"",
        ))
    }
}

/// A web address; without TLS only on this host.
pub(super) fn url<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    let url = text(from)?;
    if url.starts_with("https://") && authority(&url).is_some() {
        return Ok(url);
    }
    match authority(&url) {
        Some(host) if url.starts_with("http://") && is_loopback(host) => Ok(url),
        Some(_) if url.starts_with("http://") => Err(D::Error::custom(
            "http:// would send secrets in the clear; write https://, or an address of this host",
        )),
        _ => Err(D::Error::custom(
            "write an address that starts with https://",
        )),
    }
}

/// The host of a URL, without user, port and brackets.
pub(super) fn authority(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next()?,
        None => host.split(':').next()?,
    };
    (!host.is_empty() && !host.contains(char::is_whitespace)).then_some(host)
}

/// Whether the name can only mean this host.
pub(super) fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
