//! Banned words, presets, expiry, the filter of breached passwords, and trying a password out.

use std::fs;

use keyhatch::breach::{self, Filter};
use keyhatch::crypto::digest::sha1;
use keyhatch::crypto::random::hex;
use keyhatch::domain::banned::Strength;
use keyhatch::domain::journey::{Finished, JourneyId};
use keyhatch::domain::licence::Licence;
use keyhatch::domain::password::{Rule, Verdict};
use keyhatch::domain::role::Role;
use keyhatch::service::form::Form;
use keyhatch::service::sign_in::Checked;
use keyhatch::service::trial::Trial;
use keyhatch::service::{Actor, Service, ServiceError};

use super::world::*;

const DISGUISED: &str = "Zw3tschg3Kn0del12";
const MUST_CHANGE: Checked = Checked::Right { must_change: true };
const RIGHT: Checked = Checked::Right { must_change: false };

async fn journey(world: &World) -> JourneyId {
    world.post().await;
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    journey
}

fn broken(verdicts: &[Verdict]) -> Vec<Rule> {
    let unmet = verdicts.iter().filter(|verdict| verdict.met == Some(false));
    unmet.map(|verdict| verdict.rule).collect()
}

async fn refused_by(world: &World, journey: &JourneyId, password: &str) -> Vec<Rule> {
    match world.finish(journey, password).await {
        Finished::Rejected(verdicts) => broken(&verdicts),
        other => panic!("{password}: {other:?}"),
    }
}

async fn trial(world: &World, actor: &Actor, upn: Option<&str>, password: &str) -> Trial {
    let tried = world
        .service
        .try_password(actor, upn, secret(password), world.now());
    tried.await.unwrap()
}

pub async fn banned_words_by_licence(world: &World) {
    world
        .policy(&[("password.banned", "zwetschge,knödel,Contoso,blank")])
        .await;
    let on_the_way = journey(world).await;
    assert_eq!(
        refused_by(world, &on_the_way, DISGUISED).await,
        [Rule::Banned]
    );
    assert_eq!(
        refused_by(world, &on_the_way, "C0ntos0Blank12").await,
        [Rule::Banned]
    );
    for (licence, in_force) in [
        (Licence::Basic, false),
        (Licence::BusinessPremium, false),
        (Licence::P1, true),
        (Licence::P2, true),
    ] {
        let set = world
            .service
            .set_licence(&world.operator, MIA, Some(licence), world.now());
        set.await.unwrap();
        let tried = trial(world, &world.operator, Some(MIA), DISGUISED).await;
        assert_eq!(tried.is_accepted(), !in_force, "{licence:?}");
        let common = trial(world, &world.operator, Some(MIA), "P@ssw0rd1234").await;
        assert_eq!(broken(&common.verdicts), [Rule::Banned], "{licence:?}");
    }
    // Without one of its own an account has the organisation's.
    let default = world
        .service
        .set_licence(&world.operator, MIA, None, world.now());
    default.await.unwrap();
    world.policy(&[("licence.default", "basic")]).await;
    assert_eq!(
        refused_by(world, &on_the_way, "P@ssw0rd1234").await,
        [Rule::Banned]
    );
    assert!(
        trial(world, &world.operator, None, DISGUISED)
            .await
            .is_accepted()
    );
    assert_eq!(world.finish(&on_the_way, DISGUISED).await, Finished::Done);

    world.policy(&[("licence.default", "p1")]).await;
    let on_the_way = journey(world).await;
    let five = world.finish(&on_the_way, "ContoS0Bl@nkf9!").await;
    assert_eq!(five, Finished::Done);
}

pub async fn presets_act_and_what_is_set_wins(world: &World) {
    let unmet = async |password: &str| {
        let tried = trial(world, &world.operator, Some(MIA), password).await;
        broken(&tried.verdicts)
    };
    assert_eq!(unmet("kqzjwpbvmhg").await, [Rule::MinLength(12)]);
    assert_eq!(unmet("kqzjwpbvmhgt").await, []);
    world.policy(&[("password.preset", "nist-800-63b-4")]).await;
    assert_eq!(unmet("kqzjwpbvmhgtfy").await, [Rule::MinLength(15)]);
    assert_eq!(unmet("kqzjwpbvmhgtfyx").await, []);
    world.policy(&[("password.preset", "entra")]).await;
    assert_eq!(unmet("kqzjwpb").await, [Rule::MinLength(8), Rule::Classes]);
    assert_eq!(unmet("Kqzjwpbv").await, [Rule::Classes]);
    assert_eq!(unmet("Kqzjwpb7").await, []);
    assert_eq!(unmet("Passw0rd").await, [Rule::Banned]);
    let long = "Kqzjwpb7mhgtfy".repeat(19);
    assert_eq!(unmet(&long[..256]).await, []);
    assert_eq!(unmet(&long[..257]).await, [Rule::MaxLength(256)]);
    world
        .policy(&[("password.min_length", "10"), ("password.max_length", "64")])
        .await;
    assert_eq!(unmet("Kqzjwpb7v").await, [Rule::MinLength(10)]);
    assert_eq!(unmet(&long[..65]).await, [Rule::MaxLength(64)]);
    world.policy(&[("password.preset", "modern")]).await;
    assert_eq!(unmet("kqzjwpbvm").await, [Rule::MinLength(10)]);
}

