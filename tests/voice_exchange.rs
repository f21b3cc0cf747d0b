//! Calls through exchanges that do everything but what they should.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};
use std::thread;

use keyhatch::config::{Ari, Driver, SecretSource};
use keyhatch::delivery::Caller;
use keyhatch::domain::call::{Call, CallEnd, CallEvent};
use keyhatch::domain::outgoing::Delivery;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::gateway::{Gateway, answer, nonsense, sends_on, silent, talks};
use support::secure::Secure;
use support::wait_for;
use tempfile::TempDir;
use tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tungstenite::{Message, WebSocket};

const PASSWORD: &str = "p&ss:\"wörd\"";
const NUMBER: &str = "+14255550100";
const NAME: &str = "keyhatch-c-1";
const APP: &str = "keyhatch-0123456789abcdef-c-1";

/// What was asked over HTTP so far: the first line and the body.
type Asked = Arc<Mutex<Vec<String>>>;

/// With what it answers a request.
type Status = fn(&str) -> &'static str;
/// What it does with whoever listens.
type Tells = fn(&mut Teller);

/// An exchange within the test. Requests get the status that `status` says; the listener gets what
/// `tells` says.
struct Exchange {
    port: u16,
    asked: Asked,
}

/// The side that tells what happens.
struct Teller {
    socket: WebSocket<TcpStream>,
    asked: Asked,
}

impl Teller {
    fn tell(&mut self, event: &str) {
        let event = event.replace("NAME", NAME);
        // Whoever hangs up first has a reason.
        let _ = self.socket.send(Message::text(event));
    }

    /// Waits for a request that starts so.
    fn wait(&self, start: &str) {
        wait_for(start, || {
            let asked = self.asked.lock().unwrap();
            asked
                .iter()
                .any(|line| line.starts_with(start))
                .then_some(())
        })
        .unwrap();
    }

    /// Rings and is answered.
    fn answers(&mut self) {
        self.wait("POST /ari/channels/");
        self.tell(r#"{"type":"ChannelStateChange","channel":{"id":"NAME","state":"Ringing"}}"#);
        self.tell(r#"{"type":"StasisStart","args":[],"channel":{"id":"NAME","state":"Up"}}"#);
    }

    fn presses(&mut self, key: &str) {
        self.tell(&format!(
            r#"{{"type":"ChannelDtmfReceived","digit":"{key}","channel":{{"id":"NAME","state":"Up"}}}}"#
        ));
    }

    /// Until the other side goes.
    fn stays(&mut self) {
        while self.socket.read().is_ok() {}
    }
}

impl Exchange {
    fn start(status: Status, tells: Tells) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Asked::default();
        let all = asked.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let asked = all.clone();
                thread::spawn(move || serve(stream, &asked, status, tells));
            }
        });
        Self { port, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    fn was_hung_up(&self) -> bool {
        self.asked()
            .contains(&format!("DELETE /ari/channels/{NAME} "))
    }
}

fn serve(stream: TcpStream, asked: &Asked, status: Status, tells: Tells) {
    let mut head = [0; 16];
    let Ok(read) = stream.peek(&mut head) else {
        return;
    };
    if !head[..read].starts_with(b"GET /ari/events") {
        let _ = request(stream, asked, status);
        return;
    }
    #[expect(clippy::result_large_err, reason = "the library's own type")]
    let check = |request: &Request, response: Response| -> Result<Response, ErrorResponse> {
        let login = request.headers().get("authorization").unwrap();
        let expected = format!("keyhatch:{PASSWORD}");
        let encoded = data_encoding::BASE64.encode(expected.as_bytes());
        assert_eq!(login.to_str().unwrap(), format!("Basic {encoded}"));
        assert_eq!(request.uri().query().unwrap(), format!("app={APP}"));
        Ok(response)
    };
    if let Ok(socket) = tungstenite::accept_hdr(stream, check) {
        let asked = asked.clone();
        tells(&mut Teller { socket, asked });
    }
}

