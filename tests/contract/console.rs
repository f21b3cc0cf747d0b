//! Into the console and out of it: who gets an actor, how long, and what it may do.

use std::time::Duration;

use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::domain::enrolment::{Confirmed, Enrolling, NewMethod};
use keyhatch::domain::journey::{JourneyId, Overview, Proof, Step};
use keyhatch::domain::method::Method;
use keyhatch::domain::role::Role;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::session::{Due, Entry};
use keyhatch::domain::time::Timestamp;
use keyhatch::service::setup::{FirstAuthenticator, Organisation};
use keyhatch::service::{Actor, Refusal, Service, ServiceError};
use keyhatch::store::Store;

use super::signed::*;
use super::world::*;

const HOURS: Duration = Duration::from_secs(3600);

async fn appoint(world: &World, user: &str, roles: &[Role]) {
    let done = world
        .service
        .set_roles(&world.operator, user, roles.to_vec(), world.now());
    done.await.unwrap();
}

/// What an authenticator shows of a key as people type it.
fn code_of(key: &SecretText, now: Timestamp) -> String {
    let Ok(seed) = Seed::parse(key) else {
        panic!("a key");
    };
    seed.code(step_at(now)).expose().to_owned()
}

/// Mia, a help desk's, signed in with her authenticator.
async fn helper(world: &World) -> Signed<'_> {
    appoint(world, MIA, &[Role::Helpdesk]).await;
    Signed::mia(world).await
}

async fn entry(signed: &Signed<'_>) -> Step<Entry> {
    let place = origin(TERMINAL);
    let now = signed.world.now();
    let entered = signed.service.console_entry(&place, &signed.journey, now);
    entered.await.unwrap()
}

async fn actor_at(signed: &Signed<'_>, terminal: &str, read_only: bool) -> Option<Actor> {
    let now = signed.world.now();
    let place = origin(terminal);
    let opened = signed
        .service
        .console_actor(&place, &signed.journey, read_only, now);
    opened.await.unwrap()
}

async fn actor(signed: &Signed<'_>) -> Actor {
    actor_at(signed, TERMINAL, false).await.expect("a console")
}

/// Whether the actor may look something up.
async fn looks(world: &World, actor: &Actor) -> Result<(), ServiceError> {
    let found = world.service.account(actor, MIA, world.now());
    found.await.map(drop)
}

fn is_signed_out(result: Result<(), ServiceError>) -> bool {
    matches!(result, Err(ServiceError::Refused(Refusal::SignedOut)))
}

pub async fn both_and_a_role_open_it(world: &World) {
    let mia = helper(world).await;
    assert!(matches!(entry(&mia).await, Step::Go(Entry::Open)));
    let actor = actor(&mia).await;
    assert_eq!(actor.name(), MIA);
    looks(world, &actor).await.unwrap();
    let opened = world.last("console_opened").await;
    assert_eq!(field(&opened, "account"), MIA);
    assert_eq!(field(&opened, "terminal"), TERMINAL);
    // It ends with the sign-in, which is recorded.
    let place = origin(TERMINAL);
    let left = mia
        .service
        .abandon_reset(&place, &mia.journey, "done", world.now());
    left.await.unwrap();
    assert_eq!(field(&world.last("sign_in_ended").await, "reason"), "done");
    assert!(is_signed_out(looks(world, &actor).await));
    world.assert_whole().await;
}

pub async fn nobody_else_opens_it(world: &World) {
    // With the password alone.
    appoint(world, MIA, &[Role::Global]).await;
    let (half, due) = Signed::begin(world, MIA, OLD).await;
    assert!(matches!(due, Due::SecondFactor(_)), "{due:?}");
    assert!(actor_at(&half, TERMINAL, false).await.is_none());
    let first = entry(&half).await;
    assert!(matches!(first, Step::Go(Entry::First(_))), "{first:?}");
    // From another terminal.
    half.prove_app().await;
    assert!(actor_at(&half, "lobby:tty2", false).await.is_none());
    // With a password to be changed.
    world.sql("UPDATE account SET must_change = 1 WHERE upn = 'mias@contoso.example'");
    assert!(actor_at(&half, TERMINAL, false).await.is_none());
    world.sql("UPDATE account SET must_change = 0 WHERE upn = 'mias@contoso.example'");
    // Disabled, and too late.
    world.sql("UPDATE account SET enabled = 0 WHERE upn = 'mias@contoso.example'");
    assert!(actor_at(&half, TERMINAL, false).await.is_none());
    world.sql("UPDATE account SET enabled = 1 WHERE upn = 'mias@contoso.example'");
    let late = Signed::mia(world).await;
    world.advance(15 * 60);
    assert!(actor_at(&late, TERMINAL, false).await.is_none());
    assert!(matches!(entry(&late).await, Step::Gone));
    assert!(world.records("console_opened").await.is_empty());
    // Without a role: told by a reference, and signed out.
    appoint(world, MIA, &[]).await;
    let mia = Signed::mia(world).await;
    assert!(actor_at(&mia, TERMINAL, false).await.is_none());
    let Step::Go(Entry::NoRole { reference }) = entry(&mia).await else {
        panic!("somebody without a role");
    };
    let ended = world.last("sign_in_ended").await;
    assert_eq!(field(&ended, "reason"), "no_role");
    assert_eq!(field(&ended, "reference"), reference);
    assert!(matches!(entry(&mia).await, Step::Gone));
    world.assert_whole().await;
}

