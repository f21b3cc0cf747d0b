//! Requests to phones through servers that do everything but what they should.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use keyhatch::config::{Driver, Ntfy, SecretSource};
use keyhatch::delivery::Pusher;
use keyhatch::delivery::push::{Heard, While};
use keyhatch::domain::outgoing::{Answer, Delivery, PushAction, PushRequest};
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::gateway::{Gateway, answer, floods, nonsense, sends_on, silent, talks};
use tempfile::TempDir;

const SECRETS: [&str; 6] = ["012345", "v-0123", "t0ken", "ph0nes", "127.0.0.1", "k3v9"];

fn request() -> PushRequest {
    let action = |label: &str, body: &str| PushAction {
        label: label.to_owned(),
        body: SecretText::copied(body),
    };
    PushRequest {
        id: "p-1".to_owned(),
        topic: "k3v9".to_owned(),
        reply: "r1".to_owned(),
        title: "Contoso".to_owned(),
        text: SecretText::copied("012345"),
        verify: action("Verify", "v-0123"),
        deny: action("Deny", "d-4567"),
        language: "en".to_owned(),
        created: Timestamp::from_seconds(1_777_777_777),
    }
}

/// A channel with secret files of its own.
struct Configured {
    pusher: Pusher,
    _folder: TempDir,
}

impl Configured {
    fn new(url: String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let secret = |name: &str, text: &str| {
            SecretSource::File(support::secret_file(folder.path(), name, text))
        };
        let ntfy = Ntfy {
            url: url.trim_end_matches('/').to_owned(),
            token: secret("token", "t0ken"),
            phone: Some(("p".to_owned(), secret("phones", "ph0nes"))),
            topic_prefix: "sspr-".to_owned(),
            reply_prefix: "resp-".to_owned(),
            ca_file: None,
        };
        Self {
            pusher: Pusher::open(&Driver::Gateway(ntfy)).unwrap(),
            _folder: folder,
        }
    }

    fn at(gateway: &Gateway) -> Self {
        Self::new(gateway.url(""))
    }

    fn send(&self) -> Delivery {
        self.pusher.send(&request())
    }

    /// What is heard until this many things were heard.
    fn hear(&self, count: usize) -> Vec<String> {
        hear(&self.pusher, count)
    }
}

fn hear(pusher: &Pusher, count: usize) -> Vec<String> {
    let mut said = Vec::new();
    let time = While {
        stop: &AtomicBool::new(false),
        until: Instant::now() + support::DEADLINE,
    };
    pusher.listen("r1", &time, &mut |heard| {
        said.push(match heard {
            Heard::Body(body) => body.to_owned(),
            Heard::Answer(answer) => format!("{answer:?}"),
            Heard::Trouble(cause) => {
                for secret in SECRETS {
                    assert!(!cause.contains(secret), "{cause}");
                }
                format!("! {cause}")
            }
        });
        said.len() < count
    });
    said
}

fn later(delivery: Delivery, reason: &str) {
    let Delivery::Later(cause) = delivery else {
        panic!("{delivery:?}");
    };
    assert!(cause.contains(reason), "{cause}");
    for secret in SECRETS {
        assert!(!cause.contains(secret), "{cause}");
    }
}

fn trouble(gateway: &Gateway, reason: &str) {
    let said = Configured::at(gateway).hear(1);
    assert!(
        said[0].starts_with("! ") && said[0].contains(reason),
        "{said:?}"
    );
}

/// The head of a stream without an end.
fn stream(stream: &mut TcpStream) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n"
    )
}

fn line(event: &str, id: &str, topic: &str, message: &str) -> String {
    let line = serde_json::json!({
        "id": id, "time": 1, "event": event, "topic": topic, "message": message,
    });
    format!("{line}\n")
}

