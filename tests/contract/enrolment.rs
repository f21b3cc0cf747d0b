//! Registering methods: each kind counts once it is confirmed, and nothing else does.

use keyhatch::crypto::totp::step_at;
use keyhatch::domain::enrolment::{Confirmed, Enrolling, NewMethod, Refused, enrol_key};
use keyhatch::domain::journey::{Proof, Sent};
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::method::Method;
use keyhatch::domain::progress::Progress;
use keyhatch::domain::session::Due;
use keyhatch::domain::way::Way;
use keyhatch::service::form::Form;

use super::signed::*;
use super::world::*;

pub const OWN: &str = "tom@elsewhere.example";
pub const PHONE: &str = "+14255550123";
const OTHER: &str = "+14255550124";
const THIRD: &str = "+14255550125";

fn mail(address: &str) -> NewMethod {
    NewMethod::Email(secret(address))
}

fn phone(number: &str) -> NewMethod {
    NewMethod::Mobile(secret(number), Way::Text)
}

/// How many methods are registered.
fn registered(world: &World, user: &str) -> i64 {
    world.number(&format!(
        "SELECT count(*) FROM method JOIN account ON account.id = method.account_id
         WHERE account.upn = '{user}'"
    ))
}

pub async fn two_methods_and_nothing_is_due(world: &World) {
    let tom = Signed::tom(world).await;
    assert_eq!(registered(world, TOM), 0);
    tom.register_mail(OWN).await;
    let Due::Register(needs) = tom.due().await else {
        panic!("one is still needed");
    };
    assert_eq!((needs.have, needs.required), (1, 2));
    assert!(!needs.addable.contains(&Method::Email));
    tom.register_phone("+1 (425) 555-0123").await;
    assert!(matches!(tom.due().await, Due::Nothing));
    let items = tom.info().await.items;
    let masked: Vec<&str> = items.iter().filter_map(|i| i.masked.as_deref()).collect();
    assert_eq!(masked, ["t*****@elsewhere.example", "*****23"]);
    assert!(items.iter().all(|item| item.since == Some(world.now())));
    let records = world.records("method_added").await;
    let methods: Vec<&str> = records.iter().map(|r| field(r, "method")).collect();
    // Mia's authenticator is the first.
    assert_eq!(methods[1..], ["email", "mobile_phone"]);
    for record in &records[1..] {
        assert_eq!(field(record, "actor"), "self");
        assert_eq!(field(record, "account"), TOM);
        assert_eq!(field(record, "terminal"), TERMINAL);
        assert!(!field(record, "journey").is_empty());
    }
    // What is registered is enough to reset by, and finds the account.
    let view = world.service.account(&world.operator, TOM, world.now());
    let view = view.await.unwrap();
    assert!(view.registered && view.capable);
    let journey = world.begin(OWN).await;
    world.post().await;
    world.send(&journey).await;
    assert_eq!(tom.code_at(OWN).await.len(), 6);
    // Somebody else's second sign-in asks for the phone.
    let (again, due) = Signed::begin(world, TOM, OLD).await;
    let Due::SecondFactor(overview) = due else {
        panic!("{due:?}");
    };
    let asked = |offer: &keyhatch::domain::journey::Offer| offer.method == Method::MobilePhone;
    assert!(overview.offers.iter().all(asked));
    gone(again.try_info().await);
    world.assert_whole().await;
}

pub async fn what_is_not_confirmed_does_not_count(world: &World) {
    let tom = Signed::tom(world).await;
    for new in [mail(OWN), phone(PHONE), NewMethod::AppCode] {
        tom.enrol(new).await;
        assert_eq!(registered(world, TOM), 0);
        assert!(tom.info().await.items.is_empty());
    }
    let sent = tom.enrol(phone(PHONE)).await;
    assert!(matches!(sent, Enrolling::Sent { .. }));
    let code = tom.code_at(PHONE).await;
    // To the second.
    world.advance(300);
    let late = tom.confirm(Method::MobilePhone, &code).await;
    assert_eq!(late, Confirmed::TooLate);
    world.set_clock(world.now().minus(std::time::Duration::from_secs(60)));
    let late = tom.confirm(Method::MobilePhone, &code).await;
    assert_eq!(late, Confirmed::TooLate, "a clock set back revives nothing");
    world.advance(60);
    let again = tom.send().await;
    assert!(matches!(again, Enrolling::Sent { .. }), "{}", said(&again));
    let code = tom.code_at(PHONE).await;
    world.advance(299);
    let done = tom.confirm(Method::MobilePhone, &code).await;
    assert_eq!(done, Confirmed::Done);
    assert_eq!(registered(world, TOM), 1);
}

