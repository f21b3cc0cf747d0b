//! The licences (product, section 9), cell by cell, of an account's own and by default; each acts at
//! the next step of a journey that is open.

use keyhatch::domain::eligibility::Reason;
use keyhatch::domain::human::Claim;
use keyhatch::domain::journey::{Finished, JourneyId, Next, Step};
use keyhatch::domain::licence::{Licence, Operation};
use keyhatch::domain::method::Method;
use keyhatch::domain::session::{Changed, Due};
use keyhatch::domain::unlock::{Purpose, Unlocked};
use keyhatch::domain::way::Way;
use keyhatch::service::form::Form;
use keyhatch::service::sign_in::Checked;

use super::sign_in_here::change;
use super::signed::{Signed, TOM, add_tom, kiosk};
use super::world::*;

/// Those that may reset and unlock a local account.
const RESET: [Licence; 6] = [
    Licence::Basic,
    Licence::AppsForBusiness,
    Licence::BusinessStandard,
    Licence::BusinessPremium,
    Licence::P1,
    Licence::P2,
];

async fn own(world: &World, licence: Option<Licence>) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let set = service.set_licence(operator, MIA, licence, now);
    set.await.unwrap();
}

async fn default(world: &World, licence: Licence) {
    world.policy(&[("licence.default", licence.key())]).await;
}

/// Who has which: an account's own, whatever the default; the default of who has none.
async fn given(world: &World, licence: Licence, by_default: bool) {
    let other = match licence {
        Licence::Free => Licence::P2,
        _ => Licence::Free,
    };
    match by_default {
        true => {
            own(world, None).await;
            default(world, licence).await;
        }
        false => {
            own(world, Some(licence)).await;
            default(world, other).await;
        }
    }
}

async fn lock(world: &World) {
    for number in 0..10 {
        world
            .check(MIA, &format!("not the password {number}"))
            .await;
    }
}

async fn begin_unlock(world: &World) -> Step<JourneyId> {
    let claim = Claim {
        purpose: Purpose::Unlock,
        ..claim(MIA)
    };
    let place = origin(TERMINAL);
    let begun = world.service.begin_reset(&place, claim, world.now());
    on(begun.await.unwrap()).map(|(journey, _)| journey)
}

async fn try_unlock(world: &World, journey: &JourneyId) -> Step<Unlocked> {
    let place = origin(TERMINAL);
    let unlocked = world.service.unlock_account(&place, journey, world.now());
    unlocked.await.unwrap()
}

async fn pass(world: &World, journey: &JourneyId) {
    world.pass_mail(journey).await;
    world.pass_app(journey).await;
}

#[track_caller]
fn unlicensed<T>(step: Step<T>) {
    assert_eq!(refused(step).reason, Some(Reason::Unlicensed));
}

pub async fn every_cell_of_reset_and_unlock(world: &World) {
    world
        .policy(&[("explain", "on"), ("unlock_without_reset", "on")])
        .await;
    for (number, licence) in Licence::ALL.into_iter().enumerate() {
        for by_default in [false, true] {
            given(world, licence, by_default).await;
            let allowed = RESET.contains(&licence);
            assert_eq!(licence.allows(Operation::ResetLocal, false), allowed);
            let view = world.service.account(&world.operator, MIA, world.now());
            assert_eq!(view.await.unwrap().capable, allowed, "{licence:?}");
            if !allowed {
                unlicensed(world.try_begin(MIA, TERMINAL).await);
                unlicensed(begin_unlock(world).await);
                continue;
            }
            let journey = go(begin_unlock(world).await);
            pass(world, &journey).await;
            lock(world).await;
            let unlocked = go(try_unlock(world, &journey).await);
            assert!(matches!(unlocked, Unlocked::Done), "{licence:?}");
            let journey = world.begin(MIA).await;
            pass(world, &journey).await;
            let password = format!("{NEW} {number} {by_default}");
            assert_eq!(world.finish(&journey, &password).await, Finished::Done);
            world.post().await;
            // So that the day's mails to one address are enough.
            world.advance(DAY);
        }
    }
    world.assert_whole().await;
}

pub async fn taken_away_on_the_way(world: &World) {
    world
        .policy(&[
            ("explain", "on"),
            ("unlock_without_reset", "on"),
            ("lockout.sign_in_seconds", "3600"),
        ])
        .await;
    // However far somebody has come, and whichever way the licence goes.
    for by_default in [false, true] {
        for step in 0..5 {
            given(world, Licence::Basic, by_default).await;
            let journey = world.begin(MIA).await;
            if step > 1 {
                world.pass_mail(&journey).await;
            }
            if step > 2 {
                world.pass_app(&journey).await;
                lock(world).await;
            }
            given(world, Licence::Free, by_default).await;
            let code = world.fresh_app_code();
            match step {
                0 => unlicensed(world.try_send(&journey, TERMINAL).await),
                1 | 2 => unlicensed(world.try_prove(&journey, Method::AppCode, &code).await),
                3 => unlicensed(world.try_finish(&journey, NEW).await),
                _ => unlicensed(try_unlock(world, &journey).await),
            }
            // For good: what is given back is for another journey.
            given(world, Licence::Basic, by_default).await;
            gone(world.next(&journey).await);
            gone(world.try_finish(&journey, NEW).await);
        }
    }
    assert!(world.records("password_reset").await.is_empty());
    assert!(world.records("account_unlocked").await.is_empty());
    // One licence that allows it for another makes no difference.
    given(world, Licence::P2, false).await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    given(world, Licence::Basic, true).await;
    world.pass_app(&journey).await;
    assert!(matches!(go(world.next(&journey).await), Next::Unlock(..)));
}

