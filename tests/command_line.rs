//! Every command from outside: exit codes, what goes to stdout and what to stderr, JSON to the
//! letter, and bad input of every kind, which changes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "command_line/account_files.rs"]
mod account_files;
#[path = "command_line/audit.rs"]
mod audit;
#[path = "command_line/bad_input.rs"]
mod bad_input;
#[path = "command_line/first_run.rs"]
mod first_run;
#[path = "command_line/first_screen.rs"]
mod first_screen;
#[path = "command_line/helpdesk.rs"]
mod helpdesk;
#[path = "command_line/hostile_text.rs"]
mod hostile_text;
#[path = "command_line/interactive.rs"]
mod interactive;
#[path = "command_line/organisation.rs"]
mod organisation;
#[path = "command_line/overview.rs"]
mod overview;
#[path = "command_line/passwords.rs"]
mod passwords;
#[path = "command_line/people.rs"]
mod people;
#[path = "command_line/policy_change.rs"]
mod policy_change;
#[path = "command_line/prompts.rs"]
mod prompts;
#[path = "command_line/questions.rs"]
mod questions;
#[path = "command_line/register.rs"]
mod register;
#[path = "command_line/roles.rs"]
mod roles;
#[path = "command_line/signed_in.rs"]
mod signed_in;
#[path = "command_line/store_care.rs"]
mod store_care;
mod support;
#[path = "command_line/unusable.rs"]
mod unusable;

use serde_json::{Value, json};
use support::program::{ADMIN, ADMIN_PASSWORD, Home, OLD_PASSWORD};
use support::totp::Authenticator;

/// The names of a JSON object's keys, in order.
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

fn is_time(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.len() >= 20 && text.ends_with('Z') && text.as_bytes()[10] == b'T')
}

