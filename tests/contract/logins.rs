//! Whose account a login on a host is: by names that its owner doesn't choose.

use keyhatch::service::form::Form;
use keyhatch::service::sign_in::{Checked, Whose};

use super::world::*;

const TWIN: &str = "mias@fabrikam.example";

async fn of_login(world: &World, login: &str) -> Option<String> {
    let found = world.service.account_of_login(login, world.now());
    found.await.unwrap().map(|account| account.upn)
}

/// As PAM asks.
async fn check(world: &World, login: &str) -> Checked {
    let whose = Whose::OfLogin(login.to_owned());
    let checked = world
        .service
        .check_password(whose, secret(OLD), TERMINAL, world.now());
    checked.await.unwrap()
}

pub async fn a_login_is_a_name_and_no_address(world: &World) {
    let right = Checked::Right { must_change: false };
    for login in ["mias", MIA] {
        assert_eq!(of_login(world, login).await.unwrap(), MIA);
        assert_eq!(check(world, login).await, right, "{login}");
    }
    // Her address finds her at the kiosk, and is no login.
    for stranger in [HOME, WORK, "mia", "root", "", "mias@", "%"] {
        assert_eq!(of_login(world, stranger).await, None, "{stranger}");
        assert_eq!(check(world, stranger).await, Checked::Wrong, "{stranger}");
    }
    assert_eq!(world.check(HOME, OLD).await, right);
}

pub async fn a_login_of_two_is_nobody_s(world: &World) {
    world.add(TWIN, &Form::default(), OLD).await;
    assert_eq!(of_login(world, "mias").await, None);
    assert_eq!(check(world, "mias").await, Checked::Wrong);
    assert_eq!(of_login(world, TWIN).await.unwrap(), TWIN);
}

pub async fn a_disabled_account_is_nobody_s_login(world: &World) {
    let disabled = world
        .service
        .set_enabled(&world.operator, MIA, false, world.now());
    disabled.await.unwrap();
    assert_eq!(of_login(world, "mias").await, None);
    assert_eq!(check(world, "mias").await, Checked::Wrong);
}

pub async fn a_login_is_asked_for_what_is_due_and_nothing_else(world: &World) {
    let due = async || {
        let found = world.service.account_of_login("mias", world.now());
        let account = found.await.unwrap().unwrap();
        let due = world.service.is_due(account, world.now());
        due.await.unwrap()
    };
    // She has two methods, and they are looked over after 180 days.
    world.add_authenticator(MIA).await;
    assert!(!due().await);
    world.advance(180 * 86_400 - 60);
    assert!(!due().await);
    world.advance(60);
    assert!(due().await);
    world.policy(&[("registration.reconfirm_days", "0")]).await;
    assert!(!due().await);
    world
        .policy(&[("methods.enabled", "app_code,mobile_phone")])
        .await;
    assert!(due().await, "one method is too few");
    world
        .policy(&[("registration.required_at_sign_in", "off")])
        .await;
    assert!(!due().await);
    let temporary = world
        .service
        .temporary_password(&world.operator, MIA, world.now());
    temporary.await.unwrap();
    assert!(due().await);
}
