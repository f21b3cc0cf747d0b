//! The human check: enforced by the service, the same whether there is such an account.

use std::time::Duration;

use keyhatch::domain::human::{Asked, Begun, CheckId, Claim, Passing, Trouble, Waiting};
use keyhatch::domain::journey::{JourneyId, Overview, Step};
use keyhatch::service::Service;
use keyhatch::service::reset::Origin;

use super::parallel::at_once;
use super::support::drawn;
use super::world::*;

const FAR: &str = "ssh 203.0.113.5";

fn far() -> Origin {
    Origin {
        remote: true,
        ..origin(FAR)
    }
}

fn with(user: &str, passing: Option<Passing>) -> Claim {
    Claim {
        passing,
        ..claim(user)
    }
}

type Begin = Begun<Step<(JourneyId, Overview)>>;

async fn begin(world: &World, place: &Origin, user: &str, passing: Option<Passing>) -> Begin {
    let claim = with(user, passing);
    let begun = world.service.begin_reset(place, claim, world.now());
    begun.await.unwrap()
}

fn typed(id: CheckId, code: &str) -> Option<Passing> {
    Some(Passing::Typed(id, secret(code)))
}

#[track_caller]
fn drawn_code(asked: Asked) -> (CheckId, String) {
    match asked {
        Asked::Code(id, drawing) => (id, drawn::read(drawing.rows())),
        Asked::Nothing => panic!("nothing is asked"),
        Asked::Wait => panic!("a wait is asked"),
    }
}

#[track_caller]
fn trouble(begun: Begin) -> (Trouble, Asked) {
    match begun {
        Begun::Check(trouble, asked) => (trouble, asked),
        Begun::On(_) => panic!("it was passed"),
    }
}

async fn code(world: &World, place: &Origin) -> (CheckId, String) {
    let asked = world.service.human_check(place, true, world.now());
    drawn_code(asked.await.unwrap())
}

async fn wait(world: &World, place: &Origin) -> CheckId {
    match world.service.start_wait(place, world.now()).await.unwrap() {
        Waiting::Started(id, left) => {
            assert_eq!(left, Duration::from_secs(20));
            id
        }
        Waiting::UsedUp { .. } => panic!("used up"),
    }
}

pub async fn asked_where_policy_says(world: &World) {
    let near = origin(TERMINAL);
    for (policy, place, asks) in [
        ("off", &near, false),
        ("off", &far(), false),
        ("on", &near, true),
        ("on", &far(), true),
        ("remote-only", &near, false),
        ("remote-only", &far(), true),
    ] {
        world.policy(&[("captcha", policy)]).await;
        let asked = world.service.human_check(place, true, world.now());
        let asked = asked.await.unwrap();
        assert_eq!(matches!(asked, Asked::Code(..)), asks, "{policy}");
        let asked = world.service.human_check(place, false, world.now());
        let asked = asked.await.unwrap();
        assert_eq!(matches!(asked, Asked::Wait), asks, "{policy}");
        match begin(world, place, MIA, None).await {
            Begun::On(step) => assert!(!asks && matches!(step, Step::Go(_))),
            Begun::Check(trouble, asked) => {
                assert!(asks && trouble == Trouble::Missing);
                let (id, code) = drawn_code(asked);
                go(on(begin(world, place, MIA, typed(id, &code)).await));
            }
        }
    }
    // The default, and a change that acts at the next step.
    let (id, code) = code(world, &far()).await;
    world.policy(&[("captcha", "off")]).await;
    go(on(begin(world, &far(), MIA, typed(id, "wrong")).await));
    world.policy(&[("captcha", "on")]).await;
    go(on(begin(world, &far(), MIA, typed(id, &code)).await));
}

pub async fn a_drawn_code_is_good_once(world: &World) {
    let place = far();
    let (id, code) = code(world, &place).await;
    let spaced = format!(" {} {} ", code[..2].to_lowercase(), &code[2..]);
    go(on(begin(world, &place, MIA, typed(id, &spaced)).await));
    let (again, _) = trouble(begin(world, &place, MIA, typed(id, &code)).await);
    assert_eq!(again, Trouble::Over, "replayed");

    let (id, code) = self::code(world, &place).await;
    let elsewhere = Origin {
        remote: true,
        ..origin("ssh 203.0.113.6")
    };
    let (other, _) = trouble(begin(world, &elsewhere, MIA, typed(id, &code)).await);
    assert_eq!(other, Trouble::Over, "another terminal's");
    let (unwaited, _) = trouble(begin(world, &place, MIA, Some(Passing::Waited(id))).await);
    assert_eq!(unwaited, Trouble::Over, "a drawing is no wait");

    let (id, code) = self::code(world, &place).await;
    let (wrong, asked) = trouble(begin(world, &place, MIA, typed(id, "ACEHX")).await);
    assert_eq!(wrong, Trouble::Wrong);
    let (new, new_code) = drawn_code(asked);
    let (old, _) = trouble(begin(world, &place, MIA, typed(id, &code)).await);
    assert_eq!(old, Trouble::Over, "one answer for each drawing");
    go(on(begin(world, &place, MIA, typed(new, &new_code)).await));
    world.assert_whole().await;
}

