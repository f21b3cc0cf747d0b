//! The human check and the limits of a terminal, with the real program.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::support::drawn::read_screen;
use crate::support::journey::{begin, pass_app};
use crate::support::kiosk::{DE, EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::program::{ADMIN, Home, PROGRAM};
use crate::support::pty::Pty;

const WAIT: &str = "Wait 20 seconds instead";
pub const DRAWN: &str = "Letters and digits in the drawing";

fn with_check() -> Home {
    let home = Home::sqlite();
    home.run(&["policy", "set", "captcha=on"]).ok();
    home
}

/// From the first screen to the drawn code, the user ID typed.
fn to_the_drawing(pty: &mut Pty, user: &str) {
    pty.choose(EN.forgot, EN.who);
    pty.see(DRAWN);
    pty.fill(user, &format!("[{user} "));
    let at = pty.cursor_row();
    pty.press("\t", "the second field", |pty| pty.cursor_row() != at);
}

// They come first, because they wait.
#[test]
fn a_wait_is_enough_on_the_full_screen() {
    let home = with_check();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    to_the_drawing(&mut pty, &person.upn);
    let focused = format!("[>{WAIT}<]");
    pty.press("\t\t", &focused, |pty| pty.screen().contains(&focused));
    pty.press("\r", "the wait", |pty| pty.words().contains("Please wait"));
    pty.see(EN.step_1);
    pass_app(&mut pty, &EN, &person, EN.step_2);
    assert_eq!(home.records("reset_started").len(), 1);
}

#[test]
fn a_wait_is_all_that_plain_mode_asks() {
    let home = with_check();
    let person = home.add_person("mias");
    let lang = ["--lang", "de", "--once"];
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &lang));
    begin(&mut kiosk, &DE, &person.upn, "1. 20 Sekunden warten");
    let shown = kiosk.plain.ask("1");
    let waits = "\nBitte warten Sie 20 Sekunden. Danach geht es von selbst weiter.\n";
    let (waiting, then) = shown.split_once(waits).unwrap();
    assert!(!waiting.contains("> "), "{shown}");
    assert!(then.starts_with(&format!("\n{}\n", DE.step_1)), "{shown}");
    kiosk.shown = shown;
    pass_app(&mut kiosk, &DE, &person, DE.step_2);
    let raw = String::from_utf8(kiosk.bytes()).unwrap();
    assert!(
        !raw.contains(['█', '▀', '▄', '\x1b']),
        "nothing is drawn: {raw}"
    );
}

#[test]
fn plain_mode_helps_with_its_own_keys_and_marks_what_went_wrong() {
    let home = Home::sqlite();
    let mut plain = Plain::start(&home, &["--once"]);
    plain.asked();
    let help = plain.ask("?");
    assert!(help.contains("x to cancel and wipe"), "{help}");
    assert!(!help.contains("Tab"), "{help}");
    plain.ask("1");
    let wrong = plain.ask("9");
    assert!(
        wrong.contains("\n! That is not one of the choices.\n"),
        "{wrong}"
    );
}

#[test]
fn a_drawn_code_is_typed_beside_the_user_id() {
    let home = with_check();
    let person = home.add_person("mias");
    for term in ["xterm-256color", "linux"] {
        // A stock console shows no half blocks.
        let env = PathBuf::from("/usr/bin/env");
        let words = [&format!("TERM={term}"), PROGRAM, "kiosk"];
        let mut pty = Pty::start_by(&home, &env, &words, (80, 25));
        to_the_drawing(&mut pty, &person.upn);
        assert_eq!(pty.screen().contains(['▀', '▄']), term != "linux");
        pty.send("\r");
        pty.see("Type what is drawn, or choose the wait.");
        let first = read_screen(&pty.screen());
        pty.retype("AAAAA", |pty| pty.screen().contains("[AAAAA "));
        let new = "That is not what was drawn. Here is a new drawing.";
        pty.press("\r", new, |pty| pty.words().contains(new));
        let code = read_screen(&pty.screen());
        assert_ne!(first, code);
        let typed = code.to_lowercase();
        pty.retype(&typed, |pty| pty.screen().contains(&format!("[{typed} ")));
        pty.press("\r", EN.step_1, |pty| pty.words().contains(EN.step_1));
    }
    let wrong = home.records("human_check");
    assert_eq!(wrong.len(), 2);
    assert!(wrong.iter().all(|record| record["account"].is_null()));
    home.verify();
}

