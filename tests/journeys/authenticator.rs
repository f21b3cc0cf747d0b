//! An authenticator app is registered by its owner: a phone scans the code on the screen, and what it
//! finds there makes the codes of the registration and of a reset.

use std::path::Path;

use super::*;
use crate::support::program::PROGRAM;
use crate::support::registering::{
    AUTHENTICATOR, CONFIRM, ENOUGH, SCAN_KEY, TYPE_KEY, in_uri, registered, scan_key, sign_in,
    sign_in_plainly, with_mail_alone,
};

const WRONG: &str = "The app does not show that code for this account now. You have 4 tries left.";

#[test]
fn a_phone_scans_the_key_and_its_codes_count_from_then_on() {
    let home = Home::sqlite();
    let mut mia = with_mail_alone(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AUTHENTICATOR, SCAN_KEY);
    mia.app = scan_key(&mut pty, "Contoso:mias");
    pty.press("\r", CONFIRM, |pty| pty.words().contains(CONFIRM));
    pty.answer("12", "A code has 6 digits and nothing else.");
    pty.answer(&mia.app.wrong_code(1), WRONG);
    // The key is the same when it is shown again.
    pty.press("\x1b", SCAN_KEY, |pty| pty.words().contains(SCAN_KEY));
    assert_eq!(scan_key(&mut pty, "Contoso:mias").seed, mia.app.seed);
    pty.press("\r", CONFIRM, |pty| pty.words().contains(CONFIRM));
    assert!(registered(&home).is_empty());
    let used = mia.app.code_before();
    pty.answer(&used, ENOUGH);
    assert!(pty.scan().is_err());
    let added = registered(&home);
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
    let mia = with_mail_alone(&home, "maximiliane.mustermann-schmidt");
    let env = Path::new("/usr/bin/env");
    let kiosk = ["NO_COLOR=1", PROGRAM, "kiosk"];
    let mut pty = Pty::start_by(&home, env, &kiosk, (80, 24));
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AUTHENTICATOR, SCAN_KEY);
    scan_key(&mut pty, "Contoso%20P:maximiliane");
    pty.resize(60, 24);
    pty.see(TYPE_KEY);
    assert!(pty.scan().is_err());
    pty.cancel(EN.welcome);
    drop(pty);

    let kiosk = ["TERM=linux", PROGRAM, "kiosk"];
    let mut pty = Pty::start_by(&home, env, &kiosk, (80, 24));
    sign_in(&mut pty, &mia.upn, "*");
    pty.choose(AUTHENTICATOR, TYPE_KEY);
    assert!(pty.screen().is_ascii(), "{}", pty.screen());
}

#[test]
fn plain_mode_says_the_key_and_the_link() {
    let home = Home::sqlite();
    let mia = with_mail_alone(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    sign_in_plainly(&mut kiosk, &mia.upn);
    kiosk.choose(AUTHENTICATOR, TYPE_KEY);
    let shown = kiosk.shown.clone();
    let lines: Vec<&str> = shown.lines().collect();
    let after = |label: &str| {
        let at = lines.iter().position(|line| *line == label);
        lines[at.unwrap_or_else(|| panic!("no {label}: {shown}")) + 1]
    };
    let app = in_uri(after("The same as a link:"), "Contoso:mias");
    assert_eq!(after("Key").replace(' ', ""), app.base32());
    kiosk.choose("Next", CONFIRM);
    kiosk.answer(&app.wrong_code(1), WRONG);
    kiosk.answer(&app.code(), ENOUGH);
    assert_eq!(registered(&home).len(), 1);
}
