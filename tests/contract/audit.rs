//! The audit chain: whatever is changed behind the product's back, the first bad record is named.

use keyhatch::domain::audit::{FIELDS, Record};
use keyhatch::service::form::Form;
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

/// A log with several of everything, over two days.
async fn two_days(world: &World) {
    let tom = "tom@contoso.example";
    world.add(tom, &Form::default(), OLD).await;
    for terminal in [TERMINAL, "lobby/tty2"] {
        for user in [MIA, tom, "stranger@contoso.example"] {
            world.advance(3600 * 8);
            let _ = world.try_begin(user, terminal).await;
        }
    }
}

pub async fn everything_asked_at_once(world: &World) {
    two_days(world).await;
    let all = world.records("").await;
    let some = |name: &str| -> Vec<Option<String>> {
        let mut values: Vec<Option<String>> = all
            .iter()
            .map(|record| Some(field(record, name).to_owned()))
            .filter(|value| value.as_deref() != Some(""))
            .collect();
        values.sort();
        values.dedup();
        // The first, the last, and not asked.
        let ends = [values.first().cloned(), values.pop()];
        ends.into_iter().flatten().chain([None]).collect()
    };
    let middle = all[all.len() / 2].time;
    let mut found = 0;
    for account in some("account") {
        for activity in some("activity") {
            for outcome in some("outcome") {
                for terminal in some("terminal") {
                    for (since, until) in [(None, None), (Some(middle), None), (None, Some(middle))]
                    {
                        let filter = Filter {
                            account: account.clone(),
                            activity: activity.clone(),
                            outcome: outcome.clone(),
                            terminal: terminal.clone(),
                            since,
                            until,
                            ..Filter::default()
                        };
                        let fits = |record: &&Record| {
                            let same = |asked: &Option<String>, name| {
                                asked
                                    .as_deref()
                                    .is_none_or(|asked| field(record, name) == asked)
                            };
                            same(&account, "account")
                                && same(&activity, "activity")
                                && same(&outcome, "outcome")
                                && same(&terminal, "terminal")
                                && since.is_none_or(|since| record.time >= since)
                                && until.is_none_or(|until| record.time < until)
                        };
                        let expected: Vec<&Record> = all.iter().filter(fits).collect();
                        let given = world.filtered(filter.clone()).await;
                        assert!(given.iter().eq(expected.iter().copied()), "{filter:?}");
                        found += given.len();
                    }
                }
            }
        }
    }
    assert!(found > all.len());
    // A reference goes together with the rest.
    let started = world.last("reset_started").await;
    let with = |account: &str| Filter {
        account: text(account),
        reference: text(field(&started, "reference")),
        ..Filter::default()
    };
    assert_eq!(
        world.filtered(with("stranger@contoso.example")).await,
        std::slice::from_ref(&started)
    );
    assert!(world.filtered(with(MIA)).await.is_empty());
    // An account is found as people type it.
    let typed = Filter {
        account: text(" MIAS@Contoso.example"),
        ..Filter::default()
    };
    let by_name = Filter {
        account: text(MIA),
        ..Filter::default()
    };
    assert_eq!(world.filtered(typed).await, world.filtered(by_name).await);
}

pub async fn pages_hold_every_record_once(world: &World) {
    two_days(world).await;
    for filter in [
        Filter::default(),
        Filter {
            account: text(MIA),
            ..Filter::default()
        },
        Filter {
            terminal: text(TERMINAL),
            ..Filter::default()
        },
    ] {
        let mut expected = world.filtered(filter.clone()).await;
        expected.reverse();
        let (mut paged, mut before) = (Vec::new(), None);
        loop {
            let page = world
                .service
                .audit_page(&world.operator, &filter, before, 3, world.now());
            let page = page.await.unwrap();
            assert!(page.len() <= 3);
            let Some(last) = page.last() else { break };
            before = Some(last.seq);
            paged.extend(page);
        }
        assert_eq!(paged, expected, "{filter:?}");
    }
}

pub async fn what_comes_is_seen_once(world: &World) {
    two_days(world).await;
    let strangers = Filter {
        account: text("stranger@contoso.example"),
        ..Filter::default()
    };
    let after = |seen| {
        let (service, operator) = (&world.service, &world.operator);
        service.audit_after(operator, &strangers, seen, world.now())
    };
    let first = after(0).await.unwrap();
    assert!(!first.records.is_empty());
    let last = world.number("SELECT max(seq) FROM audit");
    assert_eq!(first.seen, last);
    let none = after(last).await.unwrap();
    assert!(none.records.is_empty() && none.seen == last);
    // Others' records move on what was seen.
    let _ = world.try_begin(MIA, TERMINAL).await;
    let none = after(last).await.unwrap();
    assert!(none.records.is_empty() && none.seen > last);
    let _ = world.try_begin("stranger@contoso.example", TERMINAL).await;
    let news = after(none.seen).await.unwrap();
    assert!(!news.records.is_empty());
    let all = [first.records, news.records].concat();
    assert_eq!(all, world.filtered(strangers.clone()).await);
}
