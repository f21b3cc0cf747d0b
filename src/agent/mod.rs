//! The worker over the outbox: takes letters that are due, writes them in the reader's language,
//! hands them to a channel, records what became of them. At least once, with a stable identity, so
//! that a copy shows as one. Nobody ever waits for it. Calls `service`; the one room that names
//! `delivery`.

mod compose;
mod listening;
mod request;
pub mod spoken;
#[cfg(test)]
mod tests;
mod text_message;
mod voice;

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Notify, watch};
use tracing::{debug, error, info, warn};

use self::listening::Listening;
use crate::clock;
use crate::delivery::{Caller, Mailer, Pusher, Texter};
use crate::domain::call::Call;
use crate::domain::letter::Letter;
use crate::domain::outgoing::{Channel, Delivery, Outgoing};
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::fault;
use crate::service::post::{Settled, Taken};
use crate::service::{Service, ServiceError};
use voice::Calls;

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

/// Why a letter of another kind can't go by a channel.
const NO_SUCH: &str = "no such letter travels this way";

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
    /// Requests to apps; none where the configuration has none.
    pub push: Option<Arc<Pusher>>,
    /// Calls; none where the configuration has none.
    pub voice: Option<Arc<Caller>>,
}

impl Channels {
    /// What this host can carry; the rest is left to one that can.
    pub fn carried(&self) -> Vec<Channel> {
        let carries = |channel: &Channel| match channel {
            Channel::Mail => self.mail.is_some(),
            Channel::Sms => self.sms.is_some(),
            Channel::Voice => self.voice.is_some(),
            Channel::Push => self.push.is_some(),
        };
        Channel::ALL.into_iter().filter(carries).collect()
    }

    /// The service, told what this process carries and how apps are subscribed here.
    pub fn known_to(&self, service: Service) -> Service {
        let service = service.carrying(self.carried());
        match self.push.clone() {
            Some(pusher) => service.subscribing(Arc::new(move |topic| pusher.subscription(topic))),
            None => service,
        }
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
    calls: Calls,
    host: String,
    instance: String,
    listening: Listening,
}

impl Agent {
    /// A worker for this host; `instance` tells this process from others.
    pub fn new(service: Service, channels: Channels, host: String, instance: String) -> Self {
        let calls = Calls::new(service.clone(), channels.voice.clone(), instance.clone());
        Self {
            listening: Listening::new(service.clone(), instance.clone()),
            service,
            channels,
            calls,
            host,
            instance,
        }
    }

    /// Works until told to stop, while it is the host's elected agent; after a fault of the program
    /// again, or nothing would leave the host while everything seems well.
    pub async fn run(&self, stop: watch::Receiver<bool>) {
        again(PAUSE, || self.work(stop.clone())).await;
        self.calls.hang_up().await;
    }