#[test]
fn what_is_published_is_what_the_app_understands() {
    let gateway = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    assert_eq!(Configured::at(&gateway).send(), Delivery::Accepted);
    let asked = gateway.asked().remove(0);
    assert_eq!(asked.line, "POST / HTTP/1.1");
    assert_eq!(asked.header("authorization"), Some("Bearer t0ken"));
    let read: serde_json::Value = serde_json::from_str(&asked.body).unwrap();
    let action = |label: &str, body: &str, clear: bool| {
        serde_json::json!({
            "action": "http",
            "label": label,
            "url": gateway.url("resp-r1"),
            "method": "POST",
            "body": body,
            // "p:ph0nes" in Base64.
            "headers": { "Authorization": "Basic cDpwaDBuZXM=" },
            "clear": clear,
        })
    };
    let expected = serde_json::json!({
        "topic": "sspr-k3v9",
        "title": "Contoso",
        "message": "012345",
        "priority": 4,
        "actions": [action("Verify", "v-0123", false), action("Deny", "d-4567", true)],
    });
    assert_eq!(read, expected);
}

#[test]
fn the_status_decides() {
    for (status, is_later) in [
        ("400 Bad Request", false),
        ("401 Unauthorized", true),
        ("403 Forbidden", true),
        ("404 Not Found", true),
        ("413 Too Large", false),
        ("418 I'm a teapot", true),
        ("429 Too Many Requests", true),
        ("500 Oops", true),
        ("503 Unavailable", true),
        ("507 Full", true),
    ] {
        let status: &'static str = status;
        let gateway = Gateway::start(move |stream: &mut TcpStream| answer(stream, status));
        match Configured::at(&gateway).send() {
            Delivery::Never(cause) => assert!(!is_later && cause.contains(&status[..3]), "{cause}"),
            sent => {
                assert!(is_later, "{status}");
                later(sent, &status[..3]);
            }
        }
        assert_eq!(gateway.asked().len(), 1);
        trouble(&gateway, &status[..3]);
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let other = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
        let gateway = Gateway::start(sends_on(status, other.port));
        later(Configured::at(&gateway).send(), "send us elsewhere");
        trouble(&gateway, "send us elsewhere");
    }
    assert!(other.asked().is_empty());
}

#[test]
fn no_answer_to_a_request_can_do_harm() {
    let floods = |stream: &mut TcpStream| floods(stream, "200 OK");
    assert_eq!(
        Configured::at(&Gateway::start(floods)).send(),
        Delivery::Accepted
    );
    let talks = |stream: &mut TcpStream| talks(stream, "200 OK");
    let hangs_up = |_: &mut TcpStream| Ok(());
    for gateway in [
        Gateway::start(talks),
        Gateway::start(nonsense),
        Gateway::start(hangs_up),
    ] {
        later(Configured::at(&gateway).send(), "the push server");
        trouble(&gateway, "the push server");
    }
}

#[test]
fn patience_ends() {
    let gateway = Gateway::start(silent);
    later(Configured::at(&gateway).send(), "no answer in time");
    trouble(&gateway, "no answer in time");
    let url = format!("http://127.0.0.1:{}", support::free_port());
    later(Configured::new(url.clone()).send(), "nothing listens there");
    let said = Configured::new(url).hear(2);
    assert_eq!(said.len(), 2, "it went on trying: {said:?}");
}

#[test]
fn of_all_that_a_server_may_say_only_messages_of_the_topic_are_heard() {
    let lies = |out: &mut TcpStream| {
        stream(out)?;
        out.write_all(b"no json at all\n\n{\n[]\nnull\n{\"event\":\"message\"}\n\xff\xfe\n")?;
        out.write_all(line("open", "a", "resp-r1", "").as_bytes())?;
        out.write_all(line("keepalive", "b", "resp-r1", "v-0123").as_bytes())?;
        out.write_all(line("message", "c", "resp-r2", "v-0123").as_bytes())?;
        out.write_all(line("message", "d", "resp-r1", &"y".repeat(257)).as_bytes())?;
        // A line of ten megabytes is one too many to be looked at, and the last of this stream.
        let head = b"{\"id\":\"e\",\"event\":\"message\",\"topic\":\"resp-r1\",\"message\":\"";
        out.write_all(line("message", "f", "resp-r1", "heard").as_bytes())?;
        out.write_all(head)?;
        out.write_all(&vec![b'x'; 10_485_760])?;
        out.write_all(b"\"}\n")
    };
    let gateway = Gateway::start(lies);
    let said = Configured::at(&gateway).hear(3);
    assert_eq!(said[..2], ["heard", "! the push server said too much"]);
    // What was heard last is where it goes on.
    let asked = gateway.asked();
    assert_eq!(asked[0].line, "GET /resp-r1/json?since=all HTTP/1.1");
    assert_eq!(asked[0].header("authorization"), Some("Bearer t0ken"));
    assert_eq!(asked[1].line, "GET /resp-r1/json?since=f HTTP/1.1");
}

