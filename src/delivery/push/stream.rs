//! The answers by a topic of an ntfy server, read as a stream of JSON lines for as long as somebody
//! listens; a lost connection is made again.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use serde::Deserialize;
use ureq::http::Request;
use zeroize::Zeroizing;

use super::lines::{Lines, Next};
use super::ntfy::NtfyServer;
use super::outcome::{self, SERVER};
use super::{Heard, While};
use crate::delivery::is_plain_id;
use crate::delivery::web;

/// How long a stream may be silent: the server says every 45 s that it is there.
const SILENCE: Duration = Duration::from_secs(100);
/// The waits before a lost connection is made again: the first, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(10));
/// The most bytes of one stream: an hour of signs of life is 10 KiB.
const STREAM: u64 = 1024 * 1024;
/// The longest answer there is.
const BODY: usize = 256;
/// The most messages that are handed on: who says more to a topic that nobody can guess does not
/// want to be heard.
const MESSAGES: usize = 100;

/// One line of a stream, as far as it matters.
#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    event: Cow<'a, str>,
    #[serde(borrow)]
    topic: Cow<'a, str>,
    #[serde(borrow, default)]
    message: Cow<'a, str>,
}

impl NtfyServer {
    pub(super) fn listen(
        &self,
        reply: &str,
        time: &While<'_>,
        hear: &mut dyn FnMut(Heard<'_>) -> bool,
    ) {
        let mut ear = Ear {
            topic: format!("{}{reply}", self.reply_prefix),
            since: "all".to_owned(),
            messages: 0,
            connected: false,
        };
        let (first, longest) = PAUSES;
        let mut pause = first;
        while !time.is_over() {
            ear.connected = false;
            match self.hear_once(&mut ear, time, hear) {
                Ended::Enough => return,
                Ended::Lost(cause) => {
                    if time.is_over() || !hear(Heard::Trouble(&cause)) {
                        return;
                    }
                }
            }
            if ear.connected {
                pause = first;
            }
            if !time.rest(pause) {
                return;
            }
            pause = (pause * 2).min(longest);
        }
    }

    /// Listens by one connection until it is lost.
    fn hear_once(
        &self,
        ear: &mut Ear,
        time: &While<'_>,
        hear: &mut dyn FnMut(Heard<'_>) -> bool,
    ) -> Ended {
        // The topic is of one request alone, so all that was ever said there may be the answer.
        let url = format!("{}/{}/json?since={}", self.url, ear.topic, ear.since);
        let head = Request::get(url).header("authorization", self.authorization());
        let Ok(asked) = head.body(()) else {
            return Ended::Enough;
        };
        let answer = match self.stream.run(asked) {
            Ok(answer) => answer,
            Err(error) => return Ended::Lost(web::failed(&SERVER, &error)),
        };
        let status = answer.status().as_u16();
        if status != 200 {
            return Ended::Lost(outcome::cause(status));
        }
        let mut lines = Lines::new(answer.into_body().into_reader());
        let mut last = Instant::now();
        let mut enough = false;
        loop {
            let next = lines.next(|line| {
                enough = !ear.take(line, hear);
                !enough
            });
            if enough || time.is_over() {
                return Ended::Enough;
            }
            match next {
                Ok(Next::More) => last = Instant::now(),
                Ok(Next::Quiet) if last.elapsed() < SILENCE => {}
                Ok(Next::Quiet) => return lost("said nothing for too long"),
                Ok(Next::End) => return lost("ended the connection"),
                Err(error) => return Ended::Lost(web::broken(&SERVER, &error)),
            }
            if lines.read() > STREAM {
                return lost("said too much");
            }
        }
    }
}

/// How one connection ended.
enum Ended {
    /// There is nothing more to listen for.
    Enough,
    /// It broke, or was never made.
    Lost(String),
}

fn lost(what: &str) -> Ended {
    Ended::Lost(format!("{} {what}", SERVER.name))
}

/// What is remembered from one connection to the next.
struct Ear {
    topic: String,
    /// What was heard last, so that it is not heard again.
    since: String,
    messages: usize,
    connected: bool,
}

impl Ear {
    /// Takes one line; whether to go on listening. What is no message of this topic is no answer.
    fn take(&mut self, line: &[u8], hear: &mut dyn FnMut(Heard<'_>) -> bool) -> bool {
        let Ok(event) = serde_json::from_slice::<Event<'_>>(line) else {
            return true;
        };
        if event.topic != self.topic.as_str() {
            return true;
        }
        self.connected = true;
        if event.event != "message" {
            return true;
        }
        if is_plain_id(&event.id) {
            self.since = event.id.into_owned();
        }
        self.messages += 1;
        let message = Zeroizing::new(event.message.into_owned());
        if message.len() > BODY {
            return self.messages < MESSAGES;
        }
        hear(Heard::Body(&message)) && self.messages < MESSAGES
    }
}
