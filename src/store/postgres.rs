//! PostgreSQL: SERIALIZABLE, writers one after another by the lock of the audit chain.

use std::collections::HashMap;
use std::error::Error as _;
use std::net::IpAddr;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::error::SqlState;
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, NoTls, Statement};
use tokio_postgres_rustls::MakeRustlsConnect;
use tracing::warn;

use super::engine::{Access, Body, Connection, Engine};
use super::tx::{Row, Value};
use super::{StoreError, migrations};

/// How often a transaction is run again when PostgreSQL asks for it.
const TRIES: u32 = 20;

/// One connection to a PostgreSQL database.
pub struct Postgres {
    config: Config,
    client: Client,
    statements: HashMap<&'static str, Statement>,
    access: Access,
    /// The connection is in a state nobody knows; the next decision makes a new one.
    lost: bool,
}

impl Postgres {
    /// Connects; makes or brings up to date the tables where the access allows it.
    pub fn open(url: &str, access: Access) -> Result<Self, StoreError> {
        let (config, mut client) = reach(url)?;
        if access != Access::Read {
            migrations::bring_up_postgres(&mut client, access)?;
        }
        Ok(Self {
            config,
            client,
            statements: HashMap::new(),
            access,
            lost: false,
        })
    }

    /// One attempt; whatever fails, the connection is left outside of a transaction or given up.
    fn attempt(&mut self, begin: &str, body: Body<'_>) -> Result<(), Failure> {
        let done = self.inside(begin, body);
        if done.is_err() && self.client.batch_execute("ROLLBACK").is_err() {
            self.lost = true;
        }
        done
    }

    fn inside(&mut self, begin: &str, body: Body<'_>) -> Result<(), Failure> {
        self.client.batch_execute(begin).map_err(Failure::Begin)?;
        let mut running = Running {
            client: &mut self.client,
            statements: &mut self.statements,
            failure: None,
        };
        let done = body(&mut running);
        if let Some(failure) = running.failure.take() {
            return Err(failure.into());
        }
        done.map_err(Failure::Body)?;
        self.client.batch_execute("COMMIT")?;
        Ok(())
    }
}

enum Failure {
    Body(StoreError),
    Begin(postgres::Error),
    Engine(postgres::Error),
}

impl From<postgres::Error> for Failure {
    fn from(error: postgres::Error) -> Self {
        Self::Engine(error)
    }
}

/// How a transaction begins that only looks.
const LOOK: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// How one begins that writes. The lock comes before the first query, so that the transaction sees
/// everything the writers before it have done.
const WRITE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE audit IN EXCLUSIVE MODE";

impl Engine for Postgres {
    fn transact(&mut self, body: Body<'_>) -> Result<(), StoreError> {
        let begin = match self.access {
            Access::Read => LOOK,
            Access::Create | Access::Write => WRITE,
        };
        self.run(begin, body)
    }

    fn look(&mut self, body: Body<'_>) -> Result<(), StoreError> {
        self.run(LOOK, body)
    }
}

impl Postgres {
    fn run(&mut self, begin: &str, body: Body<'_>) -> Result<(), StoreError> {
        let mut renewed = false;
        for _ in 0..TRIES {
            if self.lost || self.client.is_closed() {
                self.statements.clear();
                self.client = connect(&self.config)?;
                self.lost = false;
            }
            match self.attempt(begin, body) {
                Ok(()) => return Ok(()),
                Err(Failure::Body(error)) => return Err(error),
                // A server that was restarted since the last transaction shows only now, before
                // anything was done: no person need notice.
                Err(Failure::Begin(_)) if !renewed && (self.lost || self.client.is_closed()) => {
                    renewed = true;
                }
                Err(Failure::Engine(error) | Failure::Begin(error)) if asks_again(&error) => {}
                Err(Failure::Engine(error) | Failure::Begin(error)) => {
                    return Err(translate(&error));
                }
            }
        }
        Err(StoreError::Busy)
    }
}

/// Connects to the server of a URL.
pub fn reach(url: &str) -> Result<(Config, Client), StoreError> {
    let mut config: Config = url.parse().map_err(|_| {
        StoreError::Unusable(
            "the store's URL can't be read; write postgres://USER@HOST/DATABASE".to_owned(),
        )
    })?;
    config.application_name("keyhatch");
    config.connect_timeout(Duration::from_secs(5));
    // A server that vanished without a word is given up after this, not after hours.
    config.tcp_user_timeout(Duration::from_secs(10));
    config.keepalives_idle(Duration::from_secs(10));
    if !is_local(&config) {
        if config.get_ssl_mode() == SslMode::Disable {
            return Err(StoreError::Unusable(
                "a PostgreSQL store on another host needs TLS; take sslmode=disable out of its URL"
                    .to_owned(),
            ));
        }
        config.ssl_mode(SslMode::Require);
    }
    let client = connect(&config)?;
    Ok((config, client))
}

