//! Servers that do everything but what they should, behind a kiosk: whatever becomes of a request, a
//! call or a message, the next key is heard, other methods serve, and the outbox says why.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

use serde_json::Value;

use crate::NEW_PASSWORD;
use crate::calls::Follows;
use crate::support::gateway::{Gateway, answer};
use crate::support::journey::{begin, pass_app, pass_mail};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::Home;
use crate::support::pty::Pty;
use crate::support::wait_for;

const NUMBER: &str = "+14255550111";
const SECRET: &str = "s3cret";

type Behaviour = fn(&mut TcpStream) -> std::io::Result<()>;

fn refuses(stream: &mut TcpStream) -> std::io::Result<()> {
    answer(stream, "403 Forbidden")
}

fn fails(stream: &mut TcpStream) -> std::io::Result<()> {
    answer(stream, "503 Service Unavailable")
}

fn sends_on(stream: &mut TcpStream) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 307 Temporary\r\nLocation: http://127.0.0.2:9/\r\nContent-Length: 0\r\n\r\n"
    )
}

fn talks_nonsense(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\r\n\r\n")
}

fn floods(stream: &mut TcpStream) -> std::io::Result<()> {
    write!(
        stream,
        "HTTP/1.1 500 Oops\r\nContent-Length: 10485760\r\n\r\n"
    )?;
    stream.write_all(&vec![b'x'; 10_485_760])
}

fn says_nothing(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.read(&mut [0]).map(drop)
}

/// Each with whether it is found out while the person waits.
const SERVERS: [(Behaviour, bool); 6] = [
    (refuses, true),
    (fails, true),
    (sends_on, true),
    (talks_nonsense, true),
    (floods, true),
    (says_nothing, false),
];

