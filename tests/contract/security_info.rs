//! *My security info*: each change takes a fresh proof, what counted until now is told, and nobody is
//! left with less than is required.

use std::time::Duration;

use keyhatch::domain::enrolment::{
    Confirmed, Enrolling, Holder, NewMethod, PasswordProof, Refused,
};
use keyhatch::domain::journey::{JourneyId, Proof};
use keyhatch::domain::letter::{Letter, MethodChange};
use keyhatch::domain::method::Method;
use keyhatch::domain::question::{PREDEFINED, Question};
use keyhatch::domain::session::Due;
use keyhatch::domain::way::Way;
use keyhatch::service::form::Form;

use super::enrolment::{OWN, PHONE};
use super::signed::*;
use super::world::*;

const SECOND: &str = "+14255550188";

fn mail(address: &str) -> NewMethod {
    NewMethod::Email(secret(address))
}

fn phone(number: &str) -> NewMethod {
    NewMethod::Mobile(secret(number), Way::Text)
}

/// Tom with an address and a telephone number of his own; nothing is due.
async fn settled(world: &World) -> Signed<'_> {
    let tom = Signed::tom(world).await;
    tom.register_mail(OWN).await;
    tom.register_phone(PHONE).await;
    world.post().await;
    assert!(matches!(tom.due().await, Due::Nothing));
    assert!(!tom.info().await.fresh);
    tom
}

/// What was told, by whom it reached.
async fn told(world: &World) -> Vec<(String, Method, MethodChange)> {
    let mut told = Vec::new();
    for arrived in world.post().await {
        if let Letter::MethodChanged { method, change, .. } = arrived.letter {
            told.push((arrived.to, method, change));
        }
    }
    told.sort_by(|a, b| a.0.cmp(&b.0));
    told
}

pub async fn each_change_uses_its_proof_up(world: &World) {
    let tom = settled(world).await;
    let (mail_id, phone_id) = (
        tom.id_of(Method::Email).await,
        tom.id_of(Method::MobilePhone).await,
    );
    // None of them without one.
    assert_eq!(
        tom.refused(mail("new@elsewhere.example")).await,
        Refused::ProofNeeded
    );
    assert_eq!(tom.refused(NewMethod::AppCode).await, Refused::ProofNeeded);
    assert_eq!(
        tom.prefer(Some(Method::Email)).await,
        Err(Refused::ProofNeeded)
    );
    let instead = NewMethod::MobileInstead(secret(SECOND), Way::Text, phone_id);
    assert_eq!(tom.refused(instead).await, Refused::ProofNeeded);
    // Each uses it up.
    tom.prove_by_mail(OWN).await;
    assert!(tom.info().await.fresh);
    assert_eq!(tom.prefer(Some(Method::Email)).await, Ok(()));
    assert!(!tom.info().await.fresh);
    assert_eq!(tom.prefer(None).await, Err(Refused::ProofNeeded));
    tom.prove_by_mail(OWN).await;
    tom.register_app().await;
    assert_eq!(tom.refused(NewMethod::AppCode).await, Refused::ProofNeeded);
    assert_eq!(tom.delete(mail_id).await, Err(Refused::ProofNeeded));
    tom.prove_by_mail(OWN).await;
    assert_eq!(tom.delete(mail_id).await, Ok(()));
    assert_eq!(tom.delete(phone_id).await, Err(Refused::StillNeeded));
    assert_eq!(tom.prefer(Some(Method::Email)).await, Err(Refused::Gone));
    world.assert_whole().await;
}

pub async fn a_proof_is_good_for_five_minutes_and_one_change(world: &World) {
    let tom = settled(world).await;
    tom.prove_by_mail(OWN).await;
    world.advance(300);
    assert!(!tom.info().await.fresh);
    assert_eq!(
        tom.prefer(Some(Method::Email)).await,
        Err(Refused::ProofNeeded)
    );
    tom.prove_by_mail(OWN).await;
    world.advance(299);
    assert!(tom.info().await.fresh);
    // What was begun by a proof is given up when another change uses it.
    let sent = tom.enrol(phone(SECOND)).await;
    assert!(matches!(sent, Enrolling::Sent { .. }));
    let code = tom.code_at(SECOND).await;
    assert_eq!(tom.prefer(Some(Method::Email)).await, Ok(()));
    assert_eq!(
        tom.confirm(Method::MobilePhone, &code).await,
        Confirmed::Gone
    );
    // What was begun in time may be confirmed later.
    let (tom, _) = again(world).await;
    tom.prove_by_mail(OWN).await;
    tom.enrol(phone(SECOND)).await;
    let code = tom.code_at(SECOND).await;
    world.advance(299);
    let _ = tom.info().await;
    assert_eq!(
        tom.confirm(Method::MobilePhone, &code).await,
        Confirmed::Done
    );
}