pub async fn ten_minutes_and_it_is_given_up(world: &World) {
    let tom = Signed::tom(world).await;
    let Enrolling::AppCode { key, .. } = tom.enrol(NewMethod::AppCode).await else {
        panic!("an authenticator");
    };
    let seed = keyhatch::crypto::totp::Seed::parse(&key).ok().unwrap();
    world.advance(600);
    let code = seed.code(step_at(world.now()));
    let late = tom.confirm(Method::AppCode, code.expose()).await;
    assert_eq!(late, Confirmed::Gone);
    assert!(matches!(tom.send().await, Enrolling::Not(Refused::Gone)));
    let kept = "SELECT count(*) FROM enrolment WHERE length(secret) > 0";
    assert_eq!(world.number(kept), 0, "the secret is gone at once");
    world.service.purge(world.now()).await.unwrap();
    assert_eq!(world.number("SELECT count(*) FROM enrolment"), 0);
}

pub async fn one_at_a_time_and_its_code_only(world: &World) {
    let tom = Signed::tom(world).await;
    tom.enrol(mail(OWN)).await;
    // Another takes its place, also before the mail has left: nothing goes to a number by mail.
    tom.enrol(phone(PHONE)).await;
    let code = tom.code_at(PHONE).await;
    assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Gone);
    let open = "SELECT count(*) FROM enrolment WHERE state = 'open'";
    assert_eq!(world.number(open), 1);
    // The code is for the number it was sent to.
    tom.enrol(phone(OTHER)).await;
    let other = tom.code_at(OTHER).await;
    if code != other {
        let tried = tom.confirm(Method::MobilePhone, &code).await;
        assert_eq!(tried, Confirmed::Wrong { left: 4 });
    }
    let done = tom.confirm(Method::MobilePhone, &other).await;
    assert_eq!(done, Confirmed::Done);
    let info = tom.info().await;
    assert_eq!(info.items[0].masked.as_deref(), Some("*****24"));
    // Once.
    let again = tom.confirm(Method::MobilePhone, &other).await;
    assert_eq!(again, Confirmed::Gone);
}

pub async fn a_registering_code_passes_no_gate(world: &World) {
    // Mia signs in with her authenticator and has an address: both keys are in use.
    let mia = Signed::mia(world).await;
    let reset = world.begin(MIA).await;
    let gate = world.mail_code(&reset).await;
    mia.enrol(mail("mia@new.example")).await;
    let code = mia.code_at("mia@new.example").await;
    if gate != code {
        let proof = world.prove(&reset, Method::Email, &code).await;
        assert!(matches!(proof, Proof::Wrong { .. }), "{proof:?}");
        let tried = mia.confirm(Method::Email, &gate).await;
        assert_eq!(tried, Confirmed::Wrong { left: 4 });
    }
    // On the same journey, too: the one is sent, the other is asked for.
    let proof = mia.prove(Method::Email, &code).await;
    assert_eq!(go(proof), Proof::TooLate, "no gate's code was sent");
    assert_eq!(mia.confirm(Method::Email, &code).await, Confirmed::Done);
    // A gate's code on a journey that registers nothing.
    let (signed, _) = Signed::begin(world, MIA, OLD).await;
    signed.prove_app().await;
    let place = origin(TERMINAL);
    let sent = signed
        .service
        .send_reset_code(&place, &signed.journey, Method::Email, world.now());
    assert!(matches!(go(sent.await.unwrap()), Sent::OnItsWay { .. }));
    let gate = signed.code_at("mia@new.example").await;
    assert_eq!(signed.confirm(Method::Email, &gate).await, Confirmed::Gone);
    assert_eq!(go(signed.prove(Method::Email, &gate).await), Proof::Passed);
}

