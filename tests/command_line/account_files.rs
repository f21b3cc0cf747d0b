//! Files of accounts: everything that can be wrong with one is said with its line, and nothing is
//! taken in by half.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::support::program::{ADMIN, Home, Ran};

fn file(home: &Home, name: &str, text: impl AsRef<[u8]>) -> String {
    fs::write(home.path(name), text).unwrap();
    home.path(name).display().to_string()
}

/// The lines of stderr but the last, which is the one sentence.
fn bad_lines(ran: &Ran) -> Vec<&str> {
    let mut lines: Vec<&str> = ran.stderr.lines().collect();
    let last = lines.pop().unwrap();
    assert!(last.starts_with("keyhatch: "), "{ran:?}");
    lines
}

#[test]
fn every_bad_row_is_named_and_nothing_is_imported() {
    let home = Home::sqlite();
    let rows = [
        "upn,name,alternate_email,mobile,office,licence,role,language,must-change",
        "good@contoso.example,\"Two\nlines\",,,,,,,",
        "",
        "not a name,,,,,,,,",
        "a@contoso.example,,inside@contoso.example,,,,,,",
        "b@contoso.example,,,0123,,,,,",
        "c@contoso.example,,,,x1,,,,",
        "d@contoso.example,,,,,platinum,,,",
        "e@contoso.example,,,,,,king,,",
        "f@contoso.example,,,,,,,xx,",
        "g@contoso.example,,,,,,,,perhaps",
        "h@contoso.example,too,few",
        "i@contoso.example,,,,,,,,,too many",
        ",,,,,,,,",
        " GOOD@Contoso.example ,,,,,,,,",
        "\"q@contoso.example\",\"\u{1b}[2J\u{202e}\",,,,,,,",
    ];
    let before = home.state();
    for end in ["\n", "\r\n"] {
        let path = file(&home, "people.csv", rows.join(end));
        let ran = home.run(&["user", "import", &path]);
        assert_eq!((ran.code, ran.stdout.as_str()), (1, ""), "{ran:?}");
        let bad = bad_lines(&ran);
        let lines: Vec<&str> = bad
            .iter()
            .map(|line| line.split_once(": ").unwrap().0)
            .collect();
        // The second row of data has two lines, and one line is empty.
        let expected: Vec<String> = (5..=16).map(|line| format!("line {line}")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        assert_eq!(lines[..12], expected, "{ran:?}");
        assert!(bad[10].contains("upn is missing"), "{ran:?}");
        assert!(bad[11].contains("stands on line 2 already"), "{ran:?}");
        assert!(
            ran.stderr.contains("12 of 14 rows can't be taken"),
            "{ran:?}"
        );
    }
    assert_eq!(home.state(), before);
    let path = home.path("people.csv").display().to_string();
    let came = home.json(&["user", "import", &path, "--skip-bad"]);
    let expected = json!({ "added": 2, "changed": 0, "unchanged": 0, "left_out": 12 });
    assert_eq!(came, expected);
    let good = home.json(&["user", "show", "good@contoso.example"]);
    assert_eq!(good["name"], "Two lines");
    home.verify();
}

#[test]
fn what_is_no_file_of_accounts_is_said_in_one_sentence() {
    let home = Home::sqlite();
    let before = home.state();
    let mut unclosed = String::from("upn,name\na@contoso.example,\"A\n");
    unclosed.push_str(&"b@contoso.example,B\n".repeat(100_000));
    let list = "upn,name,given,surname,email,alternate-email,mobile,office,licence,role,language,must-change";
    for (name, text, expected) in [
        ("empty.csv", &b""[..], "is empty"),
        ("bom.csv", b"\xef\xbb\xbf", "is empty"),
        ("lines.csv", b"\r\n\r\n", "is empty"),
        (
            "unknown.csv",
            b"upn,salary\n",
            "line 1: there is no column `salary`",
        ),
        ("twice.csv", b"upn,name,Name\n", "twice"),
        ("none.csv", b"name,email\n", "the column upn is missing"),
        ("semicolons.csv", b"upn;name\n", "commas"),
        ("utf16.csv", b"\xff\xfeu\0p\0n\0", "not UTF-8"),
        ("unclosed.csv", unclosed.as_bytes(), "never closed"),
    ] {
        let path = file(&home, name, text);
        for words in [
            &["user", "import", &path][..],
            &["user", "import", &path, "--skip-bad"],
        ] {
            let said = home.run(words).failed(1);
            assert!(said.contains(expected), "{name}: {said}");
        }
    }
    let said = home.run(&["user", "import", "unknown.csv"]).failed(1);
    assert!(said.contains(&list.replace(',', ", ")), "{said}");
    let folder = home.path("tmp").display().to_string();
    for (path, expected) in [
        (folder.as_str(), "is a folder"),
        ("not-there.csv", "can't be read"),
        ("/dev/null", "not a regular file"),
    ] {
        let said = home.run(&["user", "import", path]).failed(1);
        assert!(said.contains(expected), "{path}: {said}");
    }
    assert_eq!(home.run(&["user", "import"]).code, 2);
    assert_eq!(home.state(), before);
}

#[test]
fn bytes_that_are_no_text_are_a_bad_row() {
    let home = Home::sqlite();
    let path = file(
        &home,
        "latin.csv",
        b"\xef\xbb\xbfUPN,Name\r\na@contoso.example,M\xfcller\r\nb@contoso.example,M\xc3\xbcller\r\n",
    );
    let ran = home.run(&["user", "import", &path]);
    assert_eq!(ran.code, 1);
    assert_eq!(bad_lines(&ran), ["line 2: its name is not UTF-8 text"]);
    home.run(&["user", "import", &path, "--skip-bad"]).ok();
    assert_eq!(
        home.json(&["user", "show", "b@contoso.example"])["name"],
        "Müller"
    );
    home.run(&["user", "show", "a@contoso.example"]).failed(1);
}

#[test]
fn an_empty_cell_leaves_what_is_there() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    home.run(&[
        "user",
        "edit",
        &mia.upn,
        "--name",
        "Mia Steele",
        "--licence",
        "p2",
    ])
    .ok();
    let path = file(
        &home,
        "people.csv",
        format!(
            "upn,name,mobile,licence,role,must_change\n{},,+1 425 555 0100,,,\n{ADMIN},Megan,,default,,no\n",
            mia.upn.to_uppercase()
        ),
    );
    assert_eq!(home.run(&["user", "import", &path]).ok(), "");
    let shown = home.json(&["user", "show", &mia.upn]);
    assert_eq!(
        (
            &shown["upn"],
            &shown["name"],
            &shown["mobile"],
            &shown["licence"]
        ),
        (
            &json!(mia.upn),
            &json!("Mia Steele"),
            &json!("+14255550100"),
            &json!("p2")
        )
    );
    assert_eq!(
        home.json(&["user", "show", ADMIN])["roles"],
        json!(["global"])
    );
    // The password is as it was; a new account has none.
    assert!(home.accepts(&mia.upn, crate::support::program::OLD_PASSWORD));
    let path = file(&home, "new.csv", "upn\nnew@contoso.example\n");
    home.run(&["user", "import", &path]).ok();
    assert!(!home.accepts("new@contoso.example", ""));
    let before = home.run(&["user", "list", "--json"]).ok();
    let came = home.json(&["user", "import", &path]);
    assert_eq!(came["unchanged"], 1);
    assert_eq!(home.run(&["user", "list", "--json"]).ok(), before);
}

