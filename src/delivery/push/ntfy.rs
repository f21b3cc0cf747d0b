//! An ntfy server: a request is published with two actions, and each action, when it is pressed,
//! makes the phone publish its answer by the reply topic. So nothing ever connects to us.

use std::time::Duration;

use data_encoding::BASE64;
use serde::Serialize;
use ureq::Agent;
use ureq::http::{HeaderValue, Request};
use zeroize::Zeroizing;

use super::PushError;
use super::outcome::{self, SERVER};
use crate::config::Ntfy;
use crate::delivery::web::{self, Patience};
use crate::domain::enrolment::Subscription;
use crate::domain::outgoing::{Delivery, PushAction, PushRequest};
use crate::domain::secret::SecretText;

/// How long publishing may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long one wait for more of a stream is: a listener that may go notices within it.
const PIECE: Duration = Duration::from_secs(2);
/// High, so that the phone shows it at once (ntfy's priorities go from 1 to 5).
const PRIORITY: u8 = 4;
/// The topic nobody uses that shows whether we may read answers.
const PROBE: &str = "doctor";
/// What can't be sent at all.
const UNUSABLE: &str = "no request can be made of the message";

/// An ntfy server, ready to be asked.
pub struct NtfyServer {
    pub(super) url: String,
    /// Our `Authorization`.
    token: SecretText,
    phone: Option<(String, SecretText)>,
    topic_prefix: String,
    pub(super) reply_prefix: String,
    publish: Agent,
    pub(super) stream: Agent,
}

/// A request as the server takes it.
#[derive(Serialize)]
struct Publication<'a> {
    topic: String,
    title: &'a str,
    message: &'a str,
    priority: u8,
    actions: [Action<'a>; 2],
}

/// What a press makes the phone do.
#[derive(Serialize)]
struct Action<'a> {
    action: &'static str,
    label: &'a str,
    url: &'a str,
    method: &'static str,
    body: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headers: Option<Headers<'a>>,
    clear: bool,
}

impl<'a> Action<'a> {
    fn new(
        action: &'a PushAction,
        url: &'a str,
        headers: Option<Headers<'a>>,
        clear: bool,
    ) -> Self {
        Self {
            action: "http",
            label: &action.label,
            url,
            method: "POST",
            body: action.body.expose(),
            headers,
            clear,
        }
    }
}

/// The app sends nothing of its own with an action: what the server asks for stands here.
#[derive(Clone, Copy, Serialize)]
struct Headers<'a> {
    #[serde(rename = "Authorization")]
    authorization: &'a str,
}

impl NtfyServer {
    /// Reads secrets and roots; connects to nothing.
    ///
    /// # Errors
    /// One of them can't be read.
    pub(super) fn open(config: &Ntfy) -> Result<Self, PushError> {
        let token = config.token.read()?;
        let token = SecretText::new(format!("Bearer {}", token.expose()));
        HeaderValue::from_str(token.expose()).map_err(|_| PushError::Token)?;
        let phone = match &config.phone {
            Some((name, password)) => Some((name.clone(), password.read()?)),
            None => None,
        };
        let trust = web::trust(&config.url, config.ca_file.as_deref())?;
        Ok(Self {
            token,
            phone,
            topic_prefix: config.topic_prefix.clone(),
            reply_prefix: config.reply_prefix.clone(),
            publish: web::client(&trust, Patience::Whole(PATIENCE)),
            stream: web::client(&trust, Patience::Piece(PIECE)),
            url: config.url.clone(),
        })
    }

    pub(super) fn send(&self, request: &PushRequest) -> Delivery {
        let never = || Delivery::Never(UNUSABLE.to_owned());
        let Ok(json) = self.publication(request) else {
            return never();
        };
        let head = Request::post(&self.url)
            .header("authorization", self.authorization())
            .header("content-type", "application/json");
        let Ok(asked) = head.body(json.as_slice()) else {
            return never();
        };
        match self.publish.run(asked) {
            Ok(answer) => outcome::answered(answer.status().as_u16()),
            Err(error) => Delivery::Later(web::failed(&SERVER, &error)),
        }
    }

    fn publication(&self, request: &PushRequest) -> serde_json::Result<Zeroizing<Vec<u8>>> {
        let url = format!("{}/{}{}", self.url, self.reply_prefix, request.reply);
        let credential = self.phone.as_ref().map(|(name, password)| {
            let pair = SecretText::new(format!("{name}:{}", password.expose()));
            let text = BASE64.encode(pair.expose().as_bytes());
            SecretText::new(format!("Basic {}", Zeroizing::new(text).as_str()))
        });
        let headers = credential.as_ref().map(|credential| Headers {
            authorization: credential.expose(),
        });
        let action = |action, clear| Action::new(action, &url, headers, clear);
        // The number stands in it: after *Verify* it stays to be read, after *Deny* it goes.
        let publication = Publication {
            topic: format!("{}{}", self.topic_prefix, request.topic),
            title: &request.title,
            message: request.text.expose(),
            priority: PRIORITY,
            actions: [action(&request.verify, false), action(&request.deny, true)],
        };
        // Room from the start: a buffer that grows leaves copies behind.
        let mut json = Zeroizing::new(Vec::with_capacity(8 * 1024));
        serde_json::to_writer(&mut *json, &publication)?;
        Ok(json)
    }

    /// Ours; it was checked when the token was read.
    pub(super) fn authorization(&self) -> HeaderValue {
        let mut value = HeaderValue::from_str(self.token.expose())
            .unwrap_or_else(|_| HeaderValue::from_static(""));
        value.set_sensitive(true);
        value
    }

    /// Whether the server can be reached within `PATIENCE` and lets us read answers; else why not.
    pub(super) fn reach(&self) -> Result<(), String> {
        let url = format!("{}/{}{PROBE}/auth", self.url, self.reply_prefix);
        let head = Request::get(url).header("authorization", self.authorization());
        let asked = head.body(()).map_err(|_| UNUSABLE.to_owned())?;
        match self.publish.run(asked) {
            Ok(answer) if answer.status() == 200 => Ok(()),
            Ok(answer) => Err(outcome::cause(answer.status().as_u16())),
            Err(error) => Err(web::failed(&SERVER, &error)),
        }
    }

    pub(super) fn subscription(&self, topic: &SecretText) -> Subscription {
        let topic = SecretText::new(format!("{}{}", self.topic_prefix, topic.expose()));
        let (host, insecure) = match self.url.split_once("://") {
            Some(("http", host)) => (host, "?secure=false"),
            Some((_, host)) => (host, ""),
            None => (self.url.as_str(), ""),
        };
        let sign_in = self.phone.as_ref();
        Subscription {
            link: SecretText::new(format!("ntfy://{host}/{}{insecure}", topic.expose())),
            server: self.url.clone(),
            topic,
            credential: sign_in
                .map(|(name, password)| SecretText::new(format!("{name} / {}", password.expose()))),
        }
    }
}
