//! The terminal after the program: as it was, whatever ended it, and nothing secret in its bytes.

use std::net::TcpListener;
use std::path::Path;

use rustix::process::Signal;

use crate::NEW_PASSWORD;
use crate::support::journey::{Order, begin, pass_gates, reset};
use crate::support::kiosk::{EN, Kiosk};
use crate::support::mailbox::Mailbox;
use crate::support::program::{Home, PROGRAM, children, runs};
use crate::support::pty::Pty;
use crate::support::wait_for;

fn abandoned(home: &Home) -> Vec<String> {
    let records = home.records("reset_abandoned");
    let reason = |record: &serde_json::Value| record["reason"].as_str().unwrap().to_owned();
    records.iter().map(reason).collect()
}

#[test]
fn the_terminal_is_as_it_was_after_a_reset() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk", "--once"]);
    reset(
        &mut pty,
        &EN,
        &person,
        &home.spool(),
        Order::AppFirst,
        NEW_PASSWORD,
    );
    pty.send("\r");
    pty.ends_restored(0);
    let raw = String::from_utf8(pty.raw()).unwrap();
    for part in NEW_PASSWORD.split(' ') {
        assert!(!raw.contains(part), "{part} in what was written");
    }
    assert!(raw.contains("\x1b[3J"), "scrollback was not cleared");
    assert_eq!(pty.screen().trim(), "");
}

#[test]
fn the_terminal_is_as_it_was_after_every_signal() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let signals = [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT];
    for (nth, signal) in signals.into_iter().enumerate() {
        let mut pty = Pty::start(&home, &["kiosk"]);
        begin(&mut pty, &EN, &person.upn, EN.step_1);
        pty.signal(signal);
        pty.ends_restored(0);
        assert_eq!(abandoned(&home), vec!["hang_up"; nth + 1], "{signal:?}");
    }
    home.verify();
}

#[test]
fn a_line_that_breaks_ends_the_program_and_the_journey() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    // The session's leader dies: the kernel takes the terminal away from whoever is left on it.
    let shell = Path::new("/bin/sh");
    let script = "\"$0\" kiosk; exit";
    let mut pty = Pty::start_by(&home, shell, &["-c", script, PROGRAM], (80, 24));
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    let kiosk = children(pty.process_id())[0];
    assert!(runs(kiosk));
    pty.signal(Signal::KILL);
    wait_for("the end", || (!runs(kiosk)).then_some(())).unwrap();
    assert_eq!(abandoned(&home), ["hang_up"]);
}

#[test]
fn a_stop_signal_stops_nothing() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see(EN.forgot);
    pty.signal(Signal::TSTP);
    pty.choose(EN.forgot, EN.who);
    pty.fill("mias", "[mias ");
}

/// Answers a prompt of plain mode on a terminal, and waits for the next.
pub fn answer(pty: &mut Pty, line: &str) -> String {
    let prompt = |raw: &[u8]| raw.ends_with(b"\n> ");
    pty.until("a prompt", |pty| prompt(&pty.raw()));
    let before = pty.raw().len();
    pty.send(format!("{line}\r"));
    pty.until("the next prompt", |pty| {
        pty.raw().len() > before + 2 && prompt(&pty.raw())
    });
    String::from_utf8(pty.raw()[before..].to_vec()).unwrap()
}

#[test]
fn plain_mode_on_a_terminal_echoes_no_secret_and_leaves_it_as_it_was() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk", "--plain", "--once"]);
    assert!(answer(&mut pty, "1").contains(EN.who));
    let echoed = answer(&mut pty, &person.upn);
    assert!(echoed.starts_with(&person.upn), "{echoed}");
    answer(&mut pty, "1");
    let next = answer(&mut pty, &person.app.code());
    assert!(next.contains(EN.step_2), "{next}");
    answer(&mut pty, "1");
    let code = home.spool().code_after(&person.address, 0);
    assert!(answer(&mut pty, &code).contains(EN.new_password));
    answer(&mut pty, NEW_PASSWORD);
    assert!(answer(&mut pty, NEW_PASSWORD).contains(EN.done));
    pty.send("\r");
    pty.ends_restored(0);
    let raw = String::from_utf8(pty.raw()).unwrap();
    assert!(!raw.contains(NEW_PASSWORD), "{raw}");
    assert!(!raw.contains('\x1b'), "{raw}");
    assert!(raw.ends_with("Goodbye.\r\n"), "{raw}");
    assert!(home.accepts(&person.upn, NEW_PASSWORD));
}

#[test]
fn plain_mode_ends_cleanly_by_signal_and_by_no_key() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    for (nth, signal) in [Signal::TERM, Signal::HUP].into_iter().enumerate() {
        let mut pty = Pty::start(&home, &["kiosk", "--plain"]);
        answer(&mut pty, "1");
        assert!(answer(&mut pty, &person.upn).contains(EN.step_1));
        pty.signal(signal);
        pty.ends_restored(0);
        assert_eq!(abandoned(&home), vec!["hang_up"; nth + 1], "{signal:?}");
    }
    // ^C ^Z ^\\ ^S are typed, not obeyed; ^D gives the visit up and the next one begins.
    let mut pty = Pty::start(&home, &["kiosk", "--plain"]);
    answer(&mut pty, "1");
    assert!(answer(&mut pty, "\x03\x1a\x1c\x13").contains(EN.who));
    assert!(answer(&mut pty, &person.upn).contains(EN.step_1));
    pty.press("\x04", "the first screen", |pty| {
        String::from_utf8_lossy(&pty.raw())
            .matches(EN.forgot)
            .count()
            == 2
    });
    assert_eq!(abandoned(&home), ["hang_up", "hang_up", "cancelled"]);
    pty.signal(Signal::TERM);
    pty.ends_restored(0);
}

#[test]
fn f4_goes_on_in_plain_mode() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk", "--once"]);
    pty.see(EN.forgot);
    pty.press("\x1bOS", "a prompt", |pty| pty.raw().ends_with(b"\n> "));
    assert!(answer(&mut pty, "1").contains(EN.who));
    pty.send("x\r");
    pty.ends_restored(0);
}

#[test]
fn nothing_typed_before_the_end_reaches_the_shell() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let script = "\"$0\" kiosk --once; read -r line; echo \"got[$line]\"";
    let shell = Path::new("/bin/sh");
    let mut pty = Pty::start_by(&home, shell, &["-c", script, PROGRAM], (80, 24));
    pass_gates(&mut pty, &EN, &person, &home.spool(), Order::AppFirst);
    pty.set_password(NEW_PASSWORD, EN.done);
    pty.send("\rrm -rf /\r");
    // What is typed before the screen is given back is dropped.
    pty.until("the shell", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    pty.press("fine\r", "got[", |pty| pty.screen().contains("got["));
    assert!(!String::from_utf8(pty.raw()).unwrap().contains("rm -rf"));
}

#[test]
fn nothing_is_echoed_while_the_last_letters_leave() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    // A server that takes the connection and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    home.configure(&format!(
        "[mail]\ndriver = \"smtp\"\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\n\
         from = \"reset@contoso.example\"\n",
        silent.local_addr().unwrap().port()
    ));
    let mut pty = Pty::start(&home, &["kiosk", "--once"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.press("2", "a code on its way", |pty| {
        pty.words().contains("on its way")
    });
    pty.send("\x18");
    pty.until("the screen is given back", |pty| {
        String::from_utf8_lossy(&pty.raw()).contains("\x1b[?1049l")
    });
    assert!(pty.runs() && !pty.echoes(), "the letter is still under way");
    pty.ends_restored(0);
    assert!(pty.echoes());
}
