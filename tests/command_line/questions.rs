//! `user methods UPN set-questions`: an array on stdin, taken whole or not at all, and told by
//! number only.

use serde_json::{Value, json};

use crate::keys;
use crate::support::program::{ADMIN, ADMIN_PASSWORD, Home, OLD_PASSWORD, Ran};

const MIA: &str = "mias@contoso.example";
const OWN: &str = "Which number had your first locker?";

/// Three good answers: an id, English words, the organisation's own.
fn three() -> Value {
    json!([
        { "question": "first-film", "answer": "Der dritte Mann" },
        { "question": "where did your first SCHOOL trip take you? ", "answer": "Шлиссельбург" },
        { "question": OWN, "answer": "白い鍵の四〇二" },
    ])
}

fn home() -> Home {
    let home = Home::sqlite();
    home.add_person("mias");
    let custom = format!("questions.custom={OWN}");
    let words = ["policy", "set", "questions.to_register=3", &custom];
    home.run(&words).ok();
    home
}

fn set(home: &Home, upn: &str, document: &str) -> Ran {
    home.run_with(
        &["user", "methods", upn, "set-questions"],
        document.as_bytes(),
    )
}

fn listed(home: &Home) -> Vec<Value> {
    let all = home.json(&["user", "methods", MIA]);
    let all = all.as_array().unwrap().clone();
    let questions = |row: &Value| row["method"] == "security_questions";
    all.into_iter().filter(questions).collect()
}

#[test]
fn answers_are_set_listed_by_number_replaced_and_deleted() {
    let home = home();
    assert_eq!(set(&home, MIA, &three().to_string()).ok(), "");
    let rows = listed(&home);
    assert_eq!(rows.len(), 1);
    assert_eq!(
        keys(&rows[0]),
        ["answers", "destination", "id", "method", "registered"]
    );
    assert_eq!(
        (&rows[0]["answers"], &rows[0]["destination"]),
        (&json!(3), &Value::Null)
    );
    let table = home.run(&["user", "methods", MIA, "list"]).ok();
    assert!(table.contains("security_questions  3 answers"), "{table}");
    let shown = home.json(&["user", "show", MIA]);
    assert!(
        shown["methods"]
            .as_array()
            .unwrap()
            .contains(&json!("security_questions"))
    );
    // Replaced as a whole.
    assert_eq!(set(&home, MIA, &three().to_string()).ok(), "");
    let again = listed(&home);
    assert_eq!(again.len(), 1);
    assert_ne!(again[0]["id"], rows[0]["id"]);
    let added = home.records("method_added");
    let details: Vec<&str> = added
        .iter()
        .filter_map(|record| record["detail"].as_str())
        .collect();
    assert_eq!(details, ["3 answers", "3 answers, replaced"]);
    // Neither what was asked nor what was answered is told anywhere.
    let everything = [
        home.run(&["audit", "export"]).ok(),
        home.run(&["user", "export"]).stdout,
        home.run(&["user", "methods", MIA, "--json"]).ok(),
    ];
    for text in everything {
        for told in [
            "dritte",
            "Шлиссельбург",
            "四〇二",
            "argon2",
            "first-film",
            "locker",
        ] {
            let policy = told == "locker" && text.contains("questions.custom");
            assert!(policy || !text.contains(told), "{told}: {text}");
        }
    }
    let id = again[0]["id"].to_string();
    home.run(&["user", "methods", MIA, "delete", &id]).ok();
    assert_eq!(listed(&home), [] as [Value; 0]);
    let shown = home.json(&["user", "show", MIA]);
    assert!(
        !shown["methods"]
            .as_array()
            .unwrap()
            .contains(&json!("security_questions"))
    );
}