pub async fn a_missing_second_factor_is_registered_by_the_password_just_typed(world: &World) {
    add_tom(world).await;
    appoint(world, TOM, &[Role::User]).await;
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    let (tom, due) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(due, Due::Nothing), "{due:?}");
    assert!(actor_at(&tom, TERMINAL, false).await.is_none());
    let Step::Go(Entry::Register(needs)) = entry(&tom).await else {
        panic!("there is no second factor");
    };
    assert!(needs.addable.contains(&Method::AppCode));
    assert!(needs.addable.iter().all(|method| method.is_second_factor()));
    let Enrolling::AppCode { key, .. } = tom.enrol(NewMethod::AppCode).await else {
        panic!("a key");
    };
    assert!(actor_at(&tom, TERMINAL, false).await.is_none());
    let code = code_of(&key, world.now());
    assert_eq!(tom.confirm(Method::AppCode, &code).await, Confirmed::Done);
    assert!(matches!(entry(&tom).await, Step::Go(Entry::Open)));
    looks(world, &actor(&tom).await).await.unwrap();
    // That proof was good for it alone.
    let refused = tom.refused(NewMethod::AppCode).await;
    assert_eq!(refused, keyhatch::domain::enrolment::Refused::ProofNeeded);
}

pub async fn what_ends_the_sign_in_ends_the_console(world: &World) {
    add_tom(world).await;
    for what in ["disabled", "another role", "another password"] {
        let mia = helper(world).await;
        let actor = actor(&mia).await;
        looks(world, &actor).await.unwrap();
        let (service, operator, now) = (&world.service, &world.operator, world.now());
        match what {
            "disabled" => service
                .set_enabled(operator, MIA, false, now)
                .await
                .unwrap(),
            // More than she had.
            "another role" => appoint(world, MIA, &[Role::Helpdesk, Role::User]).await,
            _ => {
                let given = service.temporary_password(operator, MIA, now);
                given.await.unwrap();
            }
        }
        assert!(looks(world, &actor).await.is_err(), "{what}");
        let unlocked = service.unlock_sign_in(&actor, TOM, now).await;
        assert!(unlocked.is_err(), "{what}");
        service.set_enabled(operator, MIA, true, now).await.unwrap();
        appoint(world, MIA, &[]).await;
    }
}

pub async fn it_lasts_twelve_hours_at_most(world: &World) {
    let mia = helper(world).await;
    let actor = actor(&mia).await;
    world.advance(11 * HOURS.as_secs() + 59 * 60);
    looks(world, &actor).await.unwrap();
    world.advance(60);
    assert!(is_signed_out(looks(world, &actor).await));
}

async fn again(signed: &Signed<'_>) -> Step<(JourneyId, Overview)> {
    let now = signed.world.now();
    let place = origin(TERMINAL);
    let begun = signed
        .service
        .console_again(&place, &signed.journey, "en", now);
    begun.await.unwrap()
}

pub async fn the_second_factor_anew_takes_the_place_of_the_first(world: &World) {
    appoint(world, MIA, &[Role::Global]).await;
    let mia = Signed::mia(world).await;
    let first = actor(&mia).await;
    add_tom(world).await;
    world.advance(6 * 60);
    // Releasing a block wants a fresh proof.
    let release = |actor: Actor| async move {
        let done = world.service.release(&actor, TOM, world.now());
        done.await.map(drop)
    };
    let refused = release(first.clone()).await;
    assert!(matches!(refused, Err(ServiceError::StepUp)), "{refused:?}");
    let (anew, overview) = go(again(&mia).await);
    assert_eq!(overview.required, 1);
    let proved = Signed {
        world,
        service: kiosk(world),
        journey: anew,
    };
    let renew = || async {
        let place = origin(TERMINAL);
        let renewed = mia
            .service
            .console_renewed(&place, &mia.journey, &anew, false, world.now());
        renewed.await.unwrap()
    };
    assert!(renew().await.is_none(), "nothing was proved");
    let wrong = go(proved.prove(Method::AppCode, "000000").await);
    assert_ne!(wrong, Proof::Passed);
    assert!(renew().await.is_none(), "it was wrong");
    looks(world, &first).await.unwrap();
    proved.prove_app().await;
    let second = renew().await.expect("it was proved");
    assert!(is_signed_out(looks(world, &first).await));
    looks(world, &second).await.unwrap();
    let released = release(second.clone()).await;
    assert!(
        !matches!(released, Err(ServiceError::StepUp)),
        "{released:?}"
    );
    // It lives no longer for it.
    world.advance(11 * HOURS.as_secs() + 54 * 60);
    assert!(is_signed_out(looks(world, &second).await));
}

