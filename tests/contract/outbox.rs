//! What leaves the host: taken for a while, tried again, emptied once it is gone.

use std::time::Duration;

use keyhatch::domain::journey::Step;
use keyhatch::domain::letter::{Happening, Letter};
use keyhatch::domain::method::Method;
use keyhatch::domain::outgoing::{Channel, Delivery};
use keyhatch::domain::role::Role;
use keyhatch::domain::time::Timestamp;
use keyhatch::service::Actor;
use keyhatch::service::form::Form;
use keyhatch::service::post::Taken;

use super::world::*;

async fn take(world: &World) -> Vec<Taken> {
    world
        .service
        .take_letters(100, &Channel::ALL, world.now())
        .await
        .unwrap()
}

async fn settle(world: &World, id: i64, attempts: i64, outcome: Delivery) {
    let settled = world
        .service
        .settle_letter(id, attempts, outcome, 0, &[], world.now());
    settled.await.unwrap();
}

fn waiting() -> (String, bool) {
    ("waiting".to_owned(), true)
}

/// A code on its way to Mia.
async fn one_code(world: &World) {
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
}

pub async fn a_worker_that_waits_is_handed_what_is_posted(world: &World) {
    let waiting_for_texts = world.service.wait_for_letters(Channel::Sms);
    one_code(world).await;
    assert!(
        world.service.handed_letters(Channel::Sms).is_empty(),
        "of its channels"
    );
    drop(waiting_for_texts);
    let other = take(world).await.remove(0);
    settle(world, other.id, 1, Delivery::Accepted).await;

    let waits = world.service.wait_for_letters(Channel::Mail);
    let journey = world.begin(MIA).await;
    world.send(&journey).await;
    drop(waits);
    let handed = world.service.handed_letters(Channel::Mail).remove(0);
    assert_eq!(handed.attempts, 1);
    assert!(handed.to.is_some() && matches!(handed.letter, Some(Letter::Code { .. })));
    assert!(
        world.service.handed_letters(Channel::Mail).is_empty(),
        "once"
    );
    assert!(take(world).await.is_empty(), "it is leased");
    // A worker that never gets to it leaves it to the end of the lease.
    world.advance(120);
    let again = world.another();
    let again = again.take_letters(100, &Channel::ALL, world.now()).await;
    let again = again.unwrap().remove(0);
    assert_eq!((again.id, again.attempts), (handed.id, 2));
    settle(world, again.id, 2, Delivery::Accepted).await;

    // A decision that is undone hands nothing over, and nobody else's letters are.
    let waits = world.service.wait_for_letters(Channel::Mail);
    let gone = world.try_send(&journey, "another terminal").await;
    assert!(matches!(gone, Step::Gone));
    let elsewhere = world.another();
    let place = origin(TERMINAL);
    let sent = elsewhere.send_reset_code(&place, &journey, Method::Email, world.now());
    sent.await.unwrap();
    drop(waits);
    assert!(world.service.handed_letters(Channel::Mail).is_empty());
    assert_eq!(take(world).await.len(), 1);
}

