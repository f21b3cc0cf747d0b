//! Stores, keys and configurations that can't be used: exit code 3, one sentence with the file and
//! the mend, and nothing touched.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::Command;

use crate::support::is_root;
use crate::support::program::{ADMIN_PASSWORD, Home, run_with};

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// It can't be used, and the sentence says so.
fn unusable(home: &Home, says: &[&str]) -> String {
    let said = home.run(&["user", "list"]).failed(3);
    for part in says {
        assert!(said.contains(part), "no `{part}` in: {said}");
    }
    for words in [
        &["kiosk", "--plain"][..],
        &["agent", "run", "--once"],
        &["audit", "head"],
    ] {
        assert_eq!(home.run(words).failed(3), said, "{words:?}");
    }
    assert_eq!(
        home.run_with(&["check-password", "a@b.c"], b"x").failed(3),
        said
    );
    said
}

#[test]
fn a_store_that_is_none() {
    let home = Home::empty();
    unusable(&home, &["there is none", "keyhatch init"]);
    assert!(!home.path("keyhatch.db").exists() && !home.path("keyhatch.key").exists());
    fs::create_dir(home.path("keyhatch.db")).unwrap();
    unusable(&home, &["is a folder", "--store"]);
    let init = ["init", "--org", "C", "--admin", "a@b.c", "--password-stdin"];
    home.run_with(&init, ADMIN_PASSWORD.as_bytes()).failed(3);
    assert!(!home.path("keyhatch.key").exists());
    let mut nowhere = home.command(&["user", "list"]);
    let nowhere = nowhere.env_remove("KEYHATCH_STORE").env_remove("HOME");
    let said = run_with(nowhere, b"");
    // Unless the host has an installation's folder, there is no place at all.
    if !Path::new("/var/lib/keyhatch").exists() {
        assert!(said.failed(3).contains("--store"));
    }
}

#[test]
fn a_store_that_is_damaged_foreign_or_newer() {
    let home = Home::sqlite();
    let path = home.path("keyhatch.db");
    let database = rusqlite::Connection::open(&path).unwrap();
    let whole = "PRAGMA wal_checkpoint(TRUNCATE)";
    database.query_row(whole, [], |_| Ok(())).unwrap();
    drop(database);
    let good = fs::read(&path).unwrap();
    let with = |bytes: &[u8], says: &[&str]| {
        for end in ["-wal", "-shm"] {
            let _ = fs::remove_file(home.path(&format!("keyhatch.db{end}")));
        }
        fs::write(&path, bytes).unwrap();
        unusable(&home, says);
        assert_eq!(fs::read(&path).unwrap(), bytes, "it was written to");
    };
    with(b"", &["keyhatch init"]);
    with(
        b"this is no database at all, but a text of some length",
        &["--store"],
    );
    let mut garbage = good.clone();
    for byte in garbage.iter_mut().skip(100) {
        *byte ^= 0x55;
    }
    with(&garbage, &["restore"]);
    with(&good[..good.len() / 3], &["restore"]);
    fs::write(&path, &good).unwrap();
    let database = rusqlite::Connection::open(&path).unwrap();
    database.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(database);
    unusable(&home, &["schema 99", "newer Keyhatch"]);
    fs::remove_file(&path).unwrap();
    let database = rusqlite::Connection::open(&path).unwrap();
    database
        .execute_batch("CREATE TABLE songs (title TEXT)")
        .unwrap();
    drop(database);
    mode(&path, 0o600);
    unusable(&home, &["not a Keyhatch store", "--store"]);
}

#[test]
fn a_store_half_made_is_finished_by_init() {
    let home = Home::sqlite();
    let database = rusqlite::Connection::open(&home.store).unwrap();
    database
        .execute_batch("DELETE FROM audit; DELETE FROM account; DELETE FROM setting")
        .unwrap();
    let sql = "DELETE FROM meta WHERE name NOT IN ('key', 'clock')";
    database.execute_batch(sql).unwrap();
    drop(database);
    unusable(&home, &["no organisation yet", "keyhatch init"]);
    let init = [
        "init",
        "--org",
        "Contoso",
        "--admin",
        "a@contoso.example",
        "--password-stdin",
    ];
    home.run_with(&init, ADMIN_PASSWORD.as_bytes()).ok();
    home.verify();
}

#[test]
fn files_that_others_may_change_or_read_are_refused() {
    let home = Home::sqlite();
    for (name, open, shut) in [
        ("keyhatch.key", [0o644, 0o640, 0o602], 0o600),
        ("keyhatch.db", [0o622, 0o620, 0o666], 0o600),
        ("config.toml", [0o622, 0o620, 0o666], 0o644),
    ] {
        let path = home.path(name);
        for open in open {
            mode(&path, open);
            let fix = format!("chmod 600 {}", path.display());
            unusable(&home, &[&path.display().to_string(), &fix]);
        }
        mode(&path, shut);
        home.run(&["user", "list"]).ok();
        if is_root() {
            chown(&path, Some(65_534), None).unwrap();
            unusable(&home, &["belongs to user 65534", "chown 0"]);
            chown(&path, Some(0), None).unwrap();
        }
    }
}

