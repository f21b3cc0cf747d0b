//! Many at once, each its own process on the same store.

use std::sync::Barrier;

use keyhatch::domain::journey::{Finished, JourneyId, Proof, Sent, Step};
use keyhatch::domain::method::Method;
use keyhatch::service::Service;
use keyhatch::service::form::Form;
use keyhatch::service::sign_in::Checked;

use super::phone::give_phone;
use super::world::*;

/// Runs `work` in so many threads at the same moment, each with its own connection.
pub fn at_once<T: Send>(
    world: &World,
    threads: usize,
    work: impl AsyncFn(Service, usize) -> T + Sync,
) -> Vec<T> {
    let barrier = Barrier::new(threads);
    let services: Vec<Service> = (0..threads).map(|_| world.another()).collect();
    std::thread::scope(|scope| {
        let start = |(index, service): (usize, Service)| {
            let (barrier, work) = (&barrier, &work);
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .build()
                    .unwrap();
                barrier.wait();
                runtime.block_on(work(service, index))
            })
        };
        let running: Vec<_> = services.into_iter().enumerate().map(start).collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    })
}

pub async fn two_hundred_guesses_get_five(world: &World) {
    let mut journeys: Vec<JourneyId> = Vec::new();
    for _ in 0..20 {
        journeys.push(world.begin(MIA).await);
    }
    let code = world.mail_code(&journeys[0]).await;
    let (guess, now) = (
        wrong(&[&code, &world.app_code(0), &world.app_code(-1)]),
        world.now(),
    );
    let compared: usize = at_once(world, 20, async |service, index| {
        let mut wrong = 0;
        for turn in 0..10 {
            // Half of them all on one journey's mail, half each on their own with the authenticator.
            let (journey, method) = match (index + turn) % 2 {
                0 => (journeys[0], Method::Email),
                _ => (journeys[index], Method::AppCode),
            };
            let place = origin(TERMINAL);
            let step = service
                .prove(&place, &journey, method, secret(&guess), now)
                .await
                .unwrap();
            match step {
                Step::Go((Proof::Wrong { .. }, _)) => wrong += 1,
                Step::Go((Proof::Passed, _)) => panic!("passed"),
                _ => {}
            }
        }
        wrong
    })
    .into_iter()
    .sum();
    let tried = world.records("gate_tried").await;
    let wrong = tried
        .iter()
        .filter(|record| field(record, "reason") == "wrong_code")
        .count();
    assert_eq!(wrong, 5);
    assert_eq!(tried.len(), 5);
    assert_eq!(
        compared, 4,
        "the fifth was told that the account is blocked"
    );
    assert_eq!(world.records("account_blocked").await.len(), 1);
    refused(world.try_begin(MIA, TERMINAL).await);
    world.assert_whole().await;
}

pub async fn guessed_numbers_get_five(world: &World) {
    give_phone(world).await;
    let mut journeys = Vec::new();
    for _ in 0..20 {
        journeys.push(world.begin(MIA).await);
    }
    let now = world.now();
    let compared: usize = at_once(world, 20, async |service, index| {
        let mut wrong = 0;
        for turn in 0..5 {
            let guess = secret(&format!("+1425555{:04}", 200 + 5 * index + turn));
            let (place, method) = (origin(TERMINAL), Method::MobilePhone);
            let step = service.send_reset_code_to(&place, &journeys[index], method, guess, now);
            match step.await.unwrap() {
                Step::Go(Sent::WrongNumber { .. }) => wrong += 1,
                Step::Go(sent) => panic!("{sent:?}"),
                _ => {}
            }
        }
        wrong
    })
    .into_iter()
    .sum();
    assert_eq!(
        compared, 4,
        "the fifth was told that the account is blocked"
    );
    assert_eq!(world.records("gate_tried").await.len(), 5);
    assert_eq!(world.records("account_blocked").await.len(), 1);
    assert_eq!(world.number("SELECT count(*) FROM code"), 0);
    world.assert_whole().await;
}

