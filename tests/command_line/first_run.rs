//! `init` by question and answer, on a terminal: what is wrong is asked again, the authenticator is
//! scanned from the screen, and nothing is there before the last answer.

use std::path::Path;

use crate::support::program::{ADMIN, ADMIN_PASSWORD, Home, PROGRAM};
use crate::support::pty::Pty;
use crate::support::registering::scan_key;
use crate::support::totp::Authenticator;

const DOMAINS: &str = "Own mail domains, by commas (Enter for the administrator's)";
const UPN: &str = "First administrator (user principal name)";
const NAME: &str = "Administrator's name (Enter for none)";
const MAIL: &str = "Administrator's mail address (Enter for none)";

/// Answers the question the screen ends with.
fn answer(pty: &mut Pty, question: &str, line: &str) {
    let asked = format!("{question}:");
    pty.until(&asked, |pty| pty.words().ends_with(&asked));
    pty.send(format!("{line}\r"));
}

/// The same with what is not taken: it is asked again.
fn answer_wrongly(pty: &mut Pty, question: &str, line: &str) {
    let asked = format!("{question}: ");
    let times = |pty: &Pty| String::from_utf8_lossy(&pty.raw()).matches(&asked).count();
    pty.until(question, |pty| pty.words().ends_with(asked.trim_end()));
    let before = times(pty);
    answer(pty, question, line);
    pty.until("it is asked again", |pty| times(pty) > before);
}

/// Everything up to the authenticator.
fn answer_all(pty: &mut Pty) {
    answer(pty, "Organisation's name", "Contoso");
    answer(pty, UPN, ADMIN);
    answer(pty, DOMAINS, "");
    answer(pty, NAME, "Ada Admin");
    answer(pty, MAIL, ADMIN);
    answer(pty, "Password", ADMIN_PASSWORD);
    answer(pty, "Password again", ADMIN_PASSWORD);
}

fn is_untouched(home: &Home) -> bool {
    let made = ["keyhatch.db", "keyhatch.key"];
    made.iter().all(|name| !home.path(name).exists())
}

/// Signs the administrator in by the command line, with the app's code.
fn signs_in(home: &Home, app: &Authenticator, code: &str) -> i32 {
    let stdin = format!("{ADMIN_PASSWORD}\n{code}\n");
    let words = ["--as", ADMIN, "--password-stdin", "user", "list"];
    assert!(!app.seed.is_empty());
    home.run_with(&words, stdin.as_bytes()).code
}

#[test]
fn it_asks_for_everything_and_registers_an_authenticator() {
    let home = Home::empty();
    let mut pty = Pty::start(&home, &["init"]);
    answer_wrongly(&mut pty, "Organisation's name", "");
    pty.see("write 1 to 256 visible characters");
    answer(&mut pty, "Organisation's name", "Contoso");
    answer_wrongly(&mut pty, UPN, "ada");
    answer(&mut pty, UPN, ADMIN);
    answer(&mut pty, DOMAINS, "contoso.example, contoso.test");
    answer(&mut pty, NAME, "Ada Admin");
    answer_wrongly(&mut pty, MAIL, "nowhere");
    answer(&mut pty, MAIL, ADMIN);
    answer_wrongly(&mut pty, "Password", "short");
    pty.see("that password can't be used");
    answer(&mut pty, "Password", ADMIN_PASSWORD);
    answer(&mut pty, "Password again", "something quite different");
    pty.see("not the same");
    answer(&mut pty, "Password", ADMIN_PASSWORD);
    answer(&mut pty, "Password again", ADMIN_PASSWORD);
    let app = scan_key(&mut pty, "Contoso:admin");
    assert!(is_untouched(&home), "something was written too early");
    answer_wrongly(&mut pty, "Code", &app.wrong_code(1));
    pty.see("That was not the code");
    assert_eq!(scan_key(&mut pty, "Contoso:admin").seed, app.seed);
    let used = app.code_before();
    answer(&mut pty, "Code", &used);
    answer(&mut pty, "Open the console now (Y/n)", "n");
    pty.ends_restored(0);
    // What was shown of the key went with the screen.
    assert!(pty.scan().is_err() && pty.words().contains("The store is ready"));
    let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
    assert!(
        !raw.contains(ADMIN_PASSWORD) && !raw.contains(&used),
        "{raw}"
    );

    let shown = home.json(&["user", "show", ADMIN]);
    assert_eq!(shown["name"], "Ada Admin");
    assert_eq!(shown["email"], ADMIN);
    assert_eq!(shown["methods"], serde_json::json!(["app_code"]));
    let policy = home.json(&["policy", "show"]);
    let domains = serde_json::json!(["contoso.example", "contoso.test"]);
    assert_eq!(policy["organisation.domains"], domains);
    // The code that confirmed it counts once.
    assert_eq!(signs_in(&home, &app, &used), 1);
    assert_eq!(signs_in(&home, &app, &app.code()), 0);
    home.verify();

    // Once is enough.
    let mut again = Pty::start(&home, &["init"]);
    again.ends_restored(1);
    assert!(again.words().contains("already has an organisation"));
}