/// Tom signs in once more, by his phone.
async fn again(world: &World) -> (Signed<'_>, Due) {
    let (tom, due) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(due, Due::SecondFactor(_)));
    tom.prove_by_phone(0, PHONE).await;
    world.sql("UPDATE journey SET fresh = NULL");
    let due = tom.due().await;
    (tom, due)
}

pub async fn a_second_factor_is_a_fresh_proof(world: &World) {
    let mia = Signed::mia(world).await;
    assert!(mia.info().await.fresh);
    assert_eq!(mia.prefer(Some(Method::AppCode)).await, Ok(()));
    assert!(!mia.info().await.fresh);
    mia.prove_app().await;
    assert!(mia.info().await.fresh, "again, on the same journey");
    assert_eq!(mia.info().await.proofs.offers[0].method, Method::AppCode);
}

pub async fn nothing_before_what_is_due(world: &World) {
    let given = world
        .service
        .temporary_password(&world.operator, MIA, world.now());
    let given = given.await.unwrap();
    let (mia, _) = Signed::begin(world, MIA, given.expose()).await;
    let check = async |mia: &Signed<'_>, offered: bool| {
        gone(mia.try_info().await);
        assert_eq!(mia.refused(NewMethod::AppCode).await, Refused::NotYet);
        assert_eq!(mia.delete(1).await, Err(Refused::NotYet));
        assert_eq!(mia.prefer(None).await, Err(Refused::NotYet));
        assert!(matches!(mia.send().await, Enrolling::Not(Refused::NotYet)));
        assert_eq!(
            mia.confirm(Method::AppCode, "123456").await,
            Confirmed::Gone
        );
        assert_eq!(mia.claim(Method::MobilePhone).await, Confirmed::Gone);
        assert_eq!(mia.password(OLD).await, PasswordProof::NotOffered);
        let place = origin(TERMINAL);
        let questions = mia
            .service
            .available_questions(&place, &mia.journey, world.now());
        match offered {
            true => drop(go(questions.await.unwrap())),
            false => gone(questions.await.unwrap()),
        }
    };
    check(&mia, false).await;
    mia.prove_app().await;
    assert!(matches!(mia.due().await, Due::Password(..)));
    check(&mia, true).await;
}

pub async fn a_reset_is_no_sign_in_and_a_stranger_s_terminal_neither(world: &World) {
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
    world.pass_app(&journey).await;
    let reset = Signed {
        world,
        service: kiosk(world),
        journey,
    };
    every_step_is_gone(&reset).await;
    let unknown = Signed {
        world,
        service: kiosk(world),
        journey: JourneyId::new([7; 16]),
    };
    every_step_is_gone(&unknown).await;
    // The right journey from another terminal.
    let mia = Signed::mia(world).await;
    let place = origin("lobby:tty2");
    let info = mia.service.security_info(&place, &mia.journey, world.now());
    gone(info.await.unwrap());
    let begun = mia
        .service
        .enrol(&place, &mia.journey, NewMethod::AppCode, world.now());
    gone(begun.await.unwrap());
    assert!(mia.info().await.fresh, "it is still good where it began");
}

