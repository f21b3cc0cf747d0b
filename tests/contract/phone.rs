//! The gate of the mobile phone: the whole number first, then a code by text message.

use std::time::Duration;

use keyhatch::domain::journey::{Finished, JourneyId, Overview, Proof, Sent, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::outgoing::{Channel, Delivery};
use keyhatch::domain::time::Timestamp;
use keyhatch::service::form::Form;

use super::world::*;

const PHONE: Method = Method::MobilePhone;
pub const NUMBER: &str = "+14255550111";
const OTHER: &str = "+14255550112";
const BEN: &str = "ben@contoso.example";

fn mobile(number: &str) -> Form {
    Form {
        mobile: text(number),
        ..Form::default()
    }
}

async fn edit(world: &World, form: &Form) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let edited = service.edit_account(operator, MIA, form, now);
    edited.await.unwrap();
}

/// Mia has a phone.
pub async fn give_phone(world: &World) {
    edit(world, &mobile(NUMBER)).await;
}

async fn add_ben(world: &World, number: &str) {
    world.add(BEN, &mobile(number), OLD).await;
    world.add_authenticator(BEN).await;
}

async fn try_number(world: &World, journey: &JourneyId, number: &str) -> Step<Sent> {
    let (place, now) = (origin(TERMINAL), world.now());
    let service = &world.service;
    let sent = service.send_reset_code_to(&place, journey, PHONE, secret(number), now);
    sent.await.unwrap()
}

async fn number(world: &World, journey: &JourneyId, number: &str) -> Sent {
    go(try_number(world, journey, number).await)
}

async fn try_again(world: &World, journey: &JourneyId) -> Step<Sent> {
    let (place, now) = (origin(TERMINAL), world.now());
    let sent = world.service.send_reset_code(&place, journey, PHONE, now);
    sent.await.unwrap()
}

fn on_its_way(sent: Sent) -> bool {
    matches!(sent, Sent::OnItsWay { .. })
}

/// Types the number and reads the code that comes.
pub async fn code(world: &World, journey: &JourneyId) -> String {
    assert!(on_its_way(number(world, journey, NUMBER).await));
    world.code_in_post().await
}

fn offered(overview: &Overview) -> Vec<Method> {
    overview.offers.iter().map(|offer| offer.method).collect()
}

pub async fn a_reset_by_phone_and_authenticator(world: &World) {
    give_phone(world).await;
    let journey = world.begin(MIA).await;
    let overview = world.overview(&journey).await;
    assert_eq!(offered(&overview), [Method::AppCode, Method::Email, PHONE]);
    assert_eq!(overview.offers[2].masked.as_deref(), Some("*****11"));
    let Sent::OnItsWay { expires } = number(world, &journey, "(425) 555-0111").await else {
        panic!("not sent");
    };
    assert_eq!(expires, world.now().plus(Duration::from_secs(300)));
    let arrived = world.post().await.remove(0);
    assert_eq!((arrived.to.as_str(), &*arrived.language), (NUMBER, "de"));
    let Letter::Code { code, minutes, .. } = &arrived.letter else {
        panic!("no code");
    };
    assert_eq!((code.expose().len(), *minutes), (6, 5));
    assert_eq!(
        world.prove(&journey, PHONE, code.expose()).await,
        Proof::Passed
    );
    assert_eq!(
        offered(&world.overview(&journey).await),
        [Method::AppCode, Method::Email]
    );
    world.pass_app(&journey).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
    assert_eq!(
        field(&world.last("password_reset").await, "method"),
        "mobile_phone+app_code"
    );
    for kind in ["phone_check", "sms"] {
        assert_eq!(world.charges(kind), 0, "a reset clears {kind}");
    }
    for record in world.records("").await {
        let about = ["account_edited"].contains(&field(&record, "activity"));
        let texts: String = record.fields.iter().flatten().cloned().collect();
        assert!(about || !texts.contains("5550111"), "{texts}");
    }
    world.assert_whole().await;
}