pub async fn five_tries_and_ten_a_day(world: &World) {
    world
        .policy(&[("delivery.per_destination_per_day", "1000")])
        .await;
    let tom = Signed::tom(world).await;
    let mut wrongs = 0;
    for turn in 0..2 {
        tom.enrol(mail(OWN)).await;
        let mut code = tom.code_at(OWN).await;
        for left in (0..5).rev() {
            if left == 2 {
                // A new code keeps the count.
                tom.send().await;
                code = tom.code_at(OWN).await;
            }
            let tried = tom.confirm(Method::Email, &wrong(&[&code])).await;
            assert_eq!(tried, Confirmed::Wrong { left }, "{turn}");
            wrongs += 1;
        }
        assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Gone);
        assert_eq!(world.charges("enrolment"), wrongs);
    }
    // Ten in a day: nothing is sent to be guessed at any more, whatever is registered.
    assert_eq!(tom.refused(mail(OWN)).await, Refused::NotNow);
    assert_eq!(tom.refused(phone(PHONE)).await, Refused::NotNow);
    let (other, _) = Signed::begin(world, TOM, OLD).await;
    assert_eq!(other.refused(mail(OWN)).await, Refused::NotNow);
    world.advance(DAY);
    let (later, _) = Signed::begin(world, TOM, OLD).await;
    later.register_mail(OWN).await;
    assert_eq!(world.charges("enrolment"), 10, "the right one is no try");
    assert!(world.records("account_blocked").await.is_empty());
}

pub async fn what_was_begun_as_adding_replaces_nothing(world: &World) {
    let tom = Signed::tom(world).await;
    let (thief, _) = Signed::begin(world, TOM, OLD).await;
    thief.enrol(mail("thief@elsewhere.example")).await;
    world.post().await;
    tom.register_mail(OWN).await;
    world.post().await;
    // The sign-in was proof enough of adding an address, and now there is one.
    thief.send().await;
    let code = thief.code_at("thief@elsewhere.example").await;
    assert_eq!(thief.confirm(Method::Email, &code).await, Confirmed::Gone);
    let items = tom.info().await.items;
    assert_eq!(items[0].masked.as_deref(), Some("t*****@elsewhere.example"));
    assert_eq!(world.records("method_changed").await.len(), 0);
    let account = world.service.account(&world.operator, TOM, world.now());
    assert_eq!(account.await.unwrap().account.alternate(), Some(OWN));
    assert_eq!(
        thief.refused(mail("thief@elsewhere.example")).await,
        Refused::ProofNeeded
    );
}

pub async fn guesses_at_once_are_counted_one_by_one(world: &World) {
    let tom = Signed::tom(world).await;
    tom.enrol(mail(OWN)).await;
    let code = tom.code_at(OWN).await;
    let typed = wrong(&[&code]);
    let tries = (0..20).map(|_| {
        let (service, now, typed) = (tom.service.clone(), world.now(), typed.clone());
        let journey = tom.journey;
        tokio::spawn(async move {
            let place = origin(TERMINAL);
            let typed = secret(&typed);
            let tried = service.confirm_enrolment(&place, &journey, Method::Email, typed, now);
            go(tried.await.unwrap()).0
        })
    });
    let mut wrong = 0;
    for tried in tries.collect::<Vec<_>>() {
        match tried.await.unwrap() {
            Confirmed::Wrong { .. } => wrong += 1,
            other => assert_eq!(other, Confirmed::Gone),
        }
    }
    assert_eq!(wrong, 5);
    assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Gone);
}

pub async fn addresses_that_are_not_taken(world: &World) {
    let tom = Signed::tom(world).await;
    for bad in ["", "tom", "a@b@c", "tom @x.example", "tom@x..example"] {
        assert_eq!(tom.refused(mail(bad)).await, Refused::Malformed, "{bad}");
    }
    let long = format!("{}@x.example", "x".repeat(2000));
    assert_eq!(tom.refused(mail(&long)).await, Refused::Malformed);
    for own in [
        "tom@contoso.example",
        "tom@Mail.CONTOSO.example",
        "t@a.b.contoso.example",
    ] {
        assert_eq!(tom.refused(mail(own)).await, Refused::OwnDomain, "{own}");
    }
    // The primary address, wherever it lies.
    let form = Form {
        email: text("tom@outside.example"),
        ..Form::default()
    };
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let edited = service.edit_account(operator, TOM, &form, now);
    edited.await.unwrap();
    let (tom, _) = Signed::begin(world, TOM, OLD).await;
    let primary = tom.refused(mail("TOM@outside.example")).await;
    assert_eq!(primary, Refused::OwnDomain);
    tom.register_mail("tom@notcontoso.example").await;
    tom.prove_by_mail("tom@notcontoso.example").await;
    let same = tom.refused(mail("Tom@NotContoso.example")).await;
    assert_eq!(same, Refused::Already);
    assert!(
        world
            .post()
            .await
            .iter()
            .all(|a| !matches!(a.letter, Letter::Code { .. }))
    );
}

