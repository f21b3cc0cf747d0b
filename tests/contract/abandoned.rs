//! Journeys given up or refused on the way: what they had on its way is taken back, no more.

use keyhatch::domain::journey::Proof;
use keyhatch::domain::method::Method;

use super::world::*;

pub async fn only_its_own_code_is_taken_back(world: &World) {
    let (given_up, kept) = (world.begin(MIA).await, world.begin(MIA).await);
    world.send(&given_up).await;
    world.send(&kept).await;
    let (place, now) = (origin(TERMINAL), world.now());
    world
        .service
        .abandon_reset(&place, &given_up, "idle", now)
        .await
        .unwrap();
    // The other journey was told that its code is on its way.
    let code = world.code_in_post().await;
    assert_eq!(
        world.prove(&kept, Method::Email, &code).await,
        Proof::Passed
    );
}

pub async fn a_refused_journey_takes_its_letter_back(world: &World) {
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    for _ in 0..4 {
        go(world.guess(&journey).await);
    }
    refused(world.guess(&journey).await);
    assert_eq!(world.letters(), [("cancelled".to_owned(), false)]);
    assert!(world.post().await.is_empty());
}

pub async fn what_was_given_up_is_gone(world: &World) {
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.send(&world.begin(MIA).await).await;
    let code = world.code_in_post().await;
    let waiting = world.begin(MIA).await;
    world.send(&waiting).await;
    let (place, now) = (origin(TERMINAL), world.now());
    for (journey, reason) in [(&journey, "hang_up"), (&waiting, "cancelled")] {
        world
            .service
            .abandon_reset(&place, journey, reason, now)
            .await
            .unwrap();
        let record = world.last("reset_abandoned").await;
        assert_eq!(field(&record, "reason"), reason);
        assert_eq!(field(&record, "account"), MIA);
        assert_eq!(field(&record, "outcome"), "failure");
        gone(world.next(journey).await);
        gone(world.try_prove(journey, Method::Email, &code).await);
        gone(world.try_finish(journey, NEW).await);
    }
    assert!(world.post().await.is_empty(), "its letter was taken back");
    assert_eq!(
        world.letters().last(),
        Some(&("cancelled".to_owned(), false))
    );
    // A second time is nothing.
    world
        .service
        .abandon_reset(&place, &journey, "idle", now)
        .await
        .unwrap();
    assert_eq!(world.records("reset_abandoned").await.len(), 2);
}
