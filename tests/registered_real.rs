//! Methods registered by their owners over real servers, and then used for a reset: the app through
//! ntfy, an address through Exim, a phone through Kannel and through Asterisk.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use support::asterisk::{Asterisk, Does, PASSWORD as EXCHANGE, Phone as Telephone};
use support::exim::Exim;
use support::journey::{begin, pass_mail, pass_phone};
use support::kannel::{Kannel, PASSWORD as GATEWAY};
use support::kiosk::{EN, Kiosk, PlainKiosk};
use support::mailbox::Mailbox;
use support::ntfy::Ntfy;
use support::plain::Plain;
use support::program::{Home, OLD_PASSWORD, Person};
use support::pty::Pty;
use support::registering::{ENOUGH, registered};
use support::totp::Authenticator;
use support::wait_for;

const NEW_PASSWORD: &str = "nine purple elephants dancing";
const NUMBER: &str = "+14255550111";
const SIGN_IN: &str = "Change my password or security info";
const MORE: &str = "More information required";

/// Somebody who has nothing but a password and is about to register this address.
fn with_nothing(home: &Home, name: &str) -> Person {
    let upn = format!("{name}@contoso.example");
    let add = ["user", "add", &upn, "--password-stdin"];
    home.run_with(&add, OLD_PASSWORD.as_bytes()).ok();
    let address = format!("{name}@home.example");
    let app = Authenticator::of("nobody");
    Person { upn, address, app }
}

fn sign_in(kiosk: &mut dyn Kiosk, person: &Person) {
    kiosk.choose(SIGN_IN, "Enter your user ID and your password");
    kiosk.sign_in(&person.upn, OLD_PASSWORD, MORE);
}

/// The gate of the mail through Exim, which keeps no order: the code that was not there before.
fn pass_exim(kiosk: &mut dyn Kiosk, person: &Person, exim: &Exim, next: &str) {
    let earlier = exim.codes(&person.address);
    kiosk.choose(EN.mail, EN.on_its_way);
    let new = || exim.codes(&person.address).into_iter();
    let code = wait_for("a new code", || new().find(|code| !earlier.contains(code)));
    kiosk.answer(&code.unwrap(), next);
}

fn register_mail(kiosk: &mut dyn Kiosk, person: &Person, mail: &dyn Mailbox, next: &str) {
    kiosk.choose("A private e-mail address", "Your e-mail address");
    kiosk.answer(&person.address, "Confirm your e-mail address");
    let code = mail.code_after(&person.address, 0);
    kiosk.answer(&code, next);
}

/// The first run of six digits.
fn six_digits(text: &str) -> Option<String> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.find(|run| run.len() == 6).map(str::to_owned)
}