pub async fn a_crashed_worker_loses_nothing(world: &World) {
    one_code(world).await;
    let first = take(world).await.remove(0);
    assert_eq!(first.attempts, 1);
    assert_eq!(first.created, world.now());
    assert!(take(world).await.is_empty());
    let other = world.another();
    assert!(
        other
            .take_letters(100, &Channel::ALL, world.now())
            .await
            .unwrap()
            .is_empty()
    );
    world.advance(119);
    assert!(take(world).await.is_empty());
    world.advance(1);
    let again = other
        .take_letters(100, &Channel::ALL, world.now())
        .await
        .unwrap()
        .remove(0);
    assert_eq!(
        (again.id, again.attempts, &again.place),
        (first.id, 2, &first.place)
    );
    let (Some(Letter::Code { code: a, .. }), Some(Letter::Code { code: b, .. })) =
        (&first.letter, &again.letter)
    else {
        panic!("not a code");
    };
    assert_eq!(a.expose(), b.expose());
    settle(world, again.id, 2, Delivery::Accepted).await;
    world.advance(3600);
    assert!(take(world).await.is_empty());
    // Never more than asked for.
    for _ in 0..2 {
        let notices = world.begin(MIA).await;
        world.pass_mail(&notices).await;
        world.pass_app(&notices).await;
        world
            .finish(&notices, &format!("phrase of {}", world.now()))
            .await;
        let one = world
            .service
            .take_letters(1, &Channel::ALL, world.now())
            .await
            .unwrap();
        assert_eq!(one.len(), 1);
        settle(world, one[0].id, 1, Delivery::Accepted).await;
        assert_eq!(world.post().await.len(), 1);
    }
}

pub async fn a_stale_worker_is_ignored(world: &World) {
    one_code(world).await;
    let id = take(world).await[0].id;
    world.advance(120);
    assert_eq!(take(world).await[0].attempts, 2);
    settle(world, id, 1, Delivery::Accepted).await;
    settle(world, id, 1, Delivery::Never("no".to_owned())).await;
    settle(world, id + 1, 1, Delivery::Accepted).await;
    assert_eq!(world.letters(), [waiting()]);
    settle(world, id, 2, Delivery::Later("451".to_owned())).await;
    settle(world, id, 2, Delivery::Accepted).await;
    assert_eq!(
        world.letters(),
        [("delivered".to_owned(), false)],
        "it did arrive"
    );
    settle(world, id, 2, Delivery::Never("no".to_owned())).await;
    assert_eq!(world.letters(), [("delivered".to_owned(), false)]);
    assert!(world.records("delivery_failed").await.is_empty());
}

pub async fn the_back_off_grows(world: &World) {
    world.reset(MIA, NEW).await;
    let posted = world.now();
    for (tried, wait) in [2, 5, 15, 60, 300, 900, 900].into_iter().enumerate() {
        let taken = take(world).await;
        assert_eq!(taken.len(), 2);
        for letter in taken {
            assert_eq!(letter.attempts, i64::try_from(tried).unwrap() + 1);
            let cause = format!("451 try {tried}");
            settle(world, letter.id, letter.attempts, Delivery::Later(cause)).await;
        }
        let listed = world
            .service
            .outbox(&world.operator, world.now())
            .await
            .unwrap();
        let item = listed.last().unwrap();
        assert_eq!(item.state, "waiting");
        assert_eq!(item.last_error, Some(format!("451 try {tried}")));
        let due = world.now().plus(Duration::from_secs(wait));
        assert_eq!(item.next_attempt, Some(due));
        world.advance(wait - 1);
        assert!(take(world).await.is_empty(), "{wait} s have not passed");
        world.advance(1);
    }
    world.set_clock(posted.plus(Duration::from_secs(3 * DAY)));
    assert!(take(world).await.is_empty());
    let record = world.last("delivery_failed").await;
    assert_eq!(field(&record, "account"), MIA);
    assert!(field(&record, "detail").ends_with("password_reset: 451 try 6"));
    assert_eq!(world.records("delivery_failed").await.len(), 2);
    let left = world.letters();
    assert!(
        left[1..]
            .iter()
            .all(|letter| *letter == ("expired".to_owned(), false)),
        "{left:?}"
    );
}

