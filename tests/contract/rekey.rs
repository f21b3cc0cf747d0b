//! A new master key: nothing is lost, the old one is of no use any more, the chain goes on.

use std::sync::Arc;

use keyhatch::crypto::{Keys, MasterKey};
use keyhatch::domain::caller::{Answered, Asked};
use keyhatch::domain::journey::{Finished, Proof};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::question;
use keyhatch::domain::session::Due;
use keyhatch::service::sign_in::Checked;
use keyhatch::service::{Service, ServiceError};
use keyhatch::store::Place;
use keyhatch::store::audit::{Head, Verdict};
use keyhatch::store::{Store, StoreError};

use super::signed::Signed;
use super::world::*;

fn new_keys() -> Arc<Keys> {
    Arc::new(Keys::derive(&MasterKey::generate().unwrap()))
}

async fn rekey(world: &World, service: &Service) -> (Arc<Keys>, Service) {
    let keys = new_keys();
    let done = service.rekey(&world.operator, keys.clone(), world.now());
    done.await.unwrap();
    let service = Service::new(Store::open(&world.place, keys.clone()).unwrap());
    (keys, service)
}

async fn head(world: &World, service: &Service) -> Head {
    service
        .audit_head(&world.operator, world.now())
        .await
        .unwrap()
}

async fn verdict(world: &World, service: &Service, head: Option<Head>) -> Verdict {
    let verified = service.verify_audit(&world.operator, head, world.now());
    verified.await.unwrap()
}

/// The same world, seen through another service.
fn through(world: &World, service: Service, keys: Arc<Keys>) -> World {
    let folder = tempfile::tempdir().unwrap();
    let seen = World::through(world.place.clone(), keys, service, folder);
    seen.set_clock(world.now());
    seen
}

pub async fn nothing_sealed_is_lost(world: &World) {
    // A notice and a code wait while the key is changed.
    world.reset(MIA, OLD_AGAIN).await;
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    let waiting = world.letters();
    let (keys, service) = rekey(world, &world.service).await;
    let seen = through(world, service, keys);
    let kept = |letters: &[(String, bool)]| letters.iter().filter(|(_, full)| *full).count();
    // The code ended with the key, the notices did not.
    assert_eq!(kept(&seen.letters()), kept(&waiting) - 1);
    assert!(seen.post().await.iter().all(|letter| !letter.to.is_empty()));
    // The authenticator goes on, the journey too, with another code.
    seen.advance(60);
    seen.pass_mail(&journey).await;
    let code = seen.fresh_app_code();
    assert_eq!(
        seen.prove(&journey, Method::AppCode, &code).await,
        Proof::Passed
    );
    assert_eq!(seen.finish(&journey, NEW).await, Finished::Done);
    let right = Checked::Right { must_change: false };
    assert_eq!(seen.check(MIA, NEW).await, right);
    seen.assert_whole().await;
}

pub async fn answers_need_no_key(world: &World) {
    world.ask_mia(&[]).await;
    let (keys, service) = rekey(world, &world.service).await;
    let seen = through(world, service, keys);
    let journey = seen.begin(MIA).await;
    let answered = seen.try_answer(&journey, true).await;
    assert_eq!(go(answered.unwrap()), question::Answered::Passed);
    seen.assert_whole().await;
}

const OLD_AGAIN: &str = "a green bicycle rests";

pub async fn who_has_the_old_key_goes_no_further(world: &World) {
    let other = world.another();
    rekey(world, &world.service).await;
    let now = world.now();
    for service in [&world.service, &other] {
        let wrote = service.release(&world.operator, MIA, now).await;
        assert!(
            matches!(wrote, Err(ServiceError::Store(StoreError::Rekeyed))),
            "{wrote:?}"
        );
        // A connection that is made only now says it in other words.
        let read = service.account(&world.operator, MIA, now).await.map(drop);
        assert!(
            matches!(
                read,
                Err(ServiceError::Store(
                    StoreError::Rekeyed | StoreError::WrongKey
                ))
            ),
            "{read:?}"
        );
    }
    let opened = Store::open(&world.place, world.keys.clone());
    assert!(matches!(opened, Err(StoreError::WrongKey)));
}

