//! What every case starts with, and the short words it speaks in.

use std::cell::Cell;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::crypto::{Keys, MasterKey};
use keyhatch::domain::audit::Record;
use keyhatch::domain::journey::{Finished, JourneyId, Next, Overview, Proof, Sent, Step};
use keyhatch::domain::letter::Letter;
use keyhatch::domain::method::Method;
use keyhatch::domain::outgoing::{Channel, Delivery};
use keyhatch::domain::time::Timestamp;
use keyhatch::service::accounts::FirstPassword;
use keyhatch::service::form::Form;
use keyhatch::service::methods::NewSeed;
use keyhatch::service::sign_in::{Checked, Whose};
use keyhatch::service::{Actor, Service, ServiceError};
use keyhatch::store::audit::{Filter, Verdict};
use keyhatch::store::{Place, Store};
use tempfile::TempDir;

pub use super::words::*;

/// A letter that arrived.
pub struct Arrived {
    pub to: String,
    pub language: String,
    pub letter: Letter,
}

/// A database to be copied.
pub struct Original {
    place: Place,
    keys: Arc<Keys>,
}

impl Original {
    /// A new database with the same in it.
    pub fn copy(&self, url: &str) -> World {
        let name = |url: &str| url.rsplit('/').next().unwrap().to_owned();
        let Place::Postgres(original) = &self.place else {
            panic!("not a database");
        };
        // From another one: the original must have no connection.
        let server = original.replace(&name(original), "postgres");
        let copy = format!(
            "CREATE DATABASE \"{}\" TEMPLATE \"{}\"",
            name(url),
            name(original)
        );
        super::raw::run(&Place::Postgres(server), &copy);
        let place = Place::Postgres(url.to_owned());
        let store = Store::open(&place, self.keys.clone()).unwrap();
        World::over(
            store,
            place,
            self.keys.clone(),
            tempfile::tempdir().unwrap(),
        )
    }
}

/// One store, one clock, one organisation.
pub struct World {
    pub place: Place,
    pub keys: Arc<Keys>,
    pub service: Service,
    pub operator: Actor,
    pub folder: TempDir,
    now: Cell<Timestamp>,
}

