//! What nobody may take away, the local operator included: the last enabled global administrator,
//! and an administrator's own way in. Whoever wants to go lets somebody else see to it.

use super::refusal::{Denied, Refusal};
use super::{Answer, Caller};
use crate::domain::account::Account;
use crate::domain::method::Method;
use crate::domain::role::Role;
use crate::store::{StoreError, Tx, accounts, methods};

fn is_global(account: &Account) -> bool {
    account.enabled && account.roles.contains(&Role::Global)
}

/// Whether this account is the only one in use that may do everything.
pub(super) fn is_last_administrator(
    tx: &mut Tx<'_>,
    account: &Account,
) -> Result<bool, StoreError> {
    if !is_global(account) {
        return Ok(false);
    }
    let others = accounts::administrators(tx)?;
    Ok(!others
        .iter()
        .any(|other| other.id != account.id && is_global(other)))
}

/// Refuses to disable or delete the last global administrator, and whoever asks for it.
pub(super) fn may_go(tx: &mut Tx<'_>, caller: &Caller, account: &Account) -> Answer<()> {
    if is_last_administrator(tx, account)? {
        let upn = account.upn.clone();
        return Ok(Err(Denied::new(Refusal::LastAdministrator(upn))));
    }
    Ok(match caller.is(account) {
        true => Err(Denied::new(Refusal::OwnAccount)),
        false => Ok(()),
    })
}

/// Refuses roles that would leave nobody who may do everything.
pub(super) fn may_have_roles(tx: &mut Tx<'_>, account: &Account, roles: &[Role]) -> Answer<()> {
    if !roles.contains(&Role::Global) && is_last_administrator(tx, account)? {
        let upn = account.upn.clone();
        return Ok(Err(Denied::new(Refusal::LastAdministrator(upn))));
    }
    Ok(Ok(()))
}

/// Refuses to take the asker's own last authenticator: the console is entered by one.
pub(super) fn may_lose(
    tx: &mut Tx<'_>,
    caller: &Caller,
    account: &Account,
    method: Method,
) -> Answer<()> {
    let own = caller.is(account) && method == Method::AppCode;
    if own && methods::count(tx, account.id, method)? <= 1 {
        return Ok(Err(Denied::new(Refusal::OwnAuthenticator)));
    }
    Ok(Ok(()))
}
