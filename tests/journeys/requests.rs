//! The gate of a request on the app, on the screen and in plain mode, requests in a spool.

use serde_json::Value;

use crate::NEW_PASSWORD;
use crate::support::journey::{begin, pass_app, pass_mail};
use crate::support::kiosk::{DE, EN, ES, FR, JA, Kiosk, PlainKiosk, Words};
use crate::support::mailbox::{Mailbox, Spool};
use crate::support::plain::Plain;
use crate::support::program::{ADMIN, Home, OLD_PASSWORD, Person};
use crate::support::pty::Pty;
use crate::support::wait_for;

fn home() -> (Home, Spool) {
    let home = Home::sqlite();
    let spool = home.push_into_spool();
    (home, spool)
}

/// Somebody whose app listens to a topic of their own name.
fn with_app(home: &Home, name: &str) -> Person {
    let person = home.add_person(name);
    home.add_app(&person.upn, name);
    person
}

/// The request after so many.
pub(super) fn request(spool: &Spool, earlier: usize) -> Value {
    wait_for("a request", || spool.entries().get(earlier).cloned()).unwrap()
}

/// The number that a request shows.
pub(super) fn number(request: &Value) -> String {
    let text = request["text"].as_str().unwrap();
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.find(|run| run.len() == 6).unwrap().to_owned()
}

/// Chooses on the phone.
pub(super) fn answer(request: &Value, word: &str) {
    std::fs::write(request["reply"].as_str().unwrap(), format!("{word}\n")).unwrap();
}

fn resets(kiosk: &mut dyn Kiosk, home: &Home, spool: &Spool, person: &Person, words: &Words) {
    let earlier = spool.entries().len();
    begin(kiosk, words, &person.upn, words.step_1);
    pass_mail(kiosk, words, person, &home.spool(), words.step_2);
    kiosk.choose(words.ask, words.asked);
    let request = request(spool, earlier);
    assert_eq!(request["channel"], "push");
    assert_eq!(request["language"], words.tag);
    assert!(request["subject"].as_str().unwrap().contains("Contoso"));
    assert!(request["text"].as_str().unwrap().contains("Lobby 1"));
    kiosk.answer(&number(&request), words.new_password);
    kiosk.set_password(NEW_PASSWORD, words.done);
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
    assert_eq!(spool.entries().len(), earlier + 1);
}

#[test]
fn mail_and_a_request_on_the_full_screen_and_in_plain_mode() {
    let (home, spool) = home();
    for words in [&EN, &DE, &FR, &ES, &JA] {
        let person = with_app(&home, &format!("full-{}", words.tag));
        let arguments = ["kiosk", "--once", "--lang", words.tag];
        let mut pty = Pty::start(&home, &arguments);
        resets(&mut pty, &home, &spool, &person, words);
        let person = with_app(&home, &format!("plain-{}", words.tag));
        let mut plain = PlainKiosk::new(Plain::start(&home, &["--once", "--lang", words.tag]));
        resets(&mut plain, &home, &spool, &person, words);
    }
    home.verify();
}

#[test]
fn verify_alone_passes_nothing() {
    let (home, spool) = home();
    let person = with_app(&home, "mias");
    for words in [&EN, &DE, &JA] {
        let earlier = spool.entries().len();
        let mut pty = Pty::start(&home, &["kiosk", "--lang", words.tag]);
        begin(&mut pty, words, &person.upn, words.step_1);
        pty.choose(words.ask, words.asked);
        let request = request(&spool, earlier);
        answer(&request, "verify");
        pty.see(words.verified);
        pty.see(words.step_1);
        // What it awaits is the number, and no other.
        let right = number(&request);
        let wrong = if right == "000000" {
            "000001"
        } else {
            "000000"
        };
        pty.answer(wrong, words.verified);
        wait_for("a wrong try", || {
            let tried = home.records("gate_tried");
            tried
                .iter()
                .any(|record| record["reason"] == "wrong_code")
                .then_some(())
        })
        .unwrap();
        pty.answer(&right, words.step_2);
        pty.cancel(words.welcome);
    }
    let answered = home.records("request_answered");
    assert_eq!(answered.len(), 3, "{answered:?}");
    assert!(answered.iter().all(|record| record["outcome"] == "success"));
}

