//! The durable limits of an account: over every journey, method and terminal, in store time.

use std::time::Duration;

use keyhatch::domain::journey::{Finished, Proof, Sent};
use keyhatch::domain::method::Method;
use keyhatch::domain::time::Timestamp;
use keyhatch::service::form::Form;

use super::world::*;

const BEN: &str = "ben@contoso.example";

async fn add_ben(world: &World) {
    let form = Form {
        alternate_email: text("ben@home.example"),
        ..Form::default()
    };
    world.add(BEN, &form, OLD).await;
    world.add_authenticator(BEN).await;
}

/// Uses up Mia's failures; the moment of the last.
async fn block(world: &World) -> Timestamp {
    let journey = world.begin(MIA).await;
    for left in [4, 3, 2, 1] {
        assert_eq!(go(world.guess(&journey).await), Proof::Wrong { left });
    }
    refused(world.guess(&journey).await);
    world.now()
}

async fn assert_blocked(world: &World) {
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, None);
    assert_eq!(
        field(&world.last("reset_started").await, "reason"),
        "SSPR_0042"
    );
}

pub async fn five_wrong_proofs_block_for_a_day(world: &World) {
    add_ben(world).await;
    let (first, second) = (world.begin(MIA).await, world.begin(MIA).await);
    assert_eq!(go(world.guess(&first).await), Proof::Wrong { left: 4 });
    world.advance(60);
    assert_eq!(go(world.guess(&first).await), Proof::Wrong { left: 3 });
    let code = world.mail_code(&second).await;
    let guess = wrong(&[&code]);
    for left in [2, 1] {
        let proof = world.prove(&second, Method::Email, &guess).await;
        assert_eq!(
            proof,
            Proof::Wrong { left },
            "counted over journeys and methods"
        );
    }
    let third = go(world.try_begin(MIA, "elsewhere").await);
    let elsewhere = origin("elsewhere");
    let typed = secret(&wrong(&[&world.app_code(0), &world.app_code(-1)]));
    let last = world
        .service
        .prove(&elsewhere, &third, Method::AppCode, typed, world.now());
    let refusal = refused(last.await.unwrap());

    let record = world.last("account_blocked").await;
    assert_eq!(field(&record, "actor"), "system");
    assert_eq!(field(&record, "account"), MIA);
    assert_eq!(field(&record, "reference"), refusal.reference);
    let until = world.now().plus(Duration::from_secs(DAY));
    assert!(field(&record, "detail").contains(&until.to_string()));
    let view = world
        .service
        .account(&world.operator, MIA, world.now())
        .await
        .unwrap();
    assert_eq!(view.account.blocked_until, Some(until));
    assert!(!view.capable);

    // The right code comes too late, in every open journey.
    refused(world.try_prove(&second, Method::Email, &code).await);
    gone(world.next(&second).await);
    assert_blocked(world).await;
    world.begin(BEN).await;
    world.post().await;

    world.advance(DAY - 1);
    assert_blocked(world).await;
    world.begin(BEN).await;
    world.advance(1);
    world.reset(MIA, NEW).await;
    assert_eq!(world.records("account_blocked").await.len(), 1);
}

pub async fn failures_are_counted_over_a_day(world: &World) {
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        go(world.guess(&journey).await);
    }
    world.advance(DAY - 1);
    let journey = world.begin(MIA).await;
    assert_eq!(world.overview(&journey).await.passed, 0);
    world.advance(1);
    for left in [4, 3, 2, 1] {
        assert_eq!(go(world.guess(&journey).await), Proof::Wrong { left });
    }
    refused(world.guess(&journey).await);

    world.advance(2 * DAY);
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        go(world.guess(&journey).await);
    }
    world.advance(DAY - 1);
    let journey = world.begin(MIA).await;
    refused(world.guess(&journey).await);
}

pub async fn a_shorter_block_really_ends(world: &World) {
    world.policy(&[("lockout.sspr_hours", "1")]).await;
    block(world).await;
    world.advance(3599);
    assert_blocked(world).await;
    world.advance(1);
    world.reset(MIA, NEW).await;
}

