//! Gates passed by a call: the office phone, and the mobile one instead of a text message.

use keyhatch::domain::journey::{Chosen, Finished, JourneyId, Next, Proof, Sent, Step};
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::licence::{Licence, Operation};
use keyhatch::domain::method::Method;
use keyhatch::domain::outgoing::{Channel, Delivery};
use keyhatch::domain::progress::Progress;
use keyhatch::domain::time::Timestamp;
use keyhatch::domain::way::Way;
use keyhatch::service::approvals::LISTENER_SILENCE;
use keyhatch::service::form::Form;

use super::world::*;

const OFFICE: &str = "+14255550100x123";
const MOBILE: &str = "+14255550111";
const BEN: &str = "ben@contoso.example";
pub const DESK: Chosen = Chosen {
    method: Method::OfficePhone,
    way: Way::Call,
    slot: 0,
};
const POCKET: Chosen = Chosen {
    method: Method::MobilePhone,
    ..DESK
};

fn phones() -> Form {
    Form {
        mobile: text(MOBILE),
        office: text(OFFICE),
        ..Form::default()
    }
}

/// Mia has two telephones, and policy lets both be called.
pub async fn give_phones(world: &World) {
    let methods = "email app_code mobile_phone office_phone";
    world
        .policy(&[("methods.enabled", &methods.replace(' ', ","))])
        .await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let form = phones();
    let edited = service.edit_account(operator, MIA, &form, now);
    edited.await.unwrap();
    world.post().await;
}

async fn try_call(world: &World, journey: &JourneyId, chosen: Chosen, typed: &str) -> Step<Sent> {
    let (place, now) = (origin(TERMINAL), world.now());
    let service = &world.service;
    let sent = service.send_reset_code_to(&place, journey, chosen, secret(typed), now);
    sent.await.unwrap()
}

/// The same without the number, which was typed before.
async fn try_again(world: &World, journey: &JourneyId, chosen: Chosen) -> Step<Sent> {
    let (place, now) = (origin(TERMINAL), world.now());
    let sent = world.service.send_reset_code(&place, journey, chosen, now);
    sent.await.unwrap()
}

/// Has Mia called, and the agent take the call: its place.
pub async fn called(world: &World, journey: &JourneyId, chosen: Chosen) -> String {
    let typed = match chosen.method {
        Method::OfficePhone => "425 555 0100",
        _ => MOBILE,
    };
    let sent = go(try_call(world, journey, chosen, typed).await);
    assert!(matches!(sent, Sent::OnItsWay { .. }), "{sent:?}");
    taken(world).await
}

/// The agent takes the one call there is.
async fn taken(world: &World) -> String {
    let (service, now) = (&world.service, world.now());
    let letters = service.take_letters(100, &[Channel::Voice], now);
    let mut letters = letters.await.unwrap();
    assert_eq!(letters.len(), 1);
    let call = letters.remove(0);
    assert!(matches!(call.letter, Some(Letter::Call)));
    assert!([OFFICE, MOBILE].contains(&call.to.as_deref().unwrap()));
    let settled = service.settle_letter(call.id, call.attempts, Delivery::Accepted, 0, &[], now);
    settled.await.unwrap();
    call.place
}

pub async fn report(world: &World, place: &str, progress: Progress) -> bool {
    let reported = world.service.report_progress(place, progress, world.now());
    reported.await.unwrap()
}

async fn watched(world: &World, journey: &JourneyId, chosen: Chosen) -> Option<Progress> {
    let (place, key) = (origin(TERMINAL), chosen.method.key());
    let watched = world.service.watch(&place, journey, key, world.now());
    watched.await.unwrap()
}

async fn try_claim(world: &World, journey: &JourneyId, chosen: Chosen) -> Step<Proof> {
    let place = origin(TERMINAL);
    let service = &world.service;
    let claimed = service.claim(&place, journey, chosen.method, world.now());
    claimed.await.unwrap().map(|(proof, _)| proof)
}

pub async fn claim(world: &World, journey: &JourneyId, chosen: Chosen) -> Proof {
    go(try_claim(world, journey, chosen).await)
}

