//! A store with a crowd in it, made by the product's own services.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use keyhatch::cli::harden;
use keyhatch::clock;
use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::crypto::{Hasher, Keys, MasterKey};
use keyhatch::domain::account::Profile;
use keyhatch::domain::secret::SecretText;
use keyhatch::domain::setting::{Setting, Value};
use keyhatch::service::form::Form;
use keyhatch::service::methods::NewSeed;
use keyhatch::service::setup::Organisation;
use keyhatch::service::{Actor, Service};
use keyhatch::store::accounts::{self, NewAccount};
use keyhatch::store::{Place, Store, settings};
use tempfile::TempDir;

use crate::process;

/// How many accounts the acceptance line asks for.
pub const ACCOUNTS: usize = 100_000;

/// How many accounts one transaction adds.
const BATCH: usize = 5_000;

/// How many of them can reset their password.
pub const VISITORS: usize = 12;

/// A folder with configuration, key, store and spool.
pub struct Site {
    folder: TempDir,
    seeds: Vec<Seed>,
    /// What adding the crowd took.
    pub filled_in: Duration,
}

impl Site {
    /// Makes it.
    pub async fn make() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("keyhatch-bench-")
            .tempdir()
            .unwrap();
        let site = folder.path();
        let master = MasterKey::generate().unwrap();
        private(&site.join("keyhatch.key"), master.file().expose());
        private(
            &site.join("config.toml"),
            &format!(
                "log = \"error\"\n[kiosk]\nname = \"Bench\"\n[mail]\ndriver = \"spool\"\npath = \"{}\"\n",
                site.join("spool").display()
            ),
        );
        let keys = Arc::new(Keys::derive(&master));
        let place = Place::Sqlite(site.join("keyhatch.db"));
        Store::prepare(&place).unwrap();
        let store = Store::create(&place, keys.clone()).unwrap();
        let service = Service::new(store);
        let operator = Actor::Operator("bench".to_owned());
        let organisation = Organisation {
            name: "Contoso".to_owned(),
            domains: "contoso.example".to_owned(),
            admin: "admin@contoso.example".to_owned(),
            form: Form::default(),
            password: SecretText::copied("A long enough first sentence"),
            authenticator: None,
        };
        let now = clock::now();
        service
            .initialise(&operator, organisation, now)
            .await
            .unwrap();
        let on = vec![("sspr.enabled".to_owned(), "all".to_owned())];
        service.set_policy(&operator, on, now).await.unwrap();
        let began = Instant::now();
        fill(&Store::open(&place, keys).unwrap()).await;
        let filled_in = began.elapsed();
        let mut seeds = Vec::new();
        for visitor in 0..VISITORS {
            let seed = Seed::generate().unwrap();
            let key = data_encoding::BASE32_NOPAD.encode(seed.bytes());
            let key = NewSeed::Given(SecretText::new(key));
            service
                .add_app_code(&operator, &upn(visitor), key, clock::now())
                .await
                .unwrap();
            seeds.push(seed);
        }
        Self {
            folder,
            seeds,
            filled_in,
        }
    }

    /// A file of the site.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What a visitor's authenticator shows.
    pub fn app_code(&self, visitor: usize) -> String {
        let code = self.seeds[visitor].code(step_at(clock::now()));
        code.expose().to_owned()
    }

    /// The code that was mailed last, once there are more than `before` letters.
    pub fn mailed_code(&self, before: usize) -> String {
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let mut letters = self.letters();
            if letters.len() > before {
                letters.sort_by_key(|path| fs::metadata(path).unwrap().modified().unwrap());
                let newest = fs::read(letters.last().unwrap()).unwrap();
                let letter: serde_json::Value = serde_json::from_slice(&newest).unwrap();
                let text = letter["text"].as_str().unwrap();
                let code = |line: &&str| !line.is_empty() && line.chars().all(|c| c.is_numeric());
                return text.lines().map(str::trim).find(code).unwrap().to_owned();
            }
            assert!(Instant::now() < deadline, "no letter in the spool");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The letters in the spool.
    pub fn letters(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.path("spool")).into_iter().flatten();
        let files = files.map(|file| file.unwrap().path());
        files
            .filter(|path| path.extension().is_some_and(|end| end == "json"))
            .collect()
    }

    /// What one durable commit takes on the store's disk: median of many.
    pub async fn commit(&self) -> Duration {
        let text = fs::read_to_string(self.path("keyhatch.key")).unwrap();
        let keys = Arc::new(Keys::derive(&MasterKey::parse(&text).unwrap()));
        let store = Store::open(&Place::Sqlite(self.path("keyhatch.db")), keys).unwrap();
        let mut all = Vec::new();
        for round in 0..101 {
            let setting = Setting::find("organisation.name").unwrap();
            let name = format!("Contoso {round}");
            let name: Value = setting.parse("organisation.name", &name).unwrap();
            let began = Instant::now();
            store
                .run(clock::now(), move |tx| {
                    settings::save(tx, "organisation.name", &name)
                })
                .await
                .unwrap();
            all.push(began.elapsed());
        }
        all.sort();
        all[all.len() / 2]
    }
}

