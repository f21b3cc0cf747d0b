//! What is told before a policy is saved, against what happens when it is.

use std::collections::BTreeSet;

use keyhatch::domain::journey::Step;
use keyhatch::domain::licence::Licence;
use keyhatch::domain::role::Role;
use keyhatch::domain::setting::SETTINGS;
use keyhatch::service::Actor;
use keyhatch::service::form::Form;
use keyhatch::service::policy::review::{NAMED, Review, Touched};
use keyhatch::service::policy::{shown, typed};

use super::import::{import, row};
use super::world::*;

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

async fn review(world: &World, changes: &[(&str, &str)]) -> Review {
    let entries = typed(&pairs(changes)).unwrap();
    let review = world
        .service
        .review_policy(&world.operator, &entries, world.now());
    review.await.unwrap()
}

fn names(touched: &Touched) -> BTreeSet<String> {
    touched
        .first
        .iter()
        .map(|person| person.upn.clone())
        .collect()
}

/// Who gets past the first screen of a kiosk now.
async fn able(world: &World, people: &[&str]) -> BTreeSet<String> {
    let mut able = BTreeSet::new();
    for (number, upn) in people.iter().enumerate() {
        // A terminal each, so that none is throttled.
        let place = origin(&format!("{}:{number}", world.now()));
        let begun = world
            .service
            .begin_reset(&place, claim(upn), world.now())
            .await
            .unwrap();
        if let Step::Go(_) = on(begun) {
            able.insert((*upn).to_owned());
        }
        world.advance(1);
    }
    able
}

const PEOPLE: [&str; 8] = [ADMIN, ANN, BEN, CAT, DAN, EVE, FAY, MIA];
const ANN: &str = "ann@contoso.example";
const BEN: &str = "ben@contoso.example";
const CAT: &str = "cat@contoso.example";
const DAN: &str = "dan@contoso.example";
const EVE: &str = "eve@contoso.example";
const FAY: &str = "fay@contoso.example";

/// People who differ in everything that counts: methods, groups, licence, role, in use or not.
async fn populate(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    for (upn, email, mobile) in [
        (ANN, true, false),
        (BEN, true, true),
        (CAT, false, true),
        (DAN, true, true),
        (EVE, true, true),
        (FAY, true, true),
    ] {
        let form = Form {
            alternate_email: email.then(|| format!("{}@home.example", &upn[..3])),
            mobile: mobile.then(|| "+447700900123".to_owned()),
            ..Form::default()
        };
        world.add(upn, &form, OLD).await;
    }
    world.add_authenticator(CAT).await;
    let licence = Some(Licence::Free);
    service
        .set_licence(operator, DAN, licence, now)
        .await
        .unwrap();
    service
        .set_enabled(operator, EVE, false, now)
        .await
        .unwrap();
    let role = vec![Role::Helpdesk];
    service.set_roles(operator, FAY, role, now).await.unwrap();
    for group in ["Inner", "Outer", "Out"] {
        let added = service.add_group(operator, group, "security", None, now);
        added.await.unwrap();
    }
    for (group, member) in [
        ("Inner", BEN),
        ("Inner", MIA),
        ("Outer", "Inner"),
        ("Outer", CAT),
        ("Out", CAT),
        ("Out", FAY),
    ] {
        let added = service.add_member(operator, group, member, now);
        added.await.unwrap();
    }
}

pub async fn who_is_stranded_and_who_is_reached_is_what_happens(world: &World) {
    populate(world).await;
    let changes: [&[(&str, &str)]; 14] = [
        &[("methods.required", "1")],
        &[("methods.enabled", "app_code,email")],
        &[("sspr.groups", "Outer"), ("sspr.enabled", "selected")],
        &[("sspr.excluded_groups", "Out"), ("codes.length", "7")],
        &[("sspr.groups", "Inner,Out"), ("methods.required", "2")],
        &[
            ("delivery.blocked_prefixes", "+44"),
            ("methods.enabled", "email,mobile_phone"),
        ],
        &[
            ("delivery.blocked_prefixes", ""),
            ("sspr.excluded_groups", ""),
        ],
        &[("licence.default", "free")],
        &[("licence.default", "p2"), ("sspr.enabled", "all")],
        &[("sspr.enabled", "none")],
        &[("sspr.enabled", "all"), ("methods.required", "1")],
        &[("methods.enabled", "security_questions")],
        &[(
            "methods.enabled",
            "app_notification,app_code,email,mobile_phone",
        )],
        &[("explain", "on")],
    ];
    let (mut stranded, mut reached) = (0, 0);
    let mut before = able(world, &PEOPLE).await;
    for change in changes {
        let told = review(world, change).await;
        // Nothing is saved by asking.
        assert_eq!(able(world, &PEOPLE).await, before, "{change:?}");
        let saved = world.policy(change).await;
        let after = able(world, &PEOPLE).await;
        let gone: BTreeSet<String> = before.difference(&after).cloned().collect();
        let come: BTreeSet<String> = after.difference(&before).cloned().collect();
        assert_eq!(names(&told.stranded), gone, "{change:?}");
        assert_eq!(names(&told.reached), come, "{change:?}");
        assert_eq!(told.stranded.count, gone.len() as u64);
        assert_eq!(told.reached.count, come.len() as u64);
        assert_eq!(saved, told.stranded.count, "the command line says the same");
        stranded += gone.len();
        reached += come.len();
        before = after;
        world.advance(3600);
    }
    assert!(stranded > 8 && reached > 8, "{stranded}, {reached}");
}

