//! Checking a password and signing in: smart lockout, strangers, the second factor.

use std::cell::Cell;
use std::time::Duration;

use keyhatch::domain::journey::Proof;
use keyhatch::domain::method::Method;
use keyhatch::service::form::Form;
use keyhatch::service::sign_in::Checked;
use keyhatch::service::{Actor, ServiceError};

use super::world::*;

const RIGHT: Checked = Checked::Right { must_change: false };

async fn locked_for(world: &World, seconds: u64) {
    let until = world.now().plus(Duration::from_secs(seconds));
    assert_eq!(
        world.check(MIA, OLD).await,
        Checked::Locked(until),
        "the right one, too"
    );
}

fn failures(world: &World) -> i64 {
    world.number("SELECT failures FROM account WHERE upn = 'mias@contoso.example'")
}

pub async fn ten_failures_lock_and_the_lock_grows(world: &World) {
    for number in 1..=10 {
        assert_eq!(
            world.check(MIA, &format!("wrong {number}")).await,
            Checked::Wrong
        );
    }
    locked_for(world, 60).await;
    let view = world
        .service
        .account(&world.operator, MIA, world.now())
        .await
        .unwrap();
    assert_eq!(
        view.account.locked_until,
        Some(world.now().plus(Duration::from_secs(60)))
    );
    assert!(view.capable, "sign-in locks, reset does not");
    world.advance(59);
    locked_for(world, 1).await;
    world.advance(1);
    for (number, seconds) in [(11, 120), (12, 240)] {
        assert_eq!(
            world.check(MIA, &format!("wrong {number}")).await,
            Checked::Wrong
        );
        locked_for(world, seconds).await;
        world.advance(seconds - 1);
        locked_for(world, 1).await;
        world.advance(1);
    }
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
    assert_eq!(failures(world), 0);
    // From the beginning again.
    assert_eq!(world.check(MIA, "wrong 13").await, Checked::Wrong);
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
    let records = world.records("sign_in").await;
    let right = records
        .iter()
        .filter(|record| field(record, "outcome") == "success")
        .count();
    assert_eq!((records.len(), right), (13 + 6 + 2, 2), "each is recorded");
    let locked = records
        .iter()
        .filter(|record| field(record, "reason") == "locked");
    assert_eq!(locked.count(), 6, "nothing was compared");
    assert!(records.iter().all(|record| field(record, "account") == MIA));
    assert!(
        records
            .iter()
            .all(|record| field(record, "terminal") == TERMINAL)
    );
}

pub async fn a_repeated_password_does_not_count(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "5")]).await;
    for typed in ["a", "a", "a", "b", "a", "b", "c", "a", "b", "c"] {
        assert_eq!(world.check(MIA, typed).await, Checked::Wrong);
    }
    assert_eq!(failures(world), 3);
    // The fourth pushes the first out.
    for typed in ["d", "a"] {
        assert_eq!(world.check(MIA, typed).await, Checked::Wrong);
    }
    locked_for(world, 60).await;
    world.advance(60);
    // Repeating one of the last does not make the lock longer.
    assert_eq!(world.check(MIA, "a").await, Checked::Wrong);
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
}

pub async fn strangers_and_the_disabled_are_wrong(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "1")]).await;
    let nobody = "nobody@contoso.example";
    assert_eq!(world.check(nobody, OLD).await, Checked::Wrong);
    let record = world.last("sign_in").await;
    assert_eq!(field(&record, "account"), "nobody@contoso.example");
    assert_eq!(field(&record, "reason"), "wrong_password");
    // A lock tells nobody whether there is such an account.
    let until = world.now().plus(Duration::from_secs(60));
    for name in [nobody, " NOBODY@Contoso.example"] {
        assert_eq!(world.check(name, NEW).await, Checked::Locked(until));
    }
    assert_eq!(field(&world.last("sign_in").await, "reason"), "locked");
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_enabled(operator, MIA, false, now)
        .await
        .unwrap();
    assert_eq!(world.check(MIA, OLD).await, Checked::Wrong);
    let disabled = world.last("sign_in").await;
    assert_eq!(field(&disabled, "reason"), field(&record, "reason"));
    assert_eq!(field(&disabled, "outcome"), "failure");
    service.set_enabled(operator, MIA, true, now).await.unwrap();
    world.advance(60);
    for nothing in [String::new(), "x".repeat(1025), "x".repeat(100_000)] {
        assert_eq!(world.check(MIA, &nothing).await, Checked::Wrong);
        assert_eq!(world.check("nobody", &nothing).await, Checked::Wrong);
    }
    for name in ["mias", " MIAS@contoso.example ", HOME] {
        assert_eq!(world.check(name, OLD).await, RIGHT, "{name}");
    }
}

pub async fn a_reset_unlocks(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "1")]).await;
    assert_eq!(world.check(MIA, NEW).await, Checked::Wrong);
    locked_for(world, 60).await;
    world.reset(MIA, NEW).await;
    assert_eq!(world.check(MIA, NEW).await, RIGHT);
}

/// Signs Mia in; whether the second factor was asked for.
async fn sign_in(
    world: &World,
    password: &str,
    second: &str,
) -> (Result<Actor, ServiceError>, bool) {
    let asked = Cell::new(false);
    let ask = || {
        asked.set(true);
        Ok((secret(second), world.now()))
    };
    let signed = world
        .service
        .sign_in(MIA, secret(password), ask, TERMINAL, world.now());
    (signed.await, asked.get())
}

