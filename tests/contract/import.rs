//! Many accounts at once: all or none, or all but the bad ones; and deleting one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use keyhatch::domain::journey::Finished;
use keyhatch::domain::letter::Letter;
use keyhatch::domain::people::AccountFilter;
use keyhatch::domain::role::Role;
use keyhatch::service::form::Form;
use keyhatch::service::import::{Entry, Imported, Line, Lines, Report};
use keyhatch::service::import_watch::Watched;
use keyhatch::service::sign_in::Checked;
use keyhatch::service::{Actor, ServiceError};

use super::world::*;

/// Rows instead of a file.
struct Given(Vec<(u64, Result<Entry, String>)>);

impl Lines for Given {
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String> {
        Ok(Box::new(self.0.clone().into_iter().map(Ok)))
    }

    fn name(&self) -> String {
        "people.csv".to_owned()
    }
}

pub fn row(line: u64, upn: &str, form: Form) -> (u64, Result<Entry, String>) {
    let entry = Entry {
        upn: upn.to_owned(),
        form,
        must_change: None,
    };
    (line, Ok(entry))
}

fn named(name: &str) -> Form {
    Form {
        name: text(name),
        ..Form::default()
    }
}

fn with_role(role: &str) -> Form {
    Form {
        roles: Some(vec![role.to_owned()]),
        ..Form::default()
    }
}

/// What importing came to, and the lines that were bad.
pub async fn import(
    world: &World,
    actor: &Actor,
    rows: Vec<(u64, Result<Entry, String>)>,
    skip_bad: bool,
) -> (Result<Imported, ServiceError>, Vec<u64>) {
    let bad = Arc::new(Mutex::new(Vec::new()));
    let into = bad.clone();
    let report: Report = Arc::new(move |line, _: &str| into.lock().unwrap().push(line));
    let (service, lines, now) = (&world.service, Arc::new(Given(rows)), world.now());
    let came = match skip_bad {
        true => {
            service
                .import_good_accounts(actor, lines, report, now)
                .await
        }
        false => service.import_accounts(actor, lines, report, now).await,
    };
    let bad = std::mem::take(&mut *bad.lock().unwrap());
    (came, bad)
}

fn mixed() -> Vec<(u64, Result<Entry, String>)> {
    let inside = Form {
        alternate_email: text("ben@contoso.example"),
        ..Form::default()
    };
    vec![
        row(2, "ben@contoso.example", named("Ben")),
        row(3, "no name at all", Form::default()),
        row(5, "eve@contoso.example", inside),
        (6, Err("it has 2 cells".to_owned())),
        row(9, " BEN@contoso.example", named("Ben again")),
        row(10, MIA, named("Mia Jones")),
        row(11, ADMIN, Form::default()),
        row(12, "roy@contoso.example", with_role("emperor")),
    ]
}

pub async fn all_rows_or_none(world: &World) {
    let before = world.records("").await.len();
    let (came, bad) = import(world, &world.operator, mixed(), false).await;
    let said = sentence(came);
    assert!(said.starts_with("5 of 8 rows can't be taken"), "{said}");
    assert_eq!(bad, [3, 5, 6, 9, 12]);
    assert_eq!(world.records("").await.len(), before);
    let good: Vec<_> = mixed()
        .into_iter()
        .filter(|(line, _)| !bad.contains(line))
        .collect();
    let (came, bad) = import(world, &world.operator, good.clone(), false).await;
    assert_eq!(bad, [0; 0]);
    let expected = Imported {
        added: 1,
        changed: 1,
        same: 1,
        bad: 0,
    };
    assert_eq!(came.unwrap(), expected);
    let records = world.records("").await;
    let kinds: Vec<_> = records[before..]
        .iter()
        .map(|record| (field(record, "activity"), field(record, "account")))
        .collect();
    assert_eq!(
        kinds,
        [
            ("account_added", "ben@contoso.example"),
            ("account_edited", MIA),
            ("accounts_imported", ""),
        ]
    );
    let detail = field(&records[before + 2], "detail");
    assert_eq!(
        detail,
        "people.csv: 1 added, 1 changed, 1 unchanged, 0 left out"
    );
    // Once more changes nothing but the log.
    let (came, _) = import(world, &world.operator, good, false).await;
    assert_eq!(came.unwrap().same, 3);
    world.assert_whole().await;
}

