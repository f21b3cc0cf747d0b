//! The places of users and groups over a real store, without the loop: what they ask is done at
//! once, what they open stands above them.

mod scene;

use scene::{Scene, contoso, now, play};

use super::*;
use crate::domain::msg::Msg;
use crate::domain::role::Role;
use crate::domain::secret::SecretText;
use crate::service::Actor;
use crate::tui::Say as _;
use crate::tui::admin::Words;
use crate::tui::admin::place::Place;
use crate::tui::keymap::Command;

/// The place's part of a window of 80×24, and of one of 60×20.
const USUAL: (u16, u16) = (54, 19);
const SMALL: (u16, u16) = (40, 15);

fn users() -> Box<dyn Place> {
    Box::new(Users::default())
}

#[test]
fn users_are_found_as_one_types() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        insta::assert_snapshot!("users", scene.picture(USUAL, "en"));
        insta::assert_snapshot!("users_small", scene.picture(SMALL, "en"));
        insta::assert_snapshot!("users_ja", scene.picture(USUAL, "ja"));
        scene.keys("/wil").await;
        insta::assert_snapshot!("users_found", scene.picture(USUAL, "de"));
        scene.key(Command::Enter).await;
        scene.key(Command::Enter).await;
        assert_eq!(scene.title(), "account-title");
        assert!(scene.seen().contains("Alex Wilber"));
        scene.key(Command::Back).await;
        scene.key(Command::Back).await;
        assert!(scene.seen().contains("adele@"), "all of them again");
    });
}

#[test]
fn a_filter_says_which() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.keys("f").await;
        insta::assert_snapshot!("filter", scene.picture(USUAL, "en"));
        scene.key(Command::Left).await;
        scene.key(Command::Enter).await;
        let seen = scene.seen();
        assert!(seen.contains("alex@") && !seen.contains("adele@"), "{seen}");
        assert!(seen.contains("Disabled"), "{seen}");
        scene.keys("f").await;
        scene.key(Command::Back).await;
        assert!(!scene.seen().contains("adele@"), "as it was");
    });
}

#[test]
fn an_account_has_its_page() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.down(1).await;
        scene.key(Command::Enter).await;
        for (nth, section) in [
            "actions", "data", "reset", "methods", "blocks", "visits", "audit",
        ]
        .into_iter()
        .enumerate()
        {
            let digit = char::from(b'1' + u8::try_from(nth).unwrap());
            scene.key(Command::Type(digit)).await;
            let name = format!("account_{section}");
            insta::assert_snapshot!(name, scene.picture(USUAL, "en"));
        }
        insta::assert_snapshot!("account_small", scene.picture(SMALL, "de"));
    });
}

#[test]
fn what_is_done_to_an_account_is_said_and_seen() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.down(1).await;
        scene.key(Command::Enter).await;
        let upn = "adele@contoso.example";
        // The actions: help, a temporary password, registration, edit, licence, roles, disable,
        // delete.
        scene.down(6).await;
        scene.key(Command::Enter).await;
        assert_eq!(scene.confirm().await, None);
        assert_eq!(scene.said(), "people-done-disabled");
        assert!(scene.seen().contains("> Enable"), "{}", scene.seen());
        scene.key(Command::Enter).await;
        assert_eq!(scene.said(), "people-done-enabled");
        scene.key(Command::Home).await;
        scene.down(1).await;
        scene.key(Command::Enter).await;
        assert_eq!(scene.confirm().await, None);
        let once = scene.seen();
        let plain = |line: &&str| {
            line.len() >= 16 && line.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let mut lines = once.lines().map(|line| line.trim_matches('|').trim());
        let password = SecretText::copied(lines.find(plain).expect("the password"));
        let service = scene.desk.service().clone();
        let checked = service.check_password(
            crate::service::sign_in::Whose::Named(upn.into()),
            password,
            "tty1",
            now(),
        );
        let checked = checked.await.unwrap();
        assert!(
            matches!(
                checked,
                crate::service::sign_in::Checked::Right { must_change: true }
            ),
            "{checked:?}"
        );
        scene.key(Command::Enter).await;
        assert_eq!(scene.title(), "account-title");
        scene.key(Command::End).await;
        scene.key(Command::Enter).await;
        // Meanwhile another administrator does the same.
        let another = Actor::Operator("another".into());
        service.delete_account(&another, upn, now()).await.unwrap();
        assert_eq!(scene.confirm().await.as_deref(), Some(upn));
        assert_eq!(scene.said(), "refusal-deleted");
        assert_eq!(scene.title(), "tab-users");
    });
}

