//! What an answer or a failure of the exchange means, in words that may be stored and shown. Its own
//! words stay out of them, because they can quote the number or the password.

use std::io;

use tungstenite::Error as Socket;
use ureq::{Error, Timeout};

use crate::delivery::web::{certificate, connection};
use crate::domain::call::CallEnd;
use crate::domain::outgoing::Delivery;

/// It may work later, always: nothing but the number is about this very call.
pub(super) fn later(what: &str) -> Delivery {
    Delivery::Later(format!("the telephone exchange {what}"))
}

/// What a status means that is no success.
pub(super) fn refused(status: u16) -> Delivery {
    let said = |what: &str| format!("the telephone exchange {what} (answer {status})");
    match status {
        300..=399 => Delivery::Later(said(
            "wants to send us elsewhere, where we don't follow; correct url in [voice]",
        )),
        400 | 422 => Delivery::Never(said("did not accept the call; check endpoint in [voice]")),
        401 | 403 | 407 => Delivery::Later(said(
            "did not accept our credentials; check username and password_file in [voice]",
        )),
        404 | 405 | 410 => Delivery::Later(said(
            "knows no such request; check url in [voice] and that ari.conf has enabled=yes",
        )),
        500 => Delivery::Later(said("could not dial; check endpoint in [voice]")),
        501..=599 => Delivery::Later(said("makes no calls now")),
        _ => Delivery::Later(said("answered with what we don't know")),
    }
}

/// What a request that got no answer means.
pub(super) fn unanswered(error: &Error) -> Delivery {
    later(match error {
        Error::HostNotFound => "could not be found by its name; check url in [voice]",
        Error::Timeout(Timeout::Connect | Timeout::Resolve) => {
            "could not be reached (no answer in time)"
        }
        Error::Timeout(_) => "gave no answer in time",
        Error::Io(error) => connection(error),
        Error::Rustls(error) => certificate(error),
        Error::ConnectionFailed => "could not be reached",
        _ => "gave an answer that was not understood",
    })
}

/// What became of a connection that could not be made.
pub(super) fn unreachable(error: &io::Error) -> Delivery {
    later(connection(error))
}

/// What became of the connection that events come over.
pub(super) fn deaf(error: &Socket) -> Delivery {
    match error {
        Socket::Http(answer) => refused(answer.status().as_u16()),
        Socket::Io(error) => later(connection(error)),
        Socket::ConnectionClosed | Socket::AlreadyClosed => later("broke the connection off"),
        Socket::Capacity(_) => later("said more at once than anybody could mean"),
        _ => later("gave an answer that was not understood"),
    }
}

/// How a call ended that was over before anybody answered, by the cause the exchange gives (ITU-T
/// Q.850).
pub(super) fn before_answer(cause: i64) -> CallEnd {
    let never = |what: &str| CallEnd::Failed(Delivery::Never(format!("{what} (cause {cause})")));
    match cause {
        17 => CallEnd::Busy,
        // What a time-out of our own ends with, too.
        0 | 16 | 18..=20 | 127 => CallEnd::NoAnswer,
        21 => CallEnd::HungUp,
        1 | 2 | 3 | 22 | 28 => never("the number can't be reached"),
        _ => CallEnd::Failed(Delivery::Later(format!(
            "the call did not get through (cause {cause})"
        ))),
    }
}
