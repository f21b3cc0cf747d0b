//! What was typed, looked for in the memory of the running program after it was wiped.
//!
//! Every page that the program can write is searched, for the bytes one after another and for the
//! characters at any even distance: cells of a screen, key events, UTF-32.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use serde_json::{Value, json};

use crate::support::gateway::{Gateway, answer};
use crate::support::journey::{Order, begin, pass_gates};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::{Home, Person};
use crate::support::pty::Pty;
use crate::support::registering::{AUTHENTICATOR, SCAN_KEY, scan_key, sign_in, with_mail_alone};
use crate::support::{DEADLINE, may_look_inside, wait_for};

/// How many characters one after another are a find.
const WINDOW: usize = 6;
/// The furthest that two characters of a find may be apart, in bytes.
const FURTHEST: usize = 640;

/// A user ID, a code, and a password that breaks no rule; no part of one is part of another, or of
/// anything else a program holds.
const USER: &str = "Zk9vQx3wJf";
const CODE: &str = "Yq7jWp4zVg";
const PASSWORD: &str = "Xz5qKj8vWy2gUf";
/// An answer to a question, and a number that is not the one held.
const ANSWER: &str = "Wv4hZr9tYk";
const NUMBER: &str = "+4915758402693";

/// The pages a process can write, by their names.
fn pages(process: u32) -> Vec<(String, Vec<u8>)> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let memory = File::open(format!("/proc/{process}/mem")).unwrap();
    let mut found = Vec::new();
    for line in maps.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words[1].starts_with("rw") {
            continue;
        }
        let (from, to) = words[0].split_once('-').unwrap();
        let (from, to) = (number(from), number(to));
        let mut bytes = vec![0; usize::try_from(to - from).unwrap()];
        // One that went away meanwhile holds nothing any more.
        if memory.read_exact_at(&mut bytes, from).is_ok() {
            found.push((words.get(5).unwrap_or(&"heap").to_string(), bytes));
        }
    }
    assert!(found.iter().any(|(name, _)| name == "[stack]"), "{maps}");
    found
}

fn number(hex: &str) -> u64 {
    u64::from_str_radix(hex, 16).unwrap()
}

/// Where a part of the text stands, with what is around it.
fn finds(pages: &[(String, Vec<u8>)], text: &str) -> Vec<String> {
    let windows: Vec<&[u8]> = text.as_bytes().windows(WINDOW).collect();
    let mut found = Vec::new();
    for (name, bytes) in pages {
        for window in &windows {
            for (at, _) in bytes.iter().enumerate().filter(|(_, b)| **b == window[0]) {
                let stands = |apart: &usize| {
                    let nth = |n: usize| bytes.get(at + n * apart);
                    (1..WINDOW).all(|n| nth(n) == Some(&window[n]))
                };
                if let Some(apart) = (1..=FURTHEST).find(stands) {
                    let around = &bytes[at.saturating_sub(48)..bytes.len().min(at + 64)];
                    found.push(format!(
                        "{} in {name} at {at}, {apart} apart: {}",
                        String::from_utf8_lossy(window),
                        around.escape_ascii()
                    ));
                }
            }
        }
    }
    found
}

