//! One account's page: what it shows to whom, and which looks are recorded.

use keyhatch::domain::method::Method;
use keyhatch::domain::role::{Permission, Role};
use keyhatch::domain::throttle::Counted;
use keyhatch::service::Actor;
use keyhatch::service::account_page::AccountPage;
use keyhatch::service::form::Form;

use super::world::*;

const DESK: &str = "desk@contoso.example";

/// Somebody with this role.
async fn with_role(world: &World, role: Role) -> Actor {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    if service.account(operator, DESK, now).await.is_err() {
        world.add(DESK, &Form::default(), OLD).await;
    }
    let set = service.set_roles(operator, DESK, vec![role], now);
    set.await.unwrap();
    let account = service.account(operator, DESK, now).await.unwrap().account;
    Actor::signed(account.id, account.upn, world.now())
}

async fn page(world: &World, actor: &Actor) -> AccountPage {
    let page = world.service.account_page(actor, MIA, world.now());
    page.await.unwrap()
}

pub async fn what_it_shows(world: &World) {
    let journey = world.begin(MIA).await;
    world.guess(&journey).await;
    world.advance(60);
    world.guess(&journey).await;
    let page = page(world, &world.operator).await;
    assert_eq!(page.view.account.upn, MIA);
    assert!(page.checks.iter().all(|check| check.ok));
    assert_eq!(page.gates, 2);
    assert_eq!(page.usable, [Method::AppCode, Method::Email]);
    let failed = page.counters.iter();
    let failed = failed
        .filter(|counter| counter.used > 0)
        .collect::<Vec<_>>();
    let [failed] = failed.as_slice() else {
        panic!("{failed:?}");
    };
    assert_eq!(failed.counted, Counted::FailedProof);
    assert_eq!(
        (failed.used, failed.limit, failed.is_used_up()),
        (2, 5, false)
    );
    // The oldest counts a day, from a minute ago.
    let until = failed.until.unwrap().seconds();
    assert_eq!(until, world.now().seconds() - 60 + 86_400);
    let [journey] = page.journeys.as_slice() else {
        panic!("{:?}", page.journeys);
    };
    assert_eq!(
        (journey.state.as_str(), journey.terminal.as_str()),
        ("open", TERMINAL)
    );
    let records = page.records.unwrap();
    assert_eq!(field(&records[0], "activity"), "gate_tried");
    assert_eq!(field(&records[0], "reference"), journey.reference);
    assert!(records.is_sorted_by(|a, b| a.seq > b.seq));
    let shorter = world
        .service
        .journeys_of(&world.operator, MIA, 5, world.now());
    assert_eq!(shorter.await.unwrap(), page.journeys);
}

pub async fn whole_values_for_who_manages_methods(world: &World) {
    for (role, whole, audit) in [
        (Role::Global, true, true),
        (Role::AuthenticationPolicy, true, false),
        (Role::User, true, false),
        (Role::Helpdesk, false, true),
    ] {
        let actor = with_role(world, role).await;
        let page = page(world, &actor).await;
        let mail = page
            .methods
            .iter()
            .find(|held| held.method == Method::Email);
        let mail = mail.unwrap();
        assert_eq!(mail.masked.as_deref(), Some("m*****@home.example"));
        assert_eq!(mail.whole.as_deref(), whole.then_some(HOME), "{role:?}");
        assert_eq!(page.records.is_some(), audit, "{role:?}");
        assert_eq!(page.may.contains(&Permission::ManageMethods), whole);
    }
    let reader = with_role(world, Role::ReportsReader).await;
    let page = world.service.account_page(&reader, MIA, world.now()).await;
    assert!(sentence(page).starts_with("none of your roles may see accounts"));
    // An administrator's own is an administrator's, too: nothing can be done, and nothing seen whole.
    let desk = with_role(world, Role::User).await;
    let page = world.service.account_page(&desk, ADMIN, world.now()).await;
    assert!(page.unwrap().may.is_empty());
}

pub async fn a_look_is_recorded_once(world: &World) {
    for (role, recorded) in [(Role::User, 0), (Role::Global, 0), (Role::Helpdesk, 1)] {
        let actor = with_role(world, role).await;
        page(world, &actor).await;
        page(world, &actor).await;
        let records = world.records("account_viewed").await;
        assert_eq!(records.len(), recorded, "{role:?}");
    }
    let record = world.last("account_viewed").await;
    assert_eq!(
        (field(&record, "actor"), field(&record, "account")),
        (DESK, MIA)
    );
    world.advance(301);
    let actor = with_role(world, Role::Helpdesk).await;
    page(world, &actor).await;
    assert_eq!(world.records("account_viewed").await.len(), 2);
    world.assert_whole().await;
}
