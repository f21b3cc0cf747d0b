//! A store in a file: nothing that is not one is touched, to the byte.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use keyhatch::crypto::{Keys, MasterKey};
use keyhatch::service::Service;
use keyhatch::store::{Place, Store};
use rusqlite::Connection;

use super::store::{closed, made, refusal};
use super::world::*;

/// Where the child of `read_only` finds the store it may only read.
const READ_ONLY: &str = "KEYHATCH_TEST_READ_ONLY";

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.is_file());
    files
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

pub async fn what_is_no_store_is_left_alone(world: &World) {
    if !world.is_sqlite() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    fs::write(
        file("text.db"),
        "not a database, but a text that is long enough to be one\n".repeat(99),
    )
    .unwrap();
    fs::write(file("short.db"), "SQLite format 3\0").unwrap();
    let Place::Sqlite(good) = made(world, "good.db") else {
        panic!("not a file");
    };
    let connection = Connection::open(&good).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = DELETE")
        .unwrap();
    drop(connection);
    let whole = fs::read(&good).unwrap();
    fs::write(file("truncated.db"), &whole[..whole.len() / 2]).unwrap();
    let mut damaged = whole.clone();
    damaged[100..400].fill(0xff);
    fs::write(file("damaged.db"), damaged).unwrap();
    let foreign = Connection::open(file("foreign.db")).unwrap();
    foreign
        .execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        .unwrap();
    drop(foreign);
    fs::write(file("newer.db"), &whole).unwrap();
    let newer = Connection::open(file("newer.db")).unwrap();
    newer.execute_batch("PRAGMA user_version = 9").unwrap();
    drop(newer);
    fs::write(file("half.db"), &whole).unwrap();
    let half = Connection::open(file("half.db")).unwrap();
    half.execute_batch("DROP TABLE verifier; DROP TABLE code")
        .unwrap();
    drop(half);
    fs::write(file("key.db"), &whole).unwrap();
    fs::create_dir(file("folder.db")).unwrap();

    let before = files(folder.path());
    let other = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    for (name, expected) in [
        ("text.db", "is not a database or is damaged"),
        ("short.db", "is not a database or is damaged"),
        ("truncated.db", "is not a database or is damaged"),
        ("damaged.db", "is not a database or is damaged"),
        ("foreign.db", "is not a Keyhatch store"),
        ("newer.db", "has schema 9"),
        ("half.db", "tables are missing"),
        ("key.db", "the key does not belong to this store"),
        ("folder.db", "it is a folder"),
    ] {
        let place = Place::Sqlite(file(name));
        for opened in [
            Store::open(&place, other.clone()),
            Store::create(&place, other.clone()),
        ] {
            let said = refusal(opened);
            assert!(said.contains(expected), "{name}: {said}");
            assert!(said.contains(';'), "{name} names a mend: {said}");
        }
        let mut after = files(folder.path());
        after.retain(|path, _| !is_lock(path));
        assert!(after == before, "{name}: a file was changed");
    }
}

/// What lies beside an open file: SQLite's, which goes with the last connection, and ours.
fn is_lock(path: &Path) -> bool {
    let name = path.to_string_lossy();
    name.ends_with("-shm")
        || name.ends_with("-lock")
        || (name.ends_with("-wal") && fs::metadata(path).is_ok_and(|m| m.len() == 0))
}

pub async fn killed_before_it_was_marked(world: &World) {
    if !world.is_sqlite() {
        return;
    }
    let place = made(world, "unmarked.db");
    let Place::Sqlite(path) = &place else {
        panic!("not a file");
    };
    let connection = Connection::open(path).unwrap();
    let unmark = "PRAGMA application_id = 0; PRAGMA user_version = 0; DELETE FROM meta";
    connection.execute_batch(unmark).unwrap();
    drop(connection);
    let said = refusal(Store::open(&place, world.keys.clone()));
    assert!(
        said.contains("never finished; run `keyhatch init` again"),
        "{said}"
    );
    let service = Service::new(Store::create(&place, world.keys.clone()).unwrap());
    service
        .initialise(&world.operator, contoso(), world.now())
        .await
        .unwrap();
    drop(service);
    closed(&place);

    // Marks alone are put back when it is opened.
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch("PRAGMA application_id = 0; PRAGMA user_version = 0")
        .unwrap();
    drop(connection);
    let service = Service::new(Store::open(&place, world.keys.clone()).unwrap());
    service.require_initialised(world.now()).await.unwrap();
    let connection = Connection::open(path).unwrap();
    let marks =
        "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version";
    let marks: (i64, i64) = connection
        .query_row(marks, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let newest = "SELECT max(version) FROM refinery_schema_history";
    let newest: i64 = connection.query_row(newest, [], |row| row.get(0)).unwrap();
    assert_eq!(marks, (0x4b45_5948, newest));
}

pub async fn read_only(world: &World) {
    if !world.is_sqlite() {
        return;
    }
    let Place::Sqlite(path) = made(world, "read_only.db") else {
        panic!("not a file");
    };
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("keyhatch.db");
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA journal_mode = DELETE")
        .unwrap();
    drop(connection);
    fs::copy(&path, &copy).unwrap();
    fs::set_permissions(&copy, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let before = fs::read(&copy).unwrap();
    // Root may write everything, so somebody else has to try.
    let mut command = Command::new("/proc/self/exe");
    if rustix::process::geteuid().is_root() {
        chown(folder.path(), Some(65_534), Some(65_534)).unwrap();
        chown(&copy, Some(65_534), Some(65_534)).unwrap();
        let exe = folder.path().join("contract");
        fs::copy(std::env::current_exe().unwrap(), &exe).unwrap();
        fs::set_permissions(&exe, fs::Permissions::from_mode(0o755)).unwrap();
        command = Command::new(exe);
        command.uid(65_534).gid(65_534);
    }
    command.args([
        "--exact",
        "opened_by_somebody_who_may_only_read",
        "--nocapture",
    ]);
    command.current_dir("/").env(READ_ONLY, &copy);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
    assert!(fs::read(&copy).unwrap() == before);
    let mut left: Vec<_> = files(folder.path()).into_keys().collect();
    left.retain(|path| !path.ends_with("contract"));
    assert_eq!(left, [copy]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

/// What the child does.
pub fn as_somebody_else() {
    let Some(path) = std::env::var_os(READ_ONLY) else {
        return;
    };
    let place = Place::Sqlite(PathBuf::from(path));
    let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    for opened in [
        Store::open(&place, keys.clone()),
        Store::create(&place, keys),
    ] {
        let said = refusal(opened);
        assert!(
            said.contains("read-only; give its owner write permission"),
            "{said}"
        );
    }
}