fn asks_again(error: &postgres::Error) -> bool {
    error.code().is_some_and(|code| {
        *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
    })
}

struct Running<'a> {
    client: &'a mut Client,
    statements: &'a mut HashMap<&'static str, Statement>,
    failure: Option<postgres::Error>,
}

impl Running<'_> {
    fn statement(&mut self, sql: &'static str) -> Result<Statement, postgres::Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    /// Keeps the engine's own error for the retry, and ends the decision.
    fn fail(&mut self, error: postgres::Error) -> StoreError {
        let translated = translate(&error);
        self.failure = Some(error);
        translated
    }
}

impl Connection for Running<'_> {
    fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError> {
        let run = self.statement(sql).and_then(|statement| {
            let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|p| p as _).collect();
            self.client.execute(&statement, &params)
        });
        run.map_err(|error| self.fail(error))
    }

    fn each(
        &mut self,
        sql: &'static str,
        params: &[Value],
        row: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut wrong = None;
        let run = self.statement(sql).and_then(|statement| {
            let mut rows = self.client.query_raw(&statement, params)?;
            while let Some(found) = rows.next()? {
                if let Err(error) = read(&found).and_then(&mut *row) {
                    wrong = Some(error);
                    break;
                }
            }
            Ok(())
        });
        match (run, wrong) {
            (_, Some(error)) => Err(error),
            (Err(error), None) => Err(self.fail(error)),
            (Ok(()), None) => Ok(()),
        }
    }
}

fn read(row: &postgres::Row) -> Result<Row, StoreError> {
    let mut values = Vec::with_capacity(row.len());
    for (index, column) in row.columns().iter().enumerate() {
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(index).map(|v| v.into()),
            Type::INT4 => row
                .try_get::<_, Option<i32>>(index)
                .map(|v| v.map(i64::from).into()),
            Type::TEXT => row.try_get::<_, Option<String>>(index).map(|v| v.into()),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(index).map(|v| v.into()),
            ref other => {
                return Err(StoreError::Damaged(format!("a column of type {other}")));
            }
        };
        values.push(value.map_err(|error| StoreError::Damaged(error.to_string()))?);
    }
    Ok(Row::new(values))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut bytes::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => number.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

fn is_local(config: &Config) -> bool {
    let loopback = config.get_hostaddrs().iter().all(IpAddr::is_loopback);
    let named = config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
    });
    loopback && named
}

/// What every session waits for at most, and that its commits are on the disk.
const SESSION: &str = "SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s';
    SET synchronous_commit = on";

fn connect(config: &Config) -> Result<Client, StoreError> {
    let connected = if is_local(config) && config.get_ssl_mode() != SslMode::Require {
        config.connect(NoTls)
    } else {
        config.connect(tls()?)
    };
    let explain = |error: postgres::Error| {
        StoreError::Unavailable(format!(
            "{}; check --store, and that the PostgreSQL server runs and lets you in",
            sentence(&error)
        ))
    };
    let mut client = connected.map_err(explain)?;
    client.batch_execute(SESSION).map_err(explain)?;
    for setting in ["fsync", "full_page_writes"] {
        let shown = client
            .query_one(&format!("SHOW {setting}"), &[])
            .map_err(explain)?;
        if shown.get::<_, &str>(0) == "off" {
            warn!(
                setting,
                "PostgreSQL runs with this off: a power cut may damage the store"
            );
        }
    }
    Ok(client)
}

/// TLS verified against the system's roots (`SSL_CERT_FILE` adds a private authority).
fn tls() -> Result<MakeRustlsConnect, StoreError> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StoreError::Unavailable(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

/// What PostgreSQL said, on one line, without the statement.
pub(super) fn sentence(error: &postgres::Error) -> String {
    let text = match (error.as_db_error(), error.source()) {
        (Some(db), _) => db.message().to_owned(),
        (None, Some(source)) => format!("{error}: {source}"),
        (None, None) => error.to_string(),
    };
    crate::domain::text::clean(&text)
}

/// An error while working.
pub(super) fn translate(error: &postgres::Error) -> StoreError {
    let code = error.code();
    if code == Some(&SqlState::LOCK_NOT_AVAILABLE) || code == Some(&SqlState::QUERY_CANCELED) {
        return StoreError::Busy;
    }
    StoreError::Unavailable(sentence(error))
}
