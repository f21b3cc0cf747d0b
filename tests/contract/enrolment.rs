//! Registering methods: each kind, confirmed before it counts.

use keyhatch::domain::enrolment::{Confirmed, Enrolling, NewMethod};
use keyhatch::domain::method::Method;
use keyhatch::domain::session::Due;

use super::signed::*;
use super::world::*;

pub const OWN: &str = "tom@elsewhere.example";
pub const PHONE: &str = "+14255550123";

pub async fn two_methods_and_nothing_is_due(world: &World) {
    let tom = Signed::tom(world).await;
    tom.register_mail(OWN).await;
    let Due::Register(needs) = tom.due().await else {
        panic!("one is still needed");
    };
    assert_eq!((needs.have, needs.required), (1, 2));
    tom.register_phone(PHONE).await;
    assert!(matches!(tom.due().await, Due::Nothing));
    let held: Vec<Method> = tom.info().await.items.iter().map(|i| i.method).collect();
    assert_eq!(held, [Method::Email, Method::MobilePhone]);
    world.assert_whole().await;
}

pub async fn an_app_is_subscribed_and_tested(world: &World) {
    let tom = Signed::tom(world).await;
    let Enrolling::App(app) = tom.enrol(NewMethod::AppNotification).await else {
        panic!("an app");
    };
    let sent = tom.send().await;
    assert!(matches!(sent, Enrolling::Sent { .. }), "{}", said(&sent));
    let number = tom.code_at(app.topic.expose()).await;
    let wrong = wrong(&[&number]);
    let refused = tom.confirm(Method::AppNotification, &wrong).await;
    assert_eq!(refused, Confirmed::Wrong { left: 4 });
    let done = tom.confirm(Method::AppNotification, &number).await;
    assert_eq!(done, Confirmed::Done);
}

pub async fn an_authenticator_is_shown_once(world: &World) {
    let tom = Signed::tom(world).await;
    tom.register_app().await;
    assert!(
        matches!(tom.due().await, Due::Register(_)),
        "no second factor is asked for at once"
    );
}
