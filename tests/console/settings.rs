//! Settings changed in the console: seen before they are saved, acting on kiosks that run already,
//! never over somebody else's change, and put back.

use serde_json::json;

use super::*;
use crate::support::stage::{BOTH, Stage};

const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const NEXT_TAB: &str = "\x1b[6;5~";
const SAVE: &str = "\x13";
const REVIEW: &str = "Before you save";
const SAVED: &str = "Saved. Kiosks follow it at their next step.";

/// What stands beside the tabs, and below them, as one line.
fn place(pty: &Pty) -> String {
    let screen = pty.screen();
    let beside = screen.lines().map(|line| match line.split_once('│') {
        Some((_, place)) => place,
        None => line,
    });
    let words: Vec<&str> = beside.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// Waits until these words are in sight.
fn see(pty: &mut Pty, words: &str) {
    pty.until(words, |pty| place(pty).contains(words));
}

/// Presses until these words are in sight.
fn press(pty: &mut Pty, keys: &str, words: &str) {
    pty.press(keys, words, |pty| place(pty).contains(words));
}

/// Goes to a tab by its name, from wherever nothing is typed.
fn go(pty: &mut Pty, tab: &str, field: &str) {
    press(pty, &format!(":{tab}\r"), field);
}

#[test]
fn a_setting_saved_in_the_console_acts_on_running_kiosks_at_their_next_step() {
    let (home, app) = host();
    let person = home.add_person("mias");
    home.run(&["policy", "set", "sspr.enabled=all"]).ok();
    let mut stage = Stage::open(home);
    for at in BOTH {
        stage.name(at, &person.upn, kiosk::EN.step_1);
    }
    let mut pty = start(&stage.home, &EN, &[]);
    enter(&mut pty, &EN, &app.code());

    go(&mut pty, "properties", "Self-service password reset");
    press(&mut pty, RIGHT, "(x) None");
    press(&mut pty, SAVE, REVIEW);
    see(&mut pty, "1 account can reset its password now");
    see(&mut pty, &person.upn);
    // Looking changes nothing; kiosks go on as before.
    let shown = |home: &Home| home.json(&["policy", "show", "sspr.enabled"]);
    assert_eq!(shown(&stage.home), json!({ "sspr.enabled": "all" }));
    press(&mut pty, SAVE, SAVED);
    assert_eq!(shown(&stage.home), json!({ "sspr.enabled": "none" }));
    for at in BOTH {
        stage.name(at, &person.upn, kiosk::EN.refused);
    }

    // The last save is shown and put back.
    press(&mut pty, "u", "Undo the last save");
    see(
        &mut pty,
        "1 account can't reset its password now and can afterwards.",
    );
    press(&mut pty, SAVE, "Undone:");
    for at in BOTH {
        stage.name(at, &person.upn, kiosk::EN.step_1);
    }
    leave(&mut pty);
    let records = stage.home.records("policy_changed");
    let by: Vec<_> = records
        .iter()
        .rev()
        .take(2)
        .map(|one| &one["actor"])
        .collect();
    assert_eq!(by, [ADMIN, ADMIN]);
    stage.home.verify();
}

#[test]
fn what_is_filled_in_is_never_lost_silently() {
    let (home, app) = host();
    let mut pty = start(&home, &EN, &[]);
    enter(&mut pty, &EN, &app.code());
    go(&mut pty, "notifications", "Tell people of their reset");
    press(&mut pty, " ", "[ ] Tell people of their reset");
    // Another tab asks first; Esc keeps what is filled in.
    press(&mut pty, NEXT_TAB, "Give up what you changed?");
    pty.press("\x1b", "the form", |pty| {
        let words = place(pty);
        !words.contains("Give up") && words.contains("[ ] Tell people of their reset")
    });

    // Somebody else changes the same and something else: both are seen, and nothing is saved before.
    let set = [
        "notify.users_on_reset=off",
        "notify.admins_on_admin_reset=off",
    ];
    home.run(&[&["policy", "set"], &set[..1]].concat()).ok();
    home.run(&["policy", "set", "notify.users_on_reset=on", set[1]])
        .ok();
    // A setting that nobody touched here follows within a second.
    see(&mut pty, "[ ] Tell administrators when an");
    let edited = home.json(&["policy", "show", "notify.users_on_reset"]);
    assert_eq!(edited, json!({ "notify.users_on_reset": "on" }));
    press(&mut pty, SAVE, REVIEW);
    press(&mut pty, SAVE, SAVED);
    let values = home.json(&["policy", "show"]);
    assert_eq!(values["notify.users_on_reset"], "off");
    assert_eq!(values["notify.admins_on_admin_reset"], "off");

    // The same setting meanwhile: the other's change beside one's own, to take either.
    go(&mut pty, "registration", "Register at sign-in");
    press(&mut pty, " ", "[x] Register at sign-in");
    press(
        &mut pty,
        "\x1b[B",
        "> Days until methods are confirmed again",
    );
    pty.retype("90", |pty| pty.screen().contains("[90 "));
    home.run(&["policy", "set", "registration.reconfirm_days=30"])
        .ok();
    see(&mut pty, "Somebody else has changed a setting");
    press(&mut pty, SAVE, REVIEW);
    press(&mut pty, SAVE, "Changed by somebody else");
    see(&mut pty, "Theirs: 30 (by operator:");
    see(&mut pty, "Yours: 90");
    let values = home.json(&["policy", "show"]);
    assert_eq!(values["registration.required_at_sign_in"], "off");
    press(&mut pty, LEFT, "(x) Yours: 90");
    press(&mut pty, "\r", REVIEW);
    see(&mut pty, "before: 30");
    press(&mut pty, SAVE, SAVED);
    let values = home.json(&["policy", "show"]);
    assert_eq!(values["registration.reconfirm_days"], 90);
    assert_eq!(values["registration.required_at_sign_in"], "on");
    leave(&mut pty);
    home.verify();
}
