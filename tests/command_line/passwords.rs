//! Passwords at the command line: trying one out, the filter of breached ones, odd ones.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use serde_json::Value;

use crate::keys;
use crate::support::program::{ADMIN, ADMIN_PASSWORD, Home, OLD_PASSWORD};

/// A list as it comes from elsewhere; OLD is no hash yet.
const HASHES: &str = "OLD\r\n\r\n5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8:9545824\r\n";

fn try_password(home: &Home, words: &[&str], password: &[u8]) -> (i32, Value) {
    let words = [&["policy", "try-password", "--json"], words].concat();
    let ran = home.run_with(&words, password);
    let shown = serde_json::from_str(&ran.stdout);
    (ran.code, shown.unwrap_or_else(|error| panic!("{error}")))
}

fn unmet(shown: &Value) -> Vec<&str> {
    let rules = shown["rules"].as_array().unwrap().iter();
    let unmet = rules.filter(|rule| rule["met"] == false);
    unmet.map(|rule| rule["rule"].as_str().unwrap()).collect()
}

#[test]
fn a_password_is_tried_without_being_set() {
    let home = Home::sqlite();
    home.add_person("mias");
    let upn = "mias@contoso.example";
    home.run(&["policy", "set", "password.banned=contoso,blank"])
        .ok();
    let before = home.state();

    let (code, shown) = try_password(&home, &[], b"C0ntos0Blank12\n");
    assert_eq!((code, &shown["score"]), (1, &4.into()));
    assert_eq!(unmet(&shown), ["banned"]);
    let expected = ["accepted", "rules", "score", "score_needed", "strength"];
    assert_eq!(keys(&shown), expected);
    assert_eq!(keys(&shown["rules"][0]), ["detail", "limit", "met", "rule"]);
    let (code, shown) = try_password(&home, &["--password-stdin"], b"ContoS0Bl@nkf9!");
    assert_eq!((code, &shown["score"]), (0, &5.into()));
    assert_eq!(shown["accepted"], true);
    assert_eq!(shown["score_needed"], 5);

    let (code, shown) = try_password(&home, &["--upn", upn], OLD_PASSWORD.as_bytes());
    assert_eq!((code, unmet(&shown)), (1, vec!["history"]));
    let (code, shown) = try_password(&home, &["--upn", upn], b"my name is mias!");
    assert_eq!((code, unmet(&shown)), (1, vec!["personal"]));
    home.run(&["user", "licence", upn, "basic"]).ok();
    let (code, _) = try_password(&home, &["--upn", upn], b"bl@nkblankbl4nk");
    assert_eq!(code, 0, "without the licence they are not banned");
    home.run(&["user", "licence", upn, "default"]).ok();

    let words = ["policy", "try-password", "--upn", upn];
    let good = home.run_with(&words, b"a purple bicycle rides").ok();
    assert!(good.contains("min_length  met"), "{good}");
    assert!(good.ends_with("strength good\n"), "{good}");
    let bad = home.run_with(&words, b"Password1234");
    assert_eq!(bad.code, 1);
    assert!(bad.stdout.contains("banned      unmet"), "{bad:?}");
    assert!(bad.stderr.contains("common or banned words"), "{bad:?}");
    assert_eq!(bad.stderr.lines().count(), 1, "{bad:?}");
    let stranger = ["policy", "try-password", "--upn", "nobody@contoso.example"];
    home.run_with(&stranger, b"a purple bicycle").failed(1);
    let changed = home.state();
    assert_eq!(changed[..3], before[..3]);

    let signed_in = ["--as", ADMIN, "--password-stdin"];
    let both = format!("{ADMIN_PASSWORD}\nPassword1234\n");
    let (code, shown) = try_password(&home, &signed_in, both.as_bytes());
    assert_eq!((code, unmet(&shown)), (1, vec!["banned"]));
}

#[test]
fn odd_passwords_are_judged() {
    let home = Home::sqlite();
    let word = "kqzjwpbvmhgtfy".repeat(19);
    for (password, code) in [
        ("".to_owned(), 1),
        ("\n".to_owned(), 1),
        ("k".to_owned(), 1),
        (word[..255].to_owned(), 0),
        (word[..256].to_owned(), 0),
        (word[..257].to_owned(), 1),
        ("😀🦊🌙🍋".repeat(64), 0),
        ("\0".repeat(20), 1),
        ("kqzjw\0pbvmhgt".to_owned(), 0),
        ("\u{301}".repeat(20), 1),
        ("\u{202e}drowssap123".to_owned(), 1),
        ("שמש גדולה מעל העיר".to_owned(), 0),
        (
            "👩\u{200d}👩\u{200d}👧🏽🇩🇪1\u{fe0f}\u{20e3}🦊🌙🍋".to_owned(),
            0,
        ),
    ] {
        let (found, shown) = try_password(&home, &[], password.as_bytes());
        assert_eq!(found, code, "{password:?}: {shown}");
    }
    let words = ["policy", "try-password"];
    let said = home.run_with(&words, &vec![b'k'; 1 << 20]).failed(1);
    assert!(said.contains("longer than 1,024 bytes"), "{said}");
    home.run_with(&words, b"\xff\xfe").failed(1);
}

