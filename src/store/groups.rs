//! Groups and who is in them, directly or by nesting.

use std::collections::HashSet;

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::text;
use crate::domain::time::Timestamp;

/// A group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its number.
    pub id: i64,
    /// Its name, as written.
    pub name: String,
    /// `security` or `microsoft365`.
    pub kind: String,
    /// What it is for.
    pub description: Option<String>,
    /// Since when.
    pub created: Timestamp,
}

/// Adds a group; `None` when the name is taken.
pub fn add(
    tx: &mut Tx<'_>,
    name: &str,
    kind: &str,
    description: Option<&str>,
) -> Result<Option<i64>, StoreError> {
    tx.maybe(
        "INSERT INTO team (name, name_key, type, description, created) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (name_key) DO NOTHING RETURNING id",
        params![name, text::canonical(name), kind, description, tx.now()],
        |mut row| row.int(),
    )
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, type, description, created FROM team ",
            $rest
        )
    };
}

fn read(mut row: super::tx::Row) -> Result<Group, StoreError> {
    Ok(Group {
        id: row.int()?,
        name: row.text()?,
        kind: row.text()?,
        description: row.maybe_text()?,
        created: row.time()?,
    })
}

/// The group of a name.
pub fn find(tx: &mut Tx<'_>, name: &str) -> Result<Option<Group>, StoreError> {
    tx.maybe(
        select!("WHERE name_key = $1"),
        params![text::canonical(name)],
        read,
    )
}

/// Every group, by name.
pub fn list(tx: &mut Tx<'_>) -> Result<Vec<Group>, StoreError> {
    tx.rows(select!("ORDER BY name_key"), params![], read)
}

/// Deletes a group; its members stay.
pub fn delete(tx: &mut Tx<'_>, id: i64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM team WHERE id = $1", params![id])?;
    Ok(())
}

/// Puts an account into a group; false when it was there.
pub fn add_account(tx: &mut Tx<'_>, team: i64, account: i64) -> Result<bool, StoreError> {
    let touched = tx.execute(
        "INSERT INTO team_account (team_id, account_id) VALUES ($1, $2)
         ON CONFLICT (team_id, account_id) DO NOTHING",
        params![team, account],
    )?;
    Ok(touched > 0)
}

/// Takes an account out of a group; false when it was not there.
pub fn remove_account(tx: &mut Tx<'_>, team: i64, account: i64) -> Result<bool, StoreError> {
    let touched = tx.execute(
        "DELETE FROM team_account WHERE team_id = $1 AND account_id = $2",
        params![team, account],
    )?;
    Ok(touched > 0)
}

/// What became of nesting one group in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nested {
    /// It is nested now.
    Done,
    /// It was before.
    Already,
    /// It would contain itself.
    Cycle,
}

/// Nests a group in another; refuses a cycle.
pub fn add_child(tx: &mut Tx<'_>, team: i64, child: i64) -> Result<Nested, StoreError> {
    let above = tx.rows(
        "WITH RECURSIVE above (id) AS (
             SELECT CAST($1 AS BIGINT)
             UNION
             SELECT team_child.team_id FROM team_child JOIN above ON team_child.child_id = above.id)
         SELECT id FROM above",
        params![team],
        |mut row| row.int(),
    )?;
    if above.contains(&child) {
        return Ok(Nested::Cycle);
    }
    let touched = tx.execute(
        "INSERT INTO team_child (team_id, child_id) VALUES ($1, $2)
         ON CONFLICT (team_id, child_id) DO NOTHING",
        params![team, child],
    )?;
    Ok(if touched > 0 {
        Nested::Done
    } else {
        Nested::Already
    })
}

/// Takes a nested group out; false when it was not there.
pub fn remove_child(tx: &mut Tx<'_>, team: i64, child: i64) -> Result<bool, StoreError> {
    let touched = tx.execute(
        "DELETE FROM team_child WHERE team_id = $1 AND child_id = $2",
        params![team, child],
    )?;
    Ok(touched > 0)
}

/// The principal names of a group's direct members, and the names of groups nested in it.
pub fn members(tx: &mut Tx<'_>, team: i64) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let accounts = tx.rows(
        "SELECT account.upn FROM team_account JOIN account ON account.id = team_account.account_id
         WHERE team_account.team_id = $1 ORDER BY account.upn_key",
        params![team],
        |mut row| row.text(),
    )?;
    Ok((accounts, nested(tx, team)?))
}

/// The names of groups nested in a group.
pub fn nested(tx: &mut Tx<'_>, team: i64) -> Result<Vec<String>, StoreError> {
    tx.rows(
        "SELECT team.name FROM team_child JOIN team ON team.id = team_child.child_id
         WHERE team_child.team_id = $1 ORDER BY team.name_key",
        params![team],
        |mut row| row.text(),
    )
}

/// The principal names of at most so many direct members after a canonical one, in their order.
pub fn members_after(
    tx: &mut Tx<'_>,
    team: i64,
    after: &str,
    limit: i64,
) -> Result<Vec<String>, StoreError> {
    tx.rows(
        "SELECT account.upn FROM team_account JOIN account ON account.id = team_account.account_id
         WHERE team_account.team_id = $1 AND account.upn_key > $2
         ORDER BY account.upn_key LIMIT $3",
        params![team, after, limit],
        |mut row| row.text(),
    )
}

/// The canonical names of every group an account is in, directly or by nesting.
pub fn names_of(tx: &mut Tx<'_>, account: i64) -> Result<Vec<String>, StoreError> {
    tx.rows(
        "WITH RECURSIVE within (id) AS (
             SELECT team_id FROM team_account WHERE account_id = $1
             UNION
             SELECT team_child.team_id FROM team_child JOIN within ON team_child.child_id = within.id)
         SELECT team.name_key FROM team JOIN within ON within.id = team.id ORDER BY team.name_key",
        params![account],
        |mut row| row.text(),
    )
}

/// Every account that is, directly or by nesting, in one of the groups of these canonical names. The
/// nesting is followed once a group, not once a member.
pub fn accounts_within(tx: &mut Tx<'_>, names: &[String]) -> Result<HashSet<i64>, StoreError> {
    let mut all = HashSet::new();
    for name in names {
        let members = tx.rows(
            "WITH RECURSIVE below (id) AS (
                 SELECT id FROM team WHERE name_key = $1
                 UNION
                 SELECT team_child.child_id
                 FROM team_child JOIN below ON team_child.team_id = below.id)
             SELECT team_account.account_id
             FROM team_account JOIN below ON team_account.team_id = below.id",
            params![name.as_str()],
            |mut row| row.int(),
        )?;
        all.extend(members);
    }
    Ok(all)
}
