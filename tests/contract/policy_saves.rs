//! Two administrators and one policy: nothing is lost silently, and what was saved can be taken back.

use keyhatch::domain::role::Role;
use keyhatch::domain::setting::{Setting, Value};
use keyhatch::service::policy::save::{Conflict, Edit, Saved};
use keyhatch::service::policy::undo::{PastSave, Undone};
use keyhatch::service::{Actor, Service, ServiceError};

use super::parallel::at_once;
use super::world::*;

async fn value(world: &World, key: &str) -> Value {
    let values = world.service.policy_values(&world.operator, world.now());
    let values = values.await.unwrap();
    let found = values.into_iter().find(|(found, ..)| found == key);
    found.unwrap().2
}

async fn shown(world: &World, key: &str) -> String {
    value(world, key).await.shown()
}

fn parse(key: &str, typed: &str) -> Value {
    Setting::find(key).unwrap().parse(key, typed).unwrap()
}

fn edit(key: &str, seen: &str, wanted: &str) -> Edit {
    Edit {
        key: key.to_owned(),
        seen: parse(key, seen),
        value: parse(key, wanted),
    }
}

async fn save(world: &World, edits: &[Edit]) -> Saved {
    let saved = world
        .service
        .save_policy(&world.operator, edits.to_vec(), world.now());
    saved.await.unwrap()
}

async fn undo(world: &World, save: Option<i64>) -> Result<Undone, ServiceError> {
    world
        .service
        .undo_policy(&world.operator, save, world.now())
        .await
}

/// What was undone; anything else fails the case.
#[track_caller]
fn undone(done: Result<Undone, ServiceError>) -> PastSave {
    match done.unwrap() {
        Undone::Done(save, _) => save,
        Undone::Conflict(save, conflicts) => panic!("{save:?}: {conflicts:?}"),
    }
}

async fn history(world: &World) -> Vec<PastSave> {
    let saves = world
        .service
        .policy_history(&world.operator, None, 100, world.now());
    saves.await.unwrap()
}

async fn with_role(world: &World, role: Role) -> Actor {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let set = service.set_roles(operator, MIA, vec![role], now);
    set.await.unwrap();
    let account = service.account(operator, MIA, now).await.unwrap().account;
    Actor::signed(account.id, account.upn, now)
}

pub async fn the_second_sees_the_first_s_change(world: &World) {
    let mia = with_role(world, Role::AuthenticationPolicy).await;
    let first = [edit("codes.length", "6", "8"), edit("explain", "off", "on")];
    let saved = world.service.save_policy(&mia, first.to_vec(), world.now());
    let when = world.now();
    assert!(matches!(saved.await.unwrap(), Saved::Done(Some(_))));
    world.advance(60);
    let records = world.records("").await.len();
    // Seen before that: nothing of it is saved, and what the other did is said.
    let second = [
        edit("codes.length", "6", "9"),
        edit("methods.required", "2", "1"),
        edit("explain", "off", "on"),
    ];
    assert_eq!(
        save(world, &second).await,
        Saved::Conflict(vec![Conflict {
            key: "codes.length".to_owned(),
            seen: parse("codes.length", "6"),
            theirs: parse("codes.length", "8"),
            by: Some((MIA.to_owned(), when)),
        }]),
        "what both want is no conflict"
    );
    assert_eq!(shown(world, "methods.required").await, "2");
    assert_eq!(world.records("").await.len(), records);
    // Having seen it, one may.
    let third = [
        edit("codes.length", "8", "9"),
        edit("methods.required", "2", "1"),
    ];
    assert!(matches!(save(world, &third).await, Saved::Done(Some(_))));
    assert_eq!(shown(world, "codes.length").await, "9");
    // What moved by itself has whoever moved it behind it.
    world.advance(60);
    world.policy(&[("password.preset", "entra")]).await;
    let Saved::Conflict(found) = save(world, &[edit("password.min_length", "12", "14")]).await
    else {
        panic!("saved over a change");
    };
    assert_eq!(found[0].theirs, parse("password.min_length", "8"));
    assert_eq!(found[0].by, Some(("operator:root".to_owned(), world.now())));
    // A group that is gone, a value out of range, a key that is not theirs.
    let groups = [edit("sspr.groups", "", "Ghosts")];
    let said = world
        .service
        .save_policy(&mia, groups.to_vec(), world.now())
        .await;
    assert!(sentence(said).contains("does not exist"));
    let far = Edit {
        value: Value::Number(99),
        ..edit("codes.length", "9", "9")
    };
    let said = world.service.save_policy(&mia, vec![far], world.now());
    assert!(sentence(said.await).contains("takes a whole number"));
    let name = vec![edit("organisation.name", "Contoso", "Fabrikam")];
    let said = world.service.save_policy(&mia, name, world.now()).await;
    assert!(sentence(said).contains("organisation"));
    world.assert_whole().await;
}