async fn every_step_is_gone(signed: &Signed<'_>) {
    let (world, place) = (signed.world, origin(TERMINAL));
    let (service, journey, now) = (&signed.service, &signed.journey, world.now());
    gone(signed.try_info().await);
    gone(signed.try_due().await);
    for new in [
        mail(OWN),
        phone(PHONE),
        NewMethod::AppCode,
        NewMethod::Questions(Vec::new()),
    ] {
        gone(signed.try_enrol(new).await);
    }
    gone(service.send_enrolment(&place, journey, now).await.unwrap());
    gone(signed.try_confirm(Method::Email, "123456").await);
    gone(signed.try_delete(1).await);
    let chosen = service.prefer_method(&place, journey, None, now);
    gone(chosen.await.unwrap());
    let claimed = service.claim_enrolment(&place, journey, Method::MobilePhone, now);
    gone(claimed.await.unwrap());
    let proved = service.prove_password(&place, journey, secret(OLD), now);
    gone(proved.await.unwrap());
    let asked = service.available_questions(&place, journey, now);
    gone(asked.await.unwrap());
    let changed = service.change_password(&place, journey, secret(NEW), now);
    gone(changed.await.unwrap());
    gone(service.confirm_methods(&place, journey, now).await.unwrap());
    gone(service.change_rules(&place, journey, now).await.unwrap());
}

pub async fn the_password_is_the_proof_of_who_has_nothing_else(world: &World) {
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    add_tom(world).await;
    let (tom, due) = Signed::begin(world, TOM, OLD).await;
    assert!(matches!(due, Due::Nothing));
    assert!(tom.info().await.proofs.offers.is_empty());
    assert_eq!(tom.refused(mail(OWN)).await, Refused::ProofNeeded);
    assert_eq!(tom.password("not his password").await, PasswordProof::Wrong);
    assert!(!tom.info().await.fresh);
    let failures = "SELECT failures FROM account WHERE upn = 'tom@contoso.example'";
    assert_eq!(world.number(failures), 1, "it counts like a sign-in");
    assert_eq!(tom.password(OLD).await, PasswordProof::Passed);
    assert_eq!(world.number(failures), 0);
    tom.register_mail(OWN).await;
    // Now there is something else.
    assert_eq!(tom.password(OLD).await, PasswordProof::NotOffered);
    assert_eq!(tom.refused(phone(PHONE)).await, Refused::ProofNeeded);
    // Not because its tries are used up either.
    world.post().await;
    tom.send_gate(&tom.journey, Method::Email).await;
    let code = tom.code_at(OWN).await;
    for _ in 0..5 {
        let proof = tom.prove(Method::Email, &wrong(&[&code])).await;
        assert!(matches!(go(proof), Proof::Wrong { .. }));
    }
    assert!(tom.info().await.proofs.offers.is_empty());
    assert_eq!(tom.password(OLD).await, PasswordProof::NotOffered);
    assert_eq!(tom.refused(phone(PHONE)).await, Refused::ProofNeeded);
}

pub async fn ten_wrong_passwords_lock_here_too(world: &World) {
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    add_tom(world).await;
    let (tom, _) = Signed::begin(world, TOM, OLD).await;
    for number in 0..10 {
        let proof = tom.password(&format!("wrong {number}")).await;
        assert_eq!(proof, PasswordProof::Wrong);
    }
    for password in ["wrong 9", OLD] {
        let proof = tom.password(password).await;
        assert_eq!(proof, PasswordProof::Locked { minutes: 1 });
    }
    assert!(!tom.info().await.fresh);
    // The terminal's own limit, whatever the account's is.
    world.advance(60);
    world.policy(&[("lockout.sign_in_failures", "50")]).await;
    let place = origin(TERMINAL);
    for number in 0..50 {
        let typed = secret(&format!("more {number}"));
        let proved = tom
            .service
            .prove_password(&place, &tom.journey, typed, world.now());
        match proved.await.unwrap() {
            keyhatch::domain::journey::Step::Go(PasswordProof::Wrong) => {}
            keyhatch::domain::journey::Step::Refused(refusal) => {
                assert!(refusal.slow.is_some());
                return;
            }
            other => panic!("{other:?}"),
        }
    }
    panic!("nothing stopped it");
}

