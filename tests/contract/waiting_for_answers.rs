//! Requests on an app and calls, as the agent reports on them and the terminal waits for them.

use keyhatch::domain::eligibility::Reason;
use keyhatch::domain::journey::{Chosen, JourneyId, Proof, Sent, Step};
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::method::Method;
use keyhatch::domain::progress::Progress;
use keyhatch::domain::session::Due;
use keyhatch::domain::way::Way;
use keyhatch::service::form::Form;

use super::enrolment::PHONE;
use super::signed::*;
use super::world::*;

const CALL: Chosen = Chosen {
    method: Method::MobilePhone,
    way: Way::Call,
    slot: 0,
};

/// Mia on a reset, with a phone that can be called and an app that takes requests.
async fn called(world: &World) -> Signed<'_> {
    let form = Form {
        mobile: text(PHONE),
        ..Form::default()
    };
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let edited = service.edit_account(operator, MIA, &form, now);
    edited.await.unwrap();
    world
        .policy(&[
            ("explain", "on"),
            ("delivery.per_destination_per_day", "1000"),
        ])
        .await;
    reset(world).await
}

async fn reset(world: &World) -> Signed<'_> {
    let service = kiosk(world);
    let place = origin(TERMINAL);
    let begun = service.begin_reset(&place, claim(MIA), world.now());
    let (journey, _) = go(on(begun.await.unwrap()));
    Signed {
        world,
        service,
        journey,
    }
}

/// An app of hers, registered as she would.
pub async fn give_app(world: &World) -> String {
    use keyhatch::domain::enrolment::{Confirmed, Enrolling, NewMethod};
    let mia = Signed::mia(world).await;
    let Enrolling::App(app) = mia.enrol(NewMethod::AppNotification).await else {
        panic!("an app");
    };
    mia.send().await;
    let topic = app.topic.expose().to_owned();
    let number = mia.code_at(&topic).await;
    let done = mia.confirm(Method::AppNotification, &number).await;
    assert_eq!(done, Confirmed::Done);
    world.post().await;
    topic
}

async fn call(signed: &Signed<'_>) -> Step<Sent> {
    let place = origin(TERMINAL);
    let now = signed.world.now();
    let sent = signed
        .service
        .send_reset_code_to(&place, &signed.journey, CALL, secret(PHONE), now);
    sent.await.unwrap()
}

async fn again(signed: &Signed<'_>, chosen: impl Into<Chosen>) -> Step<Sent> {
    let place = origin(TERMINAL);
    let now = signed.world.now();
    let sent = signed
        .service
        .send_reset_code(&place, &signed.journey, chosen, now);
    sent.await.unwrap()
}

async fn claim_gate(signed: &Signed<'_>, journey: &JourneyId, terminal: &str) -> Step<Proof> {
    let place = origin(terminal);
    let now = signed.world.now();
    let claimed = signed
        .service
        .claim(&place, journey, Method::MobilePhone, now);
    claimed.await.unwrap().map(|(proof, _)| proof)
}

async fn claimed(signed: &Signed<'_>) -> Proof {
    go(claim_gate(signed, &signed.journey, TERMINAL).await)
}

const KEY: &str = "mobile_phone";

pub async fn a_call_passes_a_gate_once(world: &World) {
    let mia = called(world).await;
    assert_eq!(mia.watch(KEY).await, None);
    assert_eq!(claimed(&mia).await, Proof::TooLate);
    // Nothing rings before the whole number was typed.
    assert_eq!(go(again(&mia, CALL).await), Sent::NumberNeeded);
    assert!(matches!(go(call(&mia).await), Sent::OnItsWay { .. }));
    assert_eq!(mia.watch(KEY).await, Some(Progress::Waiting));
    let rings = world.post().await;
    assert!(matches!(rings[0].letter, Letter::Call));
    assert_eq!(rings[0].to, PHONE);
    assert_eq!(mia.watch(KEY).await, Some(Progress::Sent));
    for progress in [Progress::Ringing, Progress::Answered] {
        assert!(mia.report(progress).await);
        assert_eq!(mia.watch(KEY).await, Some(progress));
        assert_eq!(claimed(&mia).await, Proof::TooLate, "{progress:?}");
    }
    assert!(!mia.report(Progress::Approved).await, "nothing more comes");
    assert_eq!(mia.watch(KEY).await, Some(Progress::Approved));
    // On its own journey and terminal alone.
    gone(claim_gate(&mia, &mia.journey, "lobby:tty2").await);
    let other = reset(world).await;
    assert_eq!(claimed(&other).await, Proof::TooLate);
    assert_eq!(claimed(&mia).await, Proof::Passed);
    assert_eq!(
        claimed(&mia).await,
        Proof::NotOffered,
        "a method is used once"
    );
    let record = world.last("request_answered").await;
    assert_eq!(field(&record, "method"), "mobile_phone");
    assert_eq!(field(&record, "detail"), "approved");
    assert_eq!(world.charges("proof"), 0);
}

