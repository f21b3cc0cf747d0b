//! Whose account a login on a host is.

use super::{Service, ServiceError};
use crate::domain::account::Account;
use crate::domain::time::Timestamp;
use crate::store::accounts;

impl Service {
    /// The account of a login that the host vouches for: the one whose principal name or sign-in
    /// name (the local part of it) is the same, if it is exactly one and enabled.
    pub async fn account_of_login(
        &self,
        login: &str,
        now: Timestamp,
    ) -> Result<Option<Account>, ServiceError> {
        let login = login.to_owned();
        let found = self
            .store
            .read(now, move |tx| accounts::of_login(tx, &login));
        Ok(found.await?.filter(|account| account.enabled))
    }
}
