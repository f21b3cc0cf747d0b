//! Wrong usage and values out of range: one sentence, the right exit code, nothing changed.

use crate::support::program::{ADMIN, Home, OLD_PASSWORD, showable};

/// What clap says of wrong usage: the error, and where help is.
fn wrong_usage(home: &Home, words: &[&str]) {
    let ran = home.run(words);
    assert_eq!(ran.code, 2, "{words:?}: {ran:?}");
    assert_eq!(ran.stdout, "", "{words:?}");
    let mend = ["Usage:", "--help", "keyhatch: "];
    assert!(
        mend.iter().any(|mend| ran.stderr.contains(mend)),
        "{words:?}: {ran:?}"
    );
    let lines: Vec<&str> = ran.stderr.lines().collect();
    assert!(
        lines.iter().all(|line| line.chars().all(showable)),
        "{ran:?}"
    );
}

#[test]
fn wrong_usage_is_told_from_refusal() {
    let home = Home::sqlite();
    let before = home.state();
    for words in [
        &[][..],
        &["frobnicate"],
        &["fro\x1b[2Jbnicate"],
        &["user", "\u{202e}tsil"],
        &["--\x1b]0;owned\x07"],
        &["user"],
        &["user", "add"],
        &["user", "add", "a@b.c", "d@e.f"],
        &["user", "add", "a@b.c", "--password", "secret"],
        &["user", "list", "--limit", "many"],
        &["user", "list", "--limit", "-1"],
        &["user", "list", "--limit", "0"],
        &["user", "edit", ADMIN],
        &["user", "list", "--limit", "99999999999999"],
        &["user", "role", ADMIN],
        &["user", "licence", ADMIN],
        &["user", "methods", ADMIN, "delete", "one"],
        &["group", "add"],
        &["policy", "set"],
        &["policy", "set", "codes.length"],
        &["policy", "set", "codes.length 7"],
        &["outbox", "retry", "x"],
        &["outbox", "retry"],
        &["agent"],
        &["agent", "run", "--twice"],
        &["audit", "export", "--format", "xml"],
        &["check-password", ADMIN, "password"],
        &["kiosk", "--languages", "en"],
        &["user", "list", "--json=yes"],
    ] {
        wrong_usage(&home, words);
    }
    // Where a secret would have to be asked for and there is no terminal.
    wrong_usage(&home, &["--as", ADMIN, "user", "list"]);
    wrong_usage(
        &home,
        &["user", "add", "new@contoso.example", "--password-stdin"],
    );
    wrong_usage(&Home::empty(), &["init", "--password-stdin"]);
    assert_eq!(home.state(), before);
}

#[test]
fn values_that_cannot_be_are_refused_with_what_would_be_taken() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    let long = "x".repeat(300);
    let before = home.state();
    let edit = |field: &str, value: &str| {
        let words = ["user", "edit", &mia, field, value];
        let said = home.run(&words).failed(1);
        let add = ["user", "add", "new@contoso.example", field, value];
        assert_eq!(home.run(&add).failed(1), said);
    };
    for name in ["--name", "--given", "--surname"] {
        edit(name, &long);
        edit(name, " \u{200b} ");
    }
    for address in ["--email", "--alternate-email"] {
        for bad in [
            "mia", "mia@", "@b.c", "a b@c.d", "a@b@c", "a@b,d@e", "<a@b.c>", &long, " ",
        ] {
            edit(address, bad);
        }
    }
    edit("--alternate-email", "mia.steele@contoso.example");
    edit("--alternate-email", "mia.steele@CONTOSO.Example");
    for number in [
        "0170",
        "+",
        "+0123456789",
        "+1234567890123456",
        "+1 425 abc",
        "tel:+14255550100",
    ] {
        edit("--mobile", number);
        edit("--office", number);
    }
    edit("--mobile", "+14255550100x1");
    edit("--office", "+14255550100x123456789");
    for language in ["EN", "english", "tlh", "de-DE", "en,de"] {
        edit("--language", language);
    }
    edit("--licence", "platinum");
    edit("--role", "root");
    edit("--role", "global,root");
    edit("--role", "none,global");
    for words in [
        &["user", "licence", &mia, "gold"][..],
        &["user", "role", &mia, "king"],
        &["user", "role", &mia, "none", "global"],
        &["user", "add", "mias"],
        &["user", "add", ""],
        &["user", "add", "MIAS@Contoso.Example"],
        &["user", "add", "ｍｉａｓ@contoso.example"],
        &["user", "show", "nobody@contoso.example"],
        &["user", "edit", "nobody@contoso.example", "--name", "x"],
        &["user", "enable", "nobody@contoso.example"],
        &["user", "release", ""],
        &["user", "temporary-password", "nobody"],
        &["kiosk", "--lang", "xx"],
        &["audit", "list", "--since", "yesterday"],
        &["audit", "list", "--activity", "dancing"],
        &["audit", "verify", "--head", "12 zz"],
    ] {
        home.run(words).failed(1);
        assert_eq!(home.state(), before, "{words:?}");
    }
    assert_eq!(home.state(), before);
}

