//! The policy: all pairs or none, each value in its range, the whole in itself.

use keyhatch::domain::role::{Permission, Role};
use keyhatch::domain::setting::{Kind, SETTINGS};
use keyhatch::service::Actor;
use keyhatch::service::form::Form;

use super::world::*;

async fn value(world: &World, key: &str) -> String {
    let values = world
        .service
        .policy_values(&world.operator, world.now())
        .await
        .unwrap();
    let found = values.into_iter().find(|(found, ..)| found == key).unwrap();
    found.2.shown()
}

async fn refusal(world: &World, pairs: &[(&str, &str)]) -> String {
    let stored = "SELECT name, value FROM setting ORDER BY name";
    let (before, records) = (world.rows(stored), world.records("").await.len());
    let said = sentence(world.set_policy(&world.operator, pairs).await);
    assert_eq!(world.rows(stored), before, "{pairs:?}");
    assert_eq!(world.records("").await.len(), records, "{pairs:?}");
    said
}

pub async fn all_pairs_or_none(world: &World) {
    let said = refusal(world, &[("codes.length", "8"), ("methods.required", "3")]).await;
    assert!(
        said.contains("`methods.required` takes a whole number from 1 to 2, not `3`"),
        "{said}"
    );
    let said = refusal(world, &[("codes.length", "8"), ("codes.lenght", "8")]).await;
    assert!(
        said.contains("there is no setting `codes.lenght`"),
        "{said}"
    );
    let said = refusal(world, &[("codes.length", "8"), ("sspr.groups", "Ghosts")]).await;
    assert!(said.contains("`Ghosts`, which does not exist"), "{said}");
    refusal(
        world,
        &[
            ("codes.length", "8"),
            ("password.min_length", "128"),
            ("password.max_length", "64"),
        ],
    )
    .await;
    assert_eq!(value(world, "codes.length").await, "6");
    world
        .policy(&[("codes.length", "8"), ("explain", "on")])
        .await;
    assert_eq!(value(world, "codes.length").await, "8");
    assert_eq!(value(world, "explain").await, "on");
    for key in [
        "",
        "branding.sign_in_text",
        "branding.sign_in_text.xx",
        "SSPR.enabled",
    ] {
        assert!(
            refusal(world, &[(key, "on")])
                .await
                .contains("there is no setting"),
            "{key}"
        );
    }
    world
        .policy(&[("branding.sign_in_text.de", "Guten Tag")])
        .await;
    assert_eq!(value(world, "branding.sign_in_text.de").await, "Guten Tag");
}

pub async fn both_ends_of_every_range(world: &World) {
    world.policy(&[("sspr.enabled", "none")]).await;
    for setting in &SETTINGS {
        let key = setting.key;
        match setting.kind {
            Kind::Number(low, high) => {
                for bad in [
                    (low - 1).to_string(),
                    (high + 1).to_string(),
                    "x".into(),
                    "".into(),
                ] {
                    assert!(
                        refusal(world, &[(key, &bad)]).await.contains(key),
                        "{key}={bad}"
                    );
                }
                refusal(world, &[(key, "99999999999999999999")]).await;
                for good in [low, high] {
                    world.policy(&[(key, &good.to_string())]).await;
                    assert_eq!(value(world, key).await, good.to_string());
                }
                world.policy(&[(key, setting.default)]).await;
            }
            Kind::Flag => {
                for bad in ["yes", "On", ""] {
                    refusal(world, &[(key, bad)]).await;
                }
                for good in ["off", "on", setting.default] {
                    world.policy(&[(key, good)]).await;
                    assert_eq!(value(world, key).await, good);
                }
            }
            Kind::Choice(_) | Kind::Set(_) | Kind::Languages | Kind::Language => {
                refusal(world, &[(key, "nonsense")]).await;
            }
            Kind::Line(most) => {
                let word = |length: usize| match key {
                    "branding.helpdesk_email" => format!("a@{}", "x".repeat(length - 2)),
                    _ => "x".repeat(length),
                };
                refusal(world, &[(key, &word(most + 1))]).await;
                world.policy(&[(key, &word(most))]).await;
            }
            Kind::List(most, shortest, longest) => {
                // The beginning of a number, because one list takes nothing else.
                let word = |length: usize, number: usize| match length {
                    0..=2 => "+1"[..length].to_owned(),
                    _ => format!("+1{number:0width$}", width = length - 2),
                };
                let many = |count: usize| -> Vec<String> {
                    (0..count)
                        .map(|number| word(shortest.max(4), number))
                        .collect()
                };
                let mut bad = vec![many(most + 1).join(","), word(longest + 1, 1)];
                if shortest > 1 {
                    bad.push(word(shortest - 1, 1));
                }
                for bad in &bad {
                    refusal(world, &[(key, bad)]).await;
                }
                for good in [many(most).join(","), word(longest, 1), word(shortest, 1)] {
                    world.policy(&[(key, &good)]).await;
                    assert_eq!(value(world, key).await, good);
                }
            }
            Kind::Art(columns, rows) => {
                let art = |wide: usize, high: usize| vec!["語".repeat(wide / 2); high].join("\n");
                for bad in [art(columns + 2, 1), art(2, rows + 1)] {
                    refusal(world, &[(key, &bad)]).await;
                }
                let good = art(columns, rows);
                world.policy(&[(key, &good)]).await;
                assert_eq!(value(world, key).await, good);
            }
            Kind::Lines(_) | Kind::Groups => {}
        }
    }
}

