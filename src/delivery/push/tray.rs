//! A tray within this process: where the demo's phone takes its requests from and puts its answers.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Heard, SLICE, While};
use crate::domain::outgoing::{Answer, Delivery, PushRequest};
use crate::domain::secret::SecretText;

/// One request in the tray.
pub struct TrayRequest {
    /// The headline.
    pub title: String,
    /// What is asked.
    pub text: SecretText,
    /// The words of both buttons, *Verify* first.
    pub labels: [String; 2],
    /// Where the answer goes.
    pub answer: Sender<Answer>,
}

/// The sending side of a tray.
#[derive(Clone)]
pub struct PushTray {
    requests: Sender<TrayRequest>,
    answers: Arc<Mutex<BTreeMap<String, Receiver<Answer>>>>,
}

impl PushTray {
    /// Requests come out at the other end of this channel.
    pub fn new(requests: Sender<TrayRequest>) -> Self {
        Self {
            requests,
            answers: Arc::default(),
        }
    }

    pub(super) fn send(&self, request: &PushRequest) -> Delivery {
        let (answer, answers) = channel();
        let put = self.requests.send(TrayRequest {
            title: request.title.clone(),
            text: SecretText::copied(request.text.expose()),
            labels: [&request.verify, &request.deny].map(|action| action.label.clone()),
            answer,
        });
        if put.is_err() {
            return Delivery::Later("nobody takes requests from the tray".to_owned());
        }
        self.open_answers().insert(request.reply.clone(), answers);
        Delivery::Accepted
    }

    pub(super) fn listen(
        &self,
        reply: &str,
        time: &While<'_>,
        hear: &mut dyn FnMut(Heard<'_>) -> bool,
    ) {
        let Some(answers) = self.open_answers().remove(reply) else {
            return;
        };
        while !time.is_over() {
            match answers.recv_timeout(SLICE) {
                Ok(answer) if !hear(Heard::Answer(answer)) => return,
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn open_answers(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Receiver<Answer>>> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
