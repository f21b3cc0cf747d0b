//! What administrators change acts at the next step of a journey that is open.

use keyhatch::domain::eligibility::Reason;
use keyhatch::domain::journey::{Finished, JourneyId, Proof};
use keyhatch::domain::licence::Licence;
use keyhatch::domain::method::Method;

use super::world::*;

/// A journey with one gate passed.
async fn half_way(world: &World) -> JourneyId {
    world.policy(&[("explain", "on")]).await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    journey
}

/// The next step is refused for this reason, and so for good.
async fn refused_for(world: &World, journey: &JourneyId, reason: Reason) {
    let code = world.fresh_app_code();
    let refusal = refused(world.try_prove(journey, Method::AppCode, &code).await);
    assert_eq!(refusal.reason, Some(reason));
    let record = world.last("reset_abandoned").await;
    assert_eq!(field(&record, "reason"), reason.code());
    assert_eq!(field(&record, "reference"), refusal.reference);
    gone(world.next(journey).await);
    gone(world.try_finish(journey, NEW).await);
}

pub async fn a_lower_limit_acts(world: &World) {
    let journey = half_way(world).await;
    go(world.guess(&journey).await);
    go(world.guess(&journey).await);
    let tried = world.records("gate_tried").await.len();
    world.policy(&[("lockout.sspr_failures", "2")]).await;
    refused_for(world, &journey, Reason::Blocked).await;
    assert_eq!(
        world.records("gate_tried").await.len(),
        tried,
        "nothing was compared"
    );
    refused(world.try_begin(MIA, TERMINAL).await);
}

pub async fn methods_switched_off_act(world: &World) {
    let journey = half_way(world).await;
    world
        .policy(&[("methods.enabled", "email,mobile_phone")])
        .await;
    refused_for(world, &journey, Reason::TooFewMethods).await;
    world.policy(&[("methods.enabled", "email,app_code")]).await;
    gone(world.next(&journey).await);
}

pub async fn a_gate_of_a_method_switched_off_does_not_count(world: &World) {
    world.policy(&[("methods.required", "1")]).await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.policy(&[("methods.enabled", "app_code")]).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    let overview = world.overview(&journey).await;
    assert_eq!((overview.passed, overview.required), (0, 1));
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    assert_eq!(
        field(&world.last("password_reset").await, "method"),
        "app_code"
    );
}

pub async fn reset_switched_off_acts(world: &World) {
    let journey = half_way(world).await;
    world.policy(&[("sspr.enabled", "none")]).await;
    refused_for(world, &journey, Reason::Off).await;
    // Also where only the password is missing.
    world.policy(&[("sspr.enabled", "all")]).await;
    let journey = half_way(world).await;
    world.pass_app(&journey).await;
    world.policy(&[("sspr.enabled", "none")]).await;
    let refusal = refused(world.try_finish(&journey, NEW).await);
    assert_eq!(refusal.reason, Some(Reason::Off));
    assert!(world.records("password_reset").await.is_empty());
}

pub async fn disabling_acts(world: &World) {
    let journey = half_way(world).await;
    let waiting = world.begin(MIA).await;
    world.send(&waiting).await;
    let (service, operator) = (&world.service, &world.operator);
    service
        .set_enabled(operator, MIA, false, world.now())
        .await
        .unwrap();
    for journey in [&journey, &waiting] {
        gone(world.next(journey).await);
        let code = world.fresh_app_code();
        gone(world.try_prove(journey, Method::AppCode, &code).await);
    }
    assert!(world.post().await.is_empty());
    service
        .set_enabled(operator, MIA, true, world.now())
        .await
        .unwrap();
    gone(world.next(&journey).await);
    world.reset(MIA, NEW).await;
}

pub async fn a_free_licence_acts(world: &World) {
    let journey = half_way(world).await;
    let licence = Some(Licence::Free);
    let set = world
        .service
        .set_licence(&world.operator, MIA, licence, world.now());
    set.await.unwrap();
    refused_for(world, &journey, Reason::Unlicensed).await;
    // The organisation's default does the same to whom has none of their own.
    let set = world
        .service
        .set_licence(&world.operator, MIA, None, world.now());
    set.await.unwrap();
    let journey = half_way(world).await;
    world.policy(&[("licence.default", "free")]).await;
    refused_for(world, &journey, Reason::Unlicensed).await;
}

pub async fn more_gates_act(world: &World) {
    world.policy(&[("methods.required", "1")]).await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.policy(&[("methods.required", "2")]).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    assert_eq!(world.overview(&journey).await.required, 2);
    // Who becomes an administrator needs two at once.
    world.policy(&[("methods.required", "1")]).await;
    let roles = vec![keyhatch::domain::role::Role::Helpdesk];
    let set = world
        .service
        .set_roles(&world.operator, MIA, roles, world.now());
    set.await.unwrap();
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    let code = world.fresh_app_code();
    assert_eq!(
        world.prove(&journey, Method::AppCode, &code).await,
        Proof::Passed
    );
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}