/// What is offered where somebody carries calls.
async fn offered(world: &World, journey: &JourneyId) -> Vec<(Method, Way)> {
    let service = world.service.clone().carrying(vec![Channel::Voice]);
    let place = origin(TERMINAL);
    let next = service.next_step(&place, journey, world.now());
    match go(next.await.unwrap()) {
        Next::Gate(overview) => overview.offers.iter().map(|o| (o.method, o.way)).collect(),
        _ => panic!("every gate is passed"),
    }
}

pub async fn a_reset_by_a_call_to_the_office_and_an_authenticator(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    let called_ways = [(DESK.method, Way::Call), (POCKET.method, Way::Call)];
    let offers = offered(world, &journey).await;
    assert!(
        called_ways.iter().all(|way| offers.contains(way)),
        "{offers:?}"
    );
    // Where nobody can call there is no such choice.
    let without = world.overview(&journey).await.offers;
    assert!(without.iter().all(|offer| offer.way != Way::Call));
    assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);

    let place = called(world, &journey, DESK).await;
    assert_eq!(watched(world, &journey, DESK).await, Some(Progress::Sent));
    for progress in [Progress::Ringing, Progress::Answered] {
        assert!(report(world, &place, progress).await);
        assert_eq!(watched(world, &journey, DESK).await, Some(progress));
        assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);
    }
    // It does not go back.
    assert!(report(world, &place, Progress::Ringing).await);
    assert_eq!(
        watched(world, &journey, DESK).await,
        Some(Progress::Answered)
    );
    // Nothing that is typed passes a call, and no other method is passed by it.
    for code in ["000000", "123456", ""] {
        let proof = world.try_prove(&journey, Method::OfficePhone, code).await;
        assert_eq!(go(proof), Proof::NotOffered);
    }
    assert!(
        !report(world, &place, Progress::Approved).await,
        "it is over"
    );
    assert_eq!(claim(world, &journey, POCKET).await, Proof::TooLate);
    let elsewhere = origin("elsewhere");
    let claimed = world
        .service
        .claim(&elsewhere, &journey, DESK.method, world.now());
    gone(claimed.await.unwrap());
    assert_eq!(claim(world, &journey, DESK).await, Proof::Passed);
    assert_eq!(claim(world, &journey, DESK).await, Proof::NotOffered);
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    assert_eq!(
        field(&world.last("password_reset").await, "method"),
        "office_phone+app_code"
    );
    assert_eq!(world.charges("call"), 0, "a reset clears it");
    for record in world.records("").await {
        let about = field(&record, "activity") == "account_edited";
        let texts: String = record.fields.iter().flatten().cloned().collect();
        assert!(about || !texts.contains("5550100"), "{texts}");
    }
    world.assert_whole().await;
}

pub async fn a_typed_code_never_passes_a_call_to_the_mobile(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    let place = called(world, &journey, POCKET).await;
    for code in ["000000", "123456"] {
        let proof = world.prove(&journey, Method::MobilePhone, code).await;
        assert!(matches!(proof, Proof::Wrong { .. }), "{proof:?}");
    }
    // Instead of the call a text message: the call is over then, and its answer counts for nothing.
    let text = Chosen::from(Method::MobilePhone);
    let sent = go(try_call(world, &journey, text, MOBILE).await);
    assert!(matches!(sent, Sent::OnItsWay { .. }));
    assert!(!report(world, &place, Progress::Approved).await);
    assert_eq!(claim(world, &journey, POCKET).await, Proof::TooLate);
    let code = world.code_in_post().await;
    let proof = world.prove(&journey, Method::MobilePhone, &code).await;
    assert_eq!(proof, Proof::Passed);
}

pub async fn a_star_ends_the_journey_and_tells_everybody(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    let place = called(world, &journey, DESK).await;
    assert!(report(world, &place, Progress::Answered).await);
    assert!(!report(world, &place, Progress::Denied).await);
    assert_eq!(watched(world, &journey, DESK).await, Some(Progress::Denied));
    gone(try_claim(world, &journey, DESK).await);
    gone(world.next(&journey).await);
    // Told once, whatever comes after it.
    assert!(!report(world, &place, Progress::Denied).await);
    assert!(!report(world, &place, Progress::Approved).await);
    let told = world.post().await;
    let to: Vec<&str> = told.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(to, [WORK, HOME, "ada@contoso.example"]);
    assert!(matches!(
        told[0].letter,
        Letter::Happened {
            what: Happening::Denied,
            ..
        }
    ));
    assert!(matches!(
        told[2].letter,
        Letter::Happened {
            what: Happening::AdministratorDenied,
            ..
        }
    ));
    let record = world.last("request_answered").await;
    assert_eq!(field(&record, "reason"), "denied");
    assert_eq!(field(&record, "method"), "office_phone");
    // The account itself goes on.
    world.begin(MIA).await;
    world.assert_whole().await;
}

