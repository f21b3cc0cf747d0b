//! Opening a store: what can't be used is refused with a sentence, and left as it was.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use keyhatch::crypto::{Keys, MasterKey};
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::time::Timestamp;
use keyhatch::service::Service;
use keyhatch::service::setup::Organisation;
use keyhatch::store::{Place, Store, StoreError};

use super::raw;
use super::support::wait_for;
use super::world::*;

/// The sentence with which a place is refused, when it is opened or made.
#[track_caller]
pub fn refusal(opened: Result<Store, StoreError>) -> String {
    match opened {
        Err(error @ (StoreError::Unusable(_) | StoreError::WrongKey)) => error.to_string(),
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was opened"),
    }
}

fn open(world: &World, place: &Place) -> Result<Store, StoreError> {
    Store::open(place, world.keys.clone())
}

fn create(world: &World, place: &Place) -> Result<Store, StoreError> {
    Store::create(place, world.keys.clone())
}

/// A made store that nobody has open.
pub fn made(world: &World, name: &str) -> Place {
    let place = raw::fresh(world, name);
    drop(create(world, &place).unwrap());
    closed(&place);
    place
}

/// Waits until the last connection to a file has gone: its thread ends after its store.
pub fn closed(place: &Place) {
    if let Place::Sqlite(path) = place {
        let journal = path.with_extension("db-wal");
        wait_for("the journal stays", || (!journal.exists()).then_some(())).unwrap();
    }
}

pub async fn missing_empty_and_foreign(world: &World) {
    match &world.place {
        Place::Memory => panic!("nobody else sees it"),
        Place::Sqlite(_) => {
            let path = world.folder.path().join("none.db");
            let said = refusal(open(world, &Place::Sqlite(path.clone())));
            assert!(
                said.contains("none.db") && said.contains("keyhatch init"),
                "{said}"
            );
            assert!(!path.exists());
            std::fs::write(world.folder.path().join("empty.db"), "").unwrap();
        }
        Place::Postgres(url) => {
            let none = Place::Postgres(format!("{url}_none"));
            match open(world, &none) {
                Err(error @ StoreError::Unavailable(_)) => {
                    assert!(error.to_string().contains("does not exist"), "{error}");
                }
                _ => panic!("a database that is not there"),
            }
        }
    }
    let empty = raw::fresh(world, "empty.db");
    let said = refusal(open(world, &empty));
    assert!(
        said.contains("is empty; make it with `keyhatch init`"),
        "{said}"
    );
    drop(create(world, &empty).unwrap());
    drop(open(world, &empty).unwrap());

    let foreign = raw::fresh(world, "foreign.db");
    raw::run(
        &foreign,
        "CREATE TABLE account (who INTEGER); INSERT INTO account VALUES (7);",
    );
    for opened in [open(world, &foreign), create(world, &foreign)] {
        let said = refusal(opened);
        assert!(
            said.contains("is not a Keyhatch store; name another with --store"),
            "{said}"
        );
    }
    assert_eq!(raw::rows(&foreign, "SELECT * FROM account"), [[text("7")]]);
    let history = match world.is_sqlite() {
        true => "SELECT count(*) FROM sqlite_schema",
        false => "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'",
    };
    assert_eq!(raw::rows(&foreign, history), [[text("1")]]);
}

pub async fn newer_and_half_made(world: &World) {
    let newer = made(world, "newer.db");
    let history = "INSERT INTO refinery_schema_history (version, name, applied_on, checksum)
                   VALUES (999, 'later', '2027-01-01T00:00:00Z', '1')";
    raw::run(&newer, history);
    if world.is_sqlite() {
        raw::run(&newer, "PRAGMA user_version = 999");
    }
    for opened in [open(world, &newer), create(world, &newer)] {
        let said = refusal(opened);
        assert!(
            said.contains("has schema 999, this Keyhatch knows ") && said.contains("use a newer"),
            "{said}"
        );
    }
    for table in ["outbox", "agent", "attempt", "audit", "setting"] {
        let half = made(world, &format!("half_{table}.db"));
        raw::run(&half, &format!("DROP TABLE {table}"));
        for opened in [open(world, &half), create(world, &half)] {
            let said = refusal(opened);
            assert!(said.contains("tables are missing"), "{table}: {said}");
            assert!(said.contains("backup"), "{table}: {said}");
        }
    }
}

