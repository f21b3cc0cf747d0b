//! Refused accounts take as long as an unknown one. Each is compared with the others of the same run,
//! in turns, by the middle of many samples: a busy machine is as busy for all of them.

use std::time::{Duration, Instant};

use keyhatch::domain::licence::Licence;
use keyhatch::service::form::Form;

use super::world::*;

const ROUNDS: usize = 61;
const RUNS: usize = 6;
const UNKNOWN: &str = "unknown1@contoso.example";

/// Everybody who is refused where everybody else is let in, each for a reason of their own.
async fn refused_people(world: &World) -> Vec<&'static str> {
    let people = [
        UNKNOWN,
        "disabled@contoso.example",
        "blocked1@contoso.example",
        "unlicens@contoso.example",
        "excluded@contoso.example",
        "unlisted@contoso.example",
        "nomethod@contoso.example",
        "toofew22@contoso.example",
    ];
    let (service, operator, now) = (&world.service, &world.operator, world.now());
    for name in ["Everybody", "Guests"] {
        let added = service.add_group(operator, name, "security", None, now);
        added.await.unwrap();
    }
    for upn in &people[1..] {
        let address = match *upn {
            "nomethod@contoso.example" => None,
            _ => text("somebody@home.example"),
        };
        let form = Form {
            alternate_email: address,
            ..Form::default()
        };
        world.add(upn, &form, OLD).await;
        if !["nomethod", "toofew22"]
            .iter()
            .any(|name| upn.starts_with(name))
        {
            world.add_authenticator(upn).await;
        }
        if !upn.starts_with("unlisted") {
            let put = service.add_member(operator, "Everybody", upn, now);
            put.await.unwrap();
        }
    }
    let put = service.add_member(operator, "Guests", people[4], now);
    put.await.unwrap();
    let set = service.set_enabled(operator, people[1], false, now);
    set.await.unwrap();
    let set = service.set_licence(operator, people[3], Some(Licence::Free), now);
    set.await.unwrap();
    world.policy(&[("lockout.sspr_failures", "1")]).await;
    let journey = world.begin(people[2]).await;
    refused(world.guess(&journey).await);
    world
        .policy(&[
            ("sspr.groups", "Everybody"),
            ("sspr.excluded_groups", "Guests"),
            ("sspr.enabled", "selected"),
        ])
        .await;
    people.to_vec()
}

/// The middle of the time each takes to be refused.
async fn middles(world: &World, people: &[&str], run: &str) -> Vec<Duration> {
    let mut samples = vec![Vec::new(); people.len()];
    for round in 0..ROUNDS {
        for turn in 0..people.len() {
            let at = (turn + round) % people.len();
            // Each round at a terminal of its own: no limit of a terminal is in question here.
            let terminal = format!("{run} {round}");
            let began = Instant::now();
            let step = world.try_begin(people[at], &terminal).await;
            samples[at].push(began.elapsed());
            assert_eq!(refused(step).slow, None);
        }
    }
    for times in &mut samples {
        times.sort_unstable();
    }
    samples.iter().map(|times| times[ROUNDS / 2]).collect()
}

/// The middle of each is within twice that of the unknown one, the first of them, and the other way
/// round. What somebody else does to the disk passes; a difference that is there is there every time.
async fn alike(world: &World, people: &[&str], run: &str) {
    let mut left = people.to_vec();
    let mut seen = Vec::new();
    for number in 0..RUNS {
        let middles = middles(world, &left, &format!("{run} {number}")).await;
        let unlike = |middle: &Duration| {
            let unknown = middles[0];
            *middle > 2 * unknown || unknown > 2 * *middle
        };
        let others = left.iter().zip(&middles).skip(1);
        let unlike: Vec<&str> = others
            .filter(|(_, middle)| unlike(middle))
            .map(|(upn, _)| *upn)
            .collect();
        if unlike.is_empty() {
            return;
        }
        seen.push(format!("{left:?} took {middles:?}"));
        left.truncate(1);
        left.extend(unlike);
    }
    panic!("{run}: {seen:#?}");
}

pub async fn every_kind_takes_as_long_as_an_unknown_one(world: &World) {
    let people = refused_people(world).await;
    let mut reasons = Vec::new();
    for upn in &people {
        refused(world.try_begin(upn, "reasons").await);
        reasons.push(field(&world.last("reset_started").await, "reason").to_owned());
    }
    assert_eq!(
        reasons,
        [
            "SSPR_0040",
            "SSPR_0041",
            "SSPR_0042",
            "SSPR_0012",
            "SSPR_0013",
            "SSPR_0013",
            "SSPR_0011",
            "SSPR_0014",
        ]
    );
    alike(world, &people, "selected").await;
    world.policy(&[("sspr.enabled", "none")]).await;
    refused(world.try_begin(MIA, "reasons").await);
    let record = world.last("reset_started").await;
    assert_eq!(field(&record, "reason"), "SSPR_0009");
    alike(world, &[&[UNKNOWN, MIA], &people[1..]].concat(), "off").await;
    // The reason told takes no longer either.
    world.policy(&[("explain", "on")]).await;
    alike(world, &people, "explained").await;
}
