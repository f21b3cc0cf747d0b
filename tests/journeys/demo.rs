//! The demo: everything with keys alone, everything read off the screen, nothing left behind.

use std::path::Path;

use crate::NEW_PASSWORD;
use crate::support::kiosk::{DE, EN, ES, FR, JA, Kiosk, Words};
use crate::support::program::{Home, PROGRAM};
use crate::support::pty::Pty;

pub const MIA: &str = "mias@contoso.example";
pub const F6: &str = "\x1b[17~";

/// What stands right of the kiosk, row by row.
pub fn phone(pty: &Pty) -> Vec<String> {
    let screen = pty.screen();
    let right = |row: &str| {
        row.rsplit_once('│')
            .map(|(_, right)| right.trim().to_owned())
    };
    screen.lines().filter_map(right).collect()
}

/// The codes the authenticator on the phone shows: three digits, a space, three digits.
pub fn app_codes(pty: &Pty) -> Vec<String> {
    let in_row = |row: &String| {
        let words: Vec<&str> = row.split_whitespace().collect();
        words.windows(2).find_map(|pair| {
            let three = |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
            (three(pair[0]) && three(pair[1])).then(|| pair.concat())
        })
    };
    phone(pty).iter().filter_map(in_row).collect()
}

/// The first of them.
pub fn app_code(pty: &Pty) -> Option<String> {
    app_codes(pty).into_iter().next()
}

/// The code in the open mail: six digits alone in a row.
pub fn mail_code(pty: &Pty) -> Option<String> {
    let six = |row: &String| row.len() == 6 && row.bytes().all(|b| b.is_ascii_digit());
    phone(pty).into_iter().find(six)
}

/// The code in the open text message; none while a mail is open, as before the message has come.
pub fn text_code(pty: &Pty) -> Option<String> {
    if mail_code(pty).is_some() {
        return None;
    }
    let rows = phone(pty).join(" ");
    let text = rows.split("555-0111").nth(1)?;
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    // The last one: the list above shows the message's beginning, the authenticator three and three.
    runs.rfind(|run| run.len() == 6).map(str::to_owned)
}

/// What is read there once it stays the same: a frame may come in pieces.
pub fn settled(pty: &mut Pty, read: fn(&Pty) -> Option<String>) -> String {
    pty.until("something to read", |pty| read(pty).is_some());
    let (mut seen, mut same) = (read(pty), 0);
    while same < 5 {
        pty.stand_still();
        let now = read(pty);
        same = if now == seen { same + 1 } else { 0 };
        seen = now;
    }
    seen.unwrap_or_else(|| panic!("nothing to read:\n{}", pty.screen()))
}

fn files(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        all.push(path.display().to_string());
        if path.is_dir() {
            all.extend(files(&path));
        }
    }
    all.sort();
    all
}

