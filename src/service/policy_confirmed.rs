//! Settings that were looked over and left as they are: a review that changes nothing is a record, too.

use super::{Actor, Service, ServiceError, allowed};
use crate::domain::audit::{Activity, Event};
use crate::domain::role::Permission;
use crate::domain::setting::{Setting, SettingError};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::audit;

impl Service {
    /// Notes that somebody who may change these settings finds them right as they are.
    pub async fn confirm_policy(
        &self,
        actor: &Actor,
        keys: Vec<String>,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        let mut settings = Vec::new();
        for key in &keys {
            let unknown = || SettingError::Unknown(text::clean(key));
            settings.push(Setting::find(key).ok_or_else(unknown)?);
        }
        if settings.is_empty() {
            return Err(SettingError::Unknown(String::new()).into());
        }
        let by = actor.name();
        self.act(actor, Permission::ReadPolicy, now, move |tx, caller| {
            for setting in &settings {
                allowed!(caller.require(setting.who));
            }
            let event = Event::new(Activity::PolicyConfirmed, by.clone());
            audit::append(tx, event.detail(keys.join(", ")))?;
            Ok(Ok(()))
        })
        .await
    }
}
