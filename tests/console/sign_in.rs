//! Who gets into the console and who does not, and what becomes of those who are in.

use super::*;
use crate::support::program::OLD_PASSWORD;
use crate::support::registering::{AUTHENTICATOR, SCAN_KEY, scan_key};

const LATER: &str = "Set this up later, and open the console";
const MORE: &str = "More information required";
const FACTOR: &str = "The console opens with a second factor";
const OVER: &str = "You are signed out";

#[test]
fn an_administrator_signs_in_in_three_languages() {
    let (home, app) = host();
    for (words, code) in [(&EN, app.code_before()), (&DE, app.code())] {
        let mut pty = start(&home, words, &[]);
        enter(&mut pty, words, &code);
        pty.see(words.overview);
        leave(&mut pty);
        let ended = home.records("sign_in_ended");
        assert_eq!(ended.last().unwrap()["reason"], "done");
        let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
        assert!(!raw.contains(ADMIN_PASSWORD));
    }
    let opened = home.records("console_opened");
    assert_eq!(opened.len(), 2);
    assert!(opened.iter().all(|record| record["account"] == ADMIN));
    // A code counts once: the third language gets as far as that.
    let mut pty = start(&home, &JA, &[]);
    give_password(&mut pty, ADMIN, ADMIN_PASSWORD, JA.second);
    pty.choose(JA.kiosk.app, JA.kiosk.open_app);
    pty.answer(&app.code_before(), JA.kiosk.wrong);
    assert_eq!(home.records("console_opened").len(), 2);
    home.verify();
}

#[test]
fn wrong_ones_get_nowhere() {
    let (home, app) = host();
    let mut pty = start(&home, &EN, &[]);
    give_password(&mut pty, "nobody@contoso.example", ADMIN_PASSWORD, EN.wrong);
    leave(&mut pty);
    let mut pty = start(&home, &EN, &[]);
    give_password(&mut pty, ADMIN, "not the password", EN.wrong);
    leave(&mut pty);
    let mut pty = start(&home, &EN, &[]);
    give_password(&mut pty, ADMIN, ADMIN_PASSWORD, EN.second);
    pty.choose(EN.kiosk.app, EN.kiosk.open_app);
    pty.answer(&app.wrong_code(1), EN.kiosk.wrong);
    assert!(!pty.words().contains(EN.usage));
    leave(&mut pty);
    assert!(home.records("console_opened").is_empty());
    // Neither by options.
    for more in [&["--as", ADMIN][..], &["--password-stdin"]] {
        let ran = home.run(&[&["admin"], more].concat());
        assert!(ran.failed(2).contains("signs you in itself"));
    }
    // Nor without a screen.
    assert!(home.run(&["admin"]).failed(1).contains("keyhatch user"));
}

#[test]
fn whoever_has_no_role_is_told_so_after_both_proofs() {
    let (home, _) = host();
    let tom = home.add_person("tom");
    let mut pty = start(&home, &EN, &[]);
    give_password(&mut pty, &tom.upn, OLD_PASSWORD, EN.second);
    assert!(!pty.words().contains(EN.no_role));
    pty.choose(EN.kiosk.app, EN.kiosk.open_app);
    pty.answer(&tom.app.code(), EN.no_role);
    pty.send("\r");
    pty.ends_restored(0);
    let ended = home.records("sign_in_ended");
    assert_eq!(ended.last().unwrap()["reason"], "no_role");
    assert!(home.records("console_opened").is_empty());
}

#[test]
fn a_missing_second_factor_is_scanned_first() {
    let home = Home::sqlite();
    let mut pty = start(&home, &EN, &[]);
    // "More information required", as at the kiosk; once there is a second factor the rest can wait.
    give_password(&mut pty, ADMIN, ADMIN_PASSWORD, MORE);
    assert!(!pty.words().contains(LATER));
    pty.choose(AUTHENTICATOR, SCAN_KEY);
    let app = scan_key(&mut pty, "Contoso:admin");
    pty.press("\r", "the code", |pty| {
        pty.words().contains("shows for this")
    });
    pty.answer(&app.code_before(), LATER);
    pty.choose(LATER, EN.usage);
    leave(&mut pty);

    // The same where nothing is asked for at sign-in.
    let other = Home::sqlite();
    let quiet = "registration.required_at_sign_in=off";
    other.run(&["policy", "set", quiet]).ok();
    let mut pty = start(&other, &EN, &[]);
    give_password(&mut pty, ADMIN, ADMIN_PASSWORD, FACTOR);
    pty.choose(AUTHENTICATOR, SCAN_KEY);
    let app = scan_key(&mut pty, "Contoso:admin");
    pty.press("\r", "the code", |pty| {
        pty.words().contains("shows for this")
    });
    pty.answer(&app.code_before(), EN.usage);
    leave(&mut pty);
    other.verify();
}

#[test]
fn a_role_that_is_taken_away_ends_the_console() {
    let (home, app) = host();
    home.add_person("mias");
    let second = "mias@contoso.example";
    home.run(&["user", "role", second, "global"]).ok();
    let mut pty = start(&home, &EN, &[]);
    enter(&mut pty, &EN, &app.code());
    home.run(&["user", "role", ADMIN, "none"]).ok();
    pty.see(OVER);
    pty.send("\r");
    pty.ends_restored(0);
    assert!(pty.words().contains("Your sign-in is over"));
}
