//! What an answer or a failure means: whether trying again can help, and a cause that may be stored
//! and shown.

use ureq::Error;

use crate::delivery::web::{self, Peer};
use crate::domain::outgoing::Delivery;

/// Who takes text messages.
const GATEWAY: Peer = Peer {
    name: "the SMS gateway",
    section: "[sms]",
};

/// What a status means. Only what speaks about this very message is final; everything else can be
/// mended here or at the gateway.
pub(super) fn answered(status: u16, success: &[u16]) -> Delivery {
    if success.contains(&status) {
        return Delivery::Accepted;
    }
    let said = |what: &str| format!("{} {what} (answer {status})", GATEWAY.name);
    match status {
        // It may well have been sent: once more would be one too many.
        200..=299 => Delivery::Never(said(
            "answered with what `success` in [sms] does not list; add it if it means that the message was taken",
        )),
        300..=399 => Delivery::Later(said(
            "wants to send us elsewhere, where we don't follow; correct url in [sms]",
        )),
        400 | 413 | 414 | 422 => Delivery::Never(said("did not accept the message or the number")),
        401 | 403 | 407 => Delivery::Later(said(
            "did not accept our credentials; check the secret in [sms]",
        )),
        402 => Delivery::Later(said("wants to be paid first")),
        404 | 405 | 410 => {
            Delivery::Later(said("knows no such request; check url and method in [sms]"))
        }
        406 | 415 => Delivery::Later(said(
            "does not know this kind of body; check headers and body in [sms]",
        )),
        408 | 425 | 429 => Delivery::Later(said("asks us to wait")),
        500..=599 => Delivery::Later(said("can't take messages now")),
        _ => Delivery::Later(said("answered with what we don't know")),
    }
}

/// What a request that got no answer means: it may work later, always.
pub(super) fn failed(error: &Error) -> Delivery {
    Delivery::Later(web::failed(&GATEWAY, error))
}