#[test]
fn a_thousand_words_are_banned_and_no_more() {
    let home = Home::sqlite();
    let words: Vec<String> = (0..1_000).map(|n| format!("zwetschgenkn{n:04}")).collect();
    let set = |words: &[String]| format!("password.banned={}", words.join(","));
    home.run(&["policy", "set", &set(&words)]).ok();
    let (code, shown) = try_password(&home, &[], b"ZWETSCHGENKN0999zwetschgenkn0000");
    assert_eq!((code, &shown["score"]), (1, &2.into()));
    let more = [words, vec!["onemore".to_owned()]].concat();
    home.run(&["policy", "set", &set(&more)]).failed(1);
    for bad in ["abc", "seventeen-letters"] {
        let said = home.run(&["policy", "set", &format!("password.banned={bad}")]);
        assert!(said.failed(1).contains("4 to 16 characters"), "{bad}");
    }
}

#[test]
fn a_filter_is_built_named_and_asked() {
    let home = Home::empty();
    let build = ["policy", "build-filter", "hashes", "filter"];
    fs::write(home.path("hashes"), HASHES).unwrap();
    let said = home.run(&build).failed(1);
    assert!(said.contains("hashes, line 1"), "{said}");
    assert!(!home.path("filter").exists() && !home.path("filter.building").exists());
    // SHA-1 of OLD_PASSWORD.
    let hash = "29352c1d0c068f8bb4a9fa3a2f0aa74a71d67d86";
    fs::write(home.path("hashes"), HASHES.replace("OLD", hash)).unwrap();
    let built = home.json(&build);
    assert_eq!(
        (&built["hashes"], &built["bytes"]),
        (&2.into(), &8192.into())
    );

    let filter = home.path("filter");
    home.adjust(&format!("breached_filter = \"{}\"\n", filter.display()), "");
    let init = ["init", "--org", "C", "--admin", ADMIN, "--password-stdin"];
    let said = home.run_with(&init, OLD_PASSWORD.as_bytes()).failed(1);
    assert!(said.contains("known from a data breach"), "{said}");
    home.run_with(&init, ADMIN_PASSWORD.as_bytes()).ok();
    let add = ["user", "add", "mias@contoso.example", "--password-stdin"];
    let said = home.run_with(&add, OLD_PASSWORD.as_bytes()).failed(1);
    assert!(said.contains("known from a data breach"), "{said}");
    let (code, shown) = try_password(&home, &[], OLD_PASSWORD.as_bytes());
    assert_eq!((code, unmet(&shown)), (1, vec!["breached"]));
    assert_eq!(shown["strength"], "too-weak");
    let (code, _) = try_password(&home, &[], b"a purple bicycle rides");
    assert_eq!(code, 0);

    let whole = fs::read(&filter).unwrap();
    let unusable = |says: &str| {
        for words in [&["user", "list"][..], &["kiosk", "--plain"]] {
            let said = home.run(words).failed(3);
            assert!(said.contains(says), "no `{says}` in: {said}");
        }
        let said = home.run_with(&["policy", "try-password"], b"x").failed(3);
        assert!(said.contains(says), "no `{says}` in: {said}");
        let doctor = home.run(&["doctor"]);
        let found = doctor.stdout.lines().find(|line| line.contains(says));
        let found = found.unwrap_or_else(|| panic!("no `{says}` in: {doctor:?}"));
        assert!(found.starts_with("problem  filter: "), "{found}");
        assert_eq!(doctor.code, 3, "{doctor:?}");
    };
    let mut damaged = whole.clone();
    damaged[5000] ^= 4;
    fs::write(&filter, &damaged).unwrap();
    unusable("is damaged; build it again");
    fs::write(&filter, &whole[..5000]).unwrap();
    unusable("is damaged");
    fs::write(&filter, "no filter").unwrap();
    unusable("is no breach filter");
    fs::write(&filter, &whole).unwrap();
    fs::set_permissions(&filter, Permissions::from_mode(0o666)).unwrap();
    unusable("is open to others");
    fs::remove_file(&filter).unwrap();
    unusable("can't be read");
    // The way out needs no filter.
    home.json(&build);
    home.run(&["user", "list"]).ok();
}
