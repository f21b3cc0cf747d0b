//! Any sequence of calls, against a count of its own: no password without the gates.

use std::collections::BTreeSet;

use keyhatch::domain::journey::{Finished, JourneyId, Proof, Sent, Step};
use keyhatch::domain::method::Method;
use keyhatch::domain::question::Answered;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::world::*;

/// Sequences tried, and calls in each.
const SEQUENCES: usize = 24;
const CALLS: usize = 24;

/// One call, on one of two journeys.
#[derive(Clone, Copy, Debug)]
enum Call {
    Begin(usize),
    Send(usize),
    /// With the code last sent on that journey.
    ProveMail(usize, usize),
    ProveApp(usize),
    /// With the authenticator code used last.
    ReplayApp(usize),
    Wrong(usize, bool),
    /// With the right answers to what is asked, or wrong ones.
    Answer(usize, bool),
    Finish(usize),
    FinishElsewhere(usize),
    Abandon(usize),
    Wait(u64),
    Required(usize),
    Methods(bool),
}

fn call() -> impl Strategy<Value = Call> {
    let slot = 0..2usize;
    prop_oneof![
        2 => slot.clone().prop_map(Call::Begin),
        4 => slot.clone().prop_map(Call::Send),
        6 => (slot.clone(), slot.clone()).prop_map(|(on, of)| Call::ProveMail(on, of)),
        4 => slot.clone().prop_map(Call::ProveApp),
        2 => slot.clone().prop_map(Call::ReplayApp),
        1 => (slot.clone(), any::<bool>()).prop_map(|(on, mail)| Call::Wrong(on, mail)),
        4 => (slot.clone(), any::<bool>()).prop_map(|(on, right)| Call::Answer(on, right)),
        5 => slot.clone().prop_map(Call::Finish),
        1 => slot.clone().prop_map(Call::FinishElsewhere),
        1 => slot.prop_map(Call::Abandon),
        1 => prop_oneof![Just(1u64), Just(31), Just(601), Just(901)].prop_map(Call::Wait),
        2 => (1..=2usize).prop_map(Call::Required),
        1 => any::<bool>().prop_map(Call::Methods),
    ]
}

/// What this side knows of a journey: which methods were really proved on it.
struct Known {
    id: JourneyId,
    passed: BTreeSet<Method>,
    code: Option<String>,
    dead: bool,
}