pub async fn a_new_address_is_told_to_the_old_one(world: &World) {
    let tom = settled(world).await;
    let reset = go(tom.try_reset(TOM).await);
    tom.prove_by_mail(OWN).await;
    tom.enrol(mail("next@elsewhere.example")).await;
    let code = tom.code_at("next@elsewhere.example").await;
    assert!(told(world).await.is_empty(), "not before it counts");
    assert_eq!(
        tom.info().await.items[0].masked.as_deref(),
        Some("t*****@elsewhere.example")
    );
    assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Done);
    let changed = |to: &str| (to.to_owned(), Method::Email, MethodChange::Changed);
    assert_eq!(
        told(world).await,
        [
            changed("next@elsewhere.example"),
            changed("tom.reed@contoso.example"),
            changed(OWN)
        ]
    );
    let record = world.last("method_changed").await;
    let masked = "t*****@elsewhere.example → n*****@elsewhere.example";
    assert_eq!(field(&record, "detail"), masked);
    assert_eq!(field(&record, "method"), "email");
    // A reset that was open has ended; this sign-in has not.
    gone(world.next(&reset).await);
    assert!(matches!(tom.due().await, Due::Nothing));
    // It is one address: the old one finds nobody any more.
    let items = tom.info().await.items;
    assert_eq!(
        items.iter().filter(|i| i.method == Method::Email).count(),
        1
    );
    world.begin("next@elsewhere.example").await;
    refused(world.try_begin(OWN, TERMINAL).await);
}

pub async fn a_new_number_is_told_to_the_old_one(world: &World) {
    let tom = settled(world).await;
    let id = tom.id_of(Method::MobilePhone).await;
    tom.prove_by_mail(OWN).await;
    tom.enrol(NewMethod::MobileInstead(secret(SECOND), Way::Text, id))
        .await;
    let code = tom.code_at(SECOND).await;
    let done = tom.confirm(Method::MobilePhone, &code).await;
    assert_eq!(done, Confirmed::Done);
    let changed = |to: &str| (to.to_owned(), Method::MobilePhone, MethodChange::Changed);
    assert_eq!(
        told(world).await,
        [
            changed(PHONE),
            changed("tom.reed@contoso.example"),
            changed(OWN)
        ]
    );
    assert_eq!(
        tom.id_of(Method::MobilePhone).await,
        id,
        "its place is the same"
    );
    tom.prove_by_mail(OWN).await;
    let other = NewMethod::MobileInstead(secret(PHONE), Way::Text, id + 1000);
    assert_eq!(tom.refused(other).await, Refused::Gone);
    // Taken away, it is told to the number, within the day's budget.
    tom.register_app().await;
    tom.prove_by_mail(OWN).await;
    told(world).await;
    assert_eq!(tom.delete(id).await, Ok(()));
    let deleted = |to: &str| (to.to_owned(), Method::MobilePhone, MethodChange::Deleted);
    assert_eq!(
        told(world).await,
        [
            deleted(SECOND),
            deleted("tom.reed@contoso.example"),
            deleted(OWN)
        ]
    );
    assert_eq!(
        field(&world.last("method_deleted").await, "detail"),
        "*****88"
    );
}

async fn provide(world: &World, form: &Form) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let edited = service.edit_account(operator, TOM, form, now);
    edited.await.unwrap();
    world.post().await;
}

