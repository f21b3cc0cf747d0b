//! Who may reset: every reason a local account can be refused for, and how little a refusal tells.

use keyhatch::domain::eligibility::Reason;
use keyhatch::domain::journey::{Proof, Refusal};
use keyhatch::domain::licence::Licence;
use keyhatch::service::form::Form;
use keyhatch::store::audit::Filter;

use super::world::*;

const UNKNOWN: &str = "nobody@contoso.example";
const DISABLED: &str = "disabled@contoso.example";
const UNLICENSED: &str = "free@contoso.example";
const BARE: &str = "bare@contoso.example";
const POOR: &str = "poor@contoso.example";

fn reachable() -> Form {
    Form {
        alternate_email: text("someone@home.example"),
        ..Form::default()
    }
}

async fn populate(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    for upn in [DISABLED, UNLICENSED, POOR] {
        world.add(upn, &reachable(), OLD).await;
    }
    for upn in [DISABLED, UNLICENSED] {
        world.add_authenticator(upn).await;
    }
    world.add(BARE, &Form::default(), OLD).await;
    service
        .set_enabled(operator, DISABLED, false, now)
        .await
        .unwrap();
    let licence = Some(Licence::Free);
    service
        .set_licence(operator, UNLICENSED, licence, now)
        .await
        .unwrap();
    // Mia is blocked.
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        assert!(matches!(
            go(world.guess(&journey).await),
            Proof::Wrong { .. }
        ));
    }
    refused(world.guess(&journey).await);
}

const EACH: [(&str, Reason); 6] = [
    (UNKNOWN, Reason::Unknown),
    (DISABLED, Reason::Disabled),
    (MIA, Reason::Blocked),
    (UNLICENSED, Reason::Unlicensed),
    (BARE, Reason::NoMethod),
    (POOR, Reason::TooFewMethods),
];

/// Begins, is refused; the record of the reference names account and reason.
async fn refused_for(world: &World, user: &str, reason: Reason) -> Refusal {
    let refusal = refused(world.try_begin(user, TERMINAL).await);
    let filter = Filter {
        reference: Some(refusal.reference.clone()),
        ..Filter::default()
    };
    let records = world.filtered(filter).await;
    assert_eq!(records.len(), 1, "{user}");
    assert_eq!(field(&records[0], "activity"), "reset_started");
    assert_eq!(field(&records[0], "outcome"), "failure");
    assert_eq!(field(&records[0], "reason"), reason.code(), "{user}");
    assert_eq!(field(&records[0], "account"), user);
    assert_eq!(field(&records[0], "terminal"), TERMINAL);
    refusal
}

pub async fn every_reason_is_reached(world: &World) {
    populate(world).await;
    for (user, reason) in EACH {
        refused_for(world, user, reason).await;
        let checks = world
            .service
            .eligibility(&world.operator, user, world.now());
        let checks = checks.await.unwrap();
        let first = checks.iter().find(|check| !check.ok).unwrap();
        assert_eq!(first.reason, reason, "{user}");
    }
    world
        .service
        .release(&world.operator, MIA, world.now())
        .await
        .unwrap();
    world.begin(MIA).await;
    world.policy(&[("sspr.enabled", "none")]).await;
    refused_for(world, MIA, Reason::Off).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .add_group(operator, "SSPRTesters", "security", None, now)
        .await
        .unwrap();
    world
        .policy(&[("sspr.groups", "SSPRTesters"), ("sspr.enabled", "selected")])
        .await;
    refused_for(world, MIA, Reason::NotSelected).await;
    service
        .add_member(operator, "ssprtesters", MIA, now)
        .await
        .unwrap();
    world.begin(MIA).await;
}

pub async fn a_refusal_tells_nothing(world: &World) {
    populate(world).await;
    world
        .policy(&[("branding.helpdesk_phone", "+44 20 7946 0000")])
        .await;
    let mut references = Vec::new();
    for (user, reason) in EACH {
        let refusal = refused_for(world, user, reason).await;
        assert_eq!(refusal.reason, None, "{user}");
        assert_eq!(refusal.helpdesk, ["+44 20 7946 0000"], "{user}");
        assert_eq!(refusal.reference.len(), 9, "{user}");
        references.push(refusal.reference);
    }
    // Each leaves the same rows behind.
    let shapes = world.rows(
        "SELECT state, gates, terminal, language, expires - created FROM journey
         WHERE state = 'refused' AND created = (SELECT max(created) FROM journey)
         AND id NOT IN (SELECT journey_id FROM gate_try)",
    );
    assert_eq!(shapes.len(), EACH.len());
    assert!(shapes.iter().all(|shape| *shape == shapes[0]), "{shapes:?}");
    assert!(world.post().await.is_empty());
    references.sort();
    references.dedup();
    assert_eq!(references.len(), EACH.len(), "each has its own reference");

    world.policy(&[("explain", "on")]).await;
    for (user, reason) in EACH {
        assert_eq!(refused_for(world, user, reason).await.reason, Some(reason));
    }
}

