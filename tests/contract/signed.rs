//! Somebody who signs in at a terminal, in short words.
#![allow(dead_code)]

use std::sync::Arc;

use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::domain::enrolment::{
    Confirmed, Enrolling, Info, NewMethod, PasswordProof, Refused, Subscription,
};
use keyhatch::domain::journey::{Chosen, JourneyId, Proof, Sent, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::number;
use keyhatch::domain::outgoing::Channel;
use keyhatch::domain::progress::Progress;
use keyhatch::domain::session::{Due, SignedIn};
use keyhatch::domain::way::Way;
use keyhatch::service::Service;
use keyhatch::service::form::Form;

use super::world::*;

/// Somebody who has nothing but a password.
pub const TOM: &str = "tom@contoso.example";

/// A service on the same store whose host carries everything, as a kiosk's does.
pub fn kiosk(world: &World) -> Service {
    let subscribed = |topic: &keyhatch::domain::secret::SecretText| Subscription {
        link: secret(&format!("ntfy://ntfy.example/{}", topic.expose())),
        server: "https://ntfy.example".to_owned(),
        topic: secret(topic.expose()),
        credential: None,
    };
    world
        .another()
        .carrying(Channel::ALL.to_vec())
        .subscribing(Arc::new(subscribed))
}

pub async fn add_tom(world: &World) {
    let form = Form {
        name: text("Tom Reed"),
        email: text("tom.reed@contoso.example"),
        ..Form::default()
    };
    world.add(TOM, &form, OLD).await;
}

/// One sign-in, with the service it goes through.
pub struct Signed<'a> {
    pub world: &'a World,
    pub service: Service,
    pub journey: JourneyId,
}

impl<'a> Signed<'a> {
    /// Signs in, and says what is due.
    pub async fn begin(world: &'a World, user: &str, password: &str) -> (Self, Due) {
        match Self::try_begin(world, user, password).await {
            (Some(signed), SignedIn::On(_, due)) => (signed, due),
            (_, other) => panic!("{other:?}"),
        }
    }

    pub async fn try_begin(
        world: &'a World,
        user: &str,
        password: &str,
    ) -> (Option<Self>, SignedIn) {
        let service = kiosk(world);
        let (place, language) = (origin(TERMINAL), "en".to_owned());
        let signed = service.sign_in_here(&place, user, secret(password), language, world.now());
        let signed = signed.await.unwrap();
        let on = match &signed {
            SignedIn::On(journey, _) => Some(Self {
                world,
                service,
                journey: *journey,
            }),
            _ => None,
        };
        (on, signed)
    }

    /// Mia, who has an authenticator, signed in with it.
    pub async fn mia(world: &'a World) -> Self {
        let (signed, due) = Self::begin(world, MIA, OLD).await;
        assert!(matches!(due, Due::SecondFactor(_)), "{due:?}");
        signed.prove_app().await;
        signed
    }

    /// Tom, who has nothing.
    pub async fn tom(world: &'a World) -> Self {
        add_tom(world).await;
        let (signed, due) = Self::begin(world, TOM, OLD).await;
        assert!(matches!(due, Due::Register(_)), "{due:?}");
        signed
    }

    pub async fn prove_app(&self) {
        let code = self.world.fresh_app_code();
        let proof = self.prove(Method::AppCode, &code).await;
        assert_eq!(go(proof), Proof::Passed);
    }

    pub async fn prove(&self, method: Method, code: &str) -> Step<Proof> {
        let place = origin(TERMINAL);
        let typed = secret(code);
        let proved = self
            .service
            .prove(&place, &self.journey, method, typed, self.world.now());
        proved.await.unwrap().map(|(proof, _)| proof)
    }

    pub async fn try_due(&self) -> Step<Due> {
        let place = origin(TERMINAL);
        let next = self
            .service
            .signed_in_next(&place, &self.journey, self.world.now());
        next.await.unwrap()
    }

    pub async fn due(&self) -> Due {
        go(self.try_due().await)
    }

    pub async fn info(&self) -> Info {
        go(self.try_info().await)
    }

