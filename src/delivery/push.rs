//! Requests to phones and the answers that come back. Sending one is like sending a message;
//! listening lasts until somebody has answered or nobody may any more. What an answer is worth is
//! not decided here: whoever listens hands it to the service, which knows what it must be.

mod lines;
mod ntfy;
mod outcome;
mod spooled;
mod stream;
mod tray;

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use self::ntfy::NtfyServer;
pub use self::tray::{PushTray, TrayRequest};
use super::Spool;
use super::trust::TrustError;
use crate::config::{Driver, Ntfy, SecretError};
use crate::domain::enrolment::Subscription;
use crate::domain::outgoing::{Answer, Delivery, PushRequest};
use crate::domain::secret::SecretText;

/// How soon a listener that waits notices that it may go.
const SLICE: Duration = Duration::from_millis(100);

/// What carries requests to phones.
pub enum Pusher {
    /// An ntfy server.
    Ntfy(Box<NtfyServer>),
    /// A folder.
    Spool(Spool),
    /// A tray within this process.
    Tray(PushTray),
}

/// Why a push server can't be used as configured, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum PushError {
    /// One of its secrets can't be had.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The additional roots can't be had.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// A secret has signs that can't be sent.
    #[error("the token of [push] can't be sent; check token_file")]
    Token,
}

/// What a listener hears.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard<'a> {
    /// Somebody said this by the reply topic: who, is for the service to find out.
    Body(&'a str),
    /// The same by a way that only its owner has.
    Answer(Answer),
    /// Nothing can be heard at the moment, and why; it goes on trying.
    Trouble(&'a str),
}

/// How long a listener stays.
pub struct While<'a> {
    /// Raised when nobody waits for the answer any more.
    pub stop: &'a AtomicBool,
    /// When the request has ended.
    pub until: Instant,
}

impl While<'_> {
    fn is_over(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || Instant::now() >= self.until
    }

    /// Rests, but not beyond its end; whether it is to go on.
    fn rest(&self, time: Duration) -> bool {
        let end = Instant::now() + time;
        while !self.is_over() {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return true;
            }
            thread::sleep(left.min(SLICE));
        }
        false
    }
}

impl Pusher {
    /// Makes the channel ready: secrets and certificates are read here, nothing is connected.
    ///
    /// # Errors
    /// A secret or the certificates can't be read.
    pub fn open(driver: &Driver<Ntfy>) -> Result<Self, PushError> {
        Ok(match driver {
            Driver::Gateway(ntfy) => Self::open_server(ntfy)?,
            Driver::Spool(folder) => Self::Spool(Spool::new(folder.clone())),
        })
    }

    /// The same for a server.
    ///
    /// # Errors
    /// A secret or the certificates can't be read.
    pub fn open_server(ntfy: &Ntfy) -> Result<Self, PushError> {
        Ok(Self::Ntfy(Box::new(NtfyServer::open(ntfy)?)))
    }

    /// Hands one request over.
    pub fn send(&self, request: &PushRequest) -> Delivery {
        if ![&request.topic, &request.reply].into_iter().all(is_name) {
            return Delivery::Never("the request has no usable topic".to_owned());
        }
        match self {
            Self::Ntfy(server) => server.send(request),
            Self::Spool(folder) => folder.send_request(request),
            Self::Tray(tray) => tray.send(request),
        }
    }

    /// Listens for answers by a reply topic until `hear` says that it has heard enough (`false`) or
    /// the time is over.
    ///
    /// Everything said there since the request was made is heard, also what was said before anybody
    /// listened; after a connection was lost, some of it perhaps once more.
    pub fn listen(&self, reply: &str, time: &While<'_>, hear: &mut dyn FnMut(Heard<'_>) -> bool) {
        if !is_name(reply) {
            return;
        }
        match self {
            Self::Ntfy(server) => server.listen(reply, time, hear),
            Self::Spool(folder) => folder.listen(reply, time, hear),
            Self::Tray(tray) => tray.listen(reply, time, hear),
        }
    }

    /// Whether what carries requests can be reached and lets us read answers; else why not.
    ///
    /// # Errors
    /// It can't; the sentence says why.
    pub fn reach(&self) -> Result<(), String> {
        match self {
            Self::Ntfy(server) => server.reach(),
            Self::Spool(_) | Self::Tray(_) => Ok(()),
        }
    }

    /// How a phone is made to listen to this topic. Whoever empties a folder or a tray knows the
    /// phone, so that there the topic is all there is to tell.
    pub fn subscription(&self, topic: &SecretText) -> Subscription {
        match self {
            Self::Ntfy(server) => server.subscription(topic),
            Self::Spool(_) | Self::Tray(_) => Subscription {
                link: SecretText::copied(topic.expose()),
                server: "ntfy".to_owned(),
                topic: SecretText::copied(topic.expose()),
                credential: None,
            },
        }
    }
}

/// Whether it can be a part of a topic, a URL and a file's name as it is.
fn is_name(name: impl AsRef<str>) -> bool {
    // Of the 64 letters that a topic of ntfy has, up to 32 are the prefix.
    super::is_plain_id(name.as_ref()) && name.as_ref().len() <= 32
}