fn is_reset(home: &Home, kiosk: &mut dyn Kiosk, person: &Person, gates: &str) {
    kiosk.set_password(NEW_PASSWORD, EN.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    let reset = home.records("password_reset").pop().unwrap();
    assert_eq!(reset["account"], person.upn.as_str());
    assert_eq!(reset["method"], gates);
    let methods = registered(home);
    let of_hers = |record: &&serde_json::Value| record["account"] == person.upn.as_str();
    assert_eq!(methods.iter().filter(of_hers).count(), 2, "{methods:?}");
    home.verify();
}

/// The line after the one with this label, on the page of the app.
fn below(shown: &str, label: &str) -> String {
    let mut lines = shown.lines().skip_while(|line| *line != label);
    lines.nth(1).unwrap_or_else(|| panic!("{shown}")).to_owned()
}

#[test]
fn an_app_through_ntfy_and_an_address_through_exim() {
    let (Some(ntfy), Some(exim)) = (Ntfy::start(), Exim::start()) else {
        return;
    };
    let home = Home::sqlite();
    home.mail_through(&exim);
    home.push_by(&ntfy.section());
    let mia = with_nothing(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    sign_in(&mut kiosk, &mia);
    kiosk.choose("Requests in an app on my phone", "Subscribe the ntfy app");
    // The phone knows what the screen says, and nothing else.
    assert_eq!(below(&kiosk.shown, "Server"), ntfy.url());
    let topic = below(&kiosk.shown, "Topic");
    let credential = below(&kiosk.shown, "Sign-in at the server");
    let (name, password) = credential.split_once(" / ").unwrap();
    let phone = ntfy.phone(&topic, [name, password]);
    kiosk.choose("Next", "A test request is on its way to your phone.");
    let test = phone.request(0);
    assert_eq!(phone.press(&test, "Verify"), 200);
    let number = six_digits(test["message"].as_str().unwrap()).unwrap();
    kiosk.answer(&number, "Set up so far: 1 of 2.");
    register_mail(&mut kiosk, &mia, &exim, ENOUGH);
    kiosk.cancel(EN.welcome);
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    kiosk.choose(EN.ask, EN.asked);
    let request = phone.request(1);
    assert_eq!(phone.press(&request, "Verify"), 200);
    let number = six_digits(request["message"].as_str().unwrap()).unwrap();
    kiosk.answer(&number, EN.step_2);
    pass_exim(&mut kiosk, &mia, &exim, EN.new_password);
    is_reset(&home, &mut kiosk, &mia, "app_notification+email");
    assert_eq!(phone.requests().unwrap().len(), 2, "each once");
}

#[test]
fn a_phone_through_kannel_and_an_address_through_exim() {
    let (Some(kannel), Some(exim)) = (Kannel::start(), Exim::start()) else {
        return;
    };
    let home = Home::sqlite();
    home.mail_through(&exim);
    home.text_through(&kannel.url(), GATEWAY);
    let mia = with_nothing(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    let code = |earlier: usize| {
        let arrived = || six_digits(kannel.messages(NUMBER).get(earlier)?);
        wait_for("a text message", arrived).unwrap()
    };
    sign_in(&mut pty, &mia);
    pty.choose("My mobile phone", "Your mobile number");
    pty.answer(NUMBER, "Confirm your mobile number");
    pty.answer(&code(0), "Set up so far: 1 of 2.");
    register_mail(&mut pty, &mia, &exim, ENOUGH);
    pty.cancel(EN.welcome);
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pass_phone(&mut pty, &EN, NUMBER, EN.step_2, || code(1));
    pass_exim(&mut pty, &mia, &exim, EN.new_password);
    is_reset(&home, &mut pty, &mia, "mobile_phone+email");
    assert_eq!(kannel.messages(NUMBER).len(), 2, "each once");
}

#[test]
#[ignore = "needs a newer Debian suite (500 MB); tests/run --all runs it"]
fn a_phone_through_asterisk() {
    let Some(exchange) = Asterisk::start() else {
        return;
    };
    let home = Home::sqlite();
    exchange.take_prompts(&home);
    let mia = with_nothing(&home, "mias");
    // A telephone that takes one call, and the kiosk that reaches it.
    let rings = || {
        let phone = Telephone::waits(Does::Presses("pound"));
        let endpoint = exchange.endpoint(&phone);
        home.call_through(&exchange.url(), &endpoint, &exchange.prompts(), EXCHANGE);
        (phone, Pty::start(&home, &["kiosk"]))
    };
    let (phone, mut pty) = rings();
    sign_in(&mut pty, &mia);
    register_mail(&mut pty, &mia, &home.spool(), "Set up so far: 1 of 2.");
    pty.choose("My mobile phone", "Your mobile number");
    pty.fill(NUMBER, &format!("[{NUMBER} "));
    for _ in 0..2 {
        let before = pty.screen();
        pty.press("\t", "the next action", |pty| pty.screen() != before);
    }
    pty.press("\r", "the call", |pty| {
        pty.words().contains("Confirm your number")
    });
    // The prompt takes its time.
    let comes = |phone: &Telephone, pty: &mut Pty, words: &str| {
        let seen =
            (0..4).any(|_| wait_for(words, || pty.words().contains(words).then_some(())).is_ok());
        assert!(seen, "{}\n{}", pty.screen(), phone.messages());
    };
    comes(&phone, &mut pty, ENOUGH);
    drop((phone, pty));
    let (phone, mut pty) = rings();
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pass_mail(&mut pty, &EN, &mia, &home.spool(), EN.step_2);
    pty.choose("Call my mobile phone", EN.number);
    pty.answer(NUMBER, EN.step_2);
    comes(&phone, &mut pty, EN.new_password);
    is_reset(&home, &mut pty, &mia, "email+mobile_phone");
}