fn mia_resets_her_password(words: &Words, size: (u16, u16)) {
    let home = Home::empty();
    let before = files(home.folder.path());
    let program = Path::new(PROGRAM);
    let mut pty = Pty::start_by(&home, program, &["demo", "--lang", words.tag], size);
    pty.until(MIA, |pty| pty.screen().contains(MIA));
    pty.choose(words.forgot, words.who);
    pty.answer(MIA, words.step_1);
    pty.choose(words.mail, words.on_its_way);
    pty.until("a mail", |pty| {
        phone(pty).iter().any(|row| row.contains('@'))
    });
    // A low window shows the mail's beginning: scroll as the phone lets one.
    if mail_code(&pty).is_none() {
        pty.send(F6);
        pty.insist("\x1b[6~", "the mail's code", |pty| mail_code(pty).is_some());
        pty.send(F6);
    }
    let code = mail_code(&pty).unwrap_or_else(|| panic!("no code:\n{}", pty.screen()));
    pty.answer(&code, words.step_2);
    pty.choose(words.app, words.open_app);
    pty.answer(&app_code(&pty).unwrap(), words.new_password);
    pty.set_password(NEW_PASSWORD, words.done);
    pty.press("\r", words.welcome, |pty| {
        pty.words().contains(words.forgot)
    });
    pty.insist("\x18", "the end", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    pty.ends_restored(0);
    assert_eq!(files(home.folder.path()), before, "left behind");
    assert!(!String::from_utf8_lossy(&pty.raw()).contains(NEW_PASSWORD));
}

#[test]
fn mia_resets_her_password_in_english() {
    mia_resets_her_password(&EN, (80, 24));
}

#[test]
fn mia_resets_her_password_in_german() {
    mia_resets_her_password(&DE, (80, 24));
}

#[test]
fn mia_resets_her_password_in_japanese_on_a_large_terminal() {
    mia_resets_her_password(&JA, (120, 40));
}

/// One of Mia's gates.
#[derive(Clone, Copy)]
pub enum Gate {
    App,
    Mail,
    Text,
    Request,
}

/// Passes a gate with what her phone shows, until the words of the next screen are there.
pub fn pass(pty: &mut Pty, words: &Words, gate: Gate, next: &str) {
    match gate {
        Gate::App => {
            pty.choose(words.app, words.open_app);
            let code = app_code(pty).unwrap();
            pty.answer(&code, next);
        }
        Gate::Mail => {
            let before = mail_code(pty);
            pty.choose(words.mail, words.on_its_way);
            pty.until("a mail", |pty| {
                mail_code(pty).is_some_and(|code| before.as_ref() != Some(&code))
            });
            let code = settled(pty, mail_code);
            pty.answer(&code, next);
        }
        Gate::Text => {
            pty.choose(words.phone, words.number);
            // What is open now may have six digits, too.
            let before = text_code(pty);
            // Her number stands on her phone.
            pty.answer("+1 425-555-0111", words.texted);
            pty.until("a text message", |pty| {
                text_code(pty).is_some_and(|code| before.as_ref() != Some(&code))
            });
            let code = settled(pty, text_code);
            pty.answer(&code, next);
        }
        Gate::Request => {
            let before = text_code(pty);
            pty.choose(words.ask, words.asked);
            pty.until("a request", |pty| {
                text_code(pty).is_some_and(|number| before.as_ref() != Some(&number))
            });
            let number = settled(pty, text_code);
            // Her phone says *Verify*, and the kiosk that this is not all.
            pty.send(F6);
            pty.send("v");
            pty.see(words.verified);
            pty.send(F6);
            pty.answer(&number, next);
        }
    }
}

/// Mia resets her password by these gates, one pair after another in one demo.
fn by_pairs(words: &Words, pairs: &[(Gate, Gate, &str)]) {
    let home = Home::empty();
    let program = Path::new(PROGRAM);
    let mut pty = Pty::start_by(&home, program, &["demo", "--lang", words.tag], (130, 40));
    pty.until(MIA, |pty| pty.screen().contains(MIA));
    for (first, second, password) in pairs {
        pty.choose(words.forgot, words.who);
        pty.answer(MIA, words.step_1);
        pass(&mut pty, words, *first, words.step_2);
        pass(&mut pty, words, *second, words.new_password);
        pty.set_password(password, words.done);
        pty.press("\r", words.welcome, |pty| {
            pty.words().contains(words.forgot)
        });
    }
    pty.insist("\x18", "the end", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    pty.ends_restored(0);
}

/// Whichever two gates she chooses. An authenticator's code is good once, so that each demo has one.
fn by_any_two_gates(words: &Words) {
    let other = "seven green teapots whistling";
    by_pairs(
        words,
        &[
            (Gate::App, Gate::Mail, NEW_PASSWORD),
            (Gate::Mail, Gate::Text, other),
        ],
    );
    let third = (Gate::Request, Gate::Mail, other);
    by_pairs(words, &[(Gate::Text, Gate::App, NEW_PASSWORD), third]);
}

#[test]
fn by_any_two_gates_in_english() {
    by_any_two_gates(&EN);
}

#[test]
fn by_any_two_gates_in_german() {
    by_any_two_gates(&DE);
}

#[test]
fn by_any_two_gates_in_french() {
    by_any_two_gates(&FR);
}

#[test]
fn by_any_two_gates_in_spanish() {
    by_any_two_gates(&ES);
}

#[test]
fn by_any_two_gates_in_japanese() {
    by_any_two_gates(&JA);
}

/// Where the window is narrow, F6 shows the phone instead of the kiosk.
#[test]
fn a_narrow_window_shows_one_after_the_other() {
    let home = Home::empty();
    let program = Path::new(PROGRAM);
    let mut pty = Pty::start_by(&home, program, &["demo", "--lang", "en"], (60, 20));
    pty.see(MIA);
    pty.choose(EN.forgot, EN.who);
    pty.answer(MIA, EN.step_1);
    pty.choose(EN.phone, EN.number);
    assert!(!pty.screen().contains('│'), "{}", pty.screen());
    pty.answer("+1 425-555-0111", EN.texted);
    pty.insist(F6, "the text message", |pty| text_code(pty).is_some());
    assert!(!pty.words().contains(EN.texted));
    let code = text_code(&pty).unwrap();
    pty.insist(F6, EN.texted, |pty| pty.words().contains(EN.texted));
    pty.answer(&code, EN.step_2);
    pty.send("\x18");
}

#[test]
fn the_demo_needs_a_terminal() {
    let home = Home::empty();
    let said = home.run(&["demo"]).failed(1);
    assert!(said.contains("terminal"), "{said}");
}
