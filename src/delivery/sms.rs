//! Text messages by an HTTP gateway: one request a message, made of the configuration's templates.
//! What decides is the status of the answer; its body is never read, so that nothing in it can do
//! harm or be quoted. Redirects are not followed, and no environment variable leads elsewhere.

pub(super) mod outcome;
mod template;

use std::time::Duration;

use ureq::Agent;
use ureq::http::request::Builder;
use ureq::http::{HeaderName, HeaderValue, Request};

use self::template::{Place, Template, Values};
use super::is_plain_id;
use super::trust::TrustError;
use super::web::{self, Patience};
use crate::config::{SecretError, SmsBody, SmsHttp, SmsMethod};
use crate::domain::outgoing::{Delivery, Outgoing};
use crate::domain::secret::SecretText;

/// How long all of it may take, also where a gateway answers byte by byte.
const PATIENCE: Duration = Duration::from_secs(20);

/// An SMS gateway, ready to be asked.
pub struct SmsGateway {
    method: SmsMethod,
    url: Template,
    headers: Vec<(HeaderName, Template)>,
    body: Option<Template>,
    media_type: Option<&'static str>,
    secret: Option<SecretText>,
    success: Vec<u16>,
    client: Agent,
}

/// Why an SMS gateway can't be used as configured, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum SmsError {
    /// Its secret can't be had.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The additional roots can't be had.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// A header has no name that can be sent.
    #[error("the header {0} of [sms] can't be sent; check its name")]
    Header(String),
}

impl SmsGateway {
    /// Reads secret and roots; connects to nothing.
    ///
    /// # Errors
    /// One of them can't be read.
    pub fn open(config: &SmsHttp) -> Result<Self, SmsError> {
        let named = |name: &String| {
            HeaderName::from_bytes(name.as_bytes()).map_err(|_| SmsError::Header(name.clone()))
        };
        let mut headers = Vec::new();
        for (name, value) in &config.headers {
            headers.push((named(name)?, Template::new(value, Place::Header)));
        }
        let place = match config.kind {
            SmsBody::Form => Place::Url,
            SmsBody::Json => Place::Json,
            SmsBody::Xml => Place::Xml,
            SmsBody::Plain => Place::Plain,
        };
        let body = (!config.body.is_empty()).then(|| Template::new(&config.body, place));
        let says = |(name, _): &(HeaderName, Template)| name.as_str() == "content-type";
        let unsaid = body.is_some() && !headers.iter().any(says);
        let secret = config.secret.as_ref().map(|secret| secret.read());
        let trust = web::trust(&config.url, config.ca_file.as_deref())?;
        Ok(Self {
            method: config.method,
            url: Template::new(&config.url, Place::Url),
            headers,
            body,
            media_type: unsaid.then(|| config.kind.media_type()),
            secret: secret.transpose()?,
            success: config.success.clone(),
            client: web::client(&trust, Patience::Whole(PATIENCE)),
        })
    }

    /// Hands one message to the gateway.
    pub fn send(&self, message: &Outgoing) -> Delivery {
        if !is_plain_id(&message.id) {
            return Delivery::Never("the message has no usable id".to_owned());
        }
        let values = Values {
            to: &message.to,
            text: message.text.expose(),
            id: &message.id,
            secret: self.secret.as_ref().map_or("", SecretText::expose),
        };
        let body = self.body.as_ref().map(|template| template.fill(&values));
        let body = body.as_ref().map_or("", SecretText::expose).as_bytes();
        let Some(head) = self.head(&values) else {
            return Delivery::Never("no request can be made of the message".to_owned());
        };
        let answer = match self.method {
            SmsMethod::Get => head.body(()).map(|request| self.client.run(request)),
            _ => head.body(body).map(|request| self.client.run(request)),
        };
        match answer {
            Ok(Ok(answer)) => outcome::answered(answer.status().as_u16(), &self.success),
            Ok(Err(error)) => outcome::failed(&error),
            Err(_) => Delivery::Never("no request can be made of the message".to_owned()),
        }
    }

    /// Everything before the body.
    fn head(&self, values: &Values<'_>) -> Option<Builder> {
        let method = match self.method {
            SmsMethod::Get => "GET",
            SmsMethod::Post => "POST",
            SmsMethod::Put => "PUT",
        };
        let url = self.url.fill(values);
        let mut request = Request::builder().method(method).uri(url.expose());
        for (name, template) in &self.headers {
            let filled = template.fill(values);
            let mut value = HeaderValue::from_bytes(filled.expose().as_bytes()).ok()?;
            value.set_sensitive(true);
            request = request.header(name.clone(), value);
        }
        if let Some(media_type) = self.media_type {
            request = request.header("content-type", media_type);
        }
        Some(request)
    }
}