pub async fn nothing_is_sent_before_the_number(world: &World) {
    give_phone(world).await;
    world.post().await;
    let journey = world.begin(MIA).await;
    assert_eq!(go(try_again(world, &journey).await), Sent::NumberNeeded);
    for typed in ["", "11", "0111", "hello", "+1 425 555 011x"] {
        let sent = number(world, &journey, typed).await;
        assert_eq!(sent, Sent::MalformedNumber, "{typed}");
    }
    assert_eq!(world.charges("phone_check"), 0);
    for (typed, left) in [(OTHER, 4), ("555-0111", 3), ("+44 425 555 0111", 2)] {
        let sent = number(world, &journey, typed).await;
        assert_eq!(sent, Sent::WrongNumber { left }, "{typed}");
        assert_eq!(go(try_again(world, &journey).await), Sent::NumberNeeded);
        assert!(world.post().await.is_empty());
    }
    let record = world.last("gate_tried").await;
    assert_eq!(field(&record, "reason"), "wrong_number");
    assert_eq!(field(&record, "method"), "mobile_phone");
    assert_eq!(world.charges("proof"), 0, "it is counted apart");
    assert_eq!(world.charges("sms"), 0);
    // Another terminal knows nothing of it, and mail asks for no number.
    let (service, now) = (&world.service, world.now());
    let elsewhere = origin("elsewhere");
    let sent = service.send_reset_code_to(&elsewhere, &journey, PHONE, secret(NUMBER), now);
    gone(sent.await.unwrap());
    assert!(on_its_way(number(world, &journey, NUMBER).await));
    assert_eq!(world.post().await.len(), 1);
    // What one journey knows another does not.
    let second = world.begin(MIA).await;
    assert_eq!(go(try_again(world, &second).await), Sent::NumberNeeded);
}

pub async fn five_wrong_numbers_block_for_a_day(world: &World) {
    give_phone(world).await;
    let (first, second) = (world.begin(MIA).await, world.begin(MIA).await);
    for (journey, left) in [(&first, 4), (&first, 3), (&second, 2), (&second, 1)] {
        let sent = number(world, journey, OTHER).await;
        assert_eq!(sent, Sent::WrongNumber { left });
        world.advance(10);
    }
    // A clock set back frees nobody.
    let now = world.now();
    world.set_clock(Timestamp::from_seconds(START - 7200));
    refused(try_number(world, &first, OTHER).await);
    world.set_clock(now);
    let record = world.last("account_blocked").await;
    assert!(field(&record, "detail").starts_with("limit of phone_check, until "));
    refused(try_number(world, &second, NUMBER).await);
    refused(world.try_begin(MIA, TERMINAL).await);
    world.advance(DAY - 100);
    refused(world.try_begin(MIA, TERMINAL).await);
    let (service, operator) = (&world.service, &world.operator);
    service.release(operator, MIA, world.now()).await.unwrap();
    let journey = world.begin(MIA).await;
    assert!(on_its_way(number(world, &journey, NUMBER).await));
}

pub async fn checks_are_counted_over_an_hour(world: &World) {
    give_phone(world).await;
    let journey = world.begin(MIA).await;
    for _ in 0..4 {
        number(world, &journey, OTHER).await;
    }
    world.advance(3599);
    // The right number is a check, too; it blocks nobody.
    let journey = world.begin(MIA).await;
    assert!(on_its_way(number(world, &journey, NUMBER).await));
    world.advance(1);
    let journey = world.begin(MIA).await;
    let sent = number(world, &journey, OTHER).await;
    assert_eq!(sent, Sent::WrongNumber { left: 3 });
}

pub async fn a_sent_code_is_good_once_and_for_five_minutes(world: &World) {
    give_phone(world).await;
    let journey = world.begin(MIA).await;
    let first = code(world, &journey).await;
    world.advance(300);
    let proof = world.prove(&journey, PHONE, &first).await;
    assert_eq!(proof, Proof::TooLate);
    // It is sent again without the number, and the last second counts.
    assert!(on_its_way(go(try_again(world, &journey).await)));
    let second = world.code_in_post().await;
    let by_mail = world.prove(&journey, Method::Email, &second).await;
    assert_eq!(by_mail, Proof::TooLate, "bound to its method");
    let other = world.begin(MIA).await;
    let proof = world.prove(&other, PHONE, &second).await;
    assert_eq!(proof, Proof::TooLate, "bound to its journey");
    world.set_clock(Timestamp::from_micros(world.now().micros() + 299_999_999));
    let proof = world.prove(&journey, PHONE, &second).await;
    assert_eq!(proof, Proof::Passed);
    let proof = world.prove(&journey, PHONE, &second).await;
    assert_eq!(proof, Proof::NotOffered);
    assert_eq!(world.charges("phone_check"), 1);
    assert_eq!(world.charges("sms"), 2);
}

