//! The gateway of text messages: a request made of templates, as written and as checked.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use super::error::Fault;
use super::fields;
use super::secret::SecretSource;

/// The words of the templates: what is filled in for each message.
const WORDS: [&str; 4] = ["{to}", "{text}", "{id}", "{secret}"];

/// An SMS gateway that is told by a request built from a template.
#[derive(PartialEq, Eq)]
pub struct SmsHttp {
    /// The request's method.
    pub method: SmsMethod,
    /// Its address, a template.
    pub url: String,
    /// Its headers, templates too.
    pub headers: BTreeMap<String, String>,
    /// Its body, a template; empty for none.
    pub body: String,
    /// The kind of text the body is.
    pub kind: SmsBody,
    /// What `{secret}` stands for.
    pub secret: Option<SecretSource>,
    /// The answers that mean it was taken over.
    pub success: Vec<u16>,
    /// Roots to trust beside the system's.
    pub ca_file: Option<PathBuf>,
}

/// The method of a request to an SMS gateway.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum SmsMethod {
    /// Everything is in the address.
    #[default]
    Get,
    /// The body says what to send.
    Post,
    /// The same, for gateways that name the message themselves.
    Put,
}

/// What kind of text a body is, which decides how values are escaped in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SmsBody {
    /// `application/x-www-form-urlencoded`.
    #[default]
    Form,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// Plain text.
    Plain,
}

impl SmsBody {
    /// The kind of a media type.
    fn of(media_type: &str) -> Option<Self> {
        let kind = media_type.split(';').next().unwrap_or_default();
        match kind.trim().to_ascii_lowercase().as_str() {
            "application/x-www-form-urlencoded" => Some(Self::Form),
            "text/plain" => Some(Self::Plain),
            "application/json" => Some(Self::Json),
            "application/xml" | "text/xml" => Some(Self::Xml),
            other if other.ends_with("+json") => Some(Self::Json),
            other if other.ends_with("+xml") => Some(Self::Xml),
            _ => None,
        }
    }

    /// The media type that is sent where no header says one.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Form => "application/x-www-form-urlencoded",
            Self::Json => "application/json",
            Self::Xml => "application/xml",
            Self::Plain => "text/plain; charset=utf-8",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SmsSection {
    #[serde(default)]
    method: SmsMethod,
    #[serde(deserialize_with = "fields::url")]
    url: String,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    #[serde(default)]
    body: String,
    #[serde(default, deserialize_with = "fields::some_path")]
    secret_file: Option<PathBuf>,
    #[serde(default)]
    success: Option<Vec<u16>>,
    #[serde(default, deserialize_with = "fields::some_path")]
    ca_file: Option<PathBuf>,
}

impl SmsSection {
    pub(super) fn check(self, at: usize) -> Result<SmsHttp, Fault> {
        let fault = |sentence: &str| Err(Fault::new(at, sentence.to_owned()));
        let headers = self.headers.values().map(String::as_str);
        let templates: Vec<&str> = [self.url.as_str(), self.body.as_str()]
            .into_iter()
            .chain(headers)
            .collect();
        let uses = |word: &str| templates.iter().any(|template| template.contains(word));
        for word in ["{to}", "{text}"] {
            if !uses(word) {
                return fault(&format!("[sms] sends no {word}; put it in url or body"));
            }
        }
        if self.secret_file.is_none() && uses("{secret}") {
            return fault("[sms] uses {secret} without secret_file; add it");
        }
        if !self.url.is_ascii() || has_strange_braces(&self.url) || aims_elsewhere(&self.url) {
            return fault(
                "[sms] url takes {to}, {text}, {id} and {secret} after its host, and no other braces or letters beyond ASCII",
            );
        }
        let success = self.success.unwrap_or_else(|| vec![200, 202]);
        if success.is_empty() || success.iter().any(|code| !(200..=299).contains(code)) {
            return fault("[sms] success takes codes from 200 to 299, at least one");
        }
        let header = |name: &String, value: &String| {
            let token = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
            !name.is_empty()
                && name.bytes().all(token)
                && value.is_ascii()
                && !value.chars().any(char::is_control)
        };
        if !self.headers.iter().all(|(name, value)| header(name, value)) {
            return fault("[sms] headers need plain names and values of one line in ASCII");
        }
        let framing = ["host", "content-length", "transfer-encoding", "connection"];
        let frames = |name: &String| framing.iter().any(|own| name.eq_ignore_ascii_case(own));
        if self.headers.keys().any(frames) {
            return fault(
                "[sms] headers can't say where a request ends or goes; leave that one out",
            );
        }
        if self.method == SmsMethod::Get && !self.body.is_empty() {
            return fault("[sms] has a body, which GET does not send; write method = \"POST\"");
        }
        let media_type = self
            .headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-type"))
            .map(|(_, value)| value.as_str());
        let kind = match (media_type, self.body.trim_start().chars().next()) {
            (Some(named), _) => SmsBody::of(named),
            (None, Some('{' | '[')) if !WORDS.iter().any(|word| self.body.starts_with(word)) => {
                Some(SmsBody::Json)
            }
            (None, Some('<')) => Some(SmsBody::Xml),
            (None, _) => Some(SmsBody::Form),
        };
        let Some(kind) = kind else {
            return fault(
                "[sms] can't fill in a body of that Content-Type; use form, JSON, XML or plain text",
            );
        };
        if kind == SmsBody::Json && !self.body.is_empty() && !is_json(&self.body) {
            return fault(
                "[sms] body is no JSON once it is filled in; put {to}, {text}, {id} and {secret} between quotes",
            );
        }
        Ok(SmsHttp {
            method: self.method,
            url: self.url,
            headers: self.headers,
            body: self.body,
            kind,
            secret: self.secret_file.map(SecretSource::File),
            success,
            ca_file: self.ca_file,
        })
    }
}

/// Whether braces stand around anything but the words.
fn has_strange_braces(template: &str) -> bool {
    let mut rest = template.to_owned();
    for word in WORDS {
        rest = rest.replace(word, "");
    }
    rest.contains(['{', '}'])
}

/// Whether a value could become a part of where the request goes, or a user before the host.
fn aims_elsewhere(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.contains(['{', '@', '\\'])
}

/// Whether the template is JSON once words are filled in, which it is only where they stand between
/// quotes.
fn is_json(template: &str) -> bool {
    let mut filled = template.to_owned();
    for word in WORDS {
        filled = filled.replace(word, "a word");
    }
    serde_json::from_str::<serde::de::IgnoredAny>(&filled).is_ok()
}
