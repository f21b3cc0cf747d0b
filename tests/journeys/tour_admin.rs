//! Kiosk and console of the demo, with keys alone, on one terminal; and the administrator's tour through
//! both: the exercise of the training from the new group to the audit record.

use std::path::Path;

use crate::NEW_PASSWORD;
use crate::demo::{Gate, MIA, app_codes, pass, phone, settled, text_code};
use crate::signed_in::ENGLISH;
use crate::support::kiosk::{EN, Kiosk};
use crate::support::program::{Home, PROGRAM};
use crate::support::pty::Pty;

const ADMIN: &str = "admin@contoso.example";
/// Told on the screen.
const PASSWORD: &str = "a lighthouse above the bay";
/// Told on the kiosk's first screen.
const MIAS_PASSWORD: &str = "a bench in the garden";
const NUMBER: &str = "+1 425-555-0111";
/// What the console says before it opens.
const SIGN_IN: &str = "Sign in to the console with your administrator account";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";

const SAVE: &str = "\x13";
const NEXT_TAB: &str = "\x1b[6;5~";
/// What the tour says once it is complete.
const OVER: &str = "The tour is complete.";

/// Where the tour stands.
fn step(pty: &mut Pty, at: usize) {
    pty.see(&format!("Tour, step {at} of 11:"));
}

/// Whether these words are there; the console has a wall of its own.
fn says(pty: &Pty, words: &str) -> bool {
    let screen = pty.screen().replace('│', " ");
    let rows: Vec<&str> = screen.split_whitespace().collect();
    pty.words().contains(words) || rows.join(" ").contains(words)
}

/// Types until these words are there.
fn press(pty: &mut Pty, keys: &str, words: &str) {
    pty.press(keys, words, |pty| says(pty, words));
}

/// Signs in to the console by what the screen and the phone beside it tell.
fn enter(pty: &mut Pty) {
    pty.see(SIGN_IN);
    pty.sign_in(ADMIN, PASSWORD, ENGLISH.prove);
    pty.choose(EN.app, EN.open_app);
    // Mia's, where she has one, is above it.
    let code = app_codes(pty).pop().unwrap();
    pty.answer(&code, "Is this still right?");
    press(pty, "1", "Ctrl-X sign out");
}

/// Without a tour, too, F8 changes between kiosk and console; each is where it was left.
#[test]
fn the_console_can_be_opened_beside_the_kiosk() {
    let home = Home::empty();
    let words = ["demo", "--lang", "en"];
    let mut pty = Pty::start_by(&home, Path::new(PROGRAM), &words, (80, 24));
    pty.see("F8 opens the administrators' console");
    assert!(!pty.words().contains("Tour"), "{}", pty.screen());
    pty.choose(EN.forgot, EN.who);
    press(&mut pty, F8, SIGN_IN);
    enter(&mut pty);
    pty.see("F8 kiosk");
    press(&mut pty, F8, EN.who);
    press(&mut pty, F8, "Ctrl-X sign out");
    // Whoever signs out is at the kiosk again, and has to sign in anew.
    press(&mut pty, "\x18", EN.who);
    press(&mut pty, F8, SIGN_IN);
    press(&mut pty, F8, EN.who);
    pty.cancel(EN.welcome);
    // Each front has taken the terminal over and given it back.
    let left = |pty: &Pty| {
        String::from_utf8_lossy(&pty.raw())
            .matches("\x1b[?1049l")
            .count()
    };
    let before = left(&pty);
    pty.insist("\x18", "the end", |pty| left(pty) > before);
    pty.ends_restored(0);
}

/// The tab of a name.
fn tab(pty: &mut Pty, name: &str, words: &str) {
    press(pty, ":", "Go to");
    pty.fill(name, &format!("[{name} "));
    press(pty, "\r", words);
}

/// A group with Mia in it, and reset for its members.
fn enable(pty: &mut Pty) {
    tab(pty, "groups", "All staff");
    press(pty, "n", "Group description");
    press(pty, "\t", "> Group name");
    pty.fill("SSPRTesters", "[SSPRTesters ");
    press(pty, "\t", "> Group description");
    press(pty, "\t", "> Members");
    pty.fill(MIA, &format!("[{MIA} "));
    press(pty, SAVE, "One member");
    step(pty, 3);
    tab(pty, "properties", "> Self-service password reset");
    press(pty, "\x1b[C", "(x) Selected");
    press(pty, "\t", "> Selected groups");
    press(pty, "\r", "[ ] SSPRTesters");
    press(pty, "/", "> Filter");
    pty.fill("SSPR", "[SSPR ");
    press(pty, "\r", "[x] SSPRTesters");
    press(pty, SAVE, "Accepted here");
    press(pty, SAVE, "What changes");
    // What is only looked at enables nothing.
    assert!(pty.words().contains("Tour, step 3"), "{}", pty.screen());
    press(pty, SAVE, "Saved.");
}