pub async fn the_second_factor(world: &World) {
    world.advance(300);
    let (signed, asked) = sign_in(world, "not her password", &world.app_code(0)).await;
    assert!(sentence(signed).contains("the account or the password is wrong"));
    assert!(!asked, "only after the right password");

    for bad in [
        wrong(&[&world.app_code(0), &world.app_code(-1)]),
        world.app_code(1),
        "no code".into(),
    ] {
        let (signed, asked) = sign_in(world, OLD, &bad).await;
        assert!(sentence(signed).contains("authenticator code is wrong"));
        assert!(asked);
        assert_eq!(
            field(&world.last("sign_in").await, "reason"),
            "wrong_second_factor"
        );
    }
    assert_eq!(failures(world), 0, "the password was right");
    let charged = "SELECT count(*) FROM attempt WHERE kind = 'second_factor'";
    assert_eq!(world.number(charged), 2, "what is no code was not tried");
    let code = world.app_code(0);
    let (signed, _) = sign_in(world, OLD, &code).await;
    let actor = signed.unwrap();
    assert_eq!(actor.name(), MIA);
    assert_eq!(field(&world.last("sign_in").await, "outcome"), "success");
    assert_eq!(failures(world), 0);

    let (replayed, _) = sign_in(world, OLD, &code).await;
    assert!(sentence(replayed).contains("was used before"));
    let journey = world.begin(MIA).await;
    let proof = world.prove(&journey, Method::AppCode, &code).await;
    assert!(
        matches!(proof, Proof::Wrong { .. }),
        "used at sign-in, not a gate any more"
    );
    world.pass_app(&journey).await;
    let (replayed, _) = sign_in(world, OLD, &world.app_code(0)).await;
    assert!(sentence(replayed).contains("was used before"));

    // A check of the password alone asks for nothing more.
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
    // Who has no authenticator is not asked.
    let never = || panic!("asked");
    let password = secret("first light on the hill");
    let signed = world
        .service
        .sign_in(ADMIN, password, never, TERMINAL, world.now());
    assert_eq!(signed.await.unwrap().name(), ADMIN);
    // A temporary password signs nobody in.
    let given = world
        .service
        .temporary_password(&world.operator, MIA, world.now());
    let given = given.await.unwrap();
    let (signed, asked) = sign_in(world, given.expose(), &world.fresh_app_code()).await;
    assert!(sentence(signed).contains("temporary"));
    assert!(!asked);
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let another = Form {
        roles: Some(vec!["global".to_owned()]),
        ..Form::default()
    };
    world.add("boss@contoso.example", &another, OLD).await;
    service
        .set_enabled(operator, ADMIN, false, now)
        .await
        .unwrap();
    let password = secret("first light on the hill");
    let signed = service.sign_in(ADMIN, password, never, TERMINAL, now).await;
    assert!(sentence(signed).contains("the account or the password is wrong"));
}

pub async fn wrong_second_factors_lock(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "3")]).await;
    for _ in 0..3 {
        let bad = wrong(&[&world.app_code(0), &world.app_code(-1)]);
        let (signed, _) = sign_in(world, OLD, &bad).await;
        assert!(sentence(signed).contains("authenticator code"));
    }
    // The right password, also alone, frees no further guess at the code.
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
    for later in [0, 86_399] {
        world.advance(later);
        let (signed, asked) = sign_in(world, OLD, &world.app_code(0)).await;
        assert!(sentence(signed).contains("authenticator code"));
        assert!(asked);
    }
    world.advance(1);
    sign_in(world, OLD, &world.app_code(0)).await.0.unwrap();
}

pub async fn second_factors_at_once_are_counted_one_by_one(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "3")]).await;
    let bad = wrong(&[&world.app_code(0), &world.app_code(-1)]);
    let tries = (0..20).map(|_| {
        let (service, now, bad) = (world.service.clone(), world.now(), bad.clone());
        tokio::spawn(async move {
            let ask = || Ok((secret(&bad), now));
            service.sign_in(MIA, secret(OLD), ask, TERMINAL, now).await
        })
    });
    for tried in tries.collect::<Vec<_>>() {
        assert!(tried.await.unwrap().is_err());
    }
    let charged = "SELECT count(*) FROM attempt WHERE kind = 'second_factor'";
    assert_eq!(world.number(charged), 3);
}

pub async fn a_sign_in_does_not_outlive_the_old_password(world: &World) {
    let ask = || Ok((secret(&world.app_code(0)), world.now()));
    let service = &world.service;
    let (other, operator, now) = (world.another(), world.operator.clone(), world.now());
    let given = Cell::new(false);
    let reset_meanwhile = || {
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                let done = other.temporary_password(&operator, MIA, now);
                runtime.block_on(done).unwrap();
            });
        });
        given.set(true);
        ask()
    };
    let signed = service.sign_in(MIA, secret(OLD), reset_meanwhile, TERMINAL, world.now());
    assert!(sentence(signed.await).contains("changed meanwhile"));
    assert!(given.get());
}

pub async fn strangers_are_locked_like_accounts(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "3")]).await;
    let typed = [
        "a", "a", "b", "a", "b", "c", "d", "d", "e", "c", "b", "f", "a", "g",
    ];
    for password in typed {
        let known = world.check(MIA, password).await;
        let unknown = world.check("nobody@contoso.example", password).await;
        assert_eq!(known, unknown, "{password}");
        world.advance(45);
    }
    for _ in 0..12 {
        let known = world.check(MIA, "a").await;
        assert_eq!(known, world.check("nobody@contoso.example", "a").await);
        world.advance(31);
    }
    let records = world.records("sign_in").await;
    for pair in records.chunks(2) {
        let [known, unknown] = pair else {
            panic!("one without the other");
        };
        assert_eq!(field(known, "reason"), field(unknown, "reason"));
    }
}
