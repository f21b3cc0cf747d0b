//! What others write to the terminal, and what it can tell about its keyboard.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use rustix::process::Signal;

use crate::support::journey::{Order, pass_gates};
use crate::support::kiosk::{EN, Kiosk};
use crate::support::program::{Home, PROGRAM, children};
use crate::support::pty::Pty;

/// What a kernel may write over a screen.
const MESSAGE: &str = "[12345.678] usb 1-1: device descriptor read/64, error -110";

fn whole(pty: &Pty) -> bool {
    !pty.screen().contains("usb 1-1")
}

#[test]
fn a_message_is_overwritten_by_the_next_screen_and_by_a_key_after_a_while() {
    let home = Home::sqlite();
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see(EN.forgot);
    // In a row that the next screen leaves empty.
    pty.scribble(format!("\x1b[20;1H{MESSAGE}"));
    assert!(!whole(&pty));
    pty.choose(EN.forgot, EN.who);
    pty.until("a whole screen", whole);
    pty.fill("mias", "[mias ");
    pty.scribble(format!("\x1b[20;1H{MESSAGE}"));
    std::thread::sleep(Duration::from_secs(21));
    assert!(!whole(&pty), "drawn while nobody did anything");
    pty.press("x", "a whole screen", |pty| {
        whole(pty) && pty.screen().contains("[miasx ")
    });
    let raw = pty.raw();
    pty.fill("other", "[other ");
    let clears = |raw: &[u8]| String::from_utf8_lossy(raw).matches("\x1b[2J").count();
    assert_eq!(clears(&raw), clears(&pty.raw()), "every key draws it all");
}

#[test]
fn nobody_else_may_write_to_the_terminal() {
    let home = Home::sqlite();
    let script = "t=$(tty); chmod 622 $t; \"$0\" kiosk --once; stat -c mode:%a $t";
    let shell = Path::new("/bin/sh");
    let mut pty = Pty::start_by(&home, shell, &["-c", script, PROGRAM], (80, 24));
    pty.see(EN.forgot);
    let kiosk = children(pty.process_id())[0];
    let terminal = fs::metadata(format!("/proc/{kiosk}/fd/0"));
    // Who may not look there is no reason to fail.
    if let Ok(terminal) = terminal {
        assert_eq!(terminal.permissions().mode() & 0o777, 0o600);
    }
    pty.press("\x18", "mode:", |pty| pty.screen().contains("mode:"));
    pty.see("mode:622");
}

#[test]
fn caps_lock_is_told_where_the_terminal_tells() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let mut pty = Pty::start(&home, &["kiosk"]);
    pty.see(EN.forgot);
    let raw = |pty: &Pty| String::from_utf8_lossy(&pty.raw()).into_owned();
    assert!(raw(&pty).contains("\x1b[?u") && !raw(&pty).contains("\x1b[>29u"));
    pty.send("\x1b[?0u");
    pty.until("extended keys", |pty| raw(pty).contains("\x1b[>29u"));
    pass_gates(&mut pty, &EN, &person, &home.spool(), Order::AppFirst);
    assert!(!pty.words().contains("Caps Lock"));
    pty.press("\x1b[97:65;65;65u", "a warning", |pty| {
        pty.words().contains("Caps Lock is on.") && pty.screen().contains("[• ")
    });
    pty.press("\x1b[97;;97u", "no warning", |pty| {
        !pty.words().contains("Caps Lock") && pty.screen().contains("[•• ")
    });
    pty.signal(Signal::TERM);
    pty.ends_restored(0);
    let (held, left) = {
        let raw = raw(&pty);
        let (held, left) = raw.split_at(raw.find("\x1b[<u").unwrap());
        (held.to_owned(), left.to_owned())
    };
    assert!(!held.contains("\x1b[?1049l") && left.contains("\x1b[?1049l"));
}