/// Plays a sequence; how often a password was set, or what went wrong.
async fn play(world: &World, calls: &[Call]) -> Result<usize, String> {
    world.advance(2 * DAY);
    world.post().await;
    world
        .service
        .release(&world.operator, MIA, world.now())
        .await
        .unwrap();
    world
        .policy(&[
            ("methods.required", "1"),
            ("methods.enabled", "app_code,email,security_questions"),
        ])
        .await;
    let mut required = 1;
    let mut app = "000000".to_owned();
    let mut journeys: [Option<Known>; 2] = [None, None];
    let mut done = 0;
    for (index, call) in calls.iter().enumerate() {
        let wrong = |what: &str| Err(format!("call {index}: {what}"));
        match *call {
            Call::Begin(slot) => {
                if let Step::Go(id) = world.try_begin(MIA, TERMINAL).await {
                    let passed = BTreeSet::new();
                    journeys[slot] = Some(Known {
                        id,
                        passed,
                        code: None,
                        dead: false,
                    });
                }
            }
            Call::Wait(seconds) => world.advance(seconds),
            Call::Required(gates) => {
                let both = ("methods.enabled", "app_code,email,security_questions");
                world
                    .policy(&[both, ("methods.required", &gates.to_string())])
                    .await;
                required = gates;
            }
            Call::Methods(mail) => {
                let only = if mail { "email" } else { "app_code" };
                let pairs = [("methods.required", "1"), ("methods.enabled", only)];
                world.policy(&pairs).await;
                required = 1;
            }
            Call::Send(slot) => {
                let Some(known) = &mut journeys[slot] else {
                    continue;
                };
                if let Step::Go(Sent::OnItsWay { .. }) = world.try_send(&known.id, TERMINAL).await {
                    known.code = Some(world.code_in_post().await);
                }
            }
            Call::ProveMail(on, of) => {
                let code = journeys[of].as_ref().and_then(|known| known.code.clone());
                let (Some(known), Some(code)) = (&mut journeys[on], code) else {
                    continue;
                };
                let step = world.try_prove(&known.id, Method::Email, &code).await;
                if let Step::Go(Proof::Passed) = step {
                    if on != of {
                        return wrong("another journey's code passed");
                    }
                    if !known.passed.insert(Method::Email) {
                        return wrong("mail passed twice");
                    }
                }
            }
            Call::ProveApp(slot) => {
                let Some(known) = &mut journeys[slot] else {
                    continue;
                };
                app = world.fresh_app_code();
                let step = world.try_prove(&known.id, Method::AppCode, &app).await;
                if let Step::Go(Proof::Passed) = step
                    && !known.passed.insert(Method::AppCode)
                {
                    return wrong("the authenticator passed twice");
                }
            }
            Call::ReplayApp(slot) => {
                let Some(known) = &journeys[slot] else {
                    continue;
                };
                let used = world.number("SELECT max(last_step) FROM method") > 0;
                let step = world.try_prove(&known.id, Method::AppCode, &app).await;
                if used && matches!(step, Step::Go(Proof::Passed)) {
                    // Only a code that was refused unread the first time may still pass.
                    if let Some(known) = &mut journeys[slot]
                        && !known.passed.insert(Method::AppCode)
                    {
                        return wrong("the authenticator passed twice");
                    }
                }
            }
            Call::Wrong(slot, mail) => {
                let Some(known) = &journeys[slot] else {
                    continue;
                };
                let (method, bad) = match mail {
                    true => (Method::Email, wrong_mail(known)),
                    false => {
                        let codes = [world.app_code(0), world.app_code(-1)];
                        (
                            Method::AppCode,
                            super::world::wrong(&[&codes[0], &codes[1]]),
                        )
                    }
                };
                let step = world.try_prove(&known.id, method, &bad).await;
                if matches!(step, Step::Go(Proof::Passed)) {
                    return wrong("a wrong code passed");
                }
            }
            Call::Answer(slot, right) => {
                let Some(known) = &mut journeys[slot] else {
                    continue;
                };
                let answered = world.try_answer(&known.id, right).await;
                if let Some(Step::Go(Answered::Passed)) = answered {
                    if !right {
                        return wrong("wrong answers passed");
                    }
                    if !known.passed.insert(Method::SecurityQuestions) {
                        return wrong("the questions passed twice");
                    }
                }
            }
            Call::FinishElsewhere(slot) => {
                let Some(known) = &journeys[slot] else {
                    continue;
                };
                let password = secret(&format!("phrase of {}", world.now()));
                let (place, now) = (origin("elsewhere"), world.now());
                let step = world
                    .service
                    .finish_reset(&place, &known.id, password, now)
                    .await;
                if !matches!(step.unwrap(), Step::Gone) {
                    return wrong("another terminal was heard");
                }
            }
            Call::Abandon(slot) => {
                let Some(known) = &mut journeys[slot] else {
                    continue;
                };
                let (place, now) = (origin(TERMINAL), world.now());
                let given_up = world.service.abandon_reset(&place, &known.id, "idle", now);
                given_up.await.unwrap();
                known.dead = true;
            }
            Call::Finish(slot) => {
                let Some(known) = &journeys[slot] else {
                    continue;
                };
                world.advance(1);
                let password = format!("phrase of {}", world.now());
                match world.try_finish(&known.id, &password).await {
                    Step::Go(Finished::Done) if known.dead => {
                        return wrong("a journey that was over set a password");
                    }
                    Step::Go(Finished::Done) if known.passed.len() < required => {
                        return wrong("a password was set with a gate missing");
                    }
                    Step::Go(Finished::Done)
                        if known.passed.iter().eq([&Method::SecurityQuestions]) =>
                    {
                        return wrong("questions were the only gate");
                    }
                    Step::Go(Finished::Done) => {
                        done += 1;
                        journeys
                            .iter_mut()
                            .flatten()
                            .for_each(|known| known.dead = true);
                    }
                    _ => {}
                }
            }
        }
    }
    Ok(done)
}

fn wrong_mail(known: &Known) -> String {
    wrong(&[known.code.as_deref().unwrap_or("")])
}

pub async fn no_sequence_of_calls_skips_a_gate(world: &World) {
    world.ask_mia(&[]).await;
    // The oracle itself sees a password set, so that it is not blind.
    let questions = [
        Call::Required(2),
        Call::Begin(0),
        Call::Answer(0, false),
        Call::Answer(0, true),
        Call::Finish(0),
        Call::Required(1),
        Call::Finish(0),
        Call::ProveApp(0),
        Call::Finish(0),
    ];
    assert_eq!(play(world, &questions).await, Ok(1));
    let way = [
        Call::Required(2),
        Call::Begin(0),
        Call::Finish(0),
        Call::Send(0),
        Call::ProveMail(0, 0),
        Call::Finish(0),
        Call::ProveApp(0),
        Call::Finish(0),
        Call::Finish(0),
    ];
    assert_eq!(play(world, &way).await, Ok(1));
    let mut runner = TestRunner::default();
    let strategy = proptest::collection::vec(call(), CALLS);
    for _ in 0..SEQUENCES {
        let mut tree = strategy.new_tree(&mut runner).unwrap();
        let Err(mut why) = play(world, &tree.current()).await else {
            continue;
        };
        // The shortest sequence that still goes wrong.
        let mut least = tree.current();
        while tree.simplify() {
            match play(world, &tree.current()).await {
                Err(other) => (why, least) = (other, tree.current()),
                Ok(_) if !tree.complicate() => break,
                Ok(_) => {}
            }
        }
        panic!("{why}: {least:?}");
    }
    world.assert_whole().await;
}
