//! The worker over the outbox: takes letters that are due, writes them in the reader's language,
//! hands them to a channel, records what became of them. At least once, with a stable identity, so
//! that a copy shows as one. Nobody ever waits for it. Calls `service`; the one room that names
//! `delivery`.

mod compose;
#[cfg(test)]
mod tests;
mod text_message;

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tracing::{debug, error, info, warn};

use crate::clock;
use crate::delivery::{Mailer, Texter};
use crate::domain::outgoing::{Channel, Delivery, Outgoing};
use crate::domain::time::Timestamp;
use crate::fault;
use crate::service::post::{Settled, Taken};
use crate::service::{Service, ServiceError};

/// How many letters are taken at once.
///
/// One, so that its destination is read and its code still good just before it goes.
const BATCH: i64 = 1;
/// How soon after it was posted a letter that was handed over must be on its way.
const AT_ONCE: Duration = Duration::from_secs(2);
/// How often a host's agent looks for letters of other processes.
const LOOK: Duration = Duration::from_secs(2);
/// How often it says that it is there.
const HEARTBEAT: Duration = Duration::from_secs(5);
/// How long a channel may take for one letter; less than the lease, so that nobody else has it yet.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it deletes what is long past.
const TIDY: Duration = Duration::from_secs(60);
/// How long a front end that ends goes on delivering what it caused.
pub const DRAIN: Duration = Duration::from_secs(5);

/// How long it rests after a fault of the program; the letter it had then waits for the end
/// of its lease.
const PAUSE: Duration = Duration::from_secs(5);

/// Works until the work ends without a fault.
async fn again<W: Future<Output = ()>>(pause: Duration, mut work: impl FnMut() -> W) {
    while fault::contained(work()).await.is_err() {
        tokio::time::sleep(pause).await;
    }
}

/// What carries letters away, by channel.
#[derive(Clone, Default)]
pub struct Channels {
    /// Mail; none where the configuration has none.
    pub mail: Option<Arc<Mailer>>,
    /// Text messages; none where the configuration has none.
    pub sms: Option<Arc<Texter>>,
}

impl Channels {
    /// What this host can carry; the rest is left to one that can.
    pub fn carried(&self) -> Vec<Channel> {
        let carries = |channel: &Channel| match channel {
            Channel::Mail => self.mail.is_some(),
            Channel::Sms => self.sms.is_some(),
            Channel::Voice | Channel::Push => false,
        };
        Channel::ALL.into_iter().filter(carries).collect()
    }

    /// Hands one message over; it blocks.
    fn send(&self, message: &Outgoing) -> Delivery {
        let sent = match message.channel {
            Channel::Mail => self.mail.as_ref().map(|mail| mail.send(message)),
            Channel::Sms => self.sms.as_ref().map(|sms| sms.send(message)),
            Channel::Voice | Channel::Push => None,
        };
        sent.unwrap_or_else(|| Delivery::Later("this host does not have the channel".to_owned()))
    }
}

/// The worker of one process.
#[derive(Clone)]
pub struct Agent {
    service: Service,
    channels: Channels,
    host: String,
    instance: String,
}

impl Agent {
    /// A worker for this host; `instance` tells this process from others.
    pub fn new(service: Service, channels: Channels, host: String, instance: String) -> Self {
        Self {
            service,
            channels,
            host,
            instance,
        }
    }