pub async fn the_difference_and_the_advice(world: &World) {
    let told = review(
        world,
        &[
            ("password.preset", "entra"),
            ("methods.required", "1"),
            ("captcha", "remote-only"),
        ],
    )
    .await;
    let lines: Vec<String> = told
        .differences
        .iter()
        .map(|one| format!("{}: {} → {}", one.key, shown(&one.old), shown(&one.new)))
        .collect();
    assert_eq!(
        lines,
        [
            "password.preset: modern → entra",
            "methods.required: 2 → 1",
            // It moves with the preset.
            "password.min_length: 12 → 8",
        ]
    );
    let advice: Vec<&str> = told.advice.iter().map(|advice| advice.message).collect();
    assert_eq!(
        advice,
        [
            "advice-one-method",
            "advice-composition",
            "advice-short-passwords"
        ]
    );
    // What is weak already is told of the settings that are asked about, and of no others.
    world.policy(&[("explain", "on"), ("captcha", "off")]).await;
    let told = review(world, &[("explain", "on")]).await;
    assert!(told.differences.is_empty());
    let advice: Vec<&str> = told.advice.iter().map(|advice| advice.message).collect();
    assert_eq!(advice, ["advice-explained"]);
}

pub async fn what_could_not_be_saved_is_refused(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    for (bad, expected) in [
        (&[("methods.enabled", "")][..], "can't be on while"),
        (&[("methods.enabled", "email")], "asks for more methods"),
        (&[("sspr.enabled", "selected")], "needs `sspr.groups`"),
        (&[("sspr.groups", "Nobody")], "does not exist"),
        (&[("organisation.name", " ")], "can't be empty"),
    ] {
        let entries = typed(&pairs(bad)).unwrap();
        let said = sentence(service.review_policy(operator, &entries, now).await);
        assert!(said.contains(expected), "{said}");
        assert_eq!(said, sentence(world.set_policy(operator, bad).await));
    }
    for (bad, expected) in [
        (("codes.length", "99"), "takes a whole number"),
        (("codes.size", "6"), "there is no setting"),
    ] {
        let said = typed(&pairs(&[bad])).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}");
    }
    // Whoever may not save it learns nobody's name from it.
    let account = service.account(operator, MIA, now).await.unwrap().account;
    let mia = Actor::signed(account.id, account.upn, now);
    for role in Role::ALL {
        let set = service.set_roles(operator, MIA, vec![role], now);
        set.await.unwrap();
        for setting in SETTINGS.iter().filter(|setting| !setting.family) {
            let entry = (setting.key.to_owned(), setting.default_value());
            let entries = match setting.key {
                "organisation.name" => vec![(entry.0, "Contoso".to_owned())],
                _ => pairs(&[(setting.key, &entry.1.shown())]),
            };
            let entries = typed(&entries).unwrap();
            let done = service.review_policy(&mia, &entries, now).await;
            let allowed = role.may(setting.who);
            assert_eq!(done.is_ok(), allowed, "{} {}", role.key(), setting.key);
        }
    }
}

pub async fn many_are_counted_and_the_first_are_named(world: &World) {
    world.policy(&[("sspr.enabled", "none")]).await;
    let mut rows = Vec::new();
    for number in 0..NAMED + 5 {
        let upn = format!("p{number:04}@contoso.example");
        let form = Form {
            name: Some(format!("Person {number}")),
            alternate_email: Some(format!("p{number}@home.example")),
            mobile: Some("+14255550100".to_owned()),
            ..Form::default()
        };
        rows.push(row(number as u64 + 2, &upn, form));
    }
    import(world, &world.operator, rows, false).await.0.unwrap();
    let told = review(world, &[("sspr.enabled", "all")]).await;
    // And Mia.
    assert_eq!(told.reached.count, NAMED as u64 + 6);
    assert_eq!(told.reached.first.len(), NAMED);
    assert!(told.reached.first.is_sorted_by_key(|person| &person.upn));
    let first = told
        .reached
        .first
        .iter()
        .find(|person| person.upn == "p0003@contoso.example");
    assert_eq!(first.unwrap().name.as_deref(), Some("Person 3"));
    assert_eq!(told.stranded, Touched::default());
}
