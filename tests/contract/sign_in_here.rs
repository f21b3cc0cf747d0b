//! Signing in at a terminal: who gets in, what comes before anything else, and what a sign-in is not.

use std::time::Duration;

use keyhatch::domain::enrolment::{Holder, PasswordProof};
use keyhatch::domain::journey::{Finished, Proof, Sent, Step};
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::licence::Licence;
use keyhatch::domain::method::Method;
use keyhatch::domain::session::{Changed, Due, Outdated, SignedIn};
use keyhatch::domain::unlock::Unlocked;
use keyhatch::service::form::Form;

use super::enrolment::PHONE;
use super::signed::*;
use super::world::*;

pub async fn change(signed: &Signed<'_>, password: &str) -> Changed {
    let place = origin(TERMINAL);
    let now = signed.world.now();
    let changed = signed
        .service
        .change_password(&place, &signed.journey, secret(password), now);
    go(changed.await.unwrap())
}

async fn look_over(signed: &Signed<'_>) -> Due {
    let place = origin(TERMINAL);
    let now = signed.world.now();
    let done = signed.service.confirm_methods(&place, &signed.journey, now);
    go(done.await.unwrap())
}

async fn temporary(world: &World, user: &str) -> String {
    let given = world
        .service
        .temporary_password(&world.operator, user, world.now());
    given.await.unwrap().expose().to_owned()
}

pub async fn what_is_due_comes_in_order(world: &World) {
    world.policy(&[("registration.reconfirm_days", "1")]).await;
    let given = temporary(world, MIA).await;
    world.sql("UPDATE account SET register_again = 1, confirmed = NULL");
    world.advance(2 * DAY);
    let (mia, due) = Signed::begin(world, MIA, &given).await;
    assert!(matches!(due, Due::SecondFactor(_)), "{due:?}");
    // Nothing else is done before.
    assert!(matches!(change(&mia, NEW).await, Changed::First(_)));
    assert!(matches!(look_over(&mia).await, Due::SecondFactor(_)));
    mia.prove_app().await;
    let due = mia.due().await;
    assert!(
        matches!(due, Due::Password(_, Outdated::Temporary)),
        "{due:?}"
    );
    let confirmed = "SELECT count(*) FROM account WHERE confirmed IS NOT NULL";
    assert!(matches!(look_over(&mia).await, Due::Password(..)));
    assert_eq!(world.number(confirmed), 0, "nothing was looked over");
    let rejected = change(&mia, &given).await;
    assert!(matches!(rejected, Changed::Rejected(_)));
    let Changed::Done { told, due } = change(&mia, NEW).await else {
        panic!("it was not changed");
    };
    assert!(told);
    assert!(matches!(*due, Due::Register(_)), "{due:?}");
    assert!(matches!(look_over(&mia).await, Due::Register(_)));
    world.sql("UPDATE account SET register_again = 0");
    let Due::Confirm(items) = mia.due().await else {
        panic!("it is to be looked over");
    };
    let holders: Vec<Holder> = items.iter().map(|item| item.holder).collect();
    assert_eq!(holders, [Holder::Own, Holder::Provided]);
    assert!(matches!(look_over(&mia).await, Due::Nothing));
    assert_eq!(
        field(&world.last("methods_confirmed").await, "account"),
        MIA
    );
    let letters = world.post().await;
    let told: Vec<&str> = letters
        .iter()
        .filter(|a| {
            matches!(
                a.letter,
                Letter::Happened {
                    what: Happening::PasswordChanged,
                    ..
                }
            )
        })
        .map(|arrived| arrived.to.as_str())
        .collect();
    assert_eq!(told, [WORK, HOME]);
    // One sign-in, recorded when it was complete, and what proved it.
    let signed = world.records("sign_in").await;
    assert_eq!(signed.len(), 1);
    assert_eq!(field(&signed[0], "outcome"), "success");
    let proved = world.records("identity_proved").await;
    let methods: Vec<&str> = proved.iter().map(|r| field(r, "method")).collect();
    assert_eq!(methods, ["", "app_code"]);
    world.assert_whole().await;
}

/// Everything a visit leaves behind, but who it was.
fn traces(world: &World) -> Vec<i64> {
    let tables = [
        "journey",
        "code",
        "attempt",
        "source_attempt",
        "outbox",
        "audit",
        "alert",
    ];
    tables
        .map(|table| world.number(&format!("SELECT count(*) FROM {table}")))
        .to_vec()
}

