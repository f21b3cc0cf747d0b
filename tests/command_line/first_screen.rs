//! The logo out of a file, and the first screen as it would look.

use std::fs;

use crate::keys;
use crate::support::program::Home;

/// A black cross on white.
fn cross(wide: u32, high: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, wide, high);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    let thick = |at: u32, length: u32| at.abs_diff(length / 2) < length / 6;
    let inked = |x, y| thick(x, wide) || thick(y, high);
    let edge = |at, length| at == 0 || at + 1 == length;
    let point = |x, y| match inked(x, y) && !edge(x, wide) && !edge(y, high) {
        true => 0,
        false => 255,
    };
    let points = (0..high).flat_map(|y| (0..wide).map(move |x| point(x, y)));
    writer
        .write_image_data(&points.collect::<Vec<u8>>())
        .unwrap();
    writer.finish().unwrap();
    file
}

#[test]
fn a_picture_becomes_the_logo_that_visitors_see() {
    let home = Home::sqlite();
    let file = |name: &str, bytes: &[u8]| {
        fs::write(home.path(name), bytes).unwrap();
        home.path(name).display().to_string()
    };
    let picture = file("cross.png", &cross(300, 300));
    let before = home.records("policy_changed").len();
    let drawn = home.run(&["policy", "logo", &picture]).ok();
    let seen = home.run(&["policy", "preview"]).ok();
    assert_eq!(drawn.lines().count(), 6, "{drawn}");
    for row in drawn.lines() {
        assert!(seen.contains(&format!("  {row}\n")), "{drawn}\n{seen}");
    }
    assert!(
        drawn.lines().nth(2).unwrap().starts_with("████████"),
        "{drawn}"
    );
    assert_eq!(
        home.json(&["policy", "show", "branding.logo"])["branding.logo"],
        drawn.trim_end()
    );
    assert_eq!(home.records("policy_changed").len(), before + 1);
    let shown = home.json(&["policy", "logo", &picture]);
    assert_eq!(shown["rows"].as_array().unwrap().len(), 6);

    // Text is art already; what steers a terminal is no part of it.
    let text = file("art.txt", "\n  /\\\x1b[2J\n  \\/\n\n".as_bytes());
    assert_eq!(
        home.run(&["policy", "logo", &text]).ok(),
        "  /\\[2J\n  \\/\n"
    );
}

#[test]
fn what_gives_no_logo_says_why_and_changes_nothing() {
    let home = Home::sqlite();
    let before = home.state();
    let mut cut = cross(300, 300);
    cut.truncate(200);
    for (name, bytes, why) in [
        (
            "cut.png",
            cut,
            "it is damaged or not complete; save it anew",
        ),
        (
            "large.png",
            cross(1, 4097),
            "at most 4096 × 4096 are taken; make it smaller",
        ),
        ("blank.png", cross(2, 2), "take one with more contrast"),
        (
            "photo.jpg",
            b"\xff\xd8\xff\xe0JFIF".to_vec(),
            "it is no PNG picture",
        ),
        (
            "long.png",
            [cross(9, 9), vec![0; 1 << 20]].concat(),
            "larger than 1024 KiB",
        ),
        ("wide.txt", vec![b'#'; 61], "at most 60 columns and 6 rows"),
        (
            "high.txt",
            b"#\n".repeat(7),
            "at most 60 columns and 6 rows",
        ),
    ] {
        let path = home.path(name);
        fs::write(&path, bytes).unwrap();
        for words in [&["policy", "logo"][..], &["policy", "preview", "--logo"]] {
            let words = [words, &[path.to_str().unwrap()]].concat();
            let said = home.run(&words).failed(1);
            assert!(said.contains(why) && said.contains(name), "{said}");
            assert!(said.chars().count() < 300, "{said}");
        }
    }
    for path in ["/nowhere/logo.png", "/", "/dev"] {
        let said = home.run(&["policy", "logo", path]).failed(1);
        assert!(said.contains(path), "{said}");
    }
    assert_eq!(home.state()[..3], before[..3]);
}

#[test]
fn the_first_screen_is_tried_with_other_values() {
    let home = Home::sqlite();
    let before = home.state();
    let set = [
        "organisation.name=Fabrikam",
        "branding.sign_in_text.de=Zimmer 5.\nZweimal läuten.",
        "branding.logo=▄▀█",
    ];
    let set: Vec<&str> = set.iter().flat_map(|pair| ["--set", pair]).collect();
    let tried = |more: &[&str]| {
        let words = [&["policy", "preview"], &set[..], more].concat();
        (home.run(&words).ok(), home.json(&words))
    };
    let (german, json) = tried(&["--lang", "de"]);
    assert_eq!(keys(&json), ["language", "rows"]);
    assert_eq!(json["language"], "de");
    let rows: Vec<&str> = json["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_str().unwrap())
        .collect();
    assert_eq!(rows.join("\n") + "\n", german);
    assert_eq!(rows.len(), 24);
    for shown in [
        "  Fabrikam\n",
        "  ▄▀█\n",
        "  Zimmer 5.\n  Zweimal läuten.\n",
        "1. Ich habe mein Kennwort vergessen",
    ] {
        assert!(german.contains(shown), "{german}");
    }
    let (ascii, _) = tried(&["--lang", "fr", "--ascii", "--size", "60x30"]);
    assert!(
        ascii.contains("  _\"#\n") && !ascii.contains("Zimmer"),
        "{ascii}"
    );
    assert_eq!(ascii.lines().count(), 30);
    // A language that is not offered is not what a visitor sees.
    let (_, other) = tried(&["--set", "branding.languages=en,ja", "--lang", "de"]);
    assert_eq!(other["language"], "en");
    let refusal = [
        "--refusal",
        "--set",
        "branding.helpdesk_phone=+1 425-555-0100",
    ];
    let (refusal, _) = tried(&refusal);
    assert!(
        refusal.contains("You can't reset your password here"),
        "{refusal}"
    );
    assert!(refusal.contains("Help desk: +1 425-555-0100"), "{refusal}");
    assert_eq!(home.state()[..3], before[..3], "nothing was saved");

    home.run(&["policy", "preview", "--lang", "xx"]).failed(1);
    home.run(&["policy", "preview", "--set", "captcha=sometimes"])
        .failed(1);
    home.run(&["policy", "preview", "--set", "organisation.name="])
        .failed(1);
    home.run(&["policy", "preview", "--set", "captcha"])
        .failed(2);
    for size in ["0x0", "80", "80x501", "-1x5"] {
        let ran = home.run(&["policy", "preview", &format!("--size={size}")]);
        assert_eq!(ran.code, 2, "{size}: {ran:?}");
    }
}
