//! Finding accounts by words and filters: the quick pages, the count and the export mean the same
//! accounts as a plain reading of the filter does, and each comes once.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use keyhatch::domain::licence::Licence;
use keyhatch::domain::people::{AccountFilter, RoleFilter};
use keyhatch::domain::role::Role;
use keyhatch::service::accounts::View;
use keyhatch::service::form::Form;
use keyhatch::service::people::After;

use super::world::*;

const GIVEN: [&str; 5] = ["Anna", "Annabel", "Bo", "Zoë", "Mia"];
const SURNAME: [&str; 4] = ["Anders", "Boman", "van Mierlo", "Straße"];

/// Sixty people, of each kind some.
async fn crowd(world: &World) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    for group in ["Outer", "Inner"] {
        let added = service.add_group(operator, group, "security", None, now);
        added.await.unwrap();
    }
    service
        .add_member(operator, "Outer", "Inner", now)
        .await
        .unwrap();
    for nth in 0..60_usize {
        let (given, surname) = (GIVEN[nth % 5], SURNAME[nth % 4]);
        let upn = format!("p{:02}.{}@contoso.example", (nth * 37) % 60, given);
        let form = Form {
            name: Some(format!("{given} {surname}")),
            given: text(given),
            email: Some(format!("{upn}.mail")),
            alternate_email: (nth % 3 == 0).then(|| format!("{nth}@home.example")),
            mobile: (nth % 4 == 0).then(|| "+442079460000".to_owned()),
            licence: (nth % 7 == 0).then(|| "basic".to_owned()),
            roles: (nth % 20 == 19).then(|| vec!["helpdesk".to_owned()]),
            ..Form::default()
        };
        world.add(&upn, &form, OLD).await;
        if nth % 6 == 0 {
            service
                .set_enabled(operator, &upn, false, now)
                .await
                .unwrap();
        }
        for (group, share) in [("Inner", 5), ("Outer", 9)] {
            if nth % share == 0 {
                let put = service.add_member(operator, group, &upn, now);
                put.await.unwrap();
            }
        }
        let later = now.seconds() + 3600;
        let (column, until) = match nth % 10 {
            3 => ("blocked_until", later),
            4 => ("blocked_until", now.seconds() - 1),
            7 => ("locked_until", later),
            _ => continue,
        };
        let key = upn.to_lowercase();
        world.sql(&format!(
            "UPDATE account SET {column} = {} WHERE upn_key = '{key}'",
            until * 1_000_000
        ));
    }
}

/// Every account, in pages of so many.
async fn pages(world: &World, filter: &AccountFilter, limit: usize) -> Vec<String> {
    let (mut after, mut found) = (After::Nothing, Vec::new());
    for _ in 0..200 {
        let page = world
            .service
            .find_accounts(&world.operator, filter.clone(), after, limit, world.now())
            .await
            .unwrap();
        assert!(page.views.len() <= limit);
        found.extend(page.views.into_iter().map(|view| view.account.upn));
        match page.next {
            Some(next) => after = After::Page(next),
            None => return found,
        }
    }
    panic!("pages without end");
}

async fn exported(world: &World, filter: &AccountFilter) -> Vec<View> {
    let found = Arc::new(Mutex::new(Vec::new()));
    let into = found.clone();
    let keep = move |view| into.lock().unwrap().push(view);
    let done = world
        .service
        .export_accounts(&world.operator, filter.clone(), keep, world.now());
    done.await.unwrap();
    std::mem::take(&mut *found.lock().unwrap())
}

fn set(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    names.into_iter().collect()
}

/// Pages of every size, the count and the export agree with what a plain reading finds; how many.
async fn agree(world: &World, filter: &AccountFilter, plain: BTreeSet<String>) -> usize {
    for limit in [1, 3, 50] {
        let found = pages(world, filter, limit).await;
        assert_eq!(found.len(), plain.len(), "{filter:?} by {limit}: {found:?}");
        assert_eq!(set(found), plain, "{filter:?} by {limit}");
    }
    let counted = world
        .service
        .count_accounts(&world.operator, filter.clone(), world.now());
    assert_eq!(counted.await.unwrap() as usize, plain.len(), "{filter:?}");
    let out = exported(world, filter).await;
    assert_eq!(out.len(), plain.len(), "{filter:?}");
    assert_eq!(set(out.into_iter().map(|view| view.account.upn)), plain);
    plain.len()
}

