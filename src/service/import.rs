//! Many accounts at once, from a file that is read as it goes: all of them or none, or all but the
//! bad ones. New accounts get no password; their owners get in by a reset.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::{Arc, Mutex};

use super::accounts::{Change, added, apply};
use super::form::Form;
use super::last_way::may_have_roles;
use super::refusal::{Denied, Refusal};
use super::{Actor, Caller, Service, ServiceError};
use crate::crypto::random;
use crate::domain::account::{Profile, check_upn};
use crate::domain::audit::{Activity, Event};
use crate::domain::licence::Licence;
use crate::domain::policy::Policy;
use crate::domain::role::{Permission, Role};
use crate::domain::text;
use crate::domain::time::Timestamp;
use crate::store::accounts::{self as rows, NewAccount};
use crate::store::audit::{self, Head};
use crate::store::{StoreError, Tx, settings};

/// How many rows are one transaction where bad ones are skipped.
const BATCH: usize = 500;

/// One row of a file, as written; what is not there is left as it is.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The principal name.
    pub upn: String,
    /// The fields that are given.
    pub form: Form,
    /// Whether the password must be changed, where it is said.
    pub must_change: Option<bool>,
}

/// A row with the number of its first line; or why it can't be read.
pub type Line = (u64, Result<Entry, String>);

/// A file of accounts, which may be read more than once.
pub trait Lines: Send + Sync + 'static {
    /// Reads it from its beginning. An outer `Err` ends it: nothing after it can be read.
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String>;

    /// The file's name, for the record.
    fn name(&self) -> String;
}

/// What a file came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// New accounts.
    pub added: u64,
    /// Accounts that something was changed of.
    pub changed: u64,
    /// Accounts that were so before.
    pub same: u64,
    /// Rows that were left out.
    pub bad: u64,
}

/// Is told of every bad row: the number of its line, and what is wrong.
pub type Report = Arc<dyn Fn(u64, &str) + Send + Sync>;

/// Principal names that have come, by a hash under keys of this run: a million take 24 MB. That two
/// of a million share one is as likely as one in thirty million.
#[derive(Default)]
struct Seen {
    hasher: RandomState,
    lines: HashMap<u64, u64>,
}

impl Seen {
    /// The line a name has come on before.
    fn before(&mut self, line: u64, upn: &str) -> Option<u64> {
        let hash = self.hasher.hash_one(text::canonical(upn));
        match self.lines.entry(hash) {
            std::collections::hash_map::Entry::Occupied(found) => Some(*found.get()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(line);
                None
            }
        }
    }

    fn check(&mut self, line: u64, row: Result<Entry, String>) -> Result<Entry, String> {
        let entry = row?;
        match self.before(line, &entry.upn) {
            Some(first) => Err(format!(
                "`{}` stands on line {first} already",
                text::clean(&entry.upn)
            )),
            None => Ok(entry),
        }
    }
}

/// What rows are judged by, as the transaction sees it.
struct Judge {
    policy: Arc<Policy>,
    administrators: Vec<String>,
    may_manage: Result<(), String>,
    by_operator: bool,
}

/// A row that can be written.
struct Good {
    upn: String,
    licence: Option<Option<Licence>>,
    roles: Option<Vec<Role>>,
}

impl Judge {
    fn load(tx: &mut Tx<'_>, caller: &Caller) -> Result<Self, StoreError> {
        let administrators = rows::administrators(tx)?;
        let keys = administrators
            .iter()
            .map(|found| text::canonical(&found.upn));
        Ok(Self {
            policy: settings::policy(tx)?,
            administrators: keys.collect(),
            may_manage: caller
                .require(Permission::ManageAdministrators)
                .map_err(|refusal| refusal.to_string()),
            by_operator: caller.is_operator,
        })
    }

    /// Whether a row can be written; else what is wrong with it.
    fn judge(&self, tx: &mut Tx<'_>, entry: &Entry) -> Result<Result<Good, String>, StoreError> {
        // Whoever was given a temporary password changes it; nobody who knows it makes it last.
        if entry.must_change == Some(false)
            && !self.by_operator
            && rows::find(tx, &entry.upn)?.is_some_and(|account| account.must_change)
        {
            return Ok(Err(
                "its password is temporary until its owner has changed it; leave must-change empty"
                    .to_owned(),
            ));
        }
        let good = match self.judge_fields(entry) {
            Ok(good) => good,
            Err(wrong) => return Ok(Err(wrong)),
        };
        if let Some(roles) = &good.roles
            && self.administrators.contains(&text::canonical(&good.upn))
            && let Some(account) = rows::find(tx, &good.upn)?
            && let Err(denied) = may_have_roles(tx, &account, roles)?
        {
            return Ok(Err(ServiceError::from(denied).to_string()));
        }
        Ok(Ok(good))
    }

