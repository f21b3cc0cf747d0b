//! The fixed policy for administrators (product, section 5).

use keyhatch::domain::eligibility::Reason;
use keyhatch::domain::journey::Finished;
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::licence::Licence;
use keyhatch::domain::role::Role;
use keyhatch::service::form::Form;

use super::world::*;

async fn promote(world: &World, upn: &str, role: Role) {
    let set = world
        .service
        .set_roles(&world.operator, upn, vec![role], world.now());
    set.await.unwrap();
}

pub async fn reset_where_policy_is_off(world: &World) {
    promote(world, MIA, Role::ReportsReader).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .add_group(operator, "Excluded", "security", None, now)
        .await
        .unwrap();
    service
        .add_member(operator, "Excluded", MIA, now)
        .await
        .unwrap();
    let off = [
        ("sspr.enabled", "none"),
        ("sspr.excluded_groups", "Excluded"),
        ("methods.enabled", ""),
        ("methods.required", "1"),
    ];
    world.policy(&off).await;
    let view = service.account(operator, MIA, now).await.unwrap();
    assert!(view.capable && view.registered && view.enabled_for_sspr);
    world.reset(MIA, NEW).await;
    promote_to_nobody(world).await;
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, None);
    assert_eq!(
        field(&world.last("reset_started").await, "reason"),
        "SSPR_0009"
    );
}

async fn promote_to_nobody(world: &World) {
    let set = world
        .service
        .set_roles(&world.operator, MIA, Vec::new(), world.now());
    set.await.unwrap();
}

pub async fn always_two_gates(world: &World) {
    promote(world, MIA, Role::Helpdesk).await;
    world.policy(&[("methods.required", "1")]).await;
    let journey = world.begin(MIA).await;
    assert_eq!(world.overview(&journey).await.required, 2);
    world.pass_mail(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::GateMissing);
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}

pub async fn licence_and_methods_still_count(world: &World) {
    promote(world, MIA, Role::Global).await;
    world.policy(&[("explain", "on")]).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_licence(operator, MIA, Some(Licence::Free), now)
        .await
        .unwrap();
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::Unlicensed));
    service.set_licence(operator, MIA, None, now).await.unwrap();
    let held = service.methods(operator, MIA, now).await.unwrap();
    let id = held.iter().find_map(|held| held.id).unwrap();
    service.delete_method(operator, MIA, id, now).await.unwrap();
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::TooFewMethods));
    // Not even a method: the check for none does not apply, so this one answers.
    let nothing = Form {
        alternate_email: text(""),
        ..Form::default()
    };
    service
        .edit_account(operator, MIA, &nothing, now)
        .await
        .unwrap();
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::TooFewMethods));
}

pub async fn the_others_are_told(world: &World) {
    promote(world, MIA, Role::User).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let with = |email: Option<&str>, language: Option<&str>| Form {
        email: email.map(str::to_owned),
        alternate_email: text("private@home.example"),
        language: language.map(str::to_owned),
        ..Form::default()
    };
    let others = [
        (
            "jun@contoso.example",
            with(Some("jun@mail.example"), Some("ja")),
        ),
        ("off@contoso.example", with(Some("off@mail.example"), None)),
        ("mute@contoso.example", with(None, None)),
    ];
    for (upn, form) in &others {
        world.add(upn, form, OLD).await;
        promote(world, upn, Role::Helpdesk).await;
    }
    service
        .set_enabled(operator, "off@contoso.example", false, now)
        .await
        .unwrap();
    let plain = with(Some("plain@mail.example"), None);
    world.add("plain@contoso.example", &plain, OLD).await;
    world.reset(MIA, NEW).await;

    let reference = field(&world.last("password_reset").await, "reference").to_owned();
    let mut told = Vec::new();
    for arrived in world.post().await {
        match arrived.letter {
            Letter::Happened {
                what: Happening::PasswordReset,
                upn,
                ..
            } => {
                assert_eq!(upn, MIA);
                told.push(("own", arrived.to, arrived.language));
            }
            Letter::Happened {
                what: Happening::AdministratorReset,
                upn,
                reference: told_reference,
                terminal,
                ..
            } => {
                assert_eq!((upn.as_str(), terminal.as_str()), (MIA, TERMINAL));
                assert_eq!(told_reference, reference);
                told.push(("other", arrived.to, arrived.language));
            }
            _ => panic!("no such letter"),
        }
    }
    told.sort();
    let expected = [
        ("other", ADMIN, "en"),
        ("other", "jun@mail.example", "ja"),
        ("own", WORK, "de"),
        ("own", HOME, "de"),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(kind, to, language)| (kind, to.to_owned(), language.to_owned()))
        .collect();
    assert_eq!(told, expected);

    // Both kinds can be switched off, each by itself.
    world
        .policy(&[("notify.admins_on_admin_reset", "off")])
        .await;
    world.reset(MIA, "yet another phrase").await;
    assert_eq!(world.post().await.len(), 2);
    world.policy(&[("notify.users_on_reset", "off")]).await;
    world.reset(MIA, "and one more phrase").await;
    assert!(world.post().await.is_empty());
}
