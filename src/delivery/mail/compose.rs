//! One message as the bytes of a mail. This is the one place where text becomes a header.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, address::Envelope};
use zeroize::Zeroizing;

use crate::delivery::is_plain_id;
use crate::domain::outgoing::Outgoing;

/// The last second that a date header can say: the end of the year 9999.
const LAST_SECOND: i64 = 253_402_300_799;

/// A mail, ready to be sent.
pub(super) struct Letter {
    pub(super) from: Address,
    pub(super) to: Address,
    pub(super) content: Zeroizing<Vec<u8>>,
}

impl Letter {
    pub(super) fn compose(from: &Mailbox, message: &Outgoing) -> Result<Self, &'static str> {
        if !is_plain_id(&message.id) {
            return Err("the message has no usable id");
        }
        let to = address(&message.to).ok_or("the destination is not one mail address")?;
        let seconds = message.created.seconds().clamp(0, LAST_SECOND);
        let date = UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
        // Stable over retries, so that a copy shows as one.
        let id = format!("<{}@{}>", message.id, ascii_domain(&from.email));
        let mut builder = Message::builder()
            .from(from.clone())
            .to(Mailbox::new(None, to.clone()))
            .subject(header_text(&message.subject))
            .date(date)
            .message_id(Some(id))
            .raw_header(fixed("Auto-Submitted", "auto-generated"))
            .header(ContentType::TEXT_PLAIN)
            .raw_header(fixed("MIME-Version", "1.0"));
        if is_language(&message.language) {
            builder = builder.raw_header(fixed("Content-Language", &message.language));
        }
        let envelope = Envelope::new(Some(from.email.clone()), vec![to.clone()])
            .map_err(|_| "the mail has no destination")?;
        let mail = builder
            .envelope(envelope)
            .body(message.text.expose().to_owned())
            .map_err(|_| "the mail can't be put together")?;
        Ok(Self {
            from: from.email.clone(),
            to,
            content: Zeroizing::new(mail.formatted()),
        })
    }

    /// Whether the server must know addresses beyond ASCII (RFC 6531).
    pub(super) fn is_international(&self) -> bool {
        !AsRef::<str>::as_ref(&self.from).is_ascii() || !AsRef::<str>::as_ref(&self.to).is_ascii()
    }
}

/// One address and nothing else. Quoted local parts, comments and lists are refused whole: nobody
/// has such an address, and each of them is a way to say two things at once.
fn address(text: &str) -> Option<Address> {
    let odd = |c: char| c.is_control() || c.is_whitespace() || "\"(),:;<>[\\]".contains(c);
    if text.len() > 254 || text.chars().any(odd) || text.matches('@').count() != 1 {
        return None;
    }
    text.parse().ok()
}

/// What may stand in a header: no control character, which would end it, and no mark that turns
/// the reading order around. Joiners stay; some scripts are spelled with them.
fn header_text(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !(c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200b}' | '\u{feff}')
                || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        })
        .collect()
}

fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn fixed(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// A Message-ID is ASCII; a domain beyond it is named by the letters that are.
fn ascii_domain(address: &Address) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let domain: String = address.domain().chars().filter(plain).collect();
    if domain.is_empty() {
        "localhost".to_owned()
    } else {
        domain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::outgoing::Channel;
    use crate::domain::secret::SecretText;
    use crate::domain::time::Timestamp;

    fn from() -> Mailbox {
        let address = "reset@contoso.example".parse().unwrap();
        Mailbox::new(Some("Contoso Hilfe f\u{fc}r alle".to_owned()), address)
    }

    fn message(to: &str, subject: &str) -> Outgoing {
        Outgoing {
            id: "01J-abc".to_owned(),
            channel: Channel::Mail,
            to: to.to_owned(),
            subject: subject.to_owned(),
            text: SecretText::copied("Hallo,\n\nIhr Code: 123456\n.\nQUIT\n"),
            language: "de".to_owned(),
            created: Timestamp::from_seconds(1_777_777_777),
        }
    }

    /// The header lines, unfolded, and the body.
    fn parts(message: &Outgoing) -> (Vec<String>, String) {
        let letter = Letter::compose(&from(), message).unwrap();
        let text = String::from_utf8(letter.content.to_vec()).unwrap();
        let (headers, body) = text.split_once("\r\n\r\n").unwrap();
        let headers = headers.replace("\r\n ", " ");
        (
            headers.split("\r\n").map(str::to_owned).collect(),
            body.to_owned(),
        )
    }

    #[test]
    fn says_who_what_when_and_that_a_machine_wrote_it() {
        let (mut headers, body) = parts(&message("mia@home.example", "Your code"));
        headers.retain(|line| !line.starts_with("From: "));
        headers.sort();
        assert_eq!(
            headers,
            [
                "Auto-Submitted: auto-generated",
                "Content-Language: de",
                "Content-Transfer-Encoding: 7bit",
                "Content-Type: text/plain; charset=utf-8",
                "Date: Sun, 03 May 2026 03:09:37 +0000",
                "MIME-Version: 1.0",
                "Message-ID: <01J-abc@contoso.example>",
                "Subject: Your code",
                "To: mia@home.example",
            ]
        );
        assert_eq!(body, "Hallo,\r\n\r\nIhr Code: 123456\r\n.\r\nQUIT\r\n");
    }

    #[test]
    fn a_subject_stays_one_header() {
        for hostile in [
            "code\r\nBcc: evil@example.com",
            "code\nBcc: evil@example.com",
            "code\rBcc: evil@example.com",
            "code\r\n\r\nbody",
            "\u{202e}edoc\u{2028}Bcc: evil@example.com",
            "gr\u{f6}\u{df}er\r\nBcc: evil@example.com",
            "\0\u{7}\u{1b}[2J",
        ] {
            let (headers, body) = parts(&message("mia@home.example", hostile));
            assert_eq!(headers.len(), 10, "{headers:?}");
            assert!(
                !headers.iter().any(|line| line.starts_with("Bcc")),
                "{headers:?}"
            );
            assert!(body.starts_with("Hallo"), "{body}");
        }
        let mut odd = message("mia@home.example", "x");
        odd.language = "de\r\nBcc: evil@example.com".to_owned();
        assert_eq!(
            parts(&odd).0.len(),
            9,
            "no language rather than a broken one"
        );
    }

    #[test]
    fn only_one_plain_address_is_a_destination() {
        for to in [
            "",
            "mia",
            "mia@",
            "@home.example",
            "mia@home.example, evil@example.com",
            "mia@home.example,evil@example.com",
            "mia@home.example;evil@example.com",
            "mia@home.example evil@example.com",
            "mia@home.example\r\nBcc: evil@example.com",
            "mia@home.example\r\nRCPT TO:<evil@example.com>",
            "mia@home.example>\r\nDATA",
            "Mia <mia@home.example>",
            "\"a@b\"@home.example",
            "mia(comment)@home.example",
            "mia@home.example@example.com",
            "mia\0@home.example",
            "mia@ho me.example",
        ] {
            assert!(
                Letter::compose(&from(), &message(to, "x")).is_err(),
                "{to:?}"
            );
        }
        for to in [
            "mia@home.example",
            "m.i+a@home.example",
            "o'neil@home.example",
        ] {
            assert!(
                Letter::compose(&from(), &message(to, "x")).is_ok(),
                "{to:?}"
            );
        }
    }

    #[test]
    fn international_addresses_are_known_as_such() {
        let letter = Letter::compose(&from(), &message("m\u{fc}ller@home.example", "x")).unwrap();
        assert!(letter.is_international());
        let letter = Letter::compose(&from(), &message("mia@home.example", "x")).unwrap();
        assert!(!letter.is_international());
    }

    #[test]
    fn no_moment_is_too_early_or_too_late() {
        for seconds in [i64::MIN / 1_000_000, -1, 0, i64::MAX / 1_000_000] {
            let mut message = message("mia@home.example", "x");
            message.created = Timestamp::from_seconds(seconds);
            assert!(Letter::compose(&from(), &message).is_ok(), "{seconds}");
        }
    }
}
