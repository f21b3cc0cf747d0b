//! Resets with security questions as one of the gates.

use serde_json::{Value, json};

use crate::NEW_PASSWORD;
use crate::restored::answer;
use crate::support::journey::{begin, pass_app, pass_mail};
use crate::support::kiosk::{DE, EN, JA, Kiosk, PlainKiosk, Words};
use crate::support::plain::Plain;
use crate::support::program::{Home, OLD_PASSWORD, Person};
use crate::support::pty::Pty;

/// Id, words in English, German and Japanese, and the answer.
pub const SET: [(&str, [&str; 3], &str); 5] = [
    (
        "first-film",
        [
            "Which film did you see on your first visit to a cinema?",
            "Welchen Film haben Sie bei Ihrem ersten Kinobesuch gesehen?",
            "初めて映画館で見た映画のタイトルは何ですか？",
        ],
        "Der dritte Mann",
    ),
    (
        "first-dish",
        [
            "Which dish was the first that you cooked by yourself?",
            "Welches Gericht haben Sie als erstes allein gekocht?",
            "初めて一人で作った料理は何ですか？",
        ],
        "Käsespätzle",
    ),
    (
        "school-trip",
        [
            "Where did your first school trip take you?",
            "Wohin führte Sie Ihr erster Schulausflug?",
            "初めての遠足の行き先はどこでしたか？",
        ],
        "Шлиссельбург",
    ),
    (
        "lost-thing",
        [
            "What did you lose as a child and never find again?",
            "Was haben Sie als Kind verloren und nie wiedergefunden?",
            "子どものころになくして、二度と見つからなかったものは何ですか？",
        ],
        "白い自転車の鍵",
    ),
    (
        "hiding-place",
        [
            "What was your favourite hiding place as a child?",
            "Was war als Kind Ihr liebstes Versteck?",
            "子どものころ、お気に入りだった隠れ場所はどこですか？",
        ],
        "coal cellar",
    ),
];

/// In English, German and Japanese: the choice, the screen, and what is said of a wrong answer.
pub const SAID: [[&str; 3]; 3] = [
    [
        "Answer my security questions",
        "Answer every question as you did",
        "Not every answer is right.",
    ],
    [
        "Meine Sicherheitsfragen beantworten",
        "Beantworten Sie alle Fragen so wie",
        "Nicht alle Antworten sind richtig.",
    ],
    [
        "セキュリティの質問に答える",
        "すべての質問に、設定したときと同じ答え",
        "正しくない答えがあります。",
    ],
];

fn column(words: &Words) -> usize {
    ["en", "de", "ja"]
        .iter()
        .position(|tag| *tag == words.tag)
        .unwrap()
}

fn home() -> Home {
    let home = Home::sqlite();
    let enabled = "methods.enabled=app_code,email,security_questions";
    home.run(&["policy", "set", enabled]).ok();
    home
}

pub fn add_person(home: &Home, name: &str) -> Person {
    let person = home.add_person(name);
    let row =
        |(id, _, answer): &(&str, [&str; 3], &str)| json!({ "question": id, "answer": answer });
    let document = Value::Array(SET.iter().map(row).collect()).to_string();
    let words = ["user", "methods", &person.upn, "set-questions"];
    home.run_with(&words, document.as_bytes()).ok();
    person
}

/// The answers to the questions a text holds, in its order.
pub fn asked(text: &str, column: usize) -> Vec<&'static str> {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let text = bare(text);
    let mut found: Vec<(usize, &str)> = SET
        .iter()
        .filter_map(|(_, words, answer)| Some((text.find(&bare(words[column]))?, *answer)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, answer)| answer).collect()
}

/// Types an answer into the focused field, whose row shows as many dots.
fn type_answer(pty: &mut Pty, answer: &str) {
    let dots = format!("[{} ", "•".repeat(answer.chars().count()));
    pty.retype(answer, |pty| {
        let row = usize::from(pty.cursor_row());
        pty.screen()
            .lines()
            .nth(row)
            .is_some_and(|line| line.contains(&dots))
    });
}

/// The answer to the question that has the focus.
fn focused(pty: &Pty, column: usize) -> Option<&'static str> {
    let screen = pty.screen();
    let question = screen.split("> ").nth(1)?.split('[').next()?;
    asked(question, column).first().copied()
}

/// Types something into each field in turn, and goes on.
pub fn type_answers(pty: &mut Pty, column: usize, typed: &[&str], next: &str) {
    let answers = asked(&pty.screen(), column);
    for (at, typed) in typed.iter().enumerate() {
        pty.until("the field", |pty| focused(pty, column) == Some(answers[at]));
        type_answer(pty, typed);
        if let Some(after) = answers.get(at + 1) {
            pty.press("\r", "the next field", |pty| {
                focused(pty, column) == Some(after)
            });
        }
    }
    pty.press("\r", next, |pty| pty.words().contains(next));
}

