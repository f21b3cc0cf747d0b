//! What is written down: no password, no code, no seed, in any form it was typed in.

use keyhatch::domain::journey::{Finished, Proof};
use keyhatch::domain::method::Method;
use keyhatch::service::sign_in::Checked;
use keyhatch::store::Place;

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

impl World {
    async fn reset_again(&self) {
        self.post().await;
        self.reset(MIA, NEW).await;
    }
}

fn search(world: &World, secrets: &[String]) {
    let kept = everything(world);
    assert!(contains(&kept, MIA.as_bytes()), "looked in the right place");
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