pub async fn the_first_that_fails_counts(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    // Everything is wrong with it; one thing after another is mended.
    service
        .add_group(operator, "Chosen", "security", None, now)
        .await
        .unwrap();
    world.add(BARE, &Form::default(), OLD).await;
    world
        .policy(&[("sspr.groups", "Chosen"), ("sspr.enabled", "none")])
        .await;
    service
        .set_licence(operator, BARE, Some(Licence::Free), now)
        .await
        .unwrap();
    service
        .set_enabled(operator, BARE, false, now)
        .await
        .unwrap();
    refused_for(world, BARE, Reason::Disabled).await;
    let checks = service.eligibility(operator, BARE, now).await.unwrap();
    let failed: Vec<Reason> = checks.iter().filter(|c| !c.ok).map(|c| c.reason).collect();
    let all = [
        Reason::Disabled,
        Reason::Off,
        Reason::Unlicensed,
        Reason::NoMethod,
    ];
    assert_eq!(
        failed,
        [&all[..], &[Reason::TooFewMethods]].concat(),
        "all are computed"
    );

    service
        .set_enabled(operator, BARE, true, now)
        .await
        .unwrap();
    refused_for(world, BARE, Reason::Off).await;
    world.policy(&[("sspr.enabled", "selected")]).await;
    refused_for(world, BARE, Reason::Unlicensed).await;
    service
        .set_licence(operator, BARE, Some(Licence::Basic), now)
        .await
        .unwrap();
    refused_for(world, BARE, Reason::NotSelected).await;
    service
        .add_member(operator, "Chosen", BARE, now)
        .await
        .unwrap();
    refused_for(world, BARE, Reason::NoMethod).await;
    service
        .edit_account(operator, BARE, &reachable(), now)
        .await
        .unwrap();
    refused_for(world, BARE, Reason::TooFewMethods).await;
    world.add_authenticator(BARE).await;
    world.begin(BARE).await;
}

pub async fn names_in_any_writing(world: &World) {
    let user_ids = [
        "mias",
        "MiaS",
        " mias@contoso.example\t",
        "ＭＩＡＳ@contoso.example",
        "mia.steele@CONTOSO.example",
        "mia@home.example",
        "mi\u{200b}as",
    ];
    for user in user_ids {
        world.begin(user).await;
        assert_eq!(
            field(&world.last("reset_started").await, "account"),
            MIA,
            "{user}"
        );
    }
    let strangers = [
        "",
        " ",
        "mia",
        "mіas",
        "mias@contoso.example.evil",
        "%",
        "mias'--",
    ];
    for user in strangers {
        refused(world.try_begin(user, TERMINAL).await);
        assert_eq!(
            field(&world.last("reset_started").await, "reason"),
            "SSPR_0040",
            "{user}"
        );
    }
    let long = "m".repeat(100_000);
    refused(world.try_begin(&long, TERMINAL).await);
    refused(
        world
            .try_begin("a\u{1b}[2J\0b\r\nc\u{202e}@x.y", TERMINAL)
            .await,
    );
    assert_eq!(
        field(&world.last("reset_started").await, "account"),
        "a[2Jbc@x.y"
    );
    // People type passwords into the wrong field; the record is for ever.
    refused(world.try_begin("first light on the hill", TERMINAL).await);
    assert_eq!(
        field(&world.last("reset_started").await, "account"),
        "(not a user ID)"
    );
    // One counter for all of them.
    for (user, left) in user_ids.into_iter().zip([4, 3, 2, 1]) {
        let journey = world.begin(user).await;
        assert_eq!(go(world.guess(&journey).await), Proof::Wrong { left });
    }
    // A name that two share leads to neither; the principal name still does.
    let form = Form {
        email: text(WORK),
        ..Form::default()
    };
    world.add("mias@fabrikam.example", &form, OLD).await;
    for user in ["mias", WORK] {
        refused(world.try_begin(user, TERMINAL).await);
        assert_eq!(
            field(&world.last("reset_started").await, "reason"),
            "SSPR_0040"
        );
    }
    world.begin(MIA).await;
}
