//! What the product does: authorised, atomic, the same for every front end. Roles are checked here,
//! inside the transaction, so that a revoked one bites at the next action. Calls `store` and
//! `crypto`; reads no clock (`now` is an argument) and knows no screen.

pub mod account_file;
pub mod account_page;
pub mod accounts;
pub mod answers;
pub mod approvals;
pub mod apps;
pub mod audit;
pub mod branding;
pub mod bulk;
pub mod callers;
pub mod cells;
pub mod console;
mod deletion;
pub mod enrolment;
pub mod export;
pub mod form;
pub mod groups;
pub mod health;
pub mod helpdesk;
pub mod human;
pub mod import;
pub mod import_watch;
mod last_way;
pub mod login;
pub mod methods;
pub mod overview;
pub mod passes;
pub mod passwords;
pub mod people;
pub mod policy;
mod policy_confirmed;
pub mod policy_file;
pub mod post;
pub mod questions;
pub mod refusal;
pub mod rehearsal;
pub mod reports;
pub mod reset;
pub mod security_info;
pub mod session;
pub mod setup;
pub mod sign_in;
pub mod tour;
pub mod trial;
pub mod unlock;
pub mod upkeep;
pub mod written;

use std::sync::Arc;

use crate::breach::{Filter, FilterError};
use crate::crypto::Hasher;
use crate::crypto::random::{self, NoRandomness};
use crate::crypto::verifier::HashError;
use crate::domain::account::{Account, BadField};
use crate::domain::enrolment::{FRESH, Subscription};
use crate::domain::journey::JourneyId;
use crate::domain::msg::Msg;
use crate::domain::outgoing::Channel;
use crate::domain::question::Question;
use crate::domain::role::{Permission, Role};
use crate::domain::secret::SecretText;
use crate::domain::setting::SettingError;
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::{Store, StoreError, Tx, accounts as rows, console as store_console};

/// Why a service did nothing.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// It was refused; the sentence names the mend.
    #[error("{0}")]
    Refused(Refusal),
    /// The actor has to prove anew who they are: the last proof is older than [`FRESH`].
    #[error("you proved who you are more than five minutes ago; sign in again")]
    StepUp,
    /// The store can't do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A password could not be hashed or checked.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The filter of passwords known from breaches can't be asked.
    #[error(transparent)]
    Filter(#[from] FilterError),
    /// There is no randomness.
    #[error(transparent)]
    Random(#[from] NoRandomness),
}

impl ServiceError {
    /// What a person at the console is told; none where it is a fault, which a reference tells of.
    pub fn msg(&self) -> Option<Msg> {
        match self {
            Self::Refused(refusal) => Some(refusal.msg()),
            Self::StepUp => Some(Msg::new("refusal-step-up")),
            Self::Store(_) | Self::Hash(_) | Self::Filter(_) | Self::Random(_) => None,
        }
    }
}

impl From<BadField> for ServiceError {
    fn from(error: BadField) -> Self {
        Self::Refused(error.into())
    }
}

impl From<SettingError> for ServiceError {
    fn from(error: SettingError) -> Self {
        Self::Refused(error.into())
    }
}

/// What a transaction answers: done, or refused without a trace.
pub(crate) type Answer<T> = Result<Result<T, Denied>, StoreError>;

/// Goes on with what a transaction answered, or answers the refusal.
macro_rules! allowed {
    ($answer:expr) => {
        match $answer {
            Ok(value) => value,
            Err(denied) => return Ok(Err(denied.into())),
        }
    };
}
pub(crate) use allowed;
pub(crate) use refusal::Denied;
pub use refusal::Refusal;

/// Who asks for something.
#[derive(Clone, Debug)]
pub enum Actor {
    /// Whoever can open the store and its key, by the name of the operating system's user.
    Operator(String),
    /// A signed-in account.
    Account(Signed),
}

/// A signed-in account.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Its number.
    pub id: i64,
    /// Its principal name.
    pub upn: String,
    /// When it last proved who it is, in store time.
    pub proved: Timestamp,
    /// The console it acts in, if it does.
    pub console: Option<ConsoleSession>,
}

/// A console that is open: nothing is done for it once its sign-in is over.
#[derive(Clone, Copy, Debug)]
pub struct ConsoleSession {
    /// The sign-in.
    pub journey: JourneyId,
    /// Whether nothing may be changed from it.
    pub read_only: bool,
}

