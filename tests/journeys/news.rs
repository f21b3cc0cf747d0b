//! What becomes of a message is told on the screen that awaits its code, and never holds anybody up.

use std::net::TcpStream;
use std::time::Duration;

use crate::NEW_PASSWORD;
use crate::support::gateway::{Gateway, answer};
use crate::support::journey::{begin, pass_app, pass_mail};
use crate::support::kiosk::{EN, Kiosk};
use crate::support::program::{Home, Person};
use crate::support::pty::Pty;

const NUMBER: &str = "+14255550111";

/// Mia with a phone, at a kiosk whose text messages go through this gateway.
fn awaiting(gateway: &Gateway) -> (Home, Person, Pty) {
    let home = Home::sqlite();
    home.text_through(
        &gateway.url("send?to={to}&text={text}&secret={secret}"),
        "s3cret",
    );
    let person = home.add_person("mias");
    home.run(&["user", "edit", &person.upn, "--mobile", NUMBER])
        .ok();
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.phone, EN.number);
    pty.answer(NUMBER, "A code is on its way");
    (home, person, pty)
}

fn tells(pty: &mut Pty, words: &str) {
    pty.until(words, |pty| pty.words().contains(words));
}

/// Whatever the gateway does, the person gets in by other methods.
fn by_others(home: &Home, person: &Person, pty: &mut Pty) {
    pty.press("\x1b", EN.step_1, |pty| pty.words().contains(EN.mail));
    pass_mail(pty, &EN, person, &home.spool(), EN.step_2);
    pass_app(pty, &EN, person, EN.new_password);
    pty.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    home.verify();
}

#[test]
fn a_refused_message_is_told_and_another_method_serves() {
    let gateway = Gateway::start(|stream| answer(stream, "400 Bad Request"));
    let (home, person, mut pty) = awaiting(&gateway);
    tells(
        &mut pty,
        "The message could not be delivered. Choose another method.",
    );
    let failed = home.records("delivery_failed");
    assert_eq!(failed.len(), 1);
    assert!(failed[0]["detail"].as_str().unwrap().contains("400"));
    by_others(&home, &person, &mut pty);
}

#[test]
fn a_message_that_waits_for_its_gateway_is_told_and_holds_nobody_up() {
    let gateway = Gateway::start(|stream| answer(stream, "503 Service Unavailable"));
    let (home, person, mut pty) = awaiting(&gateway);
    tells(
        &mut pty,
        "The message could not be sent yet and is tried again.",
    );
    by_others(&home, &person, &mut pty);
}

#[test]
fn a_gateway_that_never_answers_holds_nobody_up() {
    fn silent(_: &mut TcpStream) -> std::io::Result<()> {
        std::thread::sleep(Duration::from_secs(600));
        Ok(())
    }
    let gateway = Gateway::start(silent);
    let (home, person, mut pty) = awaiting(&gateway);
    by_others(&home, &person, &mut pty);
}
