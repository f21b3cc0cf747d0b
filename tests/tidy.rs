//! Holds the house to its map in `src/lib.rs`: what is at the top, how long files are, who names
//! whom, that nothing is left for later, and that every language says everything.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[path = "tidy/locales.rs"]
mod locales;
#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/scan.rs"]
mod scan;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines a file of the product has.
const MAX_LINES: usize = 500;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<_> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Every Rust file under `src`: its path from there, and its text.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, prefix: &str, into: &mut Vec<(String, String)>) {
        for name in names(folder) {
            let path = folder.join(&name);
            if path.is_dir() {
                walk(&path, &format!("{prefix}{name}/"), into);
            } else if name.ends_with(".rs") {
                into.push((format!("{prefix}{name}"), fs::read_to_string(path).unwrap()));
            }
        }
    }
    let mut sources = Vec::new();
    walk(&root().join("src"), "", &mut sources);
    assert!(!sources.is_empty());
    sources
}

fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn the_top_level_is_what_the_map_says() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "locales",
        "tests",
        "assets",
        "benches",
        "README.md",
        "target",
    ];
    let mut found = names(&root());
    found.retain(|name| {
        !known.contains(&name.as_str()) && !name.starts_with("LICENSE") && !name.starts_with('.')
    });
    none("not at home at the top level", &found);
}

#[test]
fn files_are_short() {
    let long: Vec<_> = sources()
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .map(|(path, lines)| format!("src/{path}: {lines} lines"))
        .collect();
    none("split what is longer than 500 lines", &long);
}

#[test]
fn nobody_names_what_is_not_theirs() {
    let broken: Vec<_> = sources()
        .iter()
        .flat_map(|(path, text)| rules::broken(path, text))
        .collect();
    none("forbidden imports", &broken);
}

