//! What a failure at a step means: whether trying again can help, and a cause that may be stored
//! and shown. The server's own words stay out of it, because servers quote addresses and text;
//! its reply codes say enough.

use std::error::Error as _;
use std::io::{self, ErrorKind};

use lettre::transport::smtp::Error;

use crate::domain::outgoing::Delivery;

/// How far a conversation got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Connect,
    Secure,
    LogIn,
    Sender,
    International,
    Recipient,
    Content,
}

/// The step that failed and what is known about it.
#[derive(Debug)]
pub(super) struct Failure {
    step: Step,
    code: Option<u16>,
    detail: Option<String>,
}

impl Failure {
    pub(super) const fn new(step: Step) -> Self {
        Self {
            step,
            code: None,
            detail: None,
        }
    }

    pub(super) fn smtp(step: Step, error: &Error) -> Self {
        let code = error
            .status()
            .and_then(|code| code.to_string().parse::<u16>().ok());
        if let Some(code) = code {
            let words = error.source().map(ToString::to_string).unwrap_or_default();
            let detail = match enhanced_status(&words) {
                Some(status) => format!("reply {code} {status}"),
                None => format!("reply {code}"),
            };
            return Self {
                step,
                code: Some(code),
                detail: Some(detail),
            };
        }
        if let Some(cause) = tls_cause(error) {
            // With TLS from the first byte, a refused certificate shows while connecting.
            let step = if step == Step::Connect {
                Step::Secure
            } else {
                step
            };
            return Self {
                step,
                code: None,
                detail: Some(cause.to_owned()),
            };
        }
        let detail = match step {
            Step::Secure if error.is_client() => Some("it does not offer STARTTLS".to_owned()),
            Step::LogIn if error.is_client() => {
                Some("it offers neither PLAIN nor LOGIN".to_owned())
            }
            _ => io_cause(error).map(str::to_owned),
        };
        Self {
            step,
            code: None,
            detail,
        }
    }

    pub(super) fn delivery(&self) -> Delivery {
        let said = match self.step {
            Step::Connect => "the mail server could not be reached",
            Step::Secure => "the connection to the mail server could not be secured",
            Step::LogIn => "the mail server did not accept the login",
            Step::Sender => "the mail server did not accept the sender",
            Step::International => "the mail server takes no addresses beyond ASCII",
            Step::Recipient => "the mail server did not accept the recipient",
            Step::Content => "the mail server did not accept the message",
        };
        let cause = match &self.detail {
            Some(detail) => format!("{said} ({detail})"),
            None => said.to_owned(),
        };
        if self.is_final() {
            Delivery::Never(cause)
        } else {
            Delivery::Later(cause)
        }
    }

    /// Only a refusal of this recipient or this message is final. Whatever came before speaks
    /// about the server or our configuration, and both can be mended; so can a missing login.
    fn is_final(&self) -> bool {
        match (self.step, self.code) {
            (Step::International, _) => true,
            (Step::Recipient | Step::Content, Some(530 | 534 | 535 | 538)) => false,
            (Step::Recipient | Step::Content, Some(code)) => code >= 500,
            _ => false,
        }
    }
}

/// An enhanced status code (RFC 3463) at the start of a reply, like `5.1.1`.
fn enhanced_status(words: &str) -> Option<&str> {
    let first = words.split_whitespace().next()?;
    let mut numbers = first.split('.');
    let number =
        |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let three = numbers.by_ref().take(3).filter(|text| number(text)).count() == 3;
    (three && numbers.next().is_none()).then_some(first)
}

fn causes<'a>(error: &'a Error) -> impl Iterator<Item = &'a (dyn std::error::Error + 'static)> {
    std::iter::successors(
        error.source(),
        |cause: &&'a (dyn std::error::Error + 'static)| (*cause).source(),
    )
}

/// What was wrong with the server's certificate or its TLS.
fn tls_cause(error: &Error) -> Option<&'static str> {
    let tls = causes(error).find_map(|cause| {
        let inner = cause
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref);
        cause
            .downcast_ref::<rustls::Error>()
            .or_else(|| inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()))
    })?;
    use rustls::CertificateError as C;
    Some(match tls {
        rustls::Error::InvalidCertificate(C::UnknownIssuer) => {
            "its certificate's issuer is not trusted; set ca_file"
        }
        rustls::Error::InvalidCertificate(C::Expired | C::ExpiredContext { .. }) => {
            "its certificate has expired"
        }
        rustls::Error::InvalidCertificate(
            C::NotValidForName | C::NotValidForNameContext { .. },
        ) => "its certificate is for another name",
        rustls::Error::InvalidCertificate(_) => "its certificate is not valid",
        _ => "its TLS was not understood",
    })
}

fn io_cause(error: &Error) -> Option<&'static str> {
    let kind = causes(error)
        .find_map(|cause| cause.downcast_ref::<io::Error>())?
        .kind();
    Some(match kind {
        ErrorKind::ConnectionRefused => "nothing listens there",
        ErrorKind::TimedOut | ErrorKind::WouldBlock => "no answer in time",
        ErrorKind::ConnectionReset | ErrorKind::BrokenPipe | ErrorKind::UnexpectedEof => {
            "it hung up"
        }
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable => "there is no way to it",
        _ => "the connection failed",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refused_recipient_or_message_is_final() {
        use Step::{Connect, Content, International, LogIn, Recipient, Secure, Sender};
        for (step, code, never) in [
            (Connect, None, false),
            (Connect, Some(421), false),
            (Connect, Some(554), false),
            (Secure, None, false),
            (Secure, Some(502), false),
            (LogIn, None, false),
            (LogIn, Some(454), false),
            (LogIn, Some(535), false),
            (Sender, Some(451), false),
            (Sender, Some(530), false),
            (Sender, Some(550), false),
            (International, None, true),
            (Recipient, None, false),
            (Recipient, Some(421), false),
            (Recipient, Some(450), false),
            (Recipient, Some(530), false),
            (Recipient, Some(535), false),
            (Recipient, Some(550), true),
            (Recipient, Some(553), true),
            (Content, None, false),
            (Content, Some(452), false),
            (Content, Some(552), true),
            (Content, Some(554), true),
        ] {
            let failure = Failure {
                step,
                code,
                detail: None,
            };
            let is_never = matches!(failure.delivery(), Delivery::Never(_));
            assert_eq!(is_never, never, "{step:?} {code:?}");
        }
    }

    #[test]
    fn of_the_servers_words_only_the_status_is_kept() {
        for (words, status) in [
            ("5.1.1 no such user mia@home.example", Some("5.1.1")),
            ("4.7.12 later", Some("4.7.12")),
            ("no such user", None),
            ("5.1", None),
            ("5.1.1.1 x", None),
            ("5.1111.1", None),
            ("5.a.1", None),
            ("123456 is your code", None),
            ("", None),
        ] {
            assert_eq!(enhanced_status(words), status, "{words}");
        }
    }
}
