//! A letter as one text message: short, because whatever is longer than 70 characters is cut in two
//! and paid for twice. Nothing in it is personal.

use super::compose::Composed;
use crate::domain::letter::Letter;
use crate::domain::method::Method;
use crate::domain::msg::Msg;
use crate::domain::policy::Policy;
use crate::domain::secret::SecretText;
use crate::domain::text;
use crate::i18n::{File, Texts};

/// What one message holds, counted in UTF-16 (3GPP TS 23.038, UCS-2: 140 octets).
const ONE_MESSAGE: usize = 70;

/// Writes a letter in a language. The organisation's name gives way where it is too long for one
/// message, the code never. `None` for a letter that is not for phones.
pub(super) fn write(letter: &Letter, language: &str, policy: &Policy) -> Option<Composed> {
    let message = match letter {
        Letter::Code { code, minutes, .. } => Msg::new("sms-code")
            .text("code", code.expose())
            .number("minutes", *minutes),
        Letter::CallerCode { code, minutes } => Msg::new("sms-caller-code")
            .text("code", code.expose())
            .number("minutes", *minutes),
        Letter::NumberChanged { .. }
        | Letter::MethodChanged {
            method: Method::MobilePhone,
            ..
        } => Msg::new("sms-number-changed"),
        Letter::Happened { .. }
        | Letter::AddressChanged { .. }
        | Letter::Request { .. }
        | Letter::Call
        | Letter::MethodChanged { .. }
        | Letter::PassGiven { .. }
        | Letter::RegisterAgain { .. }
        | Letter::Alert { .. } => return None,
    };
    let texts = Texts::new(language, File::Messages);
    let name = text::clean(&policy.organisation);
    let say = |organisation: &str| {
        let message = message.clone();
        SecretText::new(texts.say(&message.text("organisation", organisation)))
    };
    let mut text = say(&name);
    let mut kept: Vec<char> = name.chars().collect();
    while length(text.expose()) > ONE_MESSAGE && kept.len() > 1 {
        kept.pop();
        let short: String = kept.iter().collect();
        text = say(&format!("{}…", short.trim_end()));
    }
    Some(Composed {
        subject: String::new(),
        text,
        language: texts.tag().to_owned(),
    })
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::LANGUAGES;
    use crate::domain::letter::MethodChange;
    use crate::domain::policy::Values;
    use crate::domain::setting::Value;
    use crate::domain::time::Timestamp;

    fn written(organisation: &str, code: &str, tag: &str) -> String {
        let mut values = Values::new();
        values.insert("organisation.name".into(), Value::Text(organisation.into()));
        let letter = Letter::Code {
            code: SecretText::copied(code),
            minutes: 5,
            terminal: "Lobby 1".into(),
        };
        let written = write(&letter, tag, &Policy::new(&values)).unwrap();
        assert!(written.subject.is_empty());
        assert_eq!(written.language, tag);
        written.text.expose().to_owned()
    }

    #[test]
    fn one_message_in_every_language_says_who_what_and_how_long() {
        for tag in LANGUAGES {
            for organisation in [
                "Contoso",
                "コントソ株式会社",
                "The Very Long Established Trading Company of Contoso and Daughters",
                "\u{1f98a}\u{1f98a}\u{1f98a}\u{1f98a}\u{1f98a}\u{1f98a}\u{1f98a}\u{1f98a}\u{1f98a}",
            ] {
                for code in ["012345", "0123456789"] {
                    let text = written(organisation, code, tag);
                    assert!(length(&text) <= ONE_MESSAGE, "{}: {text}", length(&text));
                    assert!(text.contains(code) && !text.starts_with(code), "{text}");
                    assert!(text.contains('5') && !text.contains("sms-"), "{text}");
                    assert!(!text.contains("Lobby"), "{text}");
                    let first: String = organisation.chars().take(1).collect();
                    assert!(text.starts_with(&first), "{text}");
                    assert!(text.chars().all(text::is_showable), "{text:?}");
                }
            }
        }
        assert!(written("Contoso", "012345", "en").starts_with("Contoso: "));
    }

    #[test]
    fn a_changed_number_is_told_in_one_message() {
        let by_administrator = Letter::NumberChanged {
            upn: "mias@contoso.example".into(),
            when: Timestamp::from_seconds(1_777_777_777),
            former: "+14255550111".into(),
        };
        let by_owner = Letter::MethodChanged {
            upn: "mias@contoso.example".into(),
            method: Method::MobilePhone,
            change: MethodChange::Deleted,
            when: Timestamp::from_seconds(1_777_777_777),
            terminal: "Lobby 1".into(),
            former: Some("+14255550111".into()),
        };
        for (tag, letter) in LANGUAGES
            .into_iter()
            .flat_map(|tag| [(tag, &by_administrator), (tag, &by_owner)])
        {
            let mut values = Values::new();
            values.insert("organisation.name".into(), Value::Text("Contoso".into()));
            let written = write(letter, tag, &Policy::new(&values)).unwrap();
            let text = written.text.expose();
            assert!(text.starts_with("Contoso"), "{text}");
            assert!(length(text) <= ONE_MESSAGE, "{}: {text}", length(text));
            assert!(!text.contains("mias") && !text.contains("555"), "{text}");
        }
    }

    #[test]
    fn a_caller_s_code_is_one_message_and_says_who_may_be_told() {
        let letter = Letter::CallerCode {
            code: SecretText::copied("0123456789"),
            minutes: 10,
        };
        for tag in LANGUAGES {
            let mut values = Values::new();
            values.insert("organisation.name".into(), Value::Text("Contoso".into()));
            let written = write(&letter, tag, &Policy::new(&values)).unwrap();
            let text = written.text.expose();
            assert!(text.starts_with("Conto"), "{text}");
            assert!(length(text) <= ONE_MESSAGE, "{}: {text}", length(text));
            assert!(
                text.contains("0123456789") && !text.contains("sms-"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_name_cannot_turn_the_reading_order() {
        let text = written("Con\u{202e}toso\u{7}\n", "012345", "en");
        assert!(text.starts_with("Contoso: "), "{text:?}");
    }
}