/// What is sent, how the host is told to send it, and how somebody asks for it.
#[derive(Clone, Copy)]
struct Kind {
    channel: &'static str,
    configure: fn(&Home, &Gateway),
    asks: fn(&mut Pty),
    /// Where it is said why it was not sent: what was found out.
    found_out: fn(&Home, &mut Pty, &'static str) -> String,
}

/// The outbox says why.
fn in_the_outbox(home: &Home, _: &mut Pty, channel: &'static str) -> String {
    let cause = || {
        let cause = items(home, channel).first()?["last_error"].clone();
        cause.as_str().map(str::to_owned)
    };
    wait_for("why it was not sent", cause).unwrap()
}

/// The person is told at once; the log of the kiosk says why.
fn on_the_screen(_: &Home, pty: &mut Pty, _: &'static str) -> String {
    pty.see("The call could not be made.");
    pty.words()
}

const PUSH: Kind = Kind {
    channel: "push",
    configure: |home, server| {
        let token = crate::support::secret_file(&home.path(""), "token", SECRET);
        home.push_by(&format!(
            "[push]\ndriver = \"ntfy\"\nurl = \"http://127.0.0.1:{}\"\ntoken_file = \"{}\"\n\
             topic_prefix = \"sspr-\"\nreply_prefix = \"resp-\"\n",
            server.port,
            token.display()
        ));
    },
    asks: |pty| pty.choose(EN.ask, EN.asked),
    found_out: in_the_outbox,
};

const VOICE: Kind = Kind {
    channel: "voice",
    configure: |home, server| {
        let prompts = Path::new("/prompts");
        home.call_through(&server.url("ari"), "PJSIP/{number}@trunk", prompts, SECRET);
    },
    asks: |pty| {
        pty.choose("Call my mobile phone", EN.number);
        pty.answer(NUMBER, EN.step_1);
    },
    found_out: on_the_screen,
};

const SMS: Kind = Kind {
    channel: "sms",
    configure: |home, server| {
        let url = server.url("send?to={to}&text={text}&secret={secret}");
        home.text_through(&url, SECRET);
    },
    asks: |pty| {
        pty.choose(EN.phone, EN.number);
        pty.answer(NUMBER, EN.texted);
    },
    found_out: in_the_outbox,
};

fn items(home: &Home, channel: &str) -> Vec<Value> {
    let list = home.json(&["outbox", "list"]);
    let mut items = list.as_array().unwrap().clone();
    items.retain(|item| item["channel"] == channel);
    items
}

fn behind_a_kiosk(kind: Kind) {
    for (behaviour, found_out) in SERVERS {
        let server = Gateway::start(behaviour);
        let home = Home::sqlite();
        let methods = "methods.enabled=email,app_code,app_notification,mobile_phone";
        home.run(&["policy", "set", methods]).ok();
        let mia = home.add_person("mias");
        home.run(&["user", "edit", &mia.upn, "--mobile", NUMBER])
            .ok();
        home.add_app(&mia.upn, "mias");
        (kind.configure)(&home, &server);
        let mut pty = Pty::start(&home, &["kiosk"]);
        begin(&mut pty, &EN, &mia.upn, EN.step_1);
        (kind.asks)(&mut pty);
        if found_out {
            let cause = (kind.found_out)(&home, &mut pty, kind.channel);
            for secret in [SECRET, NUMBER, "127.0.0.1", "xxxx"] {
                assert!(!cause.contains(secret), "{cause}");
            }
        }
        // The next key is heard.
        pty.press("\x1b", EN.step_1, |pty| pty.words().contains(EN.mail));
        pass_mail(&mut pty, &EN, &mia, &home.spool(), EN.step_2);
        pass_app(&mut pty, &EN, &mia, EN.new_password);
        pty.set_password(NEW_PASSWORD, EN.done);
        assert!(home.accepts(&mia.upn, NEW_PASSWORD));
        // What was asked for is over with the journey, and is sent by nobody any more.
        let all = items(&home, kind.channel);
        assert_eq!(all.len(), 1, "{all:?}");
        let over = ["cancelled", "failed", "delivered", "expired"];
        assert!(
            over.iter().any(|state| all[0]["state"] == *state),
            "{all:?}"
        );
        home.verify();
    }
}

#[test]
fn of_requests() {
    behind_a_kiosk(PUSH);
}

#[test]
fn of_calls() {
    behind_a_kiosk(VOICE);
}

#[test]
fn of_messages() {
    behind_a_kiosk(SMS);
}

/// The log says why a call could not be made, without a word of its number or the login.
#[test]
fn the_log_says_why_of_a_call() {
    let server = Gateway::start(refuses as Behaviour);
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    home.run(&["user", "edit", &mia.upn, "--mobile", NUMBER])
        .ok();
    (VOICE.configure)(&home, &server);
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    kiosk.choose("Call my mobile phone", EN.number);
    kiosk.answer(NUMBER, EN.step_1);
    kiosk.follow("The call could not be made.");
    let log = kiosk.plain.stderr();
    let line = log
        .lines()
        .find(|line| line.contains("a call could not be made"));
    let line = line.unwrap_or_else(|| panic!("{log}"));
    assert!(line.contains("403"), "{line}");
    assert!(!log.contains(SECRET) && !log.contains("5550111"), "{log}");
}

/// A server that can't now is asked again; whoever asks for another one has one that is good.
#[test]
fn another_one_takes_the_place_of_what_waits() {
    let server = Gateway::start(fails as Behaviour);
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    home.run(&["user", "edit", &mia.upn, "--mobile", NUMBER])
        .ok();
    (SMS.configure)(&home, &server);
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    (SMS.asks)(&mut pty);
    let first = server.next();
    pty.press("\t\t\r", "another code", |pty| {
        pty.words().contains("A new code is on its way")
    });
    let states = || {
        let mut states: Vec<String> = items(&home, "sms")
            .iter()
            .map(|item| item["state"].as_str().unwrap().to_owned())
            .collect();
        states.sort();
        (states.len() == 2).then_some(states)
    };
    assert_eq!(
        wait_for("two messages", states).unwrap(),
        ["cancelled", "waiting"]
    );
    // From here on the first is not sent again.
    let second = loop {
        let line = server.next();
        if line != first {
            break line;
        }
    };
    for item in items(&home, "sms") {
        home.run(&["outbox", "retry", &item["id"].to_string()]);
    }
    home.run(&["agent", "run", "--once"]);
    let later: Vec<String> = server.asked().into_iter().map(|asked| asked.line).collect();
    assert!(later.iter().all(|line| *line == second), "{later:?}");
}
