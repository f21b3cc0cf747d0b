//! A tray within this process: what the demo's phone takes its messages from.

use std::sync::mpsc::Sender;

use crate::domain::outgoing::{Delivery, Outgoing};
use crate::domain::secret::SecretText;

/// The sending side of a tray.
#[derive(Clone)]
pub struct Tray(Sender<Outgoing>);

impl Tray {
    /// Messages come out at the other end of this channel.
    pub fn new(messages: Sender<Outgoing>) -> Self {
        Self(messages)
    }

    /// Puts one message into the tray.
    pub fn send(&self, message: &Outgoing) -> Delivery {
        let copy = Outgoing {
            id: message.id.clone(),
            channel: message.channel,
            to: message.to.clone(),
            subject: message.subject.clone(),
            text: SecretText::copied(message.text.expose()),
            language: message.language.clone(),
            created: message.created,
        };
        match self.0.send(copy) {
            Ok(()) => Delivery::Accepted,
            Err(_) => Delivery::Later("nobody takes messages from the tray".to_owned()),
        }
    }
}