pub async fn all_rows_but_the_bad(world: &World) {
    let (came, bad) = import(world, &world.operator, mixed(), true).await;
    assert_eq!(bad, [3, 5, 6, 9, 12]);
    assert_eq!(came.unwrap().bad, 5);
    let mia = world.service.account(&world.operator, MIA, world.now());
    let profile = mia.await.unwrap().account.profile;
    assert_eq!(profile.name, text("Mia Jones"));
    // What was not in the row is as it was.
    assert_eq!(profile.alternate_email, text(HOME));
    // More than one transaction's worth, and every account can be found.
    let many = (0..1203).map(|n| row(n + 2, &format!("p{n}@contoso.example"), Form::default()));
    let (came, _) = import(world, &world.operator, many.collect(), true).await;
    assert_eq!(came.unwrap().added, 1203);
    let found =
        world
            .service
            .count_accounts(&world.operator, AccountFilter::typed("p1202"), world.now());
    assert_eq!(found.await.unwrap(), 1);
    world.assert_whole().await;
}

pub async fn who_has_no_password_gets_in_by_a_reset(world: &World) {
    let ben = "ben@contoso.example";
    let form = Form {
        alternate_email: text("ben@home.example"),
        ..Form::default()
    };
    let (came, _) = import(world, &world.operator, vec![row(2, ben, form)], false).await;
    assert_eq!(came.unwrap().added, 1);
    for password in ["", OLD] {
        assert_eq!(world.check(ben, password).await, Checked::Wrong);
    }
    world.add_authenticator(ben).await;
    let journey = world.begin(ben).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    let right = Checked::Right { must_change: false };
    assert_eq!(world.check(ben, NEW).await, right);
}

pub async fn a_changed_address_in_a_file_is_told_to_the_old_one(world: &World) {
    let form = Form {
        alternate_email: text("mia@elsewhere.example"),
        ..Form::default()
    };
    let (came, _) = import(world, &world.operator, vec![row(2, MIA, form)], false).await;
    assert_eq!(came.unwrap().changed, 1);
    let arrived = world.post().await;
    assert!(
        arrived
            .iter()
            .any(|letter| letter.to == HOME
                && matches!(letter.letter, Letter::AddressChanged { .. }))
    );
}

pub async fn administrators_are_no_business_of_a_user_administrator(world: &World) {
    let mia = with_roles(world, &[Role::User]).await;
    let rows = || {
        vec![
            row(2, "ben@contoso.example", named("Ben")),
            row(3, ADMIN, named("Somebody Else")),
            row(4, "eve@contoso.example", with_role("helpdesk")),
            row(5, "roy@contoso.example", with_role("none")),
        ]
    };
    let (came, bad) = import(world, &mia, rows(), false).await;
    sentence(came);
    assert_eq!(bad, [3, 4]);
    let (came, bad) = import(world, &mia, rows(), true).await;
    assert_eq!((came.unwrap().added, bad), (2, vec![3, 4]));
    for roles in [&[Role::Helpdesk][..], &[Role::ReportsReader], &[]] {
        let mia = with_roles(world, roles).await;
        for skip_bad in [true, false] {
            let (came, _) = import(world, &mia, rows(), skip_bad).await;
            assert!(sentence(came).starts_with("none of your roles may"));
        }
    }
}

pub async fn no_file_makes_a_temporary_password_permanent(world: &World) {
    let (service, now) = (&world.service, world.now());
    world
        .add("ron@contoso.example", &with_role("user"), OLD)
        .await;
    let ron = service
        .account(&world.operator, "ron@contoso.example", now)
        .await;
    let ron = ron.unwrap().account;
    let ron = Actor::signed(ron.id, ron.upn, now);
    let made = service.temporary_password(&ron, MIA, now).await.unwrap();
    let rows = |must: bool| {
        let entry = Entry {
            upn: MIA.to_owned(),
            form: Form::default(),
            must_change: Some(must),
        };
        vec![(2, Ok(entry))]
    };
    let temporary = Checked::Right { must_change: true };
    for skip_bad in [false, true] {
        let (_, bad) = import(world, &ron, rows(false), skip_bad).await;
        assert_eq!(bad, [2]);
        assert_eq!(world.check(MIA, made.expose()).await, temporary);
    }
    let (came, bad) = import(world, &ron, rows(true), false).await;
    assert_eq!((came.unwrap().same, bad.len()), (1, 0));
    // Whoever sets the accounts up on the host may.
    let (came, _) = import(world, &world.operator, rows(false), false).await;
    assert_eq!(came.unwrap().changed, 1);
}

