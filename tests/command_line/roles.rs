//! Every role with every command: what a role may not do is refused by one sentence, and nothing
//! but the sign-in is recorded. Those who may come as far as that there is nobody of that name.

use std::fs;

use crate::support::program::{Home, OLD_PASSWORD, Ran};

/// Global, authentication policy, user, helpdesk, reports reader, none.
type May = [bool; 6];

const fn may(who: [u8; 6]) -> May {
    let [g, a, u, h, r, n] = who;
    [g == 1, a == 1, u == 1, h == 1, r == 1, n == 1]
}

const NOBODY: &str = "nobody@contoso.example";

/// The command as the manual has it, what is added to it, and who may.
const TABLE: [(&str, &[&str], May); 61] = [
    (
        "user add",
        &["new@contoso.example", "--name", ""],
        may([1, 0, 1, 0, 0, 0]),
    ),
    (
        "user edit",
        &[NOBODY, "--name", "N"],
        may([1, 0, 1, 0, 0, 0]),
    ),
    ("user show", &[NOBODY], may([1, 1, 1, 1, 0, 0])),
    ("user list", &[], may([1, 1, 1, 1, 0, 0])),
    ("user import", &["nobody.csv"], may([1, 0, 1, 0, 0, 0])),
    ("user export", &[], may([1, 1, 1, 1, 0, 0])),
    ("user delete", &[NOBODY], may([1, 0, 1, 0, 0, 0])),
    ("user enable", &[NOBODY], may([1, 0, 1, 0, 0, 0])),
    ("user disable", &[NOBODY], may([1, 0, 1, 0, 0, 0])),
    (
        "user temporary-password",
        &[NOBODY],
        may([1, 0, 1, 1, 0, 0]),
    ),
    ("user release", &[NOBODY], may([1, 0, 1, 1, 0, 0])),
    ("user unlock", &[NOBODY], may([1, 0, 1, 1, 0, 0])),
    ("user licence", &[NOBODY, "p2"], may([1, 0, 1, 0, 0, 0])),
    ("user role", &[NOBODY, "none"], may([1, 0, 0, 0, 0, 0])),
    ("user methods list", &[], may([1, 1, 1, 1, 0, 0])),
    ("user methods add-app-code", &[], may([1, 1, 1, 0, 0, 0])),
    ("user methods set-questions", &[], may([1, 1, 1, 0, 0, 0])),
    ("user methods delete", &["4711"], may([1, 1, 1, 0, 0, 0])),
    ("user eligibility", &[NOBODY], may([1, 1, 1, 1, 0, 0])),
    (
        "user bulk enable",
        &["--expect", "999"],
        may([1, 0, 1, 0, 0, 0]),
    ),
    (
        "user bulk disable",
        &["--expect", "999"],
        may([1, 0, 1, 0, 0, 0]),
    ),
    (
        "user bulk release",
        &["--expect", "999"],
        may([1, 0, 1, 1, 0, 0]),
    ),
    (
        "user bulk require-registration",
        &["--expect", "999"],
        may([1, 0, 1, 1, 0, 0]),
    ),
    (
        "user bulk set-licence",
        &["p2", "--expect", "999"],
        may([1, 0, 1, 0, 0, 0]),
    ),
    (
        "user bulk add-to-group",
        &["Existing", "--expect", "999"],
        may([1, 0, 1, 0, 0, 0]),
    ),
    ("user access-pass", &[NOBODY], may([1, 0, 1, 1, 0, 0])),
    (
        "user require-registration",
        &[NOBODY],
        may([1, 0, 1, 1, 0, 0]),
    ),
    ("user journeys", &[NOBODY], may([1, 1, 1, 1, 0, 0])),
    ("user limits", &[NOBODY], may([1, 1, 1, 1, 0, 0])),
    ("helpdesk reference", &["ABCDEFGH"], may([1, 0, 1, 1, 0, 0])),
    ("helpdesk account", &[NOBODY], may([1, 0, 1, 1, 0, 0])),
    ("helpdesk verify", &[NOBODY], may([1, 0, 1, 1, 0, 0])),
    (
        "policy review",
        &["codes.length=7"],
        may([1, 1, 0, 0, 0, 0]),
    ),
    ("policy confirm", &["codes.length"], may([1, 1, 0, 0, 0, 0])),
    ("policy undo", &["--show"], may([1, 1, 0, 0, 0, 0])),
    ("policy history", &[], may([1, 1, 1, 1, 1, 0])),
    ("policy logo", &["logo.txt"], may([1, 0, 0, 0, 0, 0])),
    ("policy preview", &[], may([1, 1, 1, 1, 1, 0])),
    ("group add", &["Existing"], may([1, 0, 1, 0, 0, 0])),
    ("group list", &[], may([1, 1, 1, 1, 0, 0])),
    ("group show", &["Nothing"], may([1, 1, 1, 1, 0, 0])),
    ("group delete", &["Nothing"], may([1, 0, 1, 0, 0, 0])),
    (
        "group add-member",
        &["Nothing", NOBODY],
        may([1, 0, 1, 0, 0, 0]),
    ),
    (
        "group remove-member",
        &["Nothing", NOBODY],
        may([1, 0, 1, 0, 0, 0]),
    ),
    ("policy show", &[], may([1, 1, 1, 1, 1, 0])),
    ("policy set", &["codes.length=6"], may([1, 1, 0, 0, 0, 0])),
    ("policy export", &[], may([1, 1, 1, 1, 1, 0])),
    ("policy try-password", &[], may([1, 1, 1, 1, 1, 0])),
    ("policy diff", &["policy.toml"], may([1, 1, 1, 1, 1, 0])),
    ("policy import", &["policy.toml"], may([1, 1, 0, 0, 0, 0])),
    ("outbox list", &[], may([1, 0, 0, 0, 0, 0])),
    ("outbox retry", &["4711"], may([1, 0, 0, 0, 0, 0])),
    ("audit list", &[], may([1, 0, 0, 1, 1, 0])),
    ("audit verify", &[], may([1, 0, 0, 1, 1, 0])),
    ("audit export", &[], may([1, 0, 0, 1, 1, 0])),
    ("audit head", &[], may([1, 0, 0, 1, 1, 0])),
    ("report usage", &[], may([1, 0, 0, 1, 1, 0])),
    ("report registrations", &[], may([1, 0, 0, 1, 1, 0])),
    ("report resets", &[], may([1, 0, 0, 1, 1, 0])),
    ("store backup", &["keyhatch.toml"], may([1, 0, 0, 0, 0, 0])),
    ("store restore", &["nothing.db"], may([1, 0, 0, 0, 0, 0])),
];