pub async fn changes_are_audited(world: &World) {
    let before = world.records("policy_changed").await.len();
    world
        .policy(&[("codes.length", "8"), ("methods.enabled", "email,app_code")])
        .await;
    let records = world.records("policy_changed").await;
    let details: Vec<&str> = records[before..]
        .iter()
        .map(|r| field(r, "detail"))
        .collect();
    assert_eq!(
        details,
        [
            "codes.length: 6 → 8",
            "methods.enabled: app_notification,app_code,email,mobile_phone → app_code,email",
        ]
    );
    assert!(
        records
            .iter()
            .all(|record| field(record, "actor") == "operator:root")
    );
    world
        .policy(&[("codes.length", "8"), ("methods.enabled", "app_code,email")])
        .await;
    assert_eq!(
        world.records("policy_changed").await.len(),
        before + 2,
        "nothing changed"
    );
    world
        .policy(&[
            ("branding.helpdesk_phone", "1"),
            ("branding.helpdesk_phone", ""),
        ])
        .await;
    let last = world.last("policy_changed").await;
    assert!(
        field(&last, "detail").ends_with("→ nothing"),
        "{}",
        field(&last, "detail")
    );
    world.assert_whole().await;
}

pub async fn values_are_checked_together(world: &World) {
    for pairs in [
        &[("methods.enabled", "")][..],
        &[("methods.enabled", "email")],
        &[("sspr.enabled", "selected")],
        &[("questions.to_register", "3"), ("questions.to_reset", "4")],
        &[("password.max_length", "64"), ("password.min_length", "65")],
        &[("branding.languages", "de,ja")],
        &[("organisation.name", " ")],
    ] {
        refusal(world, pairs).await;
    }
    // The same one after another, when each is sound with what is there.
    world
        .policy(&[("methods.required", "1"), ("methods.enabled", "email")])
        .await;
    refusal(world, &[("methods.required", "2")]).await;
    world
        .policy(&[("sspr.enabled", "none"), ("methods.enabled", "")])
        .await;
    refusal(world, &[("sspr.enabled", "all")]).await;
    world
        .policy(&[
            ("branding.default_language", "de"),
            ("branding.languages", "de,ja"),
        ])
        .await;
    refusal(world, &[("branding.default_language", "en")]).await;
}

pub async fn the_stranded_are_counted(world: &World) {
    let form = Form {
        alternate_email: text("ben@home.example"),
        ..Form::default()
    };
    world.add("ben@contoso.example", &form, OLD).await;
    // Mia and, with one gate, Ben; the administrator has no method.
    assert_eq!(world.policy(&[("methods.required", "1")]).await, 0);
    assert_eq!(world.policy(&[("methods.required", "2")]).await, 1);
    assert_eq!(world.policy(&[("methods.required", "2")]).await, 0);
    world.policy(&[("methods.required", "1")]).await;
    assert_eq!(world.policy(&[("methods.enabled", "app_code")]).await, 1);
    assert_eq!(
        world.policy(&[("methods.enabled", "app_code,email")]).await,
        0
    );
    assert_eq!(world.policy(&[("licence.default", "free")]).await, 2);
    world.policy(&[("licence.default", "p1")]).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .add_group(operator, "Chosen", "security", None, now)
        .await
        .unwrap();
    service
        .add_member(operator, "Chosen", MIA, now)
        .await
        .unwrap();
    let selected = [("sspr.groups", "Chosen"), ("sspr.enabled", "selected")];
    assert_eq!(world.policy(&selected).await, 1);
    assert_eq!(world.policy(&[("sspr.excluded_groups", "Chosen")]).await, 1);
    world
        .policy(&[("sspr.excluded_groups", ""), ("sspr.enabled", "all")])
        .await;
    // Administrators are not touched by it.
    service
        .set_roles(operator, MIA, vec![Role::Helpdesk], now)
        .await
        .unwrap();
    assert_eq!(world.policy(&[("sspr.enabled", "none")]).await, 1);
}

pub async fn each_key_has_its_permission(world: &World) {
    let now = world.now();
    let account = world
        .service
        .account(&world.operator, MIA, now)
        .await
        .unwrap()
        .account;
    let mia = Actor::signed(account.id, account.upn, now);
    for role in Role::ALL {
        let set = world
            .service
            .set_roles(&world.operator, MIA, vec![role], now);
        set.await.unwrap();
        for setting in &SETTINGS {
            let allowed = match (role, setting.who) {
                (Role::Global, _) => true,
                (Role::AuthenticationPolicy, who) => who == Permission::ChangePolicy,
                _ => false,
            };
            let key = match setting.family {
                true => format!("{}.de", setting.key),
                false => setting.key.to_owned(),
            };
            // The value it has, so that nothing else can be wrong with it.
            let same = match key.as_str() {
                "branding.sign_in_text.de" => String::new(),
                key => value(world, key).await,
            };
            let done = world.set_policy(&mia, &[(&key, &same)]).await;
            assert_eq!(done.is_ok(), allowed, "{} {key}: {done:?}", role.key());
        }
    }
    // One pair that is not theirs and none is set.
    let set = world
        .service
        .set_roles(&world.operator, MIA, vec![Role::AuthenticationPolicy], now);
    set.await.unwrap();
    let pairs = [("codes.length", "9"), ("organisation.name", "Fabrikam")];
    let said = sentence(world.set_policy(&mia, &pairs).await);
    assert!(said.contains("organisation"), "{said}");
    assert_eq!(value(world, "codes.length").await, "6");
    world.set_policy(&mia, &pairs[..1]).await.unwrap();
    assert_eq!(field(&world.last("policy_changed").await, "actor"), MIA);
}
