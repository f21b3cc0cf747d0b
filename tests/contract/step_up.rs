//! A fresh proof before what a stolen hour at somebody's terminal must not be enough for; and what
//! nobody may take away.

use keyhatch::domain::people::AccountFilter;
use keyhatch::domain::role::Role;
use keyhatch::service::form::Form;
use keyhatch::service::import::{Entry, Line, Lines};
use keyhatch::service::{Actor, Refusal, ServiceError};
use keyhatch::store::audit::Filter;

use super::world::*;

/// How long a proof is fresh, in seconds.
const FRESH: u64 = 5 * 60;

async fn signed(world: &World, upn: &str, roles: &[Role]) -> Actor {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let set = service.set_roles(operator, upn, roles.to_vec(), now);
    set.await.unwrap();
    let account = service.account(operator, upn, now).await.unwrap().account;
    Actor::signed(account.id, account.upn, now)
}

#[track_caller]
fn wants_proof<T>(done: Result<T, ServiceError>) {
    match done {
        Err(ServiceError::StepUp) => {}
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was done"),
    }
}

#[track_caller]
fn refusal<T>(done: Result<T, ServiceError>) -> Refusal {
    match done {
        Err(ServiceError::Refused(refusal)) => refusal,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("it was done"),
    }
}

pub async fn wanted_to_the_second(world: &World) {
    let mia = signed(world, MIA, &[Role::Global]).await;
    let (service, target) = (&world.service, ADMIN);
    world.advance(FRESH - 1);
    service.release(&mia, target, world.now()).await.unwrap();
    let weaker = [("captcha", "off")];
    world.set_policy(&mia, &weaker).await.unwrap();
    let all = Filter::default;
    service
        .export_audit(&mia, all(), drop, world.now())
        .await
        .unwrap();
    service
        .export_accounts(&mia, AccountFilter::default(), drop, world.now())
        .await
        .unwrap();
    world.advance(1);
    let records = world.records("").await.len();
    let now = world.now();
    wants_proof(service.release(&mia, target, now).await);
    wants_proof(world.set_policy(&mia, &[("explain", "on")]).await);
    wants_proof(service.export_audit(&mia, all(), drop, now).await);
    wants_proof(
        service
            .export_accounts(&mia, AccountFilter::default(), drop, now)
            .await,
    );
    assert_eq!(world.records("").await.len(), records);
    // What weakens nothing goes on, and so does the operator.
    let stronger = [("captcha", "on"), ("codes.length", "8")];
    world.set_policy(&mia, &stronger).await.unwrap();
    service.audit(&mia, all(), drop, world.now()).await.unwrap();
    world.policy(&[("codes.length", "6")]).await;
    // One weakening among others is enough, and nothing of it is done.
    let mixed = [("codes.length", "7"), ("methods.required", "1")];
    wants_proof(world.set_policy(&mia, &mixed).await);
    let values = service.policy_values(&mia, world.now()).await.unwrap();
    let length = values.iter().find(|(key, ..)| key == "codes.length");
    assert_eq!(length.unwrap().2.shown(), "6");
}

pub async fn who_signs_in_anew_is_fresh(world: &World) {
    let mia = signed(world, MIA, &[Role::Helpdesk]).await;
    let (service, target) = (&world.service, "target@contoso.example");
    world.add(target, &Form::default(), OLD).await;
    world.advance(FRESH);
    wants_proof(service.release(&mia, target, world.now()).await);
    let code = secret(&world.fresh_app_code());
    let now = world.now();
    let anew = service.sign_in(MIA, secret(OLD), || Ok((code, now)), TERMINAL, now);
    let fresh = anew.await.unwrap();
    service.release(&fresh, target, world.now()).await.unwrap();
    // The old proof is not made fresh by it, and a proof says who somebody is, not what they may.
    wants_proof(service.release(&mia, target, world.now()).await);
    signed(world, MIA, &[]).await;
    let denied = service.release(&fresh, target, world.now()).await;
    assert!(matches!(refusal(denied), Refusal::Role(_)));
    world.assert_whole().await;
}