pub async fn what_is_provided_is_confirmed_or_overridden(world: &World) {
    add_tom(world).await;
    let form = Form {
        alternate_email: text("given@elsewhere.example"),
        mobile: text(PHONE),
        office: text("+14255550100x12"),
        ..Form::default()
    };
    provide(world, &form).await;
    world.policy(&[("methods.required", "1")]).await;
    world.sql("UPDATE account SET register_again = 1 WHERE upn = 'tom@contoso.example'");
    let (tom, due) = Signed::begin(world, TOM, OLD).await;
    let Due::Register(needs) = due else {
        panic!("{due:?}");
    };
    assert!(
        needs
            .items
            .iter()
            .all(|item| item.holder == Holder::Provided && item.id.is_none())
    );
    // Overriding takes a proof, also while the sign-in is the proof of adding.
    assert_eq!(tom.refused(mail(OWN)).await, Refused::ProofNeeded);
    assert_eq!(tom.refused(phone(SECOND)).await, Refused::ProofNeeded);
    // Confirming is adding: the code goes to what was provided.
    let confirm = NewMethod::Provided(Method::Email, Way::Mail);
    assert!(matches!(tom.enrol(confirm).await, Enrolling::Sent { .. }));
    let code = tom.code_at("given@elsewhere.example").await;
    assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Done);
    assert!(matches!(tom.due().await, Due::Nothing));
    let kept = "SELECT register_again FROM account WHERE upn = 'tom@contoso.example'";
    assert_eq!(world.number(kept), 0);
    let added = |to: &str| (to.to_owned(), Method::Email, MethodChange::Added);
    assert_eq!(
        told(world).await,
        [
            added("given@elsewhere.example"),
            added("tom.reed@contoso.example")
        ]
    );
    let item = |items: &[keyhatch::domain::enrolment::Item], method| {
        items
            .iter()
            .find(|item| item.method == method)
            .cloned()
            .unwrap()
    };
    let items = tom.info().await.items;
    assert_eq!(item(&items, Method::Email).holder, Holder::Own);
    let again = NewMethod::Provided(Method::Email, Way::Mail);
    assert_eq!(tom.refused(again).await, Refused::Gone);
    // By a call answered with #, too.
    tom.prove_by_mail("given@elsewhere.example").await;
    tom.enrol(NewMethod::Provided(Method::MobilePhone, Way::Call))
        .await;
    world.post().await;
    tom.report(keyhatch::domain::progress::Progress::Approved)
        .await;
    assert_eq!(tom.claim(Method::MobilePhone).await, Confirmed::Done);
    // A value of one's own wins, and without it what was provided counts again.
    tom.prove_by_mail("given@elsewhere.example").await;
    tom.enrol(mail(OWN)).await;
    let code = tom.code_at(OWN).await;
    assert_eq!(tom.confirm(Method::Email, &code).await, Confirmed::Done);
    let told_to: Vec<String> = told(world).await.into_iter().map(|(to, ..)| to).collect();
    assert!(told_to.contains(&"given@elsewhere.example".to_owned()));
    let id = tom.id_of(Method::Email).await;
    tom.prove_by_mail(OWN).await;
    assert_eq!(tom.delete(id).await, Ok(()), "another takes its place");
    let items = tom.info().await.items;
    let email = item(&items, Method::Email);
    assert_eq!(email.holder, Holder::Provided);
    assert_eq!(email.masked.as_deref(), Some("g*****@elsewhere.example"));
    tom.prove_by_mail("given@elsewhere.example").await;
    // The office is nobody's to confirm.
    let office = NewMethod::Provided(Method::OfficePhone, Way::Call);
    assert_eq!(tom.refused(office).await, Refused::NotAllowed);
}

pub async fn an_own_number_survives_what_administrators_provide(world: &World) {
    let tom = settled(world).await;
    drop(tom);
    let form = Form {
        alternate_email: text("given@elsewhere.example"),
        mobile: text(SECOND),
        ..Form::default()
    };
    provide(world, &form).await;
    let account = world.service.account(&world.operator, TOM, world.now());
    let account = account.await.unwrap().account;
    assert_eq!(
        (account.alternate(), account.phones()),
        (Some(OWN), vec![PHONE])
    );
    // Administrators see both, masked, and which is registered.
    let listed = world.service.methods(&world.operator, TOM, world.now());
    let listed = listed.await.unwrap();
    let seen: Vec<(bool, &str)> = listed
        .iter()
        .map(|held| (held.id.is_some(), held.masked.as_deref().unwrap()))
        .collect();
    assert_eq!(
        seen,
        [
            (true, "t*****@elsewhere.example"),
            (true, "*****23"),
            (false, "g*****@elsewhere.example"),
            (false, "*****88")
        ]
    );
    assert!(
        listed
            .iter()
            .all(|held| held.id.is_some() == held.created.is_some())
    );
    // Editing has not lost the name it is found by.
    world.begin(OWN).await;
}

pub async fn nobody_is_left_with_less_than_is_required(world: &World) {
    let tom = settled(world).await;
    let (mail_id, phone_id) = (
        tom.id_of(Method::Email).await,
        tom.id_of(Method::MobilePhone).await,
    );
    for id in [mail_id, phone_id] {
        tom.prove_by_mail(OWN).await;
        assert_eq!(tom.delete(id).await, Err(Refused::StillNeeded));
        assert!(tom.info().await.fresh, "nothing was changed");
    }
    // What policy does not count may go.
    world.policy(&[("methods.enabled", "email,app_code")]).await;
    assert_eq!(tom.delete(phone_id).await, Ok(()));
    world
        .policy(&[("methods.enabled", "email,app_code,mobile_phone")])
        .await;
    tom.prove_by_mail(OWN).await;
    assert_eq!(tom.delete(mail_id).await, Err(Refused::StillNeeded));
    // Where registering is not required, it is the person's own business.
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    assert_eq!(tom.delete(mail_id).await, Ok(()));
    assert_eq!(tom.delete(mail_id).await, Err(Refused::Gone));
}

