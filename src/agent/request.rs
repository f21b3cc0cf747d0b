//! A letter as a request on the app of a phone: who asks, from where, the number to type there, and
//! the two buttons.

use std::sync::Arc;

use super::{Agent, patiently};
use crate::delivery::Pusher;
use crate::domain::letter::Letter;
use crate::domain::msg::Msg;
use crate::domain::outgoing::{Answer, Delivery, PushAction, PushRequest};
use crate::domain::policy::Policy;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::i18n::{File, Texts};
use crate::service::post::Taken;

/// A written request.
pub(super) struct Written {
    /// The headline.
    pub title: String,
    /// What is asked, with the number.
    pub text: SecretText,
    /// The words on *Verify*.
    pub verify: String,
    /// The words on *Deny*.
    pub deny: String,
    /// The language it is in.
    pub language: String,
}

/// Writes a letter in a language. `None` for one that is no request.
pub(super) fn write(letter: &Letter, language: &str, policy: &Policy) -> Option<Written> {
    let Letter::Request {
        number,
        terminal,
        minutes,
    } = letter
    else {
        return None;
    };
    let texts = Texts::new(language, File::Messages);
    let organisation = text::clean(&policy.organisation);
    let asks = Msg::new("push-text")
        .text("terminal", text::clean(terminal))
        .text("number", number.expose())
        .number("minutes", *minutes);
    Some(Written {
        title: texts.say(&Msg::new("push-title").text("organisation", organisation)),
        text: SecretText::new(texts.say(&asks)),
        verify: texts.say(&Msg::new("push-verify")),
        deny: texts.say(&Msg::new("push-deny")),
        language: texts.tag().to_owned(),
    })
}

impl Agent {
    /// Sends a request, and listens for its answer from then on.
    pub(super) async fn request(
        &self,
        pusher: &Arc<Pusher>,
        taken: &Taken,
        to: String,
        written: Written,
    ) -> Delivery {
        let place = taken.place.as_str();
        let action = |label, answer| PushAction {
            label,
            body: self.service.reply_body(place, answer),
        };
        let request = PushRequest {
            id: place.to_owned(),
            topic: to,
            reply: self.service.reply_topic(place),
            title: written.title,
            text: written.text,
            verify: action(written.verify, Answer::Verify),
            deny: action(written.deny, Answer::Deny),
            language: written.language,
            created: taken.created,
        };
        let sender = pusher.clone();
        let outcome = patiently(move || sender.send(&request)).await;
        if outcome == Delivery::Accepted {
            self.listening.start(pusher, place);
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::LANGUAGES;
    use crate::domain::policy::Values;
    use crate::domain::setting::Value;

    #[test]
    fn a_request_says_who_asks_from_where_and_the_number_in_every_language() {
        let mut values = Values::new();
        let name = Value::Text("Con\u{202e}toso\u{7}".into());
        values.insert("organisation.name".into(), name);
        let policy = Policy::new(&values);
        let letter = Letter::Request {
            number: SecretText::copied("012345"),
            terminal: "Lobby\u{2066} 1\n".into(),
            minutes: 5,
        };
        for tag in LANGUAGES {
            let written = write(&letter, tag, &policy).unwrap();
            let text = written.text.expose();
            assert!(written.title.starts_with("Contoso"), "{}", written.title);
            assert!(text.contains("012345") && text.contains('5'), "{text}");
            assert!(text.contains("Lobby 1"), "{text:?}");
            assert_ne!(written.verify, written.deny);
            for words in [&written.title, text, &written.verify, &written.deny] {
                assert!(!words.contains("push-"), "{words}");
                assert!(words.chars().all(text::is_showable), "{words:?}");
            }
            // The words name the buttons as they are written.
            for label in [&written.verify, &written.deny] {
                assert!(text.contains(label.as_str()), "{tag}: {text}");
            }
            // A notification shows some four lines.
            assert!(text.chars().count() < 320, "{tag}: {text}");
            assert_eq!(written.language, tag);
        }
        assert!(write(&Letter::Call, "en", &policy).is_none());
    }
}