fn request(stream: TcpStream, asked: &Asked, status: Status) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?);
    let (mut first, mut length) = (String::new(), 0);
    lines.read_line(&mut first)?;
    loop {
        let mut header = String::new();
        lines.read_line(&mut header)?;
        match header.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse().unwrap();
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    lines.read_exact(&mut body)?;
    let line = first.trim_end().trim_end_matches("HTTP/1.1");
    let line = format!("{line}{}", String::from_utf8(body).unwrap());
    let status = status(&line);
    asked.lock().unwrap().push(line);
    let mut stream = stream;
    match status {
        "silence" => silent(&mut stream),
        status => answer(&mut stream, status),
    }
}

fn fine(_: &str) -> &'static str {
    "200 OK"
}

/// A caller with a password file of its own.
struct Configured {
    caller: Caller,
    _folder: TempDir,
}

fn configured(url: String) -> Configured {
    trusting(url, None)
}

fn trusting(url: String, ca_file: Option<PathBuf>) -> Configured {
    let folder = tempfile::tempdir().unwrap();
    let path = support::secret_file(folder.path(), "ari.secret", PASSWORD);
    let ari = Ari {
        url,
        username: "keyhatch".to_owned(),
        password: SecretSource::File(path),
        endpoint: "PJSIP/carrier/sip:{number}@10.0.0.5".to_owned(),
        prompts: "/var/lib/keyhatch/prompts/".into(),
        ca_file,
    };
    let caller = Caller::open(&Driver::Gateway(ari), "0123456789abcdef").unwrap();
    Configured {
        caller,
        _folder: folder,
    }
}

fn call(to: &str) -> Call {
    Call {
        id: "c-1".to_owned(),
        to: to.to_owned(),
        language: "ja".to_owned(),
        fallback: "de".to_owned(),
        text: SecretText::copied("unused"),
        created: Timestamp::from_seconds(86_400),
    }
}

fn made(exchange: &Exchange, to: &str) -> (CallEnd, Vec<CallEvent>) {
    let configured = configured(format!("http://127.0.0.1:{}/ari", exchange.port));
    let mut events = Vec::new();
    let never = AtomicBool::new(false);
    let end = configured
        .caller
        .call(&call(to), &never, &mut |event| events.push(event));
    (end, events)
}

/// It failed for now, for this reason, and the reason gives nothing away.
fn later(end: CallEnd, reason: &str) {
    let CallEnd::Failed(Delivery::Later(cause)) = end else {
        panic!("{end:?}");
    };
    assert!(cause.contains(reason), "{cause}");
    for secret in [
        PASSWORD,
        "p&ss",
        "5550100",
        "127.0.0.1",
        "10.0.0.5",
        NAME,
        APP,
    ] {
        assert!(!cause.contains(secret), "{cause}");
    }
}

