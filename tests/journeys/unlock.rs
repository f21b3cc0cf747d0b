//! *My account is locked*: what each policy and each lock lead to.

use crate::NEW_PASSWORD;
use crate::support::journey::{pass_app, pass_mail};
use crate::support::kiosk::{EN, JA, Kiosk, PlainKiosk, Words};
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::program::{Home, OLD_PASSWORD, Person};
use crate::support::pty::Pty;

pub const ASKED: &str = "Unlock or reset?";
pub const KEEP: &str = "Unlock it and keep my password";
pub const UNLOCKED: &str = "Your account has been unlocked";
pub const NOT_LOCKED: &str = "Your account is not locked here";
const NEW: &str = "Choose a new password";
pub const UNLOCKS: &str = "The new password unlocks it, too.";
const UNLOCKED_TOO: &str = "Your account is unlocked, too.";

fn lock(home: &Home, person: &Person) {
    for number in 0..10 {
        assert!(!home.accepts(&person.upn, &format!("wrong password {number}")));
    }
    assert!(home.json(&["user", "show", &person.upn])["locked_until"].is_string());
}

fn home(alone: &str) -> Home {
    let home = Home::sqlite();
    let setting = format!("unlock_without_reset={alone}");
    // Longer than the test takes.
    let longer = "lockout.sign_in_seconds=3600";
    home.run(&["policy", "set", &setting, longer]).ok();
    home
}

/// From the first screen through both gates.
fn pass(
    kiosk: &mut dyn Kiosk,
    words: &Words,
    home: &Home,
    person: &Person,
    choice: &str,
    next: &str,
) {
    let spool = home.spool();
    kiosk.choose(choice, words.who);
    kiosk.answer(&person.upn, words.step_1);
    pass_mail(kiosk, words, person, &spool, words.step_2);
    pass_app(kiosk, words, person, next);
}

#[test]
fn a_locked_account_is_unlocked_and_keeps_its_password() {
    let home = home("on");
    let person = home.add_person("mias");
    lock(&home, &person);
    assert!(!home.accepts(&person.upn, OLD_PASSWORD));
    let mut pty = Pty::start(&home, &["kiosk"]);
    pass(&mut pty, &EN, &home, &person, EN.locked, ASKED);
    pty.choose(KEEP, UNLOCKED);
    assert!(pty.words().contains("Your password was not changed."));
    assert!(home.accepts(&person.upn, OLD_PASSWORD));
    let unlocked = home.records("account_unlocked");
    assert_eq!(unlocked.len(), 1);
    assert_eq!(unlocked[0]["method"], "email+app_code");
    for address in [&person.upn, &person.address] {
        let notices = home.spool().notices(address, 1);
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert!(notices[0].contains("was unlocked"), "{notices:?}");
    }
    assert!(home.records("password_reset").is_empty());
    home.verify();
}

#[test]
fn who_forgot_the_password_of_a_locked_account_is_asked_too() {
    let home = home("on");
    let person = home.add_person("mias");
    lock(&home, &person);
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &["--once"]));
    pass(&mut kiosk, &EN, &home, &person, EN.forgot, ASKED);
    kiosk.choose(NEW, UNLOCKS);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    assert!(kiosk.shown.contains(UNLOCKED_TOO), "{}", kiosk.shown);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    assert!(home.records("account_unlocked").is_empty());
}

#[test]
fn where_policy_says_so_only_a_new_password_unlocks() {
    let home = home("off");
    let person = home.add_person("mias");
    lock(&home, &person);
    let mut pty = Pty::start(&home, &["kiosk"]);
    pass(&mut pty, &EN, &home, &person, EN.locked, UNLOCKS);
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(pty.words().contains(UNLOCKED_TOO));
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
}

#[test]
fn an_account_that_is_not_locked_is_told_so_after_the_gates() {
    for alone in ["on", "off"] {
        let home = home(alone);
        let person = home.add_person("mias");
        let mut kiosk = PlainKiosk::new(Plain::start(&home, &["--once"]));
        pass(&mut kiosk, &EN, &home, &person, EN.locked, NOT_LOCKED);
        assert!(!kiosk.shown.contains(KEEP), "{}", kiosk.shown);
        kiosk.choose(NEW, EN.new_password);
        kiosk.set_password(NEW_PASSWORD, EN.done);
        assert!(!kiosk.shown.contains(UNLOCKED_TOO), "{}", kiosk.shown);
        assert!(home.accepts(&person.upn, NEW_PASSWORD));
    }
}

#[test]
fn in_japanese_too() {
    let home = home("on");
    let person = home.add_person("mias");
    lock(&home, &person);
    let lang = ["kiosk", "--lang", "ja"];
    let mut pty = Pty::start(&home, &lang);
    pass(
        &mut pty,
        &JA,
        &home,
        &person,
        JA.locked,
        "ロックの解除またはリセット",
    );
    pty.choose(
        "今のパスワードを使い続ける",
        "アカウントのロックが解除されました",
    );
    assert!(home.accepts(&person.upn, OLD_PASSWORD));
}