#[test]
fn every_folder_says_what_it_is_for() {
    let sources: BTreeMap<_, _> = sources().into_iter().collect();
    let folders: BTreeSet<_> = sources
        .keys()
        .filter_map(|path| path.rsplit_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    let silent: Vec<_> = folders
        .into_iter()
        .filter(|folder| {
            let files = [format!("{folder}/mod.rs"), format!("{folder}.rs")];
            let text = files.iter().find_map(|file| sources.get(file));
            !text.is_some_and(|text| text.starts_with("//!"))
        })
        .map(|folder| format!("src/{folder}"))
        .collect();
    none("folders whose module does not open with //!", &silent);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        "todo!",
        "unimplemented!",
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
    ];
    let mut left = Vec::new();
    for (path, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                left.push(format!("src/{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("left for later", &left);
}

#[test]
fn every_language_says_everything() {
    let folder = root().join("locales");
    let languages: Vec<_> = names(&folder)
        .into_iter()
        .filter(|name| folder.join(name).is_dir())
        .collect();
    if languages.is_empty() {
        return;
    }
    let read = |language: &str| -> BTreeMap<String, BTreeMap<String, locales::Entry>> {
        let files = names(&folder.join(language)).into_iter();
        files
            .filter(|name| name.ends_with(".ftl"))
            .map(|name| {
                let text = fs::read_to_string(folder.join(language).join(&name)).unwrap();
                if let Err((_, errors)) = fluent::FluentResource::try_new(text.clone()) {
                    panic!("locales/{language}/{name}: {errors:?}");
                }
                (name, locales::entries(&text))
            })
            .collect()
    };
    let listed = fs::read_to_string(folder.join("identical.txt")).unwrap_or_default();
    let identical = locales::identical(&listed, &languages);
    let english = read("en");
    assert!(!english.is_empty(), "locales has no en");
    let mut found = Vec::new();
    for language in &languages {
        for (file, entries) in read(language) {
            let gaps = locales::plural_gaps(language, &entries);
            found.extend(
                gaps.into_iter()
                    .map(|line| format!("{language}/{file}: {line}")),
            );
        }
    }
    for language in languages.iter().filter(|language| *language != "en") {
        let other = read(language);
        if other.keys().ne(english.keys()) {
            found.push(format!(
                "{language}: has {:?}, English {:?}",
                other.keys(),
                english.keys()
            ));
        }
        for (file, entries) in &english {
            let Some(translated) = other.get(file) else {
                continue;
            };
            let here = format!("{language}/{file}");
            let differences = locales::differences(language, entries, translated, &identical);
            found.extend(
                differences
                    .into_iter()
                    .map(|line| format!("{here}: {line}")),
            );
        }
    }
    for (locale, id) in &identical {
        let known = english.values().any(|entries| entries.contains_key(id));
        if !known || !languages.contains(locale) {
            found.push(format!("locales/identical.txt: there is no {locale} {id}"));
        }
    }
    none("languages that differ", &found);
}

/// The scanner can fail: each of these lines must be found out.
#[test]
fn the_scanner_finds_what_is_forbidden() {
    for (path, source) in [
        ("domain/a.rs", "use tokio::time;"),
        ("domain/a.rs", "use std::time::{Duration, Instant};"),
        ("domain/a.rs", "let now = jiff::Timestamp::now();"),
        ("domain/a.rs", "fn f(_: std::time::SystemTime) {}"),
        ("domain/a.rs", "use std::time::*;"),
        ("domain/a.rs", "use crate::{domain::code, store::Store};"),
        ("domain/a.rs", "use super::super::store::Store;"),
        ("domain/a.rs", "use crate::*;"),
        ("domain/mod.rs", "use super::store;"),
        (
            "domain/a.rs",
            "#[cfg(test)] mod t { fn f() { serde_json::json!({}); } }",
        ),
        ("journey/a.rs", "use ratatui::Frame;"),
        ("journey/a.rs", "use crate::service::Reset;"),
        ("journey/runner.rs", "use crate::store::Store;"),
        ("journey/runner.rs", "use crossterm::event::Event;"),
        ("service/a.rs", "let mac = hmac::Hmac::new();"),
        ("service/a.rs", "use {sha2::Sha256, std::fmt};"),
        ("service/a.rs", "use crate::delivery::Mailer;"),
        ("agent/a.rs", "use ureq::Agent;"),
        ("service/a.rs", "use rusqlite::Connection;"),
        ("service.rs", "use super::tui;"),
        ("tui/a.rs", "use crate::crypto::x;"),
        ("tui/kiosk/a.rs", "use crate::store;"),
        ("tui/a.rs", "let q = \"SELECT 1\";"),
        ("line/a.rs", "let q = r#\"UPDATE account\nSET x = 1\"#;"),
        ("line/a.rs", "let q = \"DELETE FROM account\";"),
        ("line/a.rs", "use fluent::FluentBundle;"),
        ("cli/a.rs", "use postgres::Client;"),
        ("delivery/a.rs", "use crate::service::x;"),
        ("delivery/a.rs", "use ratatui;"),
        ("config.rs", "use crate::store::x;"),
        ("store/a.rs", "use keyhatch::service;"),
        ("service/a.rs", "use png::Decoder;"),
        ("picture/a.rs", "use crate::service::Service;"),
    ] {
        assert!(!rules::broken(path, source).is_empty(), "{path}: {source}");
    }
}

/// And it doesn't cry wolf.
#[test]
fn the_scanner_passes_what_is_allowed() {
    for (path, source) in [
        (
            "domain/a.rs",
            "use std::time::Duration; // not std::time::Instant",
        ),
        (
            "domain/a.rs",
            "/* tokio::time */ let tokio = \"tokio::time\"; let c = '\"'; tokio.now();",
        ),
        (
            "domain/a.rs",
            "use super::secret::SecretText; use crate::domain::code;",
        ),
        (
            "domain/a.rs",
            "mod tests { use super::*; fn f<'a>(x: &'a str) {} }",
        ),
        (
            "journey/runner.rs",
            "use crate::service::Reset; use tokio::sync::mpsc;",
        ),
        ("journey/a.rs", "use super::super::domain::msg::Msg;"),
        ("crypto/a.rs", "use {argon2::Argon2, sha2::Sha256};"),
        ("store/postgres.rs", "use postgres::Client;"),
        (
            "service/a.rs",
            "use crate::{store::Store, crypto::Key, domain::code};",
        ),
        (
            "tui/a.rs",
            "use ratatui::Frame; let s = \"SELECTED, then UPDATE it\";",
        ),
        ("agent/a.rs", "use crate::delivery::Mailer;"),
        (
            "delivery/mail.rs",
            "use crate::config::Smtp; use crate::delivery::is_plain_id;",
        ),
        (
            "cli/a.rs",
            "use crate::delivery::Mailer; use crate::store::Store;",
        ),
    ] {
        none(source, &rules::broken(path, source));
    }
}

/// The comparison of languages can fail, too.
#[test]
fn the_comparison_finds_what_differs() {
    let english = locales::entries(
        "# comment\n\
         title = Your code\n    \
             .help = Type { $digits } digits\n\
         count = { $n ->\n        \
             [one] one = day\n       \
            *[other] { $n } days\n    \
         }\n\
         brand = { -name }\n\
         only =\n    \
             .label = Label\n\
         -name = Keyhatch\n",
    );
    let ids: Vec<_> = english.keys().map(String::as_str).collect();
    assert_eq!(
        ids,
        [
            "-name",
            "brand",
            "count",
            "only.label",
            "title",
            "title.help"
        ]
    );
    assert_eq!(english["count"].variables, BTreeSet::from(["n".to_owned()]));
    assert!(!locales::has_words(&english["brand"].text));

    let german = "title = Your code\n    .help = Tippen Sie { $ziffern } Ziffern\n\
                  brand = { -name }\nonly =\n    .label = Beschriftung\n\
                  -name = Keyhatch\nextra = mehr\n";
    let identical = BTreeSet::from([
        ("de".to_owned(), "-name".to_owned()),
        ("de".to_owned(), "only.label".to_owned()),
    ]);
    let found = locales::differences("de", &english, &locales::entries(german), &identical);
    let about = |id: &str| {
        found
            .iter()
            .filter(|line| line.contains(&format!(" {id} ")))
            .count()
    };
    for id in ["title", "title.help", "count", "only.label", "extra"] {
        assert_eq!(about(id), 1, "{id}: {found:?}");
    }
    assert_eq!(found.len(), 5, "{found:?}");

    let gaps = |locale| locales::plural_gaps(locale, &english).len();
    assert_eq!((gaps("en"), gaps("fr"), gaps("ja")), (0, 1, 1));
    let languages = ["de", "en", "fr"].map(str::to_owned);
    let listed = locales::identical("# names\n* language-en\nde field-code\n", &languages);
    let pairs: Vec<_> = listed.iter().map(|(l, id)| format!("{l} {id}")).collect();
    assert_eq!(pairs, ["de field-code", "de language-en", "fr language-en"]);
}
