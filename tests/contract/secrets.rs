//! What is written down: no password, no code, no seed, in any form it was typed in.

use keyhatch::crypto::totp::{Seed, step_at};
use keyhatch::domain::enrolment::{Confirmed, Enrolling, NewMethod};
use keyhatch::domain::journey::{Finished, Proof};
use keyhatch::domain::method::Method;
use keyhatch::domain::question::{PREDEFINED, Question};
use keyhatch::service::sign_in::Checked;
use keyhatch::store::Place;

use super::signed::{Signed, TOM};
use super::world::*;

pub async fn none_is_stored_readable(world: &World) {
    world.policy(&[("codes.length", "10")]).await;
    let mut secrets = vec![OLD.to_owned(), NEW.to_owned(), SEED.to_owned()];
    secrets.push("12345678901234567890".to_owned());
    let wrong = "what she thought it was";
    assert_eq!(world.check(MIA, wrong).await, Checked::Wrong);
    secrets.push(wrong.to_owned());

    world.ask_mia(&[]).await;
    for (_, answer) in super::questions::SET {
        secrets.extend([answer.to_owned(), answer.to_lowercase()]);
    }
    let asking = world.begin(MIA).await;
    for right in [false, true] {
        assert!(world.try_answer(&asking, right).await.is_some());
    }
    secrets.push("a guess 0".to_owned());

    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    let unread = world.begin(MIA).await;
    world.send(&unread).await;
    let proof = world.prove(&unread, Method::Email, "0918273645").await;
    assert!(matches!(proof, Proof::Wrong { .. }));
    secrets.extend([code, "0918273645".to_owned()]);
    world.pass_app(&journey).await;
    secrets.push(world.app_code(0));
    let code = world.mail_code(&journey).await;
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::Passed
    );
    secrets.push(code);
    search(world, &secrets);
    assert!(matches!(
        world.finish(&journey, wrong).await,
        Finished::Done
    ));
    world.reset_again().await;
    let given = world
        .service
        .temporary_password(&world.operator, MIA, world.now());
    secrets.push(given.await.unwrap().expose().to_owned());
    search(world, &secrets);
}

pub async fn none_of_what_people_register(world: &World) {
    world
        .policy(&[
            ("codes.length", "10"),
            (
                "methods.enabled",
                "app_notification,app_code,email,security_questions",
            ),
            ("questions.to_register", "3"),
        ])
        .await;
    let mut secrets = Vec::new();
    let tom = Signed::tom(world).await;
    // While it waits to be confirmed, and after.
    let Enrolling::App(app) = tom.enrol(NewMethod::AppNotification).await else {
        panic!("an app");
    };
    let topic = app.topic.expose().to_owned();
    tom.send().await;
    secrets.push(topic.clone());
    search_for(world, TOM, &secrets);
    tom.code_at(&topic).await;
    let Enrolling::AppCode { key, .. } = tom.enrol(NewMethod::AppCode).await else {
        panic!("an authenticator");
    };
    let plain = key.expose().replace(' ', "");
    let bytes = data_encoding::BASE32_NOPAD
        .decode(plain.as_bytes())
        .unwrap();
    secrets.push(plain);
    search_for(world, TOM, &secrets);
    let seed = Seed::from_bytes(&bytes);
    let code = seed.code(step_at(world.now()));
    let done = tom.confirm(Method::AppCode, code.expose()).await;
    assert_eq!(done, Confirmed::Done);
    assert!(!contains(&everything(world), &bytes));
    tom.enrol(NewMethod::Email(secret("tom@elsewhere.example")))
        .await;
    let code = tom.code_at("tom@elsewhere.example").await;
    tom.confirm(Method::Email, "0918273645").await;
    tom.confirm(Method::Email, &code).await;
    secrets.extend([code, "0918273645".to_owned()]);
    let answers = ["Fluffy Clouds", "Crooked Trees", "Loud Silences"];
    let questions = PREDEFINED.into_iter().map(Question::Predefined);
    tom.prove_by_mail("tom@elsewhere.example").await;
    let set = questions.zip(answers.map(secret)).collect();
    assert!(matches!(
        tom.enrol(NewMethod::Questions(set)).await,
        Enrolling::Done
    ));
    secrets.extend(answers.map(str::to_owned));
    secrets.extend(answers.map(str::to_lowercase));
    search_for(world, TOM, &secrets);
}

impl World {
    async fn reset_again(&self) {
        self.post().await;
        self.reset(MIA, NEW).await;
    }
}

pub fn search(world: &World, secrets: &[String]) {
    search_for(world, MIA, secrets);
}

fn search_for(world: &World, user: &str, secrets: &[String]) {
    let kept = everything(world);
    assert!(
        contains(&kept, user.as_bytes()),
        "looked in the right place"
    );
    for secret in secrets {
        let hex = data_encoding::HEXLOWER.encode(secret.as_bytes());
        let base64 = data_encoding::BASE64_NOPAD.encode(secret.as_bytes());
        for form in [secret, &hex, &base64] {
            assert!(
                !contains(&kept, form.as_bytes()),
                "`{form}` is there to be read"
            );
        }
    }
}

fn contains(kept: &[u8], secret: &[u8]) -> bool {
    kept.windows(secret.len()).any(|window| window == secret)
}

/// Every byte of the file and its journal; of a database, every row of every table.
fn everything(world: &World) -> Vec<u8> {
    let mut all = Vec::new();
    match &world.place {
        Place::Memory => panic!("nobody else sees it"),
        Place::Sqlite(path) => {
            for suffix in ["", "-wal"] {
                let mut file = path.clone().into_os_string();
                file.push(suffix);
                let bytes = std::fs::read(file).unwrap();
                assert!(!bytes.is_empty());
                all.extend(bytes);
            }
        }
        Place::Postgres(_) => {
            let tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
            for table in world.rows(tables) {
                let table = table[0].as_deref().unwrap();
                for row in world.rows(&format!("SELECT CAST(t AS TEXT) FROM {table} t")) {
                    all.extend(row[0].as_deref().unwrap().as_bytes());
                }
            }
        }
    }
    all
}
