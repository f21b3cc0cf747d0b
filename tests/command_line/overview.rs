//! Policy files, reports, the doctor, completions and the manual page.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use serde_json::{Value, json};

use crate::keys;
use crate::support::postgres::Postgres;
use crate::support::program::Home;

#[test]
fn a_policy_goes_out_and_comes_back() {
    let home = Home::sqlite();
    home.run(&[
        "policy",
        "set",
        "branding.sign_in_text.ja=ようこそ",
        "questions.custom=\"Quoted\", or not?,Second one",
        "password.preset=nist-800-63b-4",
    ])
    .ok();
    let records = home.records("policy_changed").len();
    let toml = home.run(&["policy", "export"]).ok();
    let path = home.path("policy.toml");
    fs::write(&path, &toml).unwrap();
    let path = path.display().to_string();
    assert_eq!(home.run(&["policy", "diff", &path]).ok(), "");
    assert_eq!(home.json(&["policy", "diff", &path]), json!([]));
    let ran = home.run(&["policy", "import", &path]);
    assert!(
        ran.stderr.starts_with("0 settings changed; 0 accounts"),
        "{ran:?}"
    );
    ran.ok();
    assert_eq!(home.records("policy_changed").len(), records);
    fs::write(
        &path,
        toml.replace("\"codes.length\" = 6", "\"codes.length\" = 7"),
    )
    .unwrap();
    assert_eq!(
        home.run(&["policy", "diff", &path]).ok(),
        "codes.length: 6 → 7\n"
    );
    assert_eq!(
        home.json(&["policy", "diff", &path]),
        json!([{ "key": "codes.length", "old": "6", "new": "7" }])
    );
    let came = home.json(&["policy", "import", &path]);
    assert_eq!(came, json!({ "changed": 1, "stranded": 0 }));
    let other = Home::sqlite();
    other.run(&["policy", "import", &path]).ok();
    assert_eq!(
        other.run(&["policy", "export"]).ok(),
        home.run(&["policy", "export"]).ok()
    );
    // Tables and plain keys say the same.
    fs::write(
        &path,
        "[codes]\nlength = 8\n[methods]\nenabled = \"email,app_code\"\n",
    )
    .unwrap();
    home.run(&["policy", "import", &path]).ok();
    let shown = home.json(&["policy", "show"]);
    assert_eq!(
        (&shown["codes.length"], &shown["methods.enabled"]),
        (&json!(8), &json!(["app_code", "email"]))
    );
}