/// Makes a store what it was before every migration but the first.
fn make_older(place: &Place) {
    for table in [
        "answer",
        "human_check",
        "source_attempt",
        "alert",
        "request",
        "enrolment",
        "policy_change",
        "policy_save",
        "access_pass",
        "caller_check",
    ] {
        raw::run(place, &format!("DROP TABLE {table}"));
    }
    for index in [
        "audit_terminal",
        "account_administrators",
        "account_disabled",
        "account_blocked",
        "account_locked",
        "account_licence",
        "search_token_words",
    ] {
        raw::run(place, &format!("DROP INDEX {index}"));
    }
    for index in [
        "account_roles ON account (roles) WHERE roles <> ''",
        "search_token_account ON search_token (account_id)",
    ] {
        raw::run(place, &format!("CREATE INDEX {index}"));
    }
    for (table, column) in [
        ("journey", "purpose"),
        ("journey", "fresh"),
        ("method", "value"),
        ("account", "preferred"),
        ("account", "confirmed"),
        ("account", "register_again"),
        ("code", "slot"),
        ("agent", "carries"),
    ] {
        raw::run(place, &format!("ALTER TABLE {table} DROP COLUMN {column}"));
    }
    raw::run(
        place,
        "DELETE FROM refinery_schema_history WHERE version > 1",
    );
    if let Place::Sqlite(_) = place {
        raw::run(place, "PRAGMA user_version = 1");
    }
}

pub async fn an_older_one_is_brought_up_to_date(world: &World) {
    let older = made(world, "older.db");
    make_older(&older);
    raw::run(
        &older,
        "INSERT INTO setting (name, value) VALUES ('explain', 'on')",
    );
    // The second time it is as if the first had been killed after the copy was made.
    for kept in 1..=2 {
        drop(open(world, &older).unwrap());
        assert_eq!(
            raw::rows(&older, "SELECT count(*) FROM answer"),
            [[text("0")]]
        );
        assert_eq!(
            raw::rows(&older, "SELECT value FROM setting"),
            [[text("on")]],
            "what was there is there"
        );
        if let Place::Sqlite(path) = &older {
            let folder = path.parent().unwrap().read_dir().unwrap();
            let copies: Vec<_> = folder
                .map(|entry| entry.unwrap())
                .filter(|entry| {
                    let name = entry.file_name();
                    name.to_string_lossy().starts_with("older.before-schema-")
                })
                .collect();
            assert_eq!(copies.len(), kept, "{copies:?}");
            for copy in copies {
                let mode = copy.metadata().unwrap().permissions().mode();
                assert_eq!(mode & 0o777, 0o600, "{copy:?}");
                let copy = Place::Sqlite(copy.path());
                assert_eq!(
                    raw::rows(&copy, "SELECT max(version) FROM refinery_schema_history"),
                    [[text("1")]]
                );
            }
        }
        make_older(&older);
    }
}

pub async fn the_wrong_key(world: &World) {
    let other = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    for opened in [
        Store::open(&world.place, other.clone()),
        Store::create(&world.place, other.clone()),
    ] {
        let said = refusal(opened);
        assert!(
            said.contains("the key does not belong to this store"),
            "{said}"
        );
        assert!(said.contains("key file"), "{said}");
    }
    world
        .another()
        .require_initialised(world.now())
        .await
        .unwrap();
    world.assert_whole().await;
}

