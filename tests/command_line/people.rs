//! Which accounts a command means: lists, counts, exports and what is done to many at once.

use serde_json::{Value, json};

use crate::support::journey::begin;
use crate::support::kiosk::{EN, PlainKiosk};
use crate::support::plain::Plain;
use crate::support::program::{ADMIN, Home};
use crate::{is_time, keys};

fn names(home: &Home, words: &[&str]) -> Vec<String> {
    let list = home.json(&[&["user", "list"], words].concat());
    let upn = |user: &Value| user["upn"].as_str().unwrap().to_owned();
    let local = |upn: String| upn.split('@').next().unwrap().to_owned();
    list.as_array()
        .unwrap()
        .iter()
        .map(upn)
        .map(local)
        .collect()
}

/// Four people: one disabled, one with a licence of its own, one in a group, one of the help desk.
fn four() -> Home {
    let home = Home::sqlite();
    for (name, words) in [
        ("adele", ["--licence", "basic"]),
        ("alex", ["--name", "Alex Wilber"]),
        ("mia", ["--role", "helpdesk"]),
        ("miles", ["--name", "Miles Alexander"]),
    ] {
        let upn = format!("{name}@contoso.example");
        home.run(&["user", "add", &upn, words[0], words[1]]).ok();
    }
    home.run(&["user", "disable", "alex@contoso.example"]).ok();
    home.run(&["group", "add", "Outer"]).ok();
    home.run(&["group", "add", "Inner"]).ok();
    home.run(&["group", "add-member", "Outer", "Inner"]).ok();
    home.run(&["group", "add-member", "Inner", "miles@contoso.example"])
        .ok();
    home
}

#[test]
fn one_filter_for_lists_counts_and_exports() {
    let home = four();
    let admin = ADMIN.split('@').next().unwrap();
    for (words, expected) in [
        (vec!["--disabled"], vec!["alex"]),
        (vec!["--licence", "basic"], vec!["adele"]),
        (vec!["--role", "any"], vec![admin, "mia"]),
        (vec!["--role", "helpdesk"], vec!["mia"]),
        (vec!["--group", "OUTER"], vec!["miles"]),
        (vec!["--search", "alex"], vec!["alex", "miles"]),
        (vec!["--search", "alex", "--enabled"], vec!["miles"]),
        (vec!["--source", "corp"], vec![]),
        (vec!["--blocked"], vec![]),
        (vec!["--locked"], vec![]),
        (vec!["--registered"], vec![]),
        (
            vec!["--unregistered", "--licence", "default", "--role", "none"],
            vec!["alex", "miles"],
        ),
    ] {
        assert_eq!(names(&home, &words), expected, "{words:?}");
        let counted = home.json(&[&["user", "list", "--count"], words.as_slice()].concat());
        assert_eq!(counted, json!({ "accounts": expected.len() }), "{words:?}");
        let out = home.json(&[&["user", "export"], words.as_slice()].concat());
        assert_eq!(out.as_array().unwrap().len(), expected.len(), "{words:?}");
        let csv = home
            .run(&[&["user", "export"], words.as_slice()].concat())
            .ok();
        assert_eq!(csv.lines().count(), expected.len() + 1, "{words:?}: {csv}");
    }
    for (words, said) in [
        (["--role", "king"], "there is no role `king`"),
        (["--licence", "platinum"], "there is no licence `platinum`"),
    ] {
        let ran = home.run(&[&["user", "list"], words.as_slice()].concat());
        assert!(ran.failed(1).contains(said), "{words:?}");
    }
    let both = home.run(&["user", "list", "--enabled", "--disabled"]);
    assert_eq!(both.code, 2, "{both:?}");
    let lost = home.run(&[
        "user",
        "list",
        "--search",
        "mi",
        "--after",
        "alex@contoso.example",
    ]);
    assert!(lost.failed(1).contains("is not among those accounts"));
    assert_eq!(
        names(&home, &["--search", "mi", "--after", "mia@contoso.example"]),
        ["miles"]
    );
}

#[test]
fn many_at_once_are_counted_first() {
    let home = four();
    let before = home.state();
    let ran = home.run(&["user", "bulk", "disable", "--search", "mi"]);
    let said = ran.failed(2);
    assert!(said.contains("2 accounts would be changed"), "{said}");
    assert!(said.contains("--expect 2"), "{said}");
    let ran = home.run(&["user", "bulk", "disable", "--search", "mi", "--expect", "3"]);
    assert!(ran.failed(1).contains("2 accounts fit now, not 3"));
    assert_eq!(home.state(), before);
    let done = home.json(&["user", "bulk", "disable", "--search", "mi", "--expect", "2"]);
    assert_eq!(done, json!({ "changed": 2, "unchanged": 0, "refused": 0 }));
    assert_eq!(names(&home, &["--disabled"]), ["alex", "mia", "miles"]);
    let into = [
        "user",
        "bulk",
        "add-to-group",
        "outer",
        "--disabled",
        "--expect",
        "3",
    ];
    assert_eq!(home.json(&into)["changed"], 3);
    assert_eq!(
        names(&home, &["--group", "outer"]),
        ["alex", "mia", "miles"]
    );
    let licence = [
        "user",
        "bulk",
        "set-licence",
        "p2",
        "--group",
        "outer",
        "--expect",
        "3",
    ];
    assert_eq!(home.json(&licence)["changed"], 3);
    assert_eq!(names(&home, &["--licence", "p2"]).len(), 3);
    let ran = home.run(&["user", "bulk", "release", "--expect", "5"]).ok();
    assert_eq!(ran, "");
    assert_eq!(home.records("licence_changed").len(), 3);
    home.verify();
}

#[test]
fn journeys_and_limits_of_one_account() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    assert_eq!(home.json(&["user", "journeys", &mia.upn]), json!([]));
    let limits = home.json(&["user", "limits", &mia.upn]);
    let limits = limits.as_array().unwrap();
    assert_eq!(keys(&limits[0]), ["counted", "limit", "until", "used"]);
    assert_eq!(
        limits[0],
        json!({ "counted": "proof", "used": 0, "limit": 5, "until": null })
    );
    for what in ["journeys", "limits"] {
        let ran = home.run(&["user", what, "nobody@contoso.example"]);
        assert!(ran.failed(1).contains("there is no account"));
    }
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    let journeys = home.json(&["user", "journeys", &mia.upn]);
    let [journey] = journeys.as_array().unwrap().as_slice() else {
        panic!("{journeys}");
    };
    assert_eq!(
        keys(journey),
        [
            "began",
            "expires",
            "journey",
            "purpose",
            "reference",
            "state",
            "terminal"
        ]
    );
    assert_eq!(
        (&journey["purpose"], &journey["state"]),
        (&json!("reset"), &json!("open"))
    );
    assert!(is_time(&journey["began"]));
}
