//! Verifying who calls the help desk: what is sent where, how often it may be tried, for whom and how
//! long it is good.

use keyhatch::domain::caller::{Answered, Asked, CallerWay};
use keyhatch::domain::journey::{Chosen, Sent};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::role::Role;
use keyhatch::domain::way::Way;
use keyhatch::service::Actor;
use keyhatch::service::accounts::FirstPassword;
use keyhatch::service::form::Form;

use super::signed::*;
use super::world::*;

/// An administrator with these roles, who has just proved who they are.
pub async fn administrator(world: &World, upn: &str, roles: &[Role]) -> Actor {
    let form = Form::default();
    let first = FirstPassword::Given {
        password: secret(OLD),
        must_change: false,
    };
    let added = world
        .service
        .add_account(&world.operator, upn, &form, first, world.now());
    added.await.unwrap();
    let set = world
        .service
        .set_roles(&world.operator, upn, roles.to_vec(), world.now());
    set.await.unwrap();
    let id = world.number(&format!("SELECT id FROM account WHERE upn = '{upn}'"));
    Actor::signed(id, upn, world.now())
}

pub async fn helper(world: &World) -> Actor {
    administrator(world, "hal@contoso.example", &[Role::Helpdesk]).await
}

pub async fn ask(world: &World, actor: &Actor, chosen: impl Into<Chosen>) -> Asked {
    let asked = world.service.ask_caller(actor, MIA, chosen, world.now());
    asked.await.unwrap()
}

pub async fn answer(world: &World, actor: &Actor, code: &str) -> Answered {
    let answered = world
        .service
        .answer_caller(actor, MIA, secret(code), world.now());
    answered.await.unwrap()
}

/// Verifies Mia by her authenticator.
pub async fn verify(world: &World, actor: &Actor) {
    ask(world, actor, Method::AppCode).await;
    let code = world.fresh_app_code();
    let answered = answer(world, actor, &code).await;
    assert!(matches!(answered, Answered::Verified { .. }));
}

/// The caller's code in the post, and where it went.
async fn code_in_post(world: &World) -> (String, String, String) {
    let mut found = Vec::new();
    for arrived in world.post().await {
        if let Letter::CallerCode { code, minutes } = &arrived.letter {
            assert_eq!(*minutes, 10);
            let code = code.expose().to_owned();
            found.push((code, arrived.to, arrived.language));
        }
    }
    assert_eq!(found.len(), 1, "callers' codes in the post");
    found.remove(0)
}

async fn ways(world: &World, actor: &Actor) -> Vec<CallerWay> {
    let ways = world.service.caller_ways(actor, MIA, world.now());
    ways.await.unwrap()
}

pub async fn by_mail_text_and_authenticator(world: &World) {
    let hal = helper(world).await;
    let form = Form {
        mobile: text("+14255550111"),
        ..Form::default()
    };
    let edited = world
        .service
        .edit_account(&world.operator, MIA, &form, world.now());
    edited.await.unwrap();
    world.post().await;
    let masked: Vec<Option<String>> = ways(world, &hal)
        .await
        .into_iter()
        .map(|way| way.masked)
        .collect();
    let address = text("m*****@home.example");
    assert_eq!(masked, [None, address, text("*****11")]);
    for (method, to) in [(Method::Email, HOME), (Method::MobilePhone, "+14255550111")] {
        let Asked::Waits { way, expires } = ask(world, &hal, method).await else {
            panic!("{method:?}");
        };
        assert!(way.masked.is_some_and(|masked| masked.contains("*****")));
        assert_eq!(world.now().until(expires).as_secs(), 600);
        let (code, went, language) = code_in_post(world).await;
        assert_eq!((went.as_str(), language.as_str()), (to, "de"));
        let Answered::Verified { until } = answer(world, &hal, &code).await else {
            panic!("{method:?}");
        };
        assert_eq!(world.now().until(until).as_secs(), 900);
        // It is good once, and no code of a gate.
        assert_eq!(answer(world, &hal, &code).await, Answered::TooLate);
    }
    verify(world, &hal).await;
    assert!(world.post().await.is_empty(), "nothing is sent for it");
    let asked = world.records("caller_asked").await;
    let methods: Vec<&str> = asked.iter().map(|record| field(record, "method")).collect();
    assert_eq!(methods, ["email", "mobile_phone", "app_code"]);
    assert!(asked.iter().all(|record| {
        field(record, "actor") == "hal@contoso.example" && field(record, "account") == MIA
    }));
    assert_eq!(field(&asked[0], "detail"), "m*****@home.example");
    let verified = world.records("caller_verified").await;
    assert_eq!(verified.len(), 3);
    world.assert_whole().await;
}

pub async fn a_callers_code_passes_no_gate_and_the_other_way_round(world: &World) {
    let hal = helper(world).await;
    let journey = world.begin(MIA).await;
    let gate = world.mail_code(&journey).await;
    ask(world, &hal, Method::Email).await;
    let (code, ..) = code_in_post(world).await;
    if gate != code {
        let wrong = answer(world, &hal, &gate).await;
        assert_eq!(wrong, Answered::Wrong { left: 4 });
        let proof = world.prove(&journey, Method::Email, &code).await;
        assert!(matches!(
            proof,
            keyhatch::domain::journey::Proof::Wrong { .. }
        ));
    }
    // The gate's own code is still good: a check takes nothing from a journey.
    let proof = world.prove(&journey, Method::Email, &gate).await;
    assert_eq!(proof, keyhatch::domain::journey::Proof::Passed);
}

