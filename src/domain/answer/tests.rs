//! Answers in every writing, at both ends of their length, and the ones that are too easy.

use super::*;
use crate::domain::policy::Values;
use crate::domain::setting::Setting;

fn secret(text: &str) -> SecretText {
    SecretText::copied(text)
}

fn owner() -> Owner<'static> {
    Owner {
        upn: "mias@contoso.example",
        names: vec!["Mia Steele", "Mia", "Steele", "mia@home.example", "Contoso"],
    }
}

fn new(id: &'static str, wording: &str, answer: &str) -> NewAnswer {
    NewAnswer {
        question: Question::Predefined(id),
        wording: wording.to_owned(),
        answer: secret(answer),
    }
}

fn check(answer: &str) -> Result<(), Trivial> {
    let wording = "Which computer game did you first play to the end? 初めて登った山はどこですか？";
    new("first-game", wording, answer).check(&owner())
}

/// So many characters of each script, no two neighbours the same.
fn of(characters: &[&str], count: usize) -> String {
    characters.iter().copied().cycle().take(count).collect()
}

#[test]
fn characters_are_what_people_see_in_every_script() {
    let scripts: [&[&str]; 8] = [
        &["é", "Å", "n\u{303}", "ß"],
        &["Ж", "и\u{306}", "щ"],
        &["ب\u{64e}", "م", "ش\u{651}\u{64f}"],
        &["न", "म", "स्ते", "कि"],
        &["漢", "字", "々"],
        &["カ\u{3099}", "ひ", "ぱ"],
        &["🦊", "👩\u{200d}🚀", "👍🏽", "🇯🇵"],
        &["a\u{301}\u{302}\u{303}", "x"],
    ];
    for script in scripts {
        for (count, expected) in [
            (2, Err(Trivial::TooShort)),
            (3, Ok(())),
            (40, Ok(())),
            (41, Err(Trivial::TooLong)),
        ] {
            let answer = of(script, count);
            assert_eq!(characters(&secret(&answer)), count, "{answer}");
            assert_eq!(check(&answer), expected, "{count}: {answer}");
        }
    }
}

#[test]
fn space_around_and_what_is_not_seen_does_not_lengthen() {
    for short in [
        "ab",
        "  a b\u{200b}\u{202e} ".trim_end(),
        " ab \n\t",
        "a\u{200d}\u{200d}b",
    ] {
        let count = characters(&secret(short));
        assert!(count <= 3, "{short:?} has {count}");
    }
    assert_eq!(characters(&secret("  a \u{3000}\u{a0} b  ")), 3);
    assert_eq!(check(" ab "), Err(Trivial::TooShort));
    assert_eq!(check(""), Err(Trivial::TooShort));
    // What one could stack up on a character is bounded, too.
    let stacked = format!("abc{}", "\u{302}".repeat(600));
    assert_eq!(check(&stacked), Err(Trivial::TooLong));
}

#[test]
fn one_canonical_form() {
    let same: [&[&str]; 6] = [
        &[
            "Pink  Floyd",
            " pink floyd ",
            "ＰＩＮＫ\u{3000}ｆｌｏｙｄ",
            "Pink\tFloyd\n",
        ],
        &["Straße", "STRASSE"],
        &["Jose\u{301}", "josé", "JOSÉ"],
        &["ﾎﾟﾁの家", "ポチの家"],
        &["❤\u{fe0f}🦊🐼", "❤🦊🐼"],
        &["می\u{200c}خواهم", "میخواهم"],
    ];
    for forms in same {
        for form in forms {
            assert_eq!(
                canonical(&secret(form)).expose(),
                canonical(&secret(forms[0])).expose(),
                "{form}"
            );
        }
    }
    for (one, other) in [
        ("josé", "jose"),
        ("pinkfloyd", "pink floyd"),
        ("ポチ", "ぽち"),
    ] {
        let form = |text| canonical(&secret(text));
        assert_ne!(form(one).expose(), form(other).expose());
    }
}