    fn judge_fields(&self, entry: &Entry) -> Result<Good, String> {
        let text = |refusal: Refusal| refusal.to_string();
        let upn = check_upn(&entry.upn).map_err(|error| error.to_string())?;
        let profile = entry.form.fill(Profile::default()).map_err(text)?;
        let licence = entry.form.licence().map_err(text)?;
        let roles = entry.form.roles().map_err(text)?;
        if let Some(address) = &profile.alternate_email
            && self.policy.owns_address(address)
        {
            return Err(format!(
                "the alternate email `{address}` lies inside the organisation's own domains"
            ));
        }
        let gets_role = roles.as_ref().is_some_and(|roles| !roles.is_empty());
        if gets_role || self.administrators.contains(&text::canonical(&upn)) {
            self.may_manage.clone()?;
        }
        Ok(Good {
            upn,
            licence,
            roles,
        })
    }
}

/// What writing needs that must not come from inside a transaction.
struct Writing {
    by: String,
    stem: String,
    seed: [u8; 32],
}

impl Writing {
    fn new(actor: &Actor) -> Result<Self, ServiceError> {
        Ok(Self {
            by: actor.name(),
            stem: random::hex(&random::bytes::<12>()?),
            seed: random::bytes()?,
        })
    }

    /// Writes one row.
    fn write(
        &self,
        tx: &mut Tx<'_>,
        caller: &Caller,
        head: &mut Head,
        (line, entry, good): (u64, &Entry, Good),
        came: &mut Imported,
    ) -> Result<(), StoreError> {
        let changed = |refusal: Refusal| StoreError::Unavailable(refusal.to_string());
        let new = NewAccount {
            profile: entry.form.fill(Profile::default()).map_err(changed)?,
            licence: good.licence.flatten(),
            roles: good.roles.clone().unwrap_or_default(),
            verifier: None,
            must_change: entry.must_change.unwrap_or(false),
            upn: good.upn,
        };
        if rows::add(tx, &new)?.is_some() {
            came.added += 1;
            return audit::append_after(tx, head, added(&self.by, &new));
        }
        let Some(account) = rows::find(tx, &new.upn)? else {
            return Err(StoreError::Damaged(
                "an account that is not there".to_owned(),
            ));
        };
        let change = Change {
            profile: entry.form.fill(account.profile.clone()).map_err(changed)?,
            licence: good.licence,
            roles: good.roles,
            place: &format!("{}-{line}", self.stem),
            seed: &self.seed,
        };
        let mut differs = match apply(tx, caller, &self.by, &account, &change)? {
            Ok(differs) => differs,
            Err(denied) => {
                return Err(StoreError::Unavailable(
                    ServiceError::from(denied).to_string(),
                ));
            }
        };
        if let Some(must) = entry
            .must_change
            .filter(|must| *must != account.must_change)
        {
            rows::set_must_change(tx, account.id, must)?;
            let word = |must: bool| if must { "yes" } else { "no" };
            let detail = format!("must_change: {} → {}", word(!must), word(must));
            let event = Event::new(Activity::AccountEdited, self.by.clone());
            audit::append(tx, event.about(account.upn.clone()).detail(detail))?;
            differs = true;
        }
        match differs {
            true => {
                came.changed += 1;
                *head = current_head(tx)?;
            }
            false => came.same += 1,
        }
        Ok(())
    }

    fn record(&self, tx: &mut Tx<'_>, name: &str, came: &Imported) -> Result<(), StoreError> {
        let event = Event::new(Activity::AccountsImported, self.by.clone());
        audit::append(
            tx,
            event.detail(format!(
                "{}: {} added, {} changed, {} unchanged, {} left out",
                text::clean(name),
                came.added,
                came.changed,
                came.same,
                came.bad
            )),
        )
    }
}

fn current_head(tx: &mut Tx<'_>) -> Result<Head, StoreError> {
    let (seq, hash) = audit::head(tx)?;
    Ok(Head { seq, hash })
}

