//! Copies of the store, and its key: nothing is lost by a kill, nothing is overwritten, nobody goes
//! on with what is not theirs any more.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use crate::support::program::{Home, OLD_PASSWORD};
use crate::support::{postgres::Postgres, wait_for};

/// Files of the home whose names begin so.
fn named(home: &Home, start: &str) -> Vec<String> {
    let entries = fs::read_dir(home.folder.path()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(start)).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_whole_private_and_never_written_over() {
    let home = Home::sqlite();
    home.add_person("mias");
    let backup = home.path("backup.db").display().to_string();
    // Somebody writes all the while.
    let mut writer = home.command(&["check-password", "mias@contoso.example"]);
    let writing = thread::spawn(move || {
        for _ in 0..20 {
            crate::support::program::run_with(&mut writer, OLD_PASSWORD.as_bytes()).ok();
        }
    });
    assert_eq!(home.run(&["store", "backup", &backup]).ok(), "");
    writing.join().unwrap();
    let mode = fs::metadata(&backup).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(named(&home, "backup"), ["backup.db"], "nothing beside it");
    let bytes = fs::read(&backup).unwrap();
    let said = home.run(&["store", "backup", &backup]).failed(1);
    assert!(said.contains("already exists"), "{said}");
    assert_eq!(fs::read(&backup).unwrap(), bytes);
    assert_eq!(home.records("store_backed_up").len(), 1);
    let elsewhere = home.path("no/such/folder/b.db").display().to_string();
    let said = home.run(&["store", "backup", &elsewhere]).failed(1);
    assert!(said.contains("can't be written"), "{said}");
    // The copy is a store by itself.
    let copy = ["--store", &backup, "audit", "verify"];
    home.run(&copy).ok();
}

#[test]
fn a_backup_is_put_back_and_the_store_it_replaces_is_kept() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    let backup = home.path("backup.db").display().to_string();
    home.run(&["store", "backup", &backup]).ok();
    let head = home.run(&["audit", "head"]).ok();
    home.run(&["user", "add", "later@contoso.example"]).ok();
    let ran = home.run(&["store", "restore", &backup]);
    assert!(ran.stderr.contains("is kept as"), "{ran:?}");
    ran.ok();
    home.run(&["user", "show", "later@contoso.example"])
        .failed(1);
    assert!(home.accepts(&mia.upn, OLD_PASSWORD));
    let restored = home.records("store_restored");
    assert!(
        restored[0]["detail"]
            .as_str()
            .unwrap()
            .starts_with("backup.db, up to record"),
        "{restored:?}"
    );
    home.verify();
    // What was recorded after the backup is gone, and an exported head says so.
    let cut = home.run(&["audit", "verify", "--head", head.trim_end()]);
    assert_eq!(cut.code, 1, "{cut:?}");
    let kept = named(&home, "keyhatch.db.replaced-");
    assert_eq!(kept.len(), 1);
    let kept = home.path(&kept[0]).display().to_string();
    home.run(&["--store", &kept, "user", "show", "later@contoso.example"])
        .ok();
    home.run(&["--store", &kept, "audit", "verify"]).ok();
    // And back again, also where there is no store any more.
    fs::remove_file(home.path("keyhatch.db")).unwrap();
    let _ = fs::remove_file(home.path("keyhatch.db-wal"));
    let _ = fs::remove_file(home.path("keyhatch.db-shm"));
    home.run(&["store", "restore", &kept]).ok();
    home.run(&["user", "show", "later@contoso.example"]).ok();
    assert_eq!(named(&home, "keyhatch.db.restoring"), [""; 0]);
}

#[test]
fn what_is_no_backup_is_not_put_back() {
    let home = Home::sqlite();
    let good = home.path("good.db").display().to_string();
    home.run(&["store", "backup", &good]).ok();
    let before = home.state();
    let whole = fs::read(&good).unwrap();
    fs::write(home.path("text.db"), "no database at all\n".repeat(500)).unwrap();
    fs::write(home.path("half.db"), &whole[..whole.len() / 2]).unwrap();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 8192].fill(0xff);
    fs::write(home.path("damaged.db"), damaged).unwrap();
    let foreign = rusqlite::Connection::open(home.path("foreign.db")).unwrap();
    foreign.execute_batch("CREATE TABLE t (a)").unwrap();
    drop(foreign);
    fs::write(home.path("newer.db"), &whole).unwrap();
    let newer = rusqlite::Connection::open(home.path("newer.db")).unwrap();
    newer.execute_batch("PRAGMA user_version = 99").unwrap();
    drop(newer);
    let other = Home::sqlite();
    let strange = home.path("strange.db").display().to_string();
    other.run(&["store", "backup", &strange]).ok();
    let store = home.store.clone();
    let folder = home.folder.path().display().to_string();
    for (name, expected) in [
        ("text.db", "can't be restored"),
        ("half.db", "can't be restored"),
        ("damaged.db", "damaged"),
        ("foreign.db", "is not a Keyhatch store"),
        ("newer.db", "schema 99"),
        ("strange.db", "another key"),
        ("missing.db", "can't be read"),
        (store.as_str(), "is the store itself"),
        (folder.as_str(), "is not a file"),
    ] {
        let said = home.run(&["store", "restore", name]).failed(1);
        assert!(said.contains(expected), "{name}: {said}");
        assert_eq!(home.state(), before, "{name}");
    }
    assert_eq!(named(&home, "keyhatch.db.re"), [""; 0], "nothing is left");
}