/// A front end as it is started.
type Front = fn(&Home) -> Box<dyn Kiosk>;

#[test]
fn deny_ends_it_and_tells_everybody_concerned() {
    let (home, spool) = home();
    let fronts: [(&str, Front); 2] = [
        ("anna", |home| Box::new(Pty::start(home, &["kiosk"]))),
        ("bert", |home| {
            Box::new(PlainKiosk::new(Plain::start(home, &[])))
        }),
    ];
    for (at, (name, front)) in fronts.into_iter().enumerate() {
        let person = with_app(&home, name);
        let mut kiosk = front(&home);
        begin(&mut *kiosk, &EN, &person.upn, EN.step_1);
        kiosk.choose(EN.ask, EN.asked);
        let request = request(&spool, at);
        answer(&request, "deny");
        kiosk.news("was denied on the phone");
        for address in [&person.upn, &person.address] {
            let notices = home.spool().notices(address, 1);
            assert!(notices[0].contains("Lobby 1"), "{notices:?}");
            assert!(notices[0].contains("Somebody"), "{notices:?}");
        }
        let told = home.spool().notices(ADMIN, at + 1);
        assert!(
            told.iter().any(|text| text.contains(&person.upn)),
            "{told:?}"
        );
        let record = home.records("request_answered").pop().unwrap();
        assert_eq!(record["outcome"], "failure", "{record}");
        assert_eq!(record["reason"], "denied");
        assert_eq!(record["method"], "app_notification");
        assert!(home.accepts(&person.upn, OLD_PASSWORD));
        kiosk.cancel(EN.welcome);
    }
    home.verify();
}

#[test]
fn the_sixth_request_of_an_hour_blocks() {
    let (home, spool) = home();
    let person = with_app(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    for sent in 1..5 {
        request(&spool, sent - 1);
        // Tab leads from the field past *Next* to the button.
        pty.send("\t\t");
        pty.press("\r", "another request", |_| {
            spool.entries().len() == sent + 1
        });
        pty.see("A new request is on its way.");
    }
    let all: Vec<Value> = (0..5).map(|at| request(&spool, at)).collect();
    // Those before the last are over: their numbers do nothing.
    let last = number(&all[4]);
    if number(&all[0]) != last {
        pty.answer(&number(&all[0]), "You have 4 tries left.");
    }
    pty.send("\t\t");
    pty.press("\r", EN.refused, |pty| pty.words().contains(EN.refused));
    assert_eq!(spool.entries().len(), 5);
    let blocked = home.records("account_blocked");
    assert_eq!(blocked.len(), 1);
    let detail = blocked[0]["detail"].as_str().unwrap();
    assert!(detail.starts_with("limit of push"), "{detail}");
    assert!(home.records("request_answered").is_empty());
}

/// Nothing is heard of the request, and nobody waits for that.
#[test]
fn another_method_is_there_at_once_whatever_becomes_of_the_request() {
    let home = Home::sqlite();
    // Takes every connection and says nothing.
    let silent = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = silent.local_addr().unwrap().port();
    let token = crate::support::secret_file(&home.path(""), "ntfy.secret", "tk_none");
    home.push_by(&format!(
        "[push]\ndriver = \"ntfy\"\nurl = \"http://127.0.0.1:{port}\"\n\
         token_file = \"{}\"\ntopic_prefix = \"a-\"\nreply_prefix = \"b-\"\n",
        token.display()
    ));
    let person = with_app(&home, "mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    kiosk.choose(EN.ask, EN.asked);
    kiosk.shown = kiosk.plain.ask("b");
    kiosk.choose(EN.mail, EN.on_its_way);
    let code = home.spool().code_after(&person.address, 0);
    // The mail came while the request hangs: it is not behind it.
    let list = home.json(&["outbox", "list"]);
    let push = |item: &&Value| item["channel"] == "push";
    let request = list.as_array().unwrap().iter().find(push).unwrap();
    assert_eq!(request["state"], "waiting", "{request}");
    assert_eq!(request["last_error"], Value::Null, "{request}");
    kiosk.answer(&code, EN.step_2);
    pass_app(&mut kiosk, &EN, &person, EN.new_password);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    drop(silent);
}