impl Service {
    /// Adds and changes the accounts of a file, every one of them or, where a row is bad, none.
    pub async fn import_accounts(
        &self,
        actor: &Actor,
        lines: Arc<dyn Lines>,
        report: Report,
        now: Timestamp,
    ) -> Result<Imported, ServiceError> {
        let (total, bad) = self.judge_lines(actor, lines.clone(), report, now).await?;
        if bad > 0 {
            return Err(Refusal::BadRows { bad, total }.into());
        }
        let writing = Writing::new(actor)?;
        // What ended the transaction, where it was no fault of the store.
        let ended = Arc::new(Mutex::new(None));
        let why = ended.clone();
        let done = self.act(actor, Permission::ManageAccounts, now, move |tx, caller| {
            let mut stop = |sentence: String| {
                if let Ok(mut why) = why.lock() {
                    *why = Some(sentence);
                }
                StoreError::Unavailable("the file has changed".to_owned())
            };
            let judge = Judge::load(tx, caller)?;
            let mut head = current_head(tx)?;
            let mut came = Imported::default();
            for line in lines.open().map_err(&mut stop)? {
                let (line, row) = line.map_err(&mut stop)?;
                let judged = match row {
                    Ok(entry) => judge.judge(tx, &entry)?.map(|good| (good, entry)),
                    Err(wrong) => Err(wrong),
                };
                let (good, entry) = judged.map_err(|wrong| {
                    stop(format!(
                        "line {line}: {wrong}; that was not so when the file was first read, and nothing was imported; try again"
                    ))
                })?;
                writing.write(tx, caller, &mut head, (line, &entry, good), &mut came)?;
            }
            writing.record(tx, &lines.name(), &came)?;
            Ok(Ok(came))
        });
        let done = done.await;
        let why = ended.lock().ok().and_then(|mut why| why.take());
        match (done, why) {
            (Err(_), Some(sentence)) => Err(Refusal::File(sentence).into()),
            (done, _) => done,
        }
    }

    /// Reads the whole file without writing anything; how many rows it has and how many are bad.
    async fn judge_lines(
        &self,
        actor: &Actor,
        lines: Arc<dyn Lines>,
        report: Report,
        now: Timestamp,
    ) -> Result<(u64, u64), ServiceError> {
        let who = actor.clone();
        self.ask(actor, Permission::ManageAccounts, now, move |tx| {
            let caller = Caller::load(tx, &who)?;
            let judge = Judge::load(tx, &caller)?;
            let (mut total, mut bad) = (0, 0);
            let mut seen = Seen::default();
            let opened = match lines.open() {
                Ok(opened) => opened,
                Err(sentence) => return Ok(Err(Denied::new(Refusal::File(sentence)))),
            };
            for line in opened {
                let (line, row) = match line {
                    Ok(line) => line,
                    Err(sentence) => return Ok(Err(Denied::new(Refusal::File(sentence)))),
                };
                total += 1;
                let judged = match seen.check(line, row) {
                    Ok(entry) => judge.judge(tx, &entry)?.map(drop),
                    Err(wrong) => Err(wrong),
                };
                if let Err(wrong) = judged {
                    bad += 1;
                    report(line, &wrong);
                }
            }
            Ok(Ok((total, bad)))
        })
        .await
    }

    /// Adds and changes the accounts of a file, all but those of bad rows. Others get their turn
    /// in between; what was done stays if this ends early, and doing it again changes nothing.
    pub async fn import_good_accounts(
        &self,
        actor: &Actor,
        lines: Arc<dyn Lines>,
        report: Report,
        now: Timestamp,
    ) -> Result<Imported, ServiceError> {
        let writing = Arc::new(Writing::new(actor)?);
        let mut seen = Seen::default();
        let mut came = Imported::default();
        let mut opened = lines.open().map_err(Refusal::File)?;
        loop {
            let mut batch = Vec::with_capacity(BATCH);
            let mut bad = Vec::new();
            for line in opened.by_ref().take(BATCH) {
                let (line, row) = line.map_err(Refusal::File)?;
                match seen.check(line, row) {
                    Ok(entry) => batch.push((line, entry)),
                    Err(wrong) => bad.push((line, wrong)),
                }
            }
            if batch.is_empty() && bad.is_empty() {
                break;
            }
            let (more, wrong) = self
                .import_batch(actor, batch, writing.clone(), now)
                .await?;
            bad.extend(wrong);
            bad.sort_by_key(|(line, _)| *line);
            for (line, wrong) in &bad {
                report(*line, wrong);
            }
            came.added += more.added;
            came.changed += more.changed;
            came.same += more.same;
            came.bad += u64::try_from(bad.len()).unwrap_or_default();
        }
        let name = lines.name();
        self.act(actor, Permission::ManageAccounts, now, move |tx, _| {
            writing.record(tx, &name, &came)?;
            Ok(Ok(()))
        })
        .await?;
        Ok(came)
    }

    async fn import_batch(
        &self,
        actor: &Actor,
        batch: Vec<(u64, Entry)>,
        writing: Arc<Writing>,
        now: Timestamp,
    ) -> Result<(Imported, Vec<(u64, String)>), ServiceError> {
        self.act(actor, Permission::ManageAccounts, now, move |tx, caller| {
            let judge = Judge::load(tx, caller)?;
            let mut head = current_head(tx)?;
            let mut came = Imported::default();
            let mut bad = Vec::new();
            for (line, entry) in &batch {
                match judge.judge(tx, entry)? {
                    Ok(good) => {
                        writing.write(tx, caller, &mut head, (*line, entry, good), &mut came)?;
                    }
                    Err(wrong) => bad.push((*line, wrong)),
                }
            }
            Ok(Ok((came, bad)))
        })
        .await
    }
}
