//! A believable organisation with half a year behind it, for the demo: Contoso, its people, and what
//! they did, made by the product's own decisions at past moments, oldest first. What happens is
//! planned from the same seed every time ([`plan`]), depends on nothing but the moment it ends at,
//! and is then played ([`player`]) through services and store decisions like anybody's. Calls
//! `store` and `crypto` as its siblings do; knows no screen and no language.
//!
//! What must stay true: it fills an empty store in memory and no other, because history that can be
//! made up proves nothing; it leaves no letter, code or journey open; and it hashes no password but
//! three, because somebody waits for it.

mod calendar;
mod dice;
mod people;
mod plan;
mod player;
#[cfg(test)]
mod tests;
mod visits;

use std::collections::HashMap;
use std::sync::Arc;

use super::accounts::FirstPassword;
use super::form::Form;
use super::methods::NewSeed;
use super::refusal::Refusal;
use super::setup::Organisation;
use super::{Actor, Service, ServiceError};
use crate::crypto::random;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::store::{Place, Tx, accounts as rows};
use calendar::Calendar;
use people::{DEPARTMENTS, PeopleFile, Person};
use player::Player;

/// The group whose members may reset; departments are nested in it one after another.
pub const TESTERS: &str = "SSPRTesters";
/// The group of every department.
const EVERYBODY: &str = "All staff";
/// The first administrator.
pub const ADMIN: &str = "admin@contoso.example";
/// The one who registers methods and releases blocks; of the file.
const DESK: &str = "alexw@contoso.example";

/// Who tries the demo: an account that nothing has happened to.
pub struct Guest {
    /// The principal name.
    pub upn: String,
    /// Names and contact data.
    pub form: Form,
    /// The password, which is no temporary one.
    pub password: SecretText,
    /// The authenticator's key, in Base32, and the topic that the phone's app listens to; whoever is
    /// to register a phone first has neither.
    pub apps: Option<(SecretText, SecretText)>,
    /// The department.
    pub department: String,
}

/// How whoever tries the demo signs in as the first administrator.
pub struct Entrance {
    /// The password.
    pub password: SecretText,
    /// The authenticator's key, in Base32.
    pub key: SecretText,
}

/// Those who act in the half-year.
struct Cast {
    admin: i64,
    desk: i64,
}

impl Cast {
    /// The first administrator, who has just signed in.
    fn admin(&self, at: Timestamp) -> Actor {
        Actor::signed(self.admin, ADMIN, at)
    }

    /// The one at the help desk, who has just signed in.
    fn desk(&self, at: Timestamp) -> Actor {
        Actor::signed(self.desk, DESK, at)
    }
}

impl Service {
    /// Fills this store, which must be in memory and empty, with Contoso and the half-year before
    /// `now`.
    pub async fn rehearse(
        &self,
        operator: &Actor,
        guest: Guest,
        entrance: Entrance,
        now: Timestamp,
    ) -> Result<(), ServiceError> {
        if *self.store.place() != Place::Memory {
            let sentence = "history is made up in memory only; run `keyhatch demo`";
            return Err(Refusal::Other(sentence.to_owned()).into());
        }
        let people = Arc::new(people::everybody()?);
        let calendar = Calendar::before(now);
        let at = calendar.opening();
        let cast = self.found(operator, &people, guest, entrance, at).await?;
        let verifier = SecretText::new(random::clear_text(16)?);
        let verifier = self.hasher.hash(Arc::new(verifier)).await?;
        let plan = plan::plan(&people, &calendar);
        let mut player = Player::new(self, &people, cast, verifier, at);
        for (at, deed) in &plan {
            player.play(*at, deed).await?;
        }
        self.purge(now).await?;
        Ok(())
    }

    /// The organisation on its first day.
    async fn found(
        &self,
        operator: &Actor,
        people: &Arc<Vec<Person>>,
        guest: Guest,
        entrance: Entrance,
        at: Timestamp,
    ) -> Result<Cast, ServiceError> {
        let organisation = Organisation {
            name: "Contoso".to_owned(),
            domains: "contoso.example".to_owned(),
            admin: ADMIN.to_owned(),
            form: Form {
                name: Some("Megan Bowen".to_owned()),
                given: Some("Megan".to_owned()),
                surname: Some("Bowen".to_owned()),
                email: Some(ADMIN.to_owned()),
                alternate_email: Some("megan.bowen@home.example".to_owned()),
                ..Form::default()
            },
            password: entrance.password,
            authenticator: None,
        };
        self.initialise(operator, organisation, at).await?;
        self.add_app_code(operator, ADMIN, NewSeed::Given(entrance.key), at)
            .await?;
        let lines = Arc::new(PeopleFile(people.clone()));
        let report = Arc::new(|_, _: &str| ());
        self.import_accounts(operator, lines, report, at).await?;
        let upn = &guest.upn;
        let first = FirstPassword::Given {
            password: guest.password,
            must_change: false,
        };
        self.add_account(operator, upn, &guest.form, first, at)
            .await?;
        if let Some((key, topic)) = guest.apps {
            self.add_app_code(operator, upn, NewSeed::Given(key), at)
                .await?;
            self.add_app(operator, upn, topic, at).await?;
        }
        self.gather(operator, EVERYBODY, "Every department", at)
            .await?;
        for name in DEPARTMENTS {
            self.gather(operator, name, "A department of Contoso", at)
                .await?;
            self.add_member(operator, EVERYBODY, name, at).await?;
        }
        for person in people.iter() {
            self.add_member(operator, &person.department, &person.upn, at)
                .await?;
        }
        self.gather(operator, TESTERS, "Tests password reset", at)
            .await?;
        for group in [TESTERS, guest.department.as_str()] {
            self.add_member(operator, group, upn, at).await?;
        }
        let all = |tx: &mut Tx<'_>| rows::list(tx, "", i64::MAX);
        let accounts = self.store.run(at, all).await?;
        let mut ids: HashMap<String, i64> = accounts.into_iter().map(|a| (a.upn, a.id)).collect();
        let mut id = |upn: &str| ids.remove(upn).unwrap_or_default();
        Ok(Cast {
            admin: id(ADMIN),
            desk: id(DESK),
        })
    }

    /// Takes back what was enabled and the group it was enabled for, as before the exercise that a
    /// tour goes through.
    pub async fn wind_up(&self, operator: &Actor, now: Timestamp) -> Result<(), ServiceError> {
        let pairs = [("sspr.enabled", "none"), ("sspr.groups", "")];
        let pairs = pairs.map(|(key, to)| (key.to_owned(), to.to_owned()));
        self.set_policy(operator, pairs.to_vec(), now).await?;
        self.delete_group(operator, TESTERS, now).await
    }

    async fn gather(
        &self,
        operator: &Actor,
        name: &str,
        description: &str,
        at: Timestamp,
    ) -> Result<(), ServiceError> {
        self.add_group(operator, name, "security", Some(description), at)
            .await
    }
}