#[test]
fn an_export_is_imported_elsewhere_as_it_is() {
    let home = Home::sqlite();
    for (upn, fields) in [
        ("=cmd@contoso.example", &["--name", "=1+1"][..]),
        (
            "a@contoso.example",
            &["--name", "'Quoted' \"twice\", comma", "--given=-x"],
        ),
        (
            "b@contoso.example",
            &["--name", "@SUM(1)", "--mobile", "+1 425 555 0100"],
        ),
        (
            "c@contoso.example",
            &["--name", "'=1", "--surname", "O'Neill"],
        ),
        (
            "d@contoso.example",
            &["--role", "helpdesk,reports-reader", "--licence", "basic"],
        ),
        ("e@contoso.example", &["--name", "名前", "--language", "ja"]),
    ] {
        home.run(&[&["user", "add", upn], fields].concat()).ok();
    }
    let csv = home.run(&["user", "export"]).ok();
    let mut lines = csv.split_terminator("\r\n");
    assert_eq!(
        lines.next().unwrap(),
        "upn,name,given,surname,email,alternate-email,mobile,office,licence,role,language,must-change"
    );
    assert_eq!(lines.count(), 7);
    // No cell is a formula.
    for cell in csv.split([',', '\n']) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    let path = file(&home, "all.csv", &csv);
    assert_eq!(home.json(&["user", "import", &path])["unchanged"], 7);
    let other = Home::sqlite();
    let came = other.json(&["user", "import", &path]);
    assert_eq!((&came["added"], &came["unchanged"]), (&json!(6), &json!(1)));
    assert_eq!(other.run(&["user", "export"]).ok(), csv);
    let all = home.json(&["user", "export"]);
    assert_eq!(all, home.json(&["user", "list"]));
    assert_eq!(home.records("accounts_exported").len(), 2);
    assert!(!csv.contains("argon2") && !all.to_string().contains("argon2"));
}

