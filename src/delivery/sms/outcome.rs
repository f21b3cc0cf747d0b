//! What an answer or a failure means: whether trying again can help, and a cause that may be stored
//! and shown. The client's own words stay out of it, because they can quote the address of the
//! request, which holds the message.

use std::io::{self, ErrorKind};

use ureq::{Error, Timeout};

use crate::domain::outgoing::Delivery;

/// What a status means. Only what speaks about this very message is final; everything else can be
/// mended here or at the gateway.
pub(super) fn answered(status: u16, success: &[u16]) -> Delivery {
    if success.contains(&status) {
        return Delivery::Accepted;
    }
    let said = |what: &str| format!("the SMS gateway {what} (answer {status})");
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
    let cause = match error {
        Error::HostNotFound => "could not be found by its name; check url in [sms]",
        Error::Timeout(Timeout::Connect | Timeout::Resolve) => {
            "could not be reached (no answer in time)"
        }
        Error::Timeout(_) => "gave no answer in time",
        Error::Io(error) => connection(error),
        Error::Rustls(error) => certificate(error),
        Error::Tls(_) | Error::Pem(_) | Error::TlsRequired => {
            "could not be reached securely (its TLS was not understood)"
        }
        Error::BadUri(_) | Error::Http(_) | Error::RequireHttpsOnly(_) => {
            "has no usable address; check url in [sms]"
        }
        Error::ConnectionFailed => "could not be reached",
        _ => "gave an answer that was not understood",
    };
    Delivery::Later(format!("the SMS gateway {cause}"))
}

/// What became of a connection.
pub(in crate::delivery) fn connection(error: &io::Error) -> &'static str {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    if let Some(tls) = inner {
        return certificate(tls);
    }
    match error.kind() {
        ErrorKind::ConnectionRefused => "could not be reached (nothing listens there)",
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "gave no answer in time",
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::UnexpectedEof => "hung up before it answered",
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => {
            "could not be reached (there is no way to it)"
        }
        _ => "could not be reached (the connection failed)",
    }
}

/// What is wrong with a certificate.
pub(in crate::delivery) fn certificate(error: &rustls::Error) -> &'static str {
    use rustls::CertificateError as C;
    use rustls::Error::InvalidCertificate as Invalid;
    match error {
        Invalid(C::UnknownIssuer) => {
            "could not be reached securely (its certificate's issuer is not trusted; set ca_file)"
        }
        Invalid(C::Expired | C::ExpiredContext { .. }) => {
            "could not be reached securely (its certificate has expired)"
        }
        Invalid(C::NotValidForName | C::NotValidForNameContext { .. }) => {
            "could not be reached securely (its certificate is for another name)"
        }
        Invalid(_) => "could not be reached securely (its certificate is not valid)",
        _ => "could not be reached securely (its TLS was not understood)",
    }
}
