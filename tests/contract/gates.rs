//! The gates: none can be skipped or used twice, each step belongs to its journey, terminal, time.

use keyhatch::domain::journey::{Finished, JourneyId, Next, Proof, Sent};
use keyhatch::domain::method::Method;
use keyhatch::domain::time::Timestamp;
use keyhatch::service::sign_in::Checked;

use super::world::*;

async fn old_still_works(world: &World) {
    assert_eq!(
        world.check(MIA, OLD).await,
        Checked::Right { must_change: false }
    );
}

pub async fn none_can_be_skipped(world: &World) {
    let journey = world.begin(MIA).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    world.pass_mail(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    assert_eq!(world.overview(&journey).await.passed, 1);
    old_still_works(world).await;
    assert_eq!(world.check(MIA, NEW).await, Checked::Wrong);
    assert!(world.records("password_reset").await.is_empty());
    world.pass_app(&journey).await;
    assert!(matches!(go(world.next(&journey).await), Next::Password(_)));
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}

pub async fn none_counts_twice(world: &World) {
    // Two authenticators are one method still.
    let other = keyhatch::service::methods::NewSeed::Given(secret("MFRGGZDFMZTWQ2LKNNWG23TPOA"));
    world
        .service
        .add_app_code(&world.operator, MIA, other, world.now())
        .await
        .unwrap();
    let journey = world.begin(MIA).await;
    world.pass_app(&journey).await;
    let fresh = world.fresh_app_code();
    assert_eq!(
        world.prove(&journey, Method::AppCode, &fresh).await,
        Proof::NotOffered
    );
    let seed = keyhatch::crypto::totp::Seed::parse(&secret("MFRGGZDFMZTWQ2LKNNWG23TPOA"));
    let step = keyhatch::crypto::totp::step_at(world.now());
    let other = seed.ok().unwrap().code(step);
    assert_eq!(
        world.prove(&journey, Method::AppCode, other.expose()).await,
        Proof::NotOffered
    );
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);

    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::Passed
    );
    assert_eq!(world.send(&journey).await, Sent::NotOffered);
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::NotOffered
    );
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    assert_eq!(world.overview(&journey).await.passed, 1);
    // What this version can't ask for opens nothing, whatever policy says.
    for method in [
        Method::AppNotification,
        Method::MobilePhone,
        Method::SecurityQuestions,
    ] {
        assert_eq!(
            world.prove(&journey, method, &code).await,
            Proof::NotOffered
        );
    }
    assert_eq!(world.charges("proof"), 0);
    old_still_works(world).await;
}

pub async fn a_journey_belongs_to_its_terminal(world: &World) {
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    let elsewhere = origin("elsewhere");
    let (service, now) = (&world.service, world.now());
    gone(service.next_step(&elsewhere, &journey, now).await.unwrap());
    gone(world.try_send(&journey, "elsewhere").await);
    let code = secret(&world.app_code(0));
    gone(
        service
            .prove(&elsewhere, &journey, Method::AppCode, code, now)
            .await
            .unwrap(),
    );
    service
        .abandon_reset(&elsewhere, &journey, "cancelled", now)
        .await
        .unwrap();
    world.pass_app(&journey).await;
    let now = world.now();
    gone(
        service
            .finish_reset(&elsewhere, &journey, secret(NEW), now)
            .await
            .unwrap(),
    );
    old_still_works(world).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    all_gone(world, &JourneyId::new([7; 16])).await;
}

async fn all_gone(world: &World, journey: &JourneyId) {
    gone(world.next(journey).await);
    gone(world.try_send(journey, TERMINAL).await);
    let code = world.fresh_app_code();
    gone(world.try_prove(journey, Method::AppCode, &code).await);
    gone(world.try_finish(journey, "one more good phrase").await);
}

pub async fn a_finished_journey_is_gone(world: &World) {
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    all_gone(world, &journey).await;
    assert_eq!(
        world.check(MIA, NEW).await,
        Checked::Right { must_change: false }
    );
    let before = world.records("").await.len();
    let (place, now) = (origin(TERMINAL), world.now());
    world
        .service
        .abandon_reset(&place, &journey, "cancelled", now)
        .await
        .unwrap();
    assert_eq!(world.records("").await.len(), before);
    assert_eq!(
        world.number("SELECT count(*) FROM journey WHERE state = 'done'"),
        1
    );
}

pub async fn a_journey_ends_to_the_second(world: &World) {
    let (first, second) = (world.begin(MIA).await, world.begin(MIA).await);
    let end = world.now().plus(std::time::Duration::from_secs(900));
    world.pass_mail(&second).await;
    world.pass_app(&second).await;
    world.set_clock(Timestamp::from_micros(end.micros() - 1));
    assert_eq!(world.overview(&first).await.passed, 0);
    assert!(matches!(go(world.next(&second).await), Next::Password(_)));
    world.set_clock(end);
    gone(world.next(&first).await);
    gone(world.try_send(&first, TERMINAL).await);
    gone(
        world
            .try_prove(&first, Method::AppCode, &world.app_code(0))
            .await,
    );
    gone(world.try_finish(&second, NEW).await);
    old_still_works(world).await;
    assert!(world.records("password_reset").await.is_empty());
}

pub async fn used_up_tries_are_not_offered_again(world: &World) {
    world.policy(&[("lockout.sspr_failures", "50")]).await;
    let journey = world.begin(MIA).await;
    for left in [4, 3, 2, 1, 0] {
        assert_eq!(go(world.guess(&journey).await), Proof::Wrong { left });
    }
    let right = world.fresh_app_code();
    assert_eq!(
        world.prove(&journey, Method::AppCode, &right).await,
        Proof::NotOffered
    );
    let offers = world.overview(&journey).await.offers;
    let offered: Vec<Method> = offers.iter().map(|offer| offer.method).collect();
    assert_eq!(offered, [Method::Email], "a dead end is no choice");
}
