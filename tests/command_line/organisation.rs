//! Groups, policy, audit, outbox and help: what they print, and that all or nothing is changed.

use serde_json::{Value, json};

use crate::support::journey::begin;
use crate::support::kiosk::{EN, Kiosk, PlainKiosk};
use crate::support::mailbox::Mailbox;
use crate::support::plain::Plain;
use crate::support::program::{Home, showable};
use crate::support::wait_for;
use crate::{is_time, keys};

#[test]
fn an_account_is_shown_whole_and_a_list_says_that_it_is_cut() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    let table = home.run(&["user", "show", &mia.upn]).ok();
    let words = table.lines().skip(1);
    let mut shown: Vec<&str> = words.filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(shown[..2], ["upn", "name"]);
    shown.sort_unstable();
    assert_eq!(keys(&home.json(&["user", "show", &mia.upn])), shown);
    let cut = home.run(&["user", "list", "--limit", "1"]);
    assert!(cut.stderr.contains("--after admin@"), "{cut:?}");
    assert_eq!(home.run(&["user", "list"]).stderr, "");
}

#[test]
fn groups_nest_and_decide_who_may_reset() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    home.run(&[
        "group",
        "add",
        "SSPRTesters",
        "--description",
        "Tests reset",
    ])
    .ok();
    home.run(&["group", "add", "Sales", "--type", "microsoft365"])
        .ok();
    home.run(&["group", "add-member", "SSPRTesters", "Sales"])
        .ok();
    home.run(&[
        "policy",
        "set",
        "sspr.enabled=selected",
        "sspr.groups=SSPRTesters",
    ])
    .ok();
    assert_eq!(home.json(&["user", "show", &mia.upn])["capable"], false);
    home.run(&["group", "add-member", "sales", &mia.upn]).ok();
    assert_eq!(home.json(&["user", "show", &mia.upn])["capable"], true);
    let list = home.json(&["group", "list"]);
    assert_eq!(keys(&list[0]), ["created", "description", "name", "type"]);
    assert_eq!(
        (&list[0]["name"], &list[0]["type"]),
        (&json!("Sales"), &json!("microsoft365"))
    );
    let shown = home.json(&["group", "show", "ssprtesters"]);
    assert_eq!(
        keys(&shown),
        [
            "accounts",
            "created",
            "description",
            "groups",
            "name",
            "type"
        ]
    );
    assert_eq!(
        (&shown["accounts"], &shown["groups"]),
        (&json!([]), &json!(["Sales"]))
    );
    for words in [
        &["group", "add-member", "Sales", "SSPRTesters"][..],
        &["group", "add-member", "Sales", "Sales"],
        &["group", "add", "sales"],
        &["group", "add", "a,b"],
        &["group", "add", "x", "--type", "other"],
        &["group", "delete", "SSPRTesters"],
        &["group", "remove-member", "SSPRTesters", &mia.upn],
        &["group", "show", "nothing"],
    ] {
        let before = home.state();
        home.run(words).failed(1);
        assert_eq!(home.state(), before, "{words:?}");
    }
    home.run(&["group", "remove-member", "Sales", &mia.upn])
        .ok();
    assert_eq!(home.json(&["user", "show", &mia.upn])["capable"], false);
    home.run(&["group", "delete", "Sales"]).ok();
    assert_eq!(home.json(&["group", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn policy_is_set_all_or_nothing_and_says_who_is_stranded() {
    let home = Home::sqlite();
    home.add_person("mias");
    let shown = home.json(&["policy", "show"]);
    let contract = include_str!("policy_defaults.json");
    let mut defaults: Value = serde_json::from_str(contract).unwrap();
    defaults["sspr.enabled"] = json!("all");
    assert_eq!(shown, defaults);
    assert_eq!(
        home.json(&["policy", "show", "captcha"]),
        json!({ "captcha": "remote-only" })
    );
    assert_eq!(home.run(&["policy", "show", "codes.length"]).ok(), "6\n");
    let before = home.state();
    home.run(&["policy", "set", "codes.length=8", "methods.required=3"])
        .failed(1);
    assert_eq!(home.state(), before);
    let set = home.run(&[
        "policy",
        "set",
        "codes.length=8",
        "methods.enabled=email,office_phone",
    ]);
    assert!(set.stderr.starts_with("1 account that"), "{set:?}");
    assert_eq!(set.ok(), "");
    let changed = home.records("policy_changed");
    let details: Vec<&Value> = changed
        .iter()
        .rev()
        .map(|record| &record["detail"])
        .collect();
    assert!(
        details.contains(&&json!("codes.length: 6 → 8")),
        "{details:?}"
    );
    let export = home.run(&["policy", "export"]).ok();
    let read: toml::Table = export.parse().unwrap();
    assert_eq!(read["codes.length"].as_integer(), Some(8));
    assert_eq!(
        read.len(),
        home.json(&["policy", "show"]).as_object().unwrap().len() + 1,
        "the settings and the file's format"
    );
}

#[test]
fn the_audit_log_is_listed_exported_and_verified() {
    let home = Home::sqlite();
    home.add_person("mias");
    let fields = [
        "account",
        "activity",
        "actor",
        "detail",
        "hash",
        "journey",
        "method",
        "outcome",
        "reason",
        "reference",
        "seq",
        "terminal",
        "time",
    ];
    // An export is recorded, and so the last record it holds.
    let lines = home.run(&["audit", "export"]).ok();
    let list = home.json(&["audit", "list"]);
    let list = list.as_array().unwrap();
    assert_eq!(list[list.len() - 1]["activity"], "audit_exported");
    for (at, record) in list.iter().enumerate() {
        assert_eq!(keys(record), fields);
        assert_eq!(record["seq"], at + 1);
        assert!(is_time(&record["time"]));
    }
    let actor = list[0]["actor"].as_str().unwrap();
    assert!(actor.starts_with("operator:"), "{actor}");
    let exported: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(&exported, list);
    let about = ["audit", "export", "--format", "csv"];
    let csv = home
        .run(&[&about[..], &["--until", "2999-01-01"]].concat())
        .ok();
    assert_eq!(csv.matches("\r\n").count(), list.len() + 2);
    let list = home.json(&["audit", "list"]);
    let list = list.as_array().unwrap();
    assert!(
        csv.starts_with("seq,time,activity,outcome,reason,account,actor,"),
        "{csv}"
    );
    let head = home.json(&["audit", "head"]);
    assert_eq!(
        (&head["seq"], &head["hash"]),
        (&json!(list.len()), &list[list.len() - 1]["hash"])
    );
    let (seq, hash) = (head["seq"].to_string(), head["hash"].as_str().unwrap());
    assert_eq!(home.run(&["audit", "head"]).ok(), format!("{seq} {hash}\n"));
    for given in [format!("{seq} {hash}"), head.to_string()] {
        home.run(&["audit", "verify", "--head", &given]).ok();
    }
    let about = home.json(&["audit", "list", "--account", "MIAS@contoso.example"]);
    assert!(
        about
            .as_array()
            .unwrap()
            .iter()
            .all(|r| r["account"] == "mias@contoso.example")
    );
    let future = home.json(&["audit", "list", "--since", "2999-01-01"]);
    assert_eq!(future, json!([]));
    // A changed record, and a cut tail, are named.
    let database = rusqlite::Connection::open(&home.store).unwrap();
    database
        .execute("UPDATE audit SET account = 'x' WHERE seq = 3", [])
        .unwrap();
    let ran = home.run(&["audit", "verify"]);
    assert!(ran.failed(1).contains("record 3 "));
    let json: Value =
        serde_json::from_str(&home.run(&["audit", "verify", "--json"]).stdout).unwrap();
    assert_eq!(json, json!({ "ok": false, "first_bad": 3 }));
    database
        .execute("UPDATE audit SET account = NULL WHERE seq = 3", [])
        .unwrap();
    database
        .execute("DELETE FROM audit WHERE seq = ?1", [list.len() as i64])
        .unwrap();
    home.verify();
    home.run(&["audit", "verify", "--head", &format!("{seq} {hash}")])
        .failed(1);
}

#[test]
fn the_outbox_waits_without_a_channel_and_is_tried_again() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    // A file in the folder's place: nothing can be delivered for now.
    std::fs::write(home.path("mail"), "").unwrap();
    let mut kiosk = PlainKiosk::new(Plain::start(&home, &[]));
    begin(&mut kiosk, &EN, &mia.upn, EN.step_1);
    kiosk.choose(EN.mail, EN.on_its_way);
    let item = wait_for("a failed try", || {
        let list = home.json(&["outbox", "list"]);
        list[0]["last_error"].is_string().then(|| list[0].clone())
    })
    .unwrap();
    let fields = [
        "attempts",
        "channel",
        "created",
        "id",
        "kind",
        "last_error",
        "next_attempt",
        "state",
    ];
    assert_eq!(keys(&item), fields);
    let found = [&item["state"], &item["kind"], &item["channel"]];
    assert_eq!(found, [&json!("waiting"), &json!("code"), &json!("mail")]);
    assert!(!item.to_string().contains("home.example"), "{item}");
    let id = item["id"].to_string();
    std::fs::remove_file(home.path("mail")).unwrap();
    assert_eq!(home.run(&["outbox", "retry", &id]).ok(), "");
    let ran = home.run(&["agent", "run", "--once"]);
    assert!(ran.stderr.contains("1 message tried"), "{ran:?}");
    assert_eq!(ran.ok(), "");
    let code = home.spool().code_after(&mia.address, 0);
    kiosk.answer(&code, EN.step_2);
    assert_eq!(home.json(&["outbox", "list"])[0]["state"], "delivered");
    home.run(&["outbox", "retry", &id]).failed(1);
    home.run(&["outbox", "retry", "4711"]).failed(1);
}

#[test]
fn help_is_data_and_names_every_command() {
    let home = Home::empty();
    let help = home.run(&["--help"]).ok();
    for word in [
        "init",
        "demo",
        "kiosk",
        "register",
        "user",
        "group",
        "policy",
        "agent",
        "outbox",
        "audit",
        "check-password",
    ] {
        assert!(help.contains(&format!("\n  {word}")), "{word}: {help}");
    }
    assert!(home.run(&["--version"]).ok().starts_with("keyhatch "));
    assert!(help.lines().all(|line| line.chars().all(showable)));
}

#[test]
fn settings_that_are_right_as_they_are_leave_a_record_and_nothing_else() {
    let home = Home::sqlite();
    let before = home.json(&["policy", "show"]);
    let keys = ["notify.users_on_reset", "methods.required"];
    home.run(&[&["policy", "confirm"], &keys[..]].concat()).ok();
    assert_eq!(home.json(&["policy", "show"]), before);
    let noted = home.records("policy_confirmed");
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0]["detail"], keys.join(", "));
    let said = home.run(&["policy", "confirm", "no.such"]).failed(1);
    assert!(said.contains("no.such"), "{said}");
    assert_eq!(home.run(&["policy", "confirm"]).code, 2);
    assert_eq!(home.records("policy_confirmed").len(), 1);
    home.verify();
}
