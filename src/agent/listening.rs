//! Listening for the answers to requests, beside the delivery of letters and never in its way: a
//! thread waits at the push server, a task hands what it hears to the service and says from time to
//! time that somebody listens. What an agent that died listened for, another takes over.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tracing::{debug, error, info, warn};
use zeroize::Zeroizing;

use crate::clock;
use crate::delivery::Pusher;
use crate::delivery::push::{Heard, While};
use crate::domain::outgoing::Answer;
use crate::domain::progress::Progress;
use crate::domain::way::Way;
use crate::service::Service;

/// How often a listener says that it is there; less than its silence may last.
const HEARTBEAT: Duration = Duration::from_secs(5);
/// How soon an answer that the store could not take is handed over again.
const AGAIN: Duration = Duration::from_secs(1);
/// The stack of a waiting thread: it speaks TLS and reads lines. Where memory is locked, all of it is
/// used up.
const STACK: usize = 512 * 1024;

/// What a waiting thread tells.
enum Told {
    /// Somebody said this.
    Body(Zeroizing<String>),
    /// The owner's own answer.
    Answer(Answer),
    /// Nothing can be heard, and why.
    Trouble(String),
}

/// The listeners of one process.
#[derive(Clone)]
pub(super) struct Listening {
    service: Service,
    instance: String,
    /// The places that are listened for.
    open: Arc<Mutex<BTreeSet<String>>>,
}

/// Ends a thread and makes its place free when its task ends, however that comes.
struct Leaving {
    place: String,
    stop: Arc<AtomicBool>,
    open: Arc<Mutex<BTreeSet<String>>>,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.remove(&self.place);
    }
}

impl Listening {
    pub fn new(service: Service, instance: String) -> Self {
        Self {
            service,
            instance,
            open: Arc::default(),
        }
    }

    /// Listens for the answer to the request of this place, until it is no longer awaited; where
    /// somebody does already, nothing is done.
    pub fn start(&self, pusher: &Arc<Pusher>, place: &str) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if !open.insert(place.to_owned()) {
            return;
        }
        drop(open);
        let leaving = Leaving {
            place: place.to_owned(),
            stop: Arc::default(),
            open: self.open.clone(),
        };
        let (tell, told) = unbounded_channel();
        let (pusher, stop) = (pusher.clone(), leaving.stop.clone());
        let reply = self.service.reply_topic(place);
        let waiting = thread::Builder::new().stack_size(STACK).spawn(move || {
            let time = While {
                stop: &stop,
                until: Instant::now() + Way::Request.lifetime(),
            };
            pusher.listen(&reply, &time, &mut |heard| {
                let told = match heard {
                    Heard::Body(body) => Told::Body(Zeroizing::new(body.to_owned())),
                    Heard::Answer(answer) => Told::Answer(answer),
                    Heard::Trouble(cause) => Told::Trouble(cause.to_owned()),
                };
                tell.send(told).is_ok()
            });
        });
        match waiting {
            Ok(_) => drop(tokio::spawn(self.clone().attend(leaving, told))),
            Err(cause) => error!(%cause, "nobody can listen for an answer"),
        }
    }

    /// Listens for what the agents of other processes no longer listen for.
    pub async fn take_over(&self, pusher: &Arc<Pusher>) {
        match self.service.unheard_requests(clock::now()).await {
            Ok(requests) => {
                for (place, _) in requests.iter().filter(|(_, way)| *way == Way::Request) {
                    info!(%place, "taking over the answer to a request");
                    self.start(pusher, place);
                }
            }
            Err(cause) => warn!(%cause, "the agent can't look for requests"),
        }
    }

    async fn attend(self, leaving: Leaving, mut told: UnboundedReceiver<Told>) {
        let place = leaving.place.as_str();
        let mut beat = tokio::time::interval(HEARTBEAT);
        let mut trouble = String::new();
        loop {
            tokio::select! {
                told = told.recv() => match told {
                    None => return,
                    Some(Told::Trouble(cause)) if cause == trouble => {}
                    Some(Told::Trouble(cause)) => {
                        warn!(%place, %cause, "the answer to a request can't be heard now");
                        trouble = cause;
                    }
                    Some(Told::Answer(answer)) => {
                        if !self.hand_over(place, answer).await {
                            return;
                        }
                    }
                    Some(Told::Body(body)) => match self.service.answer_of(place, &body) {
                        None => warn!(%place, "somebody answered a request who did not get it"),
                        Some(answer) => {
                            if !self.hand_over(place, answer).await {
                                return;
                            }
                        }
                    },
                },
                _ = beat.tick() => {
                    let listens = self.service.listen_for(place, &self.instance, clock::now());
                    match listens.await {
                        Ok(true) => {}
                        Ok(false) => return,
                        Err(cause) => warn!(%place, %cause, "the store can't be told who listens"),
                    }
                }
            }
        }
    }

    /// Hands an answer to the service until it is taken; whether more may come.
    async fn hand_over(&self, place: &str, answer: Answer) -> bool {
        let progress = match answer {
            Answer::Verify => Progress::Verified,
            Answer::Deny => Progress::Denied,
        };
        let end = Instant::now() + Way::Request.lifetime();
        while Instant::now() < end {
            let reported = self.service.report_progress(place, progress, clock::now());
            match reported.await {
                Ok(awaited) => {
                    debug!(%place, answer = answer.key(), "a request was answered");
                    return awaited;
                }
                Err(cause) => warn!(%place, %cause, "an answer can't be taken now"),
            }
            tokio::time::sleep(AGAIN).await;
        }
        false
    }
}
