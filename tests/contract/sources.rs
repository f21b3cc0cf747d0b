//! The limits of a terminal and of the store: over accounts that exist and accounts that don't.

use std::time::Duration;

use keyhatch::domain::alert::Alert;
use keyhatch::domain::journey::{JourneyId, Proof, Refusal, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::role::Role;
use keyhatch::domain::time::Timestamp;
use keyhatch::service::Service;
use keyhatch::service::form::Form;

use super::parallel::at_once;
use super::world::*;

fn nobody(number: usize) -> String {
    format!("nobody{number}@contoso.example")
}

/// People whose proofs can fail without blocking them: four each.
async fn people(world: &World, count: usize) -> Vec<String> {
    let mut all = Vec::new();
    for number in 0..count {
        let upn = format!("person{number}@contoso.example");
        let form = Form {
            alternate_email: text(&format!("person{number}@home.example")),
            ..Form::default()
        };
        world.add(&upn, &form, OLD).await;
        world.add_authenticator(&upn).await;
        all.push(upn);
    }
    all
}

async fn guess(world: &World, journey: &JourneyId, terminal: &str) -> Step<Proof> {
    let typed = secret(&wrong(&[&world.app_code(0), &world.app_code(-1)]));
    let place = origin(terminal);
    let proved = world
        .service
        .prove(&place, journey, Method::AppCode, typed, world.now());
    proved.await.unwrap().map(|(proof, _)| proof)
}

/// Fails so many proofs at a terminal, four of each person.
async fn fail(world: &World, people: &[String], count: usize, terminal: &str) {
    for (at, upn) in people.iter().enumerate() {
        let journey = go(world.try_begin(upn, terminal).await);
        for _ in 0..count.saturating_sub(4 * at).min(4) {
            let proof = go(guess(world, &journey, terminal).await);
            assert!(matches!(proof, Proof::Wrong { .. }), "{proof:?}");
        }
    }
}

#[track_caller]
fn slow<T>(step: Step<T>, minutes: u64) -> Refusal {
    let refusal = refused(step);
    assert_eq!((refusal.slow, refusal.reason), (Some(minutes), None));
    refusal
}

pub async fn twenty_names_in_ten_minutes(world: &World) {
    world.policy(&[("explain", "on")]).await;
    world.begin(MIA).await;
    for number in 0..19 {
        world.advance(10);
        refused(world.try_begin(&nobody(number), TERMINAL).await);
    }
    world.advance(10);
    // A name that was there is no other one, however it is written.
    world.begin(&MIA.to_uppercase()).await;
    refused(world.try_begin(&nobody(3), TERMINAL).await);
    let strangers = slow(world.try_begin(&nobody(99), TERMINAL).await, 7);
    let mine = slow(world.try_begin(ADMIN, TERMINAL).await, 7);
    assert_ne!(strangers.reference, mine.reference);
    assert_eq!(strangers.helpdesk, mine.helpdesk);
    let record = world.last("reset_started").await;
    assert_eq!(field(&record, "reason"), "terminal_names");
    assert_eq!(field(&record, "reference"), mine.reference);
    go(world.try_begin(MIA, "elsewhere").await);
    world.advance(600 - 200 - 1);
    slow(world.try_begin(&nobody(99), TERMINAL).await, 1);
    world.advance(1);
    // One place is free: the first name's.
    assert_eq!(
        refused(world.try_begin(&nobody(99), TERMINAL).await).slow,
        None
    );
    slow(world.try_begin(&nobody(100), TERMINAL).await, 1);
    assert_eq!(
        world.number("SELECT count(*) FROM source_attempt WHERE who LIKE '%nobody%'"),
        0
    );
    world.assert_whole().await;
}

pub async fn thirty_failures_an_hour(world: &World) {
    let people = people(world, 8).await;
    fail(world, &people, 30, TERMINAL).await;
    world.advance(60);
    let refusal = slow(world.try_begin(MIA, TERMINAL).await, 59);
    assert_eq!(
        field(&world.last("reset_started").await, "reference"),
        refusal.reference
    );
    go(world.try_begin(MIA, "elsewhere").await);
    world.advance(3600 - 60 - 1);
    slow(world.try_begin(&nobody(1), TERMINAL).await, 1);
    world.advance(1);
    let journey = world.begin(MIA).await;
    go(world.guess(&journey).await);
    world.assert_whole().await;
}

pub async fn failures_everywhere(world: &World) {
    let journey = world.begin(MIA).await;
    // 299 of other terminals, at one moment half an hour ago.
    let then = world.now().minus(Duration::from_secs(1800)).micros();
    for number in 0..299 {
        world.sql(&format!(
            "INSERT INTO source_attempt (source, kind, at)
             VALUES ('kiosk {}', 'proof', {then})",
            number % 60
        ));
    }
    go(world.guess(&journey).await);
    let code = world.fresh_app_code();
    slow(world.try_prove(&journey, Method::AppCode, &code).await, 30);
    let abandoned = world.last("reset_abandoned").await;
    assert_eq!(field(&abandoned, "reason"), "store_failures");
    gone(world.next(&journey).await);
    for terminal in [TERMINAL, "somewhere else"] {
        for user in [MIA, "nobody@contoso.example"] {
            slow(world.try_begin(user, terminal).await, 30);
        }
    }
    let alert = world.last("alert_raised").await;
    assert_eq!(field(&alert, "reason"), "store_failures");
    assert_eq!(field(&alert, "terminal"), "");
    world.advance(1800 - 30);
    let journey = world.begin(MIA).await;
    // What was not compared was not used up either.
    assert_eq!(
        world
            .prove(&journey, Method::AppCode, &world.app_code(0))
            .await,
        Proof::Passed
    );
    world.assert_whole().await;
}

pub async fn an_alert_is_told_once_an_hour(world: &World) {
    let helpdesk = Form {
        email: text("help@contoso.example"),
        ..Form::default()
    };
    world.add("help@contoso.example", &helpdesk, OLD).await;
    let roles = vec![Role::Helpdesk];
    world
        .service
        .set_roles(&world.operator, "help@contoso.example", roles, world.now())
        .await
        .unwrap();
    let mut number = 0;
    let mut crowd = async |terminal: &str| {
        for _ in 0..21 {
            number += 1;
            refused(world.try_begin(&nobody(number), terminal).await);
        }
    };
    crowd(TERMINAL).await;
    let told = world.post().await;
    assert_eq!(told.len(), 1, "the global administrator alone");
    assert_eq!(told[0].to, ADMIN);
    match &told[0].letter {
        Letter::Alert { what, place, when } => {
            assert_eq!((*what, place.as_str()), (Alert::TerminalNames, TERMINAL));
            assert_eq!(*when, world.now());
        }
        _ => panic!("another letter"),
    }
    world.advance(3599);
    crowd(TERMINAL).await;
    assert!(world.post().await.is_empty(), "the same within the hour");
    crowd("elsewhere").await;
    assert_eq!(world.post().await.len(), 1, "another place");
    world.advance(600);
    crowd(TERMINAL).await;
    assert_eq!(world.post().await.len(), 1, "after the hour");
    let alerts = world.records("alert_raised").await;
    assert_eq!(alerts.len(), 3);
    assert!(
        alerts
            .iter()
            .all(|alert| field(alert, "reason") == "terminal_names")
    );
    world.assert_whole().await;
}

/// Whoever has one address of a network has all of them, and could fill every mailbox with alerts.
pub async fn one_network_is_one_place(world: &World) {
    for number in 0..21 {
        refused(world.try_begin(&nobody(number), "ssh 2001:db8::1").await);
    }
    for host in 2..9 {
        let terminal = format!("ssh 2001:db8::{host}");
        slow(world.try_begin(&nobody(99), &terminal).await, 10);
    }
    let told = world.post().await;
    assert_eq!(told.len(), 1);
    match &told[0].letter {
        Letter::Alert { place, .. } => assert_eq!(place, "ssh 2001:db8::/64"),
        _ => panic!("another letter"),
    }
    assert_eq!(world.number("SELECT count(*) FROM alert"), 1);
}

pub async fn many_at_once_from_one_terminal(world: &World) {
    let people = people(world, 10).await;
    let now = world.now();
    let mut names: Vec<String> = people.clone();
    names.extend((0..40).map(nobody));
    let names = &names;
    let began = at_once(world, 10, async |service: Service, index| {
        let mut let_in = 0;
        for turn in 0..5 {
            let claim = claim(&names[index + 10 * turn]);
            let begun = service.begin_reset(&origin("crowd"), claim, now).await;
            let slow = match on(begun.unwrap()) {
                Step::Refused(refusal) => refusal.slow.is_some(),
                _ => false,
            };
            let_in += usize::from(!slow);
        }
        let_in
    });
    assert_eq!(began.into_iter().sum::<usize>(), 20);

    let mut journeys = Vec::new();
    for upn in &people {
        journeys.push(go(world.try_begin(upn, TERMINAL).await));
    }
    let guess = wrong(&[&world.app_code(0), &world.app_code(-1)]);
    at_once(world, 10, async |service: Service, index| {
        for _ in 0..4 {
            let (place, typed) = (origin(TERMINAL), secret(&guess));
            let proved = service.prove(&place, &journeys[index], Method::AppCode, typed, now);
            proved.await.unwrap();
        }
    });
    let tried = world.records("gate_tried").await;
    assert_eq!(tried.len(), 30, "compared");
    assert_eq!(
        world.number("SELECT count(*) FROM source_attempt WHERE kind = 'proof'"),
        30
    );
    assert_eq!(
        world.records("alert_raised").await.len(),
        2,
        "one of each kind"
    );
    world.assert_whole().await;
}

pub async fn a_clock_moved_frees_no_terminal(world: &World) {
    let people = people(world, 8).await;
    fail(world, &people, 30, TERMINAL).await;
    for hours in [-24 * 40, -24, -1, 0] {
        world.set_clock(Timestamp::from_seconds(START + hours * 3600));
        slow(world.try_begin(MIA, TERMINAL).await, 60);
    }
    // Another process, too, and after an administrator released the account.
    let (service, operator) = (world.another(), &world.operator);
    service.release(operator, MIA, world.now()).await.unwrap();
    let place = origin(TERMINAL);
    let begun = service.begin_reset(&place, claim(MIA), world.now());
    slow(on(begun.await.unwrap()), 60);
    // Time alone frees the terminal; the fifth failure of a day still blocks its account.
    world.set_clock(Timestamp::from_seconds(START + 3600));
    let journey = world.begin(&people[0]).await;
    assert_eq!(refused(world.guess(&journey).await).slow, None);
    refused(world.try_begin(&people[0], TERMINAL).await);
    world.begin(&people[1]).await;
}

pub async fn what_is_passed_is_forgotten(world: &World) {
    for _ in 0..3 {
        world.reset(MIA, NEW).await;
        world.reset(MIA, OLD).await;
    }
    let kept = "SELECT count(*) FROM source_attempt WHERE kind <> 'name'";
    assert_eq!(world.number(kept), 0);
    world.advance(8 * DAY);
    world.service.purge(world.now()).await.unwrap();
    assert_eq!(world.number("SELECT count(*) FROM source_attempt"), 0);
}
