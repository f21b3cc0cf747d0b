//! The audit log asked for in pieces, and as it grows.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use crate::support::program::Home;

fn list(home: &Home, more: &[&str]) -> Vec<Value> {
    let found = home.json(&[&["audit", "list"], more].concat());
    found.as_array().unwrap().clone()
}

#[test]
fn the_last_page_and_the_one_before() {
    let home = Home::sqlite();
    home.add_person("mias");
    let all = list(&home, &[]);
    let last = list(&home, &["--limit", "2"]);
    assert_eq!(last, all[all.len() - 2..]);
    let before = last[0]["seq"].to_string();
    let page = list(&home, &["--limit", "2", "--before", &before]);
    assert_eq!(page, all[all.len() - 4..all.len() - 2]);
    assert_eq!(list(&home, &["--before", "3"]), all[..2]);
    assert!(list(&home, &["--before", "1"]).is_empty());
    let failures = list(&home, &["--outcome", "failure"]);
    assert!(failures.is_empty());
    let at = all[2]["time"].as_str().unwrap();
    let early = list(&home, &["--until", at]);
    let late = list(&home, &["--since", at]);
    assert_eq!([early, late].concat(), all);
    for bad in [
        ["--outcome", "perhaps"],
        ["--until", "yesterday"],
        ["--activity", "juggling"],
    ] {
        home.run(&[&["audit", "list"], &bad[..]].concat()).failed(1);
        home.run(&[&["audit", "export"], &bad[..]].concat())
            .failed(1);
    }
    for bad in [["--limit", "0"], ["--before", "x"]] {
        let ran = home.run(&[&["audit", "list"], &bad[..]].concat());
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{ran:?}");
    }
    let both = ["audit", "list", "--follow", "--before", "3"];
    assert_eq!(home.run(&both).code, 2);
}

#[test]
fn new_records_are_followed_as_they_come() {
    let home = Home::sqlite();
    let account = "new@contoso.example";
    let words = ["audit", "list", "--follow", "--json", "--account", account];
    let mut command = home.command(&words);
    let mut following = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(following.stdout.take().unwrap()).lines();
    home.run(&["user", "add", account]).ok();
    home.run(&["user", "add", "other@contoso.example"]).ok();
    home.run(&["user", "disable", account]).ok();
    for activity in ["account_added", "account_disabled"] {
        let record: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        assert_eq!(record["activity"], activity);
        assert_eq!(record["account"], account);
    }
    // It ends by itself when nobody reads it any more.
    drop(lines);
    home.run(&["user", "enable", account]).ok();
    assert_eq!(following.wait().unwrap().code(), Some(0));
}