pub async fn messages_at_once_keep_to_the_day_s_budget(world: &World) {
    give_phone(world).await;
    world.policy(&[("delivery.sms_per_day", "3")]).await;
    let mut journeys = Vec::new();
    for number in 0..10 {
        let form = Form {
            mobile: text(&format!("+1425555{:04}", 200 + number)),
            ..Form::default()
        };
        let upn = format!("person{number}@contoso.example");
        world.add(&upn, &form, OLD).await;
        world.add_authenticator(&upn).await;
        journeys.push(world.begin(&upn).await);
    }
    let now = world.now();
    let sent = at_once(world, 10, async |service, index| {
        let number = secret(&format!("+1425555{:04}", 200 + index));
        let (place, method) = (origin(TERMINAL), Method::MobilePhone);
        let step = service.send_reset_code_to(&place, &journeys[index], method, number, now);
        go(step.await.unwrap())
    });
    let count = |wanted: fn(&Sent) -> bool| sent.iter().filter(|sent| wanted(sent)).count();
    assert_eq!(count(|sent| matches!(sent, Sent::OnItsWay { .. })), 3);
    assert_eq!(count(|sent| matches!(sent, Sent::NotNow)), 7);
    let codes = "SELECT count(*) FROM outbox WHERE kind = 'code'";
    assert_eq!(world.number(codes), 3);
    assert_eq!(world.records("alert_raised").await.len(), 1);
    world.assert_whole().await;
}

pub async fn one_code_is_consumed_once(world: &World) {
    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    let now = world.now();
    let proofs = at_once(world, 20, async |service, _| {
        let place = origin(TERMINAL);
        let typed = secret(&code);
        let step = service.prove(&place, &journey, Method::Email, typed, now);
        go(step.await.unwrap()).0
    });
    let passed = proofs
        .iter()
        .filter(|proof| **proof == Proof::Passed)
        .count();
    assert_eq!(passed, 1, "{proofs:?}");
    assert!(
        proofs
            .iter()
            .all(|proof| matches!(proof, Proof::Passed | Proof::NotOffered))
    );
    assert_eq!(
        world.number("SELECT count(*) FROM code WHERE state = 'used'"),
        1
    );
    assert_eq!(world.records("gate_tried").await.len(), 1);
    assert_eq!(world.overview(&journey).await.passed, 1);
    assert_eq!(world.charges("proof"), 0);
}

pub async fn one_authenticator_step_is_consumed_once(world: &World) {
    let mut journeys = Vec::new();
    for _ in 0..20 {
        journeys.push(world.begin(MIA).await);
    }
    let code = world.fresh_app_code();
    let now = world.now();
    at_once(world, 20, async |service, index| {
        let (place, typed) = (origin(TERMINAL), secret(&code));
        service
            .prove(&place, &journeys[index], Method::AppCode, typed, now)
            .await
            .unwrap();
    });
    let tried = world.records("gate_tried").await;
    let passed = tried
        .iter()
        .filter(|record| field(record, "outcome") == "success")
        .count();
    assert_eq!(passed, 1);
    assert_eq!(tried.len(), 6, "one passed, five wrong, the rest refused");
}

pub async fn one_journey_sets_one_password(world: &World) {
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    let now = world.now();
    let passwords = ["the first phrase", "the second phrase", "the third phrase"];
    let finished = at_once(world, 3, async |service, index| {
        let password = secret(passwords[index]);
        let place = origin(TERMINAL);
        service
            .finish_reset(&place, &journey, password, now)
            .await
            .unwrap()
    });
    let mut winner = None;
    for (index, step) in finished.into_iter().enumerate() {
        match step {
            Step::Go(Finished::Done) => assert!(winner.replace(index).is_none()),
            Step::Gone => {}
            other => panic!("{other:?}"),
        }
    }
    let winner = winner.unwrap();
    assert_eq!(world.records("password_reset").await.len(), 1);
    let checked = world.check(MIA, passwords[winner]).await;
    assert_eq!(checked, Checked::Right { must_change: false });
    assert_eq!(
        world.number("SELECT count(*) FROM verifier WHERE active = 1"),
        2
    );
    world.assert_whole().await;
}