pub async fn numbers_that_are_not_taken(world: &World) {
    world.policy(&[("delivery.blocked_prefixes", "+44")]).await;
    let tom = Signed::tom(world).await;
    // Only the international form says which country's number it is.
    for bad in [
        "",
        "0425 555 0123",
        "425-555-0123",
        "+1425",
        "+1 425 555 0123x5",
        "+0 425 555 0123",
        "+1234567890123456",
        "phone",
    ] {
        assert_eq!(tom.refused(phone(bad)).await, Refused::Malformed, "{bad}");
    }
    assert_eq!(
        tom.refused(phone("+44 20 7946 0000")).await,
        Refused::NotNow
    );
    assert_eq!(
        tom.refused(phone("0044 20 7946 0000")).await,
        Refused::NotNow
    );
    tom.register_phone("００１ (425) 555.0123").await;
    assert_eq!(tom.refused(phone(PHONE)).await, Refused::Already);
    tom.register_phone(OTHER).await;
    tom.prove_by_phone(0, PHONE).await;
    assert_eq!(tom.refused(phone(THIRD)).await, Refused::Enough);
    // The office is not the person's to change, and a method is confirmed by a way of its own.
    for odd in [
        NewMethod::Provided(Method::OfficePhone, Way::Call),
        NewMethod::Provided(Method::AppCode, Way::AppCode),
        NewMethod::Mobile(secret(THIRD), Way::Mail),
        NewMethod::Mobile(secret(THIRD), Way::Request),
        NewMethod::Provided(Method::SecurityQuestions, Way::Answers),
    ] {
        assert_eq!(tom.refused(odd).await, Refused::NotAllowed);
    }
    assert_eq!(registered(world, TOM), 2);
}

pub async fn an_authenticator_is_shown_once_and_its_step_is_used(world: &World) {
    let tom = Signed::tom(world).await;
    let Enrolling::AppCode { uri, key } = tom.enrol(NewMethod::AppCode).await else {
        panic!("an authenticator");
    };
    assert!(uri.expose().starts_with("otpauth://totp/"));
    let groups: Vec<&str> = key.expose().split(' ').collect();
    assert!(groups.iter().all(|group| group.len() == 4), "{groups:?}");
    let seed = keyhatch::crypto::totp::Seed::parse(&key).ok().unwrap();
    let now = step_at(world.now());
    for step in [now - 2, now + 1] {
        let tried = tom.confirm(Method::AppCode, seed.code(step).expose()).await;
        assert!(matches!(tried, Confirmed::Wrong { .. }), "{tried:?}");
    }
    let odd = tom.confirm(Method::AppCode, "12345").await;
    assert_eq!(odd, Confirmed::Malformed { digits: 6 });
    let before = seed.code(now - 1);
    let done = tom.confirm(Method::AppCode, before.expose()).await;
    assert_eq!(done, Confirmed::Done);
    // Whoever has just shown it is not asked for it in the middle of registering.
    assert!(matches!(tom.due().await, Due::Register(_)));
    let (again, due) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(due, Due::SecondFactor(_)));
    let proof = again.prove(Method::AppCode, before.expose()).await;
    assert!(matches!(go(proof), Proof::Wrong { .. }), "it is used");
    let proof = again.prove(Method::AppCode, seed.code(now).expose()).await;
    assert_eq!(go(proof), Proof::Passed);
}

pub async fn at_most_five_authenticators(world: &World) {
    let tom = Signed::tom(world).await;
    for _ in 0..5 {
        tom.register_app().await;
        world.advance(30);
    }
    assert_eq!(tom.refused(NewMethod::AppCode).await, Refused::Enough);
    assert!(!tom.info().await.addable.contains(&Method::AppCode));
    // Two terminals at once: what there is room for is asked again when it is confirmed.
    let id = tom.info().await.items[0].id.unwrap();
    world.sql(&format!("DELETE FROM method WHERE id = {id}"));
    let Enrolling::AppCode { key, .. } = tom.enrol(NewMethod::AppCode).await else {
        panic!("an authenticator");
    };
    world.add_authenticator(TOM).await;
    let seed = keyhatch::crypto::totp::Seed::parse(&key).ok().unwrap();
    let code = seed.code(step_at(world.now()));
    let late = tom.confirm(Method::AppCode, code.expose()).await;
    assert_eq!(late, Confirmed::Gone);
    assert_eq!(registered(world, TOM), 5);
}

