//! Text messages through gateways that do everything but what they should.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use keyhatch::config::{Driver, SecretSource, SmsBody, SmsHttp, SmsMethod};
use keyhatch::delivery::Texter;
use keyhatch::domain::outgoing::{Channel, Delivery, Outgoing};
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::gateway::{Asked, Gateway, answer, floods, nonsense, sends_on, silent, talks};
use support::program::{Home, run_with};
use support::secure::Secure;
use tempfile::TempDir;

const SECRET: &str = "p&ss \"wörd\"";
const TEXT: &str = "コントソ: \"123456\" & <5> {to}\u{1f98a}";
const NUMBER: &str = "+14255550111";

fn message() -> Outgoing {
    Outgoing {
        id: "m-1".to_owned(),
        channel: Channel::Sms,
        to: NUMBER.to_owned(),
        subject: String::new(),
        text: SecretText::copied(TEXT),
        language: "ja".to_owned(),
        created: Timestamp::from_seconds(1_777_777_777),
    }
}

/// A configuration with a secret file of its own.
struct Configured {
    sms: SmsHttp,
    _folder: TempDir,
}

impl Configured {
    fn get(url: String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = support::secret_file(folder.path(), "sms.secret", SECRET);
        let sms = SmsHttp {
            method: SmsMethod::Get,
            url,
            headers: BTreeMap::new(),
            body: String::new(),
            kind: SmsBody::Form,
            secret: Some(SecretSource::File(path)),
            success: vec![200, 202],
            ca_file: None,
        };
        Self {
            sms,
            _folder: folder,
        }
    }

    fn post(url: String, kind: SmsBody, body: &str) -> Self {
        let mut configured = Self::get(url);
        configured.sms.method = SmsMethod::Post;
        configured.sms.kind = kind;
        configured.sms.body = body.to_owned();
        configured
    }

    fn send(self) -> Delivery {
        let texter = Texter::open(&Driver::Gateway(self.sms)).unwrap();
        texter.send(&message())
    }
}

fn get(gateway: &Gateway) -> Delivery {
    Configured::get(gateway.url("send?p={secret}&to={to}&text={text}&id={id}")).send()
}

/// A cause that gives nothing away.
fn cause(delivery: Delivery) -> String {
    let (Delivery::Later(cause) | Delivery::Never(cause)) = delivery else {
        panic!("it was accepted");
    };
    for secret in [
        "123456",
        "p&ss",
        "p%26ss",
        "5550111",
        "127.0.0.1",
        "コントソ",
    ] {
        assert!(!cause.contains(secret), "{cause}");
    }
    cause
}

fn later(delivery: Delivery, reason: &str) {
    assert!(matches!(delivery, Delivery::Later(_)), "{delivery:?}");
    let cause = cause(delivery);
    assert!(cause.contains(reason), "{cause}");
}

/// Reads `%41` and the like back.
fn unescaped(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap());
    pairs
        .map(|(name, value)| (name.to_owned(), unescaped(value)))
        .collect()
}

fn only(gateway: &Gateway) -> Asked {
    let mut asked = gateway.asked();
    assert_eq!(asked.len(), 1, "{asked:?}");
    asked.remove(0)
}