pub async fn twenty_savers_at_once(world: &World) {
    let (operator, now) = (&world.operator, world.now());
    let before = world.records("policy_changed").await.len();
    for round in 6..9_i64 {
        let done = at_once(world, 20, async |service: Service, index| {
            // Each wants another text; all have seen the same length.
            let edits = vec![
                edit("codes.length", &round.to_string(), &(round + 1).to_string()),
                Edit {
                    key: "branding.helpdesk_phone".to_owned(),
                    seen: Value::Text(String::new()),
                    value: Value::Text(format!("{index}")),
                },
            ];
            service.save_policy(operator, edits, now).await.unwrap()
        });
        let winners = done.iter().filter(|one| matches!(one, Saved::Done(_)));
        assert_eq!(winners.count(), 1, "{done:?}");
        let told = |one: &Saved| match one {
            Saved::Conflict(found) => found.iter().any(|one| one.key == "branding.helpdesk_phone"),
            Saved::Done(save) => save.is_some(),
        };
        assert!(done.iter().all(told), "{done:?}");
        world.policy(&[("branding.helpdesk_phone", "")]).await;
    }
    assert_eq!(shown(world, "codes.length").await, "9");
    // Two settings a save, and the one that is emptied again.
    assert_eq!(world.records("policy_changed").await.len(), before + 9);
    world.assert_whole().await;
}

pub async fn the_last_save_is_put_back(world: &World) {
    let untouched = world.rows("SELECT name, value FROM setting ORDER BY name");
    world
        .policy(&[
            ("methods.required", "1"),
            ("methods.enabled", "email"),
            ("branding.sign_in_text.de", "Guten Tag"),
        ])
        .await;
    world.advance(5);
    // Before it is undone, what it will put back is shown.
    let shown_first = world
        .service
        .review_undo(&world.operator, None, world.now())
        .await
        .unwrap();
    let Undone::Done(save, review) = shown_first else {
        panic!("{shown_first:?}");
    };
    assert_eq!(save.by, "operator:root");
    let keys: Vec<&str> = review
        .differences
        .iter()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(
        keys,
        [
            "branding.sign_in_text.de",
            "methods.enabled",
            "methods.required"
        ]
    );
    assert_eq!((review.stranded.count, review.reached.count), (0, 0));
    assert_eq!(shown(world, "methods.required").await, "1");
    let before = world.records("policy_changed").await.len();
    assert_eq!(undone(undo(world, None).await).id, save.id);
    // As it was, even what was not set.
    let now = world.rows("SELECT name, value FROM setting ORDER BY name");
    assert_eq!(now, untouched);
    let records = world.records("policy_changed").await;
    let details: Vec<&str> = records[before..]
        .iter()
        .map(|record| field(record, "detail"))
        .collect();
    assert_eq!(
        details,
        [
            "branding.sign_in_text.de: Guten Tag → nothing",
            "methods.enabled: email → app_notification,app_code,email,mobile_phone",
            "methods.required: 1 → 2",
        ]
    );
    // A journey that goes on sees it at its next step.
    assert_eq!(world.service.policy(world.now()).await.unwrap().required, 2);
    world.assert_whole().await;
}

pub async fn what_was_changed_since_stays(world: &World) {
    world
        .policy(&[("codes.length", "8"), ("explain", "on")])
        .await;
    let first = history(world).await[0].id;
    world.advance(30);
    let mia = with_role(world, Role::AuthenticationPolicy).await;
    world
        .set_policy(&mia, &[("codes.length", "9")])
        .await
        .unwrap();
    let when = world.now();
    let records = world.records("").await.len();
    let done = undo(world, Some(first)).await.unwrap();
    let Undone::Conflict(save, found) = done else {
        panic!("{done:?}");
    };
    assert_eq!(save.id, first);
    assert_eq!(
        found,
        [Conflict {
            key: "codes.length".to_owned(),
            seen: parse("codes.length", "8"),
            theirs: parse("codes.length", "9"),
            by: Some((MIA.to_owned(), when)),
        }]
    );
    assert_eq!(shown(world, "explain").await, "on", "all of it or nothing");
    assert_eq!(world.records("").await.len(), records);
    // Once theirs is taken back, the first can be.
    undone(undo(world, None).await);
    undone(undo(world, None).await);
    assert_eq!(shown(world, "codes.length").await, "6");
    assert_eq!(shown(world, "explain").await, "off");
    let said = sentence(undo(world, Some(first)).await);
    assert!(said.contains("undone already"), "{said}");
    let said = sentence(undo(world, Some(9_999_999)).await);
    assert!(said.contains("no save 9999999"), "{said}");
}