pub async fn found_by_words(world: &World) {
    crowd(world).await;
    let everybody = exported(world, &AccountFilter::default()).await;
    for (typed, some) in [
        ("", true),
        ("a", true),
        ("an", true),
        ("anna", true),
        ("annab", true),
        ("ann and", true),
        ("VAN mi", true),
        ("mi mi", true),
        ("zoe", false),
        ("zoë", true),
        ("STRASSE", true),
        ("contoso", true),
        ("p01", true),
        ("p01.anna@contoso.example", false),
        ("nobody", false),
        ("'; --", false),
    ] {
        let filter = AccountFilter::typed(typed);
        let plain = everybody.iter().map(|view| &view.account);
        let plain = plain.filter(|account| {
            let profile = &account.profile;
            let all = [
                Some(account.upn.clone()),
                profile.name.clone(),
                profile.given.clone(),
                profile.email.clone(),
            ];
            let all = all.into_iter().flatten().collect::<Vec<_>>().join(" ");
            let words: Vec<String> = all
                .to_lowercase()
                .replace('ß', "ss")
                .split(|c: char| !c.is_alphanumeric())
                .map(str::to_owned)
                .collect();
            let signs = typed.contains(';');
            !signs
                && typed
                    .to_lowercase()
                    .split(|c: char| !c.is_alphanumeric())
                    .all(|wanted| words.iter().any(|word| word.starts_with(wanted)))
        });
        let found = agree(
            world,
            &filter,
            set(plain.map(|account| account.upn.clone())),
        )
        .await;
        assert_eq!(found > 0, some, "{typed}");
    }
    // What begins like the word itself comes before what only goes on with it.
    let first = pages(world, &AccountFilter::typed("anna"), 1).await;
    assert!(first[0].contains("Anna@"), "{first:?}");
    assert!(first.last().unwrap().contains("Annabel@"), "{first:?}");
}

pub async fn found_by_filters(world: &World) {
    crowd(world).await;
    let everybody = exported(world, &AccountFilter::default()).await;
    let outer = || Some("outer".to_owned());
    let all = AccountFilter::default;
    let filters = [
        AccountFilter {
            enabled: Some(false),
            ..all()
        },
        AccountFilter {
            enabled: Some(true),
            ..all()
        },
        AccountFilter {
            licence: Some(Some(Licence::Basic)),
            ..all()
        },
        AccountFilter {
            licence: Some(None),
            ..all()
        },
        AccountFilter {
            role: Some(RoleFilter::Any),
            ..all()
        },
        AccountFilter {
            role: Some(RoleFilter::None),
            ..all()
        },
        AccountFilter {
            role: Some(RoleFilter::Has(Role::Helpdesk)),
            ..all()
        },
        AccountFilter {
            blocked: true,
            ..all()
        },
        AccountFilter {
            locked: true,
            ..all()
        },
        AccountFilter {
            registered: Some(true),
            ..all()
        },
        AccountFilter {
            registered: Some(false),
            ..all()
        },
        AccountFilter {
            group: outer(),
            ..all()
        },
        AccountFilter {
            group: outer(),
            enabled: Some(false),
            ..all()
        },
        AccountFilter {
            group: outer(),
            registered: Some(true),
            ..all()
        },
        AccountFilter {
            group: outer(),
            ..AccountFilter::typed("ann")
        },
        AccountFilter {
            enabled: Some(true),
            ..AccountFilter::typed("an bo")
        },
        AccountFilter {
            source: text("local"),
            ..AccountFilter::typed("mia")
        },
    ];
    let now = world.now();
    let ahead = |until: Option<keyhatch::domain::time::Timestamp>| until.is_some_and(|u| u > now);
    let outer_members: BTreeSet<String> = world
        .rows(
            "SELECT DISTINCT account.upn FROM account JOIN team_account
             ON team_account.account_id = account.id ORDER BY account.upn",
        )
        .into_iter()
        .map(|row| row[0].clone().unwrap())
        .collect();
    for filter in filters {
        let words = &filter.words;
        let found_by_words = set(pages(
            world,
            &AccountFilter {
                words: words.clone(),
                ..all()
            },
            50,
        )
        .await);
        let plain = everybody.iter().filter(|view| {
            let account = &view.account;
            found_by_words.contains(&account.upn)
                && filter
                    .enabled
                    .is_none_or(|wanted| wanted == account.enabled)
                && filter
                    .licence
                    .is_none_or(|wanted| wanted == account.licence)
                && filter
                    .registered
                    .is_none_or(|wanted| wanted == view.registered)
                && (!filter.blocked || ahead(account.blocked_until))
                && (!filter.locked || ahead(account.locked_until))
                && (filter.group.is_none() || outer_members.contains(&account.upn))
                && match filter.role {
                    None => true,
                    Some(RoleFilter::Any) => !account.roles.is_empty(),
                    Some(RoleFilter::None) => account.roles.is_empty(),
                    Some(RoleFilter::Has(role)) => account.roles.contains(&role),
                }
        });
        let plain = set(plain.map(|view| view.account.upn.clone()));
        let found = agree(world, &filter, plain).await;
        assert!(found > 0 && found < everybody.len(), "{filter:?}: {found}");
    }
    for nobody in [
        AccountFilter {
            group: text("no such group"),
            ..all()
        },
        AccountFilter {
            source: text("corp"),
            ..all()
        },
        AccountFilter {
            role: Some(RoleFilter::Has(Role::User)),
            ..all()
        },
    ] {
        assert_eq!(agree(world, &nobody, BTreeSet::new()).await, 0);
    }
}