/// One row that takes every role from an account.
struct Demoting(&'static str);

impl Lines for Demoting {
    fn open(&self) -> Result<Box<dyn Iterator<Item = Result<Line, String>>>, String> {
        let entry = Entry {
            upn: self.0.to_owned(),
            form: Form {
                roles: Some(vec!["none".to_owned()]),
                ..Form::default()
            },
            must_change: None,
        };
        Ok(Box::new(std::iter::once(Ok((2, Ok(entry))))))
    }

    fn name(&self) -> String {
        "roles.csv".to_owned()
    }
}

pub async fn the_last_administrator_stays(world: &World) {
    let (service, operator) = (&world.service, &world.operator);
    let now = world.now();
    let stays = |refusal: Refusal| {
        assert_eq!(refusal, Refusal::LastAdministrator(ADMIN.to_owned()));
    };
    let demoted = Form {
        roles: Some(vec!["helpdesk".to_owned()]),
        name: text("Somebody Else"),
        ..Form::default()
    };
    let tell = || std::sync::Arc::new(|_, _: &str| ());
    let rows = || std::sync::Arc::new(Demoting(ADMIN));
    // The operator, too; and somebody disabled can't take the place.
    signed(world, MIA, &[Role::Global]).await;
    service
        .set_enabled(operator, MIA, false, now)
        .await
        .unwrap();
    let records = world.records("").await.len();
    stays(refusal(
        service.set_enabled(operator, ADMIN, false, now).await,
    ));
    stays(refusal(service.delete_account(operator, ADMIN, now).await));
    stays(refusal(
        service
            .set_roles(operator, ADMIN, vec![Role::User], now)
            .await,
    ));
    stays(refusal(
        service.edit_account(operator, ADMIN, &demoted, now).await,
    ));
    let whole = service.import_accounts(operator, rows(), tell(), now).await;
    assert!(matches!(
        refusal(whole),
        Refusal::BadRows { bad: 1, total: 1 }
    ));
    assert_eq!(world.records("").await.len(), records);
    let good = service.import_good_accounts(operator, rows(), tell(), now);
    assert_eq!(good.await.unwrap().bad, 1);
    let admin = service.account(operator, ADMIN, now).await.unwrap().account;
    assert!(admin.enabled && admin.roles == [Role::Global]);
    assert_ne!(admin.profile.name.as_deref(), Some("Somebody Else"));
    // With another one there, each may go, but nobody by their own hand.
    service.set_enabled(operator, MIA, true, now).await.unwrap();
    let mia = signed(world, MIA, &[Role::Global]).await;
    let own = service.set_enabled(&mia, MIA, false, now).await;
    assert_eq!(refusal(own), Refusal::OwnAccount);
    let own = service.delete_account(&mia, MIA, now).await;
    assert_eq!(refusal(own), Refusal::OwnAccount);
    service.set_enabled(&mia, ADMIN, false, now).await.unwrap();
    let last = service.set_roles(&mia, MIA, Vec::new(), now).await;
    assert_eq!(refusal(last), Refusal::LastAdministrator(MIA.to_owned()));
    world.assert_whole().await;
}

pub async fn ones_own_last_authenticator_stays(world: &World) {
    let mia = signed(world, MIA, &[Role::Global]).await;
    let (service, now) = (&world.service, world.now());
    let held = service.methods(&mia, MIA, now).await.unwrap();
    let id = held.iter().find_map(|held| held.id).unwrap();
    let own = service.delete_method(&mia, MIA, id, now).await;
    assert_eq!(refusal(own), Refusal::OwnAuthenticator);
    world.add_authenticator(MIA).await;
    service.delete_method(&mia, MIA, id, now).await.unwrap();
    let held = service.methods(&mia, MIA, now).await.unwrap();
    let id = held.iter().find_map(|held| held.id).unwrap();
    let own = service.delete_method(&mia, MIA, id, now).await;
    assert_eq!(refusal(own), Refusal::OwnAuthenticator);
    // Somebody else may: the person lost the phone.
    service
        .delete_method(&world.operator, MIA, id, now)
        .await
        .unwrap();
}