    pub async fn try_info(&self) -> Step<Info> {
        let place = origin(TERMINAL);
        let info = self
            .service
            .security_info(&place, &self.journey, self.world.now());
        info.await.unwrap()
    }

    /// The number of the one registered method of a kind.
    pub async fn id_of(&self, method: Method) -> i64 {
        let items = self.info().await.items;
        let mut ids = items
            .iter()
            .filter(|item| item.method == method)
            .filter_map(|item| item.id);
        let id = ids.next().unwrap();
        assert_eq!(ids.next(), None);
        id
    }

    pub async fn try_enrol(&self, new: NewMethod) -> Step<(Enrolling, Due)> {
        let place = origin(TERMINAL);
        let begun = self
            .service
            .enrol(&place, &self.journey, new, self.world.now());
        begun.await.unwrap()
    }

    pub async fn enrol(&self, new: NewMethod) -> Enrolling {
        go(self.try_enrol(new).await).0
    }

    /// Why it is not taken.
    pub async fn refused(&self, new: NewMethod) -> Refused {
        match self.enrol(new).await {
            Enrolling::Not(refused) => refused,
            other => panic!("{}", said(&other)),
        }
    }

    pub async fn send(&self) -> Enrolling {
        let place = origin(TERMINAL);
        let sent = self
            .service
            .send_enrolment(&place, &self.journey, self.world.now());
        go(sent.await.unwrap())
    }

    pub async fn try_confirm(&self, method: Method, code: &str) -> Step<(Confirmed, Due)> {
        let place = origin(TERMINAL);
        let (typed, now) = (secret(code), self.world.now());
        let done = self
            .service
            .confirm_enrolment(&place, &self.journey, method, typed, now);
        done.await.unwrap()
    }

    pub async fn confirm(&self, method: Method, code: &str) -> Confirmed {
        go(self.try_confirm(method, code).await).0
    }

    pub async fn claim(&self, method: Method) -> Confirmed {
        let place = origin(TERMINAL);
        let done = self
            .service
            .claim_enrolment(&place, &self.journey, method, self.world.now());
        go(done.await.unwrap()).0
    }

    pub async fn try_delete(&self, id: i64) -> Step<(Result<(), Refused>, Due)> {
        let place = origin(TERMINAL);
        let done = self
            .service
            .delete_own_method(&place, &self.journey, id, self.world.now());
        done.await.unwrap()
    }

    pub async fn delete(&self, id: i64) -> Result<(), Refused> {
        go(self.try_delete(id).await).0
    }

    pub async fn prefer(&self, method: Option<Method>) -> Result<(), Refused> {
        let place = origin(TERMINAL);
        let done = self
            .service
            .prefer_method(&place, &self.journey, method, self.world.now());
        go(done.await.unwrap()).0
    }

    pub async fn password(&self, password: &str) -> PasswordProof {
        let place = origin(TERMINAL);
        let (typed, now) = (secret(password), self.world.now());
        let proved = self
            .service
            .prove_password(&place, &self.journey, typed, now);
        go(proved.await.unwrap())
    }

    /// Registers an address with the code that comes there.
    pub async fn register_mail(&self, address: &str) {
        let sent = self.enrol(NewMethod::Email(secret(address))).await;
        assert!(matches!(sent, Enrolling::Sent { way: Way::Mail, .. }));
        let code = self.code_at(address).await;
        assert_eq!(self.confirm(Method::Email, &code).await, Confirmed::Done);
    }

    /// Registers a number with the code that comes there.
    pub async fn register_phone(&self, number: &str) {
        let new = NewMethod::Mobile(secret(number), Way::Text);
        let sent = self.enrol(new).await;
        assert!(
            matches!(sent, Enrolling::Sent { way: Way::Text, .. }),
            "{}",
            said(&sent)
        );
        let held = number::normalise(&secret(number)).unwrap();
        let code = self.code_at(&held.international().unwrap()).await;
        let done = self.confirm(Method::MobilePhone, &code).await;
        assert_eq!(done, Confirmed::Done);
    }

