//! Bringing a store up to date: forward only, all or nothing, the file copied first; and refusing
//! what is not a store, is newer, or belongs to another key.

use std::path::Path;

use refinery::{Migration, Runner};
use rusqlite::Connection as Raw;

use super::engine::{Access, Engine};
use super::place::unusable;
use super::schema::{self, Words};
use super::sqlite::explain;
use super::tx::{Memo, params};
use super::{StoreError, Tx, backup, postgres};
use crate::crypto::Keys;
use crate::crypto::keys::same;
use crate::domain::time::Timestamp;

/// Marks a SQLite file as ours ("KEYH").
pub const APPLICATION_ID: i64 = 0x4b45_5948;

fn runner(words: &Words) -> Result<Runner, StoreError> {
    let migrations: Result<Vec<Migration>, _> = schema::MIGRATIONS
        .iter()
        .map(|(name, template)| Migration::unapplied(name, &schema::fill(template, words)))
        .collect();
    let migrations = migrations.map_err(|error| failed(&error))?;
    Ok(Runner::new(&migrations).set_grouped(true))
}

fn failed(error: &refinery::Error) -> StoreError {
    StoreError::Unusable(format!(
        "the store's tables can't be brought up to date: {error}; restore it from a backup"
    ))
}

/// The version of the newest migration.
pub fn newest() -> i64 {
    i64::try_from(schema::MIGRATIONS.len()).unwrap_or(i64::MAX)
}

fn newer(found: i64) -> StoreError {
    StoreError::Unusable(format!(
        "the store has schema {found}, this Keyhatch knows {}; use a newer Keyhatch",
        newest()
    ))
}

/// What is found in a database.
fn decide(access: Access, version: Option<i64>, empty: bool) -> Result<bool, StoreError> {
    match version {
        Some(found) if found > newest() => Err(newer(found)),
        Some(found) => Ok(found < newest()),
        None if access == Access::Create && empty => Ok(true),
        None if empty => Err(StoreError::Unusable(
            "the store is empty; make it with `keyhatch init`".to_owned(),
        )),
        None => Err(StoreError::Unusable(
            "that database is not a Keyhatch store; name another with --store".to_owned(),
        )),
    }
}

/// The tables a finished store has.
fn tables() -> i64 {
    let count = |template: &str| template.matches("CREATE TABLE").count();
    let all: usize = schema::MIGRATIONS
        .iter()
        .map(|(_, template)| count(template))
        .sum();
    i64::try_from(all).unwrap_or(i64::MAX)
}

/// Brings a SQLite file up to date.
pub fn bring_up_sqlite(raw: &mut Raw, path: &Path, access: Access) -> Result<(), StoreError> {
    let number = |raw: &Raw, sql: &str| -> Result<i64, StoreError> {
        raw.query_row(sql, [], |row| row.get(0))
            .map_err(|error| explain(path, &error))
    };
    let there = number(
        raw,
        "SELECT count(*) FROM sqlite_schema
         WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name <> 'refinery_schema_history'",
    )?;
    let version = if number(raw, "PRAGMA application_id")? == APPLICATION_ID {
        Some(number(raw, "PRAGMA user_version")?)
    } else if there > 0 && number(raw, HISTORY)? > 0 {
        // Made, but killed before it could be marked.
        Some(number(
            raw,
            "SELECT max(version) FROM refinery_schema_history",
        )?)
    } else {
        None
    };
    if decide(access, version, there == 0)? {
        if version.is_some() {
            backup::keep(raw, path, &format!("before-schema-{}", newest()))?;
        }
        raw.execute_batch("PRAGMA journal_mode = WAL;")
            .map_err(|error| explain(path, &error))?;
        if let Err(error) = runner(&schema::SQLITE)?.run(raw) {
            // Unless somebody else was first: then it is done.
            if number(raw, "PRAGMA user_version")? != newest() {
                return Err(failed(&error));
            }
        }
    } else if there < tables() {
        return Err(unusable(
            path,
            "tables are missing in it",
            "restore it from a backup",
        ));
    }
    if version != Some(newest()) || number(raw, "PRAGMA application_id")? != APPLICATION_ID {
        raw.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {};",
            newest()
        ))
        .map_err(|error| explain(path, &error))?;
    }
    Ok(())
}

