//! Pairs of gates that no other journey goes through, on the full screen and in plain mode.

use crate::NEW_PASSWORD;
use crate::questions::{SAID, add_person, asked, type_answers};
use crate::support::journey::{begin, pass_app, pass_phone};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Spool;
use crate::support::plain::Plain;
use crate::support::program::{Home, Person};
use crate::support::pty::Pty;

const NUMBER: &str = "+14255550111";
const QUESTIONS: &str = SAID[0][0];

fn home() -> (Home, Spool) {
    let home = Home::sqlite();
    let messages = home.text_into_spool();
    let enabled = "methods.enabled=app_code,mobile_phone,security_questions";
    home.run(&["policy", "set", enabled]).ok();
    (home, messages)
}

fn person(home: &Home, name: &str) -> Person {
    let person = add_person(home, name);
    home.run(&["user", "edit", &person.upn, "--mobile", NUMBER])
        .ok();
    person
}

fn done(home: &Home, kiosk: &mut dyn Kiosk, person: &Person, gates: &str) {
    kiosk.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    let reset = home.records("password_reset").pop().unwrap();
    assert_eq!(reset["account"], person.upn.as_str());
    assert_eq!(reset["method"], gates);
    home.verify();
}

fn answer_in_plain(kiosk: &mut PlainKiosk, next: &str) {
    kiosk.choose(QUESTIONS, SAID[0][1]);
    for _ in 0..3 {
        let answer = asked(&kiosk.shown, 0)[0];
        kiosk.shown = kiosk.plain.ask(answer);
    }
    kiosk.see(next);
}

#[test]
fn phone_and_questions() {
    let (home, messages) = home();
    let mia = person(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pass_phone(&mut pty, &EN, NUMBER, EN.step_2, || {
        crate::phone::code(&messages, 0)
    });
    pty.choose(QUESTIONS, SAID[0][1]);
    let answers = asked(&pty.screen(), 0);
    type_answers(&mut pty, 0, &answers, EN.new_password);
    done(&home, &mut pty, &mia, "mobile_phone+security_questions");

    let ben = person(&home, "bens");
    let mut plain = PlainKiosk::new(Plain::start(&home, &["--once"]));
    begin(&mut plain, &EN, &ben.upn, EN.step_1);
    answer_in_plain(&mut plain, EN.step_2);
    let earlier = messages.entries().len();
    pass_phone(&mut plain, &EN, NUMBER, EN.new_password, || {
        crate::phone::code(&messages, earlier)
    });
    done(&home, &mut plain, &ben, "security_questions+mobile_phone");
}

#[test]
fn authenticator_and_questions() {
    let (home, _) = home();
    let mia = person(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pass_app(&mut pty, &EN, &mia, EN.step_2);
    pty.choose(QUESTIONS, SAID[0][1]);
    let answers = asked(&pty.screen(), 0);
    type_answers(&mut pty, 0, &answers, EN.new_password);
    done(&home, &mut pty, &mia, "app_code+security_questions");
}

#[test]
fn phone_and_authenticator() {
    let (home, messages) = home();
    let mia = person(&home, "mias");
    let mut plain = PlainKiosk::new(Plain::start(&home, &["--once"]));
    begin(&mut plain, &EN, &mia.upn, EN.step_1);
    pass_phone(&mut plain, &EN, NUMBER, EN.step_2, || {
        crate::phone::code(&messages, 0)
    });
    pass_app(&mut plain, &EN, &mia, EN.new_password);
    done(&home, &mut plain, &mia, "mobile_phone+app_code");

    let ben = person(&home, "bens");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &ben.upn, EN.step_1);
    pass_app(&mut pty, &EN, &ben, EN.step_2);
    let earlier = messages.entries().len();
    pass_phone(&mut pty, &EN, NUMBER, EN.new_password, || {
        crate::phone::code(&messages, earlier)
    });
    done(&home, &mut pty, &ben, "app_code+mobile_phone");
}