pub async fn five_tries_ten_minutes_and_one_at_a_time(world: &World) {
    let hal = helper(world).await;
    let eve = administrator(world, "eve@contoso.example", &[Role::User]).await;
    ask(world, &hal, Method::Email).await;
    let (code, ..) = code_in_post(world).await;
    let wrong = wrong(&[&code]);
    // What is no code is no try, and who has not asked does not answer.
    let malformed = Answered::Malformed { digits: 6 };
    assert_eq!(answer(world, &hal, "12345").await, malformed);
    assert_eq!(answer(world, &eve, &code).await, Answered::TooLate);
    for left in [4, 3, 2, 1, 0] {
        assert_eq!(answer(world, &hal, &wrong).await, Answered::Wrong { left });
    }
    assert_eq!(answer(world, &hal, &code).await, Answered::TooLate);
    // To the second.
    ask(world, &hal, Method::Email).await;
    let (code, ..) = code_in_post(world).await;
    world.advance(600);
    assert_eq!(answer(world, &hal, &code).await, Answered::TooLate);
    ask(world, &hal, Method::Email).await;
    let (code, ..) = code_in_post(world).await;
    world.advance(599);
    assert!(matches!(
        answer(world, &hal, &code).await,
        Answered::Verified { .. }
    ));
    // Another one's takes the place of one that waits, and its letter back.
    ask(world, &hal, Method::Email).await;
    ask(world, &eve, Method::Email).await;
    let (code, ..) = code_in_post(world).await;
    assert_eq!(answer(world, &hal, &code).await, Answered::TooLate);
    assert!(matches!(
        answer(world, &eve, &code).await,
        Answered::Verified { .. }
    ));
    // A new address ends what was sent to the old one.
    ask(world, &hal, Method::Email).await;
    let (code, ..) = code_in_post(world).await;
    let form = Form {
        alternate_email: text("mia@elsewhere.example"),
        ..Form::default()
    };
    let edited = world
        .service
        .edit_account(&world.operator, MIA, &form, world.now());
    edited.await.unwrap();
    assert_eq!(answer(world, &hal, &code).await, Answered::TooLate);
}

pub async fn wrong_codes_are_counted_over_every_check(world: &World) {
    let hal = helper(world).await;
    let wrong = |world: &World| wrong(&[&world.app_code(0), &world.app_code(-1)]);
    for _ in 0..2 {
        ask(world, &hal, Method::AppCode).await;
        for _ in 0..5 {
            let code = wrong(world);
            assert!(matches!(
                answer(world, &hal, &code).await,
                Answered::Wrong { .. }
            ));
        }
    }
    let asked = ask(world, &hal, Method::AppCode).await;
    assert_eq!(asked, Asked::NotNow("caller_limit"));
    let record = world.last("caller_asked").await;
    assert_eq!(field(&record, "reason"), "caller_limit");
    // It blocks nobody: the caller has done nothing. A day later there are others.
    assert!(world.records("account_blocked").await.is_empty());
    world.advance(DAY);
    verify(world, &hal).await;
}

pub async fn sends_are_charged_like_any_other(world: &World) {
    let hal = helper(world).await;
    for _ in 0..9 {
        assert!(matches!(
            ask(world, &hal, Method::Email).await,
            Asked::Waits { .. }
        ));
    }
    assert_eq!(
        ask(world, &hal, Method::Email).await,
        Asked::NotNow("send_limit")
    );
    // The last is the owner's, whom the help desk can't bring beyond the limit.
    let journey = world.begin(MIA).await;
    assert_ne!(world.send(&journey).await, Sent::NotNow);
    // The day's budget of a destination counts them, too.
    world.advance(3600);
    let asked = ask(world, &hal, Method::Email).await;
    assert_eq!(asked, Asked::NotNow("destination_budget"));
    let journey = world.begin(MIA).await;
    assert_eq!(world.send(&journey).await, Sent::NotNow);
    // Nothing that is not held, nor where nothing may be sent.
    assert_eq!(ask(world, &hal, Method::MobilePhone).await, Asked::NotHeld);
    assert_eq!(
        ask(world, &hal, Method::SecurityQuestions).await,
        Asked::NotHeld
    );
    let call = Chosen {
        method: Method::MobilePhone,
        way: Way::Call,
        slot: 0,
    };
    assert_eq!(ask(world, &hal, call).await, Asked::NotHeld);
}

pub async fn only_who_may_help_and_not_over_administrators(world: &World) {
    let hal = helper(world).await;
    let reader = administrator(world, "rea@contoso.example", &[Role::ReportsReader]).await;
    let tom = Signed::tom(world).await;
    let id = world.number(&format!("SELECT id FROM account WHERE upn = '{TOM}'"));
    drop(tom);
    for actor in [reader, Actor::signed(id, TOM, world.now())] {
        let asked = world
            .service
            .ask_caller(&actor, MIA, Method::Email, world.now());
        assert!(sentence(asked.await).contains("none of your roles"));
        let looked = world.service.look_up_account(&actor, MIA, world.now());
        assert!(sentence(looked.await).contains("none of your roles"));
    }
    let asked = world
        .service
        .ask_caller(&hal, ADMIN, Method::Email, world.now());
    assert!(sentence(asked.await).contains("none of your roles"));
    assert!(world.records("caller_asked").await.is_empty());
    // Somebody whose role is taken away asks no more.
    let taken = world.service.set_roles(
        &world.operator,
        "hal@contoso.example",
        Vec::new(),
        world.now(),
    );
    taken.await.unwrap();
    let asked = world
        .service
        .ask_caller(&hal, MIA, Method::Email, world.now());
    assert!(sentence(asked.await).contains("none of your roles"));
}
