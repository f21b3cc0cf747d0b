//! Temporary access passes: who is given one, what it opens, and that it opens it once.

use keyhatch::domain::clear;
use keyhatch::domain::enrolment::{NewMethod, Refused};
use keyhatch::domain::journey::{Next, Proof, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::role::Role;
use keyhatch::domain::session::{Due, SignedIn};
use keyhatch::domain::way::Way;
use keyhatch::service::passes::Given;
use keyhatch::service::{Actor, ServiceError};

use super::callers::{administrator, helper, verify};
use super::enrolment::PHONE;
use super::sign_in_here::offer_of;
use super::signed::*;
use super::world::*;

async fn try_give(
    world: &World,
    actor: &Actor,
    minutes: i64,
    unverified: Option<&str>,
) -> Result<Given, ServiceError> {
    let given = world
        .service
        .give_access_pass(actor, MIA, minutes, unverified, world.now());
    given.await
}

async fn give(world: &World, minutes: i64) -> String {
    let given = try_give(world, &world.operator, minutes, Some("a case")).await;
    given.ok().unwrap().pass.expose().to_owned()
}

async fn try_use(signed: &Signed<'_>, pass: &str) -> Step<(Proof, Option<Next>)> {
    let place = origin(TERMINAL);
    let used =
        signed
            .service
            .use_access_pass(&place, &signed.journey, secret(pass), signed.world.now());
    used.await.unwrap()
}

async fn use_pass(signed: &Signed<'_>, pass: &str) -> Proof {
    go(try_use(signed, pass).await).0
}

/// Whether a pass is among what can be chosen.
fn offers_pass(due: &Due) -> bool {
    match due {
        Due::SecondFactor(overview) => overview.pass,
        other => panic!("{other:?}"),
    }
}

pub async fn who_lost_the_phone_registers_another(world: &World) {
    let hal = helper(world).await;
    verify(world, &hal).await;
    let given = try_give(world, &hal, 60, None).await.ok().unwrap();
    assert_eq!(world.now().until(given.until).as_secs(), 3600);
    let told: Vec<String> = world
        .post()
        .await
        .into_iter()
        .filter(|arrived| matches!(arrived.letter, Letter::PassGiven { .. }))
        .map(|arrived| arrived.to)
        .collect();
    assert_eq!(told, [WORK, HOME]);
    let (mia, due) = Signed::begin(world, MIA, OLD).await;
    assert!(offers_pass(&due));
    // Read out and typed as people do.
    let typed = given.pass.expose().to_lowercase().replace('-', " ");
    let (proof, next) = go(try_use(&mia, &typed).await);
    assert_eq!(proof, Proof::Passed);
    assert!(matches!(next, Some(Next::Signed(Due::Nothing))), "{next:?}");
    // It is the fresh proof of one change.
    let info = mia.info().await;
    assert!(info.fresh && !info.proofs.pass, "it is used up");
    mia.register_phone(PHONE).await;
    assert_eq!(
        mia.refused(NewMethod::Email(secret("mia@new.example")))
            .await,
        Refused::ProofNeeded
    );
    // The sign-in goes on, and so does another one by the phone.
    assert!(matches!(mia.due().await, Due::Nothing));
    let (_, due) = Signed::begin(world, MIA, OLD).await;
    assert!(!offers_pass(&due));
    offer_of(&due, Method::MobilePhone);
    let records = world.records("identity_proved").await;
    let passed = records.iter().find(|r| field(r, "method") == "access_pass");
    assert_eq!(field(passed.unwrap(), "outcome"), "success");
    let given = world.last("access_pass_given").await;
    assert!(field(&given, "detail").ends_with("the caller was verified"));
    world.assert_whole().await;
}

pub async fn nobody_unverified_but_by_the_operator_with_a_reason(world: &World) {
    let hal = helper(world).await;
    let eve = administrator(world, "eve@contoso.example", &[Role::Global]).await;
    let refused = try_give(world, &hal, 60, None).await;
    assert!(sentence(refused).contains("you have not verified"));
    // No reason stands in for it, whoever gives it, and nobody's else verification does.
    verify(world, &hal).await;
    for reason in [None, Some("I know her voice")] {
        let refused = try_give(world, &eve, 60, reason).await;
        assert!(sentence(refused).contains("you have not verified"));
    }
    for reason in [None, Some(""), Some(" \u{7} ")] {
        let refused = try_give(world, &world.operator, 60, reason).await;
        assert!(sentence(refused).contains("--unverified"));
    }
    assert!(world.records("access_pass_given").await.is_empty());
    try_give(world, &world.operator, 60, Some("she is in\nthe room"))
        .await
        .ok()
        .unwrap();
    let record = world.last("access_pass_given").await;
    assert!(field(&record, "detail").ends_with("nobody was verified: she is inthe room"));
    // A quarter of an hour, to the second.
    world.advance(899 - 30);
    let hal = Actor::signed(
        id_of(world, "hal@contoso.example"),
        "hal@contoso.example",
        world.now(),
    );
    world.advance(30);
    try_give(world, &hal, 60, None).await.ok().unwrap();
    world.advance(1);
    let refused = try_give(world, &hal, 60, None).await;
    assert!(sentence(refused).contains("you have not verified"));
}

fn id_of(world: &World, upn: &str) -> i64 {
    world.number(&format!("SELECT id FROM account WHERE upn = '{upn}'"))
}

pub async fn a_pass_asks_for_a_fresh_proof_of_who_gives_it(world: &World) {
    let hal = helper(world).await;
    world.advance(290);
    verify(world, &hal).await;
    let stale = try_give(world, &hal, 60, None).await;
    assert!(matches!(stale, Err(ServiceError::StepUp)));
    assert!(world.records("access_pass_given").await.is_empty());
}

pub async fn never_an_administrators(world: &World) {
    let global = administrator(world, "eve@contoso.example", &[Role::Global]).await;
    for actor in [&global, &world.operator] {
        let given = world
            .service
            .give_access_pass(actor, ADMIN, 60, Some("why"), world.now());
        assert!(sentence(given.await).contains("administrator's account"));
    }
    // Nor of somebody who has become one since.
    let pass = give(world, 60).await;
    let set = world
        .service
        .set_roles(&world.operator, MIA, vec![Role::Helpdesk], world.now());
    set.await.unwrap();
    let (mia, due) = Signed::begin(world, MIA, OLD).await;
    assert!(!offers_pass(&due));
    assert_eq!(use_pass(&mia, &pass).await, Proof::TooLate);
    assert!(matches!(mia.due().await, Due::SecondFactor(_)));
}

pub async fn ten_minutes_to_a_day_and_to_the_second(world: &World) {
    for minutes in [0, 9, 1441, -60] {
        let refused = try_give(world, &world.operator, minutes, Some("why")).await;
        assert!(sentence(refused).contains("10 to 1440"));
    }
    for minutes in [10, 1440] {
        let pass = give(world, minutes).await;
        world.advance(minutes.unsigned_abs() * 60 - 1);
        let (mia, due) = Signed::begin(world, MIA, OLD).await;
        assert!(offers_pass(&due));
        world.advance(1);
        assert_eq!(use_pass(&mia, &pass).await, Proof::TooLate);
        // What was seen to be over stays so.
        let now = world.now();
        world.set_clock(now.minus(std::time::Duration::from_secs(60)));
        assert_eq!(use_pass(&mia, &pass).await, Proof::TooLate);
        world.set_clock(now);
    }
    let pass = give(world, 10).await;
    world.advance(599);
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    assert_eq!(use_pass(&mia, &pass).await, Proof::Passed);
}

pub async fn a_new_one_and_a_withdrawal_end_it(world: &World) {
    let first = give(world, 60).await;
    let second = give(world, 60).await;
    assert_ne!(first, second);
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    assert!(matches!(use_pass(&mia, &first).await, Proof::Wrong { .. }));
    let withdrawn = world
        .service
        .withdraw_access_pass(&world.operator, MIA, world.now());
    withdrawn.await.unwrap();
    assert_eq!(use_pass(&mia, &second).await, Proof::TooLate);
    let again = world
        .service
        .withdraw_access_pass(&world.operator, MIA, world.now());
    assert!(sentence(again.await).contains("no temporary access pass"));
    assert_eq!(
        field(&world.last("access_pass_withdrawn").await, "account"),
        MIA
    );
}

pub async fn it_counts_once_and_never_for_a_reset(world: &World) {
    let pass = give(world, 60).await;
    // A reset knows nothing of it.
    let journey = world.begin(MIA).await;
    let overview = world.overview(&journey).await;
    assert!(!overview.pass);
    let place = origin(TERMINAL);
    let used = world
        .service
        .use_access_pass(&place, &journey, secret(&pass), world.now());
    assert_eq!(go(used.await.unwrap()).0, Proof::NotOffered);
    assert_eq!(world.overview(&journey).await.passed, 0);
    // Nor does a stranger's terminal.
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    let elsewhere = origin("lobby:tty9");
    let used = mia
        .service
        .use_access_pass(&elsewhere, &mia.journey, secret(&pass), world.now());
    gone(used.await.unwrap());
    // Another account's sign-in does not take it.
    let tom = Signed::tom(world).await;
    assert_eq!(use_pass(&tom, &pass).await, Proof::TooLate);
    assert_eq!(use_pass(&mia, &pass).await, Proof::Passed);
    assert_eq!(use_pass(&mia, &pass).await, Proof::TooLate);
    let (again, due) = Signed::begin(world, MIA, OLD).await;
    assert!(!offers_pass(&due));
    assert_eq!(use_pass(&again, &pass).await, Proof::TooLate);
    // What it opened stays open.
    assert!(matches!(mia.due().await, Due::Nothing));
}

pub async fn wrong_ones_are_charged_like_any_second_factor(world: &World) {
    let pass = give(world, 60).await;
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    for malformed in ["", "ABCD-EFGH", &format!("{pass}0"), "not/a/pass!!"] {
        let proof = use_pass(&mia, malformed).await;
        assert_eq!(proof, Proof::Malformed { digits: 12 });
    }
    assert_eq!(world.charges("second_factor"), 0, "no tries");
    let wrong = "0000-0000-0000";
    for left in (1..10).rev() {
        assert_eq!(use_pass(&mia, wrong).await, Proof::Wrong { left });
    }
    refused(try_use(&mia, wrong).await);
    // The right one comes too late now, and so does every other second factor.
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    refused(try_use(&mia, &pass).await);
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    refused(mia.prove(Method::AppCode, &world.fresh_app_code()).await);
    let unlocked = world
        .service
        .unlock_sign_in(&world.operator, MIA, world.now());
    unlocked.await.unwrap();
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    assert_eq!(use_pass(&mia, &pass).await, Proof::Passed);
}

pub async fn twenty_at_once_and_one_gets_in(world: &World) {
    let pass = give(world, 60).await;
    let service = kiosk(world);
    let mut journeys = Vec::new();
    for _ in 0..20 {
        let (signed, _) = Signed::begin(world, MIA, OLD).await;
        journeys.push(signed.journey);
    }
    let now = world.now();
    let passed = super::at_once::at_once(journeys, |_, journey| {
        let (service, typed) = (service.clone(), secret(&pass));
        async move {
            let place = origin(TERMINAL);
            let used = service.use_access_pass(&place, &journey, typed, now);
            matches!(used.await.unwrap(), Step::Go((Proof::Passed, _)))
        }
    })
    .await;
    assert_eq!(passed.iter().filter(|passed| **passed).count(), 1);
    let proved = world.records("identity_proved").await;
    let by_pass = proved.iter().filter(|record| {
        field(record, "method") == "access_pass" && field(record, "outcome") == "success"
    });
    assert_eq!(by_pass.count(), 1);
    assert_eq!(world.records("sign_in").await.len(), 1);
    assert_eq!(
        world.charges("second_factor"),
        0,
        "who came late guessed nothing"
    );
    world.assert_whole().await;
}

pub async fn it_lets_in_who_can_prove_nothing_else(world: &World) {
    // The one second factor is a number that nothing may be sent to any more.
    let tom = Signed::tom(world).await;
    tom.register_phone(PHONE).await;
    world
        .policy(&[("delivery.blocked_prefixes", &PHONE[..4])])
        .await;
    let (_, signed) = Signed::try_begin(world, TOM, OLD).await;
    assert!(matches!(signed, SignedIn::Refused(_)), "{signed:?}");
    let given =
        world
            .service
            .give_access_pass(&world.operator, TOM, 60, Some("a case"), world.now());
    let pass = given.await.ok().unwrap().pass;
    let (tom, due) = Signed::begin(world, TOM, OLD).await;
    let Due::SecondFactor(overview) = &due else {
        panic!("{due:?}");
    };
    assert!(overview.pass && overview.offers.is_empty());
    assert_eq!(use_pass(&tom, pass.expose()).await, Proof::Passed);
    assert!(matches!(tom.due().await, Due::Register(_)));
}

pub async fn it_is_kept_as_a_keyed_hash(world: &World) {
    let pass = give(world, 60).await;
    let bare = pass.replace('-', "");
    assert_eq!(clear::read(&bare, 12).unwrap().expose(), pass);
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    use_pass(&mia, "0000-0000-0000").await;
    super::secrets::search(world, &[pass.to_lowercase(), pass.clone(), bare]);
    // It belongs to its account: another one's with the same hash opens nothing.
    add_tom(world).await;
    world.add_authenticator(TOM).await;
    world.sql(&format!(
        "INSERT INTO access_pass (account_id, tag, state, given_by, created, expires)
         SELECT (SELECT id FROM account WHERE upn = '{TOM}'), tag, state, given_by, created, expires
         FROM access_pass"
    ));
    let (tom, _) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(use_pass(&tom, &pass).await, Proof::Wrong { .. }));
    assert_eq!(use_pass(&mia, &pass).await, Proof::Passed);
}

