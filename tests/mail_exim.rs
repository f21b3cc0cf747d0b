//! Mail through a real server, and past one that lies.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};

use keyhatch::config::{Driver, SecretSource, Smtp, Tls};
use keyhatch::delivery::Mailer;
use keyhatch::domain::outgoing::{Channel, Delivery, Outgoing};
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::exim::{Exim, PASSWORD, USER};
use tempfile::TempDir;

/// A configured server with a password file of its own.
struct Account {
    smtp: Smtp,
    folder: TempDir,
}

impl Account {
    fn new(port: u16, tls: Tls, ca_file: Option<&Path>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let smtp = Smtp {
            host: "localhost".to_owned(),
            port,
            tls,
            login: Some((USER.to_owned(), password_file(&folder, PASSWORD))),
            ca_file: ca_file.map(PathBuf::from),
            from: lettre::message::Mailbox::new(
                Some("Contoso Größe".to_owned()),
                "reset@contoso.test".parse().unwrap(),
            ),
        };
        Self { smtp, folder }
    }

    fn starttls(exim: &Exim) -> Self {
        Self::new(exim.port, Tls::Starttls, Some(&exim.certificates.ca))
    }

    fn send(self, message: &Outgoing) -> Delivery {
        let mailer = Mailer::open(&Driver::Gateway(self.smtp)).unwrap();
        mailer.send(message)
    }
}

fn password_file(folder: &TempDir, password: &str) -> SecretSource {
    SecretSource::File(support::secret_file(folder.path(), "mail.secret", password))
}

fn message(id: &str, to: &str, language: &str, subject: &str, text: &str) -> Outgoing {
    Outgoing {
        id: id.to_owned(),
        channel: Channel::Mail,
        to: to.to_owned(),
        subject: subject.to_owned(),
        text: SecretText::copied(text),
        language: language.to_owned(),
        created: Timestamp::from_seconds(1_777_777_777),
    }
}

fn hello(to: &str) -> Outgoing {
    message("m-1", to, "en", "Your code", "The code is 271828.\n")
}

/// It may work later, and the reason gives nothing away.
fn later(delivery: Delivery, reason: &str) {
    let Delivery::Later(cause) = delivery else {
        panic!("expected a retry, got {delivery:?}");
    };
    discreet(&cause, reason);
}

fn discreet(cause: &str, reason: &str) {
    assert!(cause.contains(reason), "{cause}");
    for secret in ["271828", PASSWORD, "mia", "home.test", USER] {
        assert!(!cause.contains(secret), "{cause}");
    }
}

#[test]
fn arrives_intact_by_starttls_and_by_implicit_tls() {
    let Some(exim) = Exim::start() else { return };
    let cases = [
        (
            exim.port,
            Tls::Starttls,
            "de",
            "Ihr Prüfcode für die Zurücksetzung des Kennworts bei Contoso – größer als eine Zeile",
            "Guten Tag Jürgen,\n\n.\n..\nIhr Code lautet 271828.\nFrom hier an: äöüß €\n",
        ),
        (
            exim.implicit_port,
            Tls::Implicit,
            "ja",
            "パスワードのリセットに使う確認コードをお知らせします（コントソ株式会社）",
            "こんにちは。\n\n確認コードは 271828 です。\n心当たりがない場合は、管理者に連絡してください。🦊\n",
        ),
        (
            exim.port,
            Tls::Starttls,
            "en",
            "Your code",
            "The code is 271828.\n",
        ),
    ];
    for (port, tls, language, subject, text) in cases {
        let id = format!("m-{language}");
        let to = format!("mia.{language}@home.test");
        let account = Account::new(port, tls, Some(&exim.certificates.ca));
        let sent = account.send(&message(&id, &to, language, subject, text));
        assert_eq!(sent, Delivery::Accepted, "{language}");
        let mail = Mail::read(&exim.mail_for(&to));
        assert_eq!(mail.header("Subject"), subject);
        assert_eq!(mail.header("From"), "Contoso Größe <reset@contoso.test>");
        assert_eq!(mail.header("To"), to);
        assert_eq!(mail.header("Content-Language"), language);
        assert_eq!(mail.header("Auto-Submitted"), "auto-generated");
        assert_eq!(mail.header("Message-ID"), format!("<{id}@contoso.test>"));
        assert_eq!(mail.header("Date"), "Sun, 03 May 2026 03:09:37 +0000");
        assert_eq!(mail.body, text);
    }
}

