//! `--as`: the roles of an account, and no more.

use crate::support::program::{ADMIN, ADMIN_PASSWORD, Home, OLD_PASSWORD, Ran};
use crate::support::totp::Authenticator;

fn as_account(home: &Home, upn: &str, lines: &str, words: &[&str]) -> Ran {
    let words = [&["--as", upn, "--password-stdin"], words].concat();
    home.run_with(&words, lines.as_bytes())
}

/// What each role may do, of these, in their order.
const ACTS: [(&str, &[&str]); 9] = [
    ("list", &["user", "list", "--json"]),
    (
        "add",
        &[
            "user",
            "add",
            "new@contoso.example",
            "--name",
            "New",
            "--must-change",
        ],
    ),
    (
        "edit",
        &["user", "edit", "mias@contoso.example", "--name", "Mia"],
    ),
    (
        "temporary",
        &["user", "temporary-password", "mias@contoso.example"],
    ),
    ("release", &["user", "release", "mias@contoso.example"]),
    ("unlock", &["user", "unlock", "mias@contoso.example"]),
    ("role", &["user", "role", "mias@contoso.example", "none"]),
    ("policy", &["policy", "set", "captcha=on"]),
    ("audit", &["audit", "list", "--json"]),
];

#[test]
fn a_role_may_what_it_may_and_is_refused_the_rest() {
    let expected = [
        (
            "global",
            "list add edit temporary release unlock role policy audit",
        ),
        ("helpdesk", "list temporary release unlock"),
        ("reports-reader", "audit"),
    ];
    for (role, may) in expected {
        let home = Home::sqlite();
        home.add_person("mias");
        let boss = "boss@contoso.example";
        let words = ["user", "add", boss, "--password-stdin", "--role", role];
        home.run_with(&words, OLD_PASSWORD.as_bytes()).ok();
        for (act, words) in ACTS {
            let before = home.state();
            let ran = as_account(&home, boss, &format!("{OLD_PASSWORD}\n"), words);
            let allowed = may.split(' ').any(|may| may == act);
            if allowed {
                assert_eq!(ran.code, 0, "{role} {act}: {ran:?}");
            } else if ran.code == 0 {
                // More than this test knows of: it must at least have been a reading.
                assert_eq!(home.state()[..3], before[..3], "{role} {act}: {ran:?}");
            } else {
                let said = ran.failed(1);
                assert!(
                    said.contains("none of your roles may"),
                    "{role} {act}: {said}"
                );
                assert_eq!(home.state()[..3], before[..3], "{role} {act}");
            }
        }
        let acted = home.json(&["audit", "list"]);
        let by_boss = acted
            .as_array()
            .unwrap()
            .iter()
            .any(|record| record["actor"] == boss);
        assert_eq!(by_boss, may.contains("release"), "{role}");
        home.verify();
    }
}

#[test]
fn the_second_factor_is_asked_where_there_is_one_and_counts_once() {
    let home = Home::sqlite();
    let app = Authenticator::of("admin");
    let list = ["user", "list", "--json"];
    as_account(&home, ADMIN, &format!("{ADMIN_PASSWORD}\n"), &list).ok();
    let add = ["user", "methods", ADMIN, "add-app-code"];
    home.run_with(&add, app.base32().as_bytes()).ok();
    let said = as_account(&home, ADMIN, &format!("{ADMIN_PASSWORD}\n"), &list).failed(1);
    assert!(said.contains("Authenticator code"), "{said}");
    for wrong in [app.wrong_code(1), "abcdef".to_owned(), String::new()] {
        let lines = format!("{ADMIN_PASSWORD}\n{wrong}\n");
        let said = as_account(&home, ADMIN, &lines, &list).failed(1);
        assert!(said.contains("authenticator code is wrong"), "{said}");
    }
    let lines = format!("{ADMIN_PASSWORD}\n{}\n", app.code());
    as_account(&home, ADMIN, &lines, &list).ok();
    as_account(&home, ADMIN, &lines, &list).failed(1);
    home.verify();
}

#[test]
fn who_may_not_sign_in_acts_not_at_all() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    let list = ["user", "list"];
    let wrong = as_account(&home, ADMIN, "not the password\n", &list).failed(1);
    let unknown = as_account(&home, "nobody@contoso.example", "x\n", &list).failed(1);
    assert_eq!(wrong, unknown);
    home.run(&["user", "disable", &mia]).ok();
    let disabled = as_account(&home, &mia, &format!("{OLD_PASSWORD}\n"), &list).failed(1);
    assert_eq!(disabled, unknown);
    let temporary = home
        .run(&["user", "add", "temp@contoso.example", "--role", "global"])
        .ok();
    let said = as_account(&home, "temp@contoso.example", &temporary, &list).failed(1);
    assert!(said.contains("temporary"), "{said}");
    // No role, no right.
    home.run(&["user", "enable", &mia]).ok();
    as_account(
        &home,
        &mia,
        &format!("{OLD_PASSWORD}\n{}\n", Authenticator::of("mias").code()),
        &list,
    )
    .failed(1);
}

#[test]
fn an_administrator_gives_no_permanent_password() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    let before = home.state();
    let lines = format!("{ADMIN_PASSWORD}\nanother long secret here\n");
    let said = as_account(&home, ADMIN, &lines, &["user", "edit", &mia]).failed(1);
    assert!(said.contains("--must-change"), "{said}");
    let add = ["user", "add", "new@contoso.example"];
    as_account(&home, ADMIN, &lines, &add).failed(1);
    // A refused password leaves the rest of the form undone, too.
    let both = ["user", "edit", &mia, "--name", "Mia Steele"];
    as_account(&home, ADMIN, &lines, &both).failed(1);
    let weak = format!("{ADMIN_PASSWORD}\nshort\n");
    as_account(&home, ADMIN, &weak, &both).failed(1);
    let by_operator = [&both[..], &["--password-stdin"]].concat();
    home.run_with(&by_operator, b"short").failed(1);
    home.run_with(&by_operator, b"").failed(2);
    assert_eq!(home.state()[0], before[0]);
    as_account(
        &home,
        ADMIN,
        &lines,
        &["user", "edit", &mia, "--must-change"],
    )
    .ok();
    assert_eq!(home.json(&["user", "show", &mia])["must_change"], true);
}

#[test]
fn a_form_that_is_refused_in_part_is_refused_whole() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    let clerk = "clerk@contoso.example";
    let words = ["user", "add", clerk, "--password-stdin", "--role", "user"];
    home.run_with(&words, OLD_PASSWORD.as_bytes()).ok();
    let before = home.state();
    let lines = format!("{OLD_PASSWORD}\n");
    let form = [
        "--name",
        "Mia Steele",
        "--licence",
        "p2",
        "--role",
        "global",
    ];
    let words = [&["user", "edit", &mia], &form[..]].concat();
    let said = as_account(&home, clerk, &lines, &words).failed(1);
    assert!(said.contains("none of your roles may"), "{said}");
    assert_eq!(home.state()[..3], before[..3]);
    as_account(&home, clerk, &lines, &words[..5]).ok();
    assert_eq!(home.json(&["user", "show", &mia])["name"], "Mia Steele");
}
