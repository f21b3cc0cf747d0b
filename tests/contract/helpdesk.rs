//! From a reference to the reason, as a caller reads it out; and that every look is recorded.

use keyhatch::domain::audit::Record;
use keyhatch::domain::eligibility::Reason;
use keyhatch::domain::journey::Step;
use keyhatch::domain::remedy::Remedy;
use keyhatch::domain::role::Role;
use keyhatch::service::Actor;
use keyhatch::service::helpdesk::Found;

use super::callers::{administrator, helper, verify};
use super::world::*;

async fn look_up(world: &World, actor: &Actor, reference: &str) -> Found {
    let found = world
        .service
        .look_up_reference(actor, reference, world.now());
    found.await.ok().unwrap()
}

/// Somebody is refused; the reference on the screen.
async fn refused_reference(world: &World, user: &str) -> String {
    match world.try_begin(user, TERMINAL).await {
        Step::Refused(refusal) => refusal.reference,
        _ => panic!("not refused"),
    }
}

fn activities(records: &[Record]) -> Vec<&str> {
    let all = records.iter().map(|record| field(record, "activity"));
    all.collect()
}

pub async fn from_the_reference_to_the_reason(world: &World) {
    let hal = helper(world).await;
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        world.guess(&journey).await;
    }
    let Step::Refused(refusal) = world.guess(&journey).await else {
        panic!("not blocked");
    };
    let read_out = refusal.reference.to_lowercase().replace('-', " ");
    let found = look_up(world, &hal, &read_out).await;
    assert_eq!(found.reference, refusal.reference);
    assert_eq!(found.named.as_deref(), Some(MIA));
    assert_eq!(found.terminal.as_deref(), Some(TERMINAL));
    assert_eq!(found.refusal.as_deref(), Some(Reason::Blocked.code()));
    let mut expected = vec!["reset_started"];
    expected.extend(["gate_tried"; 5]);
    expected.extend(["account_blocked", "reset_abandoned"]);
    assert_eq!(activities(&found.records), expected);
    let failing: Vec<Reason> = found
        .checks
        .iter()
        .filter(|check| !check.ok)
        .map(|check| check.reason)
        .collect();
    assert_eq!(failing, [Reason::Blocked]);
    assert_eq!(found.next, [(Remedy::Release, true)]);
    let standing = found.standing.unwrap();
    assert!(standing.view.account.blocked_until.is_some());
    assert_eq!((standing.verified, standing.pass), (None, None));
    assert_eq!(standing.ways.len(), 2);
    // Released, nothing stands against it; the looks are no part of the journey.
    let released = world.service.release(&hal, MIA, world.now());
    released.await.unwrap();
    verify(world, &hal).await;
    let found = look_up(world, &hal, &refusal.reference).await;
    assert_eq!(activities(&found.records), expected);
    assert_eq!(found.next, [(Remedy::StartAgain, true)]);
    assert!(found.standing.is_some_and(|now| now.verified.is_some()));
}

pub async fn every_look_is_recorded(world: &World) {
    let hal = helper(world).await;
    let reference = refused_reference(world, "nobody@contoso.example").await;
    look_up(world, &hal, &reference).await;
    let record = world.last("reference_viewed").await;
    assert_eq!(field(&record, "actor"), "hal@contoso.example");
    assert_eq!(field(&record, "reference"), reference);
    assert_eq!(field(&record, "account"), "nobody@contoso.example");
    assert_eq!(field(&record, "outcome"), "success");
    // Also one that finds nothing; what is no reference is no look.
    let missing = world
        .service
        .look_up_reference(&hal, "0000-0000", world.now());
    assert!(sentence(missing.await).contains("nothing is recorded"));
    let record = world.last("reference_viewed").await;
    assert_eq!(field(&record, "reason"), "unknown_reference");
    assert_eq!(field(&record, "reference"), "0000-0000");
    for malformed in ["", "ABCD", "ABCD-EFGH-JKMN", "ABCD/EFGH"] {
        let looked = world
            .service
            .look_up_reference(&hal, malformed, world.now());
        assert!(sentence(looked.await).contains("8 letters"));
    }
    assert_eq!(world.records("reference_viewed").await.len(), 2);
    let looked = world
        .service
        .look_up_account(&hal, "  MIAS@contoso.example ", world.now());
    assert_eq!(looked.await.ok().unwrap().view.account.upn, MIA);
    let record = world.last("account_viewed").await;
    assert_eq!(
        (field(&record, "account"), field(&record, "actor")),
        (MIA, "hal@contoso.example")
    );
    let unknown = world.service.look_up_account(&hal, "nobody", world.now());
    assert!(sentence(unknown.await).contains("no account"));
    // Where nothing can be recorded, nothing is seen.
    let reader = administrator(world, "rea@contoso.example", &[Role::ReportsReader]).await;
    let looked = world
        .service
        .look_up_reference(&reader, &reference, world.now());
    assert!(sentence(looked.await).contains("none of your roles"));
    assert_eq!(world.records("reference_viewed").await.len(), 2);
    world.assert_whole().await;
}

pub async fn what_helps_and_who_may_do_it(world: &World) {
    let hal = helper(world).await;
    let reference = refused_reference(world, "nobody@contoso.example").await;
    let found = look_up(world, &hal, &reference).await;
    assert!(found.standing.is_none());
    assert_eq!(found.refusal.as_deref(), Some(Reason::Unknown.code()));
    assert_eq!(found.next, [(Remedy::FindAccount, true)]);
    let disabled = world
        .service
        .set_enabled(&world.operator, MIA, false, world.now());
    disabled.await.unwrap();
    world.policy(&[("sspr.enabled", "none")]).await;
    let reference = refused_reference(world, MIA).await;
    let found = look_up(world, &hal, &reference).await;
    let expected = [(Remedy::Enable, false), (Remedy::SwitchOn, false)];
    assert_eq!(found.next, expected);
    let found = look_up(world, &world.operator, &reference).await;
    assert!(found.next.iter().all(|(_, may)| *may));
    // What was refused then may be allowed now, and the other way round.
    assert_eq!(found.refusal.as_deref(), Some(Reason::Disabled.code()));
    // An administrator's account is helped by who manages administrators.
    let looked = world.service.look_up_account(&hal, ADMIN, world.now());
    let standing = looked.await.ok().unwrap();
    assert!(
        standing
            .next
            .iter()
            .all(|(remedy, may)| { *may == remedy.permission().is_none() })
    );
}
