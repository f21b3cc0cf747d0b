//! What a decision works with: values, rows, and one running transaction.

use std::sync::Arc;

use super::StoreError;
use super::engine::Connection;
use super::handing::{self, Handed};
use crate::crypto::Keys;
use crate::domain::letter::Address;
use crate::domain::outgoing::Channel;
use crate::domain::policy::Policy;
use crate::domain::time::Timestamp;

/// A value both engines understand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Null,
    /// A whole number, a boolean as 0/1, or a time in microseconds.
    Int(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Self {
        Self::Int(value.micros())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Self {
        Self::Bytes(value.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// The parameters `$1 …` of a statement.
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::store::tx::Value::from($value)),*] };
}
pub(crate) use params;

/// One row of an answer, read from the left.
pub struct Row {
    values: std::vec::IntoIter<Value>,
}

impl Row {
    /// A row of these values.
    pub fn new(values: Vec<Value>) -> Self {
        Self {
            values: values.into_iter(),
        }
    }

    /// The next value, whatever it is.
    pub fn value(&mut self) -> Value {
        self.values.next().unwrap_or(Value::Null)
    }

    /// The next value as a number.
    pub fn int(&mut self) -> Result<i64, StoreError> {
        match self.value() {
            Value::Int(value) => Ok(value),
            other => Err(unexpected("a number", &other)),
        }
    }

    /// The next value as a number that may be missing.
    pub fn maybe_int(&mut self) -> Result<Option<i64>, StoreError> {
        match self.value() {
            Value::Null => Ok(None),
            Value::Int(value) => Ok(Some(value)),
            other => Err(unexpected("a number", &other)),
        }
    }

    /// The next value as a boolean.
    pub fn flag(&mut self) -> Result<bool, StoreError> {
        Ok(self.int()? != 0)
    }

    /// The next value as a time.
    pub fn time(&mut self) -> Result<Timestamp, StoreError> {
        self.int().map(Timestamp::from_micros)
    }

    /// The next value as a time that may be missing.
    pub fn maybe_time(&mut self) -> Result<Option<Timestamp>, StoreError> {
        Ok(self.maybe_int()?.map(Timestamp::from_micros))
    }

    /// The next value as text.
    pub fn text(&mut self) -> Result<String, StoreError> {
        match self.value() {
            Value::Text(value) => Ok(value),
            other => Err(unexpected("text", &other)),
        }
    }

    /// The next value as text that may be missing.
    pub fn maybe_text(&mut self) -> Result<Option<String>, StoreError> {
        match self.value() {
            Value::Null => Ok(None),
            Value::Text(value) => Ok(Some(value)),
            other => Err(unexpected("text", &other)),
        }
    }

    /// The next value as bytes.
    pub fn bytes(&mut self) -> Result<Vec<u8>, StoreError> {
        match self.value() {
            Value::Bytes(value) => Ok(value),
            other => Err(unexpected("bytes", &other)),
        }
    }
}

fn unexpected(wanted: &str, found: &Value) -> StoreError {
    let kind = match found {
        Value::Null => "nothing",
        Value::Int(_) => "a number",
        Value::Text(_) => "text",
        Value::Bytes(_) => "bytes",
    };
    StoreError::Damaged(format!("{wanted} was expected, {kind} found"))
}

/// The policy as a connection read it last, and of which version it was.
#[derive(Default)]
pub struct Memo {
    policy: Option<(i64, Arc<Policy>)>,
}

/// One running transaction.
pub struct Tx<'a> {
    connection: &'a mut dyn Connection,
    keys: &'a Keys,
    now: Timestamp,
    memo: &'a mut Memo,
    /// The version of the policy when the transaction began; none once it was changed in it.
    policy: Option<i64>,
    /// Set when something was put into the outbox.
    pub(super) posted: bool,
    /// The channels whose letters this process's worker waits for.
    pub(super) carried: Vec<Channel>,
    /// The letters that are leased to it.
    pub(super) handed: Vec<Handed>,
    /// Set when a row was touched; what changes nothing does not move store time either, so that
    /// looking costs no commit.
    pub(super) changed: bool,
}

impl<'a> Tx<'a> {
    pub(super) fn new(
        connection: &'a mut dyn Connection,
        keys: &'a Keys,
        now: Timestamp,
        memo: &'a mut Memo,
    ) -> Self {
        Self {
            connection,
            keys,
            now,
            memo,
            policy: None,
            posted: false,
            carried: Vec::new(),
            handed: Vec::new(),
            changed: false,
        }
    }

    /// Takes up store time and the policy's version, as the store says.
    pub(super) fn begin(&mut self, now: Timestamp, policy: Option<i64>) {
        self.now = now;
        self.policy = policy;
    }

    /// The policy, where it is the version read last.
    pub(super) fn known_policy(&self) -> Option<Arc<Policy>> {
        let (version, policy) = self.memo.policy.as_ref()?;
        (Some(*version) == self.policy).then(|| policy.clone())
    }

    /// Keeps the policy, unless this transaction changed it: it may yet be undone.
    pub(super) fn know_policy(&mut self, policy: &Arc<Policy>) {
        if let Some(version) = self.policy {
            self.memo.policy = Some((version, policy.clone()));
        }
    }

    /// The policy is another from here on.
    pub(super) fn forget_policy(&mut self) {
        self.policy = None;
    }

    /// The same transaction with other keys.
    pub(super) fn with_keys<'b>(&'b mut self, keys: &'b Keys) -> Tx<'b> {
        self.changed = true;
        Tx::new(&mut *self.connection, keys, self.now, &mut *self.memo)
    }

    /// Store time: the clock's, or the latest ever recorded where the clock has stepped back.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The keys of the store.
    pub fn keys(&self) -> &'a Keys {
        self.keys
    }

    /// Whether one more letter to such an address can be handed over.
    pub(super) fn hands_over(&self, address: Address) -> bool {
        self.handed.len() < handing::MOST
            && handing::is_on_the_account(address)
            && self.carried.contains(&address.channel())
    }

    /// Runs a statement; how many rows it touched.
    pub(super) fn execute(
        &mut self,
        sql: &'static str,
        params: &[Value],
    ) -> Result<u64, StoreError> {
        let touched = self.connection.execute(sql, params)?;
        self.changed |= touched > 0;
        Ok(touched)
    }

    /// Runs a query, row by row.
    pub(super) fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        mut row: impl FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        // INSERT, UPDATE and DELETE answer rows, too (RETURNING).
        let reads = sql.starts_with("SELECT") || sql.starts_with("WITH");
        let changed = &mut self.changed;
        self.connection.each(sql, params, &mut |found| {
            *changed |= !reads;
            row(found)
        })
    }

    /// Every row of a query.
    pub(super) fn rows<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        mut read: impl FnMut(Row) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut all = Vec::new();
        self.each(sql, params, |row| {
            all.push(read(row)?);
            Ok(())
        })?;
        Ok(all)
    }

    /// The first row of a query, if there is one.
    pub(super) fn maybe<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        read: impl FnMut(Row) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.rows(sql, params, read)?.into_iter().next())
    }

    /// The row a query must answer with.
    pub(super) fn one<T>(
        &mut self,
        sql: &'static str,
        params: &[Value],
        read: impl FnMut(Row) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.maybe(sql, params, read)?
            .ok_or_else(|| StoreError::Damaged("a row is missing".to_owned()))
    }
}