pub async fn an_app_is_subscribed_and_tested(world: &World) {
    let tom = Signed::tom(world).await;
    let Enrolling::App(app) = tom.enrol(NewMethod::AppNotification).await else {
        panic!("an app");
    };
    let topic = app.topic.expose().to_owned();
    assert_eq!(topic.len(), 32, "128 bits");
    assert!(
        topic
            .bytes()
            .all(|b| b.is_ascii_hexdigit() && !b.is_ascii_uppercase())
    );
    let early = tom.confirm(Method::AppNotification, "123456").await;
    assert_eq!(early, Confirmed::TooLate, "no test was sent");
    assert!(matches!(tom.send().await, Enrolling::Sent { .. }));
    let key = enrol_key(Method::AppNotification);
    assert_eq!(tom.watch(key).await, Some(Progress::Waiting));
    let number = tom.code_at(&topic).await;
    // *Verify* alone registers nothing.
    assert!(tom.report(Progress::Verified).await);
    assert_eq!(tom.watch(key).await, Some(Progress::Verified));
    assert_eq!(registered(world, TOM), 0);
    assert_eq!(tom.claim(Method::AppNotification).await, Confirmed::TooLate);
    let tried = tom
        .confirm(Method::AppNotification, &wrong(&[&number]))
        .await;
    assert_eq!(tried, Confirmed::Wrong { left: 4 });
    let done = tom.confirm(Method::AppNotification, &number).await;
    assert_eq!(done, Confirmed::Done);
    let sealed = world.rows("SELECT secret FROM method WHERE method = 'app_notification'");
    assert!(!format!("{sealed:?}").contains(&topic));
    // The topic is where requests go from then on, and another key of the store opens it.
    tom.register_mail(OWN).await;
    world.post().await;
    let journey = go(tom.try_reset(TOM).await);
    let sent = tom.send_gate(&journey, Method::AppNotification).await;
    assert!(matches!(sent, Sent::OnItsWay { .. }), "{sent:?}");
    assert_eq!(tom.code_at(&topic).await.len(), 6);
    let record = world.last("request_answered").await;
    assert_eq!(field(&record, "method"), "app_notification");
}

pub async fn a_number_is_confirmed_by_a_call(world: &World) {
    let tom = Signed::tom(world).await;
    let call = || NewMethod::Mobile(secret(PHONE), Way::Call);
    let sent = tom.enrol(call()).await;
    assert_eq!(said(&sent), "sent by Call to *****23");
    let key = enrol_key(Method::MobilePhone);
    let request = tom.place().await;
    let rings = world.post().await;
    assert!(
        rings
            .iter()
            .any(|a| a.to == PHONE && matches!(a.letter, Letter::Call))
    );
    for (progress, _) in [(Progress::Ringing, ()), (Progress::Answered, ())] {
        assert!(tom.report(progress).await);
        assert_eq!(tom.watch(key).await, Some(progress));
        assert_eq!(tom.claim(Method::MobilePhone).await, Confirmed::TooLate);
    }
    let typed = tom.confirm(Method::MobilePhone, "000000").await;
    assert_eq!(typed, Confirmed::TooLate, "a call has no code");
    tom.report(Progress::Approved).await;
    // Approved for registering, it passes no gate.
    let place = origin(TERMINAL);
    let gate = tom
        .service
        .claim(&place, &tom.journey, Method::MobilePhone, world.now());
    let (proof, _) = go(gate.await.unwrap());
    assert_ne!(proof, Proof::Passed);
    assert_eq!(tom.claim(Method::MobilePhone).await, Confirmed::Done);
    assert_eq!(tom.claim(Method::MobilePhone).await, Confirmed::Gone);
    assert!(
        !tom.report_to(&request, Progress::Denied).await,
        "it is over"
    );
    assert_eq!(registered(world, TOM), 1);
    // Not where the licence has no calls, nor where nobody carries them.
    world.policy(&[("licence.trial", "on")]).await;
    let other = NewMethod::Mobile(secret(OTHER), Way::Call);
    assert_eq!(tom.refused(other).await, Refused::NotAllowed);
    world.policy(&[("licence.trial", "off")]).await;
    let bare = world.another();
    let other = NewMethod::Mobile(secret(OTHER), Way::Call);
    let begun = bare.enrol(&place, &tom.journey, other, world.now());
    let (begun, _) = go(begun.await.unwrap());
    assert!(matches!(begun, Enrolling::Not(Refused::NotNow)));
}