pub async fn what_is_registered_is_wanted_again(world: &World) {
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    mia.prove_app().await;
    assert!(matches!(mia.due().await, Due::Nothing));
    world.post().await;
    let wanted = world
        .service
        .require_registration(&world.operator, MIA, world.now());
    wanted.await.unwrap();
    gone(mia.try_due().await);
    let told: Vec<String> = world
        .post()
        .await
        .into_iter()
        .filter(|arrived| matches!(arrived.letter, Letter::RegisterAgain { .. }))
        .map(|arrived| arrived.to)
        .collect();
    assert_eq!(told, [WORK, HOME]);
    assert_eq!(
        field(&world.last("registration_required").await, "account"),
        MIA
    );
    // The old second factor lets her in, and more information is required.
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    mia.prove_app().await;
    assert!(matches!(mia.due().await, Due::Register(_)));
    let sent = mia
        .enrol(NewMethod::Provided(Method::Email, Way::Mail))
        .await;
    let code = mia.code_at(HOME).await;
    drop(sent);
    mia.confirm(Method::Email, &code).await;
    assert!(matches!(mia.due().await, Due::Nothing));
    // An administrator's only by who manages administrators.
    let hal = helper(world).await;
    let wanted = world.service.require_registration(&hal, ADMIN, world.now());
    assert!(sentence(wanted.await).contains("none of your roles"));
    let wanted = world.service.require_registration(&hal, MIA, world.now());
    wanted.await.unwrap();
}