    async fn work(&self, stop: watch::Receiver<bool>) {
        info!(host = %self.host, "agent started");
        let [mail, sms, voice, push] = Channel::ALL;
        let wakes = Channel::ALL.map(|_| Notify::new());
        let [wake_mail, wake_sms, wake_voice, wake_push] = &wakes;
        // A channel that takes its time keeps no letter of another waiting.
        let (elected, ..) = tokio::join!(
            self.look_out(&wakes, stop.clone()),
            self.carry(mail, wake_mail, stop.clone()),
            self.carry(sms, wake_sms, stop.clone()),
            self.carry(voice, wake_voice, stop.clone()),
            self.carry(push, wake_push, stop),
        );
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

    /// Looks for work and wakes whom it may concern, until told to stop; whether it was the host's
    /// agent then.
    async fn look_out(&self, wakes: &[Notify], mut stop: watch::Receiver<bool>) -> bool {
        let wake = self.service.outbox_wake();
        let mut elected = false;
        let mut heard: Option<Instant> = None;
        let mut tidied = Instant::now();
        while !*stop.borrow() {
            if heard.is_none_or(|at| at.elapsed() >= HEARTBEAT) {
                heard = Some(Instant::now());
                elected = self.elect(clock::now()).await;
                // The elected one may carry less: whoever hears an answer first may be the only one
                // who can. Which of several it is, the store says.
                if let Some(pusher) = &self.channels.push {
                    self.listening.take_over(pusher).await;
                }
                // To say that a call is lost needs no telephone.
                if elected {
                    self.calls.give_up_lost().await;
                }
            }
            if elected && self.due(&self.channels.carried()).await {
                wakes.iter().for_each(Notify::notify_one);
            }
            if elected && tidied.elapsed() >= TIDY {
                tidied = Instant::now();
                match self.service.purge(clock::now()).await {
                    Ok(rows) => debug!(rows, "what is long past is gone"),
                    Err(cause) => warn!(%cause, "what is long past could not be deleted"),
                }
            }
            tokio::select! {
                // What this process caused leaves at once, whoever is elected: the lease keeps
                // two workers from taking one letter.
                () = wake.notified() => wakes.iter().for_each(Notify::notify_one),
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {}
            }
        }
        elected
    }

    /// Delivers by one channel whenever there may be something to deliver, until told to stop.
    async fn carry(&self, channel: Channel, wake: &Notify, mut stop: watch::Receiver<bool>) {
        let carried = self.channels.carried();
        while carried.contains(&channel) && !*stop.borrow() {
            let waiting = self.service.wait_for_letters(channel);
            tokio::select! {
                () = wake.notified() => {}
                _ = stop.changed() => {}
            }
            drop(waiting);
            let handed = self.service.handed_letters(channel);
            if !handed.is_empty() || self.due(&[channel]).await {
                self.deliver_while(channel, handed, || !*stop.borrow())
                    .await;
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

    async fn due(&self, carried: &[Channel]) -> bool {
        match self.service.letters_due(carried, clock::now()).await {
            Ok(due) => due,
            Err(cause) => {
                error!(%cause, "the agent can't look for letters");
                false
            }
        }
    }

    /// Delivers until nothing is due, and calls are over; how many were tried.
    pub async fn deliver_due(&self) -> usize {
        let [mail, sms, voice, push] = Channel::ALL;
        let all = |channel| {
            let handed = self.service.handed_letters(channel);
            self.deliver_while(channel, handed, || true)
        };
        let (mail, sms, voice, push) = tokio::join!(all(mail), all(sms), all(voice), all(push));
        self.calls.ended().await;
        mail + sms + voice + push
    }

    /// The same by one channel while there is time. A letter under way is never dropped: it would go
    /// twice.
    async fn deliver_while(
        &self,
        channel: Channel,
        handed: Vec<Taken>,
        go_on: impl Fn() -> bool,
    ) -> usize {
        if !self.channels.carried().contains(&channel) {
            return 0;
        }
        let mut tried = 0;
        if let Err(cause) = self
            .deliver_all(&[channel], handed, go_on, &mut tried)
            .await
        {
            error!(%cause, "letters could not be taken or settled");
        }
        tried
    }

    async fn deliver_all(
        &self,
        carried: &[Channel],
        mut taken: Vec<Taken>,
        go_on: impl Fn() -> bool,
        tried: &mut usize,
    ) -> Result<(), ServiceError> {
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

    async fn deliver(&self, mut taken: Taken) -> Delivery {
        let Some(channel) = taken.channel else {
            return Delivery::Never("this version does not know the channel".to_owned());
        };
        let Some(letter) = taken.letter.take() else {
            return Delivery::Never("the letter can't be opened".to_owned());
        };
        let Some(to) = taken.to.take() else {
            return Delivery::Never("the account has no such address any more".to_owned());
        };
        let policy = &taken.policy;
        if let Some(pusher) = self
            .channels
            .push
            .as_ref()
            .filter(|_| channel == Channel::Push)
        {
            return match request::write(&letter, &taken.language, policy) {
                Some(written) => self.request(pusher, &taken, to, written).await,
                None => Delivery::Never(NO_SUCH.to_owned()),
            };
        }
        if matches!(channel, Channel::Sms | Channel::Voice) && policy.blocks_number(&to) {
            // Since it was posted.
            return Delivery::Never("policy blocks the number's prefix".to_owned());
        }
        if channel == Channel::Voice {
            let Letter::Call = letter else {
                return Delivery::Never(NO_SUCH.to_owned());
            };
            let (text, language) = spoken::prompt(&taken.language, &policy.organisation);
            let call = Call {
                id: taken.place,
                to,
                language: language.to_owned(),
                fallback: policy.default_language.clone(),
                text: SecretText::new(text),
                created: taken.created,
            };
            return self.calls.begin(call).await;
        }
        let composed = match channel {
            Channel::Mail => compose::write(&letter, &taken.language, policy),
            Channel::Sms => text_message::write(&letter, &taken.language, policy),
            Channel::Voice | Channel::Push => None,
        };
        let Some(composed) = composed else {
            return Delivery::Never(NO_SUCH.to_owned());
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
        patiently(move || channels.send(&message)).await
    }
}

/// Sends on a thread of its own, and waits for what came of it, but not for ever.
async fn patiently(send: impl FnOnce() -> Delivery + Send + 'static) -> Delivery {
    let sending = tokio::task::spawn_blocking(send);
    match tokio::time::timeout(PATIENCE, sending).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Delivery::Later("the channel failed".to_owned()),
        Err(_) => Delivery::Later("the channel took too long".to_owned()),
    }
}
