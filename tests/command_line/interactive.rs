//! Commands that ask on a terminal: secrets without echo, and the terminal as it was.

use crate::support::program::{ADMIN, ADMIN_PASSWORD, Home};
use crate::support::pty::Pty;
use crate::support::totp::Authenticator;

/// Answers the question the screen ends with.
fn answer(pty: &mut Pty, question: &str, line: &str) {
    let asked = format!("{question}:");
    pty.until(&asked, |pty| pty.screen().trim_end().ends_with(&asked));
    pty.send(format!("{line}\r"));
}

#[test]
fn init_asks_for_what_is_not_given() {
    let home = Home::empty();
    let mut pty = Pty::start(&home, &["init", "--org", "Contoso"]);
    answer(&mut pty, "First administrator (user principal name)", ADMIN);
    answer(&mut pty, "Password", ADMIN_PASSWORD);
    answer(&mut pty, "Password again", ADMIN_PASSWORD);
    pty.ends_restored(0);
    let raw = String::from_utf8(pty.raw()).unwrap();
    assert!(
        raw.contains(ADMIN) && !raw.contains(ADMIN_PASSWORD),
        "{raw}"
    );
    assert!(home.accepts(ADMIN, ADMIN_PASSWORD));
    let other = Home::empty();
    let mut pty = Pty::start(&other, &["init", "--org", "C", "--admin", "a@b.c"]);
    answer(&mut pty, "Password", ADMIN_PASSWORD);
    answer(&mut pty, "Password again", "something quite different");
    pty.ends_restored(1);
    assert!(pty.words().contains("not the same"));
    assert!(!other.path("keyhatch.db").exists(), "a store was made");
}

#[test]
fn signing_in_asks_for_password_and_code() {
    let home = Home::sqlite();
    let app = Authenticator::of("admin");
    let add = ["user", "methods", ADMIN, "add-app-code"];
    home.run_with(&add, app.base32().as_bytes()).ok();
    let mut pty = Pty::start(&home, &["--as", ADMIN, "user", "list"]);
    answer(&mut pty, "Password", ADMIN_PASSWORD);
    answer(&mut pty, "Authenticator code", &app.code());
    pty.ends_restored(0);
    assert!(pty.words().contains("UPN NAME ENABLED"), "{}", pty.screen());
    assert!(
        !String::from_utf8(pty.raw())
            .unwrap()
            .contains(ADMIN_PASSWORD)
    );
}

#[test]
fn giving_up_at_a_secret_leaves_the_terminal_as_it_was() {
    let home = Home::sqlite();
    for (keys, left) in [("\x03", "half"), ("\x04", ""), ("\x1c", "half")] {
        let mut pty = Pty::start(&home, &["--as", ADMIN, "user", "list"]);
        pty.until("Password:", |pty| {
            pty.screen().trim_end().ends_with("Password:")
        });
        pty.send(format!("{left}{keys}"));
        let (code, same) = pty.end();
        assert!(same, "{keys:?} left other terminal modes");
        assert!(code == 1 || code == 2, "{code}");
        assert!(!pty.screen().contains("half"));
    }
}