pub async fn news_never_go_back(world: &World) {
    let mia = called(world).await;
    for end in [
        Progress::Busy,
        Progress::NoAnswer,
        Progress::NoKey,
        Progress::HungUp,
    ] {
        // The number is typed once a journey; the fifth check would be too many.
        let sent = match mia.watch(KEY).await {
            None => call(&mia).await,
            Some(_) => again(&mia, CALL).await,
        };
        assert!(matches!(go(sent), Sent::OnItsWay { .. }));
        world.post().await;
        mia.report(Progress::Answered).await;
        assert!(mia.report(Progress::Ringing).await, "it is still awaited");
        assert_eq!(mia.watch(KEY).await, Some(Progress::Answered));
        assert!(!mia.report(end).await);
        assert_eq!(mia.watch(KEY).await, Some(end));
        for later in [Progress::Approved, Progress::Denied, Progress::Answered] {
            assert!(!mia.report(later).await);
        }
        assert_eq!(mia.watch(KEY).await, Some(end));
        assert_eq!(claimed(&mia).await, Proof::TooLate, "{end:?}");
        assert_eq!(
            field(&world.last("request_answered").await, "reason"),
            end.key()
        );
    }
    assert_eq!(
        world.records("request_answered").await.len(),
        4,
        "once each"
    );
    assert!(!mia.report_to("no such place", Progress::Approved).await);
}

pub async fn what_comes_late_counts_for_nothing(world: &World) {
    let mia = called(world).await;
    go(call(&mia).await);
    world.post().await;
    world.advance(300);
    assert!(!mia.report(Progress::Approved).await);
    assert_eq!(mia.watch(KEY).await, Some(Progress::Over));
    assert_eq!(claimed(&mia).await, Proof::TooLate);
    // In time approved, late claimed.
    let sent = again(&mia, CALL).await;
    assert!(matches!(go(sent), Sent::OnItsWay { .. }));
    world.advance(299);
    mia.report(Progress::Approved).await;
    world.advance(1);
    assert_eq!(claimed(&mia).await, Proof::TooLate);
    // What another call replaced is over, whatever is said of it.
    go(again(&mia, CALL).await);
    let first = mia.place().await;
    go(again(&mia, CALL).await);
    assert!(!mia.report_to(&first, Progress::Approved).await);
    assert_eq!(claimed(&mia).await, Proof::TooLate);
    // So is that of a journey which was given up.
    let place = origin(TERMINAL);
    let left = mia
        .service
        .abandon_reset(&place, &mia.journey, "cancelled", world.now());
    left.await.unwrap();
    assert!(!mia.report(Progress::Approved).await);
    gone(claim_gate(&mia, &mia.journey, TERMINAL).await);
}

pub async fn a_denial_ends_and_is_told(world: &World) {
    world.policy(&[("notify.users_on_reset", "off")]).await;
    let mia = called(world).await;
    world.post().await;
    go(call(&mia).await);
    world.post().await;
    assert!(!mia.report(Progress::Denied).await);
    assert!(!mia.report(Progress::Denied).await);
    assert_eq!(mia.watch(KEY).await, Some(Progress::Denied));
    gone(world.next(&mia.journey).await);
    gone(claim_gate(&mia, &mia.journey, TERMINAL).await);
    let letters = world.post().await;
    let mut owner = Vec::new();
    let mut others = Vec::new();
    for arrived in letters {
        match arrived.letter {
            Letter::Happened {
                what: Happening::Denied,
                terminal,
                ..
            } => {
                assert_eq!(terminal, TERMINAL);
                owner.push(arrived.to);
            }
            Letter::Happened {
                what: Happening::AdministratorDenied,
                upn,
                ..
            } => {
                assert_eq!(upn, MIA);
                others.push(arrived.to);
            }
            _ => panic!("another letter"),
        }
    }
    assert_eq!(owner, [WORK, HOME]);
    assert_eq!(others, ["ada@contoso.example"]);
    let record = world.last("request_answered").await;
    assert_eq!(field(&record, "reason"), "denied");
    world.assert_whole().await;
}

