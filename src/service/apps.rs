//! The app of an account that takes requests, where its topic is known beforehand: from a phone that
//! the organisation has set up itself, or of the demo.

use super::refusal::{Denied, Refusal};
use super::{Actor, Service, ServiceError};
use crate::crypto::random;
use crate::domain::audit::{Activity, Event};
use crate::domain::method::Method;
use crate::domain::role::Permission;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::store::{audit, methods};

impl Service {
    /// Registers the app that listens to this topic; the account must have none.
    pub async fn add_app(
        &self,
        actor: &Actor,
        upn: &str,
        topic: SecretText,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let place = format!("method {}", random::hex(&random::bytes::<16>()?));
        let sealed = self.store.keys().seal(&place, topic.expose().as_bytes())?;
        self.act_on(
            actor,
            Permission::ManageMethods,
            upn,
            now,
            move |tx, _, account, by| {
                if !methods::add_app(tx, account.id, &place, &sealed)? {
                    return Ok(Err(Denied::new(Refusal::OneApp(account.upn))));
                }
                let event = Event {
                    method: Some(Method::AppNotification.key().to_owned()),
                    ..Event::new(Activity::MethodAdded, by)
                };
                audit::append(tx, event.about(account.upn))?;
                Ok(Ok(()))
            },
        )
        .await
    }
}