pub async fn one_organisation(world: &World) {
    let settings = world.rows("SELECT name, value FROM setting ORDER BY name");
    let second = Organisation {
        name: "Fabrikam".to_owned(),
        admin: "eve@fabrikam.example".to_owned(),
        ..contoso()
    };
    let again = world
        .service
        .initialise(&world.operator, second, world.now())
        .await;
    assert!(sentence(again).contains("already has an organisation"));
    assert_eq!(
        world.rows("SELECT name, value FROM setting ORDER BY name"),
        settings
    );
    assert_eq!(world.number("SELECT count(*) FROM account"), 2);

    // Two at once: one of them, whole.
    let place = made(world, "twice.db");
    let services = [0, 1].map(|_| Service::new(open(world, &place).unwrap()));
    let (one, other) = tokio::join!(
        services[0].initialise(&world.operator, contoso(), world.now()),
        services[1].initialise(&world.operator, contoso(), world.now()),
    );
    assert!(one.is_ok() != other.is_ok());
    assert_eq!(
        raw::rows(&place, "SELECT count(*) FROM account"),
        [[text("1")]]
    );
}

pub async fn an_interrupted_init_is_run_again(world: &World) {
    let place = made(world, "half.db");
    let service = Service::new(open(world, &place).unwrap());
    let said = sentence(service.require_initialised(world.now()).await);
    assert!(said.contains("run `keyhatch init`"), "{said}");
    drop(service);
    closed(&place);
    let service = Service::new(create(world, &place).unwrap());
    for bad in [
        Organisation {
            password: secret("short"),
            ..contoso()
        },
        Organisation {
            password: secret("my contoso pass"),
            ..contoso()
        },
        Organisation {
            admin: "ada".to_owned(),
            ..contoso()
        },
        Organisation {
            name: String::new(),
            ..contoso()
        },
        Organisation {
            password: SecretText::new("x".repeat(2000)),
            ..contoso()
        },
    ] {
        sentence(service.initialise(&world.operator, bad, world.now()).await);
        assert_eq!(
            raw::rows(&place, "SELECT * FROM setting"),
            Vec::<raw::Cells>::new()
        );
        assert_eq!(
            raw::rows(&place, "SELECT * FROM audit"),
            Vec::<raw::Cells>::new()
        );
    }
    service
        .initialise(&world.operator, contoso(), world.now())
        .await
        .unwrap();
    service.require_initialised(world.now()).await.unwrap();
    let records = raw::rows(&place, "SELECT seq, activity FROM audit ORDER BY seq");
    let expected = [["1", "store_created"], ["2", "account_added"]];
    assert_eq!(records, expected.map(|row| row.map(text).to_vec()));
}

pub async fn store_time_never_runs_backwards(world: &World) {
    let (slow, hour) = (world.another(), 3600);
    world.advance(hour);
    let ahead = world.begin(MIA).await;
    let behind = Timestamp::from_seconds(START);
    let begun = slow
        .begin_reset(&origin(TERMINAL), claim(MIA), behind)
        .await
        .unwrap();
    let (journey, _) = go(on(begun));
    let records = world.records("").await;
    assert!(records.windows(2).all(|pair| pair[0].time <= pair[1].time));
    assert_eq!(records.last().unwrap().time, world.now());
    // Both journeys end at the same moment, whichever clock it is seen by.
    world.advance(899);
    world.overview(&journey).await;
    world.overview(&ahead).await;
    world.advance(1);
    gone(world.next(&journey).await);
    gone(
        slow.next_step(&origin(TERMINAL), &ahead, behind)
            .await
            .unwrap(),
    );
    let clock = world.number("SELECT number FROM meta WHERE name = 'clock'");
    assert_eq!(clock, world.now().micros());
    // After a restart, too.
    let restarted = world.another();
    gone(
        restarted
            .next_step(&origin(TERMINAL), &journey, behind)
            .await
            .unwrap(),
    );
}
