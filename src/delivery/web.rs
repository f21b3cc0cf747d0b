//! What the gateways that speak HTTP share: a client that goes where the configuration says and
//! nowhere else, the roots it trusts, and what a request that got no answer means.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

use ureq::tls::TlsConfig;
use ureq::{Agent, Error, Timeout};

use super::trust::{self, TrustError};

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(10);
/// The most bytes of an answer's head.
const HEAD: usize = 16 * 1024;

/// Who is asked, as people and their configuration call it.
pub(super) struct Peer {
    /// Its name at the start of a sentence.
    pub name: &'static str,
    /// The section of the configuration that describes it.
    pub section: &'static str,
}

/// How long an answer may take.
#[derive(Clone, Copy)]
pub(super) enum Patience {
    /// All of it, also where it comes byte by byte.
    Whole(Duration),
    /// Each wait for the next piece: for an answer that goes on for as long as somebody listens.
    Piece(Duration),
}

/// How the other side is trusted.
pub(super) struct Trust(Option<TlsConfig>);

/// How the other side of this address is trusted: without TLS only where the address has none, which
/// the configuration allows on this host alone.
///
/// # Errors
/// The additional roots can't be had.
pub(super) fn trust(url: &str, ca_file: Option<&Path>) -> Result<Trust, TrustError> {
    Ok(Trust(match url.starts_with("https://") {
        true => Some(trust::client(trust::roots(ca_file)?)),
        false => None,
    }))
}

/// A client that trusts so.
pub(super) fn client(trust: &Trust, patience: Patience) -> Agent {
    let mut config = Agent::config_builder()
        .https_only(trust.0.is_some())
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent("keyhatch")
        .max_response_header_size(HEAD)
        .max_idle_connections(0)
        .timeout_connect(Some(CONNECT));
    config = match patience {
        Patience::Whole(time) => config.timeout_global(Some(time)),
        Patience::Piece(time) => config.timeout_per_read(Some(time)),
    };
    if let Some(tls) = &trust.0 {
        config = config.tls_config(tls.clone());
    }
    config.build().new_agent()
}

/// Why a request got no answer, as it may be stored and shown. The client's own words stay out of
/// it, because they can quote the address of the request, which may hold the message.
pub(super) fn failed(peer: &Peer, error: &Error) -> String {
    let cause = match error {
        Error::HostNotFound => "could not be found by its name; check url in",
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
            "has no usable address; check url in"
        }
        Error::ConnectionFailed => "could not be reached",
        _ => "gave an answer that was not understood",
    };
    match cause.ends_with(" in") {
        true => format!("{} {cause} {}", peer.name, peer.section),
        false => format!("{} {cause}", peer.name),
    }
}

/// The same for a connection that broke while its answer was read.
pub(super) fn broken(peer: &Peer, error: &io::Error) -> String {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    match inner {
        Some(error) => failed(peer, error),
        None => format!("{} {}", peer.name, connection(error)),
    }
}

/// Whether nothing came within one wait for more, and reading may go on.
pub(super) fn is_quiet(error: &io::Error) -> bool {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    matches!(inner, Some(Error::Timeout(Timeout::PerRead)))
        || error.kind() == ErrorKind::Interrupted
}

pub(super) fn connection(error: &io::Error) -> &'static str {
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

pub(super) fn certificate(error: &rustls::Error) -> &'static str {
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
