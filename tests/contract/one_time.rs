//! Codes: good once, for as long as they say, on their own journey.

use keyhatch::domain::journey::{Proof, Sent};
use keyhatch::domain::method::Method;
use keyhatch::domain::time::Timestamp;

use super::world::*;

pub async fn a_mailed_code_ends_to_the_second(world: &World) {
    let journey = world.begin(MIA).await;
    let sent = world.now();
    let Sent::OnItsWay { expires } = world.send(&journey).await else {
        panic!("not sent");
    };
    assert_eq!(expires, sent.plus(std::time::Duration::from_secs(600)));
    let code = world.code_in_post().await;
    world.set_clock(expires);
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::TooLate
    );
    assert_eq!(world.charges("proof"), 0, "too late is no failure");
    // Nor does a clock set back bring it to life again.
    world.set_clock(sent);
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::TooLate
    );
    world.set_clock(expires);

    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    world.advance(599);
    world.set_clock(Timestamp::from_micros(world.now().micros() + 999_999));
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::Passed
    );

    // Before any was sent there is none to compare with.
    let journey = world.begin(MIA).await;
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::TooLate
    );
}

pub async fn a_new_code_ends_the_old_and_keeps_the_count(world: &World) {
    world.policy(&[("lockout.sspr_failures", "50")]).await;
    let journey = world.begin(MIA).await;
    let first = world.mail_code(&journey).await;
    let mut second = world.mail_code(&journey).await;
    while second == first {
        second = world.mail_code(&journey).await;
    }
    let proof = world.prove(&journey, Method::Email, &first).await;
    assert_eq!(proof, Proof::Wrong { left: 4 });
    let guess = wrong(&[&second]);
    let proof = world.prove(&journey, Method::Email, &guess).await;
    assert_eq!(proof, Proof::Wrong { left: 3 });
    let third = world.mail_code(&journey).await;
    for left in [2, 1, 0] {
        let proof = world
            .prove(&journey, Method::Email, &wrong(&[&third]))
            .await;
        assert_eq!(proof, Proof::Wrong { left }, "the count goes on");
    }
    assert_eq!(
        world.prove(&journey, Method::Email, &third).await,
        Proof::NotOffered
    );
    assert_eq!(world.send(&journey).await, Sent::NotOffered);
    assert_eq!(
        world.number("SELECT count(*) FROM code WHERE state = 'live'"),
        1
    );

    // The count is the journey's; another one starts anew.
    let journey = world.begin(MIA).await;
    world.pass_mail(&journey).await;
}

pub async fn another_journey_takes_the_code_over(world: &World) {
    let (first, second) = (world.begin(MIA).await, world.begin(MIA).await);
    let old = world.mail_code(&first).await;
    let mut new = world.mail_code(&second).await;
    while new == old {
        new = world.mail_code(&second).await;
    }
    assert_eq!(
        world.prove(&first, Method::Email, &old).await,
        Proof::TooLate
    );
    assert_eq!(
        world.prove(&first, Method::Email, &new).await,
        Proof::TooLate
    );
    assert_eq!(
        world.prove(&second, Method::Email, &old).await,
        Proof::Wrong { left: 4 }
    );
    assert_eq!(
        world.prove(&second, Method::Email, &new).await,
        Proof::Passed
    );
    assert_eq!(
        world.prove(&first, Method::Email, &new).await,
        Proof::TooLate
    );

    // A code that waits is taken back by the next one, and never sent.
    let (third, fourth) = (world.begin(MIA).await, world.begin(MIA).await);
    world.send(&third).await;
    world.send(&fourth).await;
    let code = world.code_in_post().await;
    assert_eq!(
        world.prove(&fourth, Method::Email, &code).await,
        Proof::Passed
    );
}

pub async fn an_authenticator_step_is_used_once(world: &World) {
    let first = world.begin(MIA).await;
    let code = world.fresh_app_code();
    assert_eq!(
        world.prove(&first, Method::AppCode, &code).await,
        Proof::Passed
    );
    assert_eq!(
        world.prove(&first, Method::AppCode, &code).await,
        Proof::NotOffered
    );

    let second = world.begin(MIA).await;
    assert!(matches!(
        world.prove(&second, Method::AppCode, &code).await,
        Proof::Wrong { .. }
    ));
    let earlier = world.app_code(-1);
    let proof = world.prove(&second, Method::AppCode, &earlier).await;
    assert!(
        matches!(proof, Proof::Wrong { .. }),
        "a step before a used one"
    );
    // The clock of the host goes back; the used step does not come back with it.
    world.set_clock(Timestamp::from_seconds(START));
    let proof = world
        .prove(&second, Method::AppCode, &world.app_code(0))
        .await;
    assert!(matches!(proof, Proof::Wrong { .. }));
    world.set_clock(Timestamp::from_seconds(START + 60));
    let proof = world
        .prove(&second, Method::AppCode, &world.app_code(0))
        .await;
    assert_eq!(proof, Proof::Passed);
    assert_eq!(world.charges("proof"), 3);
}

pub async fn this_step_and_the_one_before(world: &World) {
    world.advance(300);
    for (steps, passes) in [(1, false), (-2, false), (-1, true), (0, true)] {
        let journey = world.begin(MIA).await;
        let proof = world
            .prove(&journey, Method::AppCode, &world.app_code(steps))
            .await;
        assert_eq!(proof == Proof::Passed, passes, "step {steps}: {proof:?}");
    }
    // To the second: the last of the next step passes, the first after it does not.
    for (seconds, passes) in [(59, true), (60, false)] {
        world.advance(300);
        let (code, journey) = (world.app_code(0), world.begin(MIA).await);
        world.advance(seconds);
        let proof = world.prove(&journey, Method::AppCode, &code).await;
        assert_eq!(proof == Proof::Passed, passes, "{seconds} s: {proof:?}");
    }
}

pub async fn digits_of_any_keyboard(world: &World) {
    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    let wide: String = code
        .chars()
        .map(|c| char::from_u32(u32::from(c) - u32::from('0') + 0xff10).unwrap())
        .collect();
    let typed = format!(" {} {} ", &wide[..9], &wide[9..]);
    assert_eq!(
        world.prove(&journey, Method::Email, &typed).await,
        Proof::Passed
    );
    world.policy(&[("codes.length", "10")]).await;
    let journey = world.begin(MIA).await;
    let code = world.mail_code(&journey).await;
    assert_eq!(code.len(), 10);
    let proof = world.prove(&journey, Method::Email, &code[..6]).await;
    assert_eq!(proof, Proof::Malformed { digits: 10 });
    assert_eq!(
        world.prove(&journey, Method::Email, &code).await,
        Proof::Passed
    );
    world.pass_app(&journey).await;
}