#[test]
fn a_key_that_is_missing_foreign_or_no_key() {
    let home = Home::sqlite();
    let other = Home::sqlite();
    let path = home.path("keyhatch.key");
    let name = path.display().to_string();
    let good = fs::read(&path).unwrap();
    fs::copy(other.path("keyhatch.key"), &path).unwrap();
    unusable(&home, &["does not belong to this store"]);
    for bad in [
        &b""[..],
        b"keyhatch-key-1 c2hvcnQ=\n",
        b"\xff\xff",
        &[b'x'; 100_000],
    ] {
        fs::write(&path, bad).unwrap();
        unusable(&home, &[&name]);
    }
    fs::remove_file(&path).unwrap();
    unusable(&home, &[&name, "put back the key"]);
    assert!(!path.exists(), "a new key was made for an old store");
    fs::create_dir(&path).unwrap();
    unusable(&home, &[&name]);
    fs::remove_dir(&path).unwrap();
    fs::write(&path, good).unwrap();
    mode(&path, 0o600);
    home.run(&["user", "list"]).ok();
}

/// The program as a user that the permissions count for.
fn as_nobody(home: &Home) -> Command {
    if !is_root() {
        return home.command(&["user", "list"]);
    }
    let by = [
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
        crate::support::program::PROGRAM,
    ];
    for entry in fs::read_dir(home.folder.path()).unwrap() {
        chown(entry.unwrap().path(), Some(65_534), Some(65_534)).unwrap();
    }
    chown(home.folder.path(), Some(65_534), Some(65_534)).unwrap();
    home.around(Path::new("/usr/bin/setpriv"), &by, &["user", "list"])
}

#[test]
fn files_that_cannot_be_read_or_written() {
    let home = Home::sqlite();
    run_with(&mut as_nobody(&home), b"").ok();
    for (name, bad, good) in [
        ("keyhatch.db", 0o400, 0o600),
        ("keyhatch.db", 0o000, 0o600),
        ("keyhatch.key", 0o000, 0o600),
        ("config.toml", 0o000, 0o600),
    ] {
        let path = home.path(name);
        mode(&path, bad);
        let said = run_with(&mut as_nobody(&home), b"").failed(3);
        assert!(said.contains(&path.display().to_string()), "{said}");
        mode(&path, good);
    }
    mode(home.folder.path(), 0o500);
    let said = run_with(&mut as_nobody(&home), b"");
    mode(home.folder.path(), 0o700);
    // SQLite needs no new file here if its log is already there; else it must say so.
    assert!(said.code == 0 || said.failed(3).contains("read-only"));
    run_with(&mut as_nobody(&home), b"").ok();
}

#[test]
fn a_mistake_in_the_configuration_is_named_by_line_and_shows_no_value() {
    let home = Home::sqlite();
    let good = fs::read_to_string(home.config()).unwrap();
    for (nth, (text, line)) in [
        ("s3cret = 1\n", 1),
        ("\n\nlog = \"s3cret\"\n", 3),
        ("log = \"info\"\nlog = \"s3cret\"\n", 2),
        ("[kiosk]\nidle_seconds = 14\n", 2),
        ("[kiosk]\nidle_seconds = 3601\n", 2),
        ("[kiosk]\nidle_seconds = \"s3cret\"\n", 2),
        ("[kiosk]\ntimeout_scale = 0.0\n", 2),
        ("[kiosk]\ntimeout_scale = nan\n", 2),
        ("[kiosk]\ntimeout_scale = 1e9\n", 2),
        ("[kiosk]\nlanguage = \"s3cret!\"\n", 2),
        ("[mail]\ndriver = \"pigeon\"\n", 2),
        ("[mail]\ndriver = \"spool\"\n", 1),
        (
            "[mail]\ndriver = \"spool\"\npath = \"m\"\npassword = \"s3cret\"\n",
            4,
        ),
        (
            "[mail]\ndriver = \"smtp\"\nhost = \"h\"\nfrom = \"s3cret\"\n",
            4,
        ),
        (
            "[mail]\ndriver = \"smtp\"\nhost = \"h\"\ntls = \"none\"\nfrom = \"a@b.c\"\n",
            4,
        ),
        ("[mail\n", 1),
        ("x = \"s3cret\n", 1),
    ]
    .into_iter()
    .enumerate()
    {
        home.configure(text);
        let named = format!("config.toml, line {line}: ");
        let said = unusable(&home, &[&named]);
        let value = said.replace("unknown key `s3cret`", "");
        assert!(!value.contains("s3cret"), "{nth}: {said}");
    }
    fs::write(home.config(), b"log = \"\xff\"\n").unwrap();
    unusable(&home, &["UTF-8"]);
    fs::remove_file(home.config()).unwrap();
    unusable(&home, &["--config"]);
    fs::create_dir(home.config()).unwrap();
    unusable(&home, &["is not a file"]);
    fs::remove_dir(home.config()).unwrap();
    home.configure(&good);
    home.run(&["user", "list"]).ok();
}

#[test]
fn a_database_server_that_is_not_there() {
    let mut home = Home::empty();
    let port = crate::support::free_port();
    home.store = format!("postgres://postgres@127.0.0.1:{port}/none");
    let said = home.run(&["user", "list"]).failed(3);
    assert!(said.contains("key_file"), "{said}");
    let key = home.path("keyhatch.key").display().to_string();
    let other = Home::sqlite();
    fs::copy(other.path("keyhatch.key"), &key).unwrap();
    home.adjust(&format!("key_file = \"{key}\"\n"), "");
    let said = unusable(&home, &[]);
    assert!(!said.contains("postgres:"), "{said}");
    home.store = "postgres://user:s3cret@[broken/none".to_owned();
    let said = home.run(&["user", "list"]).failed(3);
    assert!(!said.contains("s3cret"), "{said}");
}