pub async fn an_administrator_always_keeps_two(world: &World) {
    world
        .policy(&[
            ("registration.required_at_sign_in", "off"),
            ("sspr.enabled", "none"),
            ("methods.required", "1"),
        ])
        .await;
    let password = "first light on the hill";
    let (ada, _) = Signed::begin(world, ADMIN, password).await;
    assert_eq!(ada.password(password).await, PasswordProof::Passed);
    ada.register_mail("ada@home.example").await;
    ada.prove_by_mail("ada@home.example").await;
    let seed = ada.register_app().await;
    for method in [Method::Email, Method::AppCode] {
        ada.prove_by_mail("ada@home.example").await;
        let id = ada.id_of(method).await;
        assert_eq!(ada.delete(id).await, Err(Refused::StillNeeded));
    }
    ada.register_phone(PHONE).await;
    ada.prove_by_mail("ada@home.example").await;
    let id = ada.id_of(Method::AppCode).await;
    assert_eq!(ada.delete(id).await, Ok(()));
    drop(seed);
}

pub async fn questions_are_chosen_answered_and_changed(world: &World) {
    world
        .policy(&[
            ("methods.enabled", "email,security_questions"),
            ("questions.to_register", "3"),
            ("questions.to_reset", "3"),
            ("questions.custom", "Which desk was yours?"),
        ])
        .await;
    let tom = Signed::tom(world).await;
    let place = origin(TERMINAL);
    let asked = tom
        .service
        .available_questions(&place, &tom.journey, world.now());
    let (all, count) = go(asked.await.unwrap());
    assert_eq!((all.len(), count), (PREDEFINED.len() + 1, 3));
    let first = Question::Predefined(PREDEFINED[0]);
    let second = Question::Predefined(PREDEFINED[1]);
    let own = Question::Own("Which desk was yours?".to_owned());
    let set = |answers: [&str; 3]| {
        let questions = [first.clone(), second.clone(), own.clone()];
        let answers = answers.map(secret);
        NewMethod::Questions(questions.into_iter().zip(answers).collect())
    };
    for (answers, at, message) in [
        (
            ["The Fluffy Clouds", "x", "by the door"],
            1,
            "error-answer-short",
        ),
        (
            ["aaaa", "Old Songs", "by the door"],
            0,
            "error-answer-guessable",
        ),
        (
            ["Old Songs", "old  SONGS", "by the door"],
            1,
            "error-answer-twice",
        ),
        (
            ["The Fluffy Clouds", "Old Songs", "Tom"],
            2,
            "error-answer-from-name",
        ),
    ] {
        let refused = tom.refused(set(answers)).await;
        assert_eq!(refused, Refused::Answer(at, message));
    }
    let twice = vec![
        (first.clone(), secret("one answer")),
        (second.clone(), secret("another one")),
        (first.clone(), secret("a third one")),
    ];
    let refused = tom.refused(NewMethod::Questions(twice)).await;
    assert_eq!(refused, Refused::Answer(2, "error-question-twice"));
    let gone = vec![(
        Question::Own("Is there another?".to_owned()),
        secret("no other"),
    )];
    let refused = tom.refused(NewMethod::Questions(gone)).await;
    assert!(matches!(refused, Refused::Answer(..)));
    let right = ["The Fluffy Clouds", "Old Songs", "by the door"];
    assert!(matches!(tom.enrol(set(right)).await, Enrolling::Done));
    assert_eq!(tom.info().await.items[0].answers, Some(3));
    tom.register_mail(OWN).await;
    // Changing them takes a proof.
    let other = ["The Loud Stones", "New Songs", "at the window"];
    assert_eq!(tom.refused(set(other)).await, Refused::ProofNeeded);
    tom.prove_by_mail(OWN).await;
    told(world).await;
    assert!(matches!(tom.enrol(set(other)).await, Enrolling::Done));
    let changed = told(world).await;
    assert!(changed.iter().all(|(_, method, change)| {
        (*method, *change) == (Method::SecurityQuestions, MethodChange::Changed)
    }));
    assert_eq!(changed.len(), 2);
    assert!(!tom.info().await.fresh);
    assert_eq!(tom.info().await.items.len(), 2);
    // Questions prove nothing of a sign-in.
    let offers = tom.info().await.proofs.offers;
    assert!(offers.iter().all(|offer| offer.method == Method::Email));
}

