//! What comes back from a phone and what it is worth: a request is answered by a topic and with
//! bodies that follow from its place in the outbox and the master key, so that any agent can listen
//! for it, and nobody who has not received the request can answer it.

use super::Service;
use crate::crypto::keys::same;
use crate::domain::outgoing::Answer;
use crate::domain::secret::SecretText;

impl Service {
    /// The topic by which the request of this place in the outbox is answered.
    pub fn reply_topic(&self, place: &str) -> String {
        self.store.keys().reply_topic(place)
    }

    /// What comes back by that topic when this was chosen.
    pub fn reply_body(&self, place: &str, answer: Answer) -> SecretText {
        self.store.keys().reply_body(place, answer.key())
    }

    /// Which answer was said, if it is one: of this request, and no guess.
    pub fn answer_of(&self, place: &str, said: &str) -> Option<Answer> {
        let is = |answer: &Answer| {
            let body = self.reply_body(place, *answer);
            same(body.expose().as_bytes(), said.as_bytes())
        };
        Answer::ALL.into_iter().find(is)
    }
}
