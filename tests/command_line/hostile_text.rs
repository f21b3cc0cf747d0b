//! Control characters, overrides, emoji, combining marks and look-alikes in every field: taken as
//! data, cleaned, and never written out as they came.

use crate::support::program::{Home, showable};

const HOSTILE: [&str; 7] = [
    "a\x1b[2Jb\x1b]0;owned\x07",
    "line\r\nforged\tline",
    "\u{202e}drow\u{2066}ssap\u{2069}",
    "zero\u{200b}\u{feff}width\u{200d}",
    "\u{9b}2J\u{85}next\u{2028}line",
    "private\u{e000}use\u{10ffff}",
    "nul-less \x01\x02\x7f",
];

/// Everything that can be printed, in every form.
fn everything(home: &Home) -> Vec<String> {
    let outputs: [&[&str]; 10] = [
        &["user", "list"],
        &["user", "list", "--json"],
        &["user", "show", "mias@contoso.example"],
        &["group", "list"],
        &["group", "list", "--json"],
        &["policy", "show"],
        &["policy", "export"],
        &["audit", "list"],
        &["audit", "export"],
        &["audit", "export", "--format", "csv"],
    ];
    outputs.iter().map(|words| home.run(words).ok()).collect()
}

fn is_clean(text: &str) -> bool {
    text.chars().all(|c| showable(c) || c == '\n' || c == '\r')
}

#[test]
fn hostile_text_is_cleaned_in_every_field_and_every_output() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    for (nth, text) in HOSTILE.iter().enumerate() {
        for field in ["--name", "--given", "--surname"] {
            home.run(&["user", "edit", &mia, field, text]).ok();
        }
        home.run(&[
            "group",
            "add",
            &format!("{nth} {text}"),
            "--description",
            text,
        ])
        .ok();
        let pairs: Vec<String> = [
            "organisation.name",
            "branding.helpdesk_url",
            "branding.helpdesk_phone",
            "branding.sign_in_text.en",
            "branding.logo",
        ]
        .iter()
        .map(|key| format!("{key}={text}"))
        .collect();
        let pairs: Vec<&str> = pairs.iter().map(String::as_str).collect();
        home.run(&[&["policy", "set"], &pairs[..]].concat()).ok();
        for shown in everything(&home) {
            assert!(is_clean(&shown), "{text:?}: {shown:?}");
        }
    }
    // A value of many lines is one line in a table, so that no row can be forged.
    home.run(&[
        "policy",
        "set",
        "branding.sign_in_text.en=hello\nsspr.enabled  none",
    ])
    .ok();
    let table = home.run(&["policy", "show"]).ok();
    let forged = |line: &&str| line.split_whitespace().eq(["sspr.enabled", "none"]);
    assert_eq!(table.lines().filter(forged).count(), 0, "{table}");
    let last = home
        .run(&["audit", "list", "--activity", "policy_changed"])
        .ok();
    assert_eq!(last.lines().count(), home.records("policy_changed").len());
    home.verify();
}

#[test]
fn refusals_repeat_hostile_text_cleaned_and_short() {
    let home = Home::sqlite();
    let before = home.state();
    for text in HOSTILE {
        let pair = format!("captcha={text}");
        let key = format!("{text}=1");
        for words in [
            &["user", "show", text][..],
            &["user", "add", &format!("{text}@x"), "--mobile", "1"],
            &["user", "add", "a@b.c", "--mobile", text],
            &["user", "add", "a@b.c", "--email", &format!("{text} @b.c")],
            &["user", "add", "a@b.c", "--language", text],
            &["user", "add", "a@b.c", "--licence", text],
            &["user", "add", "a@b.c", "--role", text],
            &["group", "show", text],
            &["group", "add", "x", "--type", text],
            &["group", "add-member", text, text],
            &["policy", "set", &pair],
            &["policy", "set", &key],
            &["policy", "show", text],
            &["audit", "list", "--activity", text],
            &["audit", "list", "--since", text],
            &["audit", "verify", "--head", text],
            &["kiosk", "--lang", text],
        ] {
            let said = home.run(words).failed(1);
            assert!(said.chars().count() < 700, "{said}");
        }
        home.run(&["--store", &format!("/nowhere/{text}"), "user", "list"])
            .failed(3);
        home.run(&["--config", &format!("/nowhere/{text}"), "user", "list"])
            .failed(3);
        home.run_with(&["check-password", text], b"x").failed(1);
    }
    assert_eq!(home.state()[..3], before[..3]);
    for shown in everything_about_audit(&home) {
        assert!(is_clean(&shown), "{shown:?}");
    }
}

fn everything_about_audit(home: &Home) -> [String; 2] {
    [
        home.run(&["audit", "list"]).ok(),
        home.run(&["audit", "export"]).ok(),
    ]
}

#[test]
fn scripts_emoji_and_combining_marks_stay_as_they_are() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    for name in [
        "Mïa Stéèle",
        "ミア・スティール",
        "مِيا ستيل",
        "Mia 🦊👩",
        "e\u{301}\u{323}a",
        "Ⅻ ﬁne",
    ] {
        home.run(&["user", "edit", &mia, "--name", name]).ok();
        assert_eq!(home.json(&["user", "show", &mia])["name"], name);
        let line = home.run(&["user", "list", "--search", "mias"]).ok();
        assert!(line.contains(name), "{line}");
    }
    // Marks without end are a name like any other, up to its length.
    let marks = format!("a{}", "\u{301}".repeat(255));
    home.run(&["user", "edit", &mia, "--name", &marks]).ok();
    home.run(&["user", "edit", &mia, "--name", &format!("{marks}\u{301}")])
        .failed(1);
}

#[test]
fn variants_of_a_name_are_one_account_and_look_alikes_are_others() {
    let home = Home::sqlite();
    let mia = home.add_person("mias").upn;
    for variant in [
        "MIAS@CONTOSO.EXAMPLE",
        " mias@contoso.example",
        "ｍｉａｓ@ｃｏｎｔｏｓｏ.example",
    ] {
        assert_eq!(home.json(&["user", "show", variant])["upn"], mia.as_str());
        home.run(&["user", "add", variant]).failed(1);
        let password = crate::OLD_PASSWORD;
        assert!(home.accepts(variant, password), "{variant}");
    }
    for other in [
        "m\u{456}as@contoso.example",
        "mıas@contoso.example",
        "mias@contoso.examp\u{13cf}e",
    ] {
        home.run(&["user", "show", other]).failed(1);
        home.run(&["user", "add", other]).ok();
        assert!(!home.accepts(other, crate::OLD_PASSWORD));
    }
    assert_eq!(home.json(&["user", "list"]).as_array().unwrap().len(), 5);
}
