//! The worker against a server that takes its time.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use tokio::sync::watch;

use super::{Agent, Channels, again};
use crate::clock;
use crate::config::{Driver, Smtp, Tls};
use crate::crypto::{Keys, MasterKey};
use crate::delivery::{Mailer, Pusher, Texter};
use crate::domain::human::{Begun, Claim};
use crate::domain::journey::{Chosen, JourneyId, Step};
use crate::domain::method::Method;
use crate::domain::outgoing::{Channel, Delivery, PushAction, PushRequest};
use crate::domain::progress::Progress;
use crate::domain::secret::SecretText;
use crate::domain::time::Timestamp;
use crate::domain::unlock::Purpose;
use crate::domain::way::Way;
use crate::service::accounts::FirstPassword;
use crate::service::approvals::LISTENER_SILENCE;
use crate::service::form::Form;
use crate::service::reset::Origin;
use crate::service::setup::Organisation;
use crate::service::{Actor, Service};
use crate::store::Store;

/// Takes one mail and answers its end only when it is told to.
fn slow_server(arrived: mpsc::Sender<()>, answer: mpsc::Receiver<()>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut out = stream.try_clone().unwrap();
        let mut say = |reply: &str| out.write_all(reply.as_bytes()).unwrap();
        say("220 slow\r\n");
        let mut in_data = false;
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            match line.as_str() {
                "." if in_data => {
                    in_data = false;
                    arrived.send(()).unwrap();
                    answer.recv().unwrap();
                    say("250 taken\r\n");
                }
                _ if in_data => {}
                "DATA" => {
                    in_data = true;
                    say("354 go on\r\n");
                }
                "QUIT" => {
                    say("221 bye\r\n");
                    return;
                }
                _ => say("250 fine\r\n"),
            }
        }
    });
    port
}

/// A store with one letter waiting.
async fn one_letter() -> (Service, Actor) {
    let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    let service = Service::new(Store::in_memory(keys).unwrap());
    let operator = Actor::Operator("test".into());
    let organisation = Organisation {
        name: "Contoso".into(),
        domains: String::new(),
        admin: "admin@contoso.example".into(),
        form: Form::default(),
        password: SecretText::copied("first light on the hill"),
        authenticator: None,
    };
    let now = clock::now();
    service
        .initialise(&operator, organisation, now)
        .await
        .unwrap();
    let at = |address: &str| Form {
        alternate_email: Some(address.into()),
        ..Form::default()
    };
    let mia = "mias@contoso.example";
    service
        .add_account(
            &operator,
            mia,
            &at("mia@home.example"),
            FirstPassword::Made,
            now,
        )
        .await
        .unwrap();
    service
        .edit_account(&operator, mia, &at("mia@elsewhere.example"), now)
        .await
        .unwrap();
    (service, operator)
}

#[tokio::test]
async fn a_letter_under_way_is_settled_before_the_agent_stops() {
    let (service, operator) = one_letter().await;
    let ((arrived, arrival), (go_on, answer)) = (mpsc::channel(), mpsc::channel());
    let smtp = Smtp {
        host: "127.0.0.1".into(),
        port: slow_server(arrived, answer),
        tls: Tls::None,
        login: None,
        ca_file: None,
        from: "reset@contoso.example".parse().unwrap(),
    };
    let mailer = Mailer::open(&Driver::Gateway(smtp)).unwrap();
    let channels = Channels {
        mail: Some(Arc::new(mailer)),
        ..Channels::default()
    };
    let agent = Agent::new(service.clone(), channels, "host".into(), "one".into());
    let (stop, stopped) = watch::channel(false);
    let told = tokio::task::spawn_blocking(move || {
        arrival.recv().unwrap();
        stop.send(true).unwrap();
        go_on.send(()).unwrap();
    });
    agent.run(stopped).await;
    told.await.unwrap();
    let items = service.outbox(&operator, clock::now()).await.unwrap();
    let letters: Vec<_> = items
        .iter()
        .map(|item| (item.state.as_str(), item.attempts))
        .collect();
    assert_eq!(letters, [("delivered", 1)]);
}

