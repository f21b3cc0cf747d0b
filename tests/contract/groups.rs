//! Groups: nested members count, an excluded one wins, none contains itself.

use keyhatch::domain::eligibility::Reason;

use super::world::*;

async fn groups(world: &World, names: &[&str]) {
    for name in names {
        let added = world
            .service
            .add_group(&world.operator, name, "security", None, world.now());
        added.await.unwrap();
    }
    world.policy(&[("explain", "on")]).await;
}

async fn put(world: &World, group: &str, member: &str) {
    let added = world
        .service
        .add_member(&world.operator, group, member, world.now());
    added.await.unwrap();
}

async fn take(world: &World, group: &str, member: &str) {
    let taken = world
        .service
        .remove_member(&world.operator, group, member, world.now());
    taken.await.unwrap();
}

async fn not_selected(world: &World) {
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::NotSelected));
}

pub async fn nested_members_count(world: &World) {
    groups(world, &["Outer", "Middle", "Inner"]).await;
    world
        .policy(&[("sspr.groups", "Outer"), ("sspr.enabled", "selected")])
        .await;
    not_selected(world).await;
    put(world, "Inner", MIA).await;
    put(world, "Middle", "Inner").await;
    not_selected(world).await;
    put(world, "OUTER", "middle").await;
    let journey = world.begin(MIA).await;
    take(world, "Middle", "Inner").await;
    let refusal = refused(world.next(&journey).await);
    assert_eq!(refusal.reason, Some(Reason::NotSelected));
    not_selected(world).await;
    put(world, "Middle", "Inner").await;
    world.reset(MIA, NEW).await;
    let record = world.last("member_added").await;
    assert_eq!(
        (field(&record, "account"), field(&record, "detail")),
        ("Inner", "Middle")
    );
}

pub async fn excluded_wins(world: &World) {
    groups(world, &["Chosen", "Barred", "Within"]).await;
    put(world, "Chosen", MIA).await;
    put(world, "Within", MIA).await;
    world
        .policy(&[("sspr.groups", "Chosen"), ("sspr.enabled", "selected")])
        .await;
    world.begin(MIA).await;
    world.policy(&[("sspr.excluded_groups", "Barred")]).await;
    world.begin(MIA).await;
    put(world, "Barred", "Within").await;
    not_selected(world).await;
    world.policy(&[("sspr.enabled", "all")]).await;
    not_selected(world).await;
    take(world, "Barred", "Within").await;
    world.begin(MIA).await;
}

pub async fn cycles_are_refused(world: &World) {
    groups(world, &["A", "B", "C"]).await;
    put(world, "A", "B").await;
    put(world, "B", "C").await;
    let before = world.records("member_added").await.len();
    for (group, child) in [("A", "A"), ("B", "A"), ("C", "A"), ("C", "B")] {
        let added = world
            .service
            .add_member(&world.operator, group, child, world.now());
        assert!(
            sentence(added.await).contains("would contain itself"),
            "{child} in {group}"
        );
    }
    // Twice is once; a diamond is no cycle.
    put(world, "A", "B").await;
    assert_eq!(world.records("member_added").await.len(), before);
    put(world, "A", "C").await;
    let view = world
        .service
        .group(&world.operator, "A", world.now())
        .await
        .unwrap();
    assert_eq!(view.groups, ["B", "C"]);
    assert_eq!(world.number("SELECT count(*) FROM team_child"), 3);
    let taken = world
        .service
        .remove_member(&world.operator, "C", "A", world.now());
    assert!(sentence(taken.await).contains("is not in"));
    let added = world
        .service
        .add_member(&world.operator, "C", "nobody", world.now());
    assert!(sentence(added.await).contains("no account or group `nobody`"));
}

pub async fn what_policy_names_stays(world: &World) {
    groups(world, &["Chosen", "Barred", "Free"]).await;
    world
        .policy(&[
            ("sspr.groups", "chosen"),
            ("sspr.excluded_groups", "Barred"),
        ])
        .await;
    for name in ["Chosen", "BARRED"] {
        let gone = world
            .service
            .delete_group(&world.operator, name, world.now());
        assert!(sentence(gone.await).contains("policy names"), "{name}");
    }
    put(world, "Free", MIA).await;
    let gone = world
        .service
        .delete_group(&world.operator, "free", world.now());
    gone.await.unwrap();
    let again = world
        .service
        .delete_group(&world.operator, "Free", world.now());
    assert!(sentence(again.await).contains("there is no group"));
    world.begin(MIA).await;
    for (name, kind) in [
        ("Chosen", "security"),
        ("a,b", "security"),
        ("X", "band"),
        ("", "security"),
    ] {
        let added = world
            .service
            .add_group(&world.operator, name, kind, None, world.now());
        sentence(added.await);
    }
    assert_eq!(world.records("group_added").await.len(), 3);
}
