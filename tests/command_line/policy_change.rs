//! What a change of the policy would come to, its history, and taking it back.

use serde_json::{Value, json};

use crate::keys;
use crate::support::program::Home;

#[test]
fn a_review_tells_and_changes_nothing() {
    let home = Home::sqlite();
    home.add_person("mias");
    let before = home.state();
    let pairs = ["methods.enabled=email,mobile_phone", "explain=on"];
    let told = home.json(&["policy", "review", pairs[0], pairs[1]]);
    assert_eq!(keys(&told), ["advice", "changes", "reached", "stranded"]);
    assert_eq!(
        told["changes"],
        json!([
            {
                "key": "methods.enabled",
                "old": ["app_notification", "app_code", "email", "mobile_phone"],
                "new": ["email", "mobile_phone"],
            },
            { "key": "explain", "old": "off", "new": "on" },
        ])
    );
    assert_eq!(told["stranded"]["count"], 1);
    let first = &told["stranded"]["accounts"][0];
    assert_eq!(first["upn"], "mias@contoso.example");
    assert_eq!(told["reached"], json!({ "count": 0, "accounts": [] }));
    let advised: Vec<&Value> = told["advice"].as_array().unwrap().iter().collect();
    assert_eq!(advised.len(), 2, "{advised:?}");
    assert_eq!(advised[1]["keys"], json!(["explain"]));
    let text = home.run(&["policy", "review", pairs[0], pairs[1]]).ok();
    for line in [
        "explain: off → on",
        "1 account that could reset their password can't any more",
        "  mias@contoso.example",
        "0 accounts that could not reset their password can now",
        "Advice about explain: Don't say why an account is refused",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let nothing = home.run(&["policy", "review", "explain=off"]).ok();
    assert!(nothing.starts_with("nothing changes\n"), "{nothing}");
    // Refused where saving would be.
    for (pair, expected) in [
        ("methods.enabled=", "can't be on while"),
        ("codes.length=99", "takes a whole number"),
        ("codes.size=6", "there is no setting"),
        ("sspr.groups=Ghosts", "does not exist"),
    ] {
        let said = home.run(&["policy", "review", pair]).failed(1);
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(home.run(&["policy", "review", "explain"]).code, 2);
    assert_eq!(home.run(&["policy", "review"]).code, 2);
    assert_eq!(home.state(), before);
}

#[test]
fn the_last_save_is_taken_back() {
    let home = Home::sqlite();
    home.run(&["policy", "set", "codes.length=7"]).ok();
    home.run(&["policy", "set", "codes.length=8", "explain=on"])
        .ok();
    let before = home.state();
    let shown = home.run(&["policy", "undo", "--show"]).ok();
    assert!(
        shown.starts_with("codes.length: 8 → 7\nexplain: on → off\n"),
        "{shown}"
    );
    assert_eq!(home.state(), before);
    let ran = home.run(&["policy", "undo"]);
    assert!(ran.stderr.contains("is undone; 0 accounts"), "{ran:?}");
    assert_eq!(ran.ok(), "codes.length: 8 → 7\nexplain: on → off\n");
    assert_eq!(home.run(&["policy", "show", "codes.length"]).ok(), "7\n");
    let saves = home.json(&["policy", "history", "--limit", "3"]);
    let saves = saves.as_array().unwrap();
    assert_eq!(
        keys(&saves[0]),
        ["actor", "changes", "id", "time", "undoes", "undone"]
    );
    assert_eq!(saves[0]["undoes"], saves[1]["id"]);
    assert_eq!(saves[1]["undone"], json!(true));
    assert_eq!(
        saves[2]["changes"],
        json!([{ "key": "codes.length", "old": null, "new": 7 }])
    );
    let table = home.run(&["policy", "history", "--limit", "2"]);
    assert!(table.stderr.contains("only 2 are shown"), "{table:?}");
    let table = table.ok();
    assert!(table.contains("codes.length: 7 → 8"), "{table}");
    assert!(table.contains("undone"), "{table}");
    // What was changed since is not put back silently.
    let first = saves[2]["id"].to_string();
    home.run(&["policy", "set", "codes.length=9"]).ok();
    let kept = home.state();
    let said = home.run(&["policy", "undo", &first]).failed(1);
    assert!(
        said.contains("`codes.length` is 9 now (by operator:"),
        "{said}"
    );
    assert!(said.contains("not 7"), "{said}");
    let said = home.run(&["policy", "undo", "999999"]).failed(1);
    assert!(said.contains("there is no save 999999"), "{said}");
    assert_eq!(home.state(), kept);
    let undone = home.json(&["policy", "undo"]);
    assert_eq!(undone["changes"][0]["new"], 7);
}