pub async fn a_page_goes_on_after_an_account(world: &World) {
    crowd(world).await;
    for typed in ["", "an", "bo an"] {
        let filter = AccountFilter::typed(typed);
        let all = pages(world, &filter, 50).await;
        let at = all.len() / 2;
        let (service, operator, now) = (&world.service, &world.operator, world.now());
        let after = After::Account(all[at].to_uppercase());
        let rest = service.find_accounts(operator, filter, after, 50, now);
        let rest: Vec<String> = rest
            .await
            .unwrap()
            .views
            .into_iter()
            .map(|view| view.account.upn)
            .collect();
        assert_eq!(
            rest,
            all[at + 1..].iter().take(50).cloned().collect::<Vec<_>>()
        );
    }
    let after = After::Account(MIA.to_owned());
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let filter = AccountFilter::typed("bo");
    let found = service.find_accounts(operator, filter, after, 5, now);
    assert!(sentence(found.await).contains("is not among those accounts"));
}

pub async fn two_delete_the_same(world: &World) {
    let another = world.another();
    let now = world.now();
    let mut said = Vec::new();
    let first = world.service.delete_account(&world.operator, MIA, now);
    let second = another.delete_account(&world.operator, MIA, now);
    let (first, second) = tokio::join!(first, second);
    for result in [first, second] {
        match result {
            Ok(()) => said.push(String::new()),
            refused => said.push(sentence(refused)),
        }
    }
    said.sort();
    assert_eq!(said[0], "");
    assert!(
        said[1].starts_with(&format!("`{MIA}` was deleted by operator:root at 20")),
        "{said:?}"
    );
    assert_eq!(world.records("account_deleted").await.len(), 1);
    let never = world
        .service
        .delete_account(&world.operator, "nobody@contoso.example", now);
    assert!(sentence(never.await).starts_with("there is no account"));
}

pub async fn members_come_in_pages(world: &World) {
    crowd(world).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let whole = service.group(operator, "Outer", now).await.unwrap();
    assert!(whole.accounts.len() > 5);
    for limit in [1, 4, 100] {
        let (mut found, mut after) = (Vec::new(), String::new());
        loop {
            let page = service.group_page(operator, "outer", &after, limit, now);
            let page = page.await.unwrap();
            assert_eq!(page.groups, ["Inner"]);
            assert!(page.accounts.len() <= limit);
            found.extend(page.accounts);
            match page.more {
                true => after = found.last().unwrap().clone(),
                false => break,
            }
        }
        assert_eq!(found, whole.accounts, "by {limit}");
    }
}
