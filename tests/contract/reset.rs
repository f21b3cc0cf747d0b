//! The whole way: two gates, a new password, and everything that follows from it.

use keyhatch::domain::audit::Record;
use keyhatch::domain::journey::{Finished, Proof};
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::method::Method;
use keyhatch::domain::password::Rule;
use keyhatch::service::sign_in::Checked;

use super::world::*;

pub async fn by_mail_then_authenticator(world: &World) {
    whole(world, [Method::Email, Method::AppCode]).await;
}

pub async fn by_authenticator_then_mail(world: &World) {
    whole(world, [Method::AppCode, Method::Email]).await;
}

async fn whole(world: &World, order: [Method; 2]) {
    world.check(MIA, "not her password").await;
    let lost = world.begin(MIA).await;
    for _ in 0..4 {
        assert!(matches!(go(world.guess(&lost).await), Proof::Wrong { .. }));
    }
    assert_eq!(world.charges("proof"), 4);

    let journey = world.begin("  MIAS@Contoso.Example ").await;
    for (passed, method) in order.into_iter().enumerate() {
        let overview = world.overview(&journey).await;
        assert_eq!((overview.passed, overview.required), (passed, 2));
        let offered: Vec<Method> = overview.offers.iter().map(|offer| offer.method).collect();
        assert_eq!(
            offered.contains(&Method::Email),
            passed == 0 || method == Method::Email
        );
        assert!(offered.contains(&method), "{offered:?}");
        for offer in overview
            .offers
            .iter()
            .filter(|offer| offer.method == Method::Email)
        {
            assert_eq!(offer.masked.as_deref(), Some("m*****@home.example"));
        }
        match method {
            Method::Email => world.pass_mail(&journey).await,
            _ => world.pass_app(&journey).await,
        }
    }
    // Somebody else's journey for the same account, with a code on its way.
    let other = go(world.try_begin(MIA, "elsewhere").await);
    go(world.try_send(&other, "elsewhere").await);
    assert_eq!(world.letters().last(), Some(&("waiting".to_owned(), true)));
    assert_eq!(
        world.number("SELECT count(*) FROM code WHERE state = 'live'"),
        1
    );

    world.advance(5);
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);

    assert_eq!(world.check(MIA, OLD).await, Checked::Wrong);
    assert_eq!(
        world.check(MIA, NEW).await,
        Checked::Right { must_change: false }
    );
    assert_eq!(
        world.number("SELECT count(*) FROM journey WHERE state = 'open'"),
        0
    );
    assert_eq!(
        world.number("SELECT count(*) FROM code WHERE state = 'live'"),
        0
    );
    let elsewhere = origin("elsewhere");
    gone(
        world
            .service
            .next_step(&elsewhere, &other, world.now())
            .await
            .unwrap(),
    );
    gone(world.next(&lost).await);
    let cancelled = world
        .letters()
        .into_iter()
        .filter(|(state, _)| state == "cancelled");
    assert_eq!(
        cancelled.collect::<Vec<_>>(),
        [("cancelled".to_owned(), false)]
    );
    let charges = "SELECT count(*) FROM attempt WHERE kind IN ('proof', 'mail')";
    assert_eq!(world.number(charges), 0);
    let view = world
        .service
        .account(&world.operator, MIA, world.now())
        .await
        .unwrap();
    assert_eq!(view.account.last_reset, Some(world.now()));
    assert_eq!(view.account.blocked_until, None);
    assert_eq!(
        world.number("SELECT failures FROM account WHERE upn = 'mias@contoso.example'"),
        0
    );

    let done = world.last("password_reset").await;
    notices(world, field(&done, "reference")).await;
    trail(world, &done, order).await;
    world.assert_whole().await;
}

async fn notices(world: &World, reference: &str) {
    let mut to = Vec::new();
    for arrived in world.post().await {
        assert_eq!(arrived.language, "de", "the account's own language");
        let Letter::Happened {
            what: Happening::PasswordReset,
            upn,
            when,
            terminal,
            reference: told,
        } = arrived.letter
        else {
            panic!("another letter: {}", arrived.letter.kind());
        };
        assert_eq!((upn.as_str(), terminal.as_str()), (MIA, TERMINAL));
        assert_eq!((when, told.as_str()), (world.now(), reference));
        to.push(arrived.to);
    }
    to.sort();
    assert_eq!(to, [WORK, HOME]);
}

async fn trail(world: &World, done: &Record, order: [Method; 2]) {
    let methods = order.map(Method::key).join("+");
    assert_eq!(field(done, "method"), methods);
    let journey = field(done, "journey");
    let all = world.records("").await;
    let mine: Vec<&Record> = all
        .iter()
        .filter(|r| field(r, "journey") == journey)
        .collect();
    let mut expected = vec!["reset_started"];
    for method in order {
        if method == Method::Email {
            expected.push("code_sent");
        }
        expected.push("gate_tried");
    }
    expected.push("password_reset");
    let found: Vec<&str> = mine
        .iter()
        .map(|record| field(record, "activity"))
        .collect();
    assert_eq!(found, expected);
    for record in &mine {
        assert_eq!(field(record, "outcome"), "success");
        assert_eq!(field(record, "account"), MIA);
        assert_eq!(field(record, "terminal"), TERMINAL);
        assert_eq!(field(record, "reference"), field(done, "reference"));
    }
    assert!(done.time == world.now());
}

pub async fn a_new_password_keeps_the_rules(world: &World) {
    world.policy(&[("password.history", "3")]).await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    let broken = async |password: &str| match world.finish(&journey, password).await {
        Finished::Rejected(verdicts) => verdicts
            .into_iter()
            .filter(|verdict| verdict.met == Some(false))
            .map(|verdict| verdict.rule)
            .collect::<Vec<_>>(),
        other => panic!("{password}: {other:?}"),
    };
    assert_eq!(broken("kqzjw").await, [Rule::MinLength(12)]);
    assert_eq!(broken("I am ＳＴＥＥＬＥ here").await, [Rule::Personal]);
    assert_eq!(
        broken("steele").await,
        [Rule::MinLength(12), Rule::Personal, Rule::Banned]
    );
    assert_eq!(broken(OLD).await, [Rule::History(3)]);
    assert_eq!(broken(&"x".repeat(257)).await, [Rule::MaxLength(256)]);
    assert_eq!(
        world.check(MIA, OLD).await,
        Checked::Right { must_change: false }
    );
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);

    // The one before last stays refused until the history is full of others.
    world.post().await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    assert!(matches!(
        world.finish(&journey, OLD).await,
        Finished::Rejected(_)
    ));
    assert_eq!(
        world.finish(&journey, "yet another phrase").await,
        Finished::Done
    );
    world.post().await;
    world.policy(&[("password.history", "2")]).await;
    world.reset(MIA, OLD).await;
}

pub async fn a_temporary_password_is_replaced(world: &World) {
    let journey = world.begin(MIA).await;
    let given = world
        .service
        .temporary_password(&world.operator, MIA, world.now());
    let given = given.await.unwrap();
    gone(world.next(&journey).await);
    let checked = world.check(MIA, given.expose()).await;
    assert_eq!(checked, Checked::Right { must_change: true });
    world.reset(MIA, NEW).await;
    assert_eq!(
        world.check(MIA, NEW).await,
        Checked::Right { must_change: false }
    );
    assert_eq!(world.check(MIA, given.expose()).await, Checked::Wrong);
}