#[test]
fn a_refused_recipient_is_final_and_a_deferred_one_is_not() {
    let Some(exim) = Exim::start() else { return };
    let Delivery::Never(cause) = Account::starttls(&exim).send(&hello("reject@home.test")) else {
        panic!("not refused");
    };
    discreet(&cause, "did not accept the recipient (reply 550)");
    let deferred = Account::starttls(&exim).send(&hello("tempfail@home.test"));
    later(deferred, "did not accept the recipient (reply 451)");
    assert!(exim.mails().is_empty());
}

#[test]
fn what_can_be_mended_here_is_tried_again() {
    let Some(exim) = Exim::start() else { return };
    let mut wrong = Account::starttls(&exim);
    wrong.smtp.login = Some((USER.to_owned(), password_file(&wrong.folder, "wrong")));
    later(
        wrong.send(&hello("mia@home.test")),
        "did not accept the login (reply 535)",
    );

    let mut nobody = Account::starttls(&exim);
    nobody.smtp.login = None;
    later(
        nobody.send(&hello("mia@home.test")),
        "did not accept the sender (reply 550)",
    );

    let folder = tempfile::tempdir().unwrap();
    let other = support::certificates::make(&folder.path().join("other")).unwrap();
    for (port, tls) in [
        (exim.port, Tls::Starttls),
        (exim.implicit_port, Tls::Implicit),
    ] {
        let unknown = Account::new(port, tls, None).send(&hello("mia@home.test"));
        later(
            unknown,
            "could not be secured (its certificate's issuer is not trusted",
        );
        let wrong = Account::new(port, tls, Some(&other.ca)).send(&hello("mia@home.test"));
        later(wrong, "could not be secured (its certificate");
    }

    let mut misnamed = Account::starttls(&exim);
    misnamed.smtp.host = "127.0.0.2".to_owned();
    assert!(matches!(
        misnamed.send(&hello("mia@home.test")),
        Delivery::Later(_)
    ));

    // TLS from the first byte where the server waits for a greeting in the clear, and none where
    // it insists.
    let crossed = Account::new(exim.port, Tls::Implicit, Some(&exim.certificates.ca));
    assert!(matches!(
        crossed.send(&hello("mia@home.test")),
        Delivery::Later(_)
    ));
    let mut bare = Account::new(exim.port, Tls::None, None);
    bare.smtp.login = None;
    later(
        bare.send(&hello("mia@home.test")),
        "did not accept the sender",
    );
    assert!(exim.mails().is_empty());
}

#[test]
fn nothing_listening_is_tried_again() {
    let account = Account::new(support::free_port(), Tls::Starttls, None);
    later(
        account.send(&hello("mia@home.test")),
        "could not be reached (nothing listens there)",
    );
}

#[test]
fn an_impossible_destination_never_reaches_a_server() {
    for to in [
        "mia@home.test\r\nRCPT TO:<evil@home.test>",
        "a@b.test, c@d.test",
        "nobody",
    ] {
        let account = Account::new(support::free_port(), Tls::Starttls, None);
        assert!(
            matches!(account.send(&hello(to)), Delivery::Never(_)),
            "{to:?}"
        );
    }
}