pub async fn signing_in_needs_none(world: &World) {
    for licence in Licence::ALL {
        assert!(licence.allows(Operation::Change, false));
        own(world, Some(licence)).await;
        assert_eq!(
            world.check(MIA, OLD).await,
            Checked::Right { must_change: false },
            "{licence:?}"
        );
    }
}

pub async fn every_cell_of_changing(world: &World) {
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    add_tom(world).await;
    let mut old = OLD.to_owned();
    for (number, licence) in Licence::ALL.into_iter().enumerate() {
        for by_default in [false, true] {
            let (service, operator, now) = (&world.service, &world.operator, world.now());
            let own = (!by_default).then_some(licence);
            let set = service.set_licence(operator, TOM, own, now);
            set.await.unwrap();
            default(world, if by_default { licence } else { Licence::P2 }).await;
            let (tom, due) = Signed::begin(world, TOM, &old).await;
            assert!(matches!(due, Due::Nothing), "{due:?}");
            let new = format!("{NEW} {number} {by_default}");
            let changed = change(&tom, &new).await;
            assert!(matches!(changed, Changed::Done { .. }), "{licence:?}");
            assert_eq!(
                world.check(TOM, &new).await,
                Checked::Right { must_change: false }
            );
            old = new;
            world.advance(DAY);
        }
    }
    let changed = world.records("password_changed").await;
    assert_eq!(changed.len(), 2 * Licence::ALL.len());
}

/// The ways that are offered to Mia for her first gate, through a host that carries everything.
async fn offered(world: &World) -> Vec<(Method, Way)> {
    let service = kiosk(world);
    let place = origin(TERMINAL);
    let begun = service.begin_reset(&place, claim(MIA), world.now());
    let (_, overview) = go(on(begun.await.unwrap()));
    let ways = overview
        .offers
        .iter()
        .map(|offer| (offer.method, offer.way));
    ways.collect()
}

pub async fn every_cell_of_calls(world: &World) {
    let form = Form {
        mobile: text("+14255550111"),
        office: text("+14255550100x12"),
        ..Form::default()
    };
    let (service, operator) = (&world.service, &world.operator);
    let edited = service.edit_account(operator, MIA, &form, world.now());
    edited.await.unwrap();
    world
        .policy(&[(
            "methods.enabled",
            "app_code,email,mobile_phone,office_phone",
        )])
        .await;
    let (text, call) = (
        (Method::MobilePhone, Way::Text),
        (Method::MobilePhone, Way::Call),
    );
    let office = (Method::OfficePhone, Way::Call);
    for licence in Licence::ALL {
        for trial in [false, true] {
            for by_default in [false, true] {
                given(world, licence, by_default).await;
                let word = if trial { "on" } else { "off" };
                world.policy(&[("licence.trial", word)]).await;
                let paid = RESET.contains(&licence);
                let calls = paid && !trial;
                assert_eq!(licence.allows(Operation::PhoneCalls, trial), calls);
                let view = service.account(operator, MIA, world.now()).await.unwrap();
                let has = view.methods.contains(&Method::OfficePhone);
                assert_eq!(has, calls, "{licence:?} {trial}");
                let checks = service
                    .eligibility(operator, MIA, world.now())
                    .await
                    .unwrap();
                assert_eq!(checks.iter().all(|check| check.ok), paid);
                if !paid {
                    continue;
                }
                let ways = offered(world).await;
                assert!(
                    ways.contains(&text),
                    "text messages need no licence of calls"
                );
                assert_eq!(
                    (ways.contains(&call), ways.contains(&office)),
                    (calls, calls)
                );
                world.advance(60);
            }
        }
    }
    // The only method, and it is gone with the trial: nobody is capable by a number that is not called.
    world
        .policy(&[
            ("licence.trial", "off"),
            ("methods.enabled", "app_code,office_phone"),
        ])
        .await;
    given(world, Licence::P1, false).await;
    let fails = async || {
        let checks = service
            .eligibility(operator, MIA, world.now())
            .await
            .unwrap();
        checks
            .iter()
            .find(|check| !check.ok)
            .map(|check| check.reason)
    };
    assert_eq!(fails().await, None);
    world.policy(&[("licence.trial", "on")]).await;
    assert_eq!(fails().await, Some(Reason::TooFewMethods));
    // An app that takes requests counts, whatever the licence says of calls.
    world
        .policy(&[("methods.enabled", "app_code,app_notification,office_phone")])
        .await;
    super::waiting_for_answers::give_app(world).await;
    assert_eq!(fails().await, None);
    let view = service.account(operator, MIA, world.now()).await.unwrap();
    assert!(view.registered && view.methods.contains(&Method::AppNotification));
}
