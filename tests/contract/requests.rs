//! The gate of a request on the app: the number goes from the phone to the terminal, whatever is
//! chosen there; a denial ends the journey; each answer belongs to its request.

use keyhatch::domain::journey::{Finished, JourneyId, Proof, Sent, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::outgoing::{Answer, Channel, Delivery};
use keyhatch::domain::progress::Progress;
use keyhatch::domain::way::Way;
use keyhatch::service::approvals::LISTENER_SILENCE;
use keyhatch::service::sign_in::Checked;

use super::world::*;

const APP: Method = Method::AppNotification;
const TOPIC: &str = "k3v9";

/// A request as its phone got it.
pub struct Request {
    place: String,
    pub number: String,
}

/// Mia has an app, and an agent is there that can reach it.
pub async fn give_app(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let added = service.add_app(operator, MIA, secret(TOPIC), now);
    added.await.unwrap();
    an_agent(world).await;
}

pub async fn an_agent(world: &World) {
    let elected = world
        .service
        .elect_agent("lobby", "one", &Channel::ALL, world.now());
    assert!(elected.await.unwrap());
}

async fn try_ask(world: &World, journey: &JourneyId) -> Step<Sent> {
    let (place, now) = (origin(TERMINAL), world.now());
    let sent = world.service.send_reset_code(&place, journey, APP, now);
    sent.await.unwrap()
}

/// Asks, and lets the request arrive.
pub async fn ask(world: &World, journey: &JourneyId) -> Request {
    let sent = go(try_ask(world, journey).await);
    assert!(matches!(sent, Sent::OnItsWay { .. }), "{sent:?}");
    let (service, now) = (&world.service, world.now());
    let taken = service.take_letters(100, &[Channel::Push], now).await;
    let taken = taken.unwrap().remove(0);
    let settled = service.settle_letter(
        taken.id,
        taken.attempts,
        Delivery::Accepted,
        0,
        &[Channel::Push],
        now,
    );
    assert!(settled.await.unwrap().is_empty(), "one request");
    assert_eq!(taken.to.as_deref(), Some(TOPIC));
    let Some(Letter::Request {
        number, terminal, ..
    }) = &taken.letter
    else {
        panic!("no request");
    };
    assert_eq!(terminal, TERMINAL);
    assert_eq!(number.expose().len(), 6);
    Request {
        number: number.expose().to_owned(),
        place: taken.place,
    }
}

async fn report(world: &World, request: &Request, progress: Progress) -> bool {
    let (service, now) = (&world.service, world.now());
    let reported = service.report_progress(&request.place, progress, now);
    reported.await.unwrap()
}

async fn watched(world: &World, journey: &JourneyId) -> Option<Progress> {
    let (place, now) = (origin(TERMINAL), world.now());
    let watched = world.service.watch(&place, journey, APP.key(), now);
    watched.await.unwrap()
}

pub async fn a_reset_by_request_and_mail(world: &World) {
    give_app(world).await;
    let journey = world.begin(MIA).await;
    let overview = world.overview(&journey).await;
    let first = &overview.offers[0];
    assert_eq!((first.method, first.way), (APP, Way::Request));
    let request = ask(world, &journey).await;
    assert_eq!(watched(world, &journey).await, Some(Progress::Sent));
    assert!(report(world, &request, Progress::Verified).await);
    let proof = world.prove(&journey, APP, &request.number).await;
    assert_eq!(proof, Proof::Passed);
    world.pass_mail(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    let reset = world.last("password_reset").await;
    assert_eq!(field(&reset, "method"), "app_notification+email");
    assert_eq!(world.charges("push"), 0, "a reset clears it");
    for record in world.records("").await {
        let texts: String = record.fields.iter().flatten().cloned().collect();
        assert!(!texts.contains(TOPIC), "{texts}");
        assert!(!texts.contains(&request.number), "{texts}");
    }
    world.assert_whole().await;
}

pub async fn verify_alone_passes_nothing(world: &World) {
    give_app(world).await;
    let journey = world.begin(MIA).await;
    let request = ask(world, &journey).await;
    assert!(report(world, &request, Progress::Verified).await);
    assert_eq!(watched(world, &journey).await, Some(Progress::Verified));
    assert_eq!(world.overview(&journey).await.passed, 0);
    let (place, now) = (origin(TERMINAL), world.now());
    let claimed = world.service.claim(&place, &journey, APP, now);
    let (proof, next) = go(claimed.await.unwrap());
    assert_eq!(proof, Proof::TooLate, "it is no call");
    assert!(next.is_none());
    let wrong = wrong(&[&request.number]);
    let proof = world.prove(&journey, APP, &wrong).await;
    assert_eq!(proof, Proof::Wrong { left: 4 });
    // Said twice it is one record, and still nothing.
    assert!(report(world, &request, Progress::Verified).await);
    assert_eq!(world.records("request_answered").await.len(), 1);
    assert_eq!(world.overview(&journey).await.passed, 0);
    let proof = world.prove(&journey, APP, &request.number).await;
    assert_eq!(proof, Proof::Passed);
    // Somebody may have talked the number out of its owner.
    assert!(report(world, &request, Progress::Verified).await);
    assert_eq!(world.overview(&journey).await.passed, 1);
    assert!(!report(world, &request, Progress::Denied).await);
    gone(world.next(&journey).await);
    assert_eq!(
        field(&world.last("request_answered").await, "reason"),
        "denied"
    );
}

pub async fn a_request_that_was_sent_again_can_be_denied(world: &World) {
    give_app(world).await;
    let journey = world.begin(MIA).await;
    let first = ask(world, &journey).await;
    let (service, place) = (&world.service, &first.place);
    assert!(service.listen_for(place, "one", world.now()).await.unwrap());
    let second = ask(world, &journey).await;
    // What is chosen there besides counts for nothing.
    assert!(report(world, &first, Progress::Verified).await);
    assert_eq!(watched(world, &journey).await, Some(Progress::Sent));
    // Both are heard, also by another agent.
    world.advance(LISTENER_SILENCE.as_secs());
    let unheard = service.unheard_requests(world.now()).await.unwrap();
    let places: Vec<&str> = unheard.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, [&first.place, &second.place]);
    assert!(service.listen_for(place, "two", world.now()).await.unwrap());
    assert!(!report(world, &first, Progress::Denied).await);
    assert_eq!(watched(world, &journey).await, Some(Progress::Denied));
    gone(world.try_prove(&journey, APP, &second.number).await);
    assert!(!service.listen_for(place, "two", world.now()).await.unwrap());
    let told = world.post().await;
    assert_eq!(
        told.len(),
        3,
        "its owner by two addresses, an administrator"
    );
    assert!(!report(world, &second, Progress::Denied).await);
    assert_eq!(world.records("request_answered").await.len(), 1);
}

pub async fn a_denial_ends_the_journey_and_is_told(world: &World) {
    give_app(world).await;
    let elsewhere = world.begin(MIA).await;
    let journey = world.begin(MIA).await;
    world.pass_app(&journey).await;
    let request = ask(world, &journey).await;
    assert!(report(world, &request, Progress::Verified).await);
    assert!(!report(world, &request, Progress::Denied).await);
    assert_eq!(watched(world, &journey).await, Some(Progress::Denied));
    gone(world.next(&journey).await);
    gone(world.try_prove(&journey, APP, &request.number).await);
    // The account's other journey was not meant.
    world.overview(&elsewhere).await;
    let record = world.last("request_answered").await;
    assert_eq!(field(&record, "reason"), "denied");
    assert_eq!(field(&record, "method"), "app_notification");
    assert_eq!(field(&record, "account"), MIA);
    let mut told = world.post().await;
    told.sort_by(|a, b| a.to.cmp(&b.to));
    let kinds: Vec<(&str, &str)> = told
        .iter()
        .map(|arrived| (arrived.to.as_str(), arrived.letter.kind()))
        .collect();
    let mut expected = [
        (ADMIN, "administrator_denied"),
        (HOME, "denied"),
        (WORK, "denied"),
    ];
    expected.sort_unstable();
    assert_eq!(kinds, expected);
    // What was said to somebody who is gone is said once.
    assert!(!report(world, &request, Progress::Denied).await);
    assert!(world.post().await.is_empty());
    let kept = Checked::Right { must_change: false };
    assert_eq!(world.check(MIA, OLD).await, kept);
    world.assert_whole().await;
}

pub async fn a_request_ends_to_the_second_and_by_the_next(world: &World) {
    give_app(world).await;
    let journey = world.begin(MIA).await;
    let request = ask(world, &journey).await;
    world.advance(299);
    assert_eq!(watched(world, &journey).await, Some(Progress::Sent));
    world.advance(1);
    assert_eq!(watched(world, &journey).await, Some(Progress::Over));
    for progress in [Progress::Verified, Progress::Denied] {
        assert!(!report(world, &request, progress).await, "too late");
    }
    let proof = world.prove(&journey, APP, &request.number).await;
    assert_eq!(proof, Proof::TooLate);
    assert_eq!(world.charges("proof"), 0);
    let first = ask(world, &journey).await;
    let second = ask(world, &journey).await;
    assert_eq!(watched(world, &journey).await, Some(Progress::Sent));
    if first.number != second.number {
        let proof = world.prove(&journey, APP, &first.number).await;
        assert!(matches!(proof, Proof::Wrong { .. }), "{proof:?}");
    }
    let proof = world.prove(&journey, APP, &second.number).await;
    assert_eq!(proof, Proof::Passed);
    assert!(world.records("request_answered").await.is_empty());
}

pub async fn an_answer_belongs_to_its_request(world: &World) {
    give_app(world).await;
    let journey = world.begin(MIA).await;
    let first = ask(world, &journey).await;
    let second = ask(world, &journey).await;
    let service = &world.service;
    let topic = |request: &Request| service.reply_topic(&request.place);
    let body = |request: &Request, answer| {
        let body = service.reply_body(&request.place, answer);
        body.expose().to_owned()
    };
    assert_ne!(topic(&first), topic(&second));
    assert_eq!(topic(&first).len(), 32);
    for answer in Answer::ALL {
        assert_eq!(
            service.answer_of(&first.place, &body(&first, answer)),
            Some(answer)
        );
        assert_eq!(
            service.answer_of(&second.place, &body(&first, answer)),
            None
        );
    }
    let verify = body(&first, Answer::Verify);
    let (upper, longer) = (verify.to_uppercase(), format!("{verify}0"));
    for forged in [
        "",
        "verify",
        "deny",
        &verify[1..],
        &upper,
        &longer,
        &first.place,
    ] {
        assert_eq!(service.answer_of(&first.place, forged), None, "{forged}");
    }
    // Any other agent of the same store knows them as well.
    let another = world.another();
    assert_eq!(another.reply_topic(&first.place), topic(&first));
    assert_eq!(
        another.answer_of(&first.place, &verify),
        Some(Answer::Verify)
    );
}

pub async fn the_sixth_request_of_an_hour_blocks(world: &World) {
    give_app(world).await;
    // Whatever journey they are of.
    for _ in 0..5 {
        an_agent(world).await;
        let journey = world.begin(MIA).await;
        ask(world, &journey).await;
        world.advance(600);
    }
    let journey = world.begin(MIA).await;
    assert!(matches!(try_ask(world, &journey).await, Step::Refused(_)));
    let blocked = world.last("account_blocked").await;
    assert!(field(&blocked, "detail").starts_with("limit of push"));
    assert!(world.post().await.is_empty(), "nothing was sent");
    assert!(matches!(
        world.try_begin(MIA, TERMINAL).await,
        Step::Refused(_)
    ));
    world.advance(24 * 3600);
    an_agent(world).await;
    let journey = world.begin(MIA).await;
    ask(world, &journey).await;
}

pub async fn one_listens_and_another_takes_over(world: &World) {
    give_app(world).await;
    let journey = world.begin(MIA).await;
    let request = ask(world, &journey).await;
    let listens = async |instance: &str| {
        let (service, now) = (&world.service, world.now());
        let listens = service.listen_for(&request.place, instance, now);
        listens.await.unwrap()
    };
    let unheard = async || {
        let found = world.service.unheard_requests(world.now()).await.unwrap();
        found
            .into_iter()
            .map(|(place, _)| place)
            .collect::<Vec<_>>()
    };
    assert!(listens("one").await);
    assert!(!listens("two").await);
    for _ in 0..3 {
        world.advance(10);
        assert!(listens("one").await);
        assert!(unheard().await.is_empty());
    }
    // The first has died.
    world.advance(LISTENER_SILENCE.as_secs());
    assert_eq!(unheard().await, std::slice::from_ref(&request.place));
    assert!(listens("two").await);
    assert!(!listens("one").await);
    assert!(unheard().await.is_empty());
    assert!(report(world, &request, Progress::Verified).await);
    assert!(listens("two").await, "it may still be denied");
    let proof = world.prove(&journey, APP, &request.number).await;
    assert_eq!(proof, Proof::Passed);
    assert!(listens("two").await, "it may be denied even now");
    let (place, now) = (origin(TERMINAL), world.now());
    let ended = world
        .service
        .abandon_reset(&place, &journey, "cancelled", now);
    ended.await.unwrap();
    assert!(!listens("two").await, "nobody awaits it");
    world.advance(LISTENER_SILENCE.as_secs());
    assert!(unheard().await.is_empty());
}

pub async fn what_nobody_can_reach_is_not_offered(world: &World) {
    let (service, operator) = (&world.service, &world.operator);
    let added = service.add_app(operator, MIA, secret(TOPIC), world.now());
    added.await.unwrap();
    let again = service.add_app(operator, MIA, secret("other"), world.now());
    assert!(again.await.is_err(), "one is enough");
    let journey = world.begin(MIA).await;
    let offered = async || {
        let overview = world.overview(&journey).await;
        overview.offers.iter().any(|offer| offer.method == APP)
    };
    assert!(!offered().await);
    an_agent(world).await;
    assert!(offered().await);
    world.advance(60);
    assert!(!offered().await, "it has not been heard from");
    an_agent(world).await;
    // A deleted app gets nothing any more, and its journeys are over.
    let request = go(try_ask(world, &journey).await);
    assert!(matches!(request, Sent::OnItsWay { .. }));
    let methods = service.methods(operator, MIA, world.now()).await.unwrap();
    let app = methods.iter().find(|held| held.method == APP).unwrap();
    let deleted = service.delete_method(operator, MIA, app.id.unwrap(), world.now());
    deleted.await.unwrap();
    gone(world.next(&journey).await);
    let taken = service
        .take_letters(100, &[Channel::Push], world.now())
        .await;
    assert!(taken.unwrap().is_empty());
}