pub async fn a_refused_letter_can_be_tried_again(world: &World) {
    let (service, operator) = (&world.service, &world.operator);
    one_code(world).await;
    let id = take(world).await[0].id;
    settle(
        world,
        id,
        1,
        Delivery::Never("550 no such mailbox".to_owned()),
    )
    .await;
    assert_eq!(world.letters(), [("failed".to_owned(), true)]);
    let record = world.last("delivery_failed").await;
    assert_eq!(
        field(&record, "detail"),
        format!("outbox {id}, code: 550 no such mailbox")
    );
    assert_eq!(field(&record, "outcome"), "failure");
    world.advance(60);
    assert!(take(world).await.is_empty());

    service
        .set_roles(operator, MIA, vec![Role::Helpdesk], world.now())
        .await
        .unwrap();
    let account = service
        .account(operator, MIA, world.now())
        .await
        .unwrap()
        .account;
    let helpdesk = Actor::signed(account.id, account.upn, world.now());
    sentence(service.retry_letter(&helpdesk, id, world.now()).await);
    assert!(take(world).await.is_empty());
    service
        .retry_letter(operator, id, world.now())
        .await
        .unwrap();
    let record = world.last("outbox_retried").await;
    assert_eq!(field(&record, "detail"), format!("outbox {id}"));
    let taken = take(world).await;
    assert_eq!((taken[0].id, taken[0].attempts), (id, 2));
    assert!(taken[0].letter.is_some());
    settle(world, id, 2, Delivery::Accepted).await;
    let again = service.retry_letter(operator, id, world.now()).await;
    assert!(sentence(again).contains("its content is gone"));
    let unknown = service.retry_letter(operator, 4711, world.now()).await;
    assert!(sentence(unknown).contains("there is no message 4711"));
    assert_eq!(world.records("outbox_retried").await.len(), 1);
}

pub async fn expired_codes_are_dropped(world: &World) {
    one_code(world).await;
    world.advance(599);
    let journey = world.begin(MIA).await;
    assert_eq!(take(world).await.len(), 1, "good for a second still");
    world.advance(1);
    assert!(take(world).await.is_empty(), "on its way");
    world.advance(119);
    assert!(take(world).await.is_empty());
    assert_eq!(world.letters(), [("expired".to_owned(), false)]);
    let record = world.last("delivery_failed").await;
    assert!(field(&record, "detail").ends_with("code: never tried"));
    world.send(&journey).await;
    world.advance(600);
    assert!(take(world).await.is_empty());
    assert_eq!(world.letters()[1], ("expired".to_owned(), false));
    let again = world
        .service
        .retry_letter(&world.operator, 1, world.now())
        .await;
    assert!(sentence(again).contains("its content is gone"));
}

pub async fn a_refused_code_is_emptied_when_it_expires(world: &World) {
    one_code(world).await;
    let id = take(world).await[0].id;
    settle(world, id, 1, Delivery::Never("550".to_owned())).await;
    world.advance(600);
    let again = world
        .service
        .retry_letter(&world.operator, id, world.now())
        .await;
    assert!(sentence(again).contains("its content is gone"));
    assert!(take(world).await.is_empty());
    assert_eq!(world.letters(), [("failed".to_owned(), false)]);
}

pub async fn the_destination_is_read_when_sending(world: &World) {
    let edit = async |address: &str| {
        let form = Form {
            alternate_email: text(address),
            ..Form::default()
        };
        let edited = world
            .service
            .edit_account(&world.operator, MIA, &form, world.now());
        edited.await
    };
    world.reset(MIA, NEW).await;
    edit("mia@elsewhere.example").await.unwrap();
    let second = async || {
        let mut taken = take(world).await;
        taken.retain(|taken| {
            matches!(
                taken.letter,
                Some(Letter::Happened {
                    what: Happening::PasswordReset,
                    ..
                })
            )
        });
        assert_eq!(taken.len(), 2, "the notices to both addresses");
        taken.pop().unwrap().to
    };
    assert_eq!(second().await.as_deref(), Some("mia@elsewhere.example"));
    edit("mia@third.example").await.unwrap();
    world.advance(120);
    assert_eq!(second().await.as_deref(), Some("mia@third.example"));
    edit("").await.unwrap();
    world.advance(120);
    assert_eq!(second().await, None);
    // A code on its way to an address that is no longer the account's is taken back.
    edit("mia@fourth.example").await.unwrap();
    one_code(world).await;
    edit("mia@fifth.example").await.unwrap();
    let code = ("cancelled".to_owned(), false);
    assert!(world.letters().contains(&code));
    // Inside the organisation is where the locked-out can't read.
    for inside in ["mia@contoso.example", "mia@CONTOSO.Example"] {
        assert!(sentence(edit(inside).await).contains("own domains"));
    }
}