#[test]
fn a_bad_policy_file_is_refused_by_its_line() {
    let home = Home::sqlite();
    let before = home.state();
    for (text, expected) in [
        (&b"a = ["[..], "line 1"),
        (
            b"\n\"codes.digits\" = 6\n",
            "line 2: there is no setting `codes.digits`",
        ),
        (
            b"\n\n\"codes.length\" = 60\n",
            "line 3: `codes.length` takes a whole number",
        ),
        (
            b"\"codes.length\" = \"six\"\n",
            "`codes.length` takes a whole number",
        ),
        (b"\"explain\" = true\n", "`explain` takes on or off"),
        (b"\"captcha\" = [\"on\"]\n", "`captcha` takes"),
        (b"codes.length = 7\n\"codes.length\" = 8\n", "twice"),
        (
            b"\"codes.length\" = 7\n\"sspr.enabled\" = \"selected\"\n",
            "needs `sspr.groups`",
        ),
        (b"\"explain\" = \"\xff\"\n", "not UTF-8"),
        (b"\"\x1b[2J\" = 1\n", "line 1"),
        (
            b"\"codes.length\" = 7\n\n[zebra]\nsize = 1\n[alpha]\nsize = 2\n",
            "line 4: there is no setting `zebra.size`; `keyhatch policy show` lists them; nor is there `alpha.size` (line 6)",
        ),
        // A newer version's file is known as one, whatever else it says.
        (
            b"\"a.newer.setting\" = 1\n\"codes.length\" = \"six\"\nformat = 2\n",
            "line 3: the file is of a format that keyhatch",
        ),
        (b"format = \"2\"\n", "line 1: the file is of a format"),
        (b"format = 0\n", "line 1: the file is of a format"),
    ] {
        fs::write(home.path("bad.toml"), text).unwrap();
        for command in ["diff", "import"] {
            let said = home.run(&["policy", command, "bad.toml"]).failed(1);
            assert!(said.contains(expected), "{command}: {said}");
        }
    }
    for (path, expected) in [("tmp", "is a folder"), ("missing.toml", "can't be read")] {
        let said = home.run(&["policy", "import", path]).failed(1);
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(home.state(), before);
}

#[test]
fn reports_are_tables_and_json() {
    let home = Home::sqlite();
    home.add_person("mias");
    let usage = home.json(&["report", "usage"]);
    assert_eq!(
        keys(&usage),
        [
            "abandoned",
            "accounts",
            "calls_avoided",
            "capable",
            "enabled",
            "registered"
        ]
    );
    assert_eq!(
        (&usage["accounts"], &usage["capable"]),
        (&json!(2), &json!(1))
    );
    let mut periods = keys(&usage["calls_avoided"]);
    periods.sort_unstable();
    assert_eq!(periods, ["last_24_hours", "last_30_days", "last_7_days"]);
    let registered = home.json(&["report", "registrations", "--days", "2"]);
    assert_eq!(
        registered,
        json!([{
            "method": "app_code", "outcome": "success", "reason": null,
            "counts": { "last_2_days": 1 },
        }])
    );
    assert_eq!(home.json(&["report", "resets"]), json!([]));
    let table = home.run(&["report", "usage", "--days", "90"]).ok();
    assert!(
        table.contains("90 D") && table.contains("calls avoided"),
        "{table}"
    );
    for words in [
        &["report"][..],
        &["report", "gossip"],
        &["report", "usage", "--days", "0"],
        &["report", "usage", "--days", "-1"],
        &["report", "usage", "--days", "many"],
    ] {
        assert_eq!(home.run(words).code, 2, "{words:?}");
    }
    home.run(&["policy", "set", "licence.default=basic"]).ok();
    let said = home.run(&["report", "usage"]).failed(1);
    assert!(said.contains("p1 or p2"), "{said}");
}

/// How each check came out.
fn states(told: &Value) -> Vec<(String, String)> {
    let word = |found: &Value, key: &str| found[key].as_str().unwrap().to_owned();
    let found = told.as_array().unwrap().iter();
    found
        .map(|found| {
            assert_eq!(keys(found), ["check", "detail", "state"]);
            (word(found, "check"), word(found, "state"))
        })
        .collect()
}

fn doctor(home: &Home) -> (i32, Vec<(String, String)>) {
    let ran = home.run(&["doctor", "--json"]);
    let told = serde_json::from_str(&ran.stdout).unwrap();
    (ran.code, states(&told))
}

fn state(found: &[(String, String)], check: &str) -> String {
    let found = found.iter().find(|(name, _)| name == check);
    found.map_or("not checked".to_owned(), |(_, state)| state.clone())
}

#[test]
fn the_doctor_checks_in_order() {
    let home = Home::sqlite();
    home.add_person("mias");
    let (code, found) = doctor(&home);
    assert_eq!(code, 0, "{found:?}");
    let checks: Vec<&str> = found.iter().map(|(check, _)| check.as_str()).collect();
    assert_eq!(
        checks,
        [
            "configuration",
            "key",
            "store",
            "schema",
            "integrity",
            "durability",
            "filesystem",
            "audit",
            "clock",
            "agent",
            "outbox",
            "channels",
            "mail",
            "policy",
            "terminal",
        ]
    );
    let odd: Vec<&str> = found
        .iter()
        .filter(|(_, state)| state != "ok")
        .map(|(check, _)| check.as_str())
        .collect();
    assert_eq!(
        odd,
        ["agent", "channels"],
        "nobody works here, nothing calls"
    );
    let lines = home.run(&["doctor"]).ok();
    assert!(lines.starts_with("ok       configuration: "), "{lines}");
    assert!(
        lines.contains("\nwarning  agent: none is at work"),
        "{lines}"
    );
}

#[test]
fn the_doctor_finds_what_is_wrong() {
    let home = Home::sqlite();
    let tampered = rusqlite::Connection::open(&home.store).unwrap();
    tampered
        .execute_batch("UPDATE audit SET actor = 'somebody' WHERE seq = 2; UPDATE meta SET number = number + 3600000000 WHERE name = 'clock'")
        .unwrap();
    drop(tampered);
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.stdout.contains("\nproblem  audit: record 2 "),
        "{ran:?}"
    );
    assert!(ran.stdout.contains("\nproblem  clock: it is 3"), "{ran:?}");
    assert!(ran.stderr.contains("2 problems were found"), "{ran:?}");
    // A mail server nobody answers for.
    let port = crate::support::free_port();
    home.configure(&format!(
        "[mail]\ndriver = \"smtp\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"a@b.c\"\n"
    ));
    let (code, found) = doctor(&home);
    assert_eq!((code, state(&found, "mail").as_str()), (1, "problem"));
}