async fn with_roles(world: &World, roles: &[Role]) -> Actor {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_roles(operator, MIA, roles.to_vec(), now)
        .await
        .unwrap();
    let account = service.account(operator, MIA, now).await.unwrap().account;
    Actor::signed(account.id, account.upn, now)
}

pub async fn the_records_of_a_deleted_account_stay(world: &World) {
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let records = world.records("").await;
    service.delete_account(operator, MIA, now).await.unwrap();
    let after = world.records("").await;
    assert_eq!(after[..records.len()], records[..]);
    let last = after.last().unwrap();
    assert_eq!(
        (field(last, "activity"), field(last, "account")),
        ("account_deleted", MIA)
    );
    gone(world.next(&journey).await);
    assert!(world.post().await.is_empty());
    assert_eq!(world.check(MIA, OLD).await, Checked::Wrong);
    let again = service.delete_account(operator, MIA, now).await;
    assert!(sentence(again).contains("there is no account"));
    for table in [
        "method",
        "verifier",
        "journey",
        "code",
        "outbox",
        "search_token",
    ] {
        let left = format!(
            "SELECT count(*) FROM {table} {}",
            match table {
                "method" | "journey" | "code" | "outbox" => "",
                _ => "WHERE account_id NOT IN (SELECT id FROM account)",
            }
        );
        assert_eq!(world.number(&left), 0, "{table}");
    }
    world.assert_whole().await;
}

pub async fn the_last_global_administrator_stays(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let said = sentence(service.delete_account(operator, ADMIN, now).await);
    assert!(said.contains("last enabled global administrator"), "{said}");
    // One who is disabled is no other.
    with_roles(world, &[Role::Global]).await;
    service
        .set_enabled(operator, MIA, false, now)
        .await
        .unwrap();
    sentence(service.delete_account(operator, ADMIN, now).await);
    service.delete_account(operator, MIA, now).await.unwrap();
    world
        .add("eve@contoso.example", &with_role("global"), OLD)
        .await;
    service.delete_account(operator, ADMIN, now).await.unwrap();
}

pub async fn it_tells_how_far_it_is_and_can_be_stopped(world: &World) {
    let rows = || {
        let upn = |n: u64| format!("p{n}@contoso.example");
        (0..1203)
            .map(|n| row(n + 2, &upn(n), Form::default()))
            .collect()
    };
    let (heard, stop) = (
        Arc::new(Mutex::new(Vec::new())),
        Arc::new(AtomicBool::new(false)),
    );
    let (into, set) = (heard.clone(), stop.clone());
    let told = Arc::new(move |pass, row| {
        into.lock().unwrap().push((pass, row));
        // While it is being written.
        set.store(pass == 2 && row == 1000, Ordering::Relaxed);
    });
    let lines = Arc::new(Watched::new(Arc::new(Given(rows())), told, stop.clone()));
    let silent: Report = Arc::new(|_, _: &str| {});
    let before = world.records("").await.len();
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let came = service.import_accounts(operator, lines, silent.clone(), now);
    assert!(sentence(came.await).starts_with("it was stopped"));
    let steps = [(1, 0), (1, 500), (1, 1000), (2, 0), (2, 500), (2, 1000)];
    assert_eq!(*heard.lock().unwrap(), steps);
    assert_eq!(world.records("").await.len(), before, "all or none");
    stop.store(false, Ordering::Relaxed);
    let lines = Watched::new(Arc::new(Given(rows())), Arc::new(|_, _| {}), stop);
    let came = service.import_accounts(operator, Arc::new(lines), silent, now);
    assert_eq!(came.await.unwrap().added, 1203);
}