pub async fn a_new_app_takes_the_place_of_the_old(world: &World) {
    let tom = Signed::tom(world).await;
    tom.register_mail(OWN).await;
    let subscribe = async || {
        let Enrolling::App(app) = tom.enrol(NewMethod::AppNotification).await else {
            panic!("an app");
        };
        tom.send().await;
        let topic = app.topic.expose().to_owned();
        let number = tom.code_at(&topic).await;
        let done = tom.confirm(Method::AppNotification, &number).await;
        assert_eq!(done, Confirmed::Done);
        topic
    };
    let first = subscribe().await;
    assert_eq!(
        tom.refused(NewMethod::AppNotification).await,
        Refused::ProofNeeded
    );
    tom.prove_by_mail(OWN).await;
    let second = subscribe().await;
    assert_ne!(first, second);
    assert_eq!(tom.info().await.items.len(), 2);
    tom.send_gate(&tom.journey, Method::AppNotification).await;
    tom.code_at(&second).await;
}

pub async fn it_ends_with_the_sign_in(world: &World) {
    // However it ends, the next step of what was begun is gone.
    for end in 0..6 {
        let upn = format!("person{end}@contoso.example");
        let form = Form {
            email: text(&format!("p{end}@contoso.example")),
            ..Form::default()
        };
        world.add(&upn, &form, OLD).await;
        let (signed, _) = Signed::begin(world, &upn, OLD).await;
        let own = format!("p{end}@elsewhere.example");
        signed.enrol(mail(&own)).await;
        let code = signed.code_at(&own).await;
        let (service, operator, now) = (&world.service, &world.operator, world.now());
        match end {
            0 => service
                .set_enabled(operator, &upn, false, now)
                .await
                .unwrap(),
            1 => drop(
                service
                    .temporary_password(operator, &upn, now)
                    .await
                    .unwrap(),
            ),
            2 => {
                let roles = vec![keyhatch::domain::role::Role::Helpdesk];
                service.set_roles(operator, &upn, roles, now).await.unwrap();
            }
            3 => service.delete_account(operator, &upn, now).await.unwrap(),
            4 => world.set_clock(now.plus(Duration::from_secs(15 * 60))),
            _ => {
                let place = origin(TERMINAL);
                let left = service.abandon_reset(&place, &signed.journey, "cancelled", now);
                left.await.unwrap();
                assert_eq!(
                    field(&world.last("sign_in_ended").await, "reason"),
                    "cancelled"
                );
            }
        }
        gone(signed.try_confirm(Method::Email, &code).await);
        gone(signed.try_info().await);
        gone(signed.try_due().await);
    }
    let added = world.records("method_added").await;
    assert_eq!(added.len(), 1, "Mia's authenticator alone");
}

pub async fn an_administrator_s_deletion_is_told(world: &World) {
    let tom = settled(world).await;
    let ids = [
        (tom.id_of(Method::Email).await, OWN),
        (tom.id_of(Method::MobilePhone).await, PHONE),
    ];
    for (id, former) in ids {
        let (service, operator, now) = (&world.service, &world.operator, world.now());
        service.delete_method(operator, TOM, id, now).await.unwrap();
        let reached = told(world).await;
        assert!(
            reached
                .iter()
                .all(|(.., change)| *change == MethodChange::Deleted)
        );
        let reached: Vec<&str> = reached.iter().map(|(to, ..)| to.as_str()).collect();
        assert_eq!(reached.len(), 2);
        assert!(reached.contains(&former) && reached.contains(&"tom.reed@contoso.example"));
    }
    refused(world.try_begin(OWN, TERMINAL).await);
    gone(tom.try_info().await);
}