#[tokio::test]
async fn a_prefix_blocked_since_gets_nothing_and_mail_is_left_to_others() {
    let (service, operator) = one_letter().await;
    let now = clock::now();
    for mobile in ["+44 20 7946 0000", "+1 425 555 0111", "+1 425 555 0112"] {
        let form = Form {
            mobile: Some(mobile.into()),
            ..Form::default()
        };
        let edited = service.edit_account(&operator, "mias@contoso.example", &form, now);
        edited.await.unwrap();
    }
    let blocked = vec![("delivery.blocked_prefixes".to_owned(), "+44".to_owned())];
    service.set_policy(&operator, blocked, now).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let texter = Texter::open(&Driver::Spool(folder.path().to_owned())).unwrap();
    let channels = Channels {
        sms: Some(Arc::new(texter)),
        ..Channels::default()
    };
    let agent = Agent::new(service.clone(), channels, "host".into(), "one".into());
    assert_eq!(agent.deliver_due().await, 2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let items = service.outbox(&operator, clock::now()).await.unwrap();
    let states = |channel: &str| {
        let of = items.iter().filter(|item| item.channel == channel);
        of.map(|item| item.state.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(states("sms"), ["failed", "delivered"]);
    assert_eq!(states("mail"), ["waiting"; 3]);
}

#[tokio::test]
async fn a_fault_does_not_end_the_work() {
    let tries = std::cell::Cell::new(0);
    again(Duration::ZERO, || async {
        tries.set(tries.get() + 1);
        assert!(tries.get() > 2, "a fault");
    })
    .await;
    assert_eq!(tries.get(), 3);
}

/// Begins a reset of Mia's, who has an app and a telephone.
async fn reset_of_mia(service: &Service, at: Timestamp) -> JourneyId {
    let operator = Actor::Operator("test".into());
    let mia = "mias@contoso.example";
    let organisation = Organisation {
        name: "Contoso".into(),
        domains: String::new(),
        admin: "admin@contoso.example".into(),
        form: Form::default(),
        password: SecretText::copied("first light on the hill"),
        authenticator: None,
    };
    service
        .initialise(&operator, organisation, at)
        .await
        .unwrap();
    let enabled = vec![("sspr.enabled".to_owned(), "all".to_owned())];
    service.set_policy(&operator, enabled, at).await.unwrap();
    let home = Form {
        alternate_email: Some("mia@home.example".into()),
        mobile: Some("+14255550123".into()),
        ..Form::default()
    };
    let added = service.add_account(&operator, mia, &home, FirstPassword::Made, at);
    added.await.unwrap();
    let topic = SecretText::copied("mia");
    service.add_app(&operator, mia, topic, at).await.unwrap();
    let claim = Claim {
        user_id: mia.into(),
        language: "en".into(),
        purpose: Purpose::Reset,
        passing: None,
        drawn: true,
    };
    let Begun::On(Step::Go((journey, _))) =
        service.begin_reset(&origin(), claim, at).await.unwrap()
    else {
        panic!("refused");
    };
    journey
}

/// Asks for a request on Mia's app at a moment, and lets it leave by an agent that then dies.
async fn request_of_a_dead_agent(service: &Service, pusher: &Pusher, at: Timestamp) -> JourneyId {
    let journey = reset_of_mia(service, at).await;
    let (lobby, app) = (origin(), Method::AppNotification);
    let sent = service.send_reset_code(&lobby, &journey, app, at);
    sent.await.unwrap();
    let taken = service.take_letters(1, &[Channel::Push], at).await.unwrap();
    let taken = &taken[0];
    assert!(service.listen_for(&taken.place, "dead", at).await.unwrap());
    let settled = service.settle_letter(taken.id, taken.attempts, Delivery::Accepted, 0, &[], at);
    settled.await.unwrap();
    let action = |label: &str| PushAction {
        label: label.into(),
        body: SecretText::default(),
    };
    let request = PushRequest {
        id: taken.place.clone(),
        topic: "mia".into(),
        reply: service.reply_topic(&taken.place),
        title: String::new(),
        text: SecretText::default(),
        verify: action("Verify"),
        deny: action("Deny"),
        language: "en".into(),
        created: at,
    };
    assert_eq!(pusher.send(&request), Delivery::Accepted);
    journey
}

fn origin() -> Origin {
    Origin {
        terminal: "lobby".into(),
        remote: false,
        lifetime: Duration::from_secs(900),
    }
}

#[tokio::test]
async fn what_a_dead_agent_listened_for_another_hears() {
    let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    let service = Service::new(Store::in_memory(keys).unwrap()).carrying(vec![Channel::Push]);
    let folder = tempfile::tempdir().unwrap();
    let spool = Driver::Spool(folder.path().to_owned());
    let pusher = Pusher::open(&spool).unwrap();
    let at = clock::now().minus(LISTENER_SILENCE);
    let journey = request_of_a_dead_agent(&service, &pusher, at).await;
    let channels = Channels {
        push: Some(Arc::new(pusher)),
        ..Channels::default()
    };
    let (stop, stopped) = watch::channel(false);
    // The host's elected agent can hear nothing, and stays.
    let later = clock::now().plus(Duration::from_secs(60));
    let other = service.elect_agent("host", "three", &[Channel::Mail], later);
    assert!(other.await.unwrap());
    let agent = Agent::new(service.clone(), channels, "host".into(), "two".into());
    let watching = async {
        let file = std::fs::read_dir(folder.path()).unwrap().next().unwrap();
        let file = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let json: serde_json::Value = serde_json::from_str(&file).unwrap();
        std::fs::write(json["reply"].as_str().unwrap(), "verify\n").unwrap();
        let (lobby, key) = (origin(), Method::AppNotification.key());
        loop {
            let watched = service.watch(&lobby, &journey, key, clock::now());
            if watched.await.unwrap() == Some(Progress::Verified) {
                break stop.send(true).unwrap();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let heard = async { tokio::join!(agent.run(stopped), watching) };
    let patience = Duration::from_secs(30);
    tokio::time::timeout(patience, heard).await.unwrap();
}

#[tokio::test]
async fn a_call_of_a_dead_agent_is_given_up_by_one_without_a_telephone() {
    let keys = Arc::new(Keys::derive(&MasterKey::generate().unwrap()));
    let service = Service::new(Store::in_memory(keys).unwrap()).carrying(vec![Channel::Voice]);
    let at = clock::now().minus(LISTENER_SILENCE);
    let journey = reset_of_mia(&service, at).await;
    let call = Chosen {
        method: Method::MobilePhone,
        way: Way::Call,
        slot: 0,
    };
    let (lobby, number) = (origin(), SecretText::copied("+14255550123"));
    let sent = service.send_reset_code_to(&lobby, &journey, call, number, at);
    sent.await.unwrap();
    let taken = service.take_letters(1, &[Channel::Voice], at).await;
    let taken = &taken.unwrap()[0];
    assert!(service.listen_for(&taken.place, "dead", at).await.unwrap());
    let settled = service.settle_letter(taken.id, taken.attempts, Delivery::Accepted, 0, &[], at);
    settled.await.unwrap();
    let agent = Agent::new(
        service.clone(),
        Channels::default(),
        "host".into(),
        "two".into(),
    );
    let (stop, stopped) = watch::channel(false);
    let watching = async {
        let key = Method::MobilePhone.key();
        loop {
            let watched = service.watch(&lobby, &journey, key, clock::now());
            if watched.await.unwrap() == Some(Progress::Failed) {
                break stop.send(true).unwrap();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let given_up = async { tokio::join!(agent.run(stopped), watching) };
    let patience = Duration::from_secs(30);
    tokio::time::timeout(patience, given_up).await.unwrap();
}
