//! Accounts: adding, finding, changing.

use super::tx::{Row, params};
use super::{StoreError, Tx};
use crate::domain::account::{Account, Own, Profile};
use crate::domain::licence::Licence;
use crate::domain::method::Method;
use crate::domain::role::Role;
use crate::domain::text;

/// What a new account starts with.
#[derive(Clone)]
pub struct NewAccount {
    /// The user principal name, checked.
    pub upn: String,
    /// Names and contact data, checked.
    pub profile: Profile,
    /// Its own licence.
    pub licence: Option<Licence>,
    /// Administrator roles.
    pub roles: Vec<Role>,
    /// The verifier of its first password; without one, its owner gets in by a reset.
    pub verifier: Option<String>,
    /// Whether that password must be changed.
    pub must_change: bool,
}

/// The names an account is found by. A principal name wins over its own local part, that over an
/// address; a name that leads to two accounts leads to none.
const BY_UPN: i64 = 0;
const BY_LOCAL_PART: i64 = 1;
const BY_ADDRESS: i64 = 2;

macro_rules! select {
    ($rest:literal) => {
        select!(
            "(SELECT m.value FROM method m
              WHERE m.account_id = a.id AND m.method = 'email' ORDER BY m.id LIMIT 1),
             (SELECT m.value FROM method m
              WHERE m.account_id = a.id AND m.method = 'mobile_phone' ORDER BY m.id LIMIT 1),
             (SELECT m.value FROM method m
              WHERE m.account_id = a.id AND m.method = 'mobile_phone'
              ORDER BY m.id LIMIT 1 OFFSET 1)"
            $rest
        )
    };
    ($own:literal $rest:literal) => {
        concat!(
            "SELECT a.id, a.upn, a.name, a.given, a.surname, a.email, a.alternate_email, a.mobile,
                    a.office, a.language, a.licence, a.roles, a.enabled, a.must_change,
                    a.blocked_until, a.locked_until, a.last_reset, a.preferred,
                    coalesce(a.confirmed, a.created), a.register_again, a.source, ",
            $own,
            " FROM account a ",
            $rest
        )
    };
}

pub(super) use select;

pub(super) fn read(mut row: Row) -> Result<Account, StoreError> {
    Ok(Account {
        id: row.int()?,
        upn: row.text()?,
        profile: Profile {
            name: row.maybe_text()?,
            given: row.maybe_text()?,
            surname: row.maybe_text()?,
            email: row.maybe_text()?,
            alternate_email: row.maybe_text()?,
            mobile: row.maybe_text()?,
            office: row.maybe_text()?,
            language: row.maybe_text()?,
        },
        licence: row.maybe_text()?.and_then(|key| Licence::from_key(&key)),
        roles: roles(&row.text()?),
        enabled: row.flag()?,
        must_change: row.flag()?,
        blocked_until: row.maybe_time()?,
        locked_until: row.maybe_time()?,
        last_reset: row.maybe_time()?,
        preferred: row.maybe_text()?.and_then(|key| Method::from_key(&key)),
        confirmed: row.time()?,
        register_again: row.flag()?,
        source: row.text()?,
        own: Own {
            email: row.maybe_text()?,
            phones: [row.maybe_text()?, row.maybe_text()?]
                .into_iter()
                .flatten()
                .collect(),
        },
    })
}

fn roles(stored: &str) -> Vec<Role> {
    stored.split(',').filter_map(Role::from_key).collect()
}

fn stored_roles(roles: &[Role]) -> String {
    let keys: Vec<&str> = Role::ALL
        .into_iter()
        .filter(|role| roles.contains(role))
        .map(Role::key)
        .collect();
    keys.join(",")
}