    /// Works until told to stop, while it is the host's elected agent; after a fault of the program
    /// again, or nothing would leave the host while everything seems well.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        again(PAUSE, || self.work(stop.clone())).await;
    }

    async fn work(&self, mut stop: watch::Receiver<bool>) {
        let wake = self.service.outbox_wake();
        let mut elected = false;
        let mut heard: Option<Instant> = None;
        let mut tidied = Instant::now();
        let carried = self.channels.carried();
        info!(host = %self.host, "agent started");
        while !*stop.borrow() {
            if heard.is_none_or(|at| at.elapsed() >= HEARTBEAT) {
                heard = Some(Instant::now());
                elected = self.elect(clock::now()).await;
            }
            if elected && self.due().await {
                self.deliver_while(|| !*stop.borrow()).await;
            }
            if elected && tidied.elapsed() >= TIDY {
                tidied = Instant::now();
                match self.service.purge(clock::now()).await {
                    Ok(rows) => debug!(rows, "what is long past is gone"),
                    Err(cause) => warn!(%cause, "what is long past could not be deleted"),
                }
            }
            let waiting = self.service.wait_for_letters(&carried);
            let posted = tokio::select! {
                // What this process caused leaves at once, whoever is elected: the lease keeps
                // two workers from taking one letter.
                () = wake.notified() => true,
                () = tokio::time::sleep(LOOK) => false,
                _ = stop.changed() => false,
            };
            drop(waiting);
            if posted {
                self.deliver_while(|| !*stop.borrow()).await;
            }
        }
        if elected {
            let (host, instance) = (&self.host, &self.instance);
            if let Err(cause) = self
                .service
                .resign_agent(host, instance, clock::now())
                .await
            {
                warn!(%cause, "the agent could not step down");
            }
        }
    }

    async fn elect(&self, now: Timestamp) -> bool {
        match self
            .service
            .elect_agent(&self.host, &self.instance, &self.channels.carried(), now)
            .await
        {
            Ok(elected) => elected,
            Err(cause) => {
                error!(%cause, "the agent can't reach the store");
                false
            }
        }
    }

    async fn due(&self) -> bool {
        match self
            .service
            .letters_due(&self.channels.carried(), clock::now())
            .await
        {
            Ok(due) => due,
            Err(cause) => {
                error!(%cause, "the agent can't look for letters");
                false
            }
        }
    }

    /// Delivers until nothing is due; how many were tried.
    pub async fn deliver_due(&self) -> usize {
        self.deliver_while(|| true).await
    }

    /// The same while there is time. A letter under way is never dropped: it would go twice.
    async fn deliver_while(&self, go_on: impl Fn() -> bool) -> usize {
        let carried = self.channels.carried();
        if carried.is_empty() {
            return 0;
        }
        let mut tried = 0;
        if let Err(cause) = self.deliver_all(&carried, go_on, &mut tried).await {
            error!(%cause, "letters could not be taken or settled");
        }
        tried
    }

    async fn deliver_all(
        &self,
        carried: &[Channel],
        go_on: impl Fn() -> bool,
        tried: &mut usize,
    ) -> Result<(), ServiceError> {
        let mut taken = self.service.handed_letters();
        // What was read when they were posted is read anew where they could not go at once.
        let at_once = |letter: &Taken| clock::now() < letter.created.plus(AT_ONCE);
        let mut handed = !taken.is_empty();
        if !handed && go_on() {
            let taking = self.service.take_letters(BATCH, carried, clock::now());
            taken = taking.await?;
        }
        while !taken.is_empty() {
            let mut settled = Vec::with_capacity(taken.len());
            for letter in std::mem::take(&mut taken) {
                let (id, attempts) = (letter.id, letter.attempts);
                let outcome = match !handed || at_once(&letter) {
                    true => self.deliver(letter).await,
                    false => Delivery::Later("others were before it".to_owned()),
                };
                *tried += 1;
                match &outcome {
                    Delivery::Accepted => debug!(id, attempts, "delivered"),
                    Delivery::Later(cause) => warn!(id, attempts, %cause, "not delivered yet"),
                    Delivery::Never(cause) => warn!(id, attempts, %cause, "can't be delivered"),
                }
                settled.push(Settled {
                    id,
                    attempts,
                    outcome,
                });
            }
            handed = false;
            let more = if go_on() { BATCH } else { 0 };
            let settling = self
                .service
                .settle_letters(settled, more, carried, clock::now());
            taken = settling.await?;
        }
        Ok(())
    }

    async fn deliver(&self, taken: Taken) -> Delivery {
        let Some(channel) = taken.channel else {
            return Delivery::Never("this version does not know the channel".to_owned());
        };
        let Some(letter) = taken.letter else {
            return Delivery::Never("the letter can't be opened".to_owned());
        };
        let Some(to) = taken.to else {
            return Delivery::Never("the account has no such address any more".to_owned());
        };
        let policy = &taken.policy;
        if matches!(channel, Channel::Sms | Channel::Voice) && policy.blocks_number(&to) {
            // Since it was posted.
            return Delivery::Never("policy blocks the number's prefix".to_owned());
        }
        let composed = match channel {
            Channel::Mail => compose::write(&letter, &taken.language, policy),
            Channel::Sms => text_message::write(&letter, &taken.language, policy),
            Channel::Voice | Channel::Push => None,
        };
        let Some(composed) = composed else {
            return Delivery::Never("no such letter travels this way".to_owned());
        };
        let message = Outgoing {
            id: taken.place,
            channel,
            to,
            subject: composed.subject,
            text: composed.text,
            language: composed.language,
            created: taken.created,
        };
        let channels = self.channels.clone();
        let sending = tokio::task::spawn_blocking(move || channels.send(&message));
        match tokio::time::timeout(PATIENCE, sending).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Delivery::Later("the channel failed".to_owned()),
            Err(_) => Delivery::Later("the channel took too long".to_owned()),
        }
    }
}
