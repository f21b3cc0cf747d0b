//! The requests on Mia's phone: what came, and where its answer goes.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};

use crate::delivery::push::TrayRequest;
use crate::domain::outgoing::Answer;
use crate::tui::demo::phone::{Asks, PhoneMail};

/// The keys that answer, each with what it means.
const KEYS: [(char, Answer); 2] = [('v', Answer::Verify), ('d', Answer::Deny)];

/// The requests that can still be answered, by the number the phone knows them by.
#[derive(Clone, Default)]
pub(super) struct Requests(Arc<Mutex<BTreeMap<u64, Sender<Answer>>>>);

impl Requests {
    /// Brings what comes to the phone, until nothing more comes: it is the only one with the app,
    /// whatever topics it has been subscribed to.
    pub fn bring(&self, requests: &Receiver<TrayRequest>, arrive: &Sender<PhoneMail>) {
        for (id, request) in (0..).zip(requests) {
            let labels = request.labels.into_iter();
            let mail = PhoneMail {
                from: "ntfy".to_owned(),
                subject: request.title,
                text: request.text.expose().to_owned(),
                unread: true,
                asks: Some(Asks {
                    id,
                    keys: KEYS.iter().map(|(key, _)| *key).zip(labels).collect(),
                    answered: None,
                }),
            };
            let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            open.insert(id, request.answer);
            if arrive.send(mail).is_err() {
                return;
            }
        }
    }

    /// Takes an answer to who asked.
    pub fn answer(&self, id: u64, key: char) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let meant = KEYS.iter().find(|(known, _)| *known == key);
        if let (Some(answer), Some((_, meant))) = (open.remove(&id), meant) {
            // Nobody listens any more to a request that is over.
            let _ = answer.send(*meant);
        }
    }
}
