//! The URI an authenticator app scans (Key URI Format): short enough for a QR code that a terminal of
//! 80×24 shows whole. The key is never cut; the names beside it are.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::domain::secret::SecretText;

/// The most bytes: what a QR code of version 4 holds, 21 rows of half blocks with the light around it.
pub const MOST: usize = 78;

/// What is left for both names beside a key of 160 bits, once the colon between them is counted.
const NAMES: usize = MOST - START.len() - SECRET.len() - 32 - ":".len();

const START: &str = "otpauth://totp/";
const SECRET: &str = "?secret=";
const ISSUER: &str = "&issuer=";

/// What stands as it is in a path segment (RFC 3986 §3.3); the colon separates the names.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@');

/// The URI of a key in Base32. Where it would be too long it leaves out, in this order, the issuer's
/// second mention, the account's domain, and the end of whichever name has more than half the room:
/// the names are for the person's list of accounts, and nothing is computed from them.
pub fn uri(key: &str, issuer: &str, account: &str) -> SecretText {
    let (issuer, account) = (named(issuer), named(account));
    let whole = [encoded(&issuer), encoded(&account)];
    let mut uri = String::with_capacity(MOST + key.len() + ISSUER.len());
    let [of, who] = &whole;
    let once = START.len() + label(of, who).len() + SECRET.len() + key.len();
    let twice = once + ISSUER.len() + of.len();
    uri.push_str(START);
    uri.push_str(&match of.len() + who.len() <= NAMES {
        true => label(of, who),
        false => shortened(&issuer, &account),
    });
    uri.push_str(SECRET);
    uri.push_str(key);
    if twice <= MOST && !of.is_empty() {
        uri.push_str(ISSUER);
        uri.push_str(of);
    }
    SecretText::new(uri)
}

/// A colon separates issuer and account in the URI and may stand in neither.
fn named(text: &str) -> String {
    text.replace(':', " ").trim().to_owned()
}

fn escaped(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, ESCAPED)
}

fn encoded(text: &str) -> String {
    escaped(text).to_string()
}

fn label(issuer: &str, account: &str) -> String {
    match issuer.is_empty() {
        true => account.to_owned(),
        false => format!("{issuer}:{account}"),
    }
}

/// Both names in the room there is: a short one leaves the rest to the other.
fn shortened(issuer: &str, account: &str) -> String {
    let account = account.split('@').next().unwrap_or_default();
    let beside = NAMES.saturating_sub(encoded(account).len());
    let issuer = cut(issuer, beside.max(NAMES / 2));
    let account = cut(account, NAMES - issuer.len());
    label(&issuer, &account)
}

/// As many whole characters as fit once they are escaped.
fn cut(text: &str, room: usize) -> String {
    let mut kept = 0;
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += escaped(grapheme).map(str::len).sum::<usize>();
        if used > room {
            break;
        }
        kept = at + grapheme.len();
    }
    encoded(text.get(..kept).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /// The label, as a phone shows it, and whether the issuer stands in a parameter of its own.
    fn named(issuer: &str, account: &str) -> (String, bool) {
        let uri = uri(KEY, issuer, account);
        let uri = uri.expose();
        assert!(uri.len() <= MOST && uri.is_ascii(), "{uri}");
        let rest = uri.strip_prefix(START).unwrap();
        let (label, rest) = rest.split_once(SECRET).unwrap();
        let rest = rest.strip_prefix(KEY).unwrap();
        let label = percent_encoding::percent_decode_str(label);
        let label = label.decode_utf8().unwrap().into_owned();
        if !rest.is_empty() {
            assert_eq!(rest.strip_prefix(ISSUER), label.split(':').next());
        }
        (label, !rest.is_empty())
    }

    #[test]
    fn what_is_left_out_depends_on_the_room() {
        for (issuer, account, label, twice) in [
            ("Acme", "m@a.eu", "Acme:m@a.eu", true),
            ("Acme", "mia@a.eu", "Acme:mia@a.eu", false),
            (
                "Contoso",
                "mias@contoso.ex",
                "Contoso:mias@contoso.ex",
                false,
            ),
            ("Contoso", "mias@contoso.exa", "Contoso:mias", false),
            ("A", "mias@contoso.example", "A:mias@contoso.example", false),
            (
                "Contoso Pharmaceuticals International",
                "mias@contoso.example",
                "Contoso Pharmace:mias",
                false,
            ),
            (
                "Contoso Pharmaceuticals",
                "maximiliane.mustermann@contoso.example",
                "Contoso P:maximiliane",
                false,
            ),
            (
                "Acme",
                "maximiliane.mustermann-schmidt@acme.example",
                "Acme:maximiliane.muster",
                false,
            ),
            (
                "コントソ株式会社",
                "mias@contoso.example",
                "コン:mias",
                false,
            ),
            ("Contoso", "ö".repeat(40).as_str(), "Contoso:öö", false),
            ("", "mias@contoso.example", "mias@contoso.example", false),
            ("Contoso: Ltd.", "a:b", "Contoso  Ltd.:a b", false),
        ] {
            assert_eq!(named(issuer, account), (label.to_owned(), twice));
        }
    }

    #[test]
    fn no_name_makes_it_too_long() {
        let long = ["x".repeat(200), "é?&# /%".repeat(30), "語".repeat(90)];
        for issuer in &long {
            for account in &long {
                let (label, _) = named(issuer, account);
                let (issuer, account) = label.split_once(':').unwrap();
                assert!(!issuer.is_empty() && !account.is_empty(), "{label}");
            }
        }
    }

    /// Only keys of other systems have another length; they are never drawn.
    #[test]
    fn a_longer_key_stays_whole() {
        let long = KEY.repeat(3);
        let uri = uri(&long, "Contoso", "mias@contoso.example");
        assert!(uri.expose().ends_with(&long), "{}", uri.expose());
    }
}
