//! A store with a million people in it, made by the product's own services. One in ten is found by
//! the first key "a", and everybody by the organisation's domain.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use keyhatch::clock;
use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::crypto::{Hasher, Keys, MasterKey};
use keyhatch::domain::account::Profile;
use keyhatch::domain::licence::Licence;
use keyhatch::domain::secret::SecretText;
use keyhatch::service::form::Form;
use keyhatch::service::methods::NewSeed;
use keyhatch::service::setup::Organisation;
use keyhatch::service::{Actor, Service};
use keyhatch::store::accounts::{self, NewAccount};
use keyhatch::store::{Place, Store};
use tempfile::TempDir;

/// How many accounts the acceptance line asks for.
pub const ACCOUNTS: usize = 1_000_000;

/// Who signs in to the console.
pub const ADMIN: &str = "admin@contoso.example";
/// Their password.
pub const PASSWORD: &str = "A long enough first sentence";

/// How many accounts one transaction adds.
const BATCH: usize = 10_000;

/// What a name is made of: twenty beginnings, two of which are an "a".
const BEGINNINGS: [&str; 20] = [
    "An", "Al", "Ben", "Car", "Da", "El", "Fre", "Gi", "Han", "In", "Jo", "Ka", "Lu", "Mi", "No",
    "Ol", "Pe", "Ro", "Su", "To",
];
const MIDDLES: [&str; 12] = [
    "na", "lo", "ri", "ta", "mi", "so", "ve", "da", "li", "ne", "ku", "be",
];
const ENDS: [&str; 10] = ["", "r", "n", "s", "l", "th", "nd", "ck", "sen", "berg"];

/// A folder with configuration, key and store.
pub struct Crowd {
    folder: TempDir,
    /// The services over it.
    pub service: Service,
    /// Who asks.
    pub operator: Actor,
    seed: Seed,
    /// What adding the crowd took.
    pub filled_in: Duration,
}

impl Crowd {
    /// Makes it.
    pub async fn make() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("keyhatch-bench-")
            .tempdir()
            .unwrap();
        let master = MasterKey::generate().unwrap();
        let path = folder.path();
        private(path.join("keyhatch.key"), master.file().expose());
        private(path.join("config.toml"), "log = \"error\"\n");
        let keys = Arc::new(Keys::derive(&master));
        let place = Place::Sqlite(path.join("keyhatch.db"));
        Store::prepare(&place).unwrap();
        let store = Store::create(&place, keys.clone()).unwrap();
        let service = Service::new(store);
        let operator = Actor::Operator("bench".to_owned());
        let organisation = Organisation {
            name: "Contoso".to_owned(),
            domains: "contoso.example".to_owned(),
            admin: ADMIN.to_owned(),
            form: Form::default(),
            password: SecretText::copied(PASSWORD),
            authenticator: None,
        };
        let now = clock::now();
        let initialised = service.initialise(&operator, organisation, now);
        initialised.await.unwrap();
        let seed = Seed::generate().unwrap();
        let key = data_encoding::BASE32_NOPAD.encode(seed.bytes());
        let key = NewSeed::Given(SecretText::new(key));
        let added = service.add_app_code(&operator, ADMIN, key, now);
        added.await.unwrap();
        // The console opens without asking for more to be registered first.
        let set = [
            ("sspr.enabled", "all"),
            ("registration.required_at_sign_in", "off"),
        ];
        let set = set.map(|(key, value)| (key.to_owned(), value.to_owned()));
        service
            .set_policy(&operator, set.into(), now)
            .await
            .unwrap();
        let began = Instant::now();
        fill(&Store::open(&place, keys).unwrap()).await;
        Self {
            folder,
            service,
            operator,
            seed,
            filled_in: began.elapsed(),
        }
    }

    /// What the administrator's authenticator shows.
    pub fn app_code(&self) -> String {
        self.seed.code(step_at(clock::now())).expose().to_owned()
    }

    /// A file of it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

/// The name of the nth person: given name and surname.
pub fn name(nth: usize) -> (String, String) {
    let made = |n: usize| {
        let (first, rest) = (BEGINNINGS[n % 20], n / 20);
        let (middle, end) = (MIDDLES[rest % 12], ENDS[rest / 12 % 10]);
        format!("{first}{middle}{end}")
    };
    // Spread, so that neighbours in the store are no neighbours in the alphabet.
    (made(nth * 7 % 2_399), made(nth / 3 * 11 % 2_383))
}

async fn fill(store: &Store) {
    let password = Arc::new(SecretText::copied("The password everybody forgot 1"));
    let verifier = Hasher::default().hash(password).await.unwrap();
    for first in (0..ACCOUNTS).step_by(BATCH) {
        let verifier = verifier.clone();
        let last = (first + BATCH).min(ACCOUNTS);
        let add = move |tx: &mut keyhatch::store::Tx<'_>| {
            for nth in first..last {
                let id = accounts::add(tx, &person(nth, &verifier))?;
                if let Some(id) = id.filter(|_| nth.is_multiple_of(1_000)) {
                    accounts::set_enabled(tx, id, false)?;
                }
            }
            Ok(())
        };
        store.run(clock::now(), add).await.unwrap();
        if last.is_multiple_of(100_000) {
            println!("{last} accounts");
        }
    }
}

fn person(nth: usize, verifier: &str) -> NewAccount {
    let (given, surname) = name(nth);
    let upn = format!("{given}.{surname}{nth}@contoso.example").to_lowercase();
    NewAccount {
        profile: Profile {
            name: Some(format!("{given} {surname}")),
            given: Some(given),
            surname: Some(surname),
            email: Some(upn.clone()),
            alternate_email: nth
                .is_multiple_of(2)
                .then(|| format!("person{nth}@home.example")),
            mobile: nth.is_multiple_of(3).then(|| format!("+4420{nth:08}")),
            ..Profile::default()
        },
        upn,
        licence: nth.is_multiple_of(500).then_some(Licence::Basic),
        roles: Vec::new(),
        verifier: Some(verifier.to_owned()),
        must_change: false,
    }
}

/// A file that is only its owner's.
fn private(path: PathBuf, text: &str) {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .unwrap();
    file.write_all(text.as_bytes()).unwrap();
}
