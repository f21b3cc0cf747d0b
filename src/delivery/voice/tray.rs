//! A telephone within this process: what the demo's phone rings by.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Instant;

use super::{ANSWER, LOOK, RING};
use crate::domain::call::{Call, CallEnd, CallEvent, Handset};
use crate::domain::outgoing::Delivery;

/// The calling side.
#[derive(Clone)]
pub struct VoiceTray(Sender<Incoming>);

/// A call as the telephone gets it.
pub struct Incoming {
    /// The number that is called.
    pub to: String,
    /// What is said once it is answered.
    pub text: String,
    /// Where it is told what is done with the telephone.
    pub handset: Sender<Handset>,
    /// Set once the call is over.
    pub over: Arc<AtomicBool>,
}

/// Says that the call is over, whatever ended it.
struct Over(Arc<AtomicBool>);

impl Drop for Over {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl VoiceTray {
    /// Calls come out at the other end of this channel.
    pub fn new(calls: Sender<Incoming>) -> Self {
        Self(calls)
    }

    /// Rings the telephone until something is done with it.
    pub(super) fn call(
        &self,
        call: &Call,
        stop: &AtomicBool,
        event: &mut dyn FnMut(CallEvent),
    ) -> CallEnd {
        let (handset, done) = mpsc::channel();
        let over = Over(Arc::default());
        let incoming = Incoming {
            to: call.to.clone(),
            text: call.text.expose().to_owned(),
            handset,
            over: over.0.clone(),
        };
        if self.0.send(incoming).is_err() {
            let cause = "there is no telephone to ring".to_owned();
            return CallEnd::Failed(Delivery::Later(cause));
        }
        event(CallEvent::Ringing);
        let mut answered = false;
        let mut until = Instant::now() + RING;
        while !stop.load(Ordering::Relaxed) {
            match done.recv_timeout(LOOK) {
                Ok(Handset::Hash) if answered => return CallEnd::Approved,
                Ok(Handset::Star) if answered => return CallEnd::Fraud,
                Ok(Handset::PickUp) if !answered => {
                    answered = true;
                    until = Instant::now() + ANSWER;
                    event(CallEvent::Answered);
                }
                Ok(Handset::HangUp) | Err(RecvTimeoutError::Disconnected) => {
                    return CallEnd::HungUp;
                }
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) if Instant::now() < until => {}
                Err(RecvTimeoutError::Timeout) if answered => return CallEnd::NoKey,
                Err(RecvTimeoutError::Timeout) => return CallEnd::NoAnswer,
            }
        }
        CallEnd::Failed(Delivery::Later("the call was broken off".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::domain::secret::SecretText;
    use crate::domain::time::Timestamp;

    /// Does this with a telephone that rings; how the call ended and how it went.
    fn done(with: &[Handset], stop: bool) -> (CallEnd, Vec<CallEvent>) {
        let (calls, incoming) = mpsc::channel::<Incoming>();
        let with = with.to_vec();
        let telephone = thread::spawn(move || {
            let call = incoming.recv().unwrap();
            assert_eq!((&*call.to, &*call.text), ("+14255550111", "Press hash."));
            for key in with {
                call.handset.send(key).unwrap();
            }
            // Nobody who only lets go of it has hung up.
            while !call.over.load(Ordering::Relaxed) {
                thread::yield_now();
            }
        });
        let call = Call {
            id: "c-1".to_owned(),
            to: "+14255550111".to_owned(),
            language: "en".to_owned(),
            fallback: "en".to_owned(),
            text: SecretText::copied("Press hash."),
            created: Timestamp::from_seconds(86_400),
        };
        let mut events = Vec::new();
        let stop = AtomicBool::new(stop);
        let tray = VoiceTray::new(calls);
        let end = tray.call(&call, &stop, &mut |event| events.push(event));
        telephone.join().unwrap();
        (end, events)
    }

    #[test]
    fn a_key_counts_once_it_is_answered() {
        use CallEvent::{Answered, Ringing};
        use Handset::{HangUp, Hash, PickUp, Star};
        let answered = vec![Ringing, Answered];
        for (with, end) in [
            (&[PickUp, Hash][..], CallEnd::Approved),
            (&[PickUp, Star], CallEnd::Fraud),
            (&[PickUp, HangUp], CallEnd::HungUp),
            (&[Hash, PickUp, Star], CallEnd::Fraud),
        ] {
            assert_eq!(done(with, false), (end, answered.clone()), "{with:?}");
        }
        assert_eq!(done(&[HangUp], false), (CallEnd::HungUp, vec![Ringing]));
        let (stopped, _) = done(&[], true);
        assert!(matches!(stopped, CallEnd::Failed(Delivery::Later(_))));
    }
}