#[test]
fn a_server_that_never_stops_talking_is_heard_out_no_longer() {
    let chatters = |out: &mut TcpStream| {
        stream(out)?;
        loop {
            out.write_all(line("message", "a b/../c", "resp-r1", "guess").as_bytes())?;
        }
    };
    let gateway = Gateway::start(chatters);
    let said = Configured::at(&gateway).hear(1000);
    assert_eq!(said, vec!["guess"; 100]);
    assert_eq!(
        gateway.asked()[0].line,
        "GET /resp-r1/json?since=all HTTP/1.1"
    );
}

#[test]
fn what_comes_in_pieces_is_put_together() {
    let drips = |out: &mut TcpStream| {
        stream(out)?;
        for byte in line("message", "a", "resp-r1", "slow").bytes() {
            out.write_all(&[byte])?;
            out.flush()?;
        }
        // Quiet for longer than one wait lasts, and then there is more.
        std::thread::sleep(Duration::from_millis(2500));
        out.write_all(line("message", "b", "resp-r1", "and more").as_bytes())?;
        out.read(&mut [0]).map(drop)
    };
    let gateway = Gateway::start(drips);
    assert_eq!(Configured::at(&gateway).hear(2), ["slow", "and more"]);
}

#[test]
fn a_folder_can_carry_requests_and_bring_answers() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("push");
    let pusher = Pusher::open(&Driver::Spool(folder.clone())).unwrap();
    assert_eq!(pusher.send(&request()), Delivery::Accepted);
    let text = fs::read_to_string(folder.join("p-1.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let reply = json["reply"].as_str().unwrap().to_owned();
    let expected = serde_json::json!({
        "id": "p-1",
        "channel": "push",
        "to": "k3v9",
        "subject": "Contoso",
        "text": "012345",
        "html": null,
        "language": "en",
        "created": "2026-05-03T03:09:37Z",
        "reply": reply,
    });
    assert_eq!(json, expected);
    for (word, answer) in [("verify\n", Answer::Verify), ("deny", Answer::Deny)] {
        fs::write(&reply, word).unwrap();
        assert_eq!(hear(&pusher, 1), [format!("{answer:?}")]);
    }
    // Anything else is no answer, not even a folder of that name.
    let nothing = || {
        let time = While {
            stop: &AtomicBool::new(false),
            until: Instant::now() + Duration::from_millis(300),
        };
        pusher.listen("r1", &time, &mut |heard| panic!("{heard:?}"));
    };
    fs::write(&reply, "verify ".repeat(100)).unwrap();
    nothing();
    fs::remove_file(&reply).unwrap();
    fs::create_dir(Path::new(&reply)).unwrap();
    nothing();
}

#[test]
fn a_name_is_never_a_path() {
    let gateway = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    let configured = Configured::at(&gateway);
    for name in ["", "../x", "a/b", "a?b", "a,b", "é", &"x".repeat(33)] {
        let mut odd = request();
        odd.reply = name.to_owned();
        assert!(matches!(configured.pusher.send(&odd), Delivery::Never(_)));
        let mut odd = request();
        odd.topic = name.to_owned();
        assert!(matches!(configured.pusher.send(&odd), Delivery::Never(_)));
        let time = While {
            stop: &AtomicBool::new(false),
            until: Instant::now() + support::DEADLINE,
        };
        let hear = &mut |heard: Heard<'_>| panic!("{heard:?}");
        configured.pusher.listen(name, &time, hear);
    }
    assert!(gateway.asked().is_empty());
}