/// The principal name of the nth account.
pub fn upn(nth: usize) -> String {
    format!("person{nth:06}@contoso.example")
}

/// CPU time of what the kiosk's threads do that hash, each the median of many.
pub struct Hashing {
    /// One hash at the product's parameters.
    pub one: Duration,
    /// Those of a reset: the new password is compared with the only one in the history, then hashed
    /// for the store. Both are computed in one memory, which they have from the kernel once; so does
    /// the kiosk, and no part of its CPU is subtracted that it does not spend.
    pub of_a_reset: Duration,
}

/// Measures it here, in a process that locks its memory as the kiosk does: what the kernel does to
/// give 19 MiB to a hash and to take them back is a third of it, and more where they are locked.
pub async fn hashing() -> Hashing {
    harden::process();
    let hasher = Hasher::default();
    let password = || Arc::new(SecretText::copied("Correct horse battery staple 7"));
    let former = hasher
        .hash(Arc::new(SecretText::copied("Another one 1")))
        .await;
    let former = former.unwrap();
    let (mut one, mut both) = (Vec::new(), Vec::new());
    for _ in 0..21 {
        let spent = process::cpu(std::process::id()).total;
        hasher.hash(password()).await.unwrap();
        let after = process::cpu(std::process::id()).total;
        one.push(after - spent);
        let made = hasher.replace(password(), vec![former.clone()]).await;
        assert!(made.unwrap().is_some());
        both.push(process::cpu(std::process::id()).total - after);
    }
    one.sort();
    both.sort();
    Hashing {
        one: one[one.len() / 2],
        of_a_reset: both[both.len() / 2],
    }
}

/// Adds the crowd, everybody with the same password and an address to send a code to.
async fn fill(store: &Store) {
    let password = Arc::new(SecretText::copied("The password everybody forgot 1"));
    let verifier = Hasher::default().hash(password).await.unwrap();
    for first in (0..ACCOUNTS).step_by(BATCH) {
        let verifier = verifier.clone();
        let last = (first + BATCH).min(ACCOUNTS);
        store
            .run(clock::now(), move |tx| {
                for nth in first..last {
                    accounts::add(tx, &person(nth, &verifier))?;
                }
                Ok(())
            })
            .await
            .unwrap();
    }
}

fn person(nth: usize, verifier: &str) -> NewAccount {
    NewAccount {
        upn: upn(nth),
        profile: Profile {
            name: Some(format!("Given{} Surname{}", nth % 997, nth % 4999)),
            given: Some(format!("Given{}", nth % 997)),
            surname: Some(format!("Surname{}", nth % 4999)),
            email: Some(upn(nth)),
            alternate_email: Some(format!("person{nth}@home.example")),
            ..Profile::default()
        },
        licence: None,
        roles: Vec::new(),
        verifier: Some(verifier.to_owned()),
        must_change: false,
    }
}

/// A file that is only its owner's.
fn private(path: &Path, text: &str) {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .unwrap();
    file.write_all(text.as_bytes()).unwrap();
}