#[test]
fn what_is_typed_about_an_account_is_saved_or_the_field_says_why() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.down(1).await;
        scene.key(Command::Enter).await;
        scene.down(2).await;
        scene.key(Command::Enter).await;
        assert_eq!(scene.confirm().await, None);
        assert_eq!(scene.said(), "people-done-required");
        // It is asked for, and is not offered any more.
        scene.key(Command::Enter).await;
        insta::assert_snapshot!("edit", scene.picture(USUAL, "en"));
        scene.down(4).await;
        scene.key(Command::Clear).await;
        scene.keys("me@contoso.example").await;
        scene.key(Command::Save).await;
        assert!(
            scene.seen().contains("inside the organisation"),
            "{}",
            scene.seen()
        );
        scene.key(Command::Clear).await;
        scene.keys("new@home.example").await;
        scene.key(Command::Save).await;
        assert_eq!(scene.said(), "people-done-edited");
        scene.keys("2").await;
        assert!(scene.seen().contains("new@home.example"));
    });
}

#[test]
fn mia_and_her_group_are_made_with_keys() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.keys("n").await;
        insta::assert_snapshot!("new_user", scene.picture(USUAL, "en"));
        scene.keys("no name").await;
        scene.key(Command::Save).await;
        assert!(scene.seen().contains("principal name"), "{}", scene.seen());
        scene.key(Command::Clear).await;
        scene.keys("mias@contoso.example").await;
        scene.key(Command::Next).await;
        scene.keys("Mia Steele").await;
        scene.down(6).await;
        scene.keys(" ").await;
        scene.key(Command::Save).await;
        assert_eq!(scene.title(), "new-user-done");
        assert!(scene.seen().contains("mias@contoso.example"));
        scene.key(Command::Enter).await;
        assert!(scene.seen().contains("mias@contoso.example"));
        let (service, desk) = (scene.desk.service().clone(), scene.desk.clone());
        let sales = service.group(&desk.actor(), "Sales", now()).await.unwrap();
        assert!(sales.accounts.contains(&"mias@contoso.example".to_owned()));
        let mut scene = Scene::of(
            service,
            desk.actor(),
            vec![Role::Global],
            Box::new(Groups::default()),
        )
        .await;
        insta::assert_snapshot!("groups", scene.picture(USUAL, "en"));
        insta::assert_snapshot!("groups_small", scene.picture(SMALL, "ja"));
        scene.keys("n").await;
        scene.key(Command::Next).await;
        scene.keys("SSPRTesters").await;
        scene.key(Command::Next).await;
        scene.keys("Tests password reset").await;
        scene.key(Command::Next).await;
        scene.keys("mias@contoso.example").await;
        scene.key(Command::Enter).await;
        scene.keys("Sales").await;
        insta::assert_snapshot!("new_group", scene.picture(USUAL, "en"));
        scene.key(Command::Save).await;
        assert_eq!(scene.said(), "people-done-group-added");
        insta::assert_snapshot!("group", scene.picture(USUAL, "en"));
        // A circle is refused, beside the field.
        scene.key(Command::Enter).await;
        scene.keys("a").await;
        scene.keys("SSPRTesters").await;
        scene.key(Command::Enter).await;
        assert!(
            scene.seen().contains("a group would contain itself"),
            "{}",
            scene.seen()
        );
        scene.key(Command::Back).await;
        scene.key(Command::Back).await;
        scene.keys("r").await;
        assert_eq!(scene.confirm().await, None);
        assert_eq!(scene.said(), "people-done-removed");
        scene.keys("d").await;
        assert_eq!(scene.confirm().await.as_deref(), Some("SSPRTesters"));
        assert_eq!(scene.said(), "people-done-deleted");
        assert!(!scene.seen().contains("SSPRTesters"));
    });
}

#[test]
fn one_thing_for_many_is_counted_and_confirmed() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.keys("/a").await;
        scene.key(Command::Enter).await;
        scene.keys("b").await;
        insta::assert_snapshot!("bulk", scene.picture(USUAL, "en"));
        scene.key(Command::Right).await;
        scene.key(Command::Save).await;
        assert_eq!(scene.confirm().await.as_deref(), Some("3"));
        insta::assert_snapshot!("bulk_done", scene.picture(USUAL, "en"));
    });
}