/// Commands that no role has a say in: they are for the host, for whoever stands before it, for
/// PAM, or touch no store. `doctor` says of each check whether it may be made; `store rekey` asks
/// what `store restore` asks, and would end this test.
const WITHOUT: [&str; 13] = [
    "init",
    "demo",
    "kiosk",
    "register",
    "policy build-filter",
    "agent run",
    "check-password",
    "doctor",
    "store rekey",
    "prompts",
    "completions",
    "man",
    "admin",
];

const ROLES: [&str; 6] = [
    "global",
    "authentication-policy",
    "user",
    "helpdesk",
    "reports-reader",
    "none",
];

/// Every command the manual has.
fn commands(home: &Home) -> Vec<String> {
    let page = home.run(&["man"]).ok();
    let headings = page.lines().filter_map(|line| {
        let rest = line.strip_prefix(".SH \"KEYHATCH ")?;
        Some(rest.trim_end_matches('"').replace('\\', "").to_lowercase())
    });
    headings.collect()
}

fn run_as(home: &Home, upn: &str, command: &str, more: &[&str]) -> Ran {
    let mut words = vec!["--as", upn, "--password-stdin"];
    match command.strip_prefix("user methods ") {
        Some(act) => words.extend(["user", "methods", NOBODY, act]),
        None => words.extend(command.split(' ')),
    }
    words.extend(more);
    let lines = match command {
        "policy try-password" => format!("{OLD_PASSWORD}\nsome other pass phrase\n"),
        "user methods add-app-code" => format!("{OLD_PASSWORD}\nJBSWY3DPEHPK3PXPJBSWY3DP\n"),
        "user methods set-questions" => format!("{OLD_PASSWORD}\n[]\n"),
        _ => format!("{OLD_PASSWORD}\n"),
    };
    home.run_with(&words, lines.as_bytes())
}

#[test]
fn every_command_has_a_row() {
    let home = Home::empty();
    let commands = commands(&home);
    assert!(commands.len() > 50, "{commands:?}");
    for command in commands {
        let known = TABLE.iter().any(|(row, ..)| *row == command);
        assert!(
            known || WITHOUT.contains(&command.as_str()),
            "who may `keyhatch {command}`? Give it a row"
        );
    }
}

#[test]
fn every_role_may_what_it_may() {
    let home = Home::sqlite();
    fs::write(home.path("nobody.csv"), "upn,name\n").unwrap();
    fs::write(home.path("policy.toml"), "\"codes.length\" = 7\n").unwrap();
    fs::write(home.path("logo.txt"), "CONTOSO\n").unwrap();
    home.run(&["group", "add", "Existing"]).ok();
    for (column, role) in ROLES.iter().enumerate() {
        let upn = format!("{role}@contoso.example");
        let words = ["user", "add", &upn, "--password-stdin", "--role", role];
        home.run_with(&words, OLD_PASSWORD.as_bytes()).ok();
        // There is something to undo.
        for digits in ["codes.length=7", "codes.length=6"] {
            home.run(&["policy", "set", digits]).ok();
        }
        for (command, more, who) in TABLE {
            let last = || home.json(&["audit", "head"])["seq"].as_u64();
            let before = if who[column] { None } else { last() };
            let ran = run_as(&home, &upn, command, more);
            let said = &ran.stderr;
            if who[column] {
                assert!(
                    !said.contains("none of your roles"),
                    "{role} {command}: {ran:?}"
                );
                assert!(ran.code < 2, "{role} {command}: {ran:?}");
                continue;
            }
            assert!(
                said.contains("none of your roles may"),
                "{role} {command}: {ran:?}"
            );
            ran.failed(1);
            // Nothing is recorded, and so nothing was done, but that they signed in.
            let records = home.json(&["audit", "list", "--limit", "5"]);
            let new = records.as_array().unwrap().iter();
            let new: Vec<_> = new
                .filter(|record| record["seq"].as_u64() > before)
                .map(|record| record["activity"].as_str().unwrap())
                .collect();
            assert_eq!(new, ["sign_in"], "{role} {command}");
        }
    }
    home.verify();
}
