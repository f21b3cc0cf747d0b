//! The settings that are not at their default, and what else the store knows of itself.

use std::sync::Arc;

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::policy::{Policy, Values};
use crate::domain::setting::{Setting, Value};

/// Every setting that is set. One this version no longer knows is left out.
pub fn load(tx: &mut Tx<'_>) -> Result<Values, StoreError> {
    let rows = tx.rows("SELECT name, value FROM setting", params![], |mut row| {
        Ok((row.text()?, row.text()?))
    })?;
    let known = |(key, stored): (String, String)| {
        let value = Setting::find(&key)?.restore(&stored)?;
        Some((key, value))
    };
    Ok(rows.into_iter().filter_map(known).collect())
}

/// The policy in force. It is read anew only when a setting was saved since.
pub fn policy(tx: &mut Tx<'_>) -> Result<Arc<Policy>, StoreError> {
    if let Some(known) = tx.known_policy() {
        return Ok(known);
    }
    let policy = Arc::new(Policy::new(&load(tx)?));
    tx.know_policy(&policy);
    Ok(policy)
}

/// Sets one setting.
pub fn save(tx: &mut Tx<'_>, key: &str, value: &Value) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO setting (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![key, value.stored()],
    )?;
    changed(tx)
}

/// Leaves one setting at its default.
pub fn unset(tx: &mut Tx<'_>, key: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM setting WHERE name = $1", params![key])?;
    changed(tx)
}

/// The policy is of another version from here on.
fn changed(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    // By its time, so that a version is never met again in a store that was restored.
    tx.execute(
        "INSERT INTO meta (name, number) VALUES ('policy', $1)
         ON CONFLICT (name) DO UPDATE SET number =
             CASE WHEN meta.number < excluded.number THEN excluded.number
                  ELSE meta.number + 1 END",
        params![tx.now()],
    )?;
    tx.forget_policy();
    Ok(())
}

/// Whether `init` has finished.
pub fn is_initialised(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let mark = tx.maybe(
        "SELECT number FROM meta WHERE name = 'initialised'",
        params![],
        |mut row| row.int(),
    )?;
    Ok(mark.is_some())
}

/// Marks that `init` has finished.
pub fn mark_initialised(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO meta (name, number) VALUES ('initialised', $1)",
        params![tx.now()],
    )?;
    Ok(())
}
