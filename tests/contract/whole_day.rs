//! Every limit of an account over a whole day, the clock moved: so many and no more, for so many
//! hours to the second, cleared by what clears it and by nothing else.

use std::time::Duration;

use keyhatch::domain::journey::{Chosen, JourneyId, Proof, Sent, Step};
use keyhatch::domain::method::Method;
use keyhatch::domain::question::Answered;
use keyhatch::domain::throttle::Counted;
use keyhatch::domain::way::Way;
use keyhatch::service::Service;

use super::phone::{NUMBER, give_phone};
use super::signed::kiosk;
use super::waiting_for_answers::give_app;
use super::world::*;

/// What is counted, how many are allowed before the one that blocks, and over how long. The fifth
/// failure blocks by itself; the sixth message is not sent.
const LIMITS: [(Counted, usize, u64); 7] = [
    (Counted::FailedProof, 4, DAY),
    (Counted::MailSent, 10, 600),
    (Counted::QuestionAttempt, 4, 3600),
    (Counted::PhoneCheck, 4, 3600),
    (Counted::SmsSent, 5, 3600),
    (Counted::PushSent, 5, 3600),
    (Counted::CallPlaced, 5, 3600),
];

const CALL: Chosen = Chosen {
    method: Method::MobilePhone,
    way: Way::Call,
    slot: 0,
};

/// Mia has everything that can be counted, and no other limit is in the way.
async fn prepare(world: &World) {
    give_app(world).await;
    world.ask_mia(&[]).await;
    give_phone(world).await;
    world.sql("DELETE FROM attempt");
    world
        .policy(&[
            (
                "methods.enabled",
                "app_notification,app_code,email,mobile_phone,security_questions",
            ),
            ("delivery.calls_per_day", "1000"),
            ("delivery.per_destination_per_day", "1000"),
            ("explain", "on"),
        ])
        .await;
    world.post().await;
}

/// Somebody who spends one charge after another.
struct Spender {
    counted: Counted,
    journey: Option<JourneyId>,
    /// A host that carries requests and calls.
    service: Service,
}

impl Spender {
    async fn new(world: &World, counted: Counted) -> Self {
        // Answers and failures are counted by both; only the one in question may be in the way.
        let most = match counted {
            Counted::FailedProof => "5",
            _ => "50",
        };
        world.policy(&[("lockout.sspr_failures", most)]).await;
        Self {
            counted,
            journey: None,
            service: kiosk(world),
        }
    }

    /// Its journey, if it is still open.
    async fn open(&self, world: &World) -> Option<JourneyId> {
        let journey = self.journey?;
        matches!(world.next(&journey).await, Step::Go(_)).then_some(journey)
    }

    /// One more; whether it blocked the account.
    async fn spend(&mut self, world: &World) -> bool {
        let blocked = match self.counted {
            Counted::FailedProof => {
                let journey = world.begin(MIA).await;
                let step = world.guess(&journey).await;
                blocks(step, |proof| matches!(proof, Proof::Wrong { .. }))
            }
            Counted::MailSent => {
                let journey = world.begin(MIA).await;
                let step = world.try_send(&journey, TERMINAL).await;
                blocks(step, |sent| matches!(sent, Sent::OnItsWay { .. }))
            }
            Counted::QuestionAttempt => {
                let journey = world.begin(MIA).await;
                let step = world.try_answer(&journey, false).await.unwrap();
                blocks(step, |answered| matches!(answered, Answered::Wrong { .. }))
            }
            Counted::PhoneCheck => {
                let journey = world.begin(MIA).await;
                let step = number(world, &journey, "+14255550119").await;
                blocks(step, |sent| matches!(sent, Sent::WrongNumber { .. }))
            }
            Counted::SmsSent => {
                // The number is typed once a journey.
                let step = match self.open(world).await {
                    Some(journey) => again(world, &journey).await,
                    None => {
                        let journey = world.begin(MIA).await;
                        self.journey = Some(journey);
                        number(world, &journey, NUMBER).await
                    }
                };
                blocks(step, |sent| matches!(sent, Sent::OnItsWay { .. }))
            }
            Counted::SecondFactor | Counted::Enrolment | Counted::CallerCheck => {
                panic!("it blocks no reset")
            }
            Counted::PushSent | Counted::CallPlaced => {
                let (open, place, now) = (self.open(world).await, origin(TERMINAL), world.now());
                let chosen = match self.counted {
                    Counted::CallPlaced => CALL,
                    _ => Chosen::from(Method::AppNotification),
                };
                let journey = match open {
                    Some(journey) => journey,
                    None => world.begin(MIA).await,
                };
                self.journey = Some(journey);
                let service = &self.service;
                let sent = match (self.counted, open) {
                    (Counted::CallPlaced, None) => {
                        let typed = secret(NUMBER);
                        let sent = service.send_reset_code_to(&place, &journey, chosen, typed, now);
                        sent.await
                    }
                    _ => service.send_reset_code(&place, &journey, chosen, now).await,
                };
                blocks(sent.unwrap(), |sent| matches!(sent, Sent::OnItsWay { .. }))
            }
        };
        world.post().await;
        blocked
    }

