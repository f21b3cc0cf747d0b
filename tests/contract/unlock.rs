//! *My account is locked*: what the gates lead to, and what unlocking changes.

use keyhatch::domain::human::Claim;
use keyhatch::domain::journey::{Finished, JourneyId, Next, Step};
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::unlock::{Purpose, Unlocked, Unlocking};
use keyhatch::service::sign_in::Checked;

use super::world::*;

/// Ten different wrong passwords.
async fn lock(world: &World) {
    for number in 0..10 {
        let wrong = format!("not the password {number}");
        world.check(MIA, &wrong).await;
    }
    assert!(view(world).await.is_some());
}

async fn begin(world: &World, purpose: Purpose) -> JourneyId {
    let claim = Claim {
        purpose,
        ..claim(MIA)
    };
    let place = origin(TERMINAL);
    let begun = world.service.begin_reset(&place, claim, world.now());
    go(on(begun.await.unwrap())).0
}

async fn pass(world: &World, journey: &JourneyId) -> Next {
    world.pass_mail(journey).await;
    world.pass_app(journey).await;
    go(world.next(journey).await)
}

async fn try_unlock(world: &World, journey: &JourneyId) -> Step<Unlocked> {
    let place = origin(TERMINAL);
    let unlocked = world.service.unlock_account(&place, journey, world.now());
    unlocked.await.unwrap()
}

fn unlocking(next: &Next) -> Option<Unlocking> {
    match next {
        Next::Unlock(unlocking, _) => Some(*unlocking),
        Next::Password(_) => None,
        Next::Gate(_) => panic!("a gate is missing"),
        Next::Signed(_) => panic!("a reset is no sign-in"),
    }
}

async fn view(world: &World) -> Option<keyhatch::domain::time::Timestamp> {
    let view = world.service.account(&world.operator, MIA, world.now());
    view.await.unwrap().account.locked_until
}

pub async fn what_follows_the_gates(world: &World) {
    for (purpose, alone, expected) in [
        (Purpose::Reset, "off", None),
        (Purpose::Reset, "on", None),
        (Purpose::Unlock, "off", Some(Unlocking::NotLocked)),
        (Purpose::Unlock, "on", Some(Unlocking::NotLocked)),
    ] {
        world.policy(&[("unlock_without_reset", alone)]).await;
        let journey = begin(world, purpose).await;
        let next = pass(world, &journey).await;
        assert_eq!(unlocking(&next), expected);
        world.advance(600);
    }
    for (purpose, alone, expected) in [
        (Purpose::Reset, "off", Unlocking::ByReset),
        (Purpose::Reset, "on", Unlocking::Ask),
        (Purpose::Unlock, "off", Unlocking::ByReset),
        (Purpose::Unlock, "on", Unlocking::Ask),
    ] {
        world.policy(&[("unlock_without_reset", alone)]).await;
        world.advance(600);
        let journey = begin(world, purpose).await;
        world.pass_mail(&journey).await;
        world.pass_app(&journey).await;
        lock(world).await;
        let next = go(world.next(&journey).await);
        assert_eq!(unlocking(&next), Some(expected), "{purpose:?} {alone}");
        // A lock that ended by itself is none any more.
        world.advance(61);
        let next = go(world.next(&journey).await);
        let no_lock = (purpose == Purpose::Unlock).then_some(Unlocking::NotLocked);
        assert_eq!(unlocking(&next), no_lock);
        world.check(MIA, OLD).await;
    }
}

