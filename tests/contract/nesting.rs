//! Groups within groups: deep ones, big ones, and many hands on them at once.

use std::time::{Duration, Instant};

use keyhatch::domain::eligibility::Reason;
use keyhatch::service::Service;

use super::parallel::at_once;
use super::world::*;

/// How many members the big group has, and how deep it is nested.
const MEMBERS: usize = 10_000;
const DEEP: usize = 50;

async fn add(world: &World, name: &str) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let added = service.add_group(operator, name, "security", None, now);
    added.await.unwrap();
}

async fn put(world: &World, group: &str, member: &str) {
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let put = service.add_member(operator, group, member, now);
    put.await.unwrap();
}

/// Groups each in the one before it: `stem 0` holds them all.
async fn chain(world: &World, stem: &str, length: usize) {
    for number in 0..length {
        add(world, &format!("{stem} {number}")).await;
        if number > 0 {
            let above = format!("{stem} {}", number - 1);
            put(world, &above, &format!("{stem} {number}")).await;
        }
    }
}

async fn not_selected(world: &World) {
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::NotSelected));
}

pub async fn excluded_wins_however_deep(world: &World) {
    chain(world, "Chosen", 4).await;
    chain(world, "Barred", 4).await;
    world
        .policy(&[
            ("explain", "on"),
            ("sspr.groups", "Chosen 0"),
            ("sspr.excluded_groups", "Barred 0"),
            ("sspr.enabled", "selected"),
        ])
        .await;
    not_selected(world).await;
    put(world, "Chosen 3", MIA).await;
    let journey = world.begin(MIA).await;
    put(world, "Barred 3", MIA).await;
    // It acts on who is on the way, and wins from the deepest group over the nearest.
    let refusal = refused(world.next(&journey).await);
    assert_eq!(refusal.reason, Some(Reason::NotSelected));
    put(world, "Chosen 0", MIA).await;
    not_selected(world).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    // A group in between goes, and with it what it led to.
    let gone = service.delete_group(operator, "Barred 2", now);
    gone.await.unwrap();
    world.begin(MIA).await;
    // A selected group inside an excluded one is excluded.
    put(world, "Barred 1", "Chosen 0").await;
    not_selected(world).await;
    world.policy(&[("sspr.enabled", "all")]).await;
    not_selected(world).await;
}

pub async fn long_ways_round_are_cycles(world: &World) {
    chain(world, "Ring", 5).await;
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    let before = world.number("SELECT count(*) FROM team_child");
    for (group, child) in [
        ("Ring 4", "Ring 0"),
        ("ring 3", "RING 0"),
        ("Ring 4", "Ring 1"),
        ("Ring 2", "Ring 2"),
    ] {
        let said = sentence(service.add_member(operator, group, child, now).await);
        assert!(said.contains("would contain itself"), "{said}");
    }
    assert_eq!(world.number("SELECT count(*) FROM team_child"), before);
    // Once the way is cut, the other direction is free.
    let cut = service.remove_member(operator, "Ring 1", "Ring 2", now);
    cut.await.unwrap();
    put(world, "Ring 4", "Ring 0").await;
}

pub async fn a_ring_is_never_closed_by_many_at_once(world: &World) {
    const SIZE: usize = 6;
    for number in 0..SIZE {
        add(world, &format!("Ring {number}")).await;
    }
    let (operator, now) = (&world.operator, world.now());
    for _ in 0..4 {
        // Each is right by itself; all of them would be a ring.
        let done = at_once(world, SIZE, async |service: Service, index| {
            let child = format!("Ring {}", (index + 1) % SIZE);
            let group = format!("Ring {index}");
            service.add_member(operator, &group, &child, now).await
        });
        let (done, refused): (Vec<_>, Vec<_>) = done.into_iter().partition(Result::is_ok);
        assert_eq!((done.len(), refused.len()), (SIZE - 1, 1));
        for said in refused {
            assert!(sentence(said).contains("would contain itself"));
        }
        let nested = "SELECT count(*) FROM team_child";
        assert_eq!(world.number(nested), (SIZE - 1) as i64);
        world.sql("DELETE FROM team_child");
    }
    world.assert_whole().await;
}

