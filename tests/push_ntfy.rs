//! Requests to phones through a real push server: ntfy, where nobody may do anything unless they
//! are somebody.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use keyhatch::config::{Driver, Ntfy as Configured};
use keyhatch::delivery::Pusher;
use keyhatch::delivery::push::{Heard, While};
use keyhatch::domain::outgoing::{Delivery, PushAction, PushRequest};
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use support::ntfy::{ALICE, Ntfy, PHONES};
use support::program::Home;

const TEXT: &str = "Lobby 1: 012345\nコントソ \"x\" {y}";

fn action(label: &str, body: &str) -> PushAction {
    PushAction {
        label: label.to_owned(),
        body: SecretText::copied(body),
    }
}

fn request(reply: &str) -> PushRequest {
    PushRequest {
        id: "p-1".to_owned(),
        topic: "k3v9".to_owned(),
        reply: reply.to_owned(),
        title: "Contoso: größer?".to_owned(),
        text: SecretText::copied(TEXT),
        verify: action("Verify, please", "v-0123"),
        deny: action("Deny; it wasn't me", "d-4567"),
        language: "en".to_owned(),
        created: Timestamp::from_seconds(1_777_777_777),
    }
}

fn open(configured: Configured) -> Pusher {
    Pusher::open(&Driver::Gateway(configured)).unwrap()
}

/// A listener on a thread of its own, until it is dropped.
struct Listening<'a> {
    heard: Receiver<String>,
    stop: &'a AtomicBool,
}

impl Listening<'_> {
    fn next(&self) -> String {
        self.heard.recv_timeout(support::DEADLINE).unwrap()
    }

    /// What is said next, trouble left out.
    fn answer(&self) -> String {
        loop {
            let heard = self.next();
            if !heard.starts_with('!') {
                return heard;
            }
        }
    }
}

impl Drop for Listening<'_> {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn listen<'s>(
    scope: &'s thread::Scope<'s, '_>,
    pusher: &'s Pusher,
    reply: &'static str,
    stop: &'s AtomicBool,
) -> Listening<'s> {
    let (tell, heard) = mpsc::channel();
    scope.spawn(move || {
        let time = While {
            stop,
            until: Instant::now() + support::DEADLINE * 2,
        };
        pusher.listen(reply, &time, &mut |heard| {
            let said = match heard {
                Heard::Body(body) => body.to_owned(),
                Heard::Trouble(cause) => format!("! {cause}"),
                Heard::Answer(answer) => panic!("{answer:?}"),
            };
            tell.send(said).is_ok()
        });
    });
    Listening { heard, stop }
}

fn later(delivery: Delivery, reason: &str) {
    let Delivery::Later(cause) = delivery else {
        panic!("{delivery:?}");
    };
    assert!(cause.contains(reason), "{cause}");
    for secret in ["012345", "v-0123", "tk_", "127.0.0.1", "k3v9", "phones:"] {
        assert!(!cause.contains(secret), "{cause}");
    }
}

#[test]
fn a_request_arrives_and_what_is_pressed_comes_back() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let pusher = open(ntfy.configured());
    let phone = ntfy.phone("sspr-k3v9", ALICE);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let listening = listen(scope, &pusher, "r1", &stop);
        assert_eq!(pusher.send(&request("r1")), Delivery::Accepted);
        let arrived = phone.request(0);
        assert_eq!(arrived["title"], "Contoso: größer?");
        assert_eq!(arrived["message"], TEXT);
        assert_eq!(arrived["priority"], 4);
        let actions = arrived["actions"].as_array().unwrap();
        assert_eq!(actions.len(), 2);
        for (action, clear) in actions.iter().zip([false, true]) {
            assert_eq!(action["url"], format!("{}/resp-r1", ntfy.url()));
            assert_eq!(action["clear"], clear);
        }
        assert_eq!(phone.press(&arrived, "Verify, please"), 200);
        assert_eq!(listening.next(), "v-0123");
        // Pressed again, it is heard again: what counts once is not decided here.
        assert_eq!(phone.press(&arrived, "Verify, please"), 200);
        assert_eq!(listening.next(), "v-0123");
        assert_eq!(phone.press(&arrived, "Deny; it wasn't me"), 200);
        assert_eq!(listening.next(), "d-4567");
    });
    // What was said before anybody listened, or while the one who listened died, is heard.
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let listening = listen(scope, &pusher, "r1", &stop);
        for said in ["v-0123", "v-0123", "d-4567"] {
            assert_eq!(listening.next(), said);
        }
    });
}

#[test]
fn only_the_topic_of_this_request_is_heard() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let pusher = open(ntfy.configured());
    let phone = ntfy.phone("sspr-k3v9", PHONES);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let listening = listen(scope, &pusher, "r1", &stop);
        assert_eq!(phone.say("resp-r2", "v-0123"), 200);
        assert_eq!(phone.say("resp-r1", &"x".repeat(4000)), 200);
        assert_eq!(phone.say("resp-r1", "forged"), 200);
        assert_eq!(listening.next(), "forged");
    });
}