/// It is nowhere, now or in a moment: the work that was under way has ended by then.
fn nowhere(process: u32, texts: &[&str], when: &str) {
    let end = Instant::now() + DEADLINE / 10;
    loop {
        let pages = pages(process);
        let found: Vec<String> = texts.iter().flat_map(|text| finds(&pages, text)).collect();
        if found.is_empty() {
            return;
        }
        assert!(Instant::now() < end, "{when}:\n{}", found.join("\n"));
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Types a text that is shown, first key by key and then at once, as a paste comes.
fn type_both_ways(pty: &mut Pty, text: &str, shown: &str) {
    pty.clear();
    for (nth, key) in text.chars().enumerate() {
        let so_far: String = shown.chars().take(nth + 1).collect();
        pty.press(&key.to_string(), "a key", |pty| {
            pty.screen().contains(&format!("[{so_far} "))
        });
    }
    pty.fill(text, &format!("[{shown} "));
}

fn cancel(pty: &mut Pty) {
    pty.press("\x18", EN.welcome, |pty| pty.words().contains(EN.welcome));
}

fn at_the_code(pty: &mut Pty, person: &Person) {
    begin(pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.app, EN.open_app);
}

/// The number of a request went through the process twice: to the phone, and from the keyboard.
#[test]
fn the_number_of_a_request_is_left_nowhere() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    let person = home.add_person("mias");
    home.add_app(&person.upn, "mias");
    let server = Gateway::start(|stream: &mut TcpStream| answer(stream, "200 OK"));
    let token = home.path("ntfy.secret");
    fs::write(&token, "tk_none\n").unwrap();
    fs::set_permissions(&token, fs::Permissions::from_mode(0o600)).unwrap();
    home.push_by(&format!(
        "[push]\ndriver = \"ntfy\"\nurl = \"{}\"\ntoken_file = \"{}\"\n\
         topic_prefix = \"sspr-\"\nreply_prefix = \"resp-\"\n",
        server.url(""),
        token.display()
    ));
    let mut pty = Pty::start(&home, &["kiosk"]);
    let process = pty.process_id();
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.ask, EN.asked);
    let request = wait_for("a request", || {
        let asked = server.asked();
        asked
            .into_iter()
            .find(|asked| asked.line.starts_with("POST"))
    });
    let request: Value = serde_json::from_str(&request.unwrap().body).unwrap();
    let body = request["actions"][0]["body"].as_str().unwrap();
    let text = request["message"].as_str().unwrap();
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    let number = runs.find(|run| run.len() == WINDOW).unwrap();
    type_both_ways(&mut pty, number, number);
    let typed = pages(process);
    assert!(
        !finds(&typed, number).is_empty(),
        "it is looked for rightly"
    );
    cancel(&mut pty);
    nowhere(process, &[number, &body[..24]], "after the journey");
}

#[test]
fn nothing_typed_on_the_full_screen_is_left_after_it_was_cancelled() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    let process = pty.process_id();

    pty.choose(EN.forgot, EN.who);
    type_both_ways(&mut pty, USER, USER);
    pty.send(format!("\x15\x1b[200~{USER}\x1b[201~"));
    assert!(
        !finds(&pages(process), USER).is_empty(),
        "the search is blind"
    );
    cancel(&mut pty);
    nowhere(process, &[USER], "a user ID");

    at_the_code(&mut pty, &person);
    type_both_ways(&mut pty, CODE, CODE);
    pty.press("\r", "not counted", |pty| {
        pty.words().contains("not counted")
    });
    pty.fill(CODE, &format!("[{CODE} "));
    cancel(&mut pty);
    nowhere(process, &[CODE], "a code");

    pass_gates(&mut pty, &EN, &person, &home.spool(), Order::AppFirst);
    pty.set_password("Xz5qKj8v", "breaks a rule");
    type_both_ways(&mut pty, PASSWORD, &dots(PASSWORD));
    pty.press("\x12", "the password", |pty| {
        pty.screen().contains(PASSWORD)
    });
    cancel(&mut pty);
    nowhere(process, &[PASSWORD, CODE, USER], "a password");
}

#[test]
fn nothing_typed_on_the_full_screen_is_left_after_it_was_left_alone() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    home.adjust("", "idle_seconds = 15\ntimeout_scale = 0.5\n");
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.choose(EN.forgot, EN.who);
    pty.fill(USER, &format!("[{USER} "));
    pty.see(EN.welcome);
    nowhere(pty.process_id(), &[USER], "a user ID");
}

#[test]
fn a_new_password_is_nowhere_after_it_was_set() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    pass_gates(&mut pty, &EN, &person, &home.spool(), Order::AppFirst);
    pty.set_password(PASSWORD, EN.done);
    nowhere(
        pty.process_id(),
        &[PASSWORD],
        "while it says that it is done",
    );
    pty.press("\r", EN.welcome, |pty| pty.words().contains(EN.welcome));
    nowhere(pty.process_id(), &[PASSWORD], "after the end");
    assert!(home.accepts(&person.upn, PASSWORD));
}

#[test]
fn nothing_typed_is_left_while_the_last_letters_leave() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    let person = home.add_person("mias");
    // A server that takes the connection and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    home.configure(&format!(
        "[mail]\ndriver = \"smtp\"\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\n\
         from = \"reset@contoso.example\"\n",
        silent.local_addr().unwrap().port()
    ));
    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.mail, EN.on_its_way);
    pty.fill(CODE, &format!("[{CODE} "));
    pty.signal(Signal::HUP);
    pty.until("the screen is given back", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    assert!(pty.runs(), "the letter is still under way");
    nowhere(pty.process_id(), &[CODE], "a code, after a hang-up");
    pty.ends_restored(0);
}