/// Adds an account with its first password; `None` when the principal name is taken.
pub fn add(tx: &mut Tx<'_>, new: &NewAccount) -> Result<Option<i64>, StoreError> {
    let p = &new.profile;
    let id = tx.maybe(
        "INSERT INTO account (upn, upn_key, name, given, surname, email, alternate_email, mobile,
             office, language, licence, roles, enabled, must_change, failures, wrong_tags, source,
             created)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1, $13, 0, '', 'local', $14)
         ON CONFLICT (upn_key) DO NOTHING RETURNING id",
        params![
            new.upn.as_str(),
            text::canonical(&new.upn),
            p.name.clone(),
            p.given.clone(),
            p.surname.clone(),
            p.email.clone(),
            p.alternate_email.clone(),
            p.mobile.clone(),
            p.office.clone(),
            p.language.clone(),
            new.licence.map(Licence::key),
            stored_roles(&new.roles),
            new.must_change,
            tx.now(),
        ],
        |mut row| row.int(),
    )?;
    if let Some(id) = id {
        index_new(tx, id, &new.upn, p)?;
        if let Some(verifier) = &new.verifier {
            super::credentials::put(tx, id, verifier, 1)?;
        }
    }
    Ok(id)
}

/// Replaces names and contact data.
pub fn edit(tx: &mut Tx<'_>, account: &Account, p: &Profile) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET name = $2, given = $3, surname = $4, email = $5, alternate_email = $6,
             mobile = $7, office = $8, language = $9 WHERE id = $1",
        params![
            account.id,
            p.name.clone(),
            p.given.clone(),
            p.surname.clone(),
            p.email.clone(),
            p.alternate_email.clone(),
            p.mobile.clone(),
            p.office.clone(),
            p.language.clone(),
        ],
    )?;
    renew_names(tx, account.id)
}

/// Renews the names and words an account is found by.
pub(super) fn renew_names(tx: &mut Tx<'_>, id: i64) -> Result<(), StoreError> {
    let Some(account) = get(tx, id)? else {
        return Ok(());
    };
    tx.execute(
        "DELETE FROM sign_in_name WHERE account_id = $1",
        params![id],
    )?;
    tx.execute(
        "DELETE FROM search_token WHERE account_id = $1",
        params![id],
    )?;
    index_new(tx, id, &account.upn, &account.profile)?;
    if let Some(own) = &account.own.email {
        tx.execute(
            "INSERT INTO sign_in_name (account_id, name, kind) VALUES ($1, $2, $3)
             ON CONFLICT (name, kind, account_id) DO NOTHING",
            params![id, text::canonical(own), BY_ADDRESS],
        )?;
    }
    Ok(())
}

/// The same where there are none yet. Several rows go in one statement, because a million accounts
/// may come at once; a row that is not needed repeats another.
fn index_new(tx: &mut Tx<'_>, id: i64, upn: &str, profile: &Profile) -> Result<(), StoreError> {
    let key = text::canonical(upn);
    let local = key.split_once('@').map_or("", |(local, _)| local);
    let address = |address: &Option<String>| match address {
        Some(address) => (text::canonical(address), BY_ADDRESS),
        None => (key.clone(), BY_UPN),
    };
    let (email, alternate) = (address(&profile.email), address(&profile.alternate_email));
    tx.execute(
        "INSERT INTO sign_in_name (account_id, name, kind)
         VALUES ($1, $2, $3), ($1, $4, $5), ($1, $6, $7), ($1, $8, $9)
         ON CONFLICT (name, kind, account_id) DO NOTHING",
        params![
            id,
            key.as_str(),
            BY_UPN,
            local,
            BY_LOCAL_PART,
            email.0,
            email.1,
            alternate.0,
            alternate.1,
        ],
    )?;
    let words = profile.search_words(upn);
    for some in words.chunks(8) {
        let word = |nth: usize| some.get(nth).unwrap_or(&key).as_str();
        tx.execute(
            "INSERT INTO search_token (upn_key, account_id, word)
             VALUES ($1, $2, $3), ($1, $2, $4), ($1, $2, $5), ($1, $2, $6), ($1, $2, $7),
                    ($1, $2, $8), ($1, $2, $9), ($1, $2, $10)
             ON CONFLICT (word, upn_key) DO NOTHING",
            params![
                key.as_str(),
                id,
                word(0),
                word(1),
                word(2),
                word(3),
                word(4),
                word(5),
                word(6),
                word(7),
            ],
        )?;
    }
    Ok(())
}

