//! Users and groups, made and changed with keys alone.

use super::*;

const MIA: &str = "mias@contoso.example";
/// Ctrl-S.
const SAVE: &str = "\x13";

/// The place at the right of the tabs as one line of words, with what stands before it.
fn shown(pty: &Pty) -> String {
    let screen = pty.screen();
    let rows = screen.lines().filter_map(|row| row.rsplit('│').next());
    let words: Vec<&str> = rows.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// Into a tab, by the beginning of its name.
fn go(pty: &mut Pty, tab: &str, next: &str) {
    pty.press(&format!(":{tab}\r"), next, |pty| shown(pty).contains(next));
}

/// Types into the field that has the focus.
fn field(pty: &mut Pty, text: &str) {
    pty.press(text, text, |pty| shown(pty).contains(&format!("[{text} ")));
}

fn press(pty: &mut Pty, keys: &str, next: &str) {
    pty.press(keys, next, |pty| shown(pty).contains(next));
}

#[test]
fn mia_and_the_testers_are_made_with_keys_alone() {
    let (home, app) = host();
    let mut pty = start(&home, &EN, &[]);
    enter(&mut pty, &EN, &app.code());
    go(&mut pty, "users", "One account");
    press(&mut pty, "n", "Ctrl-S create");
    field(&mut pty, MIA);
    pty.send("\t");
    field(&mut pty, "Mia Steele");
    pty.send("\t");
    field(&mut pty, "Mia");
    pty.send("\t");
    field(&mut pty, "Steele");
    press(&mut pty, SAVE, "must change it then");
    let screen = pty.screen();
    let plain = |word: &&str| {
        word.len() >= 16 && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let password = screen.split_whitespace().find(plain).unwrap().to_owned();
    press(&mut pty, "\r", "2 accounts");
    assert!(!shown(&pty).contains(&password), "it is gone with its page");
    go(&mut pty, "groups", "0 groups");
    press(&mut pty, "n", "Group name");
    pty.send("\t");
    field(&mut pty, "SSPRTesters");
    pty.send("\t");
    field(&mut pty, "Tests password reset");
    pty.send("\t");
    field(&mut pty, MIA);
    press(&mut pty, SAVE, "is there now");
    let group = home.json(&["group", "show", "SSPRTesters"]);
    assert_eq!(group["type"], "security");
    assert_eq!(group["description"], "Tests password reset");
    assert_eq!(group["accounts"], serde_json::json!([MIA]));
    let mia = home.json(&["user", "show", MIA]);
    assert_eq!(
        (&mia["name"], &mia["must_change"]),
        (&"Mia Steele".into(), &true.into())
    );
    // Found by what is typed, and opened.
    go(&mut pty, "users", "2 accounts");
    press(&mut pty, "/stee", "One account");
    press(&mut pty, "\r", "Enter open");
    press(&mut pty, "\r", "Give a temporary password");
    leave(&mut pty);
    let added = home.records("account_added");
    assert_eq!(added.last().unwrap()["actor"], ADMIN);
    home.verify();
}

#[test]
fn two_consoles_delete_the_same_user() {
    let (home, app) = host();
    let tom = home.add_person("tom");
    let mut one = start(&home, &EN, &[]);
    enter(&mut one, &EN, &app.code_before());
    let mut other = start(&home, &EN, &[]);
    enter(&mut other, &EN, &app.code());
    for pty in [&mut one, &mut other] {
        go(pty, "users", "2 accounts");
        press(pty, "/tom", "One account");
        press(pty, "\r", "Enter open");
        press(pty, "\r", "Give a temporary password");
        // The last of what can be done; asked for with the name.
        pty.send("\x1b[F");
        press(pty, "\r", "To confirm");
        field(pty, &tom.upn);
    }
    // The question says "is deleted with", the notice that it was done "is deleted."
    press(&mut one, "\r", "is deleted.");
    other.send("\r");
    other.until("who was first, or that it is gone", |pty| {
        let words = shown(pty);
        words.contains("There is nothing left to do") || words.contains("any more, or there never")
    });
    assert_eq!(home.records("account_deleted").len(), 1);
    for pty in [&mut one, &mut other] {
        leave(pty);
    }
    home.verify();
}
