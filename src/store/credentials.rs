//! Password verifiers, and the counting of wrong ones at sign-in (smart lockout).

use super::tx::params;
use super::{StoreError, Tx};
use crate::domain::policy::Policy;
use crate::domain::throttle::sign_in_lock;
use crate::domain::time::Timestamp;

/// What is counted of names that lead to no account.
const STRANGER: &str = "stranger";

/// How many of the last wrong passwords are known again.
const REMEMBERED: usize = 3;

/// The verifiers of the last `count` passwords, the current one first.
pub fn history(tx: &mut Tx<'_>, account: i64, count: usize) -> Result<Vec<String>, StoreError> {
    tx.rows(
        "SELECT hash FROM verifier WHERE account_id = $1 ORDER BY active DESC, id DESC LIMIT $2",
        params![account, i64::try_from(count).unwrap_or(i64::MAX)],
        |mut row| row.text(),
    )
}

/// The current verifier and its number.
pub fn current(tx: &mut Tx<'_>, account: i64) -> Result<Option<(i64, String)>, StoreError> {
    tx.maybe(
        "SELECT id, hash FROM verifier WHERE account_id = $1 AND active = 1",
        params![account],
        |mut row| Ok((row.int()?, row.text()?)),
    )
}

/// Whether the current password is older than policy allows.
pub fn is_expired(tx: &mut Tx<'_>, account: i64, policy: &Policy) -> Result<bool, StoreError> {
    let made = tx.maybe(
        "SELECT created FROM verifier WHERE account_id = $1 AND active = 1",
        params![account],
        |mut row| row.time(),
    )?;
    Ok(made.is_some_and(|made| policy.password.is_expired(made, tx.now())))
}

/// Makes this the current verifier and keeps the last `keep` in all.
pub fn put(tx: &mut Tx<'_>, account: i64, verifier: &str, keep: usize) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE verifier SET active = 0 WHERE account_id = $1 AND active = 1",
        params![account],
    )?;
    tx.execute(
        "INSERT INTO verifier (account_id, hash, active, created) VALUES ($1, $2, 1, $3)",
        params![account, verifier, tx.now()],
    )?;
    tx.execute(
        "DELETE FROM verifier WHERE account_id = $1 AND id NOT IN
           (SELECT id FROM verifier WHERE account_id = $1 ORDER BY id DESC LIMIT $2)",
        params![account, i64::try_from(keep.max(1)).unwrap_or(i64::MAX)],
    )?;
    Ok(())
}

/// Replaces a verifier by a stronger one of the same password.
pub fn renew(tx: &mut Tx<'_>, id: i64, verifier: &str) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE verifier SET hash = $2 WHERE id = $1",
        params![id, verifier],
    )?;
    Ok(())
}

/// Whether a password may be compared now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// Compare it: the failure is already counted.
    Compare,
    /// Sign-in is locked until then; nothing is compared.
    Locked(Timestamp),
}

/// Counts a sign-in as failed before its password is compared. One of the last three wrong
/// passwords does not count again.
pub fn reserve_sign_in(
    tx: &mut Tx<'_>,
    account: i64,
    tag: u32,
    policy: &Policy,
) -> Result<SignIn, StoreError> {
    let (locked, failures, tags) = tx.one(
        "SELECT locked_until, failures, wrong_tags FROM account WHERE id = $1",
        params![account],
        |mut row| Ok((row.maybe_time()?, row.int()?, row.text()?)),
    )?;
    if let Some(until) = locked.filter(|until| *until > tx.now()) {
        return Ok(SignIn::Locked(until));
    }
    let tag = tag.to_string();
    let mut remembered: Vec<&str> = tags.split(',').filter(|tag| !tag.is_empty()).collect();
    if remembered.contains(&tag.as_str()) {
        return Ok(SignIn::Compare);
    }
    remembered.insert(0, &tag);
    remembered.truncate(REMEMBERED);
    let failures = failures.saturating_add(1);
    let lock = sign_in_lock(failures, policy.sign_in_failures, policy.sign_in_lock);
    tx.execute(
        "UPDATE account SET failures = $2, wrong_tags = $3, locked_until = $4 WHERE id = $1",
        params![
            account,
            failures,
            remembered.join(","),
            lock.map(|lock| tx.now().plus(lock)),
        ],
    )?;
    Ok(SignIn::Compare)
}

/// The same for a name that leads to no account, so that a lock tells nobody whether there is one.
/// `who` is the keyed tag of the name, kept where others have their terminal; the tag of each
/// password that counted stands where others have the name.
pub fn reserve_stranger(
    tx: &mut Tx<'_>,
    who: &str,
    tag: u32,
    policy: &Policy,
) -> Result<SignIn, StoreError> {
    let counted = tx.rows(
        "SELECT who, at FROM source_attempt WHERE source = $1 AND kind = $2
         ORDER BY at DESC, id DESC",
        params![who, STRANGER],
        |mut row| Ok((row.text()?, row.time()?)),
    )?;
    let lock = |failures: usize| {
        let failures = i64::try_from(failures).unwrap_or(i64::MAX);
        sign_in_lock(failures, policy.sign_in_failures, policy.sign_in_lock)
    };
    let until = counted
        .first()
        .and_then(|(_, at)| lock(counted.len()).map(|lock| at.plus(lock)));
    if let Some(until) = until.filter(|until| *until > tx.now()) {
        return Ok(SignIn::Locked(until));
    }
    let tag = tag.to_string();
    let mut remembered = counted.iter().take(REMEMBERED);
    if !remembered.any(|(known, _)| *known == tag) {
        tx.execute(
            "INSERT INTO source_attempt (source, kind, who, at) VALUES ($1, $2, $3, $4)",
            params![who, STRANGER, tag, tx.now()],
        )?;
    }
    Ok(SignIn::Compare)
}

/// Forgets the failures and the lock: the password was right, or it was reset.
pub fn clear_sign_in(tx: &mut Tx<'_>, account: i64) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET failures = 0, wrong_tags = '', locked_until = NULL WHERE id = $1",
        params![account],
    )?;
    Ok(())
}