#[test]
fn answers_and_numbers_that_were_tried_are_nowhere_after_the_visit() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    home.text_into_spool();
    let enabled = "methods.enabled=app_code,email,mobile_phone,security_questions";
    home.run(&["policy", "set", enabled]).ok();
    let person = home.add_person("mias");
    home.run(&["user", "edit", &person.upn, "--mobile", "+14255550111"])
        .ok();
    let questions = [
        "first-film",
        "first-dish",
        "school-trip",
        "lost-thing",
        "hiding-place",
    ];
    let held: Vec<_> = questions
        .iter()
        .map(|id| json!({ "question": id, "answer": format!("blue {} {}", id.len(), id.chars().rev().collect::<String>()) }))
        .collect();
    let set = ["user", "methods", &person.upn, "set-questions"];
    home.run_with(&set, Value::Array(held).to_string().as_bytes())
        .ok();
    let mut pty = Pty::start(&home, &["kiosk"]);
    let process = pty.process_id();

    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(EN.phone, EN.number);
    pty.answer(NUMBER, EN.wrong_number);
    type_both_ways(&mut pty, NUMBER, NUMBER);
    cancel(&mut pty);
    nowhere(process, &[NUMBER], "a number");

    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose("Answer my security questions", "Answer every question");
    type_both_ways(&mut pty, ANSWER, &dots(ANSWER));
    for _ in 0..2 {
        pty.send(format!("\t{ANSWER}"));
    }
    let row = format!("[{} ", dots(ANSWER));
    pty.until("three answers", |pty| {
        pty.screen().matches(&row).count() == 3
    });
    pty.press("\r", "a wrong answer", |pty| {
        pty.words().contains("Not every answer is right.")
    });
    pty.press("\x12", "the answers", |pty| pty.screen().contains(ANSWER));
    cancel(&mut pty);
    nowhere(process, &[ANSWER, NUMBER], "answers");
}

#[test]
fn nothing_typed_in_plain_mode_is_left() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let other = home.add_person("adele");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    let process = kiosk.plain.child.id();
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    kiosk.choose(EN.app, EN.open_app);
    kiosk.answer(CODE, "not counted");
    nowhere(process, &[CODE], "a code that was tried");
    kiosk.plain.ask("x");
    kiosk.shown = kiosk.plain.ask("b");
    pass_gates(&mut kiosk, &EN, &person, &home.spool(), Order::MailFirst);
    kiosk.plain.ask(PASSWORD);
    assert!(
        !finds(&pages(process), PASSWORD).is_empty(),
        "the search is blind"
    );
    kiosk.plain.ask("another one, and wiped");
    kiosk.plain.ask("x");
    nowhere(process, &[PASSWORD, CODE], "a password that was given up");
    kiosk.shown = kiosk.plain.ask("b");
    pass_gates(&mut kiosk, &EN, &other, &home.spool(), Order::MailFirst);
    kiosk.set_password(PASSWORD, EN.done);
    nowhere(process, &[PASSWORD], "a password that was set");
    assert!(home.accepts(&other.upn, PASSWORD));
}

fn dots(text: &str) -> String {
    "•".repeat(text.len())
}

/// The key of an authenticator is on the screen as letters and as a picture, and made by the program.
#[test]
fn no_key_that_was_shown_is_left_after_it_was_cancelled() {
    if !may_look_inside() {
        return;
    }
    let home = Home::sqlite();
    let mia = with_mail_alone(&home, "mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    let process = pty.process_id();
    sign_in(&mut pty, &mia.upn, "•");
    pty.choose(AUTHENTICATOR, SCAN_KEY);
    let app = scan_key(&mut pty, "Contoso:mias");
    let key = app.base32();
    assert!(
        !finds(&pages(process), &key).is_empty(),
        "the search is blind"
    );
    cancel(&mut pty);
    nowhere(process, &[&key], "a key");
    let seed = |pages: Vec<(String, Vec<u8>)>| {
        let holds = |bytes: &[u8]| bytes.windows(8).any(|part| part == &app.seed[..8]);
        pages.iter().any(|(_, bytes)| holds(bytes))
    };
    assert!(!seed(pages(process)), "a seed");
}