impl World {
    /// A new store in a file of its own.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Sqlite(folder.path().join("keyhatch.db"));
        Self::at(place, folder)
    }

    /// A new store in an empty database.
    pub fn postgres(url: String) -> Self {
        Self::at(Place::Postgres(url), tempfile::tempdir().unwrap())
    }

    fn at(place: Place, folder: TempDir) -> Self {
        let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
        let store = Store::create(&place, keys.clone()).unwrap();
        Self::over(store, place, keys, folder)
    }

    fn over(store: Store, place: Place, keys: Arc<Keys>, folder: TempDir) -> Self {
        Self::through(place, keys, Service::new(store), folder)
    }

    /// A store that is open already, seen through another service.
    pub fn through(place: Place, keys: Arc<Keys>, service: Service, folder: TempDir) -> Self {
        Self {
            place,
            keys,
            service,
            operator: Actor::Operator("root".to_owned()),
            folder,
            now: Cell::new(Timestamp::from_seconds(START)),
        }
    }

    /// The place and key of it, nobody being connected any more.
    pub fn closed(self) -> Original {
        Original {
            place: self.place,
            keys: self.keys,
        }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.place, Place::Sqlite(_))
    }

    /// The organisation, its administrator, Mia with an address at home and an authenticator.
    pub async fn furnish(&self) {
        if self.service.require_initialised(self.now()).await.is_ok() {
            return;
        }
        let done = self
            .service
            .initialise(&self.operator, contoso(), self.now());
        done.await.unwrap();
        self.policy(&[("sspr.enabled", "all"), ("password.history", "1")])
            .await;
        let form = Form {
            name: text("Mia Steele"),
            email: text(WORK),
            alternate_email: text(HOME),
            language: text("de"),
            ..Form::default()
        };
        self.add(MIA, &form, OLD).await;
        self.add_authenticator(MIA).await;
    }

    pub async fn add(&self, upn: &str, form: &Form, password: &str) {
        let first = FirstPassword::Given {
            password: secret(password),
            must_change: false,
        };
        let added = self
            .service
            .add_account(&self.operator, upn, form, first, self.now());
        added.await.unwrap();
    }

    pub async fn add_authenticator(&self, upn: &str) {
        let seed = NewSeed::Given(secret(SEED));
        let added = self
            .service
            .add_app_code(&self.operator, upn, seed, self.now());
        assert!(added.await.unwrap().is_none());
    }

    /// Another process on the same store.
    pub fn another(&self) -> Service {
        Service::new(Store::open(&self.place, self.keys.clone()).unwrap())
    }

    pub fn now(&self) -> Timestamp {
        self.now.get()
    }

    pub fn set_clock(&self, now: Timestamp) {
        self.now.set(now);
    }

    pub fn advance(&self, seconds: u64) {
        self.now.set(self.now().plus(Duration::from_secs(seconds)));
    }

    pub async fn policy(&self, pairs: &[(&str, &str)]) -> u64 {
        self.set_policy(&self.operator, pairs).await.unwrap()
    }

    pub async fn set_policy(
        &self,
        actor: &Actor,
        pairs: &[(&str, &str)],
    ) -> Result<u64, ServiceError> {
        let owned = pairs
            .iter()
            .map(|(key, value)| ((*key).into(), (*value).into()));
        self.service
            .set_policy(actor, owned.collect(), self.now())
            .await
    }

    pub async fn try_begin(&self, user: &str, terminal: &str) -> Step<JourneyId> {
        let place = origin(terminal);
        let begun = self.service.begin_reset(&place, claim(user), self.now());
        on(begun.await.unwrap()).map(|(journey, _)| journey)
    }

    pub async fn begin(&self, user: &str) -> JourneyId {
        go(self.try_begin(user, TERMINAL).await)
    }

    pub async fn next(&self, journey: &JourneyId) -> Step<Next> {
        let place = origin(TERMINAL);
        let next = self.service.next_step(&place, journey, self.now());
        next.await.unwrap()
    }

    /// Where the journey stands, which must be before a gate.
    pub async fn overview(&self, journey: &JourneyId) -> Overview {
        match go(self.next(journey).await) {
            Next::Gate(overview) => overview,
            Next::Password(_) | Next::Unlock(..) | Next::Signed(_) => {
                panic!("every gate is passed")
            }
        }
    }

    pub async fn try_send(&self, journey: &JourneyId, terminal: &str) -> Step<Sent> {
        let (place, method) = (origin(terminal), Method::Email);
        let sent = self
            .service
            .send_reset_code(&place, journey, method, self.now());
        sent.await.unwrap()
    }

    pub async fn send(&self, journey: &JourneyId) -> Sent {
        go(self.try_send(journey, TERMINAL).await)
    }

    /// Lets every letter that is due arrive.
    pub async fn post(&self) -> Vec<Arrived> {
        let mut arrived = Vec::new();
        for taken in self
            .service
            .take_letters(100, &Channel::ALL, self.now())
            .await
            .unwrap()
        {
            let settled = self.service.settle_letter(
                taken.id,
                taken.attempts,
                Delivery::Accepted,
                0,
                &[],
                self.now(),
            );
            settled.await.unwrap();
            arrived.push(Arrived {
                to: taken.to.unwrap(),
                language: taken.language,
                letter: taken.letter.unwrap(),
            });
        }
        arrived
    }

    /// The one code in the post.
    pub async fn code_in_post(&self) -> String {
        let mut codes = Vec::new();
        for arrived in self.post().await {
            if let Letter::Code { code, .. } = &arrived.letter {
                codes.push(code.expose().to_owned());
            }
        }
        assert_eq!(codes.len(), 1, "codes in the post");
        codes.remove(0)
    }

    /// Asks for a code by mail and reads it.
    pub async fn mail_code(&self, journey: &JourneyId) -> String {
        assert!(matches!(self.send(journey).await, Sent::OnItsWay { .. }));
        self.code_in_post().await
    }

    /// The authenticator's code so many steps from now.
    pub fn app_code(&self, steps: i64) -> String {
        let seed = Seed::parse(&secret(SEED)).ok().unwrap();
        seed.code(step_at(self.now()) + steps).expose().to_owned()
    }

    /// The code of a step that has not been used: the next one, once it has come.
    pub fn fresh_app_code(&self) -> String {
        self.advance(30);
        self.app_code(0)
    }

    pub async fn try_prove(&self, journey: &JourneyId, method: Method, code: &str) -> Step<Proof> {
        let place = origin(TERMINAL);
        let proved = self
            .service
            .prove(&place, journey, method, secret(code), self.now());
        proved.await.unwrap().map(|(proof, _)| proof)
    }

    pub async fn prove(&self, journey: &JourneyId, method: Method, code: &str) -> Proof {
        go(self.try_prove(journey, method, code).await)
    }

    pub async fn pass_mail(&self, journey: &JourneyId) {
        let code = self.mail_code(journey).await;
        assert_eq!(
            self.prove(journey, Method::Email, &code).await,
            Proof::Passed
        );
    }

    pub async fn pass_app(&self, journey: &JourneyId) {
        let code = self.fresh_app_code();
        assert_eq!(
            self.prove(journey, Method::AppCode, &code).await,
            Proof::Passed
        );
    }

    pub async fn try_finish(&self, journey: &JourneyId, password: &str) -> Step<Finished> {
        let place = origin(TERMINAL);
        let done = self
            .service
            .finish_reset(&place, journey, secret(password), self.now());
        done.await.unwrap()
    }

    pub async fn finish(&self, journey: &JourneyId, password: &str) -> Finished {
        go(self.try_finish(journey, password).await)
    }

    /// A whole reset of an account whose code is the only one in the post.
    pub async fn reset(&self, user: &str, password: &str) {
        let journey = self.begin(user).await;
        self.pass_mail(&journey).await;
        self.pass_app(&journey).await;
        let finished = self.finish(&journey, password).await;
        assert!(matches!(finished, Finished::Done | Finished::DoneUntold));
    }

    /// A wrong proof by authenticator.
    pub async fn guess(&self, journey: &JourneyId) -> Step<Proof> {
        let wrong = wrong(&[&self.app_code(0), &self.app_code(-1)]);
        self.try_prove(journey, Method::AppCode, &wrong).await
    }

    pub async fn check(&self, user: &str, password: &str) -> Checked {
        let user = Whose::Named(user.to_owned());
        let checked = self
            .service
            .check_password(user, secret(password), TERMINAL, self.now());
        checked.await.unwrap()
    }

    pub async fn records(&self, activity: &str) -> Vec<Record> {
        let filter = Filter {
            activity: (!activity.is_empty()).then(|| activity.to_owned()),
            ..Filter::default()
        };
        self.filtered(filter).await
    }

    pub async fn filtered(&self, filter: Filter) -> Vec<Record> {
        let found = Arc::new(Mutex::new(Vec::new()));
        let into = found.clone();
        let keep = move |record| into.lock().unwrap().push(record);
        let asked = self.service.audit(&self.operator, filter, keep, self.now());
        asked.await.unwrap();
        std::mem::take(&mut *found.lock().unwrap())
    }

    pub async fn last(&self, activity: &str) -> Record {
        self.records(activity).await.pop().unwrap()
    }

    pub async fn verify(&self) -> Verdict {
        let verified = self.service.verify_audit(&self.operator, None, self.now());
        verified.await.unwrap()
    }

    pub async fn assert_whole(&self) {
        assert!(matches!(self.verify().await, Verdict::Whole(count) if count > 0));
    }
}