pub async fn sending_again_ends_the_old_code_and_keeps_the_count(world: &World) {
    give_phone(world).await;
    world.policy(&[("lockout.sspr_failures", "50")]).await;
    let journey = world.begin(MIA).await;
    let first = code(world, &journey).await;
    go(try_again(world, &journey).await);
    let second = world.code_in_post().await;
    if first != second {
        let proof = world.prove(&journey, PHONE, &first).await;
        assert_eq!(proof, Proof::Wrong { left: 4 });
    }
    let before = world.number("SELECT count(*) FROM gate_try");
    assert!(before <= 1);
    for _ in 0..5 {
        world
            .prove(&journey, PHONE, &wrong(&[&first, &second]))
            .await;
    }
    let proof = world.prove(&journey, PHONE, &second).await;
    assert_eq!(proof, Proof::NotOffered);
    assert_eq!(go(try_again(world, &journey).await), Sent::NotOffered);
    assert_eq!(number(world, &journey, NUMBER).await, Sent::NotOffered);
}

pub async fn the_sixth_message_of_an_hour_blocks(world: &World) {
    give_phone(world).await;
    let journey = world.begin(MIA).await;
    assert!(on_its_way(number(world, &journey, NUMBER).await));
    for _ in 0..4 {
        assert!(on_its_way(go(try_again(world, &journey).await)));
    }
    refused(try_again(world, &journey).await);
    let record = world.last("account_blocked").await;
    assert!(field(&record, "detail").starts_with("limit of sms, until "));
    assert!(world.post().await.is_empty(), "its codes are taken back");
}

pub async fn a_waiting_mail_is_not_taken_back_by_a_message(world: &World) {
    give_phone(world).await;
    world.post().await;
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    assert!(on_its_way(number(world, &journey, NUMBER).await));
    let mut to: Vec<String> = world.post().await.into_iter().map(|it| it.to).collect();
    to.sort();
    assert_eq!(to, [NUMBER, HOME]);
}

pub async fn a_changed_number_ends_what_was_open(world: &World) {
    give_phone(world).await;
    world.post().await;
    let journey = world.begin(MIA).await;
    assert!(on_its_way(number(world, &journey, NUMBER).await));
    edit(world, &mobile(OTHER)).await;
    gone(try_again(world, &journey).await);
    let codes = world.post().await;
    let codes = codes
        .iter()
        .filter(|it| matches!(it.letter, Letter::Code { .. }));
    assert_eq!(codes.count(), 0);
    let journey = world.begin(MIA).await;
    let sent = number(world, &journey, NUMBER).await;
    assert!(matches!(sent, Sent::WrongNumber { .. }));
    assert!(on_its_way(number(world, &journey, OTHER).await));
    assert_eq!(world.post().await[0].to, OTHER);
}

pub async fn blocked_prefixes_are_no_method(world: &World) {
    give_phone(world).await;
    add_ben(world, "+442079460000").await;
    let journey = world.begin(BEN).await;
    world
        .policy(&[("delivery.blocked_prefixes", "0044, 1 (999)")])
        .await;
    // Ben has the authenticator only, and the journey that was open is over.
    refused(try_number(world, &journey, "+442079460000").await);
    refused(world.try_begin(BEN, TERMINAL).await);
    assert_eq!(
        field(&world.last("reset_started").await, "reason"),
        "SSPR_0014"
    );
    let journey = world.begin(MIA).await;
    world
        .policy(&[("delivery.blocked_prefixes", "+1425")])
        .await;
    let overview = world.overview(&journey).await;
    assert_eq!(offered(&overview), [Method::AppCode, Method::Email]);
    assert_eq!(number(world, &journey, NUMBER).await, Sent::NotOffered);
    assert_eq!(world.charges("phone_check"), 0);
    let bad = world
        .set_policy(&world.operator, &[("delivery.blocked_prefixes", "+44,uk")])
        .await;
    assert!(sentence(bad).contains("+44"));
}