#[test]
fn the_easy_ones_are_refused() {
    for (answer, why) in [
        ("aaa", Trivial::Guessable),
        ("a a a", Trivial::Guessable),
        ("ＡaA", Trivial::Guessable),
        ("🦊🦊🦊🦊", Trivial::Guessable),
        ("ああああ", Trivial::Guessable),
        ("...", Trivial::Guessable),
        ("!?!", Trivial::Guessable),
        ("123", Trivial::Guessable),
        ("54321", Trivial::Guessable),
        ("AbCd", Trivial::Guessable),
        ("Yes!", Trivial::Guessable),
        ("nein", Trivial::Guessable),
        ("いいえ", Trivial::Guessable),
        ("pass word", Trivial::Guessable),
        ("computer", Trivial::FromQuestion),
        ("The GAME", Trivial::FromQuestion),
        ("登った山", Trivial::FromQuestion),
        ("mia", Trivial::FromName),
        ("steele, mia", Trivial::FromName),
        ("MiaSteele", Trivial::FromName),
        ("ＭＩＡＳ", Trivial::FromName),
        ("mias@contoso.example", Trivial::FromName),
        ("mia@home.example", Trivial::FromName),
        ("Contoso", Trivial::FromName),
    ] {
        assert_eq!(check(answer), Err(why), "{answer}");
    }
    for good in [
        "computer chess",
        "Mia Farrow",
        "steeleye",
        "富士山",
        "1984",
        "gamer",
        "Monkey Island",
    ] {
        assert_eq!(check(good), Ok(()), "{good}");
    }
}

fn policy(pairs: &[(&str, &str)]) -> Policy {
    let mut values = Values::new();
    for (key, typed) in pairs {
        let value = Setting::find(key).unwrap().parse(key, typed).unwrap();
        values.insert((*key).into(), value);
    }
    Policy::new(&values)
}

fn own(words: &str, answer: &str) -> NewAnswer {
    NewAnswer {
        question: Question::Own(words.to_owned()),
        wording: words.to_owned(),
        answer: secret(answer),
    }
}

#[test]
fn a_set_has_as_many_as_policy_says_all_different() {
    let policy = policy(&[
        ("questions.to_register", "3"),
        (
            "questions.custom",
            "Which locker had you first?,Welche Farbe hatte Ihr Spind?",
        ),
    ]);
    let set = |last: NewAnswer| {
        vec![
            new("first-game", "game", "Monkey Island"),
            own("Which locker had you first?", "number forty"),
            last,
        ]
    };
    let check = |answers: &[NewAnswer]| check_all(answers, &owner(), &policy);
    let good = set(new("first-book", "book", "Momo und Gigi"));
    assert_eq!(check(&good), Ok(()));
    assert_eq!(
        check(&good[..2]),
        Err(AnswersError::Count {
            wanted: 3,
            given: 2
        })
    );
    let mut four = set(new("first-book", "book", "Momo"));
    four.push(new("first-film", "film", "Bambi"));
    assert!(matches!(check(&four), Err(AnswersError::Count { .. })));
    let again = set(new("first-game", "game", "Tetris"));
    assert_eq!(check(&again), Err(AnswersError::QuestionTwice(3)));
    let again = set(own("Which locker had you first?", "forty"));
    assert_eq!(check(&again), Err(AnswersError::QuestionTwice(3)));
    for answer in ["monkey  ISLAND", "Monkey-Island", "monkeyisland"] {
        let again = set(new("first-book", "book", answer));
        assert_eq!(check(&again), Err(AnswersError::AnswerTwice(3)), "{answer}");
    }
    let unknown = set(own("Which locker?", "number five"));
    assert_eq!(check(&unknown), Err(AnswersError::Unknown(3)));
    let easy = set(own("Welche Farbe hatte Ihr Spind?", "Farbe"));
    let why = Trivial::FromQuestion;
    assert_eq!(check(&easy), Err(AnswersError::Trivial { at: 3, why }));
}
