//! What an organisation sets to be shown steers no terminal: from every way of setting it to the bytes
//! that a kiosk writes.

use keyhatch::domain::setting::{Kind, SETTINGS};

use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::Home;
use crate::support::pty::Pty;

/// Escape sequences of both kinds, a title, overrides and isolates of the reading order, what has no
/// width, what parts lines, private and unassigned characters.
const HOSTILE: &str = "A\x1b[?6666hB\x1b]0;owned\x07C\u{9b}66mD\u{202e}E\u{2066}F\u{200b}\
                       G\u{2028}H\u{e000}I\u{e0041}J\u{378}K\x7fL\x08M";
/// What is left of it.
const LEFT: &str = "A[?6666hB]0;ownedC66mDEFGHIJKLM";
/// What is never written.
const STEERING: [&str; 12] = [
    "\x1b[?6666h",
    "\x1b]0;",
    "\x07",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{2028}",
    "\u{e000}",
    "\u{378}",
    "\x7f",
    "\x08",
];

/// Sets every text that people are shown, by a command or by a file; the keys.
fn set(home: &Home, by_file: bool) -> Vec<String> {
    let mut keys = Vec::new();
    for setting in SETTINGS
        .iter()
        .filter(|setting| setting.key.starts_with("branding."))
    {
        let key = match setting.family {
            true => format!("{}.en", setting.key),
            false => setting.key.to_owned(),
        };
        let value = match key.as_str() {
            "branding.helpdesk_email" => {
                HOSTILE.replace(['[', ']', '?', ';'], "") + "@contoso.example"
            }
            _ => HOSTILE.to_owned(),
        };
        let ran = match by_file {
            true => {
                // TOML is stricter than JSON about this one.
                let text = serde_json::json!(format!("\0{value}")).to_string();
                let text = text.replace('\x7f', "\\u007f");
                std::fs::write(home.path("policy.toml"), format!("\"{key}\" = {text}\n")).unwrap();
                let path = home.path("policy.toml").display().to_string();
                home.run(&["policy", "import", &path])
            }
            false => home.run(&["policy", "set", &format!("{key}={value}")]),
        };
        match setting.kind {
            Kind::Line(_) | Kind::Lines(_) | Kind::Art(..) => {
                ran.ok();
                keys.push(key);
            }
            // One of a list of words can be nothing else.
            _ => drop(ran.failed(1)),
        }
    }
    keys
}

#[test]
fn nothing_of_it_reaches_a_terminal() {
    for by_file in [false, true] {
        let home = Home::sqlite();
        let keys = set(&home, by_file);
        assert_eq!(keys.len(), 5, "a new one needs a place below: {keys:?}");
        let mut pty = Pty::start(&home, &["kiosk"]);
        let mut plain = PlainKiosk::new(Plain::start(&home, &[]));
        pty.see(LEFT);
        let logo_and_text = |screen: &str| screen.matches(LEFT).count();
        assert_eq!(logo_and_text(&pty.screen()), 2, "{}", pty.screen());
        for kiosk in [&mut pty as &mut dyn Kiosk, &mut plain] {
            kiosk.see(LEFT);
            begin(kiosk, &EN, "nobody", EN.refused);
            kiosk.see(LEFT);
            kiosk.see("@contoso.example");
            let written = kiosk.bytes();
            let written = String::from_utf8_lossy(&written);
            for steering in STEERING {
                assert!(!written.contains(steering), "{steering:?}: {written:?}");
            }
        }
        for shown in [&["policy", "preview"][..], &["policy", "preview", "--json"]] {
            let shown = home.run(shown).ok();
            assert!(shown.contains(LEFT), "{shown}");
            for steering in STEERING {
                assert!(!shown.contains(steering), "{steering:?}: {shown:?}");
            }
        }
    }
}