pub async fn the_day_s_messages_are_the_organisation_s(world: &World) {
    give_phone(world).await;
    add_ben(world, OTHER).await;
    world.post().await;
    world.policy(&[("delivery.sms_per_day", "2")]).await;
    let mias = world.begin(MIA).await;
    assert!(on_its_way(number(world, &mias, NUMBER).await));
    let bens = world.begin(BEN).await;
    assert!(on_its_way(number(world, &bens, OTHER).await));
    assert_eq!(world.post().await.len(), 2);
    assert_eq!(go(try_again(world, &mias).await), Sent::NotNow);
    let record = world.last("code_sent").await;
    assert_eq!(field(&record, "reason"), "sms_budget");
    assert_eq!(field(&record, "account"), MIA);
    let told = world.post().await;
    assert_eq!(told.len(), 1, "an administrator, and nobody else");
    assert!(matches!(told[0].letter, Letter::Alert { .. }));
    // The journey goes on by another method, and neither reset nor release makes room.
    world.pass_mail(&mias).await;
    world.pass_app(&mias).await;
    assert_eq!(world.finish(&mias, NEW).await, Finished::Done);
    let (service, operator) = (&world.service, &world.operator);
    service.release(operator, BEN, world.now()).await.unwrap();
    let mias = world.begin(MIA).await;
    assert_eq!(number(world, &mias, NUMBER).await, Sent::NotNow);
    world.advance(DAY);
    let mias = world.begin(MIA).await;
    assert!(on_its_way(number(world, &mias, NUMBER).await));
    world.policy(&[("delivery.sms_per_day", "0")]).await;
    assert_eq!(go(try_again(world, &mias).await), Sent::NotNow);
}

pub async fn a_number_gets_so_many_a_day(world: &World) {
    give_phone(world).await;
    add_ben(world, NUMBER).await;
    world
        .policy(&[("delivery.per_destination_per_day", "2")])
        .await;
    let mias = world.begin(MIA).await;
    assert!(on_its_way(number(world, &mias, NUMBER).await));
    assert!(on_its_way(go(try_again(world, &mias).await)));
    // Whoever's it is.
    let bens = world.begin(BEN).await;
    assert_eq!(number(world, &bens, NUMBER).await, Sent::NotNow);
    let record = world.last("code_sent").await;
    assert_eq!(field(&record, "reason"), "destination_budget");
    assert!(on_its_way(world.send(&mias).await), "the mail has its own");
}

pub async fn what_a_host_cannot_carry_is_left_to_another(world: &World) {
    give_phone(world).await;
    world.post().await;
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    assert!(on_its_way(number(world, &journey, NUMBER).await));
    let (service, now) = (&world.service, world.now());
    let mails = service
        .take_letters(9, &[Channel::Mail], now)
        .await
        .unwrap();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].channel, Some(Channel::Mail));
    let settled =
        service.settle_letter(mails[0].id, 1, Delivery::Accepted, 9, &[Channel::Mail], now);
    assert!(settled.await.unwrap().is_empty());
    let none = service
        .take_letters(9, &[Channel::Mail], now)
        .await
        .unwrap();
    assert!(none.is_empty());
    let messages = service.take_letters(9, &[Channel::Sms], now).await.unwrap();
    assert_eq!(messages[0].channel, Some(Channel::Sms));
    assert_eq!(messages[0].to.as_deref(), Some(NUMBER));
    // What nobody can carry ends all the same, with a record.
    go(try_again(world, &journey).await);
    world.advance(300);
    let none = service.take_letters(9, &[Channel::Mail], world.now()).await;
    assert!(none.unwrap().is_empty());
    let record = world.last("delivery_failed").await;
    assert!(field(&record, "detail").contains("never tried"));
}

pub async fn a_changed_number_is_told_to_the_old_one(world: &World) {
    give_phone(world).await;
    assert!(world.post().await.is_empty(), "there was none before");
    edit(world, &mobile(OTHER)).await;
    let told = world.post().await;
    let to: Vec<&str> = told.iter().map(|it| it.to.as_str()).collect();
    assert_eq!(to, [NUMBER, WORK, HOME]);
    let changed = |letter: &Letter| matches!(letter, Letter::NumberChanged { .. });
    assert!(told.iter().all(|it| changed(&it.letter)));
    // An address that is taken away meanwhile is told nothing, and no other in its place.
    edit(world, &mobile(NUMBER)).await;
    let without = Form {
        email: text(""),
        ..Form::default()
    };
    edit(world, &without).await;
    let now = world.now();
    let taken = world.service.take_letters(9, &[Channel::Mail], now).await;
    let taken = taken.unwrap();
    let to: Vec<_> = taken.iter().map(|it| it.to.as_deref()).collect();
    assert_eq!(to, [None, Some(HOME)]);
    let with = Form {
        email: text(WORK),
        ..Form::default()
    };
    edit(world, &with).await;
    world.post().await;
    // Taken away, it is told as well, but not where no message may go.
    world.policy(&[("delivery.blocked_prefixes", "+1")]).await;
    edit(world, &mobile("")).await;
    let told = world.post().await;
    let to: Vec<&str> = told.iter().map(|it| it.to.as_str()).collect();
    assert_eq!(to, [WORK, HOME]);
}