    /// Registers an authenticator with a code of it; its key.
    pub async fn register_app(&self) -> Seed {
        let Enrolling::AppCode { key, .. } = self.enrol(NewMethod::AppCode).await else {
            panic!("an authenticator");
        };
        let seed = Seed::parse(&key).ok().unwrap();
        let code = seed.code(step_at(self.world.now()));
        let done = self.confirm(Method::AppCode, code.expose()).await;
        assert_eq!(done, Confirmed::Done);
        seed
    }

    /// A fresh proof by mail.
    pub async fn prove_by_mail(&self, to: &str) {
        self.world.post().await;
        let sent = self.send_gate(&self.journey, Method::Email).await;
        assert!(matches!(sent, Sent::OnItsWay { .. }), "{sent:?}");
        let code = self.code_at(to).await;
        assert_eq!(go(self.prove(Method::Email, &code).await), Proof::Passed);
    }

    /// A fresh proof by text message to one of the numbers.
    pub async fn prove_by_phone(&self, slot: usize, to: &str) {
        self.world.post().await;
        let (place, method) = (origin(TERMINAL), Method::MobilePhone);
        let chosen = Chosen {
            method,
            way: Way::Text,
            slot,
        };
        let sent = self.service.send_reset_code_to(
            &place,
            &self.journey,
            chosen,
            secret(to),
            self.world.now(),
        );
        let sent = go(sent.await.unwrap());
        assert!(matches!(sent, Sent::OnItsWay { .. }), "{sent:?}");
        let code = self.code_at(to).await;
        assert_eq!(go(self.prove(method, &code).await), Proof::Passed);
    }

    /// Sends what a gate asks for, on this journey or another.
    pub async fn send_gate(&self, journey: &JourneyId, chosen: impl Into<Chosen>) -> Sent {
        let place = origin(TERMINAL);
        let sent = self
            .service
            .send_reset_code(&place, journey, chosen, self.world.now());
        go(sent.await.unwrap())
    }

    /// A reset of somebody, through this host.
    pub async fn try_reset(&self, user: &str) -> Step<JourneyId> {
        let place = origin(TERMINAL);
        let begun = self
            .service
            .begin_reset(&place, claim(user), self.world.now());
        on(begun.await.unwrap()).map(|(journey, _)| journey)
    }

    pub async fn watch(&self, key: &'static str) -> Option<Progress> {
        let place = origin(TERMINAL);
        let seen = self
            .service
            .watch(&place, &self.journey, key, self.world.now());
        seen.await.unwrap()
    }

    /// Where the last request or call is in the outbox.
    pub async fn place(&self) -> String {
        let rows = self
            .world
            .rows("SELECT place FROM request ORDER BY id DESC LIMIT 1");
        rows[0][0].clone().unwrap()
    }

    /// What became of the last request or call; whether it is still awaited.
    pub async fn report(&self, progress: Progress) -> bool {
        let place = self.place().await;
        self.report_to(&place, progress).await
    }

    pub async fn report_to(&self, place: &str, progress: Progress) -> bool {
        let told = self
            .service
            .report_progress(place, progress, self.world.now());
        told.await.unwrap()
    }

    /// The one code in the post, which goes there.
    pub async fn code_at(&self, to: &str) -> String {
        let mut codes = Vec::new();
        for arrived in self.world.post().await {
            let number = match &arrived.letter {
                Letter::Code { code, .. } => code,
                Letter::Request { number, .. } => number,
                _ => continue,
            };
            assert_eq!(arrived.to, to);
            codes.push(number.expose().to_owned());
        }
        assert_eq!(codes.len(), 1, "codes in the post");
        codes.remove(0)
    }
}

/// What it came to, without its secrets.
pub fn said(enrolling: &Enrolling) -> String {
    match enrolling {
        Enrolling::Sent { way, masked, .. } => format!("sent by {way:?} to {masked}"),
        Enrolling::AppCode { .. } => "an authenticator".to_owned(),
        Enrolling::App(_) => "an app".to_owned(),
        Enrolling::Done => "done".to_owned(),
        Enrolling::Not(refused) => format!("{refused:?}"),
    }
}
