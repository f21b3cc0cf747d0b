//! The state of things at a glance: to whom which part is told, and that the counts are those of the
//! accounts one by one.

use keyhatch::domain::role::Role;
use keyhatch::service::overview::{Headcount, LATE};
use keyhatch::service::{Actor, Refusal, ServiceError};

use super::signed::*;
use super::world::*;

async fn with_role(world: &World, role: Role) -> Actor {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_roles(operator, MIA, vec![role], now)
        .await
        .unwrap();
    let account = service.account(operator, MIA, now).await.unwrap().account;
    Actor::signed(account.id, account.upn, now)
}

pub async fn each_part_is_for_those_who_may_see_it(world: &World) {
    for role in Role::ALL {
        let actor = with_role(world, role).await;
        let glance = world.service.glance(&actor, world.now()).await.unwrap();
        let manages = role == Role::Global;
        let reads = manages || matches!(role, Role::Helpdesk | Role::ReportsReader);
        assert_eq!(glance.outbox.is_some(), manages, "{role:?}");
        assert_eq!(glance.alerts.is_some(), reads, "{role:?}");
        let letters = world.service.undelivered(&actor, world.now()).await;
        assert_eq!(letters.is_ok(), manages, "{role:?}");
        world
            .service
            .headcount(&actor, "", world.now())
            .await
            .unwrap();
    }
    let account = world.service.account(&world.operator, MIA, world.now());
    let account = account.await.unwrap().account;
    let nobody = world
        .service
        .set_roles(&world.operator, MIA, Vec::new(), world.now());
    nobody.await.unwrap();
    let mia = Actor::signed(account.id, MIA, world.now());
    let refused = world.service.glance(&mia, world.now()).await;
    assert!(matches!(
        refused,
        Err(ServiceError::Refused(Refusal::Role(_)))
    ));
}

pub async fn letters_wait_are_late_and_fail(world: &World) {
    let (service, operator) = (&world.service, &world.operator);
    let outbox = async || {
        let glance = service.glance(operator, world.now()).await.unwrap();
        let outbox = glance.outbox.unwrap();
        (outbox.waiting, outbox.late, outbox.refused)
    };
    assert_eq!(outbox().await, (0, 0, 0));
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    assert_eq!(outbox().await, (1, 0, 0));
    world.advance(LATE.as_secs());
    assert_eq!(outbox().await, (1, 0, 0));
    world.advance(1);
    assert_eq!(outbox().await, (1, 1, 0));
    let listed = service.undelivered(operator, world.now()).await.unwrap();
    let states: Vec<&str> = listed.iter().map(|item| item.state.as_str()).collect();
    assert_eq!(states, ["waiting"]);
    world.sql("UPDATE outbox SET state = 'failed'");
    assert_eq!(outbox().await, (0, 0, 1));
    let listed = service.undelivered(operator, world.now()).await.unwrap();
    assert_eq!(listed.len(), 1);
    world.sql("UPDATE outbox SET state = 'delivered', payload = NULL");
    assert_eq!(outbox().await, (0, 0, 0));
    let none = service.undelivered(operator, world.now()).await.unwrap();
    assert!(none.is_empty());
}

pub async fn alerts_of_a_day_newest_first(world: &World) {
    let (service, operator) = (&world.service, &world.operator);
    for number in 0..40 {
        let name = format!("nobody{}@contoso.example", number % 15);
        let _refused = Signed::try_begin(world, &name, &format!("wrong {number}")).await;
    }
    let alerts = async || {
        let glance = service.glance(operator, world.now()).await.unwrap();
        glance.alerts.unwrap()
    };
    let raised = alerts().await;
    assert!(!raised.is_empty());
    let moments: Vec<_> = raised.iter().map(|(_, _, at)| *at).collect();
    assert!(moments.is_sorted_by(|a, b| a >= b));
    assert!(raised.iter().any(|(_, place, _)| place == TERMINAL));
    world.advance(DAY + 1);
    assert!(alerts().await.is_empty());
}

pub async fn the_count_is_that_of_the_accounts_one_by_one(world: &World) {
    let (service, operator) = (&world.service, &world.operator);
    for number in 0..7 {
        let form = keyhatch::service::form::Form {
            alternate_email: text(&format!("p{number}@home.example")),
            mobile: text("+14255550111").filter(|_| number % 2 == 0),
            ..Default::default()
        };
        world
            .add(&format!("p{number}@contoso.example"), &form, OLD)
            .await;
    }
    let disabled = service.set_enabled(operator, "p1@contoso.example", false, world.now());
    disabled.await.unwrap();
    let mut one_by_one = Headcount::default();
    let people = (0..7).map(|number| format!("p{number}@contoso.example"));
    for upn in people.chain([ADMIN.to_owned(), MIA.to_owned()]) {
        let view = service.account(operator, &upn, world.now()).await.unwrap();
        let enabled = view.account.enabled && view.enabled_for_sspr;
        one_by_one = one_by_one.and(Headcount {
            accounts: 1,
            enabled: u64::from(enabled),
            registered: u64::from(enabled && view.registered),
            capable: u64::from(view.capable),
        });
    }
    let (counted, after) = service.headcount(operator, "", world.now()).await.unwrap();
    assert_eq!((counted, after), (one_by_one, None));
    assert!(counted.capable > 0 && counted.capable < counted.accounts);
    // From the middle on it is the rest.
    let (rest, _) = service
        .headcount(operator, "p3@contoso.example", world.now())
        .await
        .unwrap();
    assert_eq!(rest.accounts, 3);
}
