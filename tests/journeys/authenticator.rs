//! An authenticator app is registered by its owner: a phone scans the code on the screen, and what it
//! finds there makes the codes of the registration and of a reset.

use std::path::Path;

use super::*;
use crate::support::program::{PROGRAM, Person};
use crate::support::totp::Authenticator;

const SIGN_IN: &str = "Change my password or security info";
const PASSWORD: &str = "Enter your user ID and your password";
const MORE: &str = "More information required";
const AN_APP: &str = "An authenticator app";
const SCAN: &str = "Scan this code with your";
const TYPE: &str = "Type this key into your authenticator app.";
const CONFIRM: &str = "Enter the code that the authenticator app shows";
const WRONG: &str = "The app does not show that code for this account now. You have 4 tries left.";
const ENOUGH: &str = "You have set up enough";

/// Somebody with a mail address alone, where two methods are needed.
fn add(home: &Home, name: &str) -> Person {
    let upn = format!("{name}@contoso.example");
    let address = "mia@home.example".to_owned();
    let words = ["user", "add", &upn, "--password-stdin"];
    let fields = ["--alternate-email", &address];
    home.run_with(&[&words[..], &fields].concat(), OLD_PASSWORD.as_bytes())
        .ok();
    let app = Authenticator::of("nobody");
    Person { upn, address, app }
}

/// The seed of a URI, whose label must be this.
fn scanned(uri: &str, label: &str) -> Authenticator {
    assert!(uri.len() <= 78, "{uri}");
    let named = uri.strip_prefix("otpauth://totp/").unwrap();
    let (named, secret) = named.split_once("?secret=").unwrap();
    assert_eq!(named, label);
    assert_eq!(secret.len(), 32, "{secret}");
    Authenticator::from_base32(secret)
}

/// From the first screen to what is still needed.
fn sign_in(pty: &mut Pty, upn: &str, dot: &str) {
    pty.choose(SIGN_IN, PASSWORD);
    pty.fill(upn, &format!("[{upn} "));
    let at = pty.cursor_row();
    pty.press("\t", "the password", |pty| pty.cursor_row() != at);
    let dots = dot.repeat(OLD_PASSWORD.len());
    pty.fill(OLD_PASSWORD, &format!("[{dots} "));
    pty.press("\r", MORE, |pty| pty.words().contains(MORE));
}

/// The code on the screen, and the key beside it.
fn scan(pty: &mut Pty, label: &str) -> Authenticator {
    pty.until("a code to scan", |pty| pty.scan().is_ok());
    let app = scanned(&pty.scan().unwrap(), label);
    let written: String = pty.screen().split_whitespace().collect();
    let grouped: Vec<String> = app
        .base32()
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8(group.to_vec()).unwrap())
        .collect();
    for group in grouped {
        assert!(written.contains(&group), "{}", pty.screen());
    }
    app
}

/// What has been registered; codes that were wrong are records, too.
fn added(home: &Home) -> Vec<serde_json::Value> {
    let mut records = home.records("method_added");
    records.retain(|record| record["outcome"] == "success");
    records
}

#[test]
fn a_phone_scans_the_key_and_its_codes_count_from_then_on() {
    let home = Home::sqlite();
    let mut mia = add(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AN_APP, SCAN);
    mia.app = scan(&mut pty, "Contoso:mias");
    pty.press("\r", CONFIRM, |pty| pty.words().contains(CONFIRM));
    pty.answer("12", "A code has 6 digits and nothing else.");
    pty.answer(&mia.app.wrong_code(1), WRONG);
    // The key is the same when it is shown again.
    pty.press("\x1b", SCAN, |pty| pty.words().contains(SCAN));
    assert_eq!(scan(&mut pty, "Contoso:mias").seed, mia.app.seed);
    pty.press("\r", CONFIRM, |pty| pty.words().contains(CONFIRM));
    assert!(added(&home).is_empty());
    let used = mia.app.code_before();
    pty.answer(&used, ENOUGH);
    assert!(pty.scan().is_err());
    let added = added(&home);
    assert_eq!(added.len(), 1, "{added:?}");
    assert_eq!(added[0]["method"], "app_code");
    assert_eq!(added[0]["actor"], "self");
    pty.cancel(EN.welcome);
    // Its codes pass a gate, but not the one that was used.
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pty.choose(EN.app, EN.open_app);
    pty.answer(&used, EN.wrong);
    pty.answer(&mia.app.code(), EN.step_2);
    pass_mail(&mut pty, &EN, &mia, &home.spool(), EN.new_password);
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&mia.upn, NEW_PASSWORD));
    home.verify();
}

/// The names are cut so that the code fits; where there are no colours it is still dark on light, and
/// where there are no half blocks the key is left.
#[test]
fn the_longest_names_and_a_terminal_without_colour_leave_the_code_readable() {
    let home = Home::sqlite();
    let named = "organisation.name=Contoso Pharmaceuticals International";
    home.run(&["policy", "set", named]).ok();
    let mia = add(&home, "maximiliane.mustermann-schmidt");
    let env = Path::new("/usr/bin/env");
    let kiosk = ["NO_COLOR=1", PROGRAM, "kiosk"];
    let mut pty = Pty::start_by(&home, env, &kiosk, (80, 24));
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AN_APP, SCAN);
    scan(&mut pty, "Contoso%20P:maximiliane");
    pty.resize(60, 24);
    pty.see(TYPE);
    assert!(pty.scan().is_err());
    pty.cancel(EN.welcome);
    drop(pty);

    let kiosk = ["TERM=linux", PROGRAM, "kiosk"];
    let mut pty = Pty::start_by(&home, env, &kiosk, (80, 24));
    sign_in(&mut pty, &mia.upn, "*");
    pty.choose(AN_APP, TYPE);
    assert!(pty.screen().is_ascii(), "{}", pty.screen());
}

#[test]
fn plain_mode_says_the_key_and_the_link() {
    let home = Home::sqlite();
    let mia = add(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    kiosk.choose(SIGN_IN, PASSWORD);
    kiosk.answer(&mia.upn, "Password");
    kiosk.answer(OLD_PASSWORD, MORE);
    kiosk.choose(AN_APP, TYPE);
    let shown = kiosk.shown.clone();
    let lines: Vec<&str> = shown.lines().collect();
    let after = |label: &str| {
        let at = lines.iter().position(|line| *line == label);
        lines[at.unwrap_or_else(|| panic!("no {label}: {shown}")) + 1]
    };
    let app = scanned(after("The same as a link:"), "Contoso:mias");
    assert_eq!(after("Key").replace(' ', ""), app.base32());
    kiosk.choose("Next", CONFIRM);
    kiosk.answer(&app.wrong_code(1), WRONG);
    kiosk.answer(&app.code(), ENOUGH);
    assert_eq!(added(&home).len(), 1);
}