pub async fn a_denied_call_ends_the_sign_in(world: &World) {
    let tom = Signed::tom(world).await;
    tom.enrol(NewMethod::Mobile(secret(PHONE), Way::Call)).await;
    world.post().await;
    tom.report(Progress::Denied).await;
    gone(tom.try_due().await);
    assert_eq!(
        tom.watch(enrol_key(Method::MobilePhone)).await,
        Some(Progress::Denied)
    );
    let told = world.post().await;
    let owner = told.iter().filter(|a| {
        matches!(
            a.letter,
            Letter::Happened {
                what: Happening::Denied,
                ..
            }
        )
    });
    let others = told.iter().filter(|a| {
        matches!(
            a.letter,
            Letter::Happened {
                what: Happening::AdministratorDenied,
                ..
            }
        )
    });
    assert_eq!((owner.count(), others.count()), (1, 1));
    assert_eq!(registered(world, TOM), 0);
}

pub async fn messages_are_charged_like_any_other(world: &World) {
    let tom = Signed::tom(world).await;
    for _ in 0..5 {
        let sent = tom.enrol(phone(PHONE)).await;
        assert!(matches!(sent, Enrolling::Sent { .. }), "{}", said(&sent));
    }
    assert_eq!(world.charges("sms"), 5);
    assert_eq!(world.charges("sms_day"), 5);
    let refusal = refused(tom.try_enrol(phone(PHONE)).await);
    assert_eq!(refusal.slow, None);
    gone(tom.try_due().await);
    assert_eq!(field(&world.last("account_blocked").await, "account"), TOM);
    // Signing in again rings nobody's phone: the account is blocked for a day.
    let (again, _) = Signed::begin(world, TOM, OLD).await;
    assert_eq!(again.refused(phone(OTHER)).await, Refused::NotNow);
    // What sends nothing can still be registered.
    again.register_app().await;
    world.advance(DAY);
    world.policy(&[("delivery.sms_per_day", "0")]).await;
    let (later, _) = Signed::begin(world, MIA, OLD).await;
    later.prove_app().await;
    assert_eq!(later.refused(phone(OTHER)).await, Refused::NotNow);
}

pub async fn what_policy_leaves_out_is_not_offered(world: &World) {
    world.policy(&[("methods.enabled", "app_code,email")]).await;
    let tom = Signed::tom(world).await;
    let Due::Register(needs) = tom.due().await else {
        panic!("nothing is due");
    };
    assert_eq!(needs.addable, [Method::AppCode, Method::Email]);
    for new in [phone(PHONE), NewMethod::AppNotification] {
        assert_eq!(tom.refused(new).await, Refused::NotAllowed);
    }
    // Taken away between code and confirmation.
    tom.enrol(mail(OWN)).await;
    let code = tom.code_at(OWN).await;
    world
        .policy(&[("methods.enabled", "app_code,mobile_phone")])
        .await;
    assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Gone);
    assert_eq!(registered(world, TOM), 0);
    // Where nobody carries requests, the app is not offered at all.
    world
        .policy(&[("methods.enabled", "app_notification,app_code,email")])
        .await;
    let place = origin(TERMINAL);
    let next = world
        .service
        .signed_in_next(&place, &tom.journey, world.now());
    let Due::Register(needs) = go(next.await.unwrap()) else {
        panic!("nothing is due");
    };
    assert_eq!(needs.addable, [Method::AppCode, Method::Email]);
}

pub async fn an_administrator_registers_whatever_policy_says_but_no_questions(world: &World) {
    world
        .policy(&[("methods.enabled", "email,security_questions")])
        .await;
    let (ada, due) = Signed::begin(world, ADMIN, "first light on the hill").await;
    let Due::Register(needs) = due else {
        panic!("{due:?}");
    };
    assert_eq!(needs.required, 2);
    assert_eq!(
        needs.addable,
        [
            Method::AppNotification,
            Method::AppCode,
            Method::Email,
            Method::MobilePhone
        ]
    );
    let questions = NewMethod::Questions(Vec::new());
    assert_eq!(ada.refused(questions).await, Refused::NotAllowed);
    ada.register_app().await;
}