#[test]
fn an_account_is_deleted_for_good() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    assert_eq!(
        home.run(&["user", "delete", &mia.upn.to_uppercase()]).ok(),
        ""
    );
    home.run(&["user", "show", &mia.upn]).failed(1);
    home.run(&["user", "delete", &mia.upn]).failed(1);
    assert_eq!(
        home.records("account_deleted")[0]["account"],
        mia.upn.as_str()
    );
    assert_eq!(home.records("account_added").len(), 2);
    let said = home.run(&["user", "delete", ADMIN]).failed(1);
    assert!(said.contains("last enabled global administrator"), "{said}");
    home.verify();
}

/// A million rows: what it takes is printed. Heavy, so only when asked for.
#[test]
#[ignore = "takes minutes; run with --ignored --nocapture"]
fn a_million_rows_in_bounded_memory() {
    use std::fmt::Write as _;
    use std::time::Instant;
    let home = Home::sqlite();
    let mut text = String::from("upn,name,given,surname,email,alternate-email,mobile\n");
    for n in 0..1_000_000 {
        let mobile = match n {
            17 | 500_000 | 999_999 => "nonsense".to_owned(),
            n => format!("+1425{:07}", n % 10_000_000),
        };
        writeln!(
            text,
            "p{n}@contoso.example,Given{n} Surname{n},Given{n},Surname{n},p{n}@contoso.example,p{n}@home.example,{mobile}"
        )
        .unwrap();
    }
    let bad = PathBuf::from(file(&home, "million.csv", &text));
    let good = file(&home, "good.csv", text.replace("nonsense", ""));
    drop(text);
    let measured = |words: &[&str]| {
        let started = Instant::now();
        let mut command = home.around(
            std::path::Path::new("/usr/bin/time"),
            &["-f", "peak %M KiB", crate::support::program::PROGRAM],
            words,
        );
        let ran = crate::support::program::run_with(&mut command, b"");
        let lines: Vec<&str> = ran.stderr.lines().rev().take(5).collect();
        println!("{words:?}: {:?}, {lines:?}", started.elapsed());
        ran.code
    };
    assert_eq!(measured(&["user", "import", bad.to_str().unwrap()]), 1);
    assert_eq!(measured(&["user", "import", &good]), 0);
    assert_eq!(measured(&["user", "import", &good]), 0);
    assert_eq!(measured(&["user", "export"]), 0);
    assert_eq!(measured(&["report", "usage"]), 0);
    assert_eq!(measured(&["doctor"]), 0);
    home.verify();
}