pub async fn unlocked_with_the_password_kept(world: &World) {
    world.policy(&[("unlock_without_reset", "on")]).await;
    let spare = world.begin(MIA).await;
    let guessed = world.begin(MIA).await;
    go(world.guess(&guessed).await);
    let journey = begin(world, Purpose::Unlock).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    lock(world).await;
    let step = try_unlock(world, &journey).await;
    assert!(matches!(go(step), Unlocked::Done));
    assert_eq!(view(world).await, None);
    assert_eq!(
        world.check(MIA, OLD).await,
        Checked::Right { must_change: false }
    );
    assert_eq!(
        world.charges("proof"),
        1,
        "only a new password clears what failed"
    );

    let record = world.last("account_unlocked").await;
    assert_eq!(
        (field(&record, "account"), field(&record, "actor")),
        (MIA, "self")
    );
    assert_eq!(field(&record, "method"), "email+app_code");
    assert_eq!(field(&record, "terminal"), TERMINAL);
    assert!(world.records("password_reset").await.is_empty());
    let told = world.post().await;
    let mut to: Vec<&str> = told.iter().map(|letter| letter.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, [WORK, HOME]);
    for arrived in &told {
        assert_eq!(arrived.language, "de");
        match &arrived.letter {
            Letter::Happened {
                what: Happening::Unlocked,
                upn,
                reference,
                ..
            } => {
                assert_eq!(
                    (upn.as_str(), reference.as_str()),
                    (MIA, field(&record, "reference"))
                );
            }
            _ => panic!("another letter"),
        }
    }
    // The journey is over, and with it every other one.
    gone(world.next(&journey).await);
    gone(world.try_finish(&journey, NEW).await);
    gone(world.next(&spare).await);
    gone(try_unlock(world, &journey).await);

    world.policy(&[("notify.users_on_reset", "off")]).await;
    let journey = begin(world, Purpose::Reset).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    lock(world).await;
    assert!(matches!(
        go(try_unlock(world, &journey).await),
        Unlocked::DoneUntold
    ));
    assert!(world.post().await.is_empty());
    world.assert_whole().await;
}

pub async fn unlocked_by_who_may_help(world: &World) {
    let right = Checked::Right { must_change: false };
    for was in ["locked until ", "not locked"] {
        if was != "not locked" {
            lock(world).await;
            assert!(matches!(world.check(MIA, OLD).await, Checked::Locked(_)));
        }
        let done = world
            .service
            .unlock_sign_in(&world.operator, MIA, world.now());
        done.await.unwrap();
        assert_eq!(view(world).await, None);
        let record = world.last("account_unlocked").await;
        assert!(field(&record, "detail").starts_with(was), "{record:?}");
        assert_eq!(field(&record, "actor"), "operator:root");
        assert_eq!(world.check(MIA, OLD).await, right);
    }
    // What is counted begins anew.
    for number in 0..9 {
        world
            .check(MIA, &format!("another wrong one {number}"))
            .await;
    }
    assert_eq!(world.check(MIA, OLD).await, right);
    world.assert_whole().await;
}

pub async fn a_new_password_unlocks_too(world: &World) {
    for alone in ["off", "on"] {
        world.policy(&[("unlock_without_reset", alone)]).await;
        let journey = begin(world, Purpose::Unlock).await;
        world.pass_mail(&journey).await;
        world.pass_app(&journey).await;
        lock(world).await;
        let password = format!("{NEW} {alone}");
        assert_eq!(world.finish(&journey, &password).await, Finished::Done);
        assert_eq!(view(world).await, None);
        assert_eq!(
            world.check(MIA, &password).await,
            Checked::Right { must_change: false }
        );
        world.post().await;
    }
    assert!(world.records("account_unlocked").await.is_empty());
}

pub async fn never_before_the_gates(world: &World) {
    world.policy(&[("unlock_without_reset", "on")]).await;
    let journey = begin(world, Purpose::Unlock).await;
    world.pass_mail(&journey).await;
    lock(world).await;
    let missing = go(try_unlock(world, &journey).await);
    assert!(matches!(missing, Unlocked::GateMissing), "{missing:?}");
    assert!(view(world).await.is_some());
    // Policy is read again at the step.
    world.policy(&[("unlock_without_reset", "off")]).await;
    world.pass_app(&journey).await;
    let refused = go(try_unlock(world, &journey).await);
    assert!(
        matches!(refused, Unlocked::Instead(Unlocking::ByReset, _)),
        "{refused:?}"
    );
    assert!(view(world).await.is_some());
    let place = origin("elsewhere");
    let elsewhere = world.service.unlock_account(&place, &journey, world.now());
    gone(elsewhere.await.unwrap());
    world.policy(&[("unlock_without_reset", "on")]).await;
    world.advance(61);
    let late = go(try_unlock(world, &journey).await);
    assert!(
        matches!(late, Unlocked::Instead(Unlocking::NotLocked, _)),
        "{late:?}"
    );
    assert!(world.records("account_unlocked").await.is_empty());
}

pub async fn nothing_is_told_before_the_gates(world: &World) {
    world.policy(&[("unlock_without_reset", "on")]).await;
    let before = begin(world, Purpose::Unlock).await;
    let unlocked = world.overview(&before).await;
    lock(world).await;
    let after = begin(world, Purpose::Unlock).await;
    assert_eq!(world.overview(&after).await, unlocked);
}
