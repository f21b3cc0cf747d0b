//! Calls in progress: each runs beside the delivery of letters, because it takes as long as its
//! person does. How it goes is told to the service; once nobody waits for it any more, it is hung up.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, mpsc, watch};
use tracing::{debug, info, warn};

use crate::clock;
use crate::delivery::Caller;
use crate::domain::call::{Call, CallEnd, CallEvent};
use crate::domain::outgoing::Delivery;
use crate::domain::progress::Progress;
use crate::domain::way::Way;
use crate::service::{Service, ServiceError};

/// How many calls one process makes at once.
const LINES: usize = 8;
/// The same, as the semaphore counts.
const ALL_LINES: u32 = 8;
/// How often it is asked whether somebody still waits; each time others are told that we are there.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// How long a call waits for the one before it, to the same number, to be hung up.
const BEFORE: Duration = Duration::from_secs(3);

/// A call to a number, as the next one to it sees it.
struct Former {
    /// Makes it ask at once whether it is still awaited.
    nudge: Arc<Notify>,
    /// Nobody sends here any more once it is over.
    over: watch::Receiver<()>,
}

/// The calls of one process.
#[derive(Clone)]
pub(super) struct Calls {
    service: Service,
    caller: Option<Arc<Caller>>,
    instance: String,
    lines: Arc<Semaphore>,
    /// The last call to each number.
    numbers: Arc<Mutex<BTreeMap<String, Former>>>,
    stop: watch::Sender<bool>,
}

/// What a call tells of itself, as the terminal is told.
impl From<CallEvent> for Progress {
    fn from(event: CallEvent) -> Self {
        match event {
            CallEvent::Ringing => Self::Ringing,
            CallEvent::Answered => Self::Answered,
        }
    }
}

impl From<&CallEnd> for Progress {
    fn from(end: &CallEnd) -> Self {
        match end {
            CallEnd::Approved => Self::Approved,
            CallEnd::Fraud => Self::Denied,
            CallEnd::Busy => Self::Busy,
            CallEnd::NoAnswer => Self::NoAnswer,
            CallEnd::NoKey => Self::NoKey,
            CallEnd::HungUp => Self::HungUp,
            CallEnd::Failed(_) => Self::Failed,
        }
    }
}

impl Calls {
    pub(super) fn new(service: Service, caller: Option<Arc<Caller>>, instance: String) -> Self {
        Self {
            service,
            caller,
            instance,
            lines: Arc::new(Semaphore::new(LINES)),
            numbers: Arc::default(),
            stop: watch::Sender::new(false),
        }
    }

    /// Begins a call; accepted, it goes on by itself.
    pub(super) async fn begin(&self, call: Call) -> Delivery {
        let later = |cause: &str| Delivery::Later(cause.to_owned());
        let Some(caller) = &self.caller else {
            return later("this host does not have the channel");
        };
        if *self.stop.borrow() {
            return later("this process ends");
        }
        let Ok(line) = self.lines.clone().try_acquire_owned() else {
            return later("as many calls as one process makes are under way");
        };
        match self.is_awaited(&call.id).await {
            Ok(true) => {}
            Ok(false) => return Delivery::Never("nobody waits for the call any more".to_owned()),
            Err(cause) => {
                warn!(%cause, "it can't be known whether somebody waits for a call");
                return later("the store could not be asked");
            }
        }
        tokio::spawn(self.clone().attend(line, caller.clone(), call));
        Delivery::Accepted
    }

    /// Whether the terminal still waits for it, and nobody else makes it.
    async fn is_awaited(&self, place: &str) -> Result<bool, ServiceError> {
        let now = clock::now();
        let open = self.service.report_progress(place, Progress::Sent, now);
        Ok(open.await? && self.service.listen_for(place, &self.instance, now).await?)
    }

    /// Stays with a call until its end.
    async fn attend(self, line: OwnedSemaphorePermit, caller: Arc<Caller>, call: Call) {
        let place = call.id.clone();
        let nudge = Arc::new(Notify::new());
        let (_over, over) = watch::channel(());
        self.after_former(&call.to, &nudge, over).await;
        let (tell, mut told) = mpsc::unbounded_channel();
        let hang_up = Arc::new(AtomicBool::new(false));
        let stop = hang_up.clone();
        let mut work = tokio::task::spawn_blocking(move || {
            // Whoever listened may be gone; then the call soon is, too.
            caller.call(&call, &stop, &mut |event| {
                let _ = tell.send(event);
            })
        });
        let mut ending = self.stop.subscribe();
        let end = loop {
            tokio::select! {
                Some(event) = told.recv() => {
                    if !self.report(&place, event.into()).await {
                        hang_up.store(true, Ordering::Relaxed);
                    }
                }
                () = nudged(&nudge) => {
                    let now = clock::now();
                    let listening = self.service.listen_for(&place, &self.instance, now);
                    // What can't be asked now is asked again.
                    let is_over = matches!(listening.await, Ok(false));
                    if is_over || *self.stop.borrow() {
                        hang_up.store(true, Ordering::Relaxed);
                    }
                }
                Ok(()) = ending.changed() => hang_up.store(true, Ordering::Relaxed),
                end = &mut work => break end,
            }
        };
        let Ok(end) = end else {
            // The log has the fault. The terminal is told like of any call that could not be made.
            self.report(&place, Progress::Failed).await;
            return;
        };
        match &end {
            CallEnd::Failed(Delivery::Later(cause) | Delivery::Never(cause)) => {
                warn!(%place, %cause, "a call could not be made");
            }
            end => info!(%place, end = Progress::from(end).key(), "a call is over"),
        }
        self.report(&place, Progress::from(&end)).await;
        drop(line);
    }

    /// Lets a call to the same number be hung up first, if nobody waits for it any more: a telephone
    /// that still rings is busy.
    async fn after_former(&self, number: &str, nudge: &Arc<Notify>, over: watch::Receiver<()>) {
        let this = Former {
            nudge: nudge.clone(),
            over,
        };
        let former = {
            let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
            numbers.retain(|_, call| call.over.has_changed().is_ok());
            numbers.insert(number.to_owned(), this)
        };
        if let Some(mut former) = former {
            former.nudge.notify_one();
            let _ = tokio::time::timeout(BEFORE, former.over.changed()).await;
        }
    }

    /// Tells how far a call is; whether it is still awaited.
    async fn report(&self, place: &str, progress: Progress) -> bool {
        let reported = self
            .service
            .report_progress(place, progress, clock::now())
            .await;
        reported.unwrap_or_else(|cause| {
            warn!(%place, %cause, "how a call goes could not be told");
            true
        })
    }

    /// Calls whose process has died will tell nothing more: the terminal need not wait for them.
    pub(super) async fn give_up_lost(&self) {
        let unheard = match self.service.unheard_requests(clock::now()).await {
            Ok(unheard) => unheard,
            Err(cause) => return debug!(%cause, "it can't be known which calls are lost"),
        };
        for (place, way) in unheard {
            if way == Way::Call {
                warn!(%place, "a call is lost with the process that made it");
                self.report(&place, Progress::Failed).await;
            }
        }
    }

    /// Waits until no call is under way.
    pub(super) async fn ended(&self) {
        // The semaphore is never closed.
        let _ = self.lines.acquire_many(ALL_LINES).await;
    }

    /// Hangs all calls up and takes no more.
    pub(super) async fn hang_up(&self) {
        self.stop.send_replace(true);
        self.ended().await;
    }
}

/// The next time to ask whether somebody still waits.
async fn nudged(nudge: &Notify) {
    let _ = tokio::time::timeout(HEARTBEAT, nudge.notified()).await;
}
