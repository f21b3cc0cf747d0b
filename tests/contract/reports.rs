//! Usage in numbers, over periods.

use std::time::Duration;

use keyhatch::service::reports::{Abandoned, Periods};
use keyhatch::store::reports::Counted;

use super::world::*;

const PERIODS: Periods = [
    Duration::from_secs(DAY),
    Duration::from_secs(7 * DAY),
    Duration::from_secs(30 * DAY),
];

fn counted(method: Option<&str>, outcome: &str, reason: Option<&str>, counts: [i64; 3]) -> Counted {
    Counted {
        method: method.map(str::to_owned),
        outcome: outcome.to_owned(),
        reason: reason.map(str::to_owned),
        counts,
    }
}

async fn give_up(world: &World, reason: &'static str, gates: usize) {
    let journey = world.begin(MIA).await;
    if gates > 0 {
        world.pass_mail(&journey).await;
    }
    if gates > 1 {
        world.pass_app(&journey).await;
    }
    let place = origin(TERMINAL);
    let given_up = world
        .service
        .abandon_reset(&place, &journey, reason, world.now());
    given_up.await.unwrap();
}

pub async fn resets_and_where_people_gave_up(world: &World) {
    world.reset(MIA, NEW).await;
    world.post().await;
    world.advance(2 * DAY);
    give_up(world, "idle", 0).await;
    give_up(world, "cancelled", 1).await;
    give_up(world, "cancelled", 2).await;
    world.try_begin("nobody@contoso.example", TERMINAL).await;
    world.advance(DAY - 60);
    world.reset(MIA, OLD).await;
    world.post().await;
    world.advance(DAY / 2);
    let (service, operator) = (&world.service, &world.operator);
    let usage = service.usage(operator, PERIODS, world.now()).await.unwrap();
    assert_eq!(usage.calls_avoided, [1, 2, 2]);
    let gave_up = |step, reason: &str, counts| Abandoned {
        step,
        reason: text(reason),
        counts,
    };
    assert_eq!(
        usage.abandoned,
        [
            gave_up("verification_step_1", "idle", [0, 1, 1]),
            gave_up("verification_step_2", "cancelled", [0, 1, 1]),
            gave_up("new_password", "cancelled", [0, 1, 1]),
        ]
    );
    let resets = service.resets(operator, PERIODS, world.now());
    assert_eq!(
        resets.await.unwrap(),
        [
            counted(None, "failure", Some("SSPR_0040"), [0, 1, 1]),
            counted(None, "failure", Some("cancelled"), [0, 2, 2]),
            counted(None, "failure", Some("idle"), [0, 1, 1]),
            counted(Some("email+app_code"), "success", None, [1, 2, 2]),
        ]
    );
    let registered = service.registrations(operator, PERIODS, world.now());
    assert_eq!(
        registered.await.unwrap(),
        [counted(Some("app_code"), "success", None, [0, 1, 1])]
    );
    // A period ends to the microsecond.
    let of = |seconds| [Duration::from_secs(seconds); 3];
    let avoided = async |seconds| {
        let usage = service.usage(operator, of(seconds), world.now()).await;
        usage.unwrap().calls_avoided[0]
    };
    assert_eq!(avoided(DAY / 2).await, 0);
    assert_eq!(avoided(DAY / 2 + 1).await, 1);
}

pub async fn accounts_enabled_registered_capable(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let numbers = async || {
        let usage = service.usage(operator, PERIODS, now).await.unwrap();
        [
            usage.accounts,
            usage.enabled,
            usage.registered,
            usage.capable,
        ]
    };
    // The administrator and Mia; only she has two methods.
    assert_eq!(numbers().await, [2, 2, 1, 1]);
    service
        .set_enabled(operator, MIA, false, now)
        .await
        .unwrap();
    assert_eq!(numbers().await, [2, 1, 0, 0]);
    service.set_enabled(operator, MIA, true, now).await.unwrap();
    world.policy(&[("sspr.enabled", "none")]).await;
    assert_eq!(numbers().await, [2, 1, 0, 0]);
}

pub async fn reports_need_a_licence(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    for (licence, allowed) in [("p2", true), ("business-premium", false), ("p1", true)] {
        world.policy(&[("licence.default", licence)]).await;
        let usage = service.usage(operator, PERIODS, now).await;
        match allowed {
            true => drop(usage.unwrap()),
            false => assert!(sentence(usage).contains("p1 or p2")),
        }
    }
}