/// Whether a SQLite file is a store this version can bring up to date; else why not.
pub fn check_sqlite(raw: &Raw) -> Result<(), String> {
    let number = |sql: &str| raw.query_row(sql, [], |row| row.get::<_, i64>(0));
    let marks =
        number("PRAGMA application_id").and_then(|id| Ok((id, number("PRAGMA user_version")?)));
    match marks {
        Ok((APPLICATION_ID, version)) if version <= newest() => Ok(()),
        Ok((APPLICATION_ID, version)) => Err(format!(
            "it has schema {version}, this Keyhatch knows {}",
            newest()
        )),
        Ok(_) => Err("it is not a Keyhatch store".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

const HISTORY: &str =
    "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'refinery_schema_history'";

/// Brings a PostgreSQL database up to date.
pub fn bring_up_postgres(
    client: &mut ::postgres::Client,
    access: Access,
) -> Result<(), StoreError> {
    let explain = |error: ::postgres::Error| postgres::translate(&error);
    // One process at a time; freed with the connection if it dies.
    client
        .batch_execute("SELECT pg_advisory_lock(1262836040)")
        .map_err(explain)?;
    let applied = |client: &mut ::postgres::Client| -> Result<Option<i64>, StoreError> {
        let there: bool = client
            .query_one(
                "SELECT to_regclass('refinery_schema_history') IS NOT NULL",
                &[],
            )
            .map_err(explain)?
            .get(0);
        if !there {
            return Ok(None);
        }
        let version: Option<i64> = client
            .query_one(
                "SELECT CAST(max(version) AS BIGINT) FROM refinery_schema_history",
                &[],
            )
            .map_err(explain)?
            .get(0);
        Ok(version)
    };
    let version = applied(client)?;
    let empty: bool = client
        .query_one(
            "SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema()
                 AND tablename <> 'refinery_schema_history')",
            &[],
        )
        .map_err(explain)?
        .get(0);
    if decide(access, version, empty)? {
        runner(&schema::POSTGRES)?
            .run(client)
            .map_err(|error| failed(&error))?;
    } else {
        let there: i64 = client
            .query_one(
                "SELECT count(*) FROM pg_tables
                 WHERE schemaname = current_schema() AND tablename <> 'refinery_schema_history'",
                &[],
            )
            .map_err(explain)?
            .get(0);
        if there < tables() {
            return Err(StoreError::Unusable(
                "tables are missing in the store's database; restore it from a backup".to_owned(),
            ));
        }
    }
    client
        .batch_execute("SELECT pg_advisory_unlock(1262836040)")
        .map_err(explain)
}

/// Refuses a key that is not the store's; a new store takes the key over.
pub fn check_key(engine: &mut dyn Engine, keys: &Keys, access: Access) -> Result<(), StoreError> {
    let mut found = None;
    engine.transact(&mut |connection| {
        let mut memo = Memo::default();
        let mut tx = Tx::new(connection, keys, Timestamp::from_micros(0), &mut memo);
        found = tx.maybe(
            "SELECT bytes FROM meta WHERE name = 'key'",
            params![],
            |mut row| row.bytes(),
        )?;
        if found.is_none() && access == Access::Create {
            tx.execute(
                "INSERT INTO meta (name, bytes) VALUES ('key', $1)",
                params![keys.check_value().as_slice()],
            )?;
        }
        Ok(())
    })?;
    match found {
        Some(check) if same(&check, &keys.check_value()) => Ok(()),
        Some(_) => Err(StoreError::WrongKey),
        None if access == Access::Create => Ok(()),
        None => Err(StoreError::Unusable(
            "the store was never finished; run `keyhatch init` again".to_owned(),
        )),
    }
}
