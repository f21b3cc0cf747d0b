//! Telephone calls: the person answers and presses one key. `ari` drives an exchange, `spool` leaves
//! a call in a folder for something else to make, `tray` rings a telephone within this process.
//! Whichever it is, a call has an end within minutes, and nothing it ends with names the number.

mod ari;
mod spool;
mod tray;

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::TrustError;
use crate::config::{Ari as AriConfig, Driver, SecretError};
use crate::domain::call::{Call, CallEnd, CallEvent};

pub use ari::Ari;
pub use spool::VoiceSpool;
pub use tray::{Incoming, VoiceTray};

/// How long a telephone rings.
pub const RING: Duration = Duration::from_secs(30);
/// How long somebody has for the key once the prompt is over.
pub const ANSWER: Duration = Duration::from_secs(30);
/// How often it is asked whether to stop.
const LOOK: Duration = Duration::from_millis(100);

/// What makes telephone calls.
pub enum Caller {
    /// An exchange.
    Ari(Box<Ari>),
    /// A folder.
    Spool(VoiceSpool),
    /// A telephone within this process.
    Tray(VoiceTray),
}

/// Why calls can't be made as configured, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum VoiceError {
    /// The password can't be had.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The additional roots can't be had.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// The address is none.
    #[error("the url of [voice] can't be used; write one like https://pbx.example:8089/ari")]
    Url,
}

impl Caller {
    /// Makes the channel ready: password and certificates are read here, nothing is connected.
    /// `instance` names this process at the exchange and must not be guessed: who takes its name
    /// takes its calls.
    ///
    /// # Errors
    /// The password, the certificates or the address can't be used.
    pub fn open(driver: &Driver<AriConfig>, instance: &str) -> Result<Self, VoiceError> {
        Ok(match driver {
            Driver::Gateway(exchange) => Self::Ari(Box::new(Ari::open(exchange, instance)?)),
            Driver::Spool(folder) => Self::Spool(VoiceSpool::new(folder.clone())),
        })
    }

    /// Makes one call and stays until its end; it blocks. Once `stop` is set the call is hung up.
    pub fn call(
        &self,
        call: &Call,
        stop: &AtomicBool,
        event: &mut dyn FnMut(CallEvent),
    ) -> CallEnd {
        match self {
            Self::Ari(exchange) => exchange.call(call, stop, event),
            Self::Spool(folder) => folder.call(call, stop, event),
            Self::Tray(tray) => tray.call(call, stop, event),
        }
    }
}