#[test]
fn policy_acts_on_a_running_kiosk_at_its_next_step() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.choose(EN.forgot, EN.who);
    assert!(!pty.words().contains(DRAWN));
    pty.fill(&person.upn, &format!("[{} ", person.upn));
    home.run(&["policy", "set", "captcha=on"]).ok();
    pty.press("\r", DRAWN, |pty| pty.words().contains(DRAWN));
    assert!(pty.screen().contains(&person.upn), "what was typed is kept");
    home.run(&["policy", "set", "captcha=off"]).ok();
    pty.retype("anything", |pty| pty.screen().contains("[anything "));
    pty.press("\r", EN.step_1, |pty| pty.words().contains(EN.step_1));
}

/// The kiosk in plain mode as the SSH server starts it: by a shell of its own whose name is the
/// server's, with this between them.
pub fn by_ssh(home: &Home, server: &str, between: &str) -> PlainKiosk {
    let shell = home.path(server);
    if !shell.exists() {
        fs::copy("/bin/sh", &shell).unwrap();
    }
    // The last command of a shell may take its place; one that is not the last can't.
    let line = format!("{between} \"$@\"; :");
    let before = ["-c", &line, "sh", PROGRAM];
    let mut command: Command = home.around(&shell, &before, &["kiosk", "--plain"]);
    command.env("SSH_CONNECTION", "203.0.113.5 50022 192.0.2.1 22");
    PlainKiosk::new(Plain::spawn(&mut command))
}

#[test]
fn who_comes_by_ssh_is_remote_and_known_by_address() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    // By default the check is asked of those who come from far away.
    for (server, between) in [
        ("sshd", ""),
        ("sshd-session", "/bin/sh -c '\"$@\"; :' sh"),
        ("other", ""),
    ] {
        let mut kiosk = by_ssh(&home, server, between);
        begin(&mut kiosk, &EN, &person.upn, "1. Wait 20 seconds");
    }
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &["--once"]));
    begin(&mut kiosk, &EN, &person.upn, EN.step_1);
    home.run(&["policy", "set", "captcha=off"]).ok();
    // The address is believed only from the server, however a visitor sets the environment.
    for (server, between, terminal) in [
        ("sshd", "", "ssh 203.0.113.5"),
        (
            "sshd-session",
            "/bin/sh -c '\"$@\"; :' sh",
            "ssh 203.0.113.5",
        ),
        ("other", "", "Lobby 1"),
    ] {
        let mut kiosk = by_ssh(&home, server, between);
        begin(&mut kiosk, &EN, &person.upn, EN.step_1);
        let started = home.records("reset_started");
        assert_eq!(started.last().unwrap()["terminal"], terminal, "{server}");
    }
}

#[test]
fn too_many_names_from_one_terminal_are_stopped_and_told() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    for number in 0..20 {
        let user = format!("nobody{number}@contoso.example");
        begin(&mut kiosk, &EN, &user, EN.refused);
        kiosk.shown = kiosk.plain.ask("1");
    }
    let mut said = Vec::new();
    for user in [&person.upn, "strangers@contoso.example"] {
        begin(&mut kiosk, &EN, user, "Too many tries here");
        let minutes = "Please start again in 10 minutes.";
        assert!(kiosk.shown.contains(minutes), "{}", kiosk.shown);
        let words = kiosk
            .shown
            .lines()
            .filter(|line| !line.contains("reference"));
        said.push(words.collect::<Vec<_>>().join("\n"));
        kiosk.shown = kiosk.plain.ask("1");
    }
    assert_eq!(said[0], said[1]);
    let told = home.spool().notices(ADMIN, 1);
    assert!(told[0].contains("Where: Lobby 1"), "{told:?}");
    assert!(!told[0].contains(&person.upn), "{told:?}");
    let alerts = home.records("alert_raised");
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0]["reason"], "terminal_names");
    home.verify();
}