pub async fn an_expired_one_must_be_changed(world: &World) {
    world.advance(90 * DAY - 1);
    assert_eq!(world.check(MIA, OLD).await, RIGHT, "they never expire");
    world.policy(&[("password.expires_days", "90")]).await;
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
    world.advance(1);
    assert_eq!(world.check(MIA, OLD).await, MUST_CHANGE, "to the second");
    assert_eq!(world.check(MIA, "not hers").await, Checked::Wrong);
    let asked = || panic!("no second factor for what can't be used");
    let signed = world
        .service
        .sign_in(MIA, secret(OLD), asked, TERMINAL, world.now());
    assert!(sentence(signed.await).contains("has expired; reset it"));
    let record = world.last("sign_in").await;
    assert_eq!(field(&record, "reason"), "expired");
    assert_eq!(field(&record, "outcome"), "failure");
    // A clock set back makes nothing younger.
    let then = world.now();
    world.set_clock(keyhatch::domain::time::Timestamp::from_seconds(START));
    assert_eq!(world.check(MIA, OLD).await, MUST_CHANGE);
    world.set_clock(then);

    let view = world
        .service
        .account(&world.operator, MIA, world.now())
        .await
        .unwrap();
    assert!(view.capable, "it can be reset");
    world.post().await;
    world.reset(MIA, NEW).await;
    assert_eq!(world.check(MIA, NEW).await, RIGHT);
    world.advance(90 * DAY - 60);
    assert_eq!(world.check(MIA, NEW).await, RIGHT);
    world.advance(60);
    assert_eq!(world.check(MIA, NEW).await, MUST_CHANGE);
    world.policy(&[("password.expires_days", "0")]).await;
    assert_eq!(world.check(MIA, NEW).await, RIGHT, "policy acts at once");
    world.assert_whole().await;
}

pub async fn a_younger_one_is_made_by_every_change(world: &World) {
    world.policy(&[("password.expires_days", "1")]).await;
    world.advance(DAY);
    assert_eq!(world.check(MIA, OLD).await, MUST_CHANGE);
    let (service, operator) = (&world.service, &world.operator);
    let form = Form::default();
    let given =
        service.edit_account_and_password(operator, MIA, &form, secret(NEW), false, world.now());
    given.await.unwrap();
    assert_eq!(world.check(MIA, NEW).await, RIGHT);
    let temporary = service.temporary_password(operator, MIA, world.now());
    let temporary = temporary.await.unwrap();
    world.advance(DAY);
    assert_eq!(
        world.check(MIA, temporary.expose()).await,
        MUST_CHANGE,
        "for both reasons"
    );
}

/// The same service with a filter that knows these.
fn filtered(world: &World, known: &[&str]) -> Service {
    let list = world.folder.path().join("breached.txt");
    let lines = known.iter().map(|known| hex(&sha1(known)) + ":7\r\n");
    fs::write(&list, lines.collect::<String>()).unwrap();
    let path = world.folder.path().join("breached.filter");
    breach::build(&list, &path).unwrap();
    world
        .service
        .clone()
        .with_filter(Some(Filter::open(&path).unwrap()))
}