pub async fn strangers_and_wrong_passwords_leave_the_same(world: &World) {
    add_tom(world).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service
        .set_enabled(operator, TOM, false, now)
        .await
        .unwrap();
    let mut left = Vec::new();
    for (name, password) in [
        (MIA, "not her password"),
        ("nobody@contoso.example", "not her password"),
        (TOM, OLD),
    ] {
        let before = traces(world);
        let (_, signed) = Signed::try_begin(world, name, password).await;
        assert!(matches!(signed, SignedIn::Wrong), "{signed:?}");
        let record = world.last("sign_in").await;
        assert_eq!(field(&record, "reason"), "wrong_password");
        assert_eq!(field(&record, "terminal"), TERMINAL);
        let after = traces(world);
        let more: Vec<i64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
        left.push(more);
    }
    assert_eq!(left[0], left[2]);
    // A name without an account has its failures in another table than an account's own.
    left[1][3] -= 1;
    assert_eq!(left[0], left[1]);
}

pub async fn ten_failures_lock_at_the_kiosk_too(world: &World) {
    for name in [MIA, "nobody@contoso.example"] {
        for number in 0..10 {
            let (_, signed) = Signed::try_begin(world, name, &format!("wrong {number}")).await;
            assert!(matches!(signed, SignedIn::Wrong), "{signed:?}");
        }
        for password in [OLD, "wrong"] {
            let (_, signed) = Signed::try_begin(world, name, password).await;
            assert!(
                matches!(signed, SignedIn::Locked { minutes: 1 }),
                "{signed:?}"
            );
        }
    }
    world.advance(60);
    Signed::begin(world, MIA, OLD).await;
}