pub async fn the_number_alone_passes(world: &World) {
    let topic = give_app(world).await;
    let mia = reset(world).await;
    let key = Method::AppNotification.key();
    let sent = again(&mia, Method::AppNotification).await;
    assert!(matches!(go(sent), Sent::OnItsWay { .. }));
    let number = mia.code_at(&topic).await;
    // Whatever a forger says of it, only the number passes.
    for progress in [Progress::Verified, Progress::Approved] {
        mia.report(progress).await;
        let place = origin(TERMINAL);
        let claimed = mia
            .service
            .claim(&place, &mia.journey, Method::AppNotification, world.now());
        let (proof, _) = go(claimed.await.unwrap());
        assert_eq!(proof, Proof::TooLate, "{progress:?}");
    }
    assert!(mia.watch(key).await.is_some());
    let proof = mia.prove(Method::AppNotification, &wrong(&[&number])).await;
    assert!(matches!(go(proof), Proof::Wrong { .. }));
    let proof = mia.prove(Method::AppNotification, &number).await;
    assert_eq!(go(proof), Proof::Passed);
    let proof = mia.prove(Method::AppNotification, &number).await;
    assert_eq!(go(proof), Proof::NotOffered);
}

pub async fn six_in_an_hour_block(world: &World) {
    give_app(world).await;
    world.sql("DELETE FROM attempt");
    let mia = reset(world).await;
    for _ in 0..5 {
        let sent = again(&mia, Method::AppNotification).await;
        assert!(matches!(go(sent), Sent::OnItsWay { .. }));
    }
    world.policy(&[("explain", "on")]).await;
    let refusal = refused(again(&mia, Method::AppNotification).await);
    assert_eq!(refusal.reason, Some(Reason::Blocked));
    let record = world.last("account_blocked").await;
    assert!(field(&record, "detail").starts_with("limit of push"));
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::Blocked));
}

pub async fn six_at_a_sign_in_block_too(world: &World) {
    give_app(world).await;
    world.sql("DELETE FROM attempt");
    let mut sent = 0;
    // However often somebody signs in who knows the password.
    for _ in 0..4 {
        let (mia, due) = Signed::begin(world, MIA, OLD).await;
        assert!(matches!(due, Due::SecondFactor(_)));
        for _ in 0..7 {
            match again(&mia, Method::AppNotification).await {
                Step::Go(Sent::OnItsWay { .. }) => sent += 1,
                Step::Go(Sent::NotNow) | Step::Refused(_) => {}
                Step::Gone => break,
                Step::Go(other) => panic!("{other:?}"),
            }
        }
        world.advance(3600);
    }
    assert_eq!(sent, 5, "a day's");
    assert_eq!(world.records("account_blocked").await.len(), 1);
    // What sends nothing still completes the sign-in.
    Signed::mia(world).await;
}

pub async fn one_agent_listens(world: &World) {
    give_app(world).await;
    let mia = reset(world).await;
    go(again(&mia, Method::AppNotification).await);
    world.post().await;
    let place = mia.place().await;
    let (first, second) = (&world.service, world.another());
    let listen = async |service: &keyhatch::service::Service, name: &str| {
        let heard = service.listen_for(&place, name, world.now());
        heard.await.unwrap()
    };
    assert!(listen(first, "one").await);
    assert!(!listen(&second, "two").await, "another does");
    assert!(
        second
            .unheard_requests(world.now())
            .await
            .unwrap()
            .is_empty()
    );
    world.advance(14);
    assert!(listen(first, "one").await);
    world.advance(14);
    assert!(!listen(&second, "two").await);
    world.advance(1);
    let unheard = second.unheard_requests(world.now()).await.unwrap();
    assert_eq!(unheard, [(place.clone(), Way::Request)]);
    assert!(listen(&second, "two").await, "the first has fallen silent");
    assert!(!listen(first, "one").await);
    world.advance(300);
    assert!(!listen(&second, "two").await, "it is no longer awaited");
}
