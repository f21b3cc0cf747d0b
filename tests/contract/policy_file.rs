//! A whole policy as a file has it.

use keyhatch::domain::role::Role;
use keyhatch::domain::setting::Value;
use keyhatch::service::Actor;
use keyhatch::service::policy_file::Entry;

use super::world::*;

/// What an export holds.
async fn exported(world: &World) -> Vec<Entry> {
    let rows = world.service.policy_values(&world.operator, world.now());
    let rows = rows.await.unwrap().into_iter();
    rows.map(|(key, _, value)| (key, value)).collect()
}

async fn import(world: &World, entries: &[Entry]) -> (usize, u64) {
    let done = world
        .service
        .import_policy(&world.operator, entries, world.now());
    done.await.unwrap()
}

fn put(entries: &mut [Entry], key: &str, value: Value) {
    entries
        .iter_mut()
        .find(|(known, _)| known == key)
        .unwrap()
        .1 = value;
}

pub async fn its_own_export_changes_nothing(world: &World) {
    world
        .policy(&[
            ("branding.sign_in_text.de", "Hallo\nzusammen"),
            ("questions.custom", "First pet?,First car?"),
            ("password.preset", "entra"),
        ])
        .await;
    let before = world.records("").await.len();
    let file = exported(world).await;
    assert_eq!(import(world, &file).await, (0, 0));
    let difference = world
        .service
        .policy_diff(&world.operator, &file, world.now());
    assert_eq!(difference.await.unwrap(), []);
    assert_eq!(world.records("").await.len(), before);
}

pub async fn what_it_says_is_in_force_afterwards(world: &World) {
    let before = world.records("policy_changed").await.len();
    let mut file = exported(world).await;
    put(&mut file, "codes.length", Value::Number(8));
    // The preset moves the length that is in force; the file keeps it where it says.
    put(
        &mut file,
        "password.preset",
        Value::Text("entra".to_owned()),
    );
    let difference = world
        .service
        .policy_diff(&world.operator, &file, world.now());
    let keys: Vec<String> = difference
        .await
        .unwrap()
        .into_iter()
        .map(|(key, old, new)| format!("{key}: {old} → {new}"))
        .collect();
    assert_eq!(
        keys,
        [
            "codes.length: 6 → 8",
            "password.preset: modern → entra",
            "password.min_length: 12 → 12",
        ]
    );
    assert_eq!(world.records("policy_changed").await.len(), before);
    assert_eq!(import(world, &file).await, (3, 0));
    assert_eq!(exported(world).await, file);
    assert_eq!(world.records("policy_changed").await.len(), before + 3);
    // Who could reset and can't any more.
    put(
        &mut file,
        "methods.enabled",
        Value::List(vec!["email".to_owned(), "mobile_phone".to_owned()]),
    );
    assert_eq!(import(world, &file).await, (1, 1));
    world.assert_whole().await;
}

pub async fn a_file_is_taken_whole_or_not_at_all(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let text = |value: &str| Value::Text(value.to_owned());
    let good: Entry = ("codes.length".to_owned(), Value::Number(9));
    for (bad, expected) in [
        (("codes.digits".to_owned(), Value::Number(9)), "no setting"),
        (("captcha".to_owned(), text("sometimes")), "`captcha` takes"),
        (
            ("methods.required".to_owned(), text("two")),
            "takes a whole",
        ),
        (
            ("methods.enabled".to_owned(), Value::List(vec![])),
            "can't be on while",
        ),
        (
            (
                "sspr.groups".to_owned(),
                Value::List(vec!["Nobody".to_owned()]),
            ),
            "does not exist",
        ),
    ] {
        let before = exported(world).await;
        let records = world.records("").await.len();
        let file = [good.clone(), bad];
        let said = sentence(service.import_policy(operator, &file, now).await);
        assert!(said.contains(expected), "{said}");
        assert_eq!(exported(world).await, before);
        assert_eq!(world.records("").await.len(), records);
    }
}

pub async fn only_what_differs_needs_a_role(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_roles(operator, MIA, vec![Role::AuthenticationPolicy], now)
        .await
        .unwrap();
    let account = service.account(operator, MIA, now).await.unwrap().account;
    let mia = Actor::signed(account.id, account.upn, now);
    let mut file = exported(world).await;
    put(&mut file, "codes.length", Value::Number(7));
    assert_eq!(service.import_policy(&mia, &file, now).await.unwrap().0, 1);
    put(&mut file, "codes.length", Value::Number(8));
    put(
        &mut file,
        "organisation.name",
        Value::Text("Fabrikam".to_owned()),
    );
    let said = sentence(service.import_policy(&mia, &file, now).await);
    assert!(said.contains("organisation"), "{said}");
    assert_eq!(world.service.policy(now).await.unwrap().code_digits, 7);
}