/// The four pages are right as they are.
fn review(pty: &mut Pty) {
    step(pty, 4);
    pty.see("(0 of 4)");
    for (words, next) in [
        ("Methods required to reset", "(1 of 4)"),
        ("Register at sign-in", "(2 of 4)"),
        ("Tell people of their reset", "(3 of 4)"),
        ("Organisation's name", "Tour, step 5 of 11:"),
    ] {
        press(pty, NEXT_TAB, words);
        press(pty, SAVE, "Nothing is changed.");
        press(pty, "\r", next);
    }
    // Out of the field, so that what is typed later is not typed there.
    press(pty, "\x1b", "Enter open");
}

/// Mia signs in, is asked for what is missing, and sets her phone up.
fn register(pty: &mut Pty) {
    // Customization shows the kiosk's first screen, too, but not its keys.
    press(pty, F8, "1–9 choose");
    pty.choose(ENGLISH.sign_in, ENGLISH.asked);
    pty.sign_in(MIA, MIAS_PASSWORD, ENGLISH.more);
    pty.choose(ENGLISH.phone, ENGLISH.number);
    pty.answer(NUMBER, ENGLISH.confirm);
    pty.until("a text message", |pty| text_code(pty).is_some());
    let code = settled(pty, text_code);
    pty.answer(&code, ENGLISH.enough);
    step(pty, 6);
    pty.choose(ENGLISH.on, ENGLISH.menu);
    pty.choose(ENGLISH.out, EN.welcome);
}

/// Forgotten, reset by the phone that was just registered, and signed in.
fn reset(pty: &mut Pty) {
    pty.choose(EN.forgot, EN.who);
    pty.answer(MIA, EN.step_1);
    step(pty, 7);
    pass(pty, &EN, Gate::Mail, EN.step_2);
    pty.see("(1 of 2)");
    pass(pty, &EN, Gate::Text, EN.new_password);
    step(pty, 8);
    pty.set_password(NEW_PASSWORD, EN.done);
    // The notice comes by itself.
    step(pty, 10);
    press(pty, "\r", EN.forgot);
    pty.choose(ENGLISH.sign_in, ENGLISH.asked);
    pty.sign_in(MIA, NEW_PASSWORD, ENGLISH.prove);
    pass(pty, &EN, Gate::Text, ENGLISH.menu);
    pty.choose(ENGLISH.out, EN.welcome);
    step(pty, 11);
}

/// The reference of the reset, as the list of the steps has it.
fn reference(pty: &mut Pty) -> String {
    let is_reference = |word: &&str| word.len() == 9 && word.as_bytes()[4] == b'-';
    let find = |pty: &Pty| {
        let said = phone(pty).join(" ");
        let mut words = said.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        words.find(is_reference).map(str::to_owned)
    };
    pty.press(F7, "the steps", |pty| {
        phone(pty).iter().any(|row| row == "Guided tour (F7)")
    });
    pty.insist("\x1b[6~", "the reference", |pty| find(pty).is_some());
    let found = find(pty).unwrap();
    pty.press(F7, "the phone", |pty| {
        phone(pty).iter().any(|row| row == "Phone (F6)")
    });
    found
}

#[test]
fn the_tour_of_the_console_in_english() {
    let home = Home::empty();
    let words = ["demo", "--tour", "admin", "--lang", "en"];
    let mut pty = Pty::start_by(&home, Path::new(PROGRAM), &words, (80, 24));
    step(&mut pty, 1);
    pty.see(PASSWORD);
    enter(&mut pty);
    step(&mut pty, 2);
    enable(&mut pty);
    review(&mut pty);
    register(&mut pty);
    reset(&mut pty);
    let reference = reference(&mut pty);
    press(&mut pty, F8, "Ctrl-X sign out");
    tab(&mut pty, "overview", "> Overview");
    press(&mut pty, "h", "Help desk");
    pty.fill(&reference, &format!("[{reference} "));
    press(&mut pty, "\r", OVER);
}
