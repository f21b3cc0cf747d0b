//! Mail by SMTP: built by typed headers only, sent step by step, so that the step that failed
//! decides whether trying again can help.

mod compose;
mod outcome;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

use self::compose::Letter;
use self::outcome::{Failure, Step};
use crate::config::{SecretError, Smtp, Tls};
use crate::domain::outgoing::{Delivery, Outgoing};
use crate::domain::secret::SecretText;

/// The longest wait for one reply of the server.
const PATIENCE: Duration = Duration::from_secs(20);

/// Tried in this order; LOGIN is old but some servers know nothing else.
const MECHANISMS: [Mechanism; 2] = [Mechanism::Plain, Mechanism::Login];

/// A mail server, ready to be talked to.
pub struct SmtpMailer {
    host: String,
    port: u16,
    security: Security,
    login: Option<(String, SecretText)>,
    from: Mailbox,
}

enum Security {
    Upgraded(TlsParameters),
    Implicit(TlsParameters),
    None,
}

/// Why a mail server can't be used as configured, with the mend.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Its password can't be had.
    #[error(transparent)]
    Password(#[from] SecretError),
    /// The additional roots can't be had.
    #[error("the ca_file {} can't be read ({source}); check its path and permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's word for it.
        source: io::Error,
    },
    /// The additional roots are none.
    #[error("the ca_file {} holds no usable certificate; write PEM certificates into it", .0.display())]
    NoCertificate(PathBuf),
    /// The server's name is none.
    #[error("no secure connection to {host} can be prepared; check host in [mail]")]
    Host {
        /// The server.
        host: String,
    },
}

impl SmtpMailer {
    /// Reads password and roots; connects to nothing.
    ///
    /// # Errors
    /// One of them can't be read.
    pub fn open(config: &Smtp) -> Result<Self, MailError> {
        let security = match config.tls {
            Tls::Starttls => Security::Upgraded(parameters(config)?),
            Tls::Implicit => Security::Implicit(parameters(config)?),
            Tls::None => Security::None,
        };
        let login = match &config.login {
            Some((name, password)) => Some((name.clone(), password.read()?)),
            None => None,
        };
        Ok(Self {
            host: config.host.clone(),
            port: config.port,
            security,
            login,
            from: config.from.clone(),
        })
    }

    /// Hands one message to the server.
    pub fn send(&self, message: &Outgoing) -> Delivery {
        let letter = match Letter::compose(&self.from, message) {
            Ok(letter) => letter,
            Err(cause) => return Delivery::Never(cause.to_owned()),
        };
        match self.talk(&letter) {
            Ok(()) => Delivery::Accepted,
            Err(failure) => failure.delivery(),
        }
    }

    /// Whether the server can be reached, secured and logged in to within `patience` a reply; else
    /// why not.
    ///
    /// # Errors
    /// It can't; the sentence says at which step.
    pub fn reach(&self, patience: Duration) -> Result<(), String> {
        let answered = self.connect(patience).map(|mut server| {
            let answers = server.test_connected();
            drop(server.command(Quit));
            answers
        });
        match answered {
            Ok(true) => Ok(()),
            Ok(false) => Err("the mail server closed the connection".to_owned()),
            Err(failure) => match failure.delivery() {
                Delivery::Later(cause) | Delivery::Never(cause) => Err(cause),
                Delivery::Accepted => Ok(()),
            },
        }
    }

    fn talk(&self, letter: &Letter) -> Result<(), Failure> {
        let mut server = self.connect(PATIENCE)?;
        let told = hand_over(&mut server, letter);
        match told {
            // It has taken responsibility; how it takes leave changes nothing.
            Ok(()) => drop(server.command(Quit)),
            Err(_) => server.abort(),
        }
        told
    }

    fn connect(&self, patience: Duration) -> Result<SmtpConnection, Failure> {
        let us = ClientId::default();
        let implicit = match &self.security {
            Security::Implicit(parameters) => Some(parameters),
            Security::Upgraded(_) | Security::None => None,
        };
        let address = (self.host.as_str(), self.port);
        let mut server = SmtpConnection::connect(address, Some(patience), &us, implicit, None)
            .map_err(|error| Failure::smtp(Step::Connect, &error))?;
        if let Security::Upgraded(parameters) = &self.security {
            // Fails, before anything else was said, if the server doesn't offer it.
            server
                .starttls(parameters, &us)
                .map_err(|error| Failure::smtp(Step::Secure, &error))?;
        }
        if !matches!(self.security, Security::None) && !server.is_encrypted() {
            server.abort();
            return Err(Failure::new(Step::Secure));
        }
        if let Some((name, password)) = &self.login {
            let login = Credentials::new(name.clone(), password.expose().to_owned());
            if let Err(error) = server.auth(&MECHANISMS, &login) {
                server.abort();
                return Err(Failure::smtp(Step::LogIn, &error));
            }
        }
        Ok(server)
    }
}

fn hand_over(server: &mut SmtpConnection, letter: &Letter) -> Result<(), Failure> {
    let mut options = Vec::new();
    if letter.is_international() {
        if !server
            .server_info()
            .supports_feature(Extension::SmtpUtfEight)
        {
            return Err(Failure::new(Step::International));
        }
        options.push(MailParameter::SmtpUtfEight);
    }
    let step = |step| move |error| Failure::smtp(step, &error);
    server
        .command(Mail::new(Some(letter.from.clone()), options))
        .map_err(step(Step::Sender))?;
    server
        .command(Rcpt::new(letter.to.clone(), Vec::new()))
        .map_err(step(Step::Recipient))?;
    server.command(Data).map_err(step(Step::Content))?;
    // The end of the content is written as a line break and a dot: without this, every mail that
    // ends its last line would arrive with one more.
    let content = letter
        .content
        .strip_suffix(b"\r\n")
        .unwrap_or(&letter.content);
    server.message(content).map_err(step(Step::Content))?;
    Ok(())
}

fn parameters(config: &Smtp) -> Result<TlsParameters, MailError> {
    let mut builder = TlsParameters::builder(config.host.clone());
    if let Some(path) = &config.ca_file {
        let pem = fs::read(path).map_err(|source| MailError::Unreadable {
            path: path.clone(),
            source,
        })?;
        let none = || MailError::NoCertificate(path.clone());
        // Parses to an empty list when there is no certificate in it.
        if !pem.windows(11).any(|window| window == b"CERTIFICATE") {
            return Err(none());
        }
        builder = builder.add_root_certificate(Certificate::from_pem(&pem).map_err(|_| none())?);
    }
    builder.build_rustls().map_err(|_| match &config.ca_file {
        Some(path) => MailError::NoCertificate(path.clone()),
        None => MailError::Host {
            host: config.host.clone(),
        },
    })
}