    /// So many, none of which blocks.
    async fn spend_all(&mut self, world: &World, count: usize) {
        for number in 0..count {
            assert!(!self.spend(world).await, "{:?} {number}", self.counted);
        }
    }
}

fn blocks<T: std::fmt::Debug>(step: Step<T>, spent: impl Fn(&T) -> bool) -> bool {
    match step {
        Step::Go(value) => {
            assert!(spent(&value), "{value:?}");
            false
        }
        Step::Refused(refusal) => {
            assert_eq!(refusal.slow, None);
            true
        }
        Step::Gone => panic!("gone"),
    }
}

async fn number(world: &World, journey: &JourneyId, number: &str) -> Step<Sent> {
    let (place, method) = (origin(TERMINAL), Method::MobilePhone);
    let service = &world.service;
    let sent = service.send_reset_code_to(&place, journey, method, secret(number), world.now());
    sent.await.unwrap()
}

async fn again(world: &World, journey: &JourneyId) -> Step<Sent> {
    let (place, method) = (origin(TERMINAL), Method::MobilePhone);
    let service = &world.service;
    let sent = service.send_reset_code(&place, journey, method, world.now());
    sent.await.unwrap()
}

/// Blocked for so many hours from now, and for not a second longer.
async fn blocked_for(world: &World, counted: Counted, hours: u64) {
    let until = world.now().plus(Duration::from_secs(hours * 3600));
    let record = world.last("account_blocked").await;
    let detail = format!("limit of {}, until {until}", counted.key());
    assert_eq!(field(&record, "detail"), detail);
    let view = world.service.account(&world.operator, MIA, world.now());
    assert_eq!(view.await.unwrap().account.blocked_until, Some(until));
    assert_blocked(world).await;
    world.advance(hours * 3600 - 1);
    assert_blocked(world).await;
    world.advance(1);
}

async fn assert_blocked(world: &World) {
    use keyhatch::domain::eligibility::Reason;
    let refusal = refused(world.try_begin(MIA, TERMINAL).await);
    assert_eq!(refusal.reason, Some(Reason::Blocked));
}

pub async fn each_blocks_for_its_hours_to_the_second(world: &World) {
    prepare(world).await;
    for (counted, allowed, _) in LIMITS {
        // Both ends of the setting, and a day.
        for hours in [1, 24, 720] {
            world
                .policy(&[("lockout.sspr_hours", &hours.to_string())])
                .await;
            let mut spender = Spender::new(world, counted).await;
            spender.spend_all(world, allowed).await;
            assert!(spender.spend(world).await, "{counted:?}");
            blocked_for(world, counted, hours).await;
            // The block has paid for it: all of them are there again.
            spender.spend_all(world, allowed).await;
            assert!(spender.spend(world).await, "{counted:?} {hours}");
            assert_blocked(world).await;
            release(world).await;
            world.advance(DAY);
        }
    }
    world.assert_whole().await;
}

pub async fn each_is_counted_over_its_window(world: &World) {
    prepare(world).await;
    for (counted, allowed, window) in LIMITS {
        let mut spender = Spender::new(world, counted).await;
        spender.spend_all(world, allowed).await;
        world.advance(window);
        spender.spend_all(world, allowed).await;
        world.advance(window - 1);
        assert!(spender.spend(world).await, "{counted:?} a second too early");
        release(world).await;
        world.advance(DAY);
    }
}

async fn release(world: &World) {
    let released = world.service.release(&world.operator, MIA, world.now());
    released.await.unwrap();
}

pub async fn a_reset_and_a_release_clear_each_and_budgets_stay(world: &World) {
    prepare(world).await;
    let budgets = "SELECT count(*) FROM attempt WHERE kind NOT IN
                   ('proof', 'mail', 'question', 'second_factor', 'phone_check', 'sms', 'push',
                    'call', 'enrolment')";
    let (mut resets, mut sent) = (0, 0);
    for (counted, allowed, _) in LIMITS {
        for by_reset in [true, false] {
            let mut spender = Spender::new(world, counted).await;
            // A reset by mail must find room for its own.
            let spent = match counted {
                Counted::MailSent if by_reset => allowed - 1,
                _ => allowed,
            };
            spender.spend_all(world, spent).await;
            // A destination each, and a message of the day each.
            sent += match counted {
                Counted::MailSent => spent,
                Counted::SmsSent | Counted::CallPlaced => 2 * spent,
                _ => 0,
            };
            match by_reset {
                true => {
                    resets += 1;
                    sent += 1;
                    world.reset(MIA, &format!("{NEW} {resets}")).await;
                }
                false => release(world).await,
            }
            assert_eq!(world.charges(counted.key()), 0, "{counted:?}");
            assert_eq!(world.number(budgets), i64::try_from(sent).unwrap());
            spender.journey = None;
            spender.spend_all(world, allowed).await;
            sent += match counted {
                Counted::MailSent => allowed,
                Counted::SmsSent | Counted::CallPlaced => 2 * allowed,
                _ => 0,
            };
            release(world).await;
            // What the terminal may fail is not in question here.
            world.advance(3600);
        }
    }
}

