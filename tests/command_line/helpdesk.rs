//! The help desk's commands: from a reference to the reason, verifying a caller, passes; what they
//! print, refuse and record.

use serde_json::Value;

use super::{is_time, keys};
use crate::support::program::{Home, OLD_PASSWORD};

/// The refused begin of a journey, as audit has it.
fn refused(home: &Home) -> String {
    // A journey needs a terminal; its plainest one is a plain kiosk that is told a name.
    let said = home.run_with(
        &["kiosk", "--plain", "--once"],
        b"1\nnobody@contoso.example\n",
    );
    assert!(said.code == 0, "{said:?}");
    let record = home.records("reset_started").pop().unwrap();
    record["reference"].as_str().unwrap().to_owned()
}

#[test]
fn a_reference_leads_to_the_reason() {
    let home = Home::sqlite();
    let reference = refused(&home);
    let read_out = reference.to_lowercase().replace('-', " ");
    let found = home.json(&["helpdesk", "reference", &read_out]);
    assert_eq!(
        keys(&found),
        [
            "account",
            "eligibility",
            "next",
            "records",
            "reference",
            "refusal",
            "standing",
            "terminal"
        ]
    );
    assert_eq!(found["reference"], reference.as_str());
    assert_eq!(found["refusal"], "SSPR_0040");
    assert_eq!(found["account"], "nobody@contoso.example");
    assert_eq!(found["standing"], Value::Null);
    assert_eq!(found["eligibility"].as_array().unwrap().len(), 11);
    assert_eq!(found["next"][0]["do"], "find_account");
    assert_eq!(found["next"][0]["allowed"], true);
    let first = &found["records"][0];
    assert_eq!(first["activity"], "reset_started");
    let shown = home.run(&["helpdesk", "reference", &reference]).ok();
    assert!(
        shown.contains("SSPR_0040") && shown.contains("WHAT HELPS"),
        "{shown}"
    );
    assert!(!shown.contains("reference_viewed"), "{shown}");
    // Both looks are on record, under the reference; the audit log takes it as it is read out, too.
    let listed = home.json(&["audit", "list", "--reference", &read_out]);
    let activities: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|record| record["activity"].as_str().unwrap())
        .collect();
    let looks = activities.iter().filter(|one| **one == "reference_viewed");
    assert_eq!(looks.count(), 2, "{activities:?}");
    for wrong in ["0000-0000", "ABC", "\u{1b}[2J"] {
        let told = home.run(&["helpdesk", "reference", wrong]).failed(1);
        assert!(told.contains("read it out again"), "{told}");
    }
}

#[test]
fn an_account_as_it_stands() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let standing = home.json(&["helpdesk", "account", "MIAS"]);
    assert_eq!(standing["upn"], person.upn.as_str());
    assert_eq!(standing["verified_until"], Value::Null);
    assert_eq!(standing["access_pass"], Value::Null);
    assert_eq!(standing["verify_by"][0]["method"], "app_code");
    assert_eq!(
        standing["verify_by"][1]["destination"],
        "m*****@home.example"
    );
    assert_eq!(standing["next"][0]["do"], "start_again");
    assert!(!standing.to_string().contains(&person.address));
    let given = home
        .run(&[
            "user",
            "access-pass",
            &person.upn,
            "--unverified",
            "in the room",
        ])
        .ok();
    let standing = home.json(&["helpdesk", "account", &person.upn]);
    assert!(is_time(&standing["access_pass"]["expires"]), "{standing}");
    assert!(!standing.to_string().contains(given.trim()));
    let shown = home.run(&["helpdesk", "account", &person.upn]).ok();
    assert!(shown.contains("access_pass") && !shown.contains(given.trim()));
    let record = home.records("account_viewed").pop().unwrap();
    assert_eq!(record["account"], person.upn.as_str());
    let unknown = home.run(&["helpdesk", "account", "nobody"]).failed(1);
    assert!(unknown.contains("no account `nobody`"), "{unknown}");
}

