//! Pairs of gates with a request on an app or a call to the office as one of them, on the full screen
//! and in plain mode by turns.

use crate::NEW_PASSWORD;
use crate::calls::{Follows, answer as pick_up, call};
use crate::phone::code;
use crate::questions::{SAID, add_person, asked, type_answers};
use crate::requests::{number, request};
use crate::support::journey::{begin, pass_app, pass_phone};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Spool;
use crate::support::plain::Plain;
use crate::support::program::{Home, Person};
use crate::support::pty::Pty;

const MOBILE: &str = "+14255550111";
const ALL: &str = "app_notification,app_code,email,mobile_phone,office_phone,security_questions";

/// The pairs, in the order in which they are passed.
const PAIRS: [[&str; 2]; 8] = [
    ["app_notification", "app_code"],
    ["mobile_phone", "app_notification"],
    ["app_notification", "office_phone"],
    ["office_phone", "app_notification"],
    ["office_phone", "mobile_phone"],
    ["app_code", "office_phone"],
    ["office_phone", "security_questions"],
    ["security_questions", "app_notification"],
];

/// A host, and where what it sends arrives.
struct Desk {
    home: Home,
    texts: Spool,
    calls: Spool,
    requests: Spool,
}

impl Desk {
    fn open() -> Self {
        let home = Home::sqlite();
        let texts = home.text_into_spool();
        let calls = home.call_into_spool();
        let requests = home.push_into_spool();
        let enabled = format!("methods.enabled={ALL}");
        let often = "delivery.per_destination_per_day=1000";
        let policy = [&enabled, often];
        home.run(&[&["policy", "set"], &policy[..]].concat()).ok();
        Self {
            home,
            texts,
            calls,
            requests,
        }
    }

    /// Somebody with all six.
    fn person(&self, name: &str) -> Person {
        let person = add_person(&self.home, name);
        let phones = ["--mobile", MOBILE, "--office", "+14255550100x123"];
        let edit = ["user", "edit", &person.upn];
        self.home.run(&[&edit[..], &phones].concat()).ok();
        self.home.add_app(&person.upn, name);
        person
    }

    fn pass(&self, at: &mut dyn Front, person: &Person, method: &str, next: &str) {
        match method {
            "app_code" => pass_app(at.kiosk(), &EN, person, next),
            "mobile_phone" => {
                let earlier = self.texts.entries().len();
                let read = || code(&self.texts, earlier);
                pass_phone(at.kiosk(), &EN, MOBILE, next, read);
            }
            "office_phone" => {
                let earlier = self.calls.entries().len();
                at.choose("Call my office phone", "without an extension");
                at.answer("425 555 0100", "Verification step");
                pick_up(&call(&self.calls, earlier), "#");
                at.follow(next);
            }
            "app_notification" => {
                let earlier = self.requests.entries().len();
                at.choose(EN.ask, EN.asked);
                at.answer(&number(&request(&self.requests, earlier)), next);
            }
            _ => at.answer_questions(next),
        }
    }

    fn resets(&self, at: &mut dyn Front, person: &Person, pair: [&str; 2]) {
        begin(at.kiosk(), &EN, &person.upn, EN.step_1);
        self.pass(at, person, pair[0], EN.step_2);
        self.pass(at, person, pair[1], EN.new_password);
        at.set_password(NEW_PASSWORD, EN.done);
        assert!(self.home.accepts(&person.upn, NEW_PASSWORD));
        let reset = self.home.records("password_reset").pop().unwrap();
        assert_eq!(reset["account"], person.upn.as_str());
        assert_eq!(reset["method"], pair.join("+"));
    }
}

/// A kiosk on which questions can be answered.
trait Front: Follows {
    fn kiosk(&mut self) -> &mut dyn Kiosk;
    fn answer_questions(&mut self, next: &str);
}

impl Front for Pty {
    fn kiosk(&mut self) -> &mut dyn Kiosk {
        self
    }

    fn answer_questions(&mut self, next: &str) {
        self.choose(SAID[0][0], SAID[0][1]);
        let answers = asked(&self.screen(), 0);
        type_answers(self, 0, &answers, next);
    }
}

impl Front for PlainKiosk {
    fn kiosk(&mut self) -> &mut dyn Kiosk {
        self
    }

    fn answer_questions(&mut self, next: &str) {
        self.choose(SAID[0][0], SAID[0][1]);
        for _ in 0..3 {
            let answer = asked(&self.shown, 0)[0];
            self.shown = self.plain.ask(answer);
        }
        self.see(next);
    }
}

#[test]
fn requests_and_calls_go_with_every_other_method() {
    let desk = Desk::open();
    for (number, pair) in PAIRS.into_iter().enumerate() {
        let person = desk.person(&format!("person{number}"));
        if number % 2 == 0 {
            let mut screen = Pty::start(&desk.home, &["kiosk", "--once"]);
            desk.resets(&mut screen, &person, pair);
        } else {
            let mut plain = PlainKiosk::new(Plain::start(&desk.home, &["--once"]));
            desk.resets(&mut plain, &person, pair);
        }
    }
    assert_eq!(desk.home.records("password_reset").len(), PAIRS.len());
    desk.home.verify();
}
