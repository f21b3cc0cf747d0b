//! The throw-away database server itself: it starts, keeps what was committed when it dies, and
//! syncs as it would in an installation.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod support;

use postgres::{Client, NoTls};
use support::postgres::Postgres;

#[test]
fn what_was_committed_outlives_a_crash() {
    let Some(mut server) = Postgres::start() else {
        return;
    };
    let url = server.database("keyhatch");
    let mut client = Client::connect(&url, NoTls).unwrap();
    for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
        let row = client.query_one(&format!("SHOW {setting}"), &[]).unwrap();
        assert_eq!(row.get::<_, String>(0), "on", "{setting}");
    }
    client
        .batch_execute("CREATE TABLE kept (n BIGINT); INSERT INTO kept VALUES (7)")
        .unwrap();
    server.crash_and_restart();
    let mut client = Client::connect(&url, NoTls).unwrap();
    let row = client.query_one("SELECT n FROM kept", &[]).unwrap();
    assert_eq!(row.get::<_, i64>(0), 7);
}
