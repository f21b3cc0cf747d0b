//! What the push server's answers mean: whether trying again can help, and a cause that may be
//! stored and shown.

use crate::delivery::web::Peer;
use crate::domain::outgoing::Delivery;

/// Who carries requests.
pub(super) const SERVER: Peer = Peer {
    name: "the push server",
    section: "[push]",
};

/// What a status means to a request. Only what speaks about this very request is final.
pub(super) fn answered(status: u16) -> Delivery {
    match status {
        200..=299 => Delivery::Accepted,
        400 | 413 | 422 => Delivery::Never(said(status, "did not accept the request")),
        _ => Delivery::Later(cause(status)),
    }
}

/// Why a status other than success is in the way.
pub(super) fn cause(status: u16) -> String {
    let what = match status {
        300..=399 => "wants to send us elsewhere, where we don't follow; correct url in [push]",
        401 => "did not accept our token; check token_file in [push]",
        403 | 407 => {
            "does not let our token write the topics of phones or read those of answers; give it \
             access there"
        }
        404 | 405 | 410 => "knows no such request; check url in [push]",
        408 | 425 | 429 => "asks us to wait; raise its limits for this host",
        500..=599 => "can't take requests now",
        _ => "answered with what we don't know",
    };
    said(status, what)
}

fn said(status: u16, what: &str) -> String {
    format!("{} {what} (answer {status})", SERVER.name)
}
