//! No password, code or seed in any file, log or on the screen, but in the letters themselves.

use std::fs;
use std::path::Path;

use crate::NEW_PASSWORD;
use crate::support::journey::{Order, begin, pass_app, pass_gates};
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::program::{ADMIN_PASSWORD, Home, OLD_PASSWORD, PROGRAM, Person};
use crate::support::pty::Pty;

/// Typed as a new password and not taken.
const REJECTED: &str = "tooshort7!";

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

/// A value in the forms in which it could leak.
fn forms(value: &[u8]) -> Vec<Vec<u8>> {
    vec![
        value.to_vec(),
        hex(value).into_bytes(),
        hex(value).to_uppercase().into_bytes(),
        data_encoding::BASE32_NOPAD.encode(value).into_bytes(),
        data_encoding::BASE64_NOPAD.encode(value).into_bytes(),
    ]
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack
        .windows(needle.len())
        .any(|window| window == needle)
}

/// Every file of the host but the letters; each with its content.
fn files(home: &Home) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(home.folder.path()).unwrap();
    let entries = entries.map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let content = fs::read(&path).unwrap();
        (path.display().to_string(), content)
    };
    entries.filter(|path| path.is_file()).map(read).collect()
}

fn nowhere(places: &[(String, Vec<u8>)], secrets: &[(String, Vec<u8>)]) {
    for (place, content) in places {
        for (what, secret) in secrets {
            for form in forms(secret) {
                assert!(!contains(content, &form), "{what} is in {place}");
            }
        }
    }
}

fn passwords() -> Vec<(String, Vec<u8>)> {
    let all = [
        ADMIN_PASSWORD,
        OLD_PASSWORD,
        NEW_PASSWORD,
        REJECTED,
        "one wrong password",
    ];
    all.iter()
        .map(|text| (format!("`{text}`"), text.as_bytes().to_vec()))
        .collect()
}

/// Also the seeds, and every code that was made or typed.
fn secrets(home: &Home, people: &[&Person], typed: &[String]) -> Vec<(String, Vec<u8>)> {
    let mut all = passwords();
    for person in people {
        all.push((format!("seed of {}", person.upn), person.app.seed.clone()));
        for code in home.spool().codes(&person.address) {
            all.push((format!("mailed code {code}"), code.into_bytes()));
        }
    }
    let typed = typed.iter().cloned();
    all.extend(typed.map(|code| (format!("typed code {code}"), code.into_bytes())));
    all
}

#[test]
fn nothing_secret_is_in_files_logs_or_on_the_screen() {
    let home = Home::sqlite();
    home.adjust("log = \"trace\"\n", "");
    let (mia, adele) = (home.add_person("mias"), home.add_person("adele"));
    home.accepts(&mia.upn, "one wrong password");
    let mut typed = vec![mia.app.wrong_code(7), mia.app.code()];

    let shell = Path::new("/bin/sh");
    let log = home.path("full.log").display().to_string();
    let script = "\"$0\" kiosk --once 2>\"$1\"";
    let mut pty = Pty::start_by(&home, shell, &["-c", script, PROGRAM, &log], (80, 24));
    begin(&mut pty, &EN, &mia.upn, EN.step_1);
    pty.choose(EN.app, EN.open_app);
    pty.answer(&typed[0], EN.wrong);
    pty.press("\x18", EN.welcome, |_| true);
    let end = |mut pty: Pty| {
        pty.ends_restored(0);
        pty.raw()
    };
    let first = end(pty);
    let mut pty = Pty::start_by(&home, shell, &["-c", script, PROGRAM, &log], (80, 24));
    pass_gates(&mut pty, &EN, &mia, &home.spool(), Order::MailFirst);
    pty.set_password(REJECTED, "That password breaks a rule");
    // While it runs, the write-ahead log is there, too.
    nowhere(&files(&home), &secrets(&home, &[&mia, &adele], &typed));
    pty.set_password(NEW_PASSWORD, EN.done);
    pty.send("\r");
    let second = end(pty);

    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &adele.upn, EN.step_1);
    typed.push(adele.app.code());
    pass_app(&mut kiosk, &EN, &adele, EN.step_2);
    crate::support::journey::pass_mail(&mut kiosk, &EN, &adele, &home.spool(), EN.new_password);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    home.spool().notices(&adele.address, 1);
    let (written, said) = {
        kiosk.plain.close();
        (kiosk.plain.raw(), kiosk.plain.stderr())
    };

    let mut places = files(&home);
    places.push(("plain mode's log".to_owned(), said.clone().into_bytes()));
    let secrets = secrets(&home, &[&mia, &adele], &typed);
    assert!(secrets.len() >= 12, "{}", secrets.len());
    nowhere(&places, &secrets);
    let screens = [first, second, written].map(|raw| ("the terminal".to_owned(), raw));
    nowhere(&screens, &passwords());
    let outputs: [&[&str]; 4] = [
        &["audit", "export"],
        &["user", "list", "--json"],
        &["outbox", "list", "--json"],
        &["policy", "show", "--json"],
    ];
    let printed = outputs.map(|words| (words.join(" "), home.run(words).ok().into_bytes()));
    nowhere(&printed, &secrets);

    // The search would find them: what is no secret is found where it must be.
    let nothing = (String::new(), Vec::new());
    let place = |end: &str| {
        let found = places.iter().find(|(name, _)| name.ends_with(end));
        found.unwrap_or(&nothing)
    };
    let stored = ["keyhatch.db", "keyhatch.db-wal"].map(place);
    assert!(
        stored
            .iter()
            .any(|(_, content)| contains(content, mia.upn.as_bytes()))
    );
    assert!(contains(&place("full.log").1, b"agent started"));
    assert!(
        said.contains("agent started") && said.contains("delivered"),
        "{said}"
    );
    assert!(contains(&screens[1].1, mia.upn.as_bytes()));
    assert!(
        said.lines()
            .all(|line| line.chars().all(crate::support::program::showable))
    );
}

#[test]
fn letters_of_the_spool_hold_one_code_and_no_password() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &["--once"]));
    pass_gates(&mut kiosk, &EN, &mia, &home.spool(), Order::AppFirst);
    kiosk.set_password(NEW_PASSWORD, EN.done);
    home.spool().notices(&mia.address, 1);
    for entry in home.spool().entries() {
        nowhere(
            &[("a letter".to_owned(), entry.to_string().into_bytes())],
            &passwords(),
        );
    }
    // A letter that has left is no longer in the outbox, sealed or not.
    let database = rusqlite::Connection::open(&home.store).unwrap();
    let sql = "SELECT count(*) FROM outbox WHERE state = 'delivered' AND payload IS NOT NULL";
    let kept: i64 = database.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 0);
}
