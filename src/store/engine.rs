//! The seam between decisions and the two engines.

use super::StoreError;
use super::tx::{Row, Value};

/// How a connection is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Make the tables if they are not there.
    Create,
    /// Read and write an existing store.
    Write,
    /// Read only.
    Read,
}

/// The body of one transaction.
pub type Body<'a> = &'a mut dyn FnMut(&mut dyn Connection) -> Result<(), StoreError>;

/// One connection's side of a running transaction.
pub trait Connection {
    /// Runs a statement; how many rows it touched.
    fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError>;

    /// Runs a query, row by row.
    fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        row: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;
}

/// One engine's connection.
pub trait Engine {
    /// Runs the body as one transaction: all of it or nothing. It may run more than once.
    fn transact(&mut self, body: Body<'_>) -> Result<(), StoreError>;

    /// Runs a body that only looks, beside whoever writes.
    fn look(&mut self, body: Body<'_>) -> Result<(), StoreError>;

    /// Whether the connection leads to something that is no longer the store: a file that was deleted
    /// or replaced.
    fn is_stale(&self) -> bool {
        false
    }
}

/// A store that could not be connected to again.
pub struct Gone(pub StoreError);

impl Engine for Gone {
    fn transact(&mut self, _: Body<'_>) -> Result<(), StoreError> {
        Err(self.0.clone())
    }

    fn look(&mut self, body: Body<'_>) -> Result<(), StoreError> {
        self.transact(body)
    }

    fn is_stale(&self) -> bool {
        true
    }
}

/// The names of parameters, `$1` first: SQLite numbers them by first appearance, so they are bound
/// by name there.
pub const NAMES: [&str; 20] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15",
    "$16", "$17", "$18", "$19", "$20",
];