#[test]
fn the_doctor_says_what_it_can_where_others_give_up() {
    let home = Home::sqlite();
    let key = fs::read(home.path("keyhatch.key")).unwrap();
    fs::remove_file(home.path("keyhatch.key")).unwrap();
    let (code, found) = doctor(&home);
    assert_eq!(code, 3);
    assert_eq!(
        (
            state(&found, "key").as_str(),
            state(&found, "schema").as_str()
        ),
        ("problem", "ok")
    );
    fs::write(home.path("keyhatch.key"), key).unwrap();
    let (code, found) = doctor(&home);
    assert_eq!(
        (code, state(&found, "key").as_str()),
        (3, "problem"),
        "open to others"
    );
    fs::set_permissions(home.path("keyhatch.key"), fs::Permissions::from_mode(0o600)).unwrap();

    let config = fs::read_to_string(home.config()).unwrap();
    home.configure("[mial]\n");
    let (code, found) = doctor(&home);
    assert_eq!(
        (code, state(&found, "configuration").as_str()),
        (3, "problem")
    );
    assert_eq!(state(&found, "terminal"), "ok");
    home.configure(&config);

    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(home.path(&format!("keyhatch.db{end}")));
    }
    fs::write(home.path("keyhatch.db"), "not a store").unwrap();
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.stdout.contains("\nproblem  store: "), "{ran:?}");
    assert!(
        ran.stderr
            .starts_with("keyhatch: this host can't use its store"),
        "{ran:?}"
    );

    let nothing = Home::empty();
    let (code, found) = doctor(&nothing);
    assert_eq!((code, state(&found, "store").as_str()), (3, "problem"));
}

#[test]
fn completions_and_the_manual_need_nothing() {
    let home = Home::empty();
    home.configure("this is no configuration");
    for (shell, expected) in [
        ("bash", "complete -F _keyhatch"),
        ("zsh", "#compdef keyhatch"),
        ("fish", "complete -c keyhatch"),
        ("elvish", "keyhatch"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let text = home.run(&["completions", shell]).ok();
        assert!(text.contains(expected), "{shell}");
        assert!(text.contains("skip-bad"), "{shell}");
    }
    assert_eq!(home.run(&["completions", "cmd"]).code, 2);
    assert_eq!(home.run(&["completions"]).code, 2);
    let page = home.run(&["man"]).ok();
    assert!(page.contains(".TH keyhatch 1"), "{}", &page[..400]);
    for part in [
        "KEYHATCH USER IMPORT",
        "skip\\-bad",
        "EXIT STATUS",
        "KEYHATCH STORE REKEY",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn a_policy_moves_between_engines() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let (here, there) = (Home::sqlite(), Home::postgres(server.database("moved")));
    for home in [&here, &there] {
        home.run(&["group", "add", "Chosen"]).ok();
    }
    here.run(&[
        "policy",
        "set",
        "sspr.enabled=selected",
        "sspr.groups=Chosen",
        "branding.sign_in_text.ja=ようこそ\nヘルプ デスクは 1 階です",
        "questions.custom=\"Quoted\", or not?,Ein „Wort“ \\ Strich",
        "password.banned=kaffee,conto#so",
        "delivery.blocked_prefixes=+44,+1900",
        "password.preset=entra",
    ])
    .ok();
    let moved = |from: &Home, to: &Home| {
        let toml = from.run(&["policy", "export"]).ok();
        let path = to.path("policy.toml");
        fs::write(&path, &toml).unwrap();
        to.run(&["policy", "import", "policy.toml"]).ok();
        assert_eq!(to.run(&["policy", "export"]).ok(), toml);
        assert_eq!(to.json(&["policy", "diff", "policy.toml"]), json!([]));
    };
    moved(&here, &there);
    there
        .run(&[
            "policy",
            "set",
            "codes.length=9",
            "sspr.groups=",
            "sspr.enabled=all",
        ])
        .ok();
    moved(&there, &here);
    assert_eq!(here.json(&["policy", "show"])["codes.length"], 9);
    // One import is one save: taken back as a whole.
    here.run(&["policy", "undo"]).ok();
    let back = here.json(&["policy", "show"]);
    assert_eq!(back["sspr.enabled"], "selected");
    assert_eq!(back["codes.length"], 6);
}