/// An agent at work, ended when dropped; what it says is in a file.
struct Working {
    agent: Child,
    log: PathBuf,
}

impl Working {
    fn start(home: &Home) -> Self {
        let log = home.path("agent.log");
        let mut command = home.command(&["agent", "run"]);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(&log).unwrap());
        let working = Self {
            agent: command.spawn().unwrap(),
            log,
        };
        wait_for("no agent", || {
            let told = home.json(&["doctor"]);
            let mut found = told.as_array()?.iter();
            let agent = found.find(|found| found["check"] == "agent")?;
            (agent["state"] == "ok").then_some(())
        })
        .unwrap();
        working
    }

    fn says(&self, words: &str) {
        wait_for(words, || {
            let said = fs::read_to_string(&self.log).unwrap();
            said.contains(words).then_some(())
        })
        .unwrap();
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        let _ = self.agent.kill();
        let _ = self.agent.wait();
    }
}

#[test]
fn a_store_in_use_is_not_replaced() {
    let home = Home::sqlite();
    let backup = home.path("backup.db").display().to_string();
    home.run(&["store", "backup", &backup]).ok();
    home.run(&["user", "add", "later@contoso.example"]).ok();
    let agent = Working::start(&home);
    let said = home.run(&["store", "restore", &backup]).failed(1);
    assert!(
        said.contains("in use") && said.contains("stop every"),
        "{said}"
    );
    home.run(&["user", "show", "later@contoso.example"]).ok();
    drop(agent);
    home.run(&["store", "restore", &backup]).ok();
    home.run(&["user", "show", "later@contoso.example"])
        .failed(1);
}