/// Deletes an account with everything that is its own; what is recorded of it stays.
pub fn delete(tx: &mut Tx<'_>, id: i64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM account WHERE id = $1", params![id])?;
    Ok(())
}

/// The account of a principal name.
pub fn find(tx: &mut Tx<'_>, upn: &str) -> Result<Option<Account>, StoreError> {
    tx.maybe(
        select!("WHERE a.upn_key = $1"),
        params![text::canonical(upn)],
        read,
    )
}

/// The account of a number.
pub fn get(tx: &mut Tx<'_>, id: i64) -> Result<Option<Account>, StoreError> {
    tx.maybe(select!("WHERE a.id = $1"), params![id], read)
}

/// The account that a person means by what they typed: a principal name, a sign-in name, or a
/// registered address; only if it is exactly one.
pub fn look_up(tx: &mut Tx<'_>, typed: &str) -> Result<Option<Account>, StoreError> {
    named(tx, typed, BY_ADDRESS)
}

/// The account of a login on a host: of the principal name or the sign-in name, only if it is exactly
/// one. An address is no such name, because its owner chooses it.
pub fn of_login(tx: &mut Tx<'_>, login: &str) -> Result<Option<Account>, StoreError> {
    named(tx, login, BY_LOCAL_PART)
}

fn named(tx: &mut Tx<'_>, name: &str, last: i64) -> Result<Option<Account>, StoreError> {
    let found = tx.rows(
        "SELECT kind, account_id FROM sign_in_name WHERE name = $1 AND kind <= $2
         ORDER BY kind, account_id LIMIT 3",
        params![text::canonical(name), last],
        |mut row| Ok((row.int()?, row.int()?)),
    )?;
    let Some((best, id)) = found.first().copied() else {
        // Nobody: it costs the same query.
        return get(tx, 0);
    };
    let others = found
        .iter()
        .filter(|(kind, other)| *kind == best && *other != id);
    if others.count() > 0 {
        return Ok(None);
    }
    get(tx, id)
}

/// Every account with an administrator role.
pub fn administrators(tx: &mut Tx<'_>) -> Result<Vec<Account>, StoreError> {
    tx.rows(
        select!("WHERE a.roles <> '' ORDER BY a.upn_key"),
        params![],
        read,
    )
}

/// At most `limit` accounts after a canonical principal name, in the order of those.
pub fn list(tx: &mut Tx<'_>, after: &str, limit: i64) -> Result<Vec<Account>, StoreError> {
    tx.rows(
        select!("WHERE a.upn_key > $1 ORDER BY a.upn_key LIMIT $2"),
        params![after, limit],
        read,
    )
}

/// Enables or disables.
pub fn set_enabled(tx: &mut Tx<'_>, id: i64, enabled: bool) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET enabled = $2 WHERE id = $1",
        params![id, enabled],
    )?;
    Ok(())
}

/// Sets its own licence, or none.
pub fn set_licence(tx: &mut Tx<'_>, id: i64, licence: Option<Licence>) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET licence = $2 WHERE id = $1",
        params![id, licence.map(Licence::key)],
    )?;
    Ok(())
}

/// Sets its administrator roles.
pub fn set_roles(tx: &mut Tx<'_>, id: i64, roles: &[Role]) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET roles = $2 WHERE id = $1",
        params![id, stored_roles(roles)],
    )?;
    Ok(())
}

/// Sets whether the next sign-in must change the password.
pub fn set_must_change(tx: &mut Tx<'_>, id: i64, must: bool) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE account SET must_change = $2 WHERE id = $1",
        params![id, must],
    )?;
    Ok(())
}

/// Every account in the order of their names, one after another.
pub(super) fn each(
    tx: &mut Tx<'_>,
    mut found: impl FnMut(&Account) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let row = |row| found(&read(row)?);
    tx.each(select!("ORDER BY a.upn_key"), params![], row)
}

/// The same without what their owners registered, which is looked up for each.
pub(super) fn each_bare(
    tx: &mut Tx<'_>,
    mut found: impl FnMut(&Account) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let row = |row| found(&read(row)?);
    tx.each(
        select!("CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT)" ""),
        params![],
        row,
    )
}