pub async fn an_administrator_releases(world: &World) {
    let until = block(world).await.plus(Duration::from_secs(DAY));
    world
        .service
        .release(&world.operator, MIA, world.now())
        .await
        .unwrap();
    let record = world.last("block_released").await;
    assert_eq!(field(&record, "actor"), "operator:root");
    assert_eq!(field(&record, "detail"), format!("blocked until {until}"));
    assert_eq!(world.charges("proof"), 0);
    let journey = world.begin(MIA).await;
    for left in [4, 3, 2, 1] {
        assert_eq!(go(world.guess(&journey).await), Proof::Wrong { left });
    }
    world.reset(MIA, NEW).await;
    world.assert_whole().await;
}

pub async fn a_reset_clears(world: &World) {
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        go(world.guess(&journey).await);
    }
    // A right proof costs nothing, however near the limit.
    world.reset(MIA, NEW).await;
    assert_eq!(
        world.number("SELECT count(*) FROM attempt WHERE kind IN ('proof', 'mail')"),
        0
    );
    block(world).await;
}

pub async fn the_eleventh_mail_blocks(world: &World) {
    add_ben(world).await;
    for sent in 0..5 {
        let journey = world.begin(MIA).await;
        world.send(&journey).await;
        world.send(&journey).await;
        assert_eq!(world.charges("mail"), 2 * sent + 2);
        world.advance(100);
    }
    world.advance(99);
    let journey = world.begin(MIA).await;
    refused(world.try_send(&journey, TERMINAL).await);
    let record = world.last("account_blocked").await;
    let until = world.now().plus(Duration::from_secs(DAY));
    assert_eq!(
        field(&record, "detail"),
        format!("limit of mail, until {until}")
    );
    assert_eq!(world.records("code_sent").await.len(), 10);
    assert_eq!(world.letters().len(), 10);
    gone(world.next(&journey).await);
    assert_blocked(world).await;
    world.begin(BEN).await;
    world.advance(DAY - 1);
    assert_blocked(world).await;
    world.advance(1);
    world.post().await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
}

pub async fn mails_are_counted_over_ten_minutes(world: &World) {
    let journey = world.begin(MIA).await;
    for _ in 0..10 {
        world.send(&journey).await;
        world.advance(60);
    }
    // The first is ten minutes old now.
    world.send(&journey).await;
    refused(world.try_send(&journey, TERMINAL).await);
}

pub async fn a_clock_set_back_frees_nobody(world: &World) {
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        go(world.guess(&journey).await);
    }
    world.set_clock(Timestamp::from_seconds(START - 40 * 86_400));
    let journey = world.begin(MIA).await;
    refused(world.guess(&journey).await);
    let until = Timestamp::from_seconds(START).plus(Duration::from_secs(DAY));
    let view = world
        .service
        .account(&world.operator, MIA, world.now())
        .await
        .unwrap();
    assert_eq!(view.account.blocked_until, Some(until), "in store time");
    for days in [-400, -1, 0] {
        world.set_clock(Timestamp::from_seconds(START + days * 86_400));
        assert_blocked(world).await;
    }
    world.set_clock(until);
    world.begin(MIA).await;
}

pub async fn what_is_no_code_is_not_charged(world: &World) {
    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    let long = "1".repeat(1_000);
    for typed in [
        "",
        "12345",
        "1234567",
        "12345a",
        "12345;",
        "half a code",
        long.as_str(),
    ] {
        for method in [Method::Email, Method::AppCode] {
            let proof = world.prove(&journey, method, typed).await;
            assert_eq!(proof, Proof::Malformed { digits: 6 }, "{typed}");
        }
    }
    assert_eq!(world.charges("proof"), 0);
    assert!(world.records("gate_tried").await.is_empty());
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::Passed
    );
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}

pub async fn a_destination_gets_so_many_a_day(world: &World) {
    world
        .policy(&[("delivery.per_destination_per_day", "2")])
        .await;
    let ask = async || {
        let journey = world.begin(MIA).await;
        world.send(&journey).await
    };
    for _ in 0..2 {
        assert!(matches!(ask().await, Sent::OnItsWay { .. }));
    }
    assert_eq!(ask().await, Sent::NotNow);
    // Neither a reset nor an administrator makes room at the destination.
    let (service, operator) = (&world.service, &world.operator);
    service.release(operator, MIA, world.now()).await.unwrap();
    assert_eq!(ask().await, Sent::NotNow);
    world.advance(86_400);
    assert!(matches!(ask().await, Sent::OnItsWay { .. }));
}