#[test]
fn files_go_out_and_in() {
    let folder = tempfile::tempdir().unwrap();
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.keys("e").await;
        scene.key(Command::Clear).await;
        scene.keys("../users.csv").await;
        scene.key(Command::Save).await;
        assert!(scene.seen().contains("in the folder"), "{}", scene.seen());
        insta::assert_snapshot!("export", scene.picture(USUAL, "en"));
        scene.key(Command::Back).await;
        scene.keys("i").await;
        scene.key(Command::Clear).await;
        scene.keys("no-such-file.csv").await;
        scene.key(Command::Save).await;
        assert!(scene.seen().contains("can't be read"), "{}", scene.seen());
        insta::assert_snapshot!("import", scene.picture(USUAL, "en"));
    });
    drop(folder);
}

#[test]
fn names_with_escape_sequences_do_no_harm() {
    play(|| async {
        let mut scene = Scene::new(users()).await;
        scene.keys("n").await;
        scene.keys("eve@contoso.example").await;
        scene.key(Command::Next).await;
        let desk = scene.desk.clone();
        let turn = scene.top().paste("\u{1b}[2J\u{202e}Eve\u{7}", &desk);
        scene.turn(turn).await;
        scene.key(Command::Save).await;
        scene.key(Command::Enter).await;
        let seen = scene.seen();
        assert!(seen.contains("[2JEve"), "{seen}");
        assert!(!seen.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{seen}");
    });
}

#[test]
fn what_a_role_may_not_do_is_not_offered() {
    play(|| async {
        let service = contoso().await;
        let operator = Actor::Operator("root".into());
        let desk = service.set_roles(
            &operator,
            "alex@contoso.example",
            vec![Role::Helpdesk],
            now(),
        );
        desk.await.unwrap();
        let on = service.set_enabled(&operator, "alex@contoso.example", true, now());
        on.await.unwrap();
        let alex = service.account(&operator, "alex@contoso.example", now());
        let alex = alex.await.unwrap().account;
        let actor = Actor::signed(alex.id, alex.upn, now());
        let roles = vec![Role::Helpdesk];
        let mut scene = Scene::of(service, actor, roles, users()).await;
        for key in ["n", "i"] {
            scene.keys(key).await;
            assert_eq!(scene.title(), "tab-users");
        }
        scene.down(1).await;
        scene.key(Command::Enter).await;
        let seen = scene.seen();
        assert!(seen.contains("Give a temporary password"), "{seen}");
        for other in ["Delete the account", "Disable", "Change the"] {
            assert!(!seen.contains(other), "{other}: {seen}");
        }
        scene.keys("4").await;
        let seen = scene.seen();
        assert!(seen.contains("a*****@home.example"), "{seen}");
        scene.keys("7").await;
        assert!(scene.seen().contains("Account looked at"));
        // An administrator's account is out of reach.
        scene.key(Command::Back).await;
        scene.key(Command::Home).await;
        scene.key(Command::Enter).await;
        let seen = scene.seen();
        assert!(seen.contains("may change nothing"), "{seen}");
    });
}

#[test]
fn every_state_has_its_words_in_every_language() {
    for tag in crate::domain::language::LANGUAGES {
        let words = Words::new(tag);
        let ids = Role::ALL
            .map(|role| format!("people-role-{}", role.key()))
            .into_iter()
            .chain(
                crate::domain::licence::Licence::ALL
                    .map(|licence| format!("licence-{}", licence.key())),
            )
            .chain(
                crate::domain::throttle::Counted::ALL
                    .map(|counted| format!("account-counted-{}", counted.key())),
            )
            .chain(
                crate::domain::unlock::Purpose::ALL
                    .map(|purpose| format!("account-purpose-{}", purpose.key())),
            )
            .chain(
                ["open", "done", "ended", "refused", "expired"]
                    .map(|state| format!("account-journey-{state}")),
            )
            .chain(crate::service::groups::TYPES.map(|kind| format!("group-{kind}")));
        for id in ids {
            assert_ne!(words.say(&Msg::new(id.clone())), id, "{tag}");
        }
    }
}