pub async fn taken_back_and_taken_back_again(world: &World) {
    let start = history(world).await.len();
    world.policy(&[("codes.length", "8")]).await;
    world.policy(&[("explain", "on")]).await;
    undone(undo(world, None).await);
    // The latest that is in force is next, not the undo itself.
    let back = undone(undo(world, None).await);
    assert_eq!(back.changes[0].key, "codes.length");
    assert_eq!(shown(world, "codes.length").await, "6");
    let saves = history(world).await;
    assert_eq!(saves.len(), start + 4);
    assert_eq!(saves[0].undoes, Some(saves[3].id));
    assert!(saves[3].undone && saves[2].undone && !saves[0].undone);
    // An undo is taken back by its number, and what it took back is in force again.
    undone(undo(world, Some(saves[0].id)).await);
    assert_eq!(shown(world, "codes.length").await, "8");
    let saves = history(world).await;
    assert!(!saves[4].undone && saves[1].undone);
    let back = undone(undo(world, None).await);
    assert_eq!(back.id, saves[4].id);
    assert_eq!(shown(world, "codes.length").await, "6");
    // Pages go on where the last ended.
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let mut paged = Vec::new();
    let mut before = None;
    loop {
        let page = service
            .policy_history(operator, before, 2, now)
            .await
            .unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last.id);
        paged.extend(page);
    }
    assert_eq!(paged, history(world).await);
}

pub async fn an_undo_is_a_change_like_any_other(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    // Whole: what it would put back does not fit what is there now.
    world
        .policy(&[("methods.enabled", "app_code,email,mobile_phone")])
        .await;
    world.policy(&[("methods.enabled", "app_code,email")]).await;
    let narrowed = history(world).await[0].id;
    world.policy(&[("methods.required", "1")]).await;
    world.policy(&[("methods.enabled", "app_code")]).await;
    let widest = history(world).await[2].id;
    let last = history(world).await[1].id;
    assert_eq!(widest, narrowed);
    let said = sentence(undo(world, Some(last)).await);
    assert!(said.contains("asks for more methods"), "{said}");
    // Its groups must still be there.
    service
        .add_group(operator, "Chosen", "security", None, now)
        .await
        .unwrap();
    world.policy(&[("sspr.groups", "Chosen")]).await;
    world.policy(&[("sspr.groups", "")]).await;
    service.delete_group(operator, "Chosen", now).await.unwrap();
    let said = sentence(undo(world, None).await);
    assert!(said.contains("does not exist"), "{said}");
    // And whoever undoes must be one who may change it.
    world.policy(&[("organisation.name", "Fabrikam")]).await;
    for role in [Role::AuthenticationPolicy, Role::Helpdesk] {
        let mia = with_role(world, role).await;
        let said = sentence(service.undo_policy(&mia, None, now).await);
        assert!(said.contains("none of your roles may"), "{said}");
        let said = sentence(service.review_undo(&mia, None, now).await);
        assert!(said.contains("none of your roles may"), "{said}");
    }
    assert_eq!(shown(world, "organisation.name").await, "Fabrikam");
    let global = with_role(world, Role::Global).await;
    undone(service.undo_policy(&global, None, now).await);
    assert_eq!(field(&world.last("policy_changed").await, "actor"), MIA);
    assert_eq!(shown(world, "organisation.name").await, "Contoso");
}

pub async fn every_way_of_saving_can_be_undone(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let start = history(world).await.len();
    // What changes nothing is no save.
    world.policy(&[("sspr.enabled", "all")]).await;
    assert_eq!(history(world).await.len(), start);
    let file = [("codes.length".to_owned(), Value::Number(7))];
    service.import_policy(operator, &file, now).await.unwrap();
    let edits = vec![edit("codes.length", "7", "8")];
    service.save_policy(operator, edits, now).await.unwrap();
    world.policy(&[("codes.length", "9")]).await;
    assert_eq!(history(world).await.len(), start + 3);
    for expected in ["8", "7", "6"] {
        undone(undo(world, None).await);
        assert_eq!(shown(world, "codes.length").await, expected);
    }
    // A refused one leaves none.
    let count = history(world).await.len();
    let bad = [("codes.length", "8"), ("methods.enabled", "")];
    sentence(world.set_policy(operator, &bad).await);
    assert_eq!(history(world).await.len(), count);
    // Down to what `init` set, which is nobody's save.
    while history(world)
        .await
        .iter()
        .any(|save| !save.undone && save.undoes.is_none())
    {
        undone(undo(world, None).await);
    }
    let said = sentence(undo(world, None).await);
    assert!(said.contains("no save of the policy"), "{said}");
    assert_eq!(shown(world, "organisation.name").await, "Contoso");
    assert_eq!(shown(world, "sspr.enabled").await, "none");
}

pub async fn twenty_undos_at_once(world: &World) {
    let (operator, now) = (&world.operator, world.now());
    world.policy(&[("explain", "on")]).await;
    world.policy(&[("codes.length", "8")]).await;
    let last = history(world).await[0].id;
    let done = at_once(world, 20, async |service: Service, _| {
        service.undo_policy(operator, Some(last), now).await
    });
    let (done, refused): (Vec<_>, Vec<_>) = done.into_iter().partition(Result::is_ok);
    assert_eq!(done.len(), 1, "once");
    for said in refused {
        assert!(sentence(said).contains("undone already"));
    }
    assert_eq!(shown(world, "codes.length").await, "6");
    assert_eq!(shown(world, "explain").await, "on");
    world.assert_whole().await;
}