#[test]
fn questions_and_a_mail_on_the_full_screen() {
    let home = home();
    for words in [&EN, &DE, &JA] {
        let person = add_person(&home, &format!("full{}", words.tag));
        let (column, spool) = (column(words), home.spool());
        let [choice, screen, wrong] = SAID[column];
        let mut pty = Pty::start(&home, &["kiosk", "--lang", words.tag]);
        begin(&mut pty, words, &person.upn, words.step_1);
        pty.choose(choice, screen);
        let answers = asked(&pty.screen(), column);
        assert_eq!(answers.len(), 3, "{}", pty.screen());
        // Starting again shows no other questions, in no other order.
        pty.press("\x18", words.welcome, |pty| {
            pty.words().contains(words.welcome)
        });
        begin(&mut pty, words, &person.upn, words.step_1);
        pty.choose(choice, screen);
        assert_eq!(asked(&pty.screen(), column), answers);
        let one_wrong = [answers[0], "no such thing", answers[2]];
        type_answers(&mut pty, column, &one_wrong, wrong);
        assert!(pty.words().contains('4'), "{}", pty.screen());
        type_answers(&mut pty, column, &answers, words.step_2);
        assert!(!pty.words().contains(choice), "used once a journey");
        pass_mail(&mut pty, words, &person, &spool, words.new_password);
        pty.set_password(NEW_PASSWORD, words.done);
        let raw = String::from_utf8_lossy(&pty.raw()).into_owned();
        for (_, _, answer) in SET {
            assert!(!raw.contains(answer), "{answer}");
        }
        assert!(home.accepts(&person.upn, NEW_PASSWORD));
        assert!(!home.accepts(&person.upn, OLD_PASSWORD));
    }
    let resets = home.records("password_reset");
    assert_eq!(resets.len(), 3);
    assert!(
        resets
            .iter()
            .all(|record| record["method"] == "security_questions+email")
    );
    let failed = home.records("gate_tried");
    let failed = failed
        .iter()
        .filter(|record| record["outcome"] == "failure");
    let reasons: Vec<&Value> = failed.map(|record| &record["reason"]).collect();
    assert_eq!(reasons, ["wrong_answers"; 3]);
    home.verify();
}

#[test]
fn questions_one_after_another_in_plain_mode() {
    let home = home();
    for words in [&EN, &DE] {
        let person = add_person(&home, &format!("plain{}", words.tag));
        let column = column(words);
        let [choice, screen, wrong] = SAID[column];
        let lang = ["--lang", words.tag, "--once"];
        let mut kiosk = PlainKiosk::new(Plain::start(&home, &lang));
        begin(&mut kiosk, words, &person.upn, words.step_1);
        kiosk.choose(choice, screen);
        // Each prompt shows one question, the first of them below what is to be known.
        let mut pass = |right: bool, next: &str| {
            for _ in 0..3 {
                let answers = asked(&kiosk.shown, column);
                assert_eq!(answers.len(), 1, "{}", kiosk.shown);
                let typed = if right { answers[0] } else { "no such thing" };
                kiosk.shown = kiosk.plain.ask(typed);
            }
            kiosk.see(next);
        };
        pass(false, wrong);
        pass(true, words.step_2);
        pass_app(&mut kiosk, words, &person, words.new_password);
        kiosk.set_password(NEW_PASSWORD, words.done);
        assert!(home.accepts(&person.upn, NEW_PASSWORD));
    }
}

#[test]
fn no_answer_is_echoed_and_all_are_kept_over_a_change_of_language() {
    let home = home();
    let person = add_person(&home, "mias");
    let [choice, screen, _] = SAID[0];
    let mut pty = Pty::start(&home, &["kiosk", "--plain"]);
    answer(&mut pty, "1");
    assert!(answer(&mut pty, &person.upn).contains(choice));
    let mut shown = answer(&mut pty, "3");
    assert!(shown.contains(screen), "{shown}");
    for _ in 0..2 {
        assert_eq!(asked(&shown, 0).len(), 1, "{shown}");
        shown = answer(&mut pty, "secret plugh");
        assert!(!shown.contains("plugh"), "{shown}");
        assert!(!pty.echoes());
    }

    let mut pty = Pty::start(&home, &["kiosk"]);
    begin(&mut pty, &EN, &person.upn, EN.step_1);
    pty.choose(choice, screen);
    let answers = asked(&pty.screen(), 0);
    for typed in &answers {
        type_answer(&mut pty, typed);
        pty.press("\t", "the next thing", |_| true);
    }
    let dots: usize = answers.iter().map(|answer| answer.chars().count()).sum();
    let all_dots = |pty: &Pty| pty.screen().matches('•').count() == dots;
    pty.until("every answer as dots", all_dots);
    pty.press("\x1bOQ", EN.languages, |pty| {
        pty.screen().contains(EN.languages)
    });
    let german = |pty: &Pty| pty.words().contains(SAID[1][1]) && all_dots(pty);
    pty.press("2", "German, and the answers", german);
    assert_eq!(asked(&pty.screen(), 1), answers);
    // Shown for a moment, when asked for.
    pty.press("\x12", "the answers", |pty| {
        answers
            .iter()
            .all(|answer| pty.screen().contains(&format!("[{answer} ")))
    });
    pty.until("dots again", all_dots);
}
