//! One thing done to every account that a filter means. They are counted first, and who asks says
//! how many they expect; then a batch at a time is one transaction, in which each account's change
//! is recorded like a single one. Others get their turn in between, and it can be stopped there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::accounts::{change_licence, enable, release_block};
use super::groups::{existing_group, put_into};
use super::passes::register_again;
use super::refusal::{Denied, Refusal};
use super::{Actor, Answer, Caller, Service, ServiceError, allowed};
use crate::crypto::random;
use crate::domain::account::Account;
use crate::domain::licence::Licence;
use crate::domain::people::AccountFilter;
use crate::domain::role::Permission;
use crate::domain::time::Timestamp;
use crate::store::groups::Group;
use crate::store::{Tx, accounts as rows, people};

/// How many accounts are one transaction.
const BATCH: usize = 200;

/// What is done to each account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkAction {
    /// Let it be used.
    Enable,
    /// Let it be used no more.
    Disable,
    /// Give it a licence of its own, or none.
    Licence(Option<Licence>),
    /// Release it from its block of reset.
    Release,
    /// Have its methods registered again.
    RequireRegistration,
    /// Put it into this group.
    AddTo(String),
}

impl BulkAction {
    const fn permission(&self) -> Permission {
        match self {
            Self::Release | Self::RequireRegistration => Permission::HelpPeople,
            _ => Permission::ManageAccounts,
        }
    }
}

/// What is told while it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News<'a> {
    /// So many of so many are through.
    Through(u64, u64),
    /// This account was left as it is, and why.
    Refused(&'a str, &'a Refusal),
}

/// Who is told, and can end it.
#[derive(Clone)]
pub struct Watch {
    told: Arc<dyn Fn(News<'_>) + Send + Sync>,
    stop: Arc<AtomicBool>,
}

impl Watch {
    /// Tells this of everything, and ends when that is set.
    pub fn new(told: impl Fn(News<'_>) + Send + Sync + 'static, stop: Arc<AtomicBool>) -> Self {
        Self {
            told: Arc::new(told),
            stop,
        }
    }

    /// Whether it is to end.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// What it came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BulkDone {
    /// Accounts that are different now.
    pub changed: u64,
    /// Accounts that were so before, or are no longer there.
    pub same: u64,
    /// Accounts that were refused.
    pub refused: u64,
    /// Accounts that were not reached before it was stopped.
    pub left: u64,
}

/// What letters about it are made from, which must not come from inside a transaction.
struct Letters {
    place: String,
    seed: [u8; 32],
}

/// What became of one account.
enum One {
    Changed,
    Same,
    Refused(String, Refusal),
}

impl Service {
    /// Does one thing to every account that is meant, if they are as many as expected.
    pub async fn bulk(
        &self,
        actor: &Actor,
        action: BulkAction,
        filter: AccountFilter,
        expected: u64,
        watch: Watch,
        now: Timestamp,
    ) -> Result<BulkDone, ServiceError> {
        let permission = action.permission();
        let (group, who) = (action.clone(), actor.clone());
        let ids = self
            .ask(actor, permission, now, move |tx| {
                if group == BulkAction::Release {
                    allowed!(Caller::load(tx, &who)?.require_fresh());
                }
                if let BulkAction::AddTo(name) = &group {
                    allowed!(existing_group(tx, name)?);
                }
                let mut ids = Vec::new();
                people::each_bare(tx, &filter, |account| ids.push(account.id))?;
                let found = u64::try_from(ids.len()).unwrap_or_default();
                Ok(match found == expected {
                    true => Ok(ids),
                    false => Err(Denied::new(Refusal::BulkCount { found, expected })),
                })
            })
            .await?;
        let mut done = BulkDone::default();
        let mut through = 0;
        for batch in ids.chunks(BATCH) {
            if watch.is_stopped() {
                break;
            }
            let ones = self.bulk_batch(actor, &action, batch.to_vec(), now).await?;
            for one in ones {
                match one {
                    One::Changed => done.changed += 1,
                    One::Same => done.same += 1,
                    One::Refused(upn, why) => {
                        done.refused += 1;
                        (watch.told)(News::Refused(&upn, &why));
                    }
                }
            }
            through += u64::try_from(batch.len()).unwrap_or_default();
            (watch.told)(News::Through(through, expected));
        }
        done.left = expected.saturating_sub(through);
        Ok(done)
    }

    async fn bulk_batch(
        &self,
        actor: &Actor,
        action: &BulkAction,
        ids: Vec<i64>,
        now: Timestamp,
    ) -> Result<Vec<One>, ServiceError> {
        let (action, by) = (action.clone(), actor.name());
        let letters = Letters {
            place: random::hex(&random::bytes::<12>()?),
            seed: random::bytes()?,
        };
        self.act(actor, action.permission(), now, move |tx, caller| {
            let group = match &action {
                BulkAction::AddTo(name) => Some(allowed!(existing_group(tx, name)?)),
                _ => None,
            };
            let mut ones = Vec::with_capacity(ids.len());
            for id in &ids {
                let Some(account) = rows::get(tx, *id)? else {
                    // Deleted since it was counted.
                    ones.push(One::Same);
                    continue;
                };
                let upn = account.upn.clone();
                let done = one(
                    tx,
                    caller,
                    &by,
                    &action,
                    (group.as_ref(), &letters),
                    account,
                )?;
                ones.push(match done {
                    Ok(true) => One::Changed,
                    Ok(false) => One::Same,
                    Err(Denied::Refused(why)) => One::Refused(upn, why),
                    Err(stale) => return Ok(Err(stale)),
                });
            }
            Ok(Ok(ones))
        })
        .await
    }
}

/// Does it to one account; whether that made a difference.
fn one(
    tx: &mut Tx<'_>,
    caller: &Caller,
    by: &str,
    action: &BulkAction,
    (group, letters): (Option<&Group>, &Letters),
    account: Account,
) -> Answer<bool> {
    allowed!(caller.require_over(action.permission(), &account));
    match action {
        BulkAction::Enable | BulkAction::Disable => {
            let wanted = *action == BulkAction::Enable;
            if account.enabled == wanted {
                return Ok(Ok(false));
            }
            enable(tx, caller, by, &account, wanted).map(|done| done.map(|()| true))
        }
        BulkAction::Licence(licence) => {
            let differs = account.licence != *licence;
            change_licence(tx, by, &account, *licence)?;
            Ok(Ok(differs))
        }
        BulkAction::Release => {
            let blocked = account.blocked_until.is_some_and(|until| until > tx.now());
            if blocked {
                release_block(tx, by, &account)?;
            }
            Ok(Ok(blocked))
        }
        BulkAction::RequireRegistration => {
            if !account.register_again {
                let place = format!("{}-{}", letters.place, account.id);
                register_again(tx, by, &account, (&place, &letters.seed))?;
            }
            Ok(Ok(!account.register_again))
        }
        BulkAction::AddTo(_) => match group {
            Some(group) => Ok(Ok(put_into(tx, by, group, &account)?)),
            None => Ok(Ok(false)),
        },
    }
}
