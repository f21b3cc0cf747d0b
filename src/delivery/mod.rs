//! The channels, as pure adapters: one rendered message in, what became of it out. They have no
//! clock, no queue and no memory; trying again is the agent's decision, so every failure says
//! whether that can help. Calls block: the agent makes them on a thread of its own.
//!
//! May use `domain` and the types of `config`. What must stay true: a result names no address, no
//! part of a message and no secret, because it is stored and shown; nothing from a message can
//! become a header, a command or a path.

pub mod mail;
pub mod push;
pub mod sms;
pub mod spool;
pub mod tray;
mod trust;
pub mod voice;
mod web;

use crate::config::{Driver, SmsHttp, Smtp};
use crate::domain::outgoing::{Delivery, Outgoing};

pub use mail::{MailError, SmtpMailer};
pub use push::{PushError, Pusher};
pub use sms::{SmsError, SmsGateway};
pub use spool::Spool;
pub use trust::TrustError;
pub use voice::{Caller, VoiceError};

/// What carries mail away.
pub enum Mailer {
    /// A mail server.
    Smtp(Box<SmtpMailer>),
    /// A folder.
    Spool(Spool),
    /// A tray within this process.
    Tray(tray::Tray),
}

impl Mailer {
    /// Makes the channel ready: password and certificates are read here, nothing is connected.
    ///
    /// # Errors
    /// The password or the certificates can't be read.
    pub fn open(driver: &Driver<Smtp>) -> Result<Self, MailError> {
        Ok(match driver {
            Driver::Gateway(smtp) => Self::Smtp(Box::new(SmtpMailer::open(smtp)?)),
            Driver::Spool(folder) => Self::Spool(Spool::new(folder.clone())),
        })
    }

    /// Hands one message over.
    pub fn send(&self, message: &Outgoing) -> Delivery {
        match self {
            Self::Smtp(server) => server.send(message),
            Self::Spool(folder) => folder.send(message),
            Self::Tray(tray) => tray.send(message),
        }
    }
}

/// What carries text messages away.
pub enum Texter {
    /// An HTTP gateway.
    Gateway(Box<SmsGateway>),
    /// A folder.
    Spool(Spool),
    /// A tray within this process.
    Tray(tray::Tray),
}

impl Texter {
    /// Makes the channel ready: secret and certificates are read here, nothing is connected.
    ///
    /// # Errors
    /// The secret or the certificates can't be read.
    pub fn open(driver: &Driver<SmsHttp>) -> Result<Self, SmsError> {
        Ok(match driver {
            Driver::Gateway(gateway) => Self::Gateway(Box::new(SmsGateway::open(gateway)?)),
            Driver::Spool(folder) => Self::Spool(Spool::new(folder.clone())),
        })
    }

    /// Hands one message over.
    pub fn send(&self, message: &Outgoing) -> Delivery {
        match self {
            Self::Gateway(gateway) => gateway.send(message),
            Self::Spool(folder) => folder.send(message),
            Self::Tray(tray) => tray.send(message),
        }
    }
}

/// Whether an id can be part of a file's name, a Message-ID and a URL as it is.
fn is_plain_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
