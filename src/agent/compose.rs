//! A letter in words.

use crate::domain::letter::{Happening, Letter};
use crate::domain::msg::Msg;
use crate::domain::policy::Policy;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::i18n::{File, Texts};

/// A written letter.
pub struct Composed {
    /// The subject line; empty where the channel has none.
    pub subject: String,
    /// The body.
    pub text: SecretText,
    /// The language it is in.
    pub language: String,
}

/// The stem of a notice's message ids, and what it advises.
const fn happening(what: Happening) -> (&'static str, &'static str) {
    match what {
        Happening::PasswordReset => ("letter-reset", "letter-reset-not-you"),
        Happening::AdministratorReset => ("letter-admin", "letter-admin-not-you"),
        Happening::Unlocked => ("letter-unlocked", "letter-unlocked-not-you"),
        Happening::Denied => ("letter-denied", "letter-denied-what-to-do"),
        Happening::AdministratorDenied => ("letter-admin-denied", "letter-admin-denied-what-to-do"),
        Happening::PasswordChanged => ("letter-password-changed", "letter-reset-not-you"),
    }
}

/// Writes a letter in a language. `None` for one that is no mail.
pub fn write(letter: &Letter, language: &str, policy: &Policy) -> Option<Composed> {
    let texts = Texts::new(language, File::Messages);
    let organisation = policy.organisation.as_str();
    let say = |msg: Msg| texts.say(&msg);
    let happened = |when: Timestamp, terminal: &str, reference: &str| {
        vec![
            say(Msg::new("letter-when").time("when", when)),
            say(Msg::new("letter-where").text("terminal", terminal)),
            say(Msg::new("letter-reference").text("reference", reference)),
        ]
    };
    let (subject, paragraphs) = match letter {
        Letter::Code {
            code,
            minutes,
            terminal,
        } => (
            Msg::new("letter-code-subject").text("organisation", organisation),
            vec![
                vec![say(Msg::new("letter-code-text").number("minutes", *minutes))],
                vec![format!("    {}", code.expose())],
                vec![
                    say(Msg::new("letter-code-where").text("terminal", terminal)),
                    say(Msg::new("letter-code-not-you")),
                ],
            ],
        ),
        Letter::Happened {
            what,
            upn,
            when,
            terminal,
            reference,
        } => {
            let (stem, advice) = happening(*what);
            let subject = Msg::new(format!("{stem}-subject"));
            (
                subject.text("organisation", organisation).text("upn", upn),
                vec![
                    vec![say(Msg::new(format!("{stem}-text")).text("upn", upn))],
                    happened(*when, terminal, reference),
                    vec![say(Msg::new(advice))],
                ],
            )
        }
        Letter::NumberChanged { upn, when, .. } => (
            Msg::new("letter-number-subject").text("organisation", organisation),
            vec![
                vec![say(Msg::new("letter-number-text").text("upn", upn))],
                vec![say(Msg::new("letter-when").time("when", *when))],
                vec![say(Msg::new("letter-changed-not-you"))],
            ],
        ),
        Letter::AddressChanged { upn, when, .. } => (
            Msg::new("letter-changed-subject").text("organisation", organisation),
            vec![
                vec![say(Msg::new("letter-changed-text").text("upn", upn))],
                vec![say(Msg::new("letter-when").time("when", *when))],
                vec![say(Msg::new("letter-changed-not-you"))],
            ],
        ),
        Letter::Request { .. } | Letter::Call => return None,
        Letter::MethodChanged {
            upn,
            method,
            change,
            when,
            terminal,
            former,
        } => (
            Msg::new(format!("letter-method-{}-subject", change.key()))
                .text("organisation", organisation),
            vec![
                vec![say(Msg::new(format!(
                    "letter-method-{}-text",
                    change.key()
                ))
                .text("upn", upn)
                .text(
                    "method",
                    say(Msg::new(format!("letter-{}", method.message()))),
                ))],
                vec![
                    say(Msg::new("letter-when").time("when", *when)),
                    say(match terminal.is_empty() {
                        true => Msg::new("letter-by-administrator"),
                        false => Msg::new("letter-where").text("terminal", terminal),
                    }),
                ],
                former
                    .iter()
                    .map(|_| say(Msg::new("letter-former")))
                    .chain([say(Msg::new("letter-changed-not-you"))])
                    .collect(),
            ],
        ),
        Letter::CallerCode { code, minutes } => (
            Msg::new("letter-caller-subject").text("organisation", organisation),
            vec![
                vec![say(
                    Msg::new("letter-caller-text").number("minutes", *minutes)
                )],
                vec![format!("    {}", code.expose())],
                vec![say(Msg::new("letter-caller-not-you"))],
            ],
        ),
        Letter::PassGiven { upn, when, until } => (
            Msg::new("letter-pass-subject").text("organisation", organisation),
            vec![
                vec![say(Msg::new("letter-pass-text").text("upn", upn))],
                vec![
                    say(Msg::new("letter-when").time("when", *when)),
                    say(Msg::new("letter-pass-until").time("until", *until)),
                    say(Msg::new("letter-by-administrator")),
                ],
                vec![say(Msg::new("letter-pass-not-you"))],
            ],
        ),
        Letter::RegisterAgain { upn, when } => (
            Msg::new("letter-register-subject").text("organisation", organisation),
            vec![
                vec![say(Msg::new("letter-register-text").text("upn", upn))],
                vec![
                    say(Msg::new("letter-when").time("when", *when)),
                    say(Msg::new("letter-by-administrator")),
                ],
                vec![say(Msg::new("letter-register-not-you"))],
            ],
        ),
        Letter::Alert { what, place, when } => (
            Msg::new("letter-alert-subject").text("organisation", organisation),
            vec![
                vec![say(Msg::new(what.message()))],
                vec![
                    say(Msg::new("letter-when").time("when", *when)),
                    say(match place.is_empty() {
                        true => Msg::new("letter-alert-everywhere"),
                        false => Msg::new("letter-where").text("terminal", place),
                    }),
                ],
                vec![say(Msg::new("letter-alert-what-to-do"))],
            ],
        ),
    };
    let mut body = String::with_capacity(2048);
    for paragraph in &paragraphs {
        for line in paragraph {
            body.push_str(line);
            body.push('\n');
        }
        body.push('\n');
    }
    let contacts = policy.helpdesk.iter();
    for contact in contacts.map(|contact| Msg::new("letter-helpdesk").text("contact", contact)) {
        body.push_str(&say(contact));
        body.push('\n');
    }
    body.push_str(&say(
        Msg::new("letter-greeting").text("organisation", organisation)
    ));
    body.push('\n');
    Some(Composed {
        subject: say(subject),
        text: SecretText::new(body),
        language: texts.tag().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::alert::Alert;
    use crate::domain::language::LANGUAGES;
    use crate::domain::letter::MethodChange;
    use crate::domain::method::Method;
    use crate::domain::policy::Values;
    use crate::domain::setting::Value;

    #[test]
    fn a_changed_method_says_who_changed_it_and_what_no_longer_counts() {
        let policy = Policy::new(&Values::new());
        let letter = |terminal: &str, former: Option<&str>| Letter::MethodChanged {
            upn: "mias@contoso.example".into(),
            method: Method::Email,
            change: MethodChange::Changed,
            when: Timestamp::from_seconds(1_777_777_777),
            terminal: terminal.into(),
            former: former.map(str::to_owned),
        };
        for tag in LANGUAGES {
            let lines = |letter: &Letter| {
                let written = write(letter, tag, &policy).unwrap();
                let text = written.text.expose().to_owned();
                assert!(!text.contains("letter-"), "{text}");
                // It tells nobody which address it was.
                assert!(!text.contains("home.example"), "{text}");
                text.lines().count()
            };
            let plain = lines(&letter("Lobby 1", None));
            assert_eq!(lines(&letter("", None)), plain, "an administrator did it");
            let former = lines(&letter("Lobby 1", Some("mia@home.example")));
            assert_eq!(former, plain + 1);
        }
    }

    #[test]
    fn every_letter_says_what_where_and_what_to_do_in_every_language() {
        let mut values = Values::new();
        values.insert("organisation.name".into(), Value::Text("Contoso".into()));
        values.insert(
            "branding.helpdesk_phone".into(),
            Value::Text("+1 425 555 0100".into()),
        );
        let policy = Policy::new(&values);
        let letters = [
            Letter::Code {
                code: SecretText::copied("012345"),
                minutes: 10,
                terminal: "Lobby 1".into(),
            },
            Letter::AddressChanged {
                upn: "mias@contoso.example".into(),
                when: Timestamp::from_seconds(1_777_777_777),
                former: "mia@home.example".into(),
            },
            Letter::NumberChanged {
                upn: "mias@contoso.example".into(),
                when: Timestamp::from_seconds(1_777_777_777),
                former: "+14255550111".into(),
            },
            Letter::CallerCode {
                code: SecretText::copied("012345"),
                minutes: 10,
            },
            Letter::PassGiven {
                upn: "mias@contoso.example".into(),
                when: Timestamp::from_seconds(1_777_777_777),
                until: Timestamp::from_seconds(1_777_781_377),
            },
            Letter::RegisterAgain {
                upn: "mias@contoso.example".into(),
                when: Timestamp::from_seconds(1_777_777_777),
            },
        ];
        let alerts = Alert::ALL.map(|what| Letter::Alert {
            what,
            place: "Lobby 1".into(),
            when: Timestamp::from_seconds(1_777_777_777),
        });
        let happened = Happening::ALL.map(|what| Letter::Happened {
            what,
            upn: "mias@contoso.example".into(),
            when: Timestamp::from_seconds(1_777_777_777),
            terminal: "Lobby 1".into(),
            reference: "ABCD-1234".into(),
        });
        let methods = Method::ALL.into_iter().flat_map(|method| {
            MethodChange::ALL.map(|change| Letter::MethodChanged {
                upn: "mias@contoso.example".into(),
                method,
                change,
                when: Timestamp::from_seconds(1_777_777_777),
                terminal: "Lobby 1".into(),
                former: None,
            })
        });
        let letters: Vec<Letter> = letters
            .into_iter()
            .chain(alerts)
            .chain(happened)
            .chain(methods)
            .collect();
        for tag in LANGUAGES {
            for letter in &letters {
                let written = write(letter, tag, &policy).unwrap();
                let text = written.text.expose();
                assert!(!written.subject.contains("letter-"), "{}", written.subject);
                assert!(!text.contains("letter-") && !text.contains('{'), "{text}");
                assert!(text.contains("+1 425 555 0100"), "{text}");
                let said = match letter {
                    Letter::Code { .. } => ["012345", "Lobby 1"],
                    Letter::CallerCode { .. } => ["012345", "10"],
                    Letter::AddressChanged { .. }
                    | Letter::NumberChanged { .. }
                    | Letter::PassGiven { .. }
                    | Letter::RegisterAgain { .. } => ["mias@contoso.example", "2026"],
                    Letter::Alert { .. } | Letter::MethodChanged { .. } => ["Lobby 1", "2026"],
                    _ => ["ABCD-1234", "Lobby 1"],
                };
                assert!(said.iter().all(|part| text.contains(part)), "{text}");
            }
        }
    }
}
