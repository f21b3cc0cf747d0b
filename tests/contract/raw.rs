//! The store's tables, seen and touched behind the product's back.

use keyhatch::store::Place;
use postgres::{Client, NoTls, SimpleQueryMessage};
use rusqlite::types::ValueRef;

use super::world::World;

/// A row as text; bytes as hexadecimal.
pub type Cells = Vec<Option<String>>;

/// The driver's client brings its own runtime, which can't be started inside the case's.
fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join().unwrap())
}

pub fn run(place: &Place, sql: &str) {
    match place {
        Place::Memory => panic!("nobody else sees it"),
        Place::Sqlite(path) => rusqlite::Connection::open(path)
            .unwrap()
            .execute_batch(sql)
            .unwrap(),
        Place::Postgres(url) => apart(|| {
            let mut client = Client::connect(url, NoTls).unwrap();
            client.batch_execute(sql).unwrap();
        }),
    }
}

pub fn rows(place: &Place, sql: &str) -> Vec<Cells> {
    match place {
        Place::Memory => panic!("nobody else sees it"),
        Place::Sqlite(path) => sqlite_rows(path, sql),
        Place::Postgres(url) => apart(|| {
            let mut client = Client::connect(url, NoTls).unwrap();
            let answer = client.simple_query(sql).unwrap();
            let cells = |message| match message {
                SimpleQueryMessage::Row(row) => Some(
                    (0..row.len())
                        .map(|column| row.get(column).map(str::to_owned))
                        .collect(),
                ),
                _ => None,
            };
            answer.into_iter().filter_map(cells).collect()
        }),
    }
}

fn sqlite_rows(path: &std::path::Path, sql: &str) -> Vec<Cells> {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut all = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let cell = |column| match row.get_ref(column).unwrap() {
            ValueRef::Null => None,
            ValueRef::Integer(number) => Some(number.to_string()),
            ValueRef::Real(number) => Some(number.to_string()),
            ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Some(data_encoding::HEXLOWER.encode(bytes)),
        };
        all.push((0..columns).map(cell).collect());
    }
    all
}

/// An empty place of the same engine.
pub fn fresh(world: &World, name: &str) -> Place {
    match &world.place {
        Place::Memory => panic!("nobody else sees it"),
        Place::Sqlite(_) => Place::Sqlite(world.folder.path().join(name)),
        Place::Postgres(url) => {
            let (server, database) = url.rsplit_once('/').unwrap();
            let name = format!("{database}_{}", name.replace('.', "_"));
            run(&world.place, &format!("CREATE DATABASE \"{name}\""));
            Place::Postgres(format!("{server}/{name}"))
        }
    }
}

impl World {
    pub fn sql(&self, sql: &str) {
        run(&self.place, sql);
    }

    pub fn rows(&self, sql: &str) -> Vec<Cells> {
        rows(&self.place, sql)
    }

    /// The one number a query answers with.
    pub fn number(&self, sql: &str) -> i64 {
        self.rows(sql)[0][0].as_deref().unwrap().parse().unwrap()
    }

    /// State of every letter and whether it still has content, oldest first.
    pub fn letters(&self) -> Vec<(String, bool)> {
        let letters = "SELECT state, CASE WHEN payload IS NULL THEN 0 ELSE 1 END
                       FROM outbox ORDER BY id";
        let row = |cells: Cells| (cells[0].clone().unwrap(), cells[1].as_deref() == Some("1"));
        self.rows(letters).into_iter().map(row).collect()
    }

    /// Charges of one kind.
    pub fn charges(&self, kind: &str) -> i64 {
        self.number(&format!(
            "SELECT count(*) FROM attempt WHERE kind = '{kind}'"
        ))
    }

    /// Sets one column of one audit record.
    pub fn tamper(&self, seq: i64, column: &str, literal: &str) {
        self.sql(&format!(
            "UPDATE audit SET {column} = {literal} WHERE seq = {seq}"
        ));
    }
}