pub async fn what_a_breach_made_known_is_refused(world: &World) {
    let service = filtered(world, &[NEW, "ﬁsh under a bridge"]);
    let on_the_way = journey(world).await;
    let (place, now) = (origin(TERMINAL), world.now());
    for known in [NEW, "ﬁsh under a bridge"] {
        let finished = service.finish_reset(&place, &on_the_way, secret(known), now);
        let Finished::Rejected(verdicts) = go(finished.await.unwrap()) else {
            panic!("{known} was taken");
        };
        assert_eq!(broken(&verdicts), [Rule::Breached]);
    }
    // What costs nothing is told first, without a look into the file.
    let finished = service.finish_reset(&place, &on_the_way, secret("short"), now);
    let Finished::Rejected(verdicts) = go(finished.await.unwrap()) else {
        panic!("it was taken");
    };
    let asked = |rule| verdicts.iter().find(|v| v.rule == rule).unwrap().met;
    assert_eq!(asked(Rule::Breached), None);

    let form = Form::default();
    let given =
        service.edit_account_and_password(&world.operator, MIA, &form, secret(NEW), true, now);
    assert!(sentence(given.await).contains("known from a data breach"));
    let added = service.add_account(
        &world.operator,
        "new@contoso.example",
        &form,
        keyhatch::service::accounts::FirstPassword::Given {
            password: secret(NEW),
            must_change: false,
        },
        now,
    );
    assert!(sentence(added.await).contains("known from a data breach"));
    assert_eq!(world.check(MIA, OLD).await, RIGHT, "nothing was changed");

    let finished = service.finish_reset(&place, &on_the_way, secret("Fish under a bridge"), now);
    assert_eq!(go(finished.await.unwrap()), Finished::Done);
}

pub async fn a_filter_that_fails_changes_nothing(world: &World) {
    let service = filtered(world, &["something else"]);
    let path = world.folder.path().join("breached.filter");
    let mut bytes = fs::read(&path).unwrap();
    bytes[6000] ^= 1;
    fs::write(&path, bytes).unwrap();
    let on_the_way = journey(world).await;
    let place = origin(TERMINAL);
    let finished = service.finish_reset(&place, &on_the_way, secret(NEW), world.now());
    let failed = finished.await.unwrap_err();
    assert!(matches!(failed, ServiceError::Filter(_)), "{failed}");
    assert!(failed.to_string().contains("build it again"), "{failed}");
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
    // The journey is still there for a host whose filter works.
    assert_eq!(world.finish(&on_the_way, NEW).await, Finished::Done);
}

pub async fn trying_one_changes_nothing(world: &World) {
    let records = world.records("").await.len();
    let tried = trial(world, &world.operator, None, "Steele and Contoso").await;
    assert_eq!(
        broken(&tried.verdicts),
        [Rule::Personal],
        "the organisation's name"
    );
    let tried = trial(world, &world.operator, None, "a Steele likes foxes").await;
    assert!(tried.is_accepted(), "of nobody's name");
    let tried = trial(world, &world.operator, Some(MIA), "a Steele likes foxes").await;
    assert_eq!(broken(&tried.verdicts), [Rule::Personal]);
    let tried = trial(world, &world.operator, Some(MIA), OLD).await;
    assert_eq!(broken(&tried.verdicts), [Rule::History(1)]);
    let tried = trial(world, &world.operator, Some(MIA), NEW).await;
    assert!(tried.is_accepted());
    assert!(
        tried
            .verdicts
            .iter()
            .all(|verdict| verdict.met == Some(true))
    );
    assert!(tried.strength >= Strength::Good);
    let tried = trial(world, &world.operator, Some(MIA), "").await;
    assert_eq!(tried.points, 0);
    assert_eq!(
        broken(&tried.verdicts),
        [Rule::MinLength(12), Rule::Personal, Rule::Banned]
    );
    let nobody = world.service.try_password(
        &world.operator,
        Some("nobody@contoso.example"),
        secret(NEW),
        world.now(),
    );
    assert!(sentence(nobody.await).contains("no account"));
    let huge = world.service.try_password(
        &world.operator,
        None,
        secret(&"x".repeat(1025)),
        world.now(),
    );
    assert!(sentence(huge.await).contains("1,024 bytes"));
    assert_eq!(world.records("").await.len(), records);
    assert_eq!(world.check(MIA, OLD).await, RIGHT);
}

pub async fn the_history_is_the_operators_to_compare(world: &World) {
    let helper = "hal@contoso.example";
    world.add(helper, &Form::default(), NEW).await;
    let view = world
        .service
        .account(&world.operator, helper, world.now())
        .await
        .unwrap();
    let actor = Actor::signed(view.account.id, helper, world.now());
    let denied = world
        .service
        .try_password(&actor, Some(MIA), secret(OLD), world.now());
    assert!(sentence(denied.await).contains("see accounts"));
    let roles = world
        .service
        .set_roles(&world.operator, helper, vec![Role::Helpdesk], world.now());
    roles.await.unwrap();
    let tried = trial(world, &actor, Some(MIA), OLD).await;
    assert!(tried.is_accepted());
    let history = |tried: &Trial| tried.verdicts.last().map(|v| (v.rule, v.met));
    assert_eq!(history(&tried), Some((Rule::History(1), None)));
    let other = trial(world, &actor, Some(MIA), NEW).await;
    assert_eq!(history(&other), history(&tried), "both look the same");
}
