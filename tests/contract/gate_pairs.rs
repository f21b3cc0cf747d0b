//! Every pair of gates, in either order, through to the new password.

use keyhatch::domain::journey::{Finished, JourneyId, Next, Proof};
use keyhatch::domain::method::Method;

use super::phone;
use super::world::*;

const METHODS: [Method; 4] = [
    Method::AppCode,
    Method::Email,
    Method::MobilePhone,
    Method::SecurityQuestions,
];

impl World {
    /// Mia has all four.
    async fn give_mia_all(&self, more: &[(&str, &str)]) {
        self.ask_mia(&[]).await;
        let enabled = (
            "methods.enabled",
            "app_code,email,mobile_phone,security_questions",
        );
        self.policy(&[&[enabled], more].concat()).await;
        phone::give_phone(self).await;
        self.post().await;
    }

    async fn pass(&self, journey: &JourneyId, method: Method) {
        match method {
            Method::AppCode => self.pass_app(journey).await,
            Method::Email => self.pass_mail(journey).await,
            Method::SecurityQuestions => self.pass_questions(journey).await,
            _ => {
                let code = phone::code(self, journey).await;
                assert_eq!(self.prove(journey, method, &code).await, Proof::Passed);
            }
        }
    }

    async fn offered(&self, journey: &JourneyId) -> Vec<Method> {
        let offers = self.overview(journey).await.offers;
        offers.iter().map(|offer| offer.method).collect()
    }
}

/// The others, in their order.
fn but(method: Method) -> Vec<Method> {
    let others = METHODS.into_iter().filter(|other| *other != method);
    others.collect()
}

pub async fn every_pair_in_either_order(world: &World) {
    world.give_mia_all(&[]).await;
    let mut resets = 0;
    for first in METHODS {
        for second in but(first) {
            resets += 1;
            let password = format!("{NEW} {resets}");
            let journey = world.begin(MIA).await;
            assert_eq!(world.offered(&journey).await, METHODS);
            world.pass(&journey, first).await;
            let early = world.finish(&journey, &password).await;
            assert_eq!(early, Finished::GateMissing, "{first:?} alone");
            assert_eq!(world.offered(&journey).await, but(first));
            world.pass(&journey, second).await;
            let next = go(world.next(&journey).await);
            assert!(matches!(next, Next::Password(_)), "{first:?} {second:?}");
            assert_eq!(world.finish(&journey, &password).await, Finished::Done);
            let record = world.last("password_reset").await;
            let gates = format!("{}+{}", first.key(), second.key());
            assert_eq!(field(&record, "method"), gates);
            world.post().await;
        }
    }
    assert_eq!(resets, 12);
    assert_eq!(world.records("password_reset").await.len(), 12);
    world.assert_whole().await;
}

pub async fn one_of_each_where_one_is_enough(world: &World) {
    world.give_mia_all(&[("methods.required", "1")]).await;
    let alone = [Method::AppCode, Method::Email, Method::MobilePhone];
    for (number, method) in alone.into_iter().enumerate() {
        let journey = world.begin(MIA).await;
        assert_eq!(world.offered(&journey).await, alone);
        world.pass(&journey, method).await;
        let password = format!("{NEW} {number}");
        assert_eq!(world.finish(&journey, &password).await, Finished::Done);
        world.post().await;
    }
    world.policy(&[("questions.alone", "on")]).await;
    let journey = world.begin(MIA).await;
    assert_eq!(world.offered(&journey).await, METHODS);
    world.pass(&journey, Method::SecurityQuestions).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}

pub async fn an_administrator_s_pairs_hold_no_questions(world: &World) {
    world.give_mia_all(&[("methods.required", "1")]).await;
    let roles = vec![keyhatch::domain::role::Role::Helpdesk];
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service.set_roles(operator, MIA, roles, now).await.unwrap();
    let three = [Method::AppCode, Method::Email, Method::MobilePhone];
    let mut resets = 0;
    for first in three {
        for second in three.into_iter().filter(|second| *second != first) {
            resets += 1;
            let password = format!("{NEW} {resets}");
            let journey = world.begin(MIA).await;
            assert_eq!(world.offered(&journey).await, three);
            world.pass(&journey, first).await;
            let early = world.finish(&journey, &password).await;
            assert_eq!(early, Finished::GateMissing);
            world.pass(&journey, second).await;
            assert_eq!(world.finish(&journey, &password).await, Finished::Done);
            world.post().await;
        }
    }
}