pub async fn a_group_is_named_or_deleted_never_both(world: &World) {
    let (operator, now) = (&world.operator, world.now());
    for round in 0..6 {
        let name = format!("Round {round}");
        add(world, &name).await;
        let done = at_once(world, 2, async |service: Service, index| match index {
            0 => service.delete_group(operator, &name, now).await.is_ok(),
            _ => {
                let pairs = vec![("sspr.groups".to_owned(), name.clone())];
                service.set_policy(operator, pairs, now).await.is_ok()
            }
        });
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
        let missing = "SELECT count(*) FROM setting
                       WHERE name = 'sspr.groups' AND value <> ''
                         AND value NOT IN (SELECT name FROM team)";
        assert_eq!(world.number(missing), 0);
    }
}

/// A number for each of so many.
fn numbers(count: usize) -> String {
    format!(
        "(WITH RECURSIVE counted (n) AS
             (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {count})
          SELECT n FROM counted) AS numbers"
    )
}

/// People of this stem, all of them in one group.
fn crowd(world: &World, stem: &str, members: usize, group: &str) {
    let numbers = numbers(members);
    world.sql(&format!(
        "INSERT INTO account (upn, upn_key, roles, enabled, must_change, failures, wrong_tags,
             source, created)
         SELECT '{stem}' || n || '@contoso.example', '{stem}' || n || '@contoso.example', '', 1, 0,
             0, '', 'local', 1 FROM {numbers};
         INSERT INTO sign_in_name (name, kind, account_id)
         SELECT account.upn_key, (SELECT min(kind) FROM sign_in_name), account.id FROM account
         WHERE substr(account.upn_key, 1, {length}) = '{stem}';
         INSERT INTO team_account (team_id, account_id)
         SELECT team.id, account.id FROM team JOIN account
             ON substr(account.upn_key, 1, {length}) = '{stem}'
         WHERE team.name = '{group}';",
        length = stem.len(),
    ));
}

/// How long somebody takes to be named, once each of these: the middle of many samples.
async fn named(world: &World, people: [&str; 2]) -> [Duration; 2] {
    let mut samples = [Vec::new(), Vec::new()];
    for round in 0..25 {
        for (at, upn) in people.into_iter().enumerate() {
            let terminal = format!("kiosk {round} {at}");
            let began = Instant::now();
            refused(world.try_begin(upn, &terminal).await);
            samples[at].push(began.elapsed());
        }
    }
    samples.map(middle)
}

fn middle(mut samples: Vec<Duration>) -> Duration {
    samples.sort_unstable();
    samples[samples.len() / 2]
}

/// How long it takes to count whom a change of policy strands.
async fn counted(world: &World) -> Duration {
    let mut samples = Vec::new();
    for round in 0..5 {
        let asked = if round % 2 == 0 { "4" } else { "3" };
        let began = Instant::now();
        world.policy(&[("questions.to_reset", asked)]).await;
        samples.push(began.elapsed());
    }
    // What else the machine does only makes it longer.
    samples.into_iter().min().unwrap()
}

pub async fn ten_thousand_members_fifty_deep(world: &World) {
    add(world, "Few").await;
    crowd(world, "few", 10, "Few");
    add(world, "Deep 49").await;
    crowd(world, "many", MEMBERS, "Deep 49");
    let policy = async |groups: &str| {
        let pairs = [("sspr.groups", groups), ("sspr.enabled", "selected")];
        world.policy(&pairs).await;
    };
    policy("Deep 49,Few").await;
    let flat = counted(world).await;
    for number in (0..DEEP - 1).rev() {
        add(world, &format!("Deep {number}")).await;
        let below = format!("Deep {}", number + 1);
        put(world, &format!("Deep {number}"), &below).await;
    }
    policy("Deep 0,Few").await;
    let deep = counted(world).await;
    // The nesting is followed once a group, not once a member.
    assert!(
        deep < 3 * flat,
        "{deep:?} where it is nested, {flat:?} flat"
    );

    world.policy(&[("explain", "on")]).await;
    for upn in ["few7@contoso.example", "many7777@contoso.example"] {
        let refusal = refused(world.try_begin(upn, TERMINAL).await);
        assert_eq!(refusal.reason, Some(Reason::NoMethod), "selected: {upn}");
    }
    let people = ["few7@contoso.example", "many7777@contoso.example"];
    let [few, many] = named(world, people).await;
    assert!(many < 3 * few, "{many:?} among many, {few:?} among few");
    world.policy(&[("sspr.excluded_groups", "Deep 0")]).await;
    let refusal = refused(world.try_begin(people[1], TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::NotSelected));
}
