//! Kiosk and console of the demo, with keys alone, on one terminal.

use std::path::Path;

use crate::demo::app_codes;
use crate::signed_in::ENGLISH;
use crate::support::kiosk::{EN, Kiosk};
use crate::support::program::{Home, PROGRAM};
use crate::support::pty::Pty;

const ADMIN: &str = "admin@contoso.example";
/// Told on the screen.
const PASSWORD: &str = "a lighthouse above the bay";
/// What the console says before it opens.
const SIGN_IN: &str = "Sign in to the console with your administrator account";
const F8: &str = "\x1b[19~";

/// Types until these words are there.
fn press(pty: &mut Pty, keys: &str, words: &str) {
    pty.press(keys, words, |pty| pty.words().contains(words));
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
