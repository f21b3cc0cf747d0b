//! What the first screen tells about the program itself.

use super::*;
use crate::domain::progress::Progress;

/// What the first screen says above its choices.
fn notices(visit: &Visit) -> Vec<String> {
    let screen = visit.screen();
    assert_eq!(screen.id, ScreenId::Welcome);
    screen
        .notices
        .iter()
        .map(|n| n.text.id.to_string())
        .collect()
}

#[test]
fn a_product_that_cannot_be_reached_is_told_and_asked_again() {
    let mut visit = visit();
    let unreachable = |of| Ticket { visit: 0, of };
    let reply = Reply::Unreachable("ABCD-1234".into());
    visit.reply(unreachable(reply), Duration::from_secs(1));
    assert_eq!(notices(&visit), ["ended-fault", "refused-reference"]);
    assert_eq!(visit.organisation(), "Contoso", "what is known stays");
    assert!(visit.tick(Duration::from_secs(10)).1.is_none());
    let (_, again) = visit.tick(Duration::from_secs(11));
    assert!(matches!(again.unwrap().of, Request::Greet));
    assert!(
        visit.tick(Duration::from_secs(40)).1.is_none(),
        "asked twice"
    );
    let reply = Reply::Greeting(Greeting::default());
    visit.reply(unreachable(reply), Duration::from_secs(41));
    assert_eq!(notices(&visit), [""; 0]);
}

#[test]
fn a_message_that_could_not_be_sent_is_told_until_it_has_left() {
    let mut play = Play::new();
    play.reach_mail_code();
    assert_eq!(play.id(), ScreenId::EnterCode);
    let mut told = |progress| {
        let of = Reply::Watched(JourneyId::new([7; 16]), "email", Some(progress));
        play.visit.reply(Ticket { visit: 0, of }, play.at);
        let screen = play.visit.screen();
        let ids = screen
            .notices
            .iter()
            .map(|notice| notice.text.id.to_string());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(told(Progress::Trouble), ["notice-not-sent-yet"]);
    assert_eq!(told(Progress::Waiting), ["notice-not-sent-yet"]);
    assert_eq!(told(Progress::Sent), [""; 0]);
    assert_eq!(told(Progress::Failed), ["error-not-delivered"]);
}

#[test]
fn a_fault_of_the_program_ends_the_visit_and_is_told_once() {
    let mut play = Play::new();
    play.reach_password();
    play.type_in("a canary");
    let given_up = play.visit.start_over("ABCD-1234");
    assert!(matches!(given_up.unwrap().of, Request::Abandon { .. }));
    assert_eq!(notices(&play.visit), ["kiosk-fault", "refused-reference"]);
    assert!(play.visit.take_wiped() && !play.visit.ended());
    play.input(Input::Cancel);
    assert_eq!(notices(&play.visit), [""; 0]);
}
