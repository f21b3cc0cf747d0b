//! An ntfy server: a request is published with two actions, and each action, when it is pressed,
//! makes the phone publish its answer by the reply topic, which is read as a stream of JSON lines.
//! So nothing ever connects to us.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use ureq::Agent;
use ureq::http::{HeaderValue, Request};
use zeroize::Zeroizing;

use super::lines::{Lines, Next};
use super::outcome::{self, SERVER};
use super::{Heard, PushError, Subscription, While};
use crate::config::Ntfy;
use crate::delivery::is_plain_id;
use crate::delivery::web::{self, Patience};
use crate::domain::outgoing::{Delivery, PushAction, PushRequest};
use crate::domain::secret::SecretText;

/// How long publishing may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long one wait for more of a stream is: a listener that may go notices within it.
const PIECE: Duration = Duration::from_secs(2);
/// How long a stream may be silent: the server says every 45 s that it is there.
const SILENCE: Duration = Duration::from_secs(100);
/// The waits before a lost connection is made again: the first, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(10));
/// The most bytes of one stream: an hour of signs of life is 10 KiB.
const STREAM: u64 = 1024 * 1024;
/// The longest answer there is.
const BODY: usize = 256;
/// The most messages that are handed on: who says more to a topic that nobody can guess does not
/// want to be heard.
const MESSAGES: usize = 100;
/// High, so that the phone shows it at once (ntfy's priorities go from 1 to 5).
const PRIORITY: u8 = 4;

/// An ntfy server, ready to be asked.
pub struct NtfyServer {
    url: String,
    /// Our `Authorization`.
    token: SecretText,
    phone: Option<(String, SecretText)>,
    topic_prefix: String,
    reply_prefix: String,
    publish: Agent,
    stream: Agent,
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

/// One line of a stream, as far as it matters.
#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    event: Cow<'a, str>,
    #[serde(borrow)]
    topic: Cow<'a, str>,
    #[serde(borrow, default)]
    message: Cow<'a, str>,
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
        let never = || Delivery::Never("no request can be made of the message".to_owned());
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
    fn authorization(&self) -> HeaderValue {
        let mut value = HeaderValue::from_str(self.token.expose())
            .unwrap_or_else(|_| HeaderValue::from_static(""));
        value.set_sensitive(true);
        value
    }

    pub(super) fn listen(
        &self,
        reply: &str,
        time: &While<'_>,
        hear: &mut dyn FnMut(Heard<'_>) -> bool,
    ) {
        let mut ear = Ear {
            topic: format!("{}{reply}", self.reply_prefix),
            since: "all".to_owned(),
            messages: 0,
            connected: false,
        };
        let (first, longest) = PAUSES;
        let mut pause = first;
        while !time.is_over() {
            ear.connected = false;
            match self.hear_once(&mut ear, time, hear) {
                Ended::Enough => return,
                Ended::Lost(cause) => {
                    if time.is_over() || !hear(Heard::Trouble(&cause)) {
                        return;
                    }
                }
            }
            if ear.connected {
                pause = first;
            }
            if !time.rest(pause) {
                return;
            }
            pause = (pause * 2).min(longest);
        }
    }

    /// Listens by one connection until it is lost.
    fn hear_once(
        &self,
        ear: &mut Ear,
        time: &While<'_>,
        hear: &mut dyn FnMut(Heard<'_>) -> bool,
    ) -> Ended {
        // The topic is of one request alone, so all that was ever said there may be the answer.
        let url = format!("{}/{}/json?since={}", self.url, ear.topic, ear.since);
        let head = Request::get(url).header("authorization", self.authorization());
        let Ok(asked) = head.body(()) else {
            return Ended::Enough;
        };
        let answer = match self.stream.run(asked) {
            Ok(answer) => answer,
            Err(error) => return Ended::Lost(web::failed(&SERVER, &error)),
        };
        let status = answer.status().as_u16();
        if status != 200 {
            return Ended::Lost(outcome::cause(status));
        }
        let mut lines = Lines::new(answer.into_body().into_reader());
        let mut last = Instant::now();
        let mut enough = false;
        loop {
            let next = lines.next(|line| {
                enough = !ear.take(line, hear);
                !enough
            });
            if enough || time.is_over() {
                return Ended::Enough;
            }
            match next {
                Ok(Next::More) => last = Instant::now(),
                Ok(Next::Quiet) if last.elapsed() < SILENCE => {}
                Ok(Next::Quiet) => return lost("said nothing for too long"),
                Ok(Next::End) => return lost("ended the connection"),
                Err(error) => return Ended::Lost(web::broken(&SERVER, &error)),
            }
            if lines.read() > STREAM {
                return lost("said too much");
            }
        }
    }

    pub(super) fn subscription(&self, topic: &str) -> Subscription {
        let topic = format!("{}{topic}", self.topic_prefix);
        let (insecure, host) = match self.url.split_once("://") {
            Some(("http", host)) => ("?secure=false", host),
            Some((_, host)) => ("", host),
            None => ("", self.url.as_str()),
        };
        Subscription {
            link: format!("ntfy://{host}/{topic}{insecure}"),
            server: self.url.clone(),
            topic,
            sign_in: self
                .phone
                .as_ref()
                .map(|(name, password)| (name.clone(), SecretText::copied(password.expose()))),
        }
    }
}

/// How one connection ended.
enum Ended {
    /// There is nothing more to listen for.
    Enough,
    /// It broke, or was never made.
    Lost(String),
}

fn lost(what: &str) -> Ended {
    Ended::Lost(format!("{} {what}", SERVER.name))
}

/// What is remembered from one connection to the next.
struct Ear {
    topic: String,
    /// What was heard last, so that it is not heard again.
    since: String,
    messages: usize,
    connected: bool,
}

impl Ear {
    /// Takes one line; whether to go on listening. What is no message of this topic is no answer.
    fn take(&mut self, line: &[u8], hear: &mut dyn FnMut(Heard<'_>) -> bool) -> bool {
        let Ok(event) = serde_json::from_slice::<Event<'_>>(line) else {
            return true;
        };
        if event.topic != self.topic.as_str() {
            return true;
        }
        self.connected = true;
        if event.event != "message" {
            return true;
        }
        if is_plain_id(&event.id) {
            self.since = event.id.into_owned();
        }
        self.messages += 1;
        let message = Zeroizing::new(event.message.into_owned());
        if message.len() > BODY {
            return self.messages < MESSAGES;
        }
        hear(Heard::Body(&message)) && self.messages < MESSAGES
    }
}