pub async fn a_terminal_has_its_limits(world: &World) {
    let mut slow = None;
    for number in 0..40 {
        let name = format!("nobody{}@contoso.example", number % 15);
        let (_, signed) = Signed::try_begin(world, &name, &format!("wrong {number}")).await;
        match signed {
            SignedIn::Wrong => assert!(slow.is_none()),
            SignedIn::Refused(refusal) => {
                assert!(refusal.slow.is_some() && refusal.reason.is_none());
                slow = slow.or(Some(number));
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(slow, Some(30));
    // The right password is not compared either, from here.
    let (_, signed) = Signed::try_begin(world, MIA, OLD).await;
    assert!(matches!(signed, SignedIn::Refused(_)));
    let failures = "SELECT failures FROM account WHERE upn = 'mias@contoso.example'";
    assert_eq!(world.number(failures), 0);
    let language = "en".to_owned();
    let place = origin("lobby:tty2");
    let service = kiosk(world);
    let signed = service.sign_in_here(&place, MIA, secret(OLD), language, world.now());
    assert!(matches!(signed.await.unwrap(), SignedIn::On(..)));
}

pub async fn no_second_factor_no_way_round(world: &World) {
    let (mia, due) = Signed::begin(world, MIA, OLD).await;
    let Due::SecondFactor(overview) = due else {
        panic!("{due:?}");
    };
    assert_eq!((overview.passed, overview.required), (0, 1));
    let offered: Vec<Method> = overview.offers.iter().map(|offer| offer.method).collect();
    assert_eq!(offered, [Method::AppCode], "an address is no second factor");
    let sent = mia.send_gate(&mia.journey, Method::Email).await;
    assert_eq!(sent, Sent::NotOffered);
    assert_eq!(
        go(mia.prove(Method::Email, "123456").await),
        Proof::NotOffered
    );
    assert!(world.post().await.is_empty());
    // What is registered meanwhile does not complete it, and what is taken away does not either.
    world.sql(
        "INSERT INTO method (account_id, method, place, secret, last_step, created, value)
         SELECT id, 'mobile_phone', 'nowhere', tag, 0, 0, '+14255550166'
         FROM account, (SELECT id AS tag FROM journey LIMIT 1) AS j
         WHERE upn = 'mias@contoso.example'",
    );
    let Due::SecondFactor(overview) = mia.due().await else {
        panic!("it is complete");
    };
    assert!(
        overview
            .offers
            .iter()
            .any(|offer| offer.method == Method::MobilePhone)
    );
    mia.prove_app().await;
    assert!(matches!(mia.due().await, Due::Nothing));
    // One that was registered by an administrator in the middle is asked for.
    let tom = Signed::tom(world).await;
    world.add_authenticator(TOM).await;
    assert!(matches!(tom.due().await, Due::SecondFactor(_)));
    gone(tom.try_info().await);
}

pub async fn a_second_factor_that_nothing_reaches_is_asked_for_all_the_same(world: &World) {
    let tom = Signed::tom(world).await;
    tom.register_phone(PHONE).await;
    let (signed, due) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(due, Due::SecondFactor(_)), "{due:?}");
    let offer = offer_of(&due, Method::MobilePhone);
    world
        .policy(&[("delivery.blocked_prefixes", &PHONE[..4])])
        .await;
    // Neither a sign-in that goes on nor a new one is complete by the password.
    for signed in [&signed, &tom] {
        assert!(matches!(signed.due().await, Due::SecondFactor(_)));
        gone(signed.try_info().await);
        let sent = signed.send_gate(&signed.journey, offer).await;
        assert_eq!(sent, Sent::NotOffered);
        assert_eq!(signed.password(OLD).await, PasswordProof::NotOffered);
        assert!(matches!(change(signed, NEW).await, Changed::First(_)));
    }
    let (_, signed_in) = Signed::try_begin(world, TOM, OLD).await;
    let SignedIn::Refused(refusal) = signed_in else {
        panic!("{signed_in:?}");
    };
    assert!(refusal.slow.is_none());
    let ended = world.last("sign_in_ended").await;
    assert_eq!(field(&ended, "reason"), "SSPR_0011");
    assert_eq!(field(&ended, "reference"), refusal.reference);
    // A wrong password is told like any other.
    let (_, wrong) = Signed::try_begin(world, TOM, "not his password").await;
    assert!(matches!(wrong, SignedIn::Wrong));
    // Another factor does, and so does the number once it may be reached again.
    world.add_authenticator(TOM).await;
    let (_, due) = Signed::begin(world, TOM, OLD).await;
    let Due::SecondFactor(overview) = due else {
        panic!("{due:?}");
    };
    let offered: Vec<Method> = overview.offers.iter().map(|offer| offer.method).collect();
    assert_eq!(offered, [Method::AppCode]);
    world.policy(&[("delivery.blocked_prefixes", "")]).await;
    let (_, due) = Signed::begin(world, TOM, OLD).await;
    offer_of(&due, Method::MobilePhone);
    world.assert_whole().await;
}

pub fn offer_of(due: &Due, method: Method) -> Method {
    let Due::SecondFactor(overview) = due else {
        panic!("{due:?}");
    };
    assert!(overview.offers.iter().any(|offer| offer.method == method));
    method
}

pub async fn wrong_second_factors_end_it(world: &World) {
    world.policy(&[("lockout.sign_in_failures", "7")]).await;
    let guess = async |mia: &Signed<'_>| {
        let typed = wrong(&[&world.app_code(0), &world.app_code(-1)]);
        mia.prove(Method::AppCode, &typed).await
    };
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    for left in (0..5).rev() {
        let Step::Go(proof) = guess(&mia).await else {
            panic!("it ended early");
        };
        assert_eq!(proof, Proof::Wrong { left });
    }
    assert_eq!(go(guess(&mia).await), Proof::NotOffered, "five a sign-in");
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    assert_eq!(go(guess(&mia).await), Proof::Wrong { left: 1 });
    refused(guess(&mia).await);
    gone(mia.try_due().await);
    // Seven a day, by any number of sign-ins; the reset is not blocked by it.
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    let right = world.fresh_app_code();
    refused(mia.prove(Method::AppCode, &right).await);
    assert!(world.records("account_blocked").await.is_empty());
    world.begin(MIA).await;
    world.advance(DAY);
    Signed::mia(world).await;
}

pub async fn looked_over_at_the_day_and_not_before(world: &World) {
    world
        .policy(&[("registration.reconfirm_days", "730")])
        .await;
    let mia = Signed::mia(world).await;
    assert!(matches!(mia.due().await, Due::Nothing));
    let registered = world.now();
    world.sql(&format!(
        "UPDATE account SET confirmed = {}",
        registered.micros()
    ));
    world.set_clock(registered.plus(Duration::from_secs(729 * DAY)));
    let mia = Signed::mia(world).await;
    assert!(matches!(mia.due().await, Due::Nothing), "day 729");
    world.set_clock(registered.plus(Duration::from_secs(730 * DAY - 1)));
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    let code = world.app_code(0);
    go(mia.prove(Method::AppCode, &code).await);
    assert!(matches!(mia.due().await, Due::Nothing), "a second before");
    world.advance(1);
    assert!(matches!(mia.due().await, Due::Confirm(_)), "day 730");
    world.policy(&[("registration.reconfirm_days", "0")]).await;
    assert!(matches!(mia.due().await, Due::Nothing), "0 is never");
    world
        .policy(&[("registration.reconfirm_days", "730")])
        .await;
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    assert!(
        matches!(mia.due().await, Due::Nothing),
        "off with registering"
    );
    world
        .policy(&[("registration.required_at_sign_in", "on")])
        .await;
    assert!(matches!(look_over(&mia).await, Due::Nothing));
    world.advance(730 * DAY - 1);
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    let code = world.app_code(0);
    go(mia.prove(Method::AppCode, &code).await);
    assert!(matches!(mia.due().await, Due::Nothing));
    world.advance(1);
    assert!(matches!(mia.due().await, Due::Confirm(_)), "from then on");
}

pub async fn not_asked_where_it_is_off(world: &World) {
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    add_tom(world).await;
    world.sql("UPDATE account SET register_again = 1");
    world.advance(1000 * DAY);
    let (_, due) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(due, Due::Nothing), "{due:?}");
    // A temporary password is another matter.
    let given = temporary(world, TOM).await;
    let (_, due) = Signed::begin(world, TOM, &given).await;
    assert!(matches!(due, Due::Password(_, Outdated::Temporary)));
}