pub async fn the_chain_goes_on_across_keys(world: &World) {
    let first = head(world, &world.service).await;
    let (_, second) = rekey(world, &world.service).await;
    let middle = head(world, &second).await;
    second
        .release(&world.operator, MIA, world.now())
        .await
        .unwrap();
    let (_, third) = rekey(world, &second).await;
    third
        .release(&world.operator, MIA, world.now())
        .await
        .unwrap();
    let last = first.seq + 4;
    for exported in [None, Some(first.clone()), Some(middle)] {
        assert_eq!(verdict(world, &third, exported).await, Verdict::Whole(last));
    }
    // Under every one of the three keys a changed record shows.
    for seq in [1, first.seq, first.seq + 1, first.seq + 3, last] {
        let actor = format!("SELECT actor FROM audit WHERE seq = {seq}");
        let actor = world.rows(&actor)[0][0].clone().unwrap();
        world.tamper(seq, "actor", "'somebody'");
        assert_eq!(verdict(world, &third, None).await, Verdict::Broken(seq));
        world.tamper(seq, "actor", &format!("'{actor}'"));
    }
    assert_eq!(verdict(world, &third, None).await, Verdict::Whole(last));
    // Without the former keys nothing is taken on trust.
    world.sql("DELETE FROM meta WHERE name >= 'chain:' AND name < 'chain;'");
    assert_eq!(verdict(world, &third, None).await, Verdict::Broken(1));
}

/// Whoever has the former key and can write to the tables chains other records with it, and claims
/// that the key was good for those.
pub async fn a_former_key_chains_nothing_after_its_time(world: &World) {
    let (_, service) = rekey(world, &world.service).await;
    let released = service.release(&world.operator, MIA, world.now());
    released.await.unwrap();
    let seen = through(world, service, world.keys.clone());
    let mut previous = Vec::new();
    for mut record in seen.records("").await {
        record.fields[4] = text("somebody else");
        record.hash = world.keys.chain(&record.canonical(&previous)).to_vec();
        let hex = data_encoding::HEXLOWER.encode(&record.hash);
        let hash = match &world.place {
            Place::Postgres(_) => format!("'\\x{hex}'"),
            _ => format!("x'{hex}'"),
        };
        world.tamper(record.seq, "actor", "'somebody else'");
        world.tamper(record.seq, "hash", &hash);
        previous = record.hash;
    }
    world.sql("UPDATE meta SET number = 1000000 WHERE name >= 'chain:' AND name < 'chain;'");
    let rekeyed = world.number("SELECT min(seq) FROM audit WHERE activity = 'store_rekeyed'");
    assert_eq!(seen.verify().await, Verdict::Broken(rekeyed));
}

pub async fn what_people_register_themselves_is_kept(world: &World) {
    use keyhatch::domain::enrolment::{Confirmed, NewMethod};
    use keyhatch::domain::outgoing::Channel;
    let topic = super::waiting_for_answers::give_app(world).await;
    let mia = Signed::mia(world).await;
    mia.enrol(NewMethod::AppCode).await;
    let (keys, service) = rekey(world, &world.service).await;
    let seen = through(world, service.carrying(Channel::ALL.to_vec()), keys);
    // What was half registered is begun anew: its secret was sealed under the former key.
    assert_eq!(seen.number("SELECT count(*) FROM enrolment"), 0);
    let place = origin(TERMINAL);
    let tried = seen.service.confirm_enrolment(
        &place,
        &mia.journey,
        Method::AppCode,
        secret("123456"),
        seen.now(),
    );
    assert_eq!(go(tried.await.unwrap()).0, Confirmed::Gone);
    let journey = seen.begin(MIA).await;
    let sent = seen
        .service
        .send_reset_code(&place, &journey, Method::AppNotification, seen.now());
    go(sent.await.unwrap());
    let to: Vec<String> = seen.post().await.into_iter().map(|a| a.to).collect();
    assert_eq!(to, [topic]);
}

pub async fn passes_and_callers_codes_end_with_the_key(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let given = service.give_access_pass(operator, MIA, 60, Some("a case"), now);
    let pass = given.await.ok().unwrap().pass;
    let asked = service.ask_caller(operator, MIA, Method::Email, now);
    assert!(matches!(asked.await.unwrap(), Asked::Waits { .. }));
    let (keys, service) = rekey(world, service).await;
    let seen = through(world, service, keys);
    let letters = seen.post().await;
    let of_caller = |letter: &Letter| matches!(letter, Letter::CallerCode { .. });
    assert!(!letters.iter().any(|arrived| of_caller(&arrived.letter)));
    let told = |letter: &Letter| matches!(letter, Letter::PassGiven { .. });
    assert!(letters.iter().any(|arrived| told(&arrived.letter)));
    let answered = seen
        .service
        .answer_caller(operator, MIA, secret("123456"), now);
    assert_eq!(answered.await.unwrap(), Answered::TooLate);
    let (mia, due) = Signed::begin(&seen, MIA, OLD).await;
    assert!(matches!(due, Due::SecondFactor(overview) if !overview.pass));
    let place = origin(TERMINAL);
    let typed = secret(pass.expose());
    let used = mia
        .service
        .use_access_pass(&place, &mia.journey, typed, seen.now());
    assert_eq!(go(used.await.unwrap()).0, Proof::TooLate);
}