pub async fn only_a_second_factor_counts_anew(world: &World) {
    let mia = helper(world).await;
    let _actor = actor(&mia).await;
    let (anew, overview) = go(again(&mia).await);
    let offered = overview.offers.iter().map(|offer| offer.method);
    assert!(offered.into_iter().all(|method| method.is_second_factor()));
    // Somebody else's sign-in is none for this console, and neither is the same one.
    let place = origin(TERMINAL);
    let now = world.now();
    let same = mia
        .service
        .console_renewed(&place, &mia.journey, &mia.journey, false, now);
    assert!(same.await.unwrap().is_none());
    let other = origin("lobby:tty2");
    let elsewhere = mia.service.console_again(&other, &mia.journey, "en", now);
    assert!(matches!(elsewhere.await.unwrap(), Step::Gone));
    // A code by mail is a proof for other things.
    let mail = go(mia
        .service
        .prove(&place, &anew, Method::Email, secret("000000"), now)
        .await
        .unwrap());
    assert_eq!(mail.0, Proof::NotOffered);
}

pub async fn read_only_looks_and_changes_nothing(world: &World) {
    appoint(world, MIA, &[Role::Global]).await;
    add_tom(world).await;
    let mia = Signed::mia(world).await;
    let actor = actor_at(&mia, TERMINAL, true).await.expect("a console");
    looks(world, &actor).await.unwrap();
    // A look that is recorded is none the less one.
    let looked = world.service.look_up_account(&actor, TOM, world.now());
    looked.await.unwrap();
    assert_eq!(field(&world.last("account_viewed").await, "actor"), MIA);
    let page = world.service.account_page(&actor, TOM, world.now());
    let may = page.await.unwrap().may;
    assert!(
        may.iter().all(|permission| !permission.changes()),
        "{may:?}"
    );
    let before = world.rows("SELECT upn, enabled FROM account ORDER BY id");
    let (service, now) = (&world.service, world.now());
    let change = vec![("methods.required".to_owned(), "1".to_owned())];
    let refused = [
        service.set_enabled(&actor, TOM, false, now).await.map(drop),
        service.set_policy(&actor, change, now).await.map(drop),
        service.temporary_password(&actor, TOM, now).await.map(drop),
    ];
    for result in refused {
        let read_only = matches!(result, Err(ServiceError::Refused(Refusal::ReadOnly)));
        assert!(read_only, "{result:?}");
    }
    assert_eq!(
        world.rows("SELECT upn, enabled FROM account ORDER BY id"),
        before
    );
}

pub async fn the_first_administrator_brings_an_authenticator(world: &World) {
    let store = Store::in_memory(world.keys.clone()).unwrap();
    let service = Service::new(store);
    let first = FirstAuthenticator::generate().unwrap();
    let (uri, key) = first.shown("Contoso", "ada@contoso.example");
    assert!(uri.expose().starts_with("otpauth://totp/Contoso:ada"));
    let Err(first) = first.confirm(&secret("12345"), world.now()) else {
        panic!("that is no code");
    };
    let code = code_of(&key, world.now());
    let Ok(confirmed) = first.confirm(&secret(&code), world.now()) else {
        panic!("that is the code");
    };
    let organisation = Organisation {
        authenticator: Some(confirmed),
        ..contoso()
    };
    service.check_organisation(&organisation).await.unwrap();
    let made = service.initialise(&world.operator, organisation, world.now());
    made.await.unwrap();
    let held = service.methods(&world.operator, ADMIN, world.now());
    let held = held.await.unwrap();
    assert!(held.iter().any(|held| held.method == Method::AppCode));
    // The step that confirmed it is used up.
    let second = || Ok((secret(&code), world.now()));
    let place = "lobby:tty1";
    let signed = service.sign_in(
        ADMIN,
        secret("first light on the hill"),
        second,
        place,
        world.now(),
    );
    assert!(signed.await.is_err());
}