pub async fn every_other_end_leaves_the_journey_open(world: &World) {
    give_phones(world).await;
    let ends = [
        Progress::Busy,
        Progress::NoAnswer,
        Progress::NoKey,
        Progress::HungUp,
        Progress::Failed,
    ];
    for end in ends {
        let journey = world.begin(MIA).await;
        let place = called(world, &journey, DESK).await;
        assert!(!report(world, &place, end).await);
        assert_eq!(watched(world, &journey, DESK).await, Some(end));
        assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);
        let record = world.last("request_answered").await;
        assert_eq!(field(&record, "reason"), end.key());
        // Too late for another key.
        assert!(!report(world, &place, Progress::Approved).await);
        assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);
        // Called again without the number; the first call tells nothing more.
        world.advance(3600);
        let journey = world.begin(MIA).await;
        let first = called(world, &journey, DESK).await;
        let again = try_again(world, &journey, DESK);
        assert!(matches!(go(again.await), Sent::OnItsWay { .. }));
        assert!(!report(world, &first, Progress::Approved).await);
        let second = taken(world).await;
        assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);
        report(world, &second, Progress::Approved).await;
        assert_eq!(claim(world, &journey, DESK).await, Proof::Passed);
        world.advance(DAY);
    }
}

pub async fn a_call_is_good_for_five_minutes(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    let place = called(world, &journey, DESK).await;
    world.advance(299);
    assert!(!report(world, &place, Progress::Approved).await);
    world.advance(1);
    assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);
    // A clock set back frees nothing.
    world.set_clock(Timestamp::from_seconds(START));
    assert_eq!(claim(world, &journey, DESK).await, Proof::TooLate);
    world.advance(400);
    let journey = world.begin(MIA).await;
    let place = called(world, &journey, DESK).await;
    world.advance(300);
    assert!(!report(world, &place, Progress::Answered).await);
    assert_eq!(watched(world, &journey, DESK).await, Some(Progress::Over));
}

pub async fn the_sixth_call_of_an_hour_blocks(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    for chosen in [DESK, POCKET, DESK, POCKET, DESK] {
        called(world, &journey, chosen).await;
        world.advance(60);
    }
    let again = try_again(world, &journey, POCKET);
    refused(again.await);
    let record = world.last("account_blocked").await;
    let detail = field(&record, "detail");
    assert!(detail.starts_with("limit of call, until "), "{detail}");
    refused(world.try_begin(MIA, TERMINAL).await);
}

pub async fn the_day_s_calls_are_the_organisation_s(world: &World) {
    give_phones(world).await;
    world.add(BEN, &phones(), OLD).await;
    world.add_authenticator(BEN).await;
    world.policy(&[("delivery.calls_per_day", "2")]).await;
    let mias = world.begin(MIA).await;
    called(world, &mias, DESK).await;
    let bens = world.begin(BEN).await;
    called(world, &bens, POCKET).await;
    assert_eq!(
        go(try_call(world, &mias, DESK, "425 555 0100").await),
        Sent::NotNow
    );
    let record = world.last("request_sent").await;
    assert_eq!(field(&record, "reason"), "call_budget");
    let told = world.post().await;
    assert_eq!(told.len(), 1, "an administrator, and nobody else");
    assert!(matches!(told[0].letter, Letter::Alert { .. }));
    // A text message has a budget of its own, but one telephone is one destination.
    let text = Chosen::from(Method::MobilePhone);
    let sent = go(try_call(world, &mias, text, MOBILE).await);
    assert!(matches!(sent, Sent::OnItsWay { .. }));
    world
        .policy(&[("delivery.per_destination_per_day", "2")])
        .await;
    let sent = go(try_call(world, &mias, text, MOBILE).await);
    assert_eq!(sent, Sent::NotNow);
    world.advance(DAY);
    let mias = world.begin(MIA).await;
    called(world, &mias, DESK).await;
}

