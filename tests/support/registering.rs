//! Somebody signs in at a kiosk and registers an app, in English.

use super::kiosk::{Kiosk, PlainKiosk};
use super::program::{Home, OLD_PASSWORD, Person};
use super::pty::Pty;
use super::totp::Authenticator;

/// The third choice of the first screen, and what it leads to.
const SIGN_IN: &str = "Change my password or security info";
const PASSWORD: &str = "Enter your user ID and your password";
const MORE: &str = "More information required";
/// An authenticator app, in the list of what can be added.
pub const AUTHENTICATOR: &str = "An authenticator app";
/// Its key is on the screen as a code to scan, and where that can't be drawn.
pub const SCAN_KEY: &str = "Scan this code with your";
pub const TYPE_KEY: &str = "Type this key into your authenticator app.";
/// The code that the app makes of it is asked for.
pub const CONFIRM: &str = "Enter the code that the authenticator app shows";
/// Enough is registered.
pub const ENOUGH: &str = "You have set up enough";

/// Somebody with a mail address alone, where two methods are needed.
pub fn with_mail_alone(home: &Home, name: &str) -> Person {
    let upn = format!("{name}@contoso.example");
    let address = "mia@home.example".to_owned();
    let words = ["user", "add", &upn, "--password-stdin"];
    let fields = ["--alternate-email", &address];
    home.run_with(&[&words[..], &fields].concat(), OLD_PASSWORD.as_bytes())
        .ok();
    let app = Authenticator::of("nobody");
    Person { upn, address, app }
}

/// From the first screen to what is still needed; `dot` stands for a letter of a secret.
pub fn sign_in(pty: &mut Pty, upn: &str, dot: &str) {
    pty.choose(SIGN_IN, PASSWORD);
    pty.fill(upn, &format!("[{upn} "));
    let at = pty.cursor_row();
    pty.press("\t", "the password", |pty| pty.cursor_row() != at);
    let dots = dot.repeat(OLD_PASSWORD.len());
    pty.fill(OLD_PASSWORD, &format!("[{dots} "));
    pty.press("\r", MORE, |pty| pty.words().contains(MORE));
}

/// The same in plain mode.
pub fn sign_in_plainly(kiosk: &mut PlainKiosk, upn: &str) {
    kiosk.choose(SIGN_IN, PASSWORD);
    kiosk.answer(upn, "Password");
    kiosk.answer(OLD_PASSWORD, MORE);
}

/// The code on the screen, and the key beside it; the URI's label must be this.
pub fn scan_key(pty: &mut Pty, label: &str) -> Authenticator {
    pty.until("a code to scan", |pty| pty.scan().is_ok());
    let app = in_uri(&pty.scan().unwrap(), label);
    let written: String = pty.screen().split_whitespace().collect();
    for group in app.base32().as_bytes().chunks(4) {
        let group = std::str::from_utf8(group).unwrap();
        assert!(written.contains(group), "no {group}:\n{}", pty.screen());
    }
    app
}

/// The authenticator whose seed a URI holds.
pub fn in_uri(uri: &str, label: &str) -> Authenticator {
    assert!(uri.len() <= 78, "{uri}");
    let named = uri.strip_prefix("otpauth://totp/").unwrap();
    let (named, secret) = named.split_once("?secret=").unwrap();
    assert_eq!(named, label);
    assert_eq!(secret.len(), 32, "{secret}");
    Authenticator::from_base32(secret)
}

/// What has been registered; codes that were wrong are records, too.
pub fn registered(home: &Home) -> Vec<serde_json::Value> {
    let mut records = home.records("method_added");
    records.retain(|record| record["outcome"] == "success");
    records
}