impl Actor {
    /// An account that proved then who it is.
    pub fn signed(id: i64, upn: impl Into<String>, proved: Timestamp) -> Self {
        let upn = upn.into();
        Self::Account(Signed {
            id,
            upn,
            proved,
            console: None,
        })
    }

    /// The actor's name in audit.
    pub fn name(&self) -> String {
        match self {
            Self::Operator(user) => format!("operator:{user}"),
            Self::Account(signed) => signed.upn.clone(),
        }
    }
}

/// What an actor may do, as the store says in this transaction.
struct Caller {
    roles: Vec<Role>,
    /// Whoever can open the store and its key.
    is_operator: bool,
    /// The number of their account, if they have one.
    account: Option<i64>,
    /// Whether the last proof of who they are is fresh. The operator's always is.
    is_fresh: bool,
    /// Whether the sign-in of their console is over.
    is_over: bool,
    /// Whether they may look and change nothing.
    is_read_only: bool,
}

impl Caller {
    fn load(tx: &mut Tx<'_>, actor: &Actor) -> Result<Self, StoreError> {
        let roles = match actor {
            Actor::Operator(_) => vec![Role::Global],
            Actor::Account(signed) => rows::get(tx, signed.id)?
                .filter(|account| account.enabled)
                .map(|account| account.roles)
                .unwrap_or_default(),
        };
        let (account, is_fresh) = match actor {
            Actor::Operator(_) => (None, true),
            Actor::Account(signed) => {
                let is_fresh = tx.now() < signed.proved.plus(FRESH);
                (Some(signed.id), is_fresh)
            }
        };
        let console = match actor {
            Actor::Operator(_) => None,
            Actor::Account(signed) => signed.console.map(|console| (console, signed.id)),
        };
        let is_over = match console {
            Some((console, id)) => !store_console::is_open(tx, &console.journey.bits(), id)?,
            None => false,
        };
        Ok(Self {
            roles,
            is_operator: matches!(actor, Actor::Operator(_)),
            account,
            is_fresh,
            is_over,
            is_read_only: console.is_some_and(|(console, _)| console.read_only),
        })
    }

    fn require(&self, permission: Permission) -> Result<(), Refusal> {
        if self.is_over {
            return Err(Refusal::SignedOut);
        }
        if self.roles.iter().any(|role| role.may(permission)) {
            return Ok(());
        }
        Err(Refusal::Role(permission))
    }

    /// Whether this is their own account.
    fn is(&self, account: &Account) -> bool {
        self.account == Some(account.id)
    }

    /// What a stolen hour at somebody's terminal must not be enough for.
    fn require_fresh(&self) -> Result<(), Denied> {
        match self.is_fresh {
            true => Ok(()),
            false => Err(Denied::StepUp),
        }
    }

    /// An administrator's account is touched only by those who manage administrators.
    fn require_over(&self, permission: Permission, target: &Account) -> Result<(), Refusal> {
        self.require(permission)?;
        if !target.roles.is_empty() {
            self.require(Permission::ManageAdministrators)?;
        }
        Ok(())
    }
}

/// Tells how an app is subscribed to a topic, by what this host carries requests with.
pub type Subscriber = Arc<dyn Fn(&SecretText) -> Subscription + Send + Sync>;

/// The words of a question in every language a person may have read it in.
pub type Wording = Arc<dyn Fn(&Question) -> String + Send + Sync>;

/// The services over one store.
#[derive(Clone)]
pub struct Service {
    store: Arc<Store>,
    hasher: Hasher,
    filter: Option<Arc<Filter>>,
    carried: Arc<[Channel]>,
    subscriber: Option<Subscriber>,
    wording: Option<Wording>,
}

impl Service {
    /// The services over a store.
    pub fn new(store: Store) -> Self {
        Self {
            store: Arc::new(store),
            hasher: Hasher::default(),
            filter: None,
            carried: Arc::default(),
            subscriber: None,
            wording: None,
        }
    }

    /// The services over a store of their own that is gone with them.
    ///
    /// # Panics
    /// Where there is no randomness.
    #[cfg(test)]
    #[allow(clippy::unwrap_used)]
    pub fn in_memory() -> Self {
        use crate::crypto::{Keys, MasterKey};
        let keys = Keys::derive(&MasterKey::generate().unwrap());
        Self::new(Store::in_memory(Arc::new(keys)).unwrap())
    }