#[test]
fn a_caller_is_verified_before_a_pass_is_given() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let upn = person.upn.as_str();
    let verify = ["helpdesk", "verify", upn];
    let ways = home.json(&verify);
    let methods: Vec<&Value> = ways
        .as_array()
        .unwrap()
        .iter()
        .map(|way| &way["method"])
        .collect();
    assert_eq!(methods, ["app_code", "email"]);
    let pass = ["user", "access-pass", upn];
    for words in [&pass[..], &[&pass[..], &["--unverified", ""]].concat()] {
        assert!(home.run(words).failed(1).contains("--unverified"));
    }
    let none = home.run(&[&verify[..], &["--by", "mobile_phone"]].concat());
    assert!(none.failed(1).contains("holds nothing of that kind"));
    let usage = |words: &[&str]| assert_eq!(home.run(words).code, 2, "{words:?}");
    usage(&[&verify[..], &["--by", "office_phone"]].concat());
    let answer = [&verify[..], &["--code-stdin"]].concat();
    let early = home.run_with(&answer, b"123456\n").failed(1);
    assert!(early.contains("begin one with --by"), "{early}");
    // Asked and answered in one, as a script does.
    let both = [&answer[..], &["--by", "app_code", "--json"]].concat();
    let wrong = home.run_with(&both, person.app.wrong_code(1).as_bytes());
    assert!(wrong.failed(1).contains("not the code"));
    let verified = home.run_with(&both, person.app.code().as_bytes()).ok();
    let verified: Value = serde_json::from_str(&verified).unwrap();
    assert_eq!(verified["verified"], true);
    assert!(is_time(&verified["until"]));
    let given = home.run(&pass).ok();
    let form = |text: &str| text.len() == 14 && text.split('-').all(|group| group.len() == 4);
    assert!(form(given.trim()), "{given}");
    for minutes in ["9", "1441"] {
        let refused = home.run(&[&pass[..], &["--minutes", minutes]].concat());
        assert!(refused.failed(1).contains("10 to 1440"));
    }
    home.run(&[&pass[..], &["--withdraw"]].concat()).ok();
    let again = home.run(&[&pass[..], &["--withdraw"]].concat()).failed(1);
    assert!(again.contains("no temporary access pass"), "{again}");
    usage(&[&pass[..], &["--withdraw", "--minutes", "10"]].concat());
    // Never an administrator's.
    let boss = "boss@contoso.example";
    let add = [
        "user",
        "add",
        boss,
        "--password-stdin",
        "--role",
        "helpdesk",
    ];
    home.run_with(&add, OLD_PASSWORD.as_bytes()).ok();
    let never = home.run(&["user", "access-pass", boss, "--unverified", "why"]);
    assert!(never.failed(1).contains("administrator's account"));
    home.run(&["user", "require-registration", upn]).ok();
    assert_eq!(home.records("registration_required").len(), 1);
    home.verify();
}

#[test]
fn the_helpdesk_role_helps_and_others_do_not() {
    let home = Home::sqlite();
    let person = home.add_person("mias");
    let account = ["helpdesk", "account", person.upn.as_str()];
    let verify = ["helpdesk", "verify", person.upn.as_str()];
    let again = ["user", "require-registration", person.upn.as_str()];
    for (role, may) in [
        ("helpdesk", true),
        ("user", true),
        ("reports-reader", false),
    ] {
        let upn = format!("{role}@contoso.example");
        let add = ["user", "add", &upn, "--password-stdin", "--role", role];
        home.run_with(&add, OLD_PASSWORD.as_bytes()).ok();
        for words in [&account[..], &verify[..], &again[..]] {
            let words = [&["--as", &upn, "--password-stdin"], words].concat();
            let ran = home.run_with(&words, format!("{OLD_PASSWORD}\n").as_bytes());
            match may {
                true => drop(ran.ok()),
                false => assert!(ran.failed(1).contains("none of your roles")),
            }
        }
    }
    // The password, then the caller's code, each on a line.
    let upn = "helpdesk@contoso.example";
    let words = ["--as", upn, "--password-stdin", "helpdesk", "verify"];
    let words = [
        &words[..],
        &[&person.upn, "--by", "app_code", "--code-stdin"],
    ]
    .concat();
    let lines = format!("{OLD_PASSWORD}\n{}\n", person.app.code());
    let said = home.run_with(&words, lines.as_bytes()).ok();
    assert!(said.starts_with("verified until "), "{said}");
    // It is good for who has done it.
    let pass = ["user", "access-pass", person.upn.as_str()];
    assert!(home.run(&pass).failed(1).contains("nobody has verified"));
    let words = [&["--as", upn, "--password-stdin"], &pass[..]].concat();
    home.run_with(&words, format!("{OLD_PASSWORD}\n").as_bytes())
        .ok();
    let given = home.records("access_pass_given").pop().unwrap();
    assert_eq!(given["actor"], upn);
}