#[test]
fn a_new_key_takes_the_place_of_the_old_one() {
    let home = Home::sqlite();
    let mia = home.add_person("mias");
    let head = home.run(&["audit", "head"]).ok();
    let old = fs::read(home.path("keyhatch.key")).unwrap();
    let backup = home.path("backup.db").display().to_string();
    home.run(&["store", "backup", &backup]).ok();
    let agent = Working::start(&home);
    let ran = home.run(&["store", "rekey"]);
    assert!(ran.stderr.contains("1 value is sealed"), "{ran:?}");
    ran.ok();
    assert_ne!(fs::read(home.path("keyhatch.key")).unwrap(), old);
    let mode = fs::metadata(home.path("keyhatch.key"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    assert_eq!(named(&home, "keyhatch.key.new"), [""; 0]);
    let kept = named(&home, "keyhatch.key.until-");
    assert_eq!(fs::read(home.path(&kept[0])).unwrap(), old);
    // The agent that runs on says that it can't.
    home.run(&["user", "temporary-password", &mia.upn]).ok();
    agent.says("new master key since `keyhatch store rekey`");
    drop(agent);
    home.verify();
    home.run(&["audit", "verify", "--head", head.trim_end()])
        .ok();
    let held = home.json(&["user", "methods", &mia.upn]);
    assert_eq!(held[0]["method"], "app_code");
    // A backup of before needs the key of before.
    let said = home.run(&["store", "restore", &backup]).failed(1);
    assert!(said.contains("another key"), "{said}");
    fs::copy(home.path(&kept[0]), home.path("keyhatch.key")).unwrap();
    let said = home.run(&["user", "list"]).failed(3);
    assert!(said.contains("does not belong to this store"), "{said}");
    home.run(&["store", "restore", &backup]).ok();
    home.verify();
}

#[test]
fn a_name_is_never_taken_for_a_url() {
    let home = Home::sqlite();
    home.run(&["store", "backup", "file:copy.db"]).ok();
    assert_eq!(named(&home, "copy.db"), [""; 0]);
    assert_eq!(named(&home, "file:"), ["file:copy.db"]);
    home.run(&["store", "restore", "file:copy.db"]).ok();
    home.verify();
}

#[test]
fn a_killed_rekey_leaves_a_store_that_opens() {
    let home = Home::sqlite();
    home.add_person("mias");
    let (mut before, mut after) = (0, 0);
    for delay in (0..1000).step_by(2) {
        let key = fs::read(home.path("keyhatch.key")).unwrap();
        let mut rekey = home
            .command(&["store", "rekey"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(delay));
        let _ = rekey.kill();
        let _ = rekey.wait();
        home.verify();
        match fs::read(home.path("keyhatch.key")).unwrap() == key {
            true => before += 1,
            false => after += 1,
        }
        if after > 4 {
            break;
        }
    }
    assert!(
        before > 0 && after > 4,
        "killed before {before}, after {after}"
    );
    home.run(&["store", "rekey"]).ok();
    home.verify();
}

#[test]
fn a_killed_restore_leaves_a_store_that_opens() {
    let home = Home::sqlite();
    let backup = home.path("backup.db").display().to_string();
    home.run(&["store", "backup", &backup]).ok();
    let mut restored = 0;
    for delay in (0..1000).step_by(2) {
        let kept = named(&home, "keyhatch.db.replaced-").len();
        // It leaves a log of its own behind, which must not get into what is put back.
        home.run(&["user", "add", &format!("p{delay}@contoso.example")])
            .ok();
        let mut restore = home
            .command(&["store", "restore", &backup])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(delay));
        let _ = restore.kill();
        let _ = restore.wait();
        home.verify();
        restored += usize::from(named(&home, "keyhatch.db.replaced-").len() > kept);
        if restored > 4 {
            break;
        }
    }
    assert!(restored > 4, "restored {restored}");
    home.run(&["store", "restore", &backup]).ok();
    assert_eq!(named(&home, "keyhatch.db.restoring"), [""; 0]);
    home.verify();
}

#[test]
fn the_moment_between_store_and_key_file_is_mended() {
    let home = Home::sqlite();
    let old = fs::read(home.path("keyhatch.key")).unwrap();
    home.run(&["store", "rekey"]).ok();
    // As if it had been killed just before the new key got its name.
    fs::rename(home.path("keyhatch.key"), home.path("keyhatch.key.new")).unwrap();
    fs::write(home.path("keyhatch.key"), &old).unwrap();
    fs::set_permissions(home.path("keyhatch.key"), fs::Permissions::from_mode(0o600)).unwrap();
    let ran = home.run(&["user", "list"]);
    assert!(ran.stderr.contains("broken off is finished"), "{ran:?}");
    ran.ok();
    assert_eq!(named(&home, "keyhatch.key.new"), [""; 0]);
    // And one killed just before the store took it.
    fs::write(home.path("keyhatch.key.new"), &old).unwrap();
    let ran = home.run(&["user", "list"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    fs::set_permissions(
        home.path("keyhatch.key.new"),
        fs::Permissions::from_mode(0o600),
    )
    .unwrap();
    home.run(&["store", "rekey"]).ok();
    home.verify();
}

#[test]
fn on_postgresql_copies_are_the_servers_and_the_key_is_ours() {
    let Some(server) = Postgres::start() else {
        return;
    };
    let home = Home::postgres(server.database("care"));
    let mia = home.add_person("mias");
    let said = home.run(&["store", "backup", "b.db"]).failed(1);
    assert!(said.contains("pg_dump"), "{said}");
    let said = home.run(&["store", "restore", "config.toml"]).failed(1);
    assert!(said.contains("pg_restore"), "{said}");
    home.run(&["store", "rekey"]).ok();
    assert!(home.accepts(&mia.upn, OLD_PASSWORD));
    home.verify();
    let told = home.json(&["doctor"]);
    let bad = |found: &&serde_json::Value| found["state"] == "problem";
    assert_eq!(
        told.as_array().unwrap().iter().filter(bad).count(),
        0,
        "{told}"
    );
    fs::write(home.path("new.csv"), "upn,name\nben@contoso.example,Ben\n").unwrap();
    assert_eq!(home.json(&["user", "import", "new.csv"])["added"], 1);
}

#[test]
fn only_a_global_administrator_looks_after_the_store() {
    let home = Home::sqlite();
    let words = [
        "user",
        "add",
        "ron@contoso.example",
        "--role",
        "user,reports-reader",
        "--password-stdin",
    ];
    home.run_with(&words, OLD_PASSWORD.as_bytes()).ok();
    let ron = ["--as", "ron@contoso.example", "--password-stdin"];
    home.run(&["store", "backup", "good.db"]).ok();
    for words in [
        &["store", "backup", "b.db"][..],
        &["store", "restore", "good.db"],
        &["store", "rekey"],
    ] {
        let ran = home.run_with(&[&ron[..], words].concat(), OLD_PASSWORD.as_bytes());
        let said = ran.failed(1);
        assert!(
            said.contains("none of your roles may look after the store"),
            "{said}"
        );
    }
    assert_eq!(named(&home, "b.db"), [""; 0]);
    assert_eq!(named(&home, "keyhatch.key"), ["keyhatch.key"]);
}
