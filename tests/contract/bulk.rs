//! One thing done to many accounts: counted first, recorded one by one, each refusal told, and it
//! can be stopped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use keyhatch::domain::licence::Licence;
use keyhatch::domain::people::AccountFilter;
use keyhatch::domain::role::Role;
use keyhatch::service::bulk::{BulkAction, BulkDone, News, Watch};
use keyhatch::service::form::Form;
use keyhatch::service::{Actor, ServiceError};

use super::world::*;

async fn crowd(world: &World, many: usize) {
    for nth in 0..many {
        let form = Form {
            name: Some(format!("Crowd {nth}")),
            ..Form::default()
        };
        let (service, now) = (&world.service, world.now());
        let upn = format!("crowd{nth:03}@contoso.example");
        let rows = service.add_account(
            &world.operator,
            &upn,
            &form,
            keyhatch::service::accounts::FirstPassword::Given {
                password: secret(OLD),
                must_change: false,
            },
            now,
        );
        rows.await.unwrap();
    }
}

fn them() -> AccountFilter {
    AccountFilter::typed("crowd")
}

async fn bulk(
    world: &World,
    actor: &Actor,
    action: BulkAction,
    expected: u64,
) -> (Result<BulkDone, ServiceError>, Vec<String>) {
    let refused = Arc::new(Mutex::new(Vec::new()));
    let into = refused.clone();
    let told = move |news: News<'_>| {
        if let News::Refused(upn, why) = news {
            into.lock().unwrap().push(format!("{upn}: {why}"));
        }
    };
    let watch = Watch::new(told, Arc::new(AtomicBool::new(false)));
    let (service, now) = (&world.service, world.now());
    let done = service.bulk(actor, action, them(), expected, watch, now);
    let done = done.await;
    let refused = std::mem::take(&mut *refused.lock().unwrap());
    (done, refused)
}

fn changed(changed: u64, same: u64, refused: u64) -> BulkDone {
    BulkDone {
        changed,
        same,
        refused,
        left: 0,
    }
}

pub async fn only_as_many_as_expected(world: &World) {
    crowd(world, 3).await;
    let before = world.records("").await.len();
    for wrong in [0, 2, 4] {
        let (done, _) = bulk(world, &world.operator, BulkAction::Disable, wrong).await;
        let said = sentence(done);
        let expected = format!("3 accounts fit now, not {wrong}, and nothing was changed");
        assert!(said.starts_with(&expected), "{said}");
    }
    assert_eq!(world.records("").await.len(), before);
}

pub async fn each_is_recorded(world: &World) {
    crowd(world, 5).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let group = service.add_group(operator, "Many", "security", None, now);
    group.await.unwrap();
    let into = || BulkAction::AddTo("many".to_owned());
    for (action, activity) in [
        (BulkAction::Disable, "account_disabled"),
        (BulkAction::Enable, "account_enabled"),
        (BulkAction::Licence(Some(Licence::Basic)), "licence_changed"),
        (BulkAction::Licence(None), "licence_changed"),
        (BulkAction::RequireRegistration, "registration_required"),
        (into(), "member_added"),
    ] {
        let before = world.records(activity).await.len();
        let (done, _) = bulk(world, operator, action.clone(), 5).await;
        assert_eq!(done.unwrap(), changed(5, 0, 0), "{action:?}");
        assert_eq!(
            world.records(activity).await.len(),
            before + 5,
            "{action:?}"
        );
        // Again it makes no difference, and leaves no record.
        let (done, _) = bulk(world, operator, action.clone(), 5).await;
        assert_eq!(done.unwrap(), changed(0, 5, 0), "{action:?}");
        assert_eq!(
            world.records(activity).await.len(),
            before + 5,
            "{action:?}"
        );
    }
    world.sql(&format!(
        "UPDATE account SET blocked_until = {} WHERE upn_key < 'crowd002'",
        (now.seconds() + 60) * 1_000_000
    ));
    let (done, _) = bulk(world, operator, BulkAction::Release, 5).await;
    assert_eq!(done.unwrap(), changed(2, 3, 0));
    let nowhere = BulkAction::AddTo("nowhere".to_owned());
    let (done, _) = bulk(world, operator, nowhere, 5).await;
    assert!(sentence(done).contains("there is no group `nowhere`"));
    world.assert_whole().await;
}

pub async fn administrators_are_refused_one_by_one(world: &World) {
    crowd(world, 4).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let boss = "crowd002@contoso.example";
    let made = service.set_roles(operator, boss, vec![Role::Helpdesk], now);
    made.await.unwrap();
    let user = service.set_roles(operator, MIA, vec![Role::User], now);
    user.await.unwrap();
    let account = service.account(operator, MIA, now).await.unwrap().account;
    let mia = Actor::signed(account.id, account.upn, world.now());
    let (done, refused) = bulk(world, &mia, BulkAction::Disable, 4).await;
    assert_eq!(done.unwrap(), changed(3, 0, 1));
    let [refused] = refused.as_slice() else {
        panic!("{refused:?}");
    };
    assert!(refused.starts_with(&format!("{boss}: none of your roles may")));
    let desk = service.set_roles(operator, MIA, vec![Role::Helpdesk], now);
    desk.await.unwrap();
    let (done, _) = bulk(world, &mia, BulkAction::Enable, 4).await;
    assert!(sentence(done).starts_with("none of your roles may"));
}

pub async fn it_can_be_stopped(world: &World) {
    crowd(world, 3).await;
    let lines = (0..500).map(|nth| format!("crowd{nth:04}@many.example"));
    let lines: Vec<String> = lines.collect();
    for upn in &lines {
        let values = format!(
            "INSERT INTO account (upn, upn_key, roles, enabled, must_change, failures, wrong_tags,
                 source, created) VALUES ('{upn}', '{upn}', '', 1, 0, 0, '', 'local', 0)"
        );
        let word = format!(
            "INSERT INTO search_token (word, upn_key, account_id)
             SELECT 'crowd', upn_key, id FROM account WHERE upn_key = '{upn}'"
        );
        world.sql(&format!("{values}; {word}"));
    }
    let stop = Arc::new(AtomicBool::new(false));
    let (set, through) = (stop.clone(), Arc::new(Mutex::new(Vec::new())));
    let into = through.clone();
    let told = move |news: News<'_>| {
        if let News::Through(so_far, all) = news {
            into.lock().unwrap().push((so_far, all));
            set.store(true, Ordering::Relaxed);
        }
    };
    let watch = Watch::new(told, stop);
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let done = service.bulk(operator, BulkAction::Disable, them(), 503, watch, now);
    let done = done.await.unwrap();
    assert_eq!((done.changed, done.left), (200, 303));
    assert_eq!(*through.lock().unwrap(), [(200, 503)]);
    assert_eq!(world.records("account_disabled").await.len(), 200);
    world.assert_whole().await;
}
