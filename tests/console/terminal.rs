//! The console and its terminal: sizes, colours, the mouse, and what happens when it goes away.

use std::path::Path;

use rustix::process::Signal;

use super::*;
use crate::support::program::PROGRAM;

const MOUSE_ON: &str = "\x1b[?1000h";
const MOUSE_OFF: &str = "\x1b[?1000l";

#[test]
fn every_size_is_drawn_and_colours_are_left_out_where_they_are_unwanted() {
    let (home, app) = host();
    let env = Path::new("/usr/bin/env");
    let words = ["NO_COLOR=1", PROGRAM, "admin"];
    let mut pty = Pty::start_by(&home, env, &words, (80, 24));
    pty.see(EN.sign_in);
    enter(&mut pty, &EN, &app.code());
    for (wide, high) in [
        (60, 20),
        (200, 60),
        (40, 13),
        (1, 1),
        (2, 60),
        (300, 1),
        (80, 24),
    ] {
        pty.resize(wide, high);
        pty.send("?");
        pty.send("\x1b");
        assert!(pty.runs(), "{wide}×{high}");
    }
    pty.see(EN.usage);
    pty.see(EN.overview);
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    for colour in ["\x1b[31m", "\x1b[36m", "\x1b[38;5;", "\x1b[48;5;"] {
        assert!(!raw.contains(colour), "{colour:?}");
    }
    leave(&mut pty);
}

#[test]
fn the_mouse_is_told_of_in_the_console_alone_and_never_left_on() {
    let (home, app) = host();
    let mut pty = start(&home, &EN, &[]);
    let raw = |pty: &Pty| String::from_utf8_lossy(&pty.raw()).into_owned();
    assert!(!raw(&pty).contains(MOUSE_ON));
    enter(&mut pty, &EN, &app.code_before());
    pty.until("the mouse", |pty| raw(pty).contains(MOUSE_ON));
    // A press on a tab opens it.
    let row = |pty: &Pty, tab: &str| {
        let screen = pty.screen();
        screen.lines().position(|line| line.contains(tab)).unwrap() + 1
    };
    pty.see("Audit");
    let at = row(&pty, "Audit");
    pty.insist(&format!("\x1b[<0;5;{at}M"), "the tab", |pty| {
        let screen = pty.screen();
        screen.lines().any(|line| line.contains("> Audit"))
    });
    // Reports in the oldest form, turned wheels and broken ones do no harm.
    for bytes in [
        "\x1b[M !!",
        "\x1b[<64;3;3M",
        "\x1b[<0;999;999M",
        "\x1b[<0;;M",
        "\x1b[M",
    ] {
        pty.send(bytes);
    }
    assert!(pty.runs());
    leave(&mut pty);
    assert_eq!(raw(&pty).matches(MOUSE_ON).count(), 1);
    assert_eq!(raw(&pty).matches(MOUSE_OFF).count(), 1);

    // Also when it is ended from outside.
    let mut pty = start(&home, &EN, &[]);
    enter(&mut pty, &EN, &app.code());
    pty.until("the mouse", |pty| raw(pty).contains(MOUSE_ON));
    pty.signal(Signal::TERM);
    pty.ends_restored(0);
    assert_eq!(raw(&pty).matches(MOUSE_OFF).count(), 1);
}

#[test]
fn a_terminal_that_goes_away_ends_it_and_the_sign_in() {
    let (home, app) = host();
    let mut pty = start(&home, &EN, &[]);
    enter(&mut pty, &EN, &app.code());
    pty.signal(Signal::HUP);
    pty.end();
    let ended = home.records("sign_in_ended");
    assert_eq!(ended.last().unwrap()["reason"], "hang_up");
    home.verify();
}
