//! The guided tours: each step is ticked by what the store says, whoever did it, and by nothing else.

use keyhatch::domain::tour::{Checklist, Step, Tour};
use keyhatch::service::tour::Beginning;

use super::enrolment::PHONE;
use super::signed::Signed;
use super::world::*;

async fn begin(world: &World, tour: Tour) -> Beginning {
    let begun = world
        .service
        .begin_tour(&world.operator, tour, MIA, ADMIN, world.now());
    begun.await.unwrap()
}

async fn list(world: &World, begun: &Beginning) -> Checklist {
    let list = world.service.tour(&world.operator, begun, world.now());
    list.await.unwrap()
}

async fn done(world: &World, begun: &Beginning) -> Vec<Step> {
    let list = list(world, begun).await;
    let done = list.lines.into_iter().filter(|line| line.done);
    done.map(|line| line.step).collect()
}

pub async fn a_forgotten_password_step_by_step(world: &World) {
    use Step::*;
    // What was before the tour counts for nothing.
    world.reset(MIA, "a slow boat on the river").await;
    world.post().await;
    let begun = begin(world, Tour::Kiosk).await;
    assert_eq!(done(world, &begun).await, []);
    let journey = world.begin(MIA).await;
    assert_eq!(done(world, &begun).await, [Forget]);
    world.pass_mail(&journey).await;
    let parts = list(world, &begun).await.lines[1].parts;
    assert_eq!(parts, Some((1, 2)));
    world.pass_app(&journey).await;
    assert_eq!(done(world, &begun).await, [Forget, Prove]);
    world.finish(&journey, NEW).await;
    assert_eq!(done(world, &begun).await, [Forget, Prove, NewPassword]);
    let (number, reference) = list(world, &begun).await.record.unwrap();
    let reset = world.last("password_reset").await;
    assert_eq!(number, reset.seq);
    assert_eq!(reference, field(&reset, "reference"));
    // Posted is not delivered.
    world.post().await;
    assert_eq!(
        done(world, &begun).await,
        [Forget, Prove, NewPassword, Notice]
    );
    let (signed, _) = Signed::begin(world, MIA, NEW).await;
    assert!(!done(world, &begun).await.contains(&SignIn));
    signed.prove_app().await;
    assert!(done(world, &begun).await.contains(&SignIn));
    signed.register_phone(PHONE).await;
    assert!(done(world, &begun).await.contains(&Register));
    let finished = list(world, &begun).await;
    assert_eq!(finished.present(), None);
    // The last tick is the chain's: a record that was changed takes it away.
    let change = format!("UPDATE audit SET detail = 'x' WHERE seq = {number}");
    world.sql(&change);
    let broken = list(world, &begun).await;
    assert!(broken.wants_record());
}

/// The policy, as text to be compared.
async fn values(world: &World) -> String {
    let values = world.service.policy_values(&world.operator, world.now());
    let values = values.await.unwrap();
    let shown = values.iter().map(|(key, _, value)| (key, value.shown()));
    format!("{:?}", shown.collect::<Vec<_>>())
}

pub async fn an_administrator_s_exercise_by_whoever_does_it(world: &World) {
    use Step::*;
    world.policy(&[("sspr.enabled", "none")]).await;
    let begun = begin(world, Tour::Admin).await;
    let (service, operator) = (world.another(), &world.operator);
    world.advance(1);
    // A group that has somebody else in it, then her.
    let group = service.add_group(operator, "SSPRTesters", "security", None, world.now());
    group.await.unwrap();
    let add = |who| service.add_member(operator, "SSPRTesters", who, world.now());
    add(ADMIN).await.unwrap();
    assert_eq!(done(world, &begun).await, []);
    add(MIA).await.unwrap();
    assert_eq!(done(world, &begun).await, [Group]);
    world.policy(&[("sspr.enabled", "all")]).await;
    assert_eq!(done(world, &begun).await, [Group]);
    let selected = [("sspr.enabled", "selected"), ("sspr.groups", "SSPRTesters")];
    world.policy(&selected).await;
    assert_eq!(done(world, &begun).await, [Group, Enable]);
    // The four pages are right as they are, as somebody notes who may change them.
    let keys = [
        "methods.required",
        "registration.reconfirm_days",
        "notify.users_on_reset",
        "branding.accent",
    ];
    let keys = keys.map(str::to_owned).to_vec();
    let reader = Signed::begin(world, MIA, OLD).await.0;
    let mia = keyhatch::service::Actor::signed(2, MIA, world.now());
    let refused = service.confirm_policy(&mia, keys.clone(), world.now());
    assert!(sentence(refused.await).contains("none of your roles"));
    let unknown = vec!["no.such".to_owned()];
    let unknown = service.confirm_policy(operator, unknown, world.now());
    assert!(sentence(unknown.await).contains("no.such"));
    assert_eq!(done(world, &begun).await, [Group, Enable]);
    let before = values(world).await;
    let noted = service.confirm_policy(operator, keys, world.now());
    noted.await.unwrap();
    assert_eq!(values(world).await, before);
    assert_eq!(done(world, &begun).await, [Group, Enable, Review]);
    reader.prove_app().await;
    reader.register_phone(PHONE).await;
    assert_eq!(done(world, &begun).await, [Group, Enable, Review, Phone]);
    // What is taken back is no longer so.
    world.policy(&[("sspr.enabled", "none")]).await;
    assert_eq!(done(world, &begun).await, [Group, Review, Phone]);
}