pub async fn nobody_registers_for_what_they_may_not_do(world: &World) {
    let tom = Signed::tom(world).await;
    world.policy(&[("sspr.enabled", "none")]).await;
    assert!(matches!(tom.due().await, Due::Nothing));
    world.policy(&[("sspr.enabled", "all")]).await;
    assert!(matches!(tom.due().await, Due::Register(_)));
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let free = service.set_licence(operator, TOM, Some(Licence::Free), now);
    free.await.unwrap();
    assert!(matches!(tom.due().await, Due::Nothing));
    // Nor for what nobody lets them add, or carries.
    let default = service.set_licence(operator, TOM, None, now);
    default.await.unwrap();
    world
        .policy(&[
            ("methods.enabled", "office_phone"),
            ("methods.required", "1"),
        ])
        .await;
    assert!(matches!(tom.due().await, Due::Nothing));
    world
        .policy(&[("methods.enabled", "app_notification,office_phone")])
        .await;
    assert!(matches!(tom.due().await, Due::Register(_)));
    let place = origin(TERMINAL);
    let bare = world.another();
    let due = bare.signed_in_next(&place, &tom.journey, now);
    assert!(matches!(go(due.await.unwrap()), Due::Nothing));
    world.policy(&[("methods.enabled", "email,app_code")]).await;
    // A block is no such thing: it passes.
    let later = now.plus(Duration::from_secs(DAY)).micros();
    world.sql(&format!("UPDATE account SET blocked_until = {later}"));
    assert!(matches!(tom.due().await, Due::Register(_)));
}

pub async fn an_expired_password_is_changed(world: &World) {
    world.policy(&[("password.expires_days", "90")]).await;
    world.advance(90 * DAY);
    let (mia, _) = Signed::begin(world, MIA, OLD).await;
    mia.prove_app().await;
    let due = mia.due().await;
    assert!(
        matches!(due, Due::Password(_, Outdated::Expired)),
        "{due:?}"
    );
    gone(mia.try_info().await);
    let changed = change(&mia, NEW).await;
    assert!(matches!(changed, Changed::Done { .. }));
    assert!(matches!(mia.due().await, Due::Nothing));
    assert_eq!(
        world.check(MIA, NEW).await,
        keyhatch::service::sign_in::Checked::Right { must_change: false }
    );
}

