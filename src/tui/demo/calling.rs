//! Calls to the phone beside the kiosk: it rings, is answered and takes keys like any telephone.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};

use crossterm::event::KeyCode;

use super::phone::PhoneCall;
use crate::domain::call::Handset;

/// A call that comes in.
pub struct IncomingCall {
    /// What is said once it is answered.
    pub text: String,
    /// Where it is told what is done with the telephone.
    pub handset: Sender<Handset>,
    /// Whether the caller has given up.
    pub over: Arc<AtomicBool>,
}

/// The telephone's line.
pub(super) struct PhoneLine {
    incoming: Receiver<IncomingCall>,
    call: Option<IncomingCall>,
}

impl PhoneLine {
    pub(super) fn new(incoming: Receiver<IncomingCall>) -> Self {
        Self {
            incoming,
            call: None,
        }
    }

    /// Lets the telephone ring, or fall silent; whether anything changed.
    pub(super) fn look(&mut self, shown: &mut Option<PhoneCall>) -> bool {
        let mut changed = false;
        let is_over = |call: &IncomingCall| call.over.load(Ordering::Relaxed);
        if self.call.as_ref().is_some_and(is_over) {
            (self.call, *shown, changed) = (None, None, true);
        }
        if let Ok(call) = self.incoming.try_recv() {
            *shown = Some(PhoneCall {
                text: call.text.clone(),
                is_answered: false,
            });
            self.call = Some(call);
            changed = true;
        }
        changed
    }

    /// Takes a key while there is a call; whether it was one for it.
    pub(super) fn key(&mut self, code: KeyCode, shown: &mut Option<PhoneCall>) -> bool {
        let (Some(call), Some(display)) = (&self.call, shown.as_mut()) else {
            return false;
        };
        let done = match code {
            KeyCode::Enter if !display.is_answered => Handset::PickUp,
            KeyCode::Char('#') if display.is_answered => Handset::Hash,
            KeyCode::Char('*') if display.is_answered => Handset::Star,
            KeyCode::Backspace => Handset::HangUp,
            _ => return false,
        };
        // A caller who is gone notices nothing any more.
        let _ = call.handset.send(done);
        match done {
            Handset::PickUp => display.is_answered = true,
            Handset::Hash | Handset::Star | Handset::HangUp => (self.call, *shown) = (None, None),
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn it_rings_is_answered_and_takes_its_keys() {
        let (ring, incoming) = mpsc::channel();
        let (handset, done) = mpsc::channel();
        let mut line = PhoneLine::new(incoming);
        let mut shown = None;
        assert!(!line.look(&mut shown) && !line.key(KeyCode::Enter, &mut shown));
        let call = |over: &Arc<AtomicBool>| IncomingCall {
            text: "Press hash.".to_owned(),
            handset: handset.clone(),
            over: over.clone(),
        };
        let over = Arc::default();
        ring.send(call(&over)).unwrap();
        assert!(line.look(&mut shown) && !line.look(&mut shown));
        let rings = |answered| PhoneCall {
            text: "Press hash.".to_owned(),
            is_answered: answered,
        };
        assert_eq!(shown, Some(rings(false)));
        // No key of the call before it is answered, and no other key ever.
        for key in [KeyCode::Char('#'), KeyCode::Char('*'), KeyCode::Up] {
            assert!(!line.key(key, &mut shown));
        }
        assert!(line.key(KeyCode::Enter, &mut shown));
        assert_eq!(shown, Some(rings(true)));
        assert!(line.key(KeyCode::Char('#'), &mut shown));
        assert_eq!(shown, None);
        assert_eq!(
            done.try_iter().collect::<Vec<_>>(),
            [Handset::PickUp, Handset::Hash]
        );
        // A caller who gives up takes the call away.
        ring.send(call(&over)).unwrap();
        assert!(line.look(&mut shown) && shown.is_some());
        over.store(true, Ordering::Relaxed);
        assert!(line.look(&mut shown) && shown.is_none());
        assert!(!line.key(KeyCode::Backspace, &mut shown));
    }
}