pub async fn a_drawn_code_ends_to_the_second(world: &World) {
    let place = far();
    let (first, first_code) = code(world, &place).await;
    let (second, second_code) = code(world, &place).await;
    world.advance(299);
    go(on(
        begin(world, &place, MIA, typed(first, &first_code)).await
    ));
    world.advance(1);
    let (late, _) = trouble(begin(world, &place, MIA, typed(second, &second_code)).await);
    assert_eq!(late, Trouble::Over);
    world.advance(7 * DAY);
    world.service.purge(world.now()).await.unwrap();
    assert_eq!(world.number("SELECT count(*) FROM human_check"), 0);
}

pub async fn a_wait_takes_twenty_seconds(world: &World) {
    let place = far();
    let id = wait(world, &place).await;
    let waited = || Some(Passing::Waited(id));
    for (seconds, left) in [(0, 20), (1, 19), (18, 1)] {
        world.advance(seconds);
        let (early, _) = trouble(begin(world, &place, MIA, waited()).await);
        let left = Duration::from_secs(left);
        assert_eq!(early, Trouble::Early { left });
    }
    // Neither a clock set back nor an answer to it ends it early.
    let (typed, _) = trouble(begin(world, &origin_of(FAR), MIA, typed(id, "")).await);
    assert_eq!(typed, Trouble::Over);
    let id = wait(world, &place).await;
    let waited = || Some(Passing::Waited(id));
    let before = world.now();
    world.set_clock(before.minus(Duration::from_secs(DAY)));
    let (early, _) = trouble(begin(world, &place, MIA, waited()).await);
    assert!(matches!(early, Trouble::Early { .. }));
    world.set_clock(before.plus(Duration::from_secs(20)));
    let (other, _) = trouble(begin(world, &origin_of("ssh 203.0.113.6"), MIA, waited()).await);
    assert_eq!(other, Trouble::Over);
    go(on(begin(world, &place, MIA, waited()).await));
    let (again, _) = trouble(begin(world, &place, MIA, waited()).await);
    assert_eq!(again, Trouble::Over, "it is good once");
    let id = wait(world, &place).await;
    world.advance(20 + 300);
    let (late, _) = trouble(begin(world, &place, MIA, Some(Passing::Waited(id))).await);
    assert_eq!(late, Trouble::Over);
}

fn origin_of(terminal: &str) -> Origin {
    Origin {
        remote: true,
        ..origin(terminal)
    }
}

pub async fn waits_have_a_budget(world: &World) {
    let network = ["ssh 2001:db8::1", "ssh 2001:db8::2:2"].map(origin_of);
    for turn in 0..20 {
        wait(world, &network[turn % 2]).await;
        world.advance(60);
    }
    let left = async |place: &Origin| match world.service.start_wait(place, world.now()).await {
        Ok(Waiting::UsedUp { left }) => Some(left.as_secs()),
        _ => None,
    };
    assert_eq!(left(&network[0]).await, Some(3600 - 20 * 60));
    assert_eq!(left(&origin_of("ssh 2001:db8:0:1::1")).await, None);
    world.advance(3600 - 20 * 60 - 1);
    assert_eq!(left(&network[1]).await, Some(1));
    world.advance(1);
    assert_eq!(left(&network[1]).await, None);
    // The drawn code is asked for as before.
    let (id, code) = code(world, &network[0]).await;
    go(on(begin(world, &network[0], MIA, typed(id, &code)).await));
}

pub async fn wrong_checks_tell_nothing_and_count(world: &World) {
    let place = far();
    let (mut id, _) = code(world, &place).await;
    for turn in 0..30 {
        let user = [MIA, "nobody@contoso.example"][turn % 2];
        let (wrong, asked) = trouble(begin(world, &place, user, typed(id, "ACEHX")).await);
        assert_eq!(wrong, Trouble::Wrong, "{user}");
        (id, _) = drawn_code(asked);
    }
    assert!(
        world.records("reset_started").await.is_empty(),
        "nobody was looked at"
    );
    let records = world.records("human_check").await;
    assert_eq!(records.len(), 30);
    let record = records.last().unwrap();
    assert_eq!(field(record, "terminal"), FAR);
    assert_eq!(
        (field(record, "account"), field(record, "reason")),
        ("", "wrong_code")
    );
    // Now it takes nothing, not even what is right, from anybody.
    let (right, code) = code(world, &place).await;
    for user in [MIA, "nobody@contoso.example"] {
        let refusal = refused(on(begin(world, &place, user, typed(right, &code)).await));
        assert_eq!(refusal.slow, Some(60));
        assert_eq!(
            field(&world.last("reset_started").await, "reason"),
            "terminal_failures"
        );
    }
    go(world.try_begin(MIA, TERMINAL).await);
    world.advance(3600);
    let (id, code) = self::code(world, &place).await;
    go(on(begin(world, &place, MIA, typed(id, &code)).await));
    world.assert_whole().await;
}

pub async fn one_check_lets_one_in(world: &World) {
    let place = far();
    let (id, code) = code(world, &place).await;
    let now = world.now();
    let entered = at_once(world, 20, async |service: Service, _| {
        let claim = with(MIA, typed(id, &code));
        let begun = service.begin_reset(&far(), claim, now).await.unwrap();
        matches!(begun, Begun::On(Step::Go(_)))
    });
    assert_eq!(entered.into_iter().filter(|entered| *entered).count(), 1);
}