    /// The same with this host's filter of passwords known from breaches, if it has one.
    pub fn with_filter(self, filter: Option<Filter>) -> Self {
        Self {
            filter: filter.map(Arc::new),
            ..self
        }
    }

    /// The same where this process carries these channels itself, whatever agents there are.
    pub fn carrying(self, carried: Vec<Channel>) -> Self {
        Self {
            carried: carried.into(),
            ..self
        }
    }

    /// The same where apps are subscribed so; without it none can be registered here.
    pub fn subscribing(self, subscriber: Subscriber) -> Self {
        Self {
            subscriber: Some(subscriber),
            ..self
        }
    }

    /// The same where questions read so; an answer may not be made of its question's words.
    pub fn wording(self, wording: Wording) -> Self {
        Self {
            wording: Some(wording),
            ..self
        }
    }

    /// The roles of who asks, as the store has them now; none for whom it no longer knows. Of a console
    /// whose sign-in is over it is refused.
    pub async fn roles_of(&self, actor: &Actor, now: Timestamp) -> Result<Vec<Role>, ServiceError> {
        let actor = actor.clone();
        let asked = self.store.look(now, move |tx| Caller::load(tx, &actor));
        let caller = asked.await?;
        match caller.is_over {
            true => Err(Refusal::SignedOut.into()),
            false => Ok(caller.roles),
        }
    }

    /// Runs a decision for somebody who must be allowed to.
    async fn act<T, F>(
        &self,
        actor: &Actor,
        permission: Permission,
        now: Timestamp,
        mut decision: F,
    ) -> Result<T, ServiceError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>, &Caller) -> Answer<T> + Send + 'static,
    {
        let changes = move |tx: &mut Tx<'_>, caller: &Caller| match caller.is_read_only {
            true => Ok(Err(Denied::new(Refusal::ReadOnly))),
            false => decision(tx, caller),
        };
        self.recorded_look(actor, permission, now, changes).await
    }

    /// Runs a look that leaves nothing but a record of itself, for somebody who must be allowed to; a
    /// console that changes nothing may have it, too.
    async fn recorded_look<T, F>(
        &self,
        actor: &Actor,
        permission: Permission,
        now: Timestamp,
        mut look: F,
    ) -> Result<T, ServiceError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>, &Caller) -> Answer<T> + Send + 'static,
    {
        let actor = actor.clone();
        let answer = self.store.run(now, move |tx| {
            let caller = Caller::load(tx, &actor)?;
            allowed!(caller.require(permission));
            look(tx, &caller)
        });
        Ok(answer.await??)
    }

    /// Runs a decision about one account, for somebody who may do this to that account. The decision
    /// gets the account and the actor's name.
    async fn act_on<T, F>(
        &self,
        actor: &Actor,
        permission: Permission,
        upn: &str,
        now: Timestamp,
        mut decision: F,
    ) -> Result<T, ServiceError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>, &Caller, Account, &str) -> Answer<T> + Send + 'static,
    {
        let (upn, by) = (upn.to_owned(), actor.name());
        self.act(actor, permission, now, move |tx, caller| {
            let account = allowed!(existing(tx, &upn)?);
            allowed!(caller.require_over(permission, &account));
            decision(tx, caller, account, &by)
        })
        .await
    }

    /// Answers a question that may take long, for somebody who must be allowed to ask.
    async fn ask<T, F>(
        &self,
        actor: &Actor,
        permission: Permission,
        now: Timestamp,
        mut question: F,
    ) -> Result<T, ServiceError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Answer<T> + Send + 'static,
    {
        let actor = actor.clone();
        let answer = self.store.read(now, move |tx| {
            let caller = Caller::load(tx, &actor)?;
            allowed!(caller.require(permission));
            question(tx)
        });
        Ok(answer.await??)
    }
}

/// A reference for a screen, when a fault keeps the store from giving one.
pub fn new_reference() -> String {
    random::clear_text(8).unwrap_or_default()
}

/// The account of a principal name, or the sentence that there is none.
fn existing(tx: &mut Tx<'_>, upn: &str) -> Answer<Account> {
    let found = rows::find(tx, upn)?;
    Ok(found.ok_or_else(|| Denied::new(Refusal::NoAccount(text::clean(upn)))))
}