#[test]
fn it_goes_on_to_the_console_where_that_is_wanted() {
    let home = Home::empty();
    let mut pty = Pty::start(&home, &["init"]);
    answer_all(&mut pty);
    let app = scan_key(&mut pty, "Contoso:admin");
    answer(&mut pty, "Code", &app.code());
    answer(&mut pty, "Open the console now (Y/n)", "");
    pty.see("Sign in to the console");
    pty.insist("\x18", "the end", |pty| !pty.screen().contains("Sign in"));
    pty.ends_restored(0);
}

/// The keys somebody gives up with, and the way to where they do.
type GivenUp<'a> = (&'a str, &'a dyn Fn(&mut Pty));

#[test]
fn giving_up_anywhere_leaves_nothing() {
    let reach: [GivenUp<'_>; 3] = [
        ("\x03", &|pty| answer(pty, "Organisation's name", "Contoso")),
        ("half\x03", &|pty| {
            answer(pty, "Organisation's name", "Contoso");
            answer(pty, UPN, ADMIN);
            answer(pty, DOMAINS, "");
            answer(pty, NAME, "");
            answer(pty, MAIL, "");
            pty.until("Password", |pty| pty.words().ends_with("Password:"));
        }),
        ("12\x03", &|pty| {
            answer_all(pty);
            pty.until("a code to scan", |pty| pty.scan().is_ok());
        }),
    ];
    for (keys, reach) in reach {
        let home = Home::empty();
        let mut pty = Pty::start(&home, &["init"]);
        reach(&mut pty);
        pty.until("a question", |pty| pty.words().ends_with(':'));
        pty.send(keys);
        let (code, same) = pty.end();
        assert!(same && code != 0, "{keys:?}: {code}");
        assert!(is_untouched(&home), "{keys:?}");
        let screen = String::from_utf8_lossy(&pty.raw()).into_owned();
        let (on, off) = ("\x1b[?1049h", "\x1b[?1049l");
        assert_eq!(screen.matches(on).count(), screen.matches(off).count());
    }
}

#[test]
fn where_no_code_can_be_drawn_the_key_is_typed() {
    for variable in ["TERM=linux", "TERM=dumb", "KEYHATCH_ACCESSIBLE=1"] {
        let home = Home::empty();
        let env = Path::new("/usr/bin/env");
        let mut pty = Pty::start_by(&home, env, &[variable, PROGRAM, "init"], (80, 24));
        answer_all(&mut pty);
        pty.see("Type this key into an authenticator app.");
        pty.until("Code", |pty| pty.words().ends_with("Code:"));
        assert!(pty.scan().is_err());
        let words = pty.words();
        let (_, key) = words.rsplit_once("authenticator app. ").unwrap();
        let key: String = key.split_whitespace().take(8).collect();
        let app = Authenticator::from_base32(&key);
        if variable != "TERM=linux" {
            let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
            assert!(!raw.contains('\x1b'), "{raw:?}");
        }
        answer(&mut pty, "Code", &app.code());
        if variable == "TERM=linux" {
            answer(&mut pty, "Open the console now (Y/n)", "no");
        }
        pty.ends_restored(0);
        assert!(home.accepts(ADMIN, ADMIN_PASSWORD), "{variable}");
    }
}
