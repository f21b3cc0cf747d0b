//! The audit chain: whatever is changed behind the product's back, the first bad record is named.

use keyhatch::domain::audit::FIELDS;
use keyhatch::store::audit::{Filter, Head, Verdict};

use super::world::*;

/// Some steps, wrong ones among them; the number of the last record.
async fn history(world: &World) -> i64 {
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        go(world.guess(&journey).await);
    }
    refused(world.guess(&journey).await);
    world
        .service
        .release(&world.operator, MIA, world.now())
        .await
        .unwrap();
    world.assert_whole().await;
    world.number("SELECT max(seq) FROM audit")
}

async fn verdict(world: &World, head: Option<&Head>) -> Verdict {
    let verified = world
        .service
        .verify_audit(&world.operator, head.cloned(), world.now());
    verified.await.unwrap()
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn bytes(world: &World, hex: &str) -> String {
    match world.is_sqlite() {
        true => format!("x'{hex}'"),
        false => format!("decode('{hex}', 'hex')"),
    }
}

pub async fn every_column_is_covered(world: &World) {
    let last = history(world).await;
    let tried = world.last("gate_tried").await;
    let blocked = world.last("account_blocked").await;
    for record in [&tried, &blocked] {
        let seq = record.seq;
        for (index, column) in FIELDS.iter().enumerate() {
            let (original, changed) = match &record.fields[index] {
                None => ("NULL".to_owned(), "''".to_owned()),
                Some(text) => {
                    let (rest, byte) = text.split_at(text.len() - 1);
                    let flipped = char::from(byte.as_bytes()[0] ^ 1);
                    (quoted(text), quoted(&format!("{rest}{flipped}")))
                }
            };
            world.tamper(seq, column, &changed);
            assert_eq!(verdict(world, None).await, Verdict::Broken(seq), "{column}");
            world.tamper(seq, column, &original);
            assert_eq!(verdict(world, None).await, Verdict::Whole(last), "{column}");
        }
        world.tamper(seq, "detail", "'nothing happened'");
        assert_eq!(verdict(world, None).await, Verdict::Broken(seq));
        let detail = record.fields[9]
            .as_deref()
            .map_or("NULL".to_owned(), quoted);
        world.tamper(seq, "detail", &detail);

        world.tamper(seq, "time", "time + 1");
        assert_eq!(verdict(world, None).await, Verdict::Broken(seq));
        world.tamper(seq, "time", "time - 1");
        world.tamper(seq, "seq", "seq + 1000");
        assert_eq!(verdict(world, None).await, Verdict::Broken(seq));
        world.tamper(seq + 1000, "seq", "seq - 1000");

        let mut hash = record.hash.clone();
        hash[31] ^= 1;
        let hex = data_encoding::HEXLOWER.encode(&hash);
        world.tamper(seq, "hash", &bytes(world, &hex));
        assert_eq!(verdict(world, None).await, Verdict::Broken(seq));
        let hex = data_encoding::HEXLOWER.encode(&record.hash);
        world.tamper(seq, "hash", &bytes(world, &hex));
        assert_eq!(verdict(world, None).await, Verdict::Whole(last));
    }
    // Letters moved over the border of two fields make another record.
    let account = field(&tried, "account");
    let (rest, moved) = account.split_at(account.len() - 1);
    let actor = format!("{moved}{}", field(&tried, "actor"));
    world.tamper(tried.seq, "account", &quoted(rest));
    world.tamper(tried.seq, "actor", &quoted(&actor));
    assert_eq!(verdict(world, None).await, Verdict::Broken(tried.seq));
}

pub async fn a_missing_record_shows(world: &World) {
    let last = history(world).await;
    world.sql("CREATE TABLE kept AS SELECT * FROM audit");
    for seq in [1, 2, last - 1] {
        world.sql(&format!("DELETE FROM audit WHERE seq = {seq}"));
        assert_eq!(verdict(world, None).await, Verdict::Broken(seq));
        world.sql(&format!(
            "INSERT INTO audit SELECT * FROM kept WHERE seq = {seq}"
        ));
        world.assert_whole().await;
    }
    // Closing the gap does not help.
    world.sql(&format!("DELETE FROM audit WHERE seq = {}", last - 1));
    world.tamper(last, "seq", "seq - 1");
    assert_eq!(verdict(world, None).await, Verdict::Broken(last - 1));
    // What the product did not write is no record.
    world.sql("DELETE FROM audit");
    world.sql("INSERT INTO audit SELECT * FROM kept");
    world.sql(&format!(
        "INSERT INTO audit (seq, time, activity, outcome, actor, hash)
         SELECT {} + 1, time, activity, outcome, actor, hash FROM audit WHERE seq = {last}",
        last
    ));
    assert_eq!(verdict(world, None).await, Verdict::Broken(last + 1));
}

pub async fn a_cut_tail_shows_by_its_head(world: &World) {
    let early = world
        .service
        .audit_head(&world.operator, world.now())
        .await
        .unwrap();
    let last = history(world).await;
    let head = world
        .service
        .audit_head(&world.operator, world.now())
        .await
        .unwrap();
    assert_eq!(head.seq, last);
    assert_eq!(verdict(world, Some(&head)).await, Verdict::Whole(last));
    world.sql(&format!("DELETE FROM audit WHERE seq > {}", last - 2));
    assert_eq!(verdict(world, None).await, Verdict::Whole(last - 2));
    assert_eq!(verdict(world, Some(&early)).await, Verdict::Whole(last - 2));
    assert_eq!(verdict(world, Some(&head)).await, Verdict::Broken(last - 1));
    // Nor is it hidden by what comes after.
    for _ in 0..4 {
        world.begin(MIA).await;
    }
    assert_eq!(verdict(world, None).await, Verdict::Whole(last + 2));
    assert_eq!(verdict(world, Some(&head)).await, Verdict::Broken(last));
    assert_eq!(verdict(world, Some(&early)).await, Verdict::Whole(last + 2));
}

pub async fn swapped_records_show(world: &World) {
    let last = history(world).await;
    for (one, other) in [(3, 4), (2, last)] {
        let swap = format!(
            "UPDATE audit SET seq = -1 WHERE seq = {one};
             UPDATE audit SET seq = {one} WHERE seq = {other};
             UPDATE audit SET seq = {other} WHERE seq = -1"
        );
        world.sql(&swap);
        assert_eq!(verdict(world, None).await, Verdict::Broken(one));
        world.sql(&swap);
        world.assert_whole().await;
    }
}

pub async fn records_by_what_is_asked(world: &World) {
    history(world).await;
    world.advance(60);
    let journey = world.begin(MIA).await;
    let last = world.last("reset_started").await;
    let reference = field(&last, "reference").to_owned();
    let with = |filter: Filter| world.filtered(filter);
    let found = with(Filter {
        reference: Some(reference.clone()),
        ..Filter::default()
    })
    .await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0], last);
    let found = with(Filter {
        since: Some(world.now()),
        ..Filter::default()
    })
    .await;
    assert_eq!(found.len(), 1);
    let found = with(Filter {
        account: Some(MIA.to_owned()),
        ..Filter::default()
    })
    .await;
    assert!(found.iter().all(|record| field(record, "account") == MIA));
    assert!(found.windows(2).all(|pair| pair[0].seq < pair[1].seq));
    let all = world.records("").await;
    assert_eq!(
        found.len(),
        all.iter().filter(|r| field(r, "account") == MIA).count()
    );
    let both = Filter {
        account: Some(MIA.to_owned()),
        activity: Some("gate_tried".to_owned()),
        ..Filter::default()
    };
    assert_eq!(with(both).await.len(), 5);
    let none = Filter {
        account: Some("' OR 1=1 --".to_owned()),
        ..Filter::default()
    };
    assert!(with(none).await.is_empty());
    assert!(all.windows(2).all(|pair| pair[0].time <= pair[1].time));
    world.pass_mail(&journey).await;
}
