//! The worked examples, disguises, and a proptest against the obvious way to score.

use proptest::prelude::*;

use super::skeleton::{of_word, units};
use super::*;

fn own(words: &[&str]) -> Words {
    Words::new(words.iter().copied())
}

fn points(password: &str, words: &[&str]) -> usize {
    appraise(password, &[&own(words), shipped()]).points
}

#[test]
fn the_worked_examples() {
    let contoso = ["contoso", "blank"];
    assert_eq!(points("C0ntos0Blank12", &contoso), 4);
    assert_eq!(points("ContoS0Bl@nkf9!", &contoso), 5);
    let alone = appraise("C0ntos0Blank12", &[&own(&contoso)]);
    assert!(!alone.is_enough());
    assert!(appraise("ContoS0Bl@nkf9!", &[&own(&contoso)]).is_enough());
    assert_eq!(alone.strength(), Strength::TooWeak);
}

#[test]
fn one_edit_is_forgiven_on_the_whole_password_alone() {
    let words = ["zwetschge"];
    for near in [
        "zwetschgen",
        "zwetschg",
        "zwetschxe",
        "xzwetschge",
        "2w3t5chg",
        "ZWETSCHGE",
    ] {
        assert_eq!(points(near, &words), 1, "{near}");
    }
    for far in ["zwetschxexy", "wetschxe", "zwetsxxge"] {
        assert!(points(far, &words) > 1, "{far}");
    }
    assert_eq!(
        points("zwetschgzzz", &words),
        11,
        "an edit inside a longer one is none"
    );
}

#[test]
fn no_disguise_sets_a_word_free() {
    let words = [
        "zimtstern",
        "straße",
        "пароль",
        "parola",
        "κωδικος",
        "مرحبا",
        "müller",
        "mail",
    ];
    for (disguised, expected) in [
        ("21M75t3rn", 1),
        ("z!m+$ter\u{301}n", 1),
        ("ｚｉｍｔｓｔｅｒｎ", 1),
        ("z\u{200d}i\u{ad}mtstern", 1),
        ("zımtstern", 1),
        ("ZİMTSTERN", 1),
        ("ziмтѕтеrn", 1),
        ("STRASSE", 1),
        ("ſtraſſe", 1),
        ("ПАРОЛЬ", 1),
        ("пaрoль", 1),
        ("ραrοla", 1),
        ("ΚΩΔΙΚΌΣ", 1),
        ("مُـــرحبا", 1),
        ("ﻣﺮﺣﺒﺎ", 1),
        ("mu\u{308}ller", 1),
        ("muller", 1),
        ("ma1l", 1),
        ("ma!7", 1),
        ("m@||", 1),
        ("zimtsternzimtstern", 2),
        ("mailmu\u{308}ller12", 4),
        ("ßßß", 3),
        ("ﷺ", 1),
        ("\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", 0),
        ("\u{202e}\u{200b}\u{0}\u{7f}", 0),
        ("", 0),
    ] {
        let found = appraise(disguised, &[&own(&words)]).points;
        assert_eq!(found, expected, "{disguised:?}");
    }
}

#[test]
fn passwords_of_every_script_can_pass() {
    for good in [
        "correct horse battery staple",
        "a purple bicycle rides",
        "パスワードは十二文字以上です",
        "שלום לכולם כאן",
        "дождливый четверг в порту",
        "👩\u{200d}🚀🦊🌙🍋🧊🎈",
        "kühle Füße im Gras",
        "xK9#mQ2$vL5&",
        "ตะวันขึ้นที่ทะเล",
    ] {
        assert!(appraise(good, &[shipped()]).is_enough(), "{good}");
    }
    for bad in [
        "Passw0rd",
        "P@ssw0rd1234",
        "Summer2026",
        "qwertyuiop",
        "йцукен12",
        "Welcome123",
    ] {
        assert!(!appraise(bad, &[shipped()]).is_enough(), "{bad}");
    }
}