pub async fn a_blocked_prefix_is_not_called(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    world
        .policy(&[("delivery.blocked_prefixes", "+1425")])
        .await;
    let offers = offered(world, &journey).await;
    assert!(
        offers.iter().all(|(_, way)| *way != Way::Call),
        "{offers:?}"
    );
    for chosen in [DESK, POCKET] {
        let sent = go(try_call(world, &journey, chosen, MOBILE).await);
        assert_eq!(sent, Sent::NotOffered);
    }
    assert_eq!(world.charges("call"), 0);
}

pub async fn who_may_be_called_cell_by_cell(world: &World) {
    give_phones(world).await;
    for licence in Licence::ALL {
        for trial in [false, true] {
            let (service, operator) = (&world.service, &world.operator);
            let set = service.set_licence(operator, MIA, Some(licence), world.now());
            set.await.unwrap();
            let trial_value = if trial { "on" } else { "off" };
            world.policy(&[("licence.trial", trial_value)]).await;
            let calls = licence != Licence::Free && !trial;
            assert_eq!(licence.allows(Operation::PhoneCalls, trial), calls);
            if licence == Licence::Free {
                // Nothing is reset with it, whatever the method.
                refused(world.try_begin(MIA, TERMINAL).await);
                continue;
            }
            let journey = world.begin(MIA).await;
            let offers = offered(world, &journey).await;
            let called = |method| offers.contains(&(method, Way::Call));
            assert_eq!(called(Method::OfficePhone), calls, "{licence:?} {trial}");
            assert_eq!(called(Method::MobilePhone), calls, "{licence:?} {trial}");
            assert!(offers.contains(&(Method::MobilePhone, Way::Text)));
            let sent = go(try_call(world, &journey, DESK, "not a number").await);
            let expected = Sent::MalformedNumber;
            assert_eq!(sent, expected);
            let sent = go(try_call(world, &journey, DESK, "+1 425 555 0199").await);
            match calls {
                true => assert!(matches!(sent, Sent::WrongNumber { .. })),
                false => assert_eq!(sent, Sent::NotOffered),
            }
            world.advance(3600);
        }
    }
    // A telephone on the desk alone is no method where nobody may call it.
    let ben = Form {
        office: text(OFFICE),
        ..Form::default()
    };
    world.add(BEN, &ben, OLD).await;
    world.add_authenticator(BEN).await;
    world.policy(&[("licence.trial", "on")]).await;
    refused(world.try_begin(BEN, TERMINAL).await);
    assert_eq!(
        field(&world.last("reset_started").await, "reason"),
        "SSPR_0014"
    );
    world.policy(&[("licence.trial", "off")]).await;
    world.begin(BEN).await;
}

pub async fn a_call_whose_agent_is_gone_is_noticed(world: &World) {
    give_phones(world).await;
    let journey = world.begin(MIA).await;
    let place = called(world, &journey, DESK).await;
    let service = &world.service;
    let listens = |instance: &'static str| service.listen_for(&place, instance, world.now());
    assert!(listens("one").await.unwrap());
    assert!(!listens("two").await.unwrap(), "another makes it");
    assert!(report(world, &place, Progress::Ringing).await);
    assert!(
        service
            .unheard_requests(world.now())
            .await
            .unwrap()
            .is_empty()
    );
    world.advance(LISTENER_SILENCE.as_secs());
    let unheard = service.unheard_requests(world.now()).await.unwrap();
    assert_eq!(unheard, [(place.clone(), Way::Call)]);
    report(world, &place, Progress::Failed).await;
    assert_eq!(watched(world, &journey, DESK).await, Some(Progress::Failed));
    assert!(
        service
            .unheard_requests(world.now())
            .await
            .unwrap()
            .is_empty()
    );
    // Nobody waits for a call whose visit has ended.
    world.advance(3600);
    let journey = world.begin(MIA).await;
    let place = called(world, &journey, DESK).await;
    let here = origin(TERMINAL);
    let left = service.abandon_reset(&here, &journey, "idle", world.now());
    left.await.unwrap();
    assert!(
        !service
            .listen_for(&place, "one", world.now())
            .await
            .unwrap()
    );
    assert!(!report(world, &place, Progress::Approved).await);
}