/// A server in the middle that strips or fakes STARTTLS gets neither login nor mail.
#[test]
fn a_downgrade_is_impossible() {
    for (name, starttls, capabilities) in [
        ("not offered", "502 no", "250-liar\r\n250 AUTH PLAIN LOGIN"),
        (
            "refused for now",
            "454 later",
            "250-liar\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
        ),
        (
            "refused",
            "502 no",
            "250-liar\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
        ),
        (
            "granted, not done",
            "220 go",
            "250-liar\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
        ),
    ] {
        let (port, liar) = liar(starttls, capabilities);
        let account = Account::new(port, Tls::Starttls, None);
        later(
            account.send(&hello("mia@home.test")),
            "could not be secured",
        );
        let heard = liar.join().unwrap();
        for word in ["AUTH", "MAIL", "RCPT", "DATA", "271828"] {
            assert!(!heard.contains(word), "{name}: {heard:?}");
        }
    }
}

/// Answers one connection in the clear and returns what it heard.
fn liar(starttls: &'static str, capabilities: &'static str) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let thread = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap());
        let mut heard = String::new();
        let mut answer = "220 liar".to_owned();
        loop {
            if write!(stream, "{answer}\r\n").is_err() {
                return heard;
            }
            let mut line = Vec::new();
            if lines.read_until(b'\n', &mut line).unwrap_or(0) == 0 {
                return heard;
            }
            let line = String::from_utf8_lossy(&line).into_owned();
            heard.push_str(&line);
            answer = match line.split_whitespace().next() {
                Some("EHLO") => capabilities.to_owned(),
                Some("STARTTLS") => starttls.to_owned(),
                Some("QUIT") => return heard,
                _ => "250 of course".to_owned(),
            };
        }
    });
    (port, thread)
}

/// A mail as its reader sees it.
struct Mail {
    headers: Vec<(String, String)>,
    body: String,
}

impl Mail {
    fn read(raw: &str) -> Self {
        let (head, body) = raw.split_once("\n\n").unwrap();
        let unfolded = head.replace("\n ", " ").replace("\n\t", " ");
        let headers: Vec<_> = unfolded
            .lines()
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_lowercase(), words(value)))
            .collect();
        let mut mail = Self {
            headers,
            body: String::new(),
        };
        mail.body = match mail.header("Content-Transfer-Encoding") {
            "base64" => utf8(base64(&body.replace('\n', ""))),
            "quoted-printable" => utf8(quoted(&body.replace("=\n", ""), '=')),
            _ => body.to_owned(),
        }
        .replace("\r\n", "\n");
        mail
    }

    fn header(&self, name: &str) -> &str {
        let name = name.to_lowercase();
        let mut found = self.headers.iter().filter(|(key, _)| *key == name);
        let value = found.next().unwrap_or_else(|| panic!("no {name}"));
        assert!(found.next().is_none(), "{name} twice");
        &value.1
    }
}

/// Encoded words (RFC 2047) decoded; the space between two of them is none.
fn words(value: &str) -> String {
    let mut out = String::new();
    let mut after_encoded = true;
    for word in value.split(' ').filter(|word| !word.is_empty()) {
        let parts: Vec<_> = word.split('?').collect();
        let encoded = parts.len() == 5 && parts[0].ends_with('=') && parts[4].starts_with('=');
        if !(out.is_empty() || encoded && after_encoded) {
            out.push(' ');
        }
        if encoded {
            let bytes = match parts[2] {
                "b" | "B" => base64(parts[3]),
                _ => quoted(&parts[3].replace('_', " "), '='),
            };
            out.push_str(&utf8(bytes));
        } else {
            out.push_str(word);
        }
        after_encoded = encoded;
    }
    out
}

fn base64(text: &str) -> Vec<u8> {
    data_encoding::BASE64.decode(text.as_bytes()).unwrap()
}

fn quoted(text: &str, mark: char) -> Vec<u8> {
    let mut parts = text.split(mark);
    let mut out = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        out.push(u8::from_str_radix(&part[..2], 16).unwrap());
        out.extend_from_slice(&part.as_bytes()[2..]);
    }
    out
}

fn utf8(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}
