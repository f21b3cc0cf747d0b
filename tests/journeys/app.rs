//! The app that takes requests is registered by its owner: a phone scans its topic on the screen, and
//! the test that comes there is answered. Requests are in a spool.

use super::requests::{answer, number, request};
use super::*;
use crate::support::registering::{ENOUGH, registered, sign_in, sign_in_plainly, with_mail_alone};

const AN_APP: &str = "Requests in an app on my phone";
const SCAN: &str = "Scan this code with your phone to";
const SUBSCRIBE: &str = "Subscribe the ntfy app on your phone to this topic.";
const TESTED: &str = "A test request is on its way to your phone.";
const AGAIN: &str = "A new test is on its way.";
const VERIFIED: &str = "You chose Verify on your phone.";
const WRONG: &str = "That is not the number of the newest test.";
const DENIED: &str = "The request was denied on the phone.";

#[test]
fn a_phone_scans_its_topic_and_answers_the_test() {
    let home = Home::sqlite();
    let spool = home.push_into_spool();
    let mia = with_mail_alone(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AN_APP, SCAN);
    pty.until("a code to scan", |pty| pty.scan().is_ok());
    let topic = pty.scan().unwrap();
    let written: String = pty.screen().split_whitespace().collect();
    // It is wrapped beside the picture.
    let halves = topic.split_at(topic.len() / 2);
    assert!(
        written.contains(&topic[..8]) && written.contains(&halves.1[halves.1.len() - 4..]),
        "{topic} {}",
        pty.screen()
    );
    pty.press("\r", TESTED, |pty| pty.words().contains(TESTED));
    let first = request(&spool, 0);
    assert_eq!(first["to"], topic.as_str());
    assert!(first["text"].as_str().unwrap().contains("Lobby 1"));
    // Verify alone registers nothing; nor does the number of a test that another has followed.
    answer(&first, "verify");
    pty.see(VERIFIED);
    pty.press("\t\t\r", AGAIN, |pty| pty.words().contains(AGAIN));
    let second = request(&spool, 1);
    assert_eq!(second["to"], topic.as_str());
    pty.answer(&number(&first), WRONG);
    assert!(registered(&home).is_empty());
    pty.answer(&number(&second), ENOUGH);
    let added = registered(&home);
    assert_eq!(added.len(), 1, "{added:?}");
    assert_eq!(added[0]["method"], "app_notification");
    pty.cancel(EN.welcome);
    // From then on a request passes a gate.
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let asked = request(&spool, 2);
    assert_eq!(asked["to"], topic.as_str());
    pty.answer(&number(&asked), EN.step_2);
    pass_mail(&mut pty, &EN, &mia, &home.spool(), EN.new_password);
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&mia.upn, NEW_PASSWORD));
    home.verify();
}

#[test]
fn a_test_that_is_denied_registers_nothing() {
    let home = Home::sqlite();
    let spool = home.push_into_spool();
    let mia = with_mail_alone(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AN_APP, SCAN);
    pty.press("\r", TESTED, |pty| pty.words().contains(TESTED));
    answer(&request(&spool, 0), "deny");
    pty.see(DENIED);
    assert!(registered(&home).is_empty());
}

#[test]
fn plain_mode_says_the_topic_and_asks_for_the_number() {
    let home = Home::sqlite();
    let spool = home.push_into_spool();
    let mia = with_mail_alone(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    sign_in_plainly(&mut kiosk, &mia.upn);
    kiosk.choose(AN_APP, SUBSCRIBE);
    let lines: Vec<String> = kiosk.shown.lines().map(str::to_owned).collect();
    let topic = lines.iter().position(|line| line == "Topic").unwrap() + 1;
    kiosk.choose("Next", TESTED);
    let test = request(&spool, 0);
    assert_eq!(test["to"], lines[topic].as_str());
    kiosk.answer("12", "The number has 6 digits and nothing else.");
    kiosk.answer(&number(&test), ENOUGH);
    assert_eq!(registered(&home).len(), 1);
}
