//! Every pair of gates, in either order, through to the new password.

use keyhatch::domain::journey::{Finished, JourneyId, Next, Proof};
use keyhatch::domain::method::Method;
use keyhatch::domain::progress::Progress;

use super::calls::{self, DESK};
use super::world::*;
use super::{phone, requests};

const METHODS: [Method; 6] = [
    Method::AppNotification,
    Method::AppCode,
    Method::Email,
    Method::MobilePhone,
    Method::OfficePhone,
    Method::SecurityQuestions,
];

impl World {
    /// Mia has all six.
    async fn give_mia_all(&self, more: &[(&str, &str)]) {
        calls::give_phones(self).await;
        self.ask_mia(&[]).await;
        requests::give_app(self).await;
        let keys = METHODS.map(Method::key).join(",");
        let enabled = ("methods.enabled", keys.as_str());
        // So many resets of one account in a day are those of a test.
        let often = ("delivery.per_destination_per_day", "1000");
        self.policy(&[&[enabled, often], more].concat()).await;
        self.post().await;
    }

    /// Begins where an agent is there that carries everything.
    async fn begin_attended(&self) -> JourneyId {
        requests::an_agent(self).await;
        self.begin(MIA).await
    }

    async fn pass(&self, journey: &JourneyId, method: Method) {
        let code = match method {
            Method::AppCode => return self.pass_app(journey).await,
            Method::Email => return self.pass_mail(journey).await,
            Method::SecurityQuestions => return self.pass_questions(journey).await,
            Method::OfficePhone => {
                let place = calls::called(self, journey, DESK).await;
                let more = calls::report(self, &place, Progress::Approved).await;
                assert!(!more, "it is over");
                assert_eq!(calls::claim(self, journey, DESK).await, Proof::Passed);
                return;
            }
            Method::AppNotification => requests::ask(self, journey).await.number,
            Method::MobilePhone => phone::code(self, journey).await,
        };
        assert_eq!(self.prove(journey, method, &code).await, Proof::Passed);
    }

    /// The methods that are offered, once each: a phone is texted and called.
    async fn offered(&self, journey: &JourneyId) -> Vec<Method> {
        requests::an_agent(self).await;
        let offers = self.overview(journey).await.offers;
        let mut methods: Vec<Method> = offers.iter().map(|offer| offer.method).collect();
        methods.dedup();
        methods
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
            let journey = world.begin_attended().await;
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
    assert_eq!(resets, 30);
    assert_eq!(world.records("password_reset").await.len(), 30);
    world.assert_whole().await;
}

pub async fn one_of_each_where_one_is_enough(world: &World) {
    world.give_mia_all(&[("methods.required", "1")]).await;
    let alone = [
        Method::AppCode,
        Method::Email,
        Method::MobilePhone,
        Method::OfficePhone,
    ];
    for (number, method) in alone.into_iter().enumerate() {
        let journey = world.begin_attended().await;
        assert_eq!(world.offered(&journey).await, alone);
        world.pass(&journey, method).await;
        let password = format!("{NEW} {number}");
        assert_eq!(world.finish(&journey, &password).await, Finished::Done);
        world.post().await;
    }
    world.policy(&[("questions.alone", "on")]).await;
    let journey = world.begin_attended().await;
    // A request is never enough by itself, whatever policy says of questions.
    assert_eq!(world.offered(&journey).await, but(Method::AppNotification));
    world.pass(&journey, Method::SecurityQuestions).await;
    assert_eq!(world.finish(&journey, NEW).await, Finished::Done);
}

pub async fn an_administrator_s_pairs_hold_no_questions(world: &World) {
    world.give_mia_all(&[("methods.required", "1")]).await;
    let roles = vec![keyhatch::domain::role::Role::Helpdesk];
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    service.set_roles(operator, MIA, roles, now).await.unwrap();
    let five = but(Method::SecurityQuestions);
    let mut resets = 0;
    for first in five.clone() {
        for second in five.iter().copied().filter(|second| *second != first) {
            resets += 1;
            let password = format!("{NEW} {resets}");
            let journey = world.begin_attended().await;
            assert_eq!(world.offered(&journey).await, five);
            world.pass(&journey, first).await;
            let early = world.finish(&journey, &password).await;
            assert_eq!(early, Finished::GateMissing);
            world.pass(&journey, second).await;
            assert_eq!(world.finish(&journey, &password).await, Finished::Done);
            world.post().await;
        }
    }
    assert_eq!(resets, 20);
}