#[test]
fn what_is_not_taken_changes_nothing_and_is_told_without_the_answer() {
    let home = home();
    let with = |question: &str, answer: &str| {
        let mut all = three();
        all[2] = json!({ "question": question, "answer": answer });
        all.to_string()
    };
    let mut extra = three();
    extra[0]["hint"] = json!("xyzzy");
    let mut number = three();
    number[0]["answer"] = json!([987_654_321]);
    let long = format!("[{}]", " ".repeat(70_000));
    let before = home.state();
    for (document, code, said) in [
        (String::new(), 2, "is missing on stdin"),
        ("\n".to_owned(), 2, "is missing on stdin"),
        ("xyzzy".to_owned(), 1, "at line 1, column 1"),
        ("\"xyzzy\"".to_owned(), 1, "is not a JSON array"),
        ("[\"xyzzy\"]".to_owned(), 1, "is not a JSON array"),
        (extra.to_string(), 1, "is not a JSON array"),
        (number.to_string(), 1, "is not a JSON array"),
        (long, 1, "longer than 64 KiB"),
        ("[]".to_owned(), 1, "asks for 3 questions, and there are 0"),
        (
            with("Which xyzzy?", "plugh plover"),
            1,
            "question 3 is neither",
        ),
        (
            with("first-film", "plugh plover"),
            1,
            "question 3 is there twice",
        ),
        (with(OWN, "der dritte mann"), 1, "answer 3 is the same"),
        (with(OWN, "xy"), 1, "answer 3 is shorter than 3"),
        (
            with(OWN, &"xyzzy plugh".repeat(4)),
            1,
            "answer 3 is longer than 40",
        ),
        (with(OWN, "zzzzz"), 1, "answer 3 is one that anybody"),
        (with(OWN, "mias"), 1, "answer 3 is the person's own"),
        // Words of the question in any language it may be asked in.
        (
            with("first-phone", "Mobiltelefon"),
            1,
            "answer 3 only repeats",
        ),
        (with("first-phone", "携帯電話"), 1, "answer 3 only repeats"),
    ] {
        let said_was = set(&home, MIA, &document).failed(code);
        assert!(said_was.contains(said), "{said}: {said_was}");
        for secret in ["xyzzy", "plugh", "dritte", "987"] {
            assert!(!said_was.contains(secret), "{said_was}");
        }
    }
    let bad = ["user", "methods", MIA, "set-questions"];
    let said = home.run_with(&bad, b"[\"\xff\"]").failed(1);
    assert!(said.contains("is not UTF-8 text"), "{said}");
    let said = set(&home, "nobody@contoso.example", &three().to_string()).failed(1);
    assert!(said.contains("no account"), "{said}");
    let said = set(&home, ADMIN, &three().to_string()).failed(1);
    assert!(said.contains("administrator role"), "{said}");
    assert_eq!(home.state(), before);
    assert_eq!(listed(&home), [] as [Value; 0]);
}

#[test]
fn a_signed_in_administrator_gives_password_and_answers_on_stdin() {
    let home = home();
    let stdin = format!("{ADMIN_PASSWORD}\n{}", three());
    let words = [
        "--as",
        ADMIN,
        "--password-stdin",
        "user",
        "methods",
        MIA,
        "set-questions",
    ];
    assert_eq!(home.run_with(&words, stdin.as_bytes()).ok(), "");
    assert_eq!(listed(&home).len(), 1);
    let words = [
        "--as",
        MIA,
        "--password-stdin",
        "user",
        "methods",
        MIA,
        "set-questions",
    ];
    let stdin = format!("{OLD_PASSWORD}\n000000\n{}", three());
    home.run_with(&words, stdin.as_bytes()).failed(1);
}

#[test]
fn help_lists_the_predefined_questions() {
    let home = Home::empty();
    let help = home
        .run(&["user", "methods", MIA, "set-questions", "--help"])
        .ok();
    let listed = help.lines().filter(|line| line.trim_end().ends_with('?'));
    assert!(listed.count() >= 30, "{help}");
    assert!(
        help.contains("school-trip             Where did your first school trip take you?"),
        "{help}"
    );
}
