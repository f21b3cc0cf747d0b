//! Twenty at once register methods for one account: it ends with no more than one may have, and no
//! more messages leave than one may ask for.

use std::sync::Arc;

use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::domain::enrolment::{Confirmed, Enrolling, NewMethod};
use keyhatch::domain::journey::{JourneyId, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::way::Way;
use keyhatch::service::Service;
use tokio::sync::Barrier;

use super::signed::*;
use super::world::*;

const TWENTY: usize = 20;

/// So many sign-ins of Tom, who has nothing but a password, through one host.
async fn sign_ins(world: &World) -> (Service, Vec<JourneyId>) {
    add_tom(world).await;
    let service = kiosk(world);
    let mut journeys = Vec::new();
    for _ in 0..TWENTY {
        let (signed, _) = Signed::begin(world, TOM, OLD).await;
        journeys.push(signed.journey);
        world.advance(5);
    }
    (service, journeys)
}

fn registered(world: &World, method: &str) -> i64 {
    world.number(&format!(
        "SELECT count(*) FROM method JOIN account ON account.id = method.account_id
         WHERE account.upn = '{TOM}' AND method.method = '{method}'"
    ))
}

/// Does this for every sign-in at the same moment.
pub async fn at_once<T, F>(journeys: Vec<JourneyId>, does: impl Fn(usize, JourneyId) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let barrier = Arc::new(Barrier::new(journeys.len()));
    let begun = journeys.into_iter().enumerate().map(|(at, journey)| {
        let (barrier, done) = (barrier.clone(), does(at, journey));
        tokio::spawn(async move {
            barrier.wait().await;
            done.await
        })
    });
    let mut all = Vec::new();
    for one in begun.collect::<Vec<_>>() {
        all.push(one.await.unwrap());
    }
    all
}

pub async fn twenty_authenticators(world: &World) {
    let (service, journeys) = sign_ins(world).await;
    let now = world.now();
    let confirmed = at_once(journeys, |_, journey| {
        let service = service.clone();
        async move {
            let place = origin(TERMINAL);
            let begun = service.enrol(&place, &journey, NewMethod::AppCode, now);
            let Step::Go((Enrolling::AppCode { key, .. }, _)) = begun.await.unwrap() else {
                return None;
            };
            let code = Seed::parse(&key).ok().unwrap().code(step_at(now));
            let typed = SecretText::copied(code.expose());
            let done = service.confirm_enrolment(&place, &journey, Method::AppCode, typed, now);
            match done.await.unwrap() {
                Step::Go((confirmed, _)) => Some(confirmed),
                _ => None,
            }
        }
    })
    .await;
    let done = |one: &&Option<Confirmed>| **one == Some(Confirmed::Done);
    let count = confirmed.iter().filter(done).count();
    assert!((1..=5).contains(&count), "{confirmed:?}");
    assert_eq!(registered(world, "app_code"), count as i64);
    let added = world.records("method_added").await;
    let of_tom = added
        .iter()
        .filter(|record| field(record, "account") == TOM);
    let kept = of_tom.filter(|record| field(record, "outcome") == "success");
    assert_eq!(kept.count(), count, "each is a record");
    world.assert_whole().await;
}

pub async fn twenty_numbers(world: &World) {
    let (service, journeys) = sign_ins(world).await;
    world.post().await;
    let now = world.now();
    let sent = at_once(journeys, |at, journey| {
        let service = service.clone();
        async move {
            let number = secret(&format!("+142555501{at:02}"));
            let new = NewMethod::Mobile(number, Way::Text);
            let place = origin(TERMINAL);
            let begun = service.enrol(&place, &journey, new, now);
            match begun.await.unwrap() {
                Step::Go((Enrolling::Sent { .. }, _)) => Some((at, journey)),
                _ => None,
            }
        }
    })
    .await;
    let sent: Vec<(usize, JourneyId)> = sent.into_iter().flatten().collect();
    let mut codes = Vec::new();
    for arrived in world.post().await {
        if let Letter::Code { code, .. } = arrived.letter {
            codes.push((arrived.to, code));
        }
    }
    assert_eq!(sent.len(), 5, "as many as in an hour");
    assert_eq!(world.charges("sms_day"), 5);
    assert_eq!(
        world.records("account_blocked").await.len(),
        1,
        "by the sixth"
    );
    // Each took the place of the one before, so that one code is good.
    assert_eq!(codes.len(), 1);
    let (to, code) = codes.remove(0);
    let confirms = sent.iter().map(|(_, journey)| *journey).collect();
    let confirmed = at_once(confirms, |_, journey| {
        let (service, typed) = (service.clone(), secret(code.expose()));
        async move {
            let place = origin(TERMINAL);
            let done = service.confirm_enrolment(&place, &journey, Method::MobilePhone, typed, now);
            matches!(done.await.unwrap(), Step::Go((Confirmed::Done, _)))
        }
    })
    .await;
    let whose = |at: usize| format!("+142555501{at:02}") == to;
    for ((at, _), done) in sent.iter().zip(confirmed) {
        assert_eq!(done, whose(*at), "by its own code and no other");
    }
    assert_eq!(registered(world, "mobile_phone"), 1);
    world.assert_whole().await;
}