#[test]
fn a_server_that_comes_back_is_listened_to_again() {
    let Some(mut ntfy) = Ntfy::start() else {
        return;
    };
    let pusher = open(ntfy.configured());
    assert_eq!(pusher.send(&request("r1")), Delivery::Accepted);
    let phone = ntfy.phone("sspr-k3v9", ALICE);
    let arrived = phone.request(0);
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let listening = listen(scope, &pusher, "r1", &stop);
        assert_eq!(phone.press(&arrived, "Verify, please"), 200);
        assert_eq!(listening.answer(), "v-0123");
        ntfy.pause();
        let said = listening.next();
        assert!(said.starts_with("! the push server "), "{said}");
        later(pusher.send(&request("r2")), "nothing listens there");
        ntfy.resume().unwrap();
        assert_eq!(phone.press(&arrived, "Deny; it wasn't me"), 200);
        // Not the first one again: it was heard by the connection before.
        assert_eq!(listening.answer(), "d-4567");
    });
}

#[test]
fn a_listener_leaves_when_it_is_told_to_and_when_time_is_over() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let pusher = open(ntfy.configured());
    let told = AtomicBool::new(true);
    let not_told = AtomicBool::new(false);
    let far = Instant::now() + Duration::from_secs(3600);
    let soon = Instant::now() + Duration::from_secs(1);
    for (stop, until) in [(&told, far), (&not_told, soon)] {
        let time = While { stop, until };
        pusher.listen("r1", &time, &mut |heard| panic!("{heard:?}"));
    }
}

#[test]
fn who_may_not_is_refused_and_told_why() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let with_token = |token: &str| {
        let mut configured = ntfy.configured();
        configured.token = ntfy.secret("other", token);
        open(configured)
    };
    let stranger = with_token("tk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    later(stranger.send(&request("r1")), "did not accept our token");
    assert!(stranger.reach().unwrap_err().contains("our token"));
    ntfy.add("idle", "idle", &[]).unwrap();
    let idle = with_token(&ntfy.token_of("idle").unwrap());
    later(idle.send(&request("r1")), "does not let our token write");
    assert!(idle.reach().unwrap_err().contains("read those of answers"));
    assert_eq!(open(ntfy.configured()).reach(), Ok(()));
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let listening = listen(scope, &idle, "r1", &stop);
        let said = listening.next();
        assert!(said.contains("read those of answers"), "{said}");
    });
    // Without what phones sign in with, an action carries nothing, and the server lets nobody in.
    let mut configured = ntfy.configured();
    configured.phone = None;
    assert_eq!(open(configured).send(&request("r1")), Delivery::Accepted);
    let phone = ntfy.phone("sspr-k3v9", ALICE);
    let arrived = phone.request(0);
    assert!(arrived["actions"][0]["headers"].is_null(), "{arrived}");
    assert_eq!(phone.press(&arrived, "Verify, please"), 403);
    // Alice may read and not answer; a stranger may nothing.
    assert_eq!(phone.say("resp-r1", "v-0123"), 403);
    let nobody = ntfy.phone("sspr-k3v9", ["nobody", "x"]);
    assert_eq!(nobody.requests(), Err(401));
}

/// Passes connections on to a port of 127.0.0.1; the port of 127.0.0.2 where it takes them.
fn by_another_name(port: u16) -> u16 {
    let listener = TcpListener::bind(("127.0.0.2", 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for mut near in listener.incoming().flatten() {
            let mut far = TcpStream::connect(("127.0.0.1", port)).unwrap();
            let (mut back, mut forth) = (near.try_clone().unwrap(), far.try_clone().unwrap());
            thread::spawn(move || std::io::copy(&mut near, &mut forth));
            thread::spawn(move || std::io::copy(&mut far, &mut back));
        }
    });
    own
}

#[test]
fn only_whom_we_trust_is_told() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let mut configured = ntfy.configured();
    configured.ca_file = None;
    later(
        open(configured).send(&request("r1")),
        "issuer is not trusted; set ca_file",
    );
    // The same server by a name that its certificate does not have.
    let mut configured = ntfy.configured();
    configured.url = format!("https://127.0.0.2:{}", by_another_name(ntfy.port));
    later(open(configured).send(&request("r1")), "for another name");
    assert_eq!(ntfy.phone("sspr-k3v9", ALICE).requests(), Ok(Vec::new()));
}

#[test]
fn the_doctor_says_whether_answers_can_be_read() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let home = Home::sqlite();
    home.push_by(&ntfy.section());
    let found = || {
        let ran = home.run(&["doctor", "--json"]);
        let all: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let all = all.as_array().unwrap().clone();
        let push = all.into_iter().find(|found| found["check"] == "push");
        push.unwrap()
    };
    let good = found();
    assert_eq!(good["state"], "ok", "{good}");
    ntfy.secret("token", "tk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    let bad = found();
    assert_eq!(bad["state"], "problem", "{bad}");
    assert!(bad["detail"].as_str().unwrap().contains("token_file"));
}

#[test]
fn a_phone_is_told_how_to_listen() {
    let Some(ntfy) = Ntfy::start() else {
        return;
    };
    let subscription = open(ntfy.configured()).subscription(&SecretText::copied("k3v9"));
    assert_eq!(subscription.server, ntfy.url());
    let topic = subscription.topic.expose();
    assert_eq!(topic, "sspr-k3v9");
    let link = format!("ntfy://127.0.0.1:{}/{topic}", ntfy.port);
    assert_eq!(subscription.link.expose(), link);
    let credential = subscription.credential.unwrap();
    let (name, password) = credential.expose().split_once(" / ").unwrap();
    let phone = ntfy.phone(topic, [name, password]);
    assert_eq!(phone.requests(), Ok(Vec::new()));
    // With the longest names that are likely, a picture of version 4 holds the link (78 bytes).
    let link = "ntfy://ntfy.contoso.example/sspr-".len() + 32;
    assert!(link <= 78, "{link}");
}