#[test]
fn strength_rises_with_what_is_new_and_not_with_repetition() {
    let strength = |password: &str| appraise(password, &[shipped()]).strength();
    assert_eq!(strength("Password2026"), Strength::TooWeak);
    assert_eq!(strength("Summer2026!!xyz"), Strength::Weak);
    assert_eq!(strength("kqzjwpbvmhgt"), Strength::Fair);
    assert_eq!(strength("kqzjwpbvmhgtfy"), Strength::Good);
    assert_eq!(
        strength("a quiet fox in the garden at noon"),
        Strength::Strong
    );
    for long in ["x".repeat(256), "ab".repeat(128), "0123456789".repeat(25)] {
        let bits = |text: &str| appraise(text, &[shipped()]).bits;
        assert!(
            bits(&long) < bits("kqzjwpbvmhgtfykqzjwpbvmhgtfy") * 6,
            "{long}"
        );
    }
    assert_eq!(strength("purplepurplepurplepurplepurple"), Strength::Weak);
    let mut levels = Strength::ALL.to_vec();
    levels.sort();
    assert_eq!(levels, Strength::ALL);
}

#[test]
fn a_thousand_words_and_the_longest_password() {
    // All of signs with many readings, and each the beginning of many others.
    let letters: Vec<char> = "il1!|oO0sS5$aA4@eE3".chars().collect();
    let word = |number: usize| -> String {
        let digit = |at: u32| number / letters.len().pow(at % 3) + (at as usize) / 3;
        (0..16)
            .map(|at| letters[digit(at) % letters.len()])
            .collect()
    };
    let thousand: Vec<String> = (0..6_000).step_by(6).map(word).collect();
    let words = Words::new(thousand.iter().map(String::as_str));
    assert!(words.count() > 300, "{}", words.count());
    let password: String = thousand.concat().chars().take(256).collect();
    assert_eq!(appraise(&password, &[&words, shipped()]).points, 16);
    let clear = Words::new(["", "\u{301}\u{301}\u{301}\u{301}"]);
    assert_eq!(clear.count(), 0, "what leaves nothing bans nothing");
    let huge = "pass\0word".repeat(11_651);
    assert!(appraise(&huge, &[shipped()]).is_enough());
}

/// Every way to cut, every word at every place, by comparing.
fn obvious(password: &str, words: &[String]) -> usize {
    let units = units(password);
    let fits = |from: usize, word: &str| {
        let length = word.chars().count();
        let piece = units.get(from..from + length)?;
        let same = piece.iter().zip(word.chars()).all(|(unit, c)| unit.is(c));
        same.then_some(from + length)
    };
    let mut left = vec![0; units.len() + 1];
    for at in (0..units.len()).rev() {
        left[at] = left[at + 1] + usize::from(units[at].counts);
        for word in words.iter().filter(|word| !word.is_empty()) {
            if let Some(end) = fits(at, word) {
                left[at] = left[at].min(left[end] + 1);
            }
        }
    }
    let bases: Vec<char> = units.iter().map(|unit| unit.base()).collect();
    let near = |word: &String| {
        let word: Vec<char> = word.chars().collect();
        let alike = |a: usize, b: usize| units[a].is(word[b]);
        distance(bases.len(), word.len(), &alike) <= 1
    };
    left[0] = left[0].min(password.chars().count());
    match !units.is_empty() && words.iter().filter(|word| !word.is_empty()).any(near) {
        true => left[0].min(1),
        false => left[0],
    }
}

/// The edit distance, by the table of every two prefixes.
fn distance(a: usize, b: usize, alike: &dyn Fn(usize, usize) -> bool) -> usize {
    let mut table = vec![vec![0; b + 1]; a + 1];
    for i in 0..=a {
        for j in 0..=b {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let change = table[i - 1][j - 1] + usize::from(!alike(i - 1, j - 1));
                    change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
                }
            };
        }
    }
    table[a][b]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    /// The fast way finds what the obvious way finds.
    #[test]
    fn the_fast_way_is_the_obvious_way(
        password in "[ilо1!|7ßаab4@\u{301}é]{0,14}",
        words in proptest::collection::vec("[il1!ßab4é\u{301}o]{1,5}", 0..12),
    ) {
        let list = Words::new(words.iter().map(String::as_str));
        let skeletons: Vec<String> = words.iter().map(|word| of_word(word)).collect();
        prop_assert_eq!(appraise(&password, &[&list]).points, obvious(&password, &skeletons));
    }

    /// Nothing that can be typed crashes it, and no password has more points than characters.
    #[test]
    fn anything_can_be_appraised(password in any::<String>()) {
        let normal = crate::domain::text::nfkc(&password).chars().count();
        prop_assert!(appraise(&password, &[shipped()]).points <= normal);
    }
}