pub async fn a_delivered_letter_is_empty(world: &World) {
    world.reset(MIA, NEW).await;
    assert_eq!(
        world.number("SELECT count(*) FROM outbox WHERE payload IS NOT NULL"),
        2
    );
    assert_eq!(world.post().await.len(), 2);
    let empty = ("delivered".to_owned(), false);
    assert_eq!(world.letters(), [empty.clone(), empty.clone(), empty]);
    let listed = world
        .service
        .outbox(&world.operator, world.now())
        .await
        .unwrap();
    assert!(
        listed
            .iter()
            .all(|item| item.next_attempt.is_none() && item.attempts == 1)
    );
    let kinds: Vec<&str> = listed.iter().map(|item| item.kind.as_str()).collect();
    assert_eq!(kinds, ["code", "password_reset", "password_reset"]);
}

pub async fn letters_leave_while_the_clock_is_set_back(world: &World) {
    world.begin(MIA).await;
    world.set_clock(Timestamp::from_seconds(START - 3600));
    one_code(world).await;
    assert_eq!(world.post().await.len(), 1, "it is due in store time");
}

pub async fn one_agent_a_host(world: &World) {
    let (service, other) = (&world.service, world.another());
    assert!(
        service
            .elect_agent("lobby", "one", &[], world.now())
            .await
            .unwrap()
    );
    assert!(
        !other
            .elect_agent("lobby", "two", &[], world.now())
            .await
            .unwrap()
    );
    assert!(
        other
            .elect_agent("cellar", "two", &[], world.now())
            .await
            .unwrap()
    );
    world.advance(10);
    assert!(
        service
            .elect_agent("lobby", "one", &[], world.now())
            .await
            .unwrap()
    );
    world.advance(14);
    assert!(
        !other
            .elect_agent("lobby", "two", &[], world.now())
            .await
            .unwrap()
    );
    world.advance(1);
    assert!(
        other
            .elect_agent("lobby", "two", &[], world.now())
            .await
            .unwrap()
    );
    assert!(
        !service
            .elect_agent("lobby", "one", &[], world.now())
            .await
            .unwrap()
    );
    // Only who is it steps down.
    service
        .resign_agent("lobby", "one", world.now())
        .await
        .unwrap();
    assert!(
        !service
            .elect_agent("lobby", "one", &[], world.now())
            .await
            .unwrap()
    );
    other
        .resign_agent("lobby", "two", world.now())
        .await
        .unwrap();
    assert!(
        service
            .elect_agent("lobby", "one", &[], world.now())
            .await
            .unwrap()
    );
}

pub async fn a_changed_address_is_told_to_the_old_one(world: &World) {
    let edit = async |address: &str| {
        let form = Form {
            alternate_email: text(address),
            ..Form::default()
        };
        let (service, operator, now) = (&world.service, &world.operator, world.now());
        service
            .edit_account(operator, MIA, &form, now)
            .await
            .unwrap();
    };
    edit("mia@elsewhere.example").await;
    let taken = take(world).await;
    let to: Vec<_> = taken.iter().map(|letter| letter.to.as_deref()).collect();
    assert_eq!(to, [Some(HOME), Some(WORK)]);
    let told = |letter: &Taken| matches!(letter.letter, Some(Letter::AddressChanged { .. }));
    assert!(taken.iter().all(told));
    // The same address again is no change.
    edit("mia@elsewhere.example").await;
    assert!(take(world).await.is_empty());
}