pub async fn a_changed_password_ends_the_others(world: &World) {
    let first = Signed::mia(world).await;
    let second = Signed::mia(world).await;
    let reset = world.begin(MIA).await;
    let code = world.mail_code(&reset).await;
    assert!(matches!(change(&first, NEW).await, Changed::Done { .. }));
    assert!(matches!(first.due().await, Due::Nothing), "its own goes on");
    gone(second.try_due().await);
    gone(world.next(&reset).await);
    gone(world.try_prove(&reset, Method::Email, &code).await);
    // And a reset ends the sign-ins.
    world.reset(MIA, "another bicycle rides by").await;
    gone(first.try_due().await);
    let place = origin(TERMINAL);
    let late = first
        .service
        .change_password(&place, &first.journey, secret(NEW), world.now());
    gone(late.await.unwrap());
}

pub async fn a_sign_in_resets_and_unlocks_nothing(world: &World) {
    world.policy(&[("unlock_without_reset", "on")]).await;
    let mia = Signed::mia(world).await;
    for number in 0..10 {
        world.check(MIA, &format!("wrong {number}")).await;
    }
    let finished = world.try_finish(&mia.journey, NEW).await;
    assert!(matches!(go(finished), Finished::GateMissing));
    let place = origin(TERMINAL);
    let unlocked = world
        .service
        .unlock_account(&place, &mia.journey, world.now());
    let unlocked = go(unlocked.await.unwrap());
    assert!(!matches!(unlocked, Unlocked::Done | Unlocked::DoneUntold));
    let account = world.service.account(&world.operator, MIA, world.now());
    assert!(account.await.unwrap().account.locked_until.is_some());
    assert!(world.records("password_reset").await.is_empty());
    assert!(world.records("account_unlocked").await.is_empty());
    let asked = world
        .service
        .ask_questions(&place, &mia.journey, world.now());
    let asked = go(asked.await.unwrap());
    assert_eq!(asked, keyhatch::domain::question::Asked::NotOffered);
}

pub async fn it_lives_a_quarter_of_an_hour(world: &World) {
    let mia = Signed::mia(world).await;
    world.advance(899 - 30);
    assert!(matches!(mia.due().await, Due::Nothing));
    world.advance(31);
    gone(mia.try_due().await);
    let record = world.last("sign_in_ended").await;
    assert_eq!(field(&record, "reason"), "too_late");
    world.set_clock(world.now().minus(Duration::from_secs(600)));
    gone(mia.try_due().await);
}

pub async fn mia_s_story(world: &World) {
    // From the first sign-in with a temporary password to the next one with a code.
    let form = Form {
        email: text("mia.new@contoso.example"),
        alternate_email: text("mia.new@home.example"),
        language: text("en"),
        ..Form::default()
    };
    world.add("mian@contoso.example", &form, OLD).await;
    let given = temporary(world, "mian@contoso.example").await;
    let (mia, due) = Signed::begin(world, "mian@contoso.example", &given).await;
    assert!(matches!(due, Due::Password(_, Outdated::Temporary)));
    let Changed::Done { due, .. } = change(&mia, NEW).await else {
        panic!("it was not changed");
    };
    let Due::Register(needs) = *due else {
        panic!("nothing is due");
    };
    assert_eq!((needs.have, needs.required), (1, 2));
    world.post().await;
    mia.register_phone(PHONE).await;
    assert!(matches!(mia.due().await, Due::Nothing));
    world.post().await;
    let journey = world.begin("mian@contoso.example").await;
    let (place, now) = (origin(TERMINAL), world.now());
    let method = Method::MobilePhone;
    let typed = secret("425 555 0123");
    let sent = world
        .service
        .send_reset_code_to(&place, &journey, method, typed, now);
    assert!(matches!(go(sent.await.unwrap()), Sent::OnItsWay { .. }));
    let code = world.code_in_post().await;
    assert_eq!(world.prove(&journey, method, &code).await, Proof::Passed);
    world.pass_mail(&journey).await;
    let password = "a blue bicycle rides home";
    assert_eq!(world.finish(&journey, password).await, Finished::Done);
    let (mia, due) = Signed::begin(world, "mian@contoso.example", password).await;
    assert!(matches!(due, Due::SecondFactor(_)));
    mia.prove_by_phone(0, PHONE).await;
    assert!(matches!(mia.due().await, Due::Nothing));
    world.assert_whole().await;
}
