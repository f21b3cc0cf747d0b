//! A template of the configuration, filled in with values that are escaped for where they stand: no
//! value can end the piece it stands in.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::secret::SecretText;

/// Everything but the unreserved characters (RFC 3986, section 2.3).
const RESERVED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where a template's text ends up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A URL's path or query, or a form.
    Url,
    /// A header's value.
    Header,
    /// A JSON text.
    Json,
    /// An XML text, in an element or an attribute.
    Xml,
    /// Plain text.
    Plain,
}

/// What is filled in.
pub(super) struct Values<'a> {
    pub(super) to: &'a str,
    pub(super) text: &'a str,
    pub(super) id: &'a str,
    pub(super) secret: &'a str,
}

enum Piece {
    Literal(String),
    To,
    Text,
    Id,
    Secret,
}

/// A template, taken apart once.
pub(super) struct Template {
    pieces: Vec<Piece>,
    place: Place,
}

impl Template {
    pub(super) fn new(written: &str, place: Place) -> Self {
        let mut pieces = Vec::new();
        let mut rest = written;
        while let Some((at, word)) = first_word(rest) {
            let (before, after) = rest.split_at(at);
            pieces.push(Piece::Literal(before.to_owned()));
            pieces.push(match word {
                "{to}" => Piece::To,
                "{text}" => Piece::Text,
                "{id}" => Piece::Id,
                _ => Piece::Secret,
            });
            rest = after.strip_prefix(word).unwrap_or_default();
        }
        pieces.push(Piece::Literal(rest.to_owned()));
        Self { pieces, place }
    }

    /// The text with the values in it. It holds a secret and a code.
    pub(super) fn fill(&self, values: &Values<'_>) -> SecretText {
        let value = |piece: &Piece| match piece {
            Piece::Literal(text) => SecretText::copied(text),
            Piece::To => escaped(values.to, self.place),
            Piece::Text => escaped(values.text, self.place),
            Piece::Id => escaped(values.id, self.place),
            Piece::Secret => escaped(values.secret, self.place),
        };
        let filled: Vec<SecretText> = self.pieces.iter().map(value).collect();
        let room = filled.iter().map(|part| part.expose().len()).sum();
        // Room from the start: a text that grows leaves copies behind.
        let mut text = String::with_capacity(room);
        for part in &filled {
            text.push_str(part.expose());
        }
        SecretText::new(text)
    }
}

/// The word that comes first, and where.
fn first_word(text: &str) -> Option<(usize, &'static str)> {
    let words = ["{to}", "{text}", "{id}", "{secret}"];
    let found = words
        .into_iter()
        .filter_map(|word| Some((text.find(word)?, word)));
    found.min()
}

/// A value that stays within the piece it stands in.
fn escaped(value: &str, place: Place) -> SecretText {
    let mut text = String::with_capacity(6 * value.len());
    match place {
        Place::Url => text.extend(utf8_percent_encode(value, &RESERVED)),
        // Headers are ASCII; what is not is written as in a URL.
        Place::Header => text.extend(utf8_percent_encode(value, CONTROLS)),
        Place::Plain => text.extend(value.chars().filter(|c| !c.is_control() || *c == '\n')),
        Place::Json => {
            for c in value.chars() {
                match c {
                    '"' | '\\' => text.extend(['\\', c]),
                    _ if c.is_control() => text.push_str(&format!("\\u{:04x}", u32::from(c))),
                    _ => text.push(c),
                }
            }
        }
        Place::Xml => {
            for c in value.chars() {
                match c {
                    '&' => text.push_str("&amp;"),
                    '<' => text.push_str("&lt;"),
                    '>' => text.push_str("&gt;"),
                    '"' => text.push_str("&quot;"),
                    '\'' => text.push_str("&apos;"),
                    '\n' => text.push_str("&#10;"),
                    // XML has no place for other controls.
                    _ if c.is_control() => {}
                    _ => text.push(c),
                }
            }
        }
    }
    SecretText::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(written: &str, place: Place, text: &str) -> String {
        let values = Values {
            to: "+14255550111",
            text,
            id: "a1b2",
            secret: "p&w=\"1\"\r\nX: y",
        };
        let filled = Template::new(written, place).fill(&values);
        filled.expose().to_owned()
    }

    #[test]
    fn a_url_keeps_every_value_in_its_parameter() {
        assert_eq!(
            filled(
                "http://h/{id}?to={to}&p={secret}&t={text}&c=2",
                Place::Url,
                "確 {to} #&=+/?%"
            ),
            "http://h/a1b2?to=%2B14255550111&p=p%26w%3D%221%22%0D%0AX%3A%20y\
             &t=%E7%A2%BA%20%7Bto%7D%20%23%26%3D%2B%2F%3F%25&c=2",
            "a word in a value is text"
        );
    }

    #[test]
    fn json_and_xml_read_back_what_went_in() {
        let text = "a\"b\\c\n\u{7}\u{85}<&'>確😀";
        let json = filled("{\"t\":\"{text}\",\"s\":\"{secret}\"}", Place::Json, text);
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["t"], text);
        assert_eq!(read["s"], "p&w=\"1\"\r\nX: y");
        assert_eq!(
            filled("<m to='{to}'>{text}</m>", Place::Xml, text),
            "<m to='+14255550111'>a&quot;b\\c&#10;&lt;&amp;&apos;&gt;確😀</m>"
        );
    }

    #[test]
    fn a_header_is_one_line() {
        assert_eq!(
            filled("Bearer {secret}", Place::Header, ""),
            "Bearer p&w=\"1\"%0D%0AX: y"
        );
        assert_eq!(filled("{text}", Place::Header, "確"), "%E7%A2%BA");
        assert_eq!(filled("{text}", Place::Plain, "a\r\nb\u{1b}[2J"), "a\nb[2J");
    }

    #[test]
    fn what_is_no_word_stays() {
        assert_eq!(filled("{{to}}{x}{", Place::Json, ""), "{+14255550111}{x}{");
    }
}
