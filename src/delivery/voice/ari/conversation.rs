//! A call from ringing to its end: what is heard of it, and what is done about it when.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::api::{Event, Events};
use super::{Line, outcome};
use crate::delivery::voice::{ANSWER, LOOK, RING};
use crate::domain::call::{CallEnd, CallEvent};
use crate::domain::outgoing::Delivery;

/// How much longer than its own time the exchange may ring before we hang up ourselves.
const GRACE: Duration = Duration::from_secs(5);
/// From the answer to the first sound: a hand needs that long to the ear.
const BREATH: Duration = Duration::from_millis(500);
/// From the answer of a switchboard to the digits of the extension.
const GREETING: Duration = Duration::from_millis(1500);
/// From the extension's last digit to the prompt; who answers later hears it again.
const SECOND_RING: Duration = Duration::from_secs(4);
/// Between two times of the prompt.
const PAUSE: Duration = Duration::from_secs(2);
/// How long a prompt may take.
const PROMPT: Duration = Duration::from_secs(45);
/// How long we listen on after a request about the channel failed: it may only be gone.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How often the prompt is played, without and with an extension.
const TIMES: (u8, u8) = (2, 3);

/// What comes next, and when.
enum Step<'a> {
    Dial(&'a str),
    Play,
}

/// One call.
pub(super) struct Conversation<'a, 'l> {
    line: &'l mut Line<'a>,
    events: Events,
    extension: Option<&'a str>,
    /// The recordings there may be, the one wanted most last.
    prompts: Vec<String>,
    next: Option<(Instant, Step<'a>)>,
    until: Instant,
    has_rung: bool,
    is_answered: bool,
    plays_left: u8,
    /// Whether anything was said yet: no key means anything before.
    has_spoken: bool,
    /// Whether the prompt was over once.
    is_said: bool,
    /// What ends the call unless it is over anyway.
    failure: Option<Delivery>,
}

impl<'a, 'l> Conversation<'a, 'l> {
    /// A call that rings now.
    pub(super) fn new(
        line: &'l mut Line<'a>,
        events: Events,
        extension: Option<&'a str>,
        prompts: Vec<String>,
    ) -> Self {
        Self {
            line,
            events,
            extension,
            prompts,
            next: None,
            until: Instant::now() + RING + GRACE,
            has_rung: false,
            is_answered: false,
            plays_left: if extension.is_some() {
                TIMES.1
            } else {
                TIMES.0
            },
            has_spoken: false,
            is_said: false,
            failure: None,
        }
    }

    /// Goes on to the end of the call.
    pub(super) fn run(mut self, stop: &AtomicBool, event: &mut dyn FnMut(CallEvent)) -> CallEnd {
        loop {
            if stop.load(Ordering::Relaxed) {
                let cause = "the call was broken off".to_owned();
                return CallEnd::Failed(Delivery::Later(cause));
            }
            let now = Instant::now();
            if now >= self.until {
                return match (self.failure, self.is_answered) {
                    (Some(failure), _) => CallEnd::Failed(failure),
                    (None, true) => CallEnd::NoKey,
                    (None, false) => CallEnd::NoAnswer,
                };
            }
            if self.next.as_ref().is_some_and(|(at, _)| now >= *at)
                && let Some((_, step)) = self.next.take()
                && let Err(failure) = self.take(step)
            {
                self.failure = Some(failure);
                self.next = None;
                self.until = now + LAST_WORDS;
            }
            let end = match self.events.next(LOOK) {
                Ok(Some(heard)) => self.hear(&heard, event),
                Ok(None) => None,
                Err(failure) => Some(CallEnd::Failed(failure)),
            };
            if let Some(end) = end {
                return end;
            }
        }
    }

    fn take(&mut self, step: Step<'a>) -> Result<(), Delivery> {
        let (api, channel) = (self.line.api, self.line.channel);
        match step {
            Step::Dial(digits) => {
                // Each digit and the gap after it take 300 ms.
                let dialling =
                    Duration::from_millis(300) * u32::try_from(digits.len()).unwrap_or(8);
                self.after(dialling + SECOND_RING, Step::Play);
                api.dial(channel, digits)
            }
            Step::Play => {
                let Some(prompt) = self.prompts.last() else {
                    return Err(Delivery::Later(
                        "the telephone exchange has no prompt to play; see `keyhatch prompts --help`"
                            .to_owned(),
                    ));
                };
                self.has_spoken = true;
                self.plays_left = self.plays_left.saturating_sub(1);
                api.play(channel, prompt)
            }
        }
    }

    fn after(&mut self, pause: Duration, step: Step<'a>) {
        self.next = Some((Instant::now() + pause, step));
    }

    /// What an event changes; how the call ended, if it did.
    fn hear(&mut self, heard: &Event, event: &mut dyn FnMut(CallEvent)) -> Option<CallEnd> {
        let channel = heard.channel.as_ref();
        if channel.is_some_and(|channel| channel.id != self.line.channel) {
            return None;
        }
        match heard.kind.as_str() {
            "ChannelStateChange" if channel?.state == "Ringing" && !self.has_rung => {
                self.has_rung = true;
                event(CallEvent::Ringing);
            }
            "StasisStart" if !self.is_answered => {
                self.is_answered = true;
                self.until = Instant::now() + PROMPT + ANSWER;
                match self.extension {
                    Some(digits) => self.after(GREETING, Step::Dial(digits)),
                    None => self.after(BREATH, Step::Play),
                }
                event(CallEvent::Answered);
            }
            "ChannelDtmfReceived" if self.has_spoken => match heard.digit.as_deref()? {
                "#" => return Some(CallEnd::Approved),
                "*" => return Some(CallEnd::Fraud),
                _ => {}
            },
            "ChannelHangupRequest" | "StasisEnd" => self.next = None,
            // The recording is not there, or the person isn't any more.
            "PlaybackFinished" if heard.playback.as_ref()?.state == "failed" => {
                self.prompts.pop();
                self.plays_left = self.plays_left.saturating_add(1);
                self.after(BREATH, Step::Play);
            }
            "PlaybackFinished" => {
                if !self.is_said || self.extension.is_some() {
                    self.is_said = true;
                    self.until = Instant::now() + ANSWER;
                }
                if self.plays_left > 0 {
                    self.after(PAUSE, Step::Play);
                }
            }
            "ChannelDestroyed" => {
                self.line.is_gone = true;
                return Some(match self.is_answered {
                    true => CallEnd::HungUp,
                    false => outcome::before_answer(heard.cause.unwrap_or_default()),
                });
            }
            "ApplicationReplaced" => {
                let failure = outcome::later("gave our events to somebody else");
                return Some(CallEnd::Failed(failure));
            }
            _ => {}
        }
        None
    }
}