#[test]
fn init_makes_a_store_once_and_a_key_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::empty();
    let words = [
        "init",
        "--org",
        "Contoso",
        "--admin",
        ADMIN,
        "--name",
        "Megan Bowen",
    ];
    let more = [
        "--email",
        ADMIN,
        "--domains",
        "contoso.example,contoso.test",
        "--password-stdin",
    ];
    let words = [&words[..], &more].concat();
    let ran = home.run_with(&words, ADMIN_PASSWORD.as_bytes());
    assert!(
        ran.stderr.contains("policy set sspr.enabled=all"),
        "{ran:?}"
    );
    assert_eq!(ran.ok(), "");
    for name in ["keyhatch.db", "keyhatch.key"] {
        let mode = std::fs::metadata(home.path(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let before = home.state();
    let key = std::fs::read(home.path("keyhatch.key")).unwrap();
    let said = home.run_with(&words, ADMIN_PASSWORD.as_bytes()).failed(1);
    assert!(said.contains("already has an organisation"), "{said}");
    assert_eq!(home.state(), before);
    assert_eq!(std::fs::read(home.path("keyhatch.key")).unwrap(), key);
    let shown = home.json(&["policy", "show", "organisation.domains"]);
    assert_eq!(
        shown,
        json!({ "organisation.domains": ["contoso.example", "contoso.test"] })
    );
    let admin = home.json(&["user", "show", ADMIN]);
    assert_eq!(
        (&admin["name"], &admin["roles"]),
        (&json!("Megan Bowen"), &json!(["global"]))
    );
}

#[test]
fn a_user_has_these_fields_and_no_others() {
    let home = Home::sqlite();
    let mia = "mias@contoso.example";
    let words = [
        "user",
        "add",
        mia,
        "--password-stdin",
        "--name",
        "Mia Steele",
        "--given",
        "Mia",
        "--surname",
        "Steele",
        "--email",
        mia,
        "--alternate-email",
        "mia@home.example",
        "--mobile",
        "+1 425 555 0100",
        "--office",
        "+1 425 555 0101x7",
        "--licence",
        "basic",
        "--role",
        "helpdesk,reports-reader",
        "--language",
        "de",
        "--must-change",
    ];
    assert_eq!(home.run_with(&words, OLD_PASSWORD.as_bytes()).ok(), "");
    let shown = home.json(&["user", "show", "MIAS@contoso.example"]);
    let expected = json!({
        "upn": mia, "name": "Mia Steele", "given": "Mia", "surname": "Steele", "email": mia,
        "alternate_email": "mia@home.example", "mobile": "+14255550100",
        "office": "+14255550101x7", "language": "de", "licence": "basic",
        "roles": ["helpdesk", "reports-reader"], "source": "local", "enabled": true,
        "blocked_until": null, "locked_until": null, "must_change": true,
        "methods": ["email", "mobile_phone", "office_phone"], "registered": true,
        "enabled_for_sspr": true, "capable": true, "last_reset": null,
    });
    assert_eq!(shown, expected);
    let list = home.json(&["user", "list"]);
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert_eq!(list[1], expected);
    home.run(&[
        "user",
        "edit",
        mia,
        "--language",
        "",
        "--office",
        "",
        "--role",
        "none",
    ])
    .ok();
    let edited = home.json(&["user", "show", mia]);
    assert_eq!(
        (&edited["language"], &edited["office"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(edited["roles"], json!([]));
    let people = home.run(&["user", "list"]).ok();
    assert!(people.starts_with("UPN "), "{people}");
    assert_eq!(people.lines().count(), 3);
}

#[test]
fn lists_are_searched_cut_and_continued() {
    let home = Home::sqlite();
    for name in ["adele.vance", "alex.wilber", "mia.steele", "miles.vance"] {
        home.run(&["user", "add", &format!("{name}@contoso.example")])
            .ok();
    }
    let names = |words: &[&str]| -> Vec<String> {
        let list = home.json(&[&["user", "list"], words].concat());
        let upn = |user: &Value| {
            user["upn"]
                .as_str()
                .unwrap()
                .split('@')
                .next()
                .unwrap()
                .to_owned()
        };
        list.as_array().unwrap().iter().map(upn).collect()
    };
    assert_eq!(names(&["--search", "VAN mi"]), ["miles.vance"]);
    assert_eq!(names(&["--search", "zz"]), [""; 0]);
    assert_eq!(names(&["--limit", "2"]), ["adele.vance", "admin"]);
    assert_eq!(
        names(&["--after", "admin@contoso.example", "--limit", "2"]),
        ["alex.wilber", "mia.steele"]
    );
    assert_eq!(names(&["--after", "miles.vance@contoso.example"]), [""; 0]);
}

#[test]
fn passwords_are_made_given_checked_and_never_shown_again() {
    let home = Home::sqlite();
    let mia = "mias@contoso.example";
    let made = home.run(&["user", "add", mia]).ok();
    let made = made.trim_end();
    assert_eq!(made.len(), 19, "{made}");
    let check = |upn: &str, stdin: &[u8]| home.run_with(&["check-password", upn], stdin);
    for end in ["", "\n", "\0"] {
        let ran = check(mia, format!("{made}{end}").as_bytes());
        assert!(ran.stderr.contains("temporary"), "{ran:?}");
        assert_eq!(ran.ok(), "");
    }
    for end in ["\n\n", "\0\0", "\n\0", " ", "\r\n"] {
        let said = check(mia, format!("{made}{end}").as_bytes()).failed(1);
        assert!(said.contains("is wrong"), "{end:?}: {said}");
    }
    let mut pam = home.command(&["check-password"]);
    let by_pam =
        support::program::run_with(pam.env("PAM_USER", mia), format!("{made}\0").as_bytes());
    by_pam.ok();
    let nobody = check("nobody@contoso.example", b"x").failed(1);
    assert_eq!(
        nobody,
        check(mia, b"x").failed(1),
        "unknown and wrong must not differ"
    );
    home.run_with(&["check-password"], b"x").failed(2);
    home.run(&["user", "disable", mia]).ok();
    assert_eq!(check(mia, made.as_bytes()).failed(1), nobody);
    home.run(&["user", "enable", mia]).ok();
    check(mia, made.as_bytes()).ok();
    let again = home.run(&["user", "temporary-password", mia]).ok();
    assert_ne!(again.trim_end(), made);
    check(mia, made.as_bytes()).failed(1);
    check(mia, again.trim_end().as_bytes()).ok();
    let given = ["user", "edit", mia, "--password-stdin"];
    assert_eq!(home.run_with(&given, OLD_PASSWORD.as_bytes()).ok(), "");
    let right = check(mia, OLD_PASSWORD.as_bytes());
    assert_eq!((right.code, right.stderr.as_str()), (0, ""));
    let all = [
        home.run(&["user", "show", mia, "--json"]).ok(),
        home.run(&["audit", "export"]).ok(),
        home.run(&["audit", "list"]).ok(),
        home.run(&["policy", "export"]).ok(),
    ];
    for secret in [made, again.trim_end(), OLD_PASSWORD] {
        assert!(
            all.iter().all(|text| !text.contains(secret)),
            "{secret} is shown"
        );
    }
}

#[test]
fn too_many_wrong_passwords_lock_and_a_repeated_one_counts_once() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    home.run(&["policy", "set", "lockout.sign_in_failures=3"])
        .ok();
    for _ in 0..6 {
        assert!(!home.accepts(&mia.upn, "the same wrong one"));
    }
    assert!(home.accepts(&mia.upn, OLD_PASSWORD));
    for wrong in ["one wrong", "two wrong", "three wrong"] {
        assert!(!home.accepts(&mia.upn, wrong));
    }
    let said = home
        .run_with(&["check-password", &mia.upn], OLD_PASSWORD.as_bytes())
        .failed(1);
    // The same sentence as for a wrong password: a lock would tell that the account exists.
    assert!(said.contains("wait a while or reset it"), "{said}");
    let stranger = home.run_with(&["check-password", "nobody@contoso.example"], b"x");
    assert_eq!(said, stranger.failed(1));
    assert!(is_time(
        &home.json(&["user", "show", &mia.upn])["locked_until"]
    ));
}

#[test]
fn methods_are_listed_added_and_deleted() {
    let home = Home::sqlite();
    let mia = "mias@contoso.example";
    home.run(&["user", "add", mia, "--alternate-email", "mia@home.example"])
        .ok();
    let methods = ["user", "methods", mia];
    let uri = home.run(&[&methods[..], &["add-app-code"]].concat()).ok();
    // As short as the one that is drawn, so that any program draws it in 21 rows.
    let uri = uri.trim_end();
    let (named, secret) = uri.split_once("?secret=").unwrap();
    assert_eq!(named, "otpauth://totp/Contoso:mias");
    assert!(uri.len() <= 78, "{uri}");
    assert_eq!(Authenticator::from_base32(secret).seed.len(), 20);
    let held = home.json(&methods);
    assert_eq!(held, home.json(&[&methods[..], &["list"]].concat()));
    assert_eq!(
        keys(&held[0]),
        ["destination", "id", "method", "registered"]
    );
    assert_eq!(held[0]["method"], "app_code");
    assert!(is_time(&held[0]["registered"]));
    let provided = json!({
        "destination": "m*****@home.example", "id": null, "method": "email", "registered": null,
    });
    assert_eq!(held[1], provided);
    for text in [held.to_string(), home.run(&["audit", "export"]).ok()] {
        assert!(!text.contains(secret), "{text}");
    }
    assert_eq!(home.json(&["user", "show", mia])["capable"], true);
    for _ in 0..4 {
        let key = Authenticator::of("x").base32().to_lowercase();
        home.run_with(&[&methods[..], &["add-app-code"]].concat(), key.as_bytes())
            .ok();
    }
    let said = home
        .run(&[&methods[..], &["add-app-code"]].concat())
        .failed(1);
    assert!(said.contains("5 authenticators"), "{said}");
    let id = held[0]["id"].to_string();
    assert_eq!(
        home.run(&[&methods[..], &["delete", &id]].concat()).ok(),
        ""
    );
    home.run(&[&methods[..], &["delete", &id]].concat())
        .failed(1);
    assert_eq!(home.json(&methods).as_array().unwrap().len(), 5);
}

#[test]
fn eligibility_is_every_check_in_order() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    let codes = [
        "SSPR_0040",
        "SSPR_0041",
        "SSPR_0042",
        "SSPR_0009",
        "SSPR_0012",
        "SSPR_0013",
        "SSPR_0011",
        "SSPR_0014",
        "SSPR_0010",
        "SSPR_0029",
        "SSPR_0030",
    ];
    let failing = |user: &str| -> Vec<String> {
        let checks = home.json(&["user", "eligibility", user]);
        let checks = checks.as_array().unwrap().clone();
        assert_eq!(checks.len(), codes.len());
        for (check, code) in checks.iter().zip(codes) {
            assert_eq!(keys(check), ["code", "detail", "ok"]);
            assert_eq!(check["code"], code);
        }
        let failed = checks.iter().filter(|check| check["ok"] == false);
        failed
            .map(|check| check["code"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(failing(&mia.upn), [""; 0]);
    assert_eq!(failing("  ＭIAS@Contoso.Example "), [""; 0]);
    assert_eq!(
        failing("m\u{456}as@contoso.example")[0],
        "SSPR_0040",
        "a look-alike"
    );
    home.run(&["user", "licence", &mia.upn, "free"]).ok();
    home.run(&["user", "disable", &mia.upn]).ok();
    assert_eq!(failing(&mia.upn), ["SSPR_0041", "SSPR_0012"]);
    home.run(&["user", "licence", &mia.upn, "default"]).ok();
    home.run(&["user", "enable", &mia.upn]).ok();
    home.run(&["policy", "set", "sspr.enabled=none"]).ok();
    assert_eq!(failing(&mia.upn), ["SSPR_0009"]);
    let shown = home.run(&["user", "eligibility", &mia.upn]).ok();
    assert!(shown.contains("SSPR_0009  fails"), "{shown}");
}
