//! Trying a password against the policy: every verdict of a reset, and nothing changed.

use std::sync::Arc;

use super::refusal::Refusal;
use super::{Actor, Service, ServiceError, allowed, existing};
use crate::domain::account::Profile;
use crate::domain::banned::Strength;
use crate::domain::password::{Rule, Verdict};
use crate::domain::role::Permission;
use crate::domain::secret::{FIELD_BYTES, SecretText};
use crate::domain::time::Timestamp;
use crate::store::{credentials, settings};

/// What trying a password came to.
pub struct Trial {
    /// Every rule; `None` where it was not asked.
    pub verdicts: Vec<Verdict>,
    /// Its points.
    pub points: usize,
    /// Its strength.
    pub strength: Strength,
}

impl Trial {
    /// Whether nothing that was asked speaks against it.
    pub fn is_accepted(&self) -> bool {
        self.verdicts
            .iter()
            .all(|verdict| verdict.met != Some(false))
    }
}

impl Service {
    /// Judges a password as if it were chosen now: for this account, or for anybody. The history is
    /// compared for the host's operator alone: to everybody else the answer would tell whether a
    /// guess at somebody's password is right.
    pub async fn try_password(
        &self,
        actor: &Actor,
        upn: Option<&str>,
        password: SecretText,
        now: Timestamp,
    ) -> Result<Trial, ServiceError> {
        if password.expose().len() > FIELD_BYTES {
            return Err(Refusal::LongPassword.into());
        }
        let permission = match upn {
            Some(_) => Permission::ReadAccounts,
            None => Permission::ReadPolicy,
        };
        let (upn, compares) = (upn.map(str::to_owned), matches!(actor, Actor::Operator(_)));
        let found = self.ask(actor, permission, now, move |tx| {
            let policy = settings::policy(tx)?;
            let Some(upn) = &upn else {
                return Ok(Ok((policy, None, Vec::new())));
            };
            let account = allowed!(existing(tx, upn)?);
            let history = match compares {
                true => credentials::history(tx, account.id, policy.password.history)?,
                false => Vec::new(),
            };
            Ok(Ok((policy, Some(account), history)))
        });
        let (policy, account, history) = found.await?;
        let rules = match &account {
            Some(of) => self.rules_for(&policy, &of.upn, &of.profile, of.licence),
            None => self.rules_for(&policy, "", &Profile::default(), None),
        };
        let password = Arc::new(password);
        let compared = !history.is_empty();
        let mut verdicts = self.judge(&rules, &password, history).await?;
        for verdict in &mut verdicts {
            if matches!(verdict.rule, Rule::History(_)) && !compared {
                verdict.met = None;
            }
        }
        Ok(Trial {
            points: rules.appraise(&password).points,
            strength: rules.strength(&password, &verdicts),
            verdicts,
        })
    }
}
