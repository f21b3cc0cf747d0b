//! Every save of the policy with what it changed: who is behind a value, and what an undo puts back.

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::time::Timestamp;

/// What a save did to one setting; a value is as the store has it, none where nothing was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The key.
    pub key: String,
    /// The value before.
    pub before: Option<String>,
    /// The value since.
    pub after: Option<String>,
}

/// One save of the policy.
#[derive(Clone, Debug)]
pub struct Save {
    /// Its number.
    pub id: i64,
    /// Who saved.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Whether it was taken back.
    pub undone: bool,
    /// The save that it took back.
    pub undoes: Option<i64>,
    /// What it changed, by key.
    pub changes: Vec<Changed>,
}

/// Keeps a save; its number. The one that it takes back is marked, and where that had taken back
/// another, the other is in force again.
pub fn record(
    tx: &mut Tx<'_>,
    by: &str,
    undoes: Option<i64>,
    changes: &[Changed],
) -> Result<i64, StoreError> {
    let id = tx.one(
        "INSERT INTO policy_save (actor, at, undone, undoes) VALUES ($1, $2, 0, $3) RETURNING id",
        params![by, tx.now(), undoes],
        |mut row| row.int(),
    )?;
    for change in changes {
        tx.execute(
            "INSERT INTO policy_change (save_id, name, before, after) VALUES ($1, $2, $3, $4)",
            params![
                id,
                change.key.as_str(),
                change.before.clone(),
                change.after.clone()
            ],
        )?;
    }
    if let Some(undone) = undoes {
        tx.execute(
            "UPDATE policy_save SET undone = 1 WHERE id = $1",
            params![undone],
        )?;
        tx.execute(
            "UPDATE policy_save SET undone = 0
             WHERE id = (SELECT undoes FROM policy_save WHERE id = $1)",
            params![undone],
        )?;
    }
    Ok(id)
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, actor, at, undone, undoes FROM policy_save ",
            $rest
        )
    };
}

fn read(mut row: super::tx::Row) -> Result<Save, StoreError> {
    Ok(Save {
        id: row.int()?,
        by: row.text()?,
        at: row.time()?,
        undone: row.flag()?,
        undoes: row.maybe_int()?,
        changes: Vec::new(),
    })
}

fn with_changes(tx: &mut Tx<'_>, save: Save) -> Result<Save, StoreError> {
    let changes = tx.rows(
        "SELECT name, before, after FROM policy_change WHERE save_id = $1 ORDER BY name",
        params![save.id],
        |mut row| {
            Ok(Changed {
                key: row.text()?,
                before: row.maybe_text()?,
                after: row.maybe_text()?,
            })
        },
    )?;
    Ok(Save { changes, ..save })
}

/// At most so many saves before one, the latest first.
pub fn list(tx: &mut Tx<'_>, before: Option<i64>, limit: i64) -> Result<Vec<Save>, StoreError> {
    let saves = tx.rows(
        select!("WHERE (CAST($1 AS BIGINT) IS NULL OR id < $1) ORDER BY id DESC LIMIT $2"),
        params![before, limit],
        read,
    )?;
    let mut all = Vec::with_capacity(saves.len());
    for save in saves {
        all.push(with_changes(tx, save)?);
    }
    Ok(all)
}

/// The save of a number.
pub fn get(tx: &mut Tx<'_>, id: i64) -> Result<Option<Save>, StoreError> {
    let save = tx.maybe(select!("WHERE id = $1"), params![id], read)?;
    save.map(|save| with_changes(tx, save)).transpose()
}

/// The last save that is neither taken back nor takes another back.
pub fn last(tx: &mut Tx<'_>) -> Result<Option<Save>, StoreError> {
    let save = tx.maybe(
        select!("WHERE undone = 0 AND undoes IS NULL ORDER BY id DESC LIMIT 1"),
        params![],
        read,
    )?;
    save.map(|save| with_changes(tx, save)).transpose()
}

/// Who saved a setting last, and when.
pub fn last_of(tx: &mut Tx<'_>, key: &str) -> Result<Option<(String, Timestamp)>, StoreError> {
    tx.maybe(
        "SELECT policy_save.actor, policy_save.at
         FROM policy_change JOIN policy_save ON policy_save.id = policy_change.save_id
         WHERE policy_change.name = $1 ORDER BY policy_save.id DESC LIMIT 1",
        params![key],
        |mut row| Ok((row.text()?, row.time()?)),
    )
}