#[test]
fn settings_out_of_range_are_refused_and_say_the_range() {
    let home = Home::sqlite();
    let before = home.state();
    let words = |count: usize, length: usize| -> String {
        let word = |nth: usize| format!("{nth:0length$}");
        (0..count).map(word).collect::<Vec<_>>().join(",")
    };
    let many = [words(1001, 4), words(1, 3), words(1, 17), words(21, 5)];
    let cases = [
        ("organisation.name", "x".repeat(101)),
        ("sspr.enabled", "some".to_owned()),
        ("sspr.groups", "NoSuchGroup".to_owned()),
        ("methods.enabled", "fax".to_owned()),
        ("methods.enabled", String::new()),
        ("methods.required", "3".to_owned()),
        ("methods.required", "0".to_owned()),
        ("questions.to_reset", "6".to_owned()),
        ("questions.custom", many[3].clone()),
        ("questions.custom", "ab".to_owned()),
        ("registration.reconfirm_days", "731".to_owned()),
        ("registration.reconfirm_days", "-1".to_owned()),
        ("captcha", "maybe".to_owned()),
        ("explain", "true".to_owned()),
        ("codes.length", "5".to_owned()),
        ("codes.length", "11".to_owned()),
        ("codes.length", "6.0".to_owned()),
        ("codes.length", "\u{664}".to_owned()),
        ("password.min_length", "7".to_owned()),
        ("password.history", "25".to_owned()),
        ("password.banned", many[0].clone()),
        ("password.banned", many[1].clone()),
        ("password.banned", many[2].clone()),
        ("lockout.sspr_failures", "0".to_owned()),
        ("lockout.sspr_hours", "99999999999999999999".to_owned()),
        ("delivery.sms_per_day", "x".to_owned()),
        ("licence.default", "gold".to_owned()),
        ("branding.accent", "#ff0000".to_owned()),
        ("branding.sign_in_text.en", "x".repeat(1025)),
        ("branding.sign_in_text.xx", "x".to_owned()),
        ("branding.sign_in_text", "x".to_owned()),
        ("branding.languages", "en,xx".to_owned()),
        ("branding.default_language", String::new()),
        ("no.such.key", "1".to_owned()),
        ("", "1".to_owned()),
    ];
    for (key, value) in &cases {
        // A good pair beside it is not taken either.
        let pair = format!("{key}={value}");
        let said = home
            .run(&["policy", "set", "codes.length=9", &pair])
            .failed(1);
        assert!(said.chars().count() < 400, "{said}");
        assert_eq!(home.state(), before, "{key}={value}");
    }
    home.run(&[
        "policy",
        "set",
        "questions.to_register=3",
        "questions.to_reset=4",
    ])
    .failed(1);
    home.run(&["policy", "show", "no.such.key"]).failed(1);
    assert_eq!(home.state(), before);
}

#[test]
fn stdin_of_every_size_and_kind_is_bounded_and_refused() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    let before = home.state();
    let mebibyte = vec![b'x'; 1024 * 1024];
    let just_too_long = vec![b'x'; 1025];
    let not_text = b"\xff\xfe\xfd password here".to_vec();
    for stdin in [&mebibyte, &just_too_long, &not_text] {
        for words in [
            &["user", "edit", &mia, "--password-stdin"][..],
            &["user", "add", "new@contoso.example", "--password-stdin"],
            &["user", "methods", &mia, "add-app-code"],
        ] {
            home.run_with(words, stdin).failed(1);
            assert_eq!(home.state(), before, "{words:?}");
        }
    }
    for key in [
        "01189998819991197253",
        "not base 32!",
        "GEZDGNBV",
        &"A".repeat(1000),
    ] {
        home.run_with(&["user", "methods", &mia, "add-app-code"], key.as_bytes())
            .failed(1);
    }
    for weak in ["short", "contoso contoso", "mias mias mias", ""] {
        home.run_with(
            &["user", "edit", &mia, "--password-stdin"],
            format!("{weak}\n").as_bytes(),
        )
        .failed(1);
    }
    assert_eq!(home.state(), before);
    // Wrong passwords are audited, whatever they are; nothing else changes.
    for stdin in [&mebibyte, &just_too_long, &not_text, &Vec::new()] {
        home.run_with(&["check-password", &mia], stdin).failed(1);
    }
    assert_eq!(home.state()[..3], before[..3]);
    assert!(home.accepts(&mia, OLD_PASSWORD));
    home.verify();
}