pub async fn failures_at_both_ends_of_the_setting(world: &World) {
    prepare(world).await;
    let policy = async |count: usize| {
        world
            .policy(&[("lockout.sspr_failures", &count.to_string())])
            .await;
    };
    // Each at a terminal of its own, whose limit is not in question here.
    let guess = async |nth: usize| {
        let place = origin(&format!("kiosk {nth}"));
        let journey = go(world.try_begin(MIA, &place.terminal).await);
        let typed = secret(&wrong(&[&world.app_code(0), &world.app_code(-1)]));
        let proved = world
            .service
            .prove(&place, &journey, Method::AppCode, typed, world.now());
        let step = proved.await.unwrap().map(|(proof, _)| proof);
        blocks(step, |proof| matches!(proof, Proof::Wrong { .. }))
    };
    for most in [50, 1] {
        policy(most).await;
        for nth in 0..most - 1 {
            assert!(!guess(nth).await, "{nth} of {most}");
            world.advance(60);
        }
        assert!(guess(most).await);
        blocked_for(world, Counted::FailedProof, 24).await;
        world.begin(MIA).await;
    }
    // Lowered on the way, what failed before counts by it, and blocks before anything is compared.
    policy(50).await;
    for nth in 0..3 {
        assert!(!guess(nth).await);
    }
    let compared = world.records("gate_tried").await.len();
    policy(3).await;
    assert!(guess(4).await);
    assert_eq!(world.records("gate_tried").await.len(), compared);
}

pub async fn second_factors_over_a_day(world: &World) {
    let sign_in = async |code: &str| {
        let asked = || Ok((secret(code), world.now()));
        let signed = world
            .service
            .sign_in(MIA, secret(OLD), asked, TERMINAL, world.now());
        signed.await
    };
    let bad = || wrong(&[&world.app_code(0), &world.app_code(-1)]);
    for most in [1u64, 50] {
        world
            .policy(&[("lockout.sign_in_failures", &most.to_string())])
            .await;
        for _ in 0..most {
            sentence(sign_in(&bad()).await);
            world.advance(60);
        }
        assert_eq!(world.charges("second_factor"), most as i64);
        // The right one is not compared any more, to the second a day after the first.
        sentence(sign_in(&world.app_code(0)).await);
        world.advance(DAY - 60 * most - 1);
        sentence(sign_in(&world.app_code(0)).await);
        world.advance(1);
        sign_in(&world.app_code(0)).await.unwrap();
        // It has locked nobody out of the reset, which clears it.
        world.reset(MIA, &format!("{NEW} {most}")).await;
        assert_eq!(world.charges("second_factor"), 0);
        world.post().await;
        // So that the next one begins with the password of the case.
        let form = keyhatch::service::form::Form::default();
        let (service, operator) = (&world.service, &world.operator);
        let given = service.edit_account_and_password(
            operator,
            MIA,
            &form,
            secret(OLD),
            false,
            world.now(),
        );
        given.await.unwrap();
    }
    assert!(world.records("account_blocked").await.is_empty());
}

pub async fn nothing_but_time_frees_a_terminal(world: &World) {
    let place = "lobby:tty7";
    let then = world.now().micros();
    for number in 0..30 {
        world.sql(&format!(
            "INSERT INTO source_attempt (source, kind, at) VALUES ('{place}', 'proof', {})",
            then + number
        ));
    }
    let stopped = async || refused(world.try_begin(MIA, place).await).slow;
    assert!(stopped().await.is_some());
    // Neither a reset from elsewhere, nor a release, nor any policy.
    world.reset(MIA, NEW).await;
    release(world).await;
    world
        .policy(&[
            ("lockout.sspr_failures", "50"),
            ("lockout.sspr_hours", "1"),
            ("captcha", "off"),
        ])
        .await;
    assert!(stopped().await.is_some());
    world.set_clock(keyhatch::domain::time::Timestamp::from_seconds(START));
    world.advance(3600 - 1);
    assert_eq!(stopped().await, Some(1));
    world.advance(1);
    go(world.try_begin(MIA, place).await);
}