#[test]
fn every_value_arrives_as_it_is() {
    let taken = |stream: &mut TcpStream| answer(stream, "202 Accepted");
    let gateway = Gateway::start(taken);
    let mut configured =
        Configured::get(gateway.url("{id}?p={secret}&to={to}&text={text}&coding=2"));
    let headers = [
        ("X-Api-Key", "k {id}"),
        ("Authorization", "Bearer {secret}"),
    ];
    for (name, value) in headers {
        let headers = &mut configured.sms.headers;
        headers.insert(name.to_owned(), value.to_owned());
    }
    assert_eq!(configured.send(), Delivery::Accepted);
    let asked = only(&gateway);
    let target = asked.line.strip_prefix("GET /m-1?").unwrap();
    let query = target.strip_suffix(" HTTP/1.1").unwrap();
    let expected = [
        ("p", SECRET),
        ("to", NUMBER),
        ("text", TEXT),
        ("coding", "2"),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(parameters(query), expected);
    assert_eq!(asked.header("x-api-key"), Some("k m-1"));
    assert_eq!(
        asked.header("authorization"),
        Some("Bearer p&ss \"w%C3%B6rd\"")
    );
    assert_eq!(asked.header("user-agent"), Some("keyhatch"));
    assert_eq!(asked.body, "");

    let form = "p={secret}&to={to}&text={text}";
    assert_eq!(
        Configured::post(gateway.url("form"), SmsBody::Form, form).send(),
        Delivery::Accepted
    );
    let asked = only(&gateway);
    assert_eq!(asked.line, "POST /form HTTP/1.1");
    assert_eq!(parameters(&asked.body)[2].1, TEXT);
    assert_eq!(
        asked.header("content-type"),
        Some("application/x-www-form-urlencoded")
    );
    assert!(asked.header("content-length").is_some());

    let json = "{\"to\":\"{to}\",\"text\":\"{text}\",\"key\":\"{secret}\"}";
    let mut configured = Configured::post(gateway.url("json"), SmsBody::Json, json);
    configured.sms.method = SmsMethod::Put;
    assert_eq!(configured.send(), Delivery::Accepted);
    let asked = only(&gateway);
    assert_eq!(asked.line, "PUT /json HTTP/1.1");
    let read: serde_json::Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(
        read,
        serde_json::json!({ "to": NUMBER, "text": TEXT, "key": SECRET })
    );
    assert_eq!(asked.header("content-type"), Some("application/json"));
}

#[test]
fn the_status_decides() {
    for (status, later) in [
        ("400 Bad Request", false),
        ("401 Unauthorized", true),
        ("402 Payment Required", true),
        ("403 Forbidden", true),
        ("404 Not Found", true),
        ("405 Method Not Allowed", true),
        ("415 Unsupported Media Type", true),
        ("418 I'm a teapot", true),
        ("422 Unprocessable", false),
        ("429 Too Many Requests", true),
        ("500 Oops", true),
        ("503 Unavailable", true),
        ("201 Created", false),
    ] {
        let status: &'static str = status;
        let gateway = Gateway::start(move |stream: &mut TcpStream| answer(stream, status));
        let delivery = get(&gateway);
        assert_eq!(matches!(delivery, Delivery::Later(_)), later, "{status}");
        assert!(cause(delivery).contains(&status[..3]));
        assert_eq!(gateway.asked().len(), 1);
    }
    // What the configuration calls success is success, whatever is said with it.
    let lies = |stream: &mut TcpStream| {
        let body = "error: your message was thrown away";
        write!(
            stream,
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
    };
    assert_eq!(get(&Gateway::start(lies)), Delivery::Accepted);
}

#[test]
fn a_redirect_is_not_followed() {
    let other = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
        let gateway = Gateway::start(sends_on(status, other.port));
        later(get(&gateway), "send us elsewhere");
        let json = "{\"a\":\"{to}{text}\"}";
        let post = Configured::post(gateway.url(""), SmsBody::Json, json);
        later(post.send(), "send us elsewhere");
    }
    assert!(other.asked().is_empty());
}

#[test]
fn no_answer_can_do_harm() {
    // Ten megabytes after the head: what was decided is decided by then.
    let floods = |stream: &mut TcpStream| floods(stream, "202 Accepted");
    assert_eq!(get(&Gateway::start(floods)), Delivery::Accepted);
    // A head without end.
    let talks = |stream: &mut TcpStream| talks(stream, "200 OK");
    later(get(&Gateway::start(talks)), "the SMS gateway");
    later(get(&Gateway::start(nonsense)), "not understood");
    let hangs_up = |_: &mut TcpStream| Ok(());
    later(get(&Gateway::start(hangs_up)), "the SMS gateway");
    let half = |stream: &mut TcpStream| write!(stream, "HTTP/1.1 20");
    later(get(&Gateway::start(half)), "the SMS gateway");
}

#[test]
fn patience_ends() {
    let drips = |stream: &mut TcpStream| {
        for byte in b"HTTP/1.1 200 OK\r\nX-Slow: ".iter().chain(&[b'x'; 4096]) {
            stream.write_all(&[*byte])?;
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    };
    let gateways = [Gateway::start(silent), Gateway::start(drips)];
    std::thread::scope(|scope| {
        for gateway in gateways {
            scope.spawn(move || later(get(&gateway), "no answer in time"));
        }
    });
}

#[test]
fn nothing_there_is_tried_again() {
    let url = format!("http://127.0.0.1:{}/{{to}}{{text}}", support::free_port());
    later(Configured::get(url).send(), "nothing listens there");
}

#[test]
fn only_whom_we_trust_is_told() {
    let Some(secure) = Secure::start() else {
        return;
    };
    let send = |host: &str, ca_file: Option<&Path>| {
        let url = format!("https://{host}:{}/{{to}}?{{text}}", secure.port);
        let mut configured = Configured::get(url);
        configured.sms.ca_file = ca_file.map(PathBuf::from);
        configured.send()
    };
    let ca = Some(secure.ca.as_path());
    assert_eq!(send("localhost", ca), Delivery::Accepted);
    assert_eq!(send("127.0.0.1", ca), Delivery::Accepted);
    later(
        send("localhost", None),
        "issuer is not trusted; set ca_file",
    );
    later(send("127.0.0.2", ca), "for another name");
    // In the clear where TLS is expected, nothing is said.
    let plain = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    let url = format!("https://127.0.0.1:{}/{{to}}{{text}}", plain.port);
    later(Configured::get(url).send(), "the SMS gateway");
    for asked in plain.asked() {
        assert!(!format!("{asked:?}").contains("5550111"));
    }
}

#[test]
fn what_cannot_be_read_is_said_at_the_start() {
    let open = |change: fn(&mut SmsHttp)| {
        let mut configured = Configured::get("https://localhost/{to}{text}".to_owned());
        change(&mut configured.sms);
        let opened = Texter::open(&Driver::Gateway(configured.sms));
        opened.err().unwrap().to_string()
    };
    let said = open(|sms| sms.ca_file = Some("/nowhere/ca.pem".into()));
    assert!(said.contains("/nowhere/ca.pem"), "{said}");
    let said = open(|sms| sms.ca_file = Some("/dev/null".into()));
    assert!(said.contains("no usable certificate"), "{said}");
    let said = open(|sms| sms.secret = Some(SecretSource::File("/nowhere/secret".into())));
    assert!(said.contains("/nowhere/secret"), "{said}");
}

/// A proxy of the environment is none of ours: the request goes where the configuration says.
#[test]
fn the_environment_leads_nowhere_else() {
    let proxy = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    let gateway = Gateway::start(|stream: &mut TcpStream| answer(stream, "202 Accepted"));
    let home = Home::sqlite();
    home.text_through(&gateway.url("?t={text}&to={to}&s={secret}"), "secret");
    let upn = home.add_person("mias").upn;
    home.run(&["user", "edit", &upn, "--mobile", NUMBER]).ok();
    // The old number is told that it is none any more.
    home.run(&["user", "edit", &upn, "--mobile", ""]).ok();
    let mut command = home.command(&["agent", "run", "--once"]);
    for name in ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"] {
        command.env(name, proxy.url(""));
    }
    run_with(&mut command, b"").ok();
    assert_eq!(gateway.asked().len(), 1);
    assert!(proxy.asked().is_empty());
}