#[test]
fn what_is_asked_of_it() {
    let exchange = Exchange::start(fine, |teller| {
        teller.answers();
        // Before anything was said, and of somebody else's channel: no key of theirs.
        teller.presses("#");
        teller.tell(
            r##"{"type":"ChannelDtmfReceived","digit":"#","channel":{"id":"x","state":"Up"}}"##,
        );
        teller
            .tell(r#"{"type":"ChannelDestroyed","cause":17,"channel":{"id":"x","state":"Down"}}"#);
        teller.wait(&format!("POST /ari/channels/{NAME}/dtmf"));
        // Neither recording can be played, the third can.
        for _ in 0..2 {
            let plays = |asked: &Asked| {
                let asked = asked.lock().unwrap();
                asked.iter().filter(|line| line.contains("/play")).count()
            };
            let before = plays(&teller.asked);
            wait_for("another recording", || {
                (plays(&teller.asked) > before).then_some(())
            })
            .unwrap();
            teller.tell(r#"{"type":"PlaybackFinished","playback":{"id":"p","state":"failed"}}"#);
        }
        teller.wait(&format!(
            "POST /ari/channels/{NAME}/play {{\"media\":\"sound:/var/lib/keyhatch/prompts/en\"}}"
        ));
        teller.presses("5");
        teller.presses("#");
        teller.stays();
    });
    let (end, events) = made(&exchange, &format!("{NUMBER}x123"));
    assert_eq!(end, CallEnd::Approved);
    assert_eq!(events, [CallEvent::Ringing, CallEvent::Answered]);
    let asked = exchange.asked();
    let (line, body) = asked[0].split_once(" {").unwrap();
    assert_eq!(line, format!("POST /ari/channels/{NAME}"));
    let body: serde_json::Value = serde_json::from_str(&format!("{{{body}")).unwrap();
    let expected = serde_json::json!({
        "endpoint": "PJSIP/carrier/sip:+14255550100@10.0.0.5",
        "app": APP,
        "timeout": 30,
        "variables": { "TIMEOUT(absolute)": "180" },
    });
    assert_eq!(body, expected);
    assert!(asked[1].contains("\"dtmf\":\"123\""), "{asked:?}");
    let played: Vec<&str> = asked
        .iter()
        .filter_map(|line| Some(line.split_once("prompts/")?.1))
        .collect();
    assert_eq!(played, ["ja\"}", "de\"}", "en\"}"]);
    assert!(exchange.was_hung_up());
}

#[test]
fn a_number_that_is_none_reaches_nobody() {
    let exchange = Exchange::start(fine, |_| {});
    for to in [
        "",
        "4255550100",
        "+1425555@evil",
        "+14255550100,,9",
        "+14255550100x1;2",
    ] {
        let (end, events) = made(&exchange, to);
        assert!(
            matches!(end, CallEnd::Failed(Delivery::Never(_))),
            "{to}: {end:?}"
        );
        assert!(events.is_empty() && exchange.asked().is_empty());
    }
}

#[test]
fn a_refusal_is_told_apart() {
    let causes: [(Status, &str); 5] = [
        (|_| "401 Unauthorized", "credentials"),
        (|_| "404 Not Found", "check url in [voice]"),
        (|_| "500 Allocation failed", "check endpoint in [voice]"),
        (|_| "503 Unavailable", "makes no calls now"),
        (|_| "302 Found", "send us elsewhere"),
    ];
    for (status, reason) in causes {
        let exchange = Exchange::start(status, Teller::stays);
        later(made(&exchange, NUMBER).0, reason);
        // Whether it was made all the same is not known.
        assert!(exchange.was_hung_up());
    }
    let exchange = Exchange::start(|_| "400 Bad Request", Teller::stays);
    let (end, _) = made(&exchange, NUMBER);
    assert!(
        matches!(end, CallEnd::Failed(Delivery::Never(_))),
        "{end:?}"
    );
}

/// A plain server where a listener is expected: nothing of what it says can do harm.
#[test]
fn who_is_no_exchange_is_found_out() {
    let url = |port: u16| format!("http://127.0.0.1:{port}/ari");
    let tried = |port: u16| {
        let never = AtomicBool::new(false);
        configured(url(port))
            .caller
            .call(&call(NUMBER), &never, &mut |_| {})
    };
    later(tried(support::free_port()), "nothing listens there");
    let other = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    let sends_on = sends_on("307 Temporary", other.port);
    later(tried(Gateway::start(sends_on).port), "send us elsewhere");
    assert!(other.asked().is_empty());
    let refuses = |stream: &mut TcpStream| answer(stream, "401 Unauthorized");
    later(tried(Gateway::start(refuses).port), "credentials");
    let no_socket = |stream: &mut TcpStream| answer(stream, "200 OK");
    later(tried(Gateway::start(no_socket).port), "answer");
    later(tried(Gateway::start(nonsense).port), "not understood");
    let talks = |stream: &mut TcpStream| talks(stream, "101 Switching Protocols");
    later(tried(Gateway::start(talks).port), "the telephone exchange");
    let hangs_up = |_: &mut TcpStream| Ok(());
    later(
        tried(Gateway::start(hangs_up).port),
        "the telephone exchange",
    );
}

#[test]
fn nothing_it_tells_can_do_harm() {
    let tells: [(Tells, &str); 6] = [
        (
            |teller| {
                teller.answers();
                let _ = teller
                    .socket
                    .send(Message::text("x".repeat(10 * 1024 * 1024)));
                teller.stays();
            },
            "more at once than anybody could mean",
        ),
        (
            |teller| {
                teller.answers();
                teller.tell("{\"type\":");
                teller.stays();
            },
            "not understood",
        ),
        (
            |teller| {
                teller.answers();
                teller.tell("[1, 2, 3]");
                teller.stays();
            },
            "not understood",
        ),
        // It dies in the middle of a call.
        (Teller::answers, "the telephone exchange"),
        (
            |teller| {
                teller.answers();
                let _ = teller.socket.close(None);
                teller.stays();
            },
            "broke the connection off",
        ),
        (
            |teller| {
                teller.answers();
                teller.tell(r#"{"type":"ApplicationReplaced","application":"NAME"}"#);
                teller.stays();
            },
            "somebody else",
        ),
    ];
    for (tells, reason) in tells {
        let exchange = Exchange::start(fine, tells);
        later(made(&exchange, NUMBER).0, reason);
        assert!(exchange.was_hung_up(), "{reason}");
    }
}

#[test]
fn how_a_call_ends_before_an_answer() {
    let ends: [(Tells, CallEnd); 4] = [
        (|teller| destroyed(teller, 17), CallEnd::Busy),
        (|teller| destroyed(teller, 19), CallEnd::NoAnswer),
        (|teller| destroyed(teller, 21), CallEnd::HungUp),
        (
            |teller| destroyed(teller, 1),
            CallEnd::Failed(Delivery::Never(
                "the number can't be reached (cause 1)".to_owned(),
            )),
        ),
    ];
    for (tells, end) in ends {
        let exchange = Exchange::start(fine, tells);
        assert_eq!(made(&exchange, NUMBER), (end, vec![]));
        assert!(!exchange.was_hung_up());
    }
}

fn destroyed(teller: &mut Teller, cause: i64) {
    teller.wait("POST /ari/channels/");
    teller.tell(&format!(
        r#"{{"type":"ChannelDestroyed","cause":{cause},"channel":{{"id":"NAME","state":"Down"}}}}"#
    ));
    teller.stays();
}

/// Whoever says nothing, or never stops, is given up in time.
#[test]
fn patience_ends() {
    let slow: [(Status, Tells); 3] = [
        (|_| "silence", Teller::stays),
        (fine, Teller::stays),
        (fine, |teller| {
            teller.wait("POST /ari/channels/");
            let noise = r#"{"type":"ChannelVarset","channel":{"id":"other","state":"Up"}}"#;
            while teller.socket.send(Message::text(noise)).is_ok() {}
        }),
    ];
    thread::scope(|scope| {
        for (at, (status, tells)) in slow.into_iter().enumerate() {
            scope.spawn(move || {
                let exchange = Exchange::start(status, tells);
                let (end, events) = made(&exchange, NUMBER);
                match at {
                    0 => later(end, "no answer in time"),
                    _ => assert_eq!(end, CallEnd::NoAnswer),
                }
                assert!(events.is_empty() && exchange.was_hung_up());
            });
        }
        scope.spawn(|| {
            let silent = Gateway::start(silent);
            let never = AtomicBool::new(false);
            let caller = configured(format!("http://127.0.0.1:{}/ari", silent.port));
            let end = caller.caller.call(&call(NUMBER), &never, &mut |_| {});
            later(end, "no answer in time");
        });
    });
}

#[test]
fn only_whom_we_trust_is_told() {
    let Some(secure) = Secure::start() else {
        return;
    };
    let told = |host: &str, ca: bool| {
        let caller = trusting(
            format!("https://{host}:{}/ari", secure.port),
            ca.then(|| secure.ca.clone()),
        );
        let never = AtomicBool::new(false);
        caller.caller.call(&call(NUMBER), &never, &mut |_| {})
    };
    // It is no exchange, but it was asked.
    later(told("localhost", true), "not understood");
    later(
        told("localhost", false),
        "issuer is not trusted; set ca_file",
    );
    later(told("127.0.0.2", true), "for another name");
    // In the clear where TLS is expected, nothing is said.
    let plain = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    let caller = trusting(format!("https://127.0.0.1:{}/ari", plain.port), None);
    let never = AtomicBool::new(false);
    let end = caller.caller.call(&call(NUMBER), &never, &mut |_| {});
    later(end, "the telephone exchange");
    for asked in plain.asked() {
        assert!(!format!("{asked:?}").contains("ari"));
    }
}
