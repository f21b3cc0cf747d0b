//! What can be said of a store from outside, without bringing it up to date or changing anything:
//! its schema, its pages, how durable its commits are, and on what it lies.

use rusqlite::{Connection as Raw, OpenFlags};

use super::migrations::{self, APPLICATION_ID};
use super::sqlite::explain;
use super::{Place, StoreError, lock, place, postgres};

/// A store as it was found.
#[derive(Debug, Default)]
pub struct Inspected {
    /// The version of its schema; none where it is no store.
    pub schema: Option<i64>,
    /// What is damaged in it.
    pub damage: Option<String>,
    /// What could lose a commit, each with its mend.
    pub weak: Vec<String>,
}

/// The version of the schema that this program works with.
pub fn newest_schema() -> i64 {
    migrations::newest()
}

/// Looks at a store.
pub fn inspect(place: &Place) -> Result<Inspected, StoreError> {
    match place {
        Place::Sqlite(path) => {
            place.check()?;
            let _open = lock::share(path)?;
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let raw = Raw::open_with_flags(path, flags).map_err(|error| explain(path, &error))?;
            sqlite(&raw).map_err(|error| explain(path, &error))
        }
        Place::Postgres(url) => {
            let (_, mut client) = postgres::reach(url)?;
            server(&mut client).map_err(|error| postgres::translate(&error))
        }
        Place::Memory => Ok(Inspected::default()),
    }
}

fn sqlite(raw: &Raw) -> rusqlite::Result<Inspected> {
    let number = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0));
    let word = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, String>(0));
    let mut found = Inspected::default();
    if number("PRAGMA application_id")? == APPLICATION_ID {
        found.schema = Some(number("PRAGMA user_version")?);
    }
    found.damage = Some(word("PRAGMA quick_check(1)")?).filter(|said| said != "ok");
    let journal = word("PRAGMA journal_mode")?;
    if journal != "wal" {
        found.weak.push(format!(
            "journal_mode is {journal}, so that readers and writers wait for each other; run PRAGMA journal_mode = WAL on it with sqlite3"
        ));
    }
    Ok(found)
}

fn server(client: &mut ::postgres::Client) -> Result<Inspected, ::postgres::Error> {
    let mut found = Inspected::default();
    let there: bool = client
        .query_one(
            "SELECT to_regclass('refinery_schema_history') IS NOT NULL",
            &[],
        )?
        .get(0);
    if there {
        found.schema = client
            .query_one(
                "SELECT CAST(max(version) AS BIGINT) FROM refinery_schema_history",
                &[],
            )?
            .get(0);
    }
    for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
        let shown = client.query_one(&format!("SHOW {setting}"), &[])?;
        let value: &str = shown.get(0);
        if value == "off" {
            found.weak.push(format!(
                "{setting} is off on the server, so that a power cut may lose or damage what was done; set {setting} = on"
            ));
        }
    }
    Ok(found)
}

/// Refuses a store whose filesystem can't be trusted with it.
pub fn check_filesystem(place: &Place) -> Result<(), StoreError> {
    match place {
        Place::Sqlite(path) => place::local(path),
        Place::Postgres(_) | Place::Memory => Ok(()),
    }
}
